"""What the spec says of a service that takes orders, under `x-client`: data, so that no module knows a service."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from ..description import Description
from ..facts import ClientFacts, read_record


@dataclass(frozen=True, slots=True)
class Failures:
    """The properties by which an answer of status 200 says that the request failed."""

    reason: str = ""
    no_failure: tuple[str, ...] = ()
    """Values of `reason` that mean success."""
    text: tuple[str, ...] = ()
    """Properties that are filled only where something failed."""
    flag: str = ""
    """A boolean that is false where something failed."""
    violations: str = ""
    """A list that is filled only where something failed."""
    order_ids: tuple[str, ...] = ()
    """Properties that hold the id of an order; a refusal with one of them says that something may be live."""


@dataclass(frozen=True, slots=True)
class Penalty:
    """The properties by which an answer says that the request was put off."""

    ticket: str = ""
    """Goes into the body of the next request."""
    wait: str = ""
    """Seconds until then."""
    captcha: str = ""
    """True where a human is needed."""


@dataclass(frozen=True, slots=True)
class Trade:
    """What an operation that moves money does, and how its answer and its trace are read."""

    command: str
    """The kind of the command that it makes."""
    ids: tuple[str, ...] = ()
    """Properties of the answer that hold the id of what was made: of the first order, then of each leg."""
    legs: tuple[str, ...] = ()
    """Properties of the request that hold further orders."""
    order: str = ""
    """The property of the request that names the order acted on."""
    same: tuple[str, ...] = ()
    """Properties that the order has in common with the request."""
    places: bool = False
    """It makes an order; its outcome is `placed`, and not `done`."""
    protects: bool = False
    """It takes risk away: neither a doubt nor another operation's lock-out keeps it back."""
    ended: tuple[str, ...] = ()
    """States of the order by which it was carried out; where they are given, the order has to be in one of them."""
    failed: tuple[str, ...] = ()
    """States of the order by which it was not carried out."""


@dataclass(frozen=True, slots=True)
class Reconcile:
    """How one finds out what became of a request."""

    operation: str
    """Lists what the service did, each with its tag."""
    group: str = ""
    """The group of operations that gets the method."""
    status: str = ""
    done: tuple[str, ...] = ()
    """Values of `status` that mean that it was done."""
    refused: tuple[str, ...] = ()
    """Values of `status` that mean that it was not done."""
    id: str = "id"
    order: str = ""
    """The property that names the order of a command."""
    kind: str = ""
    """The property that says what the command does."""
    time: str = ""
    tolerance: float = 5
    """Seconds by which the clocks of service and client may differ."""
    recent: float = 3600
    """Seconds that a command may be old where the time of the request is not known."""
    order_operation: str = ""
    """Gives one order by its id."""
    order_status: str = ""
    """The property of an order that tells its state."""


@dataclass(frozen=True, slots=True)
class Reason:
    """What a documented failure reason means for trying again."""

    again: str = "look-first"
    """`no`, `later` or `look-first`."""
    advice: str = ""


@dataclass(frozen=True, slots=True)
class StreamFacts:
    """Where the sockets are, beside the servers."""

    path: str
    """Stands behind the base URL, whose scheme is `wss` for `https`."""
    market_data: str = ""
    """The socket for market data; the main one where it is not stated."""
    replay: str = ""


@dataclass(frozen=True, slots=True)
class TradingFacts(ClientFacts):
    """All of `x-client`."""

    tag: str = ""
    """The property by which a request can be found again."""
    account: str = ""
    """The property that names the account of a request."""
    failures: Failures = field(default_factory=Failures)
    penalty: Penalty = field(default_factory=Penalty)
    trades: Mapping[str, Trade] = field(default_factory=dict)
    """By the id of the operation."""
    reconcile: Reconcile | None = None
    failure_reasons: Mapping[str, Reason] = field(default_factory=dict)
    stream: StreamFacts | None = None
    unclassed: ClassVar[str] = "trade"

    @staticmethod
    def parts(known: dict[str, Any]) -> dict[str, object]:
        """What is a record of its own, taken out of the mapping."""
        return {
            **ClientFacts.parts(known),
            "failures": read_record(Failures, known.pop("failures", {})),
            "penalty": read_record(Penalty, known.pop("penalty", {})),
            "reconcile": read_record(Reconcile, known.pop("reconcile")) if "reconcile" in known else None,
            "stream": read_record(StreamFacts, known.pop("stream")) if "stream" in known else None,
            "trades": {name: read_record(Trade, one) for name, one in known.pop("trades", {}).items()},
            "failure_reasons": {
                name: read_record(Reason, one) for name, one in known.pop("failure-reasons", {}).items()
            },
        }


@dataclass(frozen=True)
class TradingDescription(Description):
    """The description of a service that takes orders."""

    facts: TradingFacts
    facts_of: ClassVar[type[TradingFacts]] = TradingFacts
