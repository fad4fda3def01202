"""What states an operation on a page: a heading, a title, a script, front matter, a fence, a bold line, a table."""

import html
import re
from collections.abc import Iterator

from jekyll_openapi.api.context import Context
from jekyll_openapi.api.dialect import Dialect, matches
from jekyll_openapi.api.model import Method
from jekyll_openapi.api.paths import METHODS, as_shown, templates
from jekyll_openapi.api.sections import Section
from jekyll_openapi.api.tryit import Tryit
from jekyll_openapi.diagnostics import Location
from jekyll_openapi.pages.document import (
    Block,
    BulletList,
    Code,
    Fence,
    Html,
    Link,
    Page,
    Paragraph,
    Span,
    Table,
    Text,
    plain,
)
from jekyll_openapi.records import dataclass
from jekyll_openapi.rules import UNREADABLE_PATH

_METHOD = "|".join(method.upper() for method in METHODS)
_WHOLE = re.compile(rf"\[?(?P<method>{_METHOD})\]?:?\s+(?P<path>(?:(?<=/)\([\w -]+\)|\S)+)")
_NAMED = re.compile(
    rf"(?:.*?[(:%|>\u2013\u2014-]\s*)?(?P<method>{_METHOD})\s+(?P<path>/\S*?)(?:\)|:(?:\s.*)?|\s+[(\u2013\u2014-].*)?"
)
_HEADED = (
    re.compile(
        rf"[^A-Za-z/{{\[]*\[?(?P<method>{_METHOD})\]?(?::|\s+-)?\s+"
        r"(?P<path>/\S*|https?://\S+|[\w-]+/[\w{:<]\S*)(?:\s+[(\u2013\u2014-].*)?"
    ),
    re.compile(rf"[^A-Za-z/]*(?P<path>/\S*)\s+[(\[](?P<method>{_METHOD})[)\]]"),
)
"""A heading that is a request line, behind a number or a picture, the method in brackets or behind the path."""
_BEGUN = re.compile(
    rf"\[?(?P<method>{_METHOD})\]?:?\s+(?P<path>\S+?)(?:\s*$|\s+[\u2013\u2014-]\s.*|:\s.*|\s+\(.*)", re.DOTALL
)
_BEGUN_BOLD = re.compile(rf"(?:\*\*|__)`?(?P<method>{_METHOD})`?\s+`?(?P<path>[^\s*`]+)`?(?:\*\*|__).*", re.DOTALL)
_INLINE = re.compile(
    r"</?(?:kbd|b|strong|i|em|code|span|font|small|mark|sup|sub|a|badge)\b[^<>]*>|!\[([^\]]*)\]\([^)]*\)", re.I
)
_BEFORE_PATH = re.compile(r".*[(:\u2013\u2014-]\s*")
_BEHIND_PATH = re.compile(r"\)|:|\(.*|[:\u2013\u2014-]\s.*")
_LINE = re.compile(
    rf"\s*(?P<method>{_METHOD})\s+(?P<path>(?:<[\w -]+>|\{{[\w -]+\}}|(?<=/)\([\w -]+\)|,\s+(?=[<{{\w])|\S)+)"
    r"(?:\s+(?:HTTP/[\d.]+|#.*|//.*|\(.*\)))?\s*"
)
_ANY_LINE = re.compile(rf"\s*(?P<method>{_METHOD})\s+(?P<path>.+)")
_REQUEST = re.compile(rf"\b(?P<method>{_METHOD})['\"]?\s+['\"]?(?P<path>[^\s'\"]*/[^\s'\"]*)")
_CURL = re.compile(r"\bcurl\b(?:[^\n\\]|\\[^\n]|\\\n)*")
_CURL_METHOD = re.compile(rf"(?:-X|--request)[ =]?['\"]?(?P<method>{_METHOD})\b", re.IGNORECASE)
_CURL_DATA = re.compile(r"(?:^|\s)(?:-d|--data(?:-\w+)?|-F|--form|--json)\b")
_SEND = re.compile(
    rf"\b(?i:send|make|issue|use|perform|takes|expects|wants)s? (?:an? |the )?(?:HTTP )?(?P<method>{_METHOD})"
    r"(?: requests?| calls?| method)?(?: to (?:it|this|the (?:endpoint|path))\b|\s*[.,;:]|\s*$)"
)
_FETCH = re.compile(
    rf"['\"`](?P<path>[^\s'\"`]*/[^\s'\"`]*)['\"`]\s*,\s*\{{[^}}]{{0,200}}?\bmethod:\s*['\"`](?P<method>{_METHOD})\b"
)
_BARE_FETCH = re.compile(
    r"\bfetch\(\s*['\"`](?P<path>[^\s'\"`]*/[^\s'\"`]*)['\"`]\s*(?:\)|,\s*\{(?P<options>[^;]{0,400}))"
)
"""A call without a method asks with GET."""
_ADDRESS = re.compile(r"['\"]?((?:https?://|localhost)[^\s'\"]+)")
_BARE_PATH = re.compile(r"[A-Za-z]\w*/[A-Za-z]\w*")
_LABEL = re.compile(r"(?P<label>[A-Za-z][A-Za-z ]{1,24})\s*(?:$|:\s*(?P<value>.*))", re.DOTALL)
_ELEMENT = re.compile(
    r"\s*<(?P<name>[A-Za-z][\w.-]*)(?P<attributes>(?:\s+[\w:-]+(?:=(?:\"[^\"]*\"|'[^']*'|\{[^{}]*\}|[^\s>]+))?)*)\s*"
    r"(?:/>|>(?P<text>[^<]*))"
)
_ATTRIBUTE = re.compile(r"([\w:-]+)=(?:\"([^\"]*)\"|'([^']*)'|\{[\"'`]?([^{}]*?)[\"'`]?\})")
_SENT = re.compile(rf"\s*(?:{_METHOD})\s+\S+[^\n]*\n[\w-]+:")
_SERVER = re.compile(r"(?:https?://)?[^/]*(?=/|$)")
_BRACKETS = re.compile(rf".*\[(?P<method>{_METHOD})?\s*(?P<path>/\S*)?\]")
_EXPANDED = re.compile(r"\{[?&#][^{}]*\}")
"""What a template of a path adds to the query."""
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_LINKED = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_STARS = re.compile(r"[*_]{2}|~~")

NO_BLOCK = -1
"""The block of a statement that no block of its section makes."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A place that says which operation a page is about."""

    what: str
    written: str
    """The path as it stands there."""
    paths: tuple[str, ...]
    """The paths that it stands for; none where it is not usable."""
    method: Method | None
    location: Location
    section: int = 0
    """Which of the page's sections it stands in."""
    block: int = NO_BLOCK
    """Which block of the section makes it."""

    @property
    def is_placed(self) -> bool:
        """Whether it stands in the page's text, so that what is below it is about it."""
        return self.what not in ("title", "try-it script", "front matter")


def read_statements(
    page: Page, parts: tuple[Section, ...], tryits: tuple[Tryit, ...], context: Context
) -> tuple[Statement, ...]:
    """All statements of the page that the dialect looks for; those that are no path are reported and left out."""
    found = list(_statements(page, parts, tryits, context))
    for one in found:
        if not one.paths:
            context.found(UNREADABLE_PATH, f"the {one.what} `{one.written}` cannot be used as a path", one.location)
    return tuple(found)


def _statements(
    page: Page, parts: tuple[Section, ...], tryits: tuple[Tryit, ...], context: Context
) -> Iterator[Statement]:
    places = context.dialect.operation_places
    for index, part in enumerate(parts):
        if "heading" in places and (found := _in_heading(part.spans) or _in_brackets(parts, index)):
            yield _statement("heading", *found, part.location, context.dialect, index)
        if context.dialect.operation_sections and not part.is_one_of(context.dialect.operation_sections):
            continue
        if "call" in places:
            yield from _in_calls(part, index, context.dialect)
        for position, block in enumerate(part.blocks):
            yield from _in_block(block, index, position, context.dialect)
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
    usable = "://" not in written or written.startswith(dialect.path_prefixes or ("\0",))
    paths = templates(written, dialect.path_prefixes) if usable else ()
    return Statement(what, written, paths, method, location, section, block)


def method_word(text: str) -> Method | None:
    folded = text.strip().strip("`*").casefold()
    return next((method for method in METHODS if method == folded), None)


def _in_heading(spans: tuple[Span, ...]) -> tuple[Method | None, str] | None:
    """`/a/b`, `PUT /a/b`, or words set apart from it by a colon, a dash or parentheses; code spans or not."""
    # A link to another page mentions what that one states, unless the heading says a method.
    leads_away = any(isinstance(span, Link) and not span.target.startswith("#") for span in spans)
    spans = tuple(_unlinked(span) for span in spans)
    solid = [span for span in spans if not isinstance(span, Text) or _STARS.sub("", span.text).strip()]
    match [] if leads_away else solid:
        case [Code(text) | Text(text)] if text.strip().startswith("/") and " " not in text.strip():
            return None, text.strip()
        case [Text(before), Code(text), *behind] if text.startswith("/") and " " not in text.strip():
            if _BEFORE_PATH.fullmatch(before) and (not behind or plain(tuple(behind)).strip() == ")"):
                return None, text.strip()
        case [Code(text), *behind] if text.startswith("/") and " " not in text.strip():
            if _BEHIND_PATH.fullmatch(plain(tuple(behind)).strip()):
                return None, text.strip()
    if not solid or not all(isinstance(span, Code | Text) for span in solid):
        return None
    text = _STARS.sub("", "".join(span.text for span in spans)).strip()
    whole = _WHOLE.fullmatch(text) or (_NAMED.fullmatch(text) if isinstance(solid[-1], Code | Text) else None)
    if whole and whole["path"].startswith(("/", "{")):
        return method_word(whole["method"]), whole["path"]
    last = _WHOLE.fullmatch(solid[-1].text.strip()) if isinstance(solid[-1], Code) else None
    if last and last["path"].startswith("/"):
        return method_word(last["method"]), last["path"]
    bare = _INLINE.sub(lambda found: found[1] or "", text).strip()
    headed = next((found for form in _HEADED if (found := form.fullmatch(bare))), None)
    return (method_word(headed["method"]), headed["path"]) if headed else None


def _unlinked(span: Span) -> Span:
    """What a link shows, code where that is code."""
    if not isinstance(span, Link):
        return span
    text = span.text.strip()
    is_code = len(text) > 2 and text[0] == text[-1] == "`"
    return Code(text[1:-1], span.location) if is_code else Text(span.text, span.location)


def _in_brackets(parts: tuple[Section, ...], index: int) -> tuple[Method, str] | None:
    """`Make a choice [POST /a/b]`, or `Look [GET]` below `Questions [/a/b]`."""
    found = _BRACKETS.fullmatch(parts[index].title)
    method = method_word(found["method"] or "") if found else None
    if not found or not method:
        return None
    level = parts[index].level
    above = (_BRACKETS.fullmatch(one.title) for one in reversed(parts[:index]) if one.level < level)
    path = found["path"] or next((one["path"] for one in above if one and one["path"]), "")
    return (method, _EXPANDED.sub("", path)) if path else None


def states_operation(part: Section) -> bool:
    """Whether the section's title is one that states an operation."""
    return _in_heading(part.spans) is not None


def _in_title(page: Page, context: Context) -> Iterator[Statement]:
    field = page.field("title")
    if field is None:
        return
    title = field.value.strip().strip("`")
    if whole := _WHOLE.fullmatch(title):
        yield _statement("title", method_word(whole["method"]), whole["path"], field.location, context.dialect)
    elif title.startswith(("/", "..")):
        yield _statement("title", None, title, field.location, context.dialect)
    elif page.field(context.dialect.operation_field) and _BARE_PATH.fullmatch(title):
        yield _statement("title", None, f"/{title}", field.location, context.dialect)


def _in_block(block: Block, section: int, position: int, dialect: Dialect) -> Iterator[Statement]:
    match block:
        case Fence() if "fence" in dialect.operation_places and _may_state(block, dialect):
            for method, path, location in fence_lines(block):
                yield _statement("fence", method, path, location, dialect, section, position)
        case Paragraph(spans, location) if "bold" in dialect.operation_places:
            whole = _WHOLE.fullmatch(_unmarked(spans))
            if whole and whole["path"].startswith(("/", *dialect.path_prefixes)):
                yield _statement(
                    "line", method_word(whole["method"]), whole["path"], location, dialect, section, position
                )
        case BulletList() | Paragraph() if "item" in dialect.operation_places:
            for item in block.items if isinstance(block, BulletList) else (block,):
                if begun := _begun(item.spans, dialect, is_item=item is not block):
                    yield _statement("item", *begun, item.location, dialect, section, position)
        case Html(text, location) if "element" in dialect.operation_places:
            if found := in_element(text, dialect):
                yield _statement("element", *found, location, dialect, section, position)
        case Table() if "table" in dialect.operation_places:
            for method, path, location in table_lines(block, dialect):
                yield _statement("row", method, path, location, dialect, section, position)


def _begun(spans: tuple[Span, ...], dialect: Dialect, *, is_item: bool) -> tuple[Method | None, str] | None:
    """The request that a text begins with, set apart from what follows by bold, a dash or a colon; in an item by code
    alone."""
    code = spans[0] if is_item and spans else None
    first = _WHOLE.fullmatch(code.text.strip()) if isinstance(code, Code) else None
    found = first or _BEGUN.fullmatch(_unmarked(spans)) or _BEGUN_BOLD.fullmatch(plain(spans))
    if not found or not found["path"].startswith(("/", *dialect.path_prefixes)):
        return None
    return method_word(found["method"]), found["path"]


def _in_lines(block: Block, section: int, position: int, dialect: Dialect) -> Iterator[Statement]:
    """The path of a line such as `**URL**: /a/b`, or of the paragraph behind a line `**URL**`."""
    for value, location in labelled(block, dialect.path_words):
        words = value.split()
        method = method_word(words[0]) if words else None
        path = words[1] if method and len(words) > 1 else words[0] if len(words) == 1 else ""
        if path.startswith(("/", *dialect.path_prefixes)):
            yield _statement("line", method, path, location, dialect, section, position)


def _in_calls(part: Section, section: int, dialect: Dialect) -> Iterator[Statement]:
    """The first call of curl, or request of HTTP, in a section: the address without its server."""
    for fence in (block for block in part.blocks if isinstance(block, Fence)):
        begun = _SENT.match(fence.text)
        calls = [_ADDRESS.search(found[0]) for found in _CURL.finditer(fence.text)]
        for method, address, location in shown_requests(fence):
            if begun or any(call and call[1] == address for call in calls):
                path = _SERVER.sub("", address.split("?")[0], count=1)
                yield _statement("call", method, path or "/", location, dialect, section)
                return


def labelled(block: Block, words: tuple[str, ...]) -> Iterator[tuple[str, Location]]:
    """What stands behind one of the words and a colon, or in the item behind one that is only the word."""
    texts = block.items if isinstance(block, BulletList) else (block,) if isinstance(block, Paragraph) else ()
    behind = False
    for text in texts:
        found = _LABEL.fullmatch(_unmarked(text.spans))
        if found and matches(words, found["label"]):
            behind = not found["value"]
            if found["value"]:
                yield found["value"].strip(), text.location
        elif behind:
            behind = False
            yield _unmarked(text.spans), text.location


def in_element(text: str, dialect: Dialect) -> tuple[Method | None, str] | None:
    """The method and the path that the first tag of a block of HTML names."""
    found = _ELEMENT.match(text)
    if not found:
        return None
    named = {one[1].casefold(): one[2] or one[3] or one[4] or "" for one in _ATTRIBUTE.finditer(found["attributes"])}
    words = (named.get("method") or named.get("verb") or named.get("class") or "").split()
    method = next((one for word in words if (one := method_word(word))), None)
    path = next((value for name, value in named.items() if matches(dialect.path_words, name)), "")
    path = path or html.unescape(_LINKED.sub(r"\1", found["text"] or "")).strip()
    solid = " " not in re.sub(r"\{[^{}]*\}|<[^<>]*>|\([^()]*\)", "", path)
    if method and path.startswith(("/", *dialect.path_prefixes)) and solid:
        return method, path
    shown = _NAMED.fullmatch(" ".join(html.unescape(_TAG.sub(" ", text.partition("\n\n")[0])).split()))
    return (method_word(shown["method"]), shown["path"]) if shown else None


def _may_state(fence: Fence, dialect: Dialect) -> bool:
    """Whether a fence states operations: of a known language, and, outside a section of statements, nothing else."""
    if dialect.operation_languages and fence.language not in dialect.operation_languages:
        return False
    lines = [line for line in fence.text.splitlines() if line.strip()]
    return bool(dialect.operation_sections) or (bool(lines) and all(map(_LINE.fullmatch, lines)))


def fence_lines(fence: Fence) -> Iterator[tuple[Method | None, str, Location]]:
    """The lines `PUT /a/b` of a fence."""
    for number, line in enumerate(fence.text.splitlines()):
        if found := _LINE.fullmatch(line) or _ANY_LINE.fullmatch(line):
            yield (
                method_word(found["method"]),
                found["path"],
                Location(fence.location.file, fence.location.line + number),
            )


def table_lines(table: Table, dialect: Dialect) -> Iterator[tuple[Method | None, str, Location]]:
    """The rows of a table that has columns for methods and paths."""
    titles = [plain(cell.spans).strip("`* ") for cell in table.header.cells]
    methods = [index for index, title in enumerate(titles) if matches(dialect.method_columns, title)]
    paths = [index for index, title in enumerate(titles) if matches(dialect.path_columns, title)]
    if not methods or not paths:
        yield from _standing_lines(table, dialect)
        for row in table.rows if paths else ():
            if whole := _WHOLE.fullmatch(_unmarked(row.cells[paths[0]].spans)):
                yield method_word(whole["method"]), whole["path"], row.location
        return
    for row in table.rows:
        method = method_word(_unmarked(row.cells[methods[0]].spans))
        path = _unmarked(row.cells[paths[0]].spans)
        if method and path:
            yield method, path, row.location


def _standing_lines(table: Table, dialect: Dialect) -> Iterator[tuple[Method | None, str, Location]]:
    """The operation of a table whose first column says what its second holds: one row for the path, one for the
    method."""
    pairs = [row.cells for row in (table.header, *table.rows) if len(row.cells) == 2]
    named = {_unmarked(cells[0].spans).strip(": ").casefold(): cells[1] for cells in pairs}
    method = next((cell for name, cell in named.items() if matches(dialect.method_columns, name)), None)
    path = next((cell for name, cell in named.items() if matches(dialect.path_columns, name)), None)
    if method and path and method_word(_unmarked(method.spans)):
        yield method_word(_unmarked(method.spans)), _unmarked(path.spans), path.location


def _unmarked(spans: tuple[Span, ...]) -> str:
    """The text without code ticks and bold marks."""
    return " ".join(
        _STARS.sub("", "".join(span.text.strip("`") if isinstance(span, Link) else span.text for span in spans)).split()
    )


def stated_method(path: str, parts: tuple[Section, ...], dialect: Dialect) -> tuple[Method, Location] | None:
    """The method that the text below an operation's statement says: `**Method:** PUT`, a request line, a table."""
    shown = as_shown(path)
    label = re.compile(
        rf"(?:{'|'.join(dialect.method_words)})s?\s*:?\s*(?P<method>{_METHOD})\.?", re.IGNORECASE
    )  # fmt: skip
    for block in (block for part in parts for block in part.blocks):
        for method, written, location in _request_lines(block, label, dialect):
            if method and (not written or shown.search(written.split("?")[0])):
                return method, location
    return None


def _request_lines(
    block: Block, label: re.Pattern[str], dialect: Dialect
) -> Iterator[tuple[Method | None, str, Location]]:
    """Methods with the path that stands behind each, empty behind a label."""
    match block:
        case Paragraph(spans, location):
            text = _unmarked(spans)
            if said := label.fullmatch(text.split(". ")[0]):
                yield method_word(said["method"]), "", location
            elif whole := _WHOLE.fullmatch(text):
                yield method_word(whole["method"]), whole["path"], location
            elif sent := _SEND.search(text.replace("`", "")):
                yield method_word(sent["method"]), "", location
        case Fence():
            yield from shown_requests(block)
        case BulletList():
            for value, location in labelled(block, tuple(dialect.method_words)):
                yield method_word(value), "", location
        case Table():
            yield from table_lines(block, dialect)


def shown_requests(fence: Fence | Html) -> Iterator[tuple[Method | None, str, Location]]:
    """The requests that code shows: lines `PUT /a/b?c=1`, and calls of curl with their address."""
    calls = [(found.start(), found.end(), found[0]) for found in _CURL.finditer(fence.text)]
    for start, _, text in calls:
        address, said = _ADDRESS.search(text), _CURL_METHOD.search(text)
        if address:
            method = method_word(said["method"]) if said else "post" if _CURL_DATA.search(text) else "get"
            yield method, address[1], _at(fence, start)
    for found in (one for form in (_REQUEST, _FETCH) for one in form.finditer(fence.text)):
        if not any(start <= found.start() < end for start, end, _ in calls):
            yield method_word(found["method"]), found["path"], _at(fence, found.start())
    for found in _BARE_FETCH.finditer(fence.text):
        if not re.search(r"\bmethod\b", found["options"] or ""):
            yield "get", found["path"], _at(fence, found.start())


def _at(fence: Fence | Html, offset: int) -> Location:
    return Location(fence.location.file, fence.location.line + fence.text.count("\n", 0, offset))
