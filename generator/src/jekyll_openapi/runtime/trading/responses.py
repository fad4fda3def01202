"""Interprets answers of a service that takes orders: failures with status 200, ids of created orders."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

from ..effects import Call, Received
from ..errors import ApiError
from ..json_parser import read_json
from ..responses import ResponseHandler
from ..schemas import resolve
from .facts import Trade, TradingDescription
from .failures import Contradiction, as_authentication, find_failure, ids_in, is_id, may_name


@dataclass(frozen=True, slots=True)
class TradingResponseHandler(ResponseHandler):
    """Interprets answers by the description and the service's documented failures."""

    description: TradingDescription

    def _common(self, call: Call, received: Received) -> dict[str, Any]:
        """Arguments that every ApiError takes."""
        with suppress(ValueError):
            return self._about(call, received, read_json(received.body))
        # What cannot be read, or was cut, may name an order all the same.
        is_named = any(f'"{name}"'.encode() in received.body for name in self._id_names(call))
        return {**self._about(call, received, None), "again": "look first" if is_named else "no"}

    def _id_names(self, call: Call) -> tuple[str, ...]:
        """The properties by which an answer says what is there."""
        facts = self.description.facts
        trade = facts.trades.get(call.operation.id)
        entity = (trade.entity,) if trade and trade.entity else ()
        return (*facts.failures.order_ids, *(trade.ids if trade else ()), *entity)

    def _about(self, call: Call, received: Received, value: Any) -> dict[str, Any]:
        """Arguments for a refusal with this answer."""
        return {
            **ResponseHandler._common(self, call, received),
            "again": "look first" if may_name(value, self._id_names(call)) else "no",
            "order_ids": ids_in(value, self.description.facts.failures.order_ids),
        }

    def _text(self, received: Received) -> str:
        """The service's error message, if there is one."""
        with suppress(ValueError):
            said = read_json(received.body)
            names = self.description.facts.failures.text
            texts = (said.get(name) for name in names) if isinstance(said, dict) else ()
            return next((self._clean(str(one)) for one in texts if one), "")
        return ""

    def _refusal(self, call: Call, received: Received, common: dict[str, Any]) -> ApiError | None:
        """The failure that an error answer's body reports, if any."""
        try:
            answer = read_json(received.body)
        except ValueError:
            return None
        found = find_failure(answer, self.description.facts, self.secrets.mask, lambda: common, call.operation.is_read)
        return self._as_its_kind(call, found) if isinstance(found, ApiError) else None

    def _raise_failure(self, call: Call, received: Received, value: Any) -> None:
        """Raise the failure that a success reports, or an error if it lacks the ids of what was created."""
        facts = self.description.facts
        trade = facts.trades.get(call.operation.id)
        orders = partial(ids_in, value, facts.failures.order_ids)
        common = partial(self._about, call, received, value)
        found = find_failure(value, facts, self.secrets.mask, common, call.operation.is_read)
        if isinstance(found, Contradiction):
            raise self._unreadable(call, received, self._clean(found.text), order_ids=orders())
        if found is not None:
            raise self._as_its_kind(call, found)
        ResponseHandler._raise_failure(self, call, received, value)
        given = value if isinstance(value, dict) else {}
        wanted = tuple(_wanted(call, trade))
        if missing := [name for name in wanted if not is_id(given.get(name))]:
            lacks = (f"its {name} is no id" if given.get(name) else f"it has no {name}" for name in missing)
            text = f"{' and '.join(lacks)}, so that it does not say what was done"
            raise self._unreadable(call, received, text, order_ids=orders())
        if len(ids_in(value, wanted)) < len(wanted):
            text = f"its {' and '.join(wanted)} do not differ, so that it does not name each order"
            raise self._unreadable(call, received, text, order_ids=orders())
        if other := self._of_another(call, value, trade):
            raise self._unreadable(
                call, received, f"its {other} is another than that of the request", order_ids=orders()
            )
        if self._says_nothing(call, received, value):
            raise self._unreadable(call, received, "it says nothing of what was done", order_ids=orders())
        if trade and trade.entity and not is_id(_entity(value, trade).get(trade.entity_id)):
            text = f"its {trade.entity} has no {trade.entity_id}, so that it does not say what was done"
            raise self._unreadable(call, received, text, order_ids=orders())

    def _of_another(self, call: Call, value: Any, trade: Trade | None) -> str:
        """The property that shows that the answer belongs to another request: a tag, account or id; else empty."""
        facts, asked = self.description.facts, call.body if isinstance(call.body, dict) else {}
        if call.operation.kind != "trade" or not isinstance(value, dict):
            return ""
        same = {name: name for name in (facts.tag, facts.account)}
        pairs: list[tuple[str, Mapping[str, Any], Mapping[str, str]]] = [("", value, same)]
        if trade and trade.entity:
            pairs.append((f"{trade.entity}.", _entity(value, trade), {**same, trade.entity_id: trade.order}))
        both = (
            (place + name, said.get(name), asked.get(given))
            for place, said, same in pairs
            for name, given in same.items()
        )
        return next((name for name, said, given in both if said and given and str(said) != str(given)), "")

    def _says_nothing(self, call: Call, received: Received, value: Any) -> bool:
        """Whether nothing that a success may say stands in the answer to a change, as in `{}`."""
        failures, content = self.description.facts.failures, call.operation.answer_of(received.status)
        # Where no failure can come with a success status, the status says enough.
        if call.operation.kind not in ("trade", "write") or not failures.text:
            return False
        if content is None or not isinstance(value, dict):
            return False
        stated = resolve(content.schema, self.description.schemas).get("properties", {})
        said = [name for name in stated if name not in (*failures.text, failures.violations)]
        return bool(stated) and all(value.get(name) in (None, "", {}, []) for name in said)

    def _as_its_kind(self, call: Call, found: ApiError) -> ApiError:
        """The refusal; of a login as an AuthenticationError."""
        return as_authentication(found) if call.operation.kind == "auth" else found


def _entity(value: Mapping[str, Any], trade: Trade) -> Mapping[str, Any]:
    """The object that the answer says was created or changed; empty if there is none."""
    found = value.get(trade.entity)
    return found if isinstance(found, dict) else {}


def _wanted(call: Call, trade: Trade | None) -> Iterator[str]:
    """Properties of the answer that must hold an id: one for the request, one per leg that it has."""
    if trade is None or not trade.ids:
        return
    yield trade.ids[0]
    body = call.body if isinstance(call.body, dict) else {}
    yield from (name for leg, name in zip(trade.legs, trade.ids[1:], strict=False) if body.get(leg))
