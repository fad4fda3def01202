"""What may be overwritten: nothing that is read, nothing of others."""

import os
import sys
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest

from jekyll_openapi.output import OutputError, places
from jekyll_openapi.output.guard import Guard
from jekyll_openapi.output.ownership import contents, digests, listing
from tests.release.workplace import commit

MARK = ".made-from"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with pages, a base and a client of ours; the home folder is another one."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    work = tmp_path / "home" / "work"
    for name in ("pages", "client/package", "new/package"):
        (work / name).mkdir(parents=True)
    (work / "pages" / "a.md").write_text("# A\n")
    (work / "base.yaml").write_text("info: {}\n")
    for folder in (work / "client", work / "new"):
        (folder / "pyproject.toml").write_text("[project]\n")
        (folder / "package" / "__init__.py").write_text("")
        mark(folder)
    monkeypatch.chdir(work)
    return work


def mark(folder: Path) -> None:
    (folder / MARK).write_text(listing(digests(folder, contents(folder))))


def guard(here: Path, *, force: bool = False) -> Guard:
    return Guard({"`pages`": here / "pages", "`base`": here / "base.yaml"}, force, lambda line: said.append(line))


said: list[str] = []


def refusal(ask: Callable[[], None]) -> str:
    with pytest.raises(OutputError) as refused:
        ask()
    return str(refused.value)


def test_what_is_ours_empty_or_not_there_is_taken(here: Path) -> None:
    (here / "empty").mkdir()
    for name in ("client", "empty", "not/there"):
        guard(here).require_folder(here / name, MARK, here / "new")


LEFT_BY_TOOLS = (
    "package/__pycache__/x.cpython-311.pyc",
    "name.egg-info/PKG-INFO",
    "build/lib/package/__init__.py",
    "build/bdist.linux-x86_64/wheel/x",
    ".mypy_cache/3.11/x.json",
    ".ruff_cache/CACHEDIR.TAG",
)


@pytest.mark.parametrize("name", LEFT_BY_TOOLS)
def test_what_tools_leave_is_no_stranger(here: Path, name: str) -> None:
    add(here / "client" / name)
    guard(here).require_folder(here / "client", MARK, here / "new")


STRANGERS = ("notes.txt", "package/extra.py", "deep/er/still.txt", "build/notes.txt", ".env", "x y\n.txt")


@pytest.mark.parametrize("name", STRANGERS)
def test_a_stranger_is_named_and_goes_with_force_only(here: Path, name: str) -> None:
    add(here / "client" / name)
    assert name in refusal(lambda: guard(here).require_folder(here / "client", MARK, here / "new"))
    said.clear()
    guard(here, force=True).require_folder(here / "client", MARK, here / "new")
    assert name in said[0]


@pytest.mark.parametrize(("count", "end"), [(5, "n3, n4;"), (6, "n3, n4 and 1 more;"), (9, "n3, n4 and 4 more;")])
def test_five_strangers_are_named_and_the_others_counted(here: Path, count: int, end: str) -> None:
    for number in range(count):
        add(here / "client" / f"n{number}")
    assert end in refusal(lambda: guard(here).require_folder(here / "client", MARK, here / "new"))


def test_what_others_have_changed_is_named_and_goes_with_force_only(here: Path) -> None:
    (here / "client" / "package" / "__init__.py").write_text("mine = 1\n")
    watch = guard(here)
    assert "edited: package/__init__.py" in refusal(lambda: watch.require_folder(here / "client", MARK, here / "new"))
    said.clear()
    guard(here, force=True).require_folder(here / "client", MARK, here / "new")
    assert said[0].endswith("client: package/__init__.py")


@pytest.mark.parametrize("there", ["as it would be written", "a link to the same"])
def test_a_changed_file_whose_text_is_not_lost_is_replaced(here: Path, there: str) -> None:
    file = here / "client" / "package" / "__init__.py"
    file.unlink()
    if there == "a link to the same":
        file.symlink_to(here / "new" / "package" / "__init__.py")
        refusal(lambda: guard(here).require_folder(here / "client", MARK, here / "new"))
        return
    (here / "new" / "package" / "__init__.py").write_text("merged = 1\n")
    file.write_text("merged = 1\n")
    guard(here).require_folder(here / "client", MARK, here / "new")


def test_a_changed_file_that_git_has_is_replaced(here: Path) -> None:
    """As after a merge of two branches, each with its own client."""
    file = here / "client" / "package" / "__init__.py"
    file.write_text("merged = 1\n")
    commit(here)
    guard(here).require_folder(here / "client", MARK, here / "new")
    file.write_text("merged = 1\nmine = 1\n")
    assert "edited" in refusal(lambda: guard(here).require_folder(here / "client", MARK, here / "new"))


def test_force_says_nothing_where_nothing_is_lost(here: Path) -> None:
    said.clear()
    guard(here, force=True).require_folder(here / "client", MARK, here / "new")
    assert said == []


def test_a_link_in_the_folder_is_a_stranger(here: Path) -> None:
    (here / "client" / "link").symlink_to(here / "pages")
    assert "link" in refusal(lambda: guard(here).require_folder(here / "client", MARK, here / "new"))


def test_what_is_not_listed_but_would_be_written_is_ours(here: Path) -> None:
    """As after a merge: the mark is of one side, a file of the other."""
    for folder in ("client", "new"):
        add(here / folder / "package" / "merged.py")
    guard(here).require_folder(here / "client", MARK, here / "new")


def test_a_mark_with_the_lines_of_both_sides_of_a_merge_is_read(here: Path) -> None:
    add(here / "client" / "package" / "other.py")
    text = (here / "client" / MARK).read_text()
    other = f"{sha256(b'x').hexdigest()}  package/other.py\n{'0' * 64}  package/__init__.py\n"
    (here / "client" / MARK).write_text(f"<<<<<<< ours\n{text}=======\n{other}>>>>>>> theirs\n")
    guard(here).require_folder(here / "client", MARK, here / "new")


def test_a_mark_of_the_first_version_which_lists_no_files_is_taken_where_all_of_them_come_again(here: Path) -> None:
    (here / "client" / MARK).write_text(f"in {'0' * 64}\nout {'0' * 64}\n")
    (here / "client" / "pyproject.toml").write_text("# Written by jekyll-openapi, whole; changes are lost.\n")
    guard(here).require_folder(here / "client", MARK, here / "new")
    add(here / "client" / "notes.txt")
    assert "notes.txt" in refusal(lambda: guard(here).require_folder(here / "client", MARK, here / "new"))


@pytest.mark.parametrize(
    "name", ["notes.txt", "package/__init__.py", "README.md", "build/lib/mine.py", "a/__pycache__/notes.txt"]
)
def test_a_folder_without_our_mark_is_not_taken(here: Path, name: str) -> None:
    add(here / "notes" / name)
    assert name in refusal(lambda: guard(here).require_target(here / "notes", MARK))
    guard(here, force=True).require_target(here / "notes", MARK)


def test_a_folder_of_others_that_holds_an_empty_folder_is_not_taken(here: Path) -> None:
    (here / "notes" / "a" / "b").mkdir(parents=True)
    assert "holds a/b/;" in refusal(lambda: guard(here).require_target(here / "notes", MARK))


@pytest.mark.parametrize("name", ["package/__pycache__/x.cpython-311.pyc", ".ruff_cache/x", ".DS_Store"])
def test_caches_alone_make_no_folder_one_of_others(here: Path, name: str) -> None:
    add(here / "left" / name)
    guard(here).require_folder(here / "left", MARK, here / "new")


@pytest.mark.parametrize("name", ["pyproject.toml", "package/__init__.py"])
def test_a_pipe_in_the_folder_is_not_opened(here: Path, name: str) -> None:
    (here / "client" / name).unlink(missing_ok=True)
    os.mkfifo(here / "client" / name)
    assert name in refusal(lambda: guard(here).require_folder(here / "client", MARK, here / "new"))


def test_a_mark_that_is_a_link_counts_for_nothing(here: Path) -> None:
    add(here / "notes" / "plan.txt")
    (here / "notes" / MARK).symlink_to(here / "client" / MARK)
    refusal(lambda: guard(here).require_target(here / "notes", MARK))


@pytest.mark.parametrize(
    ("folder", "word"),
    [
        (".", "working folder"),
        ("..", "holds"),
        ("/", "holds"),
        ("pages", "`pages`"),
        ("pages/inside", "part of `pages`"),
        ("pages/../client/../pages", "`pages`"),
        ("holder", "holds `base`"),
        ("link to pages", "`pages`"),
        ("repository", "repository"),
        ("repository/.git/hooks", "repository"),
        ("worktree", "repository"),
        ("client/vendored", "repository"),
        ("client/checkout", "repository"),
        ("bare", "repository"),
        ("bare/new", "repository"),
        ("has bare", "repository"),
        ("darcs", "repository"),
        ("project", "project of others"),
        ("nested", "project of others"),
        ("file", "is not a folder"),
        ("pipe", "is not a folder"),
    ],
)
@pytest.mark.parametrize("force", [False, True])
def test_a_folder_that_is_never_taken(here: Path, folder: str, word: str, force: bool) -> None:
    add(here / "holder" / "base.yaml")
    (here / "link to pages").symlink_to(here / "pages")
    for name in (
        "repository/.git/HEAD", "worktree/.git", "client/vendored/.git/HEAD", "client/checkout/.hg/store/x",
        "bare/HEAD", "bare/objects/x", "bare/refs/x", "has bare/a/HEAD", "has bare/a/objects/x", "has bare/a/refs/x",
        "darcs/_darcs/x", "project/pyproject.toml", "nested/deep/pyproject.toml", "file",
    ):  # fmt: skip
        add(here / name)
    os.mkfifo(here / "pipe")
    watch = guard(here, force=force)
    if folder == "holder":
        watch = watch.keeping({"`base`": here / "holder" / "base.yaml"})
    if folder in ("project", "nested") and not force:
        word = "project"
    assert word in refusal(lambda: watch.require_target(here / folder, MARK))


@pytest.mark.skipif(sys.platform != "linux", reason="wants a mount point that is always there")
def test_a_mount_point_is_not_taken(here: Path) -> None:
    assert "mount point" in refusal(lambda: guard(here).require_target(Path("/proc"), MARK))


@pytest.mark.parametrize("inside", ["a b", "", "deep/er"])
def test_a_folder_with_a_mount_point_is_not_taken(here: Path, monkeypatch: pytest.MonkeyPatch, inside: str) -> None:
    """It would move with the folder, and what is deleted is somewhere else."""
    point = os.path.join(here, "client", inside).rstrip("/").replace(" ", "\\040")
    lines = (f"{number} 0 0:1 / {one} rw - ext4 x rw\n" for number, one in enumerate(("/", f"{here}/client2", point)))
    (here / "mountinfo").write_text("".join(lines))
    monkeypatch.setattr(places, "MOUNTS", here / "mountinfo")
    guard(here).require_target(here / "new", MARK)
    for watch in (guard(here), guard(here, force=True)):
        said = refusal(partial(watch.require_target, here / "client", MARK))
        assert f"holds a mount point ({inside})" in said if inside else "is a mount point" in said


@pytest.mark.parametrize(
    ("path", "word"),
    [
        ("base.yaml", "is `base`"),
        ("./pages/../base.yaml", "is `base`"),
        ("link", "is `base`"),
        ("second name", "is `base`"),
        ("pages/a.md", "part of `pages`"),
        ("pages/new.markdown", "part of `pages`"),
        ("pages/_config.yml", "part of `pages`"),
        ("pages/_data/x.yml", "part of `pages`"),
        ("pages", "is a folder"),
        (".git/config", "repository"),
        ("bare/hooks/x", "repository"),
    ],
)
def test_a_file_that_is_not_written(here: Path, path: str, word: str) -> None:
    (here / "link").symlink_to("base.yaml")
    os.link(here / "base.yaml", here / "second name")
    for name in ("HEAD", "objects/x", "refs/x"):
        add(here / "bare" / name)
    assert word in refusal(lambda: guard(here).require_file(here / path))


@pytest.mark.parametrize(
    "path",
    [
        "out.yaml",
        "pages/assets/openapi.yaml",
        "pages/_out/a.md",
        "pages/a/_b/c.html",
        "/dev/null",
        "/dev/stdout",
        "nowhere/x",
    ],
)
def test_a_file_that_may_be_written(here: Path, path: str) -> None:
    guard(here).require_file(here / path)


def test_where_the_case_of_letters_does_not_count_a_new_file_is_still_an_input(here: Path) -> None:
    """On such a system `Base.yaml` is there already; on this one two names that are both new show it."""
    watch = Guard({"`spec`": here / "out" / "Spec.yaml"})
    assert "is `spec`" in refusal(lambda: watch.require_file(here / "out" / "spec.YAML"))


def add(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x")
