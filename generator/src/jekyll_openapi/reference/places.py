"""Links facts to lines of docs pages: by `x-source`, and by places in evidence and findings."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup

from jekyll_openapi.diagnostics import Location
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass, field
from jekyll_openapi.reference import markdown
from jekyll_openapi.reference.anchors import place as anchor_of
from jekyll_openapi.reference.views import Correction, Known

_SOURCE = regex(r"(.+):([1-9][0-9]{0,6})")
_PLACE = regex(r"(?<![^\s(])([^\s:`()]+):([1-9][0-9]{0,6})(?![^\s,;.)])")


@dataclass(frozen=True, slots=True)
class Places:
    """The known docs pages, and the corrections by anchor."""

    files: frozenset[str]
    corrections: Mapping[str, tuple[Correction, ...]] = field(default_factory=dict)

    def known(self, content: Json, *anchors: str) -> Known:
        """How a part of the description is known; corrections at the anchors are included."""
        source = source_of(content)
        evidence = [str(one) for one in content.get("x-inferred-from", ())]
        return Known(
            "inferred" if evidence else "stated" if source else "supplied",
            source,
            tuple(map(self.line, evidence)),
            tuple(place for one in evidence for place in self.mentioned(one)),
            tuple(one for anchor in anchors for one in self.corrections.get(anchor, ())),
        )

    def line(self, text: str) -> Markup:
        """The text as inline HTML, with places as links."""
        parts: list[Markup] = []
        end = 0
        for found, place in self._found(text):
            parts.append(markdown.line(text[end : found.start()]))
            parts.append(Markup('<a class="place" href="#{}">{}</a>').format(anchor_of(place), place))
            end = found.end()
        return Markup("").join([*parts, markdown.line(text[end:])])

    def mentioned(self, text: str) -> tuple[Location, ...]:
        """The places in the text."""
        return tuple(place for _, place in self._found(text))

    def _found(self, text: str) -> Iterator[tuple[re.Match[str], Location]]:
        for found in _PLACE.finditer(text):
            if found[1] in self.files:
                yield found, Location(found[1], int(found[2]))


def source_of(content: Json) -> Location | None:
    """The place in `x-source`; None if there is none."""
    found = _SOURCE.fullmatch(str(content.get("x-source", "")))
    return Location(found[1], int(found[2])) if found else None


def sources(content: Any) -> Iterator[Location]:
    """Each `x-source` place in a part of the description."""
    match content:
        case dict():
            if place := source_of(content):
                yield place
            for value in content.values():
                yield from sources(value)
        case list():
            for value in content:
                yield from sources(value)
