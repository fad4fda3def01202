"""Reads enumerated values that a remark lists.

    Valid values are `create` (only if it is new) and `index`.
    One of `issue`, `incident` or `task`.
    Valid values are: <br> - `all`: every one. <br> - `open`: those that are open.

    `buy` or `sell` (default is `buy`).
    0 = off, 1 = on.    Must be 5, 10 or 15.

A list that ends in other words (`all` or a positive number) is not an enumeration, nor is a list of property names.
"""

import re
from collections.abc import Iterator
from typing import Any

from jekyll_openapi.api.formats import united
from jekyll_openapi.api.model import NULL, Array, Enumeration, Primitive, Property, Schema, Union
from jekyll_openapi.api.sentences import sentences
from jekyll_openapi.api.tokens import Token, tokens
from jekyll_openapi.api.value_leads import (
    GOOD,
    announces,
    is_doubtful,
    is_end,
    is_lead,
    is_list,
    is_list_in_a_case,
    is_meaning,
    is_under_condition,
)
from jekyll_openapi.api.values import is_run, read_numbers
from jekyll_openapi.diagnostics import Location
from jekyll_openapi.pages.document import BREAK, Code, Span, Text, plain
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import replace

_MARK = regex(r"\W*(?:(?:optional|required|mandatory)\W+)?", re.I)
"""Matches what can stand before values at the beginning of a remark."""
_BETWEEN = regex(
    r"[\s,;|/]*(?:\([^()]*\))?[\s,;]*(?::[^.\n]*[.;]?)?[\s,;]*(?:and|or|and/or)?\s*(?:\s|[-*]\s)*(?:and|or)?\s*",
    re.IGNORECASE,
)
_VALUE = regex(r"[\"']?([\w.:+/-]+(?: [\w.:+/-]+)*)[\"']?")
_QUOTED = regex(
    r"([\"\u201c][\w.:+/-]+(?: [\w.:+/-]+){0,3}[\"\u201d]"
    r"|(?<!\w)['\u2018][\w.:+/-]+(?: [\w.:+/-]+){0,3}['\u2019](?!\w))",
    needs=('"', "\u201c", "'", "\u2018"),
)
_BARE = regex(
    rf"^(?:the )?(?:{GOOD}(?: (?:values|options)(?: are)?:?| (?:[a-z]+ )?[a-z]+s:|:)|one of:?|either|values:|options:"
    r"|choices:|enum:) (?P<values>[a-z][\w-]*(?: ?[,/|] ?[a-z][\w-]*)*,? ?(?:or |and |/ ?|\| ?|, ?)[a-z][\w-]*)$",
    needs=("values", "options", ":", "one of", "either"),
)
_LET = regex(
    r"^(?:can|may|must) be (?P<values>[a-z][\w-]*(?:, [a-z][\w-]*)+,? or [a-z][\w-]*)$",
    needs=(" or ",), begins=("can be ", "may be ", "must be "),
)  # fmt: skip
_PIPED = regex(r"^[({[]?(?P<values>[a-z]\w*\|[a-z]\w*(?:\|[a-z]\w*)*)[)}\]]?$", needs=("|",))
_SLASHED = regex(r"^(?P<values>[a-z]{3,}/[a-z]{3,}(?:/[a-z]{3,})+)$", needs=("/",))
_CUT = regex(r"\s*(?:[,;|]|\bor\b)\s*")
_RANGE = regex(r"\s*-?\d+\s*(?:-|\u2013|to|\.\.+)\s*\d+\s*")
_VERB = regex(r"\s+(?:is|are|can|may|must|has to)\b")
_SLASH = regex(r"\s*(?<!\btext)(?<!\bapplication)(?<!\bimage)/\s*")
_NUMBER_LEADS = (("one", "of"), ("either",), ("must", "be"), ("can", "be"), ("has", "to", "be"))
_VALUE_WORDS = ("values", "value", "options", "choices", "enum", "limits")
_BETWEEN_LEAD = ("[", "(", ":", "are", "is", "one", "of", "either", "the", "following")


class UnfitValuesError(Exception):
    """The listed values cannot be used; the message says why."""

    def __init__(self, problem: str, location: Location, *, is_conflict: bool) -> None:
        super().__init__(problem)
        self.location = location
        self.is_conflict = is_conflict


def with_values(one: Property, remark: tuple[Span, ...], siblings: frozenset[str]) -> tuple[Property, Location | None]:
    """The property with the values that its remark lists, and where they are listed; raises UnfitValuesError."""
    schema = one.schema
    items = schema.items if isinstance(schema, Array) else schema
    is_nullable = isinstance(items, Union) and len(items.members) == 2 and NULL in items.members
    inner = items.members[0] if isinstance(items, Union) and is_nullable else items
    is_number = isinstance(inner, Primitive) and inner.type in ("number", "integer")
    found = _number_list(remark, one.name) if is_number else next(_lists(remark, one.name), None)
    if found is None:
        if inner == Primitive("string"):
            _refuse_doubtful(remark, one.name, siblings)
        return one, None
    values, has_null, location = found
    # A list of property names is no list of values.
    if len(values) < 2 or (siblings > {one.name} and set(values) <= siblings):
        return one, None
    done = listed(inner, values, location)
    is_default = one.default is None or isinstance(schema, Array) or one.default.value in values
    if done is None or not is_default:
        return one, None
    whole: Schema = united([done, NULL]) if has_null or is_nullable else done
    return replace(one, schema=replace(schema, items=whole) if isinstance(schema, Array) else whole), location


def listed(inner: Schema, values: tuple[Any, ...], location: Location) -> Schema | None:
    """The type limited to the values; None if the type cannot have any; raises UnfitValuesError if it already has
    others."""
    known = inner.values if isinstance(inner, (Enumeration, Primitive)) else ()
    if known:
        if set(known) == set(values):
            return inner
        raise UnfitValuesError("the type and another list state different values", location, is_conflict=True)
    # Words are texts; numbers and booleans could be either.
    is_open = inner == Primitive("any") and all(re.search(r"[A-Za-z]", str(one)) for one in values)
    if inner == Primitive("string") or (is_open and not {"true", "false"} & set(values)):
        return Enumeration(values)
    if not isinstance(inner, Primitive) or inner.type not in ("number", "integer"):
        return None
    if inner.type == "integer" and any(value % 1 for value in values):
        raise UnfitValuesError("a value is no integer", location, is_conflict=True)
    return replace(inner, values=values)


def values_of_cell(spans: tuple[Span, ...], schema: Schema) -> tuple[tuple[Any, ...], bool] | None:
    """The values in a cell of a values column, and whether null is among them; None if the cell cannot be read."""
    if isinstance(schema, Primitive) and schema.type in ("number", "integer", "boolean"):
        values, has_null, rest = read_numbers(tokens(spans))
        is_flag = schema.type == "boolean" and not {one.folded for one in tokens(spans)} - {"true", "false", "or"}
        return ((), False) if is_flag else (values, has_null) if values and not rest else None
    found = _joined(spans)
    if any(isinstance(span, Code) for span in found):
        first = next(place for place, span in enumerate(found) if isinstance(span, Code))
        lead = found[0].text if first else ""
        texts = _values(found[first:]) if not lead.strip(" -*\n") or is_lead(lead) else ()
    else:
        text = plain(spans_broken(spans))
        cut = _CUT if _CUT.search(text) else _SLASH
        texts = tuple(filter(None, (piece.strip(" *.") for piece in cut.split(text))))
        texts = () if _RANGE.fullmatch(text) or any(not re.fullmatch(r"[\w.+/-]+", text) for text in texts) else texts
    named = tuple(text for text in dict.fromkeys(texts) if text != "null")
    return (named, "null" in texts) if named else None


def spans_broken(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans with a comma in place of each `<br>`."""
    return tuple(Text(",", one.location) if one.text == BREAK else one for one in spans)


def _refuse_doubtful(remark: tuple[Span, ...], name: str, siblings: frozenset[str]) -> None:
    """Raises UnfitValuesError for what may be a list of all values, and is not written like one."""
    for sentence in sentences(remark):
        matches = (one.match(sentence.words) for one in (_BARE, _LET, _PIPED, _SLASHED))
        bare = next(filter(None, matches), None) if not sentence.codes else None
        words = set(re.findall(r"[\w-]+", bare["values"])) if bare else {"null"}
        if not words & {"null", "empty", *(one.casefold() for one in siblings)}:
            raise UnfitValuesError("the values are not in quotes", sentence.location, is_conflict=False)
    whole = _joined(remark, name)
    for index, span in enumerate(whole):
        if not isinstance(span, Code) or (index > 1 and _BETWEEN.fullmatch(whole[index - 1].text)):
            continue
        values, behind = _run(whole[index:])
        before = _text(whole[:index])
        if len(set(values)) > 1 and is_list_in_a_case(before, behind, name):
            raise UnfitValuesError("the values hold under a condition", span.location, is_conflict=False)
        if len(set(values)) > 1 and not set(values) & (siblings - {name}) and is_doubtful(before, behind):
            raise UnfitValuesError("a list does not say whether it holds all values", span.location, is_conflict=False)
    meanings = [span.text for span in whole[1::2]] if whole and isinstance(whole[0], Code) else []
    if len(meanings) > 1 and all(map(is_meaning, meanings)):
        raise UnfitValuesError("a list does not say whether it holds all values", whole[0].location, is_conflict=False)


def _number_list(remark: tuple[Span, ...], name: str) -> tuple[tuple[Any, ...], bool, Location] | None:
    """The numbers that a sentence lists, if it lists nothing else."""
    several = sentences(remark)
    if sum(one.kind == "number" for sentence in several for one in sentence.tokens) < 2:
        return None
    whole = [replace(several[0], spans=remark)] if len(several) > 1 else []
    for sentence in (*several, *whole):
        found = sentence.tokens
        start = _behind_lead(found)
        lead = " ".join(token.folded for token in found[: start or _until_number(found)])
        announced = None if start else announces(lead, name)
        values, has_null, rest = read_numbers(found[start if announced is None else _until_number(found) :])
        has_meanings = any(token.folded in ("=", ":", "-", "means") for token in found)
        is_whole = all(token.text in (".", "]", ")") for token in rest)
        if len(values) > 1 and (announced is False or (announced and not is_whole)):
            raise UnfitValuesError(
                "a list does not say whether it holds all values", sentence.location, is_conflict=False
            )
        is_said = start or announced or (has_meanings and is_run(values))
        if len(values) > 1 and is_whole and is_said:
            if is_under_condition(lead):
                raise UnfitValuesError("the values hold under a condition", sentence.location, is_conflict=False)
            return values, has_null, sentence.location
    return None


def _until_number(found: tuple[Token, ...]) -> int:
    """The index of the first number; 0 if there is none."""
    return next((at for at, token in enumerate(found) if token.kind == "number"), 0)


def _behind_lead(found: tuple[Token, ...]) -> int:
    """The index where a list begins after words such as "one of"; 0 if there are no such words."""
    words = [token.folded for token in found]
    for place, word in enumerate(words):
        lead = next((lead for lead in _NUMBER_LEADS if tuple(words[place : place + len(lead)]) == lead), ())
        if lead or word in _VALUE_WORDS:
            end = place + (len(lead) or 1)
            while end < len(words) and words[end] in _BETWEEN_LEAD:
                end += 1
            return end
    return 0


def _lists(remark: tuple[Span, ...], name: str) -> Iterator[tuple[tuple[Any, ...], bool, Location]]:
    """The complete lists of values in a remark, each with whether null is among them."""
    whole = _joined(remark, name)
    first = next((index for index, span in enumerate(whole[:2]) if isinstance(span, Code)), None)
    if first is not None and (not first or _MARK.fullmatch(whole[0].text)) and _is_choice(whole[first:]):
        texts = tuple(value for value in dict.fromkeys(_values(whole[first:])) if value != "null")
        yield texts, any(span.text == "null" for span in whole[first:]), whole[first].location
    for index, span in enumerate(whole[:-1]):
        if isinstance(span, Code) or not isinstance(whole[index + 1], Code):
            continue
        values, behind = _run(whole[index + 1 :])
        if values and is_list(_text(whole[: index + 1]), behind, name):
            texts = tuple(value for value in dict.fromkeys(values) if value != "null")
            yield texts, "null" in values, whole[index + 1].location


def _is_choice(whole: tuple[Code | Text, ...]) -> bool:
    """Whether the first sentence is nothing but values with `or` between them: `buy` or `sell`."""
    values = _values(whole)
    between = [span.text for span in whole[1 : 2 * len(values) - 1 : 2]]
    return len(values) > 1 and any(re.search(r"\bor\b|[|]", text) for text in between)


def _joined(remark: tuple[Span, ...], name: str = "") -> tuple[Code | Text, ...]:
    """The remark as alternating text and code spans; the name of a property that is the subject counts as text."""
    found: list[Code | Text] = []
    pieces = [piece for each in remark for piece in _cut(each)]
    for at, span in enumerate(pieces):
        last = found[-1] if found else None
        is_subject = bool(name) and span.text == name and at + 1 < len(pieces) and _VERB.match(pieces[at + 1].text)
        if isinstance(span, Code) and not is_subject:
            found.append(span)
        elif isinstance(last, Text):
            found[-1] = replace(last, text=last.text + span.text)
        else:
            found.append(Text(span.text, span.location))
    return tuple(found)


def _text(spans: tuple[Code | Text, ...]) -> str:
    return "".join(f"`{one.text}`" if isinstance(one, Code) else one.text for one in spans)


def _cut(span: Span) -> tuple[Span, ...]:
    """The span, with each quoted value in its text as a code span."""
    if not isinstance(span, Text) or not _QUOTED.search(span.text):
        return (span,)
    pieces = (piece for piece in _QUOTED.split(span.text) if piece)
    return tuple(
        Code(piece[1:-1], span.location) if _QUOTED.fullmatch(piece) else Text(piece, span.location) for piece in pieces
    )


def _values(spans: tuple[Code | Text, ...]) -> tuple[str, ...]:
    """The values that the spans begin with; empty if the list continues in other words."""
    values, behind = _run(spans)
    return values if is_end(behind) else ()


def _run(spans: tuple[Code | Text, ...]) -> tuple[tuple[str, ...], str]:
    """The values that the spans begin with, and the text behind them; no values if one can be none."""
    values: list[str] = []
    for index, span in enumerate(spans):
        if isinstance(span, Code):
            value = _VALUE.fullmatch(span.text.strip())
            if not value:
                return (), ""
            values.append(value[1])
            continue
        is_last = index + 1 == len(spans) or not isinstance(spans[index + 1], Code)
        if is_last or not _BETWEEN.fullmatch(span.text):
            return tuple(values), span.text
    return tuple(values), ""
