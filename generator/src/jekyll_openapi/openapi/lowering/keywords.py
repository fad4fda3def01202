"""Classifies schema keywords: annotations, rules, limits."""

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
"""Keywords without effect on the form of a value. The validator handles them with the original description."""
LIMITS = {
    "string": ("format", "minLength", "maxLength", "pattern", "contentEncoding", "contentMediaType"),
    "number": ("format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    "integer": ("format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    "array": ("minItems", "maxItems", "uniqueItems"),
}
"""Type -> its keywords besides `type`."""


def annotations(schema: Json) -> Json:
    """The annotations of a schema; the `example` of OpenAPI 3.0 becomes one of `examples`."""
    found = {key: value for key, value in schema.items() if key in ANNOTATIONS or key.startswith("x-")}
    if "example" in found:
        found.setdefault("examples", [found["example"]])
        del found["example"]
    if not isinstance(found.get("examples", []), list):
        found["examples"] = list(found["examples"].values()) if isinstance(found["examples"], dict) else []
    return {key: value for key, value in found.items() if key != "description" or isinstance(value, str)}


def says_nothing(key: str) -> bool:
    """Whether the keyword has no effect on the form of a value."""
    return key in ANNOTATIONS or key in RULES or key.startswith("x-")
