"""Compares two schemas: types first, then values, limits and items of shared types. `objects` compares objects."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from jekyll_openapi.diff import kinds
from jekyll_openapi.diff.alternatives import as_group, compare_alternatives, compare_group, compare_nots
from jekyll_openapi.diff.array_contains import compare_contains
from jekyll_openapi.diff.cursor import DYNAMIC, Cursor, Difference, Found, Link, Only, Spec, bare, component_of
from jekyll_openapi.diff.directions import Cursors, Seen, direction
from jekyll_openapi.diff.kinds import Kind
from jekyll_openapi.diff.normal_form import identity_of, reference_of, shape_of
from jekyll_openapi.diff.notes import compare_marks, compare_note, compare_notes, compare_rest, shown_value
from jekyll_openapi.diff.objects import compare_objects, side_of
from jekyll_openapi.diff.renames import look_alike, mostly_same, renames
from jekyll_openapi.diff.rules import compare_conditions
from jekyll_openapi.diff.shape import TYPES, Fact, Listed, Shape, Typed, divides
from jekyll_openapi.diff.types import has_other_class, relation, text_of_all
from jekyll_openapi.diff.unread import without_effect
from jekyll_openapi.openapi.json import HOLDERS, Json
from jekyll_openapi.openapi.references import references, referred
from jekyll_openapi.records import replace

_KEYWORDS = """
$ref $defs definitions $id $anchor $schema $vocabulary $dynamicRef $dynamicAnchor type nullable enum const allOf
anyOf oneOf not if then else format multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength
minLength pattern maxItems minItems uniqueItems contains minContains maxContains prefixItems items
unevaluatedItems maxProperties minProperties required properties patternProperties additionalProperties
propertyNames unevaluatedProperties dependentRequired dependentSchemas
"""
KEYWORDS = frozenset(_KEYWORDS.split())
"""Keywords that are compared by meaning; changes in others are reported but not judged."""
_TYPES = {"narrower": kinds.TYPE_NARROWED, "wider": kinds.TYPE_WIDENED, "different": kinds.TYPE_CHANGED}


def compare_schemas(old: Cursor, new: Cursor) -> Iterator[Found]:
    """The changes between two schemas. Components that both refer to are linked and compared only once."""
    yield from compare_all((old,), (new,), frozenset())


def compare_all(old: Cursors, new: Cursors, seen: Seen) -> Iterator[Found]:
    """The changes between two conjunctions of schemas."""
    if _are_same(old, new):
        yield from common_links(old, new)
        return
    # Schemas may refer to themselves: a pair that is already being compared adds nothing.
    pair = (*(cursor.pointer for cursor in old), "", *(cursor.pointer for cursor in new))
    memory = old[0].spec.comparisons
    if pair in seen:
        memory.stop(pair)
        return
    # If the side itself changed, the differences inside count on both sides.
    only = side_of(old) if side_of(old) == side_of(new) else None
    key = *map(identity_of, old), "", id(new[0].spec), *map(identity_of, new)
    for found in memory.get(key, seen, (old, new), lambda: tuple(_compare(old, new, seen | {pair}))):
        yield restricted(found, only)


def _compare(old: Cursors, new: Cursors, seen: Seen) -> Iterator[Found]:
    yield from compare_notes(old[0], new[0])
    yield from compare_marks(old, new)
    yield from compare_rest(old[0], new[0], KEYWORDS - without_effect(old[0]) - without_effect(new[0]))
    if len(old) == len(new) == 1:
        before, after = reference_of(old[0]), reference_of(new[0])
        if before[0] and after[0] and _is_same_schema(old[0], new[0], before[0], after[0]):
            # The components are compared on their own, once; here only the link to them is needed.
            yield Link(before[0], after[0])
            if before[1] != after[1]:
                yield _changed(kinds.TYPE_WIDENED if after[1] else kinds.TYPE_NARROWED, old, new)
            return
        if before[0] and after[0] and before[0] != after[0]:
            yield _replaced(old[0], new[0], seen)
            return
    yield from compare_shapes(shape_of(old), shape_of(new), seen)


_REPLACED = {
    (False, False): kinds.SCHEMA_REPLACED,
    (True, False): kinds.REPLACED_NARROWER,
    (False, True): kinds.REPLACED_WIDER,
    (True, True): kinds.REPLACED,
}


def _replaced(old: Cursor, new: Cursor, seen: Seen) -> Difference:
    """A single difference for a reference to an unrelated schema, however much differs."""
    told = direction(compare_shapes(shape_of((old,)), shape_of((new,)), seen), old, new, compare_all, seen)
    before, after = text_of_all((old,)), text_of_all((new,))
    return Difference(_REPLACED[told], old, new, f"the type is {after}, it was {before}", before, after)


def compare_shapes(old: Shape, new: Shape, seen: Seen) -> Iterator[Found]:
    """The changes between two schemas in normal form."""
    groups = as_group(old), as_group(new)
    if any(groups) and all(one or shape.is_simple for one, shape in zip(groups, (old, new), strict=True)):
        yield from compare_group(old, new, compare_all, seen)
        return
    related = relation(old, new)
    if related != "equal":
        yield _changed(_TYPES[related], old.cursors, new.cursors)
    else:
        # A `double` is what any number is: such a format says nothing more.
        yield from compare_note("format", old.cursor, new.cursor)
    if has_other_class(old, new):
        yield _changed(kinds.CLASS_OF_VALUE, old.cursors, new.cursors)
    shared = [kind for kind in TYPES if kind in old.types and kind in new.types]
    for kind in shared:
        yield from _compare_typed(kind, (old, new), seen)
    if shared:
        yield from compare_conditions(old, new, compare_all, seen)
        yield from compare_alternatives(old, new, compare_all, seen)
        yield from compare_nots(old, new, compare_all, seen)
        yield from _compare_unread(old, new)


def _are_same(old: Cursors, new: Cursors) -> bool:
    if len(old) != len(new) or old[0].spec.is_30 != new[0].spec.is_30:
        return False
    return all(_is_same(was.value, now.value) for was, now in zip(old, new, strict=True))


def _is_same(old: Any, new: Any) -> bool:
    """Whether two values are equal as JSON and refer to nothing that could differ under the same name.

    References to components do not count, since components are compared on their own.
    """
    # `1` and `1.0` are the same number in JSON, but in Python `True` equals `1` as well.
    if type(old) is not type(new):
        return bool(old == new) and not isinstance(old, bool) and not isinstance(new, bool)
    if isinstance(old, dict):
        if old.keys() != new.keys() or _leads_inside(old) or _is_entangled(old):
            return False
        return all(_is_same(value, new[key]) for key, value in old.items())
    if isinstance(old, list):
        return len(old) == len(new) and all(map(_is_same, old, new))
    return bool(old == new)


def only_links(schema: Cursor, after: Spec) -> tuple[Link, ...] | None:
    """What `compare_schemas` finds where the other description has the same schema; None if it has to look."""
    if not _is_same(schema.value, schema.value):
        return None
    return tuple(common_links((schema,), (Cursor(after, schema.value, schema.pointer),)))


_TESTS = frozenset({"not", "if", "contains"})
_LEFT_OVER = frozenset({"unevaluatedItems", "unevaluatedProperties"})


def _is_entangled(value: Json) -> bool:
    """Whether a change of a component could mean the opposite here, or depends on the keywords beside the reference."""
    if _LEFT_OVER & value.keys() and _refers(value):
        return True
    return any(_refers(value[key]) for key in (*_TESTS, "oneOf") if key in value)


def _leads_inside(value: Json) -> bool:
    """Whether a reference leads to a part of the document that is not a component schema."""
    target = component_of(value)
    return DYNAMIC in value or ((referred(value) or "").startswith("#") and (target is None or target[0] != "schemas"))


def _refers(value: Any) -> bool:
    return next(references(value), None) is not None


def _is_same_schema(old: Cursor, new: Cursor, before: str, after: str) -> bool:
    """Whether the new component corresponds to the old one, under the same name or another."""
    is_gone, is_new = before not in new.spec.schemas, after not in old.spec.schemas
    if before == after:
        return True
    # Two names that both exist on both sides are two schemas, however alike they are.
    if not (is_gone or is_new) or not _are_alike(old.spec.schema(before), new.spec.schema(after)):
        return False
    # One of several places has a schema of its own now: what differs in it is what has changed.
    return (is_gone and is_new) or bare(old.spec.schema(before).value) != bare(new.spec.schema(after).value)


def _are_alike(old: Cursor, new: Cursor) -> bool:
    """Whether one schema could be the other under a new name."""
    before, after = shape_of((old,)), shape_of((new,))
    if relation(before, after) != "equal":
        return False
    return all(
        mostly_same(_content(before.types[kind]), _content(after.types[kind]))
        for kind in before.types.keys() & after.types
    )


def _content(typed: Typed) -> Iterable[str]:
    return typed.values if typed.values is not None else typed.properties


def _changed(kind: Kind, old: Cursors, new: Cursors) -> Difference:
    before, after = text_of_all(old), text_of_all(new)
    return Difference(kind, old[0], new[0], f"the type is {after}, it was {before}", before, after)


def common_links(old: Cursors, new: Cursors) -> Iterator[Link]:
    """Links for components that both sides refer to, so that their users are known."""
    after = {name for cursor in new for name, _ in _links(cursor.value, None)}
    for cursor in old:
        for name, only in dict.fromkeys(_links(cursor.value, None)):
            if name in after and name in cursor.spec.schemas and name in new[0].spec.schemas:
                yield Link(name, name, only)


def _links(value: Any, only: Only) -> Iterator[tuple[str, Only]]:
    """The component schemas that a part refers to, each with the only side on which it does (None for both)."""
    if isinstance(value, dict):
        only = only or (
            "response" if value.get("readOnly") is True else "request" if value.get("writeOnly") is True else None
        )
        target = component_of(value)
        if target and target[0] == "schemas":
            yield target[1], only
        # What is told of these is told where they stand.
        value = [one for key, one in value.items() if key not in _TESTS]
    for one in value if isinstance(value, list) else ():
        if isinstance(one, HOLDERS):
            yield from _links(one, only)


def restricted(found: Found, only: Only) -> Found:
    """The same, limited to one side."""
    return replace(found, only=only) if only and found.only is None else found


# --- what the values of one type have to be ---------------------------------------------------------------------------


def _compare_typed(kind: str, shapes: tuple[Shape, Shape], seen: Seen) -> Iterator[Found]:
    old, new = (shape.types[kind] for shape in shapes)
    at = shapes[0].cursor, shapes[1].cursor
    if old.values is not None and new.values is not None:
        yield from _compare_values(old.values, new.values)
        yield from _compare_sets(old, new, at, ", which could not be tried on each of the values")
        return
    if old.values is not None or new.values is not None:
        return
    for before, after in ((old.lower, new.lower), (old.upper, new.upper)):
        yield from _compare_limit(before, after, at)
    yield from _compare_sets(old, new, at)
    if bool(old.is_unique) != bool(new.is_unique):
        yield _constraint("uniqueItems", old.is_unique, new.is_unique, at)
    yield from _compare_inner(old, new, at, seen)
    if kind == "object":
        yield from compare_objects(old, new, shapes, compare_all, seen)


def _compare_values(old: Listed, new: Listed) -> Iterator[Difference]:
    texts = {key: shown_value(value) for key, (value, _) in (*old.items(), *new.items())}
    renamed = renames(list(old), list(new), lambda one, other: look_alike(texts[one], texts[other]))
    for key, (value, cursor) in old.items():
        was = cursor.named(partial(cursor.member, value))
        if key in renamed:
            other, there = new[renamed[key]]
            now, text = there.named(partial(there.member, other)), texts[renamed[key]]
            message = f"the value `{texts[key]}` is `{text}` now"
            yield Difference(kinds.VALUE_RENAMED, was, now, message, texts[key], text)
        elif key not in new:
            yield Difference(kinds.VALUE_REMOVED, was, None, f"the value `{texts[key]}` is gone", texts[key])
    is_any_kept = bool(renamed or old.keys() & new.keys())
    for key, (value, cursor) in new.items():
        if key not in old and key not in renamed.values():
            kind = kinds.VALUE_ADDED if is_any_kept else kinds.VALUE_FOREIGN
            # Clients of an enumeration that is declared open have to expect new values.
            kind = kinds.VALUE_ADDED_OPEN if "x-extensible-enum" in cursor.value else kind
            now = cursor.named(partial(cursor.member, value))
            yield Difference(kind, None, now, f"the value `{texts[key]}` is new", "", texts[key])


def _compare_limit(old: Fact | None, new: Fact | None, at: tuple[Cursor, Cursor]) -> Iterator[Difference]:
    if (old and (old.value, old.is_exclusive)) == (new and (new.value, new.is_exclusive)):
        return
    keyword = (new or old or Fact(0, at[0], "")).keyword
    was, now = (shown_value(one.value) if one else "" for one in (old, new))
    text = f"`{keyword}` is {now}" if new else f"`{keyword}` is no longer stated"
    other = f"`{old.keyword}` " if old and old.keyword != keyword else ""
    message = f"{text}, it was {other}{was}" if old else text
    if old and new:
        is_tighter = (new.value, new.is_exclusive) > (old.value, old.is_exclusive)
        # An upper limit is tighter when it is lower, and when it excludes the limit itself.
        if "max" in keyword.lower():
            is_tighter = (new.value, not new.is_exclusive) < (old.value, not old.is_exclusive)
    else:
        is_tighter = new is not None
    yield Difference(kinds.LIMIT_TIGHTENED if is_tighter else kinds.LIMIT_LOOSENED, *at, message, was, now)


def _compare_sets(old: Typed, new: Typed, at: tuple[Cursor, Cursor], more: str = "") -> Iterator[Difference]:
    """The changes in `multipleOf` and `pattern`; `more` follows in each message."""
    for keyword in ("multipleOf", "pattern"):
        before, after = old.sets.get(keyword, {}), new.sets.get(keyword, {})
        if before.keys() == after.keys():
            continue
        is_implied = _divides if keyword == "multipleOf" else lambda one, others: one in others
        is_narrower = any(not is_implied(one, before) for one in after)
        is_wider = any(not is_implied(one, after) for one in before)
        was, now = (", ".join(map(shown_value, one)) for one in (before, after))
        if kind := kinds.by_direction(is_narrower, is_wider):
            stated = _stated(kind, keyword, at, was, now)
            yield replace(stated, message=stated.message + more)


def _divides(one: Any, others: Iterable[Any]) -> bool:
    """Whether `one` divides one of the others, so that a `multipleOf` of it is already implied."""
    return any(divides(one, other) for other in others)


def _compare_inner(old: Typed, new: Typed, at: tuple[Cursor, Cursor], seen: Seen) -> Iterator[Found]:
    """The changes in the schemas of array items and property names."""
    for keyword in dict.fromkeys((*old.schemas, *new.schemas)):
        before, after = (_inner(typed, keyword, cursor) for typed, cursor in zip((old, new), at, strict=True))
        yield from compare_all(before, after, seen)
    for index in range(max(len(old.prefix), len(new.prefix))):
        before, after = (_item(one, index, cursor) for one, cursor in ((old, at[0]), (new, at[1])))
        yield from compare_all(before, after, seen)
    yield from compare_contains(old, new, at, compare_all, seen)


def _inner(typed: Typed, keyword: str, cursor: Cursor) -> Cursors:
    stated = typed.schemas.get(keyword) or (cursor.below(keyword),)
    # A name is a text, whether that is said or not.
    return (*stated, replace(cursor.below(keyword), value={"type": "string"})) if keyword == "propertyNames" else stated


def _item(typed: Typed, index: int, cursor: Cursor) -> Cursors:
    if index < len(typed.prefix) and typed.prefix[index]:
        return typed.prefix[index]
    return typed.schemas.get("items") or (cursor.below("items"),)


def _constraint(keyword: str, old: Cursor | None, new: Cursor | None, at: tuple[Cursor, Cursor]) -> Difference:
    was, now = ("true" if one else "" for one in (old, new))
    return _stated(kinds.CONSTRAINT_ADDED if new else kinds.CONSTRAINT_REMOVED, keyword, at, was, now)


def _stated(kind: Kind, keyword: str, at: tuple[Cursor, Cursor], was: str, now: str) -> Difference:
    text = f"`{keyword}` is {now}" if now else f"`{keyword}` is no longer stated"
    return Difference(kind, *at, f"{text}, it was {was}" if was else text, was, now)


def _compare_unread(old: Shape, new: Shape) -> Iterator[Difference]:
    if old.unread.keys() != new.unread.keys():
        was, now = (", ".join(one.unread) for one in (old, new))
        message = f"it states `{now}`, which cannot be read" if now else f"it no longer states `{was}`"
        yield Difference(kinds.CONSTRAINT_CHANGED, old.cursor, new.cursor, message, was, now)
