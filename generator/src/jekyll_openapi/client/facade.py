"""Writes our own part of a client: the classes with one method an operation, and the types that they take."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jekyll_openapi.client.model import Argument, ClientModel, Group, Method
from jekyll_openapi.client.shapes import listed, shape_names
from jekyll_openapi.client.writer import Code, block, code, docstring, identifier, joined, lines, literal
from jekyll_openapi.runtime.schemas import Schema

LIMITS = (
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minLength",
    "maxLength",
    "pattern",
)


# --- groups -----------------------------------------------------------------------------------------------------------


def group_module(group: Group, shapes: Iterable[str]) -> Code:
    """The module of a group: its operations sync, async, and each with the whole answer; `shapes` has these names."""
    models = {one.result.model.module: one.result.model.class_name for one in group.methods if one.result.model}
    imports = (
        code("from ..models.$module import $name", module=identifier(module), name=identifier(name))
        for module, name in sorted(models.items())
    )
    return lines(
        docstring(f"The operations under /{group.path}."),
        code("from __future__ import annotations"),
        code("from collections.abc import Mapping, Sequence"),
        code("from typing import TYPE_CHECKING, Any, Literal, overload"),
        code("from ..runtime.groups import AsyncGroup, Group"),
        code("from ..runtime.records import as_it_is, many"),
        *imports,
        _types_block(shapes),
        *(_group_class(group, is_async, is_raw) for is_raw in (False, True) for is_async in (False, True)),
        code(""),
    )


def _types_block(shapes: Iterable[str]) -> Code:
    """What only a type checker imports; what a group does not use is removed afterwards."""
    return block(
        code("if TYPE_CHECKING:"),
        code("import builtins"),
        code("from datetime import date, datetime"),
        code("from decimal import Decimal"),
        code("from .. import models"),
        code("from ..runtime.errors import ServiceError"),
        code("from ..runtime.in_doubt import Doubt"),
        code("from ..runtime.reconciling import Reconciliation"),
        code("from ..runtime.requests import PreparedRequest, Raw"),
        code("from ..shapes import $names", names=joined(", ", map(identifier, shapes))),
    )


def class_name(group: Group, is_async: bool, is_raw: bool) -> Code:
    """`AsyncRawOrder`."""
    return identifier(f"{'Async' if is_async else ''}{'Raw' if is_raw else ''}{group.class_name}")


def _group_class(group: Group, is_async: bool, is_raw: bool) -> Code:
    """One of the four classes of a group."""
    whole = ", each with status, headers, body and time taken" if is_raw else ""
    methods = [part for one in group.methods for part in _method(one, group, is_async, is_raw)]
    if group.has_reconcile and not is_raw:
        methods.append(_reconcile(is_async))
    return block(
        code(
            "class $name($base):",
            name=class_name(group, is_async, is_raw),
            base=code("AsyncGroup" if is_async else "Group"),
        ),
        docstring(f"The operations under /{group.path}{whole}.", 1),
        *methods,
    )


def _reconcile(is_async: bool) -> Code:
    """The method that finds out what became of a request."""
    return block(
        code(
            "$kind reconcile(self, what: ServiceError | Doubt | str | BaseException, wait: float = 0.0) "
            "-> Reconciliation:",
            kind=_def(is_async),
        ),
        docstring(
            "What became of a request whose outcome is unknown, as far as the service lists it.\n\n"
            "Looks for its tag, kind, account and time at once, and again for up to `wait` seconds. The `outcome` is "
            "`placed`, `not placed` or `unknown` of what makes orders, `done`, `not done` or `unknown` of a cancel, a "
            "change or a liquidation; `why` gives the reason. What is not listed stays `unknown`, since a list can be "
            "late or cut.\n\n"
            "Args:\n"
            "    what: The error of the call, a record of `in_doubt`, or the tag.\n"
            "    wait: Seconds.",
            2,
        ),
        code("return $wait self._client._reconcile(what, wait)", wait=_wait(is_async)),
    )


def _def(is_async: bool) -> Code:
    """How a function begins."""
    return code("async def" if is_async else "def")


def _wait(is_async: bool) -> Code:
    """What stands before a call that is waited for."""
    return code("await" if is_async else "")


def _method(method: Method, group: Group, is_async: bool, is_raw: bool) -> Iterator[Code]:
    """A method; with its overloads where it can be called without sending."""
    result = code("Raw[$type]", type=method.result.annotation) if is_raw else method.result.annotation
    if is_raw or not method.has_dry_run:
        yield block(
            _header(method, is_async, result, None), _text(method, group, is_raw), _send(method, is_async, is_raw)
        )
        return
    dry = code("PreparedRequest")
    yield lines(code("@overload"), _header(method, is_async, result, code("Literal[False] = False"), code("...")))
    yield lines(code("@overload"), _header(method, is_async, dry, code("Literal[True]"), code("...")))
    both = code("$result | PreparedRequest", result=result)
    yield lines(code("@overload"), _header(method, is_async, both, code("bool"), code("...")))
    yield block(
        _header(method, is_async, both, code("bool = False")),
        _text(method, group, is_raw),
        block(code("if dry_run:"), code("return self._client._dry($arguments)", arguments=_passed(method))),
        _send(method, is_async, is_raw),
    )


def _header(method: Method, is_async: bool, result: Code, dry_run: Code | None, body: Code | None = None) -> Code:
    """The `def` of a method; all arguments are keywords."""
    arguments = [_argument(one) for one in method.arguments]
    if dry_run:
        arguments.append(code("dry_run: $type", type=dry_run))
    return code(
        "$kind $name($arguments) -> $result:$body",
        kind=_def(is_async),
        name=identifier(method.name),
        arguments=joined(", ", [code("self"), *([code("*")] if arguments else []), *arguments]),
        result=result,
        body=body or code(""),
    )


def _argument(argument: Argument) -> Code:
    """One keyword with its type; what is not required may be left out."""
    name = identifier(argument.name)
    if argument.required:
        return code("$name: $type", name=name, type=argument.annotation)
    return code("$name: $type | None = None", name=name, type=argument.annotation)


def _send(method: Method, is_async: bool, is_raw: bool) -> Code:
    """The statement that makes the call."""
    way = code("_raw" if is_raw else "_call")
    return code(
        "return $wait self._client.$way($arguments)",
        wait=_wait(is_async),
        way=way,
        arguments=_passed(method, method.result.read),
    )


def _passed(method: Method, read: Code | None = None) -> Code:
    """What a method hands on: the operation, how its answer is read, the body, and what goes into the address."""
    has_body = method.operation.body is not None
    body = [_dictionary(method.body)] if has_body else [code("None")] if method.values else []
    values = [_dictionary(method.values)] if method.values else []
    return joined(", ", [literal(method.operation.id), *([read] if read else []), *body, *values])


def _dictionary(arguments: tuple[Argument, ...]) -> Code:
    """The arguments under the API's names."""
    pairs = (code("$key: $name", key=literal(one.wire), name=identifier(one.name)) for one in arguments)
    return code("{$pairs}", pairs=joined(", ", pairs))


# --- docstrings -------------------------------------------------------------------------------------------------------


def _text(method: Method, group: Group, is_raw: bool) -> Code:
    """The docstring of a method."""
    return docstring(method_text(method, group, is_raw), 2)


def method_text(method: Method, group: Group, is_raw: bool) -> str:
    """What a method says of itself: the page's text, the limits, the rules, and where they stand."""
    if is_raw:
        return f"As `{group.attribute}.{method.name}`, with the whole answer."
    parts = [method.summary]
    if method.arguments:
        parts.append("Args:\n" + "\n".join(_argument_text(one) for one in method.arguments))
    if method.rules:
        parts.append("Rules:\n" + "\n".join(f"    - {_one_line(text)} ({place})" for text, place in method.rules))
    if method.has_dry_run:
        parts.append("With `dry_run=True` nothing is sent, and what would be sent is given back.")
    if method.operation.source:
        parts.append(f"Stated at {method.operation.source}.")
    return "\n\n".join(parts)


def _argument_text(argument: Argument) -> str:
    """One argument: the API's name, its limits, what the page says, where."""
    said = [f"`{argument.wire}`", *_limits(argument.schema)]
    text = _one_line(str(argument.schema.get("description", "")))
    place = f" ({argument.source})" if argument.source else ""
    return f"    {argument.name}: {', '.join(said)}. {text}".rstrip() + place


def _limits(schema: Schema) -> Iterator[str]:
    """The format and the bounds of a value."""
    if "format" in schema:
        yield str(schema["format"])
    yield from (f"{key} {schema[key]}" for key in LIMITS if key in schema)


def _one_line(text: str) -> str:
    """The text without line breaks."""
    return " ".join(text.split())


# --- the client classes -----------------------------------------------------------------------------------------------


def client_module(model: ClientModel) -> Code:
    """`clients`: the sync and the async client, and their raw halves."""
    imports = (
        code(
            "from .groups.$module import $names",
            module=identifier(group.attribute),
            names=joined(", ", (class_name(group, one, two) for one in (False, True) for two in (False, True))),
        )
        for group in model.groups
    )
    shapes = code("from .shapes import $names", names=joined(", ", map(identifier, shape_names(model))))
    return lines(
        docstring("The clients: start here."),
        code("from __future__ import annotations"),
        code("from collections.abc import Iterable, Mapping"),
        code("from functools import cached_property"),
        code("from typing import TYPE_CHECKING, Literal"),
        code("import httpx"),
        code("from ._package import PACKAGE"),
        code("from .client import AuthenticatedClient"),
        code("from .runtime.async_client import AsyncClient"),
        code("from .runtime.base_client import Settings, Timeouts"),
        code("from .runtime.groups import AsyncGroup, Group"),
        code("from .runtime.sync_client import SyncClient"),
        block(
            code("if TYPE_CHECKING:"),
            code("from . import models"),
            code("from .runtime.in_doubt import Doubt"),
            code("from .runtime.state import StatePath"),
            shapes,
            *imports,
        ),
        *(_client_class(model, is_async) for is_async in (False, True)),
        *(_raw_class(model, is_async) for is_async in (False, True)),
        code(""),
    )


def client_name(model: ClientModel, is_async: bool, is_raw: bool = False) -> Code:
    """`AsyncTradovate`."""
    return identifier(f"{'Async' if is_async else ''}{'Raw' if is_raw else ''}{model.description.facts.class_name}")


def _client_class(model: ClientModel, is_async: bool) -> Code:
    """The client itself."""
    kind = "tasks of an event loop" if is_async else "threads"
    raw = client_name(model, is_async, is_raw=True)
    return block(
        code(
            "class $name($base):",
            name=client_name(model, is_async),
            base=code("AsyncClient" if is_async else "SyncClient"),
        ),
        docstring(f"Every operation as a method, for {kind}. One group of operations an attribute.", 1),
        _constructor(model, is_async),
        *(_group_property(group, is_async, False) for group in model.groups),
        block(
            code("@cached_property\ndef raw(self) -> $raw:", raw=raw),
            docstring("The same methods, giving status, headers, body, time taken and the parsed model.", 2),
            code("return $raw(self)", raw=raw),
        ),
        block(
            code("@cached_property\ndef client(self) -> AuthenticatedClient:"),
            docstring("What the generated functions under `api` are called with; they keep the same rules.", 2),
            code(
                "made = AuthenticatedClient(base_url=$nowhere, token=$none)",
                nowhere=literal("https://nowhere.invalid"),
                none=literal(""),
            ),
            code(
                "return made.$set(self.$get())",
                set=code("set_async_httpx_client" if is_async else "set_httpx_client"),
                get=code("get_async_httpx_client" if is_async else "get_httpx_client"),
            ),
        ),
    )


def _constructor(model: ClientModel, is_async: bool) -> Code:
    """The `__init__` of a client."""
    description = model.description
    environments = listed(list(description.servers))
    transport = code("httpx.AsyncBaseTransport" if is_async else "httpx.BaseTransport")
    return block(
        code(
            "def __init__(self, *, environment: Literal[$environments] = $default, "
            "credentials: $credentials | None = None, token: str | None = None, "
            "transport: $transport | None = None, base_url: str | None = None, timeouts: Timeouts | None = None, "
            "responses: Literal['lenient', 'strict'] = 'lenient', halt_on_doubt: bool = False, "
            "state: StatePath | None = None, in_doubt: str | bytes | Iterable[Doubt] = ()) -> None:",
            environments=environments,
            default=literal(description.facts.default_environment),
            credentials=model.credentials,
            transport=transport,
        ),
        docstring(_constructor_text(model), 2),
        code(
            "settings = Settings(environment=environment, token=token, credentials=credentials, base_url=base_url, "
            "timeouts=timeouts, responses=responses, halt_on_doubt=halt_on_doubt, state=state, in_doubt=in_doubt)"
        ),
        code("super().__init__(PACKAGE.description, settings, transport)"),
    )


def _constructor_text(model: ClientModel) -> str:
    """What the arguments of a client mean."""
    default = model.description.facts.default_environment
    return (
        f"A client for one environment, `{default}` unless another one is asked for by name.\n\n"
        "Args:\n"
        "    environment: Which servers to talk to.\n"
        "    credentials: What opens a session; it is opened at the first call and renewed in time.\n"
        "    token: A token from elsewhere, in place of credentials; it is neither renewed nor replaced.\n"
        "    transport: What carries requests, for tests and proxies.\n"
        "    base_url: Another address of the environment on this machine, such as a mock server.\n"
        "    timeouts: Seconds for each step and for a whole call.\n"
        "    responses: `strict` raises where an answer differs from the spec; `lenient` keeps and counts it.\n"
        "    halt_on_doubt: Send no new trade while the outcome of an earlier one is not known; what cancels or "
        "liquidates goes out all the same.\n"
        "    state: A file that the processes of this login share: token, budgets, lock-outs and what is in doubt.\n"
        "    in_doubt: What was in doubt in an earlier run, as `in_doubt.to_json()` gave it."
    )


def _group_property(group: Group, is_async: bool, is_raw: bool) -> Code:
    """The attribute of a group, imported when it is first used."""
    made = class_name(group, is_async, is_raw)
    name = identifier(group.attribute)
    holder = code("self._client" if is_raw else "self")
    return block(
        code("@cached_property\ndef $name(self) -> $made:", name=name, made=made),
        docstring(f"The operations under /{group.path}.", 2),
        code("from .groups.$name import $made", name=name, made=made),
        code("return $made($holder)", made=made, holder=holder),
    )


def _raw_class(model: ClientModel, is_async: bool) -> Code:
    """The half of a client that gives whole answers."""
    return block(
        code(
            "class $name($base):",
            name=client_name(model, is_async, is_raw=True),
            base=code("AsyncGroup" if is_async else "Group"),
        ),
        docstring("Every operation as a method that gives the whole answer.", 1),
        *(_group_property(group, is_async, True) for group in model.groups),
    )
