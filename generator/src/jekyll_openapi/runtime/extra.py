"""Merges `extra`: properties the caller sends although the description does not know them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .wire import Model


def with_extra(body: object, extra: Mapping[str, object] | None) -> tuple[object, frozenset[str]]:
    """Merge `extra` into a body, at every depth; also returns the merged paths, such as `bracket1.newKey`."""
    if not extra:
        return body, frozenset()
    if not isinstance(extra, Mapping):
        raise TypeError(f"extra must be a mapping of names to values, got {type(extra).__name__}")
    return _merged({} if body is None else body, extra), frozenset(_ways(extra, ""))


def _merged(one: object, other: object) -> object:
    """Merge the second value over the first; objects are merged by key."""
    if isinstance(one, Model):
        one = one.to_dict()
    if not isinstance(one, Mapping) or not isinstance(other, Mapping):
        return other
    both = {**one, **other}
    return {name: _merged(one[name], value) if name in one and name in other else value for name, value in both.items()}


def _ways(value: Any, way: str) -> Iterator[str]:
    """The path of each part of a value, as problems name it."""
    if isinstance(value, Mapping):
        for name, one in value.items():
            yield f"{way}.{name}".removeprefix(".")
            yield from _ways(one, f"{way}.{name}")
    elif isinstance(value, list | tuple):
        for number, one in enumerate(value):
            yield from _ways(one, f"{way}[{number}]")
