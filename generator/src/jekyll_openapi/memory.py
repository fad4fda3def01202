"""What has been made before, so that a program which makes things again and again makes only what is new."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

Made = TypeVar("Made")

_ROUNDS = 20
"""For so many rounds a result is kept that nobody asks for."""


class Memory:
    """Results by all that they were made from; the first part of a key says what the result is."""

    def __init__(self) -> None:
        self._made: dict[Hashable, Any] = {}
        self._used: dict[Hashable, int] = {}
        self._round = 0

    def find(self, key: Hashable) -> Any:
        """The result, None where there is none."""
        if key in self._made:
            self._used[key] = self._round
        return self._made.get(key)

    def keep(self, key: Hashable, made: object) -> None:
        """Takes in a result, which nobody may change any more."""
        self._made[key] = made
        self._used[key] = self._round

    def get(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """The result, made now where there is none."""
        if (found := self.find(key)) is None:
            found = make()
            self.keep(key, found)
        return cast(Made, found)

    def end_round(self) -> None:
        """Drops what nobody has asked for in a while."""
        self._round += 1
        for key in [key for key, last in self._used.items() if last < self._round - _ROUNDS]:
            del self._made[key], self._used[key]
