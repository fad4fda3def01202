"""The record of trades whose outcome is unknown, kept until it is found out."""

from __future__ import annotations

import json
import logging
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, Protocol

from ..errors import ApiError, OutcomeUnknown
from ..lines import one_line
from ..mutex import mutex
from ..requests import PreparedRequest

log: logging.Logger = logging.getLogger(__package__)

OUTCOMES = ("placed", "not placed", "done", "not done")
"""Outcomes that `resolve` accepts."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A trade that was sent and whose outcome is unknown."""

    cl_ord_id: str | None
    """Its tag; None if the operation takes none."""
    operation_id: str
    account_id: int | None
    sent_at: datetime
    request: PreparedRequest = field(repr=False)
    """What was sent, without the token, secrets masked."""
    order_ids: tuple[int, ...] = ()
    """Ids of orders that an otherwise unusable answer named."""
    key: str = field(default_factory=lambda: secrets.token_hex(8), repr=False)
    """Identifies the record."""

    @property
    def body(self) -> Mapping[str, Any]:
        """The body of the request as JSON types."""
        try:
            found = json.loads(self.request.content or b"{}")
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}

    def to_dict(self) -> dict[str, Any]:
        """The record as JSON types."""
        sent = self.request
        return {
            "cl_ord_id": self.cl_ord_id,
            "operation_id": self.operation_id,
            "account_id": self.account_id,
            "sent_at": self.sent_at.isoformat(),
            "request": {
                "method": sent.method,
                "url": sent.url,
                "headers": dict(sent.headers),
                "content": None if sent.content is None else sent.content.decode("utf-8", "replace"),
            },
            "order_ids": list(self.order_ids),
            "key": self.key,
        }

    @classmethod
    def from_dict(cls, data: Any) -> Doubt:
        """The record from `to_dict`; raises ValueError for anything else."""
        try:
            sent, tag, content = data["request"], data["cl_ord_id"], data["request"]["content"]
            made = cls(
                cl_ord_id=tag,
                operation_id=str(data["operation_id"]),
                account_id=data["account_id"],
                sent_at=_with_zone(data["sent_at"]),
                request=PreparedRequest(
                    str(sent["method"]),
                    str(sent["url"]),
                    dict(sent["headers"]),
                    None if content is None else str(content).encode(),
                    cl_ord_id=tag,
                ),
                order_ids=tuple(data.get("order_ids", ())),
                key=data["key"],
            )
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise ValueError(f"not a record as in_doubt.to_json() writes it: {type(error).__name__} {error}") from None
        numbers = made.order_ids if made.account_id is None else (made.account_id, *made.order_ids)
        if (
            not isinstance(tag, str | None)
            or not isinstance(made.key, str)
            or any(type(one) is not int for one in numbers)
        ):
            raise ValueError("not a record as in_doubt.to_json() writes it: a value has the wrong type")
        return made


def _with_zone(text: str) -> datetime:
    """Parse a date-time; raises ValueError if it has no zone."""
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError("sent_at has no time zone")
    return at.astimezone(UTC)


class Store(Protocol):
    """Stores records for other processes and across restarts."""

    def doubts(self, *, is_sure: bool) -> Mapping[str, Doubt]:
        """The stored records, without requests still being sent; raises OSError or ValueError only if `is_sure`."""
        ...

    def keep(self, doubt: Doubt, *, is_under_way: bool) -> None:
        """Store a record durably."""

    def drop(self, key: str) -> None:
        """Remove a record."""


class InDoubt:
    """The trades whose outcome is unknown, oldest first: `len`, iteration, `resolve`.

    A trade that was refused with `look first` is one of them: it may have been carried out.
    """

    def __init__(self, store: Store | None = None) -> None:
        self._store = store
        self._records: dict[str, Doubt] = {}
        self._lock = mutex()

    def __iter__(self) -> Iterator[Doubt]:
        return iter(sorted(self._known().values(), key=lambda one: one.sent_at))

    def all_surely(self) -> list[Doubt]:
        """The records, oldest first; raises OSError or ValueError if those of other processes cannot be read."""
        return sorted(self._known(is_sure=True).values(), key=lambda one: one.sent_at)

    def __len__(self) -> int:
        return len(self._known())

    def __repr__(self) -> str:
        return f"InDoubt({list(self)})"

    def to_json(self) -> str:
        """The records as JSON, to keep for another run; contains no secrets."""
        return json.dumps([one.to_dict() for one in self])

    def from_json(self, text: str | bytes) -> tuple[Doubt, ...]:
        """Add the records of a `to_json`; returns them. Raises ValueError for any other text."""
        try:
            data = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise ValueError(f"not a list of records as in_doubt.to_json() writes it: {error}") from None
        if not isinstance(data, list):
            raise ValueError(f"not a list of records as in_doubt.to_json() writes it: got {type(data).__name__}")
        return self.add(Doubt.from_dict(one) for one in data)

    def add(self, records: Iterable[Doubt]) -> tuple[Doubt, ...]:
        """Add records of another client or run; returns those added."""
        made = tuple(records)
        for one in made:
            self.leave_open(one)
        return made

    def resolve(self, record: Doubt | OutcomeUnknown | ApiError | str, outcome: str) -> None:
        """Record what became of a trade, and remove it from the list.

        Args:
            record: A record of this list, the error of the call (also a refusal), or the tag.
            outcome: `placed`, `not placed`, `done` or `not done`.

        Raises:
            KeyError: No such trade is in doubt.
        """
        if outcome not in OUTCOMES:
            raise ValueError(f"outcome must be one of {', '.join(map(repr, OUTCOMES))}, got {outcome!r}")
        found = self.find(record)
        if found is None:
            raise KeyError(f"no request in doubt matches {getattr(record, 'cl_ord_id', record)!r}")
        self.settle(found)

    def find(self, what: object) -> Doubt | None:
        """The record of an error, a tag or an equal record; of several that with the same request, else the newest."""
        if isinstance(what, Doubt):
            return self._known().get(what.key)
        tag = what if isinstance(what, str) else getattr(what, "cl_ord_id", None)
        sent_at, operation = getattr(what, "sent_at", None), getattr(what, "operation", None)
        found = [
            one
            for one in self
            if (tag is None or one.cl_ord_id == tag)
            and (sent_at is None or one.sent_at == sent_at)
            and (operation is None or one.operation_id == operation)
        ]
        if not found or (tag is None and sent_at is None):
            return None
        # Where the clock is coarse, or many calls are made at once, several without a tag were sent at one time.
        request = getattr(what, "request", None)
        return next((one for one in reversed(found) if one.request == request), found[-1])

    # --- what the client tells ----------------------------------------------------------------------------------------

    def begin(self, doubt: Doubt) -> None:
        """Store a trade before it is sent, so that nothing is lost if the program dies."""
        if self._store is not None:
            self._store.keep(doubt, is_under_way=True)

    def leave_open(self, doubt: Doubt, order_ids: tuple[int, ...] = ()) -> None:
        """The outcome is unknown: keep the record."""
        known = replace(doubt, order_ids=order_ids or doubt.order_ids)
        failed = None
        if self._store is not None:
            try:
                return self._store.keep(known, is_under_way=False)
            except (OSError, ValueError) as error:
                failed = error
        with self._lock:
            self._records[known.key] = known
        if failed is not None:
            log.error(
                "%s is in doubt, and the state file could not be written: %s", one_line(known.cl_ord_id or "-"), failed
            )

    def settle(self, doubt: Doubt) -> None:
        """The outcome is known: remove the record."""
        if self._store is not None:
            self._store.drop(doubt.key)
        with self._lock:
            self._records.pop(doubt.key, None)

    def _known(self, *, is_sure: bool = False) -> Mapping[str, Doubt]:
        """The records by key."""
        with self._lock:
            known = dict(self._records)
        return known if self._store is None else {**self._store.doubts(is_sure=is_sure), **known}
