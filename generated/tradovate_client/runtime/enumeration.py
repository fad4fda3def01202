"""Enumerations that accept values the description does not list, so that a new value breaks nothing."""

from enum import Enum, IntEnum, StrEnum
from typing import Any, Self

from .decoding import MisfitError


class _Open(Enum):
    """Shared by string and integer enumerations."""

    @property
    def is_known(self) -> bool:
        """Whether the description lists this value."""
        return type(self).__members__.get(self._name_) is self

    def __reduce_ex__(self, protocol: Any) -> tuple[type[Self], tuple[Any]]:
        return type(self), (self._value_,)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: Any) -> Self:
        return self


class OpenEnum(_Open, StrEnum):
    """A string enumeration. Unlisted strings become members too; `is_known` tells them apart."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        """A member for an unlisted string; it equals the string and has its hash."""
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = member._value_ = str(value)
        return member

    @classmethod
    def read(cls, value: Any) -> Self:
        """The member for a JSON value; raises MisfitError if it is not a string."""
        if isinstance(value, str):
            return cls(value)
        raise MisfitError("is not text")


class OpenIntEnum(_Open, IntEnum):
    """An integer enumeration. Unlisted integers become members too; `is_known` tells them apart."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        """A member for an unlisted integer; it equals the integer and has its hash."""
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        member = int.__new__(cls, value)
        member._name_, member._value_ = f"VALUE_{value}", int(value)
        return member

    @classmethod
    def read(cls, value: Any) -> Self:
        """The member for a JSON value; raises MisfitError if it is not an integer."""
        if isinstance(value, int) and not isinstance(value, bool):
            return cls(value)
        raise MisfitError("is not an integer")
