"""Classifies sections and tables (request, response, definition, ...) by their title or the sentence above them."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from jekyll_openapi.api.column_titles import column_titles
from jekyll_openapi.api.dialect import Dialect
from jekyll_openapi.api.needs_in_text import Needs, needs_beside
from jekyll_openapi.api.request_headings import in_heading
from jekyll_openapi.api.sections import Section, names_in, tables_of, up_to_last
from jekyll_openapi.api.setting_patterns import matches
from jekyll_openapi.api.values_in_text import values_beside
from jekyll_openapi.pages.document import Block, BulletList, Code, Fence, Paragraph, Span, Table, plain, telling
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass

Kind = Literal[
    "statement", "request", "path", "query", "header", "cookie", "body", "response", "response example", "definition",
    "note", "example", "silent", "neutral", "status",
]  # fmt: skip

_OBJECT = regex(r"`|\bobjects?\b", re.I)
_JUST_OBJECT = regex(r"(?:the |an? )?(?:(?:response|request|result|body|json) )?objects?:?", re.I)
_HOLDS = regex(r"\b(?:objects?|arrays?|fields?|following|options?|properties|parameters?|attributes?)\b", re.I)

_HEADERS = regex(r"\bheaders?\b", re.I)
_ANSWERS = regex(
    r"\b(?:responses?|answers?|returns?|returned|results?|outputs?|status|codes?|success|errors?|fail\w*)\b", re.I
)
"""Words in the title of a section whose tables are none of a request, although nothing else says so."""
_LONGEST_LEAD = 200
_NEED = r"(?P<need>required|mandatory|optional)"
_LABEL = regex(rf"[*_]*{_NEED}(?: [\w-]+){{0,3}}[*_:. ]*", re.I, needs=("required", "mandatory", "optional"))
"""Matches `Required` and `Optional query parameters:`."""
_ALL = regex(
    r"(?:^|[,;:.] |\band )(?:all|each|every)\b(?![^.;]*\b(?:not|but|except|other than)\b[^.;]*\b(?:is|are) )"
    rf"[^.;]{{0,60}}?\b(?:is|are) {_NEED}"
    r"(?:,? (?:unless|if not|except where) (?:otherwise )?(?:noted|stated|marked|specified|indicated)[^.;]*)?"
    r"(?=[.;:*_]|$)",
    re.I,
    needs=("required", "mandatory", "optional"),
)
_LEAD_WORDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("path", regex(r"\b(?:path|route) (?:parameter|param|variable|argument)s?\b", re.I)),
    ("query", regex(r"\b(?:query|url)(?:[ -]?string)? (?:parameter|param|argument|option)s?\b", re.I)),
    ("header", regex(r"\bheaders?\b", re.I)),
    ("body", regex(r"\bbody\b|\bform (?:data|parameter|field)s?\b|\bjson object\b", re.I)),
)
"""Words in a sentence above a table that say where its rows are sent."""
_EACH = regex(r"\b(?:each|every)\s+([\w-]+)\s+(?:objects?|items?|elements?|entry|has|contains|in the)\b", re.I)

_TELLS_ANSWER = regex(r"\b(?:returns?|responses?|responds|answers?|results?|repl(?:y|ies)|gives back)\b", re.I)
_BOLD = regex(r"\*\*([^*]+)\*\*:?")
_FAILED = regex(r"\(\s*[45]\d\d\b")
_MARKS = regex(r"[`*_]")
_STATUS = regex(
    r"(?P<word>(?:(?:http|status|response|answer|error|failure|code)s?[\s:]*)*)\(?(?P<code>[1345]\d\d)\b\)?"
    r"(?:\s*$|\s*[:\u2013\u2014(-].*|(?P<phrase>\s+(?:bad|unauthori[sz]ed|payment|forbidden|not|method|proxy|request|"
    r"conflict|gone|length|precondition|payload|content|uri|unsupported|range|expectation|misdirected|unprocessable|"
    r"locked|failed|too|unavailable|internal|server|service|gateway|http|moved|found|see|temporary|permanent|switching|"
    r"multiple|errors?|responses?)\b.*))",
    re.I,
    needs=("1", "3", "4", "5"),
)
"""Matches a title that names a status other than a success: `404 Not Found`, `Error 404`, `Response (429)`."""
_NEED_WORD = regex(r"\b(?:required|optional|mandatory)\b", re.I)
_PARAMETERS = ("parameter", "parameters", "argument", "arguments")

REQUEST: tuple[Kind, ...] = ("request", "path", "query", "header", "body")
ANSWER: tuple[Kind, ...] = ("response", "response example")


def kind_of(part: Section, dialect: Dialect) -> Kind | None:
    """What the section is about according to its title; None if the dialect does not know the title."""
    # In code, `fields` or `body` is the name of a property.
    return _kind(part.title, any(isinstance(span, Code) for span in part.spans), dialect) if part.title else None


@lru_cache(maxsize=2**16)  # as many as a page of the greatest size can have: each stage asks for each title
def _kind(title: str, has_code: bool, dialect: Dialect) -> Kind | None:
    if titled_status(title):
        return "status"
    names = names_in(title)
    known: tuple[tuple[Kind, tuple[str, ...]], ...] = (
        ("statement", dialect.operation_sections),
        ("path", dialect.path_sections),
        ("query", dialect.query_sections),
        ("header", dialect.header_sections),
        ("body", dialect.body_sections),
        ("request", dialect.request_sections),
        ("response example", dialect.response_example_sections),
        ("response", dialect.response_sections),
        ("definition", dialect.definition_sections),
        ("note", dialect.note_sections),
        ("example", dialect.example_sections),
        ("silent", dialect.silent_sections),
        ("neutral", () if has_code else dialect.neutral_sections),
    )
    return next((kind for kind, titles in known if any(matches(titles, one) for one in names)), None)


def titled_status(title: str) -> int:
    """The status that the title of a section names, other than a success; 0 if it names none."""
    found = _STATUS.fullmatch(_MARKS.sub("", title).strip(": "))
    return int(found["code"]) if found and (found["word"] or found["phrase"] or found["code"][0] in "45") else 0


def is_known(part: Section, dialect: Dialect) -> bool:
    """Whether the dialect knows the section's title."""
    return kind_of(part, dialect) is not None


def is_request(part: Section, dialect: Dialect) -> bool:
    """Whether the section says what operations take."""
    return kind_of(part, dialect) in REQUEST


def is_statement(part: Section, dialect: Dialect) -> bool:
    """Whether the section states operations."""
    return kind_of(part, dialect) == "statement"


@dataclass(frozen=True, slots=True)
class Placed:
    """A section classified by its own title, or by the title of the section around it."""

    part: Section
    kind: Kind | None
    trail: tuple[str, ...]
    """The titles below the one that classifies it, its own last; all titles around it if none does."""


def placed(parts: tuple[Section, ...], dialect: Dialect, whole: Kind | None = None) -> Iterator[Placed]:
    """The sections, classified. A section below a known title is of the same kind.

    `whole` is the kind of the first section and of those below it, where a caller knows it.
    """
    around: list[tuple[int, Kind | None, tuple[str, ...]]] = []
    kinds = tuple(kind_of(part, dialect) for part in parts)
    takes = whole is None and any(kind in REQUEST for kind in kinds)
    # Beside the parameters of path, query and header, and above any response, a body can only be that of the request,
    # and so can fields, if a response follows.
    pairs = tuple(zip(parts, kinds, strict=True))
    is_rest = takes and not any(kind in ("request", "body") and _lists(part) for part, kind in pairs)
    answers = [at for at, kind in enumerate(kinds) if kind in ANSWER]
    for at, (part, own) in enumerate(pairs):
        while around and around[-1][0] >= part.level:
            around.pop()
        trail: tuple[str, ...] = ()
        kind = whole if whole and part is parts[0] else own
        if kind == "neutral":
            is_inside = around and around[-1][1] is not None
            is_body = is_rest and ("body" in (name.casefold() for name in part.names) or answers[-1:] > [at])
            kind = None if is_inside else "body" if is_body else None if takes else whole or "request"
        # Below a response, headers are those of the answer.
        if kind == "header" and around and around[-1][1] in ANSWER:
            kind = None
        # What is said of failures is no part of the answer that it stands below.
        if kind is None and around and around[-1][1] in ANSWER and matches(dialect.failure_sections, part.title):
            trail = (part.title,)
        # The first title is that of the operation itself, and names no object of it.
        elif kind is None and part is not parts[0]:
            kind, above = (around[-1][1], around[-1][2]) if around else (None, ())
            kind, trail = None if kind == "statement" else kind, (*above, part.title)
        is_rest = is_rest and kind not in ANSWER
        around.append((part.level, kind, trail))
        yield Placed(part, kind, trail)


def _lists(part: Section) -> bool:
    """Whether a section has rows, or a link to what has them."""
    return bool(tables_of(part.blocks, takes_names=True)) or any(
        block.links for _, block in telling(part.blocks) if isinstance(block, Paragraph)
    )


def is_failure(one: Placed, dialect: Dialect) -> bool:
    """Whether a section is about error responses."""
    titles = (one.part.title, *one.trail)
    return any(matches(dialect.failure_sections, title.strip("`*: ")) or _FAILED.search(title) for title in titles)


def lead_kind(blocks: tuple[Block, ...], index: int, dialect: Dialect) -> Kind | None:
    """The kind that the sentence directly above a block announces; None if it announces none."""
    above = blocks[index - 1] if index else None
    if isinstance(above, BulletList) and above.items:
        above = above.items[-1]
    if not isinstance(above, Paragraph):
        return None
    text = plain(above.spans)
    if matches(dialect.response_leads, text):
        return "response example" if isinstance(blocks[index], Fence) else "response"
    if matches(dialect.request_leads, text):
        return next((kind for kind, words in _LEAD_WORDS if words.search(text)), "request")
    return "response example" if matches(dialect.response_example_sections, text.rstrip(":.")) else None


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A classified table in a section."""

    table: Table
    kind: Kind | None
    """None if nothing classifies it."""
    trail: tuple[str, ...]
    """Names for the object that the table may describe: the titles around it, and the name in the sentence above."""
    names_object: bool = False
    """Whether the last title of the trail says that the table describes one object."""
    required: bool | None = None
    """Whether the title or the text above says that all rows are required; None if it says nothing."""
    beside: Needs = Needs()
    """What the text of its section says of the need of single rows."""
    values: tuple[tuple[str, tuple[Span, ...]], ...] = ()
    """What it says of the values of single rows: a name, and a remark."""
    title: str = ""
    """The title of its section."""
    is_free: bool = False
    """Whether only its position, and no title or sentence, classifies it."""


def table_kinds(parts: tuple[Section, ...], dialect: Dialect, whole: Kind | None = None) -> Iterator[PlacedTable]:
    """The tables in the sections of an operation or a schema, classified."""
    takes_names = dialect.list_rows == "named"
    asks = whole is None and not any(is_request(part, dialect) for part in parts)
    for one in placed(parts, dialect, whole):
        is_own = asks and (not one.part.title or in_heading(one.part.spans) or one.part is parts[0])
        behind: Kind | None = "request" if dialect.free_tables == "request" else None
        text: tuple[Needs, tuple[tuple[str, tuple[Span, ...]], ...]] | None = None
        for index, block in enumerate(up_to_last(one.part.blocks, Table | BulletList)):
            said = lead_kind(one.part.blocks, index, dialect)
            lead = None if said in ANSWER and _is_no_answer(one, index, dialect) else said
            behind = lead or behind
            for table in tables_of((block,), takes_names=takes_names and (lead or one.kind) in REQUEST):
                kind = lead or one.kind or (None if _ANSWERS.search(one.part.title) else behind)
                if kind is None and is_own and _says_what_it_takes(table, one.part.blocks, index, dialect):
                    kind = "request"
                if kind in REQUEST and not lead and (said in ANSWER or _announces_answer(one.part.blocks, index)):
                    kind = None
                kind = None if kind == "request" and is_failure(one, dialect) else kind
                is_no_body = is_failure(one, dialect) or _HEADERS.search(one.part.title)
                kind = None if kind in ANSWER and is_no_body else kind
                if isinstance(block, Table) or kind in (*REQUEST, "response", "definition"):
                    names_object = bool(one.kind and one.trail and _OBJECT.search(one.trail[-1]))
                    names_object = names_object and not _JUST_OBJECT.fullmatch(one.trail[-1])
                    named = _named_above(one.part.blocks, index)
                    trail = (*one.trail, *([named] if named else []))
                    required = _need_of(one.part, index)
                    is_free = not lead and not one.kind
                    # Once a section, since it can hold thousands of tables.
                    text = text or (needs_beside(one.part), values_beside(one.part))
                    yield PlacedTable(table, kind, trail, names_object, required, *text, one.part.title, is_free)


def _is_no_answer(one: Placed, index: int, dialect: Dialect) -> bool:
    """Whether the title of a section outweighs a sentence that announces an answer: that of a definition for its first
    table, and that of a request which has nothing above the sentence."""
    if one.kind == "definition":
        return not tables_of(one.part.blocks[:index])
    return index == 1 and kind_of(one.part, dialect) in REQUEST


def _announces_answer(blocks: tuple[Block, ...], index: int) -> bool:
    """Whether the sentence above a block says that an answer follows."""
    above = blocks[index - 1] if index else None
    text = plain(above.spans) if isinstance(above, Paragraph) else ""
    return text.endswith(":") and bool(_TELLS_ANSWER.search(text))


def _says_what_it_takes(table: Table, blocks: tuple[Block, ...], index: int, dialect: Dialect) -> bool:
    """Whether a table directly below an operation's heading lists what the operation takes: parameters by its first
    title, or properties with their types and their needs or places, and no sentence above it speaks of an answer."""
    if table.form in ("definitions", "bullets"):
        return any(_NEED_WORD.search(plain(cell.spans)) for row in table.rows for cell in row.cells[1:2])
    titles = [title.casefold() for title in column_titles(table)]
    above = blocks[index - 1] if index else None
    text = plain(above.spans) if isinstance(above, Paragraph) else ""
    # A line in bold is a title: that of another section, unless it is one of a request.
    if title := _BOLD.fullmatch(text):
        return matches(dialect.request_sections, title[1].strip(": "))
    if _TELLS_ANSWER.search(text):
        return False
    said = (*dialect.label_columns, *dialect.required_columns, *dialect.place_columns)
    is_of_request = any(matches(said, title) for title in titles)
    is_typed = any(matches(dialect.type_columns, title) for title in titles)
    return bool(titles) and (titles[0] in _PARAMETERS or (is_of_request and is_typed))


def _need_of(part: Section, index: int) -> bool | None:
    """Whether the title, or a paragraph above the table, says that all rows are required; None if neither says so."""
    texts = [plain(block.spans) for block in part.blocks[max(index - 2, 0) : index] if isinstance(block, Paragraph)]
    for text in (*reversed(texts), part.title):
        found = _LABEL.fullmatch(text) or _ALL.search(text) if len(text) < _LONGEST_LEAD else None
        if found:
            return found["need"].casefold() != "optional"
    return None


def _named_above(blocks: tuple[Block, ...], index: int) -> str:
    """The only name in a sentence above a block such as "The `bracket` object has these fields:"; empty if there is
    none."""
    above = blocks[index - 1] if index else None
    if not isinstance(above, Paragraph) or not _HOLDS.search(plain(above.spans)):
        return ""
    names = {span.text for span in above.spans if isinstance(span, Code)}
    each = _EACH.search(plain(above.spans))
    if len(names) != 1:
        return each[1] if each else ""
    return f"the {names.pop()}"
