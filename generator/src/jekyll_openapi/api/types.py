r"""Reads type cells: from the spans of a cell to a schema.

The grammar, over the tokens of `tokens`; letter case and commas do not count, `(` and `)` may stand around what follows
a type::

    cell        = [ "required" | "optional" ] union { note }          Optional string
    union       = type { ( "or" | "|" | "/" ) type }              string or integer   `Account` | null
    type        = [ "?" ] kind                                    ?integer
    kind        = array | map | numbers | enumeration | reference | scalar | "nullable" type | type "?"
    array       = "Array" "<" union ">" [ format "[]" ] { limit } Array<int>   Array<number>, `int64[]`
                | "Array" "[" union "]" | "[" "]" type            array[string]   []string
                | ( "array" | "list" ) "of" types { limit }       list of strings, at most 10 items
                | "[" type { "," type } "]"                   [number, number]
                | type ( "[]" | "array" ) { limit }               number[]   integer array
    map         = "map" "<" key union ">"                         Map<string, number>   map<string|number>
                | "map" ( "of" | "from" ) key "to" types          map of string to number
                | "map" [ "[" key "]" type ]                      map[string]int   dict
    numbers     = [ scalar ] [ "enum" | "one of" ] number { [ "," | "|" | "/" | "or" ] number }      1, 2 or 3
    enumeration = [ "string" ] [ "enum" | "one of" ] value { [ "," | "|" | "/" | "or" ] value }
    value       = quoted text, alone or with others in a code span; behind `enum` or `one of` any word or code span
    reference   = link | code span or word that names a page      [Account](...)   `Account`
    scalar      = words [ "(" digits ")" ] { format | limit | "nullable" }       number, `int64`   varchar(64)
    words       = the longest run of words that the dialect knows as a type, or a format of strings
    format      = "int32" | "int64" | "float" | "double" | "uuid" | "uri" | "email" | "date" | ...
    limit       = see `limits`
    note        = "required" | "optional" | "default" [ "to" | ":" | "=" ] value
    types       = a type, its last word in the plural or not

Limits count the characters of a string and the items of a list, and are limits of a number's value.
"""

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

from jekyll_openapi.api.dialect import Dialect
from jekyll_openapi.api.formats import NUMBER_FORMATS, STRING_FORMATS, UnreadableTypeError, united, with_format
from jekyll_openapi.api.limit_words import SIGN_STARTS
from jekyll_openapi.api.limits import Limit, UnfitLimitError, read_limit
from jekyll_openapi.api.model import NULL, Array, Map, Primitive, Ref, Schema
from jekyll_openapi.api.tokens import Token, tokens
from jekyll_openapi.api.type_limits import limited
from jekyll_openapi.api.type_spellings import spelled
from jekyll_openapi.api.type_values import NEEDS, ValueReader
from jekyll_openapi.diagnostics import Location
from jekyll_openapi.pages.document import Code, Link, Span, Text
from jekyll_openapi.records import dataclass, replace

_ARRAY_WORDS = ("list", "arrays", "lists")
_MAP_WORDS = ("map", "hash", "dictionary", "dict", "mapping", "record", "maps")
_OBJECT_WORDS = ("object", "objects", "entity", "entities")
_JOINING = ("of", "with", "and", "having")
_QUOTED_TYPES = ("string", "number", "integer", "boolean", "object", "null")
_DECIMALS = ("decimal", "numeric")
_MAX_DEPTH = 8


@dataclass(frozen=True, slots=True)
class References:
    """Looks up the schemas that links and names in type cells mean."""

    by_link: Callable[[Link], Ref | None]
    """The schema behind a link; None if the link leads to no page."""
    by_name: Callable[[str], Ref | None]
    """The schema with a name; None if there is none."""


@dataclass(frozen=True, slots=True)
class TypeCell:
    """The contents of a type cell."""

    schema: Schema
    required: bool | None = None
    """None if the cell does not say."""
    default: Token | None = None


def read_type(spans: tuple[Span, ...], dialect: Dialect, references: References) -> Schema:
    """The schema that a type cell states; raises UnreadableTypeError."""
    return read_type_cell(spans, dialect, references).schema


def read_type_cell(spans: tuple[Span, ...], dialect: Dialect, references: References) -> TypeCell:
    """The schema, need and default that a type cell states; raises UnreadableTypeError."""
    if any(isinstance(one, Link) for one in spans):
        return _read(spans, dialect, references)
    known = _usual(tuple((isinstance(one, Code), one.text) for one in spans), dialect)
    return known or _read(spans, dialect, references)


@lru_cache(maxsize=1024)
def _usual(texts: tuple[tuple[bool, str], ...], dialect: Dialect) -> TypeCell | None:
    """What a cell of these texts, each in a code span or not, states on every page; None if that depends on the page.

    Nearly all cells are `number`, `string` and the like: a site of 300 rows has 40 different ones. Remembering them
    saves 3 % of a run.
    """
    nowhere = Location("")
    spans = tuple(Code(text, nowhere) if is_code else Text(text, nowhere) for is_code, text in texts)
    try:
        found = _read(spans, dialect, References(_ask, _ask))
    except (UnreadableTypeError, _AskedError):
        return None
    return found if found.default is None else None  # a default knows its place


class _AskedError(Exception):
    """A cell has a name that could be one of a schema."""


def _ask(name: Link | str) -> Ref | None:
    raise _AskedError(name)


def _read(spans: tuple[Span, ...], dialect: Dialect, references: References) -> TypeCell:
    reader = _Reader(spelled(_unpunctuated(tokens(spans))), dialect, references)
    try:
        reader.need()
        schema = reader.union(0)
        reader.suffixes(schema)
    except UnfitLimitError as problem:
        raise UnreadableTypeError(str(problem)) from problem
    if reader.rest:
        raise UnreadableTypeError(f"`{reader.rest[0].text}` is not expected here")
    if schema == NULL:
        raise UnreadableTypeError("it is only null")
    return TypeCell(schema, reader.required, reader.default)


def _unpunctuated(found: tuple[Token, ...]) -> tuple[Token, ...]:
    while found and found[-1].kind == "sign" and found[-1].text in (".", ";", ":"):
        found = found[:-1]
    return found


class _Reader(ValueReader):
    """A recursive-descent parser for the grammar above. Each method consumes what it reads from the front of `rest`."""

    def __init__(self, found: tuple[Token, ...], dialect: Dialect, references: References) -> None:
        super().__init__(found, dialect)
        self.references = references
        self.required: bool | None = None
        self.default: Token | None = None
        self.brackets = 0
        """Number of angle brackets not closed yet."""

    def union(self, depth: int, *, plural: bool = False) -> Schema:
        members = [self.type(depth, plural=plural)]
        while self.rest and self.rest[0].folded in ("or", "|", "/") and len(self.rest) > 1:
            is_slash, self.rest = self.rest[0].text == "/", self.rest[1:]
            # `number/int64` names a format, and `date/time` is one type.
            if is_slash and members[-1] == Primitive("number") and (format_ := self.format(NUMBER_FORMATS)):
                members[-1] = with_format(Primitive("number"), format_)
            elif is_slash and members[-1] == Primitive("string", "date") and self.word(("time",)):
                members[-1] = Primitive("string", "date-time")
                self.word(("string",))
            else:
                members.append(self.type(depth, plural=plural))
        return united(members)

    def type(self, depth: int, *, plural: bool = False) -> Schema:
        self.words("a", "an", "the", "either" if self.is_union() else "a")
        if not self.rest:
            raise UnreadableTypeError("there is none")
        if depth > _MAX_DEPTH:
            raise UnreadableTypeError("types are nested too deeply")
        self.unquoted()
        # `positive integer` would otherwise be an unknown word.
        sign = self.adjective()
        if sign is not None:
            schema = self.scalar(plural=plural)
            return self.suffixes(limited(schema, self.with_zero(sign)), plural=plural)
        is_nullable = self.sign("?") or (self.word(("nullable",)) and bool(self.rest))
        if not self.rest:
            raise UnreadableTypeError("there is none")
        if self.is_wrapper(is_nullable):
            schema = self.wrapped(depth)
            return united([schema, NULL]) if is_nullable else schema
        schema = (
            self.group(depth)
            or self.array(depth)
            or self.map(depth)
            or self.numbers()
            or self.booleans()
            or self.enumeration()
            or self.null()
            or self.reference()
            or self.scalar(plural=plural)
        )
        while self.sign("[", "]") or self.word((*self.dialect.array_words, *_ARRAY_WORDS)):
            schema = Array(schema)
        schema = self.suffixes(schema, plural=plural)
        return united([schema, NULL]) if is_nullable else schema

    def is_union(self) -> bool:
        """Whether `either` introduces two types, as opposed to values."""
        return not any(token.kind == "value" for token in self.rest)

    # --- types made of types ---

    def group(self, depth: int) -> Schema | None:
        if not self.sign("("):
            return None
        schema = self.union(depth + 1)
        if not self.sign(")"):
            raise UnreadableTypeError("`)` is missing behind a type")
        return schema

    def is_of_values(self) -> bool:
        names = [token for token in self.rest if token.kind != "sign" and token.folded not in ("or", "and")]
        return all(one.code and not self.references.by_name(one.text) for one in names)

    def unquoted(self) -> None:
        """Removes the quotation marks of quoted types and formats: `"string" | "null"`, `number, "int64"`."""
        quoted = [token for token in self.rest if token.kind == "value"]
        if len(quoted) == 1 and quoted[0].folded in NUMBER_FORMATS and self.rest[0] != quoted[0]:
            self.rest = tuple(replace(one, kind="word") if one.kind == "value" else one for one in self.rest)
            return
        # Several are the values of a property that holds types.
        is_one = len([token for token in quoted if token.text != "null"]) == 1
        if is_one and all(token.text in _QUOTED_TYPES for token in quoted):
            self.rest = tuple(replace(one, kind="word") if one.kind == "value" else one for one in self.rest)

    def adjective(self) -> Limit | None:
        """Consumes the sign before a type: `positive integer`, `non-negative number`."""
        is_sign = len(self.rest) > 1 and self.rest[0].folded in SIGN_STARTS
        found = read_limit(self.rest[:1]) if is_sign else None
        if found is None or found.limit.unit == "things" or self.rest[1].folded not in self.dialect.type_words:
            return None
        self.rest = self.rest[1:]
        return found.limit

    def with_zero(self, limit: Limit) -> Limit:
        """The limit, including zero if `or zero` follows the type."""
        if limit.above is None or not (self.phrase(("or", "zero")) or self.phrase(("or", "0"))):
            return limit
        return Limit(low=limit.above)

    def is_wrapper(self, is_nullable: bool) -> bool:
        """Whether `Optional<` came next, or `<` after `nullable`, and was consumed."""
        if self.phrase(("optional", "<")):
            self.required = False
            return True
        return is_nullable and self.sign("<")

    def wrapped(self, depth: int) -> Schema:
        schema = self.bracketed(depth)
        if not self.sign(">"):
            raise UnreadableTypeError("`>` is missing behind a type")
        return self.suffixes(schema)

    def array(self, depth: int) -> Schema | None:
        before = self.rest
        if self.sign("[", "]"):
            return Array(self.type(depth + 1))
        named = self.word((*self.dialect.array_words, *_ARRAY_WORDS))
        if named and self.word(("of",)):
            return Array(self.union(depth + 1, plural=True))
        if self.is_around(("[", "]")) or (named and self.is_around(("(", ")"))):
            closing = {"[": "]", "(": ")"}[self.rest[0].text]
            self.rest = self.rest[1:]
            items, count = self.union(depth + 1, plural=True), 1
            while closing == "]" and self.rest and self.rest[0].after_comma:
                if self.phrase(("null", "]")):
                    return united([items, NULL])  # as JSON Schema lists types
                if self.union(depth + 1, plural=False) != items:
                    raise UnreadableTypeError("the types of a list's places differ")
                count += 1
            if not self.sign(closing):
                raise UnreadableTypeError(f"`{closing}` is missing behind the type of an array's items")
            return Array(items, count, count) if count > 1 else Array(items)
        if not named:
            return None
        if not self.sign("<"):
            if before[0].folded in (*_ARRAY_WORDS, *self.dialect.type_words):
                self.rest = before
                return None
            raise UnreadableTypeError("an array does not say of what")
        items = self.bracketed(depth)
        if not self.sign(">"):
            raise UnreadableTypeError("`>` is missing behind the type of an array's items")
        if format_ := self.format(NUMBER_FORMATS):
            if not isinstance(items, Primitive) or not self.sign("[", "]"):
                raise UnreadableTypeError(f"`{format_}` does not fit an array")
            items = with_format(items, format_)
        return Array(items)

    def is_around(self, marks: tuple[str, str]) -> bool:
        """Whether the opening mark and a type come next: `[string]`, but not `[]` or `[1..5]`."""
        if len(self.rest) < 3 or self.rest[0].text != marks[0] or self.rest[1].kind not in ("word", "link"):
            return False
        return self.rest[1].number is None and not read_limit(self.rest[1:])

    def map(self, depth: int) -> Schema | None:
        before = self.rest
        if not self.word((*_MAP_WORDS, *_OBJECT_WORDS[:1])):
            return None
        if before[0].folded in _MAP_WORDS and (not self.rest or self.rest[0].after_comma or self.rest[0].text == "("):
            return Primitive("object")
        if self.phrase(("[", "string", "]")):
            return Map(self.type(depth + 1))
        is_bracket = self.sign("<")
        if not is_bracket and (before[0].folded in _OBJECT_WORDS or not self.word(("of", "from"))):
            self.rest = before
            return None
        if len(self.rest) > 1 and self.rest[0].folded.rstrip("s") == "string" and self.is_key(is_bracket):
            self.rest = self.rest[1:] if is_bracket and self.rest[1].after_comma else self.rest[2:]
        elif is_bracket:
            raise UnreadableTypeError("the keys of a map are no strings")
        values = self.bracketed(depth) if is_bracket else self.union(depth + 1, plural=True)
        if is_bracket and not self.sign(">"):
            raise UnreadableTypeError("`>` is missing behind the type of a map's values")
        return Map(values)

    def bracketed(self, depth: int) -> Schema:
        """The type in angle brackets, where `>` closes instead of stating a limit."""
        self.brackets += 1
        schema = self.union(depth + 1)
        self.brackets -= 1
        return schema

    def is_key(self, is_bracket: bool) -> bool:
        behind = self.rest[1]
        return behind.after_comma or behind.text in ("|", ":") if is_bracket else behind.folded == "to"

    def null(self) -> Schema | None:
        return NULL if self.word(("null",)) else None

    # --- names and scalars ---

    def reference(self) -> Schema | None:
        first = self.rest[0]
        found: Ref | None = None
        if first.link is not None:
            found = self.references.by_link(first.link)
            if not found:
                # A link that leads to no page of the site is read as its text.
                self.rest = (*tokens((Text(first.text.replace("`", ""), first.link.location),)), *self.rest[1:])
                return self.reference() if self.rest and self.rest[0].link is None else None
        # A type word wins over a page of the same name, such as "Object" or "Date".
        elif first.kind == "word" and first.folded not in self.dialect.type_words:
            found = self.references.by_name(first.text) or self.references.by_name(first.text.removesuffix("s"))
        if found:
            self.rest = self.rest[1:]
            self.word(_OBJECT_WORDS)
        return found

    def scalar(self, *, plural: bool) -> Schema:
        first = self.rest[0].folded if self.rest else ""
        known = self.longest_words(plural=plural)
        if isinstance(known, Primitive):
            # `int64 number`
            if first in NUMBER_FORMATS:
                self.word(("number", "integer"))
            return self.sized(known, first)
        if known is None and (format_ := self.format(STRING_FORMATS)):
            self.word(("string", "address"))
            return Primitive("string", STRING_FORMATS[format_])
        if known is None:
            raise UnreadableTypeError(f"`{self.rest[0].text}` is not a type" if self.rest else "there is none")
        return known

    def sized(self, schema: Primitive, word: str) -> Schema:
        """The type with the size in parentheses after it, as in SQL: `varchar(64)`, `decimal(10, 2)`."""
        texts = [token.text for token in self.rest[:5]]
        numbers = [int(token.number) for token in self.rest[1:3] if token.number is not None and token.number % 1 == 0]
        if (
            texts[:1] != ["("]
            or len(numbers) < 1
            or any(token.code for token in self.rest[:1]) != bool(self.rest[1].code)
        ):
            return schema
        if texts[2:3] == [")"] and schema.type == "string" and not schema.format:
            self.rest = self.rest[3:]
            return limited(schema, Limit(high=Decimal(numbers[0]), unit="chars"))
        if texts[3:4] == [")"] and len(numbers) == 2 and word in _DECIMALS and 0 <= numbers[1] <= numbers[0] <= 38:
            self.rest = self.rest[4:]
            most = Decimal(10) ** (numbers[0] - numbers[1])
            return replace(schema, above=-most, below=most, multiple_of=Decimal(1).scaleb(-numbers[1]))
        return schema

    # --- what stands behind a type ---

    def suffixes(self, schema: Schema, *, plural: bool = False) -> Schema:
        """The type with the formats, limits and notes that follow it."""
        is_nullable = False
        while self.rest:
            before = self.rest
            if self.is_brackets():
                break
            if isinstance(schema, Primitive) and (format_ := self.any_format()):
                schema = with_format(schema, format_)
            elif (
                self.sign("?")
                or self.word(("nullable",))
                or self.phrase(("can", "be", "null"))
                or self.phrase(("may", "be", "null"))
            ):
                is_nullable = True
            elif not self.note():
                schema = self.limit(schema, plural=plural)
            if self.rest == before and not self.parentheses():
                break
        return united([schema, NULL]) if is_nullable else schema

    def is_brackets(self) -> bool:
        return [token.text for token in self.rest[:2]] == ["[", "]"]

    def limit(self, schema: Schema, *, plural: bool) -> Schema:
        if not isinstance(schema, (Primitive, Array)):
            return schema
        if isinstance(schema, Primitive) and schema.type in ("any", "object", "null", "boolean") and not self.signs():
            return schema
        joined = self.rest[0].folded in _JOINING and self.rest[0].kind == "word"
        rest = self.rest[1:] if joined else self.rest
        found = read_limit(rest) if rest and (self.signs() or rest[0].kind != "sign" or joined) else None
        if not found or found.limit.is_vague or (plural and found.limit.unit == "items"):
            return schema
        if plural and not found.limit.unit:
            raise UnreadableTypeError("a limit does not say whether it is one of the items or of their number")
        self.rest = rest[found.length :]
        is_of_list = isinstance(schema, Array) and not found.limit.unit
        return limited(schema, replace(found.limit, unit="items") if is_of_list else found.limit)

    def signs(self) -> bool:
        """Whether a limit written in signs comes next, as opposed to a parenthesis around words."""
        first = self.rest[0]
        if first.kind != "sign" or first.text not in ("<=", ">=", "=<", "=>", "<", ">", "[", "("):
            return False
        if first.text == ">":
            return not self.brackets and len(self.rest) > 1 and self.rest[1].number is not None
        return first.text != "(" or (len(self.rest) > 2 and self.rest[1].number is not None and not self.is_unit(2))

    def is_unit(self, at: int) -> bool:
        """Whether a word such as `max` follows the number, so that the parenthesis only sets it apart."""
        return self.rest[at].kind == "word" and self.rest[at].folded not in ("to",)

    def need(self) -> None:
        """Consumes a need before the type: `Optional string`. `optional<string>` is a type of its own."""
        if len(self.rest) > 1 and self.rest[0].folded in NEEDS and self.rest[1].kind in ("word", "link", "value"):
            self.note()

    def note(self) -> bool:
        """Whether a note about the property, such as `required` or `default 3`, was consumed."""
        first = self.rest[0]
        if first.kind == "word" and first.folded in NEEDS:
            self.required = NEEDS[first.folded]
            self.rest = self.rest[1:]
            return True
        is_default = first.folded in ("default", "defaults") or (first.text == "=" and not first.after_comma)
        if not is_default or len(self.rest) < 2:
            return False
        self.rest = self.rest[1:]
        self.words("to", "is", ":", "=", "value")
        if not self.rest or self.rest[0].kind not in ("value", "number", "word"):
            raise UnreadableTypeError("a default names no value")
        self.default, self.rest = self.rest[0], self.rest[1:]
        return True
