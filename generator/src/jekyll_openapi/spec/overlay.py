"""Applies hand-written corrections: an OpenAPI Overlay 1.0 document whose actions state reason and expected value.

Actions work as in the standard (`update` merges into each target, `remove` deletes it), with these extensions::

    - target: $.components.schemas.PlaceOrder.properties.isAutomated
      description: why, with the evidence
      x-expected: {x-required-in-practice: null}    # what has to be there; null for a key that has to be absent
      x-for: /order/placeOrder                      # if stated: the operation or entity that has to own the target
      update: {x-required-in-practice: true}

An action is reported and skipped if its target does not exist, holds another value than expected, or would not change:
the pages were corrected or have changed since it was written. It is also skipped if the target has another owner now: a
component stays bound to the operation or entity that it was named for in the last release.
"""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jekyll_openapi.diagnostics import Diagnostic, Location, Report, Rule
from jekyll_openapi.openapi.json import Json, copied
from jekyll_openapi.openapi.reading import ReadError, Source, read
from jekyll_openapi.records import dataclass
from jekyll_openapi.rules import OVERLAY_STALE, OVERLAY_TARGET_MISSING, OVERLAY_UNEXPECTED_VALUE, OVERLAY_WITHOUT_EFFECT
from jekyll_openapi.unusable import UnusableError

_ABSENT = object()


class OverlayError(UnusableError):
    """A file is not a valid overlay; the message says what is wrong and where."""


@dataclass(frozen=True, slots=True)
class Action:
    """One correction."""

    target: str
    reason: str
    location: Location
    update: Any = _ABSENT
    remove: bool = False
    expected: Any = _ABSENT
    owners: tuple[str, ...] = ()
    """Paths and entities, one of which must own the target; empty if the action does not say."""


def read_overlay(path: Path, shown: str) -> tuple[Action, ...]:
    """The actions in an overlay file, located in `shown`; raises ReadError and OSError."""
    source = read(path)
    content = source.content
    if not isinstance(content, dict) or not str(content.get("overlay", "")).startswith("1."):
        raise source.refusal(("overlay",), "an overlay begins with `overlay: 1.0.0`")
    actions = content.get("actions")
    if not isinstance(actions, list) or not actions:
        raise source.refusal(("actions",), "an overlay wants at least one of `actions`")
    lines = source.lines([("actions", index, "target") for index in range(len(actions))])
    numbered = enumerate(zip(actions, lines, strict=True))
    return tuple(_action(source, index, action, Location(shown, line)) for index, (action, line) in numbered)


def _action(source: Source, index: int, action: Any, location: Location) -> Action:
    def refusal(message: str) -> ReadError:
        return source.refusal(("actions", index), f"action {index + 1} {message}")

    if not isinstance(action, dict) or not isinstance(action.get("target"), str):
        raise refusal("has no `target`")
    unknown = set(action) - {"target", "description", "update", "remove", "x-expected", "x-for"}
    if unknown:
        raise refusal(f"has the unknown key `{min(unknown)}`")
    if ("update" in action) == (action.get("remove") is True):
        raise refusal("wants either `update` or `remove: true`")
    if not isinstance(action.get("description"), str) or "x-expected" not in action:
        raise refusal("wants a `description` (why) and `x-expected` (what it replaces)")
    stated = action.get("x-for", [])
    owners = [stated] if isinstance(stated, str) else stated
    if not isinstance(owners, list) or not all(isinstance(one, str) for one in owners):
        raise refusal("wants paths or entities in `x-for`")
    update, remove, expected = action.get("update", _ABSENT), action.get("remove") is True, action["x-expected"]
    return Action(action["target"], action["description"], location, update, remove, expected, tuple(owners))


@dataclass(frozen=True, slots=True)
class Owners:
    """The places (`request post /parcel/send`, `schema parcel`) that components are named for."""

    before: Mapping[str, str]
    """Place -> name in the last release."""
    now: Mapping[str, str]
    """Place -> name now."""

    def problem(self, place: tuple[str | int, ...], stated: tuple[str, ...]) -> str:
        """Why a part of the description is not the one that the action was written for; empty if it is."""
        match place:
            case ("components", "schemas", str(name), *_):
                before, now = (_places_of(name, places) for places in (self.before, self.now))
            case ("paths", str(path), *_):
                before, now = frozenset(), frozenset({f"operation any {path}".casefold()})
            case _:
                return ""
        if before and now and not before & now:
            return f"`{place[2]}` was the name of {_told(before)} and is that of {_told(now)} now"
        if stated and not any(one.endswith(f" {owner.casefold()}") for one in now for owner in stated):
            return f"it belongs to {_told(now) or 'nothing that has a name'}, not to {' or '.join(stated)}"
        return ""


def _places_of(name: str, places: Mapping[str, str]) -> frozenset[str]:
    return frozenset(place for place, given in places.items() if given == name and not place.startswith("operation "))


def _told(places: frozenset[str]) -> str:
    return " and ".join(sorted(places)[:3])


def apply_overlay(
    spec: Json,
    actions: tuple[Action, ...],
    report: Report,
    before: Mapping[str, str] = MappingProxyType({}),
    now: Mapping[str, str] = MappingProxyType({}),
) -> Json:
    """The description with the actions applied in order and listed in `info`; raises OverlayError.

    `before` and `now` map places to names, in the last release and in this description.
    """
    done: Json = copied(spec)
    owners = Owners(before, now)
    applied = [action for action in actions if _apply(done, action, owners, report)]
    if applied:
        done["info"]["x-corrections"] = [
            {"target": action.target, "description": action.reason, "x-source": str(action.location)}
            for action in applied
        ]
    return done


def _apply(spec: Json, action: Action, owners: Owners, report: Report) -> bool:
    """Whether the action has changed anything."""
    places = _places(spec, action)
    if not places:
        _report(OVERLAY_TARGET_MISSING, action, f"the target `{action.target}` does not exist", report)
    if problem := next(filter(None, (owners.problem(place, action.owners) for place in places)), ""):
        _report(OVERLAY_STALE, action, f"`{action.target}` is not what it was written for: {problem}", report)
        return False
    # From the end, so that removals do not shift the indexes of later places.
    changed = [_apply_at(spec, place, action, report) for place in reversed(places)]
    return any(changed)


def _places(spec: Json, action: Action) -> list[tuple[str | int, ...]]:
    from jsonpath_rfc9535 import JSONPathError, find

    try:
        return [tuple(node.location) for node in find(action.target, spec)]
    except JSONPathError as problem:
        raise OverlayError(f"{action.location}: {action.target} is not a JSONPath: {problem}") from problem


def _apply_at(spec: Json, place: tuple[str | int, ...], action: Action, report: Report) -> bool:
    if not place:
        raise OverlayError(f"{action.location}: an action for the whole description is not taken")
    parent: Any = spec
    for part in place[:-1]:
        parent = parent[part]
    value, shown = parent[place[-1]], ".".join(map(str, place))
    if not _is_expected(value, action.expected):
        _report(
            OVERLAY_UNEXPECTED_VALUE, action, f"`{shown}` has another value than the action expects to replace", report
        )
        return False
    if action.remove:
        del parent[place[-1]]
        return True
    merged = _merged(value, action.update)
    if merged == value:
        _report(OVERLAY_WITHOUT_EFFECT, action, f"the action changes nothing: `{shown}` already has this value", report)
        return False
    parent[place[-1]] = merged
    return True


def _is_expected(value: Any, expected: Any) -> bool:
    """Whether a mapping has all expected entries (null means that the key is absent), or another value is equal."""
    if isinstance(expected, dict) and isinstance(value, dict):
        return all(_is_expected(value.get(key), wanted) for key, wanted in expected.items())
    return bool(value == expected)


def _merged(value: Any, update: Any) -> Any:
    """The value with the update merged in as the standard says: mappings by key, lists by appending."""
    if isinstance(value, dict) and isinstance(update, dict):
        return value | {key: _merged(value[key], more) if key in value else more for key, more in update.items()}
    if isinstance(value, list):
        return [*value, *update] if isinstance(update, list) else [*value, update]
    return update


def _report(rule: Rule, action: Action, message: str, report: Report) -> None:
    report(Diagnostic(rule, message, action.location, f"the action says: {action.reason}"))
