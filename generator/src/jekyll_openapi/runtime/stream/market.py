"""Market data: one subscription per contract, shared by its readers and cancelled when the last one leaves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Context, Decimal
from typing import Any

from .tables import Reader

Row = Mapping[str, Any]
KINDS = {"quotes": "Quote", "doms": "DOM", "histograms": "Histogram"}
"""Lists in an event, each with the word that endpoints use for it."""
EXACT = Context(prec=60, traps=[])
"""What prices are computed in. A program may have set another precision for its own numbers, which would round them."""
MOST_QUOTES = 1
"""Quotes waiting for a reader at most: only the latest matters."""
MOST_BARS = 1_000_000
"""Bars or ticks waiting for a reader at most."""
MOST_KEPT = 20_000
"""Bars or ticks kept per chart, for later readers and to recognise repeats."""


@dataclass(frozen=True, slots=True)
class Price:
    """An entry of a quote; fields that were not sent are None."""

    price: Decimal | None
    size: Decimal | None


@dataclass(frozen=True, slots=True)
class Quote:
    """The quote of a contract at a moment."""

    contract_id: int | None
    timestamp: datetime | None
    bid: Price | None
    offer: Price | None
    trade: Price | None
    entries: Mapping[str, Price]
    """All entries by the service's names: `TotalTradeVolume`, `HighPrice`, ..."""
    raw: Row


@dataclass(frozen=True, slots=True)
class Depth:
    """The order book of a contract, best prices first."""

    contract_id: int | None
    timestamp: datetime | None
    bids: tuple[Price, ...]
    offers: tuple[Price, ...]
    raw: Row


@dataclass(frozen=True, slots=True)
class Histogram:
    """Volume traded at each price."""

    contract_id: int | None
    timestamp: datetime | None
    items: Mapping[Decimal, Decimal]
    """Volume by offset from the base price, in ticks."""
    raw: Row


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart."""

    timestamp: datetime | None
    open: Decimal | None
    high: Decimal | None
    low: Decimal | None
    close: Decimal | None
    up_volume: Decimal | None
    down_volume: Decimal | None
    raw: Row


@dataclass(frozen=True, slots=True)
class Tick:
    """A trade in a tick chart."""

    id: int | None
    timestamp: datetime
    price: Decimal
    size: Decimal | None
    bid: Decimal | None
    ask: Decimal | None
    bid_size: Decimal | None
    ask_size: Decimal | None


def read_quote(row: Row) -> Quote:
    """Parse a quote."""
    stated = row.get("entries")
    entries = {name: _price(one) for name, one in stated.items()} if isinstance(stated, Mapping) else {}
    shown = (entries.get("Bid"), entries.get("Offer"), entries.get("Trade"))
    return Quote(_whole(row.get("contractId")), read_time(row.get("timestamp")), *shown, entries, row)


def read_depth(row: Row) -> Depth:
    """Parse an order book."""
    bids, offers = (tuple(_price(one) for one in _rows(row.get(name))) for name in ("bids", "offers"))
    return Depth(_whole(row.get("contractId")), read_time(row.get("timestamp")), bids, offers, row)


def read_histogram(row: Row) -> Histogram:
    """Parse a histogram."""
    stated = row.get("items")
    items: dict[Decimal, Decimal] = {}
    for offset, volume in stated.items() if isinstance(stated, Mapping) else ():
        at, many = _number_of(offset), _number(volume)
        if at is not None and many is not None:
            items[at] = many
    return Histogram(_whole(row.get("contractId")), read_time(row.get("timestamp")), items, row)


READERS = {"quotes": read_quote, "doms": read_depth, "histograms": read_histogram}


def read_packet(packet: Row) -> Iterator[tuple[object, Bar | Tick]]:
    """Parse the bars or ticks of a chart packet; yields each with its identity, None if it has none."""
    for row in _rows(packet.get("bars")):
        names = ("open", "high", "low", "close", "upVolume", "downVolume")
        first, high, low, last, up, down = (_number(row.get(name)) for name in names)
        moment = read_time(row.get("timestamp"))
        yield moment, Bar(moment, first, high, low, last, up, down, row)
    base, since, size = (_number(packet.get(name)) for name in ("bp", "bt", "ts"))
    if base is None or since is None or size is None:
        return
    for row in _rows(packet.get("tks")):
        shift, after = _number(row.get("p")), _number(row.get("t"))
        if shift is None or after is None:
            continue
        below, above = (_number(row.get(name)) for name in ("b", "a"))
        moment = _moment(EXACT.add(since, after))
        if moment is None:
            continue
        number = _whole(row.get("id"))
        yield (
            number,
            Tick(
                id=number,
                timestamp=moment,
                price=_at(base, shift, size),
                size=_number(row.get("s")),
                bid=None if below is None else _at(base, below, size),
                ask=None if above is None else _at(base, above, size),
                bid_size=_number(row.get("bs")),
                ask_size=_number(row.get("as")),
            ),
        )


def _at(base: Decimal, shift: Decimal, size: Decimal) -> Decimal:
    """A price given in ticks."""
    return EXACT.multiply(EXACT.add(base, shift), size)


_BARS = {"m": "MinuteBar", "h": "MinuteBar", "d": "DailyBar", "t": "Tick"}


def chart_request(symbol: str | int, bars: str, history: int | datetime, *, with_histogram: bool) -> dict[str, Any]:
    """The request for a chart. `bars` is `5m`, `1h`, `1d` or `1t`; `history` a count or a start time."""
    matched = re.fullmatch(r"(\d{1,5})\s*([mhdt])", bars.strip().lower())
    if not matched or int(matched[1]) == 0:
        raise ValueError(f"bars is a number and m, h, d or t, such as '5m', not {bars!r}")
    size = int(matched[1]) * (60 if matched[2] == "h" else 1)
    kind = _BARS[matched[2]]
    description = {
        "underlyingType": kind,
        "elementSize": size,
        "elementSizeUnit": "UnderlyingUnits",
        "withHistogram": with_histogram,
    }
    if isinstance(history, datetime):
        if history.tzinfo is None:
            raise ValueError("history is a number of bars or a datetime with a time zone")
        span: dict[str, Any] = {"asFarAsTimestamp": history.astimezone(UTC).isoformat().replace("+00:00", "Z")}
    else:
        span = {"asMuchAsElements": history}
    return {"symbol": symbol, "chartDescription": description, "timeRange": span}


@dataclass(eq=False, slots=True)
class Subscription:
    """A subscription shared by its readers."""

    key: tuple[str, ...]
    request: Mapping[str, Any]
    contract_id: int | None = None
    ids: frozenset[int] = frozenset()
    """Of a chart: `historicalId` and `realtimeId`."""
    real_time: int | None = None
    readers: list[Reader[Any]] = field(default_factory=list)
    is_history_complete: bool = False
    kept: dict[object, Any] = field(default_factory=dict)
    """Items for later readers, by identity: of a chart all, of the others the latest."""

    @property
    def kind(self) -> str:
        """`quotes`, `doms`, `histograms` or `charts`."""
        return self.key[0]

    def name(self, answer: Row) -> None:
        """Store the ids of a chart, by which its packets come and it is cancelled."""
        ids = (answer.get("realtimeId"), answer.get("historicalId"), answer.get("subscriptionId"))
        known = [one for one in ids if isinstance(one, int)]
        self.ids, self.real_time = frozenset(known), known[0] if known else None
        self.is_history_complete = False

    def put(self, item: Any, at: object = None) -> None:
        """Pass an item to all readers, unless it equals the one kept under this identity."""
        if at is not None and self.kept.get(at) == item:
            return
        self.kept[at] = item
        if len(self.kept) > MOST_KEPT:
            del self.kept[next(iter(self.kept))]
        for reader in list(self.readers):
            reader.put(item)

    def fail(self, error: BaseException) -> None:
        """End the loops of all readers with an error."""
        for reader in list(self.readers):
            reader.fail(error)


def read_time(value: object) -> datetime | None:
    """Parse a date-time; None if it is not one."""
    try:
        found = datetime.fromisoformat(str(value))
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _moment(milliseconds: Decimal) -> datetime | None:
    """The date-time of milliseconds since 1970; None if out of range."""
    try:
        return datetime.fromtimestamp(float(milliseconds) / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _price(value: object) -> Price:
    row = value if isinstance(value, Mapping) else {}
    return Price(_number(row.get("price")), _number(row.get("size")))


def _rows(value: object) -> list[Row]:
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def _number(value: object) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | Decimal | float):
        return None
    return value if isinstance(value, Decimal) else Decimal(str(value))


def _number_of(text: object) -> Decimal | None:
    """A property name as a number; None if it is not one."""
    return Decimal(text) if isinstance(text, str) and re.fullmatch(r"-?\d{1,15}(\.\d{1,15})?", text) else None


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
