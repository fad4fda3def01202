"""Reads every written module again, and tells where the package holds something else than the model does."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeGuard

from jekyll_openapi.client.facade import class_name, client_name, method_text
from jekyll_openapi.client.inert import (
    AT_IMPORT,
    Function,
    calls,
    imports,
    is_text,
    last_name,
    not_inert,
    strange_bodies,
)
from jekyll_openapi.client.model import Argument, ClientModel, Group, Method
from jekyll_openapi.client.stock import member_names
from jekyll_openapi.memory import Memory
from jekyll_openapi.runtime.records import Names

IN_GROUPS = frozenset({"_call", "_dry", "_raw", "_reconcile", "many"})
IN_CLIENTS = frozenset(
    {
        *("AuthenticatedClient", "Settings", "__init__", "super", "get_async_httpx_client", "get_httpx_client"),
        *("set_async_httpx_client", "set_httpx_client"),
    }
)
IN_STOCK = AT_IMPORT | frozenset(
    [
        "HTTPStatus",
        "Response",
        "TypeError",
        "UnexpectedStatus",
        "_build_response",
        "_get_kwargs",
        "_parse_response",
        "append",
        "asyncio_detailed",
        "cast",
        "cls",
        "copy",
        "dict",
        "format",
        "from_dict",
        "fromisoformat",
        "get_async_httpx_client",
        "get_httpx_client",
        "isinstance",
        "isoformat",
        "items",
        "json",
        "keys",
        "list",
        "pop",
        "quote",
        "request",
        "str",
        "sync_detailed",
        "to_dict",
        "update",
    ]
)
STOCK_FUNCTIONS = frozenset(
    ["_build_response", "_get_kwargs", "_parse_response", "asyncio", "asyncio_detailed", "sync", "sync_detailed"]
)
_Check = Callable[[ast.Module], Iterator[str]]
KINDS = [(is_async, is_raw) for is_raw in (False, True) for is_async in (False, True)]


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one module, read again, is found to be."""

    differences: tuple[str, ...]
    imports: frozenset[tuple[str, frozenset[str]]]
    """Modules of the package, and the files of which one has to be there."""


def differences(root: Path, model: ClientModel, memory: Memory) -> list[str]:
    """Every difference between the package and the model, one line each; what the memory has seen is not read again."""
    texts = {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in sorted(root.rglob("*.py"))}
    contents = _contents(model)
    own = {path for path in texts if path.startswith(("models/", "groups/")) and not path.endswith("__init__.py")}
    found = [f"{path} is not as expected" for path in sorted(own ^ (contents.keys() - {"clients.py", "shapes.py"}))]
    for path, text in texts.items():
        expected, check = contents.get(path, (None, _anything))
        reading = memory.get(("reading", path, text, repr(expected)), partial(_read, path, text, check))
        found += (f"{path} {difference}" for difference in reading.differences)
        found += (f"{path} imports {name}" for name, files in sorted(reading.imports) if not files & texts.keys())
    return found


def _contents(model: ClientModel) -> dict[str, tuple[object, _Check]]:
    """What each module holds that depends on the spec, and the check whether it does."""
    groups = [(one.attribute, one.class_name) for one in model.groups]
    contents: dict[str, tuple[object, _Check]] = {
        "clients.py": ((model.description.facts.class_name, groups), partial(_clients, model=model)),
        "shapes.py": ((model.choices, model.mappings), partial(_shapes, model=model)),
    }
    for name, names in model.names.items():
        values = model.description.schemas[name].get("enum")
        contents[f"models/{names.module}.py"] = ((names, values), partial(_model, names=names, values=values))
    for group in model.groups:
        contents[f"groups/{group.attribute}.py"] = (group, partial(_group, group=group))
    return contents


def _anything(_: ast.Module) -> Iterator[str]:
    """No difference, where the spec says nothing of a module."""
    yield from ()


def _read(path: str, text: str, check: _Check) -> _Reading:
    """The module of this text, which has to pass the check."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError) as error:
        return _Reading((f"is no Python: {error}",), frozenset())
    if path.startswith("runtime/"):  # our own files, copied as they are
        return _Reading((), frozenset())
    found = [*not_inert(tree), *check(tree)]
    if path.startswith(("api/", "models/")) and not path.endswith("__init__.py"):
        found += _stock(path, tree)
    return _Reading(tuple(found), frozenset(imports(path, tree)))


def _model(tree: ast.Module, names: Names, values: list[str] | None) -> Iterator[str]:
    """Differences of a model or an enumeration, which has values."""
    classes = _classes(tree)
    if list(classes) != [names.class_name] or _functions(tree):
        yield f"does not hold just {names.class_name}"
        return
    body = classes[names.class_name].body
    if values is None:
        fields = {ast.unparse(one.target) for one in body if isinstance(one, ast.AnnAssign)}
        if fields != {*names.fields.values(), "additional_properties"}:
            yield "holds other fields"
        return
    members = {ast.unparse(one.targets[0]): _value(one.value) for one in body if isinstance(one, ast.Assign)}
    if members != dict(zip(member_names(values), values, strict=True)):
        yield "holds other values"


def _group(tree: ast.Module, group: Group) -> Iterator[str]:
    """Differences of a group of operations."""
    expected = {class_name(group, *kind).text: kind for kind in KINDS}
    classes = _classes(tree)
    if set(classes) != set(expected) or _functions(tree):
        yield f"holds {', '.join(classes)}"
        return
    for name, (_, is_raw) in expected.items():
        methods = {one.name: one for one in classes[name].body if isinstance(one, Function)}
        if set(methods) - {"reconcile"} != {one.name for one in group.methods} - {"reconcile"}:
            yield f"holds {name} with other methods"
            return
        for one in group.methods:
            yield from (f"{name}.{one.name} {text}" for text in _method(methods[one.name], one, is_raw, group))
        yield from strange_bodies(classes[name], IN_GROUPS)


def _method(node: Function, method: Method, is_raw: bool, group: Group) -> Iterator[str]:
    """Differences of a method."""
    has_dry_run = method.has_dry_run and not is_raw
    wanted = [one.name for one in method.arguments] + ["dry_run"] * has_dry_run
    if [one.arg for one in node.args.kwonlyargs] != wanted or [one.arg for one in node.args.args] != ["self"]:
        yield "takes other arguments"
    if (ast.get_docstring(node) or "").split() != method_text(method, group, is_raw).split():
        yield "has another docstring"
    sent = [[_value(key) for key in one.keys if key] for one in ast.walk(node) if isinstance(one, ast.Dict)]
    if sorted(sent, key=str) != sorted(_parts(method) * (1 + has_dry_run), key=str):
        yield "sends other properties"
    made = [one for one in calls(node.body, into_functions=True) if last_name(one.func) in IN_GROUPS - {"many"}]
    if {_value(one.args[0]) for one in made} != {method.operation.id}:
        yield "calls another operation"


def _parts(method: Method) -> list[list[str]]:
    """The API's names in the body, and in path and query, as a method hands them on."""
    found: list[tuple[Argument, ...]] = [method.body] if method.operation.body is not None else []
    found += [method.values] if method.values else []
    return [[one.wire for one in part] for part in found]


def _clients(tree: ast.Module, model: ClientModel) -> Iterator[str]:
    """Differences of the client classes."""
    expected = {client_name(model, *kind).text: kind for kind in KINDS}
    classes = _classes(tree)
    if set(classes) != set(expected) or _functions(tree):
        yield f"holds {', '.join(classes)}"
        return
    attributes = {one.attribute for one in model.groups}
    made = {class_name(one, *kind).text for one in model.groups for kind in KINDS}
    for name, (_, is_raw) in expected.items():
        methods = {one.name for one in classes[name].body if isinstance(one, Function)}
        if methods != attributes | (set() if is_raw else {"__init__", "client", "raw"}):
            yield f"holds {name} with other attributes"
        yield from strange_bodies(classes[name], IN_CLIENTS | made | set(expected))


def _shapes(tree: ast.Module, model: ClientModel) -> Iterator[str]:
    """Differences of the strings and mappings that stand for enumerations and models."""
    choices: dict[str, list[object]] = {}
    mappings = {name: _keys(one) for name, one in _classes(tree).items()}
    for node in tree.body:
        match node:
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.Subscript(slice=inner)):
                choices[name] = [_value(one) for one in (inner.elts if isinstance(inner, ast.Tuple) else [inner])]
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(args=[_, ast.Dict(keys=keys)])):
                mappings[name] = [_value(key) for key in keys if key]
    if choices != {one.name: list(one.values) for one in model.choices}:
        yield "holds other strings"
    if mappings != {one.name: [key for key, _, _ in one.keys] for one in model.mappings}:
        yield "holds other mappings"


def _keys(node: ast.ClassDef) -> list[object]:
    """The keys of a typed mapping that is written as a class."""
    return [ast.unparse(one.target) for one in node.body if isinstance(one, ast.AnnAssign)]


def _stock(path: str, tree: ast.Module) -> Iterator[str]:
    """Calls in the code of openapi-python-client that it does not make, and functions that it does not write."""
    own = {one.name for one in ast.walk(tree) if isinstance(one, ast.FunctionDef)}
    own |= {one.name for node in ast.walk(tree) if _imports_models(node) for one in node.names}
    for call in calls(tree.body, into_functions=True):
        if last_name(call.func) not in IN_STOCK | own:
            yield f"calls {ast.unparse(call.func)}"
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and not is_text(node) and not isinstance(node.value, ast.Call):
            yield f"has the statement {ast.unparse(node)[:80]!r}"
    if path.startswith("api/") and (_classes(tree) or not {"_get_kwargs"} <= _functions(tree) <= STOCK_FUNCTIONS):
        yield "holds other functions"


def _imports_models(node: ast.AST) -> TypeGuard[ast.ImportFrom]:
    """Whether the node imports models, which a module may then call."""
    return isinstance(node, ast.ImportFrom) and node.level > 0 and "models" in (node.module or "").split(".")


def _classes(tree: ast.Module) -> dict[str, ast.ClassDef]:
    """The classes of a module, by name."""
    return {one.name: one for one in tree.body if isinstance(one, ast.ClassDef)}


def _functions(tree: ast.Module) -> set[str]:
    """The names of a module's functions."""
    return {one.name for one in tree.body if isinstance(one, Function)}


def _value(node: ast.expr) -> object:
    """The value of a literal; what is no literal is equal to nothing."""
    return node.value if isinstance(node, ast.Constant) else node
