"""The schemas that build on one whose discriminator tells them apart, though no `oneOf` lists them."""

from collections.abc import Iterator, Mapping
from typing import Any

from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.references import REF, SCHEMAS

_CHOICES = ("oneOf", "anyOf")


def heirs_of(schemas: Json) -> dict[str, list[str]]:
    """Each schema with a discriminator and no choice, and the schemas that build on it, also by way of others."""
    below: dict[str, list[str]] = {}
    for name, schema in schemas.items():
        for above in built_on(schema):
            below.setdefault(above, []).append(name)
    return {name: _all_below(name, below) for name, one in schemas.items() if _has_own_discriminator(one)}


def built_on(schema: Any) -> Iterator[str]:
    """The schemas that a schema extends: the references among the members of its `allOf`."""
    members = schema.get("allOf") if isinstance(schema, dict) else None
    for one in members if isinstance(members, list) else ():
        reference = one.get(REF) if isinstance(one, dict) else None
        if isinstance(reference, str) and reference.startswith(SCHEMAS):
            yield reference.removeprefix(SCHEMAS)


def _has_own_discriminator(schema: Any) -> bool:
    if not isinstance(schema, dict) or any(schema.get(key) for key in _CHOICES):
        return False
    stated = schema.get("discriminator")
    return isinstance(stated, dict) and isinstance(stated.get("propertyName"), str)


def _all_below(name: str, below: Mapping[str, list[str]]) -> list[str]:
    found: dict[str, None] = {}
    waiting = list(below.get(name, ()))
    while waiting:
        one = waiting.pop(0)
        if one not in found and one != name:
            found[one] = None
            waiting += below.get(one, ())
    return list(found)
