"""Names for Python, made from names of the API: the same that openapi-python-client makes, and each only once."""

from __future__ import annotations

import builtins
import keyword
import re
from collections.abc import Iterable, Mapping
from functools import cache
from unicodedata import normalize

PREFIX = "field_"
IN_ANNOTATIONS = frozenset({"bool", "builtins", "float", "int", "object", "str"})


@cache
def snake(name: str) -> str:
    """`placeOCO` becomes `place_oco`; what Python reserves gets an underscore."""
    from openapi_python_client.strings import PythonIdentifier  # half a second: only where a client is made

    made = normalize("NFKC", PythonIdentifier(normalize("NFKC", name), PREFIX))
    return made if made.isidentifier() else PREFIX + re.sub(r"\W", "", made)


@cache
def pascal(name: str) -> str:
    """`cashBalance` becomes `CashBalance`."""
    from openapi_python_client.strings import ClassName

    return str(ClassName(name, PREFIX))


def method_name(name: str) -> str:
    """As `snake`; but `list` stays `list`, since a method hides only what its class names in annotations."""
    made = snake(name)
    bare = made.removesuffix("_")
    is_free = hasattr(builtins, bare) and not keyword.iskeyword(bare) and bare not in IN_ANNOTATIONS
    return bare if is_free else made


def apart(names: Iterable[str], taken: Iterable[str] = ()) -> list[str]:
    """The names, with underscores behind those that stand before them or are taken."""
    seen = set(taken)
    result = []
    for name in names:
        while name in seen:
            name += "_"
        seen.add(name)
        result.append(name)
    return result


def snake_names(names: Iterable[str], taken: Iterable[str] = ()) -> Mapping[str, str]:
    """Python names by the API's own, each different."""
    listed = list(names)
    return dict(zip(listed, apart(map(snake, listed), taken), strict=True))
