"""Makes the client's distribution out of a spec: all of it or nothing."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from functools import partial
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from ruff import find_ruff_bin  # type: ignore[import-untyped]

from jekyll_openapi.client import facade, package
from jekyll_openapi.client.constructs import find_constructs
from jekyll_openapi.client.data import as_json, spec_data
from jekyll_openapi.client.deprecated import keep_names
from jekyll_openapi.client.model import ClientModel, build_model
from jekyll_openapi.client.problems import ClientError
from jekyll_openapi.client.readme import readme
from jekyll_openapi.client.shapes import shape_names, shapes_module
from jekyll_openapi.client.stamp import NAME as STAMP
from jekyll_openapi.client.stamp import seal
from jekyll_openapi.client.stock import write_stock
from jekyll_openapi.client.verify import differences
from jekyll_openapi.client.writer import Code, identifier
from jekyll_openapi.memory import Memory
from jekyll_openapi.output.folders import replace_folder
from jekyll_openapi.output.guard import Guard
from jekyll_openapi.output.staging import folder_beside, sweep
from jekyll_openapi.runtime.description import Description, read_description
from jekyll_openapi.runtime.package import NAMES, SPEC

STYLE = ("--isolated", "--no-cache", "--line-length=120", "--target-version=py311")
FIXES = "B,C4,F401,I,RUF,SIM,UP"
REPLACED = ("README.md", "__init__.py", "errors.py")
"""What openapi-python-client writes and the package has of its own."""


DISTRIBUTION = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?")
VERSION = re.compile(r"[0-9]+(\.[0-9]+)*((a|b|rc|\.post|\.dev|\+)[0-9A-Za-z.]+)?")


def make_client(spec: Mapping[str, Any], out: Path, memory: Memory | None = None, guard: Guard | None = None) -> None:
    """Write the distribution for the spec into `out`, in place of the one that was there.

    With a memory, modules that it has seen are not made again. Raises ClientError, OutputError where files of others
    are there or the guard says so, OSError; each leaves `out` untouched.
    """
    guard = guard or Guard()
    guard.require_target(out, STAMP)
    data = spec_data(spec)
    spec = json.loads(data)
    if not isinstance(spec.get("x-client"), dict):
        raise ClientError(["the spec has no x-client, which names the package"])
    if problems := find_constructs(spec):
        raise ClientError(problems)
    description = _describe(data)
    out = Path(os.path.realpath(out))
    out.parent.mkdir(parents=True, exist_ok=True)
    sweep(out)
    with folder_beside(out) as folder:
        made = folder / "new"
        made.mkdir()
        _write(spec, description, made, memory or Memory())
        seal(data, made)
        guard.require_folder(out, STAMP, made)
        replace_folder(made, out)


def _describe(data: str) -> Description:
    """The spec as the client will see it; what `x-client` names has to be there and to be usable."""
    try:
        description = read_description(data)
        for name in (description.facts.package, description.facts.class_name):
            identifier(name)
        _require(DISTRIBUTION, description.facts.distribution)
        _require(VERSION, description.version)
    except (KeyError, TypeError, ValueError) as error:
        raise ClientError([f"the spec lacks {error}" if isinstance(error, KeyError) else str(error)]) from None
    if problems := list(_missing(description)):
        raise ClientError(problems)
    return description


def _require(pattern: re.Pattern[str], text: str) -> None:
    """Refuse what cannot stand in the metadata of a distribution."""
    if not pattern.fullmatch(text):
        raise ValueError(f"{text!r} does not match {pattern.pattern}")


def _missing(description: Description) -> Iterator[str]:
    """What `x-client` names and the spec does not have."""
    facts = description.facts
    for environment, url in description.servers.items():
        if not url.startswith("https://"):
            yield f"the server of {environment!r} is not reached by https"
    if facts.default_environment not in description.servers:
        yield f"x-client: no server has the environment {facts.default_environment!r}"
    named = [facts.session.open, facts.session.renew] if facts.session else []
    named += [facts.reconcile.operation] if facts.reconcile else []
    yield from (f"x-client: there is no operation {one!r}" for one in named if one not in description.operations)


def _write(spec: Mapping[str, Any], description: Description, out: Path, memory: Memory) -> None:
    """The whole distribution, in the empty directory `out`."""
    root = out / description.facts.package
    names = write_stock(spec, root, memory)
    for unwanted in REPLACED:
        (root / unwanted).unlink(missing_ok=True)
    model = build_model(description, names)
    _write_runtime(root / "runtime")
    for path, source in _modules(model, memory):
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(source.text, encoding="utf-8")
    keep_names(model, root)
    (out / "README.md").write_text(readme(model), encoding="utf-8")
    _tidy(out, memory)
    if problems := differences(root, model, memory):
        raise ClientError(problems)
    (root / "py.typed").write_text("")
    (root / SPEC).write_text(as_json(spec), encoding="utf-8")
    (root / NAMES).write_text(package.names_data(model), encoding="utf-8")
    (out / "pyproject.toml").write_text(package.pyproject(model), encoding="utf-8")


def _modules(model: ClientModel, memory: Memory) -> Iterator[tuple[str, Code]]:
    """Our own modules and where they go."""
    yield "__init__.py", package.init_module(model)
    yield "_package.py", package.package_module()
    yield "clients.py", facade.client_module(model)
    yield "errors.py", package.errors_module(model)
    yield "shapes.py", shapes_module(model)
    yield "testing.py", package.testing_module()
    yield "groups/__init__.py", package.groups_module()
    shapes = shape_names(model)
    for group in model.groups:
        module = memory.get(("group", repr(group), *shapes), partial(facade.group_module, group, shapes))
        yield f"groups/{group.attribute}.py", module


def _write_runtime(target: Path) -> None:
    """The modules that every client runs on, as they are."""
    with as_file(files("jekyll_openapi") / "runtime") as source:
        target.mkdir()
        for module in sorted(source.glob("*.py")):
            shutil.copyfile(module, target / module.name)


def _tidy(folder: Path, memory: Memory) -> None:
    """Sort imports, remove unused ones, format: by our own settings, whatever stands above the directory."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    made_from = {path: ("tidy", path.relative_to(folder), path.read_text("utf-8")) for path in files}
    new = [path for path, key in made_from.items() if memory.find(key) is None]
    if new:
        _run_ruff("check", "--fix-only", "--select", FIXES, *(str(path) for path in new if path.suffix == ".py"))
        _run_ruff("format", *map(str, new))
    for path in new:
        memory.keep(made_from[path], path.read_text("utf-8"))
    for path in made_from.keys() - new:
        tidy, untidy = memory.find(made_from[path]), made_from[path][-1]
        if tidy != untidy:
            path.write_text(tidy, encoding="utf-8")


def _run_ruff(command: str, *arguments: str) -> None:
    done = subprocess.run([find_ruff_bin(), command, *STYLE, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stdout + done.stderr).splitlines() or [f"exit code {done.returncode}"]
        raise ClientError([f"ruff {command}: {line}" for line in said if line.strip()])
