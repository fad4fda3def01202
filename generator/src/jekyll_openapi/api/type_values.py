"""The part of the type reader for types that list values: numbers, booleans, strings."""

from jekyll_openapi.api.formats import NUMBER_FORMATS, STRING_FORMATS, UnreadableTypeError, united, with_format
from jekyll_openapi.api.model import NULL, Enumeration, Primitive, Schema, Union
from jekyll_openapi.api.type_tokens import TokenReader
from jekyll_openapi.api.values import is_doubtful, is_run, read_numbers, read_values
from jekyll_openapi.records import replace

_ENUM_PHRASES = (
    ("one", "of"), ("any", "of"), ("either",), ("values",), ("allowed", "values"), ("possible", "values"),
    ("allowed",), ("literal",),
)  # fmt: skip
NEEDS = {"required": True, "mandatory": True, "optional": False}
"""Words after a type that say whether the property is required."""


class ValueReader(TokenReader):
    """Reads lists of values. Each method returns None and consumes nothing if there is no such list."""

    def is_named(self) -> bool:
        """Whether words that announce values, such as `one of`, were consumed."""
        self.parentheses()
        named = self.word(self.dialect.enum_words) or any(self.phrase(words) for words in _ENUM_PHRASES)
        if named:
            self.words("of", "string", "strings")
        while self.parentheses():
            pass
        is_list = named or (len(self.rest) > 1 and self.rest[1].kind == "value")
        if is_list and self.rest and (self.rest[0].text, self.rest[-1].text) in (("[", "]"), ("{", "}")):
            self.rest = self.rest[1:-1]
        return named

    def is_of_values(self) -> bool:
        """Whether the cell is nothing but names in code that no page has."""
        return False

    def numbers(self) -> Schema | None:
        """The type of a list of numbers."""
        before, was_open = self.rest, self.open
        base = self.longest_words(plural=False)
        if isinstance(base, Primitive) and base.type in ("number", "integer"):
            format_ = self.format(NUMBER_FORMATS)
            base = with_format(base, format_) if format_ else base
        elif base is not None:
            self.rest = before
            return None
        named = self.is_named()
        values, has_null, rest = read_numbers(self.rest)
        is_pair = self.open > was_open and len(self.rest) - len(rest) == 2  # `(1, 5)` has two ends
        has_meanings = any(token.folded in ("=", ":", "means") for token in self.rest[: len(self.rest) - len(rest)])
        # `0 = off, 2 = on` can be examples; only consecutive numbers are probably all.
        is_range = not named and (len(values) < 2 or is_pair or (has_meanings and not is_run(values)))
        is_mixed = bool(rest) and rest[0].after_comma and rest[0].kind in ("word", "value") and named
        if not values or is_range or is_mixed or (base is None and any(one.kind == "word" for one in rest)):
            self.rest, self.open = before, was_open
            return None
        self.rest = rest
        if self.open > was_open and self.sign(")"):
            self.open -= 1
        is_whole = all(isinstance(one, int) for one in values)
        base = base if isinstance(base, Primitive) else Primitive("integer" if is_whole else "number")
        if base.type == "integer" and not is_whole:
            raise UnreadableTypeError("a value is no integer")
        return united([replace(base, values=values), *([NULL] if has_null else [])])

    def booleans(self) -> Schema | None:
        """The type of `true` or `false`, or of only one of them."""
        words = [token.folded for token in self.rest if token.folded not in ("or", "|", "/")]
        known = {"true": True, "false": False}
        if not words or not set(words) <= known.keys():
            return None
        self.rest = ()
        return Primitive("boolean", values=(known[words[0]],) if len(set(words)) == 1 else ())

    def enumeration(self) -> Schema | None:
        """The type of a list of strings."""
        before, was_open = self.rest, self.open
        is_string = self.word(("string",))
        named = self.is_named()
        known = frozenset((*NUMBER_FORMATS, *STRING_FORMATS, *self.dialect.type_words, *NEEDS, "nullable", "default"))
        is_code = is_string or self.is_of_values()
        values, has_null, self.rest = read_values(self.rest, known, is_any=named, is_code=is_code)
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
