"""The market data subscriptions of a stream, renewed after each reconnection."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any

from .engine import Engine
from .errors import StreamError, StreamRefused
from .market import KINDS, READERS, Subscription, read_packet
from .tables import Reader

Message = Mapping[str, Any]


class MarketData:
    """The subscriptions of a stream."""

    def __init__(
        self,
        find_contract: Callable[[str], Awaitable[int | None]],
        engine: Callable[[], Awaitable[Engine]],
        current: Callable[[], Engine | None],
        content: Callable[[str, Message], Any],
    ) -> None:
        self._find_contract = find_contract
        self._engine, self._current = engine, current
        """`_engine` opens the connection if needed; `_current` returns it as it is."""
        self._content = content
        self._subscriptions: dict[tuple[str, ...], Subscription] = {}
        self._contracts: dict[str, int] = {}

    def fail(self, error: StreamError) -> None:
        """End every loop with an error."""
        for subscription in list(self._subscriptions.values()):
            subscription.fail(error)
        self._subscriptions.clear()

    async def rows(self, kind: str, symbol: str | int, most: int) -> Reader[Any]:
        """Iterate over quotes, order books or histograms. A contract is subscribed to once, by name or id."""
        contract = await self._contract(symbol)
        key = (kind, str(contract or symbol))
        others = [one for one in self._subscriptions.values() if one.kind == kind and one.contract_id is None]
        if contract is None and others and others[0].key != key:
            raise StreamError(
                f"{symbol}: no contract was found by this name, so that its {kind} could not be told from those of "
                f"{others[0].request['symbol']}; use its id"
            )
        return await self._subscribe(Subscription(key, {"symbol": symbol}, contract), most)

    async def chart(self, request: Mapping[str, Any], most: int) -> Reader[Any]:
        """Iterate over a chart; a later reader first gets what has already arrived."""
        return await self._subscribe(Subscription(("charts", json.dumps(request, sort_keys=True)), request), most)

    async def _contract(self, symbol: str | int) -> int | None:
        if isinstance(symbol, int):
            return symbol
        if symbol not in self._contracts and (found := await self._find_contract(symbol)) is not None:
            self._contracts[symbol] = found
        return self._contracts.get(symbol)

    async def _subscribe(self, new: Subscription, most: int) -> Reader[Any]:
        """Add a reader, subscribing if it is the first."""
        key = new.key
        subscription = self._subscriptions.get(key)
        reader: Reader[Any] = Reader(most, partial(self._leave, key), is_latest=key[0] != "charts")
        if subscription is None:
            subscription = self._subscriptions[key] = new
            subscription.readers.append(reader)
            try:
                await self._ask(subscription)
            except BaseException as error:
                # Others may have joined while the answer was on its way.
                is_ours = isinstance(error, StreamError)
                subscription.fail(error if is_ours else StreamError(f"{subscription.kind}: it was not subscribed to"))
                if self._subscriptions.get(key) is subscription:
                    del self._subscriptions[key]
                if not isinstance(error, StreamRefused):
                    self._take_back(subscription)
                raise
        else:
            subscription.readers.append(reader)
            for item in subscription.kept.values():
                reader.put(item)
        return reader

    async def _ask(self, subscription: Subscription) -> None:
        """Subscribe; raises StreamRefused, also for a refusal inside a status of 200."""
        engine = await self._engine()
        is_chart = subscription.kind == "charts"
        endpoint = "md/getChart" if is_chart else f"md/subscribe{KINDS[subscription.kind]}"

        def take(message: Message) -> None:
            # Packets of the chart may stand in the same frame.
            if is_chart and isinstance(answer := message.get("d"), Mapping):
                subscription.name(answer)
                if self._subscriptions.get(subscription.key) is not subscription:
                    # Nobody waits for it any more, and the service goes on until it is told.
                    self._take_back(subscription)

        content = self._content(endpoint, await engine.request(endpoint, "", subscription.request, take=take))
        answer = content if isinstance(content, Mapping) else {}
        if answer.get("mode") == "None" or answer.get("errorText"):
            text = str(answer.get("errorText") or "the symbol may not be seen")
            raise StreamRefused(endpoint, 200, text)

    def _leave(self, key: tuple[str, ...], reader: Reader[Any]) -> None:
        """Remove a reader; cancels the subscription with the last one."""
        subscription = self._subscriptions.get(key)
        if subscription is None or reader not in subscription.readers:
            return
        subscription.readers.remove(reader)
        if not subscription.readers:
            del self._subscriptions[key]
            self._take_back(subscription)

    def _take_back(self, subscription: Subscription) -> None:
        engine = self._current()
        if engine is not None and engine.state == "live":
            engine.spawn(self._unsubscribe(engine, subscription))

    async def _unsubscribe(self, engine: Engine, subscription: Subscription) -> None:
        if subscription.kind == "charts":
            if subscription.real_time is None:
                return
            endpoint: str = "md/cancelChart"
            body: Mapping[str, Any] = {"subscriptionId": subscription.real_time}
        else:
            if subscription.key in self._subscriptions:
                # Somebody has subscribed again meanwhile.
                return
            endpoint, body = f"md/unsubscribe{KINDS[subscription.kind]}", {"symbol": subscription.request["symbol"]}
        await engine.request(endpoint, "", body)

    def take_rows(self, content: Mapping[str, Any]) -> None:
        """Pass on quotes, order books and histograms."""
        for kind, read in READERS.items():
            listed = content.get(kind)
            subscriptions = [one for one in self._subscriptions.values() if one.kind == kind]
            for row in listed if isinstance(listed, list) else ():
                if isinstance(row, Mapping):
                    item = read(row)
                    for one in subscriptions:
                        if _is_about(row.get("contractId"), one, subscriptions):
                            one.put(item)

    def take_charts(self, content: Mapping[str, Any]) -> None:
        """Pass on chart packets."""
        listed = content.get("charts")
        for packet in listed if isinstance(listed, list) else ():
            if not isinstance(packet, Mapping):
                continue
            for one in [sub for sub in self._subscriptions.values() if packet.get("id") in sub.ids]:
                for at, item in read_packet(packet):
                    one.put(item, at)
                one.is_history_complete |= packet.get("eoh") is True

    async def restore(self) -> None:
        """Subscribe again over a new connection."""
        for key, subscription in list(self._subscriptions.items()):
            if self._subscriptions.get(key) is not subscription:
                continue
            try:
                await self._ask(subscription)
            except StreamRefused as error:
                if error.is_passing:
                    raise
                subscription.fail(error)
                if self._subscriptions.get(key) is subscription:
                    del self._subscriptions[key]
            else:
                if self._subscriptions.get(key) is not subscription:
                    # The last reader left while the answer was on its way.
                    self._take_back(subscription)


def _is_about(contract: object, subscription: Subscription, others: list[Subscription]) -> bool:
    """Whether a row belongs to the subscription: by its contract id, or because there is no other subscription."""
    if not isinstance(contract, int):
        return len(others) == 1
    if subscription.contract_id is not None:
        return contract == subscription.contract_id
    # No two subscriptions of a kind lack their contract.
    return all(one.contract_id != contract for one in others)
