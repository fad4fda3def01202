"""Generates the client's distribution from a description: completely, or not at all."""

from __future__ import annotations

import json
import os
import posixpath
import subprocess
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from ruff import find_ruff_bin  # type: ignore[import-untyped]

from jekyll_openapi.cache import Cache
from jekyll_openapi.client import package
from jekyll_openapi.client.clients import client_module
from jekyll_openapi.client.deprecated import keep_names
from jekyll_openapi.client.docstrings import method_docstrings
from jekyll_openapi.client.documents import as_json, made_from, spec_data
from jekyll_openapi.client.errors import ClientError
from jekyll_openapi.client.groups import group_module
from jekyll_openapi.client.identity import identified, version_of
from jekyll_openapi.client.model import ClientModel, Group, build_model
from jekyll_openapi.client.models import model_modules
from jekyll_openapi.client.parts import Parts
from jekyll_openapi.client.readme import readme
from jekyll_openapi.client.runtime import runtime_modules
from jekyll_openapi.client.shipped_schemas import shipped
from jekyll_openapi.client.stamp import NAME as STAMP
from jekyll_openapi.client.stamp import is_current, sealed
from jekyll_openapi.client.streams import streams_module
from jekyll_openapi.client.typed_dicts import shape_names, typed_dicts_module
from jekyll_openapi.client.writer import Code
from jekyll_openapi.openapi.lowering import DescriptionError, Lowered, Lowerings, Remark, lower
from jekyll_openapi.openapi.names import NameTable, name_table, to_json
from jekyll_openapi.openapi.operations import operations
from jekyll_openapi.openapi.pointers import pointer
from jekyll_openapi.openapi.renamed import without_renamed
from jekyll_openapi.output.files import fill
from jekyll_openapi.output.guard import Guard
from jekyll_openapi.output.together import Together
from jekyll_openapi.records import dataclass, replace
from jekyll_openapi.runtime.package import NAMES, SPEC
from jekyll_openapi.runtime.trading.facts import TradingDescription

UNSENT: Mapping[str, str] = {
    "transport": "the certificate is not in a request; give a `transport` that has it",
    "other": "this client does not know these credentials; an operation that takes no others cannot be called with it",
}
"""Remarks about security schemes that are not part of a request."""
STYLE = ("--isolated", "--no-cache", "--line-length=120", "--target-version=py311")
FIXES = "B,C4,F401,I,RUF,SIM,UP"


@dataclass(frozen=True, slots=True)
class Options:
    """Names that override those of the description; empty keeps it."""

    package: str = ""
    class_name: str = ""
    distribution: str = ""
    strict: bool = False
    """Raise an error for operations that the client cannot have."""

    @property
    def names(self) -> Mapping[str, str]:
        """The names by their keys in `x-client`."""
        return {"package": self.package, "class": self.class_name, "distribution": self.distribution}


@dataclass(frozen=True, slots=True)
class Report:
    """What was left out of the client, and what was read leniently."""

    operations: int
    models: int
    left_out: tuple[Remark, ...]
    """Operations that the client lacks, with reasons."""
    notes: tuple[Remark, ...]
    """Parts of the description that were read leniently."""
    is_new: bool = True
    """Whether anything was written; False where the folder was as it would be made."""


def make_client(
    spec: Mapping[str, Any],
    out: Path,
    cache: Cache | None = None,
    guard: Guard | None = None,
    options: Options | None = None,
    released: NameTable | None = None,
) -> Report:
    """Write the distribution into `out`, replacing an earlier one.

    Names of the last release are kept. Modules in the cache are reused.

    Raises:
        ClientError: The description cannot be used.
        OutputError: `out` holds other files, or the guard refuses it.
        OSError: Writing failed. In each case `out` is unchanged.
    """
    guard = guard or Guard()
    guard.require_target(out, STAMP)
    data, report, write = _prepared(spec, cache, options, released)
    out = Path(os.path.realpath(out))
    if is_current(data, out):
        return replace(report, is_new=False)
    out.parent.mkdir(parents=True, exist_ok=True)
    with Together() as together:
        made = together.folder_for(out) / "new"
        write(made, out)
        guard.require_folder(out, STAMP, made)
        together.folder(made, out)
        together.put()
    return report


def write_client(
    spec: Mapping[str, Any],
    folder: Path,
    cache: Cache | None = None,
    released: NameTable | None = None,
    old: Path | None = None,
) -> None:
    """Write the distribution as `make_client` does, into a new folder, which takes the place of an old one.

    Raises ClientError and OSError.
    """
    _, _, write = _prepared(spec, cache, None, released)
    write(folder, old)


def _prepared(
    spec: Mapping[str, Any], cache: Cache | None, options: Options | None, released: NameTable | None
) -> tuple[str, Report, Callable[[Path, Path | None], None]]:
    """All that it is made from, the report, and a function that writes the distribution; raises ClientError."""
    options, cache = options or Options(), cache or Cache()
    text = spec_data(spec)
    data, content = made_from(text, released, options.names), without_renamed(json.loads(text))
    lowered = _lowered(content, cache.get(("lowerings",), Lowerings))
    cache.keep("lowered", (spec, lowered.document))  # a comparison with another description gives it names as well
    model, report, names, document = _planned(content, lowered, options, released)
    if options.strict and report.left_out:
        raise ClientError([f"{one.pointer}: {one.reason}" for one in report.left_out])

    def write(folder: Path, old: Path | None) -> None:
        folder.mkdir()
        files = _files(model, names, document, folder, cache)
        fill(folder, {**files, STAMP: sealed(data, files).encode()}, old)

    return data, report, write


def _lowered(spec: Any, lowerings: Lowerings) -> Lowered:
    try:
        return lower(spec, lowerings)
    except DescriptionError as error:
        raise ClientError([f"{error.pointer}: {error.message}"]) from None
    except RecursionError:
        raise ClientError(["#: schemas refer to each other too deeply to be followed"]) from None


def _planned(
    spec: Any, lowered: Lowered, options: Options, released: NameTable | None
) -> tuple[ClientModel, Report, NameTable, Mapping[str, Any]]:
    """The client as data, and the document that is shipped with it."""
    notes: list[Remark] = []

    def note(place: str, reason: str) -> None:
        notes.append(Remark(place, reason))

    identity = identified(lowered.document, options.names, note)
    document = shipped(spec, identity, note)
    try:
        description = TradingDescription.of(json.dumps(document))
    except (KeyError, TypeError, ValueError) as error:
        said = f"the description lacks {error}" if isinstance(error, KeyError) else str(error)
        raise ClientError([said]) from None
    if problems := list(_unusable(description)):
        raise ClientError(problems)
    for scheme, one in description.schemes.items():
        if one.kind in UNSENT:
            note(pointer("components", "securitySchemes", scheme), UNSENT[one.kind])
    if unclassed := _unclassed(spec, description):
        note("#", unclassed)
    names = name_table(identity, released, description.facts.class_name)
    model = build_model(description, names, version_of(document), lowered.left_out)
    report = Report(
        len(description.operations), len(model.components), lowered.left_out, (*lowered.notes, *dict.fromkeys(notes))
    )
    return model, report, names, document


def _unclassed(spec: Any, description: TradingDescription) -> str:
    """A remark about operations without a class, and what they count as; empty if all have one."""
    facts = description.facts
    without = [one for _, _, one in operations(spec) if "x-operation-class" not in one]
    if facts.plain or not without:
        return ""
    count = f"{len(without)} operation has" if len(without) == 1 else f"{len(without)} operations have"
    return f"{count} no x-operation-class: counted as `{facts.unclassed}`"


def _unusable(description: TradingDescription) -> Iterator[str]:
    """Problems that make a trading client impossible."""
    facts = description.facts
    if facts.plain:
        return
    for environment, server in description.servers.items():
        if not server.template.startswith("https://"):
            yield f"the server of {environment!r} is not reached by https"
    if facts.default_environment not in description.servers:
        yield f"x-client: no server has the environment {facts.default_environment!r}"


def _files(
    model: ClientModel, names: NameTable, document: Mapping[str, Any], out: Path, cache: Cache
) -> dict[str, bytes]:
    """The files of the distribution by name, their folders made in `out`."""
    modules = {path: source.text for path, source in _modules(model, cache)}
    try:
        keep_names(model, modules)
    except ValueError as error:
        raise ClientError([str(error)]) from None
    root = model.description.facts.package
    texts = {f"{root}/{path}": text for path, text in modules.items()} | {"README.md": readme(model)}
    data = {"py.typed": "", SPEC: as_json(document, cache), NAMES: as_json(to_json(names), cache)}
    others = {f"{root}/{path}": text for path, text in (runtime_modules(modules, cache) | data).items()}
    others["pyproject.toml"] = package.pyproject(model)
    for folder in {posixpath.dirname(name) for name in (*texts, *others)}:
        (out / folder).mkdir(parents=True, exist_ok=True)
    return {name: text.encode() for name, text in (_tidied(texts, out, cache) | others).items()}


def _modules(model: ClientModel, cache: Cache) -> Iterator[tuple[str, Code]]:
    """The generated modules with their paths."""
    yield "__init__.py", package.init_module(model)
    yield "_package.py", package.package_module(model.description.facts.plain)
    yield "clients.py", client_module(model, False)
    yield "async_clients.py", client_module(model, True)
    yield "errors.py", package.errors_module(model)
    yield "shapes.py", typed_dicts_module(model)
    yield "testing.py", package.testing_module(model)
    if model.description.facts.stream:
        yield "streams.py", streams_module(model)
    parts = Parts(model.description)
    yield from model_modules(model, parts, cache)
    yield "groups/__init__.py", package.groups_module()
    shapes = shape_names(model)
    models = sorted(one.class_name for one in model.components)

    def made(group: Group) -> Code:
        return group_module(group, shapes, models, method_docstrings(group, model.description))

    around = ("group", repr(model.description.facts), *shapes, "", *models)
    for group in model.groups:
        items = repr([model.description.spec["paths"][one.operation.path] for one in group.methods])
        module = cache.get((*around, *parts.reached(repr(group), items)), partial(made, group))
        yield f"groups/{group.attribute}.py", module


def _tidied(texts: Mapping[str, str], folder: Path, cache: Cache) -> dict[str, str]:
    """Sort imports, remove unused ones and format, with our own settings whatever ruff finds above the folder."""
    new = sorted(name for name, text in texts.items() if cache.find(("tidy", name, text)) is None)
    for name in new:
        (folder / name).write_text(texts[name], encoding="utf-8")
    if new:
        paths = [str(folder / name) for name in new]
        _run_ruff("check", "--fix-only", "--select", FIXES, *(path for path in paths if path.endswith(".py")))
        _run_ruff("format", *paths)
    for name in new:
        cache.keep(("tidy", name, texts[name]), (folder / name).read_text("utf-8"))
    return {name: cache.find(("tidy", name, text)) for name, text in texts.items()}


def _run_ruff(command: str, *arguments: str) -> None:
    try:
        program = find_ruff_bin()
    except FileNotFoundError:  # it lists all the places where it has looked
        raise ClientError(["the program ruff is not there, which lays out the code"]) from None
    done = subprocess.run([program, command, *STYLE, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stdout + done.stderr).splitlines() or [f"exit code {done.returncode}"]
        raise ClientError([f"ruff {command}: {line}" for line in said if line.strip()])
