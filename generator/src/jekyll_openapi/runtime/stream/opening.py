"""Connects a client with streams: socket URLs, token, and calls over a socket."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from ..connections import AsyncConnections, Line
from ..errors import ServiceError
from ..trading.facts import StreamFacts
from .async_stream import AsyncStream, Doorway, Sockets
from .transport import ByHttp, Carrier, OverSocket

if TYPE_CHECKING:
    from ..trading.async_client import AsyncTrader
    from ..trading.base_client import Trader
    from ..trading.sync_client import SyncTrader

T = TypeVar("T")

log: logging.Logger = logging.getLogger(__package__)


def doorway_of(client: AsyncTrader) -> Doorway:
    """What a stream uses of an asyncio client."""

    async def token() -> str:
        return _text(await client._run(_token_flow(client)))

    async def find_contract(symbol: str) -> int | None:
        question = _question(client, symbol)
        return _contract(await _quietly(client._raw(*question))) if question else None

    async def look_again(tag: str | None) -> None:
        for doubt in [one for one in client.in_doubt if tag in (None, one.cl_ord_id)]:
            await client._reconcile(doubt, 0.0)

    description = client._core.description
    return Doorway(description, sockets_of(client), token, lambda: _refused(client), find_contract, look_again)


def doorway_of_threads(client: SyncTrader) -> Doorway:
    """What a stream uses of a blocking client; its work runs in a thread."""

    async def token() -> str:
        return _text(await asyncio.to_thread(lambda: client._run(_token_flow(client))))

    async def find_contract(symbol: str) -> int | None:
        question = _question(client, symbol)
        return _contract(await _quietly(asyncio.to_thread(client._raw, *question))) if question else None

    async def look_again(tag: str | None) -> None:
        for doubt in [one for one in client.in_doubt if tag in (None, one.cl_ord_id)]:
            await asyncio.to_thread(client._reconcile, doubt, 0.0)

    description = client._core.description
    return Doorway(description, sockets_of(client), token, lambda: _refused(client), find_contract, look_again)


def sockets_of(client: Trader) -> Sockets:
    """URLs of the sockets; a client with its own `base_url` has all of them there."""
    facts, base = stream_facts(client), client._core.base_url
    main = base.replace("https://", "wss://", 1).replace("http://", "ws://", 1) + facts.path
    if client._is_elsewhere:
        return Sockets(main, main, main)
    return Sockets(main, facts.market_data or main, facts.replay or main)


def stream_facts(client: Trader) -> StreamFacts:
    """What the description says about sockets; raises ValueError if nothing."""
    facts = client._core.description.facts.stream
    if facts is None:
        raise ValueError("the description states no sockets")
    return facts


def own_socket(client: AsyncTrader) -> None:
    """Send the client's calls over a stream of its own, except logins."""

    async def opened() -> AsyncStream:
        return await AsyncStream(doorway_of(client)).__aenter__()

    line = client._line
    line.carrier, line.is_own = _transport(client, opened, line.carrier), False


def over_socket(client: T, stream: AsyncStream) -> T:
    """A view of the client whose calls are sent over an open stream."""
    view: Any = client.with_options()  # type: ignore[attr-defined]
    given = view._line.carrier

    async def opened() -> AsyncStream:
        return stream

    line: Line[Any] = Line(_transport(view, opened, given), AsyncConnections, asyncio.Lock)
    line.lock, line.refusal = view._line.lock, view._line.refusal
    view._line.views.add(line)
    view._line = line
    return view  # type: ignore[no-any-return]


async def call(client: AsyncTrader, stream: AsyncStream, endpoint: str, values: Mapping[str, Any]) -> Any:
    """Call an operation by path and the API's names; returns its model."""
    path = f"/{endpoint.lstrip('/')}"
    view = over_socket(client, stream)
    known = [one for one in view._core.description.operations.values() if one.path.casefold() == path.casefold()]
    if not known:
        raise ValueError(f"the description has no operation {path}; `stream.send` sends plain requests")
    operation = known[0]
    in_body = operation.body is not None
    return await view._call(operation.id, dict(values) if in_body else None, None if in_body else dict(values))


def _transport(client: AsyncTrader, opened: Callable[[], Awaitable[Carrier]], http: ByHttp) -> OverSocket:
    core = client._core
    session, operations = core.description.facts.session, core.description.operations
    names = (session.open, session.renew) if session else ()
    by_http = frozenset(operations[one].path for one in names if one in operations)
    return OverSocket(opened, http, by_http)


def _token_flow(client: Trader) -> Any:
    """The flow that obtains a token, within the client's budget."""
    core = client._core
    session = core.description.facts.session
    name = session.check if session and session.check in core.description.operations else ""
    operation = core.description.operations.get(name) or next(iter(core.description.operations.values()))
    return core.signer.token(core.builder.prepare(operation, client._deadline()))


def _text(token: str | None) -> str:
    if not token:
        raise ValueError("a stream needs a token: give the client `credentials` or a `token`")
    return token


def _refused(client: Trader) -> bool:
    """Forget the token that the socket refused; returns whether another can be obtained."""
    session = client._core.session
    session.drop(session.token, "authorize")
    # Where the budget is used up for now, asking for a token says until when.
    return session.credentials is not None and session.facts is not None


def _question(client: Trader, symbol: str) -> tuple[str, None, dict[str, object]] | None:
    """The request that looks up a contract by name; None if the description has none."""
    found = client._core.description.find("get", "/contract/find")
    return (found.id, None, {"name": symbol}) if found.id in client._core.description.operations else None


async def _quietly(work: Awaitable[Any]) -> Any:
    try:
        return await work
    except ServiceError as error:
        log.info("a contract could not be found by its name: %s", error)
        return None


def _contract(answer: Any) -> int | None:
    parsed = getattr(answer, "parsed", None)
    number = getattr(parsed, "id", None)
    return number if isinstance(number, int) else None
