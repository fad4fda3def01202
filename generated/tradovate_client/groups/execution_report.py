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
        """Lists the ExecutionReport entities that depend on one entity of another type, their master

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. Id of Command. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        answer: builtins.list[ExecutionReport] = self._client._call("executionReportDeps", None, {"masterid": masterid})
        return answer

    def find(self, *, name: str) -> ExecutionReport:
        """Looks an ExecutionReport up by its name

        Looks an entity up by its name. Types without a `name` have nothing to be found by: `/position/find`
        can be called, and since a Position has no `name` no answer ever comes.

        Args:
            name: `name`, maxLength 64. (operations/shared-ops/find.md:19)

        Stated at operations/shared-ops/find.md:32.
        """
        answer: ExecutionReport = self._client._call("executionReportFind", None, {"name": name})
        return answer

    def item(self, *, id: int) -> ExecutionReport:
        """Gives the ExecutionReport with the ID

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        answer: ExecutionReport = self._client._call("executionReportItem", None, {"id": id})
        return answer

    def items(self, *, ids: Sequence[int]) -> builtins.list[ExecutionReport]:
        """Gives the ExecutionReport entities with the IDs, which are separated by commas

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        answer: builtins.list[ExecutionReport] = self._client._call("executionReportItems", None, {"ids": ids})
        return answer

    def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[ExecutionReport]:
        """Lists the ExecutionReport entities that depend on any of several masters, whose IDs are separated by
        commas

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. Ids of Command, separated by commas. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        answer: builtins.list[ExecutionReport] = self._client._call(
            "executionReportLdeps", None, {"masterids": masterids}
        )
        return answer

    def list(self) -> builtins.list[ExecutionReport]:
        """Lists every ExecutionReport that your User may see

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        answer: builtins.list[ExecutionReport] = self._client._call("executionReportList")
        return answer

    def suggest(self, *, l: int, t: str) -> builtins.list[ExecutionReport]:
        """Searches by text: gives the ExecutionReport entities that fit `t` best, `l` of them at most

        Searches by text: gives the entities that fit `t` best, `l` of them at most. For instance
        `/contract/suggest?t=ES&l=10` gives ten ES contracts, which is a way to choose the one to trade.

        Args:
            l: `l`, int32. (operations/shared-ops/suggest.md:19)
            t: `t`. (operations/shared-ops/suggest.md:20)

        Stated at operations/shared-ops/suggest.md:27.
        """
        answer: builtins.list[ExecutionReport] = self._client._call("executionReportSuggest", None, {"l": l, "t": t})
        return answer


class AsyncExecutionReportGroup(AsyncGroup):
    """The operations under /executionReport."""

    async def deps(self, *, masterid: int) -> builtins.list[ExecutionReport]:
        """Lists the ExecutionReport entities that depend on one entity of another type, their master

        Lists the entities of this type that depend on one entity of another type, their master.

        Args:
            masterid: `masterid`, int64. Id of Command. (operations/shared-ops/deps.md:19)

        Stated at operations/shared-ops/deps.md:27.
        """
        answer: builtins.list[ExecutionReport] = await self._client._call(
            "executionReportDeps", None, {"masterid": masterid}
        )
        return answer

    async def find(self, *, name: str) -> ExecutionReport:
        """Looks an ExecutionReport up by its name

        Looks an entity up by its name. Types without a `name` have nothing to be found by: `/position/find`
        can be called, and since a Position has no `name` no answer ever comes.

        Args:
            name: `name`, maxLength 64. (operations/shared-ops/find.md:19)

        Stated at operations/shared-ops/find.md:32.
        """
        answer: ExecutionReport = await self._client._call("executionReportFind", None, {"name": name})
        return answer

    async def item(self, *, id: int) -> ExecutionReport:
        """Gives the ExecutionReport with the ID

        Gives the entity with the ID.

        Args:
            id: `id`, int64. (operations/shared-ops/item.md:19)

        Stated at operations/shared-ops/item.md:26.
        """
        answer: ExecutionReport = await self._client._call("executionReportItem", None, {"id": id})
        return answer

    async def items(self, *, ids: Sequence[int]) -> builtins.list[ExecutionReport]:
        """Gives the ExecutionReport entities with the IDs, which are separated by commas

        Gives the entities with the IDs, which are separated by commas.

        Args:
            ids: `ids`. (operations/shared-ops/items.md:19)

        Stated at operations/shared-ops/items.md:26.
        """
        answer: builtins.list[ExecutionReport] = await self._client._call("executionReportItems", None, {"ids": ids})
        return answer

    async def ldeps(self, *, masterids: Sequence[int]) -> builtins.list[ExecutionReport]:
        """Lists the ExecutionReport entities that depend on any of several masters, whose IDs are separated by
        commas

        Lists the entities of this type that depend on any of several masters, whose IDs are separated by
        commas.

        Args:
            masterids: `masterids`. Ids of Command, separated by commas. (operations/shared-ops/ldeps.md:19)

        Stated at operations/shared-ops/ldeps.md:26.
        """
        answer: builtins.list[ExecutionReport] = await self._client._call(
            "executionReportLdeps", None, {"masterids": masterids}
        )
        return answer

    async def list(self) -> builtins.list[ExecutionReport]:
        """Lists every ExecutionReport that your User may see

        Lists every entity of this type that your User may see.

        Stated at operations/shared-ops/list.md:24.
        """
        answer: builtins.list[ExecutionReport] = await self._client._call("executionReportList")
        return answer

    async def suggest(self, *, l: int, t: str) -> builtins.list[ExecutionReport]:
        """Searches by text: gives the ExecutionReport entities that fit `t` best, `l` of them at most

        Searches by text: gives the entities that fit `t` best, `l` of them at most. For instance
        `/contract/suggest?t=ES&l=10` gives ten ES contracts, which is a way to choose the one to trade.

        Args:
            l: `l`, int32. (operations/shared-ops/suggest.md:19)
            t: `t`. (operations/shared-ops/suggest.md:20)

        Stated at operations/shared-ops/suggest.md:27.
        """
        answer: builtins.list[ExecutionReport] = await self._client._call(
            "executionReportSuggest", None, {"l": l, "t": t}
        )
        return answer


class RawExecutionReportGroup(Group):
    """The operations under /executionReport, each with status, headers, body and time taken."""

    deps: Final = RawMethod(ExecutionReportGroup.deps)
    find: Final = RawMethod(ExecutionReportGroup.find)
    item: Final = RawMethod(ExecutionReportGroup.item)
    items: Final = RawMethod(ExecutionReportGroup.items)
    ldeps: Final = RawMethod(ExecutionReportGroup.ldeps)
    list: Final = RawMethod(ExecutionReportGroup.list)
    suggest: Final = RawMethod(ExecutionReportGroup.suggest)


class AsyncRawExecutionReportGroup(AsyncGroup):
    """The operations under /executionReport, each with status, headers, body and time taken."""

    deps: Final = AsyncRawMethod(AsyncExecutionReportGroup.deps)
    find: Final = AsyncRawMethod(AsyncExecutionReportGroup.find)
    item: Final = AsyncRawMethod(AsyncExecutionReportGroup.item)
    items: Final = AsyncRawMethod(AsyncExecutionReportGroup.items)
    ldeps: Final = AsyncRawMethod(AsyncExecutionReportGroup.ldeps)
    list: Final = AsyncRawMethod(AsyncExecutionReportGroup.list)
    suggest: Final = AsyncRawMethod(AsyncExecutionReportGroup.suggest)
