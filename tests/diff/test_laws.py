"""What holds for any two descriptions: seeded changes in any number, and edits anywhere."""

import copy
import itertools
import random
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jekyll_openapi.diff.change import Change, bump
from jekyll_openapi.diff.compare import compare
from jekyll_openapi.diff.reading import SpecError, checked
from jekyll_openapi.diff.unchanged import Unchanged
from jekyll_openapi.spec.selection import keep_only
from tests.diff.seeds import OPERATIONS, Json, Seed, base, read_seeds
from tests.sampling import every, examples

SEEDS = read_seeds()
OPPOSITES = {
    "added": "removed",
    "required": "optional",
    "narrowed": "widened",
    "tightened": "loosened",
    "extended": "reduced",
}
"""Last words of kinds."""
WORDS = OPPOSITES | {after: before for before, after in OPPOSITES.items()}
IDLE = ("x-source", "x-source-data", "x-inferred-from", "x-always-present", "x-security-source", "x-pages", "version")
"""Keys below which an edit is not a change."""
STRANGE: list[Any] = [None, True, 0, 1.5, "", "x", [], [1], [[]], {}, {"a": 1}, {"$ref": "#/x"}, {"type": "null"}]
LAWS = settings(max_examples=examples(30), deadline=None)
Path = tuple[str | int, ...]
"""The keys down to a part of a description."""
SEVERAL = st.lists(st.sampled_from(SEEDS), max_size=6, unique_by=str)


def changed(spec: Json, seeds: list[Seed]) -> Json:
    """The description with the changes, but for those that find no place any more."""
    for seed in seeds:
        try:
            spec = seed.applied(spec)
        except (KeyError, IndexError, ValueError):
            continue
    return spec


def opposite(kind: str) -> str:
    """The kind that undoes it."""
    special = {
        "required-in-practice": "optional-in-practice",
        "required-by-letter": "optional-by-letter",
        "optional-in-practice": "required-in-practice",
        "optional-by-letter": "required-by-letter",
    }
    begin, _, last = kind.rpartition("-")
    return special.get(kind) or f"{begin}-{WORDS.get(last, last)}"


def outline(change: Change) -> tuple[str, ...]:
    """What a row says, but for whether something that comes is wanted."""
    return re.sub("^required-(.*-added)$", r"\1", change.kind), change.side, change.old, change.new


@LAWS
@given(SEVERAL)
def test_nothing_has_changed_from_a_description_to_itself(seeds: list[Seed]) -> None:
    spec = changed(base(), seeds)
    assert compare(spec, copy.deepcopy(spec)) == ()


@LAWS
@given(SEVERAL, SEVERAL)
def test_every_row_has_an_opposite_on_the_way_back(before: list[Seed], after: list[Seed]) -> None:
    old, new = changed(base(), before), changed(base(), after)
    there = sorted((opposite(kind), side, was, now) for kind, side, now, was in map(outline, compare(old, new)))
    assert there == sorted(map(outline, compare(new, old)))


@LAWS
@given(SEVERAL, st.integers(0, 1000))
def test_the_order_of_mappings_changes_no_row(seeds: list[Seed], start: int) -> None:
    old, new, chance = base(), changed(base(), seeds), random.Random(start)
    assert compare(shuffled(old, chance), shuffled(new, chance)) == compare(old, new)


def shuffled(value: Any, chance: random.Random, key: str = "") -> Any:
    """The value, its mappings in another order where order says nothing about what has another name."""
    if isinstance(value, list):
        return [shuffled(one, chance) for one in value]
    if not isinstance(value, dict):
        return value
    entries = [(name, shuffled(one, chance, name)) for name, one in value.items()]
    if key not in ("properties", "servers"):
        chance.shuffle(entries)
    return dict(entries)


def in_full(old: Json, new: Json) -> tuple[Change, ...]:
    """The comparison without sparing what is the same in both."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("jekyll_openapi.diff.compare.unchanged", lambda *_: Unchanged())
        return compare(old, new)


@LAWS
@given(SEVERAL, SEVERAL)
def test_what_is_the_same_is_spared_and_nothing_else(before: list[Seed], after: list[Seed]) -> None:
    old, new = changed(base(), before), changed(base(), after)
    assert compare(old, new) == in_full(old, new)


REFERENCE = {"$ref": "#/components/schemas/Thing"}
USES: dict[str, Json] = {
    "query": {"parameters": [{"name": "q", "in": "query", "schema": REFERENCE}]},
    "written list": {"parameters": [{"name": "q", "in": "query", "explode": False, "schema": REFERENCE}]},
    "parameter as content": {
        "parameters": [{"name": "q", "in": "query", "content": {"application/json": {"schema": REFERENCE}}}]
    },
    "unsent header": {"parameters": [{"name": "Accept", "in": "header", "schema": REFERENCE}]},
    "default beside": {"parameters": [{"name": "q", "in": "query", "schema": {"allOf": [REFERENCE], "default": 1}}]},
    "body": {"requestBody": {"content": {"application/json": {"schema": REFERENCE}}}},
    "list": {"requestBody": {"content": {"application/json": {"schema": {"type": "array", "items": REFERENCE}}}}},
    "form": {"requestBody": {"content": {"multipart/form-data": {"schema": REFERENCE}}}},
    "form inside": {
        "requestBody": {
            "content": {"multipart/form-data": {"schema": {"type": "object", "properties": {"part": REFERENCE}}}}
        }
    },
    "one of": {
        "requestBody": {"content": {"application/json": {"schema": {"oneOf": [REFERENCE, {"type": "boolean"}]}}}}
    },
    "not": {"requestBody": {"content": {"application/json": {"schema": {"not": REFERENCE}}}}},
    "left over": {
        "requestBody": {
            "content": {"application/json": {"schema": {"allOf": [REFERENCE], "unevaluatedProperties": False}}}
        }
    },
    "only read": {
        "requestBody": {
            "content": {
                "application/json": {
                    "schema": {"properties": {"a": {"readOnly": True, "allOf": [REFERENCE]}, "b": REFERENCE}}
                }
            }
        }
    },
    "only an example": {
        "requestBody": {"content": {"application/json": {"schema": {"type": "object"}, "example": REFERENCE}}}
    },
    "answer": {"responses": {"2XX": {"description": "", "content": {"Application/JSON": {"schema": REFERENCE}}}}},
    "shared answer": {"responses": {"default": {"$ref": "#/components/responses/Told"}}},
    "answer's header": {"responses": {"200": {"description": "", "headers": {"X-A": {"schema": REFERENCE}}}}},
    "into an answer": {
        "responses": {
            "200": {
                "description": "",
                "content": {
                    "a/b": {"schema": {"$ref": "#/components/responses/Told/content/application~1json/schema"}}
                },
            }
        }
    },
    "callback": {
        "callbacks": {
            "done": {"{$request.query.q}": {"post": {"requestBody": {"content": {"a/b": {"schema": REFERENCE}}}}}}
        }
    },
}
"""Operations that lead to a schema, by way."""
THINGS: list[Json] = [
    {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "integer"}}},
    {"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"]},
    {"type": "array", "items": {"type": "string"}},
    {"type": "string", "enum": ["x", "y"], "x-source": "a.md:1"},
    {"type": "string", "enum": ["x"], "x-source": "a.md:2"},
    {"type": "string", "format": "binary"},
]


@pytest.mark.deep
@pytest.mark.parametrize("holder", ["paths", "webhooks"])
@pytest.mark.parametrize("way", every(2, list(USES)))
def test_an_operation_that_only_leads_to_what_has_changed_is_told_as_in_full(way: str, holder: str) -> None:
    operation = {"responses": {"200": {"description": ""}}} | USES[way]
    item = {"get": {"parameters": [], **operation}, "parameters": [{"name": "q", "in": "cookie", "schema": REFERENCE}]}

    def described(thing: Json) -> Json:
        told = {"description": "", "content": {"application/json": {"schema": REFERENCE}}}
        components = {"schemas": {"Thing": thing}, "responses": {"Told": told}}
        info = {"title": "", "version": "1"}
        return checked({"openapi": "3.1.0", "info": info, "paths": {}, holder: {"/x": item}, "components": components})

    for old, new in itertools.permutations(THINGS, 2):
        before, after = described(old), described(new)
        assert compare(before, after) == in_full(before, after)


@LAWS
@given(SEVERAL)
def test_the_version_rises_by_the_worst_row(seeds: list[Seed]) -> None:
    changes = compare(base(), changed(base(), seeds))
    names = {"breaking": "major", "warning": "minor", "compatible": "minor", "note": "patch"}
    assert bump(changes) == (names[changes[0].level] if changes else None)


# --- edits anywhere ---------------------------------------------------------------------------------------------------


def paths(value: Any, path: Path = ()) -> Any:
    """The paths of all that holds nothing else."""
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from paths(inner, (*path, key))
    else:
        yield path


PARTS = [keep_only(base(), OPERATIONS[start::4]) for start in range(4)]
"""The description in four parts: an edit is as well seen in a small one, and far sooner."""
PLACES = st.sampled_from([(part, path) for part in PARTS for path in paths(part)])


def edited(spec: Json, path: Path, edit: Any) -> Json:
    """The description with what stands at the path replaced by what `edit` makes of it."""
    done = copy.deepcopy(spec)
    holder: Any = done
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = edit(holder[path[-1]])
    return done


def other(value: Any) -> Any:
    """Another value of the type."""
    return not value if isinstance(value, bool) else value + 1 if isinstance(value, int) else f"{value}x"


@settings(max_examples=examples(250), deadline=None)
@given(PLACES)
def test_no_edit_is_overlooked(place: tuple[Json, Path]) -> None:
    part, path = place
    changes = compare(part, edited(part, path, other))
    assert bool(changes) is not bool(set(path) & set(IDLE))
    assert changes == in_full(part, edited(part, path, other))


@settings(max_examples=examples(250), deadline=None)
@given(PLACES, st.integers(1, 20), st.sampled_from(STRANGE))
def test_what_is_no_description_is_refused_and_never_a_crash(
    place: tuple[Json, Path], depth: int, strange: Any
) -> None:
    part, path = place
    broken = edited(part, path[:depth], lambda _: strange)
    try:
        spec = checked(broken)
    except SpecError:
        return
    compare(part, spec)
    compare(spec, part)
