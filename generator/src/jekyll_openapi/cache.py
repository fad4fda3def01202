"""A content-keyed cache for `--watch`: results keyed by everything that they were computed from."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

Made = TypeVar("Made")

FOLDER = ".jekyll-openapi-cache"
"""Name of the folder beside the configuration in which whole runs are remembered (`disk_cache`)."""
_ROUNDS = 20
"""Rounds after which a result is dropped that nobody used."""


class Same:
    """An object in a key that counts by its identity, not by its content."""

    __slots__ = ("one",)

    def __init__(self, one: Any) -> None:
        self.one = one

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.one is other.one

    def __hash__(self) -> int:
        return id(self.one)


class Cache:
    """Results by key. The first part of a key names the kind of result, the rest is all of its input."""

    def __init__(self) -> None:
        self._made: dict[Hashable, Any] = {}
        self._used: dict[Hashable, int] = {}
        self._round = 0

    def find(self, key: Hashable) -> Any:
        """The result; None if there is none."""
        if (made := self._made.get(key)) is not None:
            self._used[key] = self._round
        return made

    def keep(self, key: Hashable, made: object) -> None:
        """Stores a result. It is shared from now on and must not be modified."""
        self._made[key] = made
        self._used[key] = self._round

    def get(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """The result; computed by `make` and stored if there is none."""
        if (found := self.find(key)) is None:
            found = make()
            self.keep(key, found)
        return cast(Made, found)

    @property
    def remembers(self) -> bool:
        """Whether a result can be found again."""
        return True

    def end_round(self) -> None:
        """Ends a round, and drops results that were not used for some rounds."""
        self._round += 1
        for key in [key for key, last in self._used.items() if last < self._round - _ROUNDS]:
            del self._made[key], self._used[key]


class NoCache(Cache):
    """Keeps nothing: for a run after which nothing is made again, so that no result outlives its use."""

    def keep(self, key: Hashable, made: object) -> None:
        """Stores nothing."""

    @property
    def remembers(self) -> bool:
        """No."""
        return False
