"""The blocking client for a service that takes orders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..sync_client import SyncClient
from .base_client import Trader

if TYPE_CHECKING:
    from .reconciliation import Reconciliation


class SyncTrader(Trader, SyncClient):
    """Base of the generated blocking client. Keeps a record of every trade whose outcome is unknown."""

    def _reconcile(self, what: object, wait: float) -> Reconciliation:
        """Find out what became of a request; see `reconcile` of the group."""
        return self._quietly(lambda: self._run(self._core.reconcile(what, wait, self._timeouts.total)))
