"""Decides whether a row is required, from its labels or from sentences in its remark."""

import html
import re
from itertools import takewhile

from jekyll_openapi.api.columns import Columns, cell_of
from jekyll_openapi.api.context import Context
from jekyll_openapi.api.dialect import Dialect
from jekyll_openapi.api.scopes import is_scoped
from jekyll_openapi.api.setting_patterns import matches
from jekyll_openapi.diagnostics import Location
from jekyll_openapi.pages.document import Cell, Code, Row, Span, Table, Text, plain
from jekyll_openapi.patterns import folded, regex
from jekyll_openapi.records import replace
from jekyll_openapi.rules import CONFLICTING_LABELS, UNKNOWN_LABEL

_SENTENCES = regex(r"(?<=[.;!])\s+|\s*<br\s*/?>\s*|\s*\n\s*", re.I)
_SHOUTED = regex(r"\W*(?P<words>[A-Z]{6,}) ")
_LEADING = regex(
    r"(?:<\w+>)?\s*[\[(*_`]*(?P<words>[a-z][\w ]*?)"
    r"(?:(?:[\])*_`:.]|</\w+>)+(?=\W)|(?=,[^()\[\]]*[\])])|\s+[-\u2013\u2014](?=\s))(?!\W*(?:only|if|when|unless|for|except)\b)"
)
"""Matches the words set apart at the beginning, in small letters: `[*optional*] price`, `required - the price`,
`(required, string)`."""
_TRAILING = regex(r"(?:<\w+>)?[*_]*[\[(][*_`]*(?P<words>[A-Za-z][\w ]*)[*_`]*[\])][*_]*(?:</\w+>)?(?=[.;]?\s*$)")
"""Matches the words in brackets at the end: `The price (required)`."""

_CLAUSE = regex(
    r"(?:^|(?<=, ))[*_]*(?:required|mandatory|optional)[*_]*(?=,|[.;]?\s*$)",
    re.I,
    needs=("required", "mandatory", "optional"),
)
"""Matches the word between commas: `Free text, mandatory`."""
_DEPENDS = regex(
    r"\b(?:if|when|whenever|where|while|unless|except|only|for|in case|depend\w*|provided|given|with(?:out)?|but|not|"
    r"either|or|otherwise|is|are|be|becomes?)\b",
    re.I,
)
"""Words with which a need can depend on something, or be that of something else."""

_YES = regex(r"(?:[*_]*(?:yes|y|required|mandatory|conditional(?:ly)?|(?P<no>no|n|optional))\b[\W]*)?", re.I)
_ASIDE = regex(
    r"(?:(?P<yes>yes|y)|no|n)\b(?=\W)(?!.*\b(?:if|when|unless|for|except|only|with(?:out)?|on|in|at|as|case|depend\w*|until|while|"
    r"during|or|either|see|but|not|until|to|other|conditional\w*)\b).*",
    re.I | re.DOTALL,
)
"""Matches a yes or no with words that name no circumstance: `Yes (unique)`."""
_WHEN = regex(r"(?:only )?(?:if|when|unless|for|except)\b", re.I)
_MARK = regex(r"[^\w\s]{1,3}|x|:\w+:", re.I)


def read_need(remark: tuple[Span, ...], dialect: Dialect) -> bool | None:
    """True if the remark says required, False if optional, None if neither.

    The word counts as a sentence of its own, between commas, set apart at the beginning, or in brackets at the end.
    """
    text = "".join(one.text for one in remark).strip()
    apart = (_SHOUTED.match(text), _LEADING.match(folded(text)), _TRAILING.search(text))
    sentences = _SENTENCES.split(text)
    clauses = (
        clause
        for one in sentences
        for clause in _CLAUSE.findall(one)
        if not _DEPENDS.search(one) and not is_scoped(one.casefold())
    )
    for one in (*(found["words"] for found in apart if found), *sentences, *clauses):
        bare = one.strip("*_()[] .:;")
        if matches(dialect.required_remarks, bare):
            return True
        if matches(dialect.optional_remarks, bare):
            return False
    return None


def _has_tags(cell: Cell, dialect: Dialect) -> bool:
    """Whether a cell below another title than that of tags holds tags, and nothing else."""
    known = (*dialect.required_labels, *dialect.optional_labels, *dialect.filler_labels, *dialect.deprecated_labels)
    told = [span for span in cell.spans if _bare(span)]
    return bool(told) and all(isinstance(one, Code) and one.classes and _bare(one).casefold() in known for one in told)


def read_labels(cell: Cell, context: Context) -> tuple[bool | None, bool]:
    """(is required, is required in practice) according to the labels in a cell; None if they do not say. Reports
    unknown and contradictory labels."""
    dialect = context.dialect
    kinds = {_label(span, context) for span in cell.spans if _bare(span)}
    if not kinds:
        context.found(
            UNKNOWN_LABEL,
            "no tag says whether the property is required",
            cell.location,
            f"`{dialect.optional_labels[0]}`",
        )
    if {"required", "optional"} <= kinds:
        context.found(CONFLICTING_LABELS, "the tags say both required and optional", cell.location, "keep one of them")
    is_stated = not kinds.isdisjoint(("required", "optional", "practice"))
    return "required" in kinds if is_stated else None, "practice" in kinds and "required" not in kinds


def _label(span: Span, context: Context) -> str:
    dialect, text = context.dialect, _bare(span).casefold()
    if text in dialect.required_labels:
        in_practice = isinstance(span, Code) and dialect.practice_class in (span.classes or ())
        return "practice" if in_practice else "required"
    if text in dialect.optional_labels:
        return "optional"
    if text not in (*dialect.filler_labels, *dialect.deprecated_labels):
        kind = "tag" if not isinstance(span, Text) else "text"
        hint = f"use `{dialect.required_labels[0]}` or `{dialect.optional_labels[0]}`"
        context.found(UNKNOWN_LABEL, f"the {kind} `{span.text.strip()}` is not known", span.location, hint)
    return "filler"


def _bare(span: Span) -> str:
    """The text without marks and blanks around it, also those that do not break."""
    return html.unescape(span.text).strip(" \u00a0,*_")


def need_of_row(
    row: Row, columns: Columns, remark: tuple[Span, ...], said: tuple[bool | None, ...], table: Table, context: Context
) -> tuple[bool, bool, bool, str]:
    """(is required, is required in practice, whether the page says so, text to add to the description).

    `said` is what the type and the name of the row say.
    """
    others = (*said, read_need(remark, context.dialect))
    is_said = any(one is not None for one in others)
    own, in_practice, note = None, False, ""
    column = columns.required if columns.required is not None else columns.optional
    cell = cell_of(row, columns.labels if columns.labels is not None else column)
    # An empty cell says less than a word elsewhere.
    if plain(cell.spans).strip(" ,") or not is_said:
        if columns.labels is not None or _has_tags(cell, context.dialect):
            own, in_practice = read_labels(cell, context)
        elif column is not None:
            own, note = _need_in_column(cell, column, columns.required is None, table, context)
    has_column = columns.labels is not None or column is not None
    # What is required in practice, or under a circumstance, is no contradiction.
    need = own if in_practice or (note and own is None) else agreed((own, *others), row.location, context)
    return bool(need), in_practice and not need, has_column or need is not None, note


def agreed(said: tuple[bool | None, ...], location: Location, context: Context) -> bool | None:
    """What several places of a row say: whether the property is required, None if none says so.

    Where they contradict each other, this is reported, and the stricter one counts.
    """
    told = [one for one in said if one is not None]
    if True in told and False in told:
        message = "the row says both required and optional; it is taken for required"
        context.found(CONFLICTING_LABELS, message, location, "keep one of them")
    return any(told) if told else None


def _need_in_column(
    cell: Cell, column: int, is_optional: bool, table: Table, context: Context
) -> tuple[bool | None, str]:
    """What a cell below `Required` or `Optional` says, None if it names a circumstance; and text to add."""
    text = _need_text(cell)
    is_yes = _says_yes(text, column, table, context)
    if is_yes is not None:
        # In a column `Optional`, the word `required` still says what it says.
        words = (*context.dialect.required_labels, *context.dialect.optional_labels)
        return is_yes != (is_optional and not matches(words, text)), ""
    if aside := _ASIDE.fullmatch(text):
        return bool(aside["yes"]) != is_optional, f"Required: {text}."
    if not matches(context.dialect.conditional_words, text):
        message = f"`{text}` in the column of what is required says neither yes nor no"
        context.found(UNKNOWN_LABEL, message, cell.location, "write `yes` or `no`")
    return None, f"Required: {text}."


def need_in_words(cell: Cell, context: Context) -> tuple[Span, ...]:
    """Sentences about when the property is required, from a cell such as "yes, if x is set"; read as part of the
    remark."""
    texts = tuple(takewhile(lambda span: isinstance(span, Text), cell.spans))
    lead = "".join(span.text for span in texts)
    said = _YES.match(lead)
    rest = lead[said.end() :] if said else ""
    if said and rest.startswith("default"):
        return (Text(". ", cell.location), replace(texts[0], text=rest), *cell.spans[len(texts) :])
    if not said or not _WHEN.match(rest):
        return ()
    first = replace(texts[0], text=f"{'Optional' if said['no'] else 'Required'} {rest}")
    return (Text(". ", cell.location), first, *cell.spans[len(texts) :])


def _need_text(cell: Cell) -> str:
    text = html.unescape(plain(cell.spans)).replace("\ufe0f", "").strip()
    return re.sub(r"[*{}`]", "", text).strip().rstrip(".") or text


def _says_yes(text: str, column: int, table: Table, context: Context) -> bool | None:
    """Whether a cell says yes; None if it says neither yes nor no."""
    if matches(context.dialect.required_words, text):
        return True
    if matches(context.dialect.optional_words, text):
        return False
    # A mark says yes where all other cells have the same one, or are empty.
    return (
        True
        if _MARK.fullmatch(text) and {_need_text(cell_of(row, column)) for row in table.rows} <= {"", text}
        else None
    )
