"""Data files of a client: the description and the name table."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from jekyll_openapi.cache import Cache
from jekyll_openapi.client.errors import ClientError
from jekyll_openapi.openapi.names import NameTable, to_json

_PARTS = 3
"""Levels of mappings whose entries are written one by one: `components`, `schemas`, and each of these."""


def spec_data(spec: Mapping[str, Any]) -> str:
    """The description as one line of JSON; raises ClientError for values that JSON cannot express."""
    try:
        return json.dumps(spec, default=_number)
    except (TypeError, ValueError, RecursionError) as error:
        raise ClientError([f"the spec cannot be written as JSON: {error}"]) from None


def made_from(data: str, released: NameTable | None, names: Mapping[str, str] = MappingProxyType({})) -> str:
    """Everything the client is generated from, as text; `data` is the description as `spec_data` writes it.

    `names` are those that were asked for instead of the description's.
    """
    asked = {key: name for key, name in names.items() if name}
    return data + (json.dumps(to_json(released)) if released else "") + (json.dumps(asked) if asked else "")


def as_json(data: object, cache: Cache) -> str:
    """JSON with one entry per line; parts that `cache` has seen are not written again."""
    return _indented(data, 0, cache) + "\n"


def _indented(data: object, depth: int, cache: Cache) -> str:
    if isinstance(data, dict) and data and depth < _PARTS:
        pad = " " * depth
        parts = (f"{pad} {json.dumps(str(key))}: {_indented(one, depth + 1, cache)}" for key, one in data.items())
        return "{\n" + ",\n".join(parts) + f"\n{pad}}}"
    if not isinstance(data, dict | list):
        return json.dumps(data)

    def written() -> str:
        return json.dumps(data, indent=1).replace("\n", "\n" + " " * depth)

    return cache.get(("json", depth, repr(data)), written)


def _number(value: object) -> int | float:
    """A Decimal of a page as int or float."""
    if not isinstance(value, Decimal):
        raise TypeError(f"{value!r} is not a value of JSON")
    return float(value) if "." in f"{value:f}" else int(value)
