"""Formats that a type can have, checked patterns, and unions of types."""

import re

from jekyll_openapi.api.model import NULL, Primitive, Schema, TypeName, Union
from jekyll_openapi.api.notation import show
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import replace

NUMBER_FORMATS: dict[str, TypeName] = {"int32": "integer", "int64": "integer", "float": "number", "double": "number"}
STRING_FORMATS: dict[str, str] = {
    "uuid": "uuid", "guid": "uuid", "uri": "uri", "url": "uri", "email": "email", "e-mail": "email", "date": "date",
    "yyyy-mm-dd": "date", "date-time": "date-time", "datetime": "date-time", "ipv4": "ipv4", "ipv6": "ipv6",
    "hostname": "hostname", "time": "time", "password": "password", "base64": "byte",
}  # fmt: skip


class UnreadableTypeError(Exception):
    """A type cell does not follow the grammar; the message names the word where reading stopped."""


def united(members: list[Schema]) -> Schema:
    """The union of the types without duplicates, null last; a single type stays as it is."""
    flat = [one for member in members for one in (member.members if isinstance(member, Union) else (member,))]
    if any(isinstance(one, Primitive) and one.type == "any" for one in flat):
        return next(one for one in flat if isinstance(one, Primitive) and one.type == "any")
    distinct = [*dict.fromkeys(one for one in flat if one != NULL), *([NULL] if NULL in flat else [])]
    return distinct[0] if len(distinct) == 1 else Union(tuple(distinct))


def with_format(schema: Primitive, format_: str) -> Primitive:
    """The type with the format; raises UnreadableTypeError if the format belongs to another type."""
    if format_ in STRING_FORMATS:
        if schema.type != "string" or schema.format not in ("", STRING_FORMATS[format_]):
            raise UnreadableTypeError(f"`{format_}` does not fit {show(schema)}")
        return replace(schema, format=STRING_FORMATS[format_])
    if schema.type not in ("number", "integer"):
        raise UnreadableTypeError(f"`{format_}` does not fit a {schema.type}")
    return replace(schema, type=NUMBER_FORMATS[format_], format=format_)


class UnfitPatternError(Exception):
    """A regular expression cannot go into the description; the message says why."""


_OTHER_DIALECTS = regex(r"\(\?(?![:=!])|\\[AZzGhHKQEX]|\[\[:|[+*?}][+]")
_REGULAR = regex(r"[\\^$\[\]{}+*|]")
_NESTED_REPEATS = regex(r"\((?:\?:)?[^()]*[+*][^()]*\)[+*{]")
_LONGEST_PATTERN = 500


def checked_pattern(text: str) -> str:
    """The regular expression, provided JavaScript and Python read it alike and without catastrophic backtracking.

    Raises UnfitPatternError.
    """
    pattern = text.strip().strip("`")
    if whole := re.fullmatch(r"/(.+)/([a-z]*)", pattern):
        if whole[2] not in ("", "u", "g"):
            raise UnfitPatternError(f"the pattern has the flag `{whole[2]}`, for which descriptions have no place")
        pattern = whole[1]
    # Columns titled "Pattern" often hold masks such as `AAA-999`.
    if not _REGULAR.search(pattern):
        raise UnfitPatternError("it is a mask or an example, and no regular expression")
    # Inside a pipe table a literal pipe must be escaped, which looks like an escaped pipe of the expression.
    if "\\|" in pattern:
        raise UnfitPatternError("whether `\\|` in the pattern is a pipe of the table or of the value cannot be told")
    # Validators differ in possessive quantifiers and inline flags, and nested repeats can take exponential time.
    if _OTHER_DIALECTS.search(pattern) or _NESTED_REPEATS.search(pattern) or len(pattern) > _LONGEST_PATTERN:
        raise UnfitPatternError("the pattern is none that every program reads alike, and at once")
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as problem:
        raise UnfitPatternError(f"the pattern cannot be read: {problem}") from problem
    return pattern
