"""A project that is built, in which a test runs commands and sees which of them really ran."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from jekyll_openapi import cli
from jekyll_openapi.cache import FOLDER
from jekyll_openapi.cli import main
from tests.disk_cache.projects import TEXTS, Outcome, Runner, write


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of all kinds of inputs and outputs, built."""
    folder = write(tmp_path_factory.mktemp("built"), TEXTS)
    (folder / "spec").mkdir()
    for words in (["lint", "--accept"], ["build"]):
        command = [sys.executable, "-m", "jekyll_openapi.cli", *words]
        subprocess.run(command, cwd=folder, check=words == ["build"], capture_output=True)
    return folder


@pytest.fixture
def project(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, which is the working folder."""
    folder = tmp_path / "project"
    shutil.copytree(built, folder, symlinks=True, ignore=shutil.ignore_patterns(FOLDER))
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def outcome(capsys: pytest.CaptureFixture[str]) -> Runner:
    """Exit code and texts of a command."""

    def run(*arguments: str) -> Outcome:
        capsys.readouterr()
        code = main(arguments)
        return code, *capsys.readouterr()

    return run


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The commands that really ran."""
    found: list[str] = []
    real = cli._command

    def command(options: Any) -> int:
        found.append(options.command)
        return real(options)

    monkeypatch.setattr(cli, "_command", command)
    return found
