"""How much YAML or JSON may hold, and how what holds more, or something else, is refused."""

import math
import re
from collections.abc import Callable, Iterable, Sequence

from jekyll_openapi.records import dataclass

_NUMBERS: tuple[tuple[re.Pattern[str], Callable[[str], int | float]], ...] = (
    (re.compile(r"[-+]?[0-9]+"), int),
    (re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"), float),
    (re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+"), lambda text: int(text, 0)),
)
_NO_NUMBER = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much is taken."""

    size: int = 32 * 1024 * 1024
    """Bytes of a file."""
    depth: int = 100
    """Collections inside each other."""
    nodes: int = 3_000_000
    """Values, each as often as it stands there."""
    repeated: int = 200_000
    """Values that stand there because of an alias."""
    digits: int = 400
    """Characters of a number."""
    unique_keys: bool = True
    """Whether a key that stands twice is refused; else the last one counts."""


class RefusedError(Exception):
    """What is wrong and at which character of the text, counted from 0."""

    def __init__(self, message: str, offset: int, *, is_syntax: bool = False) -> None:
        super().__init__(message)
        self.offset = offset
        self.is_syntax = is_syntax
        """Whether it is the text that is not YAML or JSON, and not what it says that is not taken."""


Part = tuple[str, str, int]
"""A step through a document: `{`, `[`, `end` or `value`, the text of a scalar, the offset."""


def find(parts: Iterable[Part], places: Sequence[Sequence[str | int]]) -> list[int]:
    """The offset of what stands at each place, of its key where it has one; of what holds it where it is not there."""
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


def number(text: str, offset: int, bounds: Bounds) -> int | float | None:
    """The number that the text is by the core schema of YAML 1.2; None where it is none. Raises RefusedError."""
    if _NO_NUMBER.fullmatch(text):
        raise RefusedError(f"`{text}` is not a number that JSON can say", offset)
    read = next((read for pattern, read in _NUMBERS if pattern.fullmatch(text)), None)
    if not read:
        return None
    if len(text) > bounds.digits:
        raise RefusedError(f"the number `{text[:20]}...` has {len(text)} characters", offset)
    if not is_finite(value := read(text)):
        raise RefusedError(f"the number `{text[:20]}` is too large", offset)
    return value


def is_finite(value: int | float) -> bool:
    """Whether a float holds it."""
    try:
        return math.isfinite(value)
    except OverflowError:
        return False
