"""A cursor over the tokens of a type cell, the base of the type reader."""

from functools import lru_cache

from jekyll_openapi.api.dialect import Dialect
from jekyll_openapi.api.formats import NUMBER_FORMATS, STRING_FORMATS
from jekyll_openapi.api.model import Schema, TypeName
from jekyll_openapi.api.tokens import Token


class TokenReader:
    """The remaining tokens of a cell. Each method consumes what it reads from the front of `rest`."""

    def __init__(self, found: tuple[Token, ...], dialect: Dialect) -> None:
        self.rest = found
        self.dialect = dialect
        self.open = 0
        """Number of parentheses not closed yet."""

    def format(self, known: dict[str, TypeName] | dict[str, str]) -> str:
        """Consumes a format among `known`; empty if there is none."""
        if self.rest and self.rest[0].kind == "word" and self.rest[0].folded in known:
            format_, self.rest = self.rest[0].folded, self.rest[1:]
            return format_
        return ""

    def any_format(self) -> str:
        """Consumes a format, also in the spellings `$uuid`, `<uuid>` and `format: uuid`; empty if there is none."""
        texts = [token.text for token in self.rest[:3]]
        known = NUMBER_FORMATS | STRING_FORMATS
        if len(texts) == 3 and texts[0] == "<" and texts[2] == ">" and texts[1].casefold() in known:
            format_, self.rest = texts[1].casefold(), self.rest[3:]
            return format_
        named = 2 if texts[0].casefold() == "format" and texts[1:2] in ([":"], ["="]) else 1
        leads = texts[:1] == ["$"] or named == 2 or texts[0].casefold() == "format"
        if leads and len(texts) > named and texts[named].casefold() in known:
            self.rest = self.rest[named:]
        return self.format(NUMBER_FORMATS) or self.format(STRING_FORMATS)

    def word(self, words: tuple[str, ...]) -> bool:
        """Whether one of the words came next and was consumed."""
        if self.rest and self.rest[0].kind == "word" and self.rest[0].folded in words:
            self.rest = self.rest[1:]
            return True
        return False

    def words(self, *words: str) -> None:
        """Consumes any of these words, but leaves at least one token."""
        while len(self.rest) > 1 and self.rest[0].kind in ("word", "sign") and self.rest[0].folded in words:
            self.rest = self.rest[1:]

    def phrase(self, words: tuple[str, ...]) -> bool:
        """Whether the words came next, in this order, and were consumed."""
        if tuple(token.folded for token in self.rest[: len(words)]) == words:
            self.rest = self.rest[len(words) :]
            return True
        return False

    def sign(self, *signs: str) -> bool:
        """Whether the signs came next, in this order, and were consumed."""
        if [token.text for token in self.rest[: len(signs)]] == list(signs):
            self.rest = self.rest[len(signs) :]
            return True
        return False

    def parentheses(self) -> bool:
        """Whether a parenthesis or another mark came next that only sets apart the rest, and was consumed."""
        if not self.rest or self.rest[0].kind != "sign":
            return False
        text = self.rest[0].text
        if text == "(":
            self.open += 1
        elif text == ")" and self.open:
            self.open -= 1
        elif text not in (":", ";", "-", "."):
            return False
        self.rest = self.rest[1:]
        return True

    def longest_words(self, *, plural: bool) -> Schema | None:
        """Consumes the longest run of words that names a type; None if there is none."""
        most = _most_words(tuple(self.dialect.type_words))
        for count in range(min(most, len(self.rest)), 0, -1):
            if any(token.after_comma for token in self.rest[1:count]):
                continue  # `string, date` is a string with the format `date`, `string date` is a time
            words = " ".join(token.folded for token in self.rest[:count])
            for form in (words, *((words.removesuffix("s"), words.removesuffix("es")) if plural else ())):
                if form in self.dialect.type_words:
                    self.rest = self.rest[count:]
                    return self.dialect.type_words[form]
        return None


@lru_cache
def _most_words(types: tuple[str, ...]) -> int:
    """How many words a type has at most; a table asks for each of its cells."""
    return max(len(words.split()) for words in types)
