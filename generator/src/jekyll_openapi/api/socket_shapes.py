"""Infers schemas from sample messages: JSON with comments, and with `|` between alternatives.

{
    "symbol": "ESM7" | 123456,
    "unit": "Minute",     // Available values: Minute, Day
    "reason": string      // may not always be present
}
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from jekyll_openapi.api.model import (
    Array,
    Condition,
    Enumeration,
    Map,
    Object,
    Primitive,
    Property,
    Provenance,
    Schema,
    Union,
    stated,
)
from jekyll_openapi.pages.document import (
    ArrayLiteral,
    Comment,
    Entry,
    JsonText,
    ObjectLiteral,
    Opaque,
    Scalar,
    Value,
)
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass, replace

_ANY = Primitive("any")
_WORDS: dict[str, Schema] = {
    "string": Primitive("string"), "number": Primitive("number"), "boolean": Primitive("boolean"),
    "bool": Primitive("boolean"), "int": Primitive("integer"), "integer": Primitive("integer"),
    "float": Primitive("number"), "double": Primitive("number"), "true": Primitive("boolean"),
    "false": Primitive("boolean"), "null": Primitive("null"), "object": Primitive("object"),
    "Date": Primitive("string", "date-time"), "String": Primitive("string"), "Number": Primitive("number"),
    "Boolean": Primitive("boolean"),
}  # fmt: skip
_ALTERNATIVE = regex(r"""\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^|"'\s][^|"']*?)\s*(\||$)""")
_TIME = regex(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)")
_DATE_CALL = regex(r"new Date\(.*\)(\.to(JSON|ISOString)\(\))?", re.DOTALL)
_VALUES = regex(
    r"\b(?:available|possible|allowed|valid|accepted|supported)\s+(?:values?|options?)\b\s*(?:are|is)?\s*[:=-]?\s*(.+)"
    r"|\b(?:one|any|either) of\b:?\s*(.+)",
    re.IGNORECASE,
    needs=("available", "possible", "allowed", "valid", "accepted", "supported", "one of", "any of", "either of"),
)
_WORD = regex(r"[\w.$-]+")
_OPTIONAL = regex(
    r"\boptional\b|\bnot (?:always )?(?:be )?(?:present|there|sent|required|needed)\b"
    r"|\b(?:may|can) be (?:omitted|absent|missing|left out)\b",
    re.IGNORECASE,
)
_REQUIRED = regex(
    r"(?<!not )\b(?:required|mandatory)\b(?!\s+(?:for|when(?:ever)?|if|unless|by|in|on|with|only)\b)",
    re.IGNORECASE,
    needs=("required", "mandatory"),
)
_QUOTED = regex(r"""(?:\s*(?:["'`][\w.$-]+["'`]|[,|/]|\bor\b|\band\b))+\s*\.?""")
_NUMBER = regex(r"-?\d+(?:\.\d+)?")
_AT_LEAST = regex(r"\bat least (?:any )?one\b", re.IGNORECASE, needs=("at least",))
_ALL = regex(
    r"\b(?:all|each|every|any|these|the) (?:of )?(?:the )?(?:fields?|propert(?:y|ies))\b",
    re.IGNORECASE,
    needs=("field", "propert"),
)
_ID = regex(r"id|.*I[dD]s?|ids")
_LONGEST = 200
"""Most characters of an expression; a longer one is not read."""


@dataclass(frozen=True, slots=True)
class Shapes:
    """Infers schemas from the values in one fence and from the comments beside them."""

    comments: tuple[Comment, ...] = ()

    def schema(self, value: Value, name: str = "") -> Schema:
        """The schema that the value shows; `any` if it shows none."""
        match value:
            case Scalar():
                return _scalar(value, name)
            case ArrayLiteral(items):
                return Array(united(self.schema(one, name) for one in items) if items else _ANY)
            case ObjectLiteral(entries) if entries and all(_NUMBER.fullmatch(one.key) for one in entries):
                # Numbers are no names: the next message has others.
                return Map(united(self.schema(one.value) for one in entries))
            case ObjectLiteral():
                return self._object(value)
            case JsonText():
                return Primitive("string")
            case Opaque(text):
                return _alternatives(text, name)

    def _object(self, literal: ObjectLiteral) -> Object:
        entries = {one.key: one for one in literal.entries if one.key != "..."}
        about = self._about(literal)
        said = " ".join(one.text for one in about)
        found = tuple(self._property(one, about) for one in entries.values())
        if _OPTIONAL.search(said):
            found = tuple(replace(one, is_required_known=True, required=False) for one in found)
        conditions: tuple[Condition, ...] = ()
        if (at := next((one for one in about if _AT_LEAST.search(one.text)), None)) and found:
            names = tuple(one.name for one in found)
            conditions = (Condition((), "any", names, at.text, stated(at.location)),)
        return Object(found, conditions)

    def _about(self, literal: ObjectLiteral) -> tuple[Comment, ...]:
        """The comments in an object that describe all of its properties."""
        within = (one for one in self.comments if _lies_in(one, literal))
        nested = [entry.value for entry in literal.entries if isinstance(entry.value, ObjectLiteral | ArrayLiteral)]
        own = (one for one in within if not any(_lies_in(one, inner) for inner in nested))
        return tuple(one for one in own if _AT_LEAST.search(one.text) or _ALL.search(one.text))

    def _property(self, entry: Entry, without: tuple[Comment, ...]) -> Property:
        schema = self.schema(entry.value, entry.key)
        evidence = Provenance("inferred", entry.location, f"the sample value at {entry.value.location}")
        inferred = () if schema == _ANY else (evidence,)
        said = [one for one in self._of(entry) if one not in without]
        text = " ".join(one.text for one in said)
        values = stated_values(text)
        if values and (schema == _ANY or (isinstance(schema, Primitive | Enumeration) and _is_string(schema))):
            schema, inferred = Enumeration(values), ()
        is_optional = bool(_OPTIONAL.search(text))
        is_required = not is_optional and bool(_REQUIRED.search(text))
        return Property(
            entry.key, schema, stated(entry.location), is_required, False, "" if values else text, inferred,
            is_required_known=is_optional or is_required,
        )  # fmt: skip

    def _of(self, entry: Entry) -> Iterator[Comment]:
        """The comments about an entry: on its last line and below it while a list continues, or else directly above."""
        first, last = entry.location.line, entry.value.location.end_line or entry.value.location.line
        if isinstance(entry.value, ObjectLiteral | ArrayLiteral) and last > first:
            last = first
        behind = [one for one in self.comments if one.location.line == last and not one.is_alone]
        below = {one.location.line: one for one in self.comments if one.is_alone}
        while behind and behind[-1].text.endswith((",", ":", "|")) and behind[-1].location.line + 1 in below:
            behind.append(below[behind[-1].location.line + 1])
        if behind:
            yield from behind
            return
        above = []
        while first - 1 in below:
            first -= 1
            above.append(below[first])
        yield from reversed(above)


def stated_values(text: str) -> tuple[str, ...]:
    """The values that a text lists after words such as `Available values:`; empty unless there are at least two."""
    found = _VALUES.search(text)
    if not found and not _QUOTED.fullmatch(text):
        return ()
    told = (found[1] or found[2]) if found else text
    listed = re.split(r"\s*[,|/]\s*(?:(?:or|and)\s+)?|\s+(?:or|and)\s+", told.strip().rstrip("."))
    words = [one.strip().strip("\"'`") for one in listed if one.strip()]
    return tuple(dict.fromkeys(words)) if len(words) > 1 and all(map(_WORD.fullmatch, words)) else ()


def united(members: Iterable[Schema]) -> Schema:
    """One schema for all samples: objects are merged, other types become alternatives."""
    found: list[Schema] = []
    for one in members:
        if one == _ANY or one in found:
            continue
        at = next((index for index, other in enumerate(found) if _is_like(one, other)), None)
        if at is None:
            found.append(one)
        else:
            found[at] = joined(found[at], one)
    return Union(tuple(found)) if len(found) > 1 else found[0] if found else _ANY


def _is_like(one: Schema, other: Schema) -> bool:
    return type(one) is type(other) and isinstance(one, Object | Array | Enumeration)


def joined(first: Schema, second: Schema) -> Schema:
    """Both schemas merged; the first wins if they differ."""
    match first, second:
        case Object(), Object():
            others = {one.name: one for one in second.properties}
            own = [
                replace(one, schema=joined(one.schema, other.schema), inferred=one.inferred or _inferred(one, other))
                if (other := others.pop(one.name, None))
                else one
                for one in first.properties
            ]
            made = (*own, *others.values())
            conditions = dict.fromkeys((*first.conditions, *second.conditions))
            return Object(made, tuple(_of_all(one, first, made) for one in conditions))
        case Array(items), Array(more):
            return replace(first, items=joined(items, more))
        case Enumeration(values), Enumeration(more):
            return Enumeration(tuple(dict.fromkeys((*values, *more))))
        case Primitive(type="object" | "any"), _:
            return second if second != _ANY else first
        case _:
            return first


def _of_all(one: Condition, shown: Object, made: tuple[Property, ...]) -> Condition:
    """A rule about all properties of a sample, extended to the merged properties."""
    is_of_all = not one.tests and one.properties == tuple(each.name for each in shown.properties)
    return replace(one, properties=tuple(each.name for each in made)) if is_of_all else one


def _inferred(one: Property, other: Property) -> tuple[Provenance, ...]:
    return other.inferred if one.schema in (_ANY, Primitive("object")) else ()


def _lies_in(comment: Comment, value: Value) -> bool:
    where, at = value.location, comment.location
    return (where.line, where.column) < (at.line, at.column) < (where.end_line, where.end_column)


def _is_string(schema: Primitive | Enumeration) -> bool:
    return isinstance(schema, Enumeration) or schema.type == "string"


def _scalar(sample: Scalar, name: str) -> Schema:
    match sample.value:
        case bool():
            return Primitive("boolean")
        case str(text):
            is_time = sample.is_date or bool(_TIME.fullmatch(text))
            return Primitive("string", "date-time" if is_time and not sample.is_date else "")
        case Decimal():
            return Primitive("number")
        case int():
            # A sample `1` does not prove that a price or quantity is always an integer. Ids are.
            return Primitive("integer", "int64") if _ID.fullmatch(name) else Primitive("number")
        case _:
            return _ANY


def _alternatives(text: str, name: str) -> Schema:
    """The schema of an expression such as `"ESM7" | 123456` or `string`."""
    if len(text) >= _LONGEST:
        return _ANY
    if _DATE_CALL.fullmatch(text):
        return Primitive("string")
    parts, at = [], 0
    while at < len(text):
        found = _ALTERNATIVE.match(text, at)
        if not found:
            return _ANY
        parts.append(found[1])
        at = found.end()
    texts = [one[1:-1] for one in parts if one[0] in "\"'"]
    if len(texts) == len(parts) > 1:
        return Enumeration(tuple(dict.fromkeys(texts)))
    shown = [_alternative(one, name) for one in parts]
    return _ANY if _ANY in shown else united(shown)


def _alternative(text: str, name: str) -> Schema:
    if text[0] in "\"'":
        return Primitive("string")
    if text.endswith("[]"):
        return Array(_alternative(text[:-2] or "?", name))
    if re.fullmatch(r"-?\d+", text):
        return Primitive("integer", "int64") if _ID.fullmatch(name) else Primitive("number")
    if re.fullmatch(r"-?\d*\.\d+", text):
        return Primitive("number")
    return _WORDS.get(text, _ANY)
