"""Writes Python code safely: templates of ours, filled with the results of three functions.

`literal` writes values, `identifier` checked names, `docstring` text. All text of pages passes through one of them, so
it can neither end a string nor start a statement.
"""

from __future__ import annotations

import keyword
import textwrap
import unicodedata
from collections.abc import Iterable
from string import Template
from typing import LiteralString

from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass

WIDTH = 110
SHOWN = 72
"""Columns of a docstring line; `help()` then fits 80 columns."""
INDENT = "    "
_WORD = regex(r"\w+")
_COMMAND = regex(r"^(\s*):(?=:)")
"""Matches what GitHub's runner would execute where a log shows the line."""

Plain = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Code:
    """Python source that is safe to insert."""

    text: str


def code(template: LiteralString, **parts: Code) -> Code:
    """The template with each `$name` replaced by a part."""
    return Code(Template(template).substitute({name: part.text for name, part in parts.items()}))


def literal(value: Plain) -> Code:
    """A Python literal, in ASCII."""
    # A repr of any other type could be code that the value chose.
    if not isinstance(value, Plain):
        raise TypeError(f"{type(value).__name__} has no literal")
    return Code(ascii(value))


def identifier(name: str) -> Code:
    """A checked identifier; raises ValueError."""
    # Python normalises names to NFKC: two spellings that differ in the description would be one name.
    is_name = name.isidentifier() and not keyword.iskeyword(name) and unicodedata.normalize("NFKC", name) == name
    # Inside a class, Python would mangle names that begin with two underscores.
    if not is_name or name.startswith("__"):
        raise ValueError(f"{name!r} is not a name for Python")
    return Code(name)


def docstring(text: str, indent: int = 0, example: str = "", width: int = SHOWN) -> Code:
    """A wrapped docstring. Each line of the text is a paragraph; `example` is code appended unchanged."""
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
    """Wrap a line between words; continuation lines of an indented line are indented further."""
    lead = line[: len(line) - len(line.lstrip())]
    more = lead + (INDENT if lead else "")
    return textwrap.wrap(
        line, width, subsequent_indent=more, break_long_words=False, break_on_hyphens=False, drop_whitespace=True
    ) or [""]


def joined(separator: LiteralString, parts: Iterable[Code]) -> Code:
    """The parts joined by a separator."""
    return Code(separator.join(part.text for part in parts))


def lines(*parts: Code) -> Code:
    """The parts, one per line."""
    return joined("\n", parts)


def block(header: Code, *body: Code) -> Code:
    """A compound statement with an indented body. Docstrings survive, since all lines get the same indentation."""
    inner = "\n".join(part.text for part in body)
    return Code(f"{header.text}\n" + textwrap.indent(inner, INDENT))


def imported(module: LiteralString, names: Iterable[str], *users: Code) -> list[Code]:
    """Imports of those names from the module that the code uses."""
    used = {word for part in users for word in _WORD.findall(part.text)}
    head = code(module)
    return [code("from $module import $name", module=head, name=identifier(name)) for name in sorted({*names} & used)]


def visible(text: str) -> str:
    """The text with invisible characters replaced by spaces; line breaks stay."""
    return "".join(one if one == "\n" or one.isprintable() else " " for one in text)


def _escape(line: str) -> str:
    """Escape a line for a docstring."""
    seen = line.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    seen = _COMMAND.sub(r"\1\\x3a", seen)
    return seen if seen.isprintable() else "".join(one if one.isprintable() else _escaped(one) for one in seen)


def _escaped(character: str) -> str:
    """Escape a character."""
    return ascii(character)[1:-1]
