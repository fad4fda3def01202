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
        """By id, as they are now."""
        return self.table("account")

    @property
    def account_risk_statuses(self) -> Table[models.AccountRiskStatus]:
        """By id, as they are now."""
        return self.table("accountRiskStatus")

    @property
    def cash_balances(self) -> Table[models.CashBalance]:
        """By id, as they are now."""
        return self.table("cashBalance")

    @property
    def cash_balance_logs(self) -> Table[models.CashBalanceLog]:
        """By id, as they are now."""
        return self.table("cashBalanceLog")

    @property
    def commands(self) -> Table[models.Command]:
        """By id, as they are now."""
        return self.table("command")

    @property
    def command_reports(self) -> Table[models.CommandReport]:
        """By id, as they are now."""
        return self.table("commandReport")

    @property
    def contracts(self) -> Table[models.Contract]:
        """By id, as they are now."""
        return self.table("contract")

    @property
    def contract_maturities(self) -> Table[models.ContractMaturity]:
        """By id, as they are now."""
        return self.table("contractMaturity")

    @property
    def currencies(self) -> Table[models.Currency]:
        """By id, as they are now."""
        return self.table("currency")

    @property
    def execution_reports(self) -> Table[models.ExecutionReport]:
        """By id, as they are now."""
        return self.table("executionReport")

    @property
    def fills(self) -> Table[models.Fill]:
        """By id, as they are now."""
        return self.table("fill")

    @property
    def fill_pairs(self) -> Table[models.FillPair]:
        """By id, as they are now."""
        return self.table("fillPair")

    @property
    def margin_snapshots(self) -> Table[models.MarginSnapshot]:
        """By id, as they are now."""
        return self.table("marginSnapshot")

    @property
    def orders(self) -> Table[models.Order]:
        """By id, as they are now."""
        return self.table("order")

    @property
    def order_strategies(self) -> Table[models.OrderStrategy]:
        """By id, as they are now."""
        return self.table("orderStrategy")

    @property
    def order_versions(self) -> Table[models.OrderVersion]:
        """By id, as they are now."""
        return self.table("orderVersion")

    @property
    def positions(self) -> Table[models.Position]:
        """By id, as they are now."""
        return self.table("position")

    @property
    def products(self) -> Table[models.Product]:
        """By id, as they are now."""
        return self.table("product")

    @property
    def trading_permissions(self) -> Table[models.TradingPermission]:
        """By id, as they are now."""
        return self.table("tradingPermission")

    @property
    def users(self) -> Table[models.User]:
        """By id, as they are now."""
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
        """By id, as they are now."""
        return self.table("account")

    @property
    def account_risk_statuses(self) -> Table[models.AccountRiskStatus]:
        """By id, as they are now."""
        return self.table("accountRiskStatus")

    @property
    def cash_balances(self) -> Table[models.CashBalance]:
        """By id, as they are now."""
        return self.table("cashBalance")

    @property
    def cash_balance_logs(self) -> Table[models.CashBalanceLog]:
        """By id, as they are now."""
        return self.table("cashBalanceLog")

    @property
    def commands(self) -> Table[models.Command]:
        """By id, as they are now."""
        return self.table("command")

    @property
    def command_reports(self) -> Table[models.CommandReport]:
        """By id, as they are now."""
        return self.table("commandReport")

    @property
    def contracts(self) -> Table[models.Contract]:
        """By id, as they are now."""
        return self.table("contract")

    @property
    def contract_maturities(self) -> Table[models.ContractMaturity]:
        """By id, as they are now."""
        return self.table("contractMaturity")

    @property
    def currencies(self) -> Table[models.Currency]:
        """By id, as they are now."""
        return self.table("currency")

    @property
    def execution_reports(self) -> Table[models.ExecutionReport]:
        """By id, as they are now."""
        return self.table("executionReport")

    @property
    def fills(self) -> Table[models.Fill]:
        """By id, as they are now."""
        return self.table("fill")

    @property
    def fill_pairs(self) -> Table[models.FillPair]:
        """By id, as they are now."""
        return self.table("fillPair")

    @property
    def margin_snapshots(self) -> Table[models.MarginSnapshot]:
        """By id, as they are now."""
        return self.table("marginSnapshot")

    @property
    def orders(self) -> Table[models.Order]:
        """By id, as they are now."""
        return self.table("order")

    @property
    def order_strategies(self) -> Table[models.OrderStrategy]:
        """By id, as they are now."""
        return self.table("orderStrategy")

    @property
    def order_versions(self) -> Table[models.OrderVersion]:
        """By id, as they are now."""
        return self.table("orderVersion")

    @property
    def positions(self) -> Table[models.Position]:
        """By id, as they are now."""
        return self.table("position")

    @property
    def products(self) -> Table[models.Product]:
        """By id, as they are now."""
        return self.table("product")

    @property
    def trading_permissions(self) -> Table[models.TradingPermission]:
        """By id, as they are now."""
        return self.table("tradingPermission")

    @property
    def users(self) -> Table[models.User]:
        """By id, as they are now."""
        return self.table("user")
