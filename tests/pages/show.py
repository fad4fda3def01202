"""What the readers give, as lines of text: what stands where."""

from collections.abc import Iterator
from decimal import Decimal
from typing import assert_never

from jekyll_openapi.diagnostics import Diagnostic, Location
from jekyll_openapi.pages.document import (
    ArrayLiteral,
    Block,
    BulletList,
    Call,
    Code,
    Fence,
    Field,
    Heading,
    Html,
    JsonText,
    Link,
    ObjectLiteral,
    Opaque,
    Paragraph,
    Row,
    Scalar,
    Script,
    Span,
    Table,
    Text,
    Value,
)


def show_place(at: Location) -> str:
    """`line:column-line:column`, the second line left out where it is the first."""
    end = f"{at.end_line}:{at.end_column}" if at.end_line != at.line else str(at.end_column)
    return f"{at.line}:{at.column}-{end}"


def show_finding(finding: Diagnostic) -> str:
    """The rule, the place and the message."""
    return f"! {finding.rule.name} {finding.location.line}:{finding.location.column} {finding.message}"


def show_field(field: Field) -> str:
    """A line of the front matter as it was understood."""
    return f"{field.name} = {field.value!r} @{show_place(field.location)}"


def show_span(span: Span) -> str:
    """A span with its place."""
    match span:
        case Text(text):
            shown = f"text {text!r}"
        case Code(text, classes=classes):
            shown = f"code {text!r}" + ("" if classes is None else f" {{{' '.join(classes)}}}")
        case Link(text, target):
            shown = f"link {text!r} to {target!r}"
        case _:
            assert_never(span)
    return f"{shown} @{show_place(span.location)}"


def show_row(row: Row) -> str:
    """The cells of a row, spans without places."""
    return " | ".join(" + ".join(show_span(span).split(" @")[0] for span in cell.spans) or "-" for cell in row.cells)


def show_block(block: Block) -> Iterator[str]:
    """A block and, indented, what stands in it."""
    at = show_place(block.location)
    match block:
        case Heading(level, spans):
            yield f"heading {level} @{at}"
            yield from (f"  {show_span(span)}" for span in spans)
        case Paragraph(spans):
            yield f"paragraph @{at}"
            yield from (f"  {show_span(span)}" for span in spans)
        case BulletList(items):
            yield f"list @{at}"
            for item in items:
                yield from (f"  {line}" for line in show_block(item))
        case Table(header, rows):
            yield f"table @{at}"
            yield from (f"  {show_row(row)} @{show_place(row.location)}" for row in (header, *rows))
        case Fence(language, text):
            yield f"fence {language or '-'} {text!r} @{at}"
        case Html(text):
            yield f"html {text!r} @{at}"
        case Script(calls):
            yield f"script @{at}"
            yield from (f"  {show_call(call)}" for call in calls)
        case _:
            assert_never(block)


def show_call(call: Call) -> str:
    """A call as JavaScript would write it."""
    return f"{call.callee}({', '.join(map(show_value, call.arguments))}) @{show_place(call.location)}"


def show_value(value: Value) -> str:
    """A value as JavaScript would write it; `?` before what is not read."""
    match value:
        case Scalar(is_date=True):
            return "<date>"
        case Scalar(bool() | None as word):
            return {True: "true", False: "false", None: "null"}[word]
        case Scalar(int() | Decimal() as number):
            return f"{number}" if isinstance(number, int) else f"{number}d"
        case Scalar(text):
            return repr(text)
        case ArrayLiteral(items):
            return f"[{', '.join(map(show_value, items))}]"
        case ObjectLiteral(entries):
            return "{" + ", ".join(f"{entry.key}: {show_value(entry.value)}" for entry in entries) + "}"
        case JsonText(inner):
            return f"<json {show_value(inner)}>"
        case Opaque(text):
            return f"?{' '.join(text.split())}"
    assert_never(value)
