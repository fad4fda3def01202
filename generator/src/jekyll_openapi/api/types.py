r"""Type cells: from the spans of a cell to a schema.

The grammar, over words, numbers, signs, code spans and links; letter case of words and commas do not count::

    type        = array | enumeration | reference | scalar
    array       = "Array" "<" type ">" [ format "[]" ]        Array<int>   Array<number>, `int64[]`
                | type "[]"                                   number[]
    enumeration = [ "string" ] [ "enum" ] value { value }     string enum, `"Buy"` `"Sell"`
    value       = a code span that holds a quoted text        `"Buy"`
    reference   = link | code span or word that names a page  [Account](...)   `Account`
    scalar      = words [ format ] [ limits ]                 number, `int64`   Date string   string [3..64] chars
    words       = the longest run of words that the dialect knows as a type
    format      = "int32" | "int64" | "float" | "double"
    limits      = "<=" n "chars" | ">=" n "chars" | "[" n ".." n "]" [ "chars" ] | "(" n "-" n ")"

Limits count characters of a string and the value of a number.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import assert_never

from jekyll_openapi.api.dialect import Dialect
from jekyll_openapi.api.model import Array, Enumeration, Object, Primitive, Ref, Schema, TypeName
from jekyll_openapi.pages.document import Code, Link, Span, Text

_TOKEN = re.compile(r"""<=|>=|≤|≥|\.\.\.?|-?\d+(?:\.\d+)?|"[^"]*"|[A-Za-z_][\w.]*|[^\s,]""")
_QUOTED = re.compile(r"""(?P<quote>["'])(?P<value>.*)(?P=quote)""", re.DOTALL)
_FORMATS: dict[str, TypeName] = {"int32": "integer", "int64": "integer", "float": "number", "double": "number"}
_MAX_DEPTH = 8


class UnreadableTypeError(Exception):
    """The cell is not in the grammar; says which word stopped the reading."""


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    """`word`, `number`, `sign`, `value` or `link`."""
    text: str
    link: Link | None = None
    is_code: bool = False


@dataclass(frozen=True, slots=True)
class References:
    """How a type cell's names become schemas."""

    by_link: Callable[[Link], Ref | None]
    """The schema behind a link; None where the link is none to a page."""
    by_name: Callable[[str], Ref | None]
    """The schema that a bare name means, None where there is none."""


def read_type(spans: tuple[Span, ...], dialect: Dialect, references: References) -> Schema:
    """The schema that a type cell states; raises UnreadableTypeError."""
    reader = _Reader(_tokens(spans), dialect, references)
    schema = reader.type(0)
    if reader.rest:
        raise UnreadableTypeError(f"`{reader.rest[0].text}` is not expected here")
    return schema


def _tokens(spans: tuple[Span, ...]) -> list[_Token]:
    tokens: list[_Token] = []
    for span in spans:
        match span:
            case Link():
                tokens.append(_Token("link", span.text, link=span))
            case Code(text) if quoted := _QUOTED.fullmatch(text.strip()):
                tokens.append(_Token("value", quoted["value"]))
            case Code(text):
                tokens += _words(text, is_code=True)
            case Text(text):
                tokens += _words(text, is_code=False)
            case _:
                assert_never(span)
    return tokens


def _words(text: str, *, is_code: bool) -> list[_Token]:
    return [_token(match[0], is_code=is_code) for match in _TOKEN.finditer(text.replace("\\", ""))]


def _token(text: str, *, is_code: bool) -> _Token:
    if text.startswith('"') and len(text) > 1:
        return _Token("value", text[1:-1])
    if text[0].isdigit() or (text[0] == "-" and len(text) > 1):
        return _Token("number", text)
    kind = "word" if text[0].isalpha() or text[0] == "_" else "sign"
    return _Token(kind, text, is_code=is_code)


class _Reader:
    """Recursive descent; each method takes what it reads off the front of `rest`."""

    def __init__(self, tokens: list[_Token], dialect: Dialect, references: References) -> None:
        self.rest = tokens
        self.dialect = dialect
        self.references = references

    def type(self, depth: int) -> Schema:
        if not self.rest:
            raise UnreadableTypeError("there is none")
        if depth > _MAX_DEPTH:
            raise UnreadableTypeError("arrays are nested too deeply")
        schema = self.array(depth) or self.enumeration() or self.reference() or self.scalar()
        while self.sign("[", "]"):
            schema = Array(schema)
        return schema

    def array(self, depth: int) -> Schema | None:
        if not self.word(self.dialect.array_words):
            return None
        if not self.sign("<"):
            raise UnreadableTypeError("an array does not say of what")
        items = self.type(depth + 1)
        if not self.sign(">"):
            raise UnreadableTypeError("`>` is missing behind the type of an array's items")
        if format_ := self.format():
            if not isinstance(items, Primitive) or not self.sign("[", "]"):
                raise UnreadableTypeError(f"`{format_}` does not fit an array")
            items = _with_format(items, format_)
        return Array(items)

    def enumeration(self) -> Schema | None:
        before = self.rest
        named = (self.word(("string",)), self.word(self.dialect.enum_words))[1]
        values: list[str] = []
        while self.rest and self.rest[0].kind == "value":
            values.append(self.rest[0].text)
            self.rest = self.rest[1:]
        if values:
            return Enumeration(tuple(dict.fromkeys(values)))
        if named:
            raise UnreadableTypeError("an enumeration names no values")
        self.rest = before
        return None

    def reference(self) -> Schema | None:
        if self.rest[0].link is not None:
            found = self.references.by_link(self.rest[0].link)
        elif self.rest[0].kind == "word" and self.rest[0].text.casefold() not in self.dialect.type_words:
            found = self.references.by_name(self.rest[0].text)
        else:
            return None
        if found:
            self.rest = self.rest[1:]
        return found

    def scalar(self) -> Schema:
        known = self.longest_words()
        if known is None:
            raise UnreadableTypeError(f"`{self.rest[0].text}` is no type")
        if format_ := self.format():
            known = _with_format(known, format_)
        return self.limits(known)

    def longest_words(self) -> Primitive | None:
        """The longest run of words that is a type."""
        most = max(len(words.split()) for words in self.dialect.type_words)
        for count in range(min(most, len(self.rest)), 0, -1):
            words = " ".join(token.text.casefold() for token in self.rest[:count])
            if words in self.dialect.type_words:
                self.rest = self.rest[count:]
                return self.dialect.type_words[words]
        return None

    def format(self) -> str:
        if self.rest and self.rest[0].text.casefold() in _FORMATS:
            format_, self.rest = self.rest[0].text.casefold(), self.rest[1:]
            return format_
        return ""

    def limits(self, schema: Primitive) -> Primitive:
        while self.rest and self.rest[0].kind == "sign" and self.rest[0].text in ("<=", ">=", "≤", "≥", "[", "("):
            if self.rest[0].text == "[" and self.rest[1:2] and self.rest[1].text == "]":
                break
            schema = _limited(schema, *self.bounds())
        return schema

    def bounds(self) -> tuple[Decimal | None, Decimal | None]:
        opening = self.rest[0].text
        self.rest = self.rest[1:]
        if opening in ("<=", "≤"):
            low, high = None, self.number()
        elif opening in (">=", "≥"):
            low, high = self.number(), None
        else:
            low, high = self.range("]" if opening == "[" else ")")
        self.word(("chars", "characters", "char"))
        return low, high

    def range(self, closing: str) -> tuple[Decimal, Decimal]:
        low = self.number()
        if any(self.sign(between) for between in ("..", "...", "-")):
            high = self.number()
        elif self.rest and self.rest[0].text.startswith("-"):
            high = -self.number()  # the hyphen of `(0-400)` reads as the sign of 400
        else:
            raise UnreadableTypeError("a range wants `..` between its ends")
        if not self.sign(closing):
            raise UnreadableTypeError(f"`{closing}` is missing behind a range")
        if low > high:
            raise UnreadableTypeError(f"the range from {low} to {high} is empty")
        return low, high

    def number(self) -> Decimal:
        if not self.rest or self.rest[0].kind != "number":
            raise UnreadableTypeError("a limit is no number")
        text, self.rest = self.rest[0].text, self.rest[1:]
        return Decimal(text)

    def word(self, words: tuple[str, ...]) -> bool:
        if self.rest and self.rest[0].kind == "word" and self.rest[0].text.casefold() in words:
            self.rest = self.rest[1:]
            return True
        return False

    def sign(self, *signs: str) -> bool:
        if [token.text for token in self.rest[: len(signs)]] == list(signs):
            self.rest = self.rest[len(signs) :]
            return True
        return False


def _with_format(schema: Primitive, format_: str) -> Primitive:
    if schema.type not in ("number", "integer"):
        raise UnreadableTypeError(f"`{format_}` does not fit a {schema.type}")
    return replace(schema, type=_FORMATS[format_], format=format_)


def _limited(schema: Primitive, low: Decimal | None, high: Decimal | None) -> Primitive:
    if schema.type in ("number", "integer"):
        return replace(schema, minimum=low, maximum=high)
    if schema.type != "string" or any(end is not None and (end < 0 or end % 1) for end in (low, high)):
        raise UnreadableTypeError("a limit does not fit the type")
    return replace(schema, min_length=_count(low), max_length=_count(high))


def _count(end: Decimal | None) -> int | None:
    return None if end is None else int(end)


def show(schema: Schema) -> str:
    """The schema in the notation of type cells; what `read_type` reads gives the same schema again."""
    match schema:
        case Primitive():
            return _show_primitive(schema)
        case Enumeration(values):
            return "string enum, " + " ".join(f'`"{value}"`' for value in values)
        case Array(items):
            return f"Array<{show(items)}>"
        case Ref(name):
            return f"`{name}`"
        case Object():
            return "object"
        case _:
            assert_never(schema)


def _show_primitive(schema: Primitive) -> str:
    if schema.type == "any":
        return "JSON"
    if schema.format == "date-time":
        return "Date string"
    word = f"number, `{schema.format}`" if schema.format else {"integer": "int"}.get(schema.type, schema.type)
    unit = " chars" if schema.type == "string" else ""
    low, high = (schema.min_length, schema.max_length) if unit else (schema.minimum, schema.maximum)
    if low is None and high is None:
        return word
    if low is None or high is None:
        return f"{word} {'<=' if low is None else '>='} {high if low is None else low}{unit}"
    return f"{word} [{low}..{high}]{unit}"
