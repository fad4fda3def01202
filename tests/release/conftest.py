"""The small repository after its first release, and a way to change it and put everything under git."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from jekyll_openapi.cli import main
from tests.release.workplace import commit, lay_out, write_pages


@pytest.fixture(scope="session")
def _built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    lay_out(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert main(["build"]) == 0
    commit(folder)
    return folder


@pytest.fixture(scope="session")
def _released(_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("released") / "repository"
    shutil.copytree(_built, folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert main(["release"]) == 0
    commit(folder)
    return folder


@pytest.fixture
def built(_built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The repository, built and committed, never released; where the test stands."""
    return _copy(_built, tmp_path, monkeypatch)


@pytest.fixture
def released(_released: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The repository after its first release, committed; where the test stands."""
    return _copy(_released, tmp_path, monkeypatch)


def _copy(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    copy = tmp_path / "repository"
    shutil.copytree(folder, copy)
    monkeypatch.chdir(copy)
    return copy


@pytest.fixture
def change() -> Callable[..., None]:
    """Writes the pages in other words, builds, and commits."""

    def write(**words: str) -> None:
        write_pages(Path.cwd(), **words)
        assert main(["build"]) == 0
        commit(Path.cwd())

    return write
