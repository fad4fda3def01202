"""What openapi-python-client writes, and what is made of it before anybody sees it.

It gets a tame copy of the spec. Its output is held against the spec, and what was tamed is the API's own again at run
time, by the table of names that is read off that output.
"""

from __future__ import annotations

import ast
import contextlib
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from jekyll_openapi.client.constructs import operations
from jekyll_openapi.client.naming import pascal, snake
from jekyll_openapi.client.problems import ClientError
from jekyll_openapi.client.runtime.records import Names
from jekyll_openapi.client.runtime.schemas import Schema
from jekyll_openapi.client.tame import components, tame_names, tame_spec
from jekyll_openapi.client.writer import Code, block, code, docstring, identifier, joined, lines, literal, visible

ATTRS = "from attrs import define as _attrs_define\n"
OURS = "from .._package import define as _attrs_define\n"
"""Where the models get their class decorator from, so that they read leniently and show no secret."""

BROKEN_CLASSES = frozenset(
    {
        *("Any", "AuthenticatedClient", "BinaryIO", "Client", "File", "Generator", "HTTPStatus", "Mapping", "Response"),
        *("T", "TextIO", "TypeVar", "Unset", "AsyncGroup", "Decimal", "Group", "Literal", "OutcomeUnknown"),
        *("PreparedRequest", "Raw", "Reconciliation", "Sequence"),
    }
)
"""What the modules around a model call something else."""


def write_stock(spec: Mapping[str, Any], out: Path) -> dict[str, Names]:
    """Write the stock client into the new directory `out`; gives the Python names of every component."""
    overrides = {name: f"{name}Model" for name in map(pascal, components(spec)) if name in BROKEN_CLASSES}
    document = out.with_suffix(".json")
    document.write_text(json.dumps(tame_spec(spec)), encoding="utf-8")
    try:
        _generate(document, out, overrides)
    finally:
        document.unlink()
    classes = {name: schema for name, schema in components(spec).items() if _is_class(schema)}
    names = {name: _names(name, schema, out, overrides) for name, schema in classes.items()}
    _require_operations(spec, out)
    for one in names.values():
        _make_ours(classes[one.schema], one, out)
    _write_models_init(names, out)
    return names


def _generate(document: Path, out: Path, overrides: Mapping[str, str]) -> None:
    """Run openapi-python-client; whatever it has to say is a reason to stop."""
    # Half a second, and only needed where a client is made.
    from openapi_python_client import generate
    from openapi_python_client.config import Config, ConfigFile, MetaType

    renamed = {name: {"class_name": new, "module_name": snake(new)} for name, new in overrides.items()}
    settings = ConfigFile.model_validate({"post_hooks": [], "class_overrides": renamed})
    config = Config.from_sources(settings, MetaType.NONE, document, "utf-8", False, out)
    with contextlib.redirect_stdout(io.StringIO()):
        errors = generate(config=config)
    if errors:
        said = (visible(f"openapi-python-client: {one.header} {one.detail or ''}") for one in errors)
        raise ClientError([" ".join(one.split()) for one in said])


def _is_class(schema: Schema) -> bool:
    """Whether the component becomes a class."""
    return "enum" in schema or schema.get("type") == "object"


# --- what came out ----------------------------------------------------------------------------------------------------


def _names(schema_name: str, schema: Schema, out: Path, overrides: Mapping[str, str]) -> Names:
    """How the component is called in what was written; ClientError where it is not there."""
    class_name = overrides.get(pascal(schema_name), pascal(schema_name))
    module = snake(class_name)
    found = [one for one in _parse(out / "models" / f"{module}.py").body if isinstance(one, ast.ClassDef)]
    if [one.name for one in found] != [class_name]:
        raise ClientError([f"schema {schema_name!r}: openapi-python-client wrote no class for it"])
    properties = schema.get("properties", {}) if "enum" not in schema else {}
    tame, written = tame_names(properties), dict(_written_names(found[0]))
    if set(tame.values()) != set(written):
        raise ClientError([f"schema {schema_name!r}: openapi-python-client did not write all its properties"])
    return Names(schema_name, module, class_name, {name: written[tame[name]] for name in properties})


def _written_names(model: ast.ClassDef) -> Iterator[tuple[str, str]]:
    """Each property that `to_dict` writes, and the variable that it is written from."""
    for node in ast.walk(model):
        match node:
            case ast.Call(func=ast.Attribute(attr="update"), args=[ast.Dict(keys=keys, values=values)]):
                yield from _pairs(keys, values)
            case ast.Assign(targets=[ast.Subscript(value=ast.Name(id="field_dict"), slice=key)], value=value):
                yield from _pairs([key], [value])


def _pairs(keys: Sequence[ast.expr | None], values: Sequence[ast.expr]) -> Iterator[tuple[str, str]]:
    """Constant keys and the variables under them."""
    for key, value in zip(keys, values, strict=True):
        if isinstance(key, ast.Constant) and isinstance(value, ast.Name):
            yield str(key.value), value.id


def _require_operations(spec: Mapping[str, Any], out: Path) -> None:
    """Raise where an operation has no module."""
    written = {path.stem for path in (out / "api").rglob("*.py")}
    missing = [one["operationId"] for _, one in operations(spec) if snake(one["operationId"]) not in written]
    if missing:
        raise ClientError([f"operation {name!r}: openapi-python-client wrote nothing for it" for name in missing])


def _parse(path: Path) -> ast.Module:
    """The module; an empty one where there is none."""
    return ast.parse(path.read_text("utf-8")) if path.exists() else ast.Module([], [])


# --- what becomes ours ------------------------------------------------------------------------------------------------


def _make_ours(schema: Schema, names: Names, out: Path) -> None:
    """Give a model our decorator, and an enumeration its values."""
    path = out / "models" / f"{names.module}.py"
    if "enum" in schema:
        path.write_text(_enumeration(schema, names).text, encoding="utf-8")
        return
    text = path.read_text("utf-8")
    if text.count(ATTRS) != 1:
        raise ClientError([f"schema {names.schema!r}: the model does not begin as expected"])
    path.write_text(text.replace(ATTRS, OURS), encoding="utf-8")


def _enumeration(schema: Schema, names: Names) -> Code:
    """The module of an enumeration."""
    members = (
        code("$name = $value", name=identifier(name), value=literal(value))
        for name, value in zip(member_names(schema["enum"]), schema["enum"], strict=True)
    )
    text = str(schema.get("description") or f"The values of {names.schema}.")
    body = block(
        code("class $name(OpenEnum):", name=identifier(names.class_name)), docstring(text, 1), code(""), *members
    )
    return lines(code("from ..runtime.enumeration import OpenEnum\n\n"), body, code(""))


def member_names(values: list[str]) -> list[str]:
    """`StopLimit` becomes `STOP_LIMIT`; what cannot be a name, or is one twice, is numbered."""
    taken: set[str] = {"name", "value", "is_known"}
    result = []
    for number, value in enumerate(values):
        name = snake(value).upper()
        if not name.isascii() or not name.strip("_") or name.startswith("_") or name in taken:
            name = f"VALUE_{number}"
        taken.add(name)
        result.append(name)
    return result


def _write_models_init(names: Mapping[str, Names], out: Path) -> None:
    """A package that imports each model when it is asked for."""
    ordered = sorted(names.values(), key=lambda one: one.class_name)
    imports = (
        code("from .$module import $name as $name", module=identifier(one.module), name=identifier(one.class_name))
        for one in ordered
    )
    table = (code("$name: $module,", name=literal(one.class_name), module=literal(one.module)) for one in ordered)
    listed = joined(", ", (literal(one.class_name) for one in ordered))
    text = lines(
        docstring("The schemas of the API as classes, each imported when it is first used."),
        code("from typing import TYPE_CHECKING"),
        block(code("if TYPE_CHECKING:"), *imports),
        block(
            code("else:"),
            code("from ..runtime.lazy import lazy_attributes"),
            block(code("__getattr__, __dir__ = lazy_attributes(__name__, {"), *table),
            code("})"),
        ),
        code("__all__ = ($listed,)", listed=listed),
        code(""),
    )
    (out / "models" / "__init__.py").write_text(text.text, encoding="utf-8")
