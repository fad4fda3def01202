"""The part of the reference page about the API as a whole."""

from collections.abc import Iterator

from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.operations import operations
from jekyll_openapi.reference import markdown, views
from jekyll_openapi.reference.types import rest_of

SAID = {"openapi", "info", "servers", "tags", "paths", "components"}
SAID_OF_INFO = {"title", "version", "summary", "description", "x-pages", "x-corrections"}


def about(spec: Json) -> views.About:
    """Title, description, servers, security schemes, and everything without a place elsewhere."""
    info = spec.get("info", {})
    read = info.get("x-pages", {})
    return views.About(
        title=str(info.get("title", "")),
        version=str(info.get("version", "")),
        summary=markdown.line(str(info.get("summary", ""))),
        text=markdown.blocks(str(info.get("description", ""))),
        servers=tuple(_servers(spec)),
        schemes=tuple(_schemes(spec)),
        pages=str(read.get("count", "")),
        digest=str(read.get("digest", "")),
        has_classes=any("x-operation-class" in one for _, _, one in operations(spec)),
        place=next((str(one["x-source"]) for _, _, one in operations(spec) if "x-source" in one), ""),
        rest=(*rest_of(spec, SAID), *rest_of(info, SAID_OF_INFO)),
    )


def _servers(spec: Json) -> Iterator[views.Server]:
    for one in spec.get("servers", ()):
        text = markdown.line(str(one.get("description", "")))
        yield views.Server(str(one.get("url", "")), text, str(one.get("x-environment", "")))


def _schemes(spec: Json) -> Iterator[views.SecurityScheme]:
    for name, one in spec.get("components", {}).get("securitySchemes", {}).items():
        words = " ".join(str(one[keyword]) for keyword in ("type", "scheme") if keyword in one)
        if one.get("type") == "apiKey":
            words += f" {one.get('name', '')}, in: {one.get('in', '')}"
        yield views.SecurityScheme(name, words, markdown.blocks(str(one.get("description", ""))))
