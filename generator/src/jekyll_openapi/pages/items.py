"""Splits list items that describe a property into name, marks and text.

- `weight` (required, number): in grams        name, marks, text
- **cloth** (string) - what it is made of
- `id` required
- `query=<string>`: what to ask
- `path` `(string: <required>)` - where it goes
    - Default: `/`                             part of the row above
"""

import re

from jekyll_openapi.pages.document import Cell, Code, Item, Row, Span, Text, plain
from jekyll_openapi.pages.placed_text import PlacedText
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import replace

_CODE = r"`[^`\n]+`"
_NAME = regex(
    rf"(?P<strong>\*\*?|__|~~)?(?:(?P<marked>{_CODE}(?:[ \t]*(?:,|/|and|or)[ \t]*{_CODE})*|\[[^\]\n]+\]\([^)\s]*\))"
    r"|(?P<word>[^\W\d][\w.$\[\]-]*))(?(strong)(?P=strong))(?:\{:[^}\n]*\})?"
)
_ASSIGNED = regex(
    r"`(?P<name>[\w.$\[\]-]+)=(?P<type>[<\[{(][^`\n]*[>\]})])`(?=[ \t\n]*(?::|[-\u2010-\u2015]|\Z))", needs=("=",)
)
_STAR = regex(r"(?:\\?\*|\?)(?=[ \t\n:]|\Z)")
"""What marks a name as required or optional: `**sku***`."""
_MARKS = regex(r"[ \t\n]*\(")
_CODE_MARKS = regex(r"[ \t\n]*(?P<marks>`\([^`]{1,300}\)`)")
_BETWEEN = regex(r"[ \t\n]*(?::|[-\u2010-\u2015](?=\s))[ \t\n]*")
_FACT = regex(
    r"defaults?( values?)?|((valid|allowed|possible|accepted|supported) )?(values|options)|enum|examples?|type|format|"
    r"required|optional|min(imum)?|max(imum)?|note",
    re.I,
)
"""Names of items that say something about the property that they stand in."""
_LONGEST = 500
"""Most characters of the marks in parentheses."""


def item_cells(placed: PlacedText) -> tuple[PlacedText, ...]:
    """Name, marks and text of an item; empty if it does not begin with a name."""
    text = placed.text
    if assigned := _ASSIGNED.match(text):
        between = _BETWEEN.match(text, assigned.end())
        type_ = placed.cut(assigned.start("type") + 1, assigned.end("type") - 1)
        behind = placed.cut(between.end() if between else assigned.end(), len(text)).trimmed()
        return placed.cut(*assigned.span("name")), type_.trimmed(), behind
    name = _NAME.match(text)
    if not name:
        return ()
    star = _STAR.match(text, name.end()) if name["strong"] or name["marked"] else None
    position = star.end() if star else name.end()
    marks = (position, position)
    if in_code := _CODE_MARKS.match(text, position):
        marks, position = in_code.span("marks"), in_code.end()
    elif opening := _MARKS.match(text, position):
        closing = _closing(text, opening.end())
        if closing:
            marks = (opening.end(), closing)
            position = closing + 1
    between = _BETWEEN.match(text, position)
    is_marked = bool(name["marked"] or name["strong"])
    # A bare word only counts as a name if marks follow it; otherwise every sentence would.
    if not is_marked and not (marks[1] > marks[0] and name["word"] != text):
        return ()
    rest = between.end() if between else position
    begin = name.start("strong") if name["strong"] == "~~" else name.start("marked" if name["marked"] else "word")
    is_struck = name["strong"] == "~~"
    end = name.end() if is_struck or not name["strong"] else name.end("marked" if name["marked"] else "word")
    if star:
        begin, end = name.start(), star.end()
    return placed.cut(begin, end), placed.cut(*marks).trimmed(), placed.cut(rest, len(text)).trimmed()


def _closing(text: str, position: int) -> int:
    """The index of the closing parenthesis, ignoring code; 0 if there is none within reach."""
    depth, in_code = 1, False
    for index in range(position, min(len(text), position + _LONGEST)):
        character = text[index]
        if character == "`":
            in_code = not in_code
        elif not in_code and character in "()":
            depth += 1 if character == "(" else -1
            if depth == 0:
                return index
    return 0


def item_rows(items: tuple[Item, ...], *, out: int = 0) -> tuple[Row, ...]:
    """The items as property rows, `out` levels further out; empty unless each begins with a name.

    An item that says something about the property it stands in is a part of that one's row.
    """
    rows: list[Row] = []
    for item in items:
        row = item.row and replace(item.row, depth=item.depth - out)
        if rows and item.depth > rows[0].depth + out and (row is None or _is_fact(row)):
            cells = tuple(Cell(_unmarked(text.spans), text.location) for text in item.texts)
            last = item.texts[-1].location
            where = rows[-1].location.until(last)
            rows[-1] = replace(rows[-1], cells=(*rows[-1].cells, *cells), location=where)
        elif row is None:
            return ()
        else:
            rows.append(row)
    return tuple(rows)


def _unmarked(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans with their first words not emphasised: `**Default**: ` as `Default: `."""
    first = spans[0] if spans else None
    if not isinstance(first, Text):
        return spans
    return (replace(first, text=re.sub(r"[*_]{1,3}([\w ]+)(:?)[*_]{1,3}", r"\1\2", first.text, count=1)), *spans[1:])


def _is_fact(row: Row) -> bool:
    spans = row.cells[0].spans
    is_code = any(isinstance(span, Code) for span in spans)
    return not is_code and bool(_FACT.fullmatch(plain(spans).strip("*_: ")))
