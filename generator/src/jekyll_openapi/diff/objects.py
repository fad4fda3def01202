"""How two objects differ: properties, which of them are wanted, and under which conditions."""

from collections.abc import Callable, Iterator
from typing import Any

from jekyll_openapi.diff import kinds
from jekyll_openapi.diff.kinds import Kind
from jekyll_openapi.diff.notes import is_note
from jekyll_openapi.diff.renames import renames
from jekyll_openapi.diff.rules import compare_rules, rules_of, words
from jekyll_openapi.diff.spot import Difference, Found, Spot, bare
from jekyll_openapi.diff.types import text_of

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

Compare = Callable[[Spot, Spot], Iterator[Found]]


def compare_objects(old: Spot, new: Spot, compare_schemas: Compare) -> Iterator[Found]:
    """How two object schemas differ."""
    before, after = _properties(old), _properties(new)
    renamed = renames(list(before), list(after), lambda one, other: _shape(before[one]) == _shape(after[other]))
    for name in before:
        now = renamed.get(name, name)
        if name != now:
            message = f"`{name}` is named `{now}` now"
            yield Difference(kinds.PROPERTY_RENAMED, old.attribute(name), new.attribute(now), message, name, now)
        if now in after:
            yield from _compare_weight(old, new, name, now)
            yield from compare_schemas(old.attribute(name), new.attribute(now))
        else:
            yield Difference(kinds.PROPERTY_REMOVED, old.attribute(name), None, f"`{name}` is gone", _text(old, name))
    yield from (_added(new, name) for name in after if name not in before and name not in renamed.values())
    yield from compare_rules(old, new, renamed)


def _properties(spot: Spot) -> dict[str, Any]:
    found: dict[str, Any] = spot.get("properties", {})
    return found


def _shape(schema: Any) -> Any:
    """A property without what is said beside its type."""
    if not isinstance(schema, dict):
        return schema
    return {key: bare(value) for key, value in schema.items() if not is_note(key)}


def _weight(spot: Spot, name: str) -> int:
    if name in spot.get("required", ()):
        return _LETTER
    return _PRACTICE if spot.attribute(name).get(PRACTICE) is True else _FREE


def _compare_weight(old: Spot, new: Spot, name: str, now: str) -> Iterator[Difference]:
    before, after = _weight(old, name), _weight(new, now)
    if before != after:
        kind, text = _WEIGHTS[before, after]
        message = f"`{now}` {text}, it was {_WORDS[before]}"
        yield Difference(kind, old.attribute(name), new.attribute(now), message, _WORDS[before], _WORDS[after])


def _added(new: Spot, name: str) -> Difference:
    """A property that is new, required too where it is so under a condition."""
    weight = _weight(new, name)
    conditions = [words(when, rule) for (wanted, when), rule in rules_of(new).items() if wanted == name]
    required = _WORDS[weight] if weight else f"required {' and '.join(conditions)}" if conditions else ""
    kind = kinds.PROPERTY_NEEDED if required else kinds.PROPERTY_ADDED
    message = f"`{name}` is new" + (f" and {required}" if required else "")
    return Difference(kind, None, new.attribute(name), message, "", _text(new, name))


def _text(spot: Spot, name: str) -> str:
    return text_of(spot.attribute(name))
