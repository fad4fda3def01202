"""What the classes with the operations stand on."""

from __future__ import annotations

from .async_client import AsyncClient
from .sync_client import SyncClient


class Group:
    """Operations of one client."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client


class AsyncGroup:
    """Operations of one async client."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client
