"""Operations of two descriptions that are the same are told from others by what they send and answer."""

from typing import Any

from jekyll_openapi.diff.compare import compare

Json = dict[str, Any]


def description(**bodies: tuple[str, ...]) -> Json:
    """A description with a `POST /order/NAME` for each name, which takes texts of these names."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Orders", "version": "1.0.0"},
        "paths": {f"/order/{name}": {"post": operation(body)} for name, body in bodies.items()},
    }


def operation(names: tuple[str, ...]) -> Json:
    schema = {"type": "object", "properties": {name: {"type": "string"} for name in names}}
    body = {"required": True, "content": {"application/json": {"schema": schema}}}
    return {"requestBody": body, "responses": {"200": {"description": "Done"}}}


def kinds(old: Json, new: Json) -> list[tuple[str, str]]:
    return [(one.kind, one.message) for one in compare(old, new)]


def test_a_renamed_operation_is_found_beside_a_poor_one_of_its_old_name_in_other_letters() -> None:
    old = description(placeOrder=("symbol", "action", "price"))
    new = description(sendOrder=("symbol", "action", "price"), placeorder=("symbol",))
    assert kinds(old, new) == [
        ("operation-renamed", "`POST /order/placeOrder` is `POST /order/sendOrder` now"),
        ("operation-added", "`POST /order/placeorder` is new"),
    ]


def test_without_a_better_one_the_name_in_other_letters_counts() -> None:
    old = description(placeOrder=("symbol", "action"))
    new = description(placeorder=("symbol",), sendOrder=("text",))
    assert ("operation-renamed", "`POST /order/placeOrder` is `POST /order/placeorder` now") in kinds(old, new)
