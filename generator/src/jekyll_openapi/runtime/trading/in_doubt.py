"""What was sent and has no known outcome, kept until somebody finds out."""

from __future__ import annotations

import json
import logging
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, Protocol

from ..errors import OutcomeUnknown
from ..mutex import Mutex
from ..requests import PreparedRequest

log: logging.Logger = logging.getLogger(__package__)

OUTCOMES = ("placed", "not placed", "done", "not done")
"""What a person can say that became of a request."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One request that was sent and whose outcome is not known."""

    cl_ord_id: str | None
    """Its tag, None where the operation takes none."""
    operation_id: str
    account_id: int | None
    sent_at: datetime
    request: PreparedRequest = field(repr=False)
    """What was sent, without the token and with secrets masked."""
    order_ids: tuple[int, ...] = ()
    """Orders that an answer named, though it said nothing else that can be relied on."""
    key: str = field(default_factory=lambda: secrets.token_hex(8), repr=False)
    """What tells it from every other one."""

    @property
    def body(self) -> Mapping[str, Any]:
        """The body of the request in the types of JSON."""
        try:
            found = json.loads(self.request.content or b"{}")
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}

    def to_dict(self) -> dict[str, Any]:
        """The record in the types of JSON."""
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
        """The record again; ValueError where it is none."""
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
    """The time in UTC; ValueError where it has no zone."""
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError("sent_at has no time zone")
    return at.astimezone(UTC)


class Store(Protocol):
    """Where records are kept for other processes, and for after a restart."""

    def doubts(self) -> Mapping[str, Doubt]:
        """The records whose requests are not under way."""
        ...

    def keep(self, doubt: Doubt, *, is_under_way: bool) -> None:
        """Write a record, durably."""

    def drop(self, key: str) -> None:
        """Take a record out."""


class InDoubt:
    """The trades that were sent and have no known outcome, oldest first."""

    def __init__(self, store: Store | None = None) -> None:
        self._store = store
        self._records: dict[str, Doubt] = {}
        self._lock = Mutex()

    def __iter__(self) -> Iterator[Doubt]:
        return iter(sorted(self._known().values(), key=lambda one: one.sent_at))

    def __len__(self) -> int:
        return len(self._known())

    def __repr__(self) -> str:
        return f"InDoubt({list(self)})"

    def to_json(self) -> str:
        """The records as JSON, to be kept for another run; no secret is in them."""
        return json.dumps([one.to_dict() for one in self])

    def from_json(self, text: str | bytes) -> tuple[Doubt, ...]:
        """Take in what `to_json` gave; the records that were read. ValueError where it did not give this."""
        data = json.loads(text)
        if not isinstance(data, list):
            raise ValueError(f"expected a list of records as in_doubt.to_json() writes it, got {type(data).__name__}")
        return self.add(Doubt.from_dict(one) for one in data)

    def add(self, records: Iterable[Doubt]) -> tuple[Doubt, ...]:
        """Take in records of another client or run."""
        made = tuple(records)
        for one in made:
            self.leave_open(one)
        return made

    def resolve(self, record: Doubt | OutcomeUnknown | str, outcome: str) -> None:
        """Say what became of a request: `placed`, `not placed`, `done` or `not done`; it is in doubt no longer.

        `record` is one of these records, the error of the call, or the tag. KeyError where nothing of it is in doubt.
        """
        if outcome not in OUTCOMES:
            raise ValueError(f"outcome must be one of {', '.join(map(repr, OUTCOMES))}, got {outcome!r}")
        found = self.find(record)
        if found is None:
            raise KeyError(f"no request in doubt matches {getattr(record, 'cl_ord_id', record)!r}")
        self.settle(found)

    def find(self, what: object) -> Doubt | None:
        """The record of an error, of a tag or equal to a record; the newest where a tag has several."""
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
        return found[-1] if found and (tag is not None or sent_at is not None) else None

    # --- what the client tells ----------------------------------------------------------------------------------------

    def begin(self, doubt: Doubt) -> None:
        """The request is about to go out: written down before, so that nothing is lost if the program dies."""
        if self._store is not None:
            self._store.keep(doubt, is_under_way=True)

    def leave_open(self, doubt: Doubt, order_ids: tuple[int, ...] = ()) -> None:
        """Its outcome is not known."""
        known = replace(doubt, order_ids=order_ids or doubt.order_ids)
        if self._store is not None:
            try:
                return self._store.keep(known, is_under_way=False)
            except (OSError, ValueError) as error:
                log.error("%s is in doubt, and the state file could not be written: %s", known.cl_ord_id, error)
        with self._lock:
            self._records[known.key] = known

    def settle(self, doubt: Doubt) -> None:
        """Its outcome is known."""
        if self._store is not None:
            self._store.drop(doubt.key)
        with self._lock:
            self._records.pop(doubt.key, None)

    def _known(self) -> Mapping[str, Doubt]:
        """The records by their keys."""
        with self._lock:
            known = dict(self._records)
        return known if self._store is None else {**self._store.doubts(), **known}
