"""Tells from the words around it whether a list is that of all values of a property.

    Valid values are `a`, `b`.    The side, one of `a`, `b`.    Supported modes: `a`.    Only `a` and `b` are allowed.

A list that only looks like one is doubtful: its writer may mean that there are other values, or lists something else.

    The side (`a` or `b`).    `a`, `b`, `c`    `a` = fast, `b` = slow    Known values: `a`, `b`.    One of low, high.
"""

import re

from jekyll_openapi.patterns import folded, regex

# The expressions are for texts in small letters: one that ignores case takes three times as long to compile.

GOOD = r"(?:valid|allowed|possible|accepted|supported|permitted|available|acceptable)"
"""Matches a word for what may be sent."""
_VALUES = r"(?:values?|options?|choices?)"
_BEHIND = r"(?:\s+(?:the\s+following|as\s+follows|one\s+of|either))?"
_LEAD = regex(
    r"(?:^|[.!?>\n(:;][^\S\n]*|,\s+|\s-\s+)[*_]*(?:the |its |all |only |currently )?"
    r"(?:(?P<subject>[a-z]+(?: [a-z]+){0,2}) (?=(?:must|can|may|has to|is|accepts|takes)\b))?(?:"
    rf"{GOOD}(?:\s+(?:enum\s+)?{_VALUES}(?:\s+are|\s+is)?|(?P<noun>(?:\s+[a-z]+){{0,2}})(?:\s+are|\s+is|\s*(?=:))){_BEHIND}"
    rf"|{_VALUES}\s+are{_BEHIND}|(?:values?|options|choices|enum)\s*(?=:)"
    rf"|(?:the following|these)\s+{_VALUES}\s+(?:are|can be|may be)\s+(?:{GOOD}|used)(?=:)"
    r"|(?:must be |can be |may be |is )?(?:(?:one|any) of|either)"
    rf"(?:\s+(?:the\s+|these\s*|following\s*|{_VALUES})+)?"
    r"|(?:(?:must|can|may|has to) be|is)(?:\s+either)?|accepts(?:\s+either)?|takes either|choose (?:from|between)"
    r")[*_\s:-]*$",
)
_GOOD = regex(rf"(?:the |all )?{GOOD}(?P<noun>(?: [a-z]+){{0,2}}) ?(?::|are)")
_END = regex(r"[\s,;]*(?:\([^()]*\))?(?::[^.\n]*)?\s*(?:\.(?:\s|$)|;|\n|$)|\s*\((?:the )?default\b[^()]*$")
_CLOSED = regex(r"[\s,;]*(?:\([^()]*\)[\s,;]*)?[\])]")
_MORE = regex(r"\W*(?:or|and)\s+(?:an?|any|other|others|more|another)\b")
_ONLY = regex(r"(?:^|[.!?>\n]\s*)only(?: the values)?\s+$", needs=("only",))
_ALONE = regex(rf"\s+(?:is|are)\s+(?:{GOOD})\s*(?:[.;\n]|$)")
_SENTENCE_END = regex(r"[.!?>;\n]")
_CONDITION = regex(r"\b(?:if|when|whenever|unless|while|where|until|because|whether)\b|^\W*(?:for|in|on|with)\b")
_IS = regex(r"\b(?:be|is)\W*$")
"""Matches the words of a rule, which is read as one, or of a state: ``If it is open, it is `a` or `b` ``."""
_AT_TIMES = regex(r"\s*(?:on|in|at|during|for|outside)(?: [\w-]+){1,4} (?:only |just )?(?:(?:any|one) of|either)\W*")
"""Matches a case in which alone the values behind it are all: ``On weekends one of `a`, `b` ``."""
_OPEN = regex(
    r"\b(?:e\.?g|examples?|instance|such as|like|includ(?:e|es|ing)|see|not|never|instead|other|with|and so on)\b",
)
"""Words before a list that is none of all values."""
_CHOICE = regex(
    rf"\b(?:{GOOD}|known|recogni[sz]ed|{_VALUES}|set (?:it )?to|(?:one|any) of|either|(?:can|must|may) be|is|accepts?"
    r"|supports?|currently|takes|choose)\b",
)
_MEANING = regex(
    r"\s*(?:=|:|-|\u2013|\u2014|\bmeans\b|\bfor\b)\s*[^\s,;.][^,;.\n]*(?:[,;.\n]\s*(?:(?:and|or)\s+)?)?[\s*-]*"
)
_ITSELF = frozenset(("it", "this", "value", "property", "field", "parameter", "argument", "attribute", "option"))


def announces(text: str, name: str) -> bool | None:
    """Whether words say of what follows that it may be sent as the property `name`: `Supported:`, `Allowed intervals:`.

    None if they say nothing of that kind.
    """
    found = _GOOD.fullmatch(text) if text else None
    return _is_of(found["noun"], name) if found else None


def is_list(before: str, behind: str, name: str) -> bool:
    """Whether the values of the property `name` are all listed between two texts, in each case."""
    return _is_list(before, behind, name) and not is_under_condition(before)


def is_list_in_a_case(before: str, behind: str, name: str) -> bool:
    """Whether the values of the property are all listed between two texts, under a condition that is no rule."""
    before, behind = folded(before), folded(behind)
    if not is_under_condition(before) or _IS.search(before):
        return False
    return _is_list(before, behind, name) or bool(_AT_TIMES.fullmatch(_sentence(before)) and _END.match(behind))


def is_under_condition(before: str) -> bool:
    """Whether a condition stands in front of where a text ends."""
    return bool(_CONDITION.search(_sentence(folded(before))))


def _is_list(before: str, behind: str, name: str) -> bool:
    before, behind = folded(before), folded(behind)
    if _ONLY.search(before):
        return bool(_ALONE.match(behind))
    found = _LEAD.search(before)
    if not found or not all(_is_of(found[group], name) for group in ("subject", "noun")):
        return False
    is_inside = found[0].startswith("(")
    return bool((_CLOSED if is_inside else _END).match(behind))


def is_lead(text: str) -> bool:
    """Whether a text ends in words that introduce all values."""
    return bool(_LEAD.search(folded(text)))


def is_end(text: str) -> bool:
    """Whether nothing but an aside or a default follows in the sentence."""
    return bool(_END.match(folded(text)))


def is_doubtful(before: str, behind: str) -> bool:
    """Whether what stands between two texts can be all values of a property, and nothing says so."""
    before, behind = folded(before), folded(behind)
    sentence = _sentence(before)
    if _OPEN.search(sentence) or any(map(_CONDITION.search, (sentence, behind.partition(".")[0]))):
        return False
    if _MORE.match(behind):
        return False
    is_end = _END.match(behind) or _CLOSED.match(behind) or _ALONE.match(behind)
    is_set_apart = not re.search(r"\w", sentence) or sentence.rstrip().endswith((":", "(", "-", "\u2013", "[", ","))
    return bool(_LEAD.search(before)) or bool(is_end and (is_set_apart or _CHOICE.search(sentence)))


def is_meaning(text: str) -> bool:
    """Whether a text behind a value says what it means: ` = fast, `."""
    return bool(_MEANING.fullmatch(folded(text)))


def _sentence(before: str) -> str:
    """The beginning of the sentence in which a text ends."""
    return _SENTENCE_END.split(before)[-1]


def _is_of(words: str | None, name: str) -> bool:
    """Whether the last of some words says the property itself, or is its name: `order types` of `orderType`."""
    if not words or not words.strip():
        return True
    last = words.casefold().split()[-1]
    if last == name.casefold():
        return True
    own = re.split(r"[^a-zA-Z]|(?<=[a-z])(?=[A-Z])", name)[-1].casefold()
    return last in _ITSELF or (bool(own) and _singular(last) == _singular(own))


def _singular(word: str) -> str:
    return re.sub(r"ies$", "y", word) if word.endswith("ies") else re.sub(r"(?<=s)es$|s$", "", word)
