"""Base classes of the operation group that gets `reconcile`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..groups import AsyncGroup, Group

if TYPE_CHECKING:
    from ..errors import ServiceError
    from .async_client import AsyncTrader
    from .in_doubt import Doubt
    from .reconciliation import Reconciliation
    from .sync_client import SyncTrader


class Reconciling(Group):
    """A group of operations with `reconcile`, of a blocking client."""

    _client: SyncTrader

    def reconcile(self, what: ServiceError | Doubt | str | BaseException, wait: float = 0.0) -> Reconciliation:
        """Find out what became of a request whose outcome is unknown.

        Searches the service's list of commands for the request's tag, kind, account and time: at once, and again for
        `wait` seconds at most. What is not listed stays `unknown`, since the list can be late or incomplete. So does a
        liquidation without a tag, unless an answer named its order: `commands` has what it may be. What is found out
        is taken off `in_doubt`.

        Args:
            what: The error of the call, a record of `in_doubt`, or the tag.
            wait: Seconds.

        Returns:
            The `outcome`: `placed`, `not placed` or `unknown` for an order; `done`, `not done` or `unknown` for a
            cancel, a change or a liquidation. `why` gives the reason.
        """
        return self._client._reconcile(what, wait)


class AsyncReconciling(AsyncGroup):
    """A group of operations with `reconcile`, of an asyncio client."""

    _client: AsyncTrader

    async def reconcile(self, what: ServiceError | Doubt | str | BaseException, wait: float = 0.0) -> Reconciliation:
        """Find out what became of a request whose outcome is unknown.

        Searches the service's list of commands for the request's tag, kind, account and time: at once, and again for
        `wait` seconds at most. What is not listed stays `unknown`, since the list can be late or incomplete. So does a
        liquidation without a tag, unless an answer named its order: `commands` has what it may be. What is found out
        is taken off `in_doubt`.

        Args:
            what: The error of the call, a record of `in_doubt`, or the tag.
            wait: Seconds.

        Returns:
            The `outcome`: `placed`, `not placed` or `unknown` for an order; `done`, `not done` or `unknown` for a
            cancel, a change or a liquidation. `why` gives the reason.
        """
        return await self._client._reconcile(what, wait)
