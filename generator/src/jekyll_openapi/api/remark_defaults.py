"""Reads the default value that a sentence states: Defaults to `"Day"`. Default: 3. `3` by default."""

from jekyll_openapi.api.model import Enumeration, Schema, Union
from jekyll_openapi.api.remark_limits import clause_of
from jekyll_openapi.api.tokens import Token
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import replace

_GIVEN = regex(r"(?:and|is)\b|(?:if|when) (?:it is |this is )?(?:not|none|omitted|left|missing|absent|empty)\b")
_OMITTED = (
    *(f"{lead}{word}" for lead in ("", "it is ", "this is ") for word in ("omitted", "missing", "absent", "left out")),
    *(f"{lead}not {word}" for lead in ("", "it is ", "this is ") for word in ("set", "given", "sent", "specified")),
)
_DEPENDING = ("if", "when", "unless", "for", "otherwise", "in", "on")


def values_of(schema: Schema) -> tuple[str, ...]:
    """The values of an enumeration; empty for other types."""
    inner = schema.members[0] if isinstance(schema, Union) else schema
    return inner.values if isinstance(inner, Enumeration) else ()


def whole_codes(found: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with each unquoted code span as a single token: `30s` is a value, not a number with a unit."""
    whole: list[Token] = []
    for token in found:
        last = whole[-1] if whole else None
        if last and token.code is not None and last.code is token.code:
            whole[-1] = replace(last, kind="word", text=token.code.text.strip())
        else:
            whole.append(token)
    return tuple(whole)


def stated_default(found: tuple[Token, ...], values: tuple[str, ...]) -> tuple[Token, bool] | None:
    """The default that a sentence states, and whether it only applies under a condition; None if it states none."""
    words = [token.folded for token in found]
    if len(found) > 3 and (assumed := _assumed(found, words)) is not None and _is_value(assumed, values):
        return assumed, False
    for at, word in enumerate(words):
        place = _behind_default(words, at, is_first=found[at].after_comma) if word in ("default", "defaults") else 0
        if place and place < len(found) and _is_value(found[place], values):
            clause = clause_of(found[place + 1 :])
            said = " ".join(token.folded for token in clause)
            if not said or _GIVEN.match(said):
                return found[place], False
            return (found[place], True) if clause[0].folded in _DEPENDING or found[place].kind == "number" else None
        before = found[at - 2] if at > 1 and words[at - 1] == "by" else None
        before = before or (_named_default(found, words, at) if word == "default" else None)
        if word == "default" and before is not None and _is_value(before, values):
            return before, False
    return None


def _behind_default(words: list[str], at: int, *, is_first: bool) -> int:
    """The index of the value that follows the word `default`; 0 if none follows."""
    if at and words[at - 1] in ("no", "not", "non", "without"):
        return 0
    place = at + 1
    if words[at - 1 : at] == ["by"]:
        return place if at == 1 else 0
    while place < len(words) and words[place] in ("value", "to", "is", ":", "=", "of", "the", "-"):
        place += 1
    return place if place > at + 1 or at == 0 or is_first or words[at - 1] in ("(", ",", ";") else 0


def _named_default(found: tuple[Token, ...], words: list[str], at: int) -> Token | None:
    """The token in front of `is the default` and `(default)`; None if other words stand there, or more follows."""
    begin = at
    while begin and words[begin - 1] in ("the", "is", "("):
        begin -= 1
    end = at + (words[at + 1 : at + 2] == ["value"]) + 1
    is_said = begin < at and words[at - 1] != "is" and words[begin : begin + 1] != ["the"]
    is_end = end >= len(words) or words[end] in (")", ";", ".") or found[end].after_comma
    return found[begin - 1] if begin and is_said and is_end else None


def _is_value(token: Token, values: tuple[str, ...]) -> bool:
    if token.kind in ("value", "number") or token.code is not None or token.text in values:
        return True
    return token.folded in ("true", "false", "null")


def _assumed(found: tuple[Token, ...], words: list[str]) -> Token | None:
    """The value in ``If omitted, `a` is used.``"""
    if words[0] not in ("if", "when") or words[-2:] not in (["is", "used"], ["is", "assumed"], ["is", "taken"]):
        return None
    return found[-3] if found[-3].after_comma and " ".join(words[1:-3]) in _OMITTED else None
