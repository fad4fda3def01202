"""The data model of a site as read: pages, blocks and spans of text. Every node carries its location in the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from marshal import dumps, loads
from typing import Literal

from jekyll_openapi.diagnostics import Location, located
from jekyll_openapi.pages.compressed import LEAST, Lines, Parts
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass, field, replace

# --- inline -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """Running text with Liquid rendered. Emphasis marks and escapes are kept as written."""

    text: str
    location: Location


@dataclass(frozen=True, slots=True)
class Code:
    """A code span, with the classes of the kramdown attribute list after it."""

    text: str
    location: Location
    classes: tuple[str, ...] | None = None
    """`("label", "label-red")` for `{: .label .label-red }`; None if there is no attribute list."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link `[text](target)`, with Liquid rendered in both parts."""

    text: str
    """The text as written, including code ticks."""
    target: str
    location: Location


Span = Text | Code | Link

BREAK = "\n"
"""The text of a `<br>`, which always is a span of its own."""


def plain(spans: tuple[Span, ...]) -> str:
    """The spans as one line of Markdown, without link targets and attribute lists and with white space collapsed."""
    if len(spans) == 1 and isinstance(spans[0], Text):
        return " ".join(spans[0].text.split())  # most are
    parts = [f"`{span.text}`" if isinstance(span, Code) else span.text for span in spans]
    return " ".join("".join(parts).split())


# --- blocks -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    spans: tuple[Span, ...]
    location: Location


class Paragraph:
    """Running text. Prose is most of what pages hold, and few stages ask for all of it.

    So the spans are held packed, which takes a third of the memory, and are made anew where they are asked for. Those
    of a long page are compressed as well.
    """

    __slots__ = ("_held", "_part", "is_plain", "location")
    __match_args__ = ("spans", "location")
    _held: tuple[Span, ...] | bytes | Parts
    _part: int
    """Which one of several parts it is."""

    def __init__(self, spans: tuple[Span, ...], location: Location) -> None:
        # A single one would not become smaller.
        self._held = spans if len(spans) < 2 else _packed(spans)
        self.location = location
        self.is_plain = len(spans) == 1 and type(spans[0]) is Text and not _SIGN.search(spans[0].text)
        """Whether it is words alone: no code, link, mark, path or label, and no word in capitals. It can say something
        to a reader, and states nothing that a stage looks for."""

    @property
    def _own(self) -> tuple[Span, ...] | bytes:
        held = self._held
        return held.part(self._part) if isinstance(held, Parts) else held

    @property
    def spans(self) -> tuple[Span, ...]:
        """Its spans; not always the same objects."""
        own = self._own
        return own if isinstance(own, tuple) else _unpacked(own)

    @property
    def first(self) -> Span | None:
        """The first span."""
        own = self._own
        if isinstance(own, tuple):
            return own[0] if own else None
        return next(map(_span, *_loaded(own)))

    @property
    def texts(self) -> Sequence[str]:
        """The text of each span."""
        own = self._own
        if isinstance(own, tuple):
            return (own[0].text,) if own else ()
        return _loaded(own)[0]

    @property
    def holds_code(self) -> bool:
        """Whether one of the spans is code."""
        own = self._own
        if isinstance(own, tuple):
            return bool(own) and isinstance(own[0], Code)
        return any(isinstance(one, tuple) for one in _loaded(own)[1])

    @property
    def links(self) -> tuple[Link, ...]:
        """Those of the spans that are links."""
        own = self._own
        if isinstance(own, tuple):
            return tuple([one for one in own if isinstance(one, Link)])
        found = zip(*_loaded(own), strict=True)
        return tuple([Link(text, other, located(at)) for text, other, at in found if isinstance(other, str)])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Paragraph):
            return NotImplemented
        return self.location == other.location and self._own == other._own

    def __hash__(self) -> int:
        return hash((self._own, self.location))

    def __repr__(self) -> str:
        return f"Paragraph(spans={self.spans!r}, location={self.location!r})"

    @staticmethod
    def compress(several: Iterable[Paragraph]) -> None:
        """Holds the paragraphs of a page compressed, if they are long together."""
        packed = [(one, one._held) for one in several if isinstance(one._held, bytes)]
        if sum(len(held) for _, held in packed) < LEAST:
            return
        parts = Parts([held for _, held in packed])
        for at, (one, _) in enumerate(packed):
            one._held, one._part = parts, at


_SIGN = regex(r"[`*_~/&<\[:\uff1a]|[A-Z]{2}")


def telling(blocks: Sequence[Block]) -> list[tuple[int, Block]]:
    """The blocks that are more than words alone, each with its index: where a stage looks for what they state."""
    return [(at, one) for at, one in enumerate(blocks) if type(one) is not Paragraph or not one.is_plain]


def _packed(spans: tuple[Span, ...]) -> bytes:
    texts = [one.text for one in spans]
    others = [one.target if type(one) is Link else (one.classes,) if type(one) is Code else None for one in spans]
    # Later formats of `marshal` write equal things differently, by whether they are the same object.
    return dumps((texts, others, [int(one.location) for one in spans]), 2)


_Loaded = tuple[list[str], list[str | tuple[tuple[str, ...] | None] | None], list[int]]
_loaded: Callable[[bytes], _Loaded] = lru_cache(maxsize=256)(loads)  # a stage asks a few times for what it is at


@lru_cache(maxsize=256)
def _unpacked(held: bytes) -> tuple[Span, ...]:
    return tuple(map(_span, *_loaded(held)))


def _span(text: str, other: str | tuple[tuple[str, ...] | None] | None, place: int) -> Span:
    if other is None:
        return Text(text, located(place))
    return Link(text, other, located(place)) if isinstance(other, str) else Code(text, located(place), other[0])


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list with bullets or numbers. Nested lists are flattened; an item holds only its own text.

    Code and tables in a list are blocks behind it, whose places lie within the list's.
    """

    items: tuple[Paragraph, ...]
    location: Location
    rows: Table | None = None
    """The items as property rows, if each begins with a name; None if the list is prose."""
    entries: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    spans: tuple[Span, ...]
    location: Location
    """Where the cell's trimmed text is; for an empty cell, where it would begin."""


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]
    location: Location
    depth: int = 0
    """Number of rows around it: an item in a nested list is one level deeper than the item that contains the list."""
    notes: tuple[Span, ...] = ()
    """The texts of the footnotes to which its cells refer, a line each."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list, with what `BulletList.items` does not tell."""

    texts: tuple[Paragraph, ...]
    row: Row | None
    """The item as a property row, if it begins with a name."""
    depth: int
    """Number of items around it."""


Form = Literal["pipe", "html", "definitions", "bullets"]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, however the page writes them.

    `pipe` and `html` have a header, and each row as many cells as it has (an HTML table without `<th>` takes its first
    row for it). The lists have a header without cells, and their cells mean by position:

        definitions    `height`                             (name, text, ...), one text for each `: ...` below the name
                       : required, number. In millimetres.
        bullets        - `weight` (required, number): text  (name, marks, text), each empty where it is absent

    A table of the form `definitions` is a block by itself. One of the form `bullets` stands beside the prose that the
    list is as well (`BulletList.rows`), since only its place says which of the two it is.
    """

    header: Row
    rows: tuple[Row, ...]
    location: Location
    form: Form = "pipe"
    is_headed: bool = True
    """Whether a row of dashes, or `<th>`, marks the header."""


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced or indented code block."""

    language: str
    """The language in lower case; empty if none is given."""
    text: str
    location: Location
    """The first line of its text, not of the fence mark, so that an offset in the text can be located."""
    is_indented: bool = False
    """Whether only indentation makes it code."""


@dataclass(frozen=True, slots=True)
class Html:
    """Raw HTML other than a script. Descriptions show its text; no facts are read from it."""

    text: str
    location: Location


@dataclass(frozen=True, slots=True)
class Script:
    """The calls in a `<script>` element. Scripts are parsed and never run."""

    calls: tuple[Call, ...]
    location: Location


Block = Heading | Paragraph | BulletList | Table | Fence | Html | Script


# --- JavaScript as data -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Scalar:
    """A string, number, boolean or null literal, or a date `new Date(...).toJSON()`."""

    value: str | int | Decimal | bool | None
    """`int` for numbers without `.` and exponent, `Decimal` with all digits for others, the string `now` for a date."""
    location: Location
    is_date: bool = False
    """Whether it is `new Date(...).toJSON()`: some point in time of unknown value."""


@dataclass(frozen=True, slots=True)
class ArrayLiteral:
    items: tuple[Value, ...]
    location: Location


@dataclass(frozen=True, slots=True)
class Entry:
    """A `key: value` of an object literal, a shorthand `key`, or a `...spread` under the key `...`."""

    key: str
    value: Value
    location: Location
    """Where the key is."""


@dataclass(frozen=True, slots=True)
class ObjectLiteral:
    entries: tuple[Entry, ...]
    location: Location

    def get(self, key: str) -> Value | None:
        """The value under the key; the last one if it occurs twice, as in JavaScript. None if there is none."""
        return next((entry.value for entry in reversed(self.entries) if entry.key == key), None)


@dataclass(frozen=True, slots=True)
class JsonText:
    """A string of JSON: `JSON.stringify(value)`."""

    value: Value
    location: Location


@dataclass(frozen=True, slots=True)
class Opaque:
    """Any other expression, as source text: an identifier, arithmetic, a call, a function. Never evaluated."""

    text: str
    location: Location


Value = Scalar | ArrayLiteral | ObjectLiteral | JsonText | Opaque


@dataclass(frozen=True, slots=True)
class Call:
    """A function call. `window[TDV].defineTryit({...})` has the callee `defineTryit`."""

    callee: str
    """The last property of the callee expression, or the identifier."""
    arguments: tuple[Value, ...]
    location: Location


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment in a code fence: `// text` or `/* text */`."""

    text: str
    """The text without comment marks, white space collapsed."""
    location: Location
    is_alone: bool
    """Whether it is the first thing on its line."""


@dataclass(frozen=True, slots=True)
class Assembled:
    """A string that a script builds: a template literal, or values joined by `+`."""

    parts: tuple[str | Value, ...]
    location: Location


@dataclass(frozen=True, slots=True)
class Binding:
    """A constant in a code fence: `const name = <literal>`."""

    name: str
    value: Value
    location: Location


# --- pages ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Field:
    """A scalar in the front matter, as written: `true` stays the text `true`."""

    name: str
    value: str
    location: Location
    """Where the value is; where the key is if the value is empty."""


@dataclass(frozen=True, slots=True)
class Page:
    path: str
    """The POSIX path relative to the site folder."""
    url: str
    """The URL path that Jekyll serves it at: permalink or file path without suffix, case as written, no trailing
    slash."""
    fields: tuple[Field, ...]
    blocks: tuple[Block, ...]
    location: Location
    """The first line of the file."""
    has_front_matter: bool = True
    """Whether the file has front matter. If two pages describe the same thing, the one with front matter wins."""
    lines: Lines = field(default=Lines(), compare=False, repr=False)
    """The file with its Liquid rendered. Only checks for lost text use it."""

    def field(self, name: str) -> Field | None:
        """The front matter field with the name; None if there is none."""
        return next((one for one in self.fields if one.name == name), None)

    def text(self, name: str) -> str:
        """The value of the front matter field; empty if there is none."""
        found = self.field(name)
        return found.value if found else ""

    def replacing(self, found: Mapping[int, tuple[Block, ...]]) -> Page:
        """The page with other blocks in place of those at some indexes."""
        if not found:
            return self
        blocks: list[Block] = []
        done = 0
        for at, others in found.items():
            blocks += self.blocks[done:at]
            blocks += others
            done = at + 1
        return replace(self, blocks=(*blocks, *self.blocks[done:]))

    @property
    def rendered(self) -> str:
        """The file with its Liquid rendered."""
        return self.lines.text

    @property
    def line_numbers(self) -> Sequence[int]:
        """For each line of `rendered`, the line number in the file."""
        return self.lines.numbers

    @property
    def calls(self) -> Iterator[Call]:
        """The calls in all scripts, in page order."""
        return (call for block in self.blocks if isinstance(block, Script) for call in block.calls)


@dataclass(frozen=True, slots=True)
class Site:
    """All pages of a folder, in path order."""

    pages: tuple[Page, ...]
    base_url: str = ""
    """`url` in `_config.yml` without trailing slash; empty if not set."""
    digest: str = ""
    """SHA-256 over the paths and bytes of all pages: identifies the state of the site."""
    prefix: str = ""
    """`baseurl` in `_config.yml`: the prefix of paths in the site's own links."""

    def outline(self) -> Site:
        """The pages without their text, which is most of the memory of a run."""
        return replace(self, pages=tuple(Page(one.path, one.url, one.fields, (), one.location) for one in self.pages))
