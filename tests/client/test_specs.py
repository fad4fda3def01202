"""Published descriptions each give a client that sends requests as described and returns answers whole.

The expected requests are computed from the description with urllib, sharing no code with the client.
"""

from __future__ import annotations

import functools
import importlib
import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote, unquote

import httpx
import jsonschema
import pytest
from hypothesis import Phase, find, settings
from hypothesis.strategies import from_regex

from jekyll_openapi.client.generate import Options, Report, make_client
from jekyll_openapi.openapi.reading import read
from tests.programs import Checker

SPECS = Path(__file__).parents[2] / os.environ.get("JEKYLL_OPENAPI_SITE", "../shared/site") / ".." / "specs"
FILES = sorted(path for path in SPECS.glob("*") if path.suffix in (".json", ".yaml")) if SPECS.is_dir() else []
LEFT_OUT = {"box-2025": 2}
"""How many operations a client may lack."""
pytestmark = pytest.mark.skipif(not FILES, reason=f"there are no descriptions in {SPECS}")


class Made:
    """A client of a description."""

    def __init__(self, file: Path, folder: Path) -> None:
        self.document: Any = read(file).content
        self.name = f"spec_{re.sub(r'[^a-z0-9]', '_', file.stem)}"
        self.out = folder / self.name
        self.report: Report = make_client(self.document, self.out, options=Options(self.name, "Service"))
        sys.path.insert(0, str(self.out))
        self.package = importlib.import_module(self.name)
        self.names = json.loads((self.out / self.name / "names.json").read_text())
        self.seen: list[httpx.Request] = []
        self.answer: httpx.Response = httpx.Response(204)

    def client(self) -> Any:
        """One with all credentials, for a host of its own."""

        def answer(request: httpx.Request) -> httpx.Response:
            self.seen.append(request)
            return self.answer

        keywords: dict[str, Any] = {
            "base_url": "https://service.example/base",
            "transport": httpx.MockTransport(answer),
        }
        schemes = self.document.get("components", {}).get("securitySchemes", {})
        kinds = {(one["type"], str(one.get("scheme", "")).lower()) for one in schemes.values()}
        if kinds & {("http", "bearer"), ("oauth2", ""), ("openIdConnect", "")}:
            keywords["token"] = "the-token"
        if ("http", "basic") in kinds:
            keywords["basic"] = ("me", "pass:word")
        if keys := {name: f"key-{name}" for name, one in schemes.items() if one["type"] == "apiKey"}:
            keywords["api_key"] = keys if len(keys) > 1 else next(iter(keys.values()))
        return self.package.Service(**keywords)


@pytest.fixture(scope="module", params=FILES, ids=lambda path: path.stem)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    """The client of each description."""
    one = Made(request.param, tmp_path_factory.mktemp("specs"))
    yield one
    sys.path.remove(str(one.out))


# --- the oracle -------------------------------------------------------------------------------------------------------


def resolved(document: Any, node: Any) -> Any:
    """What a reference leads to."""
    while isinstance(node, dict) and "$ref" in node:
        here = document
        for step in node["$ref"].removeprefix("#/").split("/"):
            here = here[unquote(step).replace("~1", "/").replace("~0", "~")]
        node = here
    return node


def parameters(document: Any, item: Any, operation: Any) -> list[Any]:
    """The parameters of an operation, its own before those of its path."""
    found = {}
    for one in (*item.get("parameters", ()), *operation.get("parameters", ())):
        parameter = resolved(document, one)
        found[parameter["in"], parameter["name"]] = parameter
    return list(found.values())


def written(value: Any) -> str:
    """A value in an address."""
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)


def in_query(parameter: Any, value: Any) -> list[tuple[str, str]]:
    """The pairs of a query parameter in the style `form`."""
    name, explode = parameter["name"], parameter.get("explode", True)
    if isinstance(value, list):
        return [(name, written(one)) for one in value] if explode else [(name, ",".join(map(written, value)))]
    if isinstance(value, dict):
        flat = [written(part) for pair in value.items() for part in pair]
        return [(key, written(one)) for key, one in value.items()] if explode else [(name, ",".join(flat))]
    return [(name, written(value))]


def plain(value: Any) -> Any:
    """What the client gave, as JSON."""
    if hasattr(value, "to_dict"):
        return plain(value.to_dict())
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return float(value) if isinstance(value, Decimal) else value


# --- the tests --------------------------------------------------------------------------------------------------------


def test_each_gives_a_client_with_all_its_operations(made: Made) -> None:
    stated = sum(
        method in ("get", "put", "post", "delete", "options", "head", "patch", "trace")
        for item in (made.document.get("paths") or {}).values()
        for method in item
    )
    assert made.report.operations + len(made.report.left_out) == stated
    assert len(made.report.left_out) <= LEFT_OUT.get(made.name.removeprefix("spec_").replace("_", "-"), 0)
    for name in made.package.models.__all__:
        assert getattr(made.package.models, name) is not None


def test_what_goes_out_is_what_the_description_says(made: Made) -> None:
    client, sent = made.client(), 0
    transport = made.package.testing.ExampleTransport()
    for key, names in made.names["operations"].items():
        method, path = key.split(" ", 1)
        item = made.document["paths"][path]
        operation = item[method.lower()]
        known = transport.description.find(method, path)
        values = {(one.place, one.name): example(transport, one.shape) for one in known.parameters}
        body = example(transport, known.content.shape) if known.content else None
        given = {f"{place} {wire}": value for (place, wire), value in values.items()}
        given |= {f"body {wire}": one for wire, one in body.items()} if isinstance(body, dict) else {}
        arguments = {python: given.get(said, body) for said, python in names["arguments"].items()}
        made.seen.clear()
        made.answer = httpx.Response(204)
        call = getattr(getattr(client, names["group"]), names["method"])
        if problems := refused(made, lambda call=call, given=arguments: call(**given)):  # type: ignore[misc]
            assert {one.rule for one in problems} <= {"pattern", "format", "oneOf", "anyOf", "not"}, problems
            continue
        (request,) = made.seen
        sent += 1
        assert request.method == method
        filled = path
        for (place, name), value in values.items():
            filled = filled.replace(f"{{{name}}}", quote(written(value), safe="")) if place == "path" else filled
        assert request.url.raw_path.decode().partition("?")[0] == f"/base{filled}"
        pairs = []
        for one in parameters(made.document, item, operation):
            value = values.get((one["in"], one["name"]))
            if one["in"] == "query" and value is not None:
                pairs += in_query(one, value)
            elif one["in"] == "header" and one["name"].lower() not in ("accept", "content-type", "authorization"):
                assert request.headers[one["name"]] == written(value)
        assert sorted(parse_qsl(request.url.query.decode(), keep_blank_values=True)) == sorted(pairs)
        check_body(made, operation, request, body)
        check_security(made, operation, request)
    assert sent >= made.report.operations * 0.8


def example(transport: Any, shape: Any) -> Any:
    """A value of the shape that its patterns allow too."""
    if "pattern" in shape:
        return matching(shape["pattern"])
    value = transport._value(shape, "", 0)
    properties = transport.description.shapes.get(shape.get("$ref", "").rpartition("/")[2], {}).get("properties", {})
    if isinstance(value, dict):
        value |= {name: example(transport, one) for name, one in properties.items() if "pattern" in one}
    return value


@functools.cache
def matching(pattern: str) -> str:
    """The same text for a pattern in many places: the first that is found, since making it small takes long."""
    first = settings(phases=[Phase.generate], database=None, derandomize=True)
    return find(from_regex(pattern, fullmatch=True), lambda _: True, settings=first)


def refused(made: Made, call: Callable[[], Any]) -> tuple[Any, ...]:
    """What is wrong with the request; an empty answer says nothing, when the request has gone out."""
    try:
        call()
    except made.package.errors.RequestInvalid as error:
        return tuple(error.problems)
    except made.package.errors.ServiceError:
        pass
    return ()


def check_body(made: Made, operation: Any, request: httpx.Request, body: Any) -> None:
    """The body is in a media type of the description, and holds what was given."""
    stated = resolved(made.document, operation.get("requestBody", {})).get("content", {})
    if body is None or not stated:
        assert request.content == b""
        return
    media = request.headers["content-type"].partition(";")[0]
    assert media in {one.partition(";")[0] for one in stated}
    if media == "application/json":
        assert json.loads(request.content) == body
    elif media == "application/x-www-form-urlencoded":
        pairs = [pair for name, one in body.items() for pair in in_query({"name": name}, one)]
        assert sorted(parse_qsl(request.content.decode(), keep_blank_values=True)) == sorted(pairs)


def check_security(made: Made, operation: Any, request: httpx.Request) -> None:
    """The credentials are those of an alternative of the description."""
    wanted = operation.get("security", made.document.get("security", ()))
    schemes = made.document.get("components", {}).get("securitySchemes", {})
    if not wanted:
        assert "authorization" not in request.headers
        return
    for name in wanted[0]:
        scheme = schemes[name]
        if scheme["type"] == "apiKey" and scheme["in"] == "header":
            assert request.headers[scheme["name"]] == f"key-{name}"
        elif scheme.get("scheme", "").lower() == "basic":
            assert request.headers["authorization"] == httpx.BasicAuth("me", "pass:word")._auth_header
        elif scheme["type"] != "apiKey":
            assert request.headers["authorization"] == "Bearer the-token"


def test_a_valid_answer_comes_back_whole(made: Made) -> None:
    client = made.client()
    transport = made.package.testing.ExampleTransport()
    for key in made.names["operations"]:
        method, path = key.split(" ", 1)
        known = transport.description.find(method, path)
        status, content = next(iter(known.answers.items()))
        if content is None or content.form != "json":
            continue
        value = transport._value(content.shape, "", 0)
        made.answer = httpx.Response(200 if not status.isdecimal() else int(status), json=value)
        found = client._core.description.read(known, made.answer.status_code, json.loads(json.dumps(value)))
        assert plain(found) == value, key
        responses = made.document["paths"][path][method.lower()]["responses"]
        schema = resolved(made.document, responses[status if status in responses else status.lower()])
        stated = next(iter(schema["content"].values()))["schema"]
        if str(made.document["openapi"]).startswith("3.1"):
            validator = jsonschema.Draft202012Validator({**made.document, **resolved(made.document, stated)})
            assert not [one for one in validator.iter_errors(value) if one.validator not in ("pattern", "oneOf")], key
        for row in found if isinstance(found, list) else [found]:
            read_all(row)


def read_all(model: Any) -> None:
    """Every property can be read."""
    for name in getattr(type(model), "_fields", ()):
        value = getattr(model, name)
        for one in value if isinstance(value, list) else [value]:
            if hasattr(type(one), "_fields"):
                read_all(one)


@pytest.mark.deep(only=True)
def test_the_packages_are_strictly_typed(tmp_path: Path, mypy: Checker) -> None:
    small = [path for path in FILES if path.stem in ("petstore", "uspto", "tictactoe", "adyen-disputes")]
    made = [Made(path, tmp_path) for path in small]
    packages = [part for one in made for part in ("-p", one.name)]
    done = mypy(*packages, folder=tmp_path, others=tuple(one.out for one in made))
    assert done.returncode == 0, done.stdout
