"""The spec as a client reads it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from jekyll_openapi.client.errors import ClientError
from jekyll_openapi.openapi.names import NameTable, to_json


def spec_data(spec: Mapping[str, Any]) -> str:
    """The spec as JSON, on one line; raises ClientError where it holds what JSON cannot say."""
    try:
        return json.dumps(spec, default=_number)
    except (TypeError, ValueError, RecursionError) as error:
        raise ClientError([f"the spec cannot be written as JSON: {error}"]) from None


def made_from(spec: Mapping[str, Any], released: NameTable | None) -> str:
    """All that a client is made from, as text; raises ClientError as `spec_data` does."""
    return spec_data(spec) + (json.dumps(to_json(released)) if released else "")


def as_json(data: object) -> str:
    """The data as it is shipped, one entry a line."""
    return json.dumps(data, indent=1) + "\n"


def _number(value: object) -> int | float:
    """A number that a page states with its digits, as Python reads it."""
    if not isinstance(value, Decimal):
        raise TypeError(f"{value!r} is not a value of JSON")
    return float(value) if "." in f"{value:f}" else int(value)
