"""Limits as cells and remarks state them.

The grammar, over the tokens of `tokens`; letter case and commas do not count::

    limit    = range | bound | exact | step | sign
    range    = [ "between" | "from" | "range" [ "of" ] ] n ( "and" | "to" | "-" | ".." ) n [ unit ]
             | ( "[" | "(" ) n ( "-" | ".." | "to" | "," ) n ( "]" | ")" ) [ unit ]     also with one end
    bound    = words [ measure ] [ "of" | ":" | "=" | "is" ] n [ unit ]      at most 50 characters   max. length: 64
             | n [ unit ] after                                              64 characters maximum   3 or more
    words    = one of `_BOUNDS`
    exact    = "exactly" n [ unit ] | n unit "long"
    step     = "multiple" "of" n
    sign     = "positive" | "negative" | "non-negative" | "not" [ "be" ] "negative"
    measure  = "length" | "size" | "value" | "number" | "count"
    unit     = "chars" | "characters" | "digits" | "letters" | "items" | "decimals" | "decimal places" | ...

A limit says how many characters a string has, how many items a list, how large a number is, or how many digits it has
behind the point.
"""

from decimal import Decimal
from typing import TypeVar

from jekyll_openapi.api.model import Array, Primitive, Schema
from jekyll_openapi.api.tokens import Token
from jekyll_openapi.records import dataclass, replace

_MORE = ["more", "longer", "greater", "larger", "higher", "bigger"]
_LESS = ["less", "fewer", "shorter", "smaller", "lower"]
_NOT = (
    "no {} than",
    "not {} than",
    "not be {} than",
    "not have {} than",
    "not contain {} than",
    "not any {} than",
    "never be {} than",
)
_OR_EQUAL = ("{} than or equal to", "{} or equal to", "{} than or equals")
_BOUNDS: dict[str, tuple[str, ...]] = {
    "high": (
        "max", "maximum", "maximal", "at most", "up to", "not exceed", "never exceed", "not exceeding", "limited to",
        "not above", "not be above", "<=", "=<", *(one.format(word) for one in _NOT for word in _MORE),
        *(one.format(word) for one in _OR_EQUAL for word in _LESS),
    ),
    "low": (
        "min", "minimum", "minimal", "at least", "not below", "not be below", ">=", "=>",
        *(one.format(word) for one in _NOT for word in _LESS),
        *(one.format(word) for one in _OR_EQUAL for word in _MORE),
    ),
    "above": (*(f"{word} than" for word in _MORE), "above", ">"),
    "below": (*(f"{word} than" for word in _LESS), "below", "<"),
}  # fmt: skip
_AFTER: dict[str, tuple[str, ...]] = {
    "high": ("max", "maximum", "at most", "or less", "or fewer", "or shorter", "or lower", "or below"),
    "low": ("min", "minimum", "at least", "or more", "or longer", "or greater", "or higher", "or above", "and up"),
}
_PHRASES: dict[str, list[tuple[tuple[str, ...], str]]] = {}
"""First word -> the phrases that begin with it, the longest first, each with the end that it states."""
for _end, _phrases in _BOUNDS.items():
    for _words in (tuple(phrase.split()) for phrase in _phrases):
        _PHRASES.setdefault(_words[0], []).append((_words, _end))
for _several in _PHRASES.values():
    _several.sort(key=lambda one: -len(one[0]))
_MEASURES = {"length": "chars", "size": "", "value": "", "number": "", "count": "", "amount": "", "allowed": ""}
_UNITS: dict[str, str] = {
    **dict.fromkeys(("chars", "char", "characters", "character", "symbols", "letters", "digits", "long"), "chars"),
    **dict.fromkeys(("items", "item", "elements", "element", "entries", "entry", "members"), "items"),
    **dict.fromkeys(("decimals", "decimal", "decimal places", "decimal digits", "decimal place"), "decimals"),
    **dict.fromkeys(("fraction digits", "fractional digits", "places"), "decimals"),
    **dict.fromkeys(("digits after the decimal point", "digits behind the decimal point"), "decimals"),
}
_NAMES = sorted(_UNITS, key=lambda name: -len(name.split()))
_UNIT_STARTS = frozenset(name.split()[0] for name in _UNITS)
_TAILS = (("long",), ("in", "length"), ("each",))
_SIGNS: dict[str, tuple[str, Decimal]] = {
    "non-negative": ("low", Decimal(0)),
    "nonnegative": ("low", Decimal(0)),
    "not negative": ("low", Decimal(0)),
    "not be negative": ("low", Decimal(0)),
    "never negative": ("low", Decimal(0)),
    "not be positive": ("high", Decimal(0)),
    "never positive": ("high", Decimal(0)),
    "positive": ("above", Decimal(0)),
    "negative": ("below", Decimal(0)),
}
_SIGN_STARTS = frozenset(phrase.split()[0] for phrase in _SIGNS)


class UnfitLimitError(Exception):
    """The limit cannot be one of the type; says why."""


@dataclass(frozen=True, slots=True)
class Limit:
    """The ends of a limit, each None where there is none."""

    low: Decimal | None = None
    high: Decimal | None = None
    above: Decimal | None = None
    below: Decimal | None = None
    multiple_of: Decimal | None = None
    unit: str = ""
    """`chars`, `items`, `decimals`, or empty where none is named."""


@dataclass(frozen=True, slots=True)
class Found:
    limit: Limit
    length: int
    """How many tokens it takes."""


def read_limit(tokens: tuple[Token, ...]) -> Found | None:
    """The limit that the tokens begin with; raises UnfitLimitError for one that is broken off or empty."""
    return _sign(tokens) or _step(tokens) or _range(tokens) or _bound(tokens) or _exact(tokens) or _bound_after(tokens)


def _begins(tokens: tuple[Token, ...], words: tuple[str, ...]) -> bool:
    return len(tokens) >= len(words) and all(
        token.folded.rstrip(".") == word and token.kind in ("word", "sign")
        for token, word in zip(tokens, words, strict=False)
    )


def _skipped(tokens: tuple[Token, ...], at: int, words: tuple[str, ...]) -> int:
    """The place behind the words, each of which may be there."""
    while at < len(tokens) and tokens[at].kind in ("word", "sign") and tokens[at].folded in words:
        at += 1
    return at


def _unit(tokens: tuple[Token, ...]) -> tuple[str, int]:
    """The unit that the tokens begin with, and how many they are."""
    if not tokens or tokens[0].folded.rstrip(".") not in _UNIT_STARTS:
        return "", 0
    for name in _NAMES:
        words = tuple(name.split())
        if _begins(tokens, words):
            behind = tokens[len(words) :]
            tail = next((len(tail) for tail in _TAILS if _UNITS[name] != "decimals" and _begins(behind, tail)), 0)
            return _UNITS[name], len(words) + tail
    return "", 0


def _with_unit(limit: Limit, tokens: tuple[Token, ...], at: int) -> Found:
    unit, length = _unit(tokens[at:])
    return Found(replace(limit, unit=unit or limit.unit), at + length)


def _sign(tokens: tuple[Token, ...]) -> Found | None:
    if not tokens or tokens[0].folded not in _SIGN_STARTS:
        return None
    for phrase, (end, number) in _SIGNS.items():
        words = tuple(phrase.split())
        if _begins(tokens, words):
            return Found(_limit(end, number), len(words))
    return None


def _step(tokens: tuple[Token, ...]) -> Found | None:
    at = 2 if _begins(tokens, ("multiple", "of")) or _begins(tokens, ("multiples", "of")) else 0
    number = tokens[at].number if at and at < len(tokens) else None
    return Found(Limit(multiple_of=number), at + 1) if number is not None and number > 0 else None


def _limit(end: str, number: Decimal, unit: str = "") -> Limit:
    ends = {name: number if name == end else None for name in ("low", "high", "above", "below")}
    return Limit(**ends, unit=unit)


def _bound(tokens: tuple[Token, ...]) -> Found | None:
    at, unit = 0, ""
    if tokens and tokens[0].folded in _MEASURES and tokens[0].kind == "word":
        unit, at = _MEASURES[tokens[0].folded], _skipped(tokens, 1, ("of", ":", "=", "is", "must", "be"))
    first = tokens[at].folded.rstrip(".") if at < len(tokens) else ""
    phrase = next(((words, end) for words, end in _PHRASES.get(first, ()) if _begins(tokens[at:], words)), None)
    if phrase is None:
        return None
    sign = not phrase[0][0][0].isalpha()
    at = _skipped(tokens, at + len(phrase[0]), ("." if not sign else "", ":", "=", "a", "an", "the"))
    if at < len(tokens) and tokens[at].folded in _MEASURES:
        unit, at = _MEASURES[tokens[at].folded] or unit, at + 1
    at = _skipped(tokens, at, ("of", ":", "=", "is", "are", "characters" if unit else "of"))
    number = tokens[at].number if at < len(tokens) else None
    if number is None:
        if sign:
            raise UnfitLimitError("a limit is not a number")
        return None
    return _with_unit(_limit(phrase[1], number, unit), tokens, at + 1)


def _range(tokens: tuple[Token, ...]) -> Found | None:
    closing = {"[": "]", "(": ")"}.get(tokens[0].text, "") if tokens and tokens[0].kind == "sign" else ""
    unit, at = "", 1 if closing else 0
    if not closing:
        if tokens and tokens[0].folded in _MEASURES:
            unit, at = _MEASURES[tokens[0].folded], 1
        at = _skipped(tokens, at, ("between", "from", "range", "in", "of", ":", "the"))
    if closing and (half := _half_open(tokens, closing)):
        return half
    low = tokens[at].number if at < len(tokens) else None
    if low is None:
        if closing:
            raise UnfitLimitError("a limit is not a number")
        return None
    behind = at + 1
    if not closing:
        named, length = _unit(tokens[behind:])
        unit, behind = named or unit, behind + length
    between = _between(tokens, behind, bool(closing), at)
    high = tokens[between].number if between and between < len(tokens) else None
    if high is None:
        if closing:
            raise UnfitLimitError("a range wants `..` between its ends")
        return None
    end = between + 1
    if closing and not (end < len(tokens) and tokens[end].text == closing):
        raise UnfitLimitError(f"`{closing}` is missing behind a range")
    if low > high:
        raise UnfitLimitError(f"the range from {low} to {high} is empty")
    return _with_unit(Limit(low, high, unit=unit), tokens, end + bool(closing))


def _half_open(tokens: tuple[Token, ...], closing: str) -> Found | None:
    """`[3..]` and `[..64]`."""
    if len(tokens) < 4 or tokens[3].text != closing:
        return None
    low, high = tokens[1].number, tokens[2].number
    if low is not None and tokens[2].text in ("..", "..."):
        return _with_unit(Limit(low=low), tokens, 4)
    if high is not None and tokens[1].text in ("..", "..."):
        return _with_unit(Limit(high=high), tokens, 4)
    return None


def _between(tokens: tuple[Token, ...], at: int, in_brackets: bool, start: int) -> int:
    """Where the upper end begins; 0 where nothing says that there is one."""
    if at >= len(tokens):
        return 0
    if in_brackets and tokens[at].after_comma and tokens[at].kind == "number":
        return at
    said = tokens[start - 1].folded if start else ""
    words = (
        "..",
        "...",
        "-",
        "to",
        "through",
        *(("and",) if said == "between" else ()),
        *((";",) if in_brackets else ()),
    )
    return at + 1 if tokens[at].folded in words and not tokens[at].after_comma else 0


def _exact(tokens: tuple[Token, ...]) -> Found | None:
    at = 1 if _begins(tokens, ("exactly",)) else 0
    number = tokens[at].number if at < len(tokens) else None
    if number is None:
        return None
    unit, length = _unit(tokens[at + 1 :])
    end = at + 1 + length
    is_long = unit and length and tokens[end - 1].folded in ("long", "length")
    return Found(Limit(number, number, unit=unit), end) if at or is_long else None


def _bound_after(tokens: tuple[Token, ...]) -> Found | None:
    number = tokens[0].number if tokens else None
    if number is None:
        return None
    unit, length = _unit(tokens[1:])
    for end, phrases in _AFTER.items():
        for words in (tuple(phrase.split()) for phrase in phrases):
            # `5 max 10` has two ends: `max` belongs to the number behind it.
            behind = tokens[1 + length :]
            if _begins(behind, words) and not behind[0].after_comma and not _goes_on(behind[len(words) :]):
                return Found(_limit(end, number, unit), 1 + length + len(words))
    return None


def _goes_on(tokens: tuple[Token, ...]) -> bool:
    rest = tokens[_skipped(tokens, 0, (".", ":", "=", "of", "is")) :]
    return bool(rest) and rest[0].number is not None and not rest[0].after_comma


# --- limits of a type -------------------------------------------------------------------------------------------------


def limited(schema: Schema, limit: Limit) -> Schema:
    """The type with the limit beside those that it has; raises UnfitLimitError."""
    match schema:
        case Primitive(type="number") if limit.unit == "decimals":
            return _with_decimals(schema, limit)
        case Primitive(type="number" | "integer") if not limit.unit:
            return _checked(_numeric(schema, limit))
        case Primitive(type="string") if limit.unit in ("", "chars"):
            low, high = _counts(limit)
            return _checked(
                replace(
                    schema,
                    min_length=_merged(schema.min_length, low),
                    max_length=_merged(schema.max_length, high),
                )
            )
        case Array(items) if limit.unit == "chars" and isinstance(items, Primitive):
            return replace(schema, items=limited(items, limit))
        case Array() if limit.unit == "items":
            low, high = _counts(limit)
            return replace(
                schema,
                min_items=_merged(schema.min_items, low),
                max_items=_merged(schema.max_items, high),
            )
        case _:
            raise UnfitLimitError("a limit does not fit the type")


def _numeric(schema: Primitive, limit: Limit) -> Primitive:
    return replace(
        schema,
        minimum=_merged(schema.minimum, limit.low),
        maximum=_merged(schema.maximum, limit.high),
        above=_merged(schema.above, limit.above),
        below=_merged(schema.below, limit.below),
        multiple_of=_merged(schema.multiple_of, limit.multiple_of),
    )


def _with_decimals(schema: Primitive, limit: Limit) -> Primitive:
    _, high = _counts(limit)
    if high is None or limit.low not in (None, limit.high) or high > 18:
        raise UnfitLimitError("a limit does not fit the type")
    return replace(schema, multiple_of=_merged(schema.multiple_of, Decimal(1).scaleb(-high)))


_Number = TypeVar("_Number", int, Decimal)


def _merged(known: _Number | None, new: _Number | None) -> _Number | None:
    """The one that is stated; raises UnfitLimitError where two differ."""
    if known is not None and new is not None and known != new:
        raise UnfitLimitError(f"a limit is stated twice: {known} and {new}")
    return known if new is None else new


def _counts(limit: Limit) -> tuple[int | None, int | None]:
    """The ends as numbers of things."""
    ends = (limit.low, limit.high, limit.above, limit.below)
    if limit.multiple_of is not None or any(end is not None and (end < 0 or end % 1) for end in ends):
        raise UnfitLimitError("a limit does not fit the type")
    low = limit.low if limit.above is None else limit.above + 1
    high = limit.high if limit.below is None else limit.below - 1
    return None if low is None else int(low), None if high is None else max(int(high), 0)


def _checked(schema: Primitive) -> Primitive:
    both = ((schema.minimum, schema.above), (schema.maximum, schema.below))
    if any(None not in ends for ends in both):
        raise UnfitLimitError("a limit is stated twice, with and without its end")
    lows = [end for end in (schema.minimum, schema.above, schema.min_length) if end is not None]
    highs = [end for end in (schema.maximum, schema.below, schema.max_length) if end is not None]
    if lows and highs and max(lows) > min(highs):
        raise UnfitLimitError(f"the range from {max(lows)} to {min(highs)} is empty")
    return schema
