"""The one way in for YAML and JSON: read by the rules of each, within bounds, refused with file, line and column.

YAML is read by the core schema of YAML 1.2, in which `yes`, `2026-01-02` and `1:30` are text; keys are text as they
stand there. JSON is read by its own rules. In neither are there two values under one key, tags, infinities, or more of
anything than can be handled.
"""

import codecs
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jekyll_openapi.openapi.bounds import Bounds, RefusedError, find
from jekyll_openapi.openapi.json_text import parts_of_json, read_json
from jekyll_openapi.openapi.yaml_text import Resolve, core, parts_of_yaml, read_yaml
from jekyll_openapi.records import dataclass
from jekyll_openapi.unusable import UnusableError

BOUNDS = Bounds()
_OTHER_ENCODINGS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


class ReadError(UnusableError):
    """What is wrong with a file: `file:line:column: what`."""

    def __init__(self, shown: str, line: int, column: int, message: str) -> None:
        super().__init__(f"{shown}:{line}:{column}: {message}")
        self.line = line
        self.column = column
        self.message = message


@dataclass(frozen=True, slots=True)
class Source:
    """A document that has been read."""

    shown: str
    """What messages call it."""
    text: str
    content: Any
    """Mappings with keys of text, lists, texts, finite numbers, booleans and None; no part is in two places."""
    is_json: bool

    def refusal(self, place: Sequence[str | int], message: str) -> ReadError:
        """What is to be raised where the content has not the form that is wanted, at the keys that lead there."""
        return _error(self.shown, self.text, self._offsets([place])[0], message)

    def lines(self, places: Sequence[Sequence[str | int]]) -> list[int]:
        """The lines in which that stands to which the keys lead."""
        return [self.text.count("\n", 0, offset) + 1 for offset in self._offsets(places)]

    def _offsets(self, places: Sequence[Sequence[str | int]]) -> list[int]:
        return find(parts_of_json(self.text) if self.is_json else parts_of_yaml(self.text), places)


def read(path: Path, shown: str = "") -> Source:
    """The document in a YAML or JSON file, which messages call `shown`; raises ReadError, OSError."""
    shown = shown or str(path)
    return parse(read_text(path, shown), shown, is_json=path.suffix.lower() == ".json")


def read_text(path: Path, shown: str = "", size: int = BOUNDS.size) -> str:
    """The text of a file in UTF-8, without a mark at its beginning; raises ReadError, OSError."""
    shown = shown or str(path)
    with path.open("rb") as file:
        data = file.read(size + 1)
    if len(data) > size:
        raise ReadError(shown, 1, 1, f"more than {size} bytes; less is read")
    for mark, encoding in _OTHER_ENCODINGS:
        if data.startswith(mark):
            raise ReadError(shown, 1, 1, f"the file is in {encoding}; save it in UTF-8")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        before = data[: problem.start].decode("utf-8-sig", errors="replace")
        message = f"byte 0x{data[problem.start]:02x} is not UTF-8; save the file in UTF-8"
        raise _error(shown, before, len(before), message) from None
    if "\0" in text[:4]:
        raise ReadError(shown, 1, 1, "the file is in UTF-16 or UTF-32; save it in UTF-8")
    return text


def parse(
    text: str, shown: str = "-", *, is_json: bool = False, resolve: Resolve = core, bounds: Bounds = BOUNDS
) -> Source:
    """The document that a text is, plain scalars of YAML by what `resolve` says; raises ReadError."""
    try:
        if is_json or text.lstrip()[:1] in ("{", "["):
            try:
                return Source(shown, text, read_json(text, bounds), True)
            except RefusedError as problem:
                if is_json or not problem.is_syntax:
                    raise
        return Source(shown, text, read_yaml(text, bounds, resolve), False)
    except RefusedError as problem:
        raise _error(shown, text, problem.offset, str(problem)) from None


def _error(shown: str, text: str, offset: int, message: str) -> ReadError:
    line = text.count("\n", 0, offset) + 1
    return ReadError(shown, line, offset - text.rfind("\n", 0, offset), message)
