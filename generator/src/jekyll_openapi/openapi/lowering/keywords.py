"""The keywords of schemas: which tell readers something, which are rules, which limit values."""

from jekyll_openapi.openapi.json import Json

ANNOTATIONS = frozenset(
    {"title", "description", "deprecated", "readOnly", "writeOnly", "default", "examples", "example", "externalDocs"}
)
RULES = frozenset(
    {
        *("if", "then", "else", "not", "dependentRequired", "dependentSchemas", "dependencies", "minProperties"),
        *("maxProperties", "propertyNames", "contains", "minContains", "maxContains", "unevaluatedItems"),
        *("$comment", "$defs", "definitions", "$schema", "$anchor", "$dynamicAnchor", "$id", "$vocabulary", "xml"),
    }
)
"""What says nothing about the shape; the validator, which sees the description as it is, knows it."""
LIMITS = {
    "string": ("format", "minLength", "maxLength", "pattern", "contentEncoding", "contentMediaType"),
    "number": ("format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    "integer": ("format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    "array": ("minItems", "maxItems", "uniqueItems"),
}
"""What is said about values of a type, besides the type."""


def annotations(schema: Json) -> Json:
    """What a schema says to readers; the `example` of OpenAPI 3.0 is one of `examples`."""
    found = {key: value for key, value in schema.items() if key in ANNOTATIONS or key.startswith("x-")}
    if "example" in found:
        found.setdefault("examples", [found["example"]])
        del found["example"]
    if not isinstance(found.get("examples", []), list):
        found["examples"] = list(found["examples"].values()) if isinstance(found["examples"], dict) else []
    return {key: value for key, value in found.items() if key != "description" or isinstance(value, str)}


def says_nothing(key: str) -> bool:
    """Whether a keyword says nothing about the shape."""
    return key in ANNOTATIONS or key in RULES or key.startswith("x-")
