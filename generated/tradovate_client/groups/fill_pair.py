"""The operations under /fillPair."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from ..runtime.groups import AsyncGroup, AsyncRawMethod, Group, RawMethod

if TYPE_CHECKING:
    import builtins

    from ..models import FillPair


class FillPairGroup(Group):
    """The operations under /fillPair."""

    def deps(self, *, masterid: int) -> builtins.list[FillPair]:
        """Lists the FillPair entities that depend on one entity of another type,
        their master.

        Args:
            masterid: Id of Position. (int64; line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /fillPair/deps`, documented at
        operations/shared-ops/deps.md:27.

        Example:
            api.fill_pair.deps(masterid=1)
        """
        answer: builtins.list[FillPair] = self._client._call("fillPairDeps", None, {"masterid": masterid})
        return answer

    def item(self, *, id: int) -> FillPair:
        """Gives the FillPair with the ID.

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

        Calls `GET /fillPair/item`, documented at
        operations/shared-ops/item.md:26.

        Example:
            api.fill_pair.item(id=1)
        """
        answer: FillPair = self._client._call("fillPairItem", None, {"id": id})
        return answer

    def items(self, *, ids: Sequence[int]) -> builtins.list[FillPair]:
        """Gives the FillPair entities with the IDs, which are separated by commas.

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

        Calls `GET /fillPair/items`, documented at
        operations/shared-ops/items.md:26.

        Example:
            api.fill_pair.items(ids=[1])
        """
        answer: builtins.list[FillPair] = self._client._call("fillPairItems", None, {"ids": ids})
        return answer

    def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[FillPair]:
        """Lists the FillPair entities that depend on any of several masters, whose
        IDs are separated by commas.

        Args:
            masterids: Ids of Position, separated by commas. (line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /fillPair/ldeps`, documented at
        operations/shared-ops/ldeps.md:26.

        Example:
            api.fill_pair.ldeps(masterids=[1])
        """
        answer: builtins.list[FillPair] = self._client._call("fillPairLdeps", None, {"masterids": masterids})
        return answer

    def list(self) -> builtins.list[FillPair]:
        """Lists every FillPair that your User may see.

        Raises:
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /fillPair/list`, documented at
        operations/shared-ops/list.md:24.

        Example:
            api.fill_pair.list()
        """
        answer: builtins.list[FillPair] = self._client._call("fillPairList")
        return answer


class AsyncFillPairGroup(AsyncGroup):
    """The operations under /fillPair."""

    async def deps(self, *, masterid: int) -> builtins.list[FillPair]:
        """Lists the FillPair entities that depend on one entity of another type,
        their master.

        Args:
            masterid: Id of Position. (int64; line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /fillPair/deps`, documented at
        operations/shared-ops/deps.md:27.

        Example:
            api.fill_pair.deps(masterid=1)
        """
        answer: builtins.list[FillPair] = await self._client._call("fillPairDeps", None, {"masterid": masterid})
        return answer

    async def item(self, *, id: int) -> FillPair:
        """Gives the FillPair with the ID.

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

        Calls `GET /fillPair/item`, documented at
        operations/shared-ops/item.md:26.

        Example:
            api.fill_pair.item(id=1)
        """
        answer: FillPair = await self._client._call("fillPairItem", None, {"id": id})
        return answer

    async def items(self, *, ids: Sequence[int]) -> builtins.list[FillPair]:
        """Gives the FillPair entities with the IDs, which are separated by commas.

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

        Calls `GET /fillPair/items`, documented at
        operations/shared-ops/items.md:26.

        Example:
            api.fill_pair.items(ids=[1])
        """
        answer: builtins.list[FillPair] = await self._client._call("fillPairItems", None, {"ids": ids})
        return answer

    async def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[FillPair]:
        """Lists the FillPair entities that depend on any of several masters, whose
        IDs are separated by commas.

        Args:
            masterids: Ids of Position, separated by commas. (line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /fillPair/ldeps`, documented at
        operations/shared-ops/ldeps.md:26.

        Example:
            api.fill_pair.ldeps(masterids=[1])
        """
        answer: builtins.list[FillPair] = await self._client._call("fillPairLdeps", None, {"masterids": masterids})
        return answer

    async def list(self) -> builtins.list[FillPair]:
        """Lists every FillPair that your User may see.

        Raises:
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /fillPair/list`, documented at
        operations/shared-ops/list.md:24.

        Example:
            api.fill_pair.list()
        """
        answer: builtins.list[FillPair] = await self._client._call("fillPairList")
        return answer


class RawFillPairGroup(Group):
    """The operations under /fillPair, each with status, headers, body and time
    taken.
    """

    deps: Final = RawMethod(FillPairGroup.deps)
    item: Final = RawMethod(FillPairGroup.item)
    items: Final = RawMethod(FillPairGroup.items)
    ldeps: Final = RawMethod(FillPairGroup.ldeps)
    list: Final = RawMethod(FillPairGroup.list)


class AsyncRawFillPairGroup(AsyncGroup):
    """The operations under /fillPair, each with status, headers, body and time
    taken.
    """

    deps: Final = AsyncRawMethod(AsyncFillPairGroup.deps)
    item: Final = AsyncRawMethod(AsyncFillPairGroup.item)
    items: Final = AsyncRawMethod(AsyncFillPairGroup.items)
    ldeps: Final = AsyncRawMethod(AsyncFillPairGroup.ldeps)
    list: Final = AsyncRawMethod(AsyncFillPairGroup.list)
