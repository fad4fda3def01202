"""Types of the facade: what a call takes is wide, what it gives is one class."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jekyll_openapi.client.writer import Code, code, identifier
from jekyll_openapi.runtime.records import Names
from jekyll_openapi.runtime.schemas import Schema, reference, resolve

PRIMITIVES: dict[tuple[str, str], Code] = {
    ("string", "date-time"): code("datetime"),
    ("string", "date"): code("date"),
    ("string", ""): code("str"),
    ("integer", ""): code("int"),
    ("number", ""): code("Decimal | float"),
    ("boolean", ""): code("bool"),
    ("object", ""): code("Mapping[str, object]"),
}
ANYTHING = code("object")
AS_IT_IS = code("as_it_is")
ANY = code("Any")


@dataclass(frozen=True, slots=True)
class Result:
    """What a method gives back."""

    annotation: Code
    read: Code
    """The expression of the function that makes it from JSON."""
    model: Names | None = None


@dataclass(frozen=True, slots=True)
class Annotations:
    """Finds the type for a schema."""

    schemas: Mapping[str, Schema]
    names: Mapping[str, Names]
    choices: Mapping[str, Code]
    """The alias of the strings of an enumeration, by schema."""
    mappings: Mapping[str, Code]
    """The typed mapping of an object, by schema."""

    def argument(self, schema: Schema, *, in_mapping: bool = False) -> Code:
        """What a caller may give for a value of the schema; a mapping takes times as text too."""
        name = reference(schema)
        if name in self.names:
            return self._named(name)
        target = resolve(schema, self.schemas)
        kind, form = str(target.get("type", "")), str(target.get("format", ""))
        if kind == "array":
            items = self.argument(target.get("items", {}), in_mapping=in_mapping)
            return code("Sequence[$items]", items=items)
        found = PRIMITIVES.get((kind, form)) or PRIMITIVES.get((kind, ""), ANYTHING)
        return code("$found | str", found=found) if in_mapping and form in ("date-time", "date") else found

    def result(self, schema: Schema | None) -> Result:
        """What a caller gets for an answer of the schema."""
        name = reference(schema or {})
        if self._is_object(name):
            model = identifier(self.names[name].class_name)
            return Result(model, code("$model.from_dict", model=model), self.names[name])
        target = resolve(schema or {}, self.schemas)
        item = reference(target.get("items", {})) if target.get("type") == "array" else ""
        if self._is_object(item):
            model = identifier(self.names[item].class_name)
            read = code("many($model.from_dict)", model=model)
            return Result(code("builtins.list[$model]", model=model), read, self.names[item])
        return Result(ANY, AS_IT_IS)

    def _named(self, name: str) -> Code:
        """A component that is a class: the class itself, or what stands for it."""
        model = code("models.$name", name=identifier(self.names[name].class_name))
        other = self.choices.get(name) or self.mappings.get(name) or PRIMITIVES["object", ""]
        return code("$model | $other", model=model, other=other)

    def _is_object(self, name: str) -> bool:
        """Whether the component is a model."""
        return name in self.names and "enum" not in self.schemas[name]
