"""What written modules may import, call and do; anything else is text of a page that got out of a literal."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

OUTSIDE = frozenset(
    [
        "__future__",
        "attrs",
        "builtins",
        "collections.abc",
        "datetime",
        "decimal",
        "functools",
        "http",
        "httpx",
        "ssl",
        "typing",
        "urllib.parse",
    ]
)
"""What may be imported beside the package itself."""
KEPT = frozenset(f"keep_{kind}" for kind in ("fields", "groups", "members", "methods", "models", "parameters"))
AT_IMPORT = KEPT | {
    *("Gone", "Package", "TypeVar", "TypedDict", "Unset", "_attrs_field", "field", "lazy_attributes", "rpartition")
}
"""What may be called when a module is imported; its last name where it has dots."""
DECORATORS = frozenset({"_attrs_define", "cached_property", "classmethod", "define", "overload", "property"})
STATEMENTS = (ast.Expr, ast.Return, ast.If, ast.Assign, ast.ImportFrom)
"""What a method of ours consists of."""
Function = ast.FunctionDef | ast.AsyncFunctionDef


def imports(path: str, tree: ast.Module) -> Iterator[tuple[str, frozenset[str]]]:
    """What the module at the path imports from the package, and the files of which one has to be there.

    What may not be imported is listed with no file at all.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else [_absolute(node)]
            yield from ((name, _files(path, name)) for name in names if name not in OUTSIDE)


def not_inert(tree: ast.Module) -> Iterator[str]:
    """What the module does on import that it should not."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef | Function):
            strange = [last_name(one) for one in node.decorator_list if last_name(one) not in DECORATORS]
            yield from (f"decorates {node.name} with {one}" for one in strange)
    for call in calls(tree.body, into_functions=False):
        if last_name(call.func) not in AT_IMPORT:
            yield f"calls {ast.unparse(call.func)} on import"
    for statement in tree.body:
        if isinstance(statement, ast.Expr) and not is_text(statement) and not isinstance(statement.value, ast.Call):
            yield f"has the statement {ast.unparse(statement)[:80]!r}"


def strange_bodies(node: ast.ClassDef, allowed: frozenset[str]) -> Iterator[str]:
    """Statements and calls in the methods of a class that are not among the allowed."""
    for function in (one for one in node.body if isinstance(one, Function)):
        for statement in function.body:
            if not isinstance(statement, STATEMENTS) or not _is_plain(statement):
                yield f"{node.name}.{function.name} does {ast.unparse(statement)[:80]!r}"
        for call in calls(function.body, into_functions=True):
            if last_name(call.func) not in allowed:
                yield f"{node.name}.{function.name} calls {ast.unparse(call.func)}"


def calls(nodes: Iterable[ast.AST], into_functions: bool) -> Iterator[ast.Call]:
    """The calls in the nodes; a function's body counts only where that is wanted."""
    for node in nodes:
        if isinstance(node, ast.Call):
            yield node
        if into_functions or not isinstance(node, Function | ast.Lambda):
            yield from calls(ast.iter_child_nodes(node), into_functions)
        elif isinstance(node, Function):
            yield from calls((node.args, *node.decorator_list), into_functions)


def last_name(node: ast.expr) -> str:
    """`c` of `a.b.c` and of `a.b.c[...]`."""
    match node:
        case ast.Subscript(value=inner):
            return last_name(inner)
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return "?"


def is_text(statement: ast.stmt) -> bool:
    """Whether the statement is a docstring, or an ellipsis."""
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def _is_plain(statement: ast.stmt) -> bool:
    """Whether an expression that stands alone is a text or a call."""
    return not isinstance(statement, ast.Expr) or is_text(statement) or isinstance(statement.value, ast.Call)


def _absolute(node: ast.ImportFrom) -> str:
    """The module that is imported from, with a dot for each level."""
    return "." * node.level + (node.module or "")


def _files(path: str, name: str) -> frozenset[str]:
    """Where a module can stand that the one at the path imports; nowhere, if it is not of the package."""
    inner = name.lstrip(".")
    if inner == name:
        return frozenset()
    folder = path.split("/")[: len(inner) - len(name)]
    target = "/".join([*folder, *filter(None, inner.split("."))])
    return frozenset({f"{target}.py", f"{target}/__init__.py".lstrip("/")})
