"""Writes the module `streams`: the live tables, each with its model. Only if the description states sockets."""

from __future__ import annotations

from collections.abc import Iterator

from jekyll_openapi.client.model import ClientModel, Component
from jekyll_openapi.client.writer import Code, block, code, docstring, identifier, lines, literal
from jekyll_openapi.openapi.identifiers import snake


def streams_module(model: ClientModel) -> Code:
    """The module `streams`, with the blocking and the asyncio stream."""
    return lines(
        docstring("Streams: live tables of entities, market data, replay. Needs the extra `stream`."),
        code("from __future__ import annotations"),
        code("from collections.abc import Callable, Mapping"),
        code("from typing import TYPE_CHECKING, Any"),
        code("from .runtime.stream import async_stream, blocking, opening"),
        block(
            code("if TYPE_CHECKING:"),
            code("from . import models"),
            code("from .async_clients import $name", name=_client(model, is_async=True)),
            code("from .clients import $name", name=_client(model, is_async=False)),
            code("from .runtime.stream.engine import State"),
            code("from .runtime.stream.tables import Table"),
        ),
        _stream_class(model, is_async=True),
        _stream_class(model, is_async=False),
        code(""),
    )


def stream_methods(model: ClientModel, is_async: bool) -> Iterator[Code]:
    """The client's methods that open a stream."""
    made = code("AsyncStream" if is_async else "Stream")
    opened = "async with" if is_async else "with"
    yield block(
        code(
            "def stream(self, *, on_state: Callable[[State, str], None] | None = None) -> $made:",
            made=made,
        ),
        docstring(
            f"A live connection: `{opened} api.stream() as stream`. Needs the extra `stream`.\n\n"
            "Args:\n    on_state: Told of each change: `live`, `reconnecting` or `closed`, and why.",
            2,
        ),
        code("from .streams import $made", made=made),
        code("return $made(self, on_state=on_state)", made=made),
    )
    yield block(
        code(
            "def replay(self, start: datetime, *, speed: int = 400, balance: float | None = None, "
            "on_state: Callable[[State, str], None] | None = None) -> $made:",
            made=made,
        ),
        docstring(
            f"A live connection to a replay of the market: `{opened} api.replay(start) as stream`.\n\n"
            "Args:\n    start: The moment at which it begins, with a time zone.\n"
            "    speed: Percent of the real speed, 0 to 400.\n    balance: Cash of the account of the session.\n"
            "    on_state: Told of each change of the connection.",
            2,
        ),
        code("from .runtime.stream.replay import replay_request"),
        code("from .streams import $made", made=made),
        code("return $made(self, on_state=on_state, replay=replay_request(start, speed, balance))", made=made),
    )


def _client(model: ClientModel, *, is_async: bool) -> Code:
    return identifier(f"{'Async' if is_async else ''}{model.description.facts.class_name}")


def _stream_class(model: ClientModel, *, is_async: bool) -> Code:
    name, base = ("AsyncStream", "async_stream.AsyncStream") if is_async else ("Stream", "blocking.BlockingStream")
    client = _client(model, is_async=is_async)
    header = code(
        "def __init__(self, client: $client, *, on_state: Callable[[State, str], None] | None = None, "
        "replay: Mapping[str, Any] | None = None) -> None:",
        client=client,
    )
    if is_async:
        body = [
            code("super().__init__(opening.doorway_of(client), on_state=on_state, replay=replay)"),
            code("self._client = client"),
        ]
        more = [
            block(
                code("@property\ndef api(self) -> $client:", client=client),
                docstring("The client over this socket: its methods, checks and rules, without HTTP.", 2),
                code("return opening.over_socket(self._client, self)"),
            ),
            block(
                code("async def call(self, endpoint: str, **values: Any) -> Any:"),
                docstring("A checked call over this socket: `await stream.call('order/item', id=1)`.", 2),
                code("return await opening.call(self._client, self, endpoint, values)"),
            ),
        ]
    else:
        body = [
            block(
                code("super().__init__(lambda: async_stream.AsyncStream("),
                code("opening.doorway_of_threads(client), on_state=on_state, replay=replay))"),
            )
        ]
        more = []
    return block(
        code("class $name($base):", name=identifier(name), base=_dotted(base)),
        docstring("Live tables by entity, market data, and requests over one connection.", 1),
        block(header, *body),
        *more,
        *(_table(one) for one in sorted(_entities(model), key=lambda one: one.name)),
    )


def _dotted(name: str) -> Code:
    return code("async_stream.AsyncStream") if name.startswith("async") else code("blocking.BlockingStream")


def _entities(model: ClientModel) -> Iterator[Component]:
    """Objects with an id that have operations of their own."""
    paths = {one.path.strip("/").split("/")[0].casefold() for one in model.description.operations.values()}
    for component in model.components:
        if component.form == "object" and "id" in component.properties and component.name.casefold() in paths:
            yield component


def _table(component: Component) -> Code:
    kind = component.name[:1].lower() + component.name[1:]
    return block(
        code(
            "@property\ndef $name(self) -> Table[models.$model]:",
            name=identifier(plural(snake(component.name))),
            model=identifier(component.class_name),
        ),
        docstring(f"Each {component.class_name} that the stream has been told of, by id, kept up to date.", 2),
        code("return self.table($kind)", kind=literal(kind)),
    )


def plural(name: str) -> str:
    """`order` becomes `orders`, `contract_maturity` becomes `contract_maturities`."""
    if name.endswith("y") and name[-2:-1] not in "aeiou":
        return f"{name[:-1]}ies"
    return f"{name}es" if name.endswith(("s", "x", "ch")) else f"{name}s"
