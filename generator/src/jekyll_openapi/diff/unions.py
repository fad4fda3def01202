"""Combines two normal forms: their conjunction, and their union."""

from jekyll_openapi.diff.cursor import Cursor
from jekyll_openapi.diff.shape import TYPES, Fact, Shape, Typed


def can_unite(shapes: list[Shape], keyword: str) -> bool:
    """Whether a single shape can express the union of all alternatives."""
    if not all(one.is_simple for one in shapes):
        return False
    having = ([one.types[kind] for one in shapes if kind in one.types] for kind in TYPES)
    return all(_either(several, keyword) for several in having if several)


def united(cursor: Cursor, shapes: list[Shape], keyword: str) -> Shape:
    """The union of the alternatives. For each type at most one has constraints other than enumerated values."""
    made = Shape((cursor,), {})
    for kind in TYPES:
        found = _either([one.types[kind] for one in shapes if kind in one.types], keyword)
        if found:
            made.types[kind] = found
    return made


def _either(having: list[Typed], keyword: str) -> Typed | None:
    """The union of constraints on one type; None if it has no normal form or there are none."""
    if len(having) < 2:
        return having[0] if having else None
    is_any = next((one for one in having if one.is_open), None)
    if is_any and keyword == "anyOf":
        return is_any
    listed = [(text, one) for typed in having for text, one in (typed.values or {}).items()]
    if any(one.values is None or one.sets for one in having) or (
        keyword == "oneOf" and len(listed) != len(dict(listed))
    ):
        return None
    return Typed(dict(listed))


def conjoin(made: Shape, other: Shape) -> None:
    """Restricts `made` to values that fit the other shape as well."""
    for kind in list(made.types):
        if kind in other.types:
            _conjoin_typed(made.types[kind], other.types[kind])
            if made.types[kind].values == {}:
                del made.types[kind]
        else:
            del made.types[kind]
    made.alternatives += other.alternatives
    made.nots += other.nots
    made.conditions += other.conditions
    made.unread |= other.unread


def _conjoin_typed(made: Typed, other: Typed) -> None:
    if other.values is not None:
        known = other.values
        made.values = known if made.values is None else {key: one for key, one in made.values.items() if key in known}
    made.is_integer |= other.is_integer
    for fact in (other.lower, other.upper):
        if fact:
            bound(made, fact)
    for keyword, values in other.sets.items():
        made.sets[keyword] = {**made.sets.get(keyword, {}), **values}
    made.is_unique = made.is_unique or other.is_unique
    for keyword, cursors in other.schemas.items():
        made.schemas[keyword] = (*made.schemas.get(keyword, ()), *cursors)
    for index, cursors in enumerate(other.prefix):
        made.prefix += [()] * (index + 1 - len(made.prefix))
        made.prefix[index] = (*made.prefix[index], *cursors)
    made.contains = [*made.contains, *other.contains]
    made.parts = [*made.parts, *other.parts]
    made.required = {**other.required, **made.required}
    made.dependent = {**other.dependent, **made.dependent}
    for name, cursors in other.dependents.items():
        made.dependents[name] = (*made.dependents.get(name, ()), *cursors)
    made.closed = made.closed or other.closed


def bound(typed: Typed, fact: Fact) -> None:
    """Adds a limit; the tighter of two limits stays."""
    if "min" in fact.keyword.lower():
        key = (fact.value, fact.is_exclusive)
        if typed.lower is None or key > (typed.lower.value, typed.lower.is_exclusive):
            typed.lower = fact
    else:
        key = (fact.value, not fact.is_exclusive)
        if typed.upper is None or key < (typed.upper.value, not typed.upper.is_exclusive):
            typed.upper = fact
