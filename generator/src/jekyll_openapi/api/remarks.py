"""Reads facts about a property from its remark: limits, format, null, default, deprecation, side.

    Text on the parcel, up to 35 characters.        a limit, see `limits`
    Must be between 1 and 20.                       a limit of a number, said of nothing else
    Usually 3 to 5.                                 no limit
    Can be null.    `null` if it is open.           null is a value
    Defaults to `"Day"`.    Default: 3              a default
    Must be a valid email address.                  a format
    **Deprecated.** Use `name`.                     deprecated
    Read-only.                                      never sent

A sentence that looks like one of these but cannot be used (it is conditional, about another property, or contradicts
the type) is reported and otherwise ignored.
"""

import re

from jekyll_openapi.api.defaults import UnfitValueError, sample
from jekyll_openapi.api.formats import UnfitPatternError
from jekyll_openapi.api.limit_exceptions import has_range, lifted, with_ends_of
from jekyll_openapi.api.limits import Limit, UnfitLimitError
from jekyll_openapi.api.model import NULL, Primitive, Property, Sample, Schema, Union
from jekyll_openapi.api.remark_defaults import DEPENDS, stated_default, whole_codes
from jekyll_openapi.api.remark_formats import has_pattern, is_whole, with_said_format
from jekyll_openapi.api.remark_limits import Stated, beyond_hedges, has, inside, is_numeric, stated_limits
from jekyll_openapi.api.scopes import is_scoped
from jekyll_openapi.api.sentences import Sentence, sentences
from jekyll_openapi.api.stated_values import UnfitValuesError, with_values
from jekyll_openapi.api.type_limits import follows
from jekyll_openapi.api.unread_sentences import unread
from jekyll_openapi.diagnostics import Diagnostic, Location, Report, Rule
from jekyll_openapi.pages.document import Span, Text
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass, replace
from jekyll_openapi.rules import CONFLICTING_LIMITS, UNREADABLE_DEFAULT, UNREADABLE_LIMIT, UNREADABLE_RULE

_HEDGES = regex(
    r"\b(?:usually|typically|normally|often|sometimes|mostly|generally|commonly|about|around|approximately|approx|"
    r"roughly|circa|nearly|almost|e\.g|for example|for instance|example|such as|recommended?|ideally|on average|"
    r"currently|expected|rounded|if possible)\b"
)
_EXAMPLES = regex(
    r"[\s(,;:-]*\b(?:e\.g\b|for example\b|for instance\b|such as\b)",
    re.I,
    needs=("e.g", "for example", "for instance", "such as"),
    is_slow=True,
)
_CONDITION = regex(
    r"\b(?:if|when|whenever|unless|except|otherwise|where|while|depending|depends|only for)\b|^for\b|, for\b"
)
_TRIVIAL = regex(
    r"^(?:if|when) (?:it is )?(?:given|set|present|provided|sent|specified|used|supplied),? ", begins=("if ", "when ")
)
_VAGUE = regex(
    r"^(?:the )?(?:max(?:imum)?|min(?:imum)?)\.? (?:[a-z]+ ){1,4}(?:is|are|:) ?-?\d[\d.,]*$", needs=("max", "min")
)
_NOT_ZERO = regex(
    r"\bnon[- ]?zero\b|\bnot be (?:0|zero)\b|\bother than (?:0|zero)$", needs=("zero", "not be 0", "than 0")
)
_BYTES = regex(
    r"^(?:up to |max(?:imum)?\.?(?: of)? |at most |not? more than )?\d[\d,]* ?(?:bytes?|kb|mb|octets)"
    r"(?: max(?:imum)?| or less| at most| limit)?\.?$"
)
_MUST = regex(r"\b(?:must|valid|has to|format|formatted|as an?|needs? to)\b")
_PARTS = regex(
    r"\bseparated\b|\blists? of\b|\beach\b|\bparts?\b|\bwords\b|\blines\b",
    needs=("separated", "list", "each", "part", "words", "lines"),
)
_OF_SEVERAL = regex(
    r"\b(?:sum|total|product|difference|ratio|average|mean) (?:[a-z]+ )?(?:of|over|across|between|for)\b[^,:;]* "
    r"(?:is|are|be|exceed|at|than|up)\b|\b(?:combined|cumulative|aggregate|together|altogether|plus|minus|times|"
    r"multiplied|divided)\b|\b(?:over|across|among) (?:all|both|every|each|the)\b",
    needs=(
        "sum ", "total ", "product ", "difference ", "ratio ", "average ", "mean ", "combined", "cumulative",
        "aggregate", "together",
        "altogether", "plus", "minus", "times", "multiplied", "divided", "over ", "across ", "among ",
    ),
)  # fmt: skip
"""Matches what bounds several values together: "The sum of all legs is at most 10"."""
_CHANGED = regex(
    r"\b(?:capped|clamped|truncated?|cut|shortened|treated as|set to|reduced|replaced|clipped)\b",
    needs=("capped", "clamped", "truncate", "cut", "shortened", "treated", "set to", "reduced", "replaced", "clipped"),
)
_NULLABLE = regex(
    r"\b(?:can|may|might|could|will|is|are)\s+(?:also\s+|either\s+|sometimes\s+)?(?:be\s+)?null\b|\bor null\b|"
    r"\b(?:otherwise|else),? null\b|\b(?:returned|sent|reported|shown) as null\b|"
    r"\bnull (?:is )?(?:allowed|permitted|accepted)$|"
    r"^null (?:if|when|unless|until|for|where|while|means|clears|removes|before|after)\b|\bnullable\b|^set to null\b",
    needs=("null",),
)
_NOT_NULL = regex(
    r"\b(?:not|never|non|cannot|instead of|without|no longer)\b.{0,20}\bnull|n't\b.{0,20}\bnull|non-null",
    needs=("null",),
)
_OPPOSITE = regex(r"(?:is_?)?(?:disabl|no(?:t|n)?[_-]|skip|hid|off|mut|suppress|block|exclu|ignor|omit|without)")
"""Matches names of what is not done."""
_ONLY_IF = regex(r"\b(?:if|when|whether|unless|where|whenever|because)\b[^,]*$")
_DEPRECATED = regex(
    r"^(?:(?:this|the) (?:property|field|parameter|operation|endpoint|method|call|value|attribute|argument|one)\s+)?"
    r"(?:it\s+)?(?:is|was|has been|are|being)?\s*(?:now\s+|also\s+)?deprecated\b(?! (?:property|field|name|value))|"
    r"\((?:now )?deprecated\b|\[deprecated\]|\b(?:is|has been|was) (?:now |since )?deprecated\b",
    needs=("deprecated",),
)
_ONE_SIDED = regex(
    r"(?:(?:this|the) (?:property|field|value|attribute) )?(?:(?:it )?is )?(?P<side>read|write)[- ]?only"
    r"(?: (?:property|field|value|attribute))?",
    needs=tuple(f"{side}{mark}only" for side in ("read", "write") for mark in ("", "-", " ")),
)
_NOT_DEPRECATED = regex(
    r"\b(?:not|never|un|no longer|isn't)\b[- ](?:\w+ )?deprecated\b|\bundeprecated\b", needs=("deprecated",)
)


@dataclass(frozen=True, slots=True)
class Remark:
    """A property completed by its remark, and the locations of the sentences that were understood."""

    property: Property
    read: frozenset[Location]


def with_remark(one: Property, remark: tuple[Span, ...], siblings: frozenset[str], report: Report) -> Remark:
    """The property, completed by its remark. Sentences that look like facts but cannot be read are reported."""
    read: list[Location] = []
    refused: set[Location] = set()
    stated = one
    several = tuple(map(_without_examples, sentences(remark)))
    for sentence in several:
        before = one
        reader = _Reader(one, sentence, sentence.names(siblings, one.name), report, read, refused)
        one = reader.nullable(reader.formatted(reader.limits(reader.one_sided(reader.deprecated(one)))))
        one = reader.with_default(one)
        read += [sentence.location] if one != before else []
        if sentence.location not in read and (problem := unread(sentence, one.schema)):
            reader.found(*problem)
    if has_range(one.schema):
        for sentence in several:
            reader = _Reader(one, sentence, False, report, read, refused)
            one = reader.without_lifted(one, stated)
    return Remark(_with_values(one, remark, siblings, report, read), frozenset(read))


def _without_examples(sentence: Sentence) -> Sentence:
    """The sentence up to `e.g.`: an example value is no limit."""
    for place, span in enumerate(sentence.spans):
        found = _EXAMPLES.search(span.text) if isinstance(span, Text) else None
        if found and (found.start() or place):
            return replace(sentence, spans=(*sentence.spans[:place], replace(span, text=span.text[: found.start()])))
    return sentence


def _with_values(
    one: Property, remark: tuple[Span, ...], siblings: frozenset[str], report: Report, read: list[Location]
) -> Property:
    """The property with the enumerated values that the remark lists."""
    try:
        one, where = with_values(one, remark, siblings)
    except UnfitValuesError as problem:
        where = problem.location
        hint = "the cell of the type wins; correct one of them" if problem.is_conflict else "write ``one of `a`, `b`.``"
        rule = CONFLICTING_LIMITS if problem.is_conflict else UNREADABLE_LIMIT
        report(Diagnostic(rule, f"`{one.name}`: {problem}", where, hint))
    if where:
        before = [each.location for each in sentences(remark) if _is_before(each.location, where)]
        read += before[-1:]
    return one


def _is_before(one: Location, other: Location) -> bool:
    return (one.line, one.column) <= (other.line, other.column)


def _is_named_so(name: str) -> bool:
    """Whether a property is called after what is made of several values, so that a limit of that is its own."""
    return any(word in name.casefold() for word in ("sum", "total", "diff", "ratio", "average", "avg", "mean"))


def is_deprecated(sentence: Sentence) -> bool:
    """Whether the sentence says that its subject is deprecated."""
    words = sentence.words
    is_condition = words.startswith(("if ", "when ", "whether "))
    return bool(_DEPRECATED.search(words)) and not is_condition and not _NOT_DEPRECATED.search(words)


def is_deprecated_in_a_case(sentence: Sentence) -> bool:
    """Whether the sentence says that its subject is deprecated, and names a case: "In live, deprecated"."""
    words = sentence.words
    is_said = is_deprecated(sentence) or words.endswith((", deprecated", ": deprecated"))
    return is_said and is_scoped(words) and not _NOT_DEPRECATED.search(words)


def _is_text(schema: Schema) -> bool:
    inner = schema.members[0] if isinstance(schema, Union) else schema
    return isinstance(inner, Primitive) and inner.type == "string"


def _is_known(schema: Schema, stated: Stated) -> bool:
    """Whether the type already implies the limit: `number [1..9]` is positive, an integer above 0 is at least 1."""
    inner = schema.members[0] if isinstance(schema, Union) else schema
    limit = stated.limit
    ends = ((limit.low, "minimum"), (limit.high, "maximum"), (limit.above, "above"), (limit.below, "below"))
    has_other_form = all(getattr(inner, name, None) is None for end, name in ends if end is not None)
    return follows(inner, limit) and (stated.is_sign or has_other_form)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one sentence; each method returns the property, changed if the sentence states a fact of its kind."""

    owner: Property
    sentence: Sentence
    is_of_another: bool
    """Whether the sentence names another property of the table."""
    report: Report
    read: list[Location]
    """Locations of sentences that state something; the reader adds to it."""
    refused: set[Location]
    """Locations of sentences that have been reported; the reader adds to it."""

    def found(self, rule: Rule, problem: str, hint: str) -> None:
        message = f"`{self.owner.name}`: {problem}: {self.sentence.text!r}"
        self.read.append(self.sentence.location)
        self.refused.add(self.sentence.location)
        self.report(Diagnostic(rule, message, self.sentence.location, hint))

    def deprecated(self, one: Property) -> Property:
        about_another = self.is_of_another and not self.sentence.words.startswith("deprecated")
        if "deprecated" in self.sentence.words and not about_another and is_deprecated_in_a_case(self.sentence):
            self.found(UNREADABLE_RULE, "it is deprecated in some cases alone", "no schema can say so")
            return one
        return replace(one, deprecated=True) if is_deprecated(self.sentence) and not about_another else one

    def one_sided(self, one: Property) -> Property:
        """The property, only in answers or only in requests if the sentence says so, and no more."""
        found = _ONE_SIDED.fullmatch(self.sentence.words)
        return replace(one, only_in="answers" if found["side"] == "read" else "requests") if found else one

    # --- limits ---

    def limits(self, one: Property) -> Property:
        """The property with the limits that the sentence states."""
        words = self.sentence.words
        if has_pattern(self.sentence):
            return one
        said = self.sentence.tokens
        found = stated_limits(said, one.schema, one.name)
        vague = "" if found else self.vague(one)
        # "Usually 3 to 5" is no limit. Few sentences state one, and only these are looked at for such words.
        if (found or vague) and _HEDGES.search(words):
            said = beyond_hedges(said, _HEDGES)
            found, vague = stated_limits(said, one.schema, one.name), vague if said else ""
        if vague:
            self.unreadable(vague)
        problems: dict[str, None] = {}
        for stated in found:
            # "Must not be empty if mode is set" requires the property; it does not limit it.
            if stated.limit.unit == "things" and _CONDITION.search(words):
                continue  # a rule, see `conditions`
            # The service accepts longer values and cuts them, so a client must not reject them.
            if not stated.problem and _CHANGED.search(words):
                stated = replace(stated, problem="what is beyond a limit is changed, and not refused")
            if not stated.problem and _is_text(one.schema) and _PARTS.search(words):
                stated = replace(stated, problem="a limit may be one of the parts of a text")
            if not stated.problem and "should" in words.split():
                stated = replace(stated, problem="a limit should hold, and need not")
            # "At most 10 if given" is unconditional: a limit never applies to an absent property.
            if self.is_of_another or _CONDITION.search(_TRIVIAL.sub("", words)):
                stated = replace(stated, problem="a limit names another property or a condition")
            if not stated.problem and _OF_SEVERAL.search(words) and not _is_named_so(one.name):
                stated = replace(stated, problem="a limit is one of several values together")
            if not stated.problem and is_scoped(words):
                stated = replace(stated, problem="a limit holds in some cases")
            if stated.problem and stated.is_sign and not _MUST.search(words):
                continue
            self.read.append(self.sentence.location)
            if not stated.problem:
                one = one if _is_known(one.schema, stated) else self.with_limit(one, stated.limit)
            elif not has(one.schema, stated.limit):
                problems.setdefault(stated.problem)
        for problem in problems:
            self.unreadable(problem)
        return one

    def vague(self, one: Property) -> str:
        """What is missing in words that may state a limit; empty if they do not."""
        words = self.sentence.words
        if not is_numeric(one.schema):
            return "a limit does not count characters" if _BYTES.search(words) else ""
        if _VAGUE.search(words):
            return "a limit does not say of what it is one"
        return "no type leaves out zero alone" if _NOT_ZERO.search(words) else ""

    def with_limit(self, one: Property, limit: Limit) -> Property:
        """The property with the limit; if limit and type contradict each other, the type wins and this is reported."""
        try:
            return replace(one, schema=inside(one.schema, limit))
        except UnfitLimitError as problem:
            if "twice" in str(problem) or "empty" in str(problem):
                said = str(problem).replace("a limit is stated twice", "the type and the remark state different limits")
                self.found(CONFLICTING_LIMITS, said, "the cell of the type wins; correct one of them")
            else:
                self.unreadable(str(problem))
        return one

    def without_lifted(self, one: Property, stated: Property) -> Property:
        """The property without the limits of other sentences that this one lifts in some cases."""
        ends = lifted(self.sentence, one.schema)
        if not ends.low and not ends.high:
            return one
        if self.sentence.location not in self.refused:
            self.unreadable("a limit is lifted in some cases")
        return replace(one, schema=with_ends_of(one.schema, stated.schema, ends))

    def unreadable(self, problem: str) -> None:
        self.found(UNREADABLE_LIMIT, problem, "state it in the type, as in `string <= 64 chars`")

    # --- null, formats, defaults ---

    def others(self) -> list[str]:
        """The texts of code spans and links, in lower case."""
        return [one.text.strip("` ").casefold() for one in self.sentence.spans if not isinstance(one, Text)]

    def nullable(self, one: Property) -> Property:
        """The property, nullable if the sentence says so: `can be null`, `null if it is open`."""
        words = self.sentence.words
        match = _NULLABLE.search(words)
        self.read.extend([self.sentence.location] if match or _NOT_NULL.search(words) else [])
        if not match or _NOT_NULL.search(words) or _ONLY_IF.search(words[: match.start()]):
            return one
        if self.is_of_another and any(name in words[: match.start()] for name in self.others()):
            return one
        # The type `any` already includes null.
        if isinstance(one.schema, Primitive) and one.schema.type == "any":
            return one
        members = one.schema.members if isinstance(one.schema, Union) else (one.schema,)
        return one if NULL in members else replace(one, schema=Union((*members, NULL)))

    def formatted(self, one: Property) -> Property:
        """The property with the format or pattern that the sentence states."""
        schema, words = one.schema, self.sentence.words
        if isinstance(schema, Primitive) and schema.type == "number" and not schema.format and is_whole(self.sentence):
            return replace(one, schema=replace(schema, type="integer"))
        if not isinstance(schema, Primitive) or schema.type != "string" or self.is_of_another:
            return one
        problem = ""
        try:
            said = with_said_format(schema, self.sentence)
        except UnfitPatternError as unfit:
            said, problem = schema, str(unfit)
        if said == schema and not problem:
            return one
        if _HEDGES.search(words) or re.search(r"\b(?:not|no longer)\b", words) or _CONDITION.search(words):
            return one
        if problem:
            self.unreadable(problem)
            return one
        if is_scoped(words):
            self.unreadable("a format holds in some cases")
            return one
        return replace(one, schema=said)

    def with_only(self, one: Property, said: Sample) -> Property:
        """The property with the default, unless another one is stated: then that of its cell, or none."""
        if one.default is None or (one.default.value, type(one.default.value)) == (said.value, type(said.value)):
            return replace(one, default=one.default or said)
        self.found(UNREADABLE_DEFAULT, f"another default is stated, `{one.default.value}`", "state one")
        return replace(one, default=None) if one.default.location in self.read else one

    def with_default(self, one: Property) -> Property:
        """The property with the default that the sentence states."""
        stated = stated_default(whole_codes(self.sentence.tokens), one.schema, one.name)
        if stated is None:
            return one
        value, problem = stated
        try:
            if self.is_of_another:
                raise UnfitValueError("the default depends on another property")
            if problem:
                raise UnfitValueError(problem)
            if is_scoped(self.sentence.words):
                raise UnfitValueError(DEPENDS)
            if value.folded in ("on", "off", "enabled", "disabled") and _OPPOSITE.match(one.name.casefold()):
                raise UnfitValueError(f"`{value.text}` can be what is true, or what the name calls so")
            return self.with_only(one, sample(value, one.schema, self.sentence.location))
        except UnfitValueError as unfit:
            self.found(UNREADABLE_DEFAULT, str(unfit), "write ``Defaults to `x`.``")
        return one
