"""Writes the group modules: classes with a method per operation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from jekyll_openapi.client.model import Argument, Group, Method, group_class
from jekyll_openapi.client.writer import Code, block, code, docstring, identifier, imported, joined, lines, literal


def group_module(group: Group, shapes: Iterable[str], models: Iterable[str], texts: Mapping[str, Code]) -> Code:
    """The module of a group: blocking, asyncio, and raw variants of both.

    Args:
        shapes: Names of literal and mapping types that annotations may use.
        models: Names of models that annotations may use.
        texts: Docstrings by method.
    """
    classes = [_group_class(group, texts, is_async, is_raw) for is_raw in (False, True) for is_async in (False, True)]
    return lines(
        docstring(f"The operations under {group.about}."),
        code("from __future__ import annotations"),
        code("from collections.abc import Mapping, Sequence"),
        code("from typing import TYPE_CHECKING, Any, Final, Literal, overload"),
        code("from ..runtime.groups import AsyncGroup, AsyncRawMethod, Group, RawMethod, quiet, quiet_async"),
        code("from ..runtime.trading.groups import AsyncReconciling, Reconciling") if group.has_reconcile else code(""),
        _types_block([*imported("..models", models, *classes), *imported("..shapes", shapes, *classes)]),
        *classes,
        code(""),
    )


def _types_block(imports: Iterable[Code]) -> Code:
    """Imports for type checkers only; unused ones are removed later."""
    return block(
        code("if TYPE_CHECKING:"),
        code("import builtins"),
        code("import datetime"),
        code("from decimal import Decimal"),
        code("from types import EllipsisType"),
        code("from .. import models"),
        code("from ..runtime.requests import PreparedRequest"),
        *imports,
    )


def class_name(group: Group, is_async: bool, is_raw: bool) -> Code:
    """Such as `AsyncRawOrder`."""
    return identifier(group_class(group.class_name, is_async, is_raw))


def _group_class(group: Group, texts: Mapping[str, Code], is_async: bool, is_raw: bool) -> Code:
    """One of the four classes of a group."""
    whole = ", each with status, headers, body and time taken" if is_raw else ""
    if is_raw:
        methods = [_raw_method(one, group, is_async) for one in group.methods]
    else:
        methods = [part for one in group.methods for part in _method(one, texts[one.name], is_async)]
    return block(
        code(
            "class $name($base):",
            name=class_name(group, is_async, is_raw),
            base=_base(is_async, group.has_reconcile and not is_raw),
        ),
        docstring(f"The operations under {group.about}{whole}.", 1),
        *methods,
    )


def _base(is_async: bool, has_reconcile: bool) -> Code:
    """The base class of a group."""
    if has_reconcile:
        return code("AsyncReconciling" if is_async else "Reconciling")
    return code("AsyncGroup" if is_async else "Group")


def _def(is_async: bool) -> Code:
    """`def` or `async def`."""
    return code("async def" if is_async else "def")


def _wait(is_async: bool) -> Code:
    """`await `, or nothing."""
    return code("await" if is_async else "")


def _raw_method(method: Method, group: Group, is_async: bool) -> Code:
    """The raw variant of a method."""
    return code(
        "$name: Final = $kind($group.$name)",
        name=identifier(method.name),
        kind=code("AsyncRawMethod" if is_async else "RawMethod"),
        group=class_name(group, is_async, False),
    )


def _method(method: Method, text: Code, is_async: bool) -> Iterator[Code]:
    """A method; with overloads if it has `dry_run`."""
    result, sent = method.result, _send(method, is_async)
    if method.takes_secrets and not method.has_dry_run:
        yield code("@quiet_async" if is_async else "@quiet")
    if not method.has_dry_run:
        yield block(_header(method, is_async, result, None), text, sent)
        return
    dry = code("PreparedRequest")
    yield lines(code("@overload"), _header(method, is_async, result, code("Literal[False] = False"), code("...")))
    yield lines(code("@overload"), _header(method, is_async, dry, code("Literal[True]"), code("...")))
    both = code("$result | PreparedRequest", result=result)
    yield lines(code("@overload"), _header(method, is_async, both, code("bool"), code("...")))
    yield block(
        _header(method, is_async, both, code("bool = False")),
        text,
        block(code("if dry_run:"), code("return self._client._dry($arguments)", arguments=_passed(method))),
        sent,
    )


def _header(method: Method, is_async: bool, result: Code, dry_run: Code | None, body: Code | None = None) -> Code:
    """The `def` line; all arguments are keyword-only."""
    arguments = [_argument(one) for one in method.arguments]
    if method.body:
        arguments.append(code("extra: Mapping[str, object] | None = None"))
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
    """A keyword with its type; optional ones have a default."""
    name = identifier(argument.name)
    if argument.required:
        return code("$name: $type", name=name, type=argument.annotation)
    if argument.takes_null:
        return code("$name: $type | EllipsisType = ...", name=name, type=argument.annotation)
    return code("$name: $type | None = None", name=name, type=argument.annotation)


def _send(method: Method, is_async: bool) -> Code:
    """The statements that make the call."""
    call = code("self._client._call($arguments)", arguments=_passed(method))
    if is_async:
        call = code("await $call", call=call)
    if method.result.text == "None":
        return call
    return code("answer: $result = $call\nreturn answer", result=method.result, call=call)


def _passed(method: Method) -> Code:
    """Arguments of the internal call: operation, body, parameters."""
    values = [_dictionary(method.values)] if method.values else []
    if method.whole:
        body = [identifier(method.whole.name)]
    elif method.operation.content is not None:
        body = [_dictionary(method.body)]
    else:
        body = [code("None")] if method.values else []
    extra = [code("extra=extra")] if method.body else []
    return joined(", ", [literal(method.operation.id), *body, *values, *extra])


def _dictionary(arguments: tuple[Argument, ...]) -> Code:
    """The arguments as a dict by the API's names."""
    pairs = (code("$key: $name", key=literal(one.key), name=identifier(one.name)) for one in arguments)
    return code("{$pairs}", pairs=joined(", ", pairs))
