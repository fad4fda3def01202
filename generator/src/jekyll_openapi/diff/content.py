"""Compares the contents of requests and responses by media type."""

from collections.abc import Iterator, Mapping

from jekyll_openapi.diff import kinds
from jekyll_openapi.diff.cursor import Cursor, Difference, Found, bare
from jekyll_openapi.diff.normal_form import shape_of
from jekyll_openapi.diff.notes import compare_notes, compare_rest
from jekyll_openapi.diff.schemas import compare_schemas
from jekyll_openapi.diff.shape import Shape
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.references import REF
from jekyll_openapi.records import dataclass

_READ_HERE = frozenset({"content", "required", "schema", REF, "encoding", "headers", "links"})
ENCODED = ("application/x-www-form-urlencoded", "multipart/")
"""Media types of forms, whose schema says how their parts are written."""


def json_schema(holder: Cursor) -> Cursor:
    """The schema of the JSON content of a body or response."""
    return holder.resolved().below("content").below("application/json").below("schema")


def compare_content(old: Cursor, new: Cursor) -> Iterator[Found]:
    """The changes between two bodies or two responses."""
    yield from compare_rest(old, new, _READ_HERE)
    before, after = (by_type(cursor.below("content")) for cursor in (old, new))
    for media, was in before.items():
        now = _find(media, after)
        if now is None:
            yield Difference(kinds.MEDIA_REMOVED, was, None, f"`{media}` is gone", media)
            continue
        yield from compare_notes(was, now)
        yield from compare_rest(was, now, _READ_HERE)
        if media.startswith(ENCODED):
            yield from _compare_encoding(was, now)
        yield from compare_schemas(was.below("schema"), now.below("schema"))
    for media, now in after.items():
        if _find(media, before) is None:
            kind = kinds.MEDIA_ADDED if before else kinds.CONTENT_NEEDED
            yield Difference(kind, None, now, f"`{media}` is new", "", media)


def by_type(content: Cursor) -> dict[str, Cursor]:
    """The contents by normalized media type."""
    return {media_type(name): content.into(name) for name in content.value}


def media_type(name: str) -> str:
    """The media type normalized: lower case, no spaces, no default charset."""
    kind, *parameters = (part.strip() for part in name.split(";"))
    pairs = sorted("=".join(side.strip().strip('"') for side in one.split("=", 1)) for one in parameters if one)
    kept = [one if "=" not in one else f"{one.split('=', 1)[0].lower()}={one.split('=', 1)[1]}" for one in pairs]
    is_json = kind.lower() == "application/json" or kind.lower().endswith("+json")
    kept = [one for one in kept if not (is_json and one.lower() == "charset=utf-8")]
    return ";".join([kind.lower(), *kept])


def _find(media: str, content: Mapping[str, Cursor]) -> Cursor | None:
    """The content under the media type, or under a range such as `text/*`; None if there is none."""
    kind = media.split(";")[0]
    for name in (media, f"{kind.split('/')[0]}/*", "*/*"):
        if name in content:
            return content[name]
    return None


def _compare_encoding(old: Cursor, new: Cursor) -> Iterator[Difference]:
    """The changes in how form parts are encoded, with defaults filled in."""
    before, after = _parts(old), _parts(new)
    for name in (one for one in before if one in after):
        was, now = before[name], after[name]
        if was == now:
            continue
        is_wider, is_narrower = was.types < now.types, now.types < was.types
        kind = kinds.ENCODING_ADDED if is_wider else kinds.ENCODING_REMOVED if is_narrower else kinds.ENCODING
        if was.form != now.form:
            kind = kinds.ENCODING
        message = f"the part `{name}` is written in another way"
        yield Difference(kind, old, new, message, str(was), str(now))


@dataclass(frozen=True, slots=True)
class _Part:
    """How a part of a form is encoded."""

    types: frozenset[str]
    form: tuple[str, ...]
    """Style and headers."""

    def __str__(self) -> str:
        return " ".join((", ".join(sorted(self.types)), *self.form))


def _parts(media: Cursor) -> dict[str, _Part]:
    stated = media.get("encoding") or {}
    typed = shape_of((media.below("schema"),)).types.get("object")
    return {
        name: _part(stated.get(name) or {}, cursors) for name, cursors in (typed.properties if typed else {}).items()
    }


def _part(stated: Json, cursors: tuple[Cursor, ...]) -> _Part:
    shape = shape_of(cursors)
    items = shape.types["array"].schemas.get("items") if "array" in shape.types else None
    types = str(stated.get("contentType") or _type_of(shape_of(items) if items else shape))
    style = str(stated.get("style", "form"))
    # A single value is written alike, exploded or not.
    is_several = bool(shape.types.keys() & {"array", "object"})
    form: tuple[str, ...] = (style, str(stated.get("explode", style == "form"))) if is_several else ()
    form += ("reserved",) if stated.get("allowReserved") is True else ()
    form += (str(bare(stated["headers"])),) if "headers" in stated else ()
    return _Part(frozenset(media_type(one) for one in types.split(",")), form)


def _type_of(shape: Shape) -> str:
    """The default content type of a part."""
    if "object" in shape.types:
        return "application/json"
    is_binary = "string" in shape.types and {"binary", "byte"} & set(shape.types["string"].sets.get("format", {}))
    return "application/octet-stream" if is_binary else "text/plain"
