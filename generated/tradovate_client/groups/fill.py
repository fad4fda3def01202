"""The operations under /fill."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from ..runtime.groups import AsyncGroup, AsyncRawMethod, Group, RawMethod

if TYPE_CHECKING:
    import builtins

    from ..models import Fill


class FillGroup(Group):
    """The operations under /fill."""

    def deps(self, *, masterid: int) -> builtins.list[Fill]:
        """Lists the Fill entities that depend on one entity of another type, their
        master.

        Args:
            masterid: Id of Order. (int64; line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /fill/deps`, documented at operations/shared-ops/deps.md:27.

        Example:
            api.fill.deps(masterid=1)
        """
        answer: builtins.list[Fill] = self._client._call("fillDeps", None, {"masterid": masterid})
        return answer

    def item(self, *, id: int) -> Fill:
        """Gives the Fill with the ID.

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

        Calls `GET /fill/item`, documented at operations/shared-ops/item.md:26.

        Example:
            api.fill.item(id=1)
        """
        answer: Fill = self._client._call("fillItem", None, {"id": id})
        return answer

    def items(self, *, ids: Sequence[int]) -> builtins.list[Fill]:
        """Gives the Fill entities with the IDs, which are separated by commas.

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

        Calls `GET /fill/items`, documented at
        operations/shared-ops/items.md:26.

        Example:
            api.fill.items(ids=[1])
        """
        answer: builtins.list[Fill] = self._client._call("fillItems", None, {"ids": ids})
        return answer

    def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[Fill]:
        """Lists the Fill entities that depend on any of several masters, whose IDs
        are separated by commas.

        Args:
            masterids: Ids of Order, separated by commas. (line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /fill/ldeps`, documented at
        operations/shared-ops/ldeps.md:26.

        Example:
            api.fill.ldeps(masterids=[1])
        """
        answer: builtins.list[Fill] = self._client._call("fillLdeps", None, {"masterids": masterids})
        return answer

    def list(self) -> builtins.list[Fill]:
        """Lists every Fill that your User may see.

        Raises:
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /fill/list`, documented at operations/shared-ops/list.md:24.

        Example:
            api.fill.list()
        """
        answer: builtins.list[Fill] = self._client._call("fillList")
        return answer


class AsyncFillGroup(AsyncGroup):
    """The operations under /fill."""

    async def deps(self, *, masterid: int) -> builtins.list[Fill]:
        """Lists the Fill entities that depend on one entity of another type, their
        master.

        Args:
            masterid: Id of Order. (int64; line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /fill/deps`, documented at operations/shared-ops/deps.md:27.

        Example:
            api.fill.deps(masterid=1)
        """
        answer: builtins.list[Fill] = await self._client._call("fillDeps", None, {"masterid": masterid})
        return answer

    async def item(self, *, id: int) -> Fill:
        """Gives the Fill with the ID.

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

        Calls `GET /fill/item`, documented at operations/shared-ops/item.md:26.

        Example:
            api.fill.item(id=1)
        """
        answer: Fill = await self._client._call("fillItem", None, {"id": id})
        return answer

    async def items(self, *, ids: Sequence[int]) -> builtins.list[Fill]:
        """Gives the Fill entities with the IDs, which are separated by commas.

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

        Calls `GET /fill/items`, documented at
        operations/shared-ops/items.md:26.

        Example:
            api.fill.items(ids=[1])
        """
        answer: builtins.list[Fill] = await self._client._call("fillItems", None, {"ids": ids})
        return answer

    async def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[Fill]:
        """Lists the Fill entities that depend on any of several masters, whose IDs
        are separated by commas.

        Args:
            masterids: Ids of Order, separated by commas. (line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /fill/ldeps`, documented at
        operations/shared-ops/ldeps.md:26.

        Example:
            api.fill.ldeps(masterids=[1])
        """
        answer: builtins.list[Fill] = await self._client._call("fillLdeps", None, {"masterids": masterids})
        return answer

    async def list(self) -> builtins.list[Fill]:
        """Lists every Fill that your User may see.

        Raises:
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /fill/list`, documented at operations/shared-ops/list.md:24.

        Example:
            api.fill.list()
        """
        answer: builtins.list[Fill] = await self._client._call("fillList")
        return answer


class RawFillGroup(Group):
    """The operations under /fill, each with status, headers, body and time
    taken.
    """

    deps: Final = RawMethod(FillGroup.deps)
    item: Final = RawMethod(FillGroup.item)
    items: Final = RawMethod(FillGroup.items)
    ldeps: Final = RawMethod(FillGroup.ldeps)
    list: Final = RawMethod(FillGroup.list)


class AsyncRawFillGroup(AsyncGroup):
    """The operations under /fill, each with status, headers, body and time
    taken.
    """

    deps: Final = AsyncRawMethod(AsyncFillGroup.deps)
    item: Final = AsyncRawMethod(AsyncFillGroup.item)
    items: Final = AsyncRawMethod(AsyncFillGroup.items)
    ldeps: Final = AsyncRawMethod(AsyncFillGroup.ldeps)
    list: Final = AsyncRawMethod(AsyncFillGroup.list)
