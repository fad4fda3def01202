"""Compares the parameters of an operation."""

import re
from collections.abc import Iterator
from functools import partial

from jekyll_openapi.diff import kinds
from jekyll_openapi.diff.content import media_type
from jekyll_openapi.diff.cursor import Cursor, Difference, Found, Key, bare
from jekyll_openapi.diff.normal_form import shape_of
from jekyll_openapi.diff.notes import compare_deprecation, compare_notes, compare_rest
from jekyll_openapi.diff.renames import renames
from jekyll_openapi.diff.schemas import compare_schemas
from jekyll_openapi.diff.types import text_of
from jekyll_openapi.openapi.references import REF
from jekyll_openapi.records import replace

_IGNORED = {"accept", "content-type", "authorization"}
READ_OF_PARAMETERS = frozenset(
    {"name", "in", "required", "schema", "content", "style", "explode", "allowReserved", "allowEmptyValue", REF}
)
_VARIABLE = r"\{[^{}]*\}"


def compare_parameters(old: Cursor, new: Cursor, old_key: Key, new_key: Key) -> Iterator[Found]:
    """The changes in an operation's parameters."""
    before, after = parameters_of(old, old_key), parameters_of(new, new_key)
    changed = _changed(before, after)
    for name, was in before.items():
        now = after.get(changed.get(name, name))
        if now is None:
            message = f"the parameter `{was.get('name')}` is gone"
            yield Difference(kinds.PARAMETER_REMOVED, was, None, message, text_of(was.below("schema")))
        else:
            yield from _compare(was, now)
    for name, now in after.items():
        if name not in before and name not in changed.values():
            kind, text = (kinds.PARAMETER_NEEDED, " and required") if _is_required(now) else (kinds.PARAMETER_ADDED, "")
            message = f"the parameter `{now.get('name')}` is new{text}"
            yield Difference(kind, None, now, message, "", text_of(now.below("schema")))


def parameters_of(operation: Cursor, key: Key) -> dict[str, Cursor]:
    """The parameters by place and name, including those of the path item.

    Headers that OpenAPI says to ignore are left out.
    """
    path, method = key
    item = operation.spec.item(path)
    cursors = [
        holder.into("parameters", index).resolved()
        for holder in (item, operation)
        for index in range(len(holder.get("parameters", ())))
    ]
    names = operation.spec.names
    return {
        _key(cursor, path): cursor.named(
            partial(names.parameter, path, method, str(cursor.get("in")), str(cursor.get("name")))
        )
        for cursor in cursors
        if not (cursor.get("in") == "header" and str(cursor.get("name")).casefold() in _IGNORED)
    }


def _key(cursor: Cursor, path: str) -> str:
    """Place and name, as far as they are sent: a path variable by its position, a header in lower case."""
    place, name = str(cursor.get("in")), str(cursor.get("name"))
    if place == "path" and f"{{{name}}}" in path:
        return f"path {re.findall(_VARIABLE, path).index(f'{{{name}}}')}"
    return f"{place} {name.casefold() if place == 'header' else name}"


def _changed(before: dict[str, Cursor], after: dict[str, Cursor]) -> dict[str, str]:
    """Old key -> new key, for parameters that were renamed or moved to another place."""
    places = {cursor.get("name"): key for key, cursor in after.items() if key not in before}
    moved = {key: places[cursor.get("name")] for key, cursor in before.items() if cursor.get("name") in places}
    renamed = renames(list(before), list(after), lambda one, other: _facts(before[one]) == _facts(after[other]))
    return renamed | {key: place for key, place in moved.items() if key not in after}


def _facts(cursor: Cursor) -> object:
    return bare(cursor.get("schema")), _is_required(cursor), _style(cursor), cursor.get("in")


def _is_required(cursor: Cursor) -> bool:
    return cursor.get("required") is True or cursor.get("in") == "path"


def _style(cursor: Cursor) -> tuple[str, bool, bool]:
    """How a value is serialized, with OpenAPI's defaults."""
    style = str(cursor.get("style", "form" if cursor.get("in") in ("query", "cookie") else "simple"))
    return style, bool(cursor.get("explode", style == "form")), bool(cursor.get("allowReserved"))


def written(cursor: Cursor, other: Cursor) -> tuple[str, ...]:
    """How the value of a parameter or header is serialized, in words. Single values look alike, exploded or not."""
    style, is_exploded, is_reserved = _style(cursor)
    # Nor is a list that stands between commas anyway.
    several = {"object"} if style == "simple" else {"array", "object"}
    is_several = any(shape_of((value_of(one),)).types.keys() & several for one in (cursor, other))
    exploded = ("exploded" if is_exploded else "in one",) if is_several else ()
    media = tuple(map(media_type, cursor.get("content") or ()))
    return media or (style, *exploded, *(["reserved characters as they are"] if is_reserved else []))


def _compare(old: Cursor, new: Cursor) -> Iterator[Found]:
    before, after = str(old.get("name")), str(new.get("name"))
    if old.get("in") != new.get("in"):
        message = f"the parameter `{after}` stands in the {new.get('in')}"
        yield Difference(kinds.PARAMETER_MOVED, old, new, message, str(old.get("in")), str(new.get("in")))
    if before != after and not (old.get("in") == new.get("in") == "header" and before.casefold() == after.casefold()):
        message = f"the parameter `{before}` is named `{after}` now"
        kind = kinds.PATH_VARIABLE if old.get("in") == new.get("in") == "path" else kinds.PARAMETER_RENAMED
        yield Difference(kind, old, new, message, before, after)
    was, now = _is_required(old), _is_required(new)
    if was != now:
        kind, text = (kinds.PARAMETER_REQUIRED, "required") if now else (kinds.PARAMETER_OPTIONAL, "optional")
        yield Difference(kind, old, new, f"the parameter `{after}` is {text}", str(was).lower(), str(now).lower())
    if old.get("in") == new.get("in") and written(old, new) != written(new, old):
        styles = [", ".join(written(*pair)) for pair in ((old, new), (new, old))]
        message = f"the parameter `{after}` is written in another way"
        yield Difference(kinds.PARAMETER_STYLE, old, new, message, *styles)
    if old.get("allowEmptyValue") is True and new.get("allowEmptyValue") is not True:
        yield Difference(kinds.EMPTY_REFUSED, old, new, f"the parameter `{after}` may not be empty")
    if old.get("allowEmptyValue") is not True and new.get("allowEmptyValue") is True:
        yield Difference(kinds.EMPTY_ALLOWED, old, new, f"the parameter `{after}` may be empty")
    yield from compare_deprecation(old, new, f"the parameter `{after}`")
    yield from compare_notes(old, new)
    yield from compare_rest(old, new, READ_OF_PARAMETERS)
    for found in compare_schemas(value_of(old), value_of(new)):
        if isinstance(found, Difference) and found.kind in _DEFAULTS and found.old and found.new:
            if found.old.pointer == value_of(old).pointer and (_is_required(old) or _is_required(new)):
                continue
            yield replace(found, kind=kinds.PARAMETER_DEFAULT)
        else:
            yield found


_DEFAULTS = (kinds.DEFAULT_CHANGED, kinds.DEFAULT_STATED)


def value_of(parameter: Cursor) -> Cursor:
    """The schema of a parameter or header, which can be under a media type."""
    content = parameter.below("content")
    for media in content.value:
        return content.into(media).below("schema")
    return parameter.below("schema")
