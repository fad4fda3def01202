"""Keeps what has been found for a schema: two ways lead to most of them, and two from each to the next, so that there
are 2**n to the n-th."""

from collections.abc import Callable, Hashable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Memory(Generic[T]):
    """Results by key. One that stopped at something further out is not kept: elsewhere, there is more to find."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, tuple[Any, T]] = {}
        self._stops: list[set[Hashable]] = []
        """For each result that is being found: what it stopped at."""

    def stop(self, at: Hashable) -> None:
        """Record that something is left out, since it is being looked at further out."""
        if self._stops:
            self._stops[-1].add(at)

    def get(self, key: Hashable, outer: frozenset[Any], held: object, find: Callable[[], T]) -> T:
        """The result for the key.

        Args:
            key: What the result depends on, identities among it.
            outer: What is being looked at further out.
            held: What the identities are of, so that they are not given to something else.
            find: Finds the result.
        """
        if key not in self._kept:
            self._stops.append(set())
            try:
                found = find()
            finally:
                stops = self._stops.pop() & outer
                if stops and self._stops:
                    self._stops[-1] |= stops
            if stops:
                return found
            self._kept[key] = held, found
        return self._kept[key][1]
