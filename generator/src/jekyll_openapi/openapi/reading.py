"""Reads all YAML and JSON input, within bounds, with errors that name file, line and column.

YAML is read with the YAML 1.2 core schema, where `yes`, `2026-01-02` and `1:30` are strings. Keys are always strings.
JSON is read by its own rules. Duplicate keys, tags, infinite numbers and excessive sizes are rejected in both.
"""

import codecs
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from jekyll_openapi.openapi.bounds import Bounds, Outline, Part, RefusedError, find, outline
from jekyll_openapi.openapi.json_text import parts_of_json, read_json
from jekyll_openapi.openapi.scalars import Resolve, core
from jekyll_openapi.openapi.yaml_blocks import Known as Known
from jekyll_openapi.pipes import read_bytes
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
    """A file cannot be used: `file:line:column: reason`."""

    def __init__(self, shown: str, line: int, column: int, message: str) -> None:
        super().__init__(f"{shown}:{line}:{column}: {message}")
        self.line = line
        self.column = column
        self.message = message


@dataclass(frozen=True, slots=True)
class Source:
    """A document that has been read."""

    shown: str
    """The name for messages."""
    text: str
    content: Any
    """Mappings with string keys, lists, strings, finite numbers, booleans and None. No part is shared."""
    is_json: bool

    def refusal(self, place: Sequence[str | int], message: str) -> ReadError:
        """The error to raise if the content at the keys does not have the expected form."""
        return _error(self.shown, self.text, self._offsets([place])[0], message)

    def lines(self, places: Sequence[Sequence[str | int]]) -> list[int]:
        """The line of each place."""
        return [self.text.count("\n", 0, offset) + 1 for offset in self._offsets(places)]

    def outline(self) -> Outline:
        """The line of each part."""
        return outline(self._parts(), self.text)

    def _offsets(self, places: Sequence[Sequence[str | int]]) -> list[int]:
        return find(self._parts(), places)

    def _parts(self) -> Iterator[Part]:
        if self.is_json:
            return parts_of_json(self.text)
        from jekyll_openapi.openapi.yaml_text import parts_of_yaml

        return parts_of_yaml(self.text)


def read(path: Path, shown: str = "", known: Known | None = None) -> Source:
    """The document in a YAML or JSON file, called `shown` in messages; raises ReadError and OSError.

    `known` is for files that share most of their text: one of them is read with what is known from the other.
    """
    shown = shown or str(path)
    return parse(read_text(path, shown), shown, is_json=path.suffix.lower() == ".json", known=known)


def read_text(path: Path, shown: str = "", size: int = BOUNDS.size) -> str:
    """The text of a UTF-8 file without byte order mark; raises ReadError and OSError."""
    shown = shown or str(path)
    # One byte more than allowed tells a file that is too big from one of exactly that size.
    data = read_bytes(path, size + 1)
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
    text: str,
    shown: str = "-",
    *,
    is_json: bool = False,
    resolve: Resolve = core,
    bounds: Bounds = BOUNDS,
    known: Known | None = None,
) -> Source:
    """The document in a text; `resolve` interprets plain YAML scalars; raises ReadError."""
    try:
        # JSON is tried first because its parser is much faster; flow-style YAML falls through.
        if is_json or text.lstrip()[:1] in ("{", "["):
            try:
                return Source(shown, text, read_json(text, bounds), True)
            except RefusedError as problem:
                if is_json or not problem.is_syntax:
                    raise
        from jekyll_openapi.openapi.yaml_text import read_yaml  # not for JSON: PyYAML takes 20 ms

        return Source(shown, text, read_yaml(text, bounds, resolve, known), False)
    except RefusedError as problem:
        raise _error(shown, text, problem.offset, str(problem)) from None


def _error(shown: str, text: str, offset: int, message: str) -> ReadError:
    line = text.count("\n", 0, offset) + 1
    return ReadError(shown, line, offset - text.rfind("\n", 0, offset), message)
