"""Extra fields of requests, answers and errors: the tag (`cl_ord_id`) by which an order is found again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any


def marked(tag: str | None) -> Mapping[str, Any]:
    """Constructor arguments for the tag."""
    return {"cl_ord_id": tag}


@dataclass(kw_only=True, eq=False, repr=False)
class OfError:
    """Extra fields of every error."""

    cl_ord_id: str | None = None
    """Tag of the request; None if it has none."""

    @property
    def _mark(self) -> str:
        return f" [{self.cl_ord_id}]" if self.cl_ord_id else ""

    @property
    def _look(self) -> str:
        """Advice for an unknown outcome; only a tag is sure to find the order."""
        way = "Call `reconcile` with this error" if self.cl_ord_id else "Read what it would have changed"
        return f"It may have been done. {way} before you send it again"


@dataclass(kw_only=True, eq=False, repr=False)
class OfAnswer:
    """Extra fields of an error that came from an answer."""

    order_ids: tuple[int, ...] = ()
    """Ids of orders that the answer names although it reports a failure; they may be live."""

    @property
    def _named(self) -> str:
        return f". The answer names order {', '.join(map(str, self.order_ids))}" if self.order_ids else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfRequest:
    """Extra fields of a request and its whole answer."""

    cl_ord_id: str | None = None
    """Tag of the request."""


class OfModel:
    """Extra fields of a model."""

    __slots__ = ("_tag",)

    _tag: str | None

    if TYPE_CHECKING:
        cl_ord_id: str | None
    else:

        @property
        def cl_ord_id(self) -> str | None:
            """The tag with which the request of this result went out; None where it carried none."""
            return getattr(self, "_tag", None)

    def sent_as(self, tag: str | None) -> None:
        """Note the tag of the request that this model answers."""
        if tag is not None:
            self._tag = tag
