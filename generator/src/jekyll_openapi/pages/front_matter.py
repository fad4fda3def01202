"""Reads front matter (YAML between two lines of dashes) and `_config.yml`.

    ---
    title: /order/placeOrder
    op: true
    tags: [left, alone]
    ---

A field is a name and a scalar. Scalars stay text: `true`, `1.0` and `null` are not converted to values of another
type. Collections are skipped. Anchors, aliases and tags are rejected. The closing line may be `...` instead, and
may be the last of the file without a newline.
"""

import math
import re
from collections.abc import Callable, Iterator
from typing import Any

import yaml

from jekyll_openapi.diagnostics import Diagnostic, Location, Report, Rule
from jekyll_openapi.openapi.bounds import Bounds
from jekyll_openapi.openapi.reading import ReadError, parse
from jekyll_openapi.pages.document import Field
from jekyll_openapi.pages.limits import Limits
from jekyll_openapi.pages.placed_text import File
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass, replace
from jekyll_openapi.rules import BROKEN_FRONT_MATTER, LIMIT_EXCEEDED

_OPENING = regex(r"---[ \t]*(?:\n|\Z)")
_LONGEST_NUMBER = 60
"""Most characters of a number: parsing the base 60 numbers of YAML 1.1 takes quadratic time."""
_YAML_1_1 = yaml.SafeLoader("")
_SETTINGS: dict[str, Callable[[Any, yaml.ScalarNode], object]] = {
    f"tag:yaml.org,2002:{kind}": getattr(yaml.SafeLoader, f"construct_yaml_{kind}")
    for kind in ("bool", "float", "int", "null")
}
LENIENT = Bounds(unique_keys=False)
"""Accepts duplicate keys: Jekyll's YAML uses the last value."""
_CLOSING = regex(r"^(?:---|\.\.\.)[ \t]*$\n?", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Scalar:
    """A scalar event."""

    value: str
    start: int
    end: int


@dataclass(slots=True)
class _Around:
    """A collection that is being read."""

    is_mapping: bool
    key: _Scalar | None = None
    """The key of a mapping whose value comes next."""


class _BrokenError(Exception):
    """Invalid YAML: the message, the offset, and the rule to report it under."""

    def __init__(self, message: str, offset: int, rule: Rule = BROKEN_FRONT_MATTER) -> None:
        super().__init__(message)
        self.offset = offset
        self.rule = rule

    def placed(self, file: File, start: int = 0) -> Diagnostic:
        """The finding, for YAML that begins at the offset `start` of the file."""
        return Diagnostic(self.rule, str(self), file.location(start + self.offset, start + self.offset))


def read_front_matter(file: File, report: Report, limits: Limits) -> tuple[tuple[Field, ...], int]:
    """The fields of a page, and the offset where its text begins. Reports invalid front matter."""
    opening = _OPENING.match(file.text)
    if not opening:
        return (), 0
    closing = _CLOSING.search(file.text, opening.end())
    if not closing:
        message = "the front matter has no closing line of three dashes"
        report(Diagnostic(BROKEN_FRONT_MATTER, message, file.location(0, 3), "close it with a line `---`"))
        return (), opening.end()
    size = len(file.text[opening.end() : closing.start()].encode())
    if size > limits.front_matter:
        message = f"the front matter has {size} bytes; {limits.front_matter} are read"
        report(Diagnostic(LIMIT_EXCEEDED, message, file.location(0, 3), "keep only names and short values in it"))
        return (), closing.end()
    return _read_fields(file, opening.end(), closing.start(), report, limits), closing.end()


def front_matter_values(file: File) -> dict[str, object]:
    """The complete front matter as Liquid sees it, including lists and mappings; empty if it is invalid."""
    opening = _OPENING.match(file.text)
    closing = _CLOSING.search(file.text, opening.end()) if opening else None
    if not opening or not closing:
        return {}
    try:
        content = parse(file.text[opening.end() : closing.start()], resolve=setting, bounds=LENIENT).content
    except ReadError:
        return {}
    return content if isinstance(content, dict) else {}


def read_config(file: File, report: Report, limits: Limits) -> dict[str, object]:
    """The settings in a `_config.yml`; empty, and a finding, if it is invalid."""
    try:
        for _ in _events(file.text, limits.nesting):
            pass
        # Jekyll's YAML knows numbers that YAML 1.2 does not.
        settings = parse(file.text, file.path, resolve=setting, bounds=LENIENT).content
    except _BrokenError as broken:
        report(broken.placed(file))
    except ReadError as error:
        where = Location(file.path, error.line, error.column, error.line, error.column)
        report(Diagnostic(BROKEN_FRONT_MATTER, error.message, where))
    else:
        return settings if isinstance(settings, dict) else {}
    return {}


def setting(text: str, _: int, __: Bounds) -> object:
    """The YAML 1.1 value of a plain scalar in `_config.yml`. Dates and infinite numbers stay text."""
    tag = _YAML_1_1.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    construct = _SETTINGS.get(tag) if len(text) <= _LONGEST_NUMBER else None
    value = construct(_YAML_1_1, yaml.ScalarNode(tag, text)) if construct else text
    return value if not isinstance(value, float) or math.isfinite(value) else text


def _read_fields(file: File, start: int, end: int, report: Report, limits: Limits) -> tuple[Field, ...]:
    fields: dict[str, Field] = {}
    try:
        for key, value in _pairs(file.text[start:end], limits.nesting):
            if fields.pop(key.value, None):
                where = file.location(start + key.start, start + key.end)
                report(Diagnostic(BROKEN_FRONT_MATTER, f"`{key.value}` stands twice", where, "the last one counts"))
            placed = value if value.value else key
            fields[key.value] = Field(key.value, value.value, file.location(start + placed.start, start + placed.end))
    except _BrokenError as broken:
        diagnostic = broken.placed(file, start)
        report(diagnostic)
        return tuple(field for field in fields.values() if field.location.end_line < diagnostic.location.line)
    return tuple(fields.values())


def _pairs(text: str, nesting: int) -> Iterator[tuple[_Scalar, _Scalar]]:
    """The pairs of key and scalar value in a mapping, and in the mappings inside it: `api.method`."""
    around: list[_Around] = []
    for event in _events(text, nesting):
        inside = around[-1] if around else None
        if isinstance(event, _Scalar):
            if inside and inside.is_mapping and inside.key is None:
                inside.key = event
            elif inside and inside.key:
                if all(one.is_mapping for one in around):
                    yield replace(inside.key, value=".".join(one.key.value for one in around if one.key)), event
                inside.key = None
        elif isinstance(event, yaml.CollectionStartEvent):
            around.append(_Around(isinstance(event, yaml.MappingStartEvent)))
        else:
            around.pop()
            if around:
                around[-1].key = None


def _events(text: str, nesting: int) -> Iterator[_Scalar | yaml.Event]:
    """The scalars of a mapping, and the beginnings and ends of the collections in it, itself too."""
    depth = 0
    try:
        # Events instead of a document: they carry offsets, and nothing is built that could be huge.
        for event in yaml.parse(text, Loader=yaml.CBaseLoader):
            _refuse_cleverness(event)
            if isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
                yield event
            elif isinstance(event, yaml.NodeEvent):
                found = _read_node(event, depth, nesting)
                depth += found is None
                yield found or event
    except yaml.MarkedYAMLError as error:
        raise _BrokenError(str(error.problem), _index(error.problem_mark)) from None
    except yaml.reader.ReaderError as error:
        offset = len(text.encode()[: error.position].decode(errors="ignore"))
        raise _BrokenError(f"the character U+{error.character:04X} is not allowed", offset) from None


def _read_node(event: yaml.NodeEvent, depth: int, nesting: int) -> _Scalar | None:
    """The scalar in an event; None for the start of a collection; raises _BrokenError."""
    at = _index(event.start_mark)
    if depth == 0 and not isinstance(event, yaml.MappingStartEvent):
        raise _BrokenError("a mapping of names to values is expected", at)
    if isinstance(event, yaml.ScalarEvent):
        return _Scalar(event.value, at, _index(event.end_mark))
    if depth == nesting:
        raise _BrokenError(f"nested deeper than {nesting} levels", at, LIMIT_EXCEEDED)
    return None


def _index(mark: Any) -> int:
    return int(mark.index) if mark else 0


def _refuse_cleverness(event: yaml.Event) -> None:
    for name in ("anchor", "tag"):
        if getattr(event, name, None):
            word = "alias" if isinstance(event, yaml.AliasEvent) else name
            raise _BrokenError(f"a YAML {word} is not allowed here", _index(event.start_mark))
