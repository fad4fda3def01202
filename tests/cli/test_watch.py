"""`build --watch`: a save gives a new result, a broken page leaves the last good one, a deleted page ends nothing."""

import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.release.workplace import lay_out
from tests.waiting import PATIENCE, until


@pytest.fixture
def project(root: Path, tmp_path: Path) -> Path:
    """A copy of what people write here, built."""
    for name in ("spec", "pyproject.toml", "generated"):
        source = root / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(source, tmp_path / name)
    return tmp_path


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The small repository, which is sooner built, and a guide."""
    lay_out(tmp_path)
    (tmp_path / "spec" / "pages" / "auth.md").write_text("---\ntitle: How to log in\n---\n\nSay who you are.\n")
    return tmp_path


@contextmanager
def watched(project: Path) -> Iterator[Path]:
    """The log of a `build --watch` that has made its first build."""
    log = project / "log.txt"
    with log.open("a") as output:
        command = [sys.executable, "-m", "jekyll_openapi.cli", "build", "--watch"]
        # What a shell starts in the background does not hear Ctrl-C, and neither do the children of that.
        process = subprocess.Popen(
            command,
            cwd=project,
            stdout=output,
            stderr=subprocess.STDOUT,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
    try:
        until(lambda: "watching" in log.read_text("utf-8"))
        yield log
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0
    finally:
        process.kill()
        process.wait(PATIENCE)


def save(path: Path, text: str) -> None:
    """Saves a file in one step, as editors do: what is half written could be built for a moment."""
    half = path.with_name(f".{path.name}.swp")
    half.write_text(text, "utf-8")
    half.replace(path)


def said_since(log: Path, mark: str) -> str:
    """What was said behind the last place where the mark stands; empty where it does not."""
    _, found, rest = log.read_text("utf-8").rpartition(mark)
    return rest if found else ""


@pytest.fixture
def watching(small: Path) -> Iterator[Path]:
    """The log of a watch over the small repository."""
    with watched(small) as log:
        yield log


def test_saves(small: Path, watching: Path) -> None:
    page = small / "spec" / "pages" / "done.md"
    spec = small / "spec" / "openapi.yaml"
    good = page.read_text("utf-8")
    save(page, good.replace("| string |", "| string <= 65 chars |"))
    until(lambda: "maxLength: 65" in spec.read_text("utf-8"))
    until(lambda: "for callers: " in said_since(watching, "done.md changed"))

    before = spec.read_bytes()
    save(page, "")
    until(lambda: "a page cannot be read: the last good output was kept" in watching.read_text("utf-8"))
    assert "[empty-page]" in watching.read_text("utf-8")
    assert spec.read_bytes() == before

    save(page, good)
    until(lambda: "maxLength: 65" not in spec.read_text("utf-8"))

    (small / "spec" / "pages" / "_site").mkdir()
    for other in ("_site/done.md", ".done.md.swp", "jotted.txt"):
        (small / "spec" / "pages" / other).write_text("what nobody reads", encoding="utf-8")
    guide = small / "spec" / "pages" / "auth.md"
    guide.unlink()
    until(lambda: "auth.md changed" in watching.read_text("utf-8"))
    assert not {"_site", "swp", "jotted"} & set(re.findall(r"\w+", watching.read_text("utf-8")))
    assert "Traceback" not in watching.read_text("utf-8")


def test_saves_make_what_a_build_makes(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    page = project / "spec" / "pages" / "entities_pages" / "account.md"
    changes = (("<= 64 chars", "<= 65 chars"), ("`nickname`", "`nick`"), ("`active`", "`open`"))
    with watched(project) as watching:
        for number, change in enumerate(changes):
            save(page, page.read_text("utf-8").replace(*change) + f"\nSaved {number}.\n")
            until(lambda: "wrote" in said_since(watching, "account.md changed"))
            watching.write_text("", "utf-8")
    anew = tmp_path_factory.mktemp("anew")
    shutil.copytree(project / "spec" / "pages", anew / "spec" / "pages")
    for name in ("pyproject.toml", "spec/base.yaml", "spec/overlay.yaml"):
        shutil.copyfile(project / name, anew / name)
    # The names of the last release go into a client.
    shutil.copytree(project / "spec" / "released", anew / "spec" / "released")
    subprocess.run([sys.executable, "-m", "jekyll_openapi.cli", "build"], cwd=anew, capture_output=True, timeout=600)
    for name in ("spec/openapi.yaml", "spec/openapi-3.0.yaml", "generated"):
        assert contents(project / name) == contents(anew / name), name


def contents(path: Path) -> dict[str, bytes]:
    files = [path] if path.is_file() else [one for one in path.rglob("*") if one.is_file()]
    return {one.relative_to(path).as_posix(): one.read_bytes() for one in files}


def test_the_configuration_and_the_accepted_list_are_watched_too(small: Path, watching: Path) -> None:
    configuration, page = small / "pyproject.toml", small / "spec" / "pages" / "done.md"
    good = configuration.read_text("utf-8")
    save(configuration, good.replace('"spec/pages"', '"spec/pagse"'))
    until(lambda: "pagse" in said_since(watching, "pyproject.toml changed"))
    save(configuration, "[tool.jekyll-openapi]\nwrong = 1\n")
    until(lambda: "the configuration stays as it was" in watching.read_text("utf-8"))
    save(configuration, good)
    until(lambda: "Already up to date" in said_since(watching, "pyproject.toml changed"))

    save(page, "")
    until(lambda: "a page cannot be read: the last good output was kept" in said_since(watching, "done.md changed"))
    accept = [sys.executable, "-m", "jekyll_openapi.cli", "lint", "spec/pages", "--accept"]
    subprocess.run(accept, cwd=small, capture_output=True, timeout=600)
    until(lambda: "wrote" in said_since(watching, "findings.txt changed"))
    assert "Nothing is known of it" in (small / "spec" / "openapi.yaml").read_text("utf-8")
    assert "Traceback" not in watching.read_text("utf-8")
