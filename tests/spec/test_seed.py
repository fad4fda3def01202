"""The page that started the project, fact by fact."""

from pathlib import Path
from typing import Any

import pytest

from jekyll_openapi.pipeline import Made, make_spec
from jekyll_openapi.spec.base import read_base

PROPERTIES = [
    "accountSpec", "accountId", "clOrdId", "action", "symbol", "orderQty", "orderType", "price", "stopPrice", "maxShow",
    "pegDifference", "timeInForce", "expireTime", "activationTime", "customTag50", "isAutomated", "other",
]  # fmt: skip
NOT_MARKET = ["Limit", "MIT", "Stop", "StopLimit", "TrailingStop", "TrailingStopLimit"]


@pytest.fixture(scope="module")
def made(site: Path, root: Path) -> Made:
    page = site.parent / "seed" / "placeOCO.md"
    if not page.is_file():
        pytest.skip("the seed page is not beside the real site")
    return make_spec(page, read_base(root / "spec" / "base.yaml"))


@pytest.fixture(scope="module")
def operation(made: Made) -> Any:
    return made.spec["paths"]["/order/placeOCO"]["post"]


@pytest.fixture(scope="module")
def body(made: Made) -> Any:
    return made.spec["components"]["schemas"]["PlaceOCO"]


def test_the_operation(made: Made, operation: Any) -> None:
    assert list(made.spec["paths"]) == ["/order/placeOCO"]
    assert list(made.spec["paths"]["/order/placeOCO"]) == ["post"]
    assert operation["operationId"] == "placeOCO"
    assert operation["tags"] == ["Orders"]
    assert operation["security"] == [{"bearer": []}]
    assert operation["x-operation-class"] == "trade"
    assert operation["x-source"] == "placeOCO.md:51"


def test_the_properties_are_in_page_order_with_their_lines(body: Any) -> None:
    assert list(body["properties"]) == PROPERTIES
    assert [one["x-source"] for one in body["properties"].values()] == [f"placeOCO.md:{line}" for line in range(58, 75)]


def test_required_is_what_is_red_and_nothing_else(body: Any) -> None:
    assert body["required"] == ["action", "symbol", "orderQty", "orderType", "other"]
    practice = [name for name, one in body["properties"].items() if one.get("x-required-in-practice")]
    assert practice == ["accountId"]


def test_enumerations_are_named(made: Made, body: Any) -> None:
    named = {"action": "Action", "orderType": "OrderType", "timeInForce": "TimeInForce"}
    for name, schema in named.items():
        assert body["properties"][name]["allOf"] == [{"$ref": f"#/components/schemas/{schema}"}]
    assert made.spec["components"]["schemas"]["Action"]["enum"] == ["Buy", "Sell"]
    assert made.spec["components"]["schemas"]["TimeInForce"]["enum"] == ["Day", "FOK", "GTC", "GTD", "IOC"]


def test_the_three_rules(body: Any) -> None:
    rules = [
        (rule["if"]["properties"], rule["if"]["required"], rule["then"]["required"], rule["x-source"])
        for rule in body["allOf"]
    ]
    stops = ["Stop", "StopLimit", "TrailingStop", "TrailingStopLimit"]
    assert rules == [
        ({"orderType": {"enum": NOT_MARKET}}, ["orderType"], ["price"], "placeOCO.md:65"),
        ({"orderType": {"enum": stops}}, ["orderType"], ["stopPrice"], "placeOCO.md:66"),
        ({"timeInForce": {"enum": ["GTD"]}}, ["timeInForce"], ["expireTime"], "placeOCO.md:70"),
    ]


def test_pages_that_are_not_there_give_marked_schemas_and_findings(made: Made, operation: Any) -> None:
    schemas = made.spec["components"]["schemas"]
    assert schemas["RestrainedOrderVersion"]["x-unresolved"] == "/entity-system/index/RestrainedOrderVersion"
    assert "properties" not in schemas["RestrainedOrderVersion"]
    answer = operation["responses"]["200"]["content"]["application/json"]["schema"]
    assert answer == {"$ref": "#/components/schemas/PlaceOCOResult"}
    missing = {one.location.line for one in made.findings if one.rule.name == "unknown-reference"}
    assert {74, 77} <= missing


def test_the_example_is_the_script_without_what_it_comments_out(operation: Any) -> None:
    examples = operation["requestBody"]["content"]["application/json"]["examples"]
    assert examples["tryit"]["value"] == {
        "accountSpec": "accountName",
        "accountId": 0,
        "action": "Buy",
        "symbol": "ES...",
        "orderQty": 1,
        "orderType": "Market",
        "timeInForce": "Day",
        "isAutomated": True,
        "other": {"action": "Sell", "orderType": "Stop", "stopPrice": 0},
    }


def test_text_has_no_residue(made: Made) -> None:
    for residue in ("{{", "{%", "{:", "baseurl", "<script", "window["):
        assert residue not in made.text


def test_beside_its_neighbours_the_page_refers_to_their_titles(site: Path) -> None:
    made = make_spec(site, read_base(Path(__file__).parents[2] / "spec" / "base.yaml"))
    operation = made.spec["paths"]["/order/placeOCO"]["post"]
    answer = operation["responses"]["200"]["content"]["application/json"]["schema"]
    assert answer == {"$ref": "#/components/schemas/PlaceOcoResult"}
    schemas = made.spec["components"]["schemas"]
    assert list(schemas["RestrainedOrderVersion"]["properties"])[:3] == ["action", "clOrdId", "orderType"]
    account_id = schemas["PlaceOCO"]["properties"]["accountId"]
    assert (account_id["type"], account_id["format"]) == ("integer", "int64")
    assert "is number, `int64` at entities_pages/" in account_id["x-inferred-from"][0]
    # A limit of another table is none of this one.
    assert "maxLength" not in schemas["PlaceOCO"]["properties"]["clOrdId"]
