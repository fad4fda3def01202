"""How the parameters of an operation differ."""

from collections.abc import Iterator

from jekyll_openapi.diff import kinds
from jekyll_openapi.diff.notes import compare_notes
from jekyll_openapi.diff.renames import renames
from jekyll_openapi.diff.schemas import compare_schemas
from jekyll_openapi.diff.spot import Difference, Found, Key, Spot, bare
from jekyll_openapi.diff.types import text_of


def compare_parameters(old: Spot, new: Spot, old_key: Key, new_key: Key) -> Iterator[Found]:
    """How the parameters of an operation differ from what they were."""
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


def parameters_of(operation: Spot, key: Key) -> dict[str, Spot]:
    """The parameters by place and name, those of the whole path included."""
    path, method = key
    item = operation.spec.root.into("paths", path)
    spots = [
        holder.into("parameters", index).resolved()
        for holder in (item, operation)
        for index in range(len(holder.get("parameters", ())))
    ]
    names = operation.spec.names
    return {
        f"{spot.get('in')} {spot.get('name')}": spot.named(
            *names.parameter(path, method, str(spot.get("in")), str(spot.get("name")))
        )
        for spot in spots
    }


def _changed(before: dict[str, Spot], after: dict[str, Spot]) -> dict[str, str]:
    """The new keys of parameters that have another name, or stand in another place."""
    places = {spot.get("name"): key for key, spot in after.items() if key not in before}
    moved = {key: places[spot.get("name")] for key, spot in before.items() if spot.get("name") in places}
    renamed = renames(list(before), list(after), lambda one, other: _facts(before[one]) == _facts(after[other]))
    return renamed | {key: place for key, place in moved.items() if key not in after}


def _facts(spot: Spot) -> object:
    return bare(spot.get("schema")), _is_required(spot), _style(spot), spot.get("in")


def _is_required(spot: Spot) -> bool:
    return spot.get("required") is True or spot.get("in") == "path"


def _style(spot: Spot) -> tuple[str, bool, bool]:
    """How a value is written, with the defaults of OpenAPI."""
    style = str(spot.get("style", "form" if spot.get("in") in ("query", "cookie") else "simple"))
    return style, bool(spot.get("explode", style == "form")), bool(spot.get("allowReserved"))


def _compare(old: Spot, new: Spot) -> Iterator[Found]:
    before, after = str(old.get("name")), str(new.get("name"))
    if old.get("in") != new.get("in"):
        message = f"the parameter `{after}` stands in the {new.get('in')}"
        yield Difference(kinds.PARAMETER_MOVED, old, new, message, str(old.get("in")), str(new.get("in")))
    if before != after:
        message = f"the parameter `{before}` is named `{after}` now"
        yield Difference(kinds.PARAMETER_RENAMED, old, new, message, before, after)
    was, now = _is_required(old), _is_required(new)
    if was != now:
        kind, text = (kinds.PARAMETER_REQUIRED, "required") if now else (kinds.PARAMETER_OPTIONAL, "optional")
        yield Difference(kind, old, new, f"the parameter `{after}` is {text}", str(was).lower(), str(now).lower())
    if old.get("in") == new.get("in") and _style(old) != _style(new):
        styles = [f"{style}, {'exploded' if explode else 'in one'}" for style, explode, _ in map(_style, (old, new))]
        message = f"the parameter `{after}` is written in another way"
        yield Difference(kinds.PARAMETER_STYLE, old, new, message, *styles)
    yield from compare_notes(old, new)
    yield from compare_schemas(old.below("schema"), new.below("schema"))
