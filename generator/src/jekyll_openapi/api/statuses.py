"""Reads the HTTP statuses with which an operation answers: from titles, sentences, examples and tables of statuses.

### Response 201              Status: `204 No Content`.        | Code | Meaning            |
### 201 Created               Returns 201 and the tool.        |------|--------------------|
                              HTTP/1.1 201 Created             | 201  | The [tool](/tool). |
                                                               | 404  | No such tool.      |
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile

from jekyll_openapi.api.context import Context
from jekyll_openapi.api.descriptions import whole
from jekyll_openapi.api.model import Status, stated
from jekyll_openapi.api.section_kinds import Placed, titled_status
from jekyll_openapi.api.sections import describe_spans
from jekyll_openapi.api.sentences import Sentence, block_sentences, sentences
from jekyll_openapi.api.status_codes import CODE, LEADING, code_of, lists_statuses
from jekyll_openapi.diagnostics import Location
from jekyll_openapi.pages.document import Block, BulletList, Code, Fence, Link, Paragraph, Row, Span, Table, Text, plain
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass, replace

OK = 200
"""The status of a success for which no page states one."""
NO_CONTENT = (204, 205)
_SUCCESS = r"(20[0-8]|226)"
_SUCCESSES = ("20", "226")
_TITLED = regex(rf"(?:.*\b)?{_SUCCESS}\b.*", needs=_SUCCESSES)
_SAID = regex(
    rf"(?:^[\s`*_]*|\b(?:status(?: code)?|code|http(?:/[\d.]+)?|returns?|with|is|an?)[\s:`*_]+){_SUCCESS}\b",
    re.I,
    needs=_SUCCESSES,
)
_RETURNED = regex(
    rf"\b(?:(?:returns?|(?:responds?|answers?|replies) with)[\s`]+|(?:responds|answers) (?=`))"
    rf"(?:an? )?(?:http )?(?:status )?(?:code )?`?{_SUCCESS}\b"
    r"(?!\s+[a-z]+s\b)",
    re.I,
    needs=_SUCCESSES,
)
_REFUSED = regex(
    r"(?i:(?:(?:it|this|the (?:operation|endpoint|call|server|method|request)) )?"
    r"(?:returns?|(?:responds?|answers?|replies)(?: with)?|fails with) (?:an? )?(?:http )?(?:status )?(?:code )?)"
    r"`?(?P<code>[45]\d\d)\b(?: [A-Z][A-Za-z' -]*?)?`?(?: error)?[,:]? "
    r"(?P<why>(?:if|when|for|unless|where|in case|once|on)\b.+)",
    needs=("4", "5"),
    also=("return", "respond", "answer", "replies", "reply", "fails with"),
)
"""Matches a sentence that says when an operation fails: "Returns `409` if the name is taken"."""
_IF_EMPTY = regex(
    r"(?:(?:it|this|the (?:operation|endpoint|call|server|method|request)) )?"
    r"(?:(?:returns?|(?:responds?|answers?|replies)(?: with)?) )?(?:an? )?(?:http )?(?:status )?(?:code )?"
    r"`?(?P<code>20[45])\b(?: no content)?`?[,:]? "
    r"(?P<why>(?:if|when|for|where|in case)\b.*\b(?:none|nothing|empty|no|not)\b.*)",
    re.I,
    needs=("204", "205"),
)
"""Matches a sentence that says that there can be nothing to answer: "204 if there are none"."""
BARE = regex(
    r"(?:the|is|https?|status|response|code|1\.1|[\W_])*20\d(?:[\W_]+(?:ok|success|created|accepted|"
    r"(?:no|reset|partial) content))?[\W_]*",
    re.I,
    needs=("20",),
)
"""Matches words that name a status of success and say nothing else: `Status: 204`."""
_SHOWN = regex(rf"\s*HTTP/[\d.]+ {_SUCCESS}\b", needs=("HTTP/",))
FAILED = regex(r"\s*HTTP/[\d.]+ ([45]\d\d)\b([^\n]*)", needs=("HTTP/",))
"""Matches the head of an example of a failure."""
_TITLES = regex(r"\b(?:codes?|status(?:es)?|http|responses?)\b|^\W*$", re.I)
_LINE = regex(r"\*\*[^*]+\*\*:?|__[^_]+__:?|(?:\S+ ){0,7}\S+:")
"""Matches a line that titles or introduces what follows."""
_MARKS = regex(r"^[\s*_:\u2013\u2014-]+")


@dataclass(frozen=True, slots=True)
class Statuses:
    """What response sections say of statuses."""

    success: int
    """0 if nothing names one."""
    location: Location | None
    """Where it is named."""
    blocks: tuple[Block, ...]
    """The blocks of the sections, with the success of a table of statuses as a paragraph in place of the table."""
    others: tuple[Status, ...]


def read_statuses(sections: Sequence[Placed], examples: Iterable[Fence], context: Context) -> Statuses:
    """What response sections, the examples in them, and tables or lists of statuses in the sections around say."""
    parts = [one.part for one in sections if one.kind == "response"]
    around = [one.part for one in sections if one.kind in (None, "note")]
    blocks: list[Block] = []
    others: list[Status] = []
    named: list[tuple[int, Location]] = []
    beside: list[_Listed] = []
    for part, is_response in (*((part, True) for part in parts), *((part, False) for part in around)):
        if is_response and (found := _TITLED.fullmatch(part.title)):
            named.append((int(found[1]), part.location))
        answers, failures = _apart(part.blocks) if is_response else (part.blocks, ())
        others += [_failure(one, context) for one in failures]
        for block in answers:
            listed = _listed(block)
            if listed:
                context.tell((block,))
                if isinstance(block, Table):
                    context.take(block)
                if blocks and isinstance(blocks[-1], Paragraph) and _LINE.fullmatch(plain(blocks[-1].spans)):
                    context.tell((blocks.pop(),))
                chosen = None if blocks else next((one for one in listed if _is_success(one.code)), None)
                if chosen:
                    named.append((int(chosen.code), chosen.location))
                    blocks.append(Paragraph(chosen.spans, chosen.location))
                beside += [one for one in listed if one is not chosen]
            elif isinstance(block, Fence) and (failed := FAILED.match(block.text)):
                others.append(Status(failed[1], failed[2].strip() or failed[1], stated(block.location)))
            elif is_response:
                blocks.append(block)
    others += [_failure(one, context) for one in _titled(sections)]
    others += _refused((*blocks, *(block for part in around for block in part.blocks)))
    named += [(int(found[1]), block.location) for block, found in _said(blocks, _SAID)]
    named += [(int(found[1]), one.location) for one in examples if (found := _SHOWN.match(one.text))]
    if not blocks:
        told = [block for part in around for block in part.blocks]
        named += [(int(found[1]), block.location) for block, found in _said(told, _RETURNED)]
    # Where nothing else names the success, the only one of a list does, also of a list outside of the response.
    only = [one for one in beside if _is_success(one.code)]
    if not named and len(only) == 1 and int(only[0].code) not in NO_CONTENT:
        named.append((int(only[0].code), only[0].location))
        blocks.append(Paragraph(only[0].spans, only[0].location))
        beside.remove(only[0])
    others += [one.status(context) for one in beside]
    success, location = named[0] if named else (0, None)
    return Statuses(success, location, tuple(blocks), _joined(others))


def _refused(blocks: Iterable[Block]) -> Iterator[Status]:
    """The failures that sentences tell, and the answers without content where there is nothing to answer."""
    for sentence in (one for block in blocks for one in block_sentences(block)):
        text = sentence.text.strip(". ")
        if found := _REFUSED.fullmatch(text) or _IF_EMPTY.fullmatch(text):
            why = found["why"]
            yield Status(found["code"], f"{why[0].upper()}{why[1:]}.", stated(sentence.location))


def _is_if_empty(sentence: Sentence) -> bool:
    return bool(_IF_EMPTY.fullmatch(sentence.text.strip(". ")))


def _joined(statuses: list[Status]) -> tuple[Status, ...]:
    """The statuses, each once: what is said of one in several places becomes one text."""
    found: dict[str, Status] = {}
    for one in statuses:
        known = found.setdefault(one.code, one)
        if one.description not in known.description:
            found[one.code] = replace(known, description=f"{known.description}\n\n{one.description}")
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class _Listed:
    """A row or an item about a status, or about a class of them."""

    code: str
    spans: tuple[Span, ...]
    location: Location

    def status(self, context: Context) -> Status:
        return Status(self.code, describe_spans(self.spans, context.base_url), stated(self.location))


@dataclass(frozen=True, slots=True)
class _Failure:
    """What a page says below a title, or behind a line, that names a status other than a success."""

    code: int
    title: str
    blocks: tuple[Block, ...]
    location: Location


def _failure(one: _Failure, context: Context) -> Status:
    context.tell_of(one.location)
    return Status(str(one.code), whole(one.blocks, context) or one.title, stated(one.location))


def _titled(sections: Sequence[Placed]) -> Iterator[_Failure]:
    """The sections whose titles name a status other than a success, each with those below it."""
    begins = [at for at, one in enumerate(sections) if one.kind == "status" and titled_status(one.part.title)]
    for begin, after in pairwise((*begins, len(sections))):
        inside = takewhile(lambda one: one.kind == "status", sections[begin:after])
        part = sections[begin].part
        blocks = tuple(block for one in inside for block in one.part.blocks)
        yield _Failure(titled_status(part.title), part.title.strip("`*: "), blocks, part.location)


def _apart(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[_Failure, ...]]:
    """The blocks of a response section about the success, and what stands behind lines such as `**404 Not Found**`."""
    leads = [(at, code) for at, block in enumerate(blocks) if (code := leading_status(block))]
    answers, failures = list(blocks[: leads[0][0]] if leads else blocks), []
    for (at, code), (end, _) in pairwise((*leads, (len(blocks), 0))):
        lead, rest = blocks[at], blocks[at + 1 : end]
        assert isinstance(lead, Paragraph)
        if 200 <= code < 300:
            answers += (lead, *rest)
            continue
        found = _of_item(lead)
        begin: tuple[Block, ...] = (
            (Paragraph(found.spans, lead.location),) if found and found.spans != lead.spans else ()
        )
        # A line of its own is a title; behind one that says what it means, only its example belongs to it.
        inside = tuple(takewhile(lambda block: isinstance(block, Fence), rest)) if begin else rest
        answers += rest[len(inside) :]
        failures.append(_Failure(code, plain(lead.spans).strip("`*_: "), (*begin, *inside), lead.location))
    return tuple(answers), tuple(failures)


def leading_status(block: Block) -> int:
    """The status that a line such as `**404 Not Found**` or `429: Wait.` begins with; 0 if it begins with none."""
    if not isinstance(block, Paragraph) or not (found := _of_item(block)):
        return 0
    code = 0 if "X" in found.code else int(found.code)
    return code if code >= 400 or found.spans == block.spans else 0


def _is_success(code: str) -> bool:
    return code.startswith("2") and "X" not in code


def _listed(block: Block) -> list[_Listed]:
    """The rows of a table, or the items of a list, if each is about a status; empty for other blocks."""
    each: list[_Listed | None] = []
    if isinstance(block, Table) and _may_list(block):
        each = [_of_row(row) for row in block.rows]
    elif isinstance(block, BulletList):
        each = [_of_item(item) for item in block.items]
    found = [one for one in each if one]
    return found if len(found) == len(each) else []


def _may_list(table: Table) -> bool:
    """Whether the column of names is titled as one of statuses, or a list without titles has nothing else there."""
    header = table.header.cells
    return bool(_TITLES.search(plain(header[0].spans))) if header else lists_statuses(table)


def _of_row(row: Row) -> _Listed | None:
    code = code_of(row.cells[0]) if row.cells else ""
    told = [cell for cell in row.cells[1:] if cell.spans] or list(row.cells[:1])
    between = (Text(" ", row.location),)
    spans = tuple(span for at, cell in enumerate(told) for span in (between if at else ()) + cell.spans)
    return _Listed(code, spans, row.location) if code else None


def _of_item(item: Paragraph) -> _Listed | None:
    first = item.first
    if isinstance(first, Link):  # to the standard's words about the status
        item = Paragraph((Code(first.text.strip("`"), first.location), *item.spans[1:]), item.location)
    elif isinstance(first, Text) and not LEADING.match(first.text):
        return None  # as most are
    match item.spans:
        case [Code(text), Text(behind) as rest, *others] if code := CODE.fullmatch(text.strip()):
            left = _MARKS.sub("", behind)
        case [Text(text) as rest, *others] if code := LEADING.match(text):
            left = text[code.end() :]
        case _:
            return None
    spans = (replace(rest, text=left), *others) if left else tuple(others)
    return _Listed(code[1].upper(), spans or item.spans, item.location)


def _said(blocks: Iterable[Block], words: re.Pattern[str]) -> Iterator[tuple[Block, re.Match[str]]]:
    for block in blocks:
        texts = block.items if isinstance(block, BulletList) else (block,) if isinstance(block, Paragraph) else ()
        for text in texts:
            if (found := words.search(plain(text.spans))) and not any(map(_is_if_empty, sentences(text.spans))):
                yield text, found
