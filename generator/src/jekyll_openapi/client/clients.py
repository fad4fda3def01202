"""Writes the modules `clients` and `async_clients`: the client class and its `raw` variant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jekyll_openapi.client.groups import class_name
from jekyll_openapi.client.model import ClientModel, Group
from jekyll_openapi.client.streams import stream_methods
from jekyll_openapi.client.typed_dicts import listed, shape_names
from jekyll_openapi.client.writer import Code, block, code, docstring, identifier, imported, joined, lines, literal
from jekyll_openapi.records import dataclass
from jekyll_openapi.runtime.servers import default_server

NONE = code("None")
SECRET = frozenset({"token", "credentials", "api_key", "basic", "in_doubt"})
"""Constructor arguments that are deleted from the frame, so that tracebacks do not show them."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A constructor argument."""

    name: Code
    type: Code
    default: Code
    about: str


def client_module(model: ClientModel, is_async: bool) -> Code:
    """The module `clients` or `async_clients`; two modules, since importing asyncio is slow."""
    imports = (
        code(
            "from .groups.$module import $names",
            module=identifier(group.attribute),
            names=joined(", ", (class_name(group, is_async, one) for one in (False, True))),
        )
        for group in model.groups
    )
    made = _client_class(model, is_async)
    kind = code("async_client" if is_async else "sync_client")
    is_plain = model.description.facts.plain
    return lines(
        docstring("The clients: start here."),
        code("from __future__ import annotations"),
        code("from collections.abc import Callable, Iterable, Mapping"),
        code("from datetime import datetime"),
        code("from functools import cached_property, partial"),
        code("from typing import TYPE_CHECKING, Literal"),
        code("import httpx"),
        code("from .runtime import base_client, groups, secrets"),
        *_bases(kind, is_plain),
        block(
            code("if TYPE_CHECKING:"),
            code("from . import models"),
            *(_trading_types() if not is_plain else ()),
            *([code("from .runtime.stream.engine import State")] if model.description.facts.stream else []),
            *(
                [code("from .streams import $name", name=code("AsyncStream" if is_async else "Stream"))]
                if model.description.facts.stream
                else []
            ),
            *imported(".shapes", shape_names(model), made),
            *imports,
        ),
        made,
        _raw_class(model, is_async),
        code(""),
    )


def _bases(kind: Code, is_plain: bool) -> Iterator[Code]:
    """Imports of the base class."""
    if is_plain:
        yield code("from .runtime import $kind", kind=kind)
        return
    yield code("from .runtime.trading import base_client as trading")
    yield code("from .runtime.trading import $kind", kind=kind)


def _trading_types() -> Iterator[Code]:
    """Imports for the arguments of a trading client."""
    yield code("from .runtime.trading.in_doubt import Doubt")
    yield code("from .runtime.state import StatePath")


def _base(is_async: bool, is_plain: bool) -> Code:
    """The base class."""
    module = code("async_client" if is_async else "sync_client")
    name = code("AsyncClient" if is_async else "SyncClient")
    if not is_plain:
        name = code("AsyncTrader" if is_async else "SyncTrader")
    return code("$module.$name", module=module, name=name)


def client_name(model: ClientModel, is_async: bool, is_raw: bool = False) -> Code:
    """Class name, such as `AsyncTradovate`."""
    return identifier(f"{'Async' if is_async else ''}{'Raw' if is_raw else ''}{model.description.facts.class_name}")


def _client_class(model: ClientModel, is_async: bool) -> Code:
    """The client class."""
    kind = "tasks of an event loop" if is_async else "threads"
    raw = client_name(model, is_async, is_raw=True)
    return block(
        code(
            "class $name($base):",
            name=client_name(model, is_async),
            base=_base(is_async, model.description.facts.plain),
        ),
        docstring(f"Every operation as a method, for {kind}. Each group of operations is an attribute.", 1),
        _constructor(model, is_async),
        *(_group_property(group, is_async, False) for group in model.groups),
        block(
            code("@cached_property\ndef raw(self) -> $raw:", raw=raw),
            docstring("The same methods, returning status, headers, body, time taken and the parsed model.", 2),
            code("return $raw(self)", raw=raw),
        ),
        *(stream_methods(model, is_async) if model.description.facts.stream else ()),
    )


def _constructor(model: ClientModel, is_async: bool) -> Code:
    """The constructor."""
    settings = list(_settings(model))
    transport = code("httpx.AsyncBaseTransport" if is_async else "httpx.BaseTransport")
    about_it = "The httpx transport for all requests, for tests and proxies."
    if is_async and model.description.facts.stream:
        transport = code("httpx.AsyncBaseTransport | Literal['socket']")
        about_it += " `'socket'` sends all but logins over one socket."
    carrier = Setting(code("transport"), transport, NONE, about_it)
    keywords = [*settings, carrier]
    about = "\n".join(f"    {one.name.text}: {one.about}" for one in keywords)
    return block(
        code(
            "def __init__(self, *, $keywords) -> None:",
            keywords=joined(
                ", ",
                (
                    code("$name: $type = $default", name=one.name, type=_or_none(one), default=one.default)
                    for one in keywords
                ),
            ),
        ),
        docstring(f"{_opening(model)}\n\nArgs:\n{about}", 2),
        code(
            "given = secrets.Hidden(partial($kind, $given))",
            kind=code("base_client.Settings" if model.description.facts.plain else "trading.TradingSettings"),
            given=joined(", ", (code("$name=$name", name=one.name) for one in settings)),
        ),
        *_forgotten([one for one in settings if one.name.text in SECRET]),
        code("settings = base_client.settings_of(given)"),
        code("from ._package import PACKAGE"),
        *_carried(is_async and model.description.facts.stream is not None),
    )


def _forgotten(secret: Sequence[Setting]) -> Iterator[Code]:
    """A `del` statement for secret arguments, if there are any."""
    if secret:
        yield code("del $names", names=joined(", ", (one.name for one in secret)))


def _carried(has_socket: bool) -> Iterator[Code]:
    """The call of the base constructor, with the transport."""
    if not has_socket:
        yield code("super().__init__(PACKAGE.description, settings, transport)")
        return
    yield code("super().__init__(PACKAGE.description, settings, None if transport == 'socket' else transport)")
    yield block(
        code("if transport == 'socket':"),
        code("from .runtime.stream.opening import own_socket"),
        code("own_socket(self)"),
    )


def _or_none(one: Setting) -> Code:
    return code("$type | None", type=one.type) if one.default == NONE else one.type


def _opening(model: ClientModel) -> str:
    """First sentence of the constructor's docstring."""
    servers, default = model.description.servers, _default_environment(model)
    if default:
        return f"A client for one environment, by default `{default}`."
    if any(one.is_whole for one in servers.values()):
        return "A client for one environment. Pass `environment`, because all described servers are live."
    return "A client for the service at `base_url`, because the description names no server."


def _default_environment(model: ClientModel) -> str:
    return model.description.facts.default_environment or default_server(model.description.servers)


def _settings(model: ClientModel) -> Iterator[Setting]:
    """Constructor arguments, depending on what the description states."""
    description, facts = model.description, model.description.facts
    kinds = {one.kind for one in description.schemes.values()}
    if names := [name for name, one in description.servers.items() if one.is_whole]:
        default = _default_environment(model)
        literals = code("Literal[$names]", names=listed(names))
        yield Setting(code("environment"), literals, literal(default or None), "The servers to use, by name.")
    if facts.session:
        text = "Login data. A session is opened at the first call and renewed before it expires."
        yield Setting(code("credentials"), model.credentials, NONE, text)
    if "bearer" in kinds or not facts.plain:
        text = "A token from elsewhere; it is neither renewed nor replaced."
        if facts.session:
            text = "A token from elsewhere, instead of credentials; it is neither renewed nor replaced."
        yield Setting(code("token"), code("str"), NONE, text)
    takers = [name for name, one in description.schemes.items() if one.kind in ("header", "query", "cookie")]
    if takers:
        kind = code("Mapping[str, str]")
        text = f"A key for each of {', '.join(takers)}."
        if len(takers) == 1:
            kind, text = code("str"), f"The key that goes out as {description.schemes[takers[0]].key}."
        yield Setting(code("api_key"), kind, NONE, text)
    if "basic" in kinds:
        yield Setting(code("basic"), code("tuple[str, str]"), NONE, "User name and password.")
    variables = [name for one in description.servers.values() for name in one.variables]
    if variables:
        text = f"Variables of the server's URL: {', '.join(dict.fromkeys(variables))}."
        yield Setting(code("server_variables"), code("Mapping[str, str]"), NONE, text)
    where = "Address on this machine to use instead of the environment's, such as a mock server."
    if facts.plain:
        where = "URL of the service, instead of an environment."
    yield Setting(code("base_url"), code("str"), NONE, where)
    yield Setting(
        code("timeouts"),
        code("base_client.Timeouts"),
        NONE,
        "Time limits in seconds, per step and per call.",
    )
    modes = code("Literal[$names]", names=listed(["lenient", "strict"]))
    text = "`strict` raises if an answer differs from the description; `lenient` keeps and counts the difference."
    yield Setting(code("responses"), modes, literal("lenient"), text)
    if not facts.plain:
        yield from _doubts()


def _doubts() -> Iterator[Setting]:
    """Constructor arguments about trades in doubt."""
    halt = "Send no new trade while the outcome of an earlier one is unknown, except what cancels or liquidates."
    yield Setting(code("halt_on_doubt"), code("bool"), literal(False), halt)
    state = "A file that processes with this login share: token, budgets, lock-outs and trades in doubt."
    yield Setting(code("state"), code("StatePath"), NONE, state)
    earlier = "Trades in doubt from an earlier run, as `in_doubt.to_json()` returned them."
    yield Setting(code("in_doubt"), code("str | bytes | Iterable[Doubt]"), code("()"), earlier)


def _group_property(group: Group, is_async: bool, is_raw: bool) -> Code:
    """The property that returns a group, imported on first use."""
    made = class_name(group, is_async, is_raw)
    name = identifier(group.attribute)
    holder = code("self._client" if is_raw else "self")
    return block(
        code("@cached_property\ndef $name(self) -> $made:", name=name, made=made),
        docstring(f"The operations under {group.about}.", 2),
        code("from .groups.$name import $made", name=name, made=made),
        code("return $made($holder)", made=made, holder=holder),
    )


def _raw_class(model: ClientModel, is_async: bool) -> Code:
    """The class behind `raw`."""
    return block(
        code(
            "class $name($base):",
            name=client_name(model, is_async, is_raw=True),
            base=code("groups.AsyncGroup" if is_async else "groups.Group"),
        ),
        docstring("Every operation as a method that returns the whole answer.", 1),
        *(_group_property(group, is_async, True) for group in model.groups),
    )
