"""Recognises what a column means by its cells, if its title is unknown."""

from jekyll_openapi.api.dialect import TRADOVATE
from jekyll_openapi.api.marks import place_word
from jekyll_openapi.api.request_lines import method_word
from jekyll_openapi.api.setting_patterns import matches
from jekyll_openapi.commands import hypotheses
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass, field

_NAME = regex(r"[*_]{0,3}`?[A-Za-z_$@][\w$@.:\[\]-]*`?[*_]{0,3}[?*]?")
_PATH = regex(r"(?:https?://[^/\s]+)?/[\w{<:][^\s]*$")
_WORDS = regex(r"[^\W\d]+(?: [^\W\d]+)?")
_TYPES = {*TRADOVATE.type_words, *TRADOVATE.array_words, *(word for one in hypotheses.TYPES.values() for word in one)}
_NEEDS = (
    *(one for words in hypotheses.NEEDS.values() for one in words),
    *TRADOVATE.required_words,
    *TRADOVATE.optional_words,
)
_MOSTLY = 0.8
_PROSE = 2.5
"""Words in an average cell of prose, at least."""


@dataclass(slots=True)
class Column:
    """The cells of all columns with one title."""

    cells: list[str] = field(default_factory=list)
    """The texts, with their marks, of the cells that are not empty."""
    is_first: bool = True
    """Whether it always is the first column."""
    is_last: bool = True


def meaning(column: Column) -> str:
    """The setting that the title belongs to, such as `type_columns`; empty if the contents do not tell."""
    texts = [one.strip("`*_{}. ").casefold() for one in column.cells]
    if not texts:
        return ""
    if all(map(method_word, texts)):
        return "method_columns"
    if all(map(_PATH.match, texts)):
        return "path_columns"
    needs = sum(matches(_NEEDS, one) for one in texts)
    if 2 * needs >= len(texts) and all(matches((*_NEEDS, *TRADOVATE.conditional_words), one) for one in texts):
        return "required_columns"
    if all(map(place_word, texts)):
        return "place_columns"
    if sum(map(_is_type, texts)) >= _MOSTLY * len(texts):
        return "type_columns"
    if column.is_first and all(map(_NAME.fullmatch, column.cells)):
        return "property_columns"
    if column.is_last and sum(len(one.split()) for one in texts) >= _PROSE * len(texts):
        return "remark_columns"
    return ""


def _is_type(text: str) -> bool:
    found = _WORDS.match(text)
    return found is not None and (found[0] in _TYPES or found[0].split()[0] in _TYPES)
