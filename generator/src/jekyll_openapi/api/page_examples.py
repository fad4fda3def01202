"""Checks object literals in a page's code against its table: values and conditional requirements.

A literal counts as a request if, including the constants that it spreads, it has two or more of the properties and
no others. It may lack required properties, since pages build their requests in steps.
"""

from collections.abc import Iterator, Mapping

from jekyll_openapi.api.context import Context
from jekyll_openapi.api.model import Condition, Enumeration, Object
from jekyll_openapi.api.sections import Section
from jekyll_openapi.diagnostics import Location
from jekyll_openapi.pages.document import Entry, ObjectLiteral, Opaque, Scalar, Value
from jekyll_openapi.pages.javascript import read_bindings, read_values
from jekyll_openapi.records import dataclass
from jekyll_openapi.rules import EXAMPLE_INVALID, RULE_CONTRADICTED

_SPREAD = "..."


@dataclass(frozen=True, slots=True)
class _Request:
    """An object literal with its spreads resolved."""

    name: str
    entries: Mapping[str, Entry]
    location: Location
    is_whole: bool
    """Whether every spread could be resolved."""


def check_page_examples(parts: tuple[Section, ...], request: Object, context: Context) -> None:
    """Reports literals in the page's code that break the page's own table."""
    known = {one.name for one in request.properties}
    for example in _requests(parts):
        if len(example.entries) < 2 or not known.issuperset(example.entries):
            continue
        for condition in request.conditions:
            _check_condition(example, condition, context)
        for one in request.properties:
            if isinstance(one.schema, Enumeration):
                _check_value(example, one.name, one.schema, context)


def _check_condition(example: _Request, condition: Condition, context: Context) -> None:
    texts = {test.property: _text(example, test.property) for test in condition.tests}
    if condition.effect != "required" or not all(texts[test.property] in test.values for test in condition.tests):
        return
    missing = [name for name in condition.properties if name not in example.entries]
    if missing and example.is_whole:
        said = " and ".join(f"`{name}` {value!r}" for name, value in texts.items())
        message = (
            f"`{example.name}` has {said} and no {', '.join(f'`{name}`' for name in missing)}, "
            f"which {condition.provenance.location} requires"
        )
        context.found(RULE_CONTRADICTED, message, example.location, "correct the remark or the example")


def _check_value(example: _Request, name: str, schema: Enumeration, context: Context) -> None:
    value = _text(example, name)
    if value is not None and value not in schema.values:
        message = f"`{example.name}` has `{name}` {value!r}, which is not one of its values"
        context.found(EXAMPLE_INVALID, message, example.entries[name].value.location, "correct the example")


def _text(example: _Request, name: str) -> str | None:
    entry = example.entries.get(name)
    value = entry.value if entry else None
    return value.value if isinstance(value, Scalar) and isinstance(value.value, str) and not value.is_date else None


def _requests(parts: tuple[Section, ...]) -> Iterator[_Request]:
    constants: dict[str, Value] = {}
    for fence in (fence for part in parts for fence in part.fences):
        bound = read_bindings(fence)
        constants |= {one.name: one.value for one in bound}
        named = {one.value.location: one.name for one in bound}
        for value in read_values(fence):
            if isinstance(value, ObjectLiteral):
                yield _resolved(named.get(value.location, "the example"), value, constants)


def _resolved(name: str, literal: ObjectLiteral, constants: Mapping[str, Value], depth: int = 0) -> _Request:
    entries: dict[str, Entry] = {}
    is_whole = True
    for entry in literal.entries:
        spread = constants.get(entry.value.text) if _is_spread(entry) and isinstance(entry.value, Opaque) else None
        if isinstance(spread, ObjectLiteral) and spread is not literal and depth < 8:
            inner = _resolved(name, spread, constants, depth + 1)
            entries |= inner.entries
            is_whole = is_whole and inner.is_whole
        elif _is_spread(entry):
            is_whole = False
        else:
            entries[entry.key] = entry
    return _Request(name, entries, literal.location, is_whole)


def _is_spread(entry: Entry) -> bool:
    return entry.key == _SPREAD
