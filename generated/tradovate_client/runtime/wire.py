"""Converts Python values to JSON: decimals keep their digits, date-times are sent in UTC."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from enum import Enum
from json.encoder import encode_basestring_ascii as quoted
from numbers import Integral, Real
from typing import Any, NoReturn, Protocol, TypeVar, runtime_checkable

DEEPEST = 64
MOST_BITS = 1024
"""Integers of more bits are larger than any float, and cost much time to write."""
CONSTANTS: Mapping[bool | None, str] = {True: "true", False: "false", None: "null"}

N = TypeVar("N", float, Decimal)


@runtime_checkable
class Model(Protocol):
    """A record that can convert itself to JSON types."""

    def to_dict(self) -> dict[str, Any]:
        """The record by the API's names."""
        ...


@runtime_checkable
class Scalar(Protocol):
    """A numpy scalar, or a type that behaves like one."""

    @property
    def shape(self) -> tuple[int, ...]:
        """Dimensions; empty for a scalar."""
        ...

    def item(self) -> object:
        """The value as a Python type."""
        ...


PYTHON = (bool, int, float, str, datetime)
"""Types that a numpy scalar can become."""


def plain(value: object, depth: int = 0) -> Any:
    """The value as JSON types, decimals kept; raises ValueError for what JSON cannot express."""
    if depth > DEEPEST:
        raise ValueError("is nested too deeply")
    # Nearly every value is exactly of a type of JSON, and a match takes ten times as long to find that.
    if type(value) is str:
        return _whole(value)
    if value is None or type(value) is bool:
        return value
    if type(value) is dict:
        return {key_of(name): plain(one, depth + 1) for name, one in value.items()}
    match value:
        case Enum():
            return plain(value.value, depth + 1)
        case str():
            return _whole(str.__str__(value))
        # A check knows the types of JSON, and not what others make of them.
        case int():
            if int.bit_length(value) > MOST_BITS:
                raise ValueError("is too large a number")
            return value if type(value) is int else int.__add__(value, 0)
        case float():
            return _finite(float.__float__(value))
        case Decimal():
            return _finite(value if type(value) is Decimal else Decimal(value))
        case datetime():
            return time_text(value)
        case date():
            return value.isoformat()
        case Mapping():
            return {key_of(name): plain(one, depth + 1) for name, one in value.items()}
        case list() | tuple():
            return [plain(one, depth + 1) for one in value]
        case Model() if not isinstance(value, type):
            # Objects of others have such a method too, and what it gives is not always JSON.
            return plain(value.to_dict(), depth + 1)
        case Integral():
            return int(value)
        case Real():
            return _decimal(value)
        case Scalar(shape=()):
            inner = value.item()
            if isinstance(inner, PYTHON):
                return plain(inner, depth)
    raise ValueError(f"cannot be sent as JSON: it is of type {type(value).__name__}")


def _finite(value: N) -> N:
    """The number, if it is one that a float can hold."""
    # A signalling NaN cannot be asked by `math`.
    if (isinstance(value, Decimal) and not value.is_finite()) or not math.isfinite(value):
        raise ValueError(f"must be a finite number, got {value:.20g}")
    return value


def misfit(value: object, depth: int = 0) -> str:
    """The way to the part of a value that JSON cannot express: `.stopPrice`, `[0]`; empty if it is the value itself."""
    inside: Iterable[tuple[str, object]] = ()
    if isinstance(value, Mapping):
        inside = ((f".{name}", one) for name, one in value.items() if isinstance(name, str))
    elif isinstance(value, list | tuple):
        inside = ((f"[{number}]", one) for number, one in enumerate(value))
    elif isinstance(value, Model) and not isinstance(value, type):
        return misfit(value.to_dict(), depth + 1) if depth < DEEPEST else ""
    for way, one in inside if depth < DEEPEST else ():
        try:
            plain(one, depth + 1)
        except ValueError:
            return way + misfit(one, depth + 1)
    return ""


def _decimal(value: Real) -> Decimal:
    """The number with the digits it prints; floats below 64 bits print fewer than their binary value has."""
    try:
        made = Decimal(str(value))
    except InvalidOperation:
        raise ValueError(f"must be an int, a float or a Decimal, got {type(value).__name__}") from None
    return _finite(made)


def _whole(text: str) -> str:
    """The text; raises ValueError if it has a lone surrogate."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise ValueError("holds half a character (a lone surrogate)") from None
    return text


def time_text(value: datetime) -> str:
    """The date-time in UTC with `Z`. Without a zone it stays as it is, so that validation rejects it."""
    if value.tzinfo is None or value.utcoffset() is None:
        return value.isoformat()
    try:
        return value.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"
    except OverflowError:
        raise ValueError("is a time outside the years 1 to 9999 in UTC") from None


def json_text(value: object) -> str:
    """Compact JSON; numbers keep all their digits."""
    try:
        return _COMPACT(value)
    except TypeError:
        return _text_of(value)


def _refuse(value: object) -> NoReturn:
    """Stop the standard encoder, which knows no decimals."""
    raise TypeError


_COMPACT = json.JSONEncoder(separators=(",", ":"), default=_refuse).encode
"""Writes all but decimals, five times as fast as `_text_of`."""


def _text_of(value: object) -> str:
    """Compact JSON, decimals among its values."""
    match value:
        case str():
            return quoted(value)
        case bool() | None:
            return CONSTANTS[value]
        case int():
            return int.__repr__(value)
        case Decimal():
            return str(value)
        case dict():
            return "{" + ",".join([f"{quoted(name)}:{_text_of(one)}" for name, one in value.items()]) + "}"
        case list():
            return "[" + ",".join([_text_of(one) for one in value]) + "]"
    return json.dumps(value)


def key_of(name: object) -> str:
    """A property name as text."""
    if isinstance(name, str):
        return name
    raise ValueError(f"has a key of type {type(name).__name__}: keys must be strings")
