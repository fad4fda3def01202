"""Enumerations that take in what the pages do not know."""

from enum import StrEnum
from typing import Any, Self


class OpenEnum(StrEnum):
    """A string of a known set, or one that the service has added since; `is_known` tells."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        """A member that keeps the unknown string, equal to it and with the same hash."""
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = member._value_ = str(value)
        return member

    @property
    def is_known(self) -> bool:
        """Whether the pages name this value."""
        return type(self).__members__.get(self._name_) is self

    def __reduce_ex__(self, protocol: Any) -> tuple[type[Self], tuple[str]]:
        return type(self), (str(self._value_),)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: Any) -> Self:
        return self
