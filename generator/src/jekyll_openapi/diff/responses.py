"""Compares the responses of an operation by status."""

from collections.abc import Iterable, Iterator

from jekyll_openapi.diff import kinds
from jekyll_openapi.diff.content import compare_content
from jekyll_openapi.diff.cursor import Cursor, Difference, Found, nameless
from jekyll_openapi.diff.notes import compare_deprecation, compare_notes, compare_rest
from jekyll_openapi.diff.parameters import READ_OF_PARAMETERS, value_of, written
from jekyll_openapi.diff.schemas import compare_schemas

DEFAULT = "default"


def compare_responses(old: Cursor, new: Cursor) -> Iterator[Found]:
    """The changes in responses. A status range or the default covers statuses that are not listed."""
    before, after = (by_status(cursor.below("responses")) for cursor in (old, new))
    for status, was in before.items():
        now = _find(status, after)
        if now is None:
            kind = kinds.RESPONSE_REMOVED if _is_success(status, before, after) else kinds.FAILURE_REMOVED
            yield Difference(kind, was.named(old.naming), None, f"the answer with status {status} is gone", status)
        else:
            yield from _compare(was, now)
            if status not in after and _covers(status, after):
                message = f"of the answers {status} only some are listed"
                yield Difference(kinds.RANGE_NARROWED, was, now, message, status)
    for status, now in after.items():
        if status in before:
            continue
        covered = _find(status, before)
        if covered is not None:
            yield from _compare(covered, now)
            if _covers(status, before):
                message = f"all answers {status} are taken"
                yield Difference(kinds.RANGE_WIDENED, covered, now, message, "", status)
        # A status inside a range that was listed is no news.
        elif not _covers(status, before):
            kind = kinds.RESPONSE_ADDED if _is_success(status, after, before) else kinds.FAILURE_ADDED
            yield Difference(kind, None, now.named(new.naming), f"an answer with status {status} is new", "", status)


def by_status(responses: Cursor) -> dict[str, Cursor]:
    """The responses by status, references followed."""
    return {
        status.upper() if status != DEFAULT else status: responses.into(status).resolved()
        for status in _listed(responses)
    }


def _listed(responses: Cursor) -> Iterator[str]:
    return (str(status) for status in responses.value if not str(status).startswith("x-"))


def _find(status: str, responses: dict[str, Cursor]) -> Cursor | None:
    """The response for the status: listed itself, by its range, inside of the range, or the default."""
    inside = [key for key in responses if status.endswith("XX") and key[:1] == status[:1]]
    for key in (status, f"{status[:1]}XX", *inside, DEFAULT):
        if key in responses:
            return responses[key]
    return None


def _covers(status: str, responses: dict[str, Cursor]) -> bool:
    return status.endswith("XX") and any(key[:1] == status[:1] for key in responses)


def _is_success(status: str, responses: dict[str, Cursor], others: dict[str, Cursor]) -> bool:
    """Whether the status means success. The default does only if neither side lists a 2xx status."""
    return status.startswith("2") or (
        status == DEFAULT and not any(one.startswith("2") for one in (*responses, *others))
    )


def _compare(old: Cursor, new: Cursor) -> Iterable[Found]:
    """The changes in a response. Those in one that stands alone among the components are found once for all."""
    if old.naming is not nameless or new.naming is not nameless:
        return _changes(old, new)
    key = id(new.spec), old.pointer, new.pointer
    known = old.spec.shared
    if key not in known:
        known[key] = tuple(_changes(old, new))
    return known[key]


def _changes(old: Cursor, new: Cursor) -> Iterator[Found]:
    yield from compare_notes(old, new)
    yield from compare_content(old, new)
    yield from _compare_headers(old, new)
    for link in dict.fromkeys((*old.get("links", {}), *new.get("links", {}))):
        was, now = (cursor.get("links", {}).get(link) for cursor in (old, new))
        if was != now:
            yield Difference(
                kinds.LINK, old, new, f"the link `{link}` has changed", *(str(one or "") for one in (was, now))
            )


def _compare_headers(old: Cursor, new: Cursor) -> Iterator[Found]:
    before, after = headers_of(old), headers_of(new)
    for name, was in before.items():
        now = after.get(name)
        if now is None:
            yield Difference(kinds.HEADER_REMOVED, was, None, f"the header `{name}` is gone", name)
            continue
        needed = bool(was.get("required")), bool(now.get("required"))
        if needed[0] != needed[1]:
            kind, text = (kinds.HEADER_REQUIRED, "always") if needed[1] else (kinds.HEADER_OPTIONAL, "not always")
            message = f"the header `{name}` is {text} there"
            yield Difference(kind, was, now, message, *(str(one).lower() for one in needed))
        yield from compare_notes(was, now)
        yield from compare_rest(was, now, READ_OF_PARAMETERS)
        yield from compare_deprecation(was, now, f"the header `{name}`")
        if written(was, now) != written(now, was):
            styles = [", ".join(written(*pair)) for pair in ((was, now), (now, was))]
            yield Difference(kinds.HEADER_STYLE, was, now, f"the header `{name}` is written in another way", *styles)
        yield from compare_schemas(value_of(was), value_of(now))
    for name, now in after.items():
        if name not in before:
            kind = kinds.HEADER_NEEDED if now.get("required") else kinds.HEADER_ADDED
            yield Difference(kind, None, now, f"the header `{name}` is new", "", name)


def headers_of(response: Cursor) -> dict[str, Cursor]:
    """The headers by lower-case name, without `Content-Type`, which the media type covers."""
    holder = response.below("headers")
    found = {name.casefold(): holder.into(name).resolved() for name in holder.value}
    found.pop("content-type", None)
    return found
