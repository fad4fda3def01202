"""Compares `anyOf`, `oneOf` and `not`: alternatives are paired, the rest were added or removed."""

from collections.abc import Callable, Iterator
from typing import Any

from jekyll_openapi.diff import kinds
from jekyll_openapi.diff.cursor import Cursor, Difference, Found, component_of
from jekyll_openapi.diff.directions import Compare, Cursors, Seen, direction
from jekyll_openapi.diff.normal_form import reference_of, shape_of
from jekyll_openapi.diff.shape import Alternatives, Shape, Typed, canonical
from jekyll_openapi.diff.types import text_of
from jekyll_openapi.openapi.references import REF


def as_group(shape: Shape) -> Alternatives | None:
    """The alternatives, if they are all that the schema says; None if not."""
    if len(shape.alternatives) != 1 or shape.nots or shape.conditions or shape.unread:
        return None
    group = shape.alternatives[0]
    met = {kind for member in group.members for kind in shape_of((member,)).types}
    return group if met <= shape.types.keys() and all(one.is_open for one in shape.types.values()) else None


def compare_alternatives(old: Shape, new: Shape, compare_all: Compare, seen: Seen) -> Iterator[Found]:
    """The changes in alternatives that stand beside other keywords."""
    before, after = list(old.alternatives), list(new.alternatives)
    texts = {_text(one): one for one in before}
    for one in after:
        if _text(one) in texts:
            same = texts.pop(_text(one))
            yield from _linked(same, one, compare_all, seen)
    before = [one for one in before if _text(one) in texts]
    kept = {_text(one) for one in old.alternatives}
    after = [one for one in after if _text(one) not in kept]
    for was, now in zip(before, after, strict=False):
        yield from _compare(was, now, compare_all, seen)
    for was in before[len(after) :]:
        message = f"`{was.keyword}` is no longer stated"
        yield Difference(kinds.CONSTRAINT_REMOVED, was.cursor, new.cursor, message, was.keyword)
    for now in after[len(before) :]:
        message = f"one of {len(now.members)} alternatives has to fit"
        yield Difference(kinds.CONSTRAINT_ADDED, old.cursor, now.cursor, message, "", now.keyword)


def compare_group(old: Shape, new: Shape, compare_all: Compare, seen: Seen) -> Iterator[Found]:
    """The changes between two schemas of which at least one consists only of alternatives."""
    before, after = as_group(old) or _single(old), as_group(new) or _single(new)
    yield from _compare(before, after, compare_all, seen)


def _single(shape: Shape) -> Alternatives:
    """A schema as a group with a single alternative."""
    return Alternatives("", shape.cursor, shape.cursors[:1])


def compare_nots(old: Shape, new: Shape, compare_all: Compare, seen: Seen) -> Iterator[Found]:
    """The changes in schemas under `not`."""
    before, after = ({canonical(cursor): cursor for cursor in one.nots} for one in (old, new))
    gone = [cursor for text, cursor in before.items() if text not in after]
    came = [cursor for text, cursor in after.items() if text not in before]
    # Alike in words, they can differ in what they refer to.
    same = [(cursor, after[text]) for text, cursor in before.items() if text in after]
    for was, now in (*same, *zip(gone, came, strict=False)):
        # What narrows the schema that may not fit lets more through.
        is_narrower, is_wider = direction(compare_all((was,), (now,), seen), was, now, compare_all, seen)
        if kind := kinds.by_direction(is_wider, is_narrower):
            yield Difference(kind, was, now, "what may not be sent has changed", _said(was), _said(now))
    for was in gone[len(came) :]:
        if not shape_of((was,)).types.keys() & new.types:
            continue
        yield Difference(kinds.CONSTRAINT_REMOVED, was, new.cursor, "`not` is no longer stated", _said(was))
    for now in came[len(gone) :]:
        if not shape_of((now,)).types.keys() & old.types:
            continue
        yield Difference(kinds.CONSTRAINT_ADDED, old.cursor, now, f"not allowed is {_said(now)}", "", _said(now))


# --- pairs of alternatives --------------------------------------------------------------------------------------------


def _compare(old: Alternatives, new: Alternatives, compare_all: Compare, seen: Seen) -> Iterator[Found]:
    pairs, gone, came = _paired(old.members, new.members)
    is_changed = False
    # Beyond that number none is looked for in all others: it counts as gone or new, which may be more than there is.
    is_few = max(len(gone), len(came)) * max(len(old.members), len(new.members)) <= _MOST_MEMBERS**2
    yield from _compare_pairs(pairs, (old, new), compare_all, seen)
    for was in gone:
        is_told = is_few and _is_alone(was, old)
        if not is_told or not any(_fits_in(was, now, compare_all, seen) for now in new.members):
            is_changed = True
            kind = kinds.ALTERNATIVE_REMOVED if _is_alone(was, old) else kinds.ALTERNATIVES_CHANGED
            yield Difference(kind, was, None, f"the alternative {_said(was)} is gone", _said(was))
    for now in came:
        is_told = is_few and _is_alone(now, new)
        if is_told and any(_fits_in(now, was, compare_all, seen, is_back=True) for was in old.members):
            continue
        is_changed = True
        # Of `oneOf`, a new alternative shuts out what fits another one as well.
        kind = kinds.ALTERNATIVE_ADDED if _is_alone(now, new) else kinds.ALTERNATIVES_CHANGED
        yield Difference(kind, None, now, f"the alternative {_said(now)} is new", "", _said(now))
    if old.keyword and new.keyword and old.keyword != new.keyword and not _are_apart(new) and not is_changed:
        kind = kinds.CONSTRAINT_ADDED if new.keyword == "oneOf" else kinds.CONSTRAINT_REMOVED
        message = f"`{new.keyword}` stands for `{old.keyword}`"
        yield Difference(kind, old.cursor, new.cursor, message, old.keyword, new.keyword)
    yield from _compare_discriminators(old, new)


def _linked(old: Alternatives, new: Alternatives, compare_all: Compare, seen: Seen) -> Iterator[Found]:
    """Links to the components that two equal groups refer to."""
    pairs, _, _ = _paired(old.members, new.members)
    yield from _compare_pairs(pairs, (old, new), compare_all, seen)
    yield from _compare_discriminators(old, new)


def _compare_pairs(
    pairs: list[tuple[Cursor, Cursor]], groups: tuple[Alternatives, Alternatives], compare_all: Compare, seen: Seen
) -> Iterator[Found]:
    for was, now in pairs:
        found = list(compare_all((was,), (now,), seen))
        yield from found
        if not (_is_alone(was, groups[0]) and _is_alone(now, groups[1])):
            told = direction(iter(found), was, now, compare_all, seen)
            if told[0] != told[1]:
                # What fits this alternative no more fits exactly one now, and the other way round.
                message = f"the alternative {_said(now)} overlaps with others, and has changed"
                yield Difference(kinds.ALTERNATIVES_CHANGED, was, now, message)


def _paired(old: Cursors, new: Cursors) -> tuple[list[tuple[Cursor, Cursor]], list[Cursor], list[Cursor]]:
    """The alternatives that correspond, matched by the best evidence first, and those without a partner."""
    pairs: list[tuple[Cursor, Cursor]] = []
    gone, came = list(old), list(new)
    for key in (_name, canonical, _title, _types):
        before, after = _unique(gone, key), _unique(came, key)
        found = [(cursor, after[text]) for text, cursor in before.items() if text in after]
        left = {id(one) for pair in found for one in pair}
        gone, came = ([one for one in several if id(one) not in left] for several in (gone, came))
        pairs += found
    return pairs, gone, came


def _unique(cursors: list[Cursor], key: Callable[[Cursor], str]) -> dict[str, Cursor]:
    found: dict[str, list[Cursor]] = {}
    for cursor in cursors:
        found.setdefault(key(cursor), []).append(cursor)
    return {text: several[0] for text, several in found.items() if text and len(several) == 1}


def _name(cursor: Cursor) -> str:
    return reference_of(cursor)[0]


def _title(cursor: Cursor) -> str:
    return str(cursor.get("title", ""))


def _types(cursor: Cursor) -> str:
    # Two references that are called differently are two things, even where both are objects.
    return "" if _name(cursor) else " ".join(sorted(shape_of((cursor,)).types))


def _fits_in(one: Cursor, other: Cursor, compare_all: Compare, seen: Seen, *, is_back: bool = False) -> bool:
    """Whether all values of the first schema are values of the second. `is_back` says that the first is the new
    side."""
    if is_back:
        # Differences are always told from old to new: what would be wider on that way is narrower on this one.
        return not direction(compare_all((other,), (one,), seen), other, one, compare_all, seen)[1]
    return not direction(compare_all((one,), (other,), seen), one, other, compare_all, seen)[0]


_MOST_MEMBERS = 300
"""Most alternatives that are told apart, each from each other; more may overlap."""
_DEEPEST = 3
"""Most levels of nested properties that are compared: a schema can contain itself."""


def _is_alone(one: Cursor, group: Alternatives) -> bool:
    """Whether a value that fits this alternative can fit no other, or is allowed to."""
    # `anyOf` allows overlaps, and a discriminator decides between them.
    if group.keyword != "oneOf" or "discriminator" in group.cursor.value:
        return True
    if len(group.members) > _MOST_MEMBERS:
        return False
    return all(_is_apart(one, other) for other in group.members if other is not one)


def _are_apart(group: Alternatives) -> bool:
    members = group.members
    return len(members) <= _MOST_MEMBERS and all(
        _is_apart(one, other) for index, one in enumerate(members) for other in members[:index]
    )


def _is_apart(one: Cursor, other: Cursor) -> bool:
    """Whether no value can fit both schemas, as far as a cheap check can tell."""
    first, second = shape_of((one,)), shape_of((other,))
    known = one.known
    return all(
        _is_typed_apart(first.types[kind], second.types[kind], known) for kind in first.types.keys() & second.types
    )


def _is_typed_apart(
    one: Typed, other: Typed, known: frozenset[str] | None = frozenset(), depth: int = _DEEPEST
) -> bool:
    if one.values is not None and other.values is not None:
        return not one.values.keys() & other.values.keys()
    formats = [next(iter(this.sets.get("format", {})), "") for this in (one, other)]
    if formats[0] != formats[1] and _APART.issuperset(formats):
        return True
    if one.lower and other.upper and one.lower.value > other.upper.value:
        return True
    if other.lower and one.upper and other.lower.value > one.upper.value:
        return True
    for this, that in ((one, other), (other, one)):
        # By convention an object holds no properties but those that are listed, here or around the alternatives.
        if known is not None and that.properties and set(this.required) - set(that.properties) - known:
            return True
    shared = one.required.keys() & other.required.keys() & one.properties.keys() & other.properties.keys()
    return depth > 0 and any(_is_told_apart(one.properties[name], other.properties[name], depth - 1) for name in shared)


_APART = {"date", "date-time", "time", "duration", "uuid", "ipv4", "ipv6"}
"""Formats that exclude each other."""


def _is_told_apart(one: Cursors, other: Cursors, depth: int) -> bool:
    first, second = shape_of(one).types, shape_of(other).types
    shared = first.keys() & second.keys()
    return "null" not in shared and all(
        _is_typed_apart(first[kind], second[kind], depth=depth) for kind in sorted(shared)
    )


def _compare_discriminators(old: Alternatives, new: Alternatives) -> Iterator[Difference]:
    before, after = _discriminator(old), _discriminator(new)
    if before and after and before != after:
        name, mapping = before
        is_other = name != after[0] or any(after[1].get(key) not in (None, target) for key, target in mapping.items())
        members = set(map(_name, new.members))
        gone = {key for key, target in mapping.items() if key not in after[1] and target in members}
        came = [
            key for key, target in after[1].items() if key not in mapping and target in set(map(_name, old.members))
        ]
        if is_other or (gone and came):
            message = "the property or the values that tell the alternatives apart have changed"
            yield Difference(kinds.DISCRIMINATOR, old.cursor, new.cursor, message, str(before), str(after))
            return
        for key in sorted(gone):
            message = f"the value `{key}` of `{name}` is gone"
            yield Difference(kinds.VALUE_REMOVED, old.cursor, None, message, key)
        for key in came:
            message = f"the value `{key}` of `{name}` is new"
            yield Difference(kinds.VALUE_ADDED, None, new.cursor, message, "", key)


def _discriminator(group: Alternatives) -> tuple[str, dict[str, str]] | None:
    """The discriminating property and its mapping, completed by schema names, which apply where the mapping is
    silent."""
    stated: Any = group.cursor.get("discriminator")
    if not isinstance(stated, dict):
        return None
    explicit = {str(key): mapped(str(target)) for key, target in dict(stated.get("mapping") or {}).items()}
    named = [name for name in map(_name, group.members) if name and name not in explicit.values()]
    return str(stated.get("propertyName")), {name: name for name in named} | explicit


def mapped(reference: str) -> str:
    """The schema that a value of a mapping leads to, which can be just its name."""
    named = component_of({REF: reference})
    return named[1] if named else reference


def _said(cursor: Cursor) -> str:
    title = _title(cursor)
    if title and not _name(cursor):
        return f"`{title}`"
    required = cursor.get("required")
    if required and not any(key in cursor.value for key in ("properties", "type", REF, "allOf")):
        return " and ".join(f"`{name}`" for name in required)
    return text_of(cursor)


def _text(group: Alternatives) -> str:
    return f"{group.keyword} {sorted(map(canonical, group.members))}"
