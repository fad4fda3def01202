"""The rules of the fake exchange: what happens to orders when prices change.

- An order works as soon as it is placed. It fills completely or not at all; there are no partial fills.
- `Market` fills at the current price, or at the first one that is set.
- `Limit` fills at its price or better. `Stop` becomes a market order when the last price reaches `stopPrice`,
  `StopLimit` a limit order. `MIT` becomes a market order when the last price touches `price`. A trailing stop follows
  the last price at the distance `pegDifference` (or the distance it was placed at), then acts like its kind.
- A price that is not a multiple of the tick size is refused with `InvalidPrice`; then no leg of the order is created.
- A buyer pays the ask, a seller gets the bid; if one of them is not set, the last price is used.
- `IOC` and `FOK` end at once if they do not fill. `GTD` ends at `expireTime`. `Day` and `GTC` stay.
- OCO: when one leg fills, the other is canceled. Canceling one leg leaves the other.
- OSO: brackets are suspended until the order fills, then they work, as an OCO if there are two. They end with it.
- Each order, change and cancellation creates a Command with its tag, a CommandReport and an ExecutionReport; each fill
  a Fill, an ExecutionReport, a new Position and a CashBalance. Nothing is ever removed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from .fake_orders import STOPS, VERSION, ZERO, Entity, Live, Prices, Refusal, Watcher


class FakeMarket:
    """Accounts, contracts and orders of the fake exchange."""

    def __init__(self, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.now = now
        self.tables: dict[str, dict[int, Entity]] = {}
        """Entities by type and id, as the service sends them."""
        self.watchers: list[Watcher] = []
        self._live: dict[int, Live] = {}
        self._prices: dict[int, Prices] = {}
        self._next = 1000

    # --- what there is ------------------------------------------------------------------------------------------------

    def add_user(self, name: str = "trader") -> int:
        """Add a user; returns the id."""
        known = {"name": name, "email": f"{name}@example.com", "status": "Active", "professional": False}
        return self._create("user", known)

    def add_account(self, name: str = "DEMO1", cash: Decimal | int = 50_000, user: int | None = None) -> int:
        """Add an account with cash; returns the id."""
        owner = user if user is not None else next(iter(self.tables.get("user", {})), None) or self.add_user()
        kinds = {"accountType": "Customer", "marginAccountType": "Speculator", "legalStatus": "Individual"}
        ids = {"userId": owner, "clearingHouseId": 1, "riskCategoryId": 1, "autoLiqProfileId": 1}
        account = self._create("account", {"name": name, **ids, **kinds, "active": True, "readonly": False})
        self._create(
            "cashBalance", {"accountId": account, "currencyId": 1, "amount": Decimal(cash), "realizedPnL": ZERO}
        )
        return account

    def add_contract(self, name: str, tick_size: Decimal | str = "0.25", value_per_point: Decimal | int = 50) -> int:
        """Add a contract that can be traded; returns the id."""
        words = {"productType": "Futures", "status": "Verified", "priceFormatType": "Decimal", "priceFormat": 0}
        numbers = {"valuePerPoint": Decimal(value_per_point), "tickSize": Decimal(tick_size)}
        ids = {"currencyId": 1, "exchangeId": 1, "contractGroupId": 1}
        known = {"name": name[:-2] or name, "description": name, **ids, **words, **numbers}
        product = self._create("product", known, stamped=False)
        month = {"expirationMonth": 209912, "expirationDate": "2099-12-18T14:30:00Z", "isFront": True}
        maturity = self._create("contractMaturity", {"productId": product, **month}, stamped=False)
        contract = self._create("contract", {"name": name, "contractMaturityId": maturity}, stamped=False)
        self._prices[contract] = Prices()
        return contract

    def price(self, symbol: str, last: Any = None, *, bid: Any = None, ask: Any = None) -> None:
        """Set prices of a contract and fill the orders that they reach. What is not given stays."""
        contract = self._contract(symbol)
        known = self._prices[contract]
        fed = {name: value for name, value in (("last", last), ("bid", bid), ("ask", ask)) if value is not None}
        for name, value in {name: _price(value) for name, value in fed.items()}.items():
            setattr(known, name, value)
        for live in [one for one in self._live.values() if one.order["contractId"] == contract]:
            self._trail(live, known)
        self._settle()

    def prices(self, contract: int) -> Prices:
        """The current prices of a contract."""
        return self._prices[contract]

    # --- what callers ask for -----------------------------------------------------------------------------------------

    def place(self, body: Mapping[str, Any]) -> Entity:
        """Place one order."""
        self._require_prices(body, body)
        order = self._enter(body, body)
        self._settle()
        return {"orderId": order}

    def place_oco(self, body: Mapping[str, Any]) -> Entity:
        """Place two orders, of which one cancels the other."""
        self._require_prices(body, body, body["other"])
        order, other = self._enter(body, body), self._enter({**body, **self._leg(body["other"])}, body["other"])
        self._link(order, other)
        self._settle()
        return {"orderId": order, "ocoId": other}

    def place_oso(self, body: Mapping[str, Any]) -> Entity:
        """Place an order with one or two brackets that become active when it fills."""
        brackets = [body[name] for name in ("bracket1", "bracket2") if body.get(name)]
        self._require_prices(body, body, *brackets)
        order = self._enter(body, body)
        made = [self._enter({**body, **self._leg(one)}, one, parent=order) for one in brackets]
        if len(made) == 2:
            self._link(*made)
        self._live[order].children += made
        self._settle()
        return {"orderId": order, **{f"oso{index}Id": one for index, one in enumerate(made, 1)}}

    def cancel(self, body: Mapping[str, Any]) -> Entity:
        """Cancel a working order."""
        live = self._working(body["orderId"])
        command = self._command(live.order["id"], "Cancel", body)
        self._end(live, "Canceled", command)
        self._settle()
        return {"commandId": command}

    def modify(self, body: Mapping[str, Any]) -> Entity:
        """Change a working order."""
        live = self._working(body["orderId"])
        self._require_ticks(live.order["contractId"], body)
        command = self._command(live.order["id"], "Modify", body)
        changed = {name: body[name] for name in VERSION if body.get(name) is not None}
        number = self._create("orderVersion", {**_without(live.version, "id"), **changed}, stamped=False)
        live.version = self.tables["orderVersion"][number]
        live.distance = None
        self._report(live.order, command, "Replaced")
        self._settle()
        return {"commandId": command}

    def liquidate(self, body: Mapping[str, Any]) -> Entity:
        """Cancel the working orders of a contract and close the position at the market."""
        account, contract = body["accountId"], body["contractId"]
        for live in list(self._live.values()):
            if live.order["accountId"] == account and live.order["contractId"] == contract:
                self._end(live, "Canceled", self._command(live.order["id"], "Cancel", body))
        held = self._position(account, contract)["netPos"]
        if not held:
            return {}
        action = "Sell" if held > 0 else "Buy"
        order = {"accountId": account, "action": action, "orderQty": abs(held), "orderType": "Market"}
        name = self.tables["contract"][contract]["name"]
        return self.place({**body, **order, "symbol": name})

    # --- orders -------------------------------------------------------------------------------------------------------

    def _leg(self, leg: Mapping[str, Any]) -> Entity:
        """A leg's order: quantity of the first order, prices of its own."""
        blank = dict.fromkeys(("price", "stopPrice", "pegDifference", "timeInForce", "expireTime", "text", "clOrdId"))
        return {**blank, **leg}

    def _enter(self, body: Mapping[str, Any], tagged: Mapping[str, Any], parent: int | None = None) -> int:
        """Create an order with its command and version; returns its id."""
        account, contract = self._account(body), self._contract(body["symbol"])
        stated = {"accountId": account, "contractId": contract, "action": body["action"], "admin": False}
        if parent is not None:
            stated["parentId"] = parent
        order = self._create("order", {**stated, "ordStatus": "Suspended" if parent is not None else "Working"})
        version = {name: body[name] for name in VERSION if body.get(name) is not None}
        number = self._create("orderVersion", {"orderId": order, **version}, stamped=False)
        command = self._command(order, "New", {**body, "clOrdId": tagged.get("clOrdId")})
        entity = self.tables["order"][order]
        self._live[order] = Live(entity, self.tables["orderVersion"][number])
        self._trail(self._live[order], self._prices[contract])
        self._report(entity, command, "New")
        return order

    def _require_prices(self, body: Mapping[str, Any], *legs: Mapping[str, Any]) -> None:
        """Refuse prices off the tick size before any order is created."""
        self._account(body)
        self._require_ticks(self._contract(body["symbol"]), *legs)

    def _require_ticks(self, contract: int, *legs: Mapping[str, Any]) -> None:
        tick = Decimal(self._product(contract)["tickSize"])
        for value in (leg[name] for leg in legs for name in ("price", "stopPrice") if leg.get(name) is not None):
            if Decimal(value) % tick:
                raise Refusal("InvalidPrice", f"{value} is not a multiple of the tick size {tick}")

    def _link(self, one: int, other: int) -> None:
        for order, partner in ((one, other), (other, one)):
            self._update("order", order, {"ocoId": partner})

    def _command(self, order: int, kind: str, body: Mapping[str, Any]) -> int:
        """Create the command of a request, and its report; returns its id."""
        kept = {name: body[name] for name in ("clOrdId", "customTag50", "isAutomated") if body.get(name) is not None}
        stated = {"orderId": order, "commandType": kind, "commandStatus": "AtExecution", **kept}
        command = self._create("command", stated)
        self._create("commandReport", {"commandId": command, "commandStatus": "AtExecution"})
        return command

    def _report(self, order: Entity, command: int, kind: str, **more: Any) -> None:
        shared = {name: order[name] for name in ("accountId", "contractId", "action", "ordStatus")}
        stated = {"commandId": command, "orderId": order["id"], "name": str(order["id"]), "execType": kind, **shared}
        self._create("executionReport", {**stated, "tradeDate": self._trade_date(), **more})

    def _working(self, order: int) -> Live:
        """A working order; refuses if it has ended or does not exist."""
        if order not in self.tables.get("order", {}):
            raise Refusal("UnknownReason", f"there is no order {order}")
        if order not in self._live:
            raise Refusal("TooLate", f"the order is {self.tables['order'][order]['ordStatus']}")
        return self._live[order]

    def _end(self, live: Live, status: str, command: int | None = None) -> None:
        """End an order, and its brackets with it."""
        self._live.pop(live.order["id"], None)
        self._update("order", live.order["id"], {"ordStatus": status})
        if command is None:
            command = self._command(live.order["id"], "Cancel", {}) if status == "Canceled" else self._first(live)
        self._report(live.order, command, status)
        for child in live.children:
            if status != "Filled" and child in self._live:
                self._end(self._live[child], "Canceled")

    def _first(self, live: Live) -> int:
        commands = self.tables["command"].values()
        return int(next(one["id"] for one in commands if one["orderId"] == live.order["id"]))

    # --- prices meet orders -------------------------------------------------------------------------------------------

    def _settle(self) -> None:
        """Fill and end orders, oldest first, until nothing more happens."""
        while any(self._step(live) for live in list(self._live.values())):
            pass

    def _step(self, live: Live) -> bool:
        """Advance one order; returns whether anything happened."""
        version = live.version
        if live.order["id"] not in self._live or live.order["ordStatus"] == "Suspended":
            return False
        if version.get("timeInForce") == "GTD" and self._is_over(version.get("expireTime")):
            self._end(live, "Expired")
            return True
        known = self._prices[live.order["contractId"]]
        self._trigger(live, known)
        price = self._fill_price(live, known)
        if price is not None:
            self._fill(live, price)
            return True
        if version.get("timeInForce") in ("IOC", "FOK"):
            self._end(live, "Canceled")
            return True
        return False

    def _is_over(self, moment: str | None) -> bool:
        return bool(moment) and datetime.fromisoformat(str(moment)) <= self.now()

    def _trail(self, live: Live, known: Prices) -> None:
        """Move a trailing stop along with the last price."""
        version = live.version
        if not str(version["orderType"]).startswith("Trailing") or known.last is None:
            return
        if live.distance is None:
            peg = version.get("pegDifference")
            live.distance = (
                abs(Decimal(peg)) if peg else abs(known.last - Decimal(version.get("stopPrice", known.last)))
            )
        is_sell = live.order["action"] == "Sell"
        stop = known.last - live.distance if is_sell else known.last + live.distance
        had = version.get("stopPrice")
        version["stopPrice"] = stop if had is None else (max if is_sell else min)(Decimal(had), stop)

    def _trigger(self, live: Live, known: Prices) -> None:
        """Activate a stop or MIT order that the last price has reached."""
        version, last = live.version, known.last
        kind = version["orderType"]
        if live.is_triggered or last is None or kind not in (*STOPS, "MIT"):
            return
        mark = version.get("price" if kind == "MIT" else "stopPrice")
        if mark is None:
            return
        waits_for_rise = (live.order["action"] == "Buy") == (kind != "MIT")
        live.is_triggered = last >= Decimal(mark) if waits_for_rise else last <= Decimal(mark)

    def _fill_price(self, live: Live, known: Prices) -> Decimal | None:
        """The price at which the order fills now; None if it does not."""
        kind, limit = live.version["orderType"], live.version.get("price")
        market = known.of(live.order["action"])
        if market is None or (kind in (*STOPS, "MIT") and not live.is_triggered):
            return None
        if kind not in ("Limit", "StopLimit", "TrailingStopLimit") or limit is None:
            return market
        is_reached = market <= Decimal(limit) if live.order["action"] == "Buy" else market >= Decimal(limit)
        return market if is_reached else None

    def _fill(self, live: Live, price: Decimal) -> None:
        """Fill an order completely, cancel its OCO partner, activate its brackets."""
        order, quantity = live.order, int(live.version["orderQty"])
        stated = {"orderId": order["id"], "contractId": order["contractId"], "action": order["action"], "qty": quantity}
        more = {"price": price, "active": True, "finallyPaired": 0, "tradeDate": self._trade_date()}
        self._create("fill", {**stated, **more})
        self._end(live, "Filled")
        self._report(order, self._first(live), "Trade", cumQty=quantity, avgPx=price, lastQty=quantity, lastPx=price)
        self._book(order, quantity if order["action"] == "Buy" else -quantity, price)
        partner = self._live.get(order.get("ocoId", 0))
        if partner:
            self._end(partner, "Canceled")
        for child in live.children:
            if child in self._live:
                self._update("order", child, {"ordStatus": "Working"})

    # --- positions and money ------------------------------------------------------------------------------------------

    def _book(self, order: Entity, signed: int, price: Decimal) -> None:
        """Apply a fill to the position, and to the cash if it closes something."""
        position = self._position(order["accountId"], order["contractId"])
        held, average = position["netPos"], Decimal(position.get("netPrice", 0))
        closed = min(abs(held), abs(signed)) if held * signed < 0 else 0
        gain = (price - average) * closed * (1 if held > 0 else -1) * self._point(order["contractId"])
        now = held + signed
        if held * signed >= 0 and now:
            average = (average * abs(held) + price * abs(signed)) / abs(now)
        elif now * held <= 0:
            average = price if now else ZERO
        side = "bought" if signed > 0 else "sold"
        counted = {side: position[side] + abs(signed), f"{side}Value": position[f"{side}Value"] + abs(signed) * price}
        self._update("position", position["id"], {"netPos": now, "netPrice": average, **counted})
        if closed:
            cash = next(one for one in self.tables["cashBalance"].values() if one["accountId"] == order["accountId"])
            earned = {"amount": cash["amount"] + gain, "realizedPnL": cash["realizedPnL"] + gain}
            self._update("cashBalance", cash["id"], earned)

    def _position(self, account: int, contract: int) -> Entity:
        for one in self.tables.get("position", {}).values():
            if one["accountId"] == account and one["contractId"] == contract:
                return one
        zeros = dict.fromkeys(("boughtValue", "soldValue"), ZERO)
        counts = dict.fromkeys(("netPos", "bought", "sold", "prevPos"), 0)
        made = self._create("position", {"accountId": account, "contractId": contract, **counts, **zeros})
        return self.tables["position"][made]

    def _point(self, contract: int) -> Decimal:
        return Decimal(self._product(contract)["valuePerPoint"])

    def _product(self, contract: int) -> Entity:
        maturity = self.tables["contractMaturity"][self.tables["contract"][contract]["contractMaturityId"]]
        return self.tables["product"][maturity["productId"]]

    # --- the tables ---------------------------------------------------------------------------------------------------

    def _account(self, body: Mapping[str, Any]) -> int:
        accounts = self.tables.get("account", {})
        named = [one for one, entity in accounts.items() if entity["name"] == body.get("accountSpec")]
        found = body.get("accountId") or next(iter(named or accounts), None)
        if found not in accounts:
            raise Refusal("AccountClosed", f"there is no account {found}")
        return int(found)

    def _contract(self, symbol: object) -> int:
        for number, entity in self.tables.get("contract", {}).items():
            if symbol in (entity["name"], number):
                return number
        raise Refusal("InvalidContract", f"there is no contract {symbol}")

    def _trade_date(self) -> Entity:
        day = self.now()
        return {"year": day.year, "month": day.month, "day": day.day}

    def _create(self, kind: str, content: Entity, *, stamped: bool = True) -> int:
        self._next += 1
        entity = {"id": self._next, **content}
        if stamped:
            entity["timestamp"] = self.now().astimezone(UTC).isoformat().replace("+00:00", "Z")
        if kind in ("position", "cashBalance"):
            entity["tradeDate"] = self._trade_date()
        self.tables.setdefault(kind, {})[self._next] = entity
        self._tell(kind, "Created", entity)
        return self._next

    def _update(self, kind: str, number: int, changed: Entity) -> None:
        entity = self.tables[kind][number]
        entity.update(changed)
        self._tell(kind, "Updated", entity)

    def _tell(self, kind: str, event: str, entity: Entity) -> None:
        for watcher in self.watchers:
            watcher(kind, event, dict(entity))


def _price(value: Any) -> Decimal:
    try:
        price = Decimal(str(value))
    except ArithmeticError:
        raise ValueError(f"a price must be a finite number, got {value!r}") from None
    if not price.is_finite():
        raise ValueError(f"a price must be a finite number, got {value!r}")
    return price


def _without(entity: Mapping[str, Any], *names: str) -> Entity:
    return {name: value for name, value in entity.items() if name not in names}
