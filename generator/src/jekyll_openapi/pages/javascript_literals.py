"""Reads the literals of JavaScript that are one token: numbers, and escape sequences in texts."""

from decimal import Decimal, InvalidOperation

from jekyll_openapi.patterns import regex

_ESCAPES = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "0": "\0", "\n": ""}
_INTEGER = regex(r"(?:0|[1-9](?:_?\d)*)n?|0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+")
_OCTAL = regex(r"0\d")
_LARGEST_EXPONENT = 308
"""Larger numbers are Infinity in JavaScript."""


def unescape(sequence: str) -> str:
    """The character that an escape sequence stands for."""
    kind = sequence[1]
    if kind in _ESCAPES:
        return _ESCAPES[kind]
    if kind in "ux":
        code = int(sequence[2:].strip("{}"), 16)
        return chr(code) if code <= 0x10FFFF else "\ufffd"
    return chr(int(sequence[1:], 8)) if kind.isdigit() else sequence[1:]


def number_of(text: str) -> int | Decimal | None:
    """The value of a number literal; None if it is none or too large for JavaScript."""
    negative, digits = text.startswith("-"), text.lstrip("+-").strip()
    if len(digits) > _LARGEST_EXPONENT or _OCTAL.match(digits):
        return None
    if _INTEGER.fullmatch(digits):
        whole = int(digits.removesuffix("n"), 0)
        return -whole if negative else whole
    try:
        number = Decimal(digits.replace("_", ""))
    except InvalidOperation:
        return None
    if not number.is_finite() or abs(number.adjusted()) > _LARGEST_EXPONENT:
        return None
    return number.copy_negate() if negative else number
