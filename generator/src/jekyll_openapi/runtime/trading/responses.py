"""What an answer means where a service takes orders: failures inside a success, and ids that say what was done."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

from ..effects import Call, Received
from ..errors import ApiError
from ..json_parser import read_json
from ..responses import Judge
from .facts import Trade, TradingDescription
from .failures import Contradiction, as_authentication, find_failure, ids_in, may_name


@dataclass(frozen=True, slots=True)
class TradingJudge(Judge):
    """Holds every answer against the spec and the service's ways to fail."""

    description: TradingDescription

    def _common(self, call: Call, received: Received) -> dict[str, Any]:
        """What every refusal carries."""
        with suppress(ValueError):
            return self._about(call, received, read_json(received.body))
        return self._about(call, received, None)

    def _about(self, call: Call, received: Received, value: Any) -> dict[str, Any]:
        """What a refusal carries that says this."""
        facts = self.description.facts
        trade = facts.trades.get(call.operation.id)
        names = (*facts.failures.order_ids, *(trade.ids if trade else ()))
        return {
            **Judge._common(self, call, received),
            "again": "look first" if may_name(value, names) else "no",
            "order_ids": ids_in(value, facts.failures.order_ids),
        }

    def _text(self, received: Received) -> str:
        """What the service says in words, where it does."""
        with suppress(ValueError):
            said = read_json(received.body)
            names = self.description.facts.failures.text
            texts = (said.get(name) for name in names) if isinstance(said, dict) else ()
            return next((self._clean(str(one)) for one in texts if one), "")
        return ""

    def _refusal(self, call: Call, received: Received, common: dict[str, Any]) -> ApiError | None:
        """The failure that the body of an error tells of."""
        try:
            answer = read_json(received.body)
        except ValueError:
            return None
        found = find_failure(answer, self.description.facts, self.secrets.mask, lambda: common, call.operation.is_read)
        return self._as_its_kind(call, found) if isinstance(found, ApiError) else None

    def _raise_failure(self, call: Call, received: Received, value: Any) -> None:
        """Raise the failure that a success is in truth, and where it does not say by its ids what was done."""
        facts = self.description.facts
        trade = facts.trades.get(call.operation.id)
        orders = ids_in(value, facts.failures.order_ids)
        common = partial(self._about, call, received, value)
        found = find_failure(value, facts, self.secrets.mask, common, call.operation.is_read)
        if isinstance(found, Contradiction):
            raise self._unreadable(call, received, self._clean(found.text), order_ids=orders)
        if found is not None:
            raise self._as_its_kind(call, found)
        Judge._raise_failure(self, call, received, value)
        if missing := [name for name in _wanted(call, trade) if not ids_in(value, (name,))]:
            text = f"it has no {' and no '.join(missing)}, so that it does not say what was done"
            raise self._unreadable(call, received, text, order_ids=orders)

    def _as_its_kind(self, call: Call, found: ApiError) -> ApiError:
        """The refusal, which of a login is one of the credentials."""
        return as_authentication(found) if call.operation.kind == "auth" else found


def _wanted(call: Call, trade: Trade | None) -> Iterator[str]:
    """The properties of the answer that have to hold an id: one for the request, one for each leg that it has."""
    if trade is None or not trade.ids:
        return
    yield trade.ids[0]
    body = call.body if isinstance(call.body, dict) else {}
    yield from (name for leg, name in zip(trade.legs, trade.ids[1:], strict=False) if body.get(leg))
