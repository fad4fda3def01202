"""The clients: start here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING, Literal

import httpx

from .runtime import base_client, groups, secrets
from .runtime.trading import base_client as trading
from .runtime.trading import sync_client

if TYPE_CHECKING:
    from . import models
    from .groups.account import AccountGroup, RawAccountGroup
    from .groups.account_risk_status import AccountRiskStatusGroup, RawAccountRiskStatusGroup
    from .groups.auth import AuthGroup, RawAuthGroup
    from .groups.cash_balance import CashBalanceGroup, RawCashBalanceGroup
    from .groups.cash_balance_log import CashBalanceLogGroup, RawCashBalanceLogGroup
    from .groups.command import CommandGroup, RawCommandGroup
    from .groups.command_report import CommandReportGroup, RawCommandReportGroup
    from .groups.contract import ContractGroup, RawContractGroup
    from .groups.contract_maturity import ContractMaturityGroup, RawContractMaturityGroup
    from .groups.currency import CurrencyGroup, RawCurrencyGroup
    from .groups.execution_report import ExecutionReportGroup, RawExecutionReportGroup
    from .groups.fill import FillGroup, RawFillGroup
    from .groups.fill_pair import FillPairGroup, RawFillPairGroup
    from .groups.fund_transaction import FundTransactionGroup, RawFundTransactionGroup
    from .groups.margin_snapshot import MarginSnapshotGroup, RawMarginSnapshotGroup
    from .groups.order import OrderGroup, RawOrderGroup
    from .groups.order_strategy import OrderStrategyGroup, RawOrderStrategyGroup
    from .groups.order_version import OrderVersionGroup, RawOrderVersionGroup
    from .groups.position import PositionGroup, RawPositionGroup
    from .groups.product import ProductGroup, RawProductGroup
    from .groups.trading_permission import RawTradingPermissionGroup, TradingPermissionGroup
    from .groups.user import RawUserGroup, UserGroup
    from .runtime.state import StatePath
    from .runtime.stream.engine import State
    from .runtime.trading.in_doubt import Doubt
    from .shapes import AccessTokenRequestDict
    from .streams import Stream


class Tradovate(sync_client.SyncTrader):
    """Every operation as a method, for threads. Each group of operations is an
    attribute.
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
        transport: httpx.BaseTransport | None = None,
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
                proxies.
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

        super().__init__(PACKAGE.description, settings, transport)

    @cached_property
    def account(self) -> AccountGroup:
        """The operations under /account."""
        from .groups.account import AccountGroup

        return AccountGroup(self)

    @cached_property
    def account_risk_status(self) -> AccountRiskStatusGroup:
        """The operations under /accountRiskStatus."""
        from .groups.account_risk_status import AccountRiskStatusGroup

        return AccountRiskStatusGroup(self)

    @cached_property
    def auth(self) -> AuthGroup:
        """The operations under /auth."""
        from .groups.auth import AuthGroup

        return AuthGroup(self)

    @cached_property
    def cash_balance(self) -> CashBalanceGroup:
        """The operations under /cashBalance."""
        from .groups.cash_balance import CashBalanceGroup

        return CashBalanceGroup(self)

    @cached_property
    def cash_balance_log(self) -> CashBalanceLogGroup:
        """The operations under /cashBalanceLog."""
        from .groups.cash_balance_log import CashBalanceLogGroup

        return CashBalanceLogGroup(self)

    @cached_property
    def command(self) -> CommandGroup:
        """The operations under /command."""
        from .groups.command import CommandGroup

        return CommandGroup(self)

    @cached_property
    def command_report(self) -> CommandReportGroup:
        """The operations under /commandReport."""
        from .groups.command_report import CommandReportGroup

        return CommandReportGroup(self)

    @cached_property
    def contract(self) -> ContractGroup:
        """The operations under /contract."""
        from .groups.contract import ContractGroup

        return ContractGroup(self)

    @cached_property
    def contract_maturity(self) -> ContractMaturityGroup:
        """The operations under /contractMaturity."""
        from .groups.contract_maturity import ContractMaturityGroup

        return ContractMaturityGroup(self)

    @cached_property
    def currency(self) -> CurrencyGroup:
        """The operations under /currency."""
        from .groups.currency import CurrencyGroup

        return CurrencyGroup(self)

    @cached_property
    def execution_report(self) -> ExecutionReportGroup:
        """The operations under /executionReport."""
        from .groups.execution_report import ExecutionReportGroup

        return ExecutionReportGroup(self)

    @cached_property
    def fill(self) -> FillGroup:
        """The operations under /fill."""
        from .groups.fill import FillGroup

        return FillGroup(self)

    @cached_property
    def fill_pair(self) -> FillPairGroup:
        """The operations under /fillPair."""
        from .groups.fill_pair import FillPairGroup

        return FillPairGroup(self)

    @cached_property
    def fund_transaction(self) -> FundTransactionGroup:
        """The operations under /fundTransaction."""
        from .groups.fund_transaction import FundTransactionGroup

        return FundTransactionGroup(self)

    @cached_property
    def margin_snapshot(self) -> MarginSnapshotGroup:
        """The operations under /marginSnapshot."""
        from .groups.margin_snapshot import MarginSnapshotGroup

        return MarginSnapshotGroup(self)

    @cached_property
    def order(self) -> OrderGroup:
        """The operations under /order."""
        from .groups.order import OrderGroup

        return OrderGroup(self)

    @cached_property
    def order_strategy(self) -> OrderStrategyGroup:
        """The operations under /orderStrategy."""
        from .groups.order_strategy import OrderStrategyGroup

        return OrderStrategyGroup(self)

    @cached_property
    def order_version(self) -> OrderVersionGroup:
        """The operations under /orderVersion."""
        from .groups.order_version import OrderVersionGroup

        return OrderVersionGroup(self)

    @cached_property
    def position(self) -> PositionGroup:
        """The operations under /position."""
        from .groups.position import PositionGroup

        return PositionGroup(self)

    @cached_property
    def product(self) -> ProductGroup:
        """The operations under /product."""
        from .groups.product import ProductGroup

        return ProductGroup(self)

    @cached_property
    def trading_permission(self) -> TradingPermissionGroup:
        """The operations under /tradingPermission."""
        from .groups.trading_permission import TradingPermissionGroup

        return TradingPermissionGroup(self)

    @cached_property
    def user(self) -> UserGroup:
        """The operations under /user."""
        from .groups.user import UserGroup

        return UserGroup(self)

    @cached_property
    def raw(self) -> RawTradovate:
        """The same methods, returning status, headers, body, time taken and the
        parsed model.
        """
        return RawTradovate(self)

    def stream(self, *, on_state: Callable[[State, str], None] | None = None) -> Stream:
        """A live connection: `with api.stream() as stream`. Needs the extra
        `stream`.

        Args:
            on_state: Told of each change: `live`, `reconnecting` or `closed`,
                and why.
        """
        from .streams import Stream

        return Stream(self, on_state=on_state)

    def replay(
        self,
        start: datetime,
        *,
        speed: int = 400,
        balance: float | None = None,
        on_state: Callable[[State, str], None] | None = None,
    ) -> Stream:
        """A live connection to a replay of the market: `with api.replay(start) as
        stream`.

        Args:
            start: The moment at which it begins, with a time zone.
            speed: Percent of the real speed, 0 to 400.
            balance: Cash of the account of the session.
            on_state: Told of each change of the connection.
        """
        from .runtime.stream.replay import replay_request
        from .streams import Stream

        return Stream(self, on_state=on_state, replay=replay_request(start, speed, balance))


class RawTradovate(groups.Group):
    """Every operation as a method that returns the whole answer."""

    @cached_property
    def account(self) -> RawAccountGroup:
        """The operations under /account."""
        from .groups.account import RawAccountGroup

        return RawAccountGroup(self._client)

    @cached_property
    def account_risk_status(self) -> RawAccountRiskStatusGroup:
        """The operations under /accountRiskStatus."""
        from .groups.account_risk_status import RawAccountRiskStatusGroup

        return RawAccountRiskStatusGroup(self._client)

    @cached_property
    def auth(self) -> RawAuthGroup:
        """The operations under /auth."""
        from .groups.auth import RawAuthGroup

        return RawAuthGroup(self._client)

    @cached_property
    def cash_balance(self) -> RawCashBalanceGroup:
        """The operations under /cashBalance."""
        from .groups.cash_balance import RawCashBalanceGroup

        return RawCashBalanceGroup(self._client)

    @cached_property
    def cash_balance_log(self) -> RawCashBalanceLogGroup:
        """The operations under /cashBalanceLog."""
        from .groups.cash_balance_log import RawCashBalanceLogGroup

        return RawCashBalanceLogGroup(self._client)

    @cached_property
    def command(self) -> RawCommandGroup:
        """The operations under /command."""
        from .groups.command import RawCommandGroup

        return RawCommandGroup(self._client)

    @cached_property
    def command_report(self) -> RawCommandReportGroup:
        """The operations under /commandReport."""
        from .groups.command_report import RawCommandReportGroup

        return RawCommandReportGroup(self._client)

    @cached_property
    def contract(self) -> RawContractGroup:
        """The operations under /contract."""
        from .groups.contract import RawContractGroup

        return RawContractGroup(self._client)

    @cached_property
    def contract_maturity(self) -> RawContractMaturityGroup:
        """The operations under /contractMaturity."""
        from .groups.contract_maturity import RawContractMaturityGroup

        return RawContractMaturityGroup(self._client)

    @cached_property
    def currency(self) -> RawCurrencyGroup:
        """The operations under /currency."""
        from .groups.currency import RawCurrencyGroup

        return RawCurrencyGroup(self._client)

    @cached_property
    def execution_report(self) -> RawExecutionReportGroup:
        """The operations under /executionReport."""
        from .groups.execution_report import RawExecutionReportGroup

        return RawExecutionReportGroup(self._client)

    @cached_property
    def fill(self) -> RawFillGroup:
        """The operations under /fill."""
        from .groups.fill import RawFillGroup

        return RawFillGroup(self._client)

    @cached_property
    def fill_pair(self) -> RawFillPairGroup:
        """The operations under /fillPair."""
        from .groups.fill_pair import RawFillPairGroup

        return RawFillPairGroup(self._client)

    @cached_property
    def fund_transaction(self) -> RawFundTransactionGroup:
        """The operations under /fundTransaction."""
        from .groups.fund_transaction import RawFundTransactionGroup

        return RawFundTransactionGroup(self._client)

    @cached_property
    def margin_snapshot(self) -> RawMarginSnapshotGroup:
        """The operations under /marginSnapshot."""
        from .groups.margin_snapshot import RawMarginSnapshotGroup

        return RawMarginSnapshotGroup(self._client)

    @cached_property
    def order(self) -> RawOrderGroup:
        """The operations under /order."""
        from .groups.order import RawOrderGroup

        return RawOrderGroup(self._client)

    @cached_property
    def order_strategy(self) -> RawOrderStrategyGroup:
        """The operations under /orderStrategy."""
        from .groups.order_strategy import RawOrderStrategyGroup

        return RawOrderStrategyGroup(self._client)

    @cached_property
    def order_version(self) -> RawOrderVersionGroup:
        """The operations under /orderVersion."""
        from .groups.order_version import RawOrderVersionGroup

        return RawOrderVersionGroup(self._client)

    @cached_property
    def position(self) -> RawPositionGroup:
        """The operations under /position."""
        from .groups.position import RawPositionGroup

        return RawPositionGroup(self._client)

    @cached_property
    def product(self) -> RawProductGroup:
        """The operations under /product."""
        from .groups.product import RawProductGroup

        return RawProductGroup(self._client)

    @cached_property
    def trading_permission(self) -> RawTradingPermissionGroup:
        """The operations under /tradingPermission."""
        from .groups.trading_permission import RawTradingPermissionGroup

        return RawTradingPermissionGroup(self._client)

    @cached_property
    def user(self) -> RawUserGroup:
        """The operations under /user."""
        from .groups.user import RawUserGroup

        return RawUserGroup(self._client)
