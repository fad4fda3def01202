"""What is answered sooner is answered the same: each way around work, beside the work, on input made up."""

import re
from collections import UserDict
from decimal import Decimal
from fnmatch import fnmatchcase
from posixpath import normpath
from typing import Any
from urllib.parse import unquote

import tree_sitter_javascript
from hypothesis import example, given
from hypothesis import strategies as st
from tree_sitter import Language

from jekyll_openapi.api.dialect import TRADOVATE, Dialect
from jekyll_openapi.api.formats import UnreadableTypeError
from jekyll_openapi.api.headings import _titled
from jekyll_openapi.api.model import Ref
from jekyll_openapi.api.needs_in_text import needs_beside
from jekyll_openapi.api.property_paragraphs import _named
from jekyll_openapi.api.request_lines import stating
from jekyll_openapi.api.sections import Section
from jekyll_openapi.api.sockets import _SOCKET, _names_sockets
from jekyll_openapi.api.statements import requests_in, stated_method, states_operation
from jekyll_openapi.api.types import References, _read, read_type_cell
from jekyll_openapi.diagnostics import Location
from jekyll_openapi.openapi.pointers import parts, pointer
from jekyll_openapi.pages import document
from jekyll_openapi.pages.inline_marks import InlineScanner, marks_of
from jekyll_openapi.pages.javascript_tree import _grammar
from jekyll_openapi.pages.row import _pipes, _protected, code_spans
from jekyll_openapi.pages.settings import _matches as _is_listed
from jekyll_openapi.records import replace
from jekyll_openapi.runtime.wire import _text_of, json_text, plain
from jekyll_openapi.spec.base import _matches
from jekyll_openapi.spec.words import _runs_of_ticks

words = st.lists(
    st.sampled_from(["web", "socket", "Sockets", "wss", "WSS", "ws:", "//", " ", "-", "rows", "\u017f", "x"])
)


@given(words.map("".join))
@example("news and rows")
@example("web\u017focket")
def test_pages_speak_of_sockets_where_the_pattern_finds_them(text: str) -> None:
    assert _names_sockets(text) == bool(_SOCKET.search(text))


spans = st.lists(
    st.builds(
        lambda make, parts: make("".join(parts), Location("a.md")),
        st.sampled_from([document.Text, document.Code, lambda text, where: document.Link(text, "#a", where)]),
        st.lists(st.sampled_from(["PUT", "get", "/a", "a/b", "&#47;", "https:", "URL", "Path:", ":", "**", " ", "x"])),
    ),
    max_size=4,
).map(tuple)


@given(spans, st.sampled_from([TRADOVATE, replace(TRADOVATE, path_prefixes=("https:", "x"))]))
@example((document.Text("PUT &#47;a", Location("a.md")),), TRADOVATE)
@example((document.Text("PUT xa", Location("a.md")),), replace(TRADOVATE, path_prefixes=("x",)))
@example((document.Text("URL: **", Location("a.md")), document.Text("**x", Location("a.md"))), TRADOVATE)
def test_a_paragraph_that_may_state_no_path_states_none(spans: tuple[document.Span, ...], dialect: Dialect) -> None:
    block = document.Paragraph(spans, Location("a.md"))
    assert list(stating((block,), dialect)) or not list(requests_in(block, (), dialect))


marks = ["PUT", "put", "/a", "&amp;", "Request", "**", "__", "`a`", "_a_", "~~", ":", "Method", "required", "send a "]


@given(st.lists(st.sampled_from([*marks, " ", "fields ", "are one of ", "[a](#b)", "<b>", "\n"])).map("".join))
@example("**Request**")
@example("**a** string, required")
@example("Method: put")
@example("send a PUT")
@example("PUT boats")
@example("`a` is required")
def test_a_paragraph_of_words_alone_states_nothing(text: str) -> None:
    where = Location("a.md")
    block = document.Paragraph((document.Text(text, where),), where)
    part = Section("", 0, (), where, (block,))
    found = _titled(block, TRADOVATE), _named(block, TRADOVATE), stated_method("/a", (part,), TRADOVATE)
    # The last two pass over such paragraphs themselves, so they are asked without that.
    block.is_plain, is_plain = False, block.is_plain
    needs = needs_beside(part)
    assert not is_plain or (not any(found) and not states_operation(part) and not needs.named and needs.others is None)


segments = st.text(st.sampled_from("ab*?[]!-1"), max_size=4)


@given(segments, st.lists(segments, max_size=3).map("/".join))
@example("a/b", "a")
@example("ab", "a[!-b]")
def test_a_pattern_of_the_settings_is_a_glob_or_a_beginning(pattern: str, path: str) -> None:
    assert _is_listed([pattern], path, False) == (
        fnmatchcase(path, normpath(pattern).lstrip("/")) or path.startswith(normpath(pattern).lstrip("/"))
    )


marked = st.lists(st.sampled_from(["`", "``", "|", "\\", "\n", " ", "a", "<code>", "</code>", "[a]", "{: .b }"])).map(
    "".join
)


@given(marked)
@example("|")
@example("\\|`|`|")
def test_a_row_ends_cells_where_the_expression_finds_a_pipe(line: str) -> None:
    inside = [(start, end) for start, end in _protected(line)]
    found = [one.start() for one in re.finditer(r"(?<!\\)\|", line)]
    assert _pipes(line) == [one for one in found if not any(start <= one < end for start, end in inside)]


@given(marked)
@example("```a``b```")
def test_code_is_opened_by_all_the_ticks_that_stand_together(text: str) -> None:
    for start, end, ticks in code_spans(text):
        opening = re.compile("`+").match(text, start)
        assert opening
        assert len(opening[0]) == ticks
        assert text[end - ticks : end] == opening[0]


@given(marked, st.sampled_from([{}, {"a": "#a"}]))
@example("[a]", {"a": "#a"})
def test_marks_that_are_remembered_are_those_of_the_text(text: str, targets: dict[str, str]) -> None:
    for _ in range(2):
        assert marks_of(text, targets) == InlineScanner(text, targets).marks()


def test_the_grammar_is_that_of_its_package() -> None:
    assert Language(_grammar()) == Language(tree_sitter_javascript.language())


@given(st.lists(segments, max_size=3).map("/".join), st.lists(segments, max_size=3).map("/".join))
@example("/a/b", "/a/b")
@example("/a/b", "/*/b")
@example("/a/b", "/a")
def test_a_path_matches_a_pattern_segment_by_segment(path: str, pattern: str) -> None:
    many, several = path.split("/"), pattern.split("/")
    assert _matches(path, pattern) == (len(many) == len(several) and all(map(fnmatchcase, many, several)))


@given(st.lists(st.text(st.sampled_from("ab~/%01 \u00e4"), max_size=4)))
def test_a_pointer_is_taken_apart_as_it_was_put_together(keys: list[str]) -> None:
    place = pointer(*keys)
    assert parts(place) == tuple(keys)
    assert parts(place) == tuple(unquote(one).replace("~1", "/").replace("~0", "~") for one in place.split("/")[1:])


@given(st.text(st.sampled_from("`a \n")))
def test_runs_of_ticks_are_counted(text: str) -> None:
    assert list(_runs_of_ticks(text)) == [len(run) for run in re.split("[^`]", text) if run]


texts = st.text(st.characters(codec="utf-8"), max_size=4)
numbers = (
    st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.decimals(allow_nan=False, allow_infinity=False)
)
bodies = st.recursive(
    st.none() | st.booleans() | numbers | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=9,
)


class Text(str):
    """A text of a type of its own."""


def unusual(value: Any) -> Any:
    """The same value in types that are not exactly those of JSON."""
    match value:
        case str():
            return Text(value)
        case list():
            return tuple(map(unusual, value))
        case dict():
            return UserDict({Text(name): unusual(one) for name, one in value.items()})
    return value


@given(bodies)
@example({"price": Decimal("1.10"), "legs": [{"price": Decimal("-0E+7")}], "note": '\u2028"\x7f'})
def test_a_body_is_written_alike_with_decimals_and_without(body: Any) -> None:
    assert json_text(body) == _text_of(body)


@given(bodies)
@example({"a": [True, None, {"b": "\u2028"}]})
def test_values_of_exactly_the_types_of_json_are_read_as_others_are(body: Any) -> None:
    made = plain(body)
    assert json_text(made) == json_text(plain(unusual(body)))
    assert made == body


cell_texts = st.lists(
    st.sampled_from(
        ["string", "number", "int64", "Account", "accounts", "or", "array of", "<=", "8", "chars", ", ", '"Buy"',
         '"Sell"', "required", "default", "`", "<", ">", "[]", "3", "?", "enum", "one of", "object", "null"]
    ),
    min_size=1, max_size=4,
).map(" ".join)  # fmt: skip
kinds = st.sampled_from((document.Text, document.Code, lambda text, where: document.Link(text, "/account", where)))


@given(st.lists(st.tuples(kinds, cell_texts), min_size=1, max_size=3), st.booleans())
def test_a_type_that_is_remembered_is_what_its_cell_says(parts: list[tuple[Any, str]], is_known: bool) -> None:
    spans = tuple(kind(text, Location("a.md", 3, at)) for at, (kind, text) in enumerate(parts))
    references = References(
        lambda _: Ref("Account") if is_known else None,
        lambda name: Ref("Account") if is_known and name.casefold() == "account" else None,
    )

    def read(how: Any) -> object:
        try:
            return how(spans, TRADOVATE, references)
        except UnreadableTypeError as problem:
            return str(problem)

    assert read(read_type_cell) == read(_read)
