"""Regular expressions that are compiled at their first use.

There are about 500. A command that reads pages uses two thirds of them, one that reads none uses a few, and compiling
them all takes longer than importing the rest of the program.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

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


if TYPE_CHECKING:
    regex = re.compile
else:
    regex = _Regex
