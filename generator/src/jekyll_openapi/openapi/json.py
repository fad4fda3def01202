"""Writes JSON for publication: indented, keys in the given order, decimals with exactly their digits."""

import json
from collections.abc import Iterator
from typing import Any

from jekyll_openapi.terminal import clean_json

_PLAIN = (str, int, float, type(None))
Json = dict[str, Any]
"""A JSON object."""
HOLDERS = (dict, list)
"""What holds other values. `isinstance` takes three times as long with `dict | list`, which is made at each call."""


def copied(content: Json) -> Json:
    """A deep copy for callers that modify it; five times as fast as `deepcopy`."""
    return {key: _copied(value) if isinstance(value, dict | list) else value for key, value in content.items()}


def _copied(content: Any) -> Any:
    if isinstance(content, dict):
        return copied(content)
    return [_copied(value) if isinstance(value, dict | list) else value for value in content]


def dump_json(content: object) -> str:
    """The content as JSON; what nobody sees or what reverses text is escaped, and halves of characters."""
    return "".join(_parts(content, "\n")) + "\n"


def _parts(content: object, line: str) -> Iterator[str]:
    inner = f"{line}  "
    match content:
        case dict() if content:
            for index, (key, value) in enumerate(content.items()):
                yield f"{',' if index else '{'}{inner}{_scalar(str(key))}: "
                yield from _parts(value, inner)
            yield f"{line}}}"
        case [_, *_]:
            for index, value in enumerate(content):
                yield f"{',' if index else '['}{inner}"
                yield from _parts(value, inner)
            yield f"{line}]"
        case _:
            yield _scalar(content)


def _scalar(content: object) -> str:
    if not isinstance(content, _PLAIN):
        from decimal import Decimal  # not where there are none

        if isinstance(content, Decimal):
            return f"{content:f}"
    text = json.dumps(content, ensure_ascii=False, allow_nan=False)
    return text if text.isprintable() else clean_json(text)
