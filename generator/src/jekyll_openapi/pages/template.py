"""Renders Liquid that needs python-liquid: tags such as `{% if %}` and `{% for %}`, filters, literals.

python-liquid evaluates expressions and tags. It gets our marks in place of its own tokens and writes our placed
pieces, so that text inside of conditions and loops keeps its location. The work that a page can cause is bounded, by
counts instead of seconds, so that the result never depends on the machine.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sized
from decimal import Decimal
from sys import getsizeof
from typing import Any, TextIO

import liquid
from liquid import Mode
from liquid.builtin.content import ContentNode
from liquid.builtin.output import OutputNode
from liquid.context import RenderContext
from liquid.exceptions import LiquidError, StopRender
from liquid.stringify import to_liquid_string
from liquid.template import BoundTemplate
from liquid.token import TOKEN_CONTENT, TOKEN_EXPRESSION, TOKEN_OUTPUT, TOKEN_TAG, Token
from liquid.undefined import Undefined
from liquid.utils import ReadOnlyChainMap

from jekyll_openapi.pages.jekyll_filters import filters
from jekyll_openapi.pages.liquid_marks import Complaints, Mark, Scanner, Variables
from jekyll_openapi.pages.placed_text import PlacedText
from jekyll_openapi.pages.site_context import SiteContext
from jekyll_openapi.pages.template_tags import TAGS, Pieces, Rendered
from jekyll_openapi.pages.traced import carried, places_of, traced
from jekyll_openapi.patterns import regex
from jekyll_openapi.rules import LIMIT_EXCEEDED

_NODES = 10_000
"""Most nodes rendered; each round of a loop counts as at least one."""
_FILTER_WORK = 5_000_000
"""Most work of filters: length of the input times length of the arguments, summed up."""
_RANGE = 10_000
"""Most numbers in a range."""
_DEPTH = 20
"""Most nested includes."""
_CHARACTERS = 1_000_000
"""Most characters of the rendered text."""
_NAMESPACE = 20_000
"""Most bytes of all assigned variables."""
_EXPRESSION = 2_000
"""Most characters of one tag or output."""
_SQUARE = {"uniq", "strip_html", "sort_natural"}
"""Filters that take quadratic time."""
_NOT_IN_JEKYLL = ("doc", "echo", "include", "liquid", "render", "#")
_RESERVED = regex(
    r"""("[^"]*"|'[^']*')|(?<=[\w\]])\.(true|false|nil|null|empty|blank|and|or|contains|not|in|offset|limit|reversed|cols"""
    r"""|continue|with|for|as|if|else|required)(?![\w-])"""
)
"""Property names that python-liquid takes for keywords, while Liquid accepts them after a dot."""
_VARIABLE = regex(r"\{\{\s*([\w.-]+)\s*\}\}")
_NUMBER = regex(r"-?\d{1,15}(?:\.\d{1,15})?")


def render_template(
    placed: PlacedText, marks: list[Mark], variables: Variables, complaints: Complaints, around: SiteContext
) -> PlacedText:
    """The text with all its marks rendered."""
    environment = Environment(placed.text, marks, variables, complaints, around)
    rendered = Rendered(placed, environment)
    try:
        template = environment.from_string(placed.text)
        template.render_with_context(Context(template, globals=variables), rendered)
    except Exception as error:  # a library at work on text that can be anything: whatever it raises is about the text
        complaints.other(f"the page cannot be rendered: {type(error).__name__}", marks[0], "its text is read as it is")
        return placed
    return PlacedText.joined([placed.cut(0, 0), *rendered.parts])


class Environment(liquid.Environment):
    """Jekyll's tags and filters, for one page. Errors are reported instead of raised."""

    local_namespace_limit = _NAMESPACE
    output_stream_limit = _CHARACTERS

    def __init__(
        self, text: str, marks: list[Mark], variables: Variables, complaints: Complaints, around: SiteContext
    ) -> None:
        self.complaints = complaints
        self.around = around
        self.variables = variables
        self._text = text
        self._marks = marks
        super().__init__(tolerance=Mode.LAX)

    def setup_tags_and_filters(self, *, extra: bool = False) -> None:
        """Registers python-liquid's tags and filters except those that Jekyll lacks, and Jekyll's own."""
        super().setup_tags_and_filters(extra=extra)
        for name in _NOT_IN_JEKYLL:
            self.tags.pop(name, None)
        self.tags[TOKEN_CONTENT].node_class = _Content  # type: ignore[attr-defined]
        self.tags[TOKEN_OUTPUT].node_class = _Output  # type: ignore[attr-defined]
        for tag in TAGS:
            self.add_tag(tag)
        # It would need a clock, and output must not depend on the day.
        del self.filters["date"]
        self.filters |= filters(self.variables["site"])

    def tokenizer(self) -> Callable[[str], Iterator[Token]]:
        """A tokenizer that returns our marks."""
        return lambda _: self._tokens()

    def error(self, exc: LiquidError | type[LiquidError], msg: str | None = None, token: Token | None = None) -> None:
        """Reports an error at the mark where it occurs."""
        known = exc if isinstance(exc, LiquidError) else exc(msg, token=token)
        self.complaints.other(str(known.message), self.mark(known.token or token), "it renders as nothing")

    def mark(self, token: Token | None) -> Mark:
        """The mark that a token belongs to; the last one for the end of the text."""
        at = token.start_index if token and token.start_index >= 0 else len(self._text)
        index = bisect_right(self._marks, at, key=lambda mark: mark.start) - 1
        while index > 0 and self._marks[index].kind == "text":
            index -= 1
        return self._marks[max(0, index)]

    def _tokens(self) -> Iterator[Token]:
        for mark in self._marks:
            whole = self._text[mark.start : mark.end]
            if mark.kind == "text":
                yield Token(TOKEN_CONTENT, whole, mark.start, self._text)
            elif len(mark.body) > _EXPRESSION:
                self.complaints.other(f"it has more than {_EXPRESSION} characters", mark, "", LIMIT_EXCEEDED)
            elif mark.kind == "output":
                yield Token(TOKEN_OUTPUT, whole, mark.start, self._text)
                yield Token(TOKEN_EXPRESSION, _keyed(mark.body), mark.start, self._text)
            else:
                yield from self._tag_tokens(mark)

    def _tag_tokens(self, mark: Mark) -> Iterator[Token]:
        yield Token(TOKEN_TAG, mark.name, mark.start, self._text)
        expression = mark.body[len(mark.name) :].strip()
        if expression:
            yield Token(TOKEN_EXPRESSION, _keyed(expression), mark.start, self._text)


class Context(RenderContext):
    """A render context that counts the work done and has no clock."""

    env: Environment

    def __init__(self, template: BoundTemplate, **given: Any) -> None:
        super().__init__(template, **given)
        self.scope = ReadOnlyChainMap(self.locals, self.globals, self.counters)
        self._nodes = 0
        self._work = 0
        self._assigned = 0
        self.depth = 0
        """Number of includes being rendered."""

    def assign(self, key: str, val: Any) -> None:
        """Sets a variable. python-liquid would add up the sizes of all variables each time."""
        self._assigned += getsizeof(val, 1) - (getsizeof(self.locals[key], 1) if key in self.locals else 0)
        super().assign(key, val)

    def get_size_of_locals(self) -> int:
        """The bytes of all variables."""
        return self._assigned

    def filter(self, name: str, token: Token | None) -> Callable[..., object]:
        """The Liquid filter of this name, wrapped to count its work towards the limit of the page."""
        found = super().filter(name, token)

        def counting(value: object, *given: object, **named: object) -> object:
            value = self._bounded(value, token)
            factors = [_size(value), *([_size(value)] if name in _SQUARE else map(_size, given))]
            self._work += factors[0] * max(factors[1:], default=1)
            self._stop_beyond(self._work, _FILTER_WORK, token)
            return carried(found(value, *given, **named), (value, *given))

        return counting

    def _bounded(self, value: object, token: Token | None) -> object:
        """The value; stops rendering if it is a range that is too long."""
        if isinstance(value, range) and value.stop - value.start > _RANGE:
            self._stop_beyond(1, 0, token)
        return value

    def rendered(self, text: str) -> str:
        """The words of a tag with the variables in them replaced."""
        if "{{" not in text:
            return text
        return _VARIABLE.sub(lambda match: str(self.value(match[1]) or ""), text)

    def value(self, written: str) -> object:
        """The value of a quoted string, a literal or a variable."""
        if written[:1] in ("'", '"'):
            return re.sub(r"\\(.)", r"\1", written[1:-1])
        words = {"true": True, "false": False, "nil": None}
        if written in words:
            return words[written]
        if _NUMBER.fullmatch(written):
            return Decimal(written) if "." in written else int(written)
        return self.get(list(written.split(".")), token=None, default=None)

    def included(self, text: str, parameters: Mapping[str, object], mark: Mark) -> Iterator[str]:
        """The text of an include file, rendered, in parts that have one place each in the site's data. Findings about
        it are located at the mark."""
        complaints = self.env.complaints
        inside, complaints.inside = complaints.inside, complaints.inside or mark
        marks = list(Scanner(text, complaints).marks())
        environment = Environment(text, marks, self.env.variables, complaints, self.env.around)
        template = environment.from_string(text)
        outer, self.env = self.env, environment
        shown = self.get_buffer()
        self.depth += 1
        with self.extend({"include": parameters}):
            for node in template.nodes:
                node.render(self, shown)
        self.depth -= 1
        self.env = outer
        complaints.inside = inside
        return shown.parts()

    def get_buffer(self, buf: TextIO | None = None) -> Pieces:
        """A buffer for what is not shown at once: an include, or a variable that a block sets."""
        return Pieces()

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


class _Content(ContentNode):
    """A node of literal text."""

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        """Writes the text, with its location if the buffer keeps locations."""
        return buffer.copy(self.token) if isinstance(buffer, Rendered) else buffer.write(self.text)


class _Output(OutputNode):
    """An output node that renders unknown variables as nothing."""

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        """Writes the value; reports an undefined variable."""
        assert isinstance(context, Context)
        environment = context.env
        mark = environment.mark(self.token)
        try:
            value = self.expression.evaluate(context)
        except LiquidError as error:
            environment.error(error, token=self.token)
            return 0
        if isinstance(value, Undefined):
            environment.complaints.variable(mark.body.split("|")[0].strip(), mark)
        text = traced(to_liquid_string(value, autoescape=False), places_of(value))
        return buffer.put(text, mark) if isinstance(buffer, Rendered) else buffer.write(text)


def _size(value: object) -> int:
    """The size of a value, as a measure of the work that a filter has with it."""
    if isinstance(value, int):
        return 1 + value.bit_length() // 8
    return 1 + len(value) if isinstance(value, Sized) else 1


def _keyed(expression: str) -> str:
    """The expression with property names that are python-liquid keywords in brackets."""
    return _RESERVED.sub(lambda found: found[1] or f'["{found[2]}"]', expression)
