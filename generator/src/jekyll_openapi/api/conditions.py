"""Remarks that state when a property is required.

Read are sentences that say `required` (`mandatory`, `needed`) `for | when | if | with | by | in | unless` and name
values in quotes inside code spans, as in::

    This is required for non-`"Market"` type orders.
    Required for `"Stop"`, `"StopLimit"` order types.
    Required for orders using the `"GTD"` `timeInForce` property.
    Required if `orderType` is not `"Market"`.

The property that decides is the sibling that the sentence names, else the one sibling whose enumeration has the values.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jekyll_openapi.api.model import Condition, Enumeration, Property, stated
from jekyll_openapi.diagnostics import Diagnostic, Location, Report
from jekyll_openapi.pages.document import Code, Link, Span, Text, plain
from jekyll_openapi.rules import UNREADABLE_RULE

_OPENING = re.compile(
    r"\b(?:required|mandatory|needed)\s+(?:only\s+)?(for|when|whenever|if|with|by|in|on|unless|except)\b", re.I
)
_DENIED = re.compile(r"\b(?:not|never|isn't|no longer)\s+$", re.I)
_NEGATION = re.compile(r"\bnon-?\s*$|\bnot\b|\bother\s+than\b|\bexcept\b|\bunless\b|\bisn't\b|\bnon-", re.I)
_SENTENCE_END = re.compile(r"[.;!]\s+(?=[A-Z]|$)|[.;!]$")
_QUOTED = re.compile(r"""["'](.+)["']""")


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    codes: tuple[Code, ...]
    """The code spans behind the word that opens the condition."""
    negated: bool
    """Said before the first value: the others are meant."""
    limited: bool
    """Said behind it: more is meant than values alone can tell."""
    location: Location


def read_conditions(
    owner: Property, remark: tuple[Span, ...], siblings: tuple[Property, ...], report: Report
) -> tuple[Condition, ...]:
    """The conditions under which the remark requires its property; what cannot be read is reported."""
    found: list[Condition] = []
    for sentence in _conditional_sentences(remark):
        try:
            when, values = _decide(sentence, siblings)
        except _UnreadableError as problem:
            message = f"`{owner.name}`: {problem}: {sentence.text!r}"
            report(
                Diagnostic(
                    UNREADABLE_RULE, message, sentence.location, "name quoted values in code spans, and their property"
                )
            )
            continue
        found.append(Condition(owner.name, when, values, sentence.text, stated(sentence.location)))
    return tuple(found)


class _UnreadableError(Exception):
    """Says what is missing."""


def _decide(sentence: _Sentence, siblings: tuple[Property, ...]) -> tuple[str, tuple[str, ...]]:
    values = _values(sentence.codes, siblings)
    if not values:
        raise _UnreadableError("the condition names no value")
    if sentence.limited:
        raise _UnreadableError("it says for which values and for which not")
    decider = _decider(sentence, values, siblings)
    assert isinstance(decider.schema, Enumeration)
    unknown = [value for value in values if value not in decider.schema.values]
    if unknown:
        raise _UnreadableError(f"`{decider.name}` has no value {', '.join(map(repr, unknown))}")
    chosen = tuple(value for value in decider.schema.values if (value in values) != sentence.negated)
    if not chosen:
        raise _UnreadableError("no value is left")
    return decider.name, chosen


def _values(codes: tuple[Code, ...], siblings: tuple[Property, ...]) -> tuple[str, ...]:
    known = {value for one in siblings if isinstance(one.schema, Enumeration) for value in one.schema.values}
    texts = ((code.text.strip(), _QUOTED.fullmatch(code.text.strip())) for code in codes)
    return tuple(match[1] if match else text for text, match in texts if match or text in known)


def _decider(sentence: _Sentence, values: tuple[str, ...], siblings: tuple[Property, ...]) -> Property:
    named = {code.text.strip() for code in sentence.codes}
    deciders = [one for one in siblings if isinstance(one.schema, Enumeration)]
    chosen = [one for one in deciders if one.name in named] or [
        one for one in deciders if isinstance(one.schema, Enumeration) and set(values) & set(one.schema.values)
    ]
    if len(chosen) == 1:
        return chosen[0]
    if not chosen:
        raise _UnreadableError(f"no property of this table has the value {values[0]!r}")
    raise _UnreadableError(f"{' and '.join(one.name for one in chosen)} could decide")


def _conditional_sentences(remark: tuple[Span, ...]) -> Iterator[_Sentence]:
    for spans in _sentences(remark):
        prefix = ""
        for index, span in enumerate(spans):
            opening = _OPENING.search(span.text) if isinstance(span, Text) else None
            if opening and not _DENIED.search(prefix + span.text[: opening.start()]):
                yield _sentence(spans, index, opening)
                break
            prefix += span.text


def _sentence(spans: tuple[Span, ...], index: int, opening: re.Match[str]) -> _Sentence:
    first = spans[index]
    behind = (Text(first.text[opening.start() :], first.location), *spans[index + 1 :])
    codes = tuple(span for span in behind if isinstance(span, Code))
    values = [place for place, span in enumerate(behind) if isinstance(span, Code) and _QUOTED.fullmatch(span.text)]
    cut = values[0] if values else len(behind)
    before, after = (_negates(part) for part in (behind[:cut], behind[cut:]))
    return _Sentence(plain(spans), codes, before, after and not before, first.location)


def _negates(spans: tuple[Span, ...]) -> bool:
    return bool(_NEGATION.search(" ".join(span.text for span in spans if isinstance(span, Text))))


def _sentences(remark: tuple[Span, ...]) -> Iterator[tuple[Span, ...]]:
    """The remark cut at full stops; a link counts as its text."""
    current: list[Span] = []
    for span in remark:
        if isinstance(span, Code):
            current.append(span)
            continue
        pieces = _split(span)
        for piece, ends in pieces:
            current.append(piece)
            if ends:
                yield tuple(current)
                current = []
    if current:
        yield tuple(current)


def _split(span: Text | Link) -> Iterator[tuple[Text, bool]]:
    start = 0
    for match in _SENTENCE_END.finditer(span.text):
        yield Text(span.text[start : match.start()], _shifted(span.location, start)), True
        start = match.end()
    if start < len(span.text):
        yield Text(span.text[start:], _shifted(span.location, start)), False


def _shifted(location: Location, offset: int) -> Location:
    return Location(location.file, location.line, location.column + offset, location.end_line, location.end_column)
