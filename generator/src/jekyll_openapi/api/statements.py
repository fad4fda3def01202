"""Finds the places on a page that state an operation: headings, title, scripts, front matter, fences, bold lines,
tables."""

import re
from collections.abc import Iterator
from functools import lru_cache

from jekyll_openapi.api.context import Context
from jekyll_openapi.api.dialect import Dialect
from jekyll_openapi.api.model import Method
from jekyll_openapi.api.paths import as_shown, query_names, templates
from jekyll_openapi.api.request_headings import ending_method, in_brackets, in_heading
from jekyll_openapi.api.request_lines import (
    LINE,
    METHOD,
    METHOD_WORDS,
    SEND,
    WHOLE,
    begun,
    fence_lines,
    in_element,
    labelled,
    method_word,
    requests_in_words,
    shown_calls,
    shown_requests,
    stating,
    table_lines,
    unmarked,
)
from jekyll_openapi.api.sections import Section, slug
from jekyll_openapi.api.setting_patterns import matches
from jekyll_openapi.api.tryit import Tryit
from jekyll_openapi.diagnostics import Location
from jekyll_openapi.pages.document import (
    Block,
    BulletList,
    Fence,
    Field,
    Heading,
    Html,
    Link,
    Page,
    Paragraph,
    Row,
    Table,
    Text,
    plain,
    telling,
)
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass, replace
from jekyll_openapi.rules import UNREADABLE_PATH

_SEVERAL_LINES = regex(rf"(?:\s*(?:[,;&|]|\band\b|\bor\b))?\s+(?=\[?(?:{METHOD})\]?:?\s)", needs=METHOD_WORDS)
"""What stands between two requests in one line, or in the lines of one paragraph."""
_PARTS = regex(r"[_-]|(?<=[a-z])(?=[A-Z])")
_ANCHOR = regex(r"<a\b[^<>]*\b(?:name|id)=[\"']?([\w.-]+)", re.I, needs=("<a",))
"""Matches a place that links lead to."""
_BARE_PATH = regex(r"[A-Za-z]\w*/[A-Za-z]\w*")


_ALONE = ("fence", "bold", "item", "element", "table", "label")
_LONGEST_LINE = 120
_ADDRESS = regex(r"\w+://[^/\s]+")
_SERVER = regex(r"(?:https?://)?[^/]*(?=/|$)")


NO_BLOCK = -1
"""The block index of a statement that is not in a block, such as a heading."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A place on a page that states an operation's path."""

    what: str
    """The kind of place, for messages: "heading", "title", "try-it script", ..."""
    written: str
    """The path as written."""
    paths: tuple[str, ...]
    """The path templates that it stands for; empty if it is not a usable path."""
    query: tuple[str, ...]
    """The names in the path's query."""
    method: Method | None
    location: Location
    section: int = 0
    """The index of its section on the page."""
    block: int = NO_BLOCK
    """The index of its block in the section."""
    leads_to: int = 0
    """The index of the section that describes the operation, where a row of a table of contents links to it."""

    @property
    def is_placed(self) -> bool:
        """Whether it stands in the page's text, so that the text below it describes the operation."""
        return self.what not in ("title", "try-it script", "front matter")


def read_statements(
    page: Page, parts: tuple[Section, ...], tryits: tuple[Tryit, ...], context: Context
) -> tuple[Statement, ...]:
    """All statements on the page, in the places that the dialect allows. Unusable paths are reported.

    Where no place states one, front matter that holds both a method and a path does.
    """
    found = list(_statements(page, parts, tryits, context)) or list(in_front_matter(page, context.dialect))
    for one in found:
        if not one.paths:
            message = f"the {one.what} `{one.written}` cannot be used as a path"
            server = _ADDRESS.match(one.written)
            hint = f"list `{server[0]}` in `path_prefixes` if it is this API's server" if server else ""
            context.found(UNREADABLE_PATH, message, one.location, hint)
    return tuple(found)


def _statements(
    page: Page, parts: tuple[Section, ...], tryits: tuple[Tryit, ...], context: Context
) -> Iterator[Statement]:
    places = context.dialect.operation_places
    for index, part in enumerate(parts):
        if "heading" in places:
            for method, written in in_heading(part.spans) or in_brackets(parts, index):
                yield _statement("heading", method, written, part.location, context.dialect, index)
            yield from _below_method(part, index, context.dialect)
        if context.dialect.operation_sections and not part.is_one_of(context.dialect.operation_sections):
            continue
        if "call" in places:
            yield from _in_calls(part, index, context.dialect)
        for position, block in stating(part.blocks, context.dialect):
            found = tuple(in_block(block, index, position, context.dialect))
            led = _led_to(block, parts) if found and isinstance(block, Table) else {}
            yield from (replace(one, leads_to=led.get(one.location.line, 0)) if led else one for one in found)
            if "label" in places:
                yield from _in_lines(block, index, position, context.dialect)
    if "title" in places:
        yield from _in_title(page, context)
    if "front matter" in places and (path := page.field(context.dialect.path_field)) and path.value:
        method = method_word(page.text(context.dialect.method_field))
        yield _statement("front matter", method, path.value, path.location, context.dialect)
    if "script" in places:
        for tryit in tryits:
            if tryit.path:
                yield _statement("try-it script", None, str(tryit.path.value), tryit.path.location, context.dialect)


def _statement(
    what: str,
    method: Method | None,
    written: str,
    location: Location,
    dialect: Dialect,
    section: int = 0,
    block: int = NO_BLOCK,
) -> Statement:
    # An absolute URL is usually an example of another server; only the configured prefixes belong to the API.
    usable = "://" not in written or written.startswith(dialect.path_prefixes or ("\0",))
    paths = templates(written, dialect.path_prefixes) if usable else ()
    return Statement(what, written, paths, query_names(written), method, location, section, block)


def _led_to(table: Table, parts: tuple[Section, ...]) -> dict[int, int]:
    """Line of a row -> the section that a link in it leads to, if each row of the table leads to another one."""
    links = {row.location.line: tuple(_local_links(row)) for row in table.rows}
    if not all(links.values()):
        return {}
    targets = {slug(part.title): index for index, part in enumerate(parts) if part.title}
    for index, part in enumerate(parts[:-1]):
        last = part.blocks[-1] if part.blocks else None
        text = last.text if isinstance(last, Html) else plain(last.spans) if isinstance(last, Paragraph) else ""
        targets |= dict.fromkeys((one.casefold() for one in _ANCHOR.findall(text)), index + 1)
    found = {
        line: at for line, each in links.items() if (at := next((targets[one] for one in each if one in targets), 0))
    }
    return found if len(set(found.values())) == len(table.rows) else {}


def _local_links(row: Row) -> Iterator[str]:
    spans = (span for cell in row.cells for span in cell.spans)
    yield from (span.target[1:].casefold() for span in spans if isinstance(span, Link) and span.target[:1] == "#")


def _below_method(part: Section, index: int, dialect: Dialect) -> Iterator[Statement]:
    """The path that stands alone in the first line below a heading that names a method: `## Add a boat (POST)`."""
    match part.blocks[:1]:
        case (Paragraph(spans, location),) if (method := ending_method(part.spans)) and not in_heading(part.spans):
            path = unmarked(spans)
            if " " not in path and path.startswith(("/", *dialect.path_prefixes)):
                yield _statement("line", method, path, location, dialect, index, 0)


def states_operation(part: Section) -> bool:
    """Whether the section's title, or a line of it, states an operation."""
    lines = (unmarked(block.spans) for _, block in telling(part.blocks) if isinstance(block, Paragraph))
    return bool(in_heading(part.spans)) or any(map(WHOLE.fullmatch, lines))


@lru_cache(maxsize=4)
def _everywhere(dialect: Dialect) -> Dialect:
    """The dialect with all places in which a request can stand alone."""
    return replace(dialect, operation_places=_ALONE)


def requests_in(block: Block, around: tuple[Block, ...], dialect: Dialect) -> Iterator[Statement]:
    """The requests that stand alone in a block, in places too where the dialect takes none for an operation; in a
    heading, also those between words.

    One of the blocks around can say the method of a path behind a label.
    """
    if isinstance(block, Heading):
        for method, path in requests_in_words(block.spans):
            yield _statement("heading", method, path, block.location, dialect)
        return
    everywhere = _everywhere(dialect)
    found = [one for one in in_block(block, 0, 0, everywhere) if one.method]
    if lines := tuple(_in_lines(block, 0, 0, everywhere)):
        said = (value for one in (block, *around) for value, _ in labelled(one, dialect.method_words, dialect))
        method = next((one for value in said if (one := method_word(value))), None)
        found += (replace(one, method=one.method or method) for one in lines)
    if isinstance(block, Paragraph) and not found and len(plain(block.spans)) < _LONGEST_LINE:
        each = ((method, path) for method, path in in_heading(block.spans) if method)
        found = [_statement("line", method, path, block.location, dialect) for method, path in each]
    yield from found


def in_front_matter(page: Page, dialect: Dialect) -> Iterator[Statement]:
    """The request that front matter states as a whole, in one field or in two: `api: POST /a/b`; or `endpoint: /a/b`
    and `http_method: POST`. A path without a method can be that of anything."""
    if dialect.operation_sections:
        return
    for field in page.fields:
        whole = WHOLE.fullmatch(field.value.strip())
        if whole and whole["path"].startswith(("/", *dialect.path_prefixes)):
            yield _statement("front matter", method_word(whole["method"]), whole["path"], field.location, dialect)
            return
    methods = (dialect.method_field, *dialect.method_words, *dialect.method_columns)
    method = next((one for field in page.fields if (one := method_word(field.value)) and _is_of(field, methods)), None)
    paths = [one for one in page.fields if one.value.startswith(("/", *dialect.path_prefixes)) and " " not in one.value]
    words = (dialect.path_field, *dialect.path_columns, *dialect.path_words)
    if method and (stated := next((one for one in paths if _is_of(one, words)), None)):
        yield _statement("front matter", method, stated.value, stated.location, dialect)


def _is_of(field: Field, words: tuple[str, ...]) -> bool:
    """Whether a field is called by one of the words: `http_method`, `httpMethod`, `api-path`, `api.path`."""
    name = _PARTS.sub(" ", field.name.rpartition(".")[2])
    return matches(words, name) or matches(words, name.removeprefix("api "))


def _in_title(page: Page, context: Context) -> Iterator[Statement]:
    field = page.field("title")
    if field is None:
        return
    title = field.value.replace("`", "").strip()
    found = in_heading((Text(title, field.location),))
    if not found and title.startswith(("/", "..")):
        found = ((None, title),)
    elif not found and page.field(context.dialect.operation_field) and _BARE_PATH.fullmatch(title):
        found = ((None, f"/{title}"),)
    for method, written in found:
        yield _statement("title", method, written, field.location, context.dialect)


def in_block(block: Block, section: int, position: int, dialect: Dialect) -> Iterator[Statement]:
    """The statements in a block, in the places that the dialect allows."""
    match block:
        case Fence() if "fence" in dialect.operation_places and _may_state(block, dialect):
            for method, path, location in fence_lines(block):
                yield _statement("fence", method, path, location, dialect, section, position)
        case Paragraph(spans, location) if "bold" in dialect.operation_places:
            lines = [WHOLE.fullmatch(one) for one in _SEVERAL_LINES.split(unmarked(spans))]
            stated = [one for one in lines if one and one["path"].startswith(("/", *dialect.path_prefixes))]
            for one in stated if len(stated) == len(lines) else ():
                method = method_word(one["method"])
                yield _statement("line", method, one["path"], location, dialect, section, position)
        case BulletList() | Paragraph() if "item" in dialect.operation_places:
            for item in block.items if isinstance(block, BulletList) else (block,):
                if found := begun(item.spans, dialect, is_item=item is not block):
                    yield _statement("item", *found, item.location, dialect, section, position)
        case Html(text, location) if "element" in dialect.operation_places:
            if found := in_element(text, dialect):
                yield _statement("element", *found, location, dialect, section, position)
        case Table() if "table" in dialect.operation_places:
            for method, path, location in table_lines(block, dialect):
                yield _statement("row", method, path, location, dialect, section, position)


def _in_lines(block: Block, section: int, position: int, dialect: Dialect) -> Iterator[Statement]:
    """The statement in a line such as `**URL**: /a/b`, or in the paragraph after a line `**URL**`."""
    told = tuple(labelled(block, dialect.path_words, dialect))
    for value, location in told:
        words = value.split()
        method = method_word(words[0]) if words else None
        path = words[1] if method and len(words) > 1 else words[0] if len(words) == 1 else ""
        if path.startswith(("/", *dialect.path_prefixes)):
            if not method and len(told) == 1:
                said = [method_word(one) for one, _ in labelled(block, dialect.method_words, dialect)]
                method = said[0] if len(said) == 1 else None
            yield _statement("line", method, path, location, dialect, section, position)


def _in_calls(part: Section, section: int, dialect: Dialect) -> Iterator[Statement]:
    """The first call in a section, its address without the server."""
    for fence in (block for block in part.blocks if isinstance(block, Fence)):
        for method, address, location in shown_calls(fence):
            path = _SERVER.sub("", address, count=1)
            yield _statement("call", method, path or "/", location, dialect, section)
            return


def _may_state(fence: Fence, dialect: Dialect) -> bool:
    """Whether a fence states operations: it has an accepted language and, outside of a statement section, only
    request lines."""
    if dialect.operation_languages and fence.language not in dialect.operation_languages:
        return False
    lines = [line for line in fence.text.splitlines() if line.strip()]
    return bool(dialect.operation_sections) or (bool(lines) and all(map(LINE.fullmatch, lines)))


def stated_method(path: str, parts: tuple[Section, ...], dialect: Dialect) -> tuple[Method, Location] | None:
    """The method stated below an operation's path: `**Method:** PUT`, a request line, a table. None without one."""
    shown = as_shown(path)
    label = regex(
        rf"(?:{'|'.join(dialect.method_words)})s?\s*:?\s*(?P<method>{METHOD})\.?", re.IGNORECASE
    )  # fmt: skip
    for block in (block for part in parts for block in part.blocks):
        for method, written, location in _request_lines(block, label, dialect):
            if method and (not written or shown.search(written.split("?")[0])):
                return method, location
    return None


def _request_lines(
    block: Block, label: re.Pattern[str], dialect: Dialect
) -> Iterator[tuple[Method | None, str, Location]]:
    """Methods, each with the path that follows it; the path is empty after a label."""
    match block:
        case Paragraph(spans, location):
            text = unmarked(spans)
            if said := label.fullmatch(text.split(". ")[0]):
                yield method_word(said["method"]), "", location
            elif whole := WHOLE.fullmatch(text):
                yield method_word(whole["method"]), whole["path"], location
            elif any(word in text for word in METHOD_WORDS) and (sent := SEND.search(text.replace("`", ""))):
                yield method_word(sent["method"]), "", location
        case Fence():
            yield from shown_requests(block)
        case BulletList():
            for value, location in labelled(block, dialect.method_words, dialect):
                yield method_word(value), "", location
        case Table():
            yield from table_lines(block, dialect)
