"""Requests whose answers are lost, for tests of reconciliation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from tests.client.conftest import Driver
from tests.client.desk import HANG_UP, Desk, use
from tests.client.sample import PLACE_OCO

CREDENTIALS = {"name": "n", "password": "the-password", "appId": "a", "appVersion": "1", "cid": 1, "sec": "the-secret"}
LEG = {"action": "Sell", "orderType": "Stop", "stopPrice": 4100.25}


@dataclass(frozen=True)
class Lost:
    """A request whose answer was lost, and the service's records of it."""

    desk: Desk
    body: Any

    @property
    def tag(self) -> str:
        return str(self.body["clOrdId"])

    def leg(self, name: str = "other") -> str:
        return str(self.body[name]["clOrdId"])

    def both(self, second: str = "AtExecution", first: str = "AtExecution", **more: Any) -> None:
        """Both orders of a pair."""
        self.desk.take(21, self.tag, status=first, **more)
        self.desk.take(22, self.leg(), status=second, **more)
        self.desk.orders[22]["action"] = "Sell"


def connect(driver: Driver, desk: Desk, **settings: Any) -> Any:
    """A client of the service."""
    return use(driver.client(desk.transport(), **settings), desk.clock)


def lose(driver: Driver, desk: Desk, name: str, make: Callable[[], Any]) -> tuple[Any, Lost]:
    """The error of a call whose answer was lost, and what went out."""
    desk.rules[name] = lambda seen: HANG_UP
    with pytest.raises(driver.package.errors.OutcomeUnknown) as caught:
        driver.do(make())
    del desk.rules[name]
    return caught.value, Lost(desk, desk.sent(name)[-1].body)


def own(**more: Any) -> dict[str, Any]:
    """An order whose tags are the caller's."""
    return {**PLACE_OCO, "cl_ord_id": "mine", "other": {**LEG, "clOrdId": "mine too"}, **more}


def bot(driver: Driver, desk: Desk, **settings: Any) -> Any:
    """A client with credentials, and a service whose tokens count."""
    desk.tokens = desk.tokens or set()
    return connect(driver, desk, **{"credentials": CREDENTIALS, **settings})


def ask(driver: Driver, client: Any) -> Any:
    """What a question gives or raises."""
    return attempt(driver, client.account.list)


def attempt(driver: Driver, call: Any, **given: Any) -> Any:
    """What a call gives or raises."""
    try:
        return driver.do(call(**given))
    except driver.package.errors.SampleError as error:
        return error
