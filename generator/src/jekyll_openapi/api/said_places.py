"""Reads where a row is sent from its remark: `Sent as a header.`, `The client, passed in the X-Client header.`

A place that stands under a condition, or beside another place, is reported and decides nothing.
"""

from jekyll_openapi.api.context import Context
from jekyll_openapi.api.marks import place_word
from jekyll_openapi.api.rows import TableRow
from jekyll_openapi.api.section_kinds import REQUEST, Kind
from jekyll_openapi.api.sentences import Sentence, sentences
from jekyll_openapi.api.tokens import cleaned
from jekyll_openapi.pages.document import Code, Span, Text
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass, replace
from jekyll_openapi.rules import UNREAD_TEXT

_WORDS = ("header", "cookie", "query", "path", "body", "url")
_PLACES = frozenset(
    ("header", "headers", "cookie", "cookies", "path", "query", "querystring", "query-string", "body", "url")
)
_LEADS = frozenset((
    "it", "this", "the", "value", "is", "must", "has", "needs", "should", "to", "be", "always", "only", "a", "an",
    "required", "optional", "mandatory",
))  # fmt: skip
_VERBS = frozenset(
    ("sent", "send", "passed", "pass", "transmitted", "goes", "given", "supplied", "provided", "provide", "put")
)
_PREPOSITIONS = frozenset(("as", "in", "into", "via", "through", "inside"))
_OF_HTTP = frozenset(("http", "https", "request", "json", "custom", "url", "uri", "`"))
_OF_HEADERS = ("http", "request", "required", "optional", "mandatory", "custom")
_BESIDE = frozenset(("part", "of", "the", "a", "an", "its"))
_KINDS = frozenset(("parameter", "param", "variable", "argument", "field", "segment", "value"))
_STRING = frozenset(("string",))
_TAIL = frozenset(("only", "called", "named", "`", "of", "the", "each", "every", "request", "call", "string"))
_APART = str.maketrans(dict.fromkeys(",():", "\n"))
_ALONE = ("header", "headers", "cookie", "cookies")
"""What can be the place of a row, and can as well be what it holds."""
_HEADER_NAME = regex(r"[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)+")


@dataclass(frozen=True, slots=True)
class _Said:
    """What a sentence says of the place of its row."""

    word: str
    is_sure: bool
    """Whether the sentence says no more of it, such as a condition or another place."""
    is_whole: bool
    """Whether the sentence says nothing else."""


def with_said_place(each: TableRow, kind: Kind, context: Context) -> TableRow | None:
    """The row of a section of a kind, with the place that its remark states; None if it is sent beside what the
    section describes, and left out."""
    each = _placed(each, context) if _may_say(each.row.remark) else each
    if each.place != "cookie" and (each.place != "header" or kind in REQUEST):
        return each
    name, where = each.row.name.written, each.row.property.provenance.location
    context.drop_row(where)
    beside = "" if kind in REQUEST else f" beside what `{kind}` describes"
    message = f"`{name}` is sent as a {each.place}{beside}, which is not read: the row is left out"
    context.found(UNREAD_TEXT, message, where, "describe it in the text")
    return None


def _may_say(remark: tuple[Span, ...]) -> bool:
    # Few remarks have such a word, and the sentences of all others need not be looked at.
    for span in remark:
        if isinstance(span, Text):
            text = span.text.casefold()
            for word in _WORDS:
                if word in text:
                    return True
    return False


def _placed(each: TableRow, context: Context) -> TableRow:
    row = each.row
    for sentence in sentences(row.remark):
        said = _said(sentence)
        name = row.name.written
        if said is None or (not said.is_sure and said.word.rstrip("s") in name.casefold()):
            continue
        place = place_word(said.word)
        if not said.is_sure or (each.place and each.place != place):
            message = f"`{name}`: where it is sent cannot be read for certain: {sentence.text!r}"
            context.found(UNREAD_TEXT, message, sentence.location, "write `Sent as a header`, or give it a column `In`")
            return each
        header = _header_name(sentence) if place == "header" else ""
        row = replace(row, name=replace(row.name, written=header or name))
        remark = _without(sentence, row.remark) if said.is_whole else row.remark
        return replace(each, row=replace(row, remark=remark), place=place)
    return each


def _said(sentence: Sentence) -> _Said | None:
    """What the first clause of a sentence that names a place says; None if none does."""
    parts = ("`" if isinstance(one, Code) else cleaned(one.text) for one in sentence.spans)
    text = " ".join("".join(parts).casefold().split()).rstrip(" .")
    if text in _ALONE:
        return _Said(text, False, True)
    clauses = [one.split() for one in text.replace(" - ", "\n").translate(_APART).split("\n") if one.strip()]
    for clause in clauses:
        word, rest, is_sent = _place_in(clause)
        if word and not rest:
            others = sum(one in _PLACES and one != "url" for one in text.split())
            return _Said(word, others < 2, len(clauses) == 1)
        if word and is_sent:
            return _Said(word, False, False)
    return None


def _place_in(words: list[str]) -> tuple[str, list[str], bool]:
    """The place that a clause begins to state, the words behind it, and whether a verb says that it is sent there."""
    at = _behind(words, 0, _LEADS)
    verb = _behind(words, at, _VERBS)
    preposition = _behind(words, _behind(words, verb, _LEADS), _PREPOSITIONS)
    is_led = preposition > _behind(words, verb, _LEADS)
    at = _behind(words, _behind(words, preposition, _BESIDE) if is_led else at, _OF_HTTP)
    if at >= len(words) or (words[at] not in _PLACES and not words[at].startswith("x-")):
        # In "in the url", the last word that can go before a place is one itself.
        at -= bool(at) and words[at - 1] == "url"
    at += at + 1 < len(words) and words[at].startswith("x-")
    word = words[at] if at < len(words) and words[at] in _PLACES else ""
    kind = _behind(words, _behind(words, at + 1, _STRING), _KINDS)
    is_header = at > 0 and words[at - 1] in _OF_HEADERS and word.startswith("header")
    is_said = is_led or kind > at + 1 or is_header
    return (word if is_said else ""), words[_behind(words, kind, _TAIL) :], verb > 0 and is_led


def _behind(words: list[str], at: int, known: frozenset[str]) -> int:
    """The index behind the known words that stand at a place."""
    while at < len(words) and words[at] in known:
        at += 1
    return at


def _header_name(sentence: Sentence) -> str:
    """The name of the header that a sentence puts in a code span; empty if it names none."""
    names = [one.text.strip().rstrip(":") for one in sentence.codes]
    return names[0] if len(names) == 1 and _HEADER_NAME.fullmatch(names[0]) else ""


def _without(sentence: Sentence, remark: tuple[Span, ...]) -> tuple[Span, ...]:
    """The remark without a sentence: "Must be sent as a header" is no rule any more."""
    kept = (one for one in sentences(remark) if one is not sentence)
    return tuple(span for one in kept for span in (*one.spans, Text(". ", one.location)))
