"""Remarks that state rules between the properties of a table.

    Required for non-`"Market"` type orders.            required where `orderType` is another one
    Must be set if `way` is `"Bank"`.                   required
    If `way` is `"Bank"`, this must be given.           required
    Required unless `mail` is given.                    required
    Must not be sent with `"Cash"`.                     absent
    Only allowed if `way` is `"Bank"`.                  absent where it is not
    Must be `true` if `way` is `"Cash"`.                values
    Either `phone` or `mail` is required.               any
    Exactly one of `phone`, `mail` must be given.       any, and not both
    Mutually exclusive with `mail`.                     absent where `mail` is there
    Requires `currency`.                                `currency` is required where this is there

`circumstances` reads the conditions. A sentence that says must, either or only, and that none of this fits, is reported
and enforced by nothing; one that says only what is ignored, or not required, is no rule.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import permutations

from jekyll_openapi.api.circumstances import (
    IF,
    IF_WORDS,
    NAMES,
    SET,
    SET_WORDS,
    VALUES,
    Said,
    Siblings,
    UnreadableRuleError,
    read_tests,
    said,
)
from jekyll_openapi.api.model import Condition, Effect, Enumeration, Primitive, Property, Scalar, Test, Union, stated
from jekyll_openapi.api.scopes import is_scoped
from jekyll_openapi.api.sentences import Sentence, sentences
from jekyll_openapi.diagnostics import Diagnostic, Location, Report
from jekyll_openapi.pages.document import Span
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import replace
from jekyll_openapi.rules import UNREADABLE_RULE

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
_SUBJECT = r"(?:(?P<subject>N\d+)(?: is| are)? |.*? is |is |also |always )?"
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
_LEAD = r"(?P<how>if|when|whenever|unless|for|in case) (?P<clause>.+?) ?,? (?:then )?(?:(?P<subject>N\d+) )?"

_IMPERATIVE = regex(r"(?:do not|never|omit|leave)\b")
"""Verbs that only advise: `Leave empty if unknown` is a rule only when the condition names a property or a value."""
_NAMED = regex(r"V\d|N[1-9]")
_INVERSE = ("unless required", "else required")
"""Effects of sentences that say when a property is optional; their conditions are negated."""
_STATED_WHEN = ("required", "absent", "only")
"""Effects of sentences that say what holds where a condition does."""
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("required", regex(rf"^{_SUBJECT}(?:(?:only )?{_REQUIRED}|{_MUST_BE}){_WHEN}$", needs=RULE)),
    ("required", regex(rf"^{_LEAD}(?:is |are )?(?:{_REQUIRED}|{_MUST_BE})$", needs=_NEEDED_WORDS, begins=_LEADS)),
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
    ("values", regex(rf"^{_SUBJECT}{_MUST} be (?:set to |equal to )?(?P<values>{VALUES}){_WHEN}$", needs=("V",))),
    ("values", regex(rf"^{_LEAD}{_MUST} be (?P<values>{VALUES})$", needs=("V",), begins=_LEADS)),
)
_GROUP = regex(
    r"^(?P<must>you (?:must|have to|need to) )?"
    r"(?P<verb>(?:use|specify|provide|give|send|set|supply|pass|include|choose) )?"
    r"(?P<kind>either|at least one of|exactly one of|one and only one of|only one of|at most one of|one of|any of|"
    rf"not both of)?:? ?(?:the |these )?(?:properties |fields |parameters )?(?P<names>{NAMES})(?P<tail>.*)$",
    needs=(", N", "/ N", "and N", "or N"),
)
_TAIL = regex(
    r"^[ ,:-]*(?:(?:but )?(?:not|never) both[ ,:-]*)?"
    r"(?P<one>(?:(?:at least |exactly |only )?one|any)(?: of (?:them|these|the two))? )?"
    r"(?P<verb>is|are|must(?: not)? be|has to be|have to be|needs? to be|may be|can be|may not be|can not be)? ?"
    rf"(?P<what>{_REQUIRED}|{SET})(?P<rest>.*)$"
)
_NOT_BOTH = regex(r"\b(?:not|never) both\b|\bnot together\b", needs=("both", "not together"))
_APART = regex(
    r"^(?:N0 )?(?:is |are )?(?:mutually exclusive with|incompatible with|not compatible with|"
    r"(?:must|may|can) not be (?:combined|used|sent|given|set|specified|mixed)(?: together)? with|not together with|"
    r"not allowed (?:together )?with|conflicts with|excludes) (?P<names>N\d+(?:.*N\d+)?)$",
    needs=("with N", "excludes N"),
)
_IF_SET = regex(
    rf"^(?:if|when|whenever) (?:N0 is |it is |N0 )?{SET} ?,? (?:then )?(?P<names>N[1-9]\d*(?: and N\d+)*) (?:is|are)? ?"
    rf"(?:also )?(?:{_REQUIRED}|{_MUST} (?:also )?be {SET})$",
    needs=tuple(f"N{digit}" for digit in range(1, 10)),
    also=(*REQUIRED, *(f"be {word}" for word in SET_WORDS)),
    begins=("if ", "when ", "whenever "),
)
_NEEDS = regex(
    rf"^(?:N0 )?(?:requires|needs|depends on|{_MUST} be (?:used|sent|given|combined) (?:together )?with)(?: that)? "
    rf"(?P<names>N\d+(?: and N\d+)*)(?: to be {SET}| too| as well| is {SET})?$",
    needs=tuple(f"{lead}{that} N" for lead in ("requires", "needs", "depends on", "with") for that in ("", " that")),
)
_APART_EACH = regex(rf"^(?P<names>{NAMES}) are mutually exclusive$", needs=("exclusive",))
_OTHERWISE = regex(
    r" ?,? (?:and |but )?(?:otherwise|else)(?: N0| is| it)* (?:ignored|optional|unused|not used)$|"
    r" ?,? (?:and |but )?(?:optional|ignored) (?:otherwise|in all other cases)$",
    needs=("otherwise", "else", "in all other cases"),
    is_slow=True,
)
_DENIED = regex(
    rf"\b(?:is |are )?(?:not|no longer|never)\b(?: \w+)? {_REQUIRED}\b.*|\boptional\b.*", needs=(*REQUIRED, "optional")
)
_OMITTED = regex(r"^(?:N0 )?(?:may|can) be (?:omitted|left out)\b", needs=("omitted", "left out"))
_NOT_NEEDED_AT_ALL = regex(
    rf"\b(?:not|no longer|never)\b(?: \w+)? {_REQUIRED}\b", needs=REQUIRED, also=("not", "no longer", "never")
)
_NO_RULE = regex(
    r"\b(?:ignored|no effect|only used|only applies|only relevant|only considered|irrelevant|should|usually|often|"
    r"sometimes|typically|normally)\b"
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
_ELSE = regex(
    rf"^(?P<head>.*?)(?:^|,? )(?:and |but )?"
    rf"(?:{_IN_OTHER_CASES} ?,? ?(?:N0 |this |it )?(?:is |are )?(?:(?P<need>{_REQUIRED}|{_MUST_BE})|{_FORBIDDEN})|"
    rf"(?:(?P<needed>{_REQUIRED})|{_FORBIDDEN}) {_IN_OTHER_CASES})$",
    needs=("otherwise", "else", "other case"),
)
"""What holds where the condition of the head, or of the sentence before, does not."""
_EXACTLY = regex(
    rf"^{_GIVE}(?: N0| this| it)? (?:if and only if|iff|exactly (?:if|when)) (?P<clause>.+)$", begins=_GIVING
)
_TOGETHER = (
    rf"(?:N0 )?(?:(?:is|are|must be|has to be|goes|comes) )?(?:{SET} )?(?:together |along )?with (?P<name>N[1-9]\d*)"
)
_BOTH_OR_NONE = regex(
    rf"^(?:{_TOGETHER}[ ,:-]+(?:{_GIVE} )?|(?:{_GIVE} )?(?:either )?)"
    r"both(?: (?P<names>N\d+ and N\d+))?(?: of them)? ?,? or (?:none|neither)(?: of them)?$",
    needs=("both",),
)
_RULE_WORDS = (
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
        r"only be (?:omitted|left out)|not available|unsupported|rejected (?:if|when|for)|an error (?:to|if)|"
        r"exclusive with|(?:not|never) both)\b|\bnot optional\b|\bone of N\d+ ?(?:,|or\b|and\b)",
        needs=(
            "either N", "neither N", "at least one of", "exactly one", "only one of", "mutually", "only allowed",
            "only valid", "only permitted", "only applicable", "only available", "only accepted", "only supported",
            "only possible", "not allowed", "not to be used", "can not be s", "can not be given", "can not be combined",
            "only be ", "not available", "unsupported", "rejected ", "an error ", "exclusive with", "not both",
            "never both", "not optional", "one of N",
        ),
        is_slow=True,
    ),
    regex(
        rf"\byou (?:must|have to|need to) {_GIVE} (?:N\d+|either|one of)\b",
        needs=("you must", "you have to", "you need to"),
        also=_GIVING,
        is_slow=True,
    ),
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
        needs=("both", "iff ", "only if "),
        is_slow=True,
    ),
)  # fmt: skip
"""What only a rule says, in parts: few texts have to do with more than one of them."""
_LONGEST = 2_000
_PARENTHESES = regex(r"\(([^()]*)\)")
_ASIDE = regex(
    rf" ?(?:only )?(?:{_REQUIRED}|{_MUST}\b|must not|can not|not allowed|mutually|either|exactly|at least one of)",
    needs=(*RULE, "not", "mutually", "either", "exactly", "at least"),
)
_NEEDED = regex(rf"^(?:.* )?(?:{_REQUIRED}|{_MUST} be {SET})$", needs=RULE)
_PLAIN = regex(
    rf"^(?:N0 )?(?:is |are )?(?:always )?(?:{_REQUIRED}|{_MUST} be {SET})(?: (?:field|property|parameter))?$",
    needs=RULE,
)


def read_conditions(
    owner: Property,
    remark: tuple[Span, ...],
    siblings: Siblings,
    report: Report,
    read: frozenset[Location] = frozenset(),
) -> tuple[Condition, ...]:
    """The rules that a remark states. Reports each sentence that looks like a rule but cannot be read.

    `read` holds the places of sentences already understood as a limit or a default, which are not reported again.
    """
    found: list[Condition] = []
    before: Said | None = None
    for sentence in sentences(remark):
        try:
            whole = said(sentence, owner, siblings)
            found += _conditions(whole, before, owner, sentence, sentence.location in read)
            before = whole
        except UnreadableRuleError as problem:
            message = f"`{owner.name}`: {problem}: {sentence.text[:300]!r}"
            hint = "name the property that decides, and its values in quotes, in code spans; nothing else is enforced"
            report(Diagnostic(UNREADABLE_RULE, message, sentence.location, hint))
    return tuple(found)


def distinct(conditions: Iterable[Condition]) -> tuple[Condition, ...]:
    """The rules without duplicates: `A excludes B` on one row and `B excludes A` on the other are the same rule."""
    found: dict[object, Condition] = {}
    for one in conditions:
        about = {one.properties, *((test.property,) for test in one.tests)}
        # "A excludes B" and "B excludes A" are one rule, whichever row states it.
        is_mutual = one.effect in ("any", "absent") and all(not test.values for test in one.tests)
        key = (
            (one.effect, frozenset(sum(about, ())))
            if is_mutual
            else (one.tests, one.effect, one.properties, one.values)
        )
        found.setdefault(key, one)
    return tuple(found.values())


def _conditions(
    whole: Said, before: Said | None, owner: Property, sentence: Sentence, is_read: bool
) -> Iterator[Condition]:
    # The patterns backtrack, so that their time grows faster than the sentence.
    if len(whole.text) > _LONGEST:
        if _has_rule_words(whole.text):
            raise UnreadableRuleError("the sentence is too long")
        return
    for text in _parts(_OTHERWISE.sub("", whole.text)):
        otherwise = _ELSE.match(text)
        if otherwise is None or _DENIED.search(text):
            yield from _of_text(replace(whole, text=text), owner, sentence, is_read)
            continue
        first = replace(whole, text=otherwise["head"]) if otherwise["head"] else before
        if otherwise["head"] and first:
            yield from _of_text(first, owner, sentence, is_read)
        is_needed = bool(otherwise["need"] or otherwise["needed"])
        yield from _Reader(first, owner.name, sentence).otherwise(is_needed) if first else ()


def _parts(text: str) -> list[str]:
    """The text, followed by each parenthesis that is a rule of its own: `the price (required if ...)`."""
    inner = [part for part in _PARENTHESES.findall(text) if _ASIDE.match(part)]
    for part in inner:
        text = text.replace(f"({part})", "")
    return [" ".join(part.replace("(", " ").replace(")", " ").split()).strip(" .:;-") for part in (text, *inner)]


def _of_text(whole: Said, owner: Property, sentence: Sentence, is_read: bool) -> list[Condition]:
    text = whole.text
    if _PLAIN.match(text):
        return []
    reader = _Reader(whole, owner.name, sentence)
    # "Not required if ..." is a rule only where it says what is required otherwise.
    if _DENIED.search(text) or _OMITTED.search(text):
        if found := reader.unless_optional():
            return found
        needed = re.search(rf"\b{_REQUIRED} (?:only )?{IF}\b", _NOT_NEEDED_AT_ALL.sub("", text))
        if needed or _has_rule_words(_DENIED.sub("", text)):
            raise UnreadableRuleError("it says when it is required and when it is not")
        return []
    found = reader.group() or reader.apart() or reader.needs() or reader.exactly() or reader.conditional()
    if not found and not is_read and not _NO_RULE.search(text):
        if _NEEDED.search(text) and is_scoped(sentence.words):
            raise UnreadableRuleError("the condition names no value")
        if _is_rule(text):
            raise UnreadableRuleError("the rule cannot be read")
    return found


def _is_rule(text: str) -> bool:
    """Whether the text has words of a rule, such as `must` or `only if`, so that not reading it must be reported."""
    names_something = re.search(r"V\d|N[1-9]", text)
    return _has_rule_words(text) or bool(names_something and re.search(rf"\b{_REQUIRED}\b", text))


def _has_rule_words(text: str) -> bool:
    return any(one.search(text) for one in _RULE_WORDS)


class _Reader:
    """Matches one sentence against the forms of a rule. Each method returns no rules when the sentence has another
    form."""

    def __init__(self, whole: Said, owner: str, sentence: Sentence) -> None:
        self.whole = whole
        self.owner = owner
        self.sentence = sentence

    def rule(
        self, tests: tuple[Test, ...], effect: Effect, properties: tuple[str, ...], values: tuple[Scalar, ...] = ()
    ) -> Condition:
        return Condition(tests, effect, properties, self.sentence.text, stated(self.sentence.location), values)

    def unless_optional(self) -> list[Condition]:
        """Rules from when a property is optional: `optional unless mode is given`, `not required if ..., otherwise
        required`."""
        for effect, pattern in _PATTERNS:
            match = pattern.match(self.whole.text) if effect in _INVERSE else None
            if match:
                return self.with_effect(effect, match)
        return []

    def conditional(self) -> list[Condition]:
        """Rules from `required if ...`, `must not be set when ...` and their variants."""
        for effect, pattern in _PATTERNS:
            match = pattern.match(self.whole.text)
            if match and (
                effect != "absent" or not _IMPERATIVE.match(self.whole.text) or _NAMED.search(match["clause"])
            ):
                return self.with_effect(effect, match)
        return []

    def otherwise(self, is_needed: bool) -> list[Condition]:
        """Rules from what holds where the condition of this sentence does not: `..., forbidden otherwise`."""
        matches = (pattern.match(self.whole.text) for effect, pattern in _PATTERNS if effect in _STATED_WHEN)
        match = next((one for one in matches if one), None)
        if match is None:
            raise UnreadableRuleError("nothing says when it is otherwise")
        how = "if" if match["how"].startswith(("unless", "except", "without")) else "unless"
        text = f"{'required' if is_needed else 'not allowed'} {how} {match['clause']}"
        return _Reader(replace(self.whole, text=text), self.owner, self.sentence).conditional()

    def exactly(self) -> list[Condition]:
        """Rules from `send it if and only if ...`: required where it holds, and absent where it does not."""
        match = _EXACTLY.match(self.whole.text)
        if not match:
            return []
        first = _Reader(replace(self.whole, text=f"required if {match['clause']}"), self.owner, self.sentence)
        return [*first.conditional(), *first.otherwise(is_needed=False)]

    def with_effect(self, effect: str, match: re.Match[str]) -> list[Condition]:
        """The rules of a matched pattern: one for each group of tests."""
        mark = match.groupdict().get("subject") or ""
        subject = self.whole.name(mark) if mark.startswith("N") else self.owner
        how = match["how"].removeprefix("only ").removeprefix("if and only ").replace("iff", "if")
        if effect in ("only", *_INVERSE):
            # "Only allowed if X" forbids the property unless X, so the condition is inverted.
            how = "if" if how.startswith(("unless", "except")) else "unless"
        groups = read_tests(how, match["clause"], self.whole)
        if any(test.property == subject for tests in groups for test in tests):
            # A rule such as "price is required if price is set" is a typo or a misreading.
            raise UnreadableRuleError("it decides about itself")
        if effect == "values":
            values = self.fitting(subject, match["values"])
            return [self.rule(tests, "values", (subject,), values) for tests in groups]
        return [
            self.rule(tests, "absent" if effect in ("absent", "only") else "required", (subject,)) for tests in groups
        ]

    def fitting(self, name: str, text: str) -> tuple[Scalar, ...]:
        """The values, checked against the property's type; raises UnreadableRuleError if one does not fit."""
        values = self.whole.meant(text)
        schema = self.whole.siblings.schemas[name]
        inner = schema.members[0] if isinstance(schema, Union) else schema
        is_known = isinstance(inner, Enumeration) and set(values) <= set(inner.values)
        is_typed = (
            isinstance(inner, Primitive)
            and inner.type in _TYPES
            and all(
                isinstance(one, _TYPES[inner.type]) and isinstance(one, bool) == (inner.type == "boolean")
                for one in values
            )
        )
        if not is_known and not is_typed:
            raise UnreadableRuleError(f"`{name}` has no value {', '.join(map(repr, values))}")
        return values

    def group(self) -> list[Condition]:
        """Rules from `either A or B is required`, `exactly one of A, B`, `at most one of A, B`."""
        match = _GROUP.match(self.whole.text)
        if not match:
            return []
        # "Specify at least one of A, B" demands it without saying "required".
        asks = match["verb"] and match["kind"] in ("at least one of", "exactly one of", "one and only one of")
        asks = asks or (match["must"] and match["verb"])
        is_bare = not _NOT_BOTH.sub("", match["tail"]).replace("but", "").strip(" .,")
        tail = _TAIL.match(f"{match['tail']} must be given" if asks and is_bare else match["tail"])
        if not tail:
            return []
        names, kind, one = self.whole.named(match["names"]), match["kind"] or "", (tail["one"] or "").strip()
        # "A and B are required" is no choice: each row already says that it is required.
        is_both = " and " in match["names"] and not kind and not one
        if is_both or len(names) < 2:
            return []
        if _NOT_BOTH.sub("", tail["rest"]).replace("but", "").strip(" .,") or "not" in (tail["verb"] or ""):
            raise UnreadableRuleError("more is said than which of them has to be there")
        is_needed = bool(re.fullmatch(_REQUIRED, tail["what"])) or not (tail["verb"] or "").startswith(("may", "can"))
        is_exclusive = kind in ("exactly one of", "one and only one of", "at most one of", "not both of")
        is_exclusive = is_exclusive or "exactly" in one or bool(_NOT_BOTH.search(match["tail"]))
        is_exclusive = is_exclusive or ("only" in kind + one and not re.fullmatch(_REQUIRED, tail["what"]))
        # "At most one of A, B" allows none.
        needs_one = is_needed and kind not in ("at most one of", "not both of")
        found = [self.rule((Test(names[0], is_absent=True),), "any", names[1:])] if needs_one else []
        return [*found, *(self.apart_from(names) if is_exclusive else [])]

    def apart_from(self, names: tuple[str, ...]) -> list[Condition]:
        """For each pair of the names: when one is present, the other must be absent."""
        return [
            self.rule((Test(name),), "absent", (other,)) for at, name in enumerate(names) for other in names[at + 1 :]
        ]

    def apart(self) -> list[Condition]:
        """Rules from `mutually exclusive with A`."""
        if match := _APART_EACH.match(self.whole.text):
            return self.apart_from(self.whole.named(match["names"]))
        match = _APART.match(self.whole.text)
        names = self.whole.named(match["names"]) if match else ()
        return [self.rule((Test(name),), "absent", (self.owner,)) for name in names if name != self.owner]

    def needs(self) -> list[Condition]:
        """Rules from `requires A`, `if set, A is required` and `together with A, both or none`."""
        match = _NEEDS.match(self.whole.text) or _IF_SET.match(self.whole.text)
        names = tuple(name for name in self.whole.named(match["names"]) if name != self.owner) if match else ()
        if names:
            return [self.rule((Test(self.owner),), "required", names)]
        if both := _BOTH_OR_NONE.match(self.whole.text):
            named = self.whole.named(both["names"] or both["name"] or "")
            pair = tuple(dict.fromkeys((self.owner, *named)))
            return [self.rule((Test(one),), "required", (other,)) for one, other in permutations(pair, 2)]
        return []


_TYPES: dict[str, type | tuple[type, ...]] = {"boolean": bool, "string": str, "integer": int, "number": (int, float)}
