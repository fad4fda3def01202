"""Running text: code spans, links and kramdown's attribute lists, each with its place.

    `none`{: .label } `required`{: .label .label-yellow } a *plain* [Account](/index/account){: .btn } word

becomes a code span with the class `label`, another with two classes, text, a link, and text. An attribute list
belongs to the code span or link directly before it; a line that is nothing but an attribute list belongs to the block
and is dropped. Emphasis, escapes, images and autolinks stay text as it is written; a line break is a space.
"""

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from html import unescape

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.ruler import Ruler
from markdown_it.rules_inline import StateInline, autolink, escape, image, link

from jekyll_openapi.diagnostics import Diagnostic, Report
from jekyll_openapi.pages.document import Code, Link, Span, Text
from jekyll_openapi.pages.placed import PlacedText
from jekyll_openapi.rules import MALFORMED_ATTRIBUTES

_ATTRIBUTES = re.compile(r"\{:([^}]{0,500})\}")
_ATTRIBUTE = re.compile(r"""\s*(?:((?:[.#][\w-]+)+)|[\w-]+=(?:"[^"]*"|'[^']*'))(?=\s|$)""")
_BLOCK_ATTRIBUTES = re.compile(
    r"^[ \t]*\{:(?:\\\}|[^}\n])*\}[ \t]*(?:\n|\Z)|\n[ \t]*\{:(?:\\\}|[^}\n])*\}[ \t]*\Z", re.M
)
_NEAR_MISS = re.compile(r"\{(?: *\.| +:)")
_STOPS = re.compile(r"[`{\[\]!<\\]")
_TICKS = re.compile("`+")
_GAP = re.compile(r"<br\s*/?>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_INLINE_ELEMENT = re.compile(
    r"<(a|b|code|em|kbd|mark|small|span|strong|tt)((?:\s[^<>]{0,500})?)>([^\n]{0,1000}?)</\1\s*>", re.I
)
_PAIR = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_NESTING = 5
"""Brackets in brackets: time goes up with it, and no link needs it."""
_INTERNED = 30
_CLOSES_SPAN = "*_~)>"
"""What emphasis, images and autolinks, which stay text, end with."""

Rule = Callable[[StateInline, bool], bool]


@dataclass(frozen=True, slots=True)
class _Mark:
    """A stretch of the text that is no plain text."""

    kind: str
    start: int
    end: int
    text: str = ""
    target: str = ""
    classes: tuple[str, ...] | None = None


@cache
def _parser() -> MarkdownIt:
    """markdown-it with our rules, which note where they match."""
    parser = MarkdownIt("commonmark", {"maxNesting": 4 * _NESTING})
    # A target is compared with permalinks, as it is written.
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.inline.ruler = Ruler()
    for name, rule in (
        ("text", _text),
        ("escape", _as_text(escape)),
        ("backticks", _code),
        ("attributes", _attributes),
        ("link", _link),
        ("image", _as_text(image)),
        ("html", _element),
        ("autolink", _as_text(autolink)),
    ):
        parser.inline.ruler.push(name, rule)
    return parser


def references(targets: dict[str, str]) -> dict[str, dict[str, str]]:
    """The targets that a page defines for links like `[text][name]`, as `read_spans` takes them."""
    return {normalizeReference(name): {"href": target, "title": ""} for name, target in targets.items()}


def read_spans(placed: PlacedText, targets: dict[str, dict[str, str]], report: Report) -> tuple[Span, ...]:
    """The spans of a cell, a heading or a paragraph."""
    if not _STOPS.search(placed.text):
        return (Text(_short(_fold(placed.text)), placed.location()),) if placed.text else ()
    marks: list[_Mark] = []
    parser = _parser()
    parser.inline.tokenize(
        StateInline(placed.text, parser, {"references": targets, "marks": marks, "missing": set()}, [])
    )
    spans: list[Span] = []
    done = 0
    for mark in marks:
        match mark.kind:
            case "attributes":
                done = _bind(mark, done, spans, placed, report)
            case "broken":
                _complain("the attribute list is not closed", placed, mark, report)
            case "gap":
                _add_text(spans, placed, done, mark.start)
                done = mark.end
            case _:
                _add_text(spans, placed, done, mark.start)
                spans.append(_span(mark, placed, report))
                done = mark.end
    _add_text(spans, placed, done, len(placed.text))
    return tuple(spans)


def _span(mark: _Mark, placed: PlacedText, report: Report) -> Span:
    if _NEAR_MISS.match(placed.text, mark.end):
        _complain("the attribute list does not begin with `{:`", placed, _Mark("", mark.end, mark.end + 1), report)
    where = placed.location(mark.start, mark.end)
    if mark.kind == "code":
        return Code(_short(mark.text), where, mark.classes)
    return Link(_fold(mark.text).strip(), mark.target, where)


def is_attribute_list(line: str) -> bool:
    """Whether a line is nothing but an attribute list."""
    return bool(_BLOCK_ATTRIBUTES.fullmatch(line))


def drop_block_attributes(placed: PlacedText) -> PlacedText:
    """The paragraph without the lines that are attribute lists of a whole block, trimmed."""
    if "{:" not in placed.text:
        return placed
    kept, done = [], 0
    for match in _BLOCK_ATTRIBUTES.finditer(placed.text):
        kept.append(placed.cut(done, match.start()))
        done = match.end()
    return PlacedText.joined([*kept, placed.cut(done, len(placed.text))]).trimmed()


def _bind(mark: _Mark, done: int, spans: list[Span], placed: PlacedText, report: Report) -> int:
    """Where plain text goes on behind an attribute list: at its end if it could be used, else before it."""
    classes = _read_classes(mark.text)
    if classes is None:
        _complain(f"`{placed.text[mark.start : mark.end]}` is no attribute list", placed, mark, report)
        return done
    if mark.start > done and placed.text[mark.start - 1] in _CLOSES_SPAN:
        _add_text(spans, placed, done, mark.start)
        return mark.end
    if mark.start > done or not spans:
        _complain("the attribute list belongs to nothing", placed, mark, report)
        return done
    last = spans[-1]
    if isinstance(last, Code):
        spans[-1] = Code(last.text, last.location, (last.classes or ()) + classes)
    return mark.end


def _read_classes(text: str) -> tuple[str, ...] | None:
    """The class names of an attribute list; None where it is malformed."""
    classes: list[str] = []
    position = 0
    text = text.rstrip()
    while position < len(text):
        attribute = _ATTRIBUTE.match(text, position)
        if not attribute:
            return None
        classes += re.findall(r"\.([\w-]+)", attribute[1] or "")
        position = attribute.end()
    return tuple(classes)


def _complain(message: str, placed: PlacedText, mark: _Mark, report: Report) -> None:
    hint = "write `{: .label .label-red }` directly behind the code span"
    report(Diagnostic(MALFORMED_ATTRIBUTES, message, placed.location(mark.start, mark.end), hint))


def _add_text(spans: list[Span], placed: PlacedText, start: int, end: int) -> None:
    if start < end:
        spans.append(Text(_short(_fold(placed.text[start:end])), placed.location(start, end)))


def _fold(text: str) -> str:
    """The text in one line."""
    if "\n" not in text:
        return text
    first, *middle, last = text.split("\n")
    return " ".join([first.rstrip(), *(line.strip() for line in middle), last.lstrip()])


def _short(text: str) -> str:
    """The text, one object for all that are equal where they are short: type names and tags stand in every row."""
    return sys.intern(text) if len(text) < _INTERNED else text


def _note(state: StateInline, mark: _Mark) -> None:
    """Keep a mark, unless it stands inside a link."""
    if state.linkLevel == 0:
        state.env["marks"].append(mark)


def _code(state: StateInline, silent: bool) -> bool:
    """A code span as kramdown ends it: at the next run of as many ticks, also inside a longer one."""
    if state.src[state.pos] != "`":
        return False
    start = state.pos
    ticks = _TICKS.match(state.src, start).group()  # type: ignore[union-attr]
    state.pos += len(ticks)
    is_alone = start == 0 or state.src[start - 1].isspace()
    if len(ticks) == 1 and is_alone and state.src[state.pos : state.pos + 1].isspace():
        return True
    missing = state.env["missing"]
    closing = -1 if len(ticks) in missing else state.src.find(ticks, state.pos)
    if closing < 0:
        missing.add(len(ticks))
        return True
    text = state.src[state.pos : closing].replace("\n", " ")
    if len(ticks) > 1:
        text = text.removeprefix(" ").removesuffix(" ")
    state.pos = closing + len(ticks)
    if not silent:
        _note(state, _Mark("code", start, state.pos, text))
    return True


def _link(state: StateInline, silent: bool) -> bool:
    start, before = state.pos, len(state.tokens)
    if not link(state, silent):
        return False
    if not silent:
        opening = next(token for token in state.tokens[before:] if token.type == "link_open")
        text = state.src[start + 1 : state.md.helpers.parseLinkLabel(state, start, True)]
        _note(state, _Mark("link", start, state.pos, text, str(opening.attrs["href"])))
    return True


def _attributes(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("{:", state.pos):
        return False
    match = _ATTRIBUTES.match(state.src, state.pos, state.posMax)
    if not silent:
        kind, end = ("attributes", match.end()) if match else ("broken", state.pos + 2)
        _note(state, _Mark(kind, state.pos, end, match[1] if match else ""))
    if match:
        state.pos = match.end()
    return bool(match)


def _element(state: StateInline, silent: bool) -> bool:
    """`<code>`, `<a href>` and elements with a class, which are what spans of Markdown are; a break, a comment."""
    if state.src[state.pos] != "<":
        return False
    if gap := _GAP.match(state.src, state.pos):
        if not silent:
            _note(state, _Mark("gap", *gap.span()))
        state.pos = gap.end()
        return True
    match = _INLINE_ELEMENT.match(state.src, state.pos)
    if not match:
        return False
    attributes = {name.lower(): double or single or bare for name, double, single, bare in _PAIR.findall(match[2])}
    text = unescape(_TAG.sub("", match[3]))
    name = match[1].lower()
    if name == "a" and "href" in attributes:
        mark = _Mark("link", *match.span(), text, unescape(attributes["href"]))
    elif name == "code" or "class" in attributes:
        classes = tuple(attributes["class"].split()) if "class" in attributes else None
        mark = _Mark("code", *match.span(), text, classes=classes)
    else:
        return False
    if not silent:
        _note(state, mark)
    state.pos = match.end()
    return True


def _text(state: StateInline, silent: bool) -> bool:
    stop = _STOPS.search(state.src, state.pos, state.posMax)
    start, state.pos = state.pos, stop.start() if stop else state.posMax
    return state.pos > start


def _as_text(rule: Rule) -> Rule:
    """The rule, with what it matches left as text."""
    return lambda state, silent: rule(state, True)
