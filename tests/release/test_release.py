"""`release`: the version that follows from what changed, what is written and handed out, and when it refuses."""

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from jekyll_openapi.cache import FOLDER
from jekyll_openapi.cli import main
from jekyll_openapi.client import package, stamp
from jekyll_openapi.release import artifacts
from jekyll_openapi.release.changelog import entry, with_entry
from jekyll_openapi.release.version import VersionError, next_version
from tests.release.workplace import commit, write_pages

Change = Callable[..., None]
EXTRA = "More.\n| `extra` | `none`{: .label } | string | Another."
RENAMED = {"path": "/a/put"}


def contents(folder: Path) -> dict[str, bytes]:
    """Every file in the folder, git's own and what is remembered aside."""
    files = (one for one in folder.rglob("*") if one.is_file() and not {".git", FOLDER} & {*one.parts})
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in files}


def version_of(folder: Path) -> str:
    return str(yaml.safe_load((folder / "spec" / "openapi.yaml").read_text("utf-8"))["info"]["version"])


def test_the_first_release_has_the_version_of_the_base(released: Path) -> None:
    kept = released / "spec" / "released"
    assert sorted(one.name for one in kept.iterdir()) == ["SHA256SUMS", "names.json", "openapi.yaml"]
    assert (kept / "openapi.yaml").read_bytes() == (released / "spec" / "openapi.yaml").read_bytes()
    assert version_of(released) == "0.1.0"


def test_twice_gives_the_same_bytes(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "elsewhere" / "repository"
    shutil.copytree(built, other)
    assert main(["release"]) == 0
    monkeypatch.chdir(other)
    assert main(["release"]) == 0
    assert contents(other) == contents(built)


def test_the_time_can_be_given(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert main(["release"]) == 0
    assert "## 0.1.0 (1970-01-02)" in (built / "spec" / "CHANGELOG.md").read_text("utf-8")


@pytest.mark.parametrize("stated", ["soon", "-1", "99999999999"])
def test_a_time_that_is_none_is_unusable(
    built: Path, stated: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", stated)
    assert main(["release"]) == 2
    assert "SOURCE_DATE_EPOCH" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "version"),
    [
        ({"size": "amount"}, "0.2.0"),
        ({"remark": EXTRA}, "0.2.0"),
        ({"remark": "Other words."}, "0.1.1"),
    ],
    ids=["breaking", "compatible", "note"],
)
def test_the_version_follows_from_what_changed_and_a_trial_writes_nothing(
    released: Path, change: Change, words: dict[str, str], version: str, capsys: pytest.CaptureFixture[str]
) -> None:
    change(**words)
    before = contents(released)
    capsys.readouterr()
    assert main(["release", "--dry-run"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith(f"{version}: ")
    assert f"## {version} (2026-01-02)" in out
    assert err == ""
    assert contents(released) == before


@pytest.mark.usefixtures("hatchling")
def test_a_release_is_what_every_build_goes_on_from(
    released: Path, change: Change, capsys: pytest.CaptureFixture[str]
) -> None:
    change(**RENAMED)
    assert version_of(released) == "0.1.0"
    assert main(["release"]) == 0
    assert version_of(released) == "0.2.0"
    assert main(["check"]) == 0
    after = contents(released)
    assert main(["build"]) == 0
    assert contents(released) == after
    assert sorted(one.name for one in (released / "dist").glob("*.whl")) == ["small_client-0.2.0-py3-none-any.whl"]
    log = (released / "spec" / "CHANGELOG.md").read_text("utf-8")
    assert [line for line in log.splitlines() if line.startswith("## ")] == [
        "## 0.2.0 (2026-01-02)",
        "## 0.1.0 (2026-01-02)",
    ]
    readme = (released / "generated" / "README.md").read_text("utf-8")
    assert "## Changed in 0.2.0" in readme
    assert "`a.set`, gone since 0.2.0: `a.put` seems to take its place" in readme
    assert [one for one in os.listdir(released) if one.startswith(".generated")] == []


def test_without_a_repository_there_is_no_release(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(built / ".git")
    assert main(["release"]) == 1
    assert "git cannot tell whether everything is committed: " in capsys.readouterr().err


def test_without_git_there_is_no_release(
    built: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(built))
    assert main(["release"]) == 1
    assert capsys.readouterr().err == (
        "jekyll-openapi: no release: git cannot tell whether everything is committed: git is not installed\n"
    )


def test_what_is_not_committed_is_not_released(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_pages(built, size="amount")
    (built / "stray").write_text("x", "utf-8")
    assert main(["release"]) == 1
    assert capsys.readouterr().err == (
        "jekyll-openapi: no release: not everything is committed: spec/pages/set.md and 1 more\n"
    )


def test_what_is_not_in_step_is_not_released(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_pages(built, size="amount")
    commit(built)
    assert main(["release"]) == 1
    assert capsys.readouterr().err == (
        "jekyll-openapi: no release: `jekyll-openapi check` fails; run it to see where\n"
    )


def test_what_has_not_changed_is_not_released(released: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = contents(released)
    assert main(["release"]) == 1
    assert capsys.readouterr().err == "jekyll-openapi: no release: nothing has changed since 0.1.0\n"
    assert contents(released) == before


@pytest.mark.parametrize("name", ["openapi.yaml", "names.json"])
def test_a_last_release_that_cannot_be_read_is_said(
    released: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (released / "spec" / "released" / name).write_text("[]", "utf-8")
    commit(released)
    assert main(["release"]) == 2
    err = capsys.readouterr().err.splitlines()
    assert len(err) == 1
    assert f"{name}:1:1: not as a release has written it" in err[0]


def test_a_full_disk_leaves_the_last_release(
    released: Path, change: Change, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    change(**RENAMED)
    before = contents(released)

    def full(_: object) -> str:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(artifacts, "listing", full)
    capsys.readouterr()
    assert main(["release"]) == 2
    # A full disk names no file, so the output does.
    assert capsys.readouterr().err == f"jekyll-openapi: error: {released.resolve() / 'dist'}: No space left on device\n"
    assert contents(released) == before


@pytest.mark.usefixtures("hatchling")
def test_a_wheel_that_cannot_be_built_leaves_the_last_release(
    released: Path, change: Change, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    change(**RENAMED)
    before = contents(released)
    monkeypatch.setattr(sys, "executable", shutil.which("false"))
    capsys.readouterr()
    assert main(["release"]) == 2
    assert "jekyll-openapi: error: hatchling: " in capsys.readouterr().err
    assert contents(released) == before


def test_versions_are_raised_at_one_place_and_nought_behind_it() -> None:
    assert [next_version("1.2.3", one) for one in ("major", "minor", "patch")] == ["2.0.0", "1.3.0", "1.2.4"]
    assert [next_version("0.2.3", one) for one in ("major", "minor", "patch")] == ["0.3.0", "0.3.0", "0.2.4"]
    for wrong in ("1.2", "1.2.3rc1", "", "1.2.٣"):
        with pytest.raises(VersionError):
            next_version(wrong, "patch")


def test_a_series_ends_when_somebody_asks(released: Path, change: Change, capsys: pytest.CaptureFixture[str]) -> None:
    change(size="amount")
    for asked, code, said in (
        ("1.0.0", 0, "1.0.0: there are breaking changes; it was asked for\n"),
        ("0.2.0", 0, "0.2.0: there are breaking changes; it was asked for\n"),
        ("0.1.9", 2, "0.1.9 is too low: there are breaking changes, so the next version is 0.2.0 or higher"),
        ("1.0", 2, "the version `1.0` is not of the form 1.2.3"),
        ("01.0.0", 2, "the version `01.0.0` is not of the form 1.2.3"),
    ):
        capsys.readouterr()
        assert main(["release", "--dry-run", "--version", asked]) == code
        assert said in "".join(capsys.readouterr())
    assert main(["release", "--version", "1.0.0"]) == 0
    assert version_of(released) == "1.0.0"
    commit(released)
    capsys.readouterr()
    change(size="size")
    assert main(["release", "--dry-run"]) == 0
    assert capsys.readouterr().out.startswith("2.0.0: there are breaking changes\n")


def test_a_series_can_end_without_a_change(released: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["release", "--version", "0.1.0"]) == 2
    assert main(["release", "--version", "1.0.0"]) == 0
    assert version_of(released) == "1.0.0"
    assert "## 1.0.0 (2026-01-02)\n\nNothing has changed.\n" in (released / "spec" / "CHANGELOG.md").read_text("utf-8")


def test_the_first_release_can_have_the_version_that_is_asked_for(built: Path) -> None:
    assert main(["release", "--version", "0.0.9"]) == 2
    assert main(["release", "--version", "1.0.0"]) == 0
    assert version_of(built) == "1.0.0"


@pytest.mark.parametrize("edit", ["a line above", "another file", "more space", "rows"])
def test_what_stands_elsewhere_now_is_no_version(released: Path, edit: str, capsys: pytest.CaptureFixture[str]) -> None:
    page = released / "spec" / "pages" / "set.md"
    text = page.read_text("utf-8")
    match edit:
        case "a line above":
            page.write_text(text.replace("### Request", "\n\n### Request"), "utf-8")
        case "another file":
            page.rename(page.with_name("moved.md"))
        case "rows":
            first, second = (line for line in text.split("\n") if line.startswith(("| `accountId`", "| `side`")))
            page.write_text(text.replace(first, "-").replace(second, first).replace("\n-\n", f"\n{second}\n"), "utf-8")
        case "more space":
            page.write_text(f"{text}\n\n", "utf-8")
    assert main(["build"]) == 0
    commit(released)
    capsys.readouterr()
    assert main(["release"]) == 1
    assert capsys.readouterr().err.splitlines()[-1] == (
        "jekyll-openapi: no release: only source places and the order of things changed since 0.1.0"
    )


def test_a_client_that_the_program_makes_otherwise_is_a_version(
    released: Path, change: Change, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(package, "pyproject", lambda model, made=package.pyproject: f"{made(model)}\n# Other.\n")
    monkeypatch.setattr(stamp, "_made_by", lambda: "another program")
    page = released / "spec" / "pages" / "set.md"
    page.write_text(f"{page.read_text('utf-8')}\n\n", "utf-8")
    assert main(["build"]) == 0
    commit(released)
    capsys.readouterr()
    assert main(["release", "--dry-run"]) == 0
    assert capsys.readouterr().out.startswith("0.1.1: no change touches callers\n")


def test_an_entry_stands_on_top_once() -> None:
    first = with_entry("", entry("0.1.0", "2026-01-01", ["First."]))
    both = with_entry(first, entry("0.2.0", "2026-01-02", ["Second.", "", "### Notes", "", "- one"]))
    assert both.index("## 0.2.0") < both.index("## 0.1.0")
    assert with_entry(both, entry("0.2.0", "2026-01-02", ["Second.", "", "### Notes", "", "- one"])) == both


@pytest.mark.parametrize(
    "text",
    [
        "# Our log\n\nWords by hand.\n",
        "# Log\n\nBy hand.\n\n## Unreleased\n\n- one\n\n## \n",
        "## \n\n## 0.0.1\n\nOld.\n",
    ],
)
def test_what_somebody_has_written_into_the_changelog_stays(text: str) -> None:
    made = with_entry(text, entry("0.1.0", "2026-01-01", ["First."]))
    assert [line for line in text.split("\n") if line.strip() and line not in made.split("\n")] == []
    assert made.count("## 0.1.0") == 1
    assert with_entry(made, entry("0.1.0", "2026-01-01", ["First."])) == made


def test_the_words_of_the_program_above_the_sections_are_those_of_today() -> None:
    old = "# Changelog\n\nWritten by the program at each release. Said\notherwise.\n\nMine.\n\n## 0.0.1\n\nOld.\n"
    made = with_entry(old, entry("0.1.0", "2026-01-01", ["First."]))
    assert "otherwise" not in made
    assert made.index("before 1.0.0 the second") < made.index("Mine.") < made.index("## 0.1.0") < made.index("## 0.0.1")


def test_a_changelog_in_other_bytes_is_named(
    released: Path, change: Change, capsys: pytest.CaptureFixture[str]
) -> None:
    (released / "spec" / "CHANGELOG.md").write_bytes(b"# Log \xff\n")
    change(remark="Other words.")
    before = contents(released)
    assert main(["release"]) == 2
    assert "CHANGELOG.md" in capsys.readouterr().err
    assert contents(released) == before


def test_a_version_that_has_a_tag_is_not_released_again(
    released: Path, change: Change, capsys: pytest.CaptureFixture[str]
) -> None:
    change(remark="Other words.")
    subprocess.run(["git", "tag", "v0.1.1"], check=True, timeout=60)
    before = contents(released)
    capsys.readouterr()
    assert main(["release"]) == 1
    assert capsys.readouterr().err == (
        "jekyll-openapi: no release: 0.1.1 has been released, as the tag v0.1.1 says; "
        "name a higher version with `--version`\n"
    )
    assert contents(released) == before
    assert main(["release", "--version", "0.1.2"]) == 0


def test_a_release_folder_that_is_lost_does_not_begin_anew(released: Path, capsys: pytest.CaptureFixture[str]) -> None:
    subprocess.run(["git", "tag", "v0.1.0"], check=True, timeout=60)
    shutil.rmtree(released / "spec" / "released")
    assert main(["build"]) == 0
    commit(released)
    assert main(["release"]) == 1
    assert "0.1.0 has been released" in capsys.readouterr().err


def test_a_file_that_is_not_committed_is_shown_by_its_name(released: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (released / "with a spa\u00e7e").write_text("x", "utf-8")
    assert main(["release"]) == 1
    assert capsys.readouterr().err == "jekyll-openapi: no release: not everything is committed: with a spa\u00e7e\n"


def test_a_release_leaves_a_folder_of_other_distributions_alone(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (built / "dist").mkdir()
    (built / "dist" / "other-1.0.tar.gz").write_text("x")
    before = contents(built)
    assert main(["release"]) == 2
    assert "dist was not written by jekyll-openapi" in capsys.readouterr().err
    assert contents(built) == before
