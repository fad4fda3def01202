"""The public names of a client, read off the modules that were written, each with the API's own word for it.

order.place_oco                 POST /order/placeOCO
order.place_oco(stop_price)     stopPrice
models.Order                    Order
models.Order.ord_status         ordStatus
models.OrderType.STOP_LIMIT     StopLimit
"""

import ast
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from jekyll_openapi.diff.names import METHODS
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.runtime.package import NAMES

Names = Mapping[str, str]
_SENDING = ("_call", "_dry", "_raw")


def public_names(client: Path, spec: Json) -> dict[str, str]:
    """Every public name of the distribution in the folder, made of the spec."""
    package = client / spec["x-client"]["package"]
    operations = {
        operation["operationId"]: f"{method.upper()} {path}"
        for path, item in spec["paths"].items()
        for method, operation in item.items()
        if method in METHODS
    }
    found = dict(_models(package))
    for module in sorted((package / "groups").glob("*.py")):
        found |= dict(_methods(module, operations))
    return dict(sorted(found.items()))


def _methods(module: Path, operations: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The methods of a group and their parameters; all four classes of a group have the same."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.FunctionDef) or not (operation := _operation(node)):
            continue
        name = f"{module.stem}.{node.name}"
        yield name, operations[operation]
        words = dict(_words(node))
        yield from ((f"{name}({one.arg})", words[one.arg]) for one in node.args.kwonlyargs if one.arg in words)


def _operation(method: ast.FunctionDef) -> str:
    """The operation that a method sends; empty where it sends none."""
    for node in ast.walk(method):
        match node:
            case ast.Call(func=ast.Attribute(attr=way), args=[ast.Constant(value=str(name)), *_]) if way in _SENDING:
                return name
    return ""


def _words(method: ast.FunctionDef) -> Iterator[tuple[str, str]]:
    """The arguments of a method and what the API calls them."""
    for node in ast.walk(method):
        if isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values, strict=True):
                if isinstance(key, ast.Constant) and isinstance(value, ast.Name):
                    yield value.id, str(key.value)


def _models(package: Path) -> Iterator[tuple[str, str]]:
    """The models with their fields, the enumerations with their members."""
    for schema, model in json.loads((package / NAMES).read_text(encoding="utf-8"))["models"].items():
        name = f"models.{model['class_name']}"
        yield name, schema
        yield from ((f"{name}.{python}", word) for word, python in model["fields"].items())
        if not model["fields"]:
            yield from _members(package / "models" / f"{model['module']}.py", name)


def _members(module: Path, name: str) -> Iterator[tuple[str, str]]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        match node:
            case ast.Assign(targets=[ast.Name(id=member)], value=ast.Constant(value=str(value))):
                yield f"{name}.{member}", value
