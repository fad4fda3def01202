"""Liquid that needs python-liquid: tags such as `{% if %}` and `{% for %}`, filters, literals.

python-liquid reads the expressions and follows the tags. It is given our marks instead of its own, and writes our
pieces, so that text inside conditions and loops keeps its places. What a page can make it do is bounded, and nothing
depends on the time.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sized
from io import StringIO
from typing import Any, TextIO

from liquid import Environment, Mode
from liquid.builtin.content import ContentNode
from liquid.builtin.output import OutputNode
from liquid.context import RenderContext
from liquid.exceptions import LiquidError, StopRender
from liquid.stringify import to_liquid_string
from liquid.template import BoundTemplate
from liquid.token import TOKEN_CONTENT, TOKEN_EXPRESSION, TOKEN_OUTPUT, TOKEN_TAG, Token
from liquid.undefined import Undefined
from liquid.utils import ReadOnlyChainMap

from jekyll_openapi.pages.liquid import Complaints, Mark, Variables
from jekyll_openapi.pages.placed import PlacedText
from jekyll_openapi.rules import LIMIT_EXCEEDED

_NODES = 10_000
"""How many nodes are rendered; each round of a loop counts as one at least."""
_FILTER_WORK = 100_000_000
"""How much filters do, in characters they take times characters they are given."""
_CHARACTERS = 1_000_000
"""How long the rendered text gets."""
_NAMESPACE = 20_000
"""How many bytes all assigned variables take."""
_EXPRESSION = 2_000
"""How long one tag or output is."""
_SQUARE = {"uniq", "strip_html", "sort_natural"}
"""Filters whose work grows with the square of what they take."""
_NOT_IN_JEKYLL = ("doc", "echo", "include", "liquid", "render", "#")


def render_template(placed: PlacedText, marks: list[Mark], variables: Variables, complaints: Complaints) -> PlacedText:
    """The marks of a text, rendered."""
    environment = _Environment(placed.text, marks, variables, complaints)
    rendered = _Rendered(placed, environment)
    try:
        template = environment.from_string(placed.text)
        template.render_with_context(_Context(template, globals=variables), rendered)
    except Exception as error:  # a library at work on text that can be anything: whatever it raises is about the text
        complaints.other(f"the page cannot be rendered: {type(error).__name__}", marks[0], "its text is read as it is")
        return placed
    return PlacedText.joined([placed.cut(0, 0), *rendered.parts])


class _Environment(Environment):
    """The tags and filters of Jekyll, for one page; errors become complaints."""

    local_namespace_limit = _NAMESPACE
    output_stream_limit = _CHARACTERS

    def __init__(self, text: str, marks: list[Mark], variables: Variables, complaints: Complaints) -> None:
        self.complaints = complaints
        self._text = text
        self._marks = marks
        self._site = variables["site"]
        super().__init__(tolerance=Mode.LAX)

    def setup_tags_and_filters(self, *, extra: bool = False) -> None:
        """Register python-liquid's, without those that Jekyll lacks, and Jekyll's for links."""
        super().setup_tags_and_filters(extra=extra)
        for name in _NOT_IN_JEKYLL:
            self.tags.pop(name, None)
        self.tags[TOKEN_CONTENT].node_class = _Content  # type: ignore[attr-defined]
        self.tags[TOKEN_OUTPUT].node_class = _Output  # type: ignore[attr-defined]
        del self.filters["date"]
        self.filters["relative_url"] = lambda value: _join(self._setting("baseurl"), value)
        self.filters["absolute_url"] = lambda value: _join(self._setting("url"), self._setting("baseurl"), value)

    def tokenizer(self) -> Callable[[str], Iterator[Token]]:
        """Our marks as its tokens."""
        return lambda _: self._tokens()

    def error(self, exc: LiquidError | type[LiquidError], msg: str | None = None, token: Token | None = None) -> None:
        """Complain at the mark where the error is."""
        known = exc if isinstance(exc, LiquidError) else exc(msg, token=token)
        self.complaints.other(str(known.message), self.mark(known.token or token), "it renders as nothing")

    def mark(self, token: Token | None) -> Mark:
        """The mark that a token belongs to, the last one for the end of the text."""
        at = token.start_index if token and token.start_index >= 0 else len(self._text)
        index = bisect_right(self._marks, at, key=lambda mark: mark.start) - 1
        while index > 0 and self._marks[index].kind == "text":
            index -= 1
        return self._marks[max(0, index)]

    def _setting(self, name: str) -> object:
        return self._site.get(name) if isinstance(self._site, Mapping) else None

    def _tokens(self) -> Iterator[Token]:
        for mark in self._marks:
            whole = self._text[mark.start : mark.end]
            if mark.kind == "text":
                yield Token(TOKEN_CONTENT, whole, mark.start, self._text)
            elif len(mark.body) > _EXPRESSION:
                self.complaints.other(f"it has more than {_EXPRESSION} characters", mark, "", LIMIT_EXCEEDED)
            elif mark.kind == "output":
                yield Token(TOKEN_OUTPUT, whole, mark.start, self._text)
                yield Token(TOKEN_EXPRESSION, mark.body, mark.start, self._text)
            else:
                yield from self._tag_tokens(mark)

    def _tag_tokens(self, mark: Mark) -> Iterator[Token]:
        yield Token(TOKEN_TAG, mark.name, mark.start, self._text)
        expression = mark.body[len(mark.name) :].strip()
        if expression:
            yield Token(TOKEN_EXPRESSION, expression, mark.start, self._text)


class _Context(RenderContext):
    """A context without a clock that counts what is done in it."""

    env: _Environment

    def __init__(self, template: BoundTemplate, **given: Any) -> None:
        super().__init__(template, **given)
        self.scope = ReadOnlyChainMap(self.locals, self.globals, self.counters)
        self._nodes = 0
        self._work = 0

    def filter(self, name: str, token: Token | None) -> Callable[..., object]:
        """The filter, counting."""
        found = super().filter(name, token)

        def counting(value: object, *given: object, **named: object) -> object:
            factors = [_size(value), *([_size(value)] if name in _SQUARE else map(_size, given))]
            self._work += factors[0] * max(factors[1:], default=1)
            self._stop_beyond(self._work, _FILTER_WORK, token)
            return found(value, *given, **named)

        return counting

    @property
    def disabled_tags(self) -> list[str]:
        """None. Every node asks before it renders, so that this is where nodes can be counted."""
        self._nodes += 1
        self._stop_beyond(self._nodes, _NODES, None)
        return []

    @disabled_tags.setter
    def disabled_tags(self, names: list[str]) -> None:
        self._nodes = 0

    def _stop_beyond(self, done: int, limit: int, token: Token | None) -> None:
        if done > limit:
            message = "rendering the page takes too long; the rest of it is left out"
            self.env.complaints.other(message, self.env.mark(token), "take out loops", LIMIT_EXCEEDED)
            raise StopRender


class _Rendered(StringIO):
    """Takes what nodes write, in pieces with their places."""

    def __init__(self, placed: PlacedText, environment: _Environment) -> None:
        super().__init__()
        self.parts: list[PlacedText] = []
        self._placed = placed
        self._environment = environment
        self._length = 0
        self._last = (0, 0)

    def write(self, text: str) -> int:
        """Take text of a tag that does not say where it stands: where the last one stood."""
        return self._add(self._placed.replaced(*self._last, text)) if text else 0

    def copy(self, token: Token) -> int:
        """Take literal text."""
        self._last = (token.start_index, token.start_index + len(token.value))
        return self._add(self._placed.cut(*self._last))

    def put(self, text: str, mark: Mark) -> int:
        """Take text made from a mark."""
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


class _Content(ContentNode):
    """Literal text."""

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        """Write the text, with its place where that matters."""
        return buffer.copy(self.token) if isinstance(buffer, _Rendered) else buffer.write(self.text)


class _Output(OutputNode):
    """An output: renders as nothing where it is not known."""

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        """Write the value, or complain."""
        assert isinstance(context, _Context)
        environment = context.env
        mark = environment.mark(self.token)
        try:
            value = self.expression.evaluate(context)
        except LiquidError as error:
            environment.error(error, token=self.token)
            return 0
        if isinstance(value, Undefined):
            environment.complaints.variable(mark.body.split("|")[0].strip(), mark)
        text = to_liquid_string(value, autoescape=False)
        return buffer.put(text, mark) if isinstance(buffer, _Rendered) else buffer.write(text)


def _size(value: object) -> int:
    """How much work a filter has with a value."""
    if isinstance(value, int):
        return 1 + value.bit_length() // 8
    return 1 + len(value) if isinstance(value, Sized) else 1


def _join(*parts: object) -> str:
    """The parts of a URL with one slash between two."""
    texts = [str(part).strip("/") if index else str(part).rstrip("/") for index, part in enumerate(parts) if part]
    return "/".join(texts)
