"""Compares conditional requirements: a property is required if another one has certain values."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from jekyll_openapi.diff import kinds
from jekyll_openapi.diff.cursor import Cursor, Difference, Found, bare, binds
from jekyll_openapi.diff.directions import Compare, Cursors, Seen, direction
from jekyll_openapi.diff.kinds import Kind
from jekyll_openapi.diff.normal_form import shape_of
from jekyll_openapi.diff.notes import compare_notes
from jekyll_openapi.diff.renames import property_renames
from jekyll_openapi.diff.shape import Shape, canonical, text_of_value
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass, replace

Key = tuple[str, str]
"""(required property, deciding property)."""


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """The values that make the property required, and where the rule is."""

    values: tuple[str, ...]
    cursor: Cursor


def rules_of(shape: Shape) -> dict[Key, Rule]:
    """The conditional requirements of an object; rules for the same two properties are merged."""
    found: dict[Key, Rule] = {}
    properties = shape.types["object"].properties if "object" in shape.types else {}
    for cursor in shape.conditions:
        for name, when, values in _read(cursor.value) or ():
            if known := found.get((name, when)):
                found[name, when] = Rule(tuple(dict.fromkeys((*known.values, *values))), known.cursor)
                continue
            naming = properties[name][0].naming if name in properties else shape.cursor.naming
            found[name, when] = Rule(values, replace(cursor, naming=naming))
    return found


def compare_conditions(old: Shape, new: Shape, compare_all: Compare, seen: Seen) -> Iterator[Found]:
    """The changes in conditions: requirements value by value, other conditions as written."""
    if "object" in old.types and "object" in new.types:
        renamed = property_renames(old.types["object"], new.types["object"])
        yield from _compare_requirements(old, new, renamed)
    before, after = ([cursor for cursor in one.conditions if _read(cursor.value) is None] for one in (old, new))
    for was, now in _pairs(before, after, _when):
        yield from compare_notes(was, now)
        yield from _compare_tests(was, now, compare_all, seen)
        for branch in ("then", "else"):
            yield from compare_all((_branch(was, branch),), (_branch(now, branch),), seen)
    for was, now in _pairs(before, after, _branches):
        yield from _compare_tests(was, now, compare_all, seen)
    for was in before:
        message = f"a condition is gone: {_said(was)}"
        yield Difference(kinds.CONSTRAINT_REMOVED, was, new.cursor, message, _said(was))
    for now in after:
        message = f"a condition is new: {_said(now)}"
        yield Difference(kinds.CONSTRAINT_ADDED, old.cursor, now, message, "", _said(now))


def _pairs(before: list[Cursor], after: list[Cursor], key: Callable[[Cursor], str]) -> Iterator[tuple[Cursor, Cursor]]:
    """The conditions with the same key on both sides, which are removed from the lists."""
    for was in list(before):
        now = next((one for one in after if key(one) == key(was)), None)
        if now is not None:
            before.remove(was)
            after.remove(now)
            yield was, now


def _compare_tests(old: Cursor, new: Cursor, compare_all: Compare, seen: Seen) -> Iterator[Difference]:
    """The change in allowed values if the same branches apply under another condition."""
    before, after = (replace(one.into("if"), known=None) for one in (old, new))
    is_rarer, is_oftener = direction(compare_all((before,), (after,), seen), before, after, compare_all, seen)
    told = (is_oftener, is_rarer) if "then" in old.value else (is_rarer, is_oftener)
    if kind := kinds.by_direction(*told):
        message = f"a condition holds {'less' if is_rarer else 'more'} often: {_said(new)}"
        message = f"a condition is another one: {_said(new)}" if is_rarer == is_oftener else message
        yield Difference(kind, old, new, message, _said(old), _said(new))


def _when(cursor: Cursor) -> str:
    """The condition as text, with references resolved."""
    return ("then " if "then" in cursor.value else "else ") + canonical(cursor.into("if"))


def _branches(cursor: Cursor) -> str:
    return " ".join(canonical(cursor.into(branch)) if branch in cursor.value else "-" for branch in ("then", "else"))


def _branch(cursor: Cursor, name: str) -> Cursor:
    """The schema of a branch; one that allows everything if there is no such branch."""
    return cursor.inside(name) if name in cursor.value else replace(cursor.below(name), value={})


def _said(cursor: Cursor) -> str:
    title = cursor.get("title") or cursor.get("description")
    return str(title) if title else canonical(cursor)


def _compare_requirements(old: Shape, new: Shape, renamed: Mapping[str, str]) -> Iterator[Difference]:
    """The changes in requirements for properties that both objects have; `renamed` maps old names to new ones."""
    before = {_renamed(key, renamed): rule for key, rule in rules_of(old).items()}
    after = rules_of(new)
    had, has = old.types["object"].properties, new.types["object"].properties
    former = {renamed.get(name, name): name for name in had}
    for name, when in dict.fromkeys((*before, *after)):
        one, other = before.get((name, when)), after.get((name, when))
        # Where it is required anyway, it is so with these values, too.
        shape, its = (new, name) if one else (old, former.get(name))
        is_implied = not (one and other) and its in shape.types["object"].required
        if (name in former) == (name in has) and not is_implied:
            was_when = former.get(when, when)
            is_listed = was_when in had or when in has
            known = _known(_values(had, was_when), _values(has, when)) if is_listed else None
            yield from _compare((name, when), one, other, known)
        if one and other:
            yield from compare_notes(one.cursor, other.cursor)


def words(when: str, rule: Rule | None) -> str:
    """The rule in words: `when orderType is Stop or StopLimit`."""
    return f"when `{when}` is {' or '.join(f'`{value}`' for value in rule.values)}" if rule else ""


def _renamed(key: Key, renamed: Mapping[str, str]) -> Key:
    return renamed.get(key[0], key[0]), renamed.get(key[1], key[1])


def _compare(key: Key, old: Rule | None, new: Rule | None, known: frozenset[str] | None) -> Iterator[Difference]:
    before, after = frozenset(old.values if old else ()), frozenset(new.values if new else ())
    if before == after:
        return
    name, when = key
    was, now = words(when, old), words(when, new)
    message = f"`{name}` is required {now}" if new else f"`{name}` is no longer required {was}"
    if old and new:
        message += f", it was {was}"
    kind = _kind(before, after) if known is None else _kind_among(known, before, after)
    yield Difference(kind, old.cursor if old else None, new.cursor if new else None, message, was, now)


def _kind(before: frozenset[str], after: frozenset[str]) -> Kind:
    if not before or not after:
        return kinds.RULE_ADDED if after else kinds.RULE_REMOVED
    if before < after or after < before:
        return kinds.RULE_TIGHTENED if before < after else kinds.RULE_LOOSENED
    return kinds.RULE_CHANGED


def _kind_among(known: frozenset[str], before: frozenset[str], after: frozenset[str]) -> Kind:
    """The kind of change, judged only by values that callers of both descriptions know."""
    if before & known != after & known:
        return _kind(before & known, after & known)
    return kinds.RULE_EXTENDED if after - known else kinds.RULE_REDUCED


def _known(before: frozenset[str] | None, after: frozenset[str] | None) -> frozenset[str] | None:
    """The values that the deciding property can have in both descriptions; None if it can have any."""
    return before & after if before is not None and after is not None else None


def _values(properties: Mapping[str, Cursors], name: str) -> frozenset[str] | None:
    """The values that a property can have: empty without such a property, None if it can have any."""
    if name not in properties:
        return frozenset()
    listed = [one.values for one in shape_of(properties[name]).types.values()]
    if any(values is None for values in listed):
        return None
    return frozenset(_word(value) for values in listed for value, _ in (values or {}).values())


def _word(value: Any) -> str:
    """The value as a unique word: strings as they are, quoted if they look like another JSON value."""
    if not isinstance(value, str):
        return text_of_value(value)
    return json.dumps(value) if _LITERAL.fullmatch(value) else value


_LITERAL = regex(r"true|false|null|-?[0-9.]+|[\[{\"].*", re.DOTALL)


def _read(member: Any) -> list[tuple[str, str, tuple[str, ...]]] | None:
    """(required property, deciding property, values) for each requirement in `{if, then}`; None for other
    conditions."""
    if not isinstance(member, dict):
        return None
    plain = {key: bare(value) for key, value in member.items() if binds(key)}
    match plain:
        case {"if": {"properties": {**deciding}, **condition}, "then": {"required": [*names], **more}}:
            # Without its own `required` the condition would hold where the deciding property is absent, too.
            if len(plain) == 2 and len(deciding) == 1 and condition == {"required": [*deciding]} and not more:
                return _conditions(names, *next(iter(deciding.items())))
    return None


def _conditions(names: list[Any], when: Any, schema: Any) -> list[tuple[str, str, tuple[str, ...]]] | None:
    match schema:
        case {"enum": [*values], **more} if not more:
            return [(name, when, tuple(map(_word, values))) for name in names]
        case {"const": value, **more} if not more:
            return [(name, when, (_word(value),)) for name in names]
    return None
