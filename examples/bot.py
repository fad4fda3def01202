"""A bot that buys a dip with a bracket: a limit order whose fill brings a target and a stop, as one OSO.

It is careful with money: every order has a tag that is kept until its outcome is known, a new order is sent only while
nothing is in doubt, fills arrive over a socket that reconnects, and Ctrl-C cancels working orders.

    pip install "./generated[stream]"
    python examples/bot.py                     # on a fake service, in a second
    TRADOVATE_PASSWORD=... python examples/bot.py NAME    # on the demo environment
"""

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import AsyncIterator
from decimal import Decimal
from pathlib import Path

from tradovate_client import AsyncTradovate, errors, models
from tradovate_client.runtime.stream.tables import Change
from tradovate_client.testing import FakeService, FakeStream

SYMBOL, QUANTITY = "ESZ6", 1
DIP, TARGET, STOP = Decimal(5), Decimal(10), Decimal(5)
"""Points below the first price at which to buy; points from there to the target and to the stop."""


async def trade(api: AsyncTradovate, done: asyncio.Event) -> str:
    """One round: wait for a price, place the bracket, follow it to its end; returns how it ended."""
    account, user = (await api.account.list())[0], (await api.user.list())[0]
    async with api.stream(on_state=lambda state, why: print(f"stream: {state} {why}".rstrip())) as stream:
        await stream.sync([user.id])
        # What an earlier run left in doubt is settled before anything new is sent.
        for doubt in list(api.in_doubt):
            found = await api.order.reconcile(doubt, wait=30)
            print(f"{doubt.operation_id} [{doubt.cl_ord_id}]: {found.outcome}, {found.why}")
            if found.outcome == "unknown":
                return "an earlier order is in doubt; somebody has to look"
        quote = await anext(await stream.quotes(SYMBOL))
        last = quote.trade.price if quote.trade else None
        if last is None:
            return "there is no price"
        orders = stream.changes(models.Order)
        placed = await place(api, account.id, last - DIP)
        if placed is None:
            return "not placed"
        try:
            return await follow(placed, orders, done)
        finally:
            await cancel(api, [one.id for one in stream.orders.values() if str(one.ord_status) == "Working"])


async def place(api: AsyncTradovate, account: int, price: Decimal) -> models.PlaceOsoResult | None:
    """Place the bracket; None if it was refused. Raises if the outcome stays unknown."""
    target = models.RestrainedOrderVersion(action="Sell", order_type="Limit", price=price + TARGET)
    stop = models.RestrainedOrderVersion(action="Sell", order_type="Stop", stop_price=price - STOP)
    try:
        placed: models.PlaceOsoResult = await api.order.place_oso(
            account_id=account, action="Buy", symbol=SYMBOL, order_qty=QUANTITY, order_type="Limit", price=price,
            is_automated=True, bracket1=target, bracket2=stop,
        )  # fmt: skip
    except errors.OutcomeUnknown as unknown:
        # It may be there or not, so it must not be sent again before somebody has looked.
        found = await api.order.reconcile(unknown, wait=30)
        print(f"in doubt, then {found.outcome}: {found.why}")
        if found.outcome == "unknown":
            raise
        return models.PlaceOsoResult(order_id=found.order_ids[0]) if found.outcome == "placed" else None
    except errors.Rejected as refused:
        print(f"refused: {refused.reason}, {refused.advice}")
        return None
    else:
        print(f"placed {placed.order_id} at {price} [{placed.cl_ord_id}]")
        return placed


async def follow(
    placed: models.PlaceOsoResult, orders: AsyncIterator[Change[models.Order]], done: asyncio.Event
) -> str:
    """Wait until the bracket ends, or until the bot is told to stop."""
    entry = placed.order_id
    stopping = asyncio.ensure_future(done.wait())
    while True:
        change = asyncio.ensure_future(wait_for_one(orders))
        await asyncio.wait({change, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if stopping.done():
            change.cancel()
            return "stopped"
        order = change.result().new
        if order is None or str(order.ord_status) not in ("Filled", "Canceled", "Rejected", "Expired"):
            continue
        print(f"order {order.id} is {order.ord_status}")
        if order.id == entry and str(order.ord_status) != "Filled":
            return f"the entry is {order.ord_status}"
        if order.id != entry and order.parent_id == entry and str(order.ord_status) == "Filled":
            stopping.cancel()
            return "the target was reached" if order.id == placed.oso_1_id else "the stop was reached"


async def wait_for_one(orders: AsyncIterator[Change[models.Order]]) -> Change[models.Order]:
    """The next change."""
    return await anext(orders)


async def cancel(api: AsyncTradovate, numbers: list[int]) -> None:
    """Cancel the orders, whatever else goes wrong."""
    for number in numbers:
        with contextlib.suppress(errors.Rejected):
            await api.order.cancel_order(order_id=number, is_automated=True)
            print(f"canceled {number}")


async def on_the_fake() -> str:
    """One round on a fake service whose market falls, then rises."""
    service = FakeService()
    service.market.add_account()
    service.market.add_contract(SYMBOL)
    with FakeStream(service) as fake:
        fake.price(SYMBOL, 4000)
        async with AsyncTradovate(token="any", base_url=fake.url) as api:
            playing = asyncio.ensure_future(trade(api, asyncio.Event()))
            for price in (4000, 3995, 4000, 4005):
                while not service.entities("order"):
                    await asyncio.sleep(0.01)
                await asyncio.to_thread(fake.price, SYMBOL, price)
            return await playing


async def on_demo(name: str) -> str:
    """One round on the demo environment."""
    login = {"name": name, "password": os.environ["TRADOVATE_PASSWORD"], "appId": "bot", "appVersion": "1.0"}
    keys = {"cid": int(os.environ.get("TRADOVATE_CID", "0")), "sec": os.environ.get("TRADOVATE_SEC", "")}
    done = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGINT, done.set)
    # The file keeps token, budgets and doubts over a restart.
    state = Path.home() / ".tradovate-bot.json"
    credentials = models.AccessTokenRequest.from_dict({**login, **keys})
    async with AsyncTradovate(credentials=credentials, state=state, halt_on_doubt=True) as api:
        return await trade(api, done)


if __name__ == "__main__":
    print(asyncio.run(on_demo(sys.argv[1]) if len(sys.argv) > 1 else on_the_fake()))
