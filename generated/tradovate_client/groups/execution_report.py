"""The operations under /executionReport."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from ..runtime.groups import AsyncGroup, AsyncRawMethod, Group, RawMethod

if TYPE_CHECKING:
    import builtins

    from ..models import ExecutionReport


class ExecutionReportGroup(Group):
    """The operations under /executionReport."""

    def deps(self, *, masterid: int) -> builtins.list[ExecutionReport]:
        """Lists the ExecutionReport entities that depend on one entity of another
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

        Calls `GET /executionReport/deps`, documented at
        operations/shared-ops/deps.md:27.

        Example:
            api.execution_report.deps(masterid=1)
        """
        answer: builtins.list[ExecutionReport] = self._client._call("executionReportDeps", None, {"masterid": masterid})
        return answer

    def find(self, *, name: str) -> ExecutionReport:
        """Looks an ExecutionReport up by its name.

        Types without a `name` have nothing to be found by: `/position/find` can
        be called, and since a Position has no `name` no answer ever comes.

        Args:
            name: at most 64 characters (line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /executionReport/find`, documented at
        operations/shared-ops/find.md:32.

        Example:
            api.execution_report.find(name="ExecutionReport 1")
        """
        answer: ExecutionReport = self._client._call("executionReportFind", None, {"name": name})
        return answer

    def item(self, *, id: int) -> ExecutionReport:
        """Gives the ExecutionReport with the ID.

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

        Calls `GET /executionReport/item`, documented at
        operations/shared-ops/item.md:26.

        Example:
            api.execution_report.item(id=1)
        """
        answer: ExecutionReport = self._client._call("executionReportItem", None, {"id": id})
        return answer

    def items(self, *, ids: Sequence[int]) -> builtins.list[ExecutionReport]:
        """Gives the ExecutionReport entities with the IDs, which are separated by
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

        Calls `GET /executionReport/items`, documented at
        operations/shared-ops/items.md:26.

        Example:
            api.execution_report.items(ids=[1])
        """
        answer: builtins.list[ExecutionReport] = self._client._call("executionReportItems", None, {"ids": ids})
        return answer

    def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[ExecutionReport]:
        """Lists the ExecutionReport entities that depend on any of several
        masters, whose IDs are separated by commas.

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

        Calls `GET /executionReport/ldeps`, documented at
        operations/shared-ops/ldeps.md:26.

        Example:
            api.execution_report.ldeps(masterids=[1])
        """
        answer: builtins.list[ExecutionReport] = self._client._call(
            "executionReportLdeps", None, {"masterids": masterids}
        )
        return answer

    def list(self) -> builtins.list[ExecutionReport]:
        """Lists every ExecutionReport that your User may see.

        Raises:
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /executionReport/list`, documented at
        operations/shared-ops/list.md:24.

        Example:
            api.execution_report.list()
        """
        answer: builtins.list[ExecutionReport] = self._client._call("executionReportList")
        return answer

    def suggest(self, *, l: int, t: str) -> builtins.list[ExecutionReport]:
        """Searches by text: gives the ExecutionReport entities that fit `t` best,
        `l` of them at most.

        For instance `/contract/suggest?t=ES&l=10` gives ten ES contracts, which
        is a way to choose the one to trade.

        Args:
            l: int32 (line 19)
            t: not described (line 20)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /executionReport/suggest`, documented at
        operations/shared-ops/suggest.md:27.

        Example:
            api.execution_report.suggest(l=1, t="t")
        """
        answer: builtins.list[ExecutionReport] = self._client._call("executionReportSuggest", None, {"l": l, "t": t})
        return answer


class AsyncExecutionReportGroup(AsyncGroup):
    """The operations under /executionReport."""

    async def deps(self, *, masterid: int) -> builtins.list[ExecutionReport]:
        """Lists the ExecutionReport entities that depend on one entity of another
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

        Calls `GET /executionReport/deps`, documented at
        operations/shared-ops/deps.md:27.

        Example:
            api.execution_report.deps(masterid=1)
        """
        answer: builtins.list[ExecutionReport] = await self._client._call(
            "executionReportDeps", None, {"masterid": masterid}
        )
        return answer

    async def find(self, *, name: str) -> ExecutionReport:
        """Looks an ExecutionReport up by its name.

        Types without a `name` have nothing to be found by: `/position/find` can
        be called, and since a Position has no `name` no answer ever comes.

        Args:
            name: at most 64 characters (line 19)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /executionReport/find`, documented at
        operations/shared-ops/find.md:32.

        Example:
            api.execution_report.find(name="ExecutionReport 1")
        """
        answer: ExecutionReport = await self._client._call("executionReportFind", None, {"name": name})
        return answer

    async def item(self, *, id: int) -> ExecutionReport:
        """Gives the ExecutionReport with the ID.

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

        Calls `GET /executionReport/item`, documented at
        operations/shared-ops/item.md:26.

        Example:
            api.execution_report.item(id=1)
        """
        answer: ExecutionReport = await self._client._call("executionReportItem", None, {"id": id})
        return answer

    async def items(self, *, ids: Sequence[int]) -> builtins.list[ExecutionReport]:
        """Gives the ExecutionReport entities with the IDs, which are separated by
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

        Calls `GET /executionReport/items`, documented at
        operations/shared-ops/items.md:26.

        Example:
            api.execution_report.items(ids=[1])
        """
        answer: builtins.list[ExecutionReport] = await self._client._call("executionReportItems", None, {"ids": ids})
        return answer

    async def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[ExecutionReport]:
        """Lists the ExecutionReport entities that depend on any of several
        masters, whose IDs are separated by commas.

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

        Calls `GET /executionReport/ldeps`, documented at
        operations/shared-ops/ldeps.md:26.

        Example:
            api.execution_report.ldeps(masterids=[1])
        """
        answer: builtins.list[ExecutionReport] = await self._client._call(
            "executionReportLdeps", None, {"masterids": masterids}
        )
        return answer

    async def list(self) -> builtins.list[ExecutionReport]:
        """Lists every ExecutionReport that your User may see.

        Raises:
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /executionReport/list`, documented at
        operations/shared-ops/list.md:24.

        Example:
            api.execution_report.list()
        """
        answer: builtins.list[ExecutionReport] = await self._client._call("executionReportList")
        return answer

    async def suggest(self, *, l: int, t: str) -> builtins.list[ExecutionReport]:
        """Searches by text: gives the ExecutionReport entities that fit `t` best,
        `l` of them at most.

        For instance `/contract/suggest?t=ES&l=10` gives ten ES contracts, which
        is a way to choose the one to trade.

        Args:
            l: int32 (line 19)
            t: not described (line 20)

        Raises:
            RequestInvalid: An argument breaks the description; nothing was
                sent.
            AuthenticationError: 401. The token is missing, has expired, or
                belongs to an API key without the permission.
            RateLimited: 423. The caller is locked out, for the same hour and on
                the same terms as after a 429.
            RateLimited: 429. Too many requests. Every further request within
                the next hour starts that hour anew.

        Calls `GET /executionReport/suggest`, documented at
        operations/shared-ops/suggest.md:27.

        Example:
            api.execution_report.suggest(l=1, t="t")
        """
        answer: builtins.list[ExecutionReport] = await self._client._call(
            "executionReportSuggest", None, {"l": l, "t": t}
        )
        return answer


class RawExecutionReportGroup(Group):
    """The operations under /executionReport, each with status, headers, body
    and time taken.
    """

    deps: Final = RawMethod(ExecutionReportGroup.deps)
    find: Final = RawMethod(ExecutionReportGroup.find)
    item: Final = RawMethod(ExecutionReportGroup.item)
    items: Final = RawMethod(ExecutionReportGroup.items)
    ldeps: Final = RawMethod(ExecutionReportGroup.ldeps)
    list: Final = RawMethod(ExecutionReportGroup.list)
    suggest: Final = RawMethod(ExecutionReportGroup.suggest)


class AsyncRawExecutionReportGroup(AsyncGroup):
    """The operations under /executionReport, each with status, headers, body
    and time taken.
    """

    deps: Final = AsyncRawMethod(AsyncExecutionReportGroup.deps)
    find: Final = AsyncRawMethod(AsyncExecutionReportGroup.find)
    item: Final = AsyncRawMethod(AsyncExecutionReportGroup.item)
    items: Final = AsyncRawMethod(AsyncExecutionReportGroup.items)
    ldeps: Final = AsyncRawMethod(AsyncExecutionReportGroup.ldeps)
    list: Final = AsyncRawMethod(AsyncExecutionReportGroup.list)
    suggest: Final = AsyncRawMethod(AsyncExecutionReportGroup.suggest)
