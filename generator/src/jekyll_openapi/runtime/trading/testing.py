"""A transport for tests: answers from the description, fails on demand, also with status 200."""

from __future__ import annotations

import json
from enum import Enum
from typing import Any

import httpx

from ..description import JSON_TYPE, Operation
from ..testing import ExampleTransport as Examples
from ..testing import Failure as Usual
from .facts import TradingDescription


class Failure(Enum):
    """Failures without an error status: no connection, no answer, a refusal with status 200."""

    DNS = Usual.DNS.value
    REFUSED = Usual.REFUSED.value
    TLS = Usual.TLS.value
    RESET = Usual.RESET.value
    TIMEOUT = Usual.TIMEOUT.value
    CUT = Usual.CUT.value
    HTML = Usual.HTML.value
    EMPTY = Usual.EMPTY.value
    REJECTED = "status 200 and a failure reason"
    VIOLATIONS = "status 200 and a list of violations"
    PENALTY = "status 200 and a time penalty"
    CAPTCHA = "status 200 and a time penalty that needs a human"


class ExampleTransport(Examples):
    """Answers every operation with an example from the description, unless told otherwise.

    Pass it as `transport` to a client. `requests` lists what the client sent.
    """

    description: TradingDescription

    def __init__(self, description: TradingDescription) -> None:
        super().__init__(description)
        names = description.facts.failures
        self.silent: frozenset[str] = frozenset({names.reason, names.flag, names.violations, *names.text})

    def example(self, operation: str) -> Any:
        """The default answer of an operation."""
        value, trade = super().example(operation), self.description.facts.trades.get(operation)
        if trade and isinstance(value, dict):
            # An answer to a trade says with its ids that it was done, also where no page lists them; no two are equal.
            value = {**dict.fromkeys(trade.ids, 1), **value}
            if len({str(value[name]) for name in trade.ids}) < len(trade.ids):
                value |= {name: number for number, name in enumerate(trade.ids, 1)}
        return value

    def example_for(self, operation: str, body: object) -> Any:
        """The default answer to a request with this body: the object in it is the one that was asked for."""
        value, trade, facts = (
            self.example(operation),
            self.description.facts.trades.get(operation),
            self.description.facts,
        )
        entity = value.get(trade.entity) if trade and isinstance(value, dict) else None
        if trade and isinstance(entity, dict) and isinstance(body, dict):
            same = {facts.account: facts.account, trade.entity_id: trade.order}
            entity |= {name: body[given] for name, given in same.items() if given in body}
        return value

    def _answer(self, operation: Operation, request: httpx.Request) -> httpx.Response:
        """The default response."""
        form = operation.content.form if operation.content else ""
        body = json.loads(request.content) if form == "json" and request.content else None
        return self._respond(operation, self.example_for(operation.id, body))

    def _fail(self, failure: Enum | int, request: httpx.Request) -> httpx.Response:
        """Raise or return the failure."""
        names, penalty = self.description.facts.failures, self.description.facts.penalty
        told: dict[str, object]
        match failure:
            case Failure.REJECTED:
                told = {names.reason: "UnknownReason", **dict.fromkeys(names.text[:1], "refused")}
            case Failure.VIOLATIONS:
                told = {names.violations: [{"description": "not like this"}]}
            case Failure.PENALTY | Failure.CAPTCHA:
                told = {penalty.ticket: "ticket", penalty.wait: 15, penalty.captcha: failure is Failure.CAPTCHA}
            case _:
                return super()._fail(failure, request)
        return httpx.Response(200, content=json.dumps(told), headers={"Content-Type": JSON_TYPE})
