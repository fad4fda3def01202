"""Blocks of HTML: what scripts hold, and the text that stands behind a closing tag on its line.

<script>
    window[TDV].defineTryit({ endpoint: '/order/placeOrder' });
</script> ## Heading
"""

import re
from collections.abc import Iterator

from jekyll_openapi.diagnostics import Diagnostic, Report
from jekyll_openapi.pages.document import Html, Script
from jekyll_openapi.pages.javascript import read_calls
from jekyll_openapi.pages.limits import Limits
from jekyll_openapi.pages.placed import PlacedText
from jekyll_openapi.rules import UNREADABLE_TRYIT

_OPENING = re.compile(r"\s*<script(?:\s[^>]*)?>", re.IGNORECASE)
_CLOSING = re.compile(r"</script\s*>", re.IGNORECASE)


def read_html(placed: PlacedText, report: Report, limits: Limits) -> Iterator[Html | Script | PlacedText]:
    """The scripts of a block, its other HTML, and Markdown that follows a script on its line."""
    done = 0
    while opening := _OPENING.match(placed.text, done):
        closing = _CLOSING.search(placed.text, opening.end())
        end, done = closing.span() if closing else (len(placed.text),) * 2
        where = placed.location(opening.end() - len(opening.group().lstrip()), done)
        if not closing:
            report(Diagnostic(UNREADABLE_TRYIT, "the script is not closed", where, "add `</script>`"))
        source = placed.cut(opening.end(), end)
        yield Script(read_calls(source.text, source.location, report, limits), where)
    rest = placed.cut(done, len(placed.text)).trimmed()
    if rest.text:
        yield rest if done else Html(placed.text, placed.location())
