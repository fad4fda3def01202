"""Anchors on the reference page: readable, unique, and safe in HTML attributes whatever a thing is called."""

import re

from jekyll_openapi.diagnostics import Location
from jekyll_openapi.patterns import regex

_UNSAFE = regex(r"[^A-Za-z0-9_.\-]")
_UNSAFE_IN_PATH = regex(r"[^A-Za-z0-9_.\-/]")


def operation(name: str, parameter: str = "") -> str:
    """The anchor of an operation, `operation/accountFind`, or of its parameter, `operation/accountFind/name`."""
    return _joined("operation", name, parameter)


def answer(operation_name: str, status: str) -> str:
    """The anchor of a response: `operation/placeOCO/~answer~200`. No parameter can have that name."""
    return f"{operation(operation_name)}/~answer~{_UNSAFE.sub(_code, status)}"


def schema(name: str, way: str = "") -> str:
    """The anchor of a schema, `schema/PlaceOCO`, or of its property, `schema/PlaceOCO/price`."""
    return _joined("schema", name, way)


def condition(name: str, number: int) -> str:
    """The anchor of a condition: `schema/PlaceOCO/~if~1`. No property can have that name."""
    return f"{schema(name)}/~if~{number}"


def tag(name: str) -> str:
    """The anchor of a tag: `tag/Orders`."""
    return _joined("tag", name)


def channel(name: str) -> str:
    """The anchor of a channel: `channel/trading`."""
    return _joined("channel", name)


def message(name: str) -> str:
    """The anchor of a message: `message/propsEvent`."""
    return _joined("message", name)


def rule(name: str) -> str:
    """The anchor of a rule: `rule/empty-page`."""
    return _joined("rule", name)


def correction(number: int) -> str:
    """The anchor of a correction: `correction/1`."""
    return f"correction/{number}"


def page(file: str) -> str:
    """The anchor of a docs page: `page/orders/placeOCO.md`."""
    return f"page/{_UNSAFE_IN_PATH.sub(_code, file)}"


def place(location: Location) -> str:
    """The anchor of a line of a docs page: `page/orders/placeOCO.md:66`."""
    return f"{page(location.file)}:{location.line}"


def _joined(kind: str, *names: str) -> str:
    return "/".join([kind, *(_UNSAFE.sub(_code, name) for name in names if name)])


def _code(unsafe: re.Match[str]) -> str:
    return f"~{ord(unsafe[0]):x}~"
