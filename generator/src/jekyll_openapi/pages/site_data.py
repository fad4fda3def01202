"""Reads the data files of a site, which Liquid sees as `site.data`."""

import csv
import posixpath
import re
from collections.abc import Callable
from pathlib import Path

from jekyll_openapi.diagnostics import Diagnostic, Location, Report
from jekyll_openapi.openapi.reading import ReadError, parse
from jekyll_openapi.pages.front_matter import LENIENT, setting
from jekyll_openapi.rules import BROKEN_FRONT_MATTER, LIMIT_EXCEEDED

_KINDS = (".yml", ".yaml", ".json", ".csv", ".tsv")
_FILES = 500
"""Most data files that are read."""
_DEPTH = 8
"""Most levels of nested data folders."""


def read_data(root: Path, folder: str, read: Callable[[str], str | None], report: Report) -> dict[str, object]:
    """The data files below a folder: a mapping for each folder, and the content of each file."""
    left = [_FILES]
    return _read_folder(root, folder, read, report, left, 1)


def _read_folder(
    root: Path, folder: str, read: Callable[[str], str | None], report: Report, left: list[int], depth: int
) -> dict[str, object]:
    data: dict[str, object] = {}
    place = root / folder
    if depth > _DEPTH or place.is_symlink() or not place.is_dir():
        return data
    for path in sorted(place.iterdir()):
        name, shown = _name(path.stem), posixpath.join(folder, path.name)
        if path.is_dir():
            inner = _read_folder(root, shown, read, report, left, depth + 1)
            data[_name(path.name)] = inner
        elif path.suffix.lower() in _KINDS:
            left[0] -= 1
            if left[0] < 0:
                message = f"the site has more than {_FILES} data files; this and the later ones are not read"
                report(Diagnostic(LIMIT_EXCEEDED, message, Location(shown)))
                break
            if (text := read(shown)) is not None:
                data[name] = _read_file(text, shown, report)
    return data


def _read_file(text: str, path: str, report: Report) -> object:
    kind = posixpath.splitext(path)[1].lower()
    if kind in (".csv", ".tsv"):
        return list(csv.DictReader(text.splitlines(), delimiter="," if kind == ".csv" else "\t"))
    if not text.strip():
        return None
    try:
        return parse(text, path, is_json=kind == ".json", resolve=setting, bounds=LENIENT).content
    except ReadError as error:
        where = Location(path, error.line, error.column, error.line, error.column)
        report(Diagnostic(BROKEN_FRONT_MATTER, error.message, where, "correct the file"))
        return None


def _name(name: str) -> str:
    """The name under which Jekyll makes a file available."""
    return re.sub(r"\s+", "_", re.sub(r"[^\w\s-]+", "", name).strip())
