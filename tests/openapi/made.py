"""Descriptions of all shapes, made at random: schemas that combine constructs, components that refer to each other."""

from typing import Any

from hypothesis import strategies as st

COMPONENTS = ("A", "B", "C", "D", "e_f", "g.h")
_NAMES = st.sampled_from(["a", "b", "orderId", "order_id", "class", "a b", "A", "kind", "x-y", "100%", "a/b", "~"])
_TEXTS = st.sampled_from(["x", "y", "X", "", "1m", "é", "None"])
_REFS = st.sampled_from([{"$ref": f"#/components/schemas/{name}"} for name in COMPONENTS])
_ODD = st.sampled_from(
    [
        {"$ref": "#/components/schemas/A/properties/a"},
        {"$ref": "#/components/schemas/Nothing"},
        {"$ref": "#/paths/~1b~1{id}/get/responses/200/content/application~1json/schema"},
        {"$ref": "#/components/responses/R/content/application~1json/schema"},
        {"type": "money"},
        {"type": []},
        {"enum": []},
        {"enum": [1, "x", None]},
        {"required": True},
        {"allOf": []},
        {"not": {}},
        {"prefixItems": [{"type": "string"}]},
        {"anyOf": [True, False]},
        True,
        False,
    ]
)
_PLAIN = st.one_of(
    st.sampled_from(["string", "integer", "number", "boolean", "null", "object", "array"]).map(
        lambda kind: {"type": kind}
    ),
    st.sampled_from(["date", "date-time", "int64", "binary", "x"]).map(lambda form: {"type": "string", "format": form}),
    st.lists(_TEXTS, min_size=1, max_size=3).map(lambda values: {"type": "string", "enum": values}),
    st.lists(st.integers(0, 3), min_size=1, max_size=3).map(lambda values: {"enum": values}),
    _TEXTS.map(lambda value: {"const": value}),
    st.just({"type": ["string", "null"], "maxLength": 3, "default": "x"}),
    st.just({"type": "string", "nullable": True, "description": "told"}),
    st.just({"type": ["integer", "string", "object"]}),
)


def _larger(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    several = st.lists(inner, min_size=1, max_size=3)
    objects = st.builds(
        lambda properties, more, required: {
            "type": "object",
            "properties": properties,
            "required": [name for name in properties if required],
            **more,
        },
        st.dictionaries(_NAMES, inner, max_size=3),
        st.sampled_from([{}, {"additionalProperties": False}, {"additionalProperties": True}, {"nullable": True}]),
        st.booleans(),
    )
    return st.one_of(
        objects,
        objects,
        inner.map(lambda one: {"type": "array", "items": one}),
        inner.map(lambda one: {"type": "object", "additionalProperties": one}),
        inner.map(lambda one: {"type": "object", "patternProperties": {"^x": one}}),
        several.map(lambda members: {"allOf": members}),
        several.map(lambda members: {"anyOf": members}),
        several.map(lambda members: {"oneOf": members, "discriminator": {"propertyName": "kind"}}),
        st.tuples(objects, several).map(lambda both: both[0] | {"oneOf": both[1]}),
        st.tuples(objects, several).map(lambda both: both[0] | {"allOf": both[1]}),
        inner.map(lambda one: {"if": one, "then": {"required": ["a"]}, "description": "told"}),
        inner.map(lambda one: {"$defs": {"x": one}, "anyOf": [one, {"type": "null"}]}),
    )


SCHEMAS = st.recursive(st.one_of(_PLAIN, _REFS, _REFS, _ODD), _larger, max_leaves=8)


@st.composite
def descriptions(draw: st.DrawFn) -> Any:
    """A description with a few operations."""

    def media(kind: str = "application/json") -> Any:
        return {"content": {kind: {"schema": draw(SCHEMAS)}}}

    version = draw(st.sampled_from(["3.0.3", "3.1.0"]))
    parameter = {"name": "q", "in": draw(st.sampled_from(["query", "header", "cookie"])), "schema": draw(SCHEMAS)}
    return {
        "openapi": version,
        "info": {"title": "t", "version": "1"},
        "paths": {
            "/a": {
                "get": {
                    "responses": {"200": {"description": "", **media()}, "4XX": {"$ref": "#/components/responses/R"}}
                },
                "post": {
                    "operationId": draw(st.sampled_from(["x", "getA", "001", "class", "é"])),
                    "requestBody": media(
                        draw(st.sampled_from(["application/json", "multipart/form-data", "application/octet-stream"]))
                    ),
                    "parameters": [parameter, {"$ref": "#/components/parameters/P"}],
                    "responses": {"200": {"description": "", **media()}},
                },
            },
            "/b/{id}": {"get": {"responses": {"200": {"description": "", **media()}}}},
        },
        "components": {
            "schemas": {name: draw(SCHEMAS) for name in COMPONENTS},
            "responses": {"R": {"description": "", **media()}},
            "parameters": {"P": {"name": "p", "in": "query", "schema": draw(SCHEMAS)}},
        },
    }
