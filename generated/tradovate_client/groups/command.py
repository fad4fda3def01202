"""The operations under /command."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from ..runtime.groups import AsyncGroup, AsyncRawMethod, Group, RawMethod

if TYPE_CHECKING:
    import builtins

    from ..models import Command


class CommandGroup(Group):
    """The operations under /command."""

    def deps(self, *, masterid: int) -> builtins.list[Command]:
        """Lists the Command entities that depend on one entity of another type,
        their master.

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

        Calls `GET /command/deps`, documented at
        operations/shared-ops/deps.md:27.

        Example:
            api.command.deps(masterid=1)
        """
        answer: builtins.list[Command] = self._client._call("commandDeps", None, {"masterid": masterid})
        return answer

    def item(self, *, id: int) -> Command:
        """Gives the Command with the ID.

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

        Calls `GET /command/item`, documented at
        operations/shared-ops/item.md:26.

        Example:
            api.command.item(id=1)
        """
        answer: Command = self._client._call("commandItem", None, {"id": id})
        return answer

    def items(self, *, ids: Sequence[int]) -> builtins.list[Command]:
        """Gives the Command entities with the IDs, which are separated by commas.

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

        Calls `GET /command/items`, documented at
        operations/shared-ops/items.md:26.

        Example:
            api.command.items(ids=[1])
        """
        answer: builtins.list[Command] = self._client._call("commandItems", None, {"ids": ids})
        return answer

    def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[Command]:
        """Lists the Command entities that depend on any of several masters, whose
        IDs are separated by commas.

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

        Calls `GET /command/ldeps`, documented at
        operations/shared-ops/ldeps.md:26.

        Example:
            api.command.ldeps(masterids=[1])
        """
        answer: builtins.list[Command] = self._client._call("commandLdeps", None, {"masterids": masterids})
        return answer

    def list(self) -> builtins.list[Command]:
        """Lists every Command that your User may see.

        Raises:
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /command/list`, documented at
        operations/shared-ops/list.md:24.

        Example:
            api.command.list()
        """
        answer: builtins.list[Command] = self._client._call("commandList")
        return answer


class AsyncCommandGroup(AsyncGroup):
    """The operations under /command."""

    async def deps(self, *, masterid: int) -> builtins.list[Command]:
        """Lists the Command entities that depend on one entity of another type,
        their master.

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

        Calls `GET /command/deps`, documented at
        operations/shared-ops/deps.md:27.

        Example:
            api.command.deps(masterid=1)
        """
        answer: builtins.list[Command] = await self._client._call("commandDeps", None, {"masterid": masterid})
        return answer

    async def item(self, *, id: int) -> Command:
        """Gives the Command with the ID.

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

        Calls `GET /command/item`, documented at
        operations/shared-ops/item.md:26.

        Example:
            api.command.item(id=1)
        """
        answer: Command = await self._client._call("commandItem", None, {"id": id})
        return answer

    async def items(self, *, ids: Sequence[int]) -> builtins.list[Command]:
        """Gives the Command entities with the IDs, which are separated by commas.

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

        Calls `GET /command/items`, documented at
        operations/shared-ops/items.md:26.

        Example:
            api.command.items(ids=[1])
        """
        answer: builtins.list[Command] = await self._client._call("commandItems", None, {"ids": ids})
        return answer

    async def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[Command]:
        """Lists the Command entities that depend on any of several masters, whose
        IDs are separated by commas.

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

        Calls `GET /command/ldeps`, documented at
        operations/shared-ops/ldeps.md:26.

        Example:
            api.command.ldeps(masterids=[1])
        """
        answer: builtins.list[Command] = await self._client._call("commandLdeps", None, {"masterids": masterids})
        return answer

    async def list(self) -> builtins.list[Command]:
        """Lists every Command that your User may see.

        Raises:
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /command/list`, documented at
        operations/shared-ops/list.md:24.

        Example:
            api.command.list()
        """
        answer: builtins.list[Command] = await self._client._call("commandList")
        return answer


class RawCommandGroup(Group):
    """The operations under /command, each with status, headers, body and time
    taken.
    """

    deps: Final = RawMethod(CommandGroup.deps)
    item: Final = RawMethod(CommandGroup.item)
    items: Final = RawMethod(CommandGroup.items)
    ldeps: Final = RawMethod(CommandGroup.ldeps)
    list: Final = RawMethod(CommandGroup.list)


class AsyncRawCommandGroup(AsyncGroup):
    """The operations under /command, each with status, headers, body and time
    taken.
    """

    deps: Final = AsyncRawMethod(AsyncCommandGroup.deps)
    item: Final = AsyncRawMethod(AsyncCommandGroup.item)
    items: Final = AsyncRawMethod(AsyncCommandGroup.items)
    ldeps: Final = AsyncRawMethod(AsyncCommandGroup.ldeps)
    list: Final = AsyncRawMethod(AsyncCommandGroup.list)
