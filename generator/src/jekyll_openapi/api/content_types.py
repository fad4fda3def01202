"""Reads in which form an operation takes its body, where a page says another than JSON.

The body is sent as `application/x-www-form-urlencoded`.   **Content-Type:** `multipart/form-data`
| `Content-Type` | `application/x-www-form-urlencoded` |   The request is form-encoded.
curl -d 'code=a&state=b' https://...                       (curl sends a form, unless it is told otherwise)
"""

import re
from collections.abc import Iterator

from jekyll_openapi.api.context import Context
from jekyll_openapi.api.curl_calls import curl_calls
from jekyll_openapi.api.model import JSON, Provenance, stated
from jekyll_openapi.api.operation_drafts import Draft
from jekyll_openapi.api.paths import as_shown
from jekyll_openapi.api.request_lines import METHOD, METHOD_WORDS
from jekyll_openapi.api.section_kinds import ANSWER, is_failure, placed
from jekyll_openapi.api.sentences import block_sentences
from jekyll_openapi.diagnostics import Location
from jekyll_openapi.pages.document import Block, Fence, Table, plain
from jekyll_openapi.patterns import regex

_FORM, _PARTS = "application/x-www-form-urlencoded", "multipart/form-data"
_NAMED = regex(
    rf"(?P<form>{re.escape(_FORM)}|\b(?:form|url)[ -]?encoded\b)|(?P<parts>{_PARTS})|(?P<json>application/json\b)",
    re.I,
    needs=("encoded", "multipart", "application/json"),
)
_NOT = regex(r"\b(?:not|never|no longer|instead of|rather than|without|cannot|n't)\b", re.I)
_OF_ANSWER = regex(r"\b(?:responses?|answers?|returns?|returned|repl(?:y|ies)|responds|results?|accept)\b", re.I)
_KINDS = {"form": _FORM, "parts": _PARTS, "json": JSON}
_HEADER = regex(r"\bcontent-type['\"]?\s*:\s*['\"]?(?P<kind>[\w.+-]+/[\w.+-]+)", re.I)
_SENT = regex(
    rf"^(?:{METHOD})[ \t]+(?P<path>\S+)[^\n]*\n(?P<head>(?:[\w-]+:[^\n]*(?:\n|\Z))+)",
    re.M,
    needs=tuple(f"{method}{gap}" for method in METHOD_WORDS for gap in " \t"),
)


def read_content_type(draft: Draft, context: Context) -> tuple[str, Provenance] | None:
    """The media type of the body, and where the page says it; None if it says none, or JSON as well.

    What the text states comes before what a call of curl shows.
    """
    blocks = [
        block
        for one in placed(draft.parts, context.dialect)
        if one.kind not in ANSWER and not is_failure(one, context.dialect)
        for block in one.part.blocks
    ]
    told = [one for block in blocks for one in _told(block)]
    said = told or [one for block in blocks for one in _shown(block, draft)]
    first = dict(reversed(said))
    if not said or JSON in first:
        return None
    kind, location = next(iter(reversed(first.items())))
    why = "the media type of the body: an example of the call sends it so"
    return kind, stated(location) if told else Provenance("inferred", location, why)


def _told(block: Block) -> Iterator[tuple[str, Location]]:
    """The media types that a sentence or the row of a table names for the request."""
    texts = [(one.text, one.location) for one in block_sentences(block)]
    if isinstance(block, Table):
        rows = (row for row in (block.header, *block.rows) if row.cells)
        about = (row for row in rows if re.search(r"\bcontent[ -]type\b", plain(row.cells[0].spans), re.I))
        texts = [(" ".join(plain(cell.spans) for cell in row.cells), row.location) for row in about]
    for text, location in texts:
        if _OF_ANSWER.search(text) or _NOT.search(text.partition(",")[0]):
            continue
        for named in _NAMED.finditer(text.partition(", not ")[0]):
            yield _KINDS[named.lastgroup or "json"], location


def _shown(block: Block, draft: Draft) -> Iterator[tuple[str, Location]]:
    """The media types that the HTTP requests and the calls of curl in a fence send to the operation."""
    if not isinstance(block, Fence):
        return
    for sent in _SENT.finditer(block.text):
        header = _HEADER.search(sent["head"])
        kind = header["kind"].lower() if header else ""
        if kind in _KINDS.values() and as_shown(draft.path).search(sent["path"].split("?")[0]):
            yield kind, Location(block.location.file, block.location.line + block.text.count("\n", 0, sent.start()))
    for call in curl_calls(block.text):
        if not as_shown(draft.path).search(call.address.split("?")[0]):
            continue
        header = next(filter(None, map(_HEADER.match, call.headers)), None)
        kind = header["kind"].lower() if header else _PARTS if call.is_form else _FORM if call.is_encoded else ""
        if kind in _KINDS.values():
            yield kind, block.location
