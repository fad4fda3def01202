"""Reads the limits that a sentence states about its property, with the reason if one must not be used.

Must be between 1 and 20.                       a limit of a number, said of nothing else
Usually 3 to 5.    10 or more orders are sent.  no limit of the value
Names longer than 50 characters are cut.        said of what is not taken
"""

import re
from itertools import takewhile

from jekyll_openapi.api.limit_words import PHRASES
from jekyll_openapi.api.limits import Found, Limit, UnfitLimitError, may_begin, may_state, read_limit
from jekyll_openapi.api.model import NULL, Array, Map, Object, Primitive, Schema, Union
from jekyll_openapi.api.tokens import Token
from jekyll_openapi.api.type_limits import limited
from jekyll_openapi.records import dataclass, replace

_SUBJECT_WORDS = (
    "be", "is", "are", "was", "must", "value", "values", "range", "valid", "allowed", "accepted", "accepts",
    "permitted", "limited", "a", "an", "number", "integer", "decimal", "float", "double", "int", "any", "whole",
    "always", "strictly", "between", "length", "least", "size", "has", "have", "can", "may", "should", "contain",
    "percent", "contains", "from", "in", "and", "but",
)  # fmt: skip
_EACH = ("each", "every", "both")
_HOLDING = ("has", "have", "contain", "contains")
_TAIL_WORDS = (
    "and", "but", "inclusive", "inclusively", "only", "percent", "per",
)  # fmt: skip
_MEASURED = (
    "percent", "cents", "seconds", "second", "milliseconds", "ms", "minutes", "minute", "hours", "hour",
    "days", "day", "weeks", "months", "years", "ticks", "points", "pips", "contracts", "shares", "lots", "usd", "eur",
    "gbp", "dollars", "euros", "bps", "%",
    "units", "pieces",
)  # fmt: skip
_KINDS = (
    "percent", "percentage", "%", "fraction", "ratio", "probability", "score", "rating", "level", "weight", "index",
    "priority", "port", "rank", "confidence", "factor", "multiplier", "leverage", "opacity", "quality", "age",
    "temperature", "angle", "quantity", "rate", "year", "month", "hour", "minute", "latitude", "longitude", "discount",
    "ints", "integers", "numbers", "count", "page", "volume", "depth", "width", "height", "threshold",
)  # fmt: skip
"""Words that begin a sentence and stand for a number themselves: `Percentage from 0 to 100`."""
_ARTICLES = ("a", "an", "the", "its", "as", "in")
_ENDS = ("maximum", "minimum", "max", "min", "length", "size", "value", "limit", "range")
_VERBS = (
    "are", "is", "was", "were", "be", "will", "can", "may", "get", "gets", "cause", "causes", "return", "returns",
    "raise", "raises", "lead", "leads", "result", "results", "fail", "fails", "has", "have", "must", "should",
)  # fmt: skip
"""Verbs after a limit: "Names longer than 50 characters are cut" is about rejected values or about other things."""
_OTHER_UNITS = ("bytes", "byte", "kb", "mb", "words", "word", "lines", "line", "octets")
_CONDITIONS = ("if", "when", "unless", "for", "where", "while", "except", "otherwise")
_ALLOWED = ("required", "needed", "allowed", "permitted", "accepted")
_PARTS = ("digit", "digits", "letter", "letters")
_WINDOW = 24
"""Most tokens read for one limit, and after it; keeps the cost linear."""
_OF_THEM = (["of", "them"], ["of", "these"], ["of", "those"], ["in", "all"], ["in", "total"])
_HELD_FOR = ("in", "for", "on", "if", "when")
_DENIALS = ("not", "never", "no", "without", "neither")
_GOING_ON = ("or", "for", *_VERBS, "if", "when", "per", "unless", "except", "after", "before", "plus", "if", "while")
_SIGN_WORDS = ("positive", "negative", "non-negative", "nonnegative", "not", "never")
_ALLOWING = ("can", "may", "might", "could")
_NUMBERS = ("number", "integer", "value", "amount", "quantity", "decimal", "price", "only")


@dataclass(frozen=True, slots=True)
class Stated:
    """A limit in a sentence."""

    limit: Limit
    problem: str = ""
    """Why the limit cannot be used; empty if it can."""
    is_sign: bool = False
    """Whether it is stated by `positive` or `negative`, which are also ordinary words of descriptions."""


def inside(schema: Schema, limit: Limit) -> Schema:
    """The type with the limit added; for a nullable type, inside the union."""
    if isinstance(schema, Union) and NULL in schema.members and len(schema.members) == 2:
        return Union((inside(schema.members[0], limit), NULL))
    return limited(schema, limit)


def has(schema: Schema, limit: Limit) -> bool:
    """Whether the type already has the limit."""
    try:
        return inside(schema, limit) == schema
    except UnfitLimitError:
        return False


def is_numeric(schema: Schema) -> bool:
    """Whether the type, apart from null, is a number."""
    inner = schema.members[0] if isinstance(schema, Union) else schema
    return isinstance(inner, Primitive) and inner.type in ("number", "integer")


def beyond_hedges(found: tuple[Token, ...], hedges: re.Pattern[str]) -> tuple[Token, ...]:
    """The clauses that begin with a bound, of a sentence whose other clauses hold what is usual or an example.

    `Usually 3, at most 10` bounds the value. Where a hedge stands apart, as in `Usually, at most 3`, nothing is sure.
    """
    clauses: list[list[Token]] = []
    for one in found:
        if one.after_comma or not clauses:
            clauses.append([])
        clauses[-1].append(one)
    firm: list[Token] = []
    for clause in clauses:
        if hedges.search(" ".join(one.folded for one in clause)):
            if all(one.number is None for one in clause):
                return ()
        elif clause[0].folded in PHRASES:
            firm += clause
    return tuple(firm)


def stated_limits(found: tuple[Token, ...], schema: Schema, name: str) -> list[Stated]:
    """The limits in a sentence that are, or may be, about the property of this type and name."""
    if not may_state(found):  # as most sentences
        return []
    stated: list[Stated] = []
    found = _without_percents(found)
    at, unit = 0, ""
    while at < len(found):
        one = limit_at(found, at)
        if one is None:
            at += 1
            continue
        if not one.limit.unit:
            one = replace(one, limit=replace(one.limit, unit=unit or _next_unit(one, found, at)))
        unit = one.limit.unit if one.limit.unit != "decimals" and not isinstance(schema, Array) else ""
        behind = at + one.length
        before, after = found[max(at - 3, 0) : at], found[behind : behind + _WINDOW]
        judged: Stated | None
        if _is_of_inner(one.limit, found[:at], schema, name):
            judged = Stated(one.limit, "a limit is one of something that the value holds")
        elif items := _items_meant(one.limit, found[: at + 1], schema):
            of_items = tuple(token for token in before if token.folded not in _EACH)
            judged = _judged(one, of_items, found[at:behind], after, items)
            judged = judged and replace(judged, limit=replace(judged.limit, unit="each"))
        else:
            judged = _judged(one, before, found[at:behind], after, schema)
        stated += [judged] if judged else []
        at += one.length
    return stated


def _without_percents(found: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens without the sign in `0% to 100%`: it stands for both numbers, as in `0 to 100%`."""
    if not any(one.text == "%" for one in found):
        return found
    behind = (*(one.folded for one in found[1:]), "")
    pairs = zip(found, behind, strict=True)
    return tuple(one for one, after in pairs if one.text != "%" or after not in ("to", "and", "-"))


def limit_at(found: tuple[Token, ...], at: int) -> Found | None:
    """The limit that begins at a token; None if none does that can be read."""
    if at >= len(found) or not may_begin(found[at]):
        return None
    try:
        return read_limit(found[at : at + _WINDOW])
    except UnfitLimitError:
        return None


def _next_unit(one: Found, found: tuple[Token, ...], at: int) -> str:
    """The unit of the following limit: in "at least 3 and at most 50 characters" both limits count characters."""
    behind = at + one.length
    is_sign = all(token.number is None for token in found[at:behind])
    if behind >= len(found) or is_sign:
        return ""
    second = limit_at(found, behind + (found[behind].folded in ("and", "but", "to")))
    return second.limit.unit if second and second.limit.unit != "decimals" else ""


def _is_of_inner(limit: Limit, before: tuple[Token, ...], schema: Schema, name: str) -> bool:
    """Whether a list or an object is named by what is in it: `Each has a `ratio` (1 to 9)`."""
    inner = schema.members[0] if isinstance(schema, Union) else schema
    holds = isinstance(inner, (Array, Object, Map)) or (isinstance(inner, Primitive) and inner.type == "object")
    if not holds or limit.unit in ("items", "things"):
        return False
    return any(one.code is not None and one.kind == "word" and one.text != name for one in before)


def _items_meant(limit: Limit, found: tuple[Token, ...], schema: Schema) -> Schema | None:
    """The type of an array's items, where the limit with which the tokens end is one of each item: `Each must be
    between 1 and 5`."""
    inner = schema.members[0] if isinstance(schema, Union) else schema
    if not isinstance(inner, Array) or limit.unit:
        return None
    begin = max((at for at, token in enumerate(found) if token.after_comma), default=0)
    return inner.items if any(token.folded in _EACH for token in found[begin:-1]) else None


def _judged(
    one: Found, before: tuple[Token, ...], said: tuple[Token, ...], after: tuple[Token, ...], schema: Schema
) -> Stated | None:
    """The limit with the reason that speaks against it; None if it is about something else."""
    inner = schema.members[0] if isinstance(schema, Union) else schema
    limit, clause, first = one.limit, clause_of(after), said[0]
    if len(after) > 1 and after[0].folded == "or" and after[1].folded not in ("null", *_SIGN_WORDS):
        return Stated(limit, "a limit holds for some of the values")
    if len(after) > 1 and after[0].after_comma and after[0].number is not None and after[1].folded in _HELD_FOR:
        return Stated(limit, "a limit holds for some of the values")  # `at most 64 characters, 32 in demo`
    is_cut = len(after) == 1 and after[0].after_comma and after[0].kind == "number"
    if is_cut or (after and after[0].text in ("^", "'", "\u2019", "*")):
        return Stated(limit, "a limit is written in a way that is not read")  # `10^6`, `1'000`, `0,5`
    if len(after) > 2 and after[0].text == "(" and after[1].number is not None and after[2].kind == "word":
        return Stated(limit, "a limit holds for some of the values")  # `at least 10 (0 for none)`
    if limit.high is None and any(token.folded in _PARTS for token in said):
        # `At least one letter` says of what there is some.
        return None if limit.low == 1 else Stated(limit, "a limit does not say whether it is one of all characters")
    if _is_alternative(before):
        if first.folded in _SIGN_WORDS and any(token.folded in _SIGN_WORDS for token in before):
            return None  # positive or negative
        return Stated(limit, "a limit holds for some of the values")
    if not first.after_comma and any(token.folded in _DENIALS for token in before[-3:]):
        return Stated(limit, "a limit is denied")
    if limit.unit == "things":
        return _judged_empty(limit, inner, clause, _is_subject(before, first))
    is_subject = _is_subject(before, first)
    is_of_list = " ".join(token.folded for token in (*before, first)).endswith(("list of", "array of"))
    is_of_list = is_of_list or [token.folded for token in before[-2:]] in (["list", "of"], ["array", "of"])
    is_sign = first.folded in _SIGN_WORDS and all(token.number is None for token in said)
    if isinstance(inner, Array) and is_sign:
        return Stated(limit, "a limit does not say of what it is one", is_sign=True)
    if isinstance(inner, Array) and not limit.unit and (is_subject or is_of_list):
        if len(clause) > 1 and [token.folded for token in clause] not in _OF_THEM:
            is_all = not before and (limit.low is not None or limit.high is not None)
            return Stated(limit, "a limit is followed by more than a limit can say") if is_all else None
        limit, clause = replace(limit, unit="items"), ()
    if limit.unit:
        is_subject = is_subject or (isinstance(inner, Array) and bool(before) and before[-1].folded == "each")
        is_subject = is_subject or (limit.unit == "decimals" and before[-1].folded in ("with", "has"))
        return _judged_count(limit, inner, clause, is_subject)
    if not isinstance(inner, Primitive) or inner.type not in ("number", "integer", "string"):
        return None
    if is_sign:
        if any(token.folded in _ALLOWING for token in before) and first.folded not in ("not", "never"):
            return None  # "Can be negative" bounds nothing
        is_said = all(token.folded in _NUMBERS for token in clause) and inner.type != "string"
        is_said = is_said and _is_subject(before, first)
        return Stated(limit, "" if is_said else "a limit does not say of what it is one", is_sign=True)
    if not _is_subject(before, first):
        return None
    if (
        is_numeric(inner) and before and (before[-1].folded in _HOLDING or before[0].folded in _EACH)
    ):  # "The account must have at least 10"
        return Stated(limit, "a limit is one of something that has the value")
    if limit.is_vague:
        return Stated(limit, "a limit does not say which of its ends are none of it")
    if inner.type == "string":
        is_ended = _ends(clause, _OTHER_UNITS) and not inner.format
        return Stated(limit, "a limit does not say what it counts") if is_ended else None
    if _ends(clause, _MEASURED):
        return Stated(limit)
    is_of_other = _has_verb(clause) and not (before and before[-1].folded == "values")
    return None if is_of_other else Stated(limit, "a limit does not say what it counts")


def _judged_empty(limit: Limit, inner: Schema, clause: tuple[Token, ...], is_subject: bool) -> Stated | None:
    """`Must not be empty`, `a non-empty text`: a minimum length of 1, unless the sentence goes on."""
    is_text = isinstance(inner, Array) or (isinstance(inner, Primitive) and inner.type == "string" and not inner.format)
    is_more = len(clause) > 4 or any(token.folded in _GOING_ON for token in clause)
    return Stated(limit) if is_text and is_subject and not is_more else None


def _judged_count(limit: Limit, inner: Schema, clause: tuple[Token, ...], is_subject: bool) -> Stated | None:
    """A limit that names the unit that it counts."""
    fits = isinstance(inner, (Primitive, Array))
    if not fits or (isinstance(inner, Primitive) and inner.type in ("boolean", "object")):
        return None
    if len(clause) == 2 and clause[0].folded in ("is", "are") and clause[1].folded in _ALLOWED:
        clause = ()
    is_exact = limit.low is not None and limit.low == limit.high
    if is_exact and (not is_subject or len(clause) > 2 or any(token.folded in _VERBS for token in clause)):
        return None
    if limit.is_vague:
        return Stated(limit, "a limit does not say whether there may be fewer") if not clause else None
    if isinstance(inner, Primitive) and inner.type == "any":
        return Stated(limit, "the type of what a limit counts is not known")
    is_more = bool(clause) and (clause[0].folded in _GOING_ON or any(one.folded in _VERBS for one in clause[:3]))
    return Stated(limit, "a limit is followed by more than a limit can say" if is_more else "")


def _has_verb(clause: tuple[Token, ...]) -> bool:
    """Whether the clause says something about the things it counts: it has a verb before any word such as `if`."""
    said = takewhile(lambda token: token.folded not in _CONDITIONS, clause)
    return any(token.folded in _VERBS for token in said)


def _is_alternative(before: tuple[Token, ...]) -> bool:
    """Whether the limit is one of two choices: `-1 or a positive number`."""
    return any(before[-count].folded == "or" for count in (1, 2) if len(before) >= count) and not (
        len(before) > 1 and before[-1].folded not in (*_ARTICLES, "or")
    )


def _is_subject(before: tuple[Token, ...], first: Token) -> bool:
    """Whether the words before a limit allow it to be about the property's own value."""
    if not before or first.after_comma:
        return True
    last = before[-1]
    if first.kind == "sign" and first.text in "[(:":
        return True
    if len(before) == 1 and len(last.text) < 3 and first.kind == "sign":  # `x > 0`
        return True
    if (last.folded in _ARTICLES and first.folded in _ENDS) or (last.folded, first.folded) == ("of", "length"):
        return True
    is_kind = last.folded in _KINDS and all(token.folded in _ARTICLES for token in before[:-1])
    return is_kind or (last.kind == "sign" and last.text in "(:;-[&./|") or last.folded in _SUBJECT_WORDS


def clause_of(after: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens up to the next comma or sign."""
    for place, token in enumerate(after):
        if token.after_comma or token.kind == "sign":
            return after[:place]
    return after


def _ends(clause: tuple[Token, ...], measures: tuple[str, ...] = ()) -> bool:
    """Whether nothing else is said up to the next comma or sign."""
    rest = clause[1:] if clause and clause[0].folded in measures else clause
    return not rest or rest[0].folded in _TAIL_WORDS
