"""Removes shortcodes of other site generators, such as Hugo, which are neither Liquid nor text.

{{< history >}}                                  a line of its own: nothing
{{< icon name="check" >}} Yes                    in a line: nothing
{{< yes >}} for all                              one word in a line: the word
{{< endpoint method="put" path="/a/b" >}}        a method and a path: `PUT /a/b`
{{< param name="a" type="string" required="true" >}}     a property: an item - `a` (string, required):
"""

import re
from collections.abc import Iterator

from jekyll_openapi.pages.placed_text import PlacedText
from jekyll_openapi.patterns import regex

Marks = tuple[str, str]
"""Opening and closing mark of a shortcode."""
_LONGEST = 500
_WORD = regex(r"\s*([A-Za-z][\w-]*)\s*")
_NAMED = regex(r"\s*[A-Za-z][\w./-]*\s(.*)", re.DOTALL)
_VALUE = regex(r"(?:([\w-]+)\s*=\s*)?(?:\"([^\"]*)\"|'([^']*)'|`([^`]*)`|([^\s\"'`=]+))")
_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")
_PATH = regex(r"(?:https?://[^/\s]+)?/\S+")


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
        if said := _said(inside):
            yield placed.cut(found.start(), found.end()).replaced(0, found.end() - found.start(), said)
        elif word and not _is_alone(placed.text, found.start(), found.end()):
            begin = found.start() + found[0].index(inside) + word.start(1)
            yield placed.cut(begin, begin + len(word[1]))
        done = found.end()
    yield placed.cut(done, len(placed.text))


def _said(inside: str) -> str:
    """What a shortcode states of an API, as Markdown; empty if it states nothing."""
    named = _NAMED.fullmatch(inside)
    pairs = [(one[1], one[2] or one[3] or one[4] or one[5] or "") for one in _VALUE.finditer(named[1] if named else "")]
    words = [word for _, value in pairs for word in value.split()]
    method = next((word.upper() for word in words if word.upper() in _METHODS), "")
    path = next((word for word in words if _PATH.fullmatch(word)), "")
    if method and path:
        return f"\n\n`{method} {path}`\n\n"
    by_name = {(name or "").casefold(): value for name, value in pairs}
    if by_name.get("name") and by_name.get("type"):
        need = {"true": "required", "false": "optional"}.get(by_name.get("required", "").casefold(), "")
        place = f"in {by_name['in']}" if by_name.get("in") else ""
        marks = ", ".join(filter(None, (place, by_name["type"], need)))
        return f"\n- `{by_name['name']}` ({marks}): {by_name.get('description', '')}"
    return ""


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether the shortcode is the only text on its line."""
    behind = text.find("\n", end)
    line = text[text.rfind("\n", 0, start) + 1 : start] + text[end : behind if behind >= 0 else len(text)]
    return not line.strip()
