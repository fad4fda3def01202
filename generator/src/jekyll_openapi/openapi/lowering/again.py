"""Which parts of a description are as they were, so that what was lowered of them need not be lowered again."""

from typing import Any

from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.pointers import Pointer, pointer
from jekyll_openapi.openapi.references import references

_ANY_PART = ""
"""Where what leads to no part leads: it counts as changed each time."""
_OUTSIDE = ("info", "paths", "components")
"""What of a description is no part, and is not asked for while a part is lowered."""


class Parts:
    """The path items and components of a description, and which of them each leads to."""

    def __init__(self, root: Json, before: "Parts | None" = None) -> None:
        found, around = _divided(root)
        self._around = repr(around)
        self._texts = {place: repr(part) for place, part in found.items()}
        texts, led = (before._texts, before._led) if before else ({}, {})
        self._led: dict[Pointer, frozenset[Pointer]] = {
            place: led[place] if texts.get(place) == text else _led(found[place], text)
            for place, text in self._texts.items()
        }

    def unchanged_since(self, before: "Parts") -> "Unchanged":
        """The parts that are as they were, and lead to no others than such."""
        if self._around != before._around:
            return Unchanged(frozenset())
        texts = before._texts
        changed = {place for place in {*texts, *self._texts} if texts.get(place) != self._texts.get(place)}
        leading: dict[Pointer, list[Pointer]] = {}
        for place, targets in self._led.items():
            for target in targets:
                leading.setdefault(target if target in self._texts else _ANY_PART, []).append(place)
        waiting = [*changed, _ANY_PART]
        while waiting:
            for place in leading.get(waiting.pop(), ()):
                if place not in changed:
                    changed.add(place)
                    waiting.append(place)
        return Unchanged(frozenset(self._texts.keys() - changed))


def _divided(root: Json) -> tuple[dict[Pointer, Any], Json]:
    """The parts by their places, and the rest that can matter to each of them."""
    found: dict[Pointer, Any] = {pointer("paths", path): item for path, item in (root.get("paths") or {}).items()}
    around: Json = {key: one for key, one in root.items() if key not in _OUTSIDE}
    for kind, named in (root.get("components") or {}).items():
        if isinstance(named, dict) and kind != "securitySchemes":
            found |= {pointer("components", kind, name): one for name, one in named.items()}
        else:
            around[f"components/{kind}"] = named
    return found, around


def part_of(place: Pointer) -> Pointer:
    """The part in which a pointer leads somewhere."""
    steps = place.split("/", 4)
    return "/".join(steps[: 3 if steps[1:2] == ["paths"] else 4])


def _led(part: Any, text: str) -> frozenset[Pointer]:
    """The parts that a part refers to; a discriminator may name them in other ways than by a reference."""
    return frozenset({_ANY_PART} if "'discriminator'" in text else map(part_of, references(part)))


class Unchanged:
    """Tells which places lie in parts that are as they were."""

    def __init__(self, kept: frozenset[Pointer]) -> None:
        self._kept = kept
        self._known: dict[Pointer, bool] = {}

    def have(self, *places: Pointer) -> bool:
        """Whether the places lie in such parts."""
        return all(map(self._has, places))

    def _has(self, place: Pointer) -> bool:
        if (known := self._known.get(place)) is None:
            known = self._known[place] = part_of(place) in self._kept
        return known
