"""The forms in which a remark states a rule, over sentences whose names are `N0`, `N1` and whose values are `V0`, `V1`.

`rule_words` normalizes the sentences; `conditions` reads them.
"""

import re

from jekyll_openapi.api.rule_words import IF, IF_WORDS, NAMES, SET, SET_WORDS, VALUES
from jekyll_openapi.patterns import regex

REQUIRED = ("required", "mandatory", "needed", "necessary", "obligatory", "compulsory")
MUST = ("must", "has to", "have to", "needs to", "need to", "shall")
RULE = (*REQUIRED, *MUST)
_REQUIRED = rf"(?:{'|'.join(REQUIRED)})"
_MUST = rf"(?:{'|'.join(MUST)})"
_MUST_BE = rf"{_MUST} (?:also )?be {SET}|{_MUST} not be (?:omitted|left out|left empty|empty|missing|null)"
_NOT_BE = (
    # "May not be included" says of an answer that it can be missing.
    rf"(?:must|can|shall) not be (?:{SET}|combined|mixed)|may not be (?:set|given|sent|used|specified|combined)|"
    r"(?:is |are )?not (?:allowed|permitted|supported|valid|accepted|possible)|"
    r"(?:is |are )?(?:forbidden|prohibited|disallowed|invalid)|"
    rf"not to be (?:{SET}|combined|mixed)|{_MUST} be (?:absent|omitted|left out|missing)"
)
_DENIALS = ("forbidden", "prohibited", "disallowed", "invalid", "absent", "omitted", "left out", "missing")
_NOT_BE_WORDS = (
    *(f"{verb} not be {word}" for verb in ("must", "can", "shall") for word in (*SET_WORDS, "combined", "mixed")),
    *(f"may not be {word}" for word in ("set", "given", "sent", "used", "specified", "combined")),
    "not to be", "not allowed", "not permitted", "not supported", "not valid", "not accepted", "not possible",
    *_DENIALS,
)  # fmt: skip
_ONLY_WORDS = tuple(
    f"only {word}" for word in (*SET_WORDS, "be ", "allowed", "permitted", "valid", "accepted", "possible", "supported")
)
_ONLY = (
    r"(?:is |are )?only (?:be )?(?:allowed|permitted|valid|accepted|possible|supported)|"
    rf"(?:may|can|must) only be {SET}|only {SET}(?= if| when)(?!.* used)"
)
_ONES = r"N\d+(?: ?(?:, and|,|and) N\d+)*"
_SUBJECT = rf"(?:(?P<subject>{_ONES})(?: is| are)? |.*? is |is |also |always )?"
_WHEN = rf" ?,? ?(?P<how>{IF}) (?P<clause>.+)"
_NOT_NEEDED = rf"(?:optional|not {_REQUIRED}|(?:may|can) be (?:omitted|left out))"
_NOT_NEEDED_WORDS = ("optional", *(f"not {word}" for word in REQUIRED), "be omitted", "be left out")
_GIVING = ("send", "set", "specify", "provide", "include", "supply", "pass", "give", "use", "combine")
_GIVE = rf"(?:{'|'.join(_GIVING)})"
_TOLD_NOT = tuple(f"{lead} {word}" for lead in ("do not", "never") for word in _GIVING)
_NEEDED_WORDS = (
    *REQUIRED, *(f"be {word}" for word in SET_WORDS),
    *(f"not be {word}" for word in ("omitted", "left out", "left empty", "empty", "missing", "null")),
)  # fmt: skip
_LEADS = ("if ", "when ", "whenever ", "unless ", "for ", "in case ")
_LEAD = rf"(?P<how>if|when|whenever|unless|for|in case) (?P<clause>.+?) ?,? (?:then )?(?:(?P<subject>{_ONES}) )?"

_GROUPING = (
    "you ", "use ", "specify ", "provide ", "give ", "send ", "set ", "supply ", "pass ", "include ", "choose ",
    "either", "at least one of", "exactly one of", "one and only one of", "only one of", "at most one of", "one of",
    "any of", "not both of", ":", " ", "the ", "these ", "properties ", "fields ", "parameters ", "N",
)  # fmt: skip
"""What a rule about several properties begins with."""

IMPERATIVE = regex(r"(?:do not|never|omit|leave)\b")
"""Verbs that only advise: `Leave empty if unknown` is a rule only when the condition names a property or a value."""
NAMED = regex(r"V\d|N[1-9]")
INVERSE = ("unless required", "else required")
"""Effects of sentences that say when a property is optional; their conditions are negated."""
STATED_WHEN = ("required", "absent", "only")
"""Effects of sentences that say what holds where a condition does."""
PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("required", regex(rf"^{_SUBJECT}(?:(?:only )?{_REQUIRED}|{_MUST_BE}){_WHEN}$", needs=RULE)),
    (
        "required",
        regex(rf"^{_LEAD}(?:is |are )?(?:{_REQUIRED}|{_MUST_BE})$", needs=_NEEDED_WORDS, also=RULE, begins=_LEADS),
    ),
    (
        "absent",
        regex(
            rf"^{_SUBJECT}(?:{_NOT_BE})(?: (?:together|at the same time|in combination))?{_WHEN}$",
            needs=("not ", *_DENIALS),
            also=_NOT_BE_WORDS,
        ),
    ),
    ("absent", regex(rf"^{_LEAD}(?:{_NOT_BE})$", needs=("not ", *_DENIALS), also=_NOT_BE_WORDS, begins=_LEADS)),
    (
        "absent",
        regex(
            rf"^(?:do not|never) {_GIVE}(?: (?:N0|this|it))?(?: together| in combination)?{_WHEN}$",
            begins=_TOLD_NOT,
        ),
    ),
    (
        "absent",
        regex(
            rf"^(?:omit|leave out|leave empty|leave (?:N0|this|it) (?:out|empty))(?: N0| this| it)?{_WHEN}$",
            begins=("omit", "leave"),
        ),
    ),
    (
        "only",
        regex(
            rf"^(?:{_GIVE}(?<!use)|to be {SET})(?: N0| this| it)? only{_WHEN}$",
            needs=(" only",),
            also=tuple(f"{word} only" for word in (*_GIVING, *SET_WORDS, "N0", "this", "it")),
            begins=(*_GIVING, "to be "),
        ),
    ),
    (
        "unless required",
        regex(
            rf"^{_SUBJECT}{_NOT_NEEDED} ?,? (?P<how>unless|except (?:if|when|for)) (?P<clause>.+)$",
            needs=("unless", "except"),
            also=_NOT_NEEDED_WORDS,
        ),
    ),
    (
        "else required",
        regex(
            rf"^{_SUBJECT}{_NOT_NEEDED}{_WHEN},? ?(?:but )?(?:otherwise|else) {_REQUIRED}$",
            needs=tuple(f"{word} {required}" for word in ("otherwise", "else") for required in REQUIRED),
        ),
    ),
    ("only", regex(rf"^{_SUBJECT}(?:{_ONLY}){_WHEN}$", needs=("only ",), also=_ONLY_WORDS)),
    (
        "only",
        regex(
            r"^only (?P<how>(?:together |along |in combination |in conjunction )?with) "
            r"(?P<clause>(?:an? |the )?[NV]\d.*)$",
            begins=("only with", "only together", "only along", "only in "),
        ),
    ),
    ("values", regex(rf"^{_SUBJECT}{_MUST} be (?:set to |equal to )?(?P<values>{VALUES}){_WHEN}$", needs=("V",))),
    ("values", regex(rf"^{_LEAD}{_MUST} be (?P<values>{VALUES})$", needs=("V",), begins=_LEADS)),
)
GROUP = regex(
    r"^(?P<must>you (?:must|have to|need to) )?"
    r"(?P<verb>(?:use|specify|provide|give|send|set|supply|pass|include|choose) )?"
    r"(?P<kind>either|at least one of|exactly one of|one and only one of|only one of|at most one of|one of|any of|"
    rf"not both of)?:? ?(?:the |these )?(?:properties |fields |parameters )?(?P<names>{NAMES})(?P<tail>.*)$",
    needs=(", N", "/ N", "and N", "or N"),
    begins=_GROUPING,
)
TAIL = regex(
    r"^[ ,:-]*(?:(?:but )?(?:not|never) both[ ,:-]*)?"
    r"(?P<one>(?:(?:at least |exactly |only )?one|any)(?: of (?:them|these|the two))? )?"
    r"(?P<verb>is|are|must(?: not)? be|has to be|have to be|needs? to be|may be|can be|may not be|can not be)? ?"
    rf"(?P<what>{_REQUIRED}|{SET})(?P<rest>.*)$"
)
NOT_BOTH = regex(r"\b(?:not|never) both\b|\bnot together\b", needs=("both", "not together"))
APART = regex(
    r"^(?:N0 )?(?:is |are )?(?:mutually exclusive with|incompatible with|not compatible with|"
    r"(?:must|may|can) not be (?:combined|used|sent|given|set|specified|mixed)(?: together)? with|"
    r"(?:not|never) (?:together |along |in combination |in conjunction )?with|"
    r"not allowed (?:together )?with|conflicts with|excludes) (?P<names>N\d+(?:.*N\d+)?)$",
    needs=("with N", "excludes N"),
)
APART_BOTH = regex(
    rf"^(?:replaces|overrides|supersedes|an alternative to|alternative to|instead of|or) "
    rf"(?P<names>N[1-9]\d*) ?,? (?:and |but |so )?(?:(?:do not|never) {_GIVE}|(?:must|may|can) not be {SET}|not|never)"
    r" both$",
    needs=("both",),
    begins=("replaces", "overrides", "supersedes", "an alternative", "alternative", "instead of", "or "),
)
IF_SET = regex(
    rf"^(?:if|when|whenever) (?:N0 is |it is |N0 )?{SET} ?,? (?:then )?(?P<names>N[1-9]\d*(?: and N\d+)*) (?:is|are)? ?"
    rf"(?:also )?(?:{_REQUIRED}|{_MUST} (?:also )?be {SET})$",
    needs=tuple(f"N{digit}" for digit in range(1, 10)),
    also=(*REQUIRED, *(f"be {word}" for word in SET_WORDS)),
    begins=("if ", "when ", "whenever "),
)
NEEDS = regex(
    rf"^(?:N0 )?(?:requires|needs|depends on|{_MUST} be (?:used|sent|given|combined) (?:together )?with)(?: that)? "
    rf"(?P<names>N\d+(?: and N\d+)*)(?: to be {SET}| too| as well| is {SET})?$",
    needs=tuple(f"{lead}{that} N" for lead in ("requires", "needs", "depends on", "with") for that in ("", " that")),
)
APART_EACH = regex(
    rf"^(?:the )?(?P<names>{NAMES})(?: (?:fields|properties|parameters|attributes))? are mutually exclusive$",
    needs=("exclusive",),
)
OTHERWISE = regex(
    r" ?,? (?:and |but )?(?:otherwise|else)(?: N0| is| it)* (?:ignored|optional|unused|not used)$|"
    r" ?,? (?:and |but )?(?:optional|ignored) (?:otherwise|in all other cases)$",
    needs=("otherwise", "else", "in all other cases"),
    also=("ignored", "optional", "unused", "not used"),
    is_slow=True,
)
DENIED = regex(
    rf"\b(?:is |are )?(?:not|no longer|never)\b(?: \w+)? {_REQUIRED}\b.*|\boptional\b.*", needs=(*REQUIRED, "optional")
)
OMITTED = regex(r"^(?:N0 )?(?:may|can) be (?:omitted|left out)\b", needs=("omitted", "left out"))
NOT_NEEDED_AT_ALL = regex(
    rf"\b(?:not|no longer|never)\b(?: \w+)? {_REQUIRED}\b", needs=REQUIRED, also=("not", "no longer", "never")
)
NO_RULE = regex(
    r"\b(?:ignored|no effect|only used|only applies|only relevant|only considered|irrelevant|should|usually|often|"
    r"sometimes|typically|normally)\b|^whether\b"
)
_BEFORE_ONLY = (
    r"(?:is|are|be|set|given|sent|allowed|valid|permitted|required|available|present|provided|included|specified)"
)
_ONLY_IF = tuple(f"only {word}" for word in IF_WORDS)
_FORBIDDEN = (
    rf"(?:{'|'.join(_DENIALS)}|not (?:allowed|permitted|supported|valid|accepted|possible)|"
    rf"(?:must|can|shall) not be {SET})"
)
_IN_OTHER_CASES = r"(?:otherwise|else|in all other cases|in any other case)"
ELSE = regex(
    rf"^(?P<head>.*?)(?:^|,? )(?:and |but )?"
    rf"(?:{_IN_OTHER_CASES} ?,? ?(?:N0 |this |it )?(?:is |are )?(?:(?P<need>{_REQUIRED}|{_MUST_BE})|{_FORBIDDEN})|"
    rf"(?:(?P<needed>{_REQUIRED})|{_FORBIDDEN}) {_IN_OTHER_CASES})$",
    needs=("otherwise", "else", "other case"),
    also=(*REQUIRED, *_DENIALS, "be ", "not "),
)
"""What holds where the condition of the head, or of the sentence before, does not."""
EXACTLY = regex(
    rf"^{_GIVE}(?: N0| this| it)? (?:if and only if|iff|exactly (?:if|when)) (?P<clause>.+)$",
    needs=("if and only if", "iff ", "exactly "),
    begins=_GIVING,
)
_TOGETHER = (
    rf"(?:N0 )?(?:(?:is|are|must be|has to be|goes|comes) )?(?:{SET} )?(?:together |along )?with (?P<name>N[1-9]\d*)"
)
BOTH_OR_NONE = regex(
    rf"^(?:{_TOGETHER}[ ,:-]+(?:{_GIVE} )?|(?:{_GIVE} )?(?:either )?)"
    r"both(?: (?P<names>N\d+ and N\d+))?(?: of them)? ?,? or (?:none|neither)(?: of them)?$",
    needs=("both",),
    also=("none", "neither"),
)
RULE_WORDS = (
    regex(
        r"(?<!you )(?<!we )\b(?:must|has to|have to|needs to)\b",
        needs=("must", "has to", "have to", "needs to"),
        is_slow=True,
    ),
    regex(
        rf"(?:^|\b{_BEFORE_ONLY} )only (?:if|when|for)\b", needs=("only if", "only when", "only for"), is_slow=True
    ),
    regex(
        r"\b(?:either N\d+|neither N\d+|at least one of|exactly one|only one of|mutually|"
        r"only (?:allowed|valid|permitted|applicable|available|accepted|supported|possible)|"
        r"not allowed|not to be used|can not be (?:set|given|sent|specified|combined)|"
        r"only be (?:omitted|left out)|not available|unsupported|rejected (?:if|when|for)|(?:is|be) an error (?:to|if)|"
        r"exclusive with|(?:not|never) both)\b|\bnot optional\b|\bone of N\d+ ?(?:,|or\b|and\b)",
        needs=(
            "either N", "neither N", "at least one of", "exactly one", "only one of", "mutually", "only allowed",
            "only valid", "only permitted", "only applicable", "only available", "only accepted", "only supported",
            "only possible", "not allowed", "not to be used", "can not be s", "can not be given", "can not be combined",
            "only be ", "not available", "unsupported", "rejected ", " an error ", "exclusive with", "not both",
            "never both", "not optional", "one of N",
        ),
        is_slow=True,
    ),
    regex(
        rf"\byou (?:must|have to|need to) (?:also )?{_GIVE} (?:N\d+|either|one of)\b|"
        r"\byou need (?:either |one of )?N\d",
        needs=("you ",),
        also=(*_GIVING, "N"),
        is_slow=True,
    ),
    regex(r"^(?:if|when|unless) .*\bN\d.*\b(?:rejected|refused)\b", needs=("rejected", "refused"), is_slow=True),
    regex(
        r"^only with (?:an? |the )?(?:V\d|N[1-9])|^only V\d+|V\d+(?: \w+){0,2} only\b",
        needs=("only",),
        also=("only with ", "V"),
        is_slow=True,
    ),
    regex(rf"^never {_GIVE}\b|^do not {_GIVE}\b(?=.*(?:V\d|N[1-9]))", begins=_TOLD_NOT, is_slow=True),
    regex(rf"^{_GIVE} (?:N\d+ )?only {IF}\b", needs=("only ",), also=_ONLY_IF, begins=_GIVING, is_slow=True),
    regex(
        rf"(?:^|\b(?:is|are|be|also|only|always|,) ){_REQUIRED} (?:only )?{IF}\b", needs=REQUIRED, is_slow=True
    ),
    regex(
        r"\bboth ?,? or (?:none|neither)\b|\b(?:if and only if|iff) (?:[NV]\d)",
        needs=("or none", "or neither", "iff ", "only if "),
        is_slow=True,
    ),
)  # fmt: skip
"""What only a rule says, in parts: few texts have to do with more than one of them."""
ASIDE = regex(
    rf" ?(?:only )?(?:{_REQUIRED}|{_MUST}\b|must not|can not|not allowed|mutually|either|exactly|at least one of)",
    needs=(*RULE, "not", "mutually", "either", "exactly", "at least"),
)
NEEDED = regex(
    rf"^(?:.* )?(?:{_REQUIRED}|{_MUST} be {SET})$", needs=RULE, also=(*REQUIRED, *(f"be {word}" for word in SET_WORDS))
)
PLAIN = regex(
    rf"^(?:N0 )?(?:is |are )?(?:always )?(?:{_REQUIRED}|{_MUST} be {SET})(?: (?:field|property|parameter))?$",
    needs=RULE,
    begins=("N0 ", "is ", "are ", "always ", *RULE),
)
REQUIRED_IF = regex(
    rf"\b{_REQUIRED} (?:only )?{IF}\b",
    needs=tuple(f"{word} {begin}" for word in REQUIRED for begin in sorted({word[:2] for word in IF_WORDS})),
)


SIGNS = (
    "requir", "mandatory", "need", "necessary", "obligatory", "compulsory", "must", "has to", "have to", "shall",
    "not ", "never", *_DENIALS, "omit", "leave", "unsupported", "rejected", "refused", "an error ", "only",
    "exactly", "optional", "otherwise", "else", "other case", "either", "neither", "both", "at least one of",
    "one of N", "mutually", "exclusive", "compatible", "conflicts", "excludes", "depends on", "iff ",
    ", N", "/ N", "and N", "or N",
)  # fmt: skip
"""Whatever states a rule, or says what is none, has one of these; two sentences in three have none."""


def has_signs(text: str) -> bool:
    """Whether the text can state a rule at all."""
    return any(map(text.__contains__, SIGNS))


def is_rule(text: str) -> bool:
    """Whether the text has words of a rule, such as `must` or `only if`, so that not reading it must be reported."""
    names_something = re.search(r"V\d|N[1-9]", text)
    return has_rule_words(text) or bool(names_something and re.search(rf"\b{_REQUIRED}\b", text))


def has_rule_words(text: str) -> bool:
    return any(one.search(text) for one in RULE_WORDS)
