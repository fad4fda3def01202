"""What holds for an operation is written on it: references followed, defaults said, what cannot be sent left out."""

from typing import Any

import pytest

from jekyll_openapi.openapi.lowering import DescriptionError, Lowered, lower
from jekyll_openapi.openapi.operations import operations
from tests.openapi.simple import faults


def _json(schema: Any) -> Any:
    """A body or an answer."""
    return {"description": "", "content": {"application/json": {"schema": schema}}}


OK = {"200": _json({"type": "string"})}
ID = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}


def _lowered(paths: Any, **more: Any) -> Lowered:
    document = {"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": paths, **more}
    lowered = lower(document)
    assert not faults(lowered.document)
    return lowered


def _only(operation: Any, path: str = "/a", **more: Any) -> Any:
    """The one operation, lowered."""
    lowered = _lowered({path: {"post": {"responses": OK, **operation}}}, **more)
    assert not lowered.left_out, lowered.left_out
    return lowered.document["paths"][path]["post"]


def _parameter(**stated: Any) -> Any:
    (found,) = _only({"parameters": [{"name": "q", "in": "query", "schema": {"type": "string"}, **stated}]})[
        "parameters"
    ]
    return found


def _reason(paths: Any, **more: Any) -> str:
    (left,) = _lowered(paths, **more).left_out
    return left.reason


# --- parameters -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stated", "style", "explode"),
    [
        ({}, "form", True),
        ({"explode": False}, "form", False),
        ({"in": "header"}, "simple", False),
        ({"in": "cookie"}, "form", True),
        ({"style": "deepObject"}, "deepObject", False),
        ({"style": "pipeDelimited", "explode": False}, "pipeDelimited", False),
    ],
)
def test_styles_are_said(stated: Any, style: str, explode: bool) -> None:
    found = _parameter(**stated)
    assert (found["style"], found["explode"], found["required"]) == (style, explode, False)


def test_parameters_of_the_path_hold_unless_the_operation_has_its_own() -> None:
    own = {"name": "q", "in": "query", "required": True, "schema": {"type": "integer"}}
    item = {"parameters": [ID, {"name": "q", "in": "query", "schema": {"type": "string"}}]}
    lowered = _lowered({"/a/{id}": item | {"get": {"parameters": [own], "responses": OK}}})
    found = lowered.document["paths"]["/a/{id}"]["get"]["parameters"]
    assert [(one["name"], one["required"]) for one in found] == [("id", True), ("q", True)]


def test_a_parameter_as_json() -> None:
    found = _parameter(content={"application/json": {"schema": {"type": "object", "properties": {"a": {}}}}}, schema=1)
    assert found["schema"] == {}
    (found,) = _only(
        {"parameters": [{"name": "q", "in": "query", "content": {"application/json": {"schema": {"enum": ["x"]}}}}]}
    )["parameters"]
    assert "style" not in found
    assert found["content"]["application/json"]["schema"] == {"$ref": "#/components/schemas/PostAQ"}


@pytest.mark.parametrize(
    ("parameter", "reason"),
    [
        ({"name": "q", "in": "query", "style": "matrix", "schema": {}}, "no style"),
        ({"name": "q", "in": "body", "schema": {}}, "a name and a place"),
        ({"in": "query", "schema": {}}, "a name and a place"),
        ({"name": "q", "in": "query", "content": {"text/csv": {"schema": {}}}}, "is not written"),
        ({"$ref": "#/components/parameters/none"}, "points to nothing"),
        ({"$ref": "other.yaml"}, "another document"),
        ([], "must be a mapping, and is"),
    ],
)
def test_a_parameter_that_cannot_be_sent_leaves_the_operation_out(parameter: Any, reason: str) -> None:
    assert reason in _reason({"/a": {"get": {"parameters": [parameter], "responses": OK}}})


def test_headers_that_follow_from_the_request_are_no_parameters() -> None:
    headers = [
        {"name": name, "in": "header", "schema": {"type": "string"}} for name in ("Accept", "X-A", "content-type")
    ]
    assert [one["name"] for one in _only({"parameters": headers})["parameters"]] == ["X-A"]


def test_variables_of_the_path_and_parameters_belong_together() -> None:
    lowered = _lowered({"/a/{id}/{x}": {"get": {"parameters": [ID, ID | {"name": "y"}], "responses": OK}}})
    found = lowered.document["paths"]["/a/{id}/{x}"]["get"]["parameters"]
    assert [one["name"] for one in found] == ["id", "x"]
    assert len(lowered.notes) == 2


# --- references -------------------------------------------------------------------------------------------------------


def test_everything_is_found_behind_its_reference() -> None:
    examples = {"e": {"$ref": "#/components/examples/E"}, "f": {"$ref": "#/nowhere"}}
    operation = {
        "operationId": "i",
        "parameters": [{"$ref": "#/components/parameters/P"}],
        "requestBody": {"$ref": "#/components/requestBodies/B"},
        "responses": {
            "200": {"$ref": "#/components/responses/R"},
            "201": {"description": "", "content": {"application/json": {"schema": {}, "examples": examples}}},
        },
    }
    components = {
        "parameters": {
            "P": {"$ref": "#/components/parameters/Q"},
            "Q": {"name": "q", "in": "query", "schema": {"enum": ["x"]}},
        },
        "requestBodies": {"B": _json({"properties": {"a": {}}})},
        "responses": {"R": _json({"properties": {"b": {}}}) | {"headers": {"X": {"$ref": "#/components/headers/H"}}}},
        "headers": {"H": {"schema": {"type": "integer"}}},
        "examples": {"E": {"value": 1}},
        "pathItems": {"I": {"post": operation}},
    }
    lowered = _lowered({"/a": {"$ref": "#/components/pathItems/I"}}, components=components)
    assert not lowered.left_out
    found = lowered.document["paths"]["/a"]["post"]
    assert found["parameters"][0]["schema"] == {"$ref": "#/components/schemas/QParameter"}
    assert found["requestBody"]["content"]["application/json"]["schema"] == {"$ref": "#/components/schemas/BRequest"}
    answer = found["responses"]["200"]
    assert answer["content"]["application/json"]["schema"] == {"$ref": "#/components/schemas/RResponse"}
    assert answer["headers"]["X"]["schema"] == {"type": "integer"}
    assert found["responses"]["201"]["content"]["application/json"]["examples"] == {"e": {"value": 1}}
    assert len(lowered.notes) == 1


def test_a_reference_into_another_path() -> None:
    first = {
        "get": {
            "operationId": "one",
            "responses": OK,
            "parameters": [{"name": "q", "in": "query", "schema": {"enum": ["x"]}}],
        }
    }
    second = {"get": {"parameters": [{"$ref": "#/paths/~1a~1b/get/parameters/0"}], "responses": OK}}
    lowered = _lowered({"/a/b": first, "/c": second, "/d": {"$ref": "#/paths/~1a~1b"}})
    schemas = {path: item["get"]["parameters"][0]["schema"]["$ref"] for path, item in lowered.document["paths"].items()}
    assert len(set(schemas.values())) == 1
    ids = [one["operationId"] for _, _, one in operations(lowered.document)]
    assert ids == ["getAB", "getC", "getD"]


def test_a_path_item_that_leads_nowhere() -> None:
    (left,) = _lowered({"/a": {"$ref": "other.yaml"}, "/b": {"get": {"responses": OK}}}).left_out
    assert left.pointer == "#/paths/~1a"


# --- bodies and answers -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("media", "schema", "name"),
    [
        ("application/json", {"properties": {"a": {}}}, "PostARequest"),
        ("application/vnd.x+json; charset=utf-8", {"properties": {"a": {}}}, "PostARequest"),
        ("application/x-www-form-urlencoded", {"properties": {"a": {}}}, "PostARequestForm"),
        ("multipart/form-data", {"properties": {"a": {}}}, "PostARequestMultipart"),
    ],
)
def test_bodies(media: str, schema: Any, name: str) -> None:
    found = _only({"requestBody": {"content": {media: {"schema": schema}}}})["requestBody"]
    assert found["content"][media]["schema"] == {"$ref": f"#/components/schemas/{name}"}
    assert found["required"] is False


@pytest.mark.parametrize("schema", [{}, None, True])
def test_bytes_are_bytes(schema: Any) -> None:
    content = {"application/octet-stream": {"schema": schema} if schema is not None else {}}
    found = _only({"requestBody": {"content": content}, "responses": {"200": {"description": "", "content": content}}})
    for holder in (found["requestBody"], found["responses"]["200"]):
        assert holder["content"]["application/octet-stream"]["schema"] == {"type": "string", "format": "binary"}


def test_statuses() -> None:
    answers = {
        200: {"description": ""},
        "4xx": {"description": ""},
        "default": {},
        "x-y": 1,
        "teapot": {"description": ""},
    }
    found = _only({"responses": answers})
    assert list(found["responses"]) == ["200", "4XX", "default"]
    assert _only({"responses": {}})["responses"] == {"default": {"description": ""}}


def test_a_body_without_content_is_none() -> None:
    assert "requestBody" not in _only({"requestBody": {"content": {}}})


# --- security, servers, ids -------------------------------------------------------------------------------------------


def test_security_of_the_root_holds_unless_the_operation_has_its_own() -> None:
    schemes = {
        "securitySchemes": {
            "key": {"type": "apiKey", "in": "header", "name": "K"},
            "b": {"type": "http", "scheme": "basic"},
        }
    }
    root: Any = {"security": [{"key": []}, {"none": []}], "components": schemes}
    assert _only({}, **root)["security"] == [{"key": []}]
    assert _only({"security": []}, **root)["security"] == []
    assert _only({"security": [{"key": [], "b": []}, {}]}, **root)["security"] == [{"key": [], "b": []}, {}]


def test_servers_of_their_own() -> None:
    own, item = [{"url": "https://own"}], [{"url": "https://item"}]
    lowered = _lowered({"/a": {"servers": item, "get": {"responses": OK, "servers": own}, "put": {"responses": OK}}})
    found = {method: one["servers"] for _, method, one in operations(lowered.document)}
    assert found == {"get": own, "put": item}


def test_operation_ids_are_there_and_each_is_one() -> None:
    paths = {
        "/a": {"get": {"operationId": "x", "responses": OK}, "put": {"operationId": "x", "responses": OK}},
        "/A": {"get": {"responses": OK}},
        "/b/{c}": {"get": {"operationId": "", "responses": OK}, "post": {"operationId": 7, "responses": OK}},
        "/b/{d}": {"get": {"responses": OK}},
    }
    ids = [one["operationId"] for _, _, one in operations(_lowered(paths).document)]
    assert len(set(ids)) == 6
    assert ids[1] == "putA"
    assert ids[3:5] == ["getBByC", "postBByC"]


def test_what_a_client_does_not_call_is_noted() -> None:
    lowered = _lowered(
        {"/a": {"get": {"responses": {"200": {"description": "", "links": {}}}, "callbacks": {"c": {}}}}},
        webhooks={"w": {"post": {"responses": OK}}},
    )
    assert not lowered.left_out
    assert [one.pointer for one in lowered.notes] == ["#/paths/~1a/get/callbacks", "#/webhooks"]


# --- what is not a description ----------------------------------------------------------------------------------------


def _nested(levels: int) -> Any:
    schema: Any = {"type": "string"}
    for _ in range(levels):
        schema = {"type": "array", "items": schema}
    answer = {"200": _json(schema)}
    return {"openapi": "3.1.0", "info": {}, "paths": {"/a": {"get": {"responses": answer}}}}


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ([], "must be a mapping, and this is a list"),
        (None, "empty"),
        ({}, "`openapi`, the version of OpenAPI, is missing"),
        ({"swagger": "2.0"}, "Swagger 2.0 is not read"),
        ({"openapi": "3.2.0", "paths": {}}, "OpenAPI 3.2.0 is not supported"),
        ({"openapi": "4.0.0", "paths": {}}, "not supported"),
        ({"openapi": None, "paths": {}}, "not supported"),
        ({"openapi": "3.1.0"}, "no `paths`"),
        ({"openapi": "3.1.0", "paths": []}, "it must be a mapping, and is a list"),
        ({"openapi": "3.1.0", "paths": {}, "components": "x"}, "must be a mapping, and is"),
    ],
)
def test_what_is_no_description(document: Any, message: str) -> None:
    with pytest.raises(DescriptionError, match=message):
        lower(document)


@pytest.mark.parametrize("levels", [300, 100_000])
def test_what_is_nested_too_deep(levels: int) -> None:
    document = _nested(levels)
    with pytest.raises(DescriptionError, match="nested more than"):
        lower(document)


def test_arrays_as_deep_as_is_read_and_a_bit_deeper() -> None:
    assert not lower(_nested(30)).left_out
    (left,) = lower(_nested(100)).left_out
    assert "stand in each other" in left.reason


def test_objects_in_each_other_are_not_deep() -> None:
    schema: Any = {"type": "string"}
    for _ in range(100):
        schema = {"type": "object", "properties": {"a": schema}}
    lowered = _lowered({"/a": {"get": {"responses": {"200": _json(schema)}}}})
    assert len(lowered.document["components"]["schemas"]) == 100
    assert max(map(len, lowered.document["components"]["schemas"])) < 100


def test_a_long_chain_of_components() -> None:
    schemas: Any = {f"C{n}": {"properties": {"next": {"$ref": f"#/components/schemas/C{n + 1}"}}} for n in range(3000)}
    schemas["C3000"] = {"type": "object"}
    answer = {
        "200": {"description": "", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/C0"}}}}
    }
    assert not _lowered({"/a": {"get": {"responses": answer}}}, components={"schemas": schemas}).left_out


def test_a_long_chain_of_references() -> None:
    schemas: Any = {f"C{n}": {"$ref": f"#/components/schemas/C{n + 1}"} for n in range(1000)}
    schemas["C1000"] = {"type": "string"}
    paths = {f"/{n}": {"get": {"responses": {"200": _json({"$ref": f"#/components/schemas/C{n}"})}}} for n in (0, 970)}
    assert not _lowered(paths, components={"schemas": schemas}).left_out


@pytest.mark.parametrize("paths", [{}, {"/a": None}, {"/a": {}}, {"x-a": 1}, {"/a": {"summary": "s"}}])
def test_paths_without_operations(paths: Any) -> None:
    assert _lowered(paths).document["paths"] == {}


@pytest.mark.parametrize("operation", [[], "x", 3])
def test_an_operation_that_is_none(operation: Any) -> None:
    assert "must be a mapping" in _reason({"/a": {"get": operation}})


def test_a_path_without_a_slash() -> None:
    assert _reason({"a": {"get": {"responses": OK}}}) == "a path begins with `/`"


# --- what is left empty -----------------------------------------------------------------------------------------------


def test_a_key_without_a_value_is_as_good_as_none() -> None:
    operation = {"tags": None, "parameters": None, "security": None, "callbacks": None, "responses": {"204": None}}
    example = {"schema": {"type": ["string", "null"], "default": None, "enum": ["a", None]}, "example": None}
    full = {"responses": {"200": {"description": None, "content": {"application/json": example}}}}
    lowered = _lowered(
        {"/a": {"post": operation, "get": full, "put": None, "parameters": None}, "/b": None},
        servers=None,
        security=[{"k": []}],
        components={"parameters": None, "securitySchemes": {"k": {"type": "http", "scheme": "basic"}}},
    )
    assert not lowered.left_out
    post, get = lowered.document["paths"]["/a"]["post"], lowered.document["paths"]["/a"]["get"]
    assert (post["security"], post["responses"]) == ([{"k": []}], {"204": {"description": ""}})
    media = get["responses"]["200"]["content"]["application/json"]
    assert media["examples"] == {"example": {"value": None}}
    assert media["schema"]["anyOf"][1] == {"type": "null"}
    noted = {one.pointer for one in lowered.notes}
    assert {"#/servers", "#/paths/~1a/put", "#/paths/~1a/post/tags", "#/paths/~1a/post/responses/204"} <= noted


# --- servers and credentials that nobody can use ----------------------------------------------------------------------


@pytest.mark.parametrize("server", [{"description": "x"}, {"url": 5}, "https://a.example", None])
def test_a_server_without_a_url_is_left_out(server: Any) -> None:
    good = {"url": "https://{h}.example", "variables": {"h": {"default": "a"}}}
    lowered = _lowered({"/a": {"get": {"responses": OK}}}, servers=[server, good])
    assert lowered.document["servers"] == [good]
    assert [one.pointer for one in lowered.notes] == ["#/servers/0"]


def test_an_operation_is_sent_to_no_server_but_its_own() -> None:
    item = {"get": {"responses": OK, "servers": [{}]}, "put": {"responses": OK}}
    lowered = _lowered({"/a": item}, servers=[{"url": "https://a.example"}])
    assert [one.reason.rpartition(": ")[2] for one in lowered.left_out] == ["no server of the operation can be used"]
    assert [*lowered.document["paths"]["/a"]] == ["put"]


@pytest.mark.parametrize(
    "scheme", [{"type": "apiKey", "in": "header"}, {"type": "apiKey", "name": "k"}, {"type": "apiKey", "in": "body"}, 5]
)
def test_only_what_needs_a_scheme_suffers_from_its_fault(scheme: Any) -> None:
    schemes = {"bad": scheme, "good": {"type": "http", "scheme": "bearer"}}
    item = {"get": {"security": [{"bad": []}], "responses": OK}, "put": {"security": [{"good": []}], "responses": OK}}
    lowered = _lowered({"/a": item}, components={"securitySchemes": schemes})
    assert not lowered.left_out
    assert lowered.document["components"]["securitySchemes"] == {**schemes, "bad": {"type": "other"}}
    assert [one.pointer for one in lowered.notes] == ["#/components/securitySchemes/bad"]


def test_security_that_is_no_list_leaves_its_operation_out() -> None:
    assert _reason({"/a": {"get": {"security": "none", "responses": OK}}}).endswith(
        "security is a list of alternatives"
    )


# --- variables behind the path ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "place", "wanted"),
    [
        ("/a?q={q}&r=1", "query", [("query", "q")]),
        ("/a?q={q}", "path", [("path", "q")]),
        ("/a?q={q}", "header", [("header", "q"), ("path", "q")]),
        ("/a#q={q}", "query", [("query", "q")]),
        ("/a#q={q}", "path", []),
        ("/{q}?q={q}", "query", [("query", "q"), ("path", "q")]),
    ],
)
def test_a_variable_behind_the_path_is_a_parameter_once(path: str, place: str, wanted: Any) -> None:
    stated = {"name": "q", "in": place, "required": True, "schema": {"type": "string"}}
    assert [(one["in"], one["name"]) for one in _only({"parameters": [stated]}, path)["parameters"]] == wanted
