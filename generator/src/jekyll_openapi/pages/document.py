"""A site as read: text with places, no meaning yet. Every node says where in its file it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Literal

from jekyll_openapi.diagnostics import Location
from jekyll_openapi.records import dataclass, field

# --- inline -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """Running text, its emphasis marks and escapes as written, its Liquid rendered."""

    text: str
    location: Location


@dataclass(frozen=True, slots=True)
class Code:
    """A code span with the classes of the kramdown attribute list behind it."""

    text: str
    location: Location
    classes: tuple[str, ...] | None = None
    """`("label", "label-red")` for `{: .label .label-red }`; None where there is no attribute list."""


@dataclass(frozen=True, slots=True)
class Link:
    """`[text](target)`, Liquid rendered in both."""

    text: str
    """The text as written, code ticks included."""
    target: str
    location: Location


Span = Text | Code | Link

BREAK = "\n"
"""The text of a `<br>`, which stands in a span of its own."""


def plain(spans: tuple[Span, ...]) -> str:
    """The spans as one line of Markdown without link targets and attribute lists, white space folded."""
    parts = (f"`{span.text}`" if isinstance(span, Code) else span.text for span in spans)
    return " ".join("".join(parts).split())


# --- blocks -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    spans: tuple[Span, ...]
    location: Location


@dataclass(frozen=True, slots=True)
class Paragraph:
    spans: tuple[Span, ...]
    location: Location


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list of bullets or numbers; nested lists are flattened, an item's own text only."""

    items: tuple[Paragraph, ...]
    location: Location
    rows: Table | None = None
    """The same items as rows of the form `bullets`, where each of them begins with a name; else they are prose."""


@dataclass(frozen=True, slots=True)
class Cell:
    spans: tuple[Span, ...]
    location: Location
    """The trimmed text of the cell; for an empty cell the place where it would begin."""


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]
    location: Location
    depth: int = 0
    """How many rows stand around it: the item of a nested list is one deeper than the item it stands in."""


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
    """Whether a row of dashes says that the header is one."""


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced or indented code block."""

    language: str
    """Lower case, empty where none is given."""
    text: str
    location: Location
    """Its first line of text (not the fence mark), so that offsets in the text can be placed."""
    is_indented: bool = False
    """Whether it is code for its indentation alone."""


@dataclass(frozen=True, slots=True)
class Html:
    """Raw HTML that is not a script; its text is shown, and never read for meaning."""

    text: str
    location: Location


@dataclass(frozen=True, slots=True)
class Script:
    """A `<script>`: the calls in it, as data."""

    calls: tuple[Call, ...]
    location: Location


Block = Heading | Paragraph | BulletList | Table | Fence | Html | Script


# --- JavaScript as data -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Scalar:
    """A string, number, boolean or null literal, or `new Date(...).toJSON()`."""

    value: str | int | Decimal | bool | None
    """Numbers without `.` and exponent are `int`, others `Decimal` with their digits; a date is the text `now`."""
    location: Location
    is_date: bool = False
    """`new Date(...).toJSON()`: some point in time, the value is not known."""


@dataclass(frozen=True, slots=True)
class ArrayLiteral:
    items: tuple[Value, ...]
    location: Location


@dataclass(frozen=True, slots=True)
class Entry:
    """One `key: value` of an object literal, one shorthand `key`, or one `...spread` (key `...`)."""

    key: str
    value: Value
    location: Location
    """The key."""


@dataclass(frozen=True, slots=True)
class ObjectLiteral:
    entries: tuple[Entry, ...]
    location: Location

    def get(self, key: str) -> Value | None:
        """The value of the last entry under the key, as JavaScript has it."""
        return next((entry.value for entry in reversed(self.entries) if entry.key == key), None)


@dataclass(frozen=True, slots=True)
class JsonText:
    """`JSON.stringify(value)`: a string that holds JSON."""

    value: Value
    location: Location


@dataclass(frozen=True, slots=True)
class Opaque:
    """Any other expression, as its source text: an identifier, arithmetic, a call, a function. Never evaluated."""

    text: str
    location: Location


Value = Scalar | ArrayLiteral | ObjectLiteral | JsonText | Opaque


@dataclass(frozen=True, slots=True)
class Call:
    """A call: `window[TDV].defineTryit({...})` has the callee `defineTryit`."""

    callee: str
    """The last property of the callee expression, or the identifier itself."""
    arguments: tuple[Value, ...]
    location: Location


@dataclass(frozen=True, slots=True)
class Comment:
    """`// text` or `/* text */` in a code fence."""

    text: str
    """Without its marks, white space folded."""
    location: Location
    is_alone: bool
    """Whether nothing else stands before it on its line."""


@dataclass(frozen=True, slots=True)
class Assembled:
    """A text that a script puts together: a template, or strings and other values with `+` between them."""

    parts: tuple[str | Value, ...]
    location: Location


@dataclass(frozen=True, slots=True)
class Binding:
    """`const name = <literal>` in a code fence."""

    name: str
    value: Value
    location: Location


# --- pages ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Field:
    """One scalar of the front matter, as the text that stands there (`true` stays `true`)."""

    name: str
    value: str
    location: Location
    """The value (the key where the value is empty)."""


@dataclass(frozen=True, slots=True)
class Page:
    path: str
    """POSIX path relative to the site folder."""
    url: str
    """Where Jekyll serves it: the permalink, or the path without its suffix; case as written, no trailing slash."""
    fields: tuple[Field, ...]
    blocks: tuple[Block, ...]
    location: Location
    """The first line of the file."""
    has_front_matter: bool = True
    """Whether the file says itself that it is a page; where two claim the same, one that does not say so gives way."""
    rendered: str = field(default="", compare=False, repr=False)
    """The file with its Liquid rendered, for who looks for what was lost: no reader of the API needs it."""
    line_numbers: Sequence[int] = field(default=(), compare=False, repr=False)
    """For each line of that, the line of the file that it comes from."""

    def field(self, name: str) -> Field | None:
        """The front matter field, or None."""
        return next((one for one in self.fields if one.name == name), None)

    def text(self, name: str) -> str:
        """The value of the front matter field, empty where it is absent."""
        found = self.field(name)
        return found.value if found else ""

    @property
    def calls(self) -> Iterator[Call]:
        """The calls of all scripts, in page order."""
        return (call for block in self.blocks if isinstance(block, Script) for call in block.calls)


@dataclass(frozen=True, slots=True)
class Site:
    """A folder of pages, in path order."""

    pages: tuple[Page, ...]
    base_url: str = ""
    """`url` of `_config.yml`, without a trailing slash; empty where there is none."""
    digest: str = ""
    """SHA-256 over the paths and bytes of all pages: which state of the site this is."""
    prefix: str = ""
    """`baseurl` of `_config.yml`: what stands before the path of each page in the site's own links."""
