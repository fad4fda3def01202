"""Streams: live tables of entities, market data, replay. Needs the extra
`stream`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from .runtime.stream import async_stream, blocking, opening

if TYPE_CHECKING:
    from . import models
    from .async_clients import AsyncTradovate
    from .clients import Tradovate
    from .runtime.stream.engine import State
    from .runtime.stream.tables import Table


class AsyncStream(async_stream.AsyncStream):
    """Live tables by entity, market data, and requests over one connection."""

    def __init__(
        self,
        client: AsyncTradovate,
        *,
        on_state: Callable[[State, str], None] | None = None,
        replay: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(opening.doorway_of(client), on_state=on_state, replay=replay)
        self._client = client

    @property
    def api(self) -> AsyncTradovate:
        """The client over this socket: its methods, checks and rules, without
        HTTP.
        """
        return opening.over_socket(self._client, self)

    async def call(self, endpoint: str, **values: Any) -> Any:
        """A checked call over this socket: `await stream.call('order/item',
        id=1)`.
        """
        return await opening.call(self._client, self, endpoint, values)

    @property
    def accounts(self) -> Table[models.Account]:
        """Each Account that the stream has been told of, by id, kept up to date."""
        return self.table("account")

    @property
    def account_risk_statuses(self) -> Table[models.AccountRiskStatus]:
        """Each AccountRiskStatus that the stream has been told of, by id, kept up
        to date.
        """
        return self.table("accountRiskStatus")

    @property
    def cash_balances(self) -> Table[models.CashBalance]:
        """Each CashBalance that the stream has been told of, by id, kept up to
        date.
        """
        return self.table("cashBalance")

    @property
    def cash_balance_logs(self) -> Table[models.CashBalanceLog]:
        """Each CashBalanceLog that the stream has been told of, by id, kept up to
        date.
        """
        return self.table("cashBalanceLog")

    @property
    def commands(self) -> Table[models.Command]:
        """Each Command that the stream has been told of, by id, kept up to date."""
        return self.table("command")

    @property
    def command_reports(self) -> Table[models.CommandReport]:
        """Each CommandReport that the stream has been told of, by id, kept up to
        date.
        """
        return self.table("commandReport")

    @property
    def contracts(self) -> Table[models.Contract]:
        """Each Contract that the stream has been told of, by id, kept up to date."""
        return self.table("contract")

    @property
    def contract_maturities(self) -> Table[models.ContractMaturity]:
        """Each ContractMaturity that the stream has been told of, by id, kept up
        to date.
        """
        return self.table("contractMaturity")

    @property
    def currencies(self) -> Table[models.Currency]:
        """Each Currency that the stream has been told of, by id, kept up to date."""
        return self.table("currency")

    @property
    def execution_reports(self) -> Table[models.ExecutionReport]:
        """Each ExecutionReport that the stream has been told of, by id, kept up to
        date.
        """
        return self.table("executionReport")

    @property
    def fills(self) -> Table[models.Fill]:
        """Each Fill that the stream has been told of, by id, kept up to date."""
        return self.table("fill")

    @property
    def fill_pairs(self) -> Table[models.FillPair]:
        """Each FillPair that the stream has been told of, by id, kept up to date."""
        return self.table("fillPair")

    @property
    def margin_snapshots(self) -> Table[models.MarginSnapshot]:
        """Each MarginSnapshot that the stream has been told of, by id, kept up to
        date.
        """
        return self.table("marginSnapshot")

    @property
    def orders(self) -> Table[models.Order]:
        """Each Order that the stream has been told of, by id, kept up to date."""
        return self.table("order")

    @property
    def order_strategies(self) -> Table[models.OrderStrategy]:
        """Each OrderStrategy that the stream has been told of, by id, kept up to
        date.
        """
        return self.table("orderStrategy")

    @property
    def order_versions(self) -> Table[models.OrderVersion]:
        """Each OrderVersion that the stream has been told of, by id, kept up to
        date.
        """
        return self.table("orderVersion")

    @property
    def positions(self) -> Table[models.Position]:
        """Each Position that the stream has been told of, by id, kept up to date."""
        return self.table("position")

    @property
    def products(self) -> Table[models.Product]:
        """Each Product that the stream has been told of, by id, kept up to date."""
        return self.table("product")

    @property
    def trading_permissions(self) -> Table[models.TradingPermission]:
        """Each TradingPermission that the stream has been told of, by id, kept up
        to date.
        """
        return self.table("tradingPermission")

    @property
    def users(self) -> Table[models.User]:
        """Each User that the stream has been told of, by id, kept up to date."""
        return self.table("user")


class Stream(blocking.BlockingStream):
    """Live tables by entity, market data, and requests over one connection."""

    def __init__(
        self,
        client: Tradovate,
        *,
        on_state: Callable[[State, str], None] | None = None,
        replay: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(
            lambda: async_stream.AsyncStream(opening.doorway_of_threads(client), on_state=on_state, replay=replay)
        )

    @property
    def accounts(self) -> Table[models.Account]:
        """Each Account that the stream has been told of, by id, kept up to date."""
        return self.table("account")

    @property
    def account_risk_statuses(self) -> Table[models.AccountRiskStatus]:
        """Each AccountRiskStatus that the stream has been told of, by id, kept up
        to date.
        """
        return self.table("accountRiskStatus")

    @property
    def cash_balances(self) -> Table[models.CashBalance]:
        """Each CashBalance that the stream has been told of, by id, kept up to
        date.
        """
        return self.table("cashBalance")

    @property
    def cash_balance_logs(self) -> Table[models.CashBalanceLog]:
        """Each CashBalanceLog that the stream has been told of, by id, kept up to
        date.
        """
        return self.table("cashBalanceLog")

    @property
    def commands(self) -> Table[models.Command]:
        """Each Command that the stream has been told of, by id, kept up to date."""
        return self.table("command")

    @property
    def command_reports(self) -> Table[models.CommandReport]:
        """Each CommandReport that the stream has been told of, by id, kept up to
        date.
        """
        return self.table("commandReport")

    @property
    def contracts(self) -> Table[models.Contract]:
        """Each Contract that the stream has been told of, by id, kept up to date."""
        return self.table("contract")

    @property
    def contract_maturities(self) -> Table[models.ContractMaturity]:
        """Each ContractMaturity that the stream has been told of, by id, kept up
        to date.
        """
        return self.table("contractMaturity")

    @property
    def currencies(self) -> Table[models.Currency]:
        """Each Currency that the stream has been told of, by id, kept up to date."""
        return self.table("currency")

    @property
    def execution_reports(self) -> Table[models.ExecutionReport]:
        """Each ExecutionReport that the stream has been told of, by id, kept up to
        date.
        """
        return self.table("executionReport")

    @property
    def fills(self) -> Table[models.Fill]:
        """Each Fill that the stream has been told of, by id, kept up to date."""
        return self.table("fill")

    @property
    def fill_pairs(self) -> Table[models.FillPair]:
        """Each FillPair that the stream has been told of, by id, kept up to date."""
        return self.table("fillPair")

    @property
    def margin_snapshots(self) -> Table[models.MarginSnapshot]:
        """Each MarginSnapshot that the stream has been told of, by id, kept up to
        date.
        """
        return self.table("marginSnapshot")

    @property
    def orders(self) -> Table[models.Order]:
        """Each Order that the stream has been told of, by id, kept up to date."""
        return self.table("order")

    @property
    def order_strategies(self) -> Table[models.OrderStrategy]:
        """Each OrderStrategy that the stream has been told of, by id, kept up to
        date.
        """
        return self.table("orderStrategy")

    @property
    def order_versions(self) -> Table[models.OrderVersion]:
        """Each OrderVersion that the stream has been told of, by id, kept up to
        date.
        """
        return self.table("orderVersion")

    @property
    def positions(self) -> Table[models.Position]:
        """Each Position that the stream has been told of, by id, kept up to date."""
        return self.table("position")

    @property
    def products(self) -> Table[models.Product]:
        """Each Product that the stream has been told of, by id, kept up to date."""
        return self.table("product")

    @property
    def trading_permissions(self) -> Table[models.TradingPermission]:
        """Each TradingPermission that the stream has been told of, by id, kept up
        to date.
        """
        return self.table("tradingPermission")

    @property
    def users(self) -> Table[models.User]:
        """Each User that the stream has been told of, by id, kept up to date."""
        return self.table("user")
