"""How two schemas differ: type first; where it is the same, its values, limits and items; objects are in `objects`."""

from collections.abc import Iterator
from typing import Any

from jekyll_openapi.diff import kinds
from jekyll_openapi.diff.notes import compare_note, compare_notes, is_note, shown_value
from jekyll_openapi.diff.objects import compare_objects
from jekyll_openapi.diff.renames import look_alike, mostly_same, renames
from jekyll_openapi.diff.rules import is_rule
from jekyll_openapi.diff.spot import Difference, Found, Link, Spot, bare, references
from jekyll_openapi.diff.types import relation, text_of, type_of, without_null

_TYPES = {"narrower": kinds.TYPE_NARROWED, "wider": kinds.TYPE_WIDENED, "different": kinds.TYPE_CHANGED}
_UPPER = {"maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"}
_LOWER = {"minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"}
_READ_ELSEWHERE = {"$ref", "allOf", "type", "format", "nullable", "enum", "items", "properties", "required"}


def compare_schemas(old: Spot, new: Spot) -> Iterator[Found]:
    """How a schema differs from what it was; components that it refers to are linked, and compared once."""
    if old.value == new.value:
        yield from _common_links(old, new)
        return
    yield from compare_notes(old, new)
    if old.reference and new.reference:
        yield from _compare_references(old, new)
        yield from _compare_constraints(old, new)
        return
    related = relation(type_of(old), type_of(new))
    if related == "equal":
        yield from _compare_inside(old, new)
    else:
        yield from _changed(_TYPES[related], old, new)


def _compare_references(old: Spot, new: Spot) -> Iterator[Found]:
    before, after = old.reference, new.reference
    is_gone, is_new = before not in new.spec.schemas, after not in old.spec.schemas
    if before == after or (is_gone and is_new and _are_alike(old, new)):
        yield Link(before, after)
    elif (is_gone or is_new) and _are_alike(old, new) and bare(old.resolved().value) != bare(new.resolved().value):
        # One of several places has a schema of its own now: what differs in it is what has changed.
        yield Link(before, after)
    else:
        yield from _changed(kinds.SCHEMA_REPLACED, old, new)


def _are_alike(old: Spot, new: Spot) -> bool:
    """Whether one schema can be the other under a new name."""
    if relation(type_of(old), type_of(new)) != "equal":
        return False
    before, after = old.resolved().value, new.resolved().value
    keys = [key for key in ("properties", "enum") if key in before and key in after]
    return all(mostly_same(map(str, before[key]), map(str, after[key])) for key in keys)


def _changed(kind: kinds.Kind, old: Spot, new: Spot) -> Iterator[Found]:
    before, after = text_of(old), text_of(new)
    yield Difference(kind, old, new, f"the type is {after}, it was {before}", before, after)
    yield from _common_links(old, new)


def _common_links(old: Spot, new: Spot) -> Iterator[Link]:
    """Components that both refer to somewhere inside, so that it is known who uses them."""
    after = set(references(new.value))
    for target in dict.fromkeys(references(old.value)):
        kind, name = target
        if kind == "schemas" and target in after and name in old.spec.schemas and name in new.spec.schemas:
            yield Link(name, name)


def _compare_inside(old: Spot, new: Spot) -> Iterator[Found]:
    """How two schemas of one type differ."""
    before, after = without_null(old)[0], without_null(new)[0]
    if before is not old or after is not new:
        yield from compare_schemas(before, after)
        return
    if old.reference or new.reference:
        old, new = old.resolved(), new.resolved()
    # Where the type is the same, the format adds nothing: a `double` is what any number is.
    yield from compare_note("format", old, new)
    yield from _compare_values(old, new)
    if "items" in old.value or "items" in new.value:
        yield from compare_schemas(old.below("items"), new.below("items"))
    yield from compare_objects(old, new, compare_schemas)
    yield from _compare_constraints(old, new)


# --- values -----------------------------------------------------------------------------------------------------------


def _compare_values(old: Spot, new: Spot) -> Iterator[Difference]:
    before, after = (list(map(shown_value, spot.get("enum", ()))) for spot in (old, new))
    renamed = renames(before, after, look_alike)
    for value, one in zip(before, old.get("enum", ()), strict=True):
        names = old.member(one)
        if value in renamed:
            now = renamed[value]
            there = new.named(*new.member(new.get("enum")[after.index(now)]))
            message = f"the value `{value}` is `{now}` now"
            yield Difference(kinds.VALUE_RENAMED, old.named(*names), there, message, value, now)
        elif value not in after:
            yield Difference(kinds.VALUE_REMOVED, old.named(*names), None, f"the value `{value}` is gone", value)
    for value, one in zip(after, new.get("enum", ()), strict=True):
        if value not in before and value not in renamed.values():
            there = new.named(*new.member(one))
            yield Difference(kinds.VALUE_ADDED, None, there, f"the value `{value}` is new", "", value)


# --- limits and other constraints -------------------------------------------------------------------------------------


def _compare_constraints(old: Spot, new: Spot) -> Iterator[Found]:
    listed = {*old.get("properties", {}), *new.get("properties", {})}
    before, after = _constraints(old.value, listed), _constraints(new.value, listed)
    for key in dict.fromkeys((*before, *after)):
        one, other = before.get(key), after.get(key)
        if one == other:
            continue
        was, now = ("" if value is None else shown_value(value) for value in (one, other))
        text = f"`{key}` is {now}" if other is not None else f"`{key}` is no longer stated"
        message = f"{text}, it was {was}" if one is not None else text
        yield Difference(_kind(key, one, other), old, new, message, was, now)
    yield from _common_links(old, new)


def _constraints(schema: dict[str, Any], listed: set[str]) -> dict[str, Any]:
    """What a schema demands and is not compared elsewhere."""
    found = {key: bare(value) for key, value in schema.items() if key not in _READ_ELSEWHERE and not is_note(key)}
    unlisted = [name for name in schema.get("required", ()) if name not in listed]
    members = [bare(member) for member in schema.get("allOf", ()) if not is_rule(member)]
    lists = {"required": unlisted, "allOf": members if "$ref" not in next(iter(members), {}) else []}
    return found | {key: one for key, one in lists.items() if one}


def _kind(key: str, old: Any, new: Any) -> kinds.Kind:
    if key not in _UPPER | _LOWER or not all(_is_number(value) for value in (old, new)):
        if old is None or new is None:
            return kinds.CONSTRAINT_ADDED if old is None else kinds.CONSTRAINT_REMOVED
        return kinds.CONSTRAINT_CHANGED
    if old is None or new is None:
        return kinds.LIMIT_TIGHTENED if old is None else kinds.LIMIT_LOOSENED
    return kinds.LIMIT_TIGHTENED if (new < old) == (key in _UPPER) else kinds.LIMIT_LOOSENED


def _is_number(value: Any) -> bool:
    return value is None or (isinstance(value, int | float) and not isinstance(value, bool))
