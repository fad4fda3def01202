"""The operations under /marginSnapshot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from ..runtime.groups import AsyncGroup, AsyncRawMethod, Group, RawMethod

if TYPE_CHECKING:
    import builtins

    from ..models import MarginSnapshot


class MarginSnapshotGroup(Group):
    """The operations under /marginSnapshot."""

    def deps(self, *, masterid: int) -> builtins.list[MarginSnapshot]:
        """Lists the MarginSnapshot entities that depend on one entity of another
        type, their master.

        Args:
            masterid: Id of Account. (int64; line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /marginSnapshot/deps`, documented at
        operations/shared-ops/deps.md:27.

        Example:
            api.margin_snapshot.deps(masterid=1)
        """
        answer: builtins.list[MarginSnapshot] = self._client._call("marginSnapshotDeps", None, {"masterid": masterid})
        return answer

    def item(self, *, id: int) -> MarginSnapshot:
        """Gives the MarginSnapshot with the ID.

        Args:
            id: int64 (line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /marginSnapshot/item`, documented at
        operations/shared-ops/item.md:26.

        Example:
            api.margin_snapshot.item(id=1)
        """
        answer: MarginSnapshot = self._client._call("marginSnapshotItem", None, {"id": id})
        return answer

    def items(self, *, ids: Sequence[int]) -> builtins.list[MarginSnapshot]:
        """Gives the MarginSnapshot entities with the IDs, which are separated by
        commas.

        Args:
            ids: not described (line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /marginSnapshot/items`, documented at
        operations/shared-ops/items.md:26.

        Example:
            api.margin_snapshot.items(ids=[1])
        """
        answer: builtins.list[MarginSnapshot] = self._client._call("marginSnapshotItems", None, {"ids": ids})
        return answer

    def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[MarginSnapshot]:
        """Lists the MarginSnapshot entities that depend on any of several masters,
        whose IDs are separated by commas.

        Args:
            masterids: Ids of Account, separated by commas. (line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /marginSnapshot/ldeps`, documented at
        operations/shared-ops/ldeps.md:26.

        Example:
            api.margin_snapshot.ldeps(masterids=[1])
        """
        answer: builtins.list[MarginSnapshot] = self._client._call(
            "marginSnapshotLdeps", None, {"masterids": masterids}
        )
        return answer

    def list(self) -> builtins.list[MarginSnapshot]:
        """Lists every MarginSnapshot that your User may see.

        Raises:
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /marginSnapshot/list`, documented at
        operations/shared-ops/list.md:24.

        Example:
            api.margin_snapshot.list()
        """
        answer: builtins.list[MarginSnapshot] = self._client._call("marginSnapshotList")
        return answer


class AsyncMarginSnapshotGroup(AsyncGroup):
    """The operations under /marginSnapshot."""

    async def deps(self, *, masterid: int) -> builtins.list[MarginSnapshot]:
        """Lists the MarginSnapshot entities that depend on one entity of another
        type, their master.

        Args:
            masterid: Id of Account. (int64; line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /marginSnapshot/deps`, documented at
        operations/shared-ops/deps.md:27.

        Example:
            api.margin_snapshot.deps(masterid=1)
        """
        answer: builtins.list[MarginSnapshot] = await self._client._call(
            "marginSnapshotDeps", None, {"masterid": masterid}
        )
        return answer

    async def item(self, *, id: int) -> MarginSnapshot:
        """Gives the MarginSnapshot with the ID.

        Args:
            id: int64 (line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /marginSnapshot/item`, documented at
        operations/shared-ops/item.md:26.

        Example:
            api.margin_snapshot.item(id=1)
        """
        answer: MarginSnapshot = await self._client._call("marginSnapshotItem", None, {"id": id})
        return answer

    async def items(self, *, ids: Sequence[int]) -> builtins.list[MarginSnapshot]:
        """Gives the MarginSnapshot entities with the IDs, which are separated by
        commas.

        Args:
            ids: not described (line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /marginSnapshot/items`, documented at
        operations/shared-ops/items.md:26.

        Example:
            api.margin_snapshot.items(ids=[1])
        """
        answer: builtins.list[MarginSnapshot] = await self._client._call("marginSnapshotItems", None, {"ids": ids})
        return answer

    async def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[MarginSnapshot]:
        """Lists the MarginSnapshot entities that depend on any of several masters,
        whose IDs are separated by commas.

        Args:
            masterids: Ids of Account, separated by commas. (line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /marginSnapshot/ldeps`, documented at
        operations/shared-ops/ldeps.md:26.

        Example:
            api.margin_snapshot.ldeps(masterids=[1])
        """
        answer: builtins.list[MarginSnapshot] = await self._client._call(
            "marginSnapshotLdeps", None, {"masterids": masterids}
        )
        return answer

    async def list(self) -> builtins.list[MarginSnapshot]:
        """Lists every MarginSnapshot that your User may see.

        Raises:
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /marginSnapshot/list`, documented at
        operations/shared-ops/list.md:24.

        Example:
            api.margin_snapshot.list()
        """
        answer: builtins.list[MarginSnapshot] = await self._client._call("marginSnapshotList")
        return answer


class RawMarginSnapshotGroup(Group):
    """The operations under /marginSnapshot, each with status, headers, body
    and time taken.
    """

    deps: Final = RawMethod(MarginSnapshotGroup.deps)
    item: Final = RawMethod(MarginSnapshotGroup.item)
    items: Final = RawMethod(MarginSnapshotGroup.items)
    ldeps: Final = RawMethod(MarginSnapshotGroup.ldeps)
    list: Final = RawMethod(MarginSnapshotGroup.list)


class AsyncRawMarginSnapshotGroup(AsyncGroup):
    """The operations under /marginSnapshot, each with status, headers, body
    and time taken.
    """

    deps: Final = AsyncRawMethod(AsyncMarginSnapshotGroup.deps)
    item: Final = AsyncRawMethod(AsyncMarginSnapshotGroup.item)
    items: Final = AsyncRawMethod(AsyncMarginSnapshotGroup.items)
    ldeps: Final = AsyncRawMethod(AsyncMarginSnapshotGroup.ldeps)
    list: Final = AsyncRawMethod(AsyncMarginSnapshotGroup.list)
