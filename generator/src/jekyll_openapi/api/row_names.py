"""Reads the first cell of a row: property names, the objects that they are nested in, and marks for need.

`receiver.street`      street, inside receiver
`lines[].sku`          sku, inside the items of lines
`↳ town`               town, inside the row above
`>> sku`               sku, inside what is two rows out
`weight?` `length`\\*   weight, optional; length, required
`from`, `until`        two properties
[`colour`](#colour)    colour
`db=<name>`            db
**low** *number*       low; what stands beside it says more
"""

import html
import re
from collections.abc import Iterator
from itertools import takewhile

from jekyll_openapi.api.dialect import Dialect
from jekyll_openapi.api.setting_patterns import matches
from jekyll_openapi.pages.document import Cell, Code, Link, Span, Text, plain
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass, replace

_ARROWS = regex(
    r"^(?:&(?:nbsp|emsp|ensp|thinsp|rarr|gt|raquo|#8627|#x21b3);|[\s\u2003\u2002\u00a0]|[↳→└├─│»\u203a>▸]|[-\u2013\u2014+.]+\s|--|[-=]+>\s)+"
)
_INDENT = regex(r"&(?:nbsp|emsp|ensp|thinsp);|[\u2003\u2002\u00a0]")
_HOOKS = regex(r"[↳→└├»\u203a▸]|(?<![-=])>|&(?:rarr|gt|raquo|#8627|#x21b3);|^(?:[-\u2013\u2014+.]+|[-=]+>)\s")
_ITEMS = regex(r"\[(?:\*|\d*|n|i|index|item)\]", needs=("[",))
_KEYED = regex(r"\[([A-Za-z_][\w-]*)\]", needs=("[",))
_MARKS = regex(r"(?<!\.)(?:\\?\*)+$|\?$")
_ASSIGNED = regex(r"([A-Za-z_][\w.\[\]-]*)=\S*(?: \S+)*", needs=("=",))
_EMPHASISED = regex(r"([*_]{1,3})([^\W_].*[^\W_]|[^\W_]):?\1:?")
_BETWEEN = regex(r"\s*(?:,|/|\||;|&|\bor\b|\band\b|<br\s*/?>)\s*", re.I)
_LINES = regex(r"\s*\n\s*|\s{2,}(?=[*_])")
_TAGS = regex(r"</?[a-z][^<>]*>", re.I, needs=("<",))
_SET_APART = regex(
    r"\s*(?:(?P<mark>\*\*|__|\*|_|~~)(?=\S)(?P<name>[^\s*~]*[^\s*~:])(?P=mark)(?:(?=[\s(:*<]|$)|(?<=[*~]))"
    r"|(?P<bare>[\w$@][\w$@.\[\]{}-]*)(?=\s*(?:<br\s*/?>|\n)|:\s|\s+\(|\s+(?:\*{1,2}|_{1,2})[^\W_][^*]*[*_]))",
    re.I,
)
"""Matches a name that a mark or a line break sets apart from the text behind it."""
_JOINED = regex(r"\s*(?:[,/|;&]|(?:or|and)\b)", re.I)
_SENTENCE = regex(r"\W*[A-Za-z]+(?: [a-z]+){2,}\b[^,/|]*$")
"""Matches three words or more: a sentence, and no arrow or mark."""
_WORD = regex(r"[\w$@][\w$@.:\[\]*?{}<>-]*")
_PLACEHOLDER = regex(r"<[\w -]+>|\{[\w -]*\}|\*", needs=("<", "{", "*"))


@dataclass(frozen=True, slots=True)
class Part:
    """One step of a nested name."""

    name: str
    is_array: bool = False

    @property
    def is_any_key(self) -> bool:
        """Whether it stands for every key: `<index>`, `{name}`, `*`."""
        return bool(_PLACEHOLDER.fullmatch(self.name))


@dataclass(frozen=True, slots=True)
class RowName:
    """A property name in a row's first cell."""

    written: str
    """The name as written, without code ticks."""
    parts: tuple[Part, ...]
    """The steps from the outermost object to the property."""
    depth: int = 0
    """Number of rows around it, according to indentation and arrows."""
    required: bool | None = None
    """The need that a mark such as `*` or `?` states; None without one."""


def row_names(cell: Cell, dialect: Dialect) -> tuple[RowName, ...]:
    """The names in a cell; empty if there are none or the cell says "none"."""
    if plain(cell.spans).strip("`* ") in dialect.nothing or plain(cell.spans) in (*dialect.nothing, "<!--"):
        return ()
    if _is_remark(cell.spans):
        return ()
    depth = _depth(cell.spans)
    found = []
    named, beside = name_and_beside(cell, dialect)
    for written, behind in _written(named):
        behind = behind or _TAGS.sub("", plain(beside))
        if written in dialect.nothing:
            continue
        name = _named(written, dialect)
        required = name.required if name.required is not None else _marked(behind, dialect)
        found.append(replace(name, depth=depth, required=required))
    return tuple(one for one in found if one.parts)


def _is_remark(spans: tuple[Span, ...]) -> bool:
    """Whether a cell is the rest of the remark of the row above: words, and then a code span."""
    lead = "".join(one.text for one in takewhile(lambda one: isinstance(one, Text), spans))
    return bool(_SENTENCE.match(lead)) and any(isinstance(one, Code) for one in spans)


def name_and_beside(cell: Cell, dialect: Dialect) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The spans that hold the names, and those that say more of them: the type and need in `**low** *number*`."""
    at = next((index for index, one in enumerate(cell.spans) if not isinstance(one, Text)), len(cell.spans))
    if at:
        first = replace(cell.spans[0], text="".join(one.text for one in cell.spans[:at]))
        lead = _ARROWS.match(first.text)
        found = _SET_APART.match(first.text, lead.end() if lead else 0)
        end = found.end() if found else len(first.text)
        behind = replace(first, text=first.text[end:])
        beside = ((behind,) if behind.text.strip() else ()) + cell.spans[at:]
        is_joined = not found or _JOINED.match(behind.text) or not plain(beside).strip()
        return (cell.spans, ()) if is_joined else ((replace(first, text=first.text[:end]),), beside)
    code, beside = (cell.spans[0], cell.spans[1:]) if cell.spans else (None, ())
    if not isinstance(code, Code) or code.classes or not plain(beside).strip() or _JOINED.match(plain(beside)):
        return cell.spans, ()
    # A second word in code is a name too, unless it says a type or a need.
    words = [one.text.strip().casefold() for one in beside if isinstance(one, Code) and one.classes is None]
    labels = (*dialect.required_labels, *dialect.optional_labels)
    # So is one in brackets no name: `side` (`"Buy"`, `"Sell"`).
    is_aside = plain(beside).startswith("(") and plain(beside).endswith(")") and plain(beside).count("(") == 1
    is_one = not words or is_aside or words[0] in dialect.type_words or matches(labels, words[0])
    return ((code,), beside) if is_one else (cell.spans, ())


def _lead(text: str) -> re.Match[str] | None:
    """The arrows and spaces that a text begins with."""
    return None if text[:1].isalnum() else _ARROWS.match(text)  # nearly all begin with a letter


def _depth(spans: tuple[Span, ...]) -> int:
    text = "".join(span.text.strip("`") if not isinstance(span, Code) else span.text for span in spans)
    lead = _lead(text)
    if not lead:
        return 0
    hooks, indents = len(_HOOKS.findall(lead[0])), len(_INDENT.findall(lead[0]))
    dashes = len(re.findall(r"[-\u2013\u2014+.]", lead[0]))
    return max(hooks + (indents > 0 and not hooks), (indents + 1) // 2, dashes, 1) if lead[0].strip() else 0


def _written(spans: tuple[Span, ...]) -> Iterator[tuple[str, str]]:
    """Each name, and the text between it and the next name."""
    codes = [
        (index, text)
        for index, span in enumerate(spans)
        if (text := span.text if isinstance(span, Code) else _code_of_link(span))
    ]
    # With an attribute list a code span is a label, unless it is all there is.
    named = [(index, text) for index, text in codes if not (isinstance(one := spans[index], Code) and one.classes)]
    codes = named or codes
    if not codes:
        text = _TAGS.sub(" ", " ".join(span.text for span in spans)).replace("\\", "").strip()
        yield from _plain_names(html.unescape(_ARROWS.sub("", text)).strip())
        return
    in_parentheses = False
    for number, (index, text) in enumerate(codes):
        end = codes[number + 1][0] if number + 1 < len(codes) else len(spans)
        behind = "".join(span.text for span in spans[index + 1 : end])
        if not in_parentheses:
            names = [name for name in _BETWEEN.split(text) if name] if re.search(r",|\s(?:or|and)\s", text) else [text]
            # A code span with spaces is one odd name, not a list.
            names = [text] if any(" " in name.strip() for name in names) else names
            yield from ((name.strip(), behind) for name in names)
        in_parentheses = ("(" in behind and ")" not in behind) or (in_parentheses and ")" not in behind)


def _code_of_link(span: Span) -> str:
    text = span.text.strip()
    return text[1:-1] if isinstance(span, Link) and len(text) > 2 and text[0] == text[-1] == "`" else ""


def _plain_names(text: str) -> Iterator[tuple[str, str]]:
    """The names in a cell without code spans: words separated by commas are several names, anything else is one."""
    first, *others = _LINES.split(text, maxsplit=1)
    # **status**<br>*required*
    if others and _EMPHASISED.fullmatch(first.strip()):
        yield from _plain_names(first.strip() + (f" ({others[0].strip()})" if "(" not in others[0] else ""))
        return
    bare, _, behind = text.partition("(")
    # `__count` is a name, `**count**` and `~~count~~` are marked.
    is_marked = re.match(r"\*\*|~~|__.*__", text)
    bare = bare.strip().rstrip(":").strip("*_~ ").rstrip(":") if is_marked else bare.strip()
    words = [word.strip("*~") for word in _BETWEEN.split(bare) if word] if is_marked else _BETWEEN.split(bare)
    words = [word for word in words if word]
    if len(words) > 1 and all(_WORD.fullmatch(word) for word in words):
        yield from ((word, behind) for word in words)
    elif bare:
        emphasised = _EMPHASISED.fullmatch(bare)
        yield emphasised[2] if emphasised else bare, behind


def _marked(behind: str, dialect: Dialect) -> bool | None:
    """The need that follows a name: a star, a question mark, a word in parentheses."""
    text = re.sub(r"^(?:\*\*|__)(?=\s|$)", "", behind.replace("\\", "").strip()).strip()
    if re.match(r"\*(?![*\w(])", text):
        return True
    if text.startswith("?"):
        return False
    word = text.strip("()*_ ,:")
    if matches(dialect.required_labels, word):
        return True
    return False if word and matches(dialect.optional_words, word) else None


def _named(written: str, dialect: Dialect) -> RowName:
    text = written.strip().strip("\"'")
    if lead := _lead(text):
        text = text[lead.end() :].strip()
    if assigned := _ASSIGNED.fullmatch(text):
        text = assigned[1]
    marked = _MARKS.search(text)
    required = None
    if marked and len(text) > len(marked[0]):
        text, required = text[: marked.start()].rstrip(), "?" not in marked[0]
    return RowName(text, tuple(_parts(text, dialect)), required=required)


def _parts(text: str, dialect: Dialect) -> Iterator[Part]:
    for piece in _pieces(text, dialect):
        if name := _ITEMS.sub("", piece).strip():
            yield Part(name, bool(_ITEMS.search(piece)))


def _pieces(text: str, dialect: Dialect) -> list[str]:
    marks = [mark for mark in dialect.nesting_marks if mark]
    text = _KEYED.sub(lambda found: f"{marks[0]}{found[1]}" if marks else found[0], text)
    is_nested = any(mark in text for mark in marks) and " " not in text
    if not is_nested or not re.fullmatch(r"[\w$@].*[\w\]>}*]", text):
        return [text]
    return [piece for piece in re.split("|".join(map(re.escape, marks)), text) if piece]
