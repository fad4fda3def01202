"""Computes the URL path that Jekyll serves a page at.

    permalink: /all-ops/order/placeorder/     ->  /all-ops/order/placeorder
    permalink: auth/index.html                ->  /auth
    no permalink, rest-guide/rest.md          ->  /rest-guide/rest
    a document of the collection `calls`      ->  /calls/count, or what its permalink says with `:path` and the like

A permalink that leads out of the site is reported and ignored.
"""

import re
from collections.abc import Mapping
from urllib.parse import quote, unquote

from jekyll_openapi.diagnostics import Diagnostic, Location, Report
from jekyll_openapi.pages.settings import Collection
from jekyll_openapi.patterns import regex
from jekyll_openapi.rules import OUTSIDE_SITE

_LEAVES_SITE = regex(r"[\x00-\x1f\x7f\\]|^//|^\w[\w+.-]*:|(?:^|/)\.\.(?:/|$)")
_POST = regex(r"(\d+)-(\d+)-(\d+)-(.+)")
_SAFE = "/-._~!$&'()*+,;=:@"
_PLACEHOLDER = regex(r":([a-z_]+)")


def page_url(
    path: str, collection: Collection | None, fields: Mapping[str, str], where: Location, report: Report
) -> str:
    """The URL path of a page: from its permalink, or else from the pattern of its collection, or else from its path."""
    words = _words(path, collection, fields)
    permalink = fields.get("permalink", "")
    if permalink:
        # Decoded first: `%2e%2e` is `..`.
        if not _LEAVES_SITE.search(unquote(permalink)):
            return _normal(_filled(permalink, words))
        message = f"the permalink {permalink[:80]!r} leads out of the site"
        report(Diagnostic(OUTSIDE_SITE, message, where, "begin it with one slash and leave out `..`"))
    if collection and not _LEAVES_SITE.search(unquote(collection.permalink)):
        return _normal(_filled(collection.permalink, words))
    return _normal(quote(path.rsplit(".", 1)[0], safe=_SAFE))


def post_name(path: str) -> tuple[str, str, str, str] | None:
    """Year, month, day and name of a post; None if the file name is not that of a post."""
    match = _POST.fullmatch(path.rsplit("/", 1)[-1].rsplit(".", 1)[0])
    return (match[1], match[2], match[3], match[4]) if match else None


def _words(path: str, collection: Collection | None, fields: Mapping[str, str]) -> dict[str, str]:
    """Placeholder of a permalink -> its value."""
    stem, name = path.rsplit(".", 1)[0], path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    if collection is None:
        folder = stem.rpartition("/")[0]
        return {"path": folder, "basename": name, "output_ext": ".html"}
    inner = stem.removeprefix(collection.folder).lstrip("/")
    words = {"collection": collection.label, "path": inner, "output_ext": ".html", "categories": ""}
    if post := post_name(path):
        *date, name = post
        words |= dict(zip(("year", "month", "day"), date, strict=True)) | {"short_year": post[0][-2:]}
        words |= {"i_month": str(int(post[1])), "i_day": str(int(post[2]))}
        words["categories"] = f"/{stem}".partition("/_posts/")[0].strip("/") or fields.get("category", "")
    slug = fields.get("slug") or name
    return words | {"name": _slug(name), "title": _slug(slug, keep="._~!$&'()+,;=@"), "slug": _slug(slug)}


def _filled(template: str, words: Mapping[str, str]) -> str:
    def word(match: re.Match[str]) -> str:
        return quote(words.get(match[1], words.get(match[1].rstrip("_"), match[0])), safe=_SAFE)

    filled = _PLACEHOLDER.sub(word, template)
    return re.sub(r"/{2,}", "/", filled.replace("./", ""))


def _slug(text: str, keep: str = "") -> str:
    """The text with dashes in place of other characters than letters, digits and those in `keep`.

    Lower case if `keep` is empty.
    """
    slug = re.sub(rf"[^\w{re.escape(keep)}]+" if keep else r"[\W_]+", "-", text).strip("-")
    return slug if keep else slug.lower()


def _normal(url: str) -> str:
    path = url.strip("/").removesuffix(".html")
    return "/" + ("/" + path).removesuffix("/index").strip("/")
