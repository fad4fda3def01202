"""Reads the condition of a rule: `if way is "Bank"`, `unless price is given`, `for non-"Market" orders`.

A sentence is first normalized: each property name of the table becomes `N0`, `N1`, each value `V0`, `V1`, and all other
words are in lower case. The grammar of the normalized text::

    circumstance = preposition clause { "and" clause }
    preposition  = "if" | "when" | "for" | "with" | "unless" | "only if" | ...
    clause       = name "is" [ "not" ] values           way is "Bank" or "Cash"
                 | name ( "is" | "is not" ) set         price is given   price is missing
                 | [ "non-" | "not" ] values { noun }   non-"Market" type orders   the "GTD" timeInForce property
                 | name                                 with price
    set          = "set" | "given" | "present" | "sent" | ...

The deciding property is the one that the clause names, or else the only one of the table that can have these values.
"""

import re
from collections.abc import Container, Iterable
from decimal import Decimal

from jekyll_openapi.api.model import Enumeration, Primitive, Property, Scalar, Schema, Test, Union
from jekyll_openapi.api.rule_words import BEFORE_NAME, BEHIND_NAME, JOINED, SET, UNSET, VALUES, normal
from jekyll_openapi.api.sentences import Sentence
from jekyll_openapi.api.tokens import Token
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass

_NEGATING = ("unless", "without", "except if", "except when", "except for", "except")
_IS = r"(?:is set to|is equal to|is one of|is either|has the value|has value|equals|is|was|are|be|=+|:|of)"
_DET = (
    r"(?:the|a|an|any|all|every|each|other|its|their|orders?|using|of|types?|values?|kinds?|requests?|calls?|either|both|"
    r"everything|anything)"
)
_BUT = r"(?:non-|non |not |other than |anything but |but |except for |except |besides |apart from |excluding )"
_STOPS = frozenset((
    "if", "when", "unless", "after", "before", "outside", "during", "who", "that", "which", "where", "except", "but",
    "only", "than", "also", "over", "above", "below", "without", "until", "since", "because", "with", "is", "are",
    "has", "have", "not", "placed", "at", "from", "under", "more", "less", "and", "or", "in", "on",
))  # fmt: skip
_WORD = regex(r"[\w-]+")
_MARK_OR_NUMBER = regex(r"[NV]?\d+")
_HAS_VALUES = regex(
    rf"^(?:the |its )?(?P<name>N\d+)(?: {_IS})? (?P<not>(?:not|other than|anything but|neither)(?: one of)? )?"
    rf"(?P<values>{VALUES})(?P<rest>.*)$",
    begins=("N", "the N", "its N"),
)
_IS_SET = regex(
    r"^(?:the |a |its )?(?P<name>N\d+)(?P<more>(?: (?:or|and) N\d+)*) (?:is|are|was|has been|exists|be)"
    rf"(?P<not> not)?(?: also)? ?(?P<set>{SET}|{UNSET})?(?P<rest>.*)$",
    begins=("N", "the N", "a N", "its N"),
)
_OF_VALUES = regex(
    rf"^(?:{_DET} )*(?P<not>{_BUT}(?:(?:{_DET}|for) )*)?(?P<values>{VALUES}(?:{JOINED}non-{VALUES})*)(?P<rest>.*)$"
)
_WHOSE = regex(
    rf"^(?:{_DET} |\w+ ){{0,3}}(?:whose|with|where|that have|having|using) (?:an? |the )?(?P<rest>N\d+ .*)$",
    needs=("whose", "with", "where", "have", "having", "using"),
    also=tuple(f"{word} N" for word in ("whose", "with", "where", "have", "having", "using", "a", "an", "the")),
)
_GROUP_IS_SET = regex(
    rf"^(?P<kind>neither|both) (?P<names>N\d+ (?:and|nor|or) N\d+) (?:is|are|was|were)(?P<not> not)? {SET}$",
    needs=("neither", "both"),
)
_NONE_IS_SET = regex(rf"^no (?P<name>N\d+)(?: (?:is|was) {SET})?$", needs=("no ",))
_ALONE = regex(r"^(?:the |an? )?(?P<name>N\d+)(?: too| as well)?$", begins=("N", "the N", "a N", "an N"))


class UnreadableRuleError(Exception):
    """A sentence states a rule that cannot be read; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Siblings:
    """The properties of one table, looked up by name or by a value that they can have."""

    schemas: dict[str, Schema]
    """Property name -> type, in page order."""
    holders: dict[str, tuple[str, ...]]
    """Enumeration value -> names of the properties that can have it."""

    @classmethod
    def of(cls, properties: Iterable[Property]) -> "Siblings":
        schemas = {one.name: one.schema for one in properties}
        holders: dict[str, list[str]] = {}
        for name, schema in schemas.items():
            for value in _enumerated(schema):
                holders.setdefault(value, []).append(name)
        return cls(schemas, {value: tuple(names) for value, names in holders.items()})


@dataclass(frozen=True, slots=True)
class Said:
    """A normalized sentence: names are `N0`, `N1`, values are `V0`, `V1`."""

    text: str
    names: tuple[str, ...]
    values: tuple[Scalar, ...]
    siblings: Siblings

    def name(self, mark: str) -> str:
        """The property name that a mark such as `N0` stands for."""
        return self.names[int(mark[1:])]

    def named(self, text: str) -> tuple[str, ...]:
        """The distinct property names in a part of the text."""
        return tuple(dict.fromkeys(self.name(mark) for mark in re.findall(r"N\d+", text)))

    def meant(self, text: str) -> tuple[Scalar, ...]:
        """The distinct values in a part of the text."""
        return tuple(dict.fromkeys(self.values[int(mark)] for mark in re.findall(r"V(\d+)", text)))


def said(sentence: Sentence, owner: Property, siblings: Siblings) -> Said:
    """The normalized sentence. `this` and `it` become `N0`, the property that owns the remark."""
    known, possible = siblings.schemas, siblings.holders
    names: list[str] = [owner.name]
    values: list[Scalar] = []
    words: list[str] = []
    found = sentence.tokens
    for place, token in enumerate(found):
        bare = token.text.strip("`") if token.kind == "link" else token.text
        # Commas are no tokens of their own, but they matter here: "A, B or C".
        if token.after_comma:
            words.append(",")
        if bare in known and token.kind in ("word", "link") and _is_name(found, place):
            names += [bare] if bare != owner.name else []
            words.append(f"N{len(names) - 1}" if bare != owner.name else "N0")
        elif (value := _as_value(token, bare, possible, words)) is not None:
            values.append(value)
            words.append(f"V{len(values) - 1}")
        else:
            words.append(bare.casefold())
    return Said(normal(" ".join(words)), tuple(names), tuple(values), siblings)


def _is_name(found: tuple[Token, ...], place: int) -> bool:
    """Whether a word that equals a property name is used as that name: "the type of order" does not mean property
    `type`."""
    token = found[place]
    if token.code is not None or token.kind == "link" or not token.text.islower():
        return True
    before = found[place - 1].folded if place else ""
    after = found[place + 1] if place + 1 < len(found) else None
    is_behind = before in BEFORE_NAME or token.after_comma
    return is_behind or (after is not None and after.folded in BEHIND_NAME)


def _as_value(token: Token, bare: str, possible: Container[object], words: list[str]) -> Scalar | None:
    if token.kind == "value" or (bare in possible and (token.code is not None or not bare.islower())):
        return bare
    if token.kind == "link" and len(bare) > 2 and bare[0] == bare[-1] == '"':
        return bare[1:-1]
    is_said = token.code is not None or words[-1:] in (["is"], ["be"], ["to"], ["="], ["not"])
    if token.folded in ("true", "false") and is_said:
        return token.folded == "true"
    if token.kind == "number" and token.code is not None and token.number is not None:
        return int(token.number) if token.number == token.number.to_integral_value() else token.number
    return None


def _enumerated(schema: Schema) -> tuple[str, ...]:
    inner = schema.members[0] if isinstance(schema, Union) else schema
    return inner.values if isinstance(inner, Enumeration) else ()


def read_tests(preposition: str, clause: str, whole: Said) -> tuple[tuple[Test, ...], ...]:
    """The tests of a condition in disjunctive form: at least one group must hold, and in a group every test.

    Raises UnreadableRuleError.
    """
    negates = preposition in _NEGATING
    groups = tuple(
        tuple(test for part in _cut(choice, "and") for test in _tests(part, negates, whole))
        for choice in _cut(clause, "or")
    )
    if not negates or all(len(group) == 1 for group in groups) == (len(groups) == 1):
        return groups
    if len(groups) == 1:
        # De Morgan: not (A and B) is (not A) or (not B).
        return tuple((test,) for test in groups[0])
    if all(len(group) == 1 for group in groups):
        # De Morgan: not (A or B) is (not A) and (not B).
        return (tuple(test for group in groups for test in group),)
    raise UnreadableRuleError("several conditions are denied together")


def _cut(clause: str, word: str) -> list[str]:
    """The clause split at each `and` (or `or`) that has a complete condition on both sides."""
    comma = "| ," if word == "and" else ""
    parts = re.split(rf"(?: ?,? {word}{comma}) (?=(?:if |when )?(?:the )?N\d+ (?:is|=|equals|has|are)\b)", clause)
    parts = [re.sub(r"^(?:if|when) ", "", part).strip(" ,") for part in parts]
    if len(parts) == 1 or not any(map(_ALONE.match, parts)):
        return parts
    # `price or mode is missing`: what is said of the last name is said of each.
    said = re.match(rf"^(?:the )?N\d+ (?P<rest>(?:is|are|was|were)(?: not)? (?:{SET}|{UNSET}))$", parts[-1])
    if not said:
        raise UnreadableRuleError("two properties decide")
    return [f"{part} {said['rest']}" if _ALONE.match(part) else part for part in parts]


def _tests(clause: str, negates: bool, whole: Said) -> tuple[Test, ...]:
    """The tests of a clause. A group of names, such as `neither A nor B is set`, gives one test for each name."""
    if match := _GROUP_IS_SET.match(clause):
        is_negative = match["kind"] == "neither" or bool(match["not"])
        if (match["kind"] == "both" and is_negative) or negates:
            raise UnreadableRuleError("two properties decide")
        return tuple(Test(name, is_absent=is_negative) for name in whole.named(match["names"]))
    if match := _NONE_IS_SET.match(clause):
        return (Test(whole.name(match["name"]), is_absent=not negates),)
    return (_test(clause, negates, whole),)


def _test(clause: str, negates: bool, whole: Said) -> Test:
    if match := _HAS_VALUES.match(clause):
        _check_rest(match["rest"])
        return _of_values(whole.name(match["name"]), whole.meant(match["values"]), bool(match["not"]) != negates, whole)
    if match := _IS_SET.match(clause):
        return _presence(match, negates, whole)
    if match := _ALONE.match(clause):
        return _alone(whole.name(match["name"]), negates, whole)
    if match := _WHOSE.match(clause):
        return _test(match["rest"], negates, whole)
    if match := _OF_VALUES.match(clause):
        rest = match["rest"]
        if "non-" in match["values"] and not (match["not"] or "").startswith("non"):
            raise UnreadableRuleError("it says for which values and for which not")
        name = re.match(r"^(?: \w+){0,2} (N\d+)\b(?: (?:property|field|parameter|type|value|order)s?){0,2}$", rest)
        if not name:
            _check_rest(rest, allows_nouns=True)
        values = whole.meant(match["values"])
        decider = whole.name(name[1]) if name else _decider(values, whole.siblings)
        return _of_values(decider, values, bool(match["not"]) != negates, whole)
    raise UnreadableRuleError("the condition names no value" if "V" not in clause else "the condition cannot be read")


def _alone(name: str, negates: bool, whole: Said) -> Test:
    """The test of a bare name: `with price` means that it is present, `if isAutomated` that it is true."""
    if not _is_boolean(name, whole.siblings):
        return Test(name, is_absent=negates)
    if negates:
        raise UnreadableRuleError(f"`{name}` can be false, or not there")
    return Test(name, (True,))


def _check_rest(rest: str, *, allows_nouns: bool = False) -> None:
    """Raises UnreadableRuleError if the words after a condition could change its meaning."""
    words = rest.strip(" ,)")
    if not words:
        return
    # "for Market orders but not Stop orders" cannot be one test.
    if "V" in words or " not " in f" {words} ":
        raise UnreadableRuleError("it says for which values and for which not")
    found: list[str] = _WORD.findall(words)
    if (
        any(one in _STOPS or _MARK_OR_NUMBER.fullmatch(one) for one in found)
        or not allows_nouns
        or len(words.split()) > 4
    ):
        raise UnreadableRuleError("more is said than values alone can tell")


def _presence(match: re.Match[str], negates: bool, whole: Said) -> Test:
    name = whole.name(match["name"])
    is_negative = bool(match["not"])
    if match["more"]:
        raise UnreadableRuleError("two properties decide")
    _check_rest(match["rest"])
    if not match["set"]:
        raise UnreadableRuleError("the condition names no value")
    if re.fullmatch(UNSET, match["set"]):
        is_negative = not is_negative
    if _is_boolean(name, whole.siblings):
        # Both readings occur in practice, and guessing wrong would reject valid orders.
        raise UnreadableRuleError(f"`{name}` is a boolean: set can mean true, or that it is there")
    return Test(name, is_absent=is_negative != negates)


def _is_boolean(name: str, siblings: Siblings) -> bool:
    schema = siblings.schemas[name]
    return isinstance(schema, Primitive) and schema.type == "boolean"


def _of_values(name: str, values: tuple[Scalar, ...], negated: bool, whole: Said) -> Test:
    schema = whole.siblings.schemas[name]
    inner = schema.members[0] if isinstance(schema, Union) else schema
    if isinstance(inner, Enumeration):
        return Test(name, _chosen(name, inner.values, values, negated))
    if isinstance(inner, Primitive) and inner.type == "boolean" and set(values) <= {True, False} and len(values) == 1:
        return Test(name, (bool(values[0]) != negated,))
    # The complement of a value is only known for enumerations and booleans.
    if negated:
        raise UnreadableRuleError(f"the other values of `{name}` are not known")
    kind: tuple[type, ...] = (str,) if isinstance(inner, Primitive) and inner.type == "string" else (int, Decimal)
    if not isinstance(inner, Primitive) or not all(
        isinstance(one, kind) and not isinstance(one, bool) for one in values
    ):
        raise UnreadableRuleError(f"`{name}` has no value {', '.join(map(repr, values))}")
    return Test(name, values)


def _chosen(name: str, known: tuple[str, ...], values: tuple[Scalar, ...], negated: bool) -> tuple[str, ...]:
    unknown = [value for value in values if value not in known]
    if unknown:
        raise UnreadableRuleError(f"`{name}` has no value {', '.join(map(repr, unknown))}")
    chosen = tuple(value for value in known if (value in values) != negated)
    if not chosen:
        raise UnreadableRuleError("no value is left")
    return chosen


def _decider(values: tuple[Scalar, ...], siblings: Siblings) -> str:
    """The only property of the table that can have these values; raises UnreadableRuleError unless there is exactly
    one."""
    chosen = list(dict.fromkeys(name for value in values for name in siblings.holders.get(str(value), ())))
    if len(chosen) == 1:
        return chosen[0]
    if not chosen:
        raise UnreadableRuleError(f"no property of this table has the value {values[0]!r}")
    raise UnreadableRuleError(f"{' and '.join(chosen)} could decide")
