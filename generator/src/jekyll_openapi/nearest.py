"""Suggestions for mistyped names ("did you mean")."""

from collections.abc import Iterable
from itertools import islice

_LONGEST = 80
"""Most characters of a name that is compared: the cost is the product of both lengths."""
_MOST = 500
"""Most names that are compared."""


def nearest(name: str, known: Iterable[str], most: int = 1, alike: float = 0.6) -> list[str]:
    """The most similar known names, best first; none for a very long name."""
    if len(name) > _LONGEST:
        return []
    from difflib import get_close_matches  # where something is mistyped

    return get_close_matches(name, list(islice((one for one in known if len(one) <= _LONGEST), _MOST)), most, alike)
