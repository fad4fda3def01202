"""Jekyll's own Liquid tags, and the buffer that keeps the location of the text that tags write."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import StringIO
from typing import TYPE_CHECKING, TextIO, cast

from liquid.ast import BlockNode, Node
from liquid.context import RenderContext
from liquid.exceptions import OutputStreamLimitError, StopRender
from liquid.parser import get_parser
from liquid.stream import TokenStream
from liquid.tag import Tag
from liquid.token import TOKEN_EXPRESSION, TOKEN_TAG, Token

from jekyll_openapi.pages.liquid_marks import Mark, complain_missing, link_text
from jekyll_openapi.pages.placed_text import PlacedText
from jekyll_openapi.pages.traced import joined, places_of, traced
from jekyll_openapi.patterns import regex
from jekyll_openapi.rules import LIMIT_EXCEEDED

if TYPE_CHECKING:
    from jekyll_openapi.pages.template import Context, Environment

_CHARACTERS = 1_000_000
"""Most characters of the rendered text."""
_DEPTH = 20
"""Most nested includes."""
_INCLUDE = regex(r"\s*((?:\{\{.*?\}\}|[^\s{])+)(.*)", re.DOTALL)
_PARAMETER = regex(r"""([\w-]+)\s*=\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[\w.-]+)""")


class Rendered(StringIO):
    """An output buffer that collects pieces with their locations."""

    def __init__(self, placed: PlacedText, environment: Environment) -> None:
        super().__init__()
        self.parts: list[PlacedText] = []
        self._placed = placed
        self._environment = environment
        self._length = 0
        self._last = (0, 0)

    def write(self, text: str) -> int:
        """Adds text without a known location; it gets the location of the last mark."""
        return self._add(self._placed.replaced(*self._last, text)) if text else 0

    def copy(self, token: Token) -> int:
        """Adds literal text."""
        self._last = (token.start_index, token.start_index + len(token.value))
        return self._add(self._placed.cut(*self._last))

    def put(self, text: str, mark: Mark) -> int:
        """Adds text made from a mark."""
        self._last = (mark.start, mark.end)
        return self._add(self._placed.replaced(*self._last, text))

    def _add(self, part: PlacedText) -> int:
        self._length += len(part.text)
        if self._length > _CHARACTERS:
            mark = self._environment.mark(None)
            message = f"the rendered page has more than {_CHARACTERS} characters; the rest of it is left out"
            self._environment.complaints.other(message, mark, "", LIMIT_EXCEEDED)
            raise StopRender
        self.parts.append(part)
        return len(part.text)


class Pieces(StringIO):
    """An output buffer that keeps apart what the site's data states."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[str] = []
        self._length = 0

    def write(self, text: str) -> int:
        """Adds text."""
        self._length += len(text)
        if self._length > _CHARACTERS:
            raise OutputStreamLimitError("output stream limit reached", token=None)
        self._parts.append(text)
        return len(text)

    def getvalue(self) -> str:
        """The whole text, with the places of all that is in it."""
        text: str = traced("".join(self._parts), places_of(self._parts))
        return text

    def parts(self) -> Iterator[str]:
        """The text in as few parts as have one place each."""
        return joined(self._parts)


def put(buffer: TextIO, text: str, mark: Mark) -> int:
    return buffer.put(text, mark) if isinstance(buffer, Rendered) else buffer.write(text)


class _JekyllNode(Node):
    """A tag and the words after its name, as written."""

    def __init__(self, token: Token, text: str) -> None:
        super().__init__(token)
        self.text = text
        self.blank = False  # a block of blank nodes shows nothing

    def children(self, static_context: RenderContext, *, include_partials: bool = True) -> list[Node]:
        """Empty: nothing is known before rendering."""
        return []


class _JekyllTag(Tag):
    """A tag whose node interprets its words."""

    block = False
    node_class: type[_JekyllNode]

    def parse(self, stream: TokenStream) -> Node:
        """The node for the tag."""
        token = stream.eat(TOKEN_TAG)
        has_words = stream.current.kind == TOKEN_EXPRESSION
        return self.node_class(token, stream.current.value if has_words else "")


class _LinkNode(_JekyllNode):
    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        """Writes the URL of the page."""
        known = cast("Context", context)
        mark = known.env.mark(self.token)
        path = known.rendered(self.text)
        return put(buffer, link_text(mark, path, known.env.around, known.env.complaints), mark)


class _IncludeNode(_JekyllNode):
    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        """Writes the file, rendered with the parameters of the tag."""
        known = cast("Context", context)
        environment = known.env
        mark = environment.mark(self.token)
        match = _INCLUDE.match(self.text)
        name = known.rendered(match[1]).strip() if match else ""
        beside = self._page_path(known) if self.token.value == "include_relative" else ""
        text = environment.around.include(name, beside) if name else None
        if text is None:
            complain_missing(mark, environment.complaints)
            return 0
        if known.depth >= _DEPTH:
            message = f"includes deeper than {_DEPTH} are not read"
            environment.complaints.other(message, mark, "take out the circle", LIMIT_EXCEEDED)
            return 0
        parameters = {key: known.value(value) for key, value in _PARAMETER.findall(match[2] if match else "")}
        return sum(put(buffer, part, mark) for part in known.included(text, parameters, mark))

    @staticmethod
    def _page_path(context: Context) -> str:
        page = context.env.variables["page"]
        return str(page.get("path", "")) if isinstance(page, Mapping) else ""


class _IncludeTag(_JekyllTag):
    name = "include"
    node_class = _IncludeNode


class _RelativeIncludeTag(_JekyllTag):
    name = "include_relative"
    node_class = _IncludeNode


class _LinkTag(_JekyllTag):
    name = "link"
    node_class = _LinkNode


class _PostTag(_JekyllTag):
    name = "post_url"
    node_class = _LinkNode


class _HighlightNode(Node):
    def __init__(self, token: Token, language: str, block: BlockNode) -> None:
        super().__init__(token)
        self.blank = False
        self._language = language
        self._block = block

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        """Writes the block as a fence."""
        known = cast("Context", context)
        mark = known.env.mark(self.token)
        # A fence, so that the Markdown reader sees the code as Jekyll's highlighter would.
        count = put(buffer, f"\n~~~~~ {self._language}".rstrip() + "\n", mark)
        count += self._block.render(context, buffer)
        return count + put(buffer, "\n~~~~~\n", mark)

    def children(self, static_context: RenderContext, *, include_partials: bool = True) -> list[Node]:
        """The content of the block."""
        return [self._block]


class _HighlightTag(Tag):
    """The block `{% highlight json %} ... {% endhighlight %}`."""

    name = "highlight"
    end = "endhighlight"
    block = True

    def parse(self, stream: TokenStream) -> Node:
        """The node for the block, with its language."""
        token = stream.eat(TOKEN_TAG)
        language = ""
        if stream.current.kind == TOKEN_EXPRESSION:
            language = (stream.current.value.split() or [""])[0]
            stream.next()
        block = get_parser(self.env).parse_block(stream, (self.end,))
        stream.expect(TOKEN_TAG, value=self.end)
        return _HighlightNode(token, language, block)


TAGS = (_IncludeTag, _RelativeIncludeTag, _LinkTag, _PostTag, _HighlightTag)
