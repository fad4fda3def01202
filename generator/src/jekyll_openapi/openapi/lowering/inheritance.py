"""Objects that a discriminator tells apart though no `oneOf` lists them: the schemas that build on the one that has it.

The description says `Pet` where a `Cat` or a `Dog` stands, and both are `allOf` a `Pet` and more. What says `Pet` leads
to a choice between them here, so that a value is read as what it is, and each of them may be sent.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from jekyll_openapi.openapi.heirs import heirs_of
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.lowering.keywords import says_nothing
from jekyll_openapi.openapi.references import DEFAULT_MAPPING, REF, SCHEMAS

_CHOICES = ("oneOf", "anyOf")
_BY_NAME = ("$defs", "definitions", "dependentSchemas", "patternProperties", "properties", "schemas")
"""Keys whose values map names chosen by the author."""


class Choice(NamedTuple):
    """A choice between an object and those that build on it."""

    name: str
    members: tuple[str, ...]
    """The base first."""
    discriminator: Json
    """With the base as what it leads to by default: all build on it, also what calls itself by an unknown name."""

    @property
    def schema(self) -> Json:
        return {"anyOf": [{REF: SCHEMAS + one} for one in self.members], "discriminator": self.discriminator}


def with_choices(document: Json) -> Json:
    """The description, in which each such object is a choice wherever it is referred to."""
    components = document.get("components")
    schemas = components.get("schemas") if isinstance(components, dict) else None
    if not isinstance(schemas, dict):
        return document
    heirs = {base: found for base, found in heirs_of(schemas).items() if found}
    if not heirs:
        return document
    choices = {
        base: Choice(
            _free(f"Any{base}", schemas),
            (base, *found),
            {**schemas[base]["discriminator"], DEFAULT_MAPPING: SCHEMAS + base},
        )
        for base, found in heirs.items()
    }
    made: Json = _Led(choices).of(document)
    for one in choices.values():
        made["components"]["schemas"][one.name] = one.schema
    return made


def _free(name: str, taken: Json) -> str:
    while name in taken:
        name += "_"
    return name


class _Led:
    """Leads references to choices, but not those of a schema that builds on another."""

    def __init__(self, choices: Mapping[str, Choice]) -> None:
        self._choices = choices
        self._done: dict[tuple[int, str], Any] = {}

    def of(self, value: Any, under: str = "") -> Any:
        """The value, with its references led; `under` is the key that it stands under."""
        if not isinstance(value, dict | list) or under == "discriminator":
            return value
        key = id(value), under if under in (*_CHOICES, *_BY_NAME) else ""
        if key not in self._done:
            self._done[key] = self._list(value, key[1]) if isinstance(value, list) else self._mapping(value, key[1])
        return self._done[key]

    def _list(self, value: list[Any], under: str) -> list[Any]:
        # What a choice lists is meant as it stands there.
        return [one if under in _CHOICES and _is_reference(one) else self.of(one) for one in value]

    def _mapping(self, value: Json, under: str) -> Json:
        if under in _BY_NAME:
            return {name: self._built(one) if under == "schemas" else self.of(one) for name, one in value.items()}
        made = {key: self.of(one, key) for key, one in value.items()}
        if "allOf" in value and not _is_alias(value):
            made["allOf"] = self._members(value["allOf"])
        if isinstance(reference := value.get(REF), str) and reference.removeprefix(SCHEMAS) in self._choices:
            made[REF] = SCHEMAS + self._choices[reference.removeprefix(SCHEMAS)].name
        if "discriminator" not in value and (found := self._discriminator(value)):
            made["discriminator"] = found
        return made

    def _discriminator(self, value: Json) -> Json:
        """What tells the members of a choice apart, where all build on one object; empty where nothing does."""
        for key in _CHOICES:
            listed = value.get(key)
            names = [one.get(REF) for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
            for one in self._choices.values() if len(names) > 1 else ():
                if {SCHEMAS + name for name in one.members}.issuperset(names):
                    mapping = one.discriminator.get("mapping")
                    kept = (
                        {at: to for at, to in mapping.items() if _full(to) in names}
                        if isinstance(mapping, dict)
                        else {}
                    )
                    default = one.discriminator[DEFAULT_MAPPING]
                    return {
                        **one.discriminator,
                        "mapping": kept,
                        DEFAULT_MAPPING: default if default in names else None,
                    }
        return {}

    def _built(self, schema: Any) -> Any:
        """A component, which builds on what it refers to even where it adds nothing."""
        made = self.of(schema)
        return (
            {**made, "allOf": self._members(schema["allOf"])}
            if isinstance(schema, dict) and "allOf" in schema
            else made
        )

    def _members(self, members: Any) -> Any:
        return (
            [one if _is_reference(one) else self.of(one) for one in members] if isinstance(members, list) else members
        )


def _full(reference: Any) -> str:
    """A reference of a mapping, which can be just the name of a component."""
    return str(reference) if "/" in str(reference) else f"{SCHEMAS}{reference}"


def _is_reference(schema: Any) -> bool:
    return isinstance(schema, dict) and isinstance(schema.get(REF), str)


def _is_alias(schema: Json) -> bool:
    """Whether an `allOf` only stands for a reference, so that something can be said beside it."""
    members = schema["allOf"]
    rest = [key for key in schema if key not in ("allOf", "nullable") and not says_nothing(key)]
    return isinstance(members, list) and len(members) == 1 and not rest
