"""Compares the parts of a description outside of operations: info, servers, tags, security schemes, client settings."""

from collections.abc import Callable, Iterator

from jekyll_openapi.diff import kinds
from jekyll_openapi.diff.cursor import Cursor, Difference, Spec, bare
from jekyll_openapi.diff.kinds import Kind
from jekyll_openapi.diff.notes import compare_notes, shown
from jekyll_openapi.diff.security import compare_schemes
from jekyll_openapi.diff.servers import compare_servers

_MADE = {"version", "x-pages", "x-corrections"}
"""Parts of `info` that result from other changes."""
_CLIENT = "x-client"
_IMPORTED = {"distribution", "package", "class", "default-environment"}
_RELEASED = {"changes", "deprecated"}
"""Parts of `x-client` that a release writes because of other changes."""
_COMPARED = {"info", "servers", "tags", "paths", "webhooks", "components", "security", _CLIENT}


def compare_surroundings(old: Spec, new: Spec, is_address_kept: bool) -> Iterator[Difference]:
    """The changes outside of operations and schemas.

    `is_address_kept` says that requests go to the same URLs, even if they are split differently into server and path.
    """
    before, after = old.root, new.root
    yield from _compare_keys(before.below("info"), after.below("info"), _MADE, lambda _: kinds.INFO)
    if not is_address_kept:
        yield from compare_servers(before, after)
    yield from _compare_tags(before, after)
    yield from compare_schemes(old, new)
    yield from _compare_keys(before.below(_CLIENT), after.below(_CLIENT), _RELEASED, _client_kind)
    yield from _compare_keys(before, after, _COMPARED, _root_kind)


def _compare_keys(old: Cursor, new: Cursor, left_out: set[str], kind: Callable[[str], Kind]) -> Iterator[Difference]:
    """A difference for each key whose values differ."""
    for key in dict.fromkeys((*old.value, *new.value)):
        before, after = old.get(key), new.get(key)
        if key not in left_out and bare(before) != bare(after):
            was, now = ("" if value is None else shown([value]) for value in (before, after))
            yield Difference(kind(key), old.below(key), new.below(key), f"`{key}` has changed", was, now)


def _client_kind(key: str) -> Kind:
    return kinds.CLIENT_RENAMED if key in _IMPORTED else kinds.CLIENT_CHANGED


def _root_kind(key: str) -> Kind:
    return kinds.EXTENSION if key.startswith("x-") else kinds.INFO


def _compare_tags(old: Cursor, new: Cursor) -> Iterator[Difference]:
    before, after = (_tags(cursor) for cursor in (old, new))
    for name, was in before.items():
        if name not in after:
            yield Difference(kinds.TAG_REMOVED, was, None, f"the tag `{name}` is gone", name)
        else:
            yield from compare_notes(was, after[name])
    for name, now in after.items():
        if name not in before:
            yield Difference(kinds.TAG_ADDED, None, now, f"the tag `{name}` is new", "", name)


def _tags(root: Cursor) -> dict[str, Cursor]:
    return {str(one.get("name")): root.into("tags", index) for index, one in enumerate(root.get("tags", ()))}
