"""Seeded changes: small edits of the description of the default pages, each with the row that it has to give.

An edit is one of `remove: PLACE`, `set: [PLACE, value]`, `rename: [PLACE, key]`, `last: PLACE` (moves it behind its
siblings), `append: [LIST, value]` and `discard: [LIST, value]`; a place is a JSON pointer.
"""

import copy
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from jekyll_openapi.openapi.reading import parse
from jekyll_openapi.pipeline import make_spec
from jekyll_openapi.spec.base import read_base
from jekyll_openapi.spec.selection import keep_only

FOLDER = Path(__file__).with_name("seeds")
OPERATIONS = (
    "/account/find",
    "/account/item",
    "/account/items",
    "/account/suggest",
    "/auth/accessTokenRequest",
    "/auth/renewAccessToken",
    "/commandReport/item",
    "/contract/suggest",
    "/contractMaturity/item",
    "/fill/item",
    "/order/cancelOrder",
    "/order/liquidatePosition",
    "/order/modifyOrder",
    "/order/placeOCO",
    "/orderVersion/item",
    "/user/item",
)
"""What the seeds need of the description."""

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Seed:
    """One edit and what is said of it; `row` and `back` are empty where nothing is to be said."""

    name: str
    change: tuple[Json, ...]
    row: tuple[str, ...] = ()
    back: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    """What Python code says for what has changed."""
    reason: str = ""
    only: tuple[str, ...] = ()
    """Operations without the others."""
    redocly: tuple[str, ...] = ()
    """The bump that `redocly diff` finds, where it is another than ours, and why ours is right."""

    def __str__(self) -> str:
        return self.name

    def pair(self) -> tuple[Json, Json]:
        """The description before and after the change."""
        before = keep_only(base(), self.only) if self.only else base()
        return before, self.applied(before)

    def applied(self, spec: Json) -> Json:
        """The description with the edit."""
        done = copy.deepcopy(spec)
        for edit in self.change:
            for verb, arguments in edit.items():
                _EDITS[verb](done, *([arguments] if isinstance(arguments, str) else arguments))
        return done


@cache
def base() -> Json:
    """The part of the description of the default pages that has an operation of each kind; not to be changed."""
    root = Path(__file__).resolve().parents[2]
    made = make_spec(root / "spec" / "pages", read_base(root / "spec" / "base.yaml"), only=OPERATIONS)
    spec: Json = parse(made.text).content
    return spec


def read_seeds() -> list[Seed]:
    """All of them, in the order of the files."""
    found = [one for file in sorted(FOLDER.glob("*.yaml")) for one in yaml.safe_load(file.read_text("utf-8"))]
    return [Seed(**{key: _value(key, value) for key, value in one.items()}) for one in found]


def _value(key: str, value: Any) -> Any:
    if key in ("name", "reason"):
        return value
    return tuple(value) if isinstance(value, list) else (value,)


def _find(spec: Json, place: str) -> tuple[Any, Any]:
    """What holds the place, and its key there."""
    parts = [part.replace("~1", "/").replace("~0", "~") for part in place.split("/")[1:]]
    holder: Any = spec
    for part in parts[:-1]:
        holder = holder[int(part)] if isinstance(holder, list) else holder[part]
    return holder, int(parts[-1]) if isinstance(holder, list) else parts[-1]


def _remove(spec: Json, place: str) -> None:
    holder, key = _find(spec, place)
    del holder[key]


def _set(spec: Json, place: str, value: Any) -> None:
    holder, key = _find(spec, place)
    holder[key] = copy.deepcopy(value)


def _rename(spec: Json, place: str, new: str) -> None:
    holder, old = _find(spec, place)
    entries = [(new if key == old else key, value) for key, value in holder.items()]
    holder.clear()
    holder.update(entries)


def _last(spec: Json, place: str) -> None:
    holder, key = _find(spec, place)
    value = holder.pop(key)
    if isinstance(holder, list):
        holder.append(value)
    else:
        holder[key] = value


def _append(spec: Json, place: str, value: Any) -> None:
    holder, key = _find(spec, place)
    holder[key].append(copy.deepcopy(value))


def _discard(spec: Json, place: str, value: Any) -> None:
    holder, key = _find(spec, place)
    holder[key].remove(value)


_EDITS: dict[str, Callable[..., None]] = {
    "remove": _remove,
    "set": _set,
    "rename": _rename,
    "last": _last,
    "append": _append,
    "discard": _discard,
}
