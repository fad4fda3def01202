"""The one way to write Python: a template of ours, filled with code that can only come from three functions.

`literal` writes a value, `identifier` a name that was checked, `docstring` text that stays text. Whatever a page says
passes through one of them, so that it can neither end a string nor begin a statement.
"""

from __future__ import annotations

import keyword
import re
import textwrap
import unicodedata
from collections.abc import Iterable
from string import Template
from typing import LiteralString

from jekyll_openapi.records import dataclass

WIDTH = 110
SHOWN = 72
"""How long a line is, so that `help()` shows it in a terminal of 80 columns."""
INDENT = "    "
_WORD = re.compile(r"\w+")

Plain = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Code:
    """Python source that is safe to put where its kind belongs."""

    text: str


def code(template: LiteralString, **parts: Code) -> Code:
    """The template with `$name` replaced by the part of that name."""
    return Code(Template(template).substitute({name: part.text for name, part in parts.items()}))


def literal(value: Plain) -> Code:
    """The value as Python writes it, in ASCII."""
    # A repr of any other type could be code that the value chose.
    if not isinstance(value, Plain):
        raise TypeError(f"{type(value).__name__} has no literal")
    return Code(ascii(value))


def identifier(name: str) -> Code:
    """The name, if it is one that Python takes as it is; ValueError otherwise."""
    # Python normalises names to NFKC: two spellings that differ in the description would be one name.
    is_name = name.isidentifier() and not keyword.iskeyword(name) and unicodedata.normalize("NFKC", name) == name
    # Inside a class, Python would mangle names that begin with two underscores.
    if not is_name or name.startswith("__"):
        raise ValueError(f"{name!r} is not a name for Python")
    return Code(name)


def docstring(text: str, indent: int = 0, example: str = "", width: int = SHOWN) -> Code:
    """The text as a docstring, wrapped to the line; every line of the text stays one paragraph.

    `example` is code that stands below it as it is.
    """
    wrapped = [
        part for line in text.strip().splitlines() or [""] for part in _wrap(line, min(WIDTH - 4 * indent, width))
    ]
    if example:
        wrapped += ["", "Example:", *(f"{INDENT}{line}" for line in example.splitlines())]
    body = "\n".join(_escape(line) for line in wrapped)
    if len(wrapped) > 1:
        body += "\n"
    elif body.endswith('"'):
        # Four quotes in a row would end the docstring one character early.
        body += " "
    return Code(f'"""{body}"""')


def _wrap(line: str, width: int) -> list[str]:
    """The line, broken between words; what goes on stands deeper than an indented beginning."""
    lead = line[: len(line) - len(line.lstrip())]
    more = lead + (INDENT if lead else "")
    return textwrap.wrap(
        line, width, subsequent_indent=more, break_long_words=False, break_on_hyphens=False, drop_whitespace=True
    ) or [""]


def joined(separator: LiteralString, parts: Iterable[Code]) -> Code:
    """The parts with the separator between them."""
    return Code(separator.join(part.text for part in parts))


def lines(*parts: Code) -> Code:
    """The parts, each beginning a line."""
    return joined("\n", parts)


def block(header: Code, *body: Code) -> Code:
    """A statement with an indented body; docstrings keep their text, since their lines are indented alike."""
    inner = "\n".join(part.text for part in body)
    return Code(f"{header.text}\n" + textwrap.indent(inner, INDENT))


def imported(module: LiteralString, names: Iterable[str], *users: Code) -> list[Code]:
    """An import of those names from the module that the code uses."""
    used = {word for part in users for word in _WORD.findall(part.text)}
    head = code(module)
    return [code("from $module import $name", module=head, name=identifier(name)) for name in sorted({*names} & used)]


def visible(text: str) -> str:
    """The text with every character that cannot be seen replaced by a space, line breaks apart."""
    return "".join(one if one == "\n" or one.isprintable() else " " for one in text)


def _escape(line: str) -> str:
    """A line as it stands in a docstring."""
    seen = line.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    return "".join(one if one.isprintable() else _escaped(one) for one in seen)


def _escaped(character: str) -> str:
    """A character that cannot be seen, as an escape."""
    return ascii(character)[1:-1]
