"""How much of what is made in numbers a run tries: a part of each kind, or with `make test-deep` all of it."""

import os
from collections.abc import Sequence
from typing import TypeVar

IS_DEEP = bool(os.environ.get("JEKYLL_OPENAPI_DEEP"))
_T = TypeVar("_T")


def examples(number: int) -> int:
    """How many of so many examples are drawn: a quarter."""
    return number if IS_DEEP else -(-number // 4)


def every(step: int, rows: Sequence[_T]) -> Sequence[_T]:
    """Each row of that distance, beginning with the first; mark what takes them `deep`."""
    return rows if IS_DEEP else rows[::step]


def part_of(rows: Sequence[_T], number: int, parts: int) -> Sequence[_T]:
    """Every second, third ... row, beginning elsewhere for each number: so that all pairs are tried in turn."""
    return rows if IS_DEEP else rows[number % parts :: parts]
