"""Reads the default value that a sentence states: Defaults to `"Day"`. Default: 3. `3` by default. On by default.

A sentence that says the default of something else, or two of them, states none that always holds:

    `Market` orders default to `FULL`, all others to `ACK`.    Default 5 (10 for futures).    Most default to 3.
"""

from jekyll_openapi.api.defaults import FLAGS
from jekyll_openapi.api.model import Enumeration, Primitive, Schema, Union
from jekyll_openapi.api.remark_limits import clause_of
from jekyll_openapi.api.tokens import Token
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import replace

_GIVEN = regex(
    r"(?:and|is)\b|(?:if|when) (?:(?:it|this|the|that) (?:value |parameter |property |field )?(?:is )?)?"
    r"(?:not|none|no value|omitted|left|missing|absent|empty|unset|unspecified|undefined|you (?:do not|omit|leave))\b"
)
_OMITTED = (
    *(f"{lead}{word}" for lead in ("", "it is ", "this is ") for word in ("omitted", "missing", "absent", "left out")),
    *(
        f"{lead}not {word}"
        for lead in ("", "it is ", "this is ")
        for word in ("set", "given", "sent", "specified", "provided", "supplied", "present")
    ),
)
_USED = ("used", "assumed", "taken", "applied")
_USES = ("uses", "assumes", "takes", "applies", "is", "to")
_DEPENDING = ("if", "when", "unless", "for", "otherwise", "in", "on")
_ELSE = ("otherwise", "else")
_EACH = ("each", "every", "all", "some", "most", "both", "other", "others")
_HELPERS = (
    "will", "would", "should", "can", "may", "must", "to", "not", "they", "values", "and", "or", "which", "that",
)  # fmt: skip
"""Words in front of the verb `default` that are no subject in the plural."""
_RELATIVE = ("whether", "if", "that", "which", "who", "where", "what", "how")
_STATES = ("is", "are", "turned", "switched", "set", "stays", "remains")
DEPENDS = "the default holds under a condition, or in a unit"
_PROSE = (
    "none", "nothing", "empty", "unset", "unlimited", "today", "now", "yesterday", "tomorrow", "current", "all", "any",
    "varies", "see", "this", "it", "omitted",
)  # fmt: skip
"""Words that say what the default is, and are no value themselves."""


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


def stated_default(found: tuple[Token, ...], schema: Schema, name: str) -> tuple[Token, str] | None:
    """The default that a sentence states for the property, and why it cannot be used, which is empty if it can; None if
    it states none."""
    words = [token.folded for token in found]
    inner = schema.members[0] if isinstance(schema, Union) else schema
    if len(found) > 2 and (assumed := _assumed(found, words)) is not None and _is_value(assumed, inner):
        return assumed, ""
    for at, word in enumerate(words):
        place = _behind_default(found, words, at) if word in ("default", "defaults") else 0
        if place and place < len(found):
            if _is_value(found[place], inner):
                if _is_under_condition(found, words, at) or _is_of_others(found, at, name) or _has_case(found, place):
                    return found[place], DEPENDS
                if (other := stated_default(found[place + 1 :], schema, name)) and other[0].text != found[place].text:
                    return found[place], DEPENDS
                return _behind(found[place], clause_of(found[place + 1 :]))
            if place > at + 1 and words[place - 1] != "the" and _is_bare(found[place : place + 2], inner):
                return found[place], "the default is not in quotes"
        before = found[at - 2] if at > 1 and words[at - 1] == "by" and _is_said(found, words, at - 2) else None
        is_by = before is not None
        before = before or (_named_default(found, words, at) if word == "default" else None)
        if word == "default" and before is not None and _is_value(before, inner):
            depends = _is_under_condition(found, words, at) or (is_by and _depends(found, words, at))
            return before, DEPENDS if depends else ""
    return None


def _is_under_condition(found: tuple[Token, ...], words: list[str], at: int) -> bool:
    """Whether a condition stands before what says the default: `For live accounts, defaults to 3.`"""
    comma = next((place for place in range(1, at + 1) if found[place].after_comma), 0)
    said = " ".join(words[:comma])
    return bool(comma) and words[0] in ("if", "when", "unless", "for") and not _GIVEN.match(said)


def _is_of_others(found: tuple[Token, ...], at: int, name: str) -> bool:
    """Whether what stands in front of `default` names values or things of which it is the default."""
    begin = next((place for place in range(at, 0, -1) if found[place].after_comma or found[place - 1].text in "(;:"), 0)
    subject = found[begin:at]
    if any(token.code is not None and token.text != name for token in subject):
        return True
    is_plural = bool(subject) and [token.folded for token in found[at : at + 2]] == ["default", "to"]
    return any(token.folded in _EACH for token in subject) or (is_plural and subject[-1].folded not in _HELPERS)


def _has_case(found: tuple[Token, ...], place: int) -> bool:
    """Whether another value is stated for a case behind the default: `(10 for futures)`, `otherwise 3`."""
    for at, token in enumerate(found[place + 1 :], place + 1):
        if token.folded in _ELSE:
            return True
        is_apart = token.after_comma or found[at - 1].folded in ("(", ";", "or", "but", "and")
        is_value = token.kind in ("value", "number") or token.code is not None
        if is_apart and is_value and at + 1 < len(found) and found[at + 1].folded in _DEPENDING:
            return True
    return False


def _behind(value: Token, clause: tuple[Token, ...]) -> tuple[Token, str] | None:
    """The value with the clause behind it; None if the clause goes on in other words."""
    said = " ".join(token.folded for token in clause)
    if not said or _GIVEN.match(said):
        return value, ""
    return (value, DEPENDS) if clause[0].folded in _DEPENDING or value.kind == "number" else None


def _is_said(found: tuple[Token, ...], words: list[str], at: int) -> bool:
    """Whether the word before `by default` says what the default is. `Whether to say no by default` does not."""
    if found[at].folded not in FLAGS or found[at].code is not None:
        return True
    is_apart = at == 0 or found[at].after_comma or found[at - 1].kind == "sign"
    return is_apart or (words[at - 1] in _STATES and not set(_RELATIVE) & set(words[:at]))


def _depends(found: tuple[Token, ...], words: list[str], at: int) -> bool:
    """Whether `by default` holds under a condition that stands behind it."""
    behind = clause_of(found[at + 1 :])
    said = " ".join(token.folded for token in behind)
    return bool(behind) and behind[0].folded in _DEPENDING and not _GIVEN.match(said)


def _behind_default(found: tuple[Token, ...], words: list[str], at: int) -> int:
    """The index of the value that follows the word `default`; 0 if none follows."""
    if at and words[at - 1] in ("no", "not", "non", "without"):
        return 0
    if at == 1 and words[0] == "(" and words[2:3] == [")"]:
        return 3
    place = at + 1
    if words[at - 1 : at] == ["by"]:
        return place if at == 1 or found[at - 1].after_comma else 0
    while place < len(words) and words[place] in ("value", "to", "is", ":", "=", "of", "the", "-"):
        place += 1
    return place if place > at + 1 or at == 0 or found[at].after_comma or words[at - 1] in ("(", ":", ";") else 0


def _named_default(found: tuple[Token, ...], words: list[str], at: int) -> Token | None:
    """The token in front of `is the default` and `(default)`; None if other words stand there, or more follows."""
    begin = at
    while begin and words[begin - 1] in ("the", "is", "("):
        begin -= 1
    end = at + (words[at + 1 : at + 2] == ["value"]) + 1
    is_said = begin < at and words[at - 1] != "is" and words[begin : begin + 1] != ["the"]
    is_end = end >= len(words) or words[end] in (")", ";", ".") or found[end].after_comma
    return found[begin - 1] if begin and is_said and is_end else None


def _is_value(token: Token, inner: Schema) -> bool:
    if token.kind in ("value", "number") or token.code is not None:
        return True
    if isinstance(inner, Enumeration) and token.text in inner.values:
        return True
    is_boolean = isinstance(inner, Primitive) and inner.type == "boolean"
    return token.folded in ("true", "false", "null") or (is_boolean and token.folded in FLAGS)


def _is_bare(found: tuple[Token, ...], inner: Schema) -> bool:
    """Whether the first of two tokens can be a value that a writer has put into no quotes."""
    is_open = isinstance(inner, Enumeration) or inner == Primitive("string")
    is_end = len(found) == 1 or found[1].after_comma or found[1].text in (")", "(", ".", ";")
    return is_open and is_end and found[0].kind == "word" and found[0].folded not in _PROSE


def _assumed(found: tuple[Token, ...], words: list[str]) -> Token | None:
    """The value in ``If omitted, `a` is used.``, ``If omitted, the service uses `a`.`` and ``Falls back to `a`.``"""
    if words[-4:-1] in (["falls", "back", "to"], ["fall", "back", "to"]) and (len(words) == 4 or found[-4].after_comma):
        return found[-1]
    if words[1] in ("if", "when") and " ".join(words[2:]) in _OMITTED:
        return found[0]
    begin = next((place for place, token in enumerate(found) if token.after_comma), 0)
    if words[0] not in ("if", "when") or " ".join(words[1:begin]) not in _OMITTED:
        return None
    if len(found) == begin + 3 and words[-2] in ("is", "are") and words[-1] in _USED:
        return found[begin]
    said = found[begin:-1]
    is_alone = not any(token.kind in ("number", "value") or token.code is not None for token in said)
    return found[-1] if said and said[-1].folded in _USES and is_alone else None
