"""Emits schemas as JSON Schema 2020-12, with `x-source` for the place that states each fact."""

from decimal import Decimal
from typing import Any, assert_never

from jekyll_openapi.api.model import (
    Array,
    Condition,
    Enumeration,
    Map,
    NamedSchema,
    Object,
    Parameter,
    Primitive,
    Property,
    Provenance,
    Ref,
    Scalar,
    Schema,
    Union,
)
from jekyll_openapi.diagnostics import Location
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.references import schema_ref


def emit_named(named: NamedSchema) -> Json:
    """The entry in `components/schemas`."""
    emitted: Json = {}
    if named.title:
        emitted["title"] = named.title
    if named.description:
        emitted["description"] = named.description
    if named.deprecated:
        emitted["deprecated"] = True
    if named.unresolved:
        emitted["description"] = "Nothing is known of it: the pages link to it, and no page defines it."
        return {
            **emitted,
            "type": "object",
            **source(named.provenance.location),
            "x-unresolved": named.unresolved,
        }
    return emitted | emit_schema(named.schema) | source(named.provenance.location)


def emit_schema(schema: Schema) -> Json:
    """The JSON Schema of a type."""
    match schema:
        case Primitive():
            return _primitive(schema)
        case Enumeration(values):
            return {"type": "string", "enum": list(values)}
        case Array(items):
            return {"type": "array", "items": emit_schema(items)} | _limits(
                minItems=schema.min_items, maxItems=schema.max_items
            )
        case Map(values):
            return {"type": "object", "additionalProperties": emit_schema(values)}
        case Union(members):
            return {"anyOf": [emit_schema(one) for one in members]}
        case Ref(name):
            return schema_ref(name)
        case Object():
            return _object(schema)
        case _:
            assert_never(schema)


def _primitive(schema: Primitive) -> Json:
    emitted: Json = {} if schema.type == "any" else {"type": schema.type}
    if schema.format and schema.type != "any":
        emitted["format"] = schema.format
    if schema.pattern:
        emitted["pattern"] = schema.pattern
    if schema.values:
        emitted["enum"] = [_plain(value) for value in schema.values]
    return emitted | _limits(
        minLength=schema.min_length,
        maxLength=schema.max_length,
        minimum=schema.minimum,
        maximum=schema.maximum,
        exclusiveMinimum=schema.above,
        exclusiveMaximum=schema.below,
        multipleOf=schema.multiple_of,
    )


def _limits(**limits: Decimal | int | None) -> Json:
    """The limits that are set, as keywords."""
    return {keyword: _number(limit) for keyword, limit in limits.items() if limit is not None}


def _number(limit: Decimal | int) -> int | float:
    return int(limit) if limit == int(limit) else float(limit)


def _plain(value: Scalar | tuple[()] | None) -> str | int | float | bool | list[Any] | None:
    if value == ():
        return []
    assert not isinstance(value, tuple)
    return _number(value) if isinstance(value, Decimal) else value


def _object(schema: Object) -> Json:
    emitted: Json = {"type": "object"}
    if schema.properties:
        emitted["properties"] = {one.name: _property(one) for one in schema.properties}
    required = [one.name for one in schema.properties if one.required]
    if required:
        emitted["required"] = required
    if schema.conditions:
        emitted["allOf"] = [_condition(one) for one in schema.conditions]
    return emitted


def _property(one: Property) -> Json:
    emitted: Json = {"description": one.description} if one.description else {}
    schema = emit_schema(one.schema)
    # Codegen and 3.0 readers drop what stands beside a reference.
    emitted |= {"allOf": [schema]} if isinstance(one.schema, Ref) else schema
    if one.default:
        emitted["default"] = _plain(one.default.value)
    if one.example:
        emitted["examples"] = [_plain(one.example.value)]
    if one.deprecated:
        emitted["deprecated"] = True
    if one.only_in:
        emitted["readOnly" if one.only_in == "answers" else "writeOnly"] = True
    if one.required_in_practice:
        emitted["x-required-in-practice"] = True
    if not one.is_required_known:
        emitted["x-unknown"] = "required"
    return emitted | places(one.provenance, one.inferred)


def source(location: Location) -> Json:
    """`x-source`, and `x-source-data` if Liquid shows there what the site's data states."""
    return {"x-source": str(location)} | ({"x-source-data": list(location.data)} if location.data else {})


def places(provenance: Provenance, inferred: tuple[Provenance, ...]) -> Json:
    """`x-source`, and `x-inferred-from` if something was inferred."""
    emitted = source(provenance.location)
    if inferred:
        emitted["x-inferred-from"] = [one.evidence for one in inferred]
    return emitted


def _condition(one: Condition) -> Json:
    return {
        "if": _tests(one),
        "then": _effect(one),
        "description": one.text,
        **source(one.provenance.location),
    }


def _tests(one: Condition) -> Json:
    valued = {test.property: {"enum": [_plain(value) for value in test.values]} for test in one.tests if test.values}
    present = [test.property for test in one.tests if not test.is_absent]
    absent = [{"required": [test.property]} for test in one.tests if test.is_absent]
    emitted: Json = {"properties": valued} if valued else {}
    # Without `required`, `if` also holds for objects that lack the property.
    if present:
        emitted["required"] = present
    if absent:
        emitted["not"] = absent[0] if len(absent) == 1 else {"anyOf": absent}
    return emitted


def _effect(one: Condition) -> Json:
    match one.effect:
        case "required":
            return {"required": list(one.properties)}
        case "any" if len(one.properties) == 1:
            return {"required": list(one.properties)}
        case "any":
            return {"anyOf": [{"required": [name]} for name in one.properties]}
        case "absent":
            each = [{"required": [name]} for name in one.properties]
            return {"not": each[0] if len(each) == 1 else {"anyOf": each}}
        case "values":
            values = [_plain(value) for value in one.values]
            return {"properties": {name: {"enum": values} for name in one.properties}}
        case _:
            assert_never(one.effect)


def emit_parameter(one: Parameter) -> Json:
    """The parameter object. A list in the query is sent as one comma-separated value, as the service expects."""
    emitted: Json = {"name": one.name, "in": one.place}
    if one.description:
        emitted["description"] = one.description
    if one.required:
        emitted["required"] = True
    if one.deprecated:
        emitted["deprecated"] = True
    if not one.is_required_known:
        emitted["x-unknown"] = "required"
    if isinstance(one.schema, Array) and one.place == "query":
        # The service takes `ids=1,2`, while OpenAPI's default would be `ids=1&ids=2`.
        emitted |= {"style": "form", "explode": False}
    if one.example:
        emitted["example"] = _plain(one.example.value)
    schema = emit_schema(one.schema)
    if one.default:
        schema = ({"allOf": [schema]} if isinstance(one.schema, Ref) else schema) | {
            "default": _plain(one.default.value)
        }
    return emitted | {"schema": schema} | places(one.provenance, one.inferred)
