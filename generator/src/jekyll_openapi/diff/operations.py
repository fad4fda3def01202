"""How an operation differs from what it was: name, security, class, parameters, body, responses."""

from collections.abc import Iterator

from jekyll_openapi.diff import kinds
from jekyll_openapi.diff.change import Side
from jekyll_openapi.diff.content import compare_content, json_schema
from jekyll_openapi.diff.kinds import Kind
from jekyll_openapi.diff.notes import compare_notes, compare_rest
from jekyll_openapi.diff.parameters import compare_parameters
from jekyll_openapi.diff.spot import Difference, Found, Key, Spot

CLASS = "x-operation-class"
_READ_HERE = frozenset({"operationId", "tags", "security", "parameters", "requestBody", "responses"})

Sided = tuple[Side, Found]
"""A difference or a link, and the side on which the operation has it."""


def compare_operations(old: Spot, new: Spot, old_key: Key, new_key: Key) -> Iterator[Sided]:
    """How an operation differs from what it was."""
    head = (*_name(old, new, old_key, new_key), *_security(old, new), *_class(old, new), *compare_notes(old, new))
    request = (
        *compare_parameters(old, new, old_key, new_key),
        *_body(old, new),
        *compare_rest(old, new, _READ_HERE),
    )
    yield from (("neither", found) for found in head)
    yield from (("request", found) for found in request)
    yield from (("response", found) for found in _responses(old, new))


def body_schema(operation: Spot) -> str:
    """The component schema that is the operation's JSON body; empty where it is none."""
    return json_schema(operation.below("requestBody")).reference


def _name(old: Spot, new: Spot, old_key: Key, new_key: Key) -> Iterator[Difference]:
    before, after = (f"{method.upper()} {path}" for path, method in (old_key, new_key))
    if old_key != new_key:
        kind = kinds.METHOD if old_key[0] == new_key[0] else kinds.OPERATION_RENAMED
        message = f"`{before}` is `{after}` now"
        yield Difference(kind, _with_body(old, new), _with_body(new, old), message, before, after)
    elif old.get("operationId") != new.get("operationId"):
        before, after = (str(spot.get("operationId", "")) for spot in (old, new))
        message = f"the id is `{after}`, it was `{before}`"
        yield Difference(kinds.OPERATION_ID, old, new, message, before, after)
    if old.get("tags") != new.get("tags"):
        before, after = (", ".join(spot.get("tags", ())) for spot in (old, new))
        message = f"the tag is `{after}`, it was `{before}`"
        yield Difference(kinds.TAG, old, new, message, before, after)


def _with_body(spot: Spot, other: Spot) -> Spot:
    """The operation; with its body's class where that is named after it."""
    body = body_schema(spot)
    return spot.named(*spot.names, *spot.spec.names.model(body)) if body and body != body_schema(other) else spot


def _security(old: Spot, new: Spot) -> Iterator[Difference]:
    before, after = _ways_in(old), _ways_in(new)
    if before == after:
        return
    was, now = _words(before), _words(after)
    yield Difference(_security_kind(before, after), old, new, f"callers need {now}, they needed {was}", was, now)


def _ways_in(spot: Spot) -> frozenset[frozenset[str]]:
    """The alternatives, each a set of schemes; an open operation has none but the empty one."""
    stated = spot.get("security", spot.spec.content.get("security", []))
    ways = frozenset(frozenset(f"{name} {' '.join(map(str, one[name]))}".strip() for name in one) for one in stated)
    return frozenset({frozenset()}) if not ways or frozenset() in ways else ways


def _security_kind(before: frozenset[frozenset[str]], after: frozenset[frozenset[str]]) -> Kind:
    if after < before or frozenset() in before:
        return kinds.SECURITY_ADDED
    return kinds.SECURITY_REMOVED if before < after or frozenset() in after else kinds.SECURITY_CHANGED


def _words(ways: frozenset[frozenset[str]]) -> str:
    return " or ".join(sorted(" and ".join(sorted(way)) or "nothing" for way in ways))


def _class(old: Spot, new: Spot) -> Iterator[Difference]:
    before, after = (str(spot.get(CLASS, "trade")) for spot in (old, new))
    if before != after:
        kind = _class_kind(before, after)
        yield Difference(kind, old, new, f"the class is `{after}`, it was `{before}`", before, after)


def _class_kind(before: str, after: str) -> Kind:
    if "read" in (before, after):
        return kinds.CLASS_READ
    if "auth" in (before, after):
        return kinds.CLASS_AUTH
    return kinds.CLASS_TO_TRADE if after == "trade" else kinds.CLASS_FROM_TRADE


def _body(old: Spot, new: Spot) -> Iterator[Found]:
    before, after = (spot.below("requestBody").resolved() for spot in (old, new))
    if not before.value or not after.value:
        yield from _body_appears(before, after)
        return
    was, now = (bool(spot.get("required")) for spot in (before, after))
    if was != now:
        kind, text = (kinds.BODY_REQUIRED, "required") if now else (kinds.BODY_OPTIONAL, "optional")
        yield Difference(kind, before, after, f"the body is {text}", str(was).lower(), str(now).lower())
    yield from compare_notes(before, after)
    yield from compare_content(before, after)


def _body_appears(old: Spot, new: Spot) -> Iterator[Difference]:
    if new.value:
        kind = kinds.BODY_NEEDED if new.get("required") else kinds.BODY_ADDED
        yield Difference(kind, None, new, "it takes a body")
    elif old.value:
        yield Difference(kinds.BODY_REMOVED, old, None, "it takes no body")


def _responses(old: Spot, new: Spot) -> Iterator[Found]:
    before, after = (spot.below("responses") for spot in (old, new))
    for status in dict.fromkeys((*before.value, *after.value)):
        was, now = (spot.below(status).resolved() for spot in (before, after))
        is_success = status.startswith("2")
        if status not in before.value:
            kind = kinds.RESPONSE_ADDED if is_success else kinds.FAILURE_ADDED
            yield Difference(kind, None, now.named(*new.names), f"an answer with status {status} is new", "", status)
        elif status not in after.value:
            kind = kinds.RESPONSE_REMOVED if is_success else kinds.FAILURE_REMOVED
            yield Difference(kind, was.named(*old.names), None, f"the answer with status {status} is gone", status)
        else:
            yield from compare_notes(was, now)
            yield from compare_content(was, now)
