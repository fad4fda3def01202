"""Reads the data files of a site, which Liquid sees as `site.data`. Each value knows its file and line."""

import posixpath
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from jekyll_openapi.diagnostics import Diagnostic, Location, Report
from jekyll_openapi.openapi.bounds import Outline
from jekyll_openapi.openapi.reading import ReadError, parse
from jekyll_openapi.pages.front_matter import LENIENT, setting
from jekyll_openapi.pages.traced import Place, traced
from jekyll_openapi.patterns import regex
from jekyll_openapi.rules import BROKEN_FRONT_MATTER, LIMIT_EXCEEDED

_KINDS = (".yml", ".yaml", ".json", ".csv", ".tsv")
_FILES = 500
"""Most data files that are read."""
_DEPTH = 8
"""Most levels of nested data folders."""
_DROPPED = regex(r"[^\w\s-]+|(?:(?<=^)|(?<=\b\s))\s+(?=$|\s?\b)")


class DataReader:
    """Reads the data files below the root of a site."""

    def __init__(
        self, root: Path, text: Callable[[str], str | None], shown: Callable[[str], str], report: Report
    ) -> None:
        """Read files with `text`, by their paths below the root; locations show the paths as `shown` gives them."""
        self._root = root
        self._text = text
        self._shown = shown
        self._report = report
        self._left = _FILES

    def read(self, folder: str, depth: int = 1) -> dict[str, object]:
        """The data files below a folder: a mapping for each folder, and the content of each file."""
        data: dict[str, object] = {}
        place = self._root / folder
        if depth > _DEPTH or place.is_symlink() or not place.is_dir():
            return data
        # A folder wins over a file of its name.
        for path in sorted(place.iterdir(), key=lambda one: (one.is_dir(), one)):
            inside = posixpath.join(folder, path.name)
            if path.is_dir():
                data[_name(path.name)] = self.read(inside, depth + 1)
            elif path.suffix in _KINDS:
                self._left -= 1
                if self._left < 0:
                    message = f"the site has more than {_FILES} data files; this and the later ones are not read"
                    self._report(Diagnostic(LIMIT_EXCEEDED, message, Location(self._shown(inside))))
                    break
                if (text := self._text(inside)) is not None:
                    data[_name(path.stem)] = self._read_file(text, self._shown(inside), path.suffix)
        return data

    def _read_file(self, text: str, path: str, kind: str) -> object:
        import csv  # where there is data: few sites have any

        try:
            if kind in (".csv", ".tsv"):
                return list(_rows(text, path, "," if kind == ".csv" else "\t"))
            if not text.strip():
                return None
            source = parse(text, path, is_json=kind == ".json", resolve=setting, bounds=LENIENT)
            return _Tracer(path).value(source.content, source.outline())
        except ReadError as error:
            line, column, message = error.line, error.column, error.message
        except csv.Error as error:
            line, column, message = 1, 1, str(error)
        self._report(
            Diagnostic(BROKEN_FRONT_MATTER, message, Location(path, line, column, line, column), "correct the file")
        )
        return None


def _rows(text: str, path: str, delimiter: str) -> Iterator[dict[str, object]]:
    """The rows by the names in the first; a row begins behind the one before."""
    import csv

    reader = csv.DictReader(text.splitlines(keepends=True), delimiter=delimiter)
    line = 2
    for row in reader:
        place = Place(path, line, line)
        yield {name: traced(value, (place,)) for name, value in row.items() if name is not None}
        line = reader.line_num + 1


class _Tracer:
    """Gives each value of a file its place."""

    def __init__(self, path: str) -> None:
        self._path = path

    def value(self, content: Any, outline: Outline, item: int = 0, owner: int = 0) -> Any:
        """The content; `item` and `owner` are the lines of the list item and of the record around it, if any."""
        match content:
            case dict():
                inner = {key: outline.inner.get(key, outline) for key in content}
                own = item or outline.line
                return {
                    self._traced(key, inner[key].line, (item or inner[key].line) if isinstance(one, dict) else own):
                    self.value(one, inner[key], item, own)
                    for key, one in content.items()
                }  # fmt: skip
            case list():
                each = ((one, outline.inner.get(str(index), outline)) for index, one in enumerate(content))
                return [self.value(one, at, at.line if isinstance(one, dict) else item, owner) for one, at in each]
        return self._traced(content, outline.line, owner)

    def _traced(self, value: Any, line: int, owner: int) -> Any:
        return traced(value, (Place(self._path, owner or line, line),))


def _name(name: str) -> str:
    """The name under which Jekyll makes a file available."""
    return re.sub(r"\s+", "_", _DROPPED.sub("", name))
