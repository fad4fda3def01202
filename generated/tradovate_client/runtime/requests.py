"""A request as it goes out, and an answer as it came in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Generic, TypeVar

from .marks import OfRequest

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class PreparedRequest(OfRequest):
    """A request, complete but for the token."""

    method: str
    url: str
    headers: Mapping[str, str]
    content: bytes | None = None
    """The exact bytes of the body; None where there is none."""


@dataclass(frozen=True, slots=True)
class Raw(OfRequest, Generic[T_co]):
    """An answer with everything that came with it."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    elapsed: timedelta
    """From the first byte sent to the last one read."""
    parsed: T_co
