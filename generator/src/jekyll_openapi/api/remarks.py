"""What a remark states of its property besides prose: limits, a format, null, a default, that it is deprecated.

    Text on the parcel, up to 35 characters.        a limit, see `limits`
    Must be between 1 and 20.                       a limit of a number, said of nothing else
    Usually 3 to 5.                                 no limit
    Can be null.    `null` if it is open.           null is a value
    Defaults to `"Day"`.    Default: 3              a default
    Must be a valid email address.                  a format
    **Deprecated.** Use `name`.                     deprecated

What looks like one of these and cannot be taken for it (under a condition, of another property, against the type) is
reported, and nothing is made of it.
"""

import re

from jekyll_openapi.api.defaults import UnfitValueError, sample
from jekyll_openapi.api.limits import Found, Limit, UnfitLimitError, limited, read_limit
from jekyll_openapi.api.model import NULL, Array, Enumeration, Primitive, Property, Schema, Union
from jekyll_openapi.api.prose import Sentence, sentences
from jekyll_openapi.api.tokens import Token, tokens
from jekyll_openapi.diagnostics import Diagnostic, Location, Report, Rule
from jekyll_openapi.pages.document import Span
from jekyll_openapi.records import dataclass, replace
from jekyll_openapi.rules import CONFLICTING_LIMITS, UNREADABLE_DEFAULT, UNREADABLE_LIMIT

_HEDGES = re.compile(
    r"\b(?:usually|typically|normally|often|sometimes|mostly|generally|commonly|about|around|approximately|approx|"
    r"roughly|circa|nearly|almost|e\.g|for example|for instance|example|such as|recommended?|ideally|on average|"
    r"currently|expected|rounded|if possible)\b"
)
_CONDITION = re.compile(
    r"\b(?:if|when|whenever|unless|except|otherwise|where|while|depending|depends|only for)\b|^for\b|, for\b"
)
_TRIVIAL = re.compile(r"^(?:if|when) (?:it is )?(?:given|set|present|provided|sent|specified|used|supplied),? ")
_SUBJECT_WORDS = (
    "be", "is", "are", "was", "must", "value", "values", "range", "valid", "allowed", "accepted", "accepts",
    "permitted", "limited", "a", "an", "number", "integer", "decimal", "any", "whole", "always", "strictly",
    "between", "length", "least", "size", "has", "have", "can", "may", "should", "takes", "take", "contain",
    "contains", "from", "in", "and", "but",
)  # fmt: skip
_TAIL_WORDS = (
    "and", "but", "inclusive", "inclusively", "only", "percent", "per",
)  # fmt: skip
_MEASURED = (
    "percent", "cents", "seconds", "second", "milliseconds", "ms", "minutes", "minute", "hours", "hour",
    "days", "day", "weeks", "months", "years", "ticks", "points", "pips", "contracts", "shares", "lots",
    "units", "pieces",
)  # fmt: skip
_WINDOW = 24
"""How many words a limit, or what stands behind it, can have."""
_DENIALS = ("not", "never", "no", "without", "neither")
_GOING_ON = ("or", "for", "if", "when", "per", "unless", "except", "after", "before", "plus", "if", "while")
_SIGN_WORDS = ("positive", "negative", "non-negative", "nonnegative", "not", "never")
_NUMBERS = ("number", "integer", "value", "amount", "quantity", "decimal", "price", "only")
_NULLABLE = re.compile(
    r"\b(?:can|may|might|could|will|is|are)\s+(?:also\s+|either\s+|sometimes\s+)?(?:be\s+)?null\b|\bor null\b|"
    r"^null (?:if|when|unless|until|for|where|while|means|clears|removes|before|after)\b|\bnullable\b|^set to null\b"
)
_NOT_NULL = re.compile(
    r"\b(?:not|never|non|cannot|instead of|without|no longer)\b.{0,20}\bnull|n't\b.{0,20}\bnull|non-null"
)
_ONLY_IF = re.compile(r"\b(?:if|when|whether|unless|where|whenever|because)\b[^,]*$")
_DEPRECATED = re.compile(
    r"^(?:(?:this|the) (?:property|field|parameter|operation|endpoint|method|call|value|attribute|argument|one)\s+)?"
    r"(?:it\s+)?(?:is|was|has been|are|being)?\s*(?:now\s+|also\s+)?deprecated\b(?! (?:property|field|name|value))|"
    r"\((?:now )?deprecated\b|\[deprecated\]|\b(?:is|has been|was) (?:now |since )?deprecated\b"
)
_NOT_DEPRECATED = re.compile(r"\b(?:not|never|un|no longer|isn't)\b[- ](?:\w+ )?deprecated\b|\bundeprecated\b")
_GIVEN = re.compile(r"(?:and|is)\b|(?:if|when) (?:it is |this is )?(?:not|none|omitted|left|missing|absent|empty)\b")
_DEPENDING = ("if", "when", "unless", "for", "otherwise", "in", "on")
_FORMATS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (format_, re.compile(rf"(?:^(?:an? |the )?|\b(?:valid|as an?|be an?|is an?|in|a|an)\s+)(?:valid )?(?:{words})\b"))
    for format_, words in (
        ("uuid", r"uuid|guid|uuid v?\d"),
        ("email", r"e-?mail address|e-?mail$"),
        (
            "date-time",
            r"(?:iso[- ]?8601|rfc ?3339) (?:timestamp|date-?time|date and time)",
        ),
        ("date", r"iso[- ]?8601 date(?! ?and|-?time)|yyyy-mm-dd(?: format)?|date \(yyyy-mm-dd\)|date as yyyy-mm-dd"),
        ("ipv4", r"ipv4 address|ipv4$"),
        ("ipv6", r"ipv6 address|ipv6$"),
        ("hostname", r"host ?name"),
        ("uri", r"ur[il](?! of|-)"),
    )
)
_WHOLE = re.compile(r"^(?:must|has to|needs to) be an? (?:integer|whole number)$|^an? (?:integer|whole number)$")
_MUST = re.compile(r"\b(?:must|valid|has to|format|formatted|as an?|needs? to)\b")


@dataclass(frozen=True, slots=True)
class Remark:
    """A property with what its remark states of it, and the sentences that do."""

    property: Property
    read: frozenset[Location]


def with_remark(one: Property, remark: tuple[Span, ...], siblings: frozenset[str], report: Report) -> Remark:
    """The property with what its remark states; what cannot be read is reported."""
    read: list[Location] = []
    for sentence in sentences(remark):
        before = one
        reader = _Reader(one, sentence, sentence.names(siblings, one.name), report, read)
        one = reader.nullable(reader.formatted(reader.limits(reader.deprecated(one))))
        one = reader.with_default(one)
        read += [sentence.location] if one != before else []
    return Remark(one, frozenset(read))


def is_deprecated(sentence: Sentence) -> bool:
    """Whether the sentence says that what it is about is deprecated."""
    words = sentence.words
    is_condition = words.startswith(("if ", "when ", "whether "))
    return bool(_DEPRECATED.search(words)) and not is_condition and not _NOT_DEPRECATED.search(words)


@dataclass(frozen=True, slots=True)
class _Reader:
    owner: Property
    sentence: Sentence
    is_of_another: bool
    """The sentence names another property of the table."""
    report: Report
    read: list[Location]
    """The sentences that state something."""

    def found(self, rule: Rule, problem: str, hint: str) -> None:
        message = f"`{self.owner.name}`: {problem}: {self.sentence.text!r}"
        self.read.append(self.sentence.location)
        self.report(Diagnostic(rule, message, self.sentence.location, hint))

    def deprecated(self, one: Property) -> Property:
        about_another = self.is_of_another and not self.sentence.words.startswith("deprecated")
        return replace(one, deprecated=True) if is_deprecated(self.sentence) and not about_another else one

    # --- limits ---

    def limits(self, one: Property) -> Property:
        words = self.sentence.words
        if _HEDGES.search(words):
            return one
        for stated in _limits(tokens(self.sentence.spans), one.schema):
            if self.is_of_another or _CONDITION.search(_TRIVIAL.sub("", words)):
                stated = replace(stated, problem="a limit names another property or a condition")
            if stated.problem and stated.is_sign and not _MUST.search(words):
                continue
            self.read.append(self.sentence.location)
            if not stated.problem:
                one = self.with_limit(one, stated.limit)
            elif not _has(one.schema, stated.limit):
                self.unreadable(stated.problem)
        return one

    def with_limit(self, one: Property, limit: Limit) -> Property:
        try:
            return replace(one, schema=_inside(one.schema, limit))
        except UnfitLimitError as problem:
            if "twice" in str(problem) or "empty" in str(problem):
                said = str(problem).replace("a limit is stated twice", "the type and the remark state different limits")
                self.found(CONFLICTING_LIMITS, said, "the cell of the type wins; mend one of them")
            else:
                self.unreadable(str(problem))
        return one

    def unreadable(self, problem: str) -> None:
        self.found(UNREADABLE_LIMIT, problem, "state it in the type, as in `string <= 64 chars`")

    # --- null, formats, defaults ---

    def nullable(self, one: Property) -> Property:
        words = self.sentence.words
        match = _NULLABLE.search(words)
        self.read.extend([self.sentence.location] if match or _NOT_NULL.search(words) else [])
        if not match or _NOT_NULL.search(words) or _ONLY_IF.search(words[: match.start()]):
            return one
        if self.is_of_another and not words.startswith("null"):
            return one
        if isinstance(one.schema, Primitive) and one.schema.type == "any":
            return one
        members = one.schema.members if isinstance(one.schema, Union) else (one.schema,)
        return one if NULL in members else replace(one, schema=Union((*members, NULL)))

    def formatted(self, one: Property) -> Property:
        schema, words = one.schema, self.sentence.words
        if isinstance(schema, Primitive) and schema.type == "number" and not schema.format and _WHOLE.match(words):
            return replace(one, schema=replace(schema, type="integer"))
        if not isinstance(schema, Primitive) or schema.type != "string" or schema.format or self.is_of_another:
            return one
        if _HEDGES.search(words) or _CONDITION.search(words) or re.search(r"\b(?:not|or|no longer)\b", words):
            return one
        for format_, pattern in _FORMATS:
            match = pattern.search(words)
            if match and (_MUST.search(words) or match[0] == words or format_ in ("uuid", "date-time", "date")):
                return replace(one, schema=replace(schema, format=format_))
        return one

    def with_default(self, one: Property) -> Property:
        stated = _default(_whole_codes(tokens(self.sentence.spans)), _values(one.schema))
        if stated is None or self.is_of_another:
            return one
        value, is_conditional = stated
        try:
            if is_conditional:
                raise UnfitValueError("the default holds under a condition, or in a unit")
            return replace(one, default=one.default or sample(value, one.schema, self.sentence.location))
        except UnfitValueError as problem:
            self.found(UNREADABLE_DEFAULT, str(problem), "write ``Defaults to `x`.``")
        return one


@dataclass(frozen=True, slots=True)
class _Stated:
    limit: Limit
    problem: str = ""
    is_sign: bool = False
    """Said with `positive` or `negative`, which are words of descriptions too."""


def _inside(schema: Schema, limit: Limit) -> Schema:
    """The limit in the type, in the one member of a type or null."""
    if isinstance(schema, Union) and NULL in schema.members and len(schema.members) == 2:
        return Union((_inside(schema.members[0], limit), NULL))
    return limited(schema, limit)


def _has(schema: Schema, limit: Limit) -> bool:
    """Whether the type has the limit already."""
    try:
        return _inside(schema, limit) == schema
    except UnfitLimitError:
        return False


def _limits(found: tuple[Token, ...], schema: Schema) -> list[_Stated]:
    """The limits of a sentence that are, or may be, limits of a property of the type."""
    stated: list[_Stated] = []
    at, unit = 0, ""
    while at < len(found):
        one = _limit_at(found, at)
        if one is None:
            at += 1
            continue
        if not one.limit.unit:
            one = replace(one, limit=replace(one.limit, unit=unit or _next_unit(one, found, at)))
        unit = one.limit.unit if one.limit.unit != "decimals" else ""
        behind = at + one.length
        judged = _judged(one, found[max(at - 3, 0) : at], found[at:behind], found[behind : behind + _WINDOW], schema)
        stated += [judged] if judged else []
        at += one.length
    return stated


def _limit_at(found: tuple[Token, ...], at: int) -> Found | None:
    try:
        return read_limit(found[at : at + _WINDOW])
    except UnfitLimitError:
        return None


def _next_unit(one: Found, found: tuple[Token, ...], at: int) -> str:
    """`at least 3 and at most 50 characters`: the unit of the second is that of the first."""
    behind = at + one.length
    if behind >= len(found):
        return ""
    second = _limit_at(found, behind + (found[behind].folded in ("and", "but", "to")))
    return second.limit.unit if second else ""


def _judged(
    one: Found, before: tuple[Token, ...], said: tuple[Token, ...], after: tuple[Token, ...], schema: Schema
) -> _Stated | None:
    inner = schema.members[0] if isinstance(schema, Union) else schema
    limit, clause, first = one.limit, _clause(after), said[0]
    if any(token.folded in _DENIALS for token in before[-3:]):
        return _Stated(limit, "a limit is denied")
    if isinstance(inner, Array) and not limit.unit and _is_subject(before, first) and len(clause) <= 1:
        limit, clause = replace(limit, unit="items"), ()
    if limit.unit:
        return _judged_count(limit, inner, clause)
    if not isinstance(inner, Primitive) or inner.type not in ("number", "integer", "string"):
        return None
    if first.folded in _SIGN_WORDS and all(token.number is None for token in said):
        is_said = all(token.folded in _NUMBERS for token in clause) and inner.type != "string"
        is_said = is_said and _is_subject(before, first)
        return _Stated(limit, "" if is_said else "a limit does not say of what it is one", is_sign=True)
    if not _is_subject(before, first):
        return None
    if inner.type == "string":
        return _Stated(limit, "a limit does not say what it counts") if _ends(clause) and not inner.format else None
    return _Stated(limit, "" if _ends(clause, _MEASURED) else "a limit does not say what it counts")


def _judged_count(limit: Limit, inner: Schema, clause: tuple[Token, ...]) -> _Stated | None:
    """A limit that says what it counts."""
    fits = isinstance(inner, (Primitive, Array))
    if not fits or (isinstance(inner, Primitive) and inner.type in ("boolean", "object")):
        return None
    if isinstance(inner, Primitive) and inner.type == "any":
        return _Stated(limit, "the type of what a limit counts is not known")
    is_more = bool(clause) and clause[0].folded in _GOING_ON
    return _Stated(limit, "a limit is followed by more than a limit can say" if is_more else "")


def _is_subject(before: tuple[Token, ...], first: Token) -> bool:
    """Whether what stands before a limit lets it be one of the property's own value."""
    if not before or first.after_comma:
        return True
    last = before[-1]
    if first.kind == "sign" and first.text in "[(:":
        return True
    return (last.kind == "sign" and last.text in "(:;-[") or last.folded in _SUBJECT_WORDS


def _clause(after: tuple[Token, ...]) -> tuple[Token, ...]:
    for place, token in enumerate(after):
        if token.after_comma or token.kind == "sign":
            return after[:place]
    return after


def _ends(clause: tuple[Token, ...], measures: tuple[str, ...] = ()) -> bool:
    """Whether the limit is all that is said, up to the next comma or sign."""
    rest = clause[1:] if clause and clause[0].folded in measures else clause
    return not rest or rest[0].folded in _TAIL_WORDS


# --- defaults ---------------------------------------------------------------------------------------------------------


def _values(schema: Schema) -> tuple[str, ...]:
    inner = schema.members[0] if isinstance(schema, Union) else schema
    return inner.values if isinstance(inner, Enumeration) else ()


def _whole_codes(found: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens, with an unquoted code span as one: `30s` is a value, and no number with a unit."""
    whole: list[Token] = []
    for token in found:
        last = whole[-1] if whole else None
        if last and token.code is not None and last.code is token.code:
            whole[-1] = replace(last, kind="word", text=token.code.text.strip())
        else:
            whole.append(token)
    return tuple(whole)


def _default(found: tuple[Token, ...], values: tuple[str, ...]) -> tuple[Token, bool] | None:
    """The value that a sentence names as the default, and whether it does so under a condition."""
    words = [token.folded for token in found]
    for at, word in enumerate(words):
        place = _behind_default(words, at) if word in ("default", "defaults") else 0
        if place and place < len(found) and _is_value(found[place], values):
            clause = _clause(found[place + 1 :])
            said = " ".join(token.folded for token in clause)
            if not said or _GIVEN.match(said):
                return found[place], False
            return (found[place], True) if clause[0].folded in _DEPENDING or found[place].kind == "number" else None
        before = found[at - 2] if at > 1 and words[at - 1] == "by" else None
        if word == "default" and before is not None and _is_value(before, values):
            return before, False
    return None


def _behind_default(words: list[str], at: int) -> int:
    """Where the value stands that a `default` names; 0 where it names none."""
    if at and words[at - 1] in ("no", "not", "non", "without"):
        return 0
    place = at + 1
    if words[at - 1 : at] == ["by"]:
        return place if at == 1 else 0
    while place < len(words) and words[place] in ("value", "to", "is", ":", "=", "of", "the", "-"):
        place += 1
    return place if place > at + 1 or at == 0 or words[at - 1] in ("(", ",", ";") else 0


def _is_value(token: Token, values: tuple[str, ...]) -> bool:
    if token.kind in ("value", "number") or token.code is not None or token.text in values:
        return True
    return token.folded in ("true", "false", "null")
