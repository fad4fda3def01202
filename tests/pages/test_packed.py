"""Paragraphs and places hold what they were made of, in few bytes."""

import copy
import pickle
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jekyll_openapi.diagnostics import Location
from jekyll_openapi.pages.compressed import Lines
from jekyll_openapi.pages.document import Code, Link, Paragraph, Span, Text, telling

Parts = tuple[str, int, int, int, int, tuple[str, ...]]
numbers = st.integers(0, 2**32 - 1)
files = st.sampled_from(["b.md", "a.md", "a/b.md", "\u00e4.md", ""])
data = st.sampled_from([(), ("_data/a.yml:3",), ("_data/a.yml:3", "_data/b.yml:1")])
parts = st.tuples(files, numbers, numbers, numbers, numbers, data)
places = parts.map(lambda one: Location(*one))
texts = st.text(st.characters(), max_size=40)
classes = st.none() | st.lists(texts, max_size=2).map(tuple)
spans = st.lists(
    st.builds(Text, texts, places) | st.builds(Code, texts, places, classes) | st.builds(Link, texts, texts, places),
    max_size=4,
).map(tuple)


def taken_apart(one: Location) -> Parts:
    return one.file, one.line, one.column, one.end_line, one.end_column, one.data


@given(spans, places)
def test_a_paragraph_gives_the_spans_it_was_made_of(spans: tuple[Span, ...], place: Location) -> None:
    one = Paragraph(spans, place)
    assert one.spans == spans
    assert one.first == (spans[0] if spans else None)
    assert list(one.texts) == [span.text for span in spans]
    assert one.holds_code == any(isinstance(span, Code) for span in spans)
    assert one.links == tuple(span for span in spans if isinstance(span, Link))
    match one:
        case Paragraph(inside, where):
            assert (inside, where) == (spans, place)


@given(st.lists(st.tuples(spans, places), max_size=4), st.sampled_from([0, 20]))
def test_paragraphs_that_are_compressed_together_give_the_same(
    many: list[tuple[tuple[Span, ...], Location]], times: int
) -> None:
    paragraphs = [Paragraph(inside, place) for inside, place in [*many, *many * times]]
    twins = [Paragraph(inside, place) for inside, place in [*many, *many * times]]
    Paragraph.compress(paragraphs)
    assert paragraphs == twins
    assert list(map(hash, paragraphs)) == list(map(hash, twins))
    for one, twin in zip(map(copy.deepcopy, paragraphs), twins, strict=True):
        assert (one.spans, one.first, one.links) == (twin.spans, twin.first, twin.links)
        assert (list(one.texts), one.holds_code) == (list(twin.texts), twin.holds_code)


@pytest.mark.parametrize(
    "text",
    [
        "`a`",
        "**Request**",
        "_a_",
        "see /a/b",
        "&#47;a",
        "<b>a</b>",
        "[a][b]",
        "Method: put",
        "URL\uff1a a",
        "GET boats",
    ],
)
def test_what_can_state_something_is_more_than_words(text: str) -> None:
    place = Location("a.md")
    words, other = Paragraph((Text("Two words, 3 signs.", place),), place), Paragraph((Text(text, place),), place)
    assert telling([words, other, words, other]) == [(1, other), (3, other)]
    assert telling([Paragraph((), place), Paragraph((Code("a", place),), place)])[-1][0] == 1


def test_long_paragraphs_are_compressed_and_short_ones_are_not() -> None:
    place = Location("a.md")
    for times, is_compressed in ((2, False), (200, True)):
        paragraphs = [Paragraph((Text("many words", place), Text("more words", place)), place) for _ in range(times)]
        before = len(pickle.dumps(paragraphs))
        Paragraph.compress(paragraphs)
        assert (len(pickle.dumps(paragraphs)) < before) == is_compressed


@given(st.text(st.characters()), st.sampled_from([1, 5000]))
def test_lines_give_the_text_they_were_made_of(text: str, times: int) -> None:
    assert Lines(text * times).text == text * times


@given(spans, places, spans)
def test_paragraphs_are_equal_where_their_spans_are(
    spans: tuple[Span, ...], place: Location, others: tuple[Span, ...]
) -> None:
    one, twin = Paragraph(spans, place), Paragraph(copy.deepcopy(spans), copy.deepcopy(place))
    assert one == twin
    assert hash(one) == hash(twin)
    assert (one == Paragraph(others, place)) == (spans == others)
    assert str(one) == str(twin)


def test_a_paragraph_is_equal_whether_or_not_its_words_are_one_object() -> None:
    word, twin, place = "word" * 9, "".join(["word"] * 9), Location("a.md")
    assert word is not twin
    same = Paragraph((Text(word, place), Text(word, place)), place)
    assert same == Paragraph((Text(word, place), Text(twin, place)), place)


@given(parts)
def test_a_place_gives_what_it_was_made_of(one: Parts) -> None:
    place = Location(*one)
    assert taken_apart(place) == one
    assert str(place) == f"{one[0]}:{one[1]}"
    for twin in (Location(*one), copy.copy(place), copy.deepcopy(place), pickle.loads(pickle.dumps(place))):
        assert twin == place
        assert hash(twin) == hash(place)
        assert taken_apart(twin) == one


@given(st.lists(parts))
def test_places_are_ordered_by_file_then_line_then_column(
    many: list[Parts],
) -> None:
    assert [taken_apart(one) for one in sorted(Location(*one) for one in many)] == sorted(many)
    for (one, two), (first, second) in zip(pairwise([Location(*one) for one in many]), pairwise(many), strict=True):
        assert (one < two, one <= two, one > two, one >= two) == (
            first < second,
            first <= second,
            first > second,
            first >= second,
        )


@given(places, places, numbers, data)
def test_a_place_changed_in_one_respect_is_the_same_in_all_others(
    one: Location, last: Location, line: int, data: tuple[str, ...]
) -> None:
    file, _, column, _, end_column, old = taken_apart(one)
    assert taken_apart(one.until(last)) == (*taken_apart(one)[:3], last.end_line, last.end_column, old)
    assert taken_apart(one.on_line(line)) == (file, line, column, line, end_column, old)
    assert taken_apart(one.stated_by(data)) == (*taken_apart(one)[:5], data)
    start = Location(file, one.line, 7, one.end_line, end_column, old)
    assert taken_apart(start.moved(3)) == (file, one.line, 10, one.end_line, end_column, old)


def test_a_line_that_no_page_can_have_does_not_change_the_rest() -> None:
    place = Location("a.md", 2**40, -1, 5, 6)
    assert (place.file, place.column, place.end_line, place.end_column) == ("a.md", 0, 5, 6)
    assert place.line == 2**32 - 1
