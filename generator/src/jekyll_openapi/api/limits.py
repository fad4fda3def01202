"""Reads limits in type cells and remarks: `at most 50 characters`, `1 to 10`, `3+`, `positive`.

The grammar, over the tokens of `tokens`; letter case and commas do not count::

    limit    = range | bound | exact | step | sign
    range    = [ "between" | "from" | "range" [ "of" ] ] n ( "and" | "to" | "-" | ".." ) n [ unit ]
             | ( "[" | "(" ) n ( "-" | ".." | "to" | "," ) n ( "]" | ")" ) [ unit ]     also with one end
    bound    = words [ measure ] [ "of" | ":" | "=" | "is" ] n [ unit ]      at most 50 characters   max. length: 64
             | n [ unit ] after                                              64 characters maximum   3 or more   3+
    words    = one of `BOUNDS`
    exact    = "exactly" n [ unit ] | n unit "long" | n ( "digits" | "letters" | "decimals" ) | n "-" ( "digit" | ... )
    vague    = n unit | "length" ":" n           which does not say whether there may be fewer
    step     = ( "multiple" | "increments" | "steps" ) "of" n | "divisible" "by" n
    sign     = "positive" | "negative" | "non-negative" | "not" [ "be" ] "negative" | "non-empty" | ...
    measure  = "length" | "size" | "value" | "number" | "count"
    unit     = "chars" | "characters" | "digits" | "letters" | "items" | "decimals" | "decimal places" | ...

A limit says how many characters a string has, how many items a list, how large a number is, or how many digits it has
behind the point.
"""

from decimal import Decimal

from jekyll_openapi.api.limit_words import (
    AFTER,
    ALLOWED,
    EMPTY,
    ENDS,
    MEASURES,
    MONEY,
    OPEN,
    PHRASES,
    SIGN_STARTS,
    SIGNS,
    STEP_STARTS,
    STEPS,
    begins,
    read_unit,
    skipped,
)
from jekyll_openapi.api.tokens import Token
from jekyll_openapi.records import dataclass, replace


class UnfitLimitError(Exception):
    """A limit does not fit the type; the message says why."""


@dataclass(frozen=True, slots=True)
class Limit:
    """The bounds of a limit; None for a bound that is not stated. `above` and `below` exclude the number itself."""

    low: Decimal | None = None
    high: Decimal | None = None
    above: Decimal | None = None
    below: Decimal | None = None
    multiple_of: Decimal | None = None
    unit: str = ""
    """`chars`, `items`, `decimals`, `things` (whatever the type counts), `each` (the values of items), or empty
    if no unit is named."""
    is_vague: bool = False
    """Whether it is unclear if this is an exact number or an upper bound: `50 characters`."""


@dataclass(frozen=True, slots=True)
class Found:
    """A limit, and how many tokens state it."""

    limit: Limit
    length: int
    """Number of tokens."""


_FIRST = frozenset(
    (
        *(*PHRASES, *SIGN_STARTS, *MEASURES, *(words[0] for words in STEPS), "exactly", "length", "between", "within"),
        *("from", "range", "in", "of", ":", "the", "is", "must", "be", "has", "to", "[", "("),
    )
)


def may_begin(token: Token) -> bool:
    """Whether a limit can begin with the token; a cheap check before `read_limit`."""
    return token.number is not None or token.folded.rstrip(".") in _FIRST or "-" in token.text


def may_state(tokens: tuple[Token, ...]) -> bool:
    """Whether the tokens can hold a limit: one is, or may hold, a number, or says what a number would."""
    return any(one.number is not None or "-" in one.text or one.folded in SIGN_STARTS for one in tokens)


def read_limit(tokens: tuple[Token, ...]) -> Found | None:
    """The limit that the tokens begin with, or None; raises UnfitLimitError if it is incomplete or its range is
    empty."""
    return (
        _sign(tokens)
        # Order matters: a chain begins like a bound, and a vague limit is any number with a unit.
        or _chain(tokens)
        or _step(tokens)
        or _range(tokens)
        or _bound(tokens)
        or _bound_after(tokens)
        or _exact(tokens)
        or _vague(tokens)
    )


def _with_unit(limit: Limit, tokens: tuple[Token, ...], at: int) -> Found:
    unit, length = read_unit(tokens[at:])
    return Found(replace(limit, unit=unit or limit.unit), at + length)


def _sign(tokens: tuple[Token, ...]) -> Found | None:
    if not tokens or tokens[0].folded not in SIGN_STARTS:
        return None
    for phrase, (end, number) in SIGNS.items():
        words = tuple(phrase.split())
        if begins(tokens, words):
            return Found(_limit(end, number, "things" if (end, number) == EMPTY else ""), len(words))
    return None


def _chain(tokens: tuple[Token, ...]) -> Found | None:
    """Reads `0 < x <= 1`."""
    if len(tokens) < 5 or tokens[2].kind != "word" or tokens[1].text not in ENDS or tokens[3].text not in ENDS:
        return None
    low, high = tokens[0].number, tokens[4].number
    if low is None or high is None or low > high:
        return None
    is_open, is_below = tokens[1].text == "<", tokens[3].text == "<"
    limit = Limit(above=low) if is_open else Limit(low=low)
    return Found(replace(limit, below=high) if is_below else replace(limit, high=high), 5)


def _step(tokens: tuple[Token, ...]) -> Found | None:
    if not tokens or tokens[0].folded not in STEP_STARTS:
        return None
    at = 2 if any(begins(tokens, words) for words in STEPS) else 0
    at = skipped(tokens, at, MONEY) if at else 0
    number = tokens[at].number if at and at < len(tokens) else None
    return Found(Limit(multiple_of=number), at + 1) if number is not None and number > 0 else None


def _limit(end: str, number: Decimal, unit: str = "") -> Limit:
    low, high, above, below = (number if end == name else None for name in ("low", "high", "above", "below"))
    return Limit(low, high, above, below, unit=unit)


def _is_measure(token: Token) -> bool:
    return token.kind == "word" and token.folded in MEASURES


def _bound(tokens: tuple[Token, ...]) -> Found | None:
    at, unit = 0, ""
    if len(tokens) > 1 and _is_measure(tokens[0]) and not tokens[1].after_comma:
        unit, at = MEASURES[tokens[0].folded], skipped(tokens, 1, ("of", ":", "=", "is", "must", "be"))
    if begins(tokens, ("length", "limit")):
        unit, at = "chars", 1
    first = tokens[at].folded.rstrip(".") if at < len(tokens) else ""
    phrase = next(((words, end) for words, end in PHRASES.get(first, ()) if begins(tokens[at:], words)), None)
    if phrase is None:
        return None
    sign = not phrase[0][0][0].isalpha()
    at = skipped(tokens, at + len(phrase[0]), ("." if not sign else "", ":", "=", "a", "an", "the", "string", *ALLOWED))
    if at < len(tokens) and tokens[at].folded in MEASURES:
        unit, at = MEASURES[tokens[at].folded] or unit, at + 1
    at = skipped(tokens, at, ("of", ":", "=", "is", "are", "characters" if unit else "of", *ALLOWED, *MONEY))
    number = tokens[at].number if at < len(tokens) else None
    if number is None:
        if sign:
            raise UnfitLimitError("a limit is not a number")
        return None
    return _with_unit(_limit(phrase[1], number, unit), tokens, at + 1)


def _range(tokens: tuple[Token, ...]) -> Found | None:
    closing = {"[": "])", "(": ")]"}.get(tokens[0].text, "") if tokens and tokens[0].kind == "sign" else ""
    unit, at = "", 1 if closing else 0
    if not closing:
        if tokens and tokens[0].folded in MEASURES:
            unit, at = MEASURES[tokens[0].folded], 1
        at = skipped(tokens, at, ("is", "must", "be", "has", "to"))
        at = skipped(tokens, at, ("between", "within", "from", "range", "in", "of", ":", "the"))
    if closing and (half := _half_open(tokens, closing)):
        return half
    low = tokens[at].number if at < len(tokens) else None
    if low is None or (at and _is_measure(tokens[0]) and tokens[1].after_comma):
        if closing:
            raise UnfitLimitError("a limit is not a number")
        return None
    behind = at + 1
    is_open: bool | None = None
    if not closing:
        named, length = read_unit(tokens[behind:])
        is_open, ended = _openness(tokens, behind + length)
        unit, behind = named or unit, _behind_aside(tokens, ended)
    between = _between(tokens, behind, bool(closing), at)
    high = tokens[between].number if between and between < len(tokens) else None
    if high is None:
        if closing:
            raise UnfitLimitError("a range wants `..` between its ends")
        return None
    end = between + 1
    if closing and (inside := read_unit(tokens[end:])):  # `(3-64 chars)`
        unit, end = inside[0] or unit, end + inside[1]
    if closing and not (end < len(tokens) and tokens[end].text in tuple(closing)):
        raise UnfitLimitError(f"`{closing[0]}` is missing behind a range")
    if low > high:
        raise UnfitLimitError(f"the range from {low} to {high} is empty")
    limit = Limit(low, high, unit=unit)
    if closing and tokens[end].text == closing[1]:  # `(0, 1]` and `[0, 1)` are without the end at the parenthesis
        limit = Limit(low, below=high) if closing[1] == ")" else Limit(above=low, high=high)
    found = _with_unit(limit, tokens, end + bool(closing))
    if not closing and (aside := _behind_aside(tokens, found.length)) > found.length:
        is_aside_open = _openness(tokens, found.length)[0] is not None
        found = found if is_aside_open else replace(found, length=aside)
    is_closed, length = _openness(tokens, found.length)
    if not closing and (is_open or is_closed):
        limit = found.limit
        above, below = (low if is_open else None), (high if is_closed else None)
        ends = replace(limit, low=None if is_open else low, above=above, high=None if is_closed else high, below=below)
        return Found(replace(ends, is_vague=is_open is None), length)
    return found


def _openness(tokens: tuple[Token, ...], at: int) -> tuple[bool | None, int]:
    """(is the number before `(exclusive)` excluded, the index after the word); (None, `at`) if no such word follows."""
    start = at + (at < len(tokens) and tokens[at].text == "(")
    if start < len(tokens) and tokens[start].folded in OPEN:
        closing = start + 1 < len(tokens) and start > at and tokens[start + 1].text == ")"
        return OPEN[tokens[start].folded], start + 1 + closing
    return None, at


def _behind_aside(tokens: tuple[Token, ...], at: int) -> int:
    """The index after a word in parentheses: `0 (Sunday) to 6 (Saturday)`."""
    is_aside = [token.text for token in tokens[at : at + 3 : 2]] == ["(", ")"] and tokens[at + 1].kind == "word"
    return at + 3 if is_aside else at


def _half_open(tokens: tuple[Token, ...], closing: str) -> Found | None:
    """Reads `[3..]`, `[..64]`, and `[2] chars`."""
    low = tokens[1].number if len(tokens) > 3 and tokens[2].text == closing[0] == "]" else None
    unit, length = read_unit(tokens[3:]) if low is not None else ("", 0)
    if unit == "chars":
        return Found(Limit(low, low, unit=unit), 3 + length)
    if len(tokens) < 4 or tokens[3].text != closing[0]:
        return None
    low, high = tokens[1].number, tokens[2].number
    if low is not None and tokens[2].text in ("..", "..."):
        return _with_unit(Limit(low=low), tokens, 4)
    if high is not None and tokens[1].text in ("..", "..."):
        return _with_unit(Limit(high=high), tokens, 4)
    return None


def _between(tokens: tuple[Token, ...], at: int, in_brackets: bool, start: int) -> int:
    """The index of the upper bound; 0 if none follows."""
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
        *(("and",) if said in ("between", "within") else ()),
        *((";",) if in_brackets else ()),
    )
    if said == "from" and begins(tokens[at:], ("up", "to")):
        return at + 2
    return at + 1 if tokens[at].folded in words and not tokens[at].after_comma else 0


def _exact(tokens: tuple[Token, ...]) -> Found | None:
    if adjective := _adjective(tokens):
        return adjective
    at = 1 if begins(tokens, ("exactly",)) else 0
    number = tokens[at].number if at < len(tokens) else None
    if number is None:
        return None
    unit, length = read_unit(tokens[at + 1 :])
    end = at + 1 + length
    is_long = unit and length and tokens[end - 1].folded in ("long", "length")
    is_code = length == 1 and tokens[end - 1].folded in ("digits", "letters")
    return Found(Limit(number, number, unit=unit), end) if at or is_long or is_code or unit == "decimals" else None


def _adjective(tokens: tuple[Token, ...]) -> Found | None:
    """Reads `6-digit`, `three-letter`, `10-character`."""
    first, *rest = tokens[:3] or (None,)
    if first is None:
        return None
    number: Decimal | None
    if first.number is not None and rest and rest[0].folded in ("letter", "digit") and first.number != 1:
        number, word, length = first.number, rest[0].folded, 2
    elif first.kind == "number" and len(rest) == 2 and rest[0].text == "-":
        number, word, length = first.number, rest[1].folded, 3
    else:
        head, _, word = first.folded.partition("-")
        if not word:
            return None
        number, length = replace(first, text=head).number if first.kind == "word" else None, 1
    is_unit = word in ("digit", "letter", "char", "character")
    return Found(Limit(number, number, unit="chars"), length) if number is not None and is_unit else None


def _vague(tokens: tuple[Token, ...]) -> Found | None:
    """Reads `50 characters`, `8 or 11 digits`, `Length: 50`."""
    if tokens and tokens[0].folded == "length":
        at, unit = skipped(tokens, 1, (":", "=", "of", "is")), "chars"
        number = tokens[at].number if at < len(tokens) else None
        return Found(Limit(number, number, unit=unit, is_vague=True), at + 1) if number is not None else None
    number = tokens[0].number if tokens else None
    if number is not None and len(tokens) > 2 and tokens[1].folded == "or" and tokens[2].number is not None:
        found = _vague(tokens[2:])  # `3 or 4 digits`
        return replace(found, length=found.length + 2) if found else None
    unit, length = read_unit(tokens[1:]) if number is not None else ("", 0)
    # "1 character" and "one item" are usually articles in prose.
    if number is None or number == 1 or unit not in ("chars", "items"):
        return None
    return Found(Limit(number, number, unit=unit, is_vague=True), 1 + length)


def _bound_after(tokens: tuple[Token, ...]) -> Found | None:
    number = tokens[0].number if tokens else None
    if number is None:
        return None
    if begins(tokens[1:], ("+",)):
        return _with_unit(_limit("low", number), tokens, 2)
    unit, length = read_unit(tokens[1:])
    for end, phrases in AFTER.items():
        for words in (tuple(phrase.split()) for phrase in phrases):
            # `5 max 10` has two ends: `max` belongs to the number behind it.
            behind = tokens[1 + length :]
            if begins(behind, words) and not behind[0].after_comma and not _goes_on(behind[len(words) :]):
                return Found(_limit(end, number, unit), 1 + length + len(words))
    return None


def _goes_on(tokens: tuple[Token, ...]) -> bool:
    rest = tokens[skipped(tokens, 0, (".", ":", "=", "of", "is")) :]
    return bool(rest) and rest[0].number is not None and not rest[0].after_comma
