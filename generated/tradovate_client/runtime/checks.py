"""Validates requests and answers against the schemas; each problem names the page line that states the rule."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from itertools import islice, takewhile
from typing import Any, TypeVar

import jsonschema_rs

from .closed_schemas import property_names, sealed
from .errors import Problem
from .messages import not_known, of_answer, of_request
from .schemas import PREFIX, Schema, closed, document, resolve, strict

T = TypeVar("T")

MOST = 20
"""How many problems an error lists."""
CLOSER = 50
"""How many deviating rows of an answer are examined one by one."""
MOST_PARTS = 2000
"""How many values of an object or a list are examined."""
LONGEST = 10_000
"""How many characters of a text are examined."""
NOT_KNOWN = "additionalProperties"
"""The rule under which an unknown property is reported."""
UNKNOWN = {NOT_KNOWN: NOT_KNOWN, "unevaluatedProperties": NOT_KNOWN}
"""Keywords that reject unknown properties, each with the rule it is reported under."""
LIST_ONLY = frozenset({"minItems", "maxItems", "uniqueItems", "contains", "prefixItems", "unevaluatedItems", "allOf"})
"""Keywords that constrain a list as a whole; with any of them, rows cannot be checked one by one."""

DATE_TIME = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)", re.ASCII | re.IGNORECASE
)


@dataclass(frozen=True)
class Check:
    """A schema with its validator, compiled on first use."""

    schema: Schema
    components: Mapping[str, Schema]
    change: Callable[[Schema], None]
    """Adapts each subschema: `strict` for requests, `closed` for answers."""
    hidden: frozenset[str] = frozenset()
    """Properties whose values never appear in a message."""

    @cached_property
    def prepared(self) -> Schema:
        """The schema together with every component it refers to."""
        made = document(self.schema, self.components, self.change)
        return sealed(made) if self.change is strict else made

    @cached_property
    def validator(self) -> jsonschema_rs.Draft202012Validator:
        """The compiled validator."""
        # A call back to Python for each time of a long answer would cost more than the rest of the check.
        formats = {"date-time": is_date_time} if self.change is strict else {}
        return jsonschema_rs.Draft202012Validator(self.prepared, validate_formats=True, formats=formats)

    @cached_property
    def rows(self) -> Rows | None:
        """The check of a single row, if the schema is a plain list of rows; None otherwise."""
        target = resolve(self.schema, self.components)
        if target.get("type") != "array" or not LIST_ONLY.isdisjoint(target):
            return None
        return Rows(target.get("items", {}), self.components, self.change, self.hidden)

    def problems(self, value: Any, most: int = MOST) -> tuple[Problem, ...]:
        """The problems of a value, `most` at most; raises ValueError if it is nested too deeply to check."""
        if isinstance(value, list) and self.rows is not None:
            return tuple(islice(self.rows.problems_of(value), most))
        if self.validator.is_valid(value):
            return ()
        # The validator makes all its findings first, each with a copy of what it is about: so much as is looked at.
        errors = self.validator.iter_errors(part(value, [MOST_PARTS]))
        found = dict.fromkeys(one for error in self._kinds(errors) for one in self._problems(error))
        return tuple(islice(found, most)) or (
            Problem("", "is invalid beyond the part that was inspected", "", _nearest([self.prepared], "x-source")),
        )

    def _kinds(self, errors: Iterable[jsonschema_rs.ValidationError]) -> Iterator[jsonschema_rs.ValidationError]:
        """All findings of a request; of an answer only the first of each kind, since nobody fixes them one by one."""
        seen: set[object] = set()
        for error in errors:
            names = tuple(one for one in error.instance_path if isinstance(one, str))
            key = (names, *error.evaluation_path, *_subjects(error))
            if self.change is strict or key not in seen:
                yield error
            seen.add(key)

    def _problems(self, error: jsonschema_rs.ValidationError) -> list[Problem]:
        """The problems that one finding of the validator stands for."""
        path = list(error.evaluation_path)
        keyword = str(path[-1]) if path else ""
        chain = _chain(self.prepared, path)
        is_rule = path[-2:-1] in (["then"], ["else"])
        known = property_names(chain[-2], self.components) if keyword in UNKNOWN else frozenset()
        return [
            Problem(
                field=_dotted([*error.instance_path, *([name] if name else [])]),
                message=self._message(keyword, chain[-1], error, name, known),
                rule=_nearest(chain, "description") if is_rule else UNKNOWN.get(keyword, keyword),
                source=_nearest(chain, "x-source") if is_rule else _source(chain, path, name),
                target=_target(chain, path, error.instance is None),
            )
            # Where a part of an object is wrong, the validator takes all of it for unknown.
            for name in _subjects(error)
            if name not in known
        ]

    def _message(
        self, keyword: str, wanted: Any, error: jsonschema_rs.ValidationError, name: str, known: frozenset[str]
    ) -> str:
        """The problem in words, with the value if the caller supplied it."""
        if self.change is not strict:
            return of_answer(keyword, wanted, error.instance)
        if keyword in UNKNOWN:
            return not_known(name, known)
        if isinstance(error.kind, jsonschema_rs.ValidationErrorKind.FalseSchema):
            return "must not be given here"
        if name:
            return "is missing"
        names = [one for one in error.instance_path if isinstance(one, str)]
        return of_request(keyword, wanted, error.instance, not self.hidden.isdisjoint(names))


@dataclass(frozen=True)
class Rows(Check):
    """Checks a list row by row. Deviations that every row shares are found in the first few rows."""

    @cached_property
    def known(self) -> frozenset[str]:
        """Properties that a row may have; empty if it may have any."""
        row = resolve(self.schema, self.components)
        is_closed = self.change is closed and row.get("type") == "object" and "additionalProperties" not in row
        return frozenset(row.get("properties", ())) if is_closed else frozenset()

    @cached_property
    def open_validator(self) -> jsonschema_rs.Draft202012Validator:
        """The validator without its rule about unknown properties, which `known` finds faster."""
        if not self.known:
            return self.validator
        row = resolve(self.schema, self.components)
        return Check({**row, "additionalProperties": True}, self.components, self.change).validator

    def problems_of(self, rows: list[Any]) -> Iterator[Problem]:
        """The problems of rows that deviate in a new way, and of the first few that deviate in a known way."""
        is_valid, known, left = self.open_validator.is_valid, self.known, CLOSER
        for number, row in enumerate(rows):
            if type(row) is dict and known and not known >= row.keys():
                known |= row.keys()
            elif is_valid(row):
                continue
            yield from (_in_row(number, one) for one in self.problems(row))
            left -= 1
            if not left:
                return


def is_date_time(text: str) -> bool:
    """Whether the text is an RFC 3339 date-time with a zone."""
    if not DATE_TIME.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text[:19])
    except ValueError:
        return False
    return True


def part(value: Any, left: list[int]) -> Any:
    """The value, cut after the number of values in `left[0]`."""
    left[0] -= 1
    match value:
        case dict():
            return {name[:LONGEST]: part(one, left) for name, one in _while_any(value.items(), left)}
        case list():
            return [part(one, left) for one in _while_any(value, left)]
        case str():
            return value[:LONGEST]
    return value


def _while_any(values: Iterable[T], left: list[int]) -> Iterator[T]:
    """Yield values until the budget in `left[0]` is used up."""
    return takewhile(lambda _: left[0] > 0, values)


def _in_row(number: int, problem: Problem) -> Problem:
    """The problem of a row, with the row's index in front of its path."""
    return replace(problem, field=f"[{number}]{'.' if problem.field else ''}{problem.field}")


def _subjects(error: jsonschema_rs.ValidationError) -> list[str]:
    """Names of the properties that a finding is about; one empty name if it is about the value as a whole."""
    match error.kind:
        case jsonschema_rs.ValidationErrorKind.Required(property=name):
            return [name]
        case jsonschema_rs.ValidationErrorKind.AdditionalProperties(unexpected=names):
            return list(names)
        case jsonschema_rs.ValidationErrorKind.UnevaluatedProperties(unexpected=names):
            return list(names)
    return [""]


def _chain(schema: Schema, path: Sequence[str | int]) -> list[Any]:
    """The schemas on the way down to a keyword, references resolved."""
    here: Any = schema
    chain: list[Any] = [here]
    for step in path:
        here = here[step]
        if step == "$ref" and isinstance(here, str):
            here = schema["components"]["schemas"][here.removeprefix(PREFIX)]
        chain.append(here)
    return chain


def _source(chain: list[Any], path: list[str | int], name: str) -> str:
    """Page and line that state the rule: those of the property, or of the object that holds it."""
    own = chain[-2].get("properties", {}).get(name, {}) if name else {}
    rows = (chain[at + 2] for at, step in enumerate(path[:-1]) if step == "properties" and not name)
    return str(own.get("x-source") or _nearest(list(rows), "x-source") or _nearest(chain, "x-source"))


def _target(chain: list[Any], path: list[str | int], is_null: bool) -> str:
    """JSONPath of the object or enumeration to correct; of the property itself if the value is null."""
    steps: list[str | int] = []
    at_property: list[str | int] = []
    for number, step in enumerate(path[:-1]):
        if step == "$ref":
            name = next(name for name, one in chain[0]["components"]["schemas"].items() if one is chain[number + 1])
            steps = ["components", "schemas", name]
        else:
            steps = [*steps, step]
        if path[number - 1 : number] == ["properties"]:
            at_property = steps
    found = at_property if is_null else steps
    return "$" + "".join(f"[{_quoted(one)}]" for one in found) if found[:1] == ["components"] else ""


def _quoted(step: str | int) -> str:
    """A path step as JSONPath writes it."""
    return str(step) if isinstance(step, int) else json.dumps(step)


def _nearest(chain: list[Any], key: str) -> str:
    """The innermost text under the key in a chain of schemas; empty if none has it."""
    holders = (one for one in reversed(chain) if isinstance(one, dict))
    return next((one[key] for one in holders if isinstance(one.get(key), str)), "")


def _dotted(path: Sequence[str | int]) -> str:
    """A path as messages show it: `other.stopPrice`, `rows[3].id`."""
    return "".join(f"[{one}]" if isinstance(one, int) else f".{one}" for one in path).removeprefix(".")
