"""Compares two versions of an operation: name, security, class, parameters, body, responses."""

from collections.abc import Iterator

from jekyll_openapi.diff import kinds
from jekyll_openapi.diff.change import Side
from jekyll_openapi.diff.content import ENCODED, by_type, compare_content, json_schema
from jekyll_openapi.diff.cursor import CALLBACKS, WEBHOOKS, Cursor, Difference, Found, Key, Link, Spec
from jekyll_openapi.diff.kinds import Kind
from jekyll_openapi.diff.notes import compare_deprecation, compare_notes, compare_rest
from jekyll_openapi.diff.pairing import addresses, are_swapped, same_path
from jekyll_openapi.diff.parameters import compare_parameters, parameters_of, value_of
from jekyll_openapi.diff.responses import by_status, compare_responses, headers_of
from jekyll_openapi.diff.schemas import only_links
from jekyll_openapi.diff.security import Schemes, compare_security
from jekyll_openapi.openapi.operations import METHODS
from jekyll_openapi.openapi.references import REF
from jekyll_openapi.records import dataclass, replace

CLASS = "x-operation-class"
_READ_HERE = frozenset(
    {"operationId", "tags", "security", "parameters", "requestBody", "responses", "servers", "callbacks", "deprecated"}
)

_READ_OF_PATHS = frozenset({*METHODS, "parameters", "servers", REF})

Sided = tuple[Side, Found]
"""A difference or a link, and the side on which the operation has it."""


def compare_operations(pair: tuple[Cursor, Cursor], keys: tuple[Key, Key], schemes: Schemes) -> Iterator[Sided]:
    """The changes between two versions of an operation."""
    old, new = pair
    head = (
        *_of_path(*(cursor.spec.item(key[0]) for cursor, key in zip(pair, keys, strict=True))),
        *_name(old, new, *keys),
        *compare_security(old, new, schemes),
        *_class(old, new),
        *compare_notes(old, new),
        *compare_deprecation(old, new),
    )
    yield from (("neither", found) for found in head)
    yield from (("request", found) for found in _servers(pair, keys))
    yield from _exchange(pair, keys, is_called=keys[1][0].startswith(WEBHOOKS))
    yield from _callbacks(old, new)


def links_of(operation: Cursor, key: Key, after: Spec) -> list[tuple[Side, Link]] | None:
    """What `compare_operations` finds in an operation that is the same in the other description, except for schemas
    that it refers to; None if it has to look."""
    if "callbacks" in operation.value:
        return None
    answers = by_status(operation.below("responses")).values()
    body, *contents = (by_type(one.below("content")) for one in (operation.below("requestBody").resolved(), *answers))
    if any(media.startswith(ENCODED) for content in (body, *contents) for media in content):
        return None  # how the parts of a form are written depends on its schema
    asked = [*map(value_of, parameters_of(operation, key).values()), *(one.below("schema") for one in body.values())]
    told = [
        schema
        for answer, content in zip(answers, contents, strict=True)
        for schema in (*(one.below("schema") for one in content.values()), *map(value_of, headers_of(answer).values()))
    ]
    sides: tuple[Side, Side] = ("response", "request") if key[0].startswith(WEBHOOKS) else ("request", "response")
    found: list[tuple[Side, Link]] = []
    for side, schemas in zip(sides, (asked, told), strict=True):
        for schema in schemas:
            links = only_links(schema, after)
            if links is None:
                return None
            found += ((side, link) for link in links)
    return found


def _of_path(old: Cursor, new: Cursor) -> Iterator[Difference]:
    """The changes in what is said of a path and all of its operations."""
    before, after = ({key: one for key, one in item.value.items() if key not in _READ_OF_PATHS} for item in (old, new))
    if before != after:
        yield from compare_notes(replace(old, value=before), replace(new, value=after))
        yield from compare_rest(old, new, _READ_OF_PATHS)


def _exchange(pair: tuple[Cursor, Cursor], keys: tuple[Key, Key], *, is_called: bool) -> Iterator[Sided]:
    """The changes in request and responses. For webhooks and callbacks the sides are swapped: callers receive the
    request."""
    request = (*compare_parameters(*pair, *keys), *_body(*pair), *compare_rest(*pair, _READ_HERE))
    yield from (("response" if is_called else "request", found) for found in request)
    yield from (("request" if is_called else "response", found) for found in compare_responses(*pair))


def _servers(pair: tuple[Cursor, Cursor], keys: tuple[Key, Key]) -> Iterator[Difference]:
    before, after = (addresses(cursor, key) for cursor, key in zip(pair, keys, strict=True))
    gone, came = set(before) - set(after), set(after) - set(before)
    if (gone or came) and any(_has_servers(cursor, key) for cursor, key in zip(pair, keys, strict=True)):
        kind = kinds.SERVER_CHANGED if gone else kinds.SERVER_ADDED
        message = "requests go to another address" if gone else "requests can go to one more address"
        yield Difference(kind, *pair, message, ", ".join(before), ", ".join(after))


def _has_servers(cursor: Cursor, key: Key) -> bool:
    """Whether the operation or its path overrides the servers."""
    return bool(cursor.get("servers") or cursor.spec.item(key[0]).get("servers"))


def _callbacks(old: Cursor, new: Cursor) -> Iterator[Sided]:
    """The changes in callbacks, matched by their URL expression."""
    before, after = (_called(cursor) for cursor in (old, new))
    for key, was in before.items():
        if key not in after:
            message = f"the callback `{was.name}` to `{key[0]}` is gone"
            yield "neither", Difference(kinds.CALLBACK_REMOVED, was.operation, None, message, was.name)
            continue
        now = after[key]
        pair = was.operation, now.operation
        if was.name != now.name:
            message = f"the callback `{was.name}` is named `{now.name}` now"
            yield "neither", Difference(kinds.CALLBACK_RENAMED, *pair, message, was.name, now.name)
        yield from (("neither", found) for found in (*compare_notes(*pair), *compare_deprecation(*pair)))
        yield from _exchange(pair, (was.key, now.key), is_called=True)
    for key, now in after.items():
        if key not in before:
            message = f"the callback `{now.name}` to `{key[0]}` is new"
            yield "neither", Difference(kinds.CALLBACK_ADDED, None, now.operation, message, "", now.name)


@dataclass(frozen=True, slots=True)
class _Callback:
    """A request that the service sends to the caller."""

    name: str
    key: Key
    operation: Cursor


def _called(operation: Cursor) -> dict[Key, _Callback]:
    """(URL expression, method) -> callback."""
    found: dict[Key, _Callback] = {}
    callbacks = operation.below("callbacks")
    for name in callbacks.value:
        callback = callbacks.into(name).resolved()
        for expression in callback.value:
            if isinstance(callback.value[expression], dict) and not expression.startswith("x-"):
                item = callback.into(expression).resolved()
                for verb in METHODS:
                    if verb in item.value:
                        found[expression, verb] = _Callback(name, (CALLBACKS + item.pointer, verb), item.into(verb))
    return found


def body_schema(operation: Cursor) -> str:
    """The component that is the operation's JSON body; empty if there is none."""
    return json_schema(operation.below("requestBody")).reference


def _name(old: Cursor, new: Cursor, old_key: Key, new_key: Key) -> Iterator[Difference]:
    before, after = (f"{method.upper()} {path}" for path, method in (old_key, new_key))
    if old_key != new_key:
        kind = kinds.METHOD if old_key[0] == new_key[0] else kinds.OPERATION_RENAMED
        if same_path(old_key) == same_path(new_key):
            kind = kinds.PATH_SWAPPED if are_swapped(old_key, new_key) else kinds.PATH_VARIABLE
        elif old_key[1] == new_key[1] and set(addresses(old, old_key)) == set(addresses(new, new_key)):
            kind = kinds.ADDRESS_SPLIT
        message = f"`{before}` is `{after}` now"
        yield Difference(kind, _with_body(old, new), _with_body(new, old), message, before, after)
    elif old.get("operationId") != new.get("operationId"):
        before, after = (str(cursor.get("operationId", "")) for cursor in (old, new))
        message = f"the id is `{after}`, it was `{before}`"
        yield Difference(kinds.OPERATION_ID, old, new, message, before, after)
    if old.get("tags") != new.get("tags"):
        before, after = (", ".join(cursor.get("tags", ())) for cursor in (old, new))
        message = f"the tag is `{after}`, it was `{before}`"
        yield Difference(kinds.TAG, old, new, message, before, after)


def _with_body(cursor: Cursor, other: Cursor) -> Cursor:
    """The operation, also named after its body's class if only this side has that body."""
    body = body_schema(cursor)
    if not body or body == body_schema(other):
        return cursor
    return cursor.named(lambda: (*cursor.names, *cursor.spec.names.model(body)))


def _class(old: Cursor, new: Cursor) -> Iterator[Difference]:
    before, after = (str(cursor.get(CLASS, "trade")) for cursor in (old, new))
    if before != after:
        kind = _class_kind(before, after)
        yield Difference(kind, old, new, f"the class is `{after}`, it was `{before}`", before, after)


def _class_kind(before: str, after: str) -> Kind:
    if "read" in (before, after):
        return kinds.CLASS_READ
    if "auth" in (before, after):
        return kinds.CLASS_AUTH
    return kinds.CLASS_TO_TRADE if after == "trade" else kinds.CLASS_FROM_TRADE


def _body(old: Cursor, new: Cursor) -> Iterator[Found]:
    before, after = (cursor.below("requestBody").resolved() for cursor in (old, new))
    if not before.value or not after.value:
        yield from _body_appears(before, after)
        return
    was, now = (bool(cursor.get("required")) for cursor in (before, after))
    if was != now:
        kind, text = (kinds.BODY_REQUIRED, "required") if now else (kinds.BODY_OPTIONAL, "optional")
        yield Difference(kind, before, after, f"the body is {text}", str(was).lower(), str(now).lower())
    yield from compare_notes(before, after)
    yield from compare_content(before, after)


def _body_appears(old: Cursor, new: Cursor) -> Iterator[Difference]:
    if new.value:
        kind = kinds.BODY_NEEDED if new.get("required") else kinds.BODY_ADDED
        yield Difference(kind, None, new, "it takes a body")
    elif old.value:
        yield Difference(kinds.BODY_REMOVED, old, None, "it takes no body")
