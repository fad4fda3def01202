"""What a request, its answer and its errors carry beside what every call has: nothing, for this service."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


def marked(tag: str | None) -> Mapping[str, Any]:
    """What the constructors of all that carries a tag take."""
    return {}


@dataclass(kw_only=True, eq=False, repr=False)
class OfError:
    """What every error carries."""

    _mark = ""
    _look = "Look for it before you send it again"


@dataclass(kw_only=True, eq=False, repr=False)
class OfAnswer:
    """What an error carries that an answer led to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfRequest:
    """What a request carries, and an answer with everything that came with it."""


class OfModel:
    """What a result carries."""

    __slots__ = ()

    def sent_as(self, tag: str | None) -> None:
        """Note with which tag the request of this result went out."""
