"""Reads the values of an enumeration: quoted, numeric, or bare words after an announcement such as `one of`.

`"Buy", "Sell"`    `"Buy"` or `"Sell"`    "Buy" | "Sell"    enum: Buy, Sell    string, `Buy` `Sell`    `"Buy"`, null
1, 2, 3            `0` or `1`             0 = off, 1 = on   enum: 1 | 2
"""

from decimal import Decimal
from itertools import pairwise

from jekyll_openapi.api.tokens import Token

_SEPARATORS = ("|", "/", "or", "and", ";")
_NOTES = ("default", "defaults", "required", "optional", "nullable")
_MEANS = ("=", ":", "-", "(", "means", "stands")
_MARKS = '|`"\u201c\u201d\u201e\u00ab\u00bb'


def read_values(
    tokens: tuple[Token, ...], known: frozenset[str], *, is_any: bool, is_code: bool
) -> tuple[tuple[str, ...], bool, tuple[Token, ...]]:
    """The values that the tokens begin with, whether null is among them, and the remaining tokens.

    Unquoted words that are not `known` count as values: any with `is_any`, and two or more code spans with `is_code`.
    """
    values: list[str] = []
    has_null = False
    is_code = is_code and (is_any or _are_codes(tokens, known))
    rest = tokens
    while rest:
        next_ = rest
        while (values or has_null) and next_ and next_[0].kind in ("sign", "word") and next_[0].folded in _SEPARATORS:
            next_ = next_[1:]
        first = next_[0] if next_ else None
        if first and first.folded == "null" and first.kind == "word":
            has_null = True
        elif first and (first.kind == "value" or _is_bare(first, known, is_any=is_any, is_code=is_code)):
            values.append(first.text)
        else:
            break
        rest = _behind_meaning(next_[1:]) if first.kind == "value" else next_[1:]
    return (tuple(dict.fromkeys(values)), has_null, rest) if values else ((), False, tokens)


def read_numbers(tokens: tuple[Token, ...]) -> tuple[tuple[int | Decimal, ...], bool, tuple[Token, ...]]:
    """The numbers that the tokens begin with, whether null is among them, and the remaining tokens.

    Each number can be followed by its meaning: `0 = off`, `1: on`, `2 (both)`.
    """
    values: list[int | Decimal] = []
    has_null = False
    rest = tokens
    while rest:
        next_ = rest
        if (values or has_null) and rest[0].kind in ("sign", "word") and rest[0].folded in _SEPARATORS:
            next_ = rest[1:]
        first = next_[0] if next_ else None
        if first and first.folded == "null" and first.kind == "word":
            has_null = True
        elif first and first.kind == "number" and first.number is not None:
            values.append(int(first.number) if first.number % 1 == 0 else first.number)
        else:
            break
        rest = _behind_meaning(next_[1:])
    return (tuple(dict.fromkeys(values)), has_null, rest) if values else ((), False, tokens)


def _behind_meaning(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens after the meaning of a value: after the next comma, semicolon or number."""
    if (
        len(tokens) < 2
        or tokens[0].kind == "value"
        or tokens[0].folded not in _MEANS
        or tokens[0].after_comma
        or tokens[1].folded in _NOTES
    ):
        return tokens
    closing = {"(": ")"}.get(tokens[0].text, "")
    for place, token in enumerate(tokens[1:], 1):
        if closing and token.text == closing:
            return tokens[place + 1 :]
        is_end = token.after_comma or token.kind in ("number", "value") or token.text in (";", "|", "/", ")", "]")
        if not closing and is_end:
            return tokens[place:] if place > 1 else tokens
    return () if not closing else tokens


def is_run(values: tuple[int | Decimal, ...]) -> bool:
    """Whether the numbers are consecutive, so that the list is probably complete."""
    ordered = sorted(values)
    return all(after - before == 1 for before, after in pairwise(ordered))


def is_doubtful(value: str) -> bool:
    """Whether a value looks like several values or like part of one."""
    return not value.strip() or any(mark in value for mark in _MARKS) or " or " in value


def _are_codes(tokens: tuple[Token, ...], known: frozenset[str]) -> bool:
    """Whether the tokens begin with one of at least two code spans that have no other meaning."""
    codes = [token for token in tokens if _is_bare(token, known, is_any=False, is_code=True)]
    return len({id(token.code) for token in codes}) > 1 and codes[0] is tokens[0]


def _is_bare(token: Token, known: frozenset[str], *, is_any: bool, is_code: bool) -> bool:
    if token.kind == "number":
        return is_any
    if token.kind != "word" or token.folded in known:
        return False
    return is_any or (is_code and token.code is not None)
