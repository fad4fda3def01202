"""What a request, its answer and its errors carry beside what every call has: here, what an order is found by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any


def marked(tag: str | None) -> Mapping[str, Any]:
    """The tag, as the constructors of all that carries it take it."""
    return {"cl_ord_id": tag}


@dataclass(kw_only=True, eq=False, repr=False)
class OfError:
    """What every error carries."""

    cl_ord_id: str | None = None
    """The tag that the call carries, where it carries one."""

    @property
    def _mark(self) -> str:
        return f" [{self.cl_ord_id}]" if self.cl_ord_id else ""

    @property
    def _look(self) -> str:
        """What to do where the outcome is not known; only what has a tag is sure to be found by it."""
        way = "Call `reconcile` with this error" if self.cl_ord_id else "Look for it"
        return f"{way} before you send it again"


@dataclass(kw_only=True, eq=False, repr=False)
class OfAnswer:
    """What an error carries that an answer led to."""

    order_ids: tuple[int, ...] = ()
    """What the answer says is there all the same, by its ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfRequest:
    """What a request carries, and an answer with everything that came with it."""

    cl_ord_id: str | None = None
    """The tag with which the request goes out."""


class OfModel:
    """What a result carries."""

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
        """Note with which tag the request of this result went out."""
        if tag is not None:
            self._tag = tag
