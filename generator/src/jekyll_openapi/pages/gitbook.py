"""Turns the blocks with which GitBook describes methods into Markdown: they are no Liquid, and Jekyll has none of them.

{% swagger method="get" path="/cakes/:id" summary="Get cakes" %}         ## `GET /cakes/:id`     Get cakes
{% swagger-parameter in="path" name="id" type="String" required="true" %}
Which cake.                                                              - `id` (in path, String, required): Which cake.
{% endswagger-parameter %}
{% swagger-response status="200: OK" %}                                  ### Response 200

The older `api-method` and the newer `openapi` are read alike.
"""

import re
from collections.abc import Iterator

from jekyll_openapi.pages.placed_text import PlacedText
from jekyll_openapi.patterns import regex

_TAG = regex(
    r"(?<![ \t])[ \t]*\{%-?\s*(?P<name>(?:end)?(?:swagger|api-method|openapi)(?:-[a-z-]+)?)"
    r"(?P<rest>(?:\s+[\w-]+=(?:\"[^\"\n]*\"|[^\s%]+))*)\s*-?%\}\s*",
    needs=("swagger", "api-method", "openapi"),
    also=("{%",),
)
_ATTRIBUTE = regex(r"([\w-]+)=(?:\"([^\"]*)\"|(\S+))")
_PLACES = {"path": "path", "query": "query", "headers": "header", "body": "body", "form-data": "body"}
_OPENING = ("swagger", "api-method", "openapi")


def without_method_blocks(placed: PlacedText) -> PlacedText:
    """The text with headings, list items and paragraphs in place of such blocks."""
    if not _TAG.search(placed.text):
        return placed
    return PlacedText.joined(_turned(placed))


def _turned(placed: PlacedText) -> Iterator[PlacedText]:
    done, place, has_title = 0, "query", False
    for found in _TAG.finditer(placed.text):
        name = found["name"]
        said = {one[1].casefold(): one[2] or one[3] or "" for one in _ATTRIBUTE.finditer(found["rest"])}
        if name in _OPENING:
            has_title = False
        elif kind := re.fullmatch(r"api-method-(.*?)(?:-parameters)?", name):
            place = _PLACES.get(kind[1], place)
        text = _text(name, said, place, has_title=has_title)
        has_title = has_title or (name.endswith("-parameter") and not name.startswith("end"))
        yield placed.cut(done, found.start())
        yield placed.cut(found.start(), found.end()).replaced(0, found.end() - found.start(), text)
        done = found.end()
    yield placed.cut(done, len(placed.text))


def _text(name: str, said: dict[str, str], place: str, *, has_title: bool) -> str:
    """The Markdown for a tag; blank lines for one that only groups others."""
    if name in _OPENING and said.get("path"):
        return f"\n\n## `{said.get('method', 'get').upper()} {said['path']}`\n\n{said.get('summary', '')}\n\n"
    if name.endswith("-parameter") and not name.startswith("end") and said.get("name"):
        need = "required" if said.get("required") == "true" else "optional"
        marks = ", ".join(filter(None, (f"in {said.get('in', place)}", said.get("type", ""), need)))
        return ("" if has_title else "\n\n### Parameters\n\n") + f"- `{said['name']}` ({marks}): "
    status = said.get("status") or said.get("httpcode") or ""
    if status and not name.startswith("end"):
        return f"\n\n### {'Response' if status.startswith('2') else 'Error'} {status[:3]}\n\n"
    return "\n" if name.endswith("-parameter") else "\n\n"
