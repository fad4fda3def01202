"""asyncio client for a service that takes orders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..async_client import AsyncClient
from .base_client import Trader

if TYPE_CHECKING:
    from .reconciliation import Reconciliation


class AsyncTrader(Trader, AsyncClient):
    """A client that knows what became of its orders, or says that it does not."""

    async def _reconcile(self, what: object, wait: float) -> Reconciliation:
        """What became of a request whose outcome is unknown."""
        return await self._quietly(lambda: self._run(self._core.reconcile(what, wait, self._timeouts.total)))
