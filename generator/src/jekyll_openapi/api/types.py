r"""Type cells: from the spans of a cell to a schema.

The grammar, over the tokens of `tokens`; letter case and commas do not count, `(` and `)` may stand around what follows
a type::

    cell        = union { note }
    union       = type { ( "or" | "|" | "/" ) type }              string or integer   `Account` | null
    type        = [ "?" ] kind                                    ?integer
    kind        = array | map | enumeration | reference | scalar
    array       = "Array" "<" union ">" [ format "[]" ] { limit } Array<int>   Array<number>, `int64[]`
                | ( "array" | "list" ) "of" types { limit }       list of strings, at most 10 items
                | type ( "[]" | "array" ) { limit }               number[]   integer array
    map         = "map" "<" key union ">"                         Map<string, number>   map<string|number>
                | "map" ( "of" | "from" ) key "to" types          map of string to number
    enumeration = [ "string" ] [ "enum" | "one of" ] value { [ "," | "|" | "/" | "or" ] value }
    value       = quoted text, alone or with others in a code span; behind `enum` or `one of` any word or code span
    reference   = link | code span or word that names a page      [Account](...)   `Account`
    scalar      = words { format | limit | "nullable" }           number, `int64`   Date string   string [3..64] chars
    words       = the longest run of words that the dialect knows as a type, or a format of strings
    format      = "int32" | "int64" | "float" | "double" | "uuid" | "uri" | "email" | "date" | ...
    limit       = see `limits`
    note        = "required" | "optional" | "default" [ "to" | ":" | "=" ] value
    types       = a type, its last word in the plural or not

Limits count the characters of a string and the items of a list, and are limits of a number's value.
"""

from collections.abc import Callable

from jekyll_openapi.api.dialect import Dialect
from jekyll_openapi.api.limits import UnfitLimitError, limited, read_limit
from jekyll_openapi.api.model import NULL, Array, Enumeration, Map, Primitive, Ref, Schema, TypeName, Union
from jekyll_openapi.api.notation import show
from jekyll_openapi.api.tokens import Token, tokens
from jekyll_openapi.api.values import is_doubtful, read_values
from jekyll_openapi.pages.document import Link, Span, Text
from jekyll_openapi.records import dataclass, replace

_FORMATS: dict[str, TypeName] = {"int32": "integer", "int64": "integer", "float": "number", "double": "number"}
STRING_FORMATS: dict[str, str] = {
    "uuid": "uuid", "guid": "uuid", "uri": "uri", "url": "uri", "email": "email", "e-mail": "email", "date": "date",
    "yyyy-mm-dd": "date", "date-time": "date-time", "datetime": "date-time", "ipv4": "ipv4", "ipv6": "ipv6",
    "hostname": "hostname", "time": "time",
}  # fmt: skip
_ARRAY_WORDS = ("list", "arrays", "lists")
_MAP_WORDS = ("map", "dictionary", "dict", "mapping", "record", "maps")
_OBJECT_WORDS = ("object", "objects", "entity", "entities")
_ENUM_PHRASES = (("one", "of"), ("any", "of"), ("either",), ("values",), ("allowed", "values"), ("possible", "values"))
_JOINING = ("of", "with", "and", "having")
_REQUIRED = {"required": True, "mandatory": True, "optional": False}
_MAX_DEPTH = 8


class UnreadableTypeError(Exception):
    """The cell is not in the grammar; says which word stopped the reading."""


@dataclass(frozen=True, slots=True)
class References:
    """How a type cell's names become schemas."""

    by_link: Callable[[Link], Ref | None]
    """The schema behind a link; None where the link is none to a page."""
    by_name: Callable[[str], Ref | None]
    """The schema that a bare name means, None where there is none."""


@dataclass(frozen=True, slots=True)
class TypeCell:
    """What a type cell states."""

    schema: Schema
    required: bool | None = None
    """None where it does not say."""
    default: Token | None = None


def read_type(spans: tuple[Span, ...], dialect: Dialect, references: References) -> Schema:
    """The schema that a type cell states; raises UnreadableTypeError."""
    return read_type_cell(spans, dialect, references).schema


def read_type_cell(spans: tuple[Span, ...], dialect: Dialect, references: References) -> TypeCell:
    """Everything that a type cell states; raises UnreadableTypeError."""
    reader = _Reader(_unpunctuated(tokens(spans)), dialect, references)
    try:
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


class _Reader:
    """Recursive descent; each method takes what it reads off the front of `rest`."""

    def __init__(self, found: tuple[Token, ...], dialect: Dialect, references: References) -> None:
        self.rest = found
        self.dialect = dialect
        self.references = references
        self.required: bool | None = None
        self.default: Token | None = None
        self.open = 0
        """Parentheses that are not closed yet."""
        self.brackets = 0

    def union(self, depth: int, *, plural: bool = False) -> Schema:
        members = [self.type(depth, plural=plural)]
        while self.rest and self.rest[0].folded in ("or", "|", "/") and len(self.rest) > 1:
            self.rest = self.rest[1:]
            members.append(self.type(depth, plural=plural))
        return _united(members)

    def type(self, depth: int, *, plural: bool = False) -> Schema:
        self.words("a", "an", "the", "either" if self.is_union() else "a")
        if not self.rest:
            raise UnreadableTypeError("there is none")
        if depth > _MAX_DEPTH:
            raise UnreadableTypeError("types are nested too deeply")
        is_nullable = (self.word(("nullable",)) or self.sign("?")) and bool(self.rest)
        schema = (
            self.group(depth)
            or self.array(depth)
            or self.map(depth)
            or self.enumeration()
            or self.null()
            or self.reference()
            or self.scalar(plural=plural)
        )
        while self.sign("[", "]") or self.word((*self.dialect.array_words, *_ARRAY_WORDS)):
            schema = Array(schema)
        schema = self.suffixes(schema, plural=plural)
        return _united([schema, NULL]) if is_nullable else schema

    def is_union(self) -> bool:
        """Whether `either` begins two types, not values."""
        return not any(token.kind == "value" for token in self.rest)

    # --- types made of types ---

    def group(self, depth: int) -> Schema | None:
        if not self.sign("("):
            return None
        schema = self.union(depth + 1)
        if not self.sign(")"):
            raise UnreadableTypeError("`)` is missing behind a type")
        return schema

    def array(self, depth: int) -> Schema | None:
        before = self.rest
        if not self.word((*self.dialect.array_words, *_ARRAY_WORDS)):
            return None
        if self.word(("of",)):
            return Array(self.union(depth + 1, plural=True))
        if not self.sign("<"):
            if before[0].folded in (*_ARRAY_WORDS, *self.dialect.type_words):
                self.rest = before
                return None
            raise UnreadableTypeError("an array does not say of what")
        items = self.bracketed(depth)
        if not self.sign(">"):
            raise UnreadableTypeError("`>` is missing behind the type of an array's items")
        if format_ := self.format(_FORMATS):
            if not isinstance(items, Primitive) or not self.sign("[", "]"):
                raise UnreadableTypeError(f"`{format_}` does not fit an array")
            items = _with_format(items, format_)
        return Array(items)

    def map(self, depth: int) -> Schema | None:
        before = self.rest
        if not self.word((*_MAP_WORDS, *_OBJECT_WORDS[:1])):
            return None
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
        """A type in angle brackets, in which `>` closes and is no limit."""
        self.brackets += 1
        schema = self.union(depth + 1)
        self.brackets -= 1
        return schema

    def is_key(self, is_bracket: bool) -> bool:
        behind = self.rest[1]
        return behind.after_comma or behind.text in ("|", ":") if is_bracket else behind.folded == "to"

    # --- values ---

    def enumeration(self) -> Schema | None:
        before, was_open = self.rest, self.open
        is_string = self.word(("string",))
        self.parentheses()
        named = self.word(self.dialect.enum_words) or any(self.phrase(words) for words in _ENUM_PHRASES)
        named = self.word(("of",)) or named if named else named
        self.parentheses()
        known = frozenset((*_FORMATS, *STRING_FORMATS, *self.dialect.type_words, *_REQUIRED, "nullable", "default"))
        values, has_null, self.rest = read_values(self.rest, known, is_any=named, is_code=is_string)
        if values and self.open > was_open and self.sign(")"):
            self.open -= 1
        if values:
            if doubtful := next(filter(is_doubtful, values), None):
                raise UnreadableTypeError(f"`{doubtful}` is not a single value: quote each by itself")
            enumeration = Enumeration(values)
            return Union((enumeration, NULL)) if has_null else enumeration
        is_type = before[0].folded in self.dialect.type_words and not is_string
        if named and not is_type and (before[0].folded in self.dialect.enum_words or is_string):
            raise UnreadableTypeError("an enumeration names no values")
        self.rest, self.open = before, was_open
        return None

    def null(self) -> Schema | None:
        return NULL if self.word(("null",)) else None

    # --- names and scalars ---

    def reference(self) -> Schema | None:
        first = self.rest[0]
        found: Ref | None = None
        if first.link is not None:
            found = self.references.by_link(first.link)
            if not found:
                self.rest = (*tokens((Text(first.text.replace("`", ""), first.link.location),)), *self.rest[1:])
                return self.reference() if self.rest and self.rest[0].link is None else None
        elif first.kind == "word" and first.folded not in self.dialect.type_words:
            found = self.references.by_name(first.text) or self.references.by_name(first.text.removesuffix("s"))
        if found:
            self.rest = self.rest[1:]
            self.word(_OBJECT_WORDS)
        return found

    def scalar(self, *, plural: bool) -> Schema:
        known = self.longest_words(plural=plural)
        if known is None and (format_ := self.format(STRING_FORMATS)):
            return Primitive("string", STRING_FORMATS[format_])
        if known is None:
            raise UnreadableTypeError(f"`{self.rest[0].text}` is not a type" if self.rest else "there is none")
        return known

    def longest_words(self, *, plural: bool) -> Schema | None:
        """The longest run of words that is a type."""
        most = max(len(words.split()) for words in self.dialect.type_words)
        for count in range(min(most, len(self.rest)), 0, -1):
            if any(token.after_comma for token in self.rest[1:count]):
                continue  # `string, date` is a string with the format `date`, `string date` is a time
            words = " ".join(token.folded for token in self.rest[:count])
            for form in (words, words.removesuffix("s") if plural else words):
                if form in self.dialect.type_words:
                    self.rest = self.rest[count:]
                    return self.dialect.type_words[form]
        return None

    # --- what stands behind a type ---

    def suffixes(self, schema: Schema, *, plural: bool = False) -> Schema:
        """The type with the formats, limits and notes that follow."""
        is_nullable = False
        while self.rest:
            before = self.rest
            if self.is_brackets():
                break
            if isinstance(schema, Primitive) and (format_ := self.format(_FORMATS | STRING_FORMATS)):
                schema = _with_format(schema, format_)
            elif self.word(("nullable",)) or self.phrase(("can", "be", "null")) or self.phrase(("may", "be", "null")):
                is_nullable = True
            elif not self.note():
                schema = self.limit(schema, plural=plural)
            if self.rest == before and not self.parentheses():
                break
        return _united([schema, NULL]) if is_nullable else schema

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
        if not found or (plural and found.limit.unit == "items"):
            return schema
        if plural and not found.limit.unit:
            raise UnreadableTypeError("a limit does not say whether it is one of the items or of their number")
        self.rest = rest[found.length :]
        return limited(schema, found.limit)

    def signs(self) -> bool:
        """Whether a limit in signs comes next, a parenthesis around words being none."""
        first = self.rest[0]
        if first.kind != "sign" or first.text not in ("<=", ">=", "=<", "=>", "<", ">", "[", "("):
            return False
        if first.text == ">":
            return not self.brackets and len(self.rest) > 1 and self.rest[1].number is not None
        return first.text != "(" or (len(self.rest) > 2 and self.rest[1].number is not None and not self.is_unit(2))

    def is_unit(self, at: int) -> bool:
        """Whether a word such as `max` follows the number, so that the parenthesis is only around it."""
        return self.rest[at].kind == "word" and self.rest[at].folded not in ("to",)

    def note(self) -> bool:
        """Whether a remark on the property rather than on its type was read."""
        first = self.rest[0]
        if first.kind == "word" and first.folded in _REQUIRED:
            self.required = _REQUIRED[first.folded]
            self.rest = self.rest[1:]
            return True
        if first.folded not in ("default", "defaults") or len(self.rest) < 2:
            return False
        self.rest = self.rest[1:]
        self.words("to", "is", ":", "=", "value")
        if not self.rest or self.rest[0].kind not in ("value", "number", "word"):
            raise UnreadableTypeError("a default names no value")
        self.default, self.rest = self.rest[0], self.rest[1:]
        return True

    def parentheses(self) -> bool:
        """Whether a mark was read that only sets apart what follows."""
        if not self.rest or self.rest[0].kind != "sign":
            return False
        text = self.rest[0].text
        if text == "(":
            self.open += 1
        elif text == ")" and self.open:
            self.open -= 1
        elif text not in (":", ";", "-"):
            return False
        self.rest = self.rest[1:]
        return True

    # --- tokens ---

    def format(self, known: dict[str, TypeName] | dict[str, str]) -> str:
        if self.rest and self.rest[0].kind == "word" and self.rest[0].folded in known:
            format_, self.rest = self.rest[0].folded, self.rest[1:]
            return format_
        return ""

    def word(self, words: tuple[str, ...]) -> bool:
        if self.rest and self.rest[0].kind == "word" and self.rest[0].folded in words:
            self.rest = self.rest[1:]
            return True
        return False

    def words(self, *words: str) -> None:
        """Takes each of the words that comes next, as long as something is left."""
        while len(self.rest) > 1 and self.rest[0].kind in ("word", "sign") and self.rest[0].folded in words:
            self.rest = self.rest[1:]

    def phrase(self, words: tuple[str, ...]) -> bool:
        if tuple(token.folded for token in self.rest[: len(words)]) == words:
            self.rest = self.rest[len(words) :]
            return True
        return False

    def sign(self, *signs: str) -> bool:
        if [token.text for token in self.rest[: len(signs)]] == list(signs):
            self.rest = self.rest[len(signs) :]
            return True
        return False


def _united(members: list[Schema]) -> Schema:
    """The types as one: each once, null last."""
    flat = [one for member in members for one in (member.members if isinstance(member, Union) else (member,))]
    if any(isinstance(one, Primitive) and one.type == "any" for one in flat):
        return next(one for one in flat if isinstance(one, Primitive) and one.type == "any")
    distinct = [*dict.fromkeys(one for one in flat if one != NULL), *([NULL] if NULL in flat else [])]
    return distinct[0] if len(distinct) == 1 else Union(tuple(distinct))


def _with_format(schema: Primitive, format_: str) -> Primitive:
    if format_ in STRING_FORMATS:
        if schema.type != "string" or schema.format not in ("", STRING_FORMATS[format_]):
            raise UnreadableTypeError(f"`{format_}` does not fit {show(schema)}")
        return replace(schema, format=STRING_FORMATS[format_])
    if schema.type not in ("number", "integer"):
        raise UnreadableTypeError(f"`{format_}` does not fit a {schema.type}")
    return replace(schema, type=_FORMATS[format_], format=format_)
