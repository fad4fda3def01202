"""Compares the schemas that build on one with a discriminator: they stand wherever that one is referred to."""

from collections.abc import Iterator

from jekyll_openapi.diff import kinds
from jekyll_openapi.diff.alternatives import mapped
from jekyll_openapi.diff.cursor import Difference, Found, Link, Spec, references
from jekyll_openapi.openapi.heirs import built_on
from jekyll_openapi.openapi.references import REF
from jekyll_openapi.records import replace


def with_heirs(link: Link, before: Spec, after: Spec, user: str = "") -> Iterator[Link]:
    """The pair of schemas, and with it what builds on them. `user` is the new schema that refers to them, if any."""
    yield link
    if not (before.heirs.get(link.old) or after.heirs.get(link.new)):
        return
    if link.old in before.heirs and link.new in after.heirs and not _only_extends(after, user, link.new):
        yield replace(link, has_heirs=True)


def _only_extends(spec: Spec, name: str, base: str) -> bool:
    """Whether the schema refers to the base only to build on it: what else builds on the base is nothing to it."""
    schema = spec.schemas.get(name)
    if base not in built_on(schema):
        return False
    assert isinstance(schema, dict)
    rest = {**schema, "allOf": [one for one in schema["allOf"] if REF not in one]}
    return ("schemas", base) not in references(rest)


def compare_heirs(link: Link, before: Spec, after: Spec) -> Iterator[Found]:
    """The changes in what builds on a schema, by the values that tell it apart; not those in the schema itself."""
    yield Link(link.old, link.new)
    base = before.schema(link.old), after.schema(link.new)
    names = [str(one.value["discriminator"]["propertyName"]) for one in base]
    if names[0] != names[1]:
        message = f"the property that tells them apart is `{names[1]}`, it was `{names[0]}`"
        yield Difference(kinds.DISCRIMINATOR, *base, message, *names)
    old, new = _values(before, link.old), _values(after, link.new)
    values = {name: value for value, name in new.items()}
    for value, name in old.items():
        if value in new:
            yield Link(name, new[value])
        elif name in values:
            yield Link(name, name)
            message = f"the value `{value}` of `{names[0]}` is `{values[name]}` now"
            yield Difference(kinds.DISCRIMINATOR, *base, message, value, values[name])
        else:
            message = f"the value `{value}` of `{names[0]}` is gone"
            yield Difference(kinds.VALUE_REMOVED, before.schema(name), None, message, value)
    for value, name in new.items():
        if value not in old and name not in old.values():
            message = f"the value `{value}` of `{names[1]}` is new"
            yield Difference(kinds.VALUE_ADDED, None, after.schema(name), message, "", value)


def _values(spec: Spec, base: str) -> dict[str, str]:
    """Value of the discriminator -> the schema that builds on the base; its name, where the mapping is silent."""
    mapping = spec.schemas[base]["discriminator"].get("mapping") or {}
    led = {str(value): mapped(str(target)) for value, target in mapping.items()}
    stated = {value: name for value, name in led.items() if name in spec.heirs[base]}
    return stated | {name: name for name in spec.heirs[base] if name not in stated.values()}
