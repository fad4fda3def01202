"""Base classes of the operation groups (`api.order`), and the variants of their methods."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import partial, update_wrapper, wraps
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, TypeVar, cast

from .secrets import Hidden, bare

if TYPE_CHECKING:
    from .async_client import AsyncClient
    from .requests import Raw
    from .sync_client import SyncClient

P = ParamSpec("P")
T = TypeVar("T")
G = TypeVar("G")


class Group:
    """A group of operations of a blocking client."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client


class AsyncGroup:
    """A group of operations of an asyncio client."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client


def quiet(method: Callable[Concatenate[G, P], T]) -> Callable[Concatenate[G, P], T]:
    """Wrap a method that takes secrets: its errors carry no traceback frames that hold the arguments."""

    @wraps(method)
    def call(group: G, *given: P.args, **named: P.kwargs) -> T:
        work = _hidden(method, group, *given, **named)
        named.clear()
        try:
            return work.reveal()()
        except BaseException as error:
            failed = bare(error)
        raise failed

    return cast(Callable[Concatenate[G, P], T], call)


def quiet_async(
    method: Callable[Concatenate[G, P], Coroutine[Any, Any, T]],
) -> Callable[Concatenate[G, P], Coroutine[Any, Any, T]]:
    """`quiet` for coroutine methods."""

    @wraps(method)
    async def call(group: G, *given: P.args, **named: P.kwargs) -> T:
        work = _hidden(method, group, *given, **named)
        named.clear()
        try:
            return await work.reveal()()
        except BaseException as error:
            failed = bare(error)
        raise failed

    return cast(Callable[Concatenate[G, P], Coroutine[Any, Any, T]], call)


def _hidden(method: Callable[P, T], *given: P.args, **named: P.kwargs) -> Hidden[Callable[[], T]]:
    """Bind the arguments without exposing them to tracebacks or crash reports."""
    return Hidden(partial(method, *given, **named))


class _Whole:
    """Stands in for the client, so that a group's methods return the whole answer (`Raw`)."""

    def __init__(self, client: Any) -> None:
        self._call = client._raw


class RawMethod(Generic[P, T]):
    """Variant of a method that returns `Raw`: status, headers, body, parsed value and time taken."""

    def __init__(self, method: Callable[Concatenate[Any, P], T]) -> None:
        def call(group: Any, *given: P.args, **named: P.kwargs) -> Any:
            work = _hidden(method, type(group)(_Whole(group._client)), *given, **named)
            named.clear()
            return work.reveal()()

        self._call = _named(call, method)

    def __get__(self, group: Group | None, owner: type[Group]) -> Callable[P, Raw[T]]:
        return self._call if group is None else self._call.__get__(group)  # type: ignore[no-any-return]


class AsyncRawMethod(Generic[P, T]):
    """`RawMethod` for coroutine methods."""

    def __init__(self, method: Callable[Concatenate[Any, P], Coroutine[Any, Any, T]]) -> None:
        async def call(group: Any, *given: P.args, **named: P.kwargs) -> Any:
            work = _hidden(method, type(group)(_Whole(group._client)), *given, **named)
            named.clear()
            return await work.reveal()()

        self._call = _named(call, method)

    def __get__(self, group: AsyncGroup | None, owner: type[AsyncGroup]) -> Callable[P, Coroutine[Any, Any, Raw[T]]]:
        return self._call if group is None else self._call.__get__(group)  # type: ignore[no-any-return]


def _named(call: Any, method: Any) -> Any:
    """The function with the name, signature and a docstring of its own."""
    made = update_wrapper(call, method)
    made.__doc__ = f"As `{method.__name__}` of the client itself, with the whole answer."
    return made
