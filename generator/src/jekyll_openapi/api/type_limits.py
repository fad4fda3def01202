"""Applies limits to types, and rejects limits that do not fit."""

from decimal import Decimal
from typing import TypeVar

from jekyll_openapi.api.limits import Limit, UnfitLimitError
from jekyll_openapi.api.model import Array, Primitive, Schema
from jekyll_openapi.records import replace


def limited(schema: Schema, limit: Limit) -> Schema:
    """The type with the limit added; raises UnfitLimitError if it does not fit or contradicts a limit of the type."""
    if limit.unit == "things":
        limit = replace(limit, unit="items" if isinstance(schema, Array) else "chars")
        if isinstance(schema, Primitive) and (schema.min_length or 0) > 0:
            return schema
        if isinstance(schema, Array) and (schema.min_items or 0) > 0:
            return schema
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
        case Array(items) if limit.unit == "each":
            return replace(schema, items=limited(items, replace(limit, unit="")))
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


def follows(schema: Schema, limit: Limit) -> bool:
    """Whether a limit that names no number of its own, such as `positive`, already follows from the type's limits."""
    if not isinstance(schema, Primitive) or schema.type not in ("number", "integer") or limit.unit:
        return False
    step = 1 if schema.type == "integer" else 0
    least = schema.minimum if schema.above is None else schema.above + step
    most = schema.maximum if schema.below is None else schema.below - step
    ends = [(least, limit.low, limit.above, 1), (most, limit.high, limit.below, -1)]
    told = [(known, end, open_, sign) for known, end, open_, sign in ends if end is not None or open_ is not None]
    return bool(told) and all(
        known is not None
        and (end is None or known * sign >= end * sign)
        and (open_ is None or known * sign > open_ * sign or (not step and known == open_ and _is_open(schema, sign)))
        for known, end, open_, sign in told
    )


def _is_open(schema: Primitive, sign: int) -> bool:
    return (schema.above if sign > 0 else schema.below) is not None


def _with_decimals(schema: Primitive, limit: Limit) -> Primitive:
    _, high = _counts(limit)
    # Beyond 18 decimals, `multipleOf` is below what a double can hold.
    if high is None or limit.low not in (None, limit.high) or high > 18:
        raise UnfitLimitError("a limit does not fit the type")
    return replace(schema, multiple_of=_merged(schema.multiple_of, Decimal(1).scaleb(-high)))


_Number = TypeVar("_Number", int, Decimal)


def _merged(known: _Number | None, new: _Number | None) -> _Number | None:
    """The limit that is stated; raises UnfitLimitError if two are stated and differ."""
    if known is not None and new is not None and known != new:
        raise UnfitLimitError(f"a limit is stated twice: {known} and {new}")
    return known if new is None else new


def _counts(limit: Limit) -> tuple[int | None, int | None]:
    """The lower and upper bound as whole numbers, for lengths and counts; raises UnfitLimitError."""
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
