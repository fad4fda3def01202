"""Remarks that list all values of a text.

    Valid values are `create` (only if it is new) and `index`.
    One of `issue`, `incident` or `task`.
    Valid values are: <br> - `all`: every one. <br> - `open`: those that are open.

A list that goes on in other words (`all` or a positive number) is none.
"""

import re
from collections.abc import Iterator

from jekyll_openapi.api.model import Array, Enumeration, Primitive, Property, Schema
from jekyll_openapi.pages.document import Code, Span, Text
from jekyll_openapi.records import replace

_LEAD = re.compile(
    r"(?:^|[.!?>]\s*|,\s+)(?:the |its |all |only |currently )?"
    r"(?:(?:valid|allowed|possible|accepted|supported|permitted)\s+(?:values?|options?)(?:\s+are|\s+is)?(?:\s+(?:the\s+following|as\s+follows|one\s+of|either))?"
    r"|(?:must be |can be |may be |is )?(?:one of|either)(?:\s+the\s+following)?)\s*[:\-]?\s*(?:<br\s*/?>|\s|-|\*)*$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"[\s,;]*(?:\([^()]*\))?[\s,;]*(?::[^.<]*[.;]?)?[\s,;]*(?:and|or|and/or)?\s*(?:<br\s*/?>|\s|[-*]\s)*(?:and|or)?\s*",
    re.IGNORECASE,
)
_END = re.compile(r"[\s,;]*(?:\([^()]*\))?(?::[^.<]*)?\s*(?:\.(?:\s|<|$)|;|<br|$)", re.IGNORECASE)
_VALUE = re.compile(r"[\"']?([\w.:+/-]+(?: [\w.:+/-]+)*)[\"']?")
_QUOTED = re.compile(r"([\"\u201c][\w.:+/-]+(?: [\w.:+/-]+){0,3}[\"\u201d])")


def with_values(one: Property, remark: tuple[Span, ...]) -> Property:
    """The property with the values that its remark lists, where its type is a text or a list of texts."""
    schema = one.schema
    items = schema.items if isinstance(schema, Array) else schema
    if not isinstance(items, Primitive) or items.type != "string" or items != Primitive("string"):
        return one
    values = tuple(dict.fromkeys(next(_lists(remark), ())))
    stands_among = one.default is None or isinstance(schema, Array) or one.default.value in values
    if len(values) < 2 or not stands_among:
        return one
    found: Schema = Enumeration(values)
    return replace(one, schema=replace(schema, items=found) if isinstance(schema, Array) else found)


def _lists(remark: tuple[Span, ...]) -> Iterator[tuple[str, ...]]:
    """The complete lists of values in a remark."""
    whole = _joined(remark)
    for index, span in enumerate(whole[:-1]):
        leads = not isinstance(span, Code) and isinstance(whole[index + 1], Code) and _LEAD.search(span.text)
        if leads and (values := _values(whole[index + 1 :])):
            yield values


def _joined(remark: tuple[Span, ...]) -> tuple[Code | Text, ...]:
    """The remark as texts and code spans in turn; between two texts a line breaks."""
    found: list[Code | Text] = []
    for span in (piece for each in remark for piece in _cut(each)):
        last = found[-1] if found else None
        if isinstance(span, Code):
            found.append(span)
        elif isinstance(last, Text):
            between = " <br> " if isinstance(span, Text) else ""
            found[-1] = replace(last, text=last.text + between + span.text)
        else:
            found.append(Text(span.text, span.location))
    return tuple(found)


def _cut(span: Span) -> tuple[Span, ...]:
    """The span, a text with the values that it quotes each as a code span."""
    if not isinstance(span, Text) or not _QUOTED.search(span.text):
        return (span,)
    pieces = (piece for piece in _QUOTED.split(span.text) if piece)
    return tuple(
        Code(piece[1:-1], span.location) if _QUOTED.fullmatch(piece) else Text(piece, span.location) for piece in pieces
    )


def _values(spans: tuple[Code | Text, ...]) -> tuple[str, ...]:
    """The values that the spans begin with; none where the list goes on otherwise."""
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
