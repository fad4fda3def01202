"""`init` on pages in the habits of many houses: what they state is what the proposed configuration reads.

Beside each folder of `houses` stands what its pages state: a line for each operation, below it its parameters with
place, name, type and `!` for required, `?` for optional; `answer` where an answer is shown, with name and type of what
it holds.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from jekyll_openapi.commands.proposal import propose
from tests.sampling import every

HOUSES = Path(__file__).parent / "houses"
Key = tuple[str, str]


def shape(method: str, path: str) -> Key:
    """An operation without the names of its path parameters, which two templates can give differently."""
    return method.lower(), re.sub(r"\{[^}]*\}", "{}", path).rstrip("/")


def stated(name: str) -> dict[Key, list[str]]:
    found: dict[Key, list[str]] = {}
    for line in (HOUSES / f"{name}.txt").read_text("utf-8").splitlines():
        words = line.split()
        if words[0].isupper():
            rows = found.setdefault(shape(*words), [])
        else:
            rows.append(line)
    return found


def resolved(spec: Any, one: Any) -> Any:
    while "$ref" in one:
        one = spec["components"]["schemas"][one["$ref"].rsplit("/", 1)[1]]
    return one


def type_of(spec: Any, schema: Any) -> str:
    """The first type of a schema; `any` where it has none."""
    schema = resolved(spec, schema)
    said = schema.get("type", "string" if "enum" in schema else "")
    if said:
        return said if isinstance(said, str) else str(next(one for one in said if one != "null"))
    several = schema.get("anyOf", schema.get("allOf"))
    return type_of(spec, several[0]) if several else "any"


def held(spec: Any, schema: Any, around: str = "") -> Iterator[tuple[str, str]]:
    """Name and type of each property of a schema, those of its objects as `outer.inner`."""
    schema = resolved(spec, schema)
    if "items" in schema:
        yield from held(spec, schema["items"], around)
    for name, one in schema.get("properties", {}).items() if around.count(".") < 3 else ():
        yield from ((f"{around}{name}", type_) for type_ in {type_of(spec, one), "any"})
        yield from held(spec, one, f"{around}{name}.")


def read(spec: Any) -> dict[Key, set[str]]:
    """What a description says, in the lines of the expectations; each row with and without its type and its need."""
    found: dict[Key, set[str]] = {}
    for path, item in spec["paths"].items():
        for method, operation in item.items():
            rows = [
                (one["in"], one["name"].removesuffix("[]"), one["schema"], one.get("required", False))
                for one in operation.get("parameters", ())
            ]
            for media in operation.get("requestBody", {}).get("content", {}).values():
                body = resolved(spec, media["schema"])
                for name, schema in body.get("properties", {}).items():
                    rows.append(("body", name, schema, name in body.get("required", ())))
            lines = found.setdefault(shape(method, path), set())
            for place, name, schema, required in rows:
                for type_ in (type_of(spec, schema), "any"):
                    for mark in ("!" if required else "?", ""):
                        lines.add(f"{place} {name} {type_}{mark}")
            answers = (one for code, one in operation["responses"].items() if code < "3")
            for media in (media for one in answers for media in one.get("content", {}).values()):
                lines |= {"answer", *(f"answer {name} {type_}" for name, type_ in held(spec, media["schema"]))}
    return found


@pytest.mark.deep
@pytest.mark.parametrize("name", every(2, sorted(one.stem for one in HOUSES.glob("*.txt"))))
def test_what_the_pages_state_is_read(name: str) -> None:
    spec = json.loads(json.dumps(propose(HOUSES / name).made.spec, default=float))
    wanted, found = stated(name), read(spec)
    assert set(found) == set(wanted)
    assert {(key, row) for key, rows in wanted.items() for row in rows if row not in found[key]} == set()
