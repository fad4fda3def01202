"""What Python code says for the parts of a description: the words of the facade and of the models.

They are made as the client makes them (where two become one, it adds an underscore, which is not followed here). The
client's own way is not used, since importing it takes longer than a comparison.
"""

import builtins
import keyword
import re
from functools import cache

from jekyll_openapi.openapi.json import Json

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_SCHEMAS = "#/components/schemas/"
_RESERVED = ({*dir(builtins), "self", "true", "false", "datetime"} | {*keyword.kwlist}) - {"id"}
_IN_ANNOTATIONS = {"bool", "builtins", "float", "int", "object", "str"}
_BREAK = re.compile(r"[A-Z]?[a-z]+")


@cache
def snake(name: str) -> str:
    """`placeOCO` becomes `place_oco`."""
    made = "_".join(_words(name)).lower()
    made += "_" * (made in _RESERVED)
    return f"field_{made}" if not made.isidentifier() or _known(name).startswith("_") else made


@cache
def pascal(name: str) -> str:
    """`cashBalance` becomes `CashBalance`."""
    made = "".join(word if word.isupper() else word.capitalize() for word in _words(name))
    return made + "_" * (made in _RESERVED) if made.isidentifier() else pascal(f"field_{made}")


@cache
def method_name(name: str) -> str:
    """As `snake`, but `list` stays `list`."""
    made = snake(name)
    bare = made.removesuffix("_")
    is_free = hasattr(builtins, bare) and not keyword.iskeyword(bare) and bare not in _IN_ANNOTATIONS
    return bare if is_free else made


def _known(name: str) -> str:
    return "".join(mark for mark in name if mark.isidentifier() or mark.isdecimal() or mark in "\\. -")


def _words(name: str) -> list[str]:
    """The words of a name; a capital in front of small letters begins one, and so does what follows them."""
    known = re.sub(r"[\\. _-]", " ", _known(name))
    return (_BREAK.sub(r" \g<0> ", known) if any(mark.isupper() for mark in known) else known).split()


class PythonNames:
    """The Python names for one description."""

    def __init__(self, spec: Json) -> None:
        operations = {
            (path, method): operation
            for path, item in sorted(spec.get("paths", {}).items())
            for method, operation in item.items()
            if method in METHODS
        }
        wanted = {key: _facade(key[0], operation) for key, operation in operations.items()}
        taken = list(wanted.values())
        self._methods: dict[tuple[str, str], str] = {}
        self._bodies: dict[str, list[str]] = {}
        for key, operation in operations.items():
            group, name = wanted[key]
            distinct = name if taken.count(wanted[key]) == 1 else snake(str(operation.get("operationId", name)))
            self._methods[key] = f"{group}.{distinct}"
            self._bodies.setdefault(_body(operation), []).append(f"{group}.{distinct}")

    def operation(self, path: str, method: str) -> tuple[str, ...]:
        """`order.place_oco`."""
        return (self._methods[path, method],)

    def parameter(self, path: str, method: str, name: str) -> tuple[str, ...]:
        """`account.item(id=...)`."""
        return (f"{self._methods[path, method]}({snake(name)}=...)",)

    def attribute(self, schema: str, name: str) -> tuple[str, ...]:
        """`order.place_oco(stop_price=...)` for each operation that takes the schema, `models.PlaceOCO.stop_price`."""
        calls = (f"{method}({snake(name)}=...)" for method in self._bodies.get(schema, ()))
        return (*calls, f"models.{pascal(schema)}.{snake(name)}")


def model(schema: str) -> str:
    """`models.OrderType`."""
    return f"models.{pascal(schema)}"


def member(value: object, index: int) -> str:
    """`STOP_LIMIT` for the value `StopLimit`, which stands at the index."""
    made = snake(value).upper() if isinstance(value, str) else ""
    return made if made.isascii() and made.strip("_") and not made.startswith("_") else f"VALUE_{index}"


def _facade(path: str, operation: Json) -> tuple[str, str]:
    parts = [part for part in path.split("/") if part and not part.startswith("{")]
    last = parts[-1] if parts else str(operation.get("operationId", "root"))
    return snake(parts[0] if parts else "root"), method_name(last)


def _body(operation: Json) -> str:
    media = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    schema = media.get("schema", {})
    return str(schema.get("$ref", "")).removeprefix(_SCHEMAS) if isinstance(schema, dict) else ""
