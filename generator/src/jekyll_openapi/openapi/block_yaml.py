"""Writes YAML exactly like libyaml, but three times as fast, for the constructs that descriptions usually have.

`written` follows the rules of libyaml's emitter for mappings with names as keys, lists, and strings of printable
characters, and leaves other strings to libyaml itself. If that is not enough, it returns None.
`tests/openapi/test_yaml.py` compares the bytes on random content.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from io import StringIO
from math import isfinite
from typing import Any

from yaml.resolver import Resolver

from jekyll_openapi.openapi.libyaml import COMMAND, NUMBER_IN_1_2, WIDTH, by_libyaml
from jekyll_openapi.patterns import regex
from jekyll_openapi.terminal import is_hiding

_CONTROL = regex("[\0-\x1f\x7f-\x9f]")
_SEPARATORS = ("\u2028", "\u2029")
_LAST_SEEN = "\ud7ff"
"""Characters that libyaml escapes are control characters, these separators, and all behind this one, such as emoji."""
_NO_PLAIN = regex(r"""[#,\[\]{}&*!|>'"%@`]|---|\.\.\.|[-?:](?: |$)|.*:(?: |$)|.* #""")
"""Matches strings that need quotation marks."""
_BREAK = regex("(?<! ) (?! )")
_LONGEST_KEY = 128
_RESOLVERS: dict[str, list[tuple[str, re.Pattern[str]]]] = Resolver.yaml_implicit_resolvers


Write = Callable[[str], object]


class _UnusualError(Exception):
    """The content needs libyaml."""


def written(content: object) -> str | None:
    """The content as block YAML; None if libyaml must write it."""
    if type(content) is not dict or not content:
        return None
    text = StringIO()  # a list of the parts would need four times the memory
    try:
        _mapping(content, 0, "", text.write)
    except _UnusualError:
        return None
    return text.getvalue()


def _mapping(content: Mapping[Any, Any], indent: int, head: str, write: Write) -> None:
    """The lines; `head` is the text before the first one."""
    pad = " " * indent
    for name, value in content.items():
        key = _quoted(name) if type(name) is str else ""
        if not key or len(name.encode()) > _LONGEST_KEY:
            raise _UnusualError
        write(f"{head}{key}:")
        head = pad
        kind = type(value)
        if kind is dict and value:
            write("\n")
            _mapping(value, indent + 2, f"{pad}  ", write)
        elif kind is list and value:
            write("\n")
            _sequence(value, indent, pad, write)
        else:
            write(f" {_scalar(value, indent + 2, indent + len(key) + 2)}\n")


def _sequence(content: Sequence[Any], indent: int, head: str, write: Write) -> None:
    for value in content:
        kind = type(value)
        if kind is dict and value:
            _mapping(value, indent + 2, f"{head}- ", write)
        elif kind is list and value:
            _sequence(value, indent + 2, f"{head}- ", write)
        else:
            write(f"{head}- {_scalar(value, indent + 2, indent + 2)}\n")
        head = " " * indent


def _scalar(value: Any, indent: int, column: int) -> str:
    """A value that begins at the column; its continuation lines begin at the indent."""
    kind = type(value)
    if kind is str:
        text = _literal(value, indent) if "\n" in value else _quoted(value)
        if not text:
            return _by_libyaml(value, indent, column)
        return text if "\n" in value else text if column + len(text) <= WIDTH else _folded(text, indent, column)
    if kind is bool:
        return "true" if value else "false"
    if kind is int:
        return str(value)
    if kind is Decimal and value.is_finite():
        return f"{value:f}"
    if value is None:
        return "null"
    if kind in (dict, list):
        return "{}" if kind is dict else "[]"
    if kind is float and isfinite(value):
        text = repr(value)
        return text if "." in text else text.replace("e", ".0e")
    raise _UnusualError


def _is_seen(text: str) -> bool:
    """Whether no character is escaped."""
    # One expression for all would take 2 ms to compile.
    if text.isascii():
        return text.isprintable()
    is_escaped = max(text) > _LAST_SEEN or any(one in text for one in _SEPARATORS) or _CONTROL.search(text)
    return not is_escaped and not is_hiding(text)


@lru_cache(maxsize=8192)
def _quoted(text: str) -> str:
    """A single-line string in the style that libyaml would choose; empty if libyaml must write it."""
    if not text:
        return "''"
    if text[0] == " " or text[-1] == " " or not _is_seen(text) or COMMAND.search(text):
        return ""
    is_plain = not (
        _NO_PLAIN.match(text)
        or NUMBER_IN_1_2.fullmatch(text)
        or any(pattern.match(text) for _, pattern in _RESOLVERS.get(text[0], ()))
    )
    return text if is_plain else "'" + text.replace("'", "''") + "'"


def _folded(text: str, indent: int, column: int) -> str:
    """The string, broken at single spaces where the line would become too long."""
    parts: list[str] = []
    start = 0
    for match in _BREAK.finditer(text):
        if column + match.start() - start > WIDTH:
            parts.append(text[start : match.start()])
            start, column = match.end(), indent
    return f"\n{' ' * indent}".join([*parts, text[start:]])


def _literal(text: str, indent: int) -> str:
    """A string of several lines as a literal block; empty if libyaml must write it."""
    lines = text.split("\n")
    body = lines[:-1] if not lines[-1] else lines
    is_usual = body[0] and body[-1] and body[0][0] != " " and not COMMAND.search(text)
    if not is_usual or " \n" in text or text[-1] == " " or not _is_seen(text.replace("\n", "")):
        return ""
    pad = f"\n{' ' * indent}"
    return f"|{'' if body is not lines else '-'}" + "".join(pad + line if line else "\n" for line in body)


def _by_libyaml(value: object, indent: int, column: int) -> str:
    """The value as libyaml would write it at this place, obtained from a document with the same indentation."""
    if column - indent > _LONGEST_KEY:
        raise _UnusualError
    depth = indent // 2
    content: object = [value] if column == indent else {"a" * (column - indent): value}
    for _ in range(depth if column == indent else depth - 1):
        content = {"a": content}
    heads = depth if column == indent else depth - 1
    return by_libyaml(content).split("\n", heads)[heads][column:].removesuffix("\n")
