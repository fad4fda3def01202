"""The clients: start here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING, Literal

import httpx

from .runtime import base_client, groups, secrets
from .runtime.trading import async_client
from .runtime.trading import base_client as trading

if TYPE_CHECKING:
    from . import models
    from .groups.account import AsyncAccountGroup, AsyncRawAccountGroup
    from .groups.account_risk_status import AsyncAccountRiskStatusGroup, AsyncRawAccountRiskStatusGroup
    from .groups.auth import AsyncAuthGroup, AsyncRawAuthGroup
    from .groups.cash_balance import AsyncCashBalanceGroup, AsyncRawCashBalanceGroup
    from .groups.cash_balance_log import AsyncCashBalanceLogGroup, AsyncRawCashBalanceLogGroup
    from .groups.command import AsyncCommandGroup, AsyncRawCommandGroup
    from .groups.command_report import AsyncCommandReportGroup, AsyncRawCommandReportGroup
    from .groups.contract import AsyncContractGroup, AsyncRawContractGroup
    from .groups.contract_maturity import AsyncContractMaturityGroup, AsyncRawContractMaturityGroup
    from .groups.currency import AsyncCurrencyGroup, AsyncRawCurrencyGroup
    from .groups.execution_report import AsyncExecutionReportGroup, AsyncRawExecutionReportGroup
    from .groups.fill import AsyncFillGroup, AsyncRawFillGroup
    from .groups.fill_pair import AsyncFillPairGroup, AsyncRawFillPairGroup
    from .groups.fund_transaction import AsyncFundTransactionGroup, AsyncRawFundTransactionGroup
    from .groups.margin_snapshot import AsyncMarginSnapshotGroup, AsyncRawMarginSnapshotGroup
    from .groups.order import AsyncOrderGroup, AsyncRawOrderGroup
    from .groups.order_strategy import AsyncOrderStrategyGroup, AsyncRawOrderStrategyGroup
    from .groups.order_version import AsyncOrderVersionGroup, AsyncRawOrderVersionGroup
    from .groups.position import AsyncPositionGroup, AsyncRawPositionGroup
    from .groups.product import AsyncProductGroup, AsyncRawProductGroup
    from .groups.trading_permission import AsyncRawTradingPermissionGroup, AsyncTradingPermissionGroup
    from .groups.user import AsyncRawUserGroup, AsyncUserGroup
    from .runtime.state import StatePath
    from .runtime.stream.engine import State
    from .runtime.trading.in_doubt import Doubt
    from .shapes import AccessTokenRequestDict
    from .streams import AsyncStream


class AsyncTradovate(async_client.AsyncTrader):
    """Every operation as a method, for tasks of an event loop. Each group of
    operations is an attribute.
    """

    def __init__(
        self,
        *,
        environment: Literal["demo", "live"] = "demo",
        credentials: models.AccessTokenRequest | AccessTokenRequestDict | None = None,
        token: str | None = None,
        base_url: str | None = None,
        timeouts: base_client.Timeouts | None = None,
        responses: Literal["lenient", "strict"] = "lenient",
        halt_on_doubt: bool = False,
        state: StatePath | None = None,
        in_doubt: str | bytes | Iterable[Doubt] = (),
        transport: httpx.AsyncBaseTransport | Literal["socket"] | None = None,
    ) -> None:
        """A client for one environment, by default `demo`.

        Args:
            environment: The servers to use, by name.
            credentials: Login data. A session is opened at the first call and
                renewed before it expires.
            token: A token from elsewhere, instead of credentials; it is neither
                renewed nor replaced.
            base_url: Address on this machine to use instead of the
                environment's, such as a mock server.
            timeouts: Time limits in seconds, per step and per call.
            responses: `strict` raises if an answer differs from the
                description; `lenient` keeps and counts the difference.
            halt_on_doubt: Send no new trade while the outcome of an earlier one
                is unknown, except what cancels or liquidates.
            state: A file that processes with this login share: token, budgets,
                lock-outs and trades in doubt.
            in_doubt: Trades in doubt from an earlier run, as
                `in_doubt.to_json()` returned them.
            transport: The httpx transport for all requests, for tests and
                proxies. `'socket'` sends all but logins over one socket.
        """
        given = secrets.Hidden(
            partial(
                trading.TradingSettings,
                environment=environment,
                credentials=credentials,
                token=token,
                base_url=base_url,
                timeouts=timeouts,
                responses=responses,
                halt_on_doubt=halt_on_doubt,
                state=state,
                in_doubt=in_doubt,
            )
        )
        del credentials, token, in_doubt
        settings = base_client.settings_of(given)
        from ._package import PACKAGE

        super().__init__(PACKAGE.description, settings, None if transport == "socket" else transport)
        if transport == "socket":
            from .runtime.stream.opening import own_socket

            own_socket(self)

    @cached_property
    def account(self) -> AsyncAccountGroup:
        """The operations under /account."""
        from .groups.account import AsyncAccountGroup

        return AsyncAccountGroup(self)

    @cached_property
    def account_risk_status(self) -> AsyncAccountRiskStatusGroup:
        """The operations under /accountRiskStatus."""
        from .groups.account_risk_status import AsyncAccountRiskStatusGroup

        return AsyncAccountRiskStatusGroup(self)

    @cached_property
    def auth(self) -> AsyncAuthGroup:
        """The operations under /auth."""
        from .groups.auth import AsyncAuthGroup

        return AsyncAuthGroup(self)

    @cached_property
    def cash_balance(self) -> AsyncCashBalanceGroup:
        """The operations under /cashBalance."""
        from .groups.cash_balance import AsyncCashBalanceGroup

        return AsyncCashBalanceGroup(self)

    @cached_property
    def cash_balance_log(self) -> AsyncCashBalanceLogGroup:
        """The operations under /cashBalanceLog."""
        from .groups.cash_balance_log import AsyncCashBalanceLogGroup

        return AsyncCashBalanceLogGroup(self)

    @cached_property
    def command(self) -> AsyncCommandGroup:
        """The operations under /command."""
        from .groups.command import AsyncCommandGroup

        return AsyncCommandGroup(self)

    @cached_property
    def command_report(self) -> AsyncCommandReportGroup:
        """The operations under /commandReport."""
        from .groups.command_report import AsyncCommandReportGroup

        return AsyncCommandReportGroup(self)

    @cached_property
    def contract(self) -> AsyncContractGroup:
        """The operations under /contract."""
        from .groups.contract import AsyncContractGroup

        return AsyncContractGroup(self)

    @cached_property
    def contract_maturity(self) -> AsyncContractMaturityGroup:
        """The operations under /contractMaturity."""
        from .groups.contract_maturity import AsyncContractMaturityGroup

        return AsyncContractMaturityGroup(self)

    @cached_property
    def currency(self) -> AsyncCurrencyGroup:
        """The operations under /currency."""
        from .groups.currency import AsyncCurrencyGroup

        return AsyncCurrencyGroup(self)

    @cached_property
    def execution_report(self) -> AsyncExecutionReportGroup:
        """The operations under /executionReport."""
        from .groups.execution_report import AsyncExecutionReportGroup

        return AsyncExecutionReportGroup(self)

    @cached_property
    def fill(self) -> AsyncFillGroup:
        """The operations under /fill."""
        from .groups.fill import AsyncFillGroup

        return AsyncFillGroup(self)

    @cached_property
    def fill_pair(self) -> AsyncFillPairGroup:
        """The operations under /fillPair."""
        from .groups.fill_pair import AsyncFillPairGroup

        return AsyncFillPairGroup(self)

    @cached_property
    def fund_transaction(self) -> AsyncFundTransactionGroup:
        """The operations under /fundTransaction."""
        from .groups.fund_transaction import AsyncFundTransactionGroup

        return AsyncFundTransactionGroup(self)

    @cached_property
    def margin_snapshot(self) -> AsyncMarginSnapshotGroup:
        """The operations under /marginSnapshot."""
        from .groups.margin_snapshot import AsyncMarginSnapshotGroup

        return AsyncMarginSnapshotGroup(self)

    @cached_property
    def order(self) -> AsyncOrderGroup:
        """The operations under /order."""
        from .groups.order import AsyncOrderGroup

        return AsyncOrderGroup(self)

    @cached_property
    def order_strategy(self) -> AsyncOrderStrategyGroup:
        """The operations under /orderStrategy."""
        from .groups.order_strategy import AsyncOrderStrategyGroup

        return AsyncOrderStrategyGroup(self)

    @cached_property
    def order_version(self) -> AsyncOrderVersionGroup:
        """The operations under /orderVersion."""
        from .groups.order_version import AsyncOrderVersionGroup

        return AsyncOrderVersionGroup(self)

    @cached_property
    def position(self) -> AsyncPositionGroup:
        """The operations under /position."""
        from .groups.position import AsyncPositionGroup

        return AsyncPositionGroup(self)

    @cached_property
    def product(self) -> AsyncProductGroup:
        """The operations under /product."""
        from .groups.product import AsyncProductGroup

        return AsyncProductGroup(self)

    @cached_property
    def trading_permission(self) -> AsyncTradingPermissionGroup:
        """The operations under /tradingPermission."""
        from .groups.trading_permission import AsyncTradingPermissionGroup

        return AsyncTradingPermissionGroup(self)

    @cached_property
    def user(self) -> AsyncUserGroup:
        """The operations under /user."""
        from .groups.user import AsyncUserGroup

        return AsyncUserGroup(self)

    @cached_property
    def raw(self) -> AsyncRawTradovate:
        """The same methods, returning status, headers, body, time taken and the
        parsed model.
        """
        return AsyncRawTradovate(self)

    def stream(self, *, on_state: Callable[[State, str], None] | None = None) -> AsyncStream:
        """A live connection: `async with api.stream() as stream`. Needs the extra
        `stream`.

        Args:
            on_state: Told of each change: `live`, `reconnecting` or `closed`,
                and why.
        """
        from .streams import AsyncStream

        return AsyncStream(self, on_state=on_state)

    def replay(
        self,
        start: datetime,
        *,
        speed: int = 400,
        balance: float | None = None,
        on_state: Callable[[State, str], None] | None = None,
    ) -> AsyncStream:
        """A live connection to a replay of the market: `async with
        api.replay(start) as stream`.

        Args:
            start: The moment at which it begins, with a time zone.
            speed: Percent of the real speed, 0 to 400.
            balance: Cash of the account of the session.
            on_state: Told of each change of the connection.
        """
        from .runtime.stream.replay import replay_request
        from .streams import AsyncStream

        return AsyncStream(self, on_state=on_state, replay=replay_request(start, speed, balance))


class AsyncRawTradovate(groups.AsyncGroup):
    """Every operation as a method that returns the whole answer."""

    @cached_property
    def account(self) -> AsyncRawAccountGroup:
        """The operations under /account."""
        from .groups.account import AsyncRawAccountGroup

        return AsyncRawAccountGroup(self._client)

    @cached_property
    def account_risk_status(self) -> AsyncRawAccountRiskStatusGroup:
        """The operations under /accountRiskStatus."""
        from .groups.account_risk_status import AsyncRawAccountRiskStatusGroup

        return AsyncRawAccountRiskStatusGroup(self._client)

    @cached_property
    def auth(self) -> AsyncRawAuthGroup:
        """The operations under /auth."""
        from .groups.auth import AsyncRawAuthGroup

        return AsyncRawAuthGroup(self._client)

    @cached_property
    def cash_balance(self) -> AsyncRawCashBalanceGroup:
        """The operations under /cashBalance."""
        from .groups.cash_balance import AsyncRawCashBalanceGroup

        return AsyncRawCashBalanceGroup(self._client)

    @cached_property
    def cash_balance_log(self) -> AsyncRawCashBalanceLogGroup:
        """The operations under /cashBalanceLog."""
        from .groups.cash_balance_log import AsyncRawCashBalanceLogGroup

        return AsyncRawCashBalanceLogGroup(self._client)

    @cached_property
    def command(self) -> AsyncRawCommandGroup:
        """The operations under /command."""
        from .groups.command import AsyncRawCommandGroup

        return AsyncRawCommandGroup(self._client)

    @cached_property
    def command_report(self) -> AsyncRawCommandReportGroup:
        """The operations under /commandReport."""
        from .groups.command_report import AsyncRawCommandReportGroup

        return AsyncRawCommandReportGroup(self._client)

    @cached_property
    def contract(self) -> AsyncRawContractGroup:
        """The operations under /contract."""
        from .groups.contract import AsyncRawContractGroup

        return AsyncRawContractGroup(self._client)

    @cached_property
    def contract_maturity(self) -> AsyncRawContractMaturityGroup:
        """The operations under /contractMaturity."""
        from .groups.contract_maturity import AsyncRawContractMaturityGroup

        return AsyncRawContractMaturityGroup(self._client)

    @cached_property
    def currency(self) -> AsyncRawCurrencyGroup:
        """The operations under /currency."""
        from .groups.currency import AsyncRawCurrencyGroup

        return AsyncRawCurrencyGroup(self._client)

    @cached_property
    def execution_report(self) -> AsyncRawExecutionReportGroup:
        """The operations under /executionReport."""
        from .groups.execution_report import AsyncRawExecutionReportGroup

        return AsyncRawExecutionReportGroup(self._client)

    @cached_property
    def fill(self) -> AsyncRawFillGroup:
        """The operations under /fill."""
        from .groups.fill import AsyncRawFillGroup

        return AsyncRawFillGroup(self._client)

    @cached_property
    def fill_pair(self) -> AsyncRawFillPairGroup:
        """The operations under /fillPair."""
        from .groups.fill_pair import AsyncRawFillPairGroup

        return AsyncRawFillPairGroup(self._client)

    @cached_property
    def fund_transaction(self) -> AsyncRawFundTransactionGroup:
        """The operations under /fundTransaction."""
        from .groups.fund_transaction import AsyncRawFundTransactionGroup

        return AsyncRawFundTransactionGroup(self._client)

    @cached_property
    def margin_snapshot(self) -> AsyncRawMarginSnapshotGroup:
        """The operations under /marginSnapshot."""
        from .groups.margin_snapshot import AsyncRawMarginSnapshotGroup

        return AsyncRawMarginSnapshotGroup(self._client)

    @cached_property
    def order(self) -> AsyncRawOrderGroup:
        """The operations under /order."""
        from .groups.order import AsyncRawOrderGroup

        return AsyncRawOrderGroup(self._client)

    @cached_property
    def order_strategy(self) -> AsyncRawOrderStrategyGroup:
        """The operations under /orderStrategy."""
        from .groups.order_strategy import AsyncRawOrderStrategyGroup

        return AsyncRawOrderStrategyGroup(self._client)

    @cached_property
    def order_version(self) -> AsyncRawOrderVersionGroup:
        """The operations under /orderVersion."""
        from .groups.order_version import AsyncRawOrderVersionGroup

        return AsyncRawOrderVersionGroup(self._client)

    @cached_property
    def position(self) -> AsyncRawPositionGroup:
        """The operations under /position."""
        from .groups.position import AsyncRawPositionGroup

        return AsyncRawPositionGroup(self._client)

    @cached_property
    def product(self) -> AsyncRawProductGroup:
        """The operations under /product."""
        from .groups.product import AsyncRawProductGroup

        return AsyncRawProductGroup(self._client)

    @cached_property
    def trading_permission(self) -> AsyncRawTradingPermissionGroup:
        """The operations under /tradingPermission."""
        from .groups.trading_permission import AsyncRawTradingPermissionGroup

        return AsyncRawTradingPermissionGroup(self._client)

    @cached_property
    def user(self) -> AsyncRawUserGroup:
        """The operations under /user."""
        from .groups.user import AsyncRawUserGroup

        return AsyncRawUserGroup(self._client)
