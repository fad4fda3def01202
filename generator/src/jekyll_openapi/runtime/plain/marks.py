"""Extra fields of requests, answers and errors. This service has none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


def marked(tag: str | None) -> Mapping[str, Any]:
    """Constructor arguments for the tag: none."""
    return {}


@dataclass(kw_only=True, eq=False, repr=False)
class OfError:
    """Extra fields of every error: none."""

    _mark = ""
    _look = "It may have been done. Read what it would have changed before you send it again"


@dataclass(kw_only=True, eq=False, repr=False)
class OfAnswer:
    """Extra fields of an error that came from an answer: none."""

    _named = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfRequest:
    """Extra fields of a request: none."""


class OfModel:
    """Extra fields of a model: none."""

    __slots__ = ()

    def sent_as(self, tag: str | None) -> None:
        """Note the tag of the request that this model answers; ignored here."""
