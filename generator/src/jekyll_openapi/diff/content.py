"""How what a request or an answer holds differs, by media type."""

from collections.abc import Iterator

from jekyll_openapi.diff import kinds
from jekyll_openapi.diff.notes import compare_notes, compare_rest
from jekyll_openapi.diff.schemas import compare_schemas
from jekyll_openapi.diff.spot import Difference, Found, Spot

_READ_HERE = frozenset({"content", "required", "schema", "$ref"})


def json_schema(holder: Spot) -> Spot:
    """The schema of the JSON that a body or a response holds."""
    return holder.resolved().below("content").below("application/json").below("schema")


def compare_content(old: Spot, new: Spot) -> Iterator[Found]:
    """How two bodies, or two responses, differ in what they hold."""
    yield from compare_rest(old, new, _READ_HERE)
    before, after = (spot.below("content") for spot in (old, new))
    for media in before.value:
        if media not in after.value:
            yield Difference(kinds.MEDIA_REMOVED, before.into(media), None, f"`{media}` is gone", media)
            continue
        was, now = before.into(media), after.into(media)
        yield from compare_notes(was, now)
        yield from compare_rest(was, now, _READ_HERE)
        yield from compare_schemas(was.below("schema"), now.below("schema"))
    for media in after.value:
        if media not in before.value:
            yield Difference(kinds.MEDIA_ADDED, None, after.into(media), f"`{media}` is new", "", media)
