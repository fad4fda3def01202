"""The tokens of a type cell, taken off the front one after the other."""

from functools import lru_cache

from jekyll_openapi.api.dialect import Dialect
from jekyll_openapi.api.formats import NUMBER_FORMATS, STRING_FORMATS
from jekyll_openapi.api.model import Schema, TypeName
from jekyll_openapi.api.tokens import Token


class TokenReader:
    """What is left of a cell; each method takes what it reads off the front of `rest`."""

    def __init__(self, found: tuple[Token, ...], dialect: Dialect) -> None:
        self.rest = found
        self.dialect = dialect
        self.open = 0
        """Parentheses that are not closed yet."""

    def format(self, known: dict[str, TypeName] | dict[str, str]) -> str:
        if self.rest and self.rest[0].kind == "word" and self.rest[0].folded in known:
            format_, self.rest = self.rest[0].folded, self.rest[1:]
            return format_
        return ""

    def any_format(self) -> str:
        """A format, also as `$uuid` or `<uuid>`."""
        texts = [token.text for token in self.rest[:3]]
        known = NUMBER_FORMATS | STRING_FORMATS
        if len(texts) == 3 and texts[0] == "<" and texts[2] == ">" and texts[1].casefold() in known:
            format_, self.rest = texts[1].casefold(), self.rest[3:]
            return format_
        if texts[:1] == ["$"] and len(texts) > 1 and texts[1].casefold() in known:
            self.rest = self.rest[1:]
        return self.format(NUMBER_FORMATS) or self.format(STRING_FORMATS)

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

    def longest_words(self, *, plural: bool) -> Schema | None:
        """The longest run of words that is a type."""
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
