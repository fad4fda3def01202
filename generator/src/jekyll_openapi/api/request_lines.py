"""Recognizes request lines such as `PUT /a/b` in headings, lines, list items, HTML elements, table cells and code."""

import html
import re
from collections.abc import Iterator, Sequence

from jekyll_openapi.api.curl_calls import curl_calls
from jekyll_openapi.api.dialect import Dialect
from jekyll_openapi.api.model import Method
from jekyll_openapi.api.paths import METHODS
from jekyll_openapi.api.setting_patterns import matches
from jekyll_openapi.diagnostics import Location
from jekyll_openapi.pages.document import (
    Block,
    BulletList,
    Code,
    Fence,
    Html,
    Link,
    Paragraph,
    Span,
    Table,
    plain,
    telling,
)
from jekyll_openapi.patterns import regex

METHOD_WORDS = tuple(method.upper() for method in METHODS)
METHOD = "|".join(METHOD_WORDS)
_METHOD_FIRST = (*METHOD_WORDS, *(f"[{word}" for word in METHOD_WORDS))
WHOLE = regex(rf"^\[?(?P<method>{METHOD})\]?:?\s+(?P<path>(?:(?<=/)\([\w -]+\)|\S)+)", begins=_METHOD_FIRST)
_NAMED = regex(
    rf"(?:.*?[(:%|>\u2013\u2014-]\s*)?(?P<method>{METHOD})\s+(?P<path>/\S*?)(?:\)|:(?:\s.*)?|\s+[(\u2013\u2014-].*)?",
    needs=METHOD_WORDS,
)
_BEGUN = regex(
    rf"^\[?(?P<method>{METHOD})\]?:?\s+(?P<path>\S+?)(?:\s*$|\s+[\u2013\u2014-]\s.*|:\s.*|\s+\(.*)",
    re.DOTALL,
    begins=_METHOD_FIRST,
)
_BEGUN_BOLD = regex(
    rf"^(?:\*\*|__)`?(?P<method>{METHOD})`?\s+`?(?P<path>[^\s*`]+)`?(?:\*\*|__).*",
    re.DOTALL,
    needs=METHOD_WORDS,
    begins=("**", "__"),
)
LINE = regex(
    rf"\s*(?P<method>{METHOD})\s+(?P<path>(?:<[\w -]+>|\{{[\w -]+\}}|(?<=/)\([\w -]+\)|,\s+(?=[<{{\w])|\S)+)"
    r"(?:\s+(?:HTTP/[\d.]+|#.*|//.*|\(.*\)))?\s*",
    needs=METHOD_WORDS,
)
_ANY_LINE = regex(rf"\s*(?P<method>{METHOD})\s+(?P<path>.+)", needs=METHOD_WORDS)
_REQUEST = regex(
    rf"\b(?P<method>{METHOD})['\"]?\s+['\"]?(?P<path>[^\s'\"]*/[^\s'\"]*)", needs=METHOD_WORDS, also=("/",)
)
SEND = regex(
    rf"\b(?i:send|make|issue|use|perform|takes|expects|wants)s? (?:an? |the )?(?:HTTP )?(?P<method>{METHOD})"
    r"(?: requests?| calls?| method)?(?: to (?:it|this|the (?:endpoint|path))\b|\s*[.,;:]|\s*$)"
)
_FETCH = regex(
    rf"['\"`](?P<path>[^\s'\"`]*/[^\s'\"`]*)['\"`]\s*,\s*\{{[^}}]{{0,200}}?\bmethod:\s*['\"`](?P<method>{METHOD})\b",
    needs=METHOD_WORDS,
)
_BARE_FETCH = regex(r"\bfetch\(\s*['\"`](?P<path>[^\s'\"`]*/[^\s'\"`]*)['\"`]\s*(?:\)|,\s*\{(?P<options>[^;]{0,400}))")
"""A `fetch` call without a method, which means GET."""
_SENT = regex(rf"\s*(?:{METHOD})\s+\S+[^\n]*\n[\w-]+:", needs=METHOD_WORDS)
_LONE_ADDRESS = regex(r"\s*(https?://[^\s/]+/(?=[^\n]*\{)\S*(?:\{[^{}\n]*\}\S*)*)\s*")
"""Matches code that is nothing but an address with variables: `https://api.example.com/tide?lat={lat}`."""
LABEL = regex(r"(?P<label>[^\W\d_](?:[^\W\d_]|[ '-]){1,24}?)\s*(?:$|[:\uff1a]\s*(?P<value>.*))", re.DOTALL)
_ELEMENT = regex(
    r"\s*<(?P<name>[A-Za-z][\w.-]*)(?P<attributes>(?:\s+[\w:-]+(?:=(?:\"[^\"]*\"|'[^']*'|\{[^{}]*\}|[^\s>]+))?)*)\s*"
    r"(?:/>|>(?P<text>[^<]*))"
)
_ATTRIBUTE = regex(r"([\w:-]+)=(?:\"([^\"]*)\"|'([^']*)'|\{[\"'`]?([^{}]*?)[\"'`]?\})")
_TAG = regex(r"</?[A-Za-z][^<>]*>")
_LINKED = regex(r"\[([^\]]*)\]\([^)]*\)")
IMAGE = regex(r"!\[([^\[\]]*)\]\([^()]{0,1000}\)", needs=("![",))
"""Matches a picture, such as a badge; bounded, since a text can open as many brackets as it likes."""
_STARS = regex(r"[*_]{2}|~~", needs=("**", "__", "*_", "_*", "~~"), is_slow=True)


def method_word(text: str) -> Method | None:
    """The HTTP method that the text names; None if it names none."""
    folded = text.strip().strip("`*").casefold()
    return next((method for method in METHODS if method == folded), None)


def begun(spans: tuple[Span, ...], dialect: Dialect, *, is_item: bool) -> tuple[Method | None, str] | None:
    """The request that a text begins with, set apart from the rest by bold, a dash or a colon; by code in a list
    item."""
    code = spans[0] if is_item and spans else None
    first = WHOLE.fullmatch(code.text.strip()) if isinstance(code, Code) else None
    found = first or _BEGUN.fullmatch(unmarked(spans)) or _BEGUN_BOLD.fullmatch(plain(spans))
    if not found or not found["path"].startswith(("/", *dialect.path_prefixes)):
        return None
    return method_word(found["method"]), found["path"]


def labelled(block: Block, words: tuple[str, ...], dialect: Dialect) -> Iterator[tuple[str, Location]]:
    """The texts after one of the words and a colon, or in the item after one that holds only the word.

    A paragraph can hold several: the line breaks in `URL: /a` and `Method: PUT` count as spaces.
    """
    texts = block.items if isinstance(block, BulletList) else (block,) if isinstance(block, Paragraph) else ()
    behind = False
    for text in texts:
        for line in _label_lines(unmarked(text.spans), dialect):
            found = LABEL.fullmatch(line)
            if found and matches(words, found["label"]):
                behind = not found["value"]
                if found["value"]:
                    yield found["value"].strip(), text.location
            elif behind:
                behind = False
                yield line, text.location


def _label_lines(text: str, dialect: Dialect) -> list[str]:
    """The text, cut before each word for a method or a path that a colon follows."""
    if text.count(":") < 2:
        return [text]
    words = "|".join((*dialect.path_words, *dialect.method_words))
    lines: list[str] = []
    for piece in re.split(rf"\s+(?=(?:{words})\s*[:\uff1a])", text, flags=re.I):
        # Words in front of a label are part of it: a base URL is none of an operation.
        if lines and not re.search("[:\uff1a]", lines[-1]):
            lines[-1] += f" {piece}"
        else:
            lines.append(piece)
    return lines


def in_element(text: str, dialect: Dialect) -> tuple[Method | None, str] | None:
    """The method and path in the first tag of an HTML block."""
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
    words = shown_words(text)
    if (whole := WHOLE.fullmatch(words)) and dialect.path_prefixes and whole["path"].startswith(dialect.path_prefixes):
        return method_word(whole["method"]), whole["path"]
    shown = _NAMED.fullmatch(words)
    return (method_word(shown["method"]), shown["path"]) if shown else None


def shown_words(text: str) -> str:
    """The text of an HTML block up to its first blank line, without tags."""
    return " ".join(html.unescape(_TAG.sub(" ", text.partition("\n\n")[0])).split())


def fence_lines(fence: Fence) -> Iterator[tuple[Method | None, str, Location]]:
    """The lines `PUT /a/b` of a fence."""
    for number, line in enumerate(fence.text.splitlines()):
        if found := LINE.fullmatch(line) or _ANY_LINE.fullmatch(line):
            yield (
                method_word(found["method"]),
                found["path"],
                Location(fence.location.file, fence.location.line + number),
            )


def table_lines(table: Table, dialect: Dialect) -> Iterator[tuple[Method | None, str, Location]]:
    """The operations in the rows of a table with columns for method and path."""
    titles = [plain(cell.spans).strip("`* ") for cell in table.header.cells]
    methods = [index for index, title in enumerate(titles) if matches(dialect.method_columns, title)]
    paths = [index for index, title in enumerate(titles) if matches(dialect.path_columns, title)]
    if not methods or not paths:
        yield from _standing_lines(table, dialect)
        for row in table.rows if paths else ():
            if whole := WHOLE.fullmatch(unmarked(row.cells[paths[0]].spans)):
                yield method_word(whole["method"]), whole["path"], row.location
        return
    for row in table.rows:
        method = method_word(unmarked(row.cells[methods[0]].spans))
        path = unmarked(row.cells[paths[0]].spans)
        if method and path:
            yield method, path, row.location


def _standing_lines(table: Table, dialect: Dialect) -> Iterator[tuple[Method | None, str, Location]]:
    """The operation in a table that has one row for the path and another for the method."""
    pairs = [row.cells for row in (table.header, *table.rows) if len(row.cells) == 2]
    named = {unmarked(cells[0].spans).strip(": ").casefold(): cells[1] for cells in pairs}
    method = next((cell for name, cell in named.items() if matches(dialect.method_columns, name)), None)
    path = next((cell for name, cell in named.items() if matches(dialect.path_columns, name)), None)
    if method and path and method_word(unmarked(method.spans)):
        yield method_word(unmarked(method.spans)), unmarked(path.spans), path.location


def stating(blocks: Sequence[Block], dialect: Dialect) -> Iterator[tuple[int, Block]]:
    """The blocks that can state a path, each with its index; most paragraphs hold no sign of one, and need not be
    looked at more closely."""
    return ((at, block) for at, block in telling(blocks) if _may_state(block, dialect))


def _may_state(block: Block, dialect: Dialect) -> bool:
    # A slash can be written as an entity.
    if not isinstance(block, Paragraph):
        return True
    for text in block.texts:
        if "/" in text or "&" in text:
            return True
    return bool(dialect.path_prefixes) and any(one in unmarked(block.spans) for one in dialect.path_prefixes)


def unmarked(spans: tuple[Span, ...]) -> str:
    """The text without code ticks and bold marks; of a picture, such as the badge `GET`, the words that it shows."""
    parts = [span.text.strip("`") if isinstance(span, Link) else span.text for span in spans]
    return " ".join(_STARS.sub("", IMAGE.sub(r"\1", "".join(parts))).split())


def requests_in_words(spans: tuple[Span, ...]) -> Iterator[tuple[Method | None, str]]:
    """The requests that a title names between its words: `Drop it with PUT /a/b`."""
    for found in _REQUEST.finditer(unmarked(spans)):
        if found["path"].startswith("/"):
            yield method_word(found["method"]), found["path"].rstrip(".,:;!?)`")


def shown_requests(fence: Fence | Html) -> Iterator[tuple[Method | None, str, Location]]:
    """The requests in code: lines `PUT /a/b?c=1`, curl calls and `fetch` calls."""
    calls = tuple(curl_calls(fence.text))
    yield from ((call.method, call.address, _at(fence, call.start)) for call in calls)
    for found in (one for form in (_REQUEST, _FETCH) for one in form.finditer(fence.text)):
        # `-X POST` inside a curl call looks like a request line.
        if not any(call.start <= found.start() < call.end for call in calls):
            yield method_word(found["method"]), found["path"], _at(fence, found.start())
    for found in _BARE_FETCH.finditer(fence.text):
        if not re.search(r"\bmethod\b", found["options"] or ""):
            yield "get", found["path"], _at(fence, found.start())


def shown_calls(fence: Fence) -> Iterator[tuple[Method | None, str, Location]]:
    """The calls in code that the API surely takes: HTTP requests, curl calls, `fetch` calls, and an address alone.

    Other code shows requests as well, such as the lines of a log.
    """
    if address := _LONE_ADDRESS.fullmatch(fence.text):
        yield "get", address[1], _at(fence, address.start(1))
        return
    sent = _SENT.match(fence.text)
    addresses = {call.address for call in curl_calls(fence.text)}
    addresses |= {found["path"] for form in (_FETCH, _BARE_FETCH) for found in form.finditer(fence.text)}
    yield from (one for one in shown_requests(fence) if sent or one[1] in addresses)


def _at(fence: Fence | Html, offset: int) -> Location:
    return Location(fence.location.file, fence.location.line + fence.text.count("\n", 0, offset))
