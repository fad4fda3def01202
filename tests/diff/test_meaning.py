"""A change of a schema breaks requests exactly when some value that was valid is no more, and answers the other way.

Schemas and changes of them are made up by chance, values come from a pool, and jsonschema says which of them are valid;
nothing here knows how the comparison works. By convention objects hold no properties but the listed ones, so changes
that add or take away properties are judged elsewhere.
"""

import copy
import itertools
import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema_rs import Draft202012Validator

from jekyll_openapi.diff import kinds
from jekyll_openapi.diff.change import Change
from jekyll_openapi.diff.compare import compare

Json = dict[str, Any]
TEXTS = ["", "a", "b", "ab", "abc", "abcd"]
ATOMS = [*TEXTS, -1, 0, 1, 2, 3, 4, 5, 6, 10, 1.5, 2.5, None, True, False]
LISTED = ["a", "b", "ab", 1, 2, None, True]
VALUES = ["", "a", "ab", "abc", 0, 1, 2, 5, 1.5, None, True, [], ["a"], {}]
PAIRS = 120
BY_CONVENTION = {"property-added", "required-property-added", "property-removed", "property-renamed"}
KINDS = {kind.name: kind for name, kind in vars(kinds).items() if isinstance(kind, kinds.Kind) and "_OPEN" not in name}


def pool() -> Iterator[Any]:
    """Values of all types."""
    yield from ATOMS
    yield from ([], {})
    yield from ([one] for one in ATOMS)
    yield from ([one, other] for one in VALUES[:8] for other in VALUES[:8])
    yield from ({name: value} for name in "abcd" for value in VALUES)
    for one, other in itertools.combinations("abcd", 2):
        yield from ({one: value, other: next_one} for value in VALUES for next_one in VALUES)
    yield from ({outer: {name: value}} for outer in "ab" for name in "abc" for value in VALUES)
    yield from ([{name: value}] for name in "abc" for value in VALUES)


POOL = list(pool())


class Maker:
    """Makes schemas and changes of them, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)

    def schema(self, depth: int) -> Json:
        """Any schema, at most so deep."""
        simple = ["string", "integer", "number", "boolean", "enum", "const"]
        deep = [
            "array",
            "object",
            "object",
            "several",
            "anyOf",
            "oneOf",
            "allOf",
            "not",
            "reference",
            "nullable",
            "any",
            "condition",
            "some",
            "names",
            "dependent",
            "evaluated",
        ]
        made: Json = getattr(self, f"_{self.chance.choice([*simple, *deep] if depth else simple)}")(depth)
        return made

    def _perhaps(self, schema: Json, chance: float, **keywords: list[Any]) -> Json:
        for keyword, values in keywords.items():
            if self.chance.random() < chance:
                schema[keyword] = self.chance.choice(values)
        return schema

    def _string(self, _: int) -> Json:
        return self._perhaps(
            {"type": "string"}, 0.3, maxLength=[1, 2, 3], minLength=[0, 1, 2], pattern=["^a", "b$", "^ab"]
        )

    def _integer(self, _: int) -> Json:
        return self._number(_) | {"type": "integer"}

    def _number(self, _: int) -> Json:
        bounds = {key: [0, 1, 2, 3, 5] for key in ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")}
        return self._perhaps({"type": "number"}, 0.25, **bounds, multipleOf=[1, 2, 3, 4, 0.5])

    def _boolean(self, _: int) -> Json:
        return {"type": "boolean"}

    def _enum(self, _: int) -> Json:
        return {"enum": self.chance.sample(LISTED, self.chance.randint(1, 3))}

    def _const(self, _: int) -> Json:
        return {"const": self.chance.choice(["a", "b", 1])}

    def _any(self, _: int) -> Json:
        return {}

    def _several(self, _: int) -> Json:
        return {"type": self.chance.sample(["string", "integer", "null", "boolean", "number"], 2)}

    def _array(self, depth: int) -> Json:
        schema = self._perhaps(
            {"type": "array", "items": self.schema(depth - 1)}, 0.25, maxItems=[1, 2], minItems=[0, 1]
        )
        return self._perhaps(schema, 0.2, uniqueItems=[True, False], prefixItems=[[self.schema(0)]])

    def _object(self, depth: int) -> Json:
        properties = {name: self.schema(depth - 1) for name in self.chance.sample("abc", self.chance.randint(1, 2))}
        schema = {"type": "object", "properties": properties}
        self._perhaps(
            schema, 0.4, required=[[name] for name in properties], additionalProperties=[False, True, self.schema(0)]
        )
        return self._perhaps(schema, 0.1, minProperties=[0, 1, 2], dependentRequired=[{"a": ["b"]}])

    def _condition(self, depth: int) -> Json:
        schema = {"if": self.schema(depth - 1), "then": self.schema(depth - 1)}
        return self.chance.choice((schema, {**schema, "else": self.schema(0)}, self._object(depth) | schema))

    def _some(self, depth: int) -> Json:
        schema = {"type": "array", "contains": self.schema(depth - 1)}
        return self._perhaps(schema, 0.3, minContains=[0, 1, 2], maxContains=[1, 2], items=[self.schema(0)])

    def _names(self, depth: int) -> Json:
        schema: Json = {"type": "object"}
        names = [{"pattern": "^[ab]"}, {"maxLength": 1}, {"enum": ["a", "b"]}, {"not": {"const": "c"}}]
        patterns = [{"^[ab]": self.schema(depth - 1)}, {"c": self.schema(0), "^a": self.schema(0)}]
        return self._perhaps(
            schema, 0.6, propertyNames=names, patternProperties=patterns, additionalProperties=[False, self.schema(0)]
        )

    def _dependent(self, depth: int) -> Json:
        schema = self._object(depth)
        others = [
            {"a": self.schema(depth - 1)},
            {"b": {"required": ["a"]}},
            {"a": {"properties": {"b": self.schema(0)}}},
        ]
        return schema | {"dependentSchemas": self.chance.choice(others)}

    def _evaluated(self, depth: int) -> Json:
        schema = {"allOf": [self._object(depth), self._object(depth)]}
        return self._perhaps(schema, 0.5, unevaluatedProperties=[False, self.schema(0)], maxProperties=[1, 2])

    def _anyOf(self, depth: int) -> Json:  # noqa: N802
        return {"anyOf": [self.schema(depth - 1) for _ in range(self.chance.randint(1, 3))]}

    def _oneOf(self, depth: int) -> Json:  # noqa: N802
        return {"oneOf": [self.schema(depth - 1) for _ in range(self.chance.randint(1, 3))]}

    def _allOf(self, depth: int) -> Json:  # noqa: N802
        return {"allOf": [self.schema(depth - 1) for _ in range(self.chance.randint(1, 2))]}

    def _not(self, depth: int) -> Json:
        return {"not": self.schema(depth - 1)}

    def _reference(self, _: int) -> Json:
        return {"$ref": "#/components/schemas/Shared"}

    def _nullable(self, depth: int) -> Json:
        return {"anyOf": [self.schema(depth - 1), {"type": "null"}]}

    def changed(self, schema: Json) -> Json:
        """The schema with one edit somewhere."""
        done = copy.deepcopy(schema)
        place = self.chance.choice(list(places(done)))
        edit = self.chance.choice(
            (self._replace, self._drop, self._limit, self._wrap, self._want, self._close, self._member)
        )
        edit(place)
        return done

    def _replace(self, place: Json) -> None:
        place.clear()
        place.update(self.schema(1))

    def _drop(self, place: Json) -> None:
        if place:
            place.pop(self.chance.choice(list(place)))

    def _limit(self, place: Json) -> None:
        for keyword in ("minimum", "maximum", "maxLength", "minLength", "maxItems", "multipleOf"):
            if keyword in place:
                place[keyword] = self.chance.choice([1, 2, 3, 4])
                return
        place[self.chance.choice(["maxLength", "minimum", "maxItems"])] = self.chance.choice([1, 2])

    def _wrap(self, place: Json) -> None:
        inner = dict(place)
        place.clear()
        place["allOf"] = [inner]

    def _want(self, place: Json) -> None:
        if place.get("properties"):
            wanted = place.setdefault("required", [])
            name = self.chance.choice(list(place["properties"]))
            (wanted.remove if name in wanted else wanted.append)(name)

    def _close(self, place: Json) -> None:
        if "properties" in place:
            place["additionalProperties"] = self.chance.choice([False, True, self.schema(0)])

    def _member(self, place: Json) -> None:
        for keyword in ("anyOf", "oneOf", "allOf", "enum"):
            members = place.get(keyword, [])
            if len(members) > 1 and self.chance.random() < 0.5:
                members.pop(self.chance.randrange(len(members)))
                return
            if members and keyword != "enum":
                members.append(self.schema(1))
                return


MAPS = {"properties", "patternProperties", "dependentSchemas"}
LISTS = {"anyOf", "oneOf", "allOf", "prefixItems"}
SINGLES = {"items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames"}


def places(schema: Any) -> Iterator[Json]:
    """Every schema inside a schema."""
    if isinstance(schema, dict):
        yield schema
        for key, value in schema.items():
            if key in MAPS | SINGLES | LISTS:
                for one in value.values() if key in MAPS else value if key in LISTS else [value]:
                    yield from places(one)


def described(schema: Json, shared: Json) -> Json:
    """A description that sends the schema at one operation and answers with it at another."""
    content = {"application/json": {"schema": schema}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "paths": {
            "/send": {"post": {"requestBody": {"content": content}, "responses": {"204": {"description": ""}}}},
            "/read": {"get": {"responses": {"200": {"description": "", "content": content}}}},
        },
        "components": {"schemas": {"Shared": shared}},
    }


def verdicts(schema: Json, shared: Json) -> list[bool]:
    """Which of the values jsonschema takes."""
    validator = Draft202012Validator(schema | {"components": {"schemas": {"Shared": shared}}})
    return [validator.is_valid(value) for value in POOL]


def breaks(changes: tuple[Change, ...], side: str) -> list[str]:
    """What is said to break callers on the side."""
    operation = "POST /send" if side == "request" else "GET /read"
    rows = [one for one in changes if operation in one.operations and one.side in (side, "both")]
    return [one.message for one in rows if getattr(KINDS[one.kind], side).level in ("breaking", "warning")]


@pytest.mark.parametrize("seed", range(4))
def test_no_break_is_overlooked_and_few_are_made_up(seed: int) -> None:
    maker, made_up, judged = Maker(seed), [], 0
    for _ in range(PAIRS):
        shared = maker.schema(1)
        if "$ref" in json.dumps(shared):
            continue
        old = maker.schema(2)
        new = maker.changed(old)
        before, after = verdicts(old, shared), verdicts(new, shared)
        changes = compare(described(old, shared), described(new, shared))
        for side, (was, now) in {"request": (before, after), "response": (after, before)}.items():
            lost = [value for value, one, other in zip(POOL, was, now, strict=True) if one and not other]
            said = breaks(changes, side)
            if {one.kind for one in changes} & BY_CONVENTION:
                continue
            judged += 1
            assert said or not lost, f"{side}: {json.dumps(old)} -> {json.dumps(new)}: {lost[:3]}"
            made_up += [said] if said and not lost else []
    # The pool is finite: a break that only another value shows counts as made up here.
    assert len(made_up) < judged / 12, made_up
