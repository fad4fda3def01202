"""Converts names of the API to Python identifiers, like openapi-python-client but without its half second of
imports."""

import builtins
import keyword
import re
from functools import cache
from unicodedata import normalize

from jekyll_openapi.patterns import regex

_RESERVED = ({*dir(builtins), "self", "true", "false", "builtins", "datetime"} | {*keyword.kwlist}) - {"id"}
_IN_ANNOTATIONS = {"bool", "builtins", "float", "int", "object", "str"}
_BREAK = regex(r"[A-Z]?[a-z]+")
_UNKNOWN = regex(r"[^\w\\. -]", re.ASCII)
PREFIX = "field_"
"""Put before names that cannot begin an identifier."""


@cache
def snake(name: str) -> str:
    """The name in snake_case: `placeOCO` becomes `place_oco`. Python's reserved names get an underscore."""
    made = normalize("NFKC", "_".join(words(name)).lower())
    made += "_" * (made in _RESERVED)
    return _identifier(made, is_hidden=_known(name).startswith("_"))


@cache
def pascal(name: str) -> str:
    """The name in PascalCase: `cashBalance` becomes `CashBalance`."""
    made = normalize("NFKC", "".join(word if word.isupper() else word.capitalize() for word in words(name)))
    made += "_" * (made in _RESERVED)
    return made if made.isidentifier() else normalize("NFKC", "".join(map(_capital, words(f"{PREFIX}{made}"))))


def method_name(name: str) -> str:
    """The name in snake_case. `list` needs no underscore here, since a method only shadows names in its own class."""
    made = snake(name)
    bare = made.removesuffix("_")
    is_free = hasattr(builtins, bare) and not keyword.iskeyword(bare) and bare not in _IN_ANNOTATIONS
    return bare if is_free else made


def words(name: str) -> list[str]:
    """The words of a name. A capital before lower-case letters begins a word."""
    known = re.sub(r"[\\. _-]", " ", _known(normalize("NFKC", name)))
    return (_BREAK.sub(r" \g<0> ", known) if any(map(str.isupper, known)) else known).split()


def _known(name: str) -> str:
    if name.isascii():  # the same, four times as fast
        return _UNKNOWN.sub("", name)
    return "".join(mark for mark in name if mark.isidentifier() or mark.isdecimal() or mark in "\\. -")


def _capital(word: str) -> str:
    return word if word.isupper() else word.capitalize()


def _identifier(made: str, *, is_hidden: bool) -> str:
    if made.isidentifier() and not is_hidden:
        return made
    prefixed = PREFIX + made
    return prefixed if prefixed.isidentifier() else PREFIX + re.sub(r"\W", "", made)
