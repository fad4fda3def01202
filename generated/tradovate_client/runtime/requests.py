"""`PreparedRequest`, a request as it is sent, and `Raw`, an answer with everything that came with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Generic, TypeVar

from .marks import OfRequest

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class PreparedRequest(OfRequest):
    """A request, complete except for the credentials."""

    method: str
    url: str
    headers: Mapping[str, str]
    content: bytes | None = None
    """Exact bytes of the body; None if there is none."""


@dataclass(frozen=True, slots=True)
class Raw(OfRequest, Generic[T_co]):
    """An answer: status, headers, body, parsed value and time taken."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    elapsed: timedelta
    """From the first byte sent to the last byte read."""
    parsed: T_co
