"""Finds the bodies that a page shows an operation being sent.

curl -X POST https://a.example/boxes -d '{"size": 3}'

POST /boxes HTTP/1.1
Content-Type: application/json

{"size": 3}

### Request body, **Example request**, The body: and such, above a fence of JSON
"""

import re
from collections.abc import Iterator

from jekyll_openapi.api.context import Context
from jekyll_openapi.api.curl_calls import curl_calls
from jekyll_openapi.api.operation_drafts import Draft
from jekyll_openapi.api.paths import as_shown
from jekyll_openapi.api.responses import json_of
from jekyll_openapi.api.section_kinds import is_failure, lead_kind, placed
from jekyll_openapi.diagnostics import Location
from jekyll_openapi.pages.document import Fence, ObjectLiteral, Paragraph, plain
from jekyll_openapi.pages.javascript import read_whole
from jekyll_openapi.patterns import regex

_SENT = regex(r"\b(?:requests?|body|payload|to send)\b", re.I)
_COMES_BACK = regex(r"\b(?:returns?|responses?|responds|answers?|results?|repl(?:y|ies)|gives|errors?|fails)\b", re.I)
_BODY = ("request", "body")
_AROUND = (*_BODY, "example", None)


def sent_bodies(draft: Draft) -> Iterator[ObjectLiteral]:
    """The bodies in HTTP requests to the operation."""
    shown = as_shown(draft.path)
    for fence in (fence for part in draft.parts for fence in part.fences):
        words = fence.text.partition("\n")[0].split()
        if len(words) > 1 and words[0].casefold() == draft.method and shown.search(words[1].split("?")[0]):
            value = json_of(fence)
            if isinstance(value, ObjectLiteral):
                yield value


def shown_bodies(draft: Draft, context: Context) -> tuple[ObjectLiteral, ...]:
    """The bodies in requests to the operation, or else those below a title or a sentence that says that it is one."""
    if found := (*sent_bodies(draft), *_in_curl(draft)):
        return found
    # Where a text is about several operations, the JSON can be the body of any.
    return tuple(_titled(draft, context)) if len(draft.companions) < 2 else ()


def _in_curl(draft: Draft) -> Iterator[ObjectLiteral]:
    shown = as_shown(draft.path)
    for fence in (fence for part in draft.parts for fence in part.fences):
        for call in curl_calls(fence.text):
            if call.method == draft.method and shown.search(call.address.split("?")[0]):
                for data in call.data:
                    at = max(fence.text.find(data, call.start), call.start)
                    line = fence.location.line + fence.text.count("\n", 0, at)
                    value = read_whole(Fence("json", data, Location(fence.location.file, line)))
                    if isinstance(value, ObjectLiteral):
                        yield value


def _titled(draft: Draft, context: Context) -> Iterator[ObjectLiteral]:
    for one in placed(draft.parts, context.dialect):
        if one.kind not in _AROUND or is_failure(one, context.dialect):
            continue
        is_titled = is_body = one.kind in _BODY or (one.kind == "example" and _is_sent(one.part.title))
        for index, block in enumerate(one.part.blocks):
            lead = lead_kind(one.part.blocks, index, context.dialect)
            above = one.part.blocks[index - 1] if index else None
            if isinstance(above, Paragraph):
                text = plain(above.spans)
                if lead:
                    is_body = lead in _BODY
                elif text.endswith(":"):
                    is_body = not _COMES_BACK.search(text) and (is_titled or is_body or bool(_SENT.search(text)))
            if isinstance(block, Fence) and is_body:
                value = read_whole(block)
                if isinstance(value, ObjectLiteral):
                    yield value
                is_body = False


def _is_sent(text: str) -> bool:
    return bool(_SENT.search(text)) and not _COMES_BACK.search(text)
