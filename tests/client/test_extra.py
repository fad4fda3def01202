"""Problems use the caller's keywords and link to the page; `extra` sends undescribed properties."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from jekyll_openapi.client.generate import make_client
from jekyll_openapi.runtime.extra import with_extra
from jekyll_openapi.runtime.messages import link
from tests.client.conftest import Driver
from tests.client.sample import PLACE_OCO, sample


def refusal(driver: Driver, make: Any) -> list[str]:
    """The problems of a call that is not sent, as text."""
    with pytest.raises(driver.package.errors.RequestInvalid) as caught:
        driver.do(make())
    return [str(one) for one in caught.value.problems]


def test_problems_are_told_by_the_names_of_the_caller(driver: Driver, transport: Any) -> None:
    client = driver.client(transport)
    slips = {**PLACE_OCO, "order_qty": "1", "other": {"action": "Sell", "orderType": "Stop", "stop_price": 1}}
    said = refusal(driver, lambda: client.order.place_oco(**slips))
    assert said[0].startswith("order_qty must be an integer, got '1' (")
    assert any(one.startswith("other.stop_price is not known (did you mean `stopPrice`?)") for one in said)
    by_hand = {"action": "Buy", "orderQty": "1"}
    said = refusal(driver, lambda: client.request("POST", "/order/placeOCO", json=by_hand))
    assert any(one.startswith("orderQty must be an integer, got '1'") for one in said)
    assert transport.requests == []


def test_the_names_of_the_api_stay_on_the_problem(driver: Driver, transport: Any) -> None:
    with pytest.raises(driver.package.errors.RequestInvalid) as caught:
        driver.place(driver.client(transport), order_qty="1")
    (problem,) = caught.value.problems
    assert (problem.field, problem.name, problem.link) == ("orderQty", "order_qty", "")


@pytest.mark.parametrize(
    ("docs_url", "opened"),
    [
        ("https://docs.example/blob/main/pages", "https://docs.example/blob/main/pages/a/b.md#L7"),
        ("https://docs.example/", "https://docs.example/a/b.md#L7"),
        ("https://docs.example/?p={page}&l={line}", "https://docs.example/?p=a/b.md&l=7"),
        ("https://docs.example/{page}", "https://docs.example/a/b.md"),
        ("", ""),
    ],
)
def test_a_place_is_a_link_where_somebody_says_where_the_pages_are(docs_url: str, opened: str) -> None:
    assert link("a/b.md:7", docs_url) == opened
    assert link("", docs_url) == ""
    assert link("somewhere", docs_url) == ""


@pytest.mark.parametrize("place", ["info", "client"])
def test_the_link_stands_in_what_is_raised(tmp_path: Path, place: str) -> None:
    from tests.client.test_hostile import imported

    spec = sample()
    spec["x-client"] = {**spec["x-client"], "package": f"linked_{place}", "distribution": "linked-client"}
    holder, key = (spec["info"], "x-docs-url") if place == "info" else (spec["x-client"], "docs-url")
    holder[key] = "https://docs.example/pages"
    make_client(spec, tmp_path / "out")
    with imported(tmp_path / "out", f"linked_{place}") as made:
        client = made.Sample(token="t", transport=made.testing.ExampleTransport())
        with pytest.raises(made.errors.RequestInvalid) as caught:
            client.order.place_oco(**{**PLACE_OCO, "action": "Hold"})
        assert "(https://docs.example/pages/order/placeOCO.md#L23)" in str(caught.value)


def test_extra_goes_where_nothing_is_known(driver: Driver, transport: Any) -> None:
    client = driver.client(transport)
    extra = {"fresh": {"deep": [1]}, "other": {"newer": 2}}
    made = driver.do(client.order.place_oco(**PLACE_OCO, extra=extra)) and json.loads(transport.requests[-1].content)
    assert made["fresh"] == {"deep": [1]}
    assert {**made["other"], "clOrdId": ""} == {**PLACE_OCO["other"], "newer": 2, "clOrdId": ""}
    by_hand = {name: value for name, value in made.items() if name not in ("fresh", "other", "clOrdId")}
    driver.do(client.request("POST", "/order/placeOCO", json={**by_hand, "other": PLACE_OCO["other"]}, extra=extra))
    assert json.loads(transport.requests[-1].content)["fresh"] == {"deep": [1]}


def test_extra_is_no_way_around_what_is_known(driver: Driver, transport: Any) -> None:
    client = driver.client(transport)
    said = refusal(driver, lambda: client.order.place_oco(**PLACE_OCO, extra={"orderQty": "1", "other": {"price": ""}}))
    assert [one.split(" must")[0] for one in said] == ["order_qty", "other.price"]
    said = refusal(driver, lambda: client.order.place_oco(**PLACE_OCO, extra={"fresh": float("nan")}))
    assert "fresh must be a finite number" in said[0]
    body = {**PLACE_OCO, "other": {**PLACE_OCO["other"], "odd": 1}}
    said = refusal(driver, lambda: client.order.place_oco(**body, extra={"odd": 1}))
    assert [one.split(" (")[0] for one in said] == ["other.odd is not known"]
    with pytest.raises(TypeError, match="extra must be a mapping of names to values, got "):
        driver.do(client.order.place_oco(**PLACE_OCO, extra=["odd"]))
    assert transport.requests == []


def test_what_is_merged_is_on_top() -> None:
    body, ways = with_extra({"a": {"b": 1, "c": [1]}, "d": 1}, {"a": {"c": [{"x": 1}], "e": 2}, "d": {"f": 1}})
    assert body == {"a": {"b": 1, "c": [{"x": 1}], "e": 2}, "d": {"f": 1}}
    assert ways == {"a", "a.c", "a.c[0].x", "a.e", "d", "d.f"}
    assert with_extra(None, {"a": 1})[0] == {"a": 1}
    assert with_extra({"a": 1}, None)[1] == frozenset()
