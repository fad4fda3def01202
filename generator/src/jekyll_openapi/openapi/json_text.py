"""Reads JSON with Python's fast parser, then checks it; only on an error, a slow second pass finds the location."""

import json
import re
from collections.abc import Iterator
from typing import Any, NoReturn

from jekyll_openapi.openapi.bounds import Bounds, Part, RefusedError
from jekyll_openapi.openapi.scalars import is_finite
from jekyll_openapi.patterns import regex

_TOKEN = regex(r'[ \t\r\n]*("[^"\\]*(?:\\.[^"\\]*)*"?|[{}\[\],:]|[^ \t\r\n{}\[\],:"]+)', re.DOTALL)
_SURROGATE = regex(r"\\u[dD][89a-fA-F]")
_CLOSING = {"}": "{", "]": "["}


class _RefusedError(Exception):
    """Something is not accepted; `_explain` finds what and where."""


def read_json(text: str, bounds: Bounds) -> Any:
    """The content of the text; raises RefusedError."""
    try:
        content = json.loads(text, object_pairs_hook=_unique, parse_constant=_refuse)
        _look_over(content, bounds, may_be_half=bool(_SURROGATE.search(text)))
    except json.JSONDecodeError as problem:
        raise RefusedError(f"{problem.msg[:1].lower()}{problem.msg[1:]}", problem.pos, is_syntax=True) from None
    # The first pass only knows that something is wrong.
    except (_RefusedError, RecursionError, ValueError):
        _explain(text, bounds)
    return content


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _RefusedError
    return found


def _refuse(_: str) -> NoReturn:
    raise _RefusedError


def _look_over(content: Any, bounds: Bounds, *, may_be_half: bool) -> None:
    """Raises _RefusedError if there are too many values, numbers beyond floats, or lone surrogates."""
    level, nodes = [content], 0
    for _ in range(bounds.depth + 1):
        nodes += len(level)
        if nodes > bounds.nodes:
            raise _RefusedError
        below: list[Any] = []
        for one in level:
            kind = type(one)
            if kind is dict:
                below += one.values()
                if may_be_half and not all(map(_is_whole, one)):
                    raise _RefusedError
            elif kind is list:
                below += one
            elif ((kind is float or kind is int) and not is_finite(one)) or (
                kind is str and may_be_half and not _is_whole(one)
            ):
                raise _RefusedError
        if not below:
            return
        level = below
    raise _RefusedError


def _is_whole(text: str) -> bool:
    """Whether the text has no lone surrogate."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def parts_of_json(text: str) -> Iterator[Part]:
    """The document as steps for `find`."""
    for token, at in _tokens(text):
        if token in ("{", "["):
            yield token, "", at
        elif token in _CLOSING:
            yield "end", "", at
        elif token not in ",:":
            yield "value", json.loads(token) if token[0] == '"' else token, at


def _tokens(text: str) -> Iterator[tuple[str, int]]:
    return ((match[1], match.start(1)) for match in _TOKEN.finditer(text))


def _explain(text: str, bounds: Bounds) -> NoReturn:
    """Raises RefusedError for the first thing that is not accepted."""
    open_keys: list[set[str] | None] = []
    after = nodes = 0
    last = ""
    for token, at in _tokens(text):
        if token in ("{", "["):
            open_keys.append(set() if token == "{" else None)
            if len(open_keys) > bounds.depth:
                raise RefusedError(f"nested deeper than {bounds.depth} levels", at)
        elif token in _CLOSING:
            open_keys.pop()
        elif token == ":":
            nodes -= 1  # what stood before is a key
            keys = open_keys[-1]
            if keys is not None:
                if last in keys:
                    raise RefusedError(f"the key `{last}` is repeated in an object", after)
                keys.add(last)
        elif token != ",":
            last, after = _scalar(token, at, bounds), at
        nodes += token not in ",:]}"
        if nodes > bounds.nodes:
            raise RefusedError(f"more than {bounds.nodes} values", at)
    raise RefusedError("it cannot be read", 0)


def _scalar(token: str, at: int, bounds: Bounds) -> str:
    """The text of a scalar; raises RefusedError if it is not accepted."""
    if token[0] == '"':
        text = str(json.loads(token))
        if not _is_whole(text):
            raise RefusedError("a lone surrogate (half a character)", at)
        return text
    if token.lstrip("-") in ("Infinity", "NaN"):
        raise RefusedError(f"`{token}` is not a JSON number", at)
    if token[0] in "-0123456789" and (len(token) > bounds.digits or not is_finite(json.loads(token))):
        raise RefusedError(f"the number `{token[:20]}` is too large or too long", at)
    return token
