"""Iterates over the operations of a description, and classifies media types."""

from collections.abc import Iterator, Mapping
from typing import Any

from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.references import schema_name

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
PLACES = ("path", "query", "header", "cookie")
JSON_MEDIA = "application/json"
FORM_MEDIA = "application/x-www-form-urlencoded"
MULTIPART_MEDIA = "multipart/form-data"


def operations(document: Mapping[str, Any]) -> Iterator[tuple[str, str, Json]]:
    """(path, method, operation) for every operation, in order."""
    for path, item in (document.get("paths") or {}).items():
        if isinstance(item, dict) and path.startswith("/"):
            yield from ((path, method, item[method]) for method in METHODS if isinstance(item.get(method), dict))


def success(operation: Mapping[str, Any]) -> str:
    """The status of the operation's first success; `200` if it states none."""
    return next((str(one) for one in operation.get("responses", {}) if str(one).startswith("2")), "200")


def shown(method: str, path: str) -> str:
    """The operation in words: `POST /order/placeOCO`."""
    return f"{method.upper()} {path}"


def is_json(media: str) -> bool:
    """Whether the media type is JSON: `application/json`, `application/problem+json; charset=utf-8`."""
    kind = media.partition(";")[0].strip().lower()
    return kind == JSON_MEDIA or kind.endswith("+json") or kind == "text/json"


def is_fields(media: str) -> bool:
    """Whether the media type is a form, URL-encoded or multipart."""
    return media.partition(";")[0].strip().lower() in (FORM_MEDIA, MULTIPART_MEDIA)


def chosen_media(content: Mapping[str, Any]) -> str:
    """The media type to use if several are offered: JSON, then a URL-encoded form, then multipart, then the first.

    Empty if none is offered.
    """
    ranks = (is_json, lambda kind: kind.startswith(FORM_MEDIA), is_fields)
    return next((kind for rank in ranks for kind in content if rank(kind.lower())), next(iter(content), ""))


def is_binary(media: str) -> bool:
    """Whether content of the media type is bytes, such as an image."""
    kind = media.partition(";")[0].strip().lower()
    written = kind.startswith(("text/", "multipart/")) or kind.endswith(("+json", "+xml", "/xml", "/javascript"))
    return bool(kind) and not (written or is_json(kind) or is_fields(kind) or "yaml" in kind)


def sent_media(media: str, schema: Mapping[str, Any]) -> str:
    """The media type to send if the description states a range such as `*/*` or `image/*`."""
    kind = media.partition(";")[0].strip().lower()
    if "*" not in kind:
        return media
    if kind.startswith("text/"):
        return "text/plain"
    is_written = kind.startswith(("*", "application/")) and schema.get("format") != "binary"
    return JSON_MEDIA if is_written else "application/octet-stream"


def body_properties(document: Mapping[str, Any], operation: Mapping[str, Any]) -> Json | None:
    """The properties of an operation's body that a caller passes as arguments, in a lowered description.

    None if the body is passed as a whole or there is none.
    """
    content = operation.get("requestBody", {}).get("content", {})
    media = chosen_media(content)
    if not media or not (is_json(media) or is_fields(media)):
        return None
    found = document["components"]["schemas"].get(schema_name(content[media].get("schema", {})), {})
    properties = {name: one for name, one in found.get("properties", {}).items() if one.get("readOnly") is not True}
    return properties or None
