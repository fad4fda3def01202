"""Writes the module `shapes`: `Literal` types for enumerations and TypedDicts for models."""

from __future__ import annotations

from collections.abc import Sequence

from jekyll_openapi.client.model import ClientModel, Mapped
from jekyll_openapi.client.writer import Code, block, code, docstring, identifier, joined, lines, literal


def typed_dicts_module(model: ClientModel) -> Code:
    """The module `shapes`."""
    choices = (
        code("$name: TypeAlias = Literal[$values]", name=identifier(one.name), values=listed(one.values))
        for one in model.choices
    )
    exported = shape_names(model)
    return lines(
        docstring("What may be given where a call takes an enumeration or a model: strings and mappings."),
        code("from __future__ import annotations"),
        code("from collections.abc import Mapping, Sequence"),
        code("import builtins"),
        code("import datetime"),
        code("from decimal import Decimal"),
        code("from typing import TYPE_CHECKING, Literal, NotRequired, Required, TypeAlias, TypedDict"),
        code("if TYPE_CHECKING:\n    from . import models"),
        *choices,
        *map(_mapping, model.mappings),
        code("__all__ = [$names]", names=listed(exported)),
        code(""),
    )


def shape_names(model: ClientModel) -> list[str]:
    """Names defined in `shapes`."""
    return sorted([*(one.name for one in model.choices), *(one.name for one in model.mappings)])


def listed(values: Sequence[str | int]) -> Code:
    """Literals separated by commas."""
    return joined(", ", map(literal, values))


def _mapping(one: Mapped) -> Code:
    """A TypedDict in functional syntax, whose keys can be any string; types are quoted so that they may be
    recursive.
    """
    keys = (
        code(
            "$key: $kind[$type],",
            key=literal(key),
            kind=code("Required" if required else "NotRequired"),
            type=literal(annotation.text),
        )
        for key, annotation, required in one.keys
    )
    name = identifier(one.name)
    return lines(block(code("$name = TypedDict($text, {", name=name, text=literal(one.name)), *keys), code("})"))
