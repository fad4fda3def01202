"""A path finds its operation, whatever its spelling."""

from __future__ import annotations

import json

import pytest

from jekyll_openapi.runtime.description import Description
from jekyll_openapi.runtime.errors import RequestInvalid
from jekyll_openapi.runtime.request_builder import RequestBuilder
from jekyll_openapi.runtime.secrets import Secrets
from jekyll_openapi.runtime.trading.facts import TradingDescription
from tests.client.sample import operation, sample


@pytest.fixture
def description() -> Description:
    """The sample with a path that has a variable, and one that two operations share."""
    spec = sample()
    order = {"name": "orderId", "in": "path", "required": True, "schema": {"type": "string", "maxLength": 8}}
    spec["paths"]["/order/{orderId}/note"] = {"post": operation("orderNote", "write", {}, parameters=(order,))}
    shared = {"get": operation("plugin", "read", {}), "post": operation("addPlugin", "trade", {})}
    spec["paths"]["/user/plugin"] = shared
    del spec["paths"]["/order/list"]["get"]["x-operation-class"]
    return TradingDescription.of(json.dumps(spec))


@pytest.mark.parametrize(
    ("method", "path", "name", "kind"),
    [
        ("POST", "/order/placeOCO", "placeOCO", "trade"),
        ("get", "/order/placeOCO", "placeOCO", "trade"),
        ("POST", "/ORDER/placeoco", "placeOCO", "trade"),
        ("POST", "/order/7/note", "orderNote", "write"),
        ("GET", "/user/plugin", "plugin", "read"),
        ("POST", "/user/plugin", "addPlugin", "trade"),
        ("PUT", "/user/plugin", "addPlugin", "trade"),
        ("GET", "/order/list", "orderList", "trade"),
        ("GET", "/some/new/operation", "GET /some/new/operation", "trade"),
        ("GET", "/order/7/8/note", "GET /order/7/8/note", "trade"),
    ],
)
def test_an_operation_is_found_by_its_path(
    description: Description, method: str, path: str, name: str, kind: str
) -> None:
    found = description.find(method, path)
    assert (found.id, found.kind) == (name, kind)


def target(description: Description, **values: object) -> str:
    """The JSONPath that a note leads to."""
    builder = RequestBuilder(description, Secrets(()))
    return builder.prepare(description.operations["orderNote"], 0, values=values).target


def test_values_of_a_path_are_checked_and_quoted(description: Description) -> None:
    assert target(description, orderId="a/b?c") == "/order/a%2Fb%3Fc/note"
    for value in ("..", ".", "", None, "x" * 9, 5, "a\nb"):
        with pytest.raises(RequestInvalid):
            target(description, orderId=value)
