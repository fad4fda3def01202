"""YAML and JSON that nobody means well with, up to a megabyte each; made here, so that nothing of it lies about."""

import json
from collections.abc import Callable
from typing import Any

MEGABYTE = 1 << 20


def laughs(width: int, depth: int) -> str:
    """Each line stands for `width` times the one above."""
    lines = ["a0: &a0 [x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * width)}]" for n in range(1, depth)]
    return "\n".join(lines)


def merges(depth: int) -> str:
    """Each mapping merges the one above, twice."""
    lines = ["a0: &a0 {k: v}"]
    lines += [f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}], k{n}: v}}" for n in range(1, depth)]
    return "\n".join(lines)


def filled(unit: str, size: int = MEGABYTE) -> str:
    return unit * (size // len(unit.encode()))


TEXTS: dict[str, Callable[[], str | bytes]] = {
    "empty": lambda: "",
    "a text": lambda: "only words\n",
    "a list": lambda: "- a\n- b\n",
    "a number": lambda: "3\n",
    "null": lambda: "null\n",
    "laughs": lambda: laughs(9, 12),
    "wide laughs": lambda: laughs(3000, 4),
    "merges": lambda: merges(300),
    "an alias of itself": lambda: "a: &a {b: *a}\n",
    "many anchors": lambda: "".join(f"k{n}: &a{n} x\n" for n in range(60_000)),
    "deep in flow style": lambda: "a: " + "[" * 400_000,
    "deep in flow mappings": lambda: "a: " + "{a: " * 200_000,
    "deep by indent": lambda: "".join(" " * n + "a:\n" for n in range(1400)),
    "deep by dashes": lambda: "- " * 400_000,
    "deep by question marks": lambda: "? " * 400_000,
    "deep JSON": lambda: '{"a":' * 150_000 + "1" + "}" * 150_000,
    "deep JSON lists": lambda: "[" * 500_000 + "]" * 500_000,
    "a wide mapping": lambda: "".join(f"k{n}: {n}\n" for n in range(70_000)),
    "a wide list": lambda: "x: [" + filled("1,") + "1]",
    "a wide JSON list": lambda: '{"x": [' + filled("{},") + "1]}",
    "a long key": lambda: filled("k") + ": 1\n",
    "a long text": lambda: "a: " + filled("word ") + "\n",
    "a text on many lines": lambda: "a: x\n" + filled("  y\n"),
    "a folded text": lambda: "a: >\n" + filled("  y\n\n"),
    "a quote that does not end": lambda: 'a: "' + filled("x"),
    "a quote full of escapes": lambda: 'a: "' + filled("\\u00e9") + '"\n',
    "only comments": lambda: filled("# x\n"),
    "only blank lines": lambda: filled("\n"),
    "only blanks": lambda: filled(" "),
    "only colons": lambda: filled(": "),
    "only commas": lambda: "[" + filled(",") + "]",
    "only stars": lambda: filled("*a "),
    "only bangs": lambda: filled("! "),
    "many documents": lambda: filled("---\n"),
    "a directive": lambda: "%YAML 9.9\n---\na: 1\n",
    "a tag directive": lambda: "%TAG ! tag:x,2000:\n---\na: !b 1\n",
    "a program": lambda: "a: !!python/object/apply:os.system [id]\n",
    "bytes": lambda: "a: !!binary R0lGODlh\n",
    "base 60": lambda: "a: 1" + filled(":1") + "\n",
    "base 60 with a point": lambda: "a: 1" + filled(":1", 60_000) + ".5\n",
    "a long number": lambda: "a: " + filled("9") + "\n",
    "many long numbers": lambda: filled(f"- {'9' * 4000}\n"),
    "a long fraction": lambda: "a: 0." + filled("9") + "\n",
    "a long hexadecimal": lambda: "a: 0x" + filled("f") + "\n",
    "a long exponent": lambda: "a: 1e" + filled("9") + "\n",
    "infinity": lambda: "a: .inf\n",
    "no number": lambda: '{"a": NaN}',
    "a key twice": lambda: "a: 1\na: 2\n",
    "a mapping as a key": lambda: "? {a: 1}\n: 2\n",
    "a tab": lambda: "a:\n\t- b\n",
    "NUL": lambda: b"a: \0\n",
    "a binary": lambda: bytes(range(256)) * 4000,
    "UTF-16": lambda: "a: 1\n".encode("utf-16"),
    "UTF-16 without a mark": lambda: "a: 1\n".encode("utf-16-le"),
    "UTF-32": lambda: "a: 1\n".encode("utf-32"),
    "Latin-1": lambda: "a: Grüße\n".encode("latin-1"),
    "a mark and nothing": lambda: b"\xef\xbb\xbf",
    "half of a character": lambda: '{"a": "\\ud800"}',
    "terminal escapes": lambda: 'a: "\\e]0;x\\a\\e[31m"\n? "\\u202e"\n: 1\n',
}


def description(**changes: Any) -> Any:
    """A small description that is right, but for the changes."""
    operation = {"operationId": "getThing", "tags": ["T"], "responses": {"200": {"description": "ok"}}}
    return {
        "openapi": "3.1.1",
        "info": {"title": "T", "version": "1.0.0"},
        "servers": [{"url": "https://demo.example.invalid", "x-environment": "demo"}],
        "paths": {"/thing/{id}": {"get": operation}},
        "components": {"schemas": {"Thing": {"type": "object", "properties": {"a": {"type": "string"}}}}},
        "x-client": {"distribution": "t", "package": "t_client", "class": "T", "default-environment": "demo"},
        **changes,
    }


def schemas(found: dict[str, Any]) -> Any:
    """A description that uses the schema `Thing` of these."""
    answer = {"description": "ok", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}}
    paths = {"/thing": {"get": {"operationId": "getThing", "tags": ["T"], "responses": {"200": answer}}}}
    return description(paths=paths, components={"schemas": found})


def nested(depth: int) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string"}
    for _ in range(depth):
        schema = {"type": "object", "properties": {"a": schema}}
    return schema


THING = {"type": "object", "properties": {"a": {"type": "string"}}}
LOOP = {"allOf": [{"$ref": "#/components/schemas/Thing"}]}
CHAIN = {f"S{n}": {"$ref": f"#/components/schemas/S{n + 1}"} for n in range(3000)}
ODD: tuple[Any, ...] = (
    None,
    3,
    "x",
    [],
    {},
    [[]],
    [None],
    {"": None},
    True,
    -1.5,
    [3],
    {"a": 3},
    {"a": []},
    [{"a": []}],
    "\n",
    "$ref",
)


def with_odd(place: tuple[str, ...], odd: Any) -> Any:
    """A description in which something odd stands at the place."""
    whole = json.loads(json.dumps(schemas({"Thing": THING})))
    at = whole
    for key in place[:-1]:
        at = at[key]
    at[place[-1]] = odd
    return whole


_GET = ("paths", "/thing", "get")
_THING = ("components", "schemas", "Thing")
PLACES: tuple[tuple[str, ...], ...] = (
    ("openapi",), ("info",), ("info", "title"), ("info", "version"), ("servers",), ("paths",), ("paths", "/thing"),
    _GET, (*_GET, "operationId"), (*_GET, "tags"), (*_GET, "parameters"), (*_GET, "requestBody"), (*_GET, "responses"),
    (*_GET, "responses", "200"), (*_GET, "responses", "200", "content"), (*_GET, "security"), (*_GET, "x-class"),
    ("components",), ("components", "schemas"), ("components", "parameters"), ("components", "securitySchemes"), _THING,
    (*_THING, "type"), (*_THING, "properties"), (*_THING, "properties", "a"), (*_THING, "required"), (*_THING, "enum"),
    (*_THING, "allOf"), (*_THING, "anyOf"), (*_THING, "x-conditions"), (*_THING, "if"), (*_THING, "items"),
    (*_THING, "oneOf"), (*_THING, "not"), (*_THING, "prefixItems"), (*_THING, "patternProperties"), (*_THING, "minimum"),
    (*_THING, "maxLength"), (*_THING, "multipleOf"), (*_THING, "format"), (*_THING, "dependentRequired"),
    (*_THING, "propertyNames"), (*_THING, "readOnly"), (*_THING, "uniqueItems"), (*_THING, "nullable"),
    (*_THING, "additionalProperties"), (*_THING, "discriminator"), (*_THING, "pattern"), (*_THING, "const"),
    (*_THING, "$ref"), (*_THING, "title"), (*_THING, "description"), (*_THING, "examples"), ("tags",), ("security",),
    ("x-client",), ("x-client", "package"), ("x-client", "class"), ("x-client", "session"), ("x-client", "failures"),
    ("x-client", "secrets"), ("x-client", "reconcile"), ("x-client", "default-environment"), ("x-operation-classes",),
    ("x-operation-defaults",),
)  # fmt: skip

DESCRIPTIONS: dict[str, Callable[[], Any]] = {
    "a loop of references": lambda: schemas({"Thing": {"$ref": "#/components/schemas/Thing"}}),
    "a loop of two": lambda: schemas({"Thing": {"$ref": "#/components/schemas/B"}, "B": {"$ref": "#/components/schemas/Thing"}}),
    "a loop through allOf": lambda: schemas({"Thing": LOOP}),
    "a chain of references": lambda: schemas({"Thing": CHAIN["S0"], **CHAIN, "S3000": THING}),
    "a deep schema": lambda: schemas({"Thing": nested(40)}),
    "a schema at the edge of depth": lambda: schemas({"Thing": nested(46)}),
    "many schemas": lambda: schemas({"Thing": THING, **{f"S{n}": THING for n in range(2000)}}),
    "many properties": lambda: schemas({"Thing": {"type": "object", "properties": {f"p{n}": {"type": "string"} for n in range(5000)}}}),
    "a union of thousands": lambda: schemas({"Thing": {"oneOf": [{**THING, "required": [f"r{n}"]} for n in range(3000)]}}),
    "many required properties": lambda: schemas({"Thing": {**THING, "required": [f"r{n}" for n in range(5000)]}}),
    "more properties than a class can have": lambda: schemas({"Thing": {"type": "object", "properties": (found := {f"p{n}": {"type": "string"} for n in range(20_000)}), "required": [*found]}}),
    "a conjunction of thousands": lambda: schemas({"Thing": {"allOf": [{"properties": {f"p{n}": {"type": "string"}}} for n in range(2**14)]}}),
    "patterns for properties": lambda: schemas({"Thing": {"type": "object", "patternProperties": {f"^a{n}": {} for n in range(8000)}, "properties": {f"a{n}": {} for n in range(8000)}}}),
    "schemas that all refer to all": lambda: schemas({f"S{n}": {"properties": {f"p{i}": {"$ref": f"#/components/schemas/S{i}"} for i in range(60)}} for n in range(60)} | {"Thing": {"properties": {f"p{n}": {"$ref": f"#/components/schemas/S{n % 60}"} for n in range(9000)}}}),
    "a pattern that explodes on a value": lambda: schemas({"Thing": {"type": "string", "pattern": "(a+)+$", "enum": ["a" * 60 + "!"]}}),
    "steps of any size": lambda: schemas({"Thing": {"type": "number", "enum": [1e308, 10**300, 3], "multipleOf": 1e-300}}),
    "a large enumeration": lambda: schemas({"Thing": {"type": "string", "enum": [f"e{n}" for n in range(50_000)]}}),
    "a long name": lambda: schemas({"Thing": THING, "N" * 100_000: THING}),
    "names that are one in Python": lambda: schemas({"Thing": THING, "ª": THING, "a": THING, "A": THING, "ſelf": THING, "self": THING}),
    "names that are paths": lambda: schemas({"Thing": THING, "../../x": THING, "/etc/passwd": THING, "CON": THING, "a\x00b": THING}),
    "a pattern that explodes": lambda: schemas({"Thing": {"type": "string", "pattern": "(a+)+$", "examples": ["a" * 60 + "!"]}}),
    "a pattern that is none": lambda: schemas({"Thing": {"type": "string", "pattern": "(" * 5000}}),
    "numbers at the edge": lambda: schemas({"Thing": {"type": "number", "maximum": 1e308, "multipleOf": 5e-324, "minimum": -(10**300)}}),
    "a long text": lambda: schemas({"Thing": {**THING, "description": '"""\\' * 200_000}}),
    "a text of one word": lambda: schemas({"Thing": {**THING, "description": "x" * 900_000}}),
    "many operations": lambda: description(paths={f"/a{n}": {"get": {"responses": {}}} for n in range(1000)}),
    "one name for many operations": lambda: description(paths={f"/a{n}": {"get": {"operationId": "x", "responses": {}}} for n in range(2000)}),
    "a long path": lambda: description(paths={"/a" * 200_000: {"get": {"responses": {}}}}),
    "a path of parameters": lambda: description(paths={"/{a}" * 20_000: {"get": {"responses": {}}}}),
}  # fmt: skip
