"""Parses HTML blocks as kramdown does. The content of an element is Markdown only if it has `markdown="1"`.

<div class="wide" markdown="1">          a block of Markdown up to `</div>`
<table> ... </table>                     an `html table`
<script> ... </script>                   a `script`
"""

from __future__ import annotations

import re

from jekyll_openapi.pages import grammar
from jekyll_openapi.pages.tree import Blocks
from jekyll_openapi.patterns import regex

_COMMENT_END = regex("-->")
_MARKED = regex(rf"<(?:{grammar.NAME}|/|!--)")
_TRAILING = regex(r"[ \t]*\n")
_OPT_SPACE = regex(" {0,3}")
_MODELS = {"0": "raw", "1": "default", "span": "span", "block": "block"}


def element(at: Blocks, position: int) -> int:
    """Parses a comment or a block-level element."""
    start = _OPT_SPACE.match(at.text, position).end()  # type: ignore[union-attr]
    if at.text.startswith("<!--", start):
        return _comment(at, start)
    if tag := _tag(at, start):
        name = tag[1].lower()
        return -1 if name in grammar.SPAN_ELEMENTS else _Html(at, start).read(tag)
    closing = grammar.CLOSING_TAG.match(at.text, start)
    if closing and at.closing and closing[1].lower() == at.closing:
        at.closed = True
        return closing.end()
    return -1


def attributes_of(tag: re.Match[str]) -> dict[str, str]:
    """The attributes of an opening tag."""
    return {match[1].lower(): match[2] or match[4] or "" for match in grammar.ATTRIBUTE.finditer(tag[2])}


def _comment(at: Blocks, start: int) -> int:
    closing = at.source.find("-->", start + 4, _COMMENT_END)
    if not closing:
        return -1
    at.add("comment", start, closing.end())
    return _skip(_TRAILING, at.text, closing.end())


def _tag(at: Blocks, position: int) -> re.Match[str] | None:
    """The opening tag at an offset; None if no `>` follows at all, which keeps the search linear."""
    if not at.source.find(">", position, _GREATER):
        return None
    return grammar.TAG.match(at.text, position)


_GREATER = regex(">")


def _skip(pattern: re.Pattern[str], text: str, position: int) -> int:
    match = pattern.match(text, position)
    return match.end() if match else position


class _Html:
    """Parses one element into blocks of kind `html`, `script`, `html table`, and Markdown."""

    def __init__(self, at: Blocks, start: int) -> None:
        self._at = at
        self._text = at.text
        self._raw = start
        """Offset where HTML begins that is not in a block yet."""
        self._open: list[str] = []

    def read(self, tag: re.Match[str]) -> int:
        """Parses the element; returns the offset after it."""
        position = self._enter(tag)
        while self._open and position < len(self._text):
            mark = self._at.source.find("<", position, _MARKED)
            if not mark:
                position = len(self._text)
                break
            position = self._step(mark.start())
        self._flush(position)
        return _skip(_TRAILING, self._text, position)

    def _step(self, position: int) -> int:
        """Parses the tag or comment that a `<` inside raw HTML begins."""
        if self._text.startswith("<!--", position):
            closing = self._at.source.find("-->", position + 4, _COMMENT_END)
            return closing.end() if closing else position + 1
        if tag := _tag(self._at, position):
            return self._enter(tag)
        closing = grammar.CLOSING_TAG.match(self._text, position)
        if not closing:
            return position + 1
        if closing[1].lower() == self._open[-1]:
            self._open.pop()
        return closing.end()

    def _enter(self, tag: re.Match[str]) -> int:
        """Parses an opening tag, and the element's content unless that is raw HTML."""
        name = tag[1].lower()
        if name in ("script", "style"):
            return self._until_end(tag, name)
        if tag[4] or name in grammar.WITHOUT_BODY:
            return tag.end()
        if name == "table":
            self._flush(tag.start())
            end = self._end_of_table(tag.start())
            self._at.add("html table", tag.start(), end)
            self._raw = end
            return end
        model = "block" if self._is_open(tag) else self._model(name, attributes_of(tag).get("markdown", ""))
        if model == "block" and self._at.depth < self._at.page.nesting:
            return self._markdown(tag, name)
        if model == "span":
            return self._running_text(tag, name)
        self._open.append(name)
        return tag.end()

    def _model(self, name: str, asked: str) -> str:
        own = "block" if name in grammar.BLOCK_CONTENT else "span" if name in grammar.SPAN_CONTENT else "raw"
        default = own if self._at.page.parses_html and not self._open else "raw"
        found = _MODELS.get(asked, default)
        return own if found == "default" else found

    def _is_open(self, tag: re.Match[str]) -> bool:
        """Whether the tag is alone on its line and Markdown follows, as in CommonMark."""
        return self._at.page.is_open_html and not self._open and bool(_TRAILING.match(self._text, tag.end()))

    def _until_end(self, tag: re.Match[str], name: str) -> int:
        """Parses a script or style element: no other tag ends it."""
        closing = self._at.source.find(f"</{name}", tag.end(), re.compile(rf"</{name}\s*>", re.IGNORECASE))
        end = closing.end() if closing else len(self._text)
        if name == "script":
            self._flush(tag.start())
            self._at.add("script", tag.start(), end)
            self._raw = end
        return end

    def _end_of_table(self, position: int) -> int:
        """The offset after a table, including nested tables."""
        depth = 0
        for match in _TABLE_TAG.finditer(self._text, position):
            depth += -1 if match[1] else 1
            if depth == 0:
                return match.end()
        return len(self._text)

    def _markdown(self, tag: re.Match[str], name: str) -> int:
        self._flush(tag.end())
        inner = Blocks(self._at.source, self._at.page, self._at.depth + 1, name)
        end = inner.parse(_skip(_TRAILING, self._text, tag.end()))
        self._at.nodes += inner.nodes
        # What follows stands behind the element, not behind its last block.
        self._at.add("html", end, end)
        self._raw = end
        return end

    def _running_text(self, tag: re.Match[str], name: str) -> int:
        closing = self._at.source.find(f"</{name}", tag.end(), re.compile(rf"</{name}\s*>", re.IGNORECASE))
        start, end = (closing.start(), closing.end()) if closing else (len(self._text),) * 2
        self._flush(tag.end())
        self._at.add("p", tag.end(), start)
        self._at.add("html", start, end)
        self._raw = end
        return end

    def _flush(self, end: int) -> None:
        if end > self._raw:
            self._at.add("html", self._raw, end)
            self._raw = end


_TABLE_TAG = regex(r"<(/)?table\b[^>]*>", re.IGNORECASE)
