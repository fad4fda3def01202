"""What openapi-python-client writes, and what is made of it before anybody sees it.

It gets a tame copy of the spec. Its output is held against the spec, and what was tamed is the API's own again at run
time, by the table of names that is read off that output.
"""

from __future__ import annotations

import ast
import contextlib
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2.bccache import Bucket, BytecodeCache

from jekyll_openapi.client.constructs import operations
from jekyll_openapi.client.naming import pascal, snake
from jekyll_openapi.client.parts import Part, only, parts_of
from jekyll_openapi.client.problems import ClientError
from jekyll_openapi.client.tame import components, tame_names, tame_spec
from jekyll_openapi.client.writer import Code, block, code, docstring, identifier, joined, lines, literal, visible
from jekyll_openapi.memory import Memory
from jekyll_openapi.runtime.records import Names
from jekyll_openapi.runtime.schemas import Schema

if TYPE_CHECKING:
    from openapi_python_client.parser.errors import GeneratorError

_EVERY_CLIENT = "stock modules of every client"
ATTRS = "from attrs import define as _attrs_define\n"
OURS = "from .._package import define as _attrs_define\n"
"""Where the models get their class decorator from, so that they read leniently and show no secret."""

BROKEN_CLASSES = frozenset(
    {
        *("Any", "AuthenticatedClient", "BinaryIO", "Client", "File", "Generator", "HTTPStatus", "Mapping", "Response"),
        *("T", "TextIO", "TypeVar", "Unset", "AsyncGroup", "Decimal", "Group", "Literal"),
        *("Doubt", "PreparedRequest", "Raw", "Reconciliation", "Sequence", "ServiceError"),
    }
)
"""What the modules around a model call something else."""


def write_stock(spec: Mapping[str, Any], out: Path, memory: Memory) -> dict[str, Names]:
    """Write the stock client into the new directory `out`; gives the Python names of every component.

    What the memory has seen of it is not generated again.
    """
    overrides = {name: f"{name}Model" for name in map(pascal, components(spec)) if name in BROKEN_CLASSES}
    _write_parts(tame_spec(spec), overrides, out, memory)
    classes = {name: schema for name, schema in components(spec).items() if _is_class(schema)}
    names = {name: _names(name, schema, out, overrides, memory) for name, schema in classes.items()}
    _require_operations(spec, out)
    for one in names.values():
        _make_ours(classes[one.schema], one, out)
    _write_models_init(names, out)
    return names


def _write_parts(tame: Mapping[str, Any], overrides: Mapping[str, str], out: Path, memory: Memory) -> None:
    """Write the modules of all parts of the description, and those that every client has."""
    parts = {("stock", part.made_from, frozenset(overrides.items())): part for part in parts_of(tame)}
    new = {made_from: part for made_from, part in parts.items() if memory.find(made_from) is None}
    if new or memory.find(_EVERY_CLIENT) is None:
        _generate(only(tame, new.values()), out, overrides, memory)
        memory.keep(_EVERY_CLIENT, _texts(_of_every_client(out), out))
    for made_from, part in new.items():
        memory.keep(made_from, _texts(_of_part(part, overrides, out), out))
    for key in (_EVERY_CLIENT, *(parts.keys() - new.keys())):
        for path, text in memory.find(key).items():
            (out / path).parent.mkdir(parents=True, exist_ok=True)
            (out / path).write_text(text, encoding="utf-8")


def _texts(paths: Iterable[Path], out: Path) -> dict[Path, str]:
    return {path.relative_to(out): path.read_text("utf-8") for path in paths}


def _of_every_client(out: Path) -> Iterator[Path]:
    """The modules that depend on no part."""
    yield from (*out.glob("*.py"), out / "api" / "__init__.py")


def _of_part(part: Part, overrides: Mapping[str, str], out: Path) -> Iterator[Path]:
    """The modules that have been written for a part."""
    if part.operation_id:
        for module in out.glob(f"api/*/{snake(part.operation_id)}.py"):
            yield from (module, module.with_name("__init__.py"))
        return
    class_name = pascal(part.name[-1])
    module = out / "models" / f"{snake(overrides.get(class_name, class_name))}.py"
    if module.exists():
        yield module


def _generate(tame: dict[str, Any], out: Path, overrides: Mapping[str, str], memory: Memory) -> None:
    """Run openapi-python-client; whatever it has to say is a reason to stop."""
    # Half a second, and only needed where a client is made.
    from openapi_python_client import Project
    from openapi_python_client.config import Config, ConfigFile, MetaType
    from openapi_python_client.parser import GeneratorData
    from openapi_python_client.parser.errors import GeneratorError

    renamed = {name: {"class_name": new, "module_name": snake(new)} for name, new in overrides.items()}
    settings = ConfigFile.model_validate({"post_hooks": [], "class_overrides": renamed})
    config = Config.from_sources(settings, MetaType.NONE, Path(), "utf-8", False, out)
    data = GeneratorData.from_dict(tame, config=config)
    if isinstance(data, GeneratorError):
        raise ClientError([_said(data)])
    # What `generate` does, but for a place to keep the compiled templates: most of a small client is their compilation.
    project = Project(openapi=data, config=config)
    project.env.bytecode_cache = _Templates(memory)
    with contextlib.redirect_stdout(io.StringIO()):
        errors = project.build()
    if errors:
        raise ClientError([_said(one) for one in errors])


def _said(error: GeneratorError) -> str:
    return " ".join(visible(f"openapi-python-client: {error.header} {error.detail or ''}").split())


class _Templates(BytecodeCache):
    """Compiled templates, kept in the memory."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._memory.find(("template", bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._memory.keep(("template", bucket.key, bucket.checksum), bucket.code)


def _is_class(schema: Schema) -> bool:
    """Whether the component becomes a class."""
    return "enum" in schema or schema.get("type") == "object"


# --- what came out ----------------------------------------------------------------------------------------------------


def _names(schema_name: str, schema: Schema, out: Path, overrides: Mapping[str, str], memory: Memory) -> Names:
    """How the component is called in what was written; ClientError where it is not there."""
    class_name = overrides.get(pascal(schema_name), pascal(schema_name))
    module = snake(class_name)
    path = out / "models" / f"{module}.py"
    text = path.read_text("utf-8") if path.exists() else ""
    classes = memory.get(("written names", text), lambda: _written_classes(text))
    if list(classes) != [class_name]:
        raise ClientError([f"schema {schema_name!r}: openapi-python-client wrote no class for it"])
    properties = schema.get("properties", {}) if "enum" not in schema else {}
    tame, written = tame_names(properties), classes[class_name]
    if set(tame.values()) != set(written):
        raise ClientError([f"schema {schema_name!r}: openapi-python-client did not write all its properties"])
    return Names(schema_name, module, class_name, {name: written[tame[name]] for name in properties})


def _written_classes(text: str) -> dict[str, dict[str, str]]:
    """The classes of a module, each with the variables of its properties."""
    return {one.name: dict(_written_names(one)) for one in ast.parse(text).body if isinstance(one, ast.ClassDef)}


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
