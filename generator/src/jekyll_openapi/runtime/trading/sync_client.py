"""Blocking client for a service that takes orders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..sync_client import SyncClient
from .base_client import Trader

if TYPE_CHECKING:
    from .reconciliation import Reconciliation


class SyncTrader(Trader, SyncClient):
    """A client that knows what became of its orders, or says that it does not."""

    def _reconcile(self, what: object, wait: float) -> Reconciliation:
        """What became of a request whose outcome is unknown."""
        return self._quietly(lambda: self._run(self._core.reconcile(what, wait, self._timeouts.total)))
