"""What somebody may have meant who wrote a name that is not known."""

from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice

_LONGEST = 80
"""Characters of a name that is compared; comparing costs the product of two lengths."""
_MOST = 500
"""Names that are compared."""


def nearest(name: str, known: Iterable[str], most: int = 1, alike: float = 0.6) -> list[str]:
    """The known names that are most like the name, the best first; none for a long one."""
    if len(name) > _LONGEST:
        return []
    return get_close_matches(name, list(islice((one for one in known if len(one) <= _LONGEST), _MOST)), most, alike)
