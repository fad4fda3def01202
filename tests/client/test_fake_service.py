"""The fake service remembers orders, fills them as prices change, and cancels their partners."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Context, Decimal, FloatOperation, Inexact, localcontext
from typing import Any

import httpx
import pytest

from tradovate_client import AsyncTradovate, Tradovate, errors
from tradovate_client.testing import Failure, FakeService

ORDER: dict[str, Any] = {"symbol": "ESZ6", "order_qty": 2, "is_automated": True}


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 1, 2, 15, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment


@pytest.fixture
def service() -> FakeService:
    made = FakeService()
    made.market.add_account("DEMO1", cash=50_000)
    made.market.add_contract("ESZ6", tick_size="0.25", value_per_point=50)
    return made


@pytest.fixture
def api(service: FakeService) -> Tradovate:
    """A strict client of the fake service."""
    return Tradovate(token="any", transport=service, responses="strict")


def account(api: Tradovate) -> int:
    return api.account.list()[0].id


def test_a_limit_order_rests_until_its_price_comes(service: FakeService, api: Tradovate) -> None:
    placed = api.order.place_order(account_id=account(api), action="Buy", order_type="Limit", price=4000, **ORDER)
    order = api.order.item(id=placed.order_id)
    assert order.ord_status == "Working"
    service.price("ESZ6", 4001)
    assert api.fill.list() == []
    service.price("ESZ6", 3999.75)
    [fill] = api.fill.list()
    assert (fill.price, fill.qty, fill.active) == (Decimal("3999.75"), 2, True)
    assert api.order.item(id=placed.order_id).ord_status == "Filled"
    [position] = api.position.list()
    assert (position.net_pos, position.net_price) == (2, Decimal("3999.75"))


def test_one_leg_of_an_oco_cancels_the_other_and_the_money_comes_in(service: FakeService, api: Tradovate) -> None:
    service.price("ESZ6", 4000)
    api.order.place_order(account_id=account(api), action="Buy", order_type="Market", **ORDER)
    placed = api.order.place_oco(
        account_id=account(api), action="Sell", order_type="Limit", price=4010, **ORDER,
        other={"action": "Sell", "orderType": "Stop", "stopPrice": 3990},
    )  # fmt: skip
    service.price("ESZ6", 4010.5)
    states = {one.id: str(one.ord_status) for one in api.order.list()}
    assert (states[placed.order_id], states[placed.oco_id]) == ("Filled", "Canceled")
    [position] = api.position.list()
    [cash] = api.cash_balance.list()
    assert (position.net_pos, cash.amount) == (0, 50_000 + Decimal("10.5") * 2 * 50)
    assert (position.bought, position.bought_value) == (2, 2 * Decimal(4000))
    assert (position.sold, position.sold_value) == (2, 2 * Decimal("4010.5"))


def test_brackets_begin_when_the_order_fills(service: FakeService, api: Tradovate) -> None:
    placed = api.order.place_oso(
        account_id=account(api), action="Buy", order_type="Limit", price=4000, **ORDER,
        bracket1={"action": "Sell", "orderType": "Limit", "price": 4010},
        bracket2={"action": "Sell", "orderType": "Stop", "stopPrice": 3990},
    )  # fmt: skip
    assert str(api.order.item(id=placed.oso_1_id).ord_status) == "Suspended"
    service.price("ESZ6", 4000)
    assert str(api.order.item(id=placed.oso_1_id).ord_status) == "Working"
    service.price("ESZ6", 3989)
    states = {one.id: str(one.ord_status) for one in api.order.list()}
    assert (states[placed.oso_1_id], states[placed.oso_2_id]) == ("Canceled", "Filled")


@pytest.mark.parametrize(
    ("action", "kind", "prices", "fed", "filled"),
    [
        ("Sell", "Stop", {"stop_price": 3990}, [4000, 3991, 3989], "3989"),
        ("Buy", "Stop", {"stop_price": 4010}, [4000, 4009, 4011], "4011"),
        ("Buy", "MIT", {"price": 3990}, [4000, 3991, 3990], "3990"),
        ("Sell", "MIT", {"price": 4010}, [4000, 4009, 4012], "4012"),
        ("Sell", "StopLimit", {"stop_price": 3990, "price": 3988}, [4000, 3987, 3989], "3989"),
        ("Sell", "TrailingStop", {"stop_price": 3990}, [4000, 4020, 4011, 4010], "4010"),
        ("Buy", "TrailingStop", {"stop_price": 4010}, [4000, 3980, 3989, 3990], "3990"),
    ],
)
def test_each_kind_of_order_fills_at_its_price(
    service: FakeService, api: Tradovate, action: Any, kind: Any, prices: dict[str, Any], fed: list[int], filled: str
) -> None:
    service.price("ESZ6", fed[0])
    api.order.place_order(account_id=account(api), action=action, order_type=kind, **prices, **ORDER)
    for price in fed[1:-1]:
        service.price("ESZ6", price)
        assert api.fill.list() == []
    service.price("ESZ6", fed[-1])
    assert [one.price for one in api.fill.list()] == [Decimal(filled)]


def test_a_price_between_two_ticks_is_refused_and_nothing_is_made(service: FakeService, api: Tradovate) -> None:
    limit: dict[str, Any] = {"account_id": account(api), "action": "Buy", "order_type": "Limit", **ORDER}
    odd: Any = {"action": "Sell", "orderType": "Stop", "stopPrice": Decimal("3989.9")}
    calls: list[Callable[[], object]] = [
        lambda: api.order.place_order(price=Decimal("3999.1"), **limit),
        lambda: api.order.place_oco(price=4000, other=odd, **limit),
        lambda: api.order.place_oso(price=4000, bracket1=odd, **limit),
    ]
    for call in calls:
        with pytest.raises(errors.Rejected, match=r"InvalidPrice.* is not a multiple of the tick size"):
            call()
    assert api.order.list() == []
    placed = api.order.place_order(price=4000, **limit)
    assert placed.order_id is not None
    with pytest.raises(errors.Rejected, match="InvalidPrice"):
        api.order.modify_order(
            order_id=placed.order_id, order_qty=2, order_type="Limit", price=Decimal("0.1"), is_automated=True
        )


@pytest.mark.parametrize("value", [float("nan"), "inf", "soon", None, True])
def test_what_is_no_price_is_not_fed(service: FakeService, value: Any) -> None:
    service.price("ESZ6", 4000)
    if value is not None:
        with pytest.raises(ValueError, match="a price must be a finite number, got"):
            service.price("ESZ6", bid=3999, last=value)
    else:
        service.price("ESZ6", value)
    contract = next(iter(service.market.tables["contract"]))
    known = service.market.prices(contract)
    assert (known.last, known.bid) == (Decimal(4000), None)


def test_what_a_test_asks_for_that_there_is_not(service: FakeService) -> None:
    with pytest.raises(ValueError, match=r"there is no contract NQZ6; add it with `market.add_contract`"):
        service.price("NQZ6", 1)
    with pytest.raises(ValueError, match="'Closed' is not a failure reason; known are AccountClosed, "):
        service.refuse("placeOrder", "Closed")


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"{", "Expecting"), (b'{"action": "Buy"}', "accountId"), (b"[]", "must be a mapping"), (b"", "Expecting")],
)
def test_a_caller_that_checks_nothing_is_told_what_is_wrong(service: FakeService, content: bytes, said: str) -> None:
    with service.serve() as url, httpx.Client(headers={"Authorization": "Bearer any"}) as client:
        answer = client.post(f"{url}/order/placeOrder", content=content)
        assert answer.status_code == 400
        assert said in answer.text
        assert client.get(f"{url}/order/list").json() == []


def test_canceling_and_changing(service: FakeService, api: Tradovate) -> None:
    placed = api.order.place_order(account_id=account(api), action="Buy", order_type="Limit", price=4000, **ORDER)
    api.order.modify_order(order_id=placed.order_id, order_qty=3, order_type="Limit", price=3990, is_automated=True)
    assert [one.price for one in api.order_version.list()] == [4000, 3990]
    api.order.cancel_order(order_id=placed.order_id, is_automated=True)
    with pytest.raises(errors.Rejected, match="TooLate"):
        api.order.cancel_order(order_id=placed.order_id, is_automated=True)
    kinds = [str(one.command_type) for one in api.command.list()]
    assert kinds == ["New", "Modify", "Cancel"]


def test_orders_that_do_not_wait(service: FakeService, api: Tradovate) -> None:
    placed = api.order.place_order(
        account_id=account(api), action="Buy", order_type="Limit", price=4000, time_in_force="IOC", **ORDER
    )
    assert str(api.order.item(id=placed.order_id).ord_status) == "Canceled"


def test_a_day_that_is_over() -> None:
    clock = Clock()
    service = FakeService(clock)
    service.market.add_account()
    service.market.add_contract("ESZ6")
    api = Tradovate(token="any", transport=service, responses="strict")
    ends = clock.moment + timedelta(hours=1)
    placed = api.order.place_order(
        account_id=account(api),
        action="Buy",
        order_type="Limit",
        price=1,
        time_in_force="GTD",
        expire_time=ends,
        **ORDER,
    )
    clock.moment += timedelta(hours=2)
    service.price("ESZ6", 5)
    assert str(api.order.item(id=placed.order_id).ord_status) == "Expired"


def test_an_answer_that_is_lost_can_be_reconciled(service: FakeService, api: Tradovate) -> None:
    service.lose_answer("placeOrder", Failure.RESET)
    with pytest.raises(errors.OutcomeUnknown) as caught:
        api.order.place_order(account_id=account(api), action="Buy", order_type="Limit", price=4000, **ORDER)
    assert len(service.entities("order")) == 1
    assert caught.value.cl_ord_id


def test_a_refusal_on_demand_and_a_session_that_was_dropped(service: FakeService) -> None:
    credentials = {"name": "trader", "password": "p", "appId": "a", "appVersion": "1", "cid": 1, "sec": "s"}
    with Tradovate(credentials=credentials, transport=service) as api:  # type: ignore[arg-type]
        number = account(api)
        service.drop_sessions()
        assert account(api) == number
        service.refuse("placeOrder", "MaxPosLimitReached")
        with pytest.raises(errors.Rejected, match="MaxPosLimitReached"):
            api.order.place_order(account_id=number, action="Buy", order_type="Market", **ORDER)
    assert service.entities("order") == []


def test_the_same_for_tasks_and_on_loopback(service: FakeService) -> None:
    async def trade(url: str | None) -> int:
        async with AsyncTradovate(token="any", transport=None if url else service, base_url=url) as api:
            first = (await api.account.list())[0]
            placed = await api.order.place_order(account_id=first.id, action="Buy", order_type="Market", **ORDER)
            return placed.order_id or 0

    assert asyncio.run(trade(None))
    with service.serve() as url:
        assert asyncio.run(trade(url))
    assert len(service.entities("order")) == 2


def test_prices_of_buyers_and_sellers(service: FakeService, api: Tradovate) -> None:
    service.price("ESZ6", bid="3999.75", ask="4000.25")
    api.order.place_order(account_id=account(api), action="Buy", order_type="Market", **ORDER)
    contract = api.contract.find(name="ESZ6")
    api.order.liquidate_position(account_id=account(api), contract_id=contract.id, admin=False)
    assert [one.price for one in api.fill.list()] == [Decimal("4000.25"), Decimal("3999.75")]


def test_money_is_counted_whatever_precision_a_program_has_set(service: FakeService, api: Tradovate) -> None:
    seen = []
    for context in (Context(prec=28), Context(prec=2, traps=[Inexact, FloatOperation])):
        with localcontext(context):
            number = service.market.add_account(cash=50_000)
            deals: list[tuple[Any, Any]] = [("Buy", Decimal("4000.25")), ("Buy", 4003.5), ("Sell", "4010.75")]
            for action, price in deals:
                service.price("ESZ6", price)
                api.order.place_order(account_id=number, action=action, order_type="Market", **ORDER)
        (position,) = (one for one in api.position.list() if one.account_id == number)
        (cash,) = (one for one in api.cash_balance.list() if one.account_id == number)
        seen.append((position.net_pos, position.net_price, cash.amount))
    assert seen[0] == seen[1] == (2, Decimal("4001.875"), Decimal("50887.5"))
