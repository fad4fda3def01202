"""Finds the runtime modules that a client needs, directly or indirectly."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache, partial
from importlib.resources import as_file, files
from pathlib import PurePosixPath

from jekyll_openapi.cache import Cache
from jekyll_openapi.patterns import regex

_FOLDER = "runtime"
# To parse the modules whole took two thirds of the time that a small client takes.
_IMPORT = regex(r"^[ \t]*(from \.[\w.]* import (?:\([^()]*\)|\w[^\n#;]*))", re.MULTILINE)
"""An import from the same package."""
_TRADING = PurePosixPath("trading/__init__.py")
_PLAIN = PurePosixPath("plain")
"""Folder of modules that replace their namesakes in a client that does not trade."""


def runtime_modules(modules: Mapping[str, str], memory: Cache) -> dict[str, str]:
    """The runtime modules that the modules of a package need, by their paths in it."""
    wanted: set[PurePosixPath] = set()
    for name, text in modules.items():
        wanted |= memory.get(("imports", name, text), partial(_wanted, PurePosixPath(name).parent, text))
    return memory.get(("runtime", frozenset(wanted)), partial(_found, wanted))


def _wanted(folder: PurePosixPath, text: str) -> frozenset[PurePosixPath]:
    """The possible runtime modules that a module in the folder imports."""
    return frozenset().union(*(_of_runtime(folder, found[1]) for found in _IMPORT.finditer(text)))


@lru_cache(maxsize=1024)  # the modules of thousands of operations begin alike: a quarter of the time of their client
def _of_runtime(folder: PurePosixPath, statement: str) -> frozenset[PurePosixPath]:
    """The possible runtime modules that an import means in a module of the folder."""
    found = (one for one in _meant(folder, statement) if one.is_relative_to(_FOLDER) and one.name != _FOLDER)
    return frozenset(one.relative_to(_FOLDER) for one in found)


def _found(wanted: set[PurePosixPath]) -> dict[str, str]:
    return {f"{_FOLDER}/{path}": text for path, text in _needed(_sources(), wanted).items()}


@cache
def _sources() -> dict[PurePosixPath, str]:
    """All runtime modules."""
    with as_file(files("jekyll_openapi") / _FOLDER) as folder:
        return {
            PurePosixPath(path.relative_to(folder).as_posix()): path.read_text("utf-8") for path in folder.rglob("*.py")
        }


def _needed(source: dict[PurePosixPath, str], wanted: set[PurePosixPath]) -> dict[PurePosixPath, str]:
    """Texts of the modules reachable from `wanted`."""
    plain = {path.relative_to(_PLAIN): text for path, text in source.items() if path.is_relative_to(_PLAIN)}
    found = _reached(source, wanted)
    if _TRADING not in found:
        source = {**source, **{path: text for path, text in plain.items() if path.name != "__init__.py"}}
        found = _reached(source, wanted)
    return {path: source[path] for path in sorted(found)}


def _reached(source: dict[PurePosixPath, str], wanted: set[PurePosixPath]) -> set[PurePosixPath]:
    """Paths of the modules reachable from `wanted`, imports inside functions included."""
    found: set[PurePosixPath] = set()
    waiting = [one for one in wanted if one in source]
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        found.add(path)
        near = {folder / "__init__.py" for folder in path.parents} | set(_imported_once(path.parent, source[path]))
        waiting += [one for one in near if one in source]
    return found


@cache  # asked again for a client that does not trade
def _imported_once(folder: PurePosixPath, text: str) -> tuple[PurePosixPath, ...]:
    return _imported(folder, text)


def _imported(folder: PurePosixPath, text: str) -> tuple[PurePosixPath, ...]:
    """Possible paths of the modules that a module imports."""
    return tuple(one for found in _IMPORT.finditer(text) for one in _meant(folder, found[1]))


def _meant(folder: PurePosixPath, statement: str) -> Iterator[PurePosixPath]:
    """Possible paths of the modules that an import means in a module of the folder."""
    (node,) = ast.parse(statement).body
    assert isinstance(node, ast.ImportFrom)
    at = PurePosixPath(*folder.parts[: len(folder.parts) - node.level + 1], *(node.module or "").split("."))
    for one in (at, *(at / each.name for each in node.names)):
        yield one / "__init__.py"
        if one.name:
            yield one.with_name(f"{one.name}.py")
