"""Reads which rows of a table the text beside it calls required or optional, by their names.

`id` and `a` are required; `b` is optional.     Required: `id`, `a`.      Only `id` is required.
All fields are required except `b`.             All but `b` are optional.
"""

import re
from collections.abc import Iterator

from jekyll_openapi.api.sections import Section
from jekyll_openapi.pages.document import BulletList, Paragraph, plain, telling
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass

_NEED = r"(?P<need>required|mandatory|optional)"
_NAME = r"`[\w.$\[\]-]+`"
_NAMES = rf"(?P<names>{_NAME}(?:(?:,? and|,? or|,| &) {_NAME})*)"
_KIND = r"(?:fields?|propert(?:y|ies)|parameters?|params?|attributes?|arguments?|keys?|ones|rows?|values?)"
_SAVE = r",? (?:except|save|but|apart from|other than)(?: for)? (?:the )?"
_LED = rf"(?:all|every|everything)(?: of)?(?: the| these)?(?: {_KIND})?"
_SAID = (
    regex(rf"(?:(?:the )?{_KIND} )?{_NAMES} (?:is|are) (?:all |both |always )?{_NEED}"),
    regex(rf"(?:the )?{_NEED}(?: {_KIND})?(?: are| is)?:? {_NAMES}"),
)
_ONLY = regex(rf"(?:only|just) (?:the )?(?:{_KIND} )?{_NAMES} (?:is|are) {_NEED}")
_ALL = (
    regex(rf"{_LED} (?:is|are) {_NEED}{_SAVE}{_NAMES}"),
    regex(rf"{_LED}{_SAVE}{_NAMES},? (?:is|are) {_NEED}"),
)
_CLAUSE = regex(
    r"[.;]\s+|[.;:]?\s*\n\s*|"
    r"(?<!\ball)(?<!thing),? (?:and|but|while) (?=(?:the )?`[^`]*` is (?:required|mandatory|optional)\b)"
)
_ONE = regex(_NAME)


@dataclass(frozen=True, slots=True)
class Needs:
    """What the text beside a table says of its rows."""

    named: tuple[tuple[str, bool], ...] = ()
    """(name of a row, whether it is required)."""
    others: bool | None = None
    """Whether all other rows are required; None if the text does not say."""


def needs_beside(part: Section) -> Needs:
    """What the paragraphs and items of a section say of the rows in it."""
    named: dict[str, bool] = {}
    others: bool | None = None
    for clause in _clauses(part):
        if said := _first(_SAID, clause):
            named |= dict.fromkeys(_names(said["names"]), _is_required(said["need"]))
        elif only := _ONLY.fullmatch(clause):
            others = not _is_required(only["need"])
            named |= dict.fromkeys(_names(only["names"]), not others)
        elif most := _first(_ALL, clause):
            others = _is_required(most["need"])
            named |= dict.fromkeys(_names(most["names"]), not others)
    return Needs(tuple(named.items()), others)


def is_need(text: str) -> bool:
    """Whether a sentence says of rows that they are required, or optional, and no more."""
    return all(_first((*_SAID, _ONLY, *_ALL), clause) for clause in _clauses_of(text))


def _clauses(part: Section) -> Iterator[str]:
    """The sentences of the section that name a row and a need, their first letter small, without the full stop."""
    for one in _naming(part):
        text = plain(one.spans)
        if any(word in text.casefold() for word in ("required", "optional", "mandatory")):
            yield from _clauses_of(text)


def _clauses_of(text: str) -> Iterator[str]:
    for clause in _CLAUSE.split(text.replace("*", "")):
        bare = clause.strip(" .;")
        yield bare[:1].lower() + bare[1:]


def _naming(part: Section) -> Iterator[Paragraph]:
    """The paragraphs and items that hold code, or what is written like it; most hold neither."""
    for _, block in telling(part.blocks):
        if isinstance(block, BulletList):
            yield from filter(_may_name, block.items)
        elif isinstance(block, Paragraph) and _may_name(block):
            yield block


def _may_name(one: Paragraph) -> bool:
    return not one.is_plain and (one.holds_code or "`" in "".join(one.texts))


def _first(forms: tuple[re.Pattern[str], ...], clause: str) -> re.Match[str] | None:
    return next((found for form in forms if (found := form.fullmatch(clause))), None)


def _names(text: str) -> list[str]:
    return [one.strip("`") for one in _ONE.findall(text)]


def _is_required(need: str) -> bool:
    return need != "optional"
