"""`x-client` of a service that takes orders: facts as data, so that no module is written for one service."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from ..description import Description
from ..facts import ClientFacts, read_record


@dataclass(frozen=True, slots=True)
class Failures:
    """Properties by which an answer with status 200 reports a failure."""

    reason: str = ""
    no_failure: tuple[str, ...] = ()
    """Values of the `reason` property that mean success."""
    text: tuple[str, ...] = ()
    """Properties that hold a text only after a failure."""
    flag: str = ""
    """A boolean that is false after a failure."""
    violations: str = ""
    """A list that has items only after a failure."""
    order_ids: tuple[str, ...] = ()
    """Properties with an order's id; a refusal that has one may have left an order live."""


@dataclass(frozen=True, slots=True)
class Penalty:
    """Properties by which an answer reports a time penalty."""

    ticket: str = ""
    """To be sent in the body of the repeated request."""
    wait: str = ""
    """Seconds to wait before repeating."""
    captcha: str = ""
    """True if a human must solve a captcha."""


@dataclass(frozen=True, slots=True)
class Trade:
    """How an operation that moves money acts, and how to read its answer and find its command."""

    command: str = ""
    """Kind of the command that it creates, such as `New`; empty if that is not known."""
    ids: tuple[str, ...] = ()
    """Properties of the answer with the ids of what was created: the first order, then each leg."""
    entity: str = ""
    """Property of the answer with the object that was created or changed."""
    entity_id: str = "id"
    """Property of that object with its id."""
    legs: tuple[str, ...] = ()
    """Properties of the request that hold further orders."""
    order: str = ""
    """Property of the request with the id of the order, or of the entity, to act on."""
    same: tuple[str, ...] = ()
    """Properties that the order and the request share."""
    places: bool = False
    """It creates orders: its outcome is `placed`, otherwise `done`."""
    protects: bool = False
    """It reduces risk: trades in doubt and other operations' lock-outs do not stop it."""
    ended: tuple[str, ...] = ()
    """Order states that prove it was carried out. If stated, only these do."""
    failed: tuple[str, ...] = ()
    """Order states that prove it was not carried out."""


@dataclass(frozen=True, slots=True)
class Reconcile:
    """How to find out what became of a request."""

    operation: str
    """Operation id of the list of commands, each with its tag."""
    group: str = ""
    """Operation group that gets the `reconcile` method."""
    status: str = ""
    done: tuple[str, ...] = ()
    """Values of `status` that mean it was carried out."""
    refused: tuple[str, ...] = ()
    """Values of `status` that mean it was not."""
    id: str = "id"
    order: str = ""
    """Property of a command with its order's id."""
    kind: str = ""
    """Property of a command with its kind."""
    time: str = ""
    tolerance: float = 5
    """Seconds by which the clocks of service and client may differ."""
    recent: float = 3600
    """How many seconds old a command may be if the time of the request is unknown."""
    repeats: tuple[str, ...] = ()
    """Properties of a command that repeat those of its request."""
    order_operation: str = ""
    """Operation id that returns an order by its id."""
    order_status: str = ""
    """Property of an order with its state."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A documented failure reason: what it means for trying again."""

    again: str = "look-first"
    """`no`, `later` or `look-first`."""
    advice: str = ""


@dataclass(frozen=True, slots=True)
class StreamFacts:
    """Paths of the sockets."""

    path: str
    """Appended to the base URL, with `wss` for `https`."""
    market_data: str = ""
    """Path of the market data socket; the main one if not stated."""
    replay: str = ""


@dataclass(frozen=True, slots=True)
class TradingFacts(ClientFacts):
    """`x-client`, complete."""

    tag: str = ""
    """Property that carries the tag by which a request is found again."""
    account: str = ""
    """Property with the account of a request."""
    failures: Failures = field(default_factory=Failures)
    penalty: Penalty = field(default_factory=Penalty)
    trades: Mapping[str, Trade] = field(default_factory=dict)
    """By operation id."""
    reconcile: Reconcile | None = None
    failure_reasons: Mapping[str, Reason] = field(default_factory=dict)
    stream: StreamFacts | None = None
    unclassed: ClassVar[str] = "trade"

    @staticmethod
    def parts(known: dict[str, Any]) -> dict[str, object]:
        """Take nested records out of the mapping and parse them."""
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
