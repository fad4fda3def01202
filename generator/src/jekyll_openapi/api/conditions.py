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

from jekyll_openapi.api.circumstances import Said, Siblings, UnreadableRuleError, read_tests, said
from jekyll_openapi.api.model import Condition, Effect, Enumeration, Primitive, Property, Scalar, Test, Union, stated
from jekyll_openapi.api.rule_forms import (
    APART,
    APART_BOTH,
    APART_EACH,
    ASIDE,
    BOTH_OR_NONE,
    DENIED,
    ELSE,
    EXACTLY,
    GROUP,
    IF_SET,
    IMPERATIVE,
    INVERSE,
    NAMED,
    NEEDED,
    NEEDS,
    NO_RULE,
    NOT_BOTH,
    NOT_NEEDED_AT_ALL,
    OMITTED,
    OTHERWISE,
    PATTERNS,
    PLAIN,
    REQUIRED,
    REQUIRED_IF,
    STATED_WHEN,
    TAIL,
    has_rule_words,
    has_signs,
    is_rule,
)
from jekyll_openapi.api.scopes import is_scoped
from jekyll_openapi.api.sentences import Sentence, sentences
from jekyll_openapi.diagnostics import Diagnostic, Location, Report
from jekyll_openapi.pages.document import Span
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import replace
from jekyll_openapi.rules import UNREADABLE_RULE

_LONGEST = 2_000
_PARENTHESES = regex(r"\(([^()]*)\)")


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
        if has_rule_words(whole.text):
            raise UnreadableRuleError("the sentence is too long")
        return
    for text in _parts(OTHERWISE.sub("", whole.text)):
        if not has_signs(text):
            continue
        otherwise = ELSE.match(text)
        if otherwise is None or DENIED.search(text):
            yield from _of_text(replace(whole, text=text), owner, sentence, is_read)
            continue
        first = replace(whole, text=otherwise["head"]) if otherwise["head"] else before
        if otherwise["head"] and first:
            yield from _of_text(first, owner, sentence, is_read)
        is_needed = bool(otherwise["need"] or otherwise["needed"])
        yield from _Reader(first, owner.name, sentence).otherwise(is_needed) if first else ()


def _parts(text: str) -> list[str]:
    """The text, followed by each parenthesis that is a rule of its own: `the price (required if ...)`."""
    inner = [part for part in _PARENTHESES.findall(text) if ASIDE.match(part)]
    for part in inner:
        text = text.replace(f"({part})", "")
    return [" ".join(part.replace("(", " ").replace(")", " ").split()).strip(" .:;-") for part in (text, *inner)]


def _of_text(whole: Said, owner: Property, sentence: Sentence, is_read: bool) -> list[Condition]:
    text = whole.text
    if PLAIN.match(text):
        return []
    reader = _Reader(whole, owner.name, sentence)
    # "Not required if ..." is a rule only where it says what is required otherwise.
    if DENIED.search(text) or OMITTED.search(text):
        if found := reader.unless_optional():
            return found
        needed = REQUIRED_IF.search(NOT_NEEDED_AT_ALL.sub("", text))
        if needed or has_rule_words(DENIED.sub("", text)):
            raise UnreadableRuleError("it says when it is required and when it is not")
        return []
    found = reader.group() or reader.apart() or reader.needs() or reader.exactly() or reader.conditional()
    if not found and not is_read and not NO_RULE.search(text):
        if NEEDED.search(text) and is_scoped(sentence.words):
            raise UnreadableRuleError("the condition names no value")
        if is_rule(text):
            raise UnreadableRuleError("the rule cannot be read")
    return found


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
        for effect, pattern in PATTERNS:
            match = pattern.match(self.whole.text) if effect in INVERSE else None
            if match:
                return self.with_effect(effect, match)
        return []

    def conditional(self) -> list[Condition]:
        """Rules from `required if ...`, `must not be set when ...` and their variants."""
        for effect, pattern in PATTERNS:
            match = pattern.match(self.whole.text)
            if match and (effect != "absent" or not IMPERATIVE.match(self.whole.text) or NAMED.search(match["clause"])):
                return self.with_effect(effect, match)
        return []

    def otherwise(self, is_needed: bool) -> list[Condition]:
        """Rules from what holds where the condition of this sentence does not: `..., forbidden otherwise`."""
        matches = (pattern.match(self.whole.text) for effect, pattern in PATTERNS if effect in STATED_WHEN)
        match = next((one for one in matches if one), None)
        if match is None:
            raise UnreadableRuleError("nothing says when it is otherwise")
        how = "if" if match["how"].startswith(("unless", "except", "without")) else "unless"
        text = f"{'required' if is_needed else 'not allowed'} {how} {match['clause']}"
        return _Reader(replace(self.whole, text=text), self.owner, self.sentence).conditional()

    def exactly(self) -> list[Condition]:
        """Rules from `send it if and only if ...`: required where it holds, and absent where it does not."""
        match = EXACTLY.match(self.whole.text)
        if not match:
            return []
        first = _Reader(replace(self.whole, text=f"required if {match['clause']}"), self.owner, self.sentence)
        return [*first.conditional(), *first.otherwise(is_needed=False)]

    def with_effect(self, effect: str, match: re.Match[str]) -> list[Condition]:
        """The rules of a matched pattern: one for each group of tests."""
        subjects = self.whole.named(match.groupdict().get("subject") or "") or (self.owner,)
        how = match["how"].removeprefix("only ").removeprefix("if and only ").replace("iff", "if")
        if effect in ("only", *INVERSE):
            # "Only allowed if X" forbids the property unless X, so the condition is inverted.
            how = "if" if how.startswith(("unless", "except")) else "unless"
        groups = read_tests(how, match["clause"], self.whole)
        if any(test.property in subjects for tests in groups for test in tests):
            # A rule such as "price is required if price is set" is a typo or a misreading.
            raise UnreadableRuleError("it decides about itself")
        if effect == "values":
            fitting = [(one, self.fitting(one, match["values"])) for one in subjects]
            return [self.rule(tests, "values", (one,), values) for one, values in fitting for tests in groups]
        done: Effect = "absent" if effect in ("absent", "only") else "required"
        return [self.rule(tests, done, (one,)) for one in subjects for tests in groups]

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
        match = GROUP.match(self.whole.text)
        if not match:
            return []
        # "Specify at least one of A, B" demands it without saying "required".
        asks = match["verb"] and match["kind"] in ("at least one of", "exactly one of", "one and only one of")
        asks = asks or (match["must"] and match["verb"])
        is_bare = not NOT_BOTH.sub("", match["tail"]).replace("but", "").strip(" .,")
        tail = TAIL.match(f"{match['tail']} must be given" if asks and is_bare else match["tail"])
        if not tail:
            return []
        names, kind, one = self.whole.named(match["names"]), match["kind"] or "", (tail["one"] or "").strip()
        # "A and B are required" is no choice: each row already says that it is required.
        is_both = " and " in match["names"] and not kind and not one
        if is_both or len(names) < 2:
            return []
        if NOT_BOTH.sub("", tail["rest"]).replace("but", "").strip(" .,") or "not" in (tail["verb"] or ""):
            raise UnreadableRuleError("more is said than which of them has to be there")
        is_needed = tail["what"] in REQUIRED or not (tail["verb"] or "").startswith(("may", "can"))
        is_exclusive = kind in ("exactly one of", "one and only one of", "at most one of", "not both of")
        is_exclusive = is_exclusive or "exactly" in one or bool(NOT_BOTH.search(match["tail"]))
        is_exclusive = is_exclusive or ("only" in kind + one and tail["what"] not in REQUIRED)
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
        if match := APART_EACH.match(self.whole.text):
            return self.apart_from(self.whole.named(match["names"]))
        match = APART.match(self.whole.text) or APART_BOTH.match(self.whole.text)
        names = self.whole.named(match["names"]) if match else ()
        return [self.rule((Test(name),), "absent", (self.owner,)) for name in names if name != self.owner]

    def needs(self) -> list[Condition]:
        """Rules from `requires A`, `if set, A is required` and `together with A, both or none`."""
        match = NEEDS.match(self.whole.text) or IF_SET.match(self.whole.text)
        names = tuple(name for name in self.whole.named(match["names"]) if name != self.owner) if match else ()
        if names:
            return [self.rule((Test(self.owner),), "required", names)]
        if both := BOTH_OR_NONE.match(self.whole.text):
            named = self.whole.named(both["names"] or both["name"] or "")
            pair = tuple(dict.fromkeys((self.owner, *named)))
            return [self.rule((Test(one),), "required", (other,)) for one, other in permutations(pair, 2)]
        return []


_TYPES: dict[str, type | tuple[type, ...]] = {"boolean": bool, "string": str, "integer": int, "number": (int, float)}
