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
from jekyll_openapi.api.values import is_run, read_numbers
from jekyll_openapi.diagnostics import Location
from jekyll_openapi.pages.document import BREAK, Code, Span, Text, plain
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import replace

_LEAD = regex(
    r"(?:^|[.!?>\n]\s*|,\s+)[*_]*(?:the |its |all |only |currently )?"
    r"(?:(?:valid|allowed|possible|accepted|supported|permitted)\s+(?:enum\s+)?(?:values?|options?)(?:\s+are|\s+is)?(?:\s+(?:the\s+following|as\s+follows|one\s+of|either))?"
    r"|(?:values?|options|choices|enum)\s*(?=:)"
    r"|(?:must be |can be |may be |is )?(?:one of|either)(?:\s+the\s+following)?"
    r"|(?:must|can|may|has to) be(?:\s+either)?)[*_]*\s*[:\-]?\s*(?:\s|-|\*)*$",
    re.IGNORECASE,
)
_MARK = regex(r"\W*(?:(?:optional|required|mandatory)\W+)?", re.I)
"""Matches what can stand before values at the beginning of a remark."""
_BETWEEN = regex(
    r"[\s,;|/]*(?:\([^()]*\))?[\s,;]*(?::[^.\n]*[.;]?)?[\s,;]*(?:and|or|and/or)?\s*(?:\s|[-*]\s)*(?:and|or)?\s*",
    re.IGNORECASE,
)
_END = regex(
    r"[\s,;]*(?:\([^()]*\))?(?::[^.\n]*)?\s*(?:\.(?:\s|$)|;|\n|$)|\s*\((?:the )?default\b[^()]*$", re.IGNORECASE
)
_VALUE = regex(r"[\"']?([\w.:+/-]+(?: [\w.:+/-]+)*)[\"']?")
_QUOTED = regex(r"([\"\u201c][\w.:+/-]+(?: [\w.:+/-]+){0,3}[\"\u201d])", needs=('"', "\u201c"))
_BARE = regex(
    r"^(?:the )?(?:valid|allowed|possible|accepted|supported|permitted) (?:values|options)(?: are)?:? "
    r"[a-z][\w-]*(?:, [a-z][\w-]*)*,? (?:or |and )?[a-z][\w-]*$",
    needs=("values ", "options ", "values:", "options:"),
)
_CUT = regex(r"\s*(?:[,;|]|\bor\b)\s*")
_RANGE = regex(r"\s*-?\d+\s*(?:-|\u2013|to|\.\.+)\s*\d+\s*")
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
    found = _number_list(remark) if is_number else next(_lists(remark), None)
    if found is None:
        return _unquoted(one, inner, remark)
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
        texts = _values(found[first:]) if not lead.strip(" -*\n") or _LEAD.search(lead) else ()
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


def _unquoted(one: Property, inner: Schema, remark: tuple[Span, ...]) -> tuple[Property, None]:
    for sentence in sentences(remark) if inner == Primitive("string") else ():
        if not sentence.codes and _BARE.match(sentence.words):
            raise UnfitValuesError("the values are not in quotes", sentence.location, is_conflict=False)
    return one, None


def _number_list(remark: tuple[Span, ...]) -> tuple[tuple[Any, ...], bool, Location] | None:
    """The numbers that a sentence lists, if it lists nothing else."""
    several = list(sentences(remark))
    whole = [replace(several[0], spans=remark)] if len(several) > 1 else []
    for sentence in (*several, *whole):
        found = tokens(sentence.spans)
        start = _behind_lead(found)
        values, has_null, rest = read_numbers(found[start:])
        has_meanings = any(token.folded in ("=", ":", "-", "means") for token in found)
        if (
            len(values) > 1
            and all(token.text in (".", "]", ")") for token in rest)
            and (start or (has_meanings and is_run(values)))
        ):
            return values, has_null, sentence.location
    return None


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


def _lists(remark: tuple[Span, ...]) -> Iterator[tuple[tuple[Any, ...], bool, Location]]:
    """The complete lists of values in a remark, each with whether null is among them."""
    whole = _joined(remark)
    first = next((index for index, span in enumerate(whole[:2]) if isinstance(span, Code)), None)
    if first is not None and (not first or _MARK.fullmatch(whole[0].text)) and _is_choice(whole[first:]):
        texts = tuple(value for value in dict.fromkeys(_values(whole[first:])) if value != "null")
        yield texts, any(span.text == "null" for span in whole[first:]), whole[first].location
    for index, span in enumerate(whole[:-1]):
        leads = not isinstance(span, Code) and isinstance(whole[index + 1], Code) and _LEAD.search(span.text)
        if leads and (values := _values(whole[index + 1 :])):
            texts = tuple(value for value in dict.fromkeys(values) if value != "null")
            yield texts, "null" in values, whole[index + 1].location


def _is_choice(whole: tuple[Code | Text, ...]) -> bool:
    """Whether the first sentence is nothing but values with `or` between them: `buy` or `sell`."""
    values = _values(whole)
    between = [span.text for span in whole[1 : 2 * len(values) - 1 : 2]]
    return len(values) > 1 and any(re.search(r"\bor\b|[|]", text) for text in between)


def _joined(remark: tuple[Span, ...]) -> tuple[Code | Text, ...]:
    """The remark as alternating text and code spans."""
    found: list[Code | Text] = []
    for span in (piece for each in remark for piece in _cut(each)):
        last = found[-1] if found else None
        if isinstance(span, Code):
            found.append(span)
        elif isinstance(last, Text):
            found[-1] = replace(last, text=last.text + span.text)
        else:
            found.append(Text(span.text, span.location))
    return tuple(found)


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
    values: list[str] = []
    for index, span in enumerate(spans):
        if isinstance(span, Code):
            value = _VALUE.fullmatch(span.text.strip())
            if not value:
                return ()
            values.append(value[1])
            continue
        is_last = index + 1 == len(spans) or not isinstance(spans[index + 1], Code)
        if not is_last and _BETWEEN.fullmatch(span.text):
            continue
        return tuple(values) if _END.match(span.text) else ()
    return tuple(values)
