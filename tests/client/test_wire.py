"""Each OpenAPI construct gives the expected bytes of request and the expected value of the answer."""

from __future__ import annotations

import copy
import importlib
import json
import pickle
import sys
from collections.abc import Iterator
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from pathlib import Path
from typing import Any

import httpx
import pytest

from jekyll_openapi.client.generate import Options, make_client
from tests.client.zoo import BINARY, INTEGER, STRING, Json, body, ok, ref

TEXTS: Json = {"type": "array", "items": STRING}
POINT: Json = {"type": "object", "properties": {"x": INTEGER, "y": STRING}}
HALVES: Json = {
    "allOf": [
        {"type": "object", "properties": {"x": INTEGER}, "additionalProperties": False},
        {"type": "object", "properties": {"z": STRING}, "additionalProperties": False},
    ]
}
PETS: Json = {
    "Pet": {
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": STRING, "friend": ref("Pet")},
        "discriminator": {"propertyName": "kind", "mapping": {"dog": "Dog"}},
    },
    "Cat": {"allOf": [ref("Pet"), {"type": "object", "properties": {"lives": INTEGER}}]},
    "Dog": {"allOf": [ref("Pet"), {"type": "object", "required": ["bark"], "properties": {"bark": STRING}}]},
}
PAYMENTS: Json = {
    "Card": {"type": "object", "required": ["number"], "properties": {"kind": STRING, "number": STRING}},
    "Cash": {"type": "object", "required": ["till"], "properties": {"kind": STRING, "till": INTEGER}},
    "Transfer": {
        "type": "object",
        "required": ["iban"],
        "properties": {"kind": {"type": "string", "enum": ["transfer", "wire"]}, "iban": STRING},
    },
    "Payment": {
        "oneOf": [ref("Card"), ref("Cash"), ref("Transfer")],
        "discriminator": {"propertyName": "kind", "mapping": {"card": "#/components/schemas/Card"}},
    },
    "Paid": {
        "type": "object",
        "properties": {"main": ref("Payment"), "rest": {"type": "array", "items": ref("Payment")}},
    },
}
FORM, PARTS = "application/x-www-form-urlencoded", "multipart/form-data"


def _parameter(schema: Json | None, place: str = "query", name: str = "q", **more: Any) -> Json:
    stated = {} if schema is None else {"schema": schema}
    return {"name": name, "in": place, **stated, **({"required": True} if place == "path" else {}), **more}


PARAMETERS: dict[str, tuple[Json, Any, str]] = {
    "form list": (_parameter(TEXTS), ["a", "b c"], "?q=a&q=b%20c"),
    "form list in one": (_parameter(TEXTS, explode=False), ["a", "b,c"], "?q=a,b%2Cc"),
    "empty list": (_parameter(TEXTS), [], ""),
    "empty list in one": (_parameter(TEXTS, explode=False), [], ""),
    "spaces": (_parameter(TEXTS, style="spaceDelimited", explode=False), ["a", "b"], "?q=a%20b"),
    "pipes": (_parameter(TEXTS, style="pipeDelimited", explode=False), ["a", "b"], "?q=a%7Cb"),
    "form object": (_parameter(POINT), {"x": 1, "y": "b&"}, "?x=1&y=b%26"),
    "form object in one": (_parameter(POINT, explode=False), {"x": 1, "y": "b"}, "?q=x,1,y,b"),
    "deep object": (_parameter(POINT, style="deepObject"), {"x": 1, "y": "b"}, "?q[x]=1&q[y]=b"),
    "reserved": (_parameter(STRING, allowReserved=True), "/a?b=c&d#e f", "?q=/a?b%3Dc%26d%23e%20f"),
    "empty text": (_parameter(STRING), "", "?q="),
    "truth": (_parameter({"type": "boolean"}), True, "?q=true"),
    "as JSON": (_parameter(None, content={"application/json": {"schema": POINT}}), {"x": 1}, "?q=%7B%22x%22%3A1%7D"),
    "as text": (_parameter(None, content={"text/plain": {"schema": STRING}}), "a b", "?q=a%20b"),
    "odd name": (_parameter(STRING, name="a[b] é"), "x", "?a%5Bb%5D%20%C3%A9=x"),
    "simple": (_parameter(TEXTS, "path"), ["a/b", "c"], "/a%2Fb,c"),
    "simple object": (_parameter(POINT, "path"), {"x": 1, "y": "b"}, "/x,1,y,b"),
    "simple object apart": (_parameter(POINT, "path", explode=True), {"x": 1, "y": "b"}, "/x=1,y=b"),
    "label": (_parameter(TEXTS, "path", style="label", explode=True), ["a", "b"], "/.a.b"),
    "label object": (_parameter(POINT, "path", style="label", explode=True), {"x": 1, "y": "b"}, "/.x=1.y=b"),
    "matrix": (_parameter(TEXTS, "path", style="matrix"), ["a", "b"], "/;q=a,b"),
    "matrix apart": (_parameter(TEXTS, "path", style="matrix", explode=True), ["a", "b"], "/;q=a;q=b"),
    "matrix object": (_parameter(POINT, "path", style="matrix", explode=True), {"x": 1, "y": "b"}, "/;x=1;y=b"),
    "matrix without a value": (_parameter(STRING, "path", style="matrix"), "", "/;q"),
    "header": (_parameter(TEXTS, "header"), ["a", "b"], "a,b"),
    "header of an object": (_parameter(POINT, "header", explode=True), {"x": 1, "y": "b"}, "x=1,y=b"),
    "header of an empty list": (_parameter(TEXTS, "header"), [], "-"),
    "cookie": (_parameter(TEXTS, "cookie", explode=False), ["a", "b"], "q=a,b"),
}
"""A parameter, its value, and the text sent."""

PATHS: dict[str, str] = {
    "/fixed?action=list": "/fixed?action=list",
    "/marked#first": "/marked",
    "/marked#second/?a=b": "/marked",
    "/plain/a b/ü/%41/$all/(x)/c;d='e'/@me": "/plain/a%20b/%C3%BC/%41/$all/(x)/c;d='e'/@me",
    "/twice//here": "/twice//here",
    "/end/": "/end/",
}
"""A path without variables, and the path sent."""

BODIES: dict[str, tuple[Json, Any, str, bytes]] = {
    "any JSON": (body(POINT, "*/*"), {"x": 1}, "application/json", b'{"x":1}'),
    "any application": (body(POINT, "application/*"), {"x": 1}, "application/json", b'{"x":1}'),
    "any kind of JSON": (body(POINT, "application/*+json"), {"x": 1}, "application/json", b'{"x":1}'),
    "a kind of JSON": (
        body(POINT, "application/merge-patch+json"),
        {"x": 1},
        "application/merge-patch+json",
        b'{"x":1}',
    ),
    "any bytes": (body(BINARY, "*/*"), b"\0", "application/octet-stream", b"\0"),
    "a picture": (body(BINARY, "image/*"), b"\0", "application/octet-stream", b"\0"),
    "any text": (body(STRING, "text/*"), "a", "text/plain", b"a"),
    "a number as text": (body(INTEGER, "text/plain"), 5, "text/plain", b"5"),
    "an object in XML": (body(POINT, "text/xml"), "<a/>", "text/xml", b"<a/>"),
    "null": (body({"anyOf": [POINT, {"type": "null"}]}), None, "application/json", b"null"),
    "null in a choice": (body({"anyOf": [STRING, TEXTS]}), ["a"], "application/json", b'["a"]'),
    "null in a mapping": (
        body({"type": "object", "additionalProperties": {"type": ["string", "null"]}}),
        {"a": None},
        "application/json",
        b'{"a":null}',
    ),
    "no schema": ({"required": True, "content": {"application/json": {}}}, {"a": 1}, "application/json", b'{"a":1}'),
}
"""A body that is given as a whole, its value, and what goes out."""

NULLED: Json = {"type": ["string", "null"]}
PROPERTIES: dict[str, tuple[Json, Json, bytes]] = {
    "null that is wanted": (
        body({"type": "object", "required": ["a"], "properties": {"a": NULLED, "b": NULLED}}),
        {"a": None, "b": ...},
        b'{"a":null}',
    ),
    "null that is asked for": (
        body({"type": "object", "properties": {"a": NULLED, "b": STRING, "c": {}}}, required=False),
        {"a": None, "b": None, "c": None},
        b'{"a":null}',
    ),
    "nothing that is asked for": (
        body({"type": "object", "properties": {"a": NULLED}}, required=False),
        {},
        b"",
    ),
    "wanted and not described": (
        body({"type": "object", "required": ["z"], "properties": {"a": STRING}}),
        {"a": "1", "z": 2},
        b'{"a":"1","z":2}',
    ),
    "one property by two members": (
        body(
            {
                "allOf": [
                    {"type": "object", "properties": {"o": {"type": "object", "properties": {"x": INTEGER}}}},
                    {"type": "object", "properties": {"o": {"type": "object", "properties": {"y": INTEGER}}}},
                ]
            }
        ),
        {"o": {"x": 1, "y": 2}},
        b'{"o":{"x":1,"y":2}}',
    ),
    "two halves that are closed": (
        body({"type": "object", "properties": {"o": HALVES}}),
        {"o": {"x": 1, "z": "2"}},
        b'{"o":{"x":1,"z":"2"}}',
    ),
    "a list with the values of its items": (
        body({"type": "object", "properties": {"l": {"type": "array", "items": STRING, "enum": ["a", "b"]}}}),
        {"l": ["b", "a"]},
        b'{"l":["b","a"]}',
    ),
    "texts that YAML took for numbers": (
        body(
            {
                "type": "object",
                "properties": {"t": {"type": "string", "enum": [1, True]}, "n": {"type": "number", "enum": ["1.5"]}},
            }
        ),
        {"t": "true", "n": 1.5},
        b'{"t":"true","n":1.5}',
    ),
    "a pattern that no validator can build": (
        body({"type": "object", "properties": {"t": {"type": "string", "pattern": "^.{1,2097152}$"}}}),
        {"t": "a"},
        b'{"t":"a"}',
    ),
    "a form in all styles": (
        body(
            {
                "type": "object",
                "properties": {"a": TEXTS, "b": TEXTS, "c": TEXTS, "d": POINT, "e": POINT, "f": TEXTS, "g": STRING},
            },
            FORM,
            encoding={
                "a": {"explode": False},
                "b": {"style": "pipeDelimited", "explode": False},
                "c": {"style": "spaceDelimited", "explode": False},
                "d": {"style": "deepObject"},
                "e": {"style": "form"},
                "f": {"contentType": "application/json"},
                "g": {"allowReserved": True},
            },
        ),
        {**{key: ["1", "2"] for key in "abc"}, "d": {"x": 1}, "e": {"x": 2, "y": "3"}, "f": ["1", "2"], "g": "/?"},
        b"a=1,2&b=1%7C2&c=1%202&d[x]=1&x=2&y=3&f=%5B%221%22%2C%222%22%5D&g=/?",
    ),
}
"""A body that is given by its properties, these, and what goes out."""

SENT: dict[str, tuple[Json, Json, list[tuple[str, str | None, str | None, bytes]]]] = {
    "files": (
        body({"type": "object", "properties": {"f": {"type": "array", "items": BINARY}}}, PARTS),
        {"f": [("a.png", b"1"), ("b", b"2")]},
        [("f", "application/octet-stream", "a.png", b"1"), ("f", "application/octet-stream", "b", b"2")],
    ),
    "types that are stated": (
        body(
            {"type": "object", "properties": {"f": {"type": "array", "items": BINARY}, "g": BINARY, "h": BINARY}},
            PARTS,
            encoding={
                "f": {"contentType": "image/png, image/jpeg"},
                "g": {"contentType": "image/*"},
                "h": {"contentType": "text/csv"},
            },
        ),
        {"f": [("a.jpg", b"1"), ("b", b"2")], "g": ("c.gif", b"3"), "h": ("d", b"4")},
        [
            ("f", "image/jpeg", "a.jpg", b"1"),
            ("f", "image/png", "b", b"2"),
            ("g", "image/gif", "c.gif", b"3"),
            ("h", "text/csv", "d", b"4"),
        ],
    ),
    "objects": (
        body({"type": "object", "properties": {"a": {"type": "array", "items": POINT}, "t": TEXTS}}, PARTS),
        {"a": [{"x": 1}, {"x": 2}], "t": ["u", "v"]},
        [
            ("a", "application/json", None, b'{"x":1}'),
            ("a", "application/json", None, b'{"x":2}'),
            ("t", None, None, b"u"),
            ("t", None, None, b"v"),
        ],
    ),
    "JSON that is stated": (
        body(
            {"type": "object", "properties": {"t": TEXTS}},
            PARTS,
            encoding={"t": {"contentType": "application/json"}},
        ),
        {"t": ["u", "v"]},
        [("t", "application/json", None, b'["u","v"]')],
    ),
}
"""A body of several parts, its properties, and each part: name, type, file, content."""

Answer = tuple[Json, httpx.Response, Any]
ANSWERS: dict[str, Answer] = {
    "any JSON": (ok(POINT, "*/*"), httpx.Response(200, json={"x": 1}), {"x": 1}),
    "any text": (ok(STRING, "*/*"), httpx.Response(200, text="plain"), "plain"),
    "any text as JSON": (ok(STRING, "*/*"), httpx.Response(200, json="plain"), "plain"),
    "any bytes": (ok(BINARY, "*/*"), httpx.Response(200, content=b"\0"), b"\0"),
    "anything": (ok({}, "application/*"), httpx.Response(200, content=b"\0", headers={"Content-Type": "a/b"}), b"\0"),
    "a picture": (ok(BINARY, "image/*"), httpx.Response(200, content=b"\0"), b"\0"),
    "text of another time": (
        ok(STRING, "text/html"),
        httpx.Response(200, content=b"\xe9", headers={"Content-Type": "text/html; charset=iso-8859-1"}),
        "é",
    ),
    "a status without a body": (ok(POINT, status="204"), httpx.Response(204), None),
    "a name that is empty": (
        ok({"type": "object", "properties": {"": STRING}}),
        httpx.Response(200, json={"": "x"}),
        {"": "x"},
    ),
}
"""What is said of the answer, the answer, and what comes of it."""


def _paths() -> Json:
    """The operations, each under the name of its table and its row."""
    paths: Json = {path: {"get": {"responses": ok(status="204")}} for path in PATHS}
    asked = [_parameter(STRING), _parameter(STRING, "path", "at")]
    paths["/asked?q={q}&and=more&at={at}"] = {"get": {"parameters": asked, "responses": ok(status="204")}}
    for row, (parameter, _, _) in PARAMETERS.items():
        end = "/{q}" if parameter["in"] == "path" else ""
        paths[f"/{_name('p', row)}{end}"] = {"get": {"parameters": [parameter], "responses": ok(status="204")}}
    for table, rows in (("b", BODIES), ("k", PROPERTIES), ("s", SENT)):
        for row, given in rows.items():
            paths[f"/{_name(table, row)}"] = {"post": {"requestBody": given[0], "responses": ok(status="204")}}
    for row, answer in ANSWERS.items():
        paths[f"/{_name('a', row)}"] = {"get": {"responses": answer[0]}}
    paths["/asked#elsewhere"] = {"get": {"responses": ok(status="204")}}
    paths["/asked?and=less"] = {"get": {"responses": ok(status="204")}}
    paths["/pets"] = {"post": {"requestBody": body(ref("Pet")), "responses": ok(ref("Pet"))}}
    paths["/paid"] = {"get": {"responses": ok(ref("Paid"))}}
    paths["/looked"] = {"head": {"responses": ok(ref("Point"))}}
    return paths


def _name(table: str, row: str) -> str:
    return f"{table}-{row.replace(' ', '-')}"


class Wire:
    """A client of all of it."""

    def __init__(self, folder: Path) -> None:
        spec = {
            "openapi": "3.1.0",
            "info": {"title": "Wire", "version": "1"},
            "paths": _paths(),
            "components": {"schemas": {"Point": POINT, **PETS, **PAYMENTS}},
        }
        self.report = make_client(spec, folder, options=Options("one_at_a_time", "Service"))
        sys.path.insert(0, str(folder))
        self.package = importlib.import_module("one_at_a_time")
        self.names = json.loads((folder / "one_at_a_time" / "names.json").read_text())["operations"]
        self.answer = httpx.Response(204)
        self.seen: list[httpx.Request] = []
        self.api = self.package.Service(
            base_url="https://x.example",
            transport=httpx.MockTransport(lambda one: self.seen.append(one) or self.answer),
        )

    def call(self, key: str, given: dict[str, Any] | None = None) -> Any:
        """What a call gives; `given` are the arguments by place and name."""
        names = self.names[key]
        arguments = {names["arguments"][wire]: value for wire, value in (given or {}).items()}
        self.seen.clear()
        return getattr(getattr(self.api, names["group"]), names["method"])(**arguments)

    def sends(self, key: str, given: dict[str, Any] | None = None) -> httpx.Request:
        """The request of a call."""
        self.answer = httpx.Response(204)
        self.call(key, given)
        return self.seen[0]


@pytest.fixture(scope="module")
def wire(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wire]:
    folder = tmp_path_factory.mktemp("wire") / "made"
    yield Wire(folder)
    sys.path.remove(str(folder))


def test_nothing_is_left_out(wire: Wire) -> None:
    assert wire.report.left_out == ()
    assert {one.reason.split(" has ")[0] for one in wire.report.notes} == {
        "an answer of 204",
        "an answer to HEAD",
        "an enumeration of number",
        "an enumeration of string",
        "objects are closed here that are described jointly; they are closed as a whole",
        "the enumeration of a list says what its items may be, and is read so",
        "the pattern '^.{1,2097152}$' cannot be compiled; it is ignored",
    }


@pytest.mark.parametrize("row", PARAMETERS)
def test_a_parameter(wire: Wire, row: str) -> None:
    parameter, value, wanted = PARAMETERS[row]
    place, start = parameter["in"], f"/{_name('p', row)}"
    request = wire.sends(f"GET {start}{'/{q}' if place == 'path' else ''}", {f"{place} {parameter['name']}": value})
    found = request.url.raw_path.decode().removeprefix(start)
    assert wanted == (
        request.headers.get("q" if place == "header" else place, "-") if place in ("header", "cookie") else found
    )


@pytest.mark.parametrize("path", PATHS)
def test_a_path(wire: Wire, path: str) -> None:
    assert wire.sends(f"GET {path}").url.raw_path.decode() == PATHS[path]


def test_a_variable_behind_a_path_is_written_once(wire: Wire) -> None:
    request = wire.sends("GET /asked?q={q}&and=more&at={at}", {"query q": "a b", "path at": "c"})
    assert request.url.raw_path == b"/asked?and=more&at=c&q=a%20b"


@pytest.mark.parametrize(
    ("operation", "values"),
    [
        ("GET /asked?q={q}&and=more&at={at}", {"query q": "a b", "path at": "c"}),
        ("GET /asked?and=less", {}),
        ("GET /asked#elsewhere", {}),
    ],
)
def test_the_transport_for_tests_knows_what_stands_behind_a_path(
    wire: Wire, operation: str, values: dict[str, str]
) -> None:
    request = wire.sends(operation, values)
    transport = wire.package.testing.ExampleTransport()
    assert transport.handle_request(request).status_code == 204
    [known] = [one for one in transport.description.operations.values() if f"GET {one.path}" == operation]
    assert transport.sent(known.id) == [request]


@pytest.mark.parametrize("row", BODIES)
def test_a_body(wire: Wire, row: str) -> None:
    _, value, media, wanted = BODIES[row]
    key = f"POST /{_name('b', row)}"
    is_whole = "body " in wire.names[key]["arguments"]
    request = wire.sends(key, {"body ": value} if is_whole else {f"body {name}": one for name, one in value.items()})
    assert (request.headers["content-type"], request.content) == (media, wanted)
    if is_whole:
        with pytest.raises(TypeError, match="body"):
            wire.call(key)


@pytest.mark.parametrize("row", PROPERTIES)
def test_a_body_by_its_properties(wire: Wire, row: str) -> None:
    _, values, wanted = PROPERTIES[row]
    request = wire.sends(f"POST /{_name('k', row)}", {f"body {name}": one for name, one in values.items()})
    assert request.content == wanted


def test_an_object_is_what_its_discriminator_says(wire: Wire) -> None:
    models = wire.package.models
    wire.answer = httpx.Response(200, json={"kind": "dog", "bark": "wow", "friend": {"kind": "Cat", "lives": 9}})
    dog = wire.call("POST /pets", {"body ": {"kind": "Cat", "lives": 7}})
    assert json.loads(wire.seen[0].content) == {"kind": "Cat", "lives": 7}
    assert (type(dog), dog.bark, type(dog.friend), dog.friend.lives) == (models.Dog, "wow", models.Cat, 9)
    for kind in ("fish", 7, True, ["dog"]):
        wire.answer = httpx.Response(200, json={"kind": kind, "bark": "w"})
        assert type(wire.call("POST /pets", {"body ": models.Dog(kind="dog", bark="w")})) is models.Pet
    with pytest.raises(wire.package.errors.RequestInvalid, match="bark is missing"):
        wire.call("POST /pets", {"body ": {"kind": "dog"}})


UNLISTED: dict[str, Any] = {"kind": "crypto", "number": "4", "till": 2, "password": "p"}


@pytest.mark.parametrize("kind", ["crypto", "", "CARD", 7, True, ["card"], {"card": 1}])
def test_what_looks_like_a_member_and_says_that_it_is_another_is_none(wire: Wire, kind: Any) -> None:
    models = wire.package.models
    rows = [{"kind": "card", "number": "4"}, {**UNLISTED, "kind": kind}, {"kind": "Cash", "till": 2}]
    wire.answer = httpx.Response(200, json={"main": rows[1], "rest": rows})
    paid = wire.call("GET /paid")
    assert [type(one) for one in paid.rest[::2]] == [models.Card, models.Cash]
    for one in (paid.main, paid.rest[1]):
        assert not isinstance(one, models.Card | models.Cash)
        assert (one.raw, one.to_dict()) == (rows[1], rows[1])
        assert one.additional_properties["kind"] == kind
        with pytest.raises(AttributeError):
            one.number  # noqa: B018
    assert paid.to_dict() == {"main": rows[1], "rest": rows}
    assert pickle.loads(pickle.dumps(paid)) == copy.deepcopy(paid) == paid


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ({"number": "4"}, "Card"),
        ({"kind": None, "till": 2}, "Cash"),
        ({"kind": "transfer", "till": 2}, "Transfer"),
        ({"kind": "wire", "till": 2}, "Transfer"),
    ],
)
def test_a_member_is_found_where_the_discriminator_says_nothing_or_it_lists_the_value(
    wire: Wire, row: Any, name: str
) -> None:
    wire.answer = httpx.Response(200, json={"main": row, "rest": []})
    assert type(wire.call("GET /paid").main).__name__ == name


def test_two_closed_halves_are_closed_as_a_whole(wire: Wire) -> None:
    with pytest.raises(wire.package.errors.RequestInvalid, match=r"o\.unknown is not known"):
        wire.call(f"POST /{_name('k', 'two halves that are closed')}", {"body o": {"x": 1, "z": "2", "unknown": 3}})


@pytest.mark.parametrize("row", SENT)
def test_a_body_of_several_parts(wire: Wire, row: str) -> None:
    _, values, wanted = SENT[row]
    request = wire.sends(f"POST /{_name('s', row)}", {f"body {name}": one for name, one in values.items()})
    head = b"Content-Type: " + request.headers["content-type"].encode() + b"\r\n\r\n"
    found = []
    parts = BytesParser(EmailMessage, policy=default).parsebytes(head + request.content)
    for part in parts.iter_parts():
        kind = part.get_content_type() if part["content-type"] else None
        content = bytes(part.get_payload(decode=True)).rstrip(b"\r\n")
        found.append((part.get_param("name", header="content-disposition"), kind, part.get_filename(), content))
    assert found == wanted


@pytest.mark.parametrize("row", ANSWERS)
def test_an_answer(wire: Wire, row: str) -> None:
    _, wire.answer, wanted = ANSWERS[row]
    found = wire.call(f"GET /{_name('a', row)}")
    assert wanted == (found.to_dict() if hasattr(found, "to_dict") else found)


def test_what_cannot_be_read_is_said(wire: Wire) -> None:
    wire.answer = httpx.Response(200, content=b"\xe9", headers={"Content-Type": "text/html"})
    with pytest.raises(wire.package.errors.ResponseUnreadable, match="not text in UTF-8"):
        wire.call(f"GET /{_name('a', 'text of another time')}")
    wire.answer = httpx.Response(200, headers={"Content-Type": "application/json"})
    assert wire.call("HEAD /looked") is None
