"""How what a request or an answer holds differs, by media type."""

from collections.abc import Iterator, Mapping

from jekyll_openapi.diff import kinds
from jekyll_openapi.diff.notes import compare_notes, compare_rest
from jekyll_openapi.diff.schemas import compare_schemas
from jekyll_openapi.diff.spot import Difference, Found, Spot, bare

_READ_HERE = frozenset({"content", "required", "schema", "$ref", "encoding", "headers", "links"})
_ENCODED = ("application/x-www-form-urlencoded", "multipart/")


def json_schema(holder: Spot) -> Spot:
    """The schema of the JSON that a body or a response holds."""
    return holder.resolved().below("content").below("application/json").below("schema")


def compare_content(old: Spot, new: Spot) -> Iterator[Found]:
    """How two bodies, or two responses, differ in what they hold."""
    yield from compare_rest(old, new, _READ_HERE)
    before, after = (_by_type(spot.below("content")) for spot in (old, new))
    for media, was in before.items():
        now = _find(media, after)
        if now is None:
            yield Difference(kinds.MEDIA_REMOVED, was, None, f"`{media}` is gone", media)
            continue
        yield from compare_notes(was, now)
        yield from compare_rest(was, now, _READ_HERE)
        if media.startswith(_ENCODED):
            yield from _compare_encoding(was, now)
        yield from compare_schemas(was.below("schema"), now.below("schema"))
    for media, now in after.items():
        if _find(media, before) is None:
            yield Difference(kinds.MEDIA_ADDED, None, now, f"`{media}` is new", "", media)


def _by_type(content: Spot) -> dict[str, Spot]:
    return {media_type(name): content.into(name) for name in content.value}


def media_type(name: str) -> str:
    """The name with what makes no difference taken away: letter case, spaces, the charset that holds anyway."""
    kind, *parameters = (part.strip() for part in name.split(";"))
    pairs = sorted("=".join(side.strip().strip('"') for side in one.split("=", 1)) for one in parameters if one)
    kept = [one if "=" not in one else f"{one.split('=', 1)[0].lower()}={one.split('=', 1)[1]}" for one in pairs]
    is_json = kind.lower() == "application/json" or kind.lower().endswith("+json")
    kept = [one for one in kept if not (is_json and one.lower() == "charset=utf-8")]
    return ";".join([kind.lower(), *kept])


def _find(media: str, content: Mapping[str, Spot]) -> Spot | None:
    """What stands under the type, or under a range that it is in."""
    kind = media.split(";")[0]
    for name in (media, f"{kind.split('/')[0]}/*", "*/*"):
        if name in content:
            return content[name]
    return None


def _compare_encoding(old: Spot, new: Spot) -> Iterator[Difference]:
    before, after = (bare(spot.get("encoding", {})) for spot in (old, new))
    if before != after:
        yield Difference(kinds.ENCODING, old, new, "its parts are written in another way", str(before), str(after))
