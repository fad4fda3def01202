"""Regular expressions that are compiled at their first use.

There are about 500. A command that reads pages uses two thirds of them, one that reads none uses a few, and compiling
them all takes longer than importing the rest of the program.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, AnyStr

_MOST_REFUSED = 2_000
_MEMBERS = ("findall", "finditer", "fullmatch", "groupindex", "match", "search", "split", "sub", "subn")


class _Regex:
    """Stands for `re.compile(pattern, flags)`; its members are those of the compiled expression."""

    __slots__ = (*_MEMBERS, "flags", "pattern")

    def __init__(self, pattern: str | bytes, flags: int = 0) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        """Called for a member that is not there, which is the first use."""
        if name not in _MEMBERS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)
        for one in _MEMBERS:
            setattr(self, one, getattr(compiled, one))
        return getattr(compiled, name)


class _Needing:
    """The same for an expression that fits no text without one of `needs`, which is not compiled for such texts.

    So it is with `also`, and with `begins`: words of which one is at the beginning. Half of what a run would compile
    never meets a text that it could fit: 6 % of the time. Once compiled, it is asked directly, unless it is slow. So it
    is where a place in the text is given: looking through the whole text for each would take too long. After many texts
    it is compiled in any case: refusing them has taken as long by then.
    """

    def __init__(
        self, pattern: str, flags: int, needs: tuple[str, ...], also: tuple[str, ...], begins: tuple[str, ...],
        is_slow: bool,
    ) -> None:  # fmt: skip
        self.pattern = pattern
        self.flags = flags
        self.needs = needs
        self.also = also
        self.begins = begins
        self._is_slow = is_slow
        self._made: re.Pattern[str] | None = None
        self._refused = 0
        self._folds = bool(flags & re.IGNORECASE) or "(?i" in pattern

    def may_fit(self, text: str) -> bool:
        """Whether one of the needed words is there, or it is not worth looking any more."""
        if self._folds:
            text = folded(text)
        if not self.begins or text.startswith(self.begins):
            for word in self.needs:  # `any` with a generator takes twice as long
                if word in text:
                    if not self.also or any(one in text for one in self.also):
                        return True
                    break
        self._refused += 1
        return self._refused > _MOST_REFUSED and not self._is_slow

    def __getattr__(self, name: str) -> Any:
        """Called for `groupindex` alone: all other members are methods or set."""
        if name != "groupindex":
            raise AttributeError(name)
        return self._compiled().groupindex

    def _compiled(self) -> re.Pattern[str]:
        if self._made is None:
            self._made = re.compile(self.pattern, self.flags)
            for one in () if self._is_slow else _MEMBERS:
                setattr(self, one, getattr(self._made, one))
        return self._made

    def search(self, text: str, *place: int) -> re.Match[str] | None:
        return self._compiled().search(text, *place) if place or self.may_fit(text) else None

    def match(self, text: str, *place: int) -> re.Match[str] | None:
        return self._compiled().match(text, *place) if place or self.may_fit(text) else None

    def fullmatch(self, text: str, *place: int) -> re.Match[str] | None:
        return self._compiled().fullmatch(text, *place) if place or self.may_fit(text) else None

    def findall(self, text: str, *place: int) -> list[Any]:
        return self._compiled().findall(text, *place) if place or self.may_fit(text) else []

    def finditer(self, text: str, *place: int) -> Iterator[re.Match[str]]:
        return self._compiled().finditer(text, *place) if place or self.may_fit(text) else iter(())

    def split(self, text: str, maxsplit: int = 0) -> list[Any]:
        return self._compiled().split(text, maxsplit) if self.may_fit(text) else [text]

    def sub(self, by: Any, text: str, count: int = 0) -> str:
        return self._compiled().sub(by, text, count) if self.may_fit(text) else text

    def subn(self, by: Any, text: str, count: int = 0) -> tuple[str, int]:
        return self._compiled().subn(by, text, count) if self.may_fit(text) else (text, 0)


def folded(text: str) -> str:
    """The text with each letter that an expression takes for a small ASCII letter, when it ignores case, as that."""
    return text.lower() if text.isascii() else text.casefold().replace("\u0131", "i")


def regex(
    pattern: AnyStr, flags: int = 0, *, needs: tuple[str, ...] = (), also: tuple[str, ...] = (),
    begins: tuple[str, ...] = (), is_slow: bool = False,
) -> re.Pattern[AnyStr]:  # fmt: skip
    """The expression, compiled at its first use.

    `needs` holds words of which every text that it fits has one, in small letters if it ignores case. A text without
    any of them is refused without compiling. `also` holds other such words; `begins` those of which each text has one
    at its beginning. `tests/test_patterns.py` proves that they are needed. With `is_slow`, each text is looked at so:
    for an expression that takes long to fail.
    """
    made: Any = _Regex(pattern, flags)
    if (needs or begins) and isinstance(pattern, str):
        made = _Needing(pattern, flags, needs or ("",), also, begins, is_slow)
    found: re.Pattern[AnyStr] = made
    return found
