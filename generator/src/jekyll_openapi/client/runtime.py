"""Copies the runtime modules that a client needs, directly or indirectly, into its package."""

from __future__ import annotations

import ast
import re
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path, PurePosixPath

from jekyll_openapi.patterns import regex

_FOLDER = "runtime"
# To parse the modules whole took two thirds of the time that a small client takes.
_IMPORT = regex(r"^[ \t]*(from \.[\w.]* import (?:\([^()]*\)|\w[^\n#;]*))", re.MULTILINE)
"""An import from the same package."""
_TRADING = PurePosixPath("trading/__init__.py")
_PLAIN = PurePosixPath("plain")
"""Folder of modules that replace their namesakes in a client that does not trade."""


def write_runtime(root: Path) -> None:
    """Copy the runtime modules that the modules in `root` need."""
    with as_file(files("jekyll_openapi") / _FOLDER) as folder:
        source = {
            PurePosixPath(path.relative_to(folder).as_posix()): path.read_text("utf-8") for path in folder.rglob("*.py")
        }
        wanted = {
            one.relative_to(_FOLDER)
            for path in root.rglob("*.py")
            for one in _imported(PurePosixPath(path.relative_to(root).as_posix()).parent, path.read_text("utf-8"))
            if one.is_relative_to(_FOLDER) and one.name != _FOLDER
        }
        for path, text in _needed(source, wanted).items():
            (root / _FOLDER / path).parent.mkdir(parents=True, exist_ok=True)
            (root / _FOLDER / path).write_text(text, encoding="utf-8")


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
        near = {folder / "__init__.py" for folder in path.parents} | set(_imported(path.parent, source[path]))
        waiting += [one for one in near if one in source]
    return found


@cache  # asked again for a client that does not trade
def _imported(folder: PurePosixPath, text: str) -> tuple[PurePosixPath, ...]:
    """Possible paths of the modules that a module imports."""
    found: list[PurePosixPath] = []
    for match in _IMPORT.finditer(text):
        (node,) = ast.parse(match[1]).body
        assert isinstance(node, ast.ImportFrom)
        at = PurePosixPath(*folder.parts[: len(folder.parts) - node.level + 1], *(node.module or "").split("."))
        for one in (at, *(at / each.name for each in node.names)):
            found.append(one / "__init__.py")
            if one.name:
                found.append(one.with_name(f"{one.name}.py"))
    return tuple(found)
