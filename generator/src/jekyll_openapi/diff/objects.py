"""Compares object schemas: properties, which of them are required, and additional properties."""

from collections.abc import Iterator

from jekyll_openapi.diff import kinds
from jekyll_openapi.diff.cursor import Cursor, Difference, Found, Only
from jekyll_openapi.diff.directions import Compare, Cursors, Seen
from jekyll_openapi.diff.kinds import Kind
from jekyll_openapi.diff.renames import property_renames
from jekyll_openapi.diff.rules import rules_of, words
from jekyll_openapi.diff.shape import NEVER, Shape, Typed
from jekyll_openapi.diff.types import text_of_all
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.records import replace

PRACTICE = "x-required-in-practice"
_FREE, _PRACTICE, _LETTER = range(3)
_WEIGHTS: dict[tuple[int, int], tuple[Kind, str]] = {
    (_FREE, _PRACTICE): (kinds.PRACTICE_ADDED, "is required in practice"),
    (_FREE, _LETTER): (kinds.PROPERTY_REQUIRED, "is required"),
    (_PRACTICE, _LETTER): (kinds.LETTER_ADDED, "is required by the letter too"),
    (_LETTER, _PRACTICE): (kinds.LETTER_REMOVED, "is required in practice only"),
    (_LETTER, _FREE): (kinds.PROPERTY_OPTIONAL, "is optional"),
    (_PRACTICE, _FREE): (kinds.PRACTICE_REMOVED, "is optional"),
}
_WORDS = ("optional", "required in practice", "required")


def compare_objects(
    old: Typed, new: Typed, shapes: tuple[Shape, Shape], compare_all: Compare, seen: Seen
) -> Iterator[Found]:
    """The changes between two object schemas."""
    names = old.listed | new.listed
    if old.is_crowded(names) or new.is_crowded(names):
        message = "it has more patterns and properties than can be tried on each other, and something in it differs"
        yield Difference(kinds.CONSTRAINT_CHANGED, shapes[0].cursor, shapes[1].cursor, message)
        return
    before, after = old.properties, new.properties
    renamed = property_renames(old, new)
    came = set(renamed.values())
    for name, was in before.items():
        now = renamed.get(name, name)
        if name != now:
            message = f"`{name}` is named `{now}` now"
            yield Difference(kinds.PROPERTY_RENAMED, was[0], after[now][0], message, name, now)
        if now in after:
            yield from _compare_weight((old, name), (new, now))
            yield from compare_all(was, after[now], seen)
        elif _is_known(name, shapes):
            yield from compare_all(was, new.unlisted(name) or (_open(was[0]),), seen)
        else:
            text = text_of_all(was)
            yield Difference(kinds.PROPERTY_REMOVED, was[0], None, f"`{name}` is gone", text, only=side_of(was))
            if (rest := new.unlisted(name)) and not _is_never(rest):
                yield from compare_all(was, rest, seen)
    for name, cursors in after.items():
        if name in before or name in came:
            continue
        if _is_known(name, shapes):
            yield from compare_all(old.unlisted(name) or (_open(cursors[0]),), cursors, seen)
        else:
            yield _added(shapes[1], (old, new), name)
            if (rest := old.unlisted(name)) and not _is_never(rest):
                yield from compare_all(rest, cursors, seen)
    yield from _compare_unlisted(old, new, shapes)
    yield from _compare_patterns(old, new, shapes, compare_all, seen)
    yield from _compare_rest(old, new, shapes, compare_all, seen)
    yield from _compare_dependents(old, new, shapes, compare_all, seen)


def _is_known(name: str, shapes: tuple[Shape, Shape]) -> bool:
    """Whether a surrounding schema describes the property, so that the compared schemas only restrict it."""
    return any(cursor.known is None or name in cursor.known for shape in shapes for cursor in shape.cursors)


def _weight(typed: Typed, name: str) -> int:
    if name in typed.required:
        return _LETTER
    return _PRACTICE if any(cursor.get(PRACTICE) is True for cursor in typed.properties.get(name, ())) else _FREE


def _compare_weight(old: tuple[Typed, str], new: tuple[Typed, str]) -> Iterator[Difference]:
    before, after = _weight(*old), _weight(*new)
    was, now = (typed.properties[name] for typed, name in (old, new))
    if before == after == _LETTER and {side_of(was), side_of(now)} == {"response", None}:
        is_sent = side_of(now) is None
        kind, text = (kinds.PROPERTY_REQUIRED, "now") if is_sent else (kinds.PROPERTY_OPTIONAL, "no longer")
        message = f"`{new[1]}` is {text} required in requests"
        yield Difference(kind, was[0], now[0], message, _WORDS[2 * (not is_sent)], _WORDS[2 * is_sent], only="request")
    if before != after:
        kind, text = _WEIGHTS[before, after]
        message = f"`{new[1]}` {text}, it was {_WORDS[before]}"
        only = side_of(was) if side_of(was) == side_of(now) else None
        yield Difference(kind, was[0], now[0], message, _WORDS[before], _WORDS[after], only=only)


def _added(shape: Shape, typed: tuple[Typed, Typed], name: str) -> Difference:
    """The difference for a new property, which can also be required only under a condition."""
    old, new = typed
    cursors = new.properties[name]
    weight = 0 if name in old.required else _weight(new, name)
    conditions = [words(when, rule) for (wanted, when), rule in rules_of(shape).items() if wanted == name]
    required = _WORDS[weight] if weight else f"required {' and '.join(conditions)}" if conditions else ""
    is_let_in = _is_never(old.unlisted(name, untried=False))
    kind = kinds.PROPERTY_NEEDED if required else kinds.PROPERTY_ADDED
    if is_let_in:
        kind = kinds.NEEDED_LET_IN if required else kinds.PROPERTY_LET_IN
    message = f"`{name}` is new" + (f" and {required}" if required else "")
    return Difference(kind, None, cursors[0], message, "", text_of_all(cursors), only=side_of(cursors))


def side_of(cursors: Cursors) -> Only:
    """The only side on which a property applies (`readOnly`, `writeOnly`); None if it applies on both."""
    return next((side for side in (side_of_value(cursor.value) for cursor in cursors) if side), None)


def side_of_value(value: Json) -> Only:
    """The only side on which a schema applies, by its own marks."""
    if value.get("readOnly") is True:
        return "response"
    return "request" if value.get("writeOnly") is True else None


def _is_never(cursors: Cursors) -> bool:
    return any(cursor.value == NEVER for cursor in cursors)


def _compare_unlisted(old: Typed, new: Typed, shapes: tuple[Shape, Shape]) -> Iterator[Difference]:
    """The changes in required names that are not listed as properties."""
    both = old.properties.keys() & new.properties.keys()
    listed = {name for name in (*old.properties, *new.properties) if name in both or not _is_known(name, shapes)}
    for name in dict.fromkeys((*old.required, *new.required)):
        was, now = old.required.get(name), new.required.get(name)
        is_new = name in new.properties and name not in old.properties and now is None
        if (name not in listed or is_new) and (was is None) != (now is None):
            kind, text = (kinds.PROPERTY_REQUIRED, "required") if now else (kinds.PROPERTY_OPTIONAL, "optional")
            at = was or shapes[0].cursor, now or shapes[1].cursor
            yield Difference(kind, *at, f"`{name}` is {text}", _WORDS[2 * bool(was)], _WORDS[2 * bool(now)])


# --- what may stand beside the listed properties ----------------------------------------------------------------------


def _compare_rest(
    old: Typed, new: Typed, shapes: tuple[Shape, Shape], compare_all: Compare, seen: Seen
) -> Iterator[Found]:
    was, now = old.rest, new.rest
    if not was and not now:
        return
    is_shut, was_shut = _is_never(now), _is_never(was)
    if is_shut != was_shut:
        kind, text = (
            (kinds.CONSTRAINT_ADDED, "no other properties are allowed")
            if is_shut
            else (kinds.CONSTRAINT_REMOVED, "other properties are allowed")
        )
        before, after = (_allowed(one) for one in (was, now))
        yield Difference(kind, shapes[0].cursor, shapes[1].cursor, text, before, after)
    elif not is_shut:
        anything = (shapes[0].cursor.below("additionalProperties"), shapes[1].cursor.below("additionalProperties"))
        yield from compare_all(was or (_open(anything[0]),), now or (_open(anything[1]),), seen)


def _open(cursor: Cursor) -> Cursor:
    """The same place with a schema that allows everything."""
    return replace(cursor, value={})


def _allowed(cursors: Cursors) -> str:
    return "none" if _is_never(cursors) else text_of_all(cursors) if cursors else "any value"


def _compare_patterns(
    old: Typed, new: Typed, shapes: tuple[Shape, Shape], compare_all: Compare, seen: Seen
) -> Iterator[Found]:
    before, after = old.patterns, new.patterns
    others = [
        typed.rest or (_open(shape.cursor.below("patternProperties")),)
        for typed, shape in zip((old, new), shapes, strict=True)
    ]
    for pattern in dict.fromkeys((*before, *after)):
        was, now = before.get(pattern, others[0]), after.get(pattern, others[1])
        if _is_never(was) != _is_never(now):
            kind = kinds.CONSTRAINT_ADDED if _is_never(now) else kinds.CONSTRAINT_REMOVED
            text = f"properties like `{pattern}` are {'no longer ' if _is_never(now) else ''}allowed"
            yield Difference(kind, was[0], now[0], text, _allowed(was), _allowed(now))
        else:
            yield from compare_all(was, now, seen)


def _compare_dependents(
    old: Typed, new: Typed, shapes: tuple[Shape, Shape], compare_all: Compare, seen: Seen
) -> Iterator[Found]:
    for one, other in dict.fromkeys((*old.dependent, *new.dependent)):
        was, now = old.dependent.get((one, other)), new.dependent.get((one, other))
        # Where it is required anyway, it is so with the first one, too.
        is_implied = other in (old if was is None else new).required
        if (was is None) != (now is None) and not is_implied:
            kind = kinds.RULE_ADDED if now else kinds.RULE_REMOVED
            text = f"`{other}` is required with `{one}`" if now else f"`{other}` is no longer required with `{one}`"
            said = f"with `{one}`"
            at = was or shapes[0].cursor, now or shapes[1].cursor
            yield Difference(kind, *at, text, said if was else "", said if now else "")
    for name in dict.fromkeys((*old.dependents, *new.dependents)):
        before = old.dependents.get(name) or (_open(shapes[0].cursor.below("dependentSchemas")),)
        after = new.dependents.get(name) or (_open(shapes[1].cursor.below("dependentSchemas")),)
        yield from compare_all(before, after, seen)
