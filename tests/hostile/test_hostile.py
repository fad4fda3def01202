"""No file of up to a megabyte ends a command in a traceback, by a signal, after five seconds or a gigabyte."""

import gc
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from jekyll_openapi import cli
from tests.hostile import runs
from tests.hostile.documents import DESCRIPTIONS, ODD, PLACES, TEXTS, THING, schemas, with_odd
from tests.hostile.pages import PAGES
from tests.hostile.runs import run, run_all
from tests.release.workplace import CONFIGURATION, lay_out
from tests.sampling import every, part_of

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not hasattr(os, "fork"), reason="limits of processes are those of Linux"
)

OUTPUTS = ("a list", "a binary", "UTF-16", "deep JSON", "laughs", "many long numbers", "terminal escapes", "empty")


@pytest.fixture(scope="module", autouse=True)
def _imported(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What commands import when they run is imported once for all, and left alone by each fork's collector."""
    folder = tmp_path_factory.mktemp("warm")
    lay_out(folder)
    described = json.dumps(schemas({"Thing": THING | {"examples": [{"a": "b"}]}}))
    (folder / "openapi.json").write_text(described)
    commands = ("build", "site -o x.html", "client openapi.json -o out", "diff openapi.json spec/openapi.yaml")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for command in commands:
            assert cli.main(command.split()) == 0
    gc.collect()
    gc.freeze()


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """The small repository, and a description beside it."""
    folder = tmp_path / "place"
    folder.mkdir()
    lay_out(folder)
    (folder / "openapi.json").write_text(json.dumps(schemas({"Thing": THING})))
    return folder


def put(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content)


def complaints(here: Path, *commands: str) -> dict[str, str]:
    found = run_all(here, [command.split() for command in commands])
    return {command: one.complaint for command, one in zip(commands, found, strict=True) if one.complaint}


@pytest.mark.deep
@pytest.mark.parametrize("name", every(3, list(TEXTS)))
def test_yaml_and_json(here: Path, name: str) -> None:
    content = TEXTS[name]()
    for file in ("it.yaml", "it.json", "spec/pages/_config.yml"):
        put(here / file, content)
    as_base = "spec spec/pages --base it.yaml -o o.yaml"
    commands = ("client it.yaml -o out", "diff openapi.json it.json", as_base, "lint spec/pages")
    assert complaints(here, *part_of(commands, list(TEXTS).index(name), 4)) == {}


@pytest.mark.parametrize("name", OUTPUTS)
def test_what_is_configured(here: Path, name: str) -> None:
    content = TEXTS[name]()
    put(here / "overlay.yaml", content)
    put(here / "pyproject.toml", CONFIGURATION + 'overlay = "overlay.yaml"\n')
    assert complaints(here, "lint spec/pages") == {}
    put(here / "pyproject.toml", CONFIGURATION)
    put(here / "spec" / "findings.txt", content)
    assert complaints(here, "lint spec/pages") == {}
    for file in ("openapi.yaml", "names.json"):
        put(here / "spec" / "released" / file, content)
    assert complaints(here, "check") == {}
    put(here / "pyproject.toml", content)
    assert complaints(here, "build", "site -o x.html", "client openapi.json -o out") == {}


@pytest.mark.parametrize("text", ["a = " + "[" * 100_000, "a = " + "9" * 100_000, "a = {" * 100_000, "a.b" * 300_000])
def test_toml(here: Path, text: str) -> None:
    put(here / "pyproject.toml", text)
    assert complaints(here, "build") == {}


@pytest.mark.deep
@pytest.mark.parametrize("name", every(3, list(DESCRIPTIONS)))
def test_descriptions(here: Path, name: str) -> None:
    put(here / "it.json", json.dumps(DESCRIPTIONS[name]()))
    commands = ("client it.json -o out", "diff openapi.json it.json")
    assert complaints(here, *part_of(commands, list(DESCRIPTIONS).index(name), 2)) == {}


@pytest.mark.deep
@pytest.mark.parametrize("place", every(4, PLACES), ids="/".join)
def test_something_odd_in_a_description(here: Path, place: tuple[str, ...]) -> None:
    commands = []
    put(here / "few" / "done.md", (here / "spec" / "pages" / "done.md").read_bytes())  # a base is read sooner with few
    for number, odd in part_of(list(enumerate(ODD)), PLACES.index(place), 3):
        put(here / f"{number}.json", json.dumps(with_odd(place, odd)))
        commands += [f"diff openapi.json {number}.json", f"spec few --base {number}.json -o o.yaml"]
    assert complaints(here, *commands) == {}


@pytest.mark.deep
@pytest.mark.parametrize("name", every(3, list(PAGES)))
def test_pages(here: Path, name: str) -> None:
    put(here / "spec" / "pages" / "zz.md", PAGES[name]())
    assert complaints(here, "lint spec/pages --format full") == {}


@pytest.mark.deep(only=True)
def test_large_descriptions_that_have_nothing_in_common_are_compared_in_bounded_work(here: Path) -> None:
    names = ("more properties than a class can have", "a conjunction of thousands", "a union of thousands")
    for number, name in enumerate(names):
        put(here / f"{number}.json", json.dumps(DESCRIPTIONS[name]()))
    assert complaints(here, "diff 0.json 1.json", "diff 1.json 2.json", "diff 2.json 0.json") == {}


def test_an_output_that_differs_in_every_line_is_compared_in_bounded_work(here: Path) -> None:
    assert run(here, "build").complaint == ""
    for file in ("spec/openapi.yaml", "generated/README.md"):
        put(here / file, "".join(f"{n * 7919 % 100_003}\n" for n in range(100_000)))
    put(here / "spec" / "openapi-3.0.yaml", "\x1b[31m" * 200_000)
    assert complaints(here, "check") == {}


def test_the_limits_are_those_of_a_run(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that takes too much, crashes or says nothing is noticed."""

    def crash(*_: object) -> int:
        raise RuntimeError("a traceback")

    def loop(arguments: Sequence[str]) -> int:
        while arguments == ["build"]:
            pass
        return crash()

    def swell(*_: object) -> int:
        return len(bytearray(2 << 30)) and 0

    assert runs.SECONDS == 5
    monkeypatch.setattr(runs, "SECONDS", 0.25)  # in whole seconds the limit is one
    for main, word, next_word in (
        (crash, "code 70", "code 70"),
        (swell, "code 70", "code 70"),
        (lambda _: 2, "said nothing", "said nothing"),
        (loop, "signal", "code 70"),
    ):
        monkeypatch.setattr(cli, "main", main)
        first, second = run_all(here, [["build"], ["check"]])
        assert word in first.complaint
        assert next_word in second.complaint
