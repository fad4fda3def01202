"""The changelog on the reference page, a section for each release."""

import re
from collections.abc import Iterator

from markupsafe import Markup

from jekyll_openapi.patterns import regex
from jekyll_openapi.reference import markdown, views

_VERSION = regex(r"^## ", re.MULTILINE)
_PART = regex(r"^### (.*)$", re.MULTILINE)


def versions(text: str) -> Iterator[views.Version]:
    """The releases in the order of the changelog, newest first."""
    for part in _VERSION.split(text)[1:]:
        title, _, rest = part.partition("\n")
        yield views.Version(title.strip(), Markup("").join(_parts(rest)))


def _parts(text: str) -> Iterator[Markup]:
    first, *others = _PART.split(text)
    yield markdown.blocks(first)
    for title, rest in zip(others[::2], others[1::2], strict=True):
        yield Markup("<h4>{}</h4>").format(title)
        yield markdown.blocks(rest)
