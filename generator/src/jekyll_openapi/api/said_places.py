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
_PLACE = r"(?P<{}>headers?|cookies?|path|query(?:[ -]?string)?|(?:request |json )?body|url)"
_OF_HTTP = r"(?:(?:https?|request|custom|url|uri) )*"
_NAME = r"(?:`|x-[\w-]+)"
_WHOSE = r"of (?:the|each|every) (?:request|call|url)"
_KIND = r"(?:parameter|param|variable|argument|field|segment|value)"
_LEADS = (
    r"(?:it |this |the value |this value )?(?:(?:is|must be|has to be|needs to be|should be) )?(?:always |only )?"
    r"(?P<verb>(?:sent|send|passed|pass|transmitted|goes|given|supplied|provided|provide|put|included|set|expected)"
    r"(?: it| this)? (?:only )?)?(?:as|in|into|via|through|inside)(?: part of)? (?:the |an? |its )?"
)
_SAID = regex(
    rf"(?:{_LEADS}{_OF_HTTP}(?:{_NAME} )?{_PLACE.format('place')}(?: {_KIND})?(?: {_WHOSE})?"
    rf"|(?:an? |the )?(?:(?:http|request) (?P<of_http>headers?)|{_PLACE.format('kind')} {_KIND})(?: only)?)"
    rf"(?: (?:called |named )?{_NAME})?"
)
_CLAUSE = regex(r"\s*(?:[,():]| - )\s*")
_ANOTHER = regex(r"\b(?:headers?|cookies?|query|path|body)\b")
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
    clauses = [one for one in _CLAUSE.split(text) if one]
    for clause in clauses:
        found = _SAID.match(clause)
        if not found:
            continue
        word = found["place"] or found["of_http"] or found["kind"]
        if found.end() == len(clause):
            return _Said(word, len(_ANOTHER.findall(text)) < 2, len(clauses) == 1)
        if found["verb"] and not clause[found.end()].isalnum():
            return _Said(word, False, False)
    return None


def _header_name(sentence: Sentence) -> str:
    """The name of the header that a sentence puts in a code span; empty if it names none."""
    names = [one.text.strip().rstrip(":") for one in sentence.codes]
    return names[0] if len(names) == 1 and _HEADER_NAME.fullmatch(names[0]) else ""


def _without(sentence: Sentence, remark: tuple[Span, ...]) -> tuple[Span, ...]:
    """The remark without a sentence: "Must be sent as a header" is no rule any more."""
    kept = (one for one in sentences(remark) if one is not sentence)
    return tuple(span for one in kept for span in (*one.spans, Text(". ", one.location)))
