"""What the spec says about the service as a whole, under `x-client`: data, so that no module has to know a service."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, TypeVar

T = TypeVar("T")


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
class LockOut:
    """When the service has to be left alone, and how long where the answer does not say it."""

    statuses: tuple[int, ...] = ()
    seconds: float = 0


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """How a session is opened and kept open."""

    open: str
    """The operation that takes credentials and gives a token."""
    renew: str
    """The operation that takes a token and gives another."""
    token: str
    """The property of the answer that holds the token."""
    expires: str = ""
    """The property of the answer that says when the token ends."""
    lifetime: float = 3600
    renew_before: float = 300
    """How many seconds before its end a token is renewed."""
    budget_seconds: float = 3600
    open_budget: int = 5
    """How often a session may be opened in that time."""
    renew_budget: int = 15
    user: str = ""
    """The property of the credentials that says whose they are; all clients of one user share a lock-out."""
    check: str = ""
    """A read that anyone may do: it tells a dead token from a missing permission."""
    wrong_password: str = ""
    """A pattern of the text by which the service says that the credentials are wrong."""
    wrong_password_seconds: float = 3600
    """How long such credentials are not sent again."""


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
class Deprecated:
    """A public name that a release has taken away, and that is kept for those who still use it."""

    name: str
    """`order.place_oco`, `order.place_oco(stop_price)`, `models.Order`, `models.Order.ord_status`."""
    since: str
    """The version that took it away."""
    now: str = ""
    """The name to use; empty where nothing takes its place."""
    word: str = ""
    """What the API called it."""
    guessed: bool = False
    """A request would be sent on the conclusion that `now` means the same, so the old name only says what to use."""


@dataclass(frozen=True, slots=True)
class StreamFacts:
    """Where the sockets are, beside the servers."""

    path: str
    """Stands behind the base URL, whose scheme is `wss` for `https`."""
    market_data: str = ""
    """The socket for market data; the main one where it is not stated."""
    replay: str = ""


@dataclass(frozen=True, slots=True)
class ClientFacts:
    """`x-client` of the spec."""

    distribution: str
    package: str
    class_name: str
    plain: bool = False
    """The description says nothing of the service beyond what OpenAPI has words for."""
    default_environment: str = ""
    docs_url: str = ""
    """Where the pages can be opened, as `wording.link` reads it; empty where nobody says it."""
    tag: str = ""
    """The property by which a request can be found again."""
    account: str = ""
    """The property that names the account of a request."""
    secrets: tuple[str, ...] = ()
    """Properties that are never shown."""
    failures: Failures = field(default_factory=Failures)
    penalty: Penalty = field(default_factory=Penalty)
    lock_out: LockOut = field(default_factory=LockOut)
    session: SessionFacts | None = None
    trades: Mapping[str, Trade] = field(default_factory=dict)
    """By the id of the operation."""
    reconcile: Reconcile | None = None
    stream: StreamFacts | None = None
    failure_reasons: Mapping[str, Reason] = field(default_factory=dict)
    changes: tuple[str, ...] = ()
    """What the release changed, in Markdown."""
    deprecated: tuple[Deprecated, ...] = ()


def read_facts(data: Mapping[str, Any]) -> ClientFacts:
    """`x-client`, read; ValueError names a key that means nothing or is missing."""
    known = dict(data)
    parts: dict[str, object] = {
        "class_name": known.pop("class", ""),
        "failures": _read(Failures, known.pop("failures", {})),
        "penalty": _read(Penalty, known.pop("penalty", {})),
        "lock_out": _read(LockOut, known.pop("lock-out", {})),
        "session": _read(SessionFacts, known.pop("session")) if "session" in known else None,
        "reconcile": _read(Reconcile, known.pop("reconcile")) if "reconcile" in known else None,
        "stream": _read(StreamFacts, known.pop("stream")) if "stream" in known else None,
        "trades": {name: _read(Trade, one) for name, one in known.pop("trades", {}).items()},
        "deprecated": tuple(_read(Deprecated, one) for one in known.pop("deprecated", ())),
        "failure_reasons": {name: _read(Reason, one) for name, one in known.pop("failure-reasons", {}).items()},
    }
    return _read(ClientFacts, known, **parts)


def _read(kind: type[T], data: Mapping[str, Any], **more: object) -> T:
    """A record from a mapping whose keys are the field names with hyphens."""
    names = {one.name.replace("_", "-"): one.name for one in fields(kind)}  # type: ignore[arg-type]
    unknown = sorted(set(data) - set(names))
    if unknown:
        raise ValueError(f"x-client: {', '.join(unknown)} means nothing here")
    values = {names[key]: tuple(value) if isinstance(value, list) else value for key, value in data.items()}
    try:
        return kind(**{**values, **more})
    except TypeError as error:
        raise ValueError(f"x-client: {error}") from None
