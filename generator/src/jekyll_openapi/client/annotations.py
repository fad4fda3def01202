"""Type annotations of the generated code. Arguments accept several types, results have one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from jekyll_openapi.client.writer import Code, code, identifier, joined
from jekyll_openapi.records import dataclass, field
from jekyll_openapi.runtime.kinds import Anything, ArrayOf, MapOf, Named, OneOf, Scalar, ScalarName, Typed, typed
from jekyll_openapi.runtime.schemas import Schema

GIVEN: Mapping[ScalarName, Code] = {
    "string": code("str"),
    "integer": code("int"),
    "number": code("Decimal | float"),
    "boolean": code("bool"),
    "date-time": code("datetime.datetime"),
    "date": code("datetime.date"),
    "binary": code("bytes | tuple[str, bytes] | str"),
}
"""Annotation of an argument, by scalar."""
READ: Mapping[ScalarName, Code] = {
    **GIVEN,
    "number": code("Decimal"),
    "binary": code("str"),
}
"""Annotation of a result, by scalar."""
ANY = code("Any")
NOTHING = code("None")


@dataclass(frozen=True, slots=True)
class Annotations:
    """Annotations for lowered schemas (shapes)."""

    shapes: Mapping[str, Schema]
    classes: Mapping[str, str]
    """Class name by component."""
    literals: Mapping[str, str]
    """`Literal` alias by enumeration."""
    mappings: Mapping[str, str]
    """TypedDict by object."""
    unions: dict[tuple[str, bool], tuple[Code, ...]] = field(default_factory=dict)
    """Argument types by union; cached, since unions can nest many times."""

    def argument(self, shape: Schema, *, in_mapping: bool = False) -> Code:
        """Annotation of an argument. Inside a mapping, date-times may be text, and null is allowed where described."""
        found = typed(shape, self.shapes)
        made = self._given(found, in_mapping)
        is_null = in_mapping and found.nullable and not isinstance(found.kind, Anything)
        return code("$made | None", made=made) if is_null else made

    def keyword(self, shape: Schema) -> Code:
        """Annotation of a keyword for a body property."""
        made = self.argument(shape)
        return code("$made | None", made=made) if self.takes_null(shape) else made

    def takes_null(self, shape: Schema) -> bool:
        """Whether the schema explicitly allows null."""
        found = typed(shape, self.shapes)
        return found.nullable and not isinstance(found.kind, Anything)

    def property(self, shape: Schema, *, always: bool) -> Code:
        """Annotation of a model's property; includes None if it can be absent or null."""
        found = typed(shape, self.shapes)
        made = self._read(found)
        can_be_none = (found.nullable or not always) and not isinstance(found.kind, Anything)
        return code("$made | None", made=made) if can_be_none else made

    def result(self, shape: Schema) -> Code:
        """Annotation of the result of a call."""
        return self.property(shape, always=True)

    def member(self, shape: Schema) -> Code:
        """Annotation of a union's member."""
        return self._read(typed(shape, self.shapes))

    def _given(self, found: Typed, in_mapping: bool) -> Code:
        return _either(self._taken(found, in_mapping))

    def _taken(self, found: Typed, in_mapping: bool) -> Iterable[Code]:
        """Argument types, with nested unions flattened."""
        match found.kind:
            case Anything():
                return (code("object"),)
            case Scalar("date-time" | "date" as name) if in_mapping:
                return GIVEN[name], GIVEN["string"]
            case Scalar(name):
                return (GIVEN[name],)
            case ArrayOf(items):
                return (code("Sequence[$items]", items=self._item(items, in_mapping)),)
            case MapOf(values):
                return (code("Mapping[str, $values]", values=self._item(values, in_mapping)),)
            case OneOf(members):
                return _once(part for one in members for part in self._taken(one, in_mapping))
            case Named(name, "union"):
                if (name, in_mapping) not in self.unions:
                    choices = found.schema.get("anyOf") or found.schema.get("oneOf") or ()
                    kinds = (typed(one, self.shapes) for one in choices if one.get("type") != "null")
                    parts = (part for one in kinds for part in self._taken(one, in_mapping))
                    self.unions[name, in_mapping] = _once(parts)
                return self.unions[name, in_mapping]
            case Named(name, _):
                return self._class_or_shape(name)

    def _item(self, found: Typed, in_mapping: bool) -> Code:
        made = self._given(found, in_mapping)
        is_null = found.nullable and not isinstance(found.kind, Anything)
        return code("$made | None", made=made) if is_null else made

    def _class_or_shape(self, name: str) -> Iterable[Code]:
        """Argument types of a component: its class, or the equivalent literal or mapping."""
        other = self.literals.get(name) or self.mappings.get(name)
        plain = identifier(other) if other else code("Mapping[str, object]")
        return code("models.$name", name=identifier(self.classes[name])), plain

    def _read(self, found: Typed) -> Code:
        match found.kind:
            case Anything():
                return ANY
            case Scalar(name):
                return READ[name]
            case ArrayOf(items):
                return code("builtins.list[$items]", items=self._read_item(items))
            case MapOf(values):
                return code("builtins.dict[str, $values]", values=self._read_item(values))
            case OneOf(members):
                return _either(map(self._read, members))
            case Named(name, _):
                return identifier(self.classes[name])

    def _read_item(self, found: Typed) -> Code:
        made = self._read(found)
        is_null = found.nullable and not isinstance(found.kind, Anything)
        return code("$made | None", made=made) if is_null else made


def _either(parts: Iterable[Code]) -> Code:
    """The types joined by `
    `, without repeats.
    """
    return joined(" | ", _once(parts))


def _once(parts: Iterable[Code]) -> tuple[Code, ...]:
    return tuple(Code(text) for text in dict.fromkeys(part.text for part in parts))
