"""One table of names: made of things themselves, kept once released, each only once."""

import json
import keyword
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from jekyll_openapi.openapi.identifiers import pascal, snake
from jekyll_openapi.openapi.lowering import lower
from jekyll_openapi.openapi.names import NameTable, from_json, name_table, to_json
from jekyll_openapi.openapi.reading import read
from tests.sampling import examples

ANSWER = {"200": {"description": "", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}}}}
NAMES = st.text("aAbBcC09_-. $é", min_size=1, max_size=12)


def _document(paths: Any = (), schemas: Any = ()) -> Any:
    """A description with these operations (`GET /a/b`) and schemas."""
    made: dict[str, Any] = {}
    for key in paths:
        method, path = key.split(" ", 1)
        made.setdefault(path, {})[method.lower()] = {"responses": ANSWER}
    info = {"title": "t", "version": "1"}
    shared = {"A": {"type": "object", "properties": {"a": {}}}, **dict(schemas)}
    return {"openapi": "3.1.0", "info": info, "paths": made, "components": {"schemas": shared}}


def _table(document: Any, released: NameTable | None = None) -> NameTable:
    return name_table(lower(document).document, released, "Api")


def _methods(*paths: str, released: NameTable | None = None) -> list[str]:
    return [f"{one.group}.{one.method}" for one in _table(_document(paths), released).operations.values()]


def _properties(*names: str, released: NameTable | None = None) -> list[str]:
    schemas = {"A": {"type": "object", "properties": {name: {} for name in names}}}
    return list(_table(_document((), schemas), released).schemas["A"].properties.values())


def _members(*values: Any, released: NameTable | None = None, said: Any = ()) -> list[str]:
    schemas = {"E": {"enum": list(values), **dict(said)}}
    return list(_table(_document((), schemas), released).enumerations["E"].values())


@settings(deadline=None)
@given(NAMES)
@example("placeOCO")
@example("customTag50")
@example("list")
@example("class")
@example("datetime")
@example("_hidden")
@example("2fast")
@example("id")
def test_identifiers_are_those_of_openapi_python_client(name: str) -> None:
    from openapi_python_client.strings import ClassName, PythonIdentifier

    made = str(PythonIdentifier(name, "field_"))
    assert snake(name) == made or not made.isidentifier()
    assert pascal(name) == str(ClassName(name, "field_"))
    assert snake(name).isidentifier()
    assert pascal(name).isidentifier()


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        (["POST /order/placeOCO"], ["order.place_oco"]),
        (["GET /account/list"], ["account.list"]),
        (["GET /api/v1/positions"], ["positions.list"]),
        (["GET /v2/position/getMarginMode"], ["position.get_margin_mode"]),
        (["GET /2010-04-01/Accounts/{Sid}/Calls.json"], ["accounts.list_calls"]),
        (["GET /pets/{id}"], ["pets.get"]),
        (["GET /"], ["root.get"]),
        (["GET /{id}"], ["root.get"]),
        (["GET /pets", "POST /pets"], ["pets.list", "pets.create"]),
        (["PUT /pets/{id}", "PATCH /pets/{id}", "DELETE /pets/{id}"], ["pets.replace", "pets.delete", "pets.update"]),
        (["POST /acceptDispute", "GET /getLimits"], ["accept_dispute.accept_dispute", "get_limits.get_limits"]),
        (["GET /status", "HEAD /pets/{id}"], ["status.get", "pets.head"]),
        (["GET /pets/{id}/toys", "POST /pets/{id}/toys"], ["pets.list_toys", "pets.create_toy"]),
        (["GET /pets/{id}/toys/{toy}", "GET /pets/{id}/avatar"], ["pets.get_toy", "pets.get_avatar"]),
        (["POST /pets/{id}/toys/{toy}/throw-away", "PUT /pets/{id}/pin"], ["pets.create_throw_away", "pets.pin"]),
        (["PUT /pets/{id}/toys/{toy}/lock", "DELETE /boxes/{id}/entries"], ["pets.lock_toy", "boxes.delete_entries"]),
        (["GET /pets/{id}", "GET /pets/{id}/{kind}"], ["pets.get_by_id", "pets.get_by_id_and_kind"]),
        (["GET /_search", "GET /{index}/_search"], ["search.get", "search.get_by_index"]),
        (["GET /a/b", "POST /a/b"], ["a.get_b", "a.create_b"]),
        (["GET /request/close"], ["request_.close"]),
        (["GET /con/x"], ["con_.x"]),
        (["GET /class/import"], ["class_.import_"]),
        (["GET /a/reconcile"], ["a.reconcile_"]),
        (["GET /a-b/x", "GET /aB/y"], ["a_b.x", "a_b.y"]),
    ],
)
def test_methods(paths: list[str], names: list[str]) -> None:
    assert _methods(*paths) == names


@pytest.mark.parametrize(
    ("path", "said", "name"),
    [
        ("/cash/getcashbalance", "getCashBalance", "get_cash_balance"),
        ("/cash/getcashbalance", "GetCashBalance", "get_cash_balance"),
        ("/cash/getcashbalance", "cashBalance", "getcashbalance"),
        ("/cash/getCashBalance", "getcashbalance", "get_cash_balance"),
        ("/cash/list", "list", "list"),
    ],
)
def test_the_id_tells_the_words_of_a_path_in_lower_case_apart(path: str, said: str, name: str) -> None:
    document = _document([f"GET {path}"])
    document["paths"][path]["get"]["operationId"] = said
    assert [one.method for one in _table(document).operations.values()] == [name]


def test_methods_that_differ_in_case_or_in_a_variable_are_told_apart() -> None:
    paths = ["GET /a/go", "GET /a/Go", "GET /a/{x}", "GET /a/{y}", "GET /a/{x}/go"]
    made = _methods(*paths)
    assert len(set(made)) == len(made)
    assert set(_methods(*paths[::-1])) == set(made)


@pytest.mark.parametrize(
    ("names", "made"),
    [
        (["params"], ["params"]),
        (["orderId", "order_id"], ["orderId", "order_id"]),
        (["from_dict", "to_dict", "has", "raw"], ["from_dict_", "to_dict_", "has_", "raw_"]),
        (["class", "list", "self", "id"], ["class_", "list_", "self_", "id"]),
        (["_id", "id"], ["field_id", "id"]),
        (["ﬁx"], ["fix"]),
        (["größe"], ["größe"]),
        (["a b", "c/d"], ["a_b", "cd"]),
        (["2fast"], ["field_2fast"]),
    ],
)
def test_properties(names: list[str], made: list[str]) -> None:
    assert _properties(*names) == made


@given(st.lists(st.text(min_size=1, max_size=6), min_size=1, max_size=6, unique=True))
@settings(deadline=None, max_examples=examples(60))
@example(["+1", "-1", "1"])
@example(["$", "€"])
@example(["a", "A", "a_", "_a"])
def test_any_names_become_different_identifiers(names: list[str]) -> None:
    for made in (_properties(*names), _members(*names)):
        assert len(set(made)) == len(names)
        assert all(one.isidentifier() and not keyword.iskeyword(one) for one in made)


@pytest.mark.parametrize(
    ("values", "made"),
    [
        (["StopLimit", "GTC"], ["STOP_LIMIT", "GTC"]),
        (["None", "True"], ["NONE", "TRUE"]),
        (["", " "], ["EMPTY", "BLANK"]),
        (["<=", ">"], ["LESS_THAN_SIGN_EQUALS_SIGN", "GREATER_THAN_SIGN"]),
        (["1m", "5m"], ["VALUE_1M", "VALUE_5M"]),
        (["buy", "BUY", "Buy"], ["buy", "BUY", "Buy"]),
        ([1, 0, -1], ["VALUE_1", "VALUE_0", "VALUE_MINUS_1"]),
        (["é"], ["É"]),
        (["name", "mro"], ["NAME", "MRO"]),
    ],
)
def test_members(values: list[Any], made: list[str]) -> None:
    assert _members(*values) == made


def test_members_are_called_as_the_description_says() -> None:
    assert _members(1, 2, said={"x-enum-varnames": ["Up", "Down"]}) == ["UP", "DOWN"]


@pytest.mark.parametrize("name", ["Any", "List", "Client", "Api", "AsyncApi", "ApiError", "Model", "object", "none"])
def test_a_class_hides_no_other(name: str) -> None:
    table = _table(_document((), {name: {"type": "object", "properties": {"a": {}}}}))
    assert table.schemas[name].class_name not in {
        "Any",
        "List",
        "Client",
        "Api",
        "AsyncApi",
        "ApiError",
        "Model",
        "None",
    }


def test_modules_are_files_everywhere() -> None:
    names = ["con", "Nul", "LPT1", "placeOrder", "PlaceOrder", "place_order", "x" * 300]
    table = _table(_document((), {name: {"type": "object", "properties": {"a": {}}} for name in names}))
    modules = [one.module.casefold() for one in table.schemas.values()]
    assert len(set(modules)) == len(modules)
    assert not {"con", "nul", "lpt1"} & set(modules)
    assert max(map(len, modules)) < 120


def test_of_two_new_names_both_are_long_and_a_released_one_stays() -> None:
    released = _table(_document(["GET /a/go"]))
    assert _methods("GET /a/go", "POST /a/go") == ["a.get_go", "a.create_go"]
    assert _methods("GET /a/go", "POST /a/go", released=released) == ["a.go", "a.create_go"]


def test_a_released_property_and_member_stay_where_others_come() -> None:
    before = _table(_document((), {"A": {"type": "object", "properties": {"orderId": {}}}, "E": {"enum": ["buy"]}}))
    assert _properties("order_id", "orderId", released=before)[1] == "order_id"
    assert _members("BUY", "buy", released=before)[1] == "BUY"


def test_the_order_of_things_names_nothing() -> None:
    paths = ["GET /a/go", "POST /a/go", "GET /a/Go", "GET /b/list"]
    schemas = {name: {"type": "object", "properties": {"x": {}}} for name in ("placeOrder", "PlaceOrder", "Q")}
    one = _table(_document(paths, schemas))
    other = _table(_document(paths[::-1], dict(reversed(schemas.items()))))
    assert one.public() == other.public()


def test_arguments_of_the_same_name_are_told_apart() -> None:
    document = _document(["POST /a/{id}"])
    content = {"application/json": {"schema": {"type": "object", "properties": {"id": {}, "dry_run": {}, "x": {}}}}}
    document["paths"]["/a/{id}"]["post"] |= {
        "parameters": [
            {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}},
            {"name": "Id", "in": "query", "schema": {"type": "string"}},
        ],
        "requestBody": {"content": content},
    }
    (operation,) = _table(document).operations.values()
    assert dict(operation.arguments) == {
        ("path", "id"): "path_id",
        ("query", "Id"): "query_id",
        ("body", "id"): "body_id",
        ("body", "dry_run"): "dry_run_",
        ("body", "x"): "x",
    }


def test_the_table_is_read_as_it_is_written() -> None:
    document = _document(["GET /a/{id}", "POST /b/list"], {"E": {"enum": ["a", "b"]}, "N": {"enum": [1, 2]}})
    table = _table(document)
    assert from_json(json.loads(json.dumps(to_json(table)))) == table


def test_the_released_names_are_those_of_the_released_description(root: Path) -> None:
    folder = root / "spec" / "released"
    document = read(folder / "openapi.yaml").content
    kept = json.loads((folder / "names.json").read_text("utf-8"))["names"]
    table = name_table(lower(document).document, None, document["x-client"]["class"])
    assert table == from_json(kept)
