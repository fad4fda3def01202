"""Parses JSON within limits. Rejects what different parsers would read differently, such as repeated keys."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from .wire import DEEPEST

LARGEST = 32 * 1024 * 1024
"""Largest answer that is read, in bytes after decompression."""
MOST_RECORDS = 100_000
"""Most objects and lists that an answer may hold: in memory each takes many times its bytes."""
MOST_VALUES = 2_000_000
"""Most values that an answer may hold."""

SPACED = (b'" ', b'"\t', b'"\n', b'"\r')
HALF = re.compile(r"\\\\|\\u[dD][89abAB]..\\u[dD][c-fC-F]..|(\\u[dD][89a-fA-F])", re.DOTALL)
"""A backslash, a surrogate pair, or (the group) a lone surrogate."""


def read_json(body: bytes, records: int = MOST_RECORDS) -> Any:
    """Parse the bytes; raises ValueError if they are not one JSON value, ambiguous, or too many records."""
    try:
        return _read(body, records)
    except RecursionError:
        reason = "it is nested too deeply"
    except UnicodeDecodeError:
        reason = "it is not UTF-8 text"
    except json.JSONDecodeError as error:
        reason = f"it is not JSON, {error.msg.removesuffix(' at')} at character {error.pos}" if body else "it is empty"
    except ValueError as error:
        reason = "it holds a number of thousands of digits" if "int_max_str" in str(error) else str(error)
    # Raised out here, so that no exception that holds the body hangs on to it.
    raise ValueError(reason)


def _read(body: bytes, records: int) -> Any:
    """Parse the bytes and check the value."""
    # Counted on the bytes, before anything is made of them; what stands in a text is counted too.
    if body.count(b"{") + body.count(b"[") > records:
        raise ValueError(f"it holds more than {records} records")
    if body.count(b",") > MOST_VALUES:
        raise ValueError(f"it holds more than {MOST_VALUES} values")
    text = body.decode("utf-8-sig")
    if b"\\u" in body and any(found.group(1) for found in HALF.finditer(text)):
        raise ValueError("it holds half a character (a lone surrogate)")
    value = _DECODE(text)
    if isinstance(value, list) and len(value) > records:
        raise ValueError(f"it holds more than {records} rows")
    # Counting names is cheaper than a hook per object; only a difference (a repeat, odd spacing) costs a second parse.
    if _names(value, body) != _written_names(body):
        json.loads(text, object_pairs_hook=_without_repeats)
    return value


def number(text: str) -> Decimal:
    """The number with all its digits; raises ValueError if it exceeds the range of a float."""
    if math.isinf(float(text)):
        raise ValueError(f"it is not JSON, {text[:20]} is too large a number")
    return Decimal(text)


def _names(value: object, body: bytes) -> int:
    """How many property names the value holds; raises ValueError if it is nested too deeply."""
    rows: list[Any] = value if isinstance(value, list) else [value]
    if body.count(b"{") + body.count(b"[") <= len(rows) + 1 and all(type(row) is dict for row in rows):
        return sum(map(len, rows))
    names, level = 0, [value]
    for _ in range(DEEPEST):
        names += sum(len(one) for one in level if type(one) is dict)
        level = [part for one in level for part in _inside(one)]
        if not level:
            return names
    raise ValueError("it is nested too deeply")


def _inside(value: Any) -> Iterator[Any]:
    """The objects and lists directly inside a value."""
    if type(value) is dict:
        value = value.values()
    elif type(value) is not list:
        return
    for one in value:
        if type(one) is dict or type(one) is list:
            yield one


def _written_names(body: bytes) -> int:
    """How many property names the bytes hold, never too few; -1 if spaces before colons make counting unsafe."""
    # A name is a quote and a colon. A text that begins with a colon, or that holds both, is counted as well, so that
    # a count which is right proves that no name was dropped; any other count proves nothing.
    return -1 if any(one in body for one in SPACED) else body.count(b'":')


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Build an object; raises ValueError if a name occurs twice."""
    made = dict(pairs)
    if len(made) < len(pairs):
        seen: set[str] = set()
        twice = next(name for name, _ in pairs if name in seen or seen.add(name))  # type: ignore[func-returns-value]
        raise ValueError(f"it says {twice[:60]!r} twice in one object")
    return made


def _no_constant(name: str) -> None:
    """Reject `NaN` and `Infinity`, which are not JSON."""
    raise ValueError(f"it is not JSON, {name} is not a number")


_DECODE = json.JSONDecoder(parse_constant=_no_constant, parse_float=number).decode
"""Made once: `json.loads` makes a decoder for each text."""
