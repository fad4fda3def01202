"""A client without `x-client` handles every kind of parameter, body, answer, server and credential."""

from __future__ import annotations

import asyncio
import copy
import importlib
import inspect
import json
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx
import pytest

from jekyll_openapi.client.generate import make_client
from tests.client.zoo import zoo
from tests.programs import Checker

BASE = "https://sandbox.zoo.example/v2"
CAT = {"id": "1", "kind": "cat", "lives": 3}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the distribution is."""
    out = tmp_path_factory.mktemp("zoo") / "made"
    report = make_client(zoo(), out)
    assert (report.operations, report.left_out, report.notes) == (15, (), ())
    return out


@pytest.fixture(scope="module")
def package(folder: Path) -> Iterator[Any]:
    """The client, imported: package and class come from the title."""
    sys.path.insert(0, str(folder))
    yield importlib.import_module("zoo_market_v2")
    sys.path.remove(str(folder))


class Wire:
    """Answers with what it is told to, and keeps what came."""

    def __init__(self, package: Any, **settings: Any) -> None:
        self.seen: list[httpx.Request] = []
        self.answer = httpx.Response(204)
        transport = httpx.MockTransport(self._handle)
        self.api = package.ZooMarketV2(transport=transport, **(settings or {"api_key": {"key": "K1"}}))

    def _handle(self, request: httpx.Request) -> httpx.Response:
        self.seen.append(request)
        return self.answer

    def does(self, answer: object, call: Any, **given: Any) -> tuple[httpx.Request, Any]:
        """The request and the result."""
        self.answer = answer if isinstance(answer, httpx.Response) else httpx.Response(200, content=json.dumps(answer))
        self.seen.clear()
        result = call(**given)
        return self.seen[0], result


def test_parameters_of_all_places_and_styles(package: Any) -> None:
    wire = Wire(package)
    filters = {"color": "re d", "min": Decimal("1.10")}
    request, rows = wire.does(
        [CAT, {"id": "2", "kind": "dog", "bark": 1.5}, {"kind": "fish"}, 5, None],
        wire.api.pets.list,
        filter_=filters,
        tags=["a", "b,c"],
        x_trace="t",
        sid="s",
    )
    raw = request.url.raw_path.decode()
    assert raw == "/v2/pets?filter[color]=re%20d&filter[min]=1.10&tags=a,b%2Cc"
    assert (request.headers["x-trace"], request.headers["cookie"], request.headers["x-key"]) == ("t", "sid=s", "K1")
    assert [type(row).__name__ for row in rows[:2]] == ["Cat", "Dog"]
    assert (rows[0].lives, rows[1].bark, rows[3].raw, rows[4].raw) == (3, Decimal("1.5"), 5, None)
    request, _ = wire.does(CAT, wire.api.pets.get, path_id="a/b c", query_id=5)
    assert request.url.raw_path == b"/v2/pets/a%2Fb%20c?id=5"
    with pytest.raises(package.errors.RequestInvalid, match="printable"):
        wire.api.pets.list(x_trace="a\r\nX-Evil: 1")
    with pytest.raises(package.errors.RequestInvalid):
        wire.api.pets.get(path_id="..")


def test_several_successes_each_with_its_type(package: Any) -> None:
    wire, models = Wire(package), package.models
    post = wire.api.pets.create
    request, made = wire.does(httpx.Response(201, json=CAT), post, body={"kind": "cat", "lives": 9})
    assert (request.headers["content-type"], made) == ("application/json; charset=utf-8", models.Cat.from_dict(CAT))
    _, job = wire.does(httpx.Response(202, json={"job": "j"}), post, body=models.Cat(kind="cat", lives=9))
    assert job.job == "j"
    dog = models.Dog(kind="dog", bark=1.1, password="secret")
    request, nothing = wire.does(httpx.Response(204), post, body=dog)
    assert (json.loads(request.content), nothing) == ({"kind": "dog", "bark": 1.1, "password": "secret"}, None)
    assert "secret" not in repr(dog)
    with pytest.raises(package.errors.RequestInvalid, match="lives"):
        post(body={"kind": "cat", "lives": 0})
    assert inspect.signature(post).return_annotation == "Pet | PostPetsResponse202 | None"


def test_bodies_of_all_kinds(package: Any) -> None:
    wire = Wire(package)
    request, _ = wire.does(httpx.Response(204), wire.api.cats.replace)
    assert (request.content, "content-type" in request.headers) == (b"", False)
    request, prices = wire.does({"x": 1.5}, wire.api.upload.upload, file=("p.png", b"\0PNG"), meta={"value": 3})
    boundary = request.headers["content-type"].partition("boundary=")[2]
    parts = request.content.split(f"--{boundary}".encode())
    assert [part.partition(b"\r\n\r\n")[2] for part in parts[1:-1]] == [b"\0PNG\r\n", b'{"value":3}\r\n']
    assert b'name="file"; filename="p.png"\r\nContent-Type: image/png' in parts[1]
    assert prices == {"x": Decimal("1.5")}
    request, _ = wire.does({}, wire.api.form.create, a="x y&", b=[1, 2], ok=True)
    assert request.content == b"a=x%20y%26&b=1&b=2&ok=true"
    request, price = wire.does(1.5, wire.api.note.create, body="hello")
    assert (request.content, request.headers["content-type"], price) == (b"hello", "text/plain", Decimal("1.5"))
    with pytest.raises(package.errors.RequestInvalid):
        wire.api.note.create(body="too long")
    files = wire.api.files
    request, text = wire.does(httpx.Response(200, text="done"), files.replace, name="a", ext="txt", body=b"\0")
    assert (request.content, request.headers["content-type"], text) == (b"\0", "application/octet-stream", "done")
    request, image = wire.does(httpx.Response(200, content=b"\x89"), files.get, name="a b", ext="png")
    assert (request.url.raw_path, image) == (b"/v2/files/a%20b.png", b"\x89")
    assert "x-key" not in request.headers


def test_answers_of_all_kinds(package: Any) -> None:
    wire = Wire(package)
    said = {
        "a": {"value": 1},
        "m": {"k": CAT},
        "when": "2026-01-01T00:00:00Z",
        "day": "2026-01-01",
        "class": "c",
        "from_dict": 4,
        "list": [1, 9],
        "more": 5,
    }
    _, mixed = wire.does(said, wire.api.form.create)
    assert (mixed.a.value, mixed.m["k"].lives, mixed.when) == (1, 3, datetime(2026, 1, 1, tzinfo=UTC))
    assert (mixed.day, mixed.class_, mixed.from_dict_, mixed.list_) == (date(2026, 1, 1), "c", 4, [1, 9])
    assert ([one.is_known for one in mixed.list_], dict(mixed.additional_properties)) == ([True, False], {"more": 5})
    assert mixed.to_dict() == said == copy.deepcopy(mixed).to_dict()
    _, forest = wire.does({"a": [{"children": [{"value": 2}], "parent": None}]}, wire.api.bulk.create, body=[CAT])
    assert (forest["a"][0].children[0].value, forest["a"][0].parent, forest["a"][0].has("parent")) == (2, None, True)
    _, there = wire.does(httpx.Response(200), wire.api.pets.head, id="7")
    assert there is None
    with pytest.raises(package.errors.ResponseUnreadable):
        wire.does("text", wire.api.pets.other_pets)
    _, lacking = wire.does({"kind": "cat"}, wire.api.cats.create, kind="cat", lives=1)
    assert lacking.mood is None
    with pytest.raises(package.errors.UnexpectedValue, match=r"Cat\.lives is missing"):
        _ = lacking.lives


def test_servers_and_credentials(package: Any) -> None:
    assert str(Wire(package).api._core.base_url) == BASE
    live = Wire(package, basic=("u", "p"), environment="Production", server_variables={"region": "us"})
    request, _ = live.does(httpx.Response(204), live.api.cats.replace)
    assert (str(request.url), request.headers["authorization"]) == ("https://us.zoo.example/v2/cats", "Basic dTpw")
    both = Wire(package, token="T", api_key={"q": "a b"})
    request, _ = both.does(httpx.Response(204), both.api.cats.replace)
    assert (request.url.query, request.headers["authorization"]) == (b"apikey=a%20b", "Bearer T")
    request, value = both.does(5, both.api.elsewhere.get)
    assert (request.url.host, request.url.path, value) == ("other.example", "/api/elsewhere", 5)
    local = Wire(package, api_key={"key": "K"}, base_url="http://127.0.0.1:9/x")
    request, _ = local.does(5, local.api.elsewhere.get)
    assert str(request.url).startswith("http://127.0.0.1:9/x/elsewhere")
    lacking = Wire(package, token="T")
    with pytest.raises(package.errors.NotSent, match="api_key= for 'key' or basic="):
        lacking.api.cats.replace()
    for wrong in (
        {"server_variables": {"region": "mars"}},
        {"api_key": "x"},
        {"environment": "moon"},
        {"basic": ("a:b", "c")},
    ):
        with pytest.raises(ValueError, match=next(iter(wrong)).split("_")[0]):
            Wire(package, **wrong)


def test_the_raw_way_is_checked_and_classed_by_its_method(package: Any) -> None:
    wire = Wire(package)
    request, found = wire.does({"x": 1.5}, wire.api.request, method="PATCH", path="/pets/7", json={"a": 1})
    assert (request.method, request.content, found) == ("PATCH", b'{"a":1}', {"x": Decimal("1.5")})
    with pytest.raises(package.errors.RequestInvalid, match="lives"):
        wire.api.request("putCats", json={"kind": "cat"})
    wire.answer = httpx.Response(503)
    for method, path, times in (("GET", "/unknown", 3), ("POST", "/unknown", 1)):
        wire.seen.clear()
        with pytest.raises(package.errors.ServiceError if hasattr(package.errors, "ServiceError") else Exception):
            wire.api.request(method, path)
        assert len(wire.seen) == times
    whole = wire.api.raw.pets
    wire.answer = httpx.Response(200, json=[CAT])
    assert (whole.list(x_trace="t").status, whole.list(x_trace="t").parsed[0].lives) == (200, 3)


def test_async_does_the_same(package: Any) -> None:
    async def run() -> tuple[Any, Any]:
        transport = package.testing.ExampleTransport()
        async with package.AsyncZooMarketV2(api_key={"key": "K"}, transport=transport) as api:
            return await api.pets.list(x_trace="t"), await api.raw.cats.create(kind="cat", lives=1)

    pets, made = asyncio.run(run())
    assert (pets[0].lives, made.status, made.parsed.lives) == (1, 200, 1)


def test_it_is_strictly_typed(folder: Path, mypy: Checker) -> None:
    done = mypy("zoo_market_v2", folder=folder)
    assert done.returncode == 0, done.stdout


def test_credentials_that_no_request_can_hold_are_named(tmp_path: Path) -> None:
    schemes = {"d": {"type": "http", "scheme": "digest"}, "m": {"type": "mutualTLS"}}
    path = {"get": {"responses": {"204": {"description": ""}}}}
    spec = {
        "openapi": "3.1.0",
        "info": {"title": "Closed", "version": "1"},
        "paths": {"/d": {"get": {**path["get"], "security": [{"d": []}]}}, "/m": path},
        "security": [{"m": []}],
        "components": {"securitySchemes": schemes},
    }
    report = make_client(spec, tmp_path / "out")
    assert [one.pointer.rpartition("/")[2] for one in report.notes] == ["d", "m"]
    sys.path.insert(0, str(tmp_path / "out"))
    package = importlib.import_module("closed")
    sys.path.remove(str(tmp_path / "out"))
    api = package.Closed(base_url="https://x.example", transport=httpx.MockTransport(lambda _: httpx.Response(204)))
    assert api.m.get() is None
    with pytest.raises(package.errors.NotSent, match="cannot send"):
        api.d.get()
