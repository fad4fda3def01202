"""Whatever happens one after the other, a project with a memory and one without stay the same."""

import random
import re
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from jekyll_openapi.cache import FOLDER
from tests.disk_cache.projects import (
    CHANGES,
    TEXTS,
    WITHOUT_CLIENT,
    Runner,
    as_pipe,
    outputs,
    write,
)
from tests.sampling import examples

_TOOK = re.compile(r", \d+\.\d s$", re.MULTILINE)
COMMANDS = ("build", "build", "spec -o api.yaml", "spec", "check", "lint --accept", "site -o reference.html")
PLACES = (*TEXTS, "spec/openapi.yaml", "spec/openapi-3.0.yaml", "findings.txt", "api.yaml", "reference.html")


def put_back(path: Path) -> None:
    """The file as it was at the beginning, if it is an input."""
    name = str(path.relative_to(Path.cwd()))
    shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink(missing_ok=True)
    if name in TEXTS:
        write(Path.cwd(), {name: WITHOUT_CLIENT if name == "pyproject.toml" else TEXTS[name]})


def edited(path: Path) -> None:
    """A line more."""
    path.write_bytes(path.read_bytes() + b"\n# A line.\n")


def happening(chance: random.Random) -> Callable[[], object]:
    """Something that happens to a file of the working folder."""
    name, change = chance.choice(PLACES), chance.choice((put_back, put_back, put_back, edited, *CHANGES))
    place = Path(name)

    def happen() -> None:
        path = Path.cwd() / place
        if change is put_back or (path.is_file() and (change is not as_pipe or name.endswith(".md"))):
            with suppress(OSError):  # where there is something else by now
                change(path)

    return happen


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(examples(8)))
def test_a_history_is_the_same_with_and_without(
    built: Path, tmp_path: Path, outcome: Runner, ran: list[str], monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    chance, told, runs = random.Random(seed), list[str](), 0
    sides: dict[str, list[str]] = {"one": [], "other": ["--no-cache"]}
    for side in sides:
        shutil.copytree(built, tmp_path / side / "project", ignore=shutil.ignore_patterns(FOLDER, "client"))
        write(tmp_path / side / "project", {"pyproject.toml": WITHOUT_CLIENT})
    for _ in range(25):
        happen = happening(chance) if chance.random() < 0.6 else lambda: None
        words, times = chance.choice(COMMANDS), chance.choice((1, 2, 3))
        told.append(words)
        found = []
        for side, more in sides.items():
            monkeypatch.chdir(tmp_path / side / "project")
            happen()
            said = [outcome(*words.split(), *more) for _ in range(times)]
            said = [(code, out, _TOOK.sub("", err).replace(f"/{side}/", "/")) for code, out, err in said]
            found.append((said, outputs(tmp_path / side)))
        runs += 2 * times
        assert found[0] == found[1], told
    assert len(ran) < runs, "none was said again"
