"""Where Jekyll serves a page.

    permalink: /all-ops/order/placeorder/     ->  /all-ops/order/placeorder
    permalink: auth/index.html                ->  /auth
    no permalink, rest-guide/rest.md          ->  /rest-guide/rest

What leads out of the site is not used.
"""

import re
from urllib.parse import unquote

from jekyll_openapi.diagnostics import Diagnostic, Report
from jekyll_openapi.pages.document import Field
from jekyll_openapi.rules import OUTSIDE_SITE

_LEAVES_SITE = re.compile(r"[\x00-\x1f\x7f\\]|^//|^\w[\w+.-]*:|(?:^|/)\.\.(?:/|$)")


def page_url(path: str, permalink: Field | None, report: Report) -> str:
    """The URL path of a page: its permalink, or what its path in the site gives."""
    if permalink and permalink.value:
        if not _LEAVES_SITE.search(unquote(permalink.value)):
            return _normal(permalink.value)
        message = f"the permalink {permalink.value[:80]!r} leads out of the site"
        report(Diagnostic(OUTSIDE_SITE, message, permalink.location, "begin it with one slash and leave out `..`"))
    return _normal(path.rsplit(".", 1)[0])


def _normal(url: str) -> str:
    path = url.strip("/").removesuffix(".html")
    return "/" + ("/" + path).removesuffix("/index").strip("/")
