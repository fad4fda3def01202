"""The operations under /commandReport."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from ..runtime.groups import AsyncGroup, AsyncRawMethod, Group, RawMethod

if TYPE_CHECKING:
    import builtins

    from ..models import CommandReport


class CommandReportGroup(Group):
    """The operations under /commandReport."""

    def deps(self, *, masterid: int) -> builtins.list[CommandReport]:
        """Lists the CommandReport entities that depend on one entity of another
        type, their master.

        Args:
            masterid: Id of Command. (int64; line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /commandReport/deps`, documented at
        operations/shared-ops/deps.md:27.

        Example:
            api.command_report.deps(masterid=1)
        """
        answer: builtins.list[CommandReport] = self._client._call("commandReportDeps", None, {"masterid": masterid})
        return answer

    def item(self, *, id: int) -> CommandReport:
        """Gives the CommandReport with the ID.

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

        Calls `GET /commandReport/item`, documented at
        operations/shared-ops/item.md:26.

        Example:
            api.command_report.item(id=1)
        """
        answer: CommandReport = self._client._call("commandReportItem", None, {"id": id})
        return answer

    def items(self, *, ids: Sequence[int]) -> builtins.list[CommandReport]:
        """Gives the CommandReport entities with the IDs, which are separated by
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

        Calls `GET /commandReport/items`, documented at
        operations/shared-ops/items.md:26.

        Example:
            api.command_report.items(ids=[1])
        """
        answer: builtins.list[CommandReport] = self._client._call("commandReportItems", None, {"ids": ids})
        return answer

    def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[CommandReport]:
        """Lists the CommandReport entities that depend on any of several masters,
        whose IDs are separated by commas.

        Args:
            masterids: Ids of Command, separated by commas. (line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /commandReport/ldeps`, documented at
        operations/shared-ops/ldeps.md:26.

        Example:
            api.command_report.ldeps(masterids=[1])
        """
        answer: builtins.list[CommandReport] = self._client._call("commandReportLdeps", None, {"masterids": masterids})
        return answer

    def list(self) -> builtins.list[CommandReport]:
        """Lists every CommandReport that your User may see.

        Raises:
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /commandReport/list`, documented at
        operations/shared-ops/list.md:24.

        Example:
            api.command_report.list()
        """
        answer: builtins.list[CommandReport] = self._client._call("commandReportList")
        return answer


class AsyncCommandReportGroup(AsyncGroup):
    """The operations under /commandReport."""

    async def deps(self, *, masterid: int) -> builtins.list[CommandReport]:
        """Lists the CommandReport entities that depend on one entity of another
        type, their master.

        Args:
            masterid: Id of Command. (int64; line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /commandReport/deps`, documented at
        operations/shared-ops/deps.md:27.

        Example:
            api.command_report.deps(masterid=1)
        """
        answer: builtins.list[CommandReport] = await self._client._call(
            "commandReportDeps", None, {"masterid": masterid}
        )
        return answer

    async def item(self, *, id: int) -> CommandReport:
        """Gives the CommandReport with the ID.

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

        Calls `GET /commandReport/item`, documented at
        operations/shared-ops/item.md:26.

        Example:
            api.command_report.item(id=1)
        """
        answer: CommandReport = await self._client._call("commandReportItem", None, {"id": id})
        return answer

    async def items(self, *, ids: Sequence[int]) -> builtins.list[CommandReport]:
        """Gives the CommandReport entities with the IDs, which are separated by
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

        Calls `GET /commandReport/items`, documented at
        operations/shared-ops/items.md:26.

        Example:
            api.command_report.items(ids=[1])
        """
        answer: builtins.list[CommandReport] = await self._client._call("commandReportItems", None, {"ids": ids})
        return answer

    async def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[CommandReport]:
        """Lists the CommandReport entities that depend on any of several masters,
        whose IDs are separated by commas.

        Args:
            masterids: Ids of Command, separated by commas. (line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /commandReport/ldeps`, documented at
        operations/shared-ops/ldeps.md:26.

        Example:
            api.command_report.ldeps(masterids=[1])
        """
        answer: builtins.list[CommandReport] = await self._client._call(
            "commandReportLdeps", None, {"masterids": masterids}
        )
        return answer

    async def list(self) -> builtins.list[CommandReport]:
        """Lists every CommandReport that your User may see.

        Raises:
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /commandReport/list`, documented at
        operations/shared-ops/list.md:24.

        Example:
            api.command_report.list()
        """
        answer: builtins.list[CommandReport] = await self._client._call("commandReportList")
        return answer


class RawCommandReportGroup(Group):
    """The operations under /commandReport, each with status, headers, body and
    time taken.
    """

    deps: Final = RawMethod(CommandReportGroup.deps)
    item: Final = RawMethod(CommandReportGroup.item)
    items: Final = RawMethod(CommandReportGroup.items)
    ldeps: Final = RawMethod(CommandReportGroup.ldeps)
    list: Final = RawMethod(CommandReportGroup.list)


class AsyncRawCommandReportGroup(AsyncGroup):
    """The operations under /commandReport, each with status, headers, body and
    time taken.
    """

    deps: Final = AsyncRawMethod(AsyncCommandReportGroup.deps)
    item: Final = AsyncRawMethod(AsyncCommandReportGroup.item)
    items: Final = AsyncRawMethod(AsyncCommandReportGroup.items)
    ldeps: Final = AsyncRawMethod(AsyncCommandReportGroup.ldeps)
    list: Final = AsyncRawMethod(AsyncCommandReportGroup.list)
