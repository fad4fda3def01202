"""Names of places in the page: readable, one for each thing, and safe in an attribute whatever the thing is called."""

import re

from jekyll_openapi.diagnostics import Location

_UNSAFE = re.compile(r"[^A-Za-z0-9_.\-]")
_UNSAFE_IN_PATH = re.compile(r"[^A-Za-z0-9_.\-/]")


def operation(name: str, parameter: str = "") -> str:
    """`operation/accountFind`, and `operation/accountFind/name` for its parameter."""
    return _joined("operation", name, parameter)


def answer(operation_name: str, status: str) -> str:
    """`operation/placeOCO/~answer~200`, which no parameter can be called."""
    return f"{operation(operation_name)}/~answer~{_UNSAFE.sub(_code, status)}"


def schema(name: str, way: str = "") -> str:
    """`schema/PlaceOCO`, and `schema/PlaceOCO/price` for its property."""
    return _joined("schema", name, way)


def condition(name: str, number: int) -> str:
    """`schema/PlaceOCO/~if~1`, which no property can be called."""
    return f"{schema(name)}/~if~{number}"


def tag(name: str) -> str:
    """`tag/Orders`."""
    return _joined("tag", name)


def channel(name: str) -> str:
    """`channel/trading`."""
    return _joined("channel", name)


def message(name: str) -> str:
    """`message/propsEvent`."""
    return _joined("message", name)


def rule(name: str) -> str:
    """`rule/empty-page`."""
    return _joined("rule", name)


def correction(number: int) -> str:
    """`correction/1`."""
    return f"correction/{number}"


def page(file: str) -> str:
    """`page/orders/placeOCO.md`."""
    return f"page/{_UNSAFE_IN_PATH.sub(_code, file)}"


def place(location: Location) -> str:
    """`page/orders/placeOCO.md:66`, a line of the page."""
    return f"{page(location.file)}:{location.line}"


def _joined(kind: str, *names: str) -> str:
    return "/".join([kind, *(_UNSAFE.sub(_code, name) for name in names if name)])


def _code(unsafe: re.Match[str]) -> str:
    return f"~{ord(unsafe[0]):x}~"
