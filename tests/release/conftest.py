"""The small repository after its first release, and a way to change it and put everything under git."""

import shutil
import subprocess
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from jekyll_openapi.cli import main
from jekyll_openapi.output.ownership import contents, digests, listing
from jekyll_openapi.release import artifacts
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
def hatchling() -> None:
    """Has the releases of a test packed as they are for people."""


@pytest.fixture(autouse=True)
def _packed(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Has releases packed by a stand-in: hatchling takes half of a release's time, and packs what it is given."""
    if "hatchling" not in request.fixturenames:
        monkeypatch.setattr(artifacts, "_build", _listed)


def _listed(client: Path, folder: Path, _moment: int) -> "subprocess.CompletedProcess[str]":
    """Packages by the names that hatchling gives, each a list of what would be in it."""
    project = tomllib.loads((client / "pyproject.toml").read_text("utf-8"))["project"]
    stem = f"{project['name'].replace('-', '_')}-{project['version']}"
    for name in (f"{stem}-py3-none-any.whl", f"{stem}.tar.gz"):
        (folder / name).write_text(listing(digests(client, contents(client))), "utf-8")
    return subprocess.CompletedProcess([], 0, "", "")


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
