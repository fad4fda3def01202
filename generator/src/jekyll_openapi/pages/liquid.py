"""Renders the Liquid of a page: `{{site.baseurl}}/index`, `{% include arrow.html %}`, `{% raw %}` and all other tags.

Unknown tags and variables render as nothing and are reported. Variables, comments, raw text, links and includes without
parameters are rendered here, provided that the included files contain nothing else either. All other pages go
through python-liquid, which is slow to import.
"""

from collections.abc import Iterator, Mapping

from jekyll_openapi.diagnostics import Report
from jekyll_openapi.pages.liquid_marks import OPENING, Complaints, Mark, Scanner, Variables, complain_missing, link_text
from jekyll_openapi.pages.placed_text import PlacedText
from jekyll_openapi.pages.site_context import NOTHING, SiteContext
from jekyll_openapi.pages.traced import joined
from jekyll_openapi.patterns import regex
from jekyll_openapi.rules import LIMIT_EXCEEDED

_VARIABLE = regex(r"[A-Za-z_][\w-]*(?:\.[\w-]+)*")
_LITERALS = {"true", "false", "nil", "null", "empty", "blank"}
_DEPTH = 10
"""Most nested includes that are rendered here."""
_CHARACTERS = 1_000_000
"""Most characters that includes may add to a page, ..."""
_COST = 10
"""... where each mark in them counts as this many."""


def render(placed: PlacedText, variables: Variables, report: Report, around: SiteContext = NOTHING) -> PlacedText:
    """The text with its Liquid rendered. Text from another file is located at the tag that includes it."""
    if not OPENING.search(placed.text):
        return placed
    complaints = Complaints(placed, variables, report)
    marks = list(Scanner(placed.text, complaints).marks())
    short = _Short(variables, complaints, around)
    # Importing python-liquid takes longer than rendering most sites.
    if not all(map(short.answers, marks)):
        from jekyll_openapi.pages.template import render_template

        return render_template(placed, marks, variables, complaints, around)
    parts = (part for mark in marks for part in short.render(placed, mark))
    return PlacedText.joined([placed.cut(0, 0), *parts])


class _Short:
    """Renders the simple tags without python-liquid."""

    def __init__(self, variables: Variables, complaints: Complaints, around: SiteContext) -> None:
        self._variables = variables
        self._complaints = complaints
        self._around = around
        self._files: dict[str, list[Mark] | None] = {}
        """Include -> its marks; None if it needs python-liquid."""
        self._texts: dict[str, str] = {}
        self._work = 0

    def answers(self, mark: Mark, depth: int = 0) -> bool:
        """Whether a mark can be rendered here: text, a plain variable, a link, or an include of only such marks."""
        match mark.kind, mark.name:
            case ("text", _):
                return True
            case ("tag", "link" | "post_url"):
                return not OPENING.search(mark.body)
            case ("tag", "include"):
                return self._is_short_include(mark, depth)
            case ("tag", _):
                return False
        name = _VARIABLE.match(mark.body)
        if not name or name.group() in _LITERALS or "|" in mark.body:
            return False
        if name.group() == mark.body:
            return isinstance(_look_up(mark.body, self._variables), str | None)
        return name.group().split(".")[0] not in self._variables

    def _is_short_include(self, mark: Mark, depth: int) -> bool:
        words = mark.body.split()
        if len(words) != 2 or "{" in words[1] or depth > _DEPTH:
            return False
        name = words[1]
        if name not in self._files:
            self._files[name] = None
            text = self._around.include(name)
            if text is None:
                self._files[name] = []
            else:
                self._texts[name] = text
                inside, self._complaints.inside = self._complaints.inside, self._complaints.inside or mark
                marks = list(Scanner(text, self._complaints).marks())
                self._complaints.inside = inside
                if all(self.answers(one, depth + 1) for one in marks):
                    self._files[name] = marks
        return self._files[name] is not None

    def render(self, placed: PlacedText, mark: Mark) -> Iterator[PlacedText]:
        """The rendered mark."""
        if mark.kind == "text":
            yield placed.cut(mark.start, mark.end)
        else:
            yield from (placed.replaced(mark.start, mark.end, text) for text in joined(self._texts_of(mark)))

    def _texts_of(self, mark: Mark) -> list[str]:
        if mark.kind == "output":
            name = _VARIABLE.match(mark.body)
            assert name
            value = _look_up(name.group(), self._variables)
            if value is None:
                self._complaints.variable(name.group(), mark)
            return [value if isinstance(value, str) else ""]
        if mark.name in ("link", "post_url"):
            return [link_text(mark, mark.body.removeprefix(mark.name), self._around, self._complaints)]
        name_of_file = mark.body.split()[1]
        if name_of_file not in self._texts:
            complain_missing(mark, self._complaints)
            return [""]
        return self._included(name_of_file, mark)

    def _included(self, name: str, mark: Mark) -> list[str]:
        inside, self._complaints.inside = self._complaints.inside, self._complaints.inside or mark
        text, marks = self._texts[name], self._files[name] or []
        self._work += len(text) + _COST * len(marks)
        if self._work > _CHARACTERS:
            if self._work < 2 * _CHARACTERS:
                message = "the includes of the page show too much; the rest of them is left out"
                self._complaints.other(message, mark, "include less", LIMIT_EXCEEDED)
                self._work = 2 * _CHARACTERS
            marks = []
        texts = [""]
        for one in marks:
            texts += [text[one.start : one.end]] if one.kind == "text" else self._texts_of(one)
        self._complaints.inside = inside
        return texts


def _look_up(name: str, variables: Variables) -> object:
    """The value of a dotted name; None if it is undefined."""
    value: object = variables
    for part in name.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value
