"""Removes shortcodes of other site generators, such as Hugo, which are neither Liquid nor text.

{{< history >}}                    a line of its own: nothing
{{< icon name="check" >}} Yes      in a line: nothing
{{< yes >}} for all                one word in a line: the word
"""

import re
from collections.abc import Iterator

from jekyll_openapi.pages.placed_text import PlacedText
from jekyll_openapi.patterns import regex

Marks = tuple[str, str]
"""Opening and closing mark of a shortcode."""
_LONGEST = 500
_WORD = regex(r"\s*([A-Za-z][\w-]*)\s*")


def without_shortcodes(placed: PlacedText, marks: tuple[Marks, ...]) -> PlacedText:
    """The text without shortcodes. A shortcode that is a single word inside a line becomes that word."""
    if not any(opening in placed.text for opening, _ in marks):
        return placed
    return PlacedText.joined(_kept(placed, marks))


def _kept(placed: PlacedText, marks: tuple[Marks, ...]) -> Iterator[PlacedText]:
    done = 0
    escaped = ((re.escape(opening), re.escape(closing)) for opening, closing in marks)
    pairs = (f"{opening}((?:(?!{closing}).){{0,{_LONGEST}}}){closing}" for opening, closing in escaped)
    for found in re.compile("|".join(pairs), re.DOTALL).finditer(placed.text):
        inside = next(group for group in found.groups() if group is not None)
        word = _WORD.fullmatch(inside)
        yield placed.cut(done, found.start())
        if word and not _is_alone(placed.text, found.start(), found.end()):
            begin = found.start() + found[0].index(inside) + word.start(1)
            yield placed.cut(begin, begin + len(word[1]))
        done = found.end()
    yield placed.cut(done, len(placed.text))


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether the shortcode is the only text on its line."""
    behind = text.find("\n", end)
    line = text[text.rfind("\n", 0, start) + 1 : start] + text[end : behind if behind >= 0 else len(text)]
    return not line.strip()
