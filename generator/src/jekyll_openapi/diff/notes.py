"""Compares texts without effect on callers: descriptions, examples, extensions; and marks such as `deprecated`."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from jekyll_openapi.diff import kinds
from jekyll_openapi.diff.cursor import PROVENANCE, Cursor, Difference, bare
from jekyll_openapi.patterns import regex

TEXTS = ("summary", "description")
_KEYS = {"title", "externalDocs", "xml", "$comment", "contentMediaType", "contentEncoding", "contentSchema"}
"""Keywords without effect on callers that are shown as they are. `compare_marks` handles `default` and similar ones."""
_EXAMPLES = {"example", "examples"}
_READ_ELSEWHERE = {*PROVENANCE, "x-conditions", "x-required-in-practice", "x-operation-class"}

PRESENT = "x-always-present"
_MARKS = {"default", "deprecated", "readOnly", "writeOnly", "discriminator"}
_MARK_KINDS = {
    "deprecated": (kinds.DEPRECATED, kinds.REINSTATED),
    "readOnly": (kinds.READ_ONLY, kinds.NOT_READ_ONLY),
    "writeOnly": (kinds.WRITE_ONLY, kinds.NOT_WRITE_ONLY),
}


def is_note(key: str) -> bool:
    """Whether the keyword has no effect on callers."""
    return key in _KEYS or key in _EXAMPLES or key in TEXTS or key in _MARKS or key.startswith("x-")


def compare_notes(old: Cursor, new: Cursor) -> Iterator[Difference]:
    """The changes in texts and annotations; several keys of one kind make one difference."""
    if old.value == new.value:
        return
    texts = [key for key in TEXTS if _differs(key, old, new)]
    yield from _compare(kinds.DESCRIPTION, "the description", texts, old, new)
    examples = [key for key in sorted(_EXAMPLES) if _differs(key, old, new)]
    yield from _compare(kinds.EXAMPLE, "the example", examples, old, new)
    for key in dict.fromkeys((*old.value, *new.value)):
        is_other = is_note(key) and not (key in TEXTS or key in _EXAMPLES or key in _READ_ELSEWHERE or key in _MARKS)
        if is_other:
            yield from compare_note(key, old, new)


def compare_marks(old: tuple[Cursor, ...], new: tuple[Cursor, ...]) -> Iterator[Difference]:
    """The changes in `default`, `deprecated`, `readOnly` and `writeOnly`."""
    at = old[0], new[0]
    for key, (added, removed) in _MARK_KINDS.items():
        was, now = (any(cursor.get(key) is True for cursor in cursors) for cursors in (old, new))
        if was != now:
            message = f"it is {'' if now else 'no longer '}`{key}`"
            yield Difference(added if now else removed, *at, message, str(was).lower(), str(now).lower())
    was, now = (any(PRESENT in cursor.value for cursor in cursors) for cursors in (old, new))
    if was != now:
        message = f"it is {'' if now else 'no longer '}known to be always there"
        yield Difference(kinds.PRESENCE_ADDED if now else kinds.PRESENCE_REMOVED, *at, message)
    before, after = (_first(cursors, "default") for cursors in (old, new))
    if _NEVER_LEFT_OUT.search(new[0].pointer):
        yield from compare_note("default", *at)
    elif before != after:
        kind = kinds.DEFAULT_CHANGED if before and after else kinds.DEFAULT_STATED
        message = f"the default is {after}" if after else "no default is stated"
        yield Difference(kind, *at, f"{message}, it was {before}" if before else message, before, after)


_NEVER_LEFT_OUT = regex("(?<!/properties)/(items|additionalProperties|contains|(prefixItems/[0-9]+))$")
"""Pointers to schemas of values that cannot be left out, so that a default has no effect there."""


def _first(cursors: tuple[Cursor, ...], key: str) -> str:
    return next((shown_value(cursor.value[key]) for cursor in cursors if key in cursor.value), "")


def compare_deprecation(old: Cursor, new: Cursor, what: str = "it") -> Iterator[Difference]:
    """The change in whether something is deprecated."""
    was, now = (cursor.get("deprecated") is True for cursor in (old, new))
    if was != now:
        message = f"{what} is {'' if now else 'no longer '}deprecated"
        yield Difference(kinds.DEPRECATED if now else kinds.REINSTATED, old, new, message)


def compare_note(key: str, old: Cursor, new: Cursor) -> Iterator[Difference]:
    """The change in the value of an annotation."""
    if _differs(key, old, new):
        yield from _compare(kinds.ANNOTATION, f"`{key}`", [key], old, new)


def _compare(kind: kinds.Kind, what: str, keys: list[str], old: Cursor, new: Cursor) -> Iterator[Difference]:
    if keys:
        before, after = (shown([cursor.get(key) for key in keys if key in cursor.value]) for cursor in (old, new))
        how = "is new" if not before else "is gone" if not after else "has changed"
        yield Difference(kind, old, new, f"{what} {how}", before, after)


def shown(values: Iterable[Any]) -> str:
    """The values as text, one on each line: strings as they are, anything else as JSON."""
    return "\n".join(map(shown_value, values))


def shown_value(value: Any) -> str:
    """The value as text: a string as it is, anything else as JSON."""
    if isinstance(value, str):
        return value
    return json.dumps(bare(value), ensure_ascii=False, sort_keys=True, default=str)


def _differs(key: str, old: Cursor, new: Cursor) -> bool:
    return bool(bare(old.get(key)) != bare(new.get(key)))


def compare_rest(old: Cursor, new: Cursor, known: frozenset[str]) -> Iterator[Difference]:
    """Changes in keywords that this tool does not understand: reported, but not judged."""
    for key in dict.fromkeys((*old.value, *new.value)):
        if key not in known and not is_note(key) and _differs(key, old, new):
            before, after = (shown([cursor.get(key)]) if key in cursor.value else "" for cursor in (old, new))
            yield Difference(kinds.NOT_JUDGED, old, new, f"`{key}` has changed", before, after)
