"""The clients: start here."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Literal

import httpx

from ._package import PACKAGE
from .client import AuthenticatedClient
from .runtime.async_client import AsyncClient
from .runtime.base_client import Settings, Timeouts
from .runtime.groups import AsyncGroup, Group
from .runtime.sync_client import SyncClient

if TYPE_CHECKING:
    from . import models
    from .groups.account import AccountGroup, AsyncAccountGroup, AsyncRawAccountGroup, RawAccountGroup
    from .groups.auth import AsyncAuthGroup, AsyncRawAuthGroup, AuthGroup, RawAuthGroup
    from .groups.cash_balance import (
        AsyncCashBalanceGroup,
        AsyncRawCashBalanceGroup,
        CashBalanceGroup,
        RawCashBalanceGroup,
    )
    from .groups.command import AsyncCommandGroup, AsyncRawCommandGroup, CommandGroup, RawCommandGroup
    from .groups.command_report import (
        AsyncCommandReportGroup,
        AsyncRawCommandReportGroup,
        CommandReportGroup,
        RawCommandReportGroup,
    )
    from .groups.contract import AsyncContractGroup, AsyncRawContractGroup, ContractGroup, RawContractGroup
    from .groups.contract_maturity import (
        AsyncContractMaturityGroup,
        AsyncRawContractMaturityGroup,
        ContractMaturityGroup,
        RawContractMaturityGroup,
    )
    from .groups.execution_report import (
        AsyncExecutionReportGroup,
        AsyncRawExecutionReportGroup,
        ExecutionReportGroup,
        RawExecutionReportGroup,
    )
    from .groups.fill import AsyncFillGroup, AsyncRawFillGroup, FillGroup, RawFillGroup
    from .groups.order import AsyncOrderGroup, AsyncRawOrderGroup, OrderGroup, RawOrderGroup
    from .groups.order_version import (
        AsyncOrderVersionGroup,
        AsyncRawOrderVersionGroup,
        OrderVersionGroup,
        RawOrderVersionGroup,
    )
    from .groups.position import AsyncPositionGroup, AsyncRawPositionGroup, PositionGroup, RawPositionGroup
    from .groups.product import AsyncProductGroup, AsyncRawProductGroup, ProductGroup, RawProductGroup
    from .groups.user import AsyncRawUserGroup, AsyncUserGroup, RawUserGroup, UserGroup
    from .runtime.in_doubt import Doubt
    from .runtime.state import StatePath
    from .shapes import (
        AccessTokenRequestDict,
    )


class Tradovate(SyncClient):
    """Every operation as a method, for threads. One group of operations an attribute."""

    def __init__(
        self,
        *,
        environment: Literal["demo", "live"] = "demo",
        credentials: models.AccessTokenRequest | AccessTokenRequestDict | None = None,
        token: str | None = None,
        transport: httpx.BaseTransport | None = None,
        base_url: str | None = None,
        timeouts: Timeouts | None = None,
        responses: Literal["lenient", "strict"] = "lenient",
        halt_on_doubt: bool = False,
        state: StatePath | None = None,
        in_doubt: str | bytes | Iterable[Doubt] = (),
    ) -> None:
        """A client for one environment, `demo` unless another one is asked for by name.

        Args:
            environment: Which servers to talk to.
            credentials: What opens a session; it is opened at the first call and renewed in time.
            token: A token from elsewhere, in place of credentials; it is neither renewed nor replaced.
            transport: What carries requests, for tests and proxies.
            base_url: Another address of the environment on this machine, such as a mock server.
            timeouts: Seconds for each step and for a whole call.
            responses: `strict` raises where an answer differs from the spec; `lenient` keeps and counts it.
            halt_on_doubt: Send no new trade while the outcome of an earlier one is not known; what cancels or
                liquidates goes out all the same.
            state: A file that the processes of this login share: token, budgets, lock-outs and what is in
                doubt.
            in_doubt: What was in doubt in an earlier run, as `in_doubt.to_json()` gave it.
        """
        settings = Settings(
            environment=environment,
            token=token,
            credentials=credentials,
            base_url=base_url,
            timeouts=timeouts,
            responses=responses,
            halt_on_doubt=halt_on_doubt,
            state=state,
            in_doubt=in_doubt,
        )
        super().__init__(PACKAGE.description, settings, transport)

    @cached_property
    def account(self) -> AccountGroup:
        """The operations under /account."""
        from .groups.account import AccountGroup

        return AccountGroup(self)

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
    def order(self) -> OrderGroup:
        """The operations under /order."""
        from .groups.order import OrderGroup

        return OrderGroup(self)

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
    def user(self) -> UserGroup:
        """The operations under /user."""
        from .groups.user import UserGroup

        return UserGroup(self)

    @cached_property
    def raw(self) -> RawTradovate:
        """The same methods, giving status, headers, body, time taken and the parsed model."""
        return RawTradovate(self)

    @cached_property
    def client(self) -> AuthenticatedClient:
        """What the generated functions under `api` are called with; they keep the same rules."""
        made = AuthenticatedClient(base_url="https://nowhere.invalid", token="")
        return made.set_httpx_client(self.get_httpx_client())


class AsyncTradovate(AsyncClient):
    """Every operation as a method, for tasks of an event loop. One group of operations an attribute."""

    def __init__(
        self,
        *,
        environment: Literal["demo", "live"] = "demo",
        credentials: models.AccessTokenRequest | AccessTokenRequestDict | None = None,
        token: str | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
        base_url: str | None = None,
        timeouts: Timeouts | None = None,
        responses: Literal["lenient", "strict"] = "lenient",
        halt_on_doubt: bool = False,
        state: StatePath | None = None,
        in_doubt: str | bytes | Iterable[Doubt] = (),
    ) -> None:
        """A client for one environment, `demo` unless another one is asked for by name.

        Args:
            environment: Which servers to talk to.
            credentials: What opens a session; it is opened at the first call and renewed in time.
            token: A token from elsewhere, in place of credentials; it is neither renewed nor replaced.
            transport: What carries requests, for tests and proxies.
            base_url: Another address of the environment on this machine, such as a mock server.
            timeouts: Seconds for each step and for a whole call.
            responses: `strict` raises where an answer differs from the spec; `lenient` keeps and counts it.
            halt_on_doubt: Send no new trade while the outcome of an earlier one is not known; what cancels or
                liquidates goes out all the same.
            state: A file that the processes of this login share: token, budgets, lock-outs and what is in
                doubt.
            in_doubt: What was in doubt in an earlier run, as `in_doubt.to_json()` gave it.
        """
        settings = Settings(
            environment=environment,
            token=token,
            credentials=credentials,
            base_url=base_url,
            timeouts=timeouts,
            responses=responses,
            halt_on_doubt=halt_on_doubt,
            state=state,
            in_doubt=in_doubt,
        )
        super().__init__(PACKAGE.description, settings, transport)

    @cached_property
    def account(self) -> AsyncAccountGroup:
        """The operations under /account."""
        from .groups.account import AsyncAccountGroup

        return AsyncAccountGroup(self)

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
    def order(self) -> AsyncOrderGroup:
        """The operations under /order."""
        from .groups.order import AsyncOrderGroup

        return AsyncOrderGroup(self)

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
    def user(self) -> AsyncUserGroup:
        """The operations under /user."""
        from .groups.user import AsyncUserGroup

        return AsyncUserGroup(self)

    @cached_property
    def raw(self) -> AsyncRawTradovate:
        """The same methods, giving status, headers, body, time taken and the parsed model."""
        return AsyncRawTradovate(self)

    @cached_property
    def client(self) -> AuthenticatedClient:
        """What the generated functions under `api` are called with; they keep the same rules."""
        made = AuthenticatedClient(base_url="https://nowhere.invalid", token="")
        return made.set_async_httpx_client(self.get_async_httpx_client())


class RawTradovate(Group):
    """Every operation as a method that gives the whole answer."""

    @cached_property
    def account(self) -> RawAccountGroup:
        """The operations under /account."""
        from .groups.account import RawAccountGroup

        return RawAccountGroup(self._client)

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
    def order(self) -> RawOrderGroup:
        """The operations under /order."""
        from .groups.order import RawOrderGroup

        return RawOrderGroup(self._client)

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
    def user(self) -> RawUserGroup:
        """The operations under /user."""
        from .groups.user import RawUserGroup

        return RawUserGroup(self._client)


class AsyncRawTradovate(AsyncGroup):
    """Every operation as a method that gives the whole answer."""

    @cached_property
    def account(self) -> AsyncRawAccountGroup:
        """The operations under /account."""
        from .groups.account import AsyncRawAccountGroup

        return AsyncRawAccountGroup(self._client)

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
    def order(self) -> AsyncRawOrderGroup:
        """The operations under /order."""
        from .groups.order import AsyncRawOrderGroup

        return AsyncRawOrderGroup(self._client)

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
    def user(self) -> AsyncRawUserGroup:
        """The operations under /user."""
        from .groups.user import AsyncRawUserGroup

        return AsyncRawUserGroup(self._client)
