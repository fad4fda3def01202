"""A document that is read with what is known from another one gives what it gives alone."""

import random
from typing import Any

import pytest
import yaml

from jekyll_openapi.openapi.bounds import Bounds, RefusedError
from jekyll_openapi.openapi.reading import BOUNDS
from jekyll_openapi.openapi.yaml_text import read_yaml

TEXTS = (
    "a",
    "",
    "yes",
    "1",
    "a b",
    "a:\n  b: 1\nc: d\n",
    "\nx\n\n",
    "it's",
    '"',
    "a: b",
    "# a",
    "-",
    "{",
    "<<",
    "é",
    "a\u2028b",
)
KEYS = ("paths", "/a/{b}", "get", "x-y", "200", "a b", "", "-x", "~", "?", "é", "true")
LINES = (
    *(
        "",
        "#",
        "    # a",
        "---",
        "...",
        "? a",
        ": b",
        "- a",
        "  - a",
        "}",
        '"',
        "'",
        "a: |+",
        "  a: >",
        "  a: 'b",
        '  b"',
    ),
    *(
        "  x: &n {y: 1}",
        "  z: *n",
        "  <<: {w: 1}",
        "a:",
        "  a:",
        "    a: 1",
        "   a: 1",
        "\ta: 1",
        "  a: {",
        "  b: 1}",
        "a: [1,",
    ),
    *("  2]", "  !!str a: 1", "paths: {get: {x: 1}}", "paths:", "  get:", "  get: 2", "  'get':", "  a: b: c", "text"),
)


def made_up(chance: random.Random, depth: int) -> Any:
    kind = chance.random()
    if depth == 0 or kind < 0.2:
        return chance.choice((*TEXTS, 1, 2.5, True, None))
    if kind < 0.35:
        return [made_up(chance, depth - 1) for _ in range(chance.randrange(4))]
    return {chance.choice(KEYS): made_up(chance, depth - 1) for _ in range(chance.randrange(6))}


def written(chance: random.Random) -> str:
    content = {chance.choice(KEYS): made_up(chance, chance.randrange(1, 5)) for _ in range(chance.randrange(1, 6))}
    return yaml.safe_dump(
        content,
        sort_keys=False,
        allow_unicode=True,
        width=chance.choice((8, 80)),
        default_flow_style=chance.choice((False, False, None)),
        default_style=chance.choice((None, None, '"', "'", "|")),
    )


def changed(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    for _ in range(chance.randrange(4)):
        at = chance.randrange(len(lines))
        lines[at : at + chance.randrange(2)] = chance.choice(([chance.choice(LINES)], [], [chance.choice(lines)]))
        lines = lines or [""]
    return "\n".join(lines)


def read(text: str, known: Any = None, bounds: Bounds = BOUNDS) -> Any:
    """The content with the order of keys, or the error."""
    try:
        return repr(read_yaml(text, bounds, known=known))
    except RefusedError as problem:
        return str(problem), problem.offset


@pytest.mark.parametrize("seed", range(20))
def test_what_is_known_changes_nothing(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(100):
        text = written(chance)
        old = changed(text, chance)
        new = changed(old if chance.random() < 0.7 else text, chance)
        few = Bounds(nodes=chance.randrange(1, 60), depth=chance.randrange(1, 6))
        for bounds in (BOUNDS, few):
            known: Any = {}
            assert read(old, known, bounds) == read(old, bounds=bounds)
            assert read(new, known, bounds) == read(new, bounds=bounds), (old, new)


@pytest.mark.parametrize(
    ("old", "new", "bounds"),
    [
        ("p: {\n  a: 1,\n  b: 2}\n", "p:\n  a: 1,\n  c: 2\n", BOUNDS),
        ("x:\n-\n  d: 2\n-\n  e: 1\n", "x:\n  d: 2\n-\n  y: 1\n", BOUNDS),
        ("a: 1\n...\n", "a: 1\n...\nb: 2\n", BOUNDS),
        ("x: 1\n", "a:\n  b:\n    c: 1\n", Bounds(depth=2)),
        ("x: 1\n", "a:\n  b: 1\nc:\n  d: 1\n", Bounds(nodes=4)),
        ("a: 1\nb: 2\n", "x: 'y\nb: 2\nz'\n", BOUNDS),
        ("a:\n  b: 1\n", 'x: "\na:\n  b: 1\n"\n', BOUNDS),
        ("a:\n  b: 1\n", "a:\n  b: 1\na:\n  c: 1\n", BOUNDS),
    ],
)
def test_what_only_seems_to_be_the_same_block(old: str, new: str, bounds: Bounds) -> None:
    known: Any = {}
    read(old, known, bounds)
    assert read(new, known or {"z: 1\n": ({"z": 1}, 1)}, bounds) == read(new, bounds=bounds)


def test_no_part_is_shared() -> None:
    known: Any = {}
    text = "p:\n  x: {y: 1}\n  z: 1\nq:\n  x: {y: 1}\n  z: 1\n"
    read_yaml(text, BOUNDS, known=known)
    content = read_yaml(text.replace("z: 1", "z: 2"), BOUNDS, known=known)
    assert content["p"]["x"] is not content["q"]["x"]


OLD = """openapi: 3.1.0
paths:
  /a:
    get: {x: 1}
  /b:
    get: &n {x: 2}
components: {schemas: {A: 1}}
"""


def test_what_both_hold_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    events = "jekyll_openapi.openapi.yaml_text._events"
    from jekyll_openapi.openapi.yaml_text import _events

    monkeypatch.setattr(events, lambda text: looked.append(text) or _events(text))
    old, known = OLD.replace("&n ", ""), {}  # type: ignore[var-annotated]
    new = old.replace("x: 2", "x: 3")
    read(old, known)
    looked.clear()
    assert read(new, known) == read(new)
    assert looked[:-1] == ["paths:\n", "  /b:\n", "    get: {x: 3}\n"]
    read(OLD, none := {})  # type: ignore[var-annotated]
    assert none == {}, "what an alias can refer to is not on its own"
