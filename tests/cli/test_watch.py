"""`build --watch`: a save gives a new result, a broken page leaves the last good one, a deleted page ends nothing."""

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest


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
def watching(project: Path) -> Iterator[Path]:
    """The log of a `build --watch` that has made its first build."""
    log = project / "log.txt"
    with log.open("w") as output:
        command = [sys.executable, "-m", "jekyll_openapi.cli", "build", "--watch"]
        process = subprocess.Popen(command, cwd=project, stdout=output, stderr=subprocess.STDOUT)
    try:
        until(lambda: "watching" in log.read_text("utf-8"))
        yield log
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
    finally:
        process.kill()
        process.wait(20)


def until(holds: Callable[[], bool], seconds: float = 60) -> None:
    """Waits until something holds."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.1)


def test_saves(project: Path, watching: Path) -> None:
    page = project / "spec" / "pages" / "entities_pages" / "account.md"
    spec = project / "spec" / "openapi.yaml"
    good = page.read_text("utf-8")
    page.write_text(good.replace("<= 64 chars", "<= 65 chars"), encoding="utf-8")
    until(lambda: "maxLength: 65" in spec.read_text("utf-8"))
    until(lambda: "wrote" in watching.read_text("utf-8").split("account.md changed")[-1])

    before = spec.read_bytes()
    page.write_text("", encoding="utf-8")
    until(lambda: "left the last good output as it is" in watching.read_text("utf-8"))
    assert "[empty-page]" in watching.read_text("utf-8")
    assert spec.read_bytes() == before

    page.write_text(good, encoding="utf-8")
    until(lambda: "maxLength: 65" not in spec.read_text("utf-8"))

    guide = project / "spec" / "pages" / "operations" / "auth.md"
    guide.unlink()
    until(lambda: "auth.md changed" in watching.read_text("utf-8"))
    assert "Traceback" not in watching.read_text("utf-8")
