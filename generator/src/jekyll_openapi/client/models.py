"""Writes the models: openapi-python-client reads the components and renders our template for each.

Names come from the name table, so it has no choice of its own. Types and texts are `Code`; the template rejects
anything else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from jekyll_openapi.cache import Cache
from jekyll_openapi.client.model import ClientModel, Component
from jekyll_openapi.client.parts import Parts
from jekyll_openapi.client.schema_texts import described
from jekyll_openapi.client.writer import (
    WIDTH,
    Code,
    block,
    code,
    docstring,
    identifier,
    imported,
    joined,
    lines,
    literal,
)
from jekyll_openapi.records import dataclass
from jekyll_openapi.runtime.kinds import is_always_there
from jekyll_openapi.runtime.schemas import Schema


@dataclass(frozen=True, slots=True)
class Property:
    """A property, for the template."""

    name: Code
    wire: Code
    annotation: Code
    argument: Code
    docstring: Code
    is_needed: bool
    """Required by the constructor."""


@dataclass(frozen=True, slots=True)
class Text:
    """A model, for the template."""

    text: Code
    name: Code
    schema: Code
    docstring: Code
    imports: tuple[Code, ...]
    properties: Mapping[str, Property]

    def __getitem__(self, name: str) -> Property:
        return self.properties[name]

    def in_order(self, found: Iterable[Any]) -> list[Any]:
        """Properties found by openapi-python-client, in the order of the description."""
        order = {name: number for number, name in enumerate(self.properties)}
        return sorted(found, key=lambda one: order[one.name])


def model_modules(model: ClientModel, parts: Parts, cache: Cache) -> Iterator[tuple[str, Code]]:
    """The modules under `models`, with their names."""
    yield "models/__init__.py", _init(model.components)
    objects: dict[str, Component] = {}
    for one in model.components:
        path = f"models/{one.module}.py"
        match one.form:
            case "enumeration":
                yield path, cache.get(("enumeration", repr(one)), partial(_enumeration, one))
            case "union":
                yield path, _union(one, model)
            case _:
                objects[path] = one
    yield from zip(objects, _rendered(tuple(objects.values()), model, parts, cache), strict=True)


# --- objects ----------------------------------------------------------------------------------------------------------


def _text(one: Component, model: ClientModel) -> Text:
    """The template's data for an object."""
    stated = one.schema.get("properties", {})
    properties = {name: _property(wire, name, one.schema, stated[wire], model) for wire, name in one.properties.items()}
    types = [part for each in properties.values() for part in (each.annotation, each.argument)]
    return Text(
        text=docstring(f"The model `{one.class_name}`."),
        name=identifier(one.class_name),
        schema=literal(one.name),
        docstring=docstring(_described(one, f"The schema `{one.name}`."), 1),
        imports=_imports(one, model, *types),
        properties=properties,
    )


def _described(one: Component, otherwise: str) -> str:
    """A component's description, else the given text, with its source."""
    return described(one.schema if one.schema.get("description") else {**one.schema, "description": otherwise})


def _property(wire: str, name: str, schema: Schema, shape: Schema, model: ClientModel) -> Property:
    given = model.annotations.argument(shape, in_mapping=True)
    always = is_always_there(schema, wire, by_word=model.description.facts.plain)
    is_needed = wire in schema.get("required", ()) and shape.get("readOnly") is not True
    python = identifier(name)
    return Property(
        name=python,
        wire=literal(wire),
        annotation=model.annotations.property(shape, always=always),
        argument=code("$name: $type", name=python, type=given)
        if is_needed
        else code("$name: $type | None = None", name=python, type=given),
        docstring=docstring(described(shape, wire, str(schema.get("x-source") or "")), 1, width=WIDTH),
        is_needed=is_needed,
    )


def _imports(one: Component, model: ClientModel, *users: Code) -> tuple[Code, ...]:
    """Imports that the annotations of a module need."""
    classes = [other.class_name for other in model.components if other.name != one.name]
    shapes = [*model.annotations.literals.values(), *model.annotations.mappings.values()]
    return (*imported("..models", classes, *users), *imported("..shapes", shapes, *users))


def _rendered(objects: Sequence[Component], model: ClientModel, parts: Parts, cache: Cache) -> list[Code]:
    """The module of each object; cached."""
    given = model.annotations
    around = ("model", model.description.facts.plain, repr((given.classes, given.literals, given.mappings)))
    keys = [(*around, *parts.reached(repr(one))) for one in objects]
    if new := [(key, _text(one, model)) for key, one in zip(keys, objects, strict=True) if cache.find(key) is None]:
        from jekyll_openapi.client.rendering import render  # half a second

        for (key, _), module in zip(new, render([text for _, text in new], cache), strict=True):
            cache.keep(key, Code(module))
    return [cache.find(key) for key in keys]


# --- enumerations and unions ------------------------------------------------------------------------------------------


def _enumeration(one: Component) -> Code:
    """The module of an enumeration."""
    is_text = one.schema.get("type") != "integer"
    base = code("OpenEnum" if is_text else "OpenIntEnum")
    members = (code("$name = $value", name=identifier(name), value=literal(value)) for value, name in one.members)
    text = _described(one, f"The values of {one.name}.")
    body = block(
        code("class $name($base):", name=identifier(one.class_name), base=base), docstring(text, 1), code(""), *members
    )
    return lines(code("from ..runtime.enumeration import $base\n\n", base=base), body, code(""))


def _union(one: Component, model: ClientModel) -> Code:
    """The module of a union: a type alias."""
    members = one.schema.get("anyOf") or one.schema.get("oneOf") or ()
    texts = dict.fromkeys(model.annotations.member(member).text for member in members if member.get("type") != "null")
    name = identifier(one.class_name)
    text = described(one.schema) or f"One of {len(texts)} types."
    return lines(
        docstring(text),
        code("from __future__ import annotations"),
        code("import builtins\nimport datetime\nfrom decimal import Decimal"),
        code("from typing import TYPE_CHECKING, Any, TypeAlias"),
        block(code("if TYPE_CHECKING:"), code("from .. import models"), *_imports(one, model, *map(Code, texts))),
        code("$name: TypeAlias = $members", name=name, members=literal(" | ".join(texts))),
        code(""),
    )


def _init(components: Iterable[Component]) -> Code:
    """`models/__init__.py`, which imports each model on first use."""
    ordered = sorted(components, key=lambda one: one.class_name)
    imports = (
        code("from .$module import $name as $name", module=identifier(one.module), name=identifier(one.class_name))
        for one in ordered
    )
    table = (code("$name: $module,", name=literal(one.class_name), module=literal(one.module)) for one in ordered)
    listed = joined(", ", (literal(one.class_name) for one in ordered))
    return lines(
        docstring("The schemas of the API as classes, each imported when it is first used."),
        code("from typing import TYPE_CHECKING"),
        block(code("if TYPE_CHECKING:"), *imports, code("")) if ordered else code(""),
        code("from ..runtime.lazy import lazy_attributes"),
        block(
            code("if not TYPE_CHECKING:"),
            block(code("__getattr__, __dir__ = lazy_attributes(__name__, {"), *table),
            code("})"),
        ),
        code("__all__ = [$listed]", listed=listed),
        code(""),
    )
