"""Limits for YAML and JSON input, and the error for input that exceeds them or is invalid."""

from collections.abc import Iterable, Sequence

from jekyll_openapi.records import dataclass


@dataclass(frozen=True, slots=True)
class Bounds:
    """The largest input that is accepted."""

    size: int = 32 * 1024 * 1024
    """Bytes of a file."""
    depth: int = 100
    """Levels of nested collections."""
    nodes: int = 3_000_000
    """Values, counted as often as they occur."""
    repeated: int = 200_000
    """Values that occur because of an alias."""
    digits: int = 400
    """Characters of a number."""
    unique_keys: bool = True
    """Whether duplicate keys are rejected; if not, the last one wins."""


class RefusedError(Exception):
    """The input is rejected: the message, and the character offset from 0."""

    def __init__(self, message: str, offset: int, *, is_syntax: bool = False) -> None:
        super().__init__(message)
        self.offset = offset
        self.is_syntax = is_syntax
        """Whether the text is not valid YAML or JSON, as opposed to valid but not accepted."""


Part = tuple[str, str, int]
"""A step through a document: kind (`{`, `[`, `end` or `value`), text of a scalar, offset."""


class Outline:
    """Where a part of a document begins, and the parts in it by key or index."""

    __slots__ = ("inner", "line")

    def __init__(self, line: int) -> None:
        self.line = line
        self.inner: dict[str, Outline] = {}


def outline(parts: Iterable[Part], text: str) -> Outline:
    """The outline of a document: for an entry of a mapping, the line of its key. Of a repeated key, the last counts."""
    line, done = 1, 0
    top = Outline(1)
    within: list[tuple[Outline, bool]] = []
    key: Outline | None = None
    for kind, word, at in parts:
        if kind == "end":
            within.pop()
            continue
        line, done = line + text.count("\n", done, at), at
        holder, is_mapping = within[-1] if within else (top, False)
        if is_mapping and key is None:
            key = holder.inner[word] = Outline(line)
            continue
        begun = key or Outline(line)
        if within and not is_mapping:
            holder.inner[str(len(holder.inner))] = begun
        key = None
        if kind != "value":
            within.append((begun if within else top, kind == "{"))
    return top


def find(parts: Iterable[Part], places: Sequence[Sequence[str | int]]) -> list[int]:
    """The offset for each place: of its key in a mapping, or of the nearest enclosing part if it does not exist."""
    found = [0] * len(places)
    on_the_way: dict[tuple[str, ...], list[int]] = {}
    for number, place in enumerate(places):
        for length in range(1, len(place) + 1):
            on_the_way.setdefault(tuple(map(str, place[:length])), []).append(number)
    kinds: list[str] = []
    keys: list[str | None] = []

    def enter(key: str, at: int) -> None:
        keys[-1] = key
        for number in on_the_way.get(tuple(map(str, keys)), ()):
            found[number] = at

    for kind, text, at in parts:
        if kind == "end":
            kinds.pop()
            keys.pop()
        elif kinds and kinds[-1] == "{" and keys[-1] is None:
            enter(text, at)
            continue
        elif kinds and kinds[-1] == "[":
            enter(str(0 if keys[-1] is None else int(keys[-1]) + 1), at)
        if kind in "{[":
            kinds.append(kind)
            keys.append(None)
        elif kinds and kinds[-1] == "{":
            keys[-1] = None
    return found
