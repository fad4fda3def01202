"""Finds sentences that lift, in some cases, a limit that another sentence or the type states.

    Must be positive. Negative for spreads.     At most 10. Up to 20 in demo.     At most 10. Unlimited in demo.
    At least 1. `0` means all.                  Must not be negative. Spreads can be negative.

A sentence that narrows a limit lifts nothing: `At most 100. At most 10 for spreads.`
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import TypeVar

from jekyll_openapi.api.limits import Limit
from jekyll_openapi.api.model import NULL, Array, Primitive, Schema, Union
from jekyll_openapi.api.remark_limits import limit_at
from jekyll_openapi.api.sentences import Sentence
from jekyll_openapi.api.tokens import Token
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass, replace

_Position = tuple[Decimal, int]
"""Where a range begins or ends: a number, and 1 or -1 if the range begins just above it or ends just below it."""
_COMPARED = ("more", "less", "fewer", "higher", "lower", "larger", "longer", "shorter")
_NONE = regex(
    r"\bno (?:such |upper |lower )?(?:limit|maximum|minimum|bound|restriction)|\bunlimited\b|\bunbounded\b|"
    r"\b(?:not|never) (?:limited|apply|hold|(?:have |need )?(?:to )?be (?:positive|negative))\b|"
    r"\b(?:can|may) be exceeded\b|^(?:except|unless)\b|"
    rf"^(?:{'|'.join(_COMPARED)}) (?:for|if|when|on|in|with)\b",
    needs=(
        *(f"no {word}" for word in ("such", "upper", "lower", "limit", "maximum", "minimum", "bound", "restriction")),
        "unlimited", "unbounded", " limited", " apply", " hold", "be positive", "be negative", "be exceeded", "except",
        "unless", *(f"{word} {case}" for word in _COMPARED for case in ("for", "if", "when", "on", "in", "with")),
    ),
)  # fmt: skip
"""Matches words that lift a limit without a number."""
_MUST_NOT = regex(
    r"\b(?:must|should|shall|can|may|could|has to) (?:not|never)\b|^(?:not|never)\b", needs=("not", "never")
)
_CASES = frozenset(("for", "if", "when", "in", "on", "with", "during", "while", "outside", "without"))
_MAY = frozenset(("can", "may", "might", "could"))
_ITSELF = frozenset(("it", "this", "the", "value", "number", "is", "a", "given", "set", "to", "be", "price", "amount"))
_REFUSED = frozenset((
    "not", "never", "rejected", "rejects", "refused", "invalid", "error", "ignored", "forbidden", "fails", "fail",
))  # fmt: skip
_MEANS = frozenset(("means", "=", ":", "-", "for", "if", "when", "in", "to", "disables", "removes", "stands", "is"))
_TOLD = frozenset(("use", "send", "set", "pass", "give", "or"))


@dataclass(frozen=True, slots=True)
class Ends:
    """The limits of a type that a sentence lifts."""

    low: bool = False
    high: bool = False


def lifted(sentence: Sentence, schema: Schema) -> Ends:
    """The ends of the type's range that a sentence says to be open in some cases."""
    low, high = _range(inner_of(schema))
    if low is None and high is None:
        return Ends()
    found, words = sentence.tokens, sentence.words
    # In "0 means no limit", it is the value 0 that has to be good.
    is_told = any(_value(found, at) is not None for at in range(len(found)))
    if not is_told and _NONE.search(words) and not _MUST_NOT.search(words):
        return Ends(low is not None, high is not None)
    is_low = is_high = False
    for one in _of_cases(found, schema):
        begin, end = _positions(one)
        said = [position for position in (begin, end) if position is not None]
        is_low = is_low or (low is not None and any(position < low for position in said))
        is_high = is_high or (high is not None and any(position > high for position in said))
    return Ends(is_low, is_high)


def has_range(schema: Schema) -> bool:
    """Whether a type limits a value, a length or a count."""
    return _range(inner_of(schema)) != (None, None)


def with_ends_of(schema: Schema, other: Schema, ends: Ends) -> Schema:
    """The type with the limits at some ends as another type of the same kind has them."""
    if isinstance(schema, Union) and NULL in schema.members:
        return Union((with_ends_of(schema.members[0], other, ends), *schema.members[1:]))
    inner = inner_of(other)
    if isinstance(schema, Array):
        return replace(
            schema,
            min_items=inner.min_items if ends.low and isinstance(inner, Array) else schema.min_items,
            max_items=inner.max_items if ends.high and isinstance(inner, Array) else schema.max_items,
        )
    if not isinstance(schema, Primitive) or not isinstance(inner, Primitive):
        return schema
    low = inner if ends.low else schema
    high = inner if ends.high else schema
    return replace(
        schema, minimum=low.minimum, above=low.above, min_length=low.min_length, maximum=high.maximum,
        below=high.below, max_length=high.max_length,
    )  # fmt: skip


def inner_of(schema: Schema) -> Schema:
    """The type itself; of one that can be null, the other one."""
    return schema.members[0] if isinstance(schema, Union) else schema


_Number = TypeVar("_Number", int, Decimal)


def _position(closed: _Number | None, open_: _Number | None, side: int) -> _Position | None:
    if closed is not None:
        return Decimal(closed), 0
    return None if open_ is None else (Decimal(open_), side)


def _positions(limit: Limit) -> tuple[_Position | None, _Position | None]:
    return _position(limit.low, limit.above, 1), _position(limit.high, limit.below, -1)


def _range(inner: Schema) -> tuple[_Position | None, _Position | None]:
    match inner:
        case Array():
            return _position(inner.min_items, None, 0), _position(inner.max_items, None, 0)
        case Primitive(type="string"):
            return _position(inner.min_length, None, 0), _position(inner.max_length, None, 0)
        case Primitive():
            return _position(inner.minimum, inner.above, 1), _position(inner.maximum, inner.below, -1)
        case _:
            return None, None


def _of_cases(found: tuple[Token, ...], schema: Schema) -> Iterator[Limit]:
    """The limits that hold, and the values that are good, in the cases that a sentence names."""
    inner = inner_of(schema)
    is_text = isinstance(inner, Primitive) and inner.type == "string"
    unit = "items" if isinstance(inner, Array) else "chars" if is_text else ""
    at = 0
    while at < len(found):
        one = limit_at(found, at)
        end = at + (one.length if one else 1)
        limit = replace(one.limit, unit="") if one and one.limit.unit in ("", unit) else None
        if limit is None and (value := _value(found, at)) is not None:
            limit = Limit(value, value)
        if limit is not None and _is_of_a_case(found, at, end):
            yield limit
        at = end


def _value(found: tuple[Token, ...], at: int) -> Decimal | None:
    """The number, or the length of the empty text, that stands at a place where a sentence says what it means."""
    value = Decimal(0) if found[at].folded == "empty" else found[at].number
    is_first = at == 0 or found[at - 1].text == "." or (found[at - 1].folded in _TOLD and not found[at - 1].after_comma)
    is_told = is_first and at + 1 < len(found) and found[at + 1].folded in _MEANS
    is_let = at > 1 and found[at - 1].folded == "be" and found[at - 2].folded in _MAY
    is_case = at > 0 and found[at - 1].folded in ("if", "when")
    return value if is_told or is_let or is_case else None


def _is_of_a_case(found: tuple[Token, ...], at: int, end: int) -> bool:
    before, behind = ([one.folded for one in part] for part in (found[:at], found[end:]))
    if "no" in before or not _REFUSED.isdisjoint((*before, *behind)):
        return False
    is_led = bool(before) and before[0] in _CASES and not _ITSELF.issuperset(before[1:])
    return is_led or not _MAY.isdisjoint(before[-3:]) or not (_CASES | _MEANS).isdisjoint(behind)
