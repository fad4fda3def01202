r"""Finds code spans, links, attribute lists and inline HTML in running text, delimited as in kramdown.

`a|b`{: .label } [Account](/account "title") [text][name] <code>x</code> \[ no link \]
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import unescape

from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass

STOPS = regex(r"[`{\[!<\\]")
"""Characters that can begin a mark."""
_ESCAPED = regex(r"\\[\\.*_+`<>()\[\]{}#!:|\"'$=\-~]")
_BRACKET = regex(r"\\.|`+|[\[\]]", re.DOTALL)
_ATTRIBUTES = regex(r"\{:([^}]{0,500})\}")
_TARGET = regex(
    r"""\([ \t\n]*(?:<([^<>\n]{0,2000})>|((?:[^()"'\\]|\\.|\([^()]{0,200}\)){0,2000}?))"""
    r"""[ \t\n]*(?:(["']).{0,500}?\3[ \t\n]*)?\)""",
    re.DOTALL,
)
_RUNS = regex(
    r"\s*(?:javascript|vbscript|data|file):", re.IGNORECASE, needs=("javascript:", "vbscript:", "data:", "file:")
)
"""Link targets that could run code or read files; such a link is left as text."""
_SHORT = 80
"""Most characters of a text whose marks are remembered."""
_NAME = 200
"""Most characters of a target's name."""
_NAMED = regex(r"\s?\[([^\[\]]{0,500})\]")
_AUTOLINK = regex(r"<(?:https?|mailto|ftp):[^<>\s]*>")
_BREAK = regex(r"<br\s*/?>", re.IGNORECASE)
_ELEMENT = regex(
    r"<(a|b|code|em|kbd|mark|small|span|strong|tt)((?:\s[^<>]{0,500})?)>([^\n]{0,1000}?)</\1\s*>", re.IGNORECASE
)
_PAIR = regex(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_TAG = regex(r"</?[A-Za-z][^<>]*>")


@dataclass(frozen=True, slots=True)
class InlineMark:
    """A stretch that is not plain text: `code`, `link`, `attributes`, `broken` attributes, or a `gap` (break or
    comment)."""

    kind: str
    start: int
    end: int
    text: str = ""
    target: str = ""
    classes: tuple[str, ...] | None = None


def normal_name(name: str) -> str:
    """The name of a link target, normalized for comparison."""
    return " ".join(name.split()).casefold()


def marks_of(text: str, targets: Mapping[str, str]) -> Sequence[InlineMark]:
    """The marks of a text in order."""
    return InlineScanner(text, targets).marks() if targets or len(text) > _SHORT else _marks_of_short(text)


@lru_cache(maxsize=1024)  # three of five cells are written like another one
def _marks_of_short(text: str) -> Sequence[InlineMark]:
    return InlineScanner(text, {}).marks()


class InlineScanner:
    """Finds the marks of one text."""

    def __init__(self, text: str, targets: Mapping[str, str]) -> None:
        self._text = text
        self._targets = targets
        self._missing: set[int] = set()
        """Numbers of backticks with no closing run after this point; avoids quadratic searches."""
        self._has_comments = True
        """Whether a comment that begins here can still end."""
        self._pairs: dict[int, int] | None = None

    def marks(self) -> list[InlineMark]:
        """The marks in order."""
        found: list[InlineMark] = []
        position = 0
        while stop := STOPS.search(self._text, position):
            position, mark = self._read(stop.start(), stop.group())
            if mark:
                found.append(mark)
        return found

    def _read(self, start: int, character: str) -> tuple[int, InlineMark | None]:
        """The offset after the mark that begins here, and the mark; None if it is plain text after all."""
        match character:
            case "\\":
                return start + (2 if _ESCAPED.match(self._text, start) else 1), None
            case "`":
                return self._code(start)
            case "{":
                return self._attributes(start)
            case "[":
                return self._link(start)
            case "!":
                image = self._link(start + 1) if self._text.startswith("[", start + 1) else None
                return image[0] if image and image[1] else start + 1, None
            case _:
                return self._element(start)

    def _code(self, start: int) -> tuple[int, InlineMark | None]:
        behind = start + 1
        while self._text.startswith("`", behind):
            behind += 1
        ticks = behind - start
        is_alone = start == 0 or self._text[start - 1].isspace()
        if ticks == 1 and is_alone and self._text[behind : behind + 1].isspace():
            return behind, None
        closing = -1 if ticks in self._missing else self._text.find("`" * ticks, behind)
        if closing < 0:
            self._missing.add(ticks)
            return behind, None
        text = self._text[behind:closing].replace("\n", " ")
        if ticks > 1:
            text = text.removeprefix(" ").removesuffix(" ")
        end = closing + ticks
        return end, InlineMark("code", start, end, text)

    def _link(self, start: int) -> tuple[int, InlineMark | None]:
        """A link. Of nested brackets, the outermost count."""
        if self._pairs is None:
            self._pairs = _pairs(self._text)
        closing = self._pairs.get(start, -1)
        if closing < 0:
            return start + 1, None
        if match := _TARGET.match(self._text, closing + 1):
            target, end = match[1] if match[1] is not None else match[2].strip(), match.end()
        else:
            named = _NAMED.match(self._text, closing + 1)
            name = (named[1] if named else "") or self._text[start + 1 : min(closing, start + _NAME)]
            target, end = self._targets.get(normal_name(name), ""), named.end() if named else closing + 1
        if (not target and not match) or _RUNS.match(target):
            return start + 1, None
        return end, InlineMark("link", start, end, self._text[start + 1 : closing], target)

    def _attributes(self, start: int) -> tuple[int, InlineMark | None]:
        if not self._text.startswith("{:", start):
            return start + 1, None
        match = _ATTRIBUTES.match(self._text, start)
        if not match:
            return start + 1, InlineMark("broken", start, start + 2)
        return match.end(), InlineMark("attributes", start, match.end(), match[1])

    def _element(self, start: int) -> tuple[int, InlineMark | None]:
        """Inline HTML equal to a Markdown span: `<code>`, `<a href>`, elements with a class; also breaks and
        comments."""
        first = self._text[start + 1 : start + 2]
        if not first.isalpha() and first != "!":  # `<= 64 chars`
            return start + 1, None
        if gap := _BREAK.match(self._text, start):
            return gap.end(), InlineMark("gap", *gap.span())
        if self._text.startswith("<!--", start):
            closing = self._text.find("-->", start) if self._has_comments else -1
            self._has_comments = closing >= 0
            return (closing + 3, InlineMark("gap", start, closing + 3)) if closing >= 0 else (start + 1, None)
        if match := _AUTOLINK.match(self._text, start):
            return match.end(), None
        match = _ELEMENT.match(self._text, start)
        if not match:
            return start + 1, None
        attributes = {name.lower(): double or single or bare for name, double, single, bare in _PAIR.findall(match[2])}
        text = unescape(_TAG.sub("", match[3]))
        if match[1].lower() == "a" and "href" in attributes:
            return match.end(), InlineMark("link", *match.span(), text, unescape(attributes["href"]))
        if match[1].lower() != "code" and "class" not in attributes:
            return start + 1, None
        classes = tuple(attributes["class"].split()) if "class" in attributes else None
        return match.end(), InlineMark("code", *match.span(), text, classes=classes)


def _pairs(text: str) -> dict[int, int]:
    """Opening bracket -> closing bracket, ignoring escapes and code."""
    pairs: dict[int, int] = {}
    open_brackets: list[int] = []
    missing: set[str] = set()
    position = 0
    while match := _BRACKET.search(text, position):
        position = match.end()
        mark = match.group()
        if mark == "[":
            open_brackets.append(match.start())
        elif mark == "]":
            if open_brackets:
                pairs[open_brackets.pop()] = match.start()
        elif mark[0] == "`" and mark not in missing:
            closing = text.find(mark, position)
            if closing < 0:
                missing.add(mark)
            else:
                position = closing + len(mark)
    return pairs
