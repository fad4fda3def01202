"""What the class with the operations on orders stands on: beside them, it finds out what became of a request."""

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
    """Operations of one client whose requests can be looked for."""

    _client: SyncTrader

    def reconcile(self, what: ServiceError | Doubt | str | BaseException, wait: float = 0.0) -> Reconciliation:
        """What became of a request whose outcome is unknown, as far as the service lists it.

        Looks for its tag, kind, account and time at once, and again for up to `wait` seconds. The `outcome` is
        `placed`, `not placed` or `unknown` of what makes orders, `done`, `not done` or `unknown` of a cancel, a change
        or a liquidation; `why` gives the reason. What is not listed stays `unknown`, since a list can be late or cut.

        Args:
            what: The error of the call, a record of `in_doubt`, or the tag.
            wait: Seconds.
        """
        return self._client._reconcile(what, wait)


class AsyncReconciling(AsyncGroup):
    """Operations of one async client whose requests can be looked for."""

    _client: AsyncTrader

    async def reconcile(self, what: ServiceError | Doubt | str | BaseException, wait: float = 0.0) -> Reconciliation:
        """What became of a request whose outcome is unknown, as far as the service lists it.

        Looks for its tag, kind, account and time at once, and again for up to `wait` seconds. The `outcome` is
        `placed`, `not placed` or `unknown` of what makes orders, `done`, `not done` or `unknown` of a cancel, a change
        or a liquidation; `why` gives the reason. What is not listed stays `unknown`, since a list can be late or cut.

        Args:
            what: The error of the call, a record of `in_doubt`, or the tag.
            wait: Seconds.
        """
        return await self._client._reconcile(what, wait)
