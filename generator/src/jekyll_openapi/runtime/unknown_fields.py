"""Counts what answers contain that the description does not know, by operation and field, without values."""

from __future__ import annotations

import json
import logging
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .errors import Problem
from .lines import one_line
from .mutex import mutex

MOST = 1000
"""Different kinds that are counted at most."""

log: logging.Logger = logging.getLogger(__package__)


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """A kind of difference between answers and the description."""

    operation: str
    field: str
    """Path without list indexes, such as `[].ordStatus`."""
    kind: str
    """`unknown value`, `unknown field`, `null`, `missing`, or the violated keyword."""
    source: str = ""
    target: str = ""
    """JSONPath of the schema to correct."""


KINDS = {"enum": "unknown value", "additionalProperties": "unknown field", "required": "missing"}


class Drift:
    """Counts of differences. The first of each kind is also logged."""

    def __init__(self) -> None:
        self._counts: Counter[Difference] = Counter()
        self._lock = mutex()

    @property
    def counts(self) -> Mapping[Difference, int]:
        """How often each difference occurred."""
        with self._lock:
            return dict(self._counts)

    def add(self, operation: str, problems: Iterable[Problem]) -> None:
        """Count the problems of an answer, each kind once per answer."""
        for one in {_difference(operation, problem) for problem in problems}:
            with self._lock:
                is_new = one not in self._counts and len(self._counts) < MOST
                if is_new or one in self._counts:
                    self._counts[one] += 1
            if is_new:
                log.warning(
                    "%s: the answer has %s at %s, unlike the description; see api.drift", operation, one.kind, one.field
                )

    def __str__(self) -> str:
        """An OpenAPI Overlay that proposes a correction per difference, most frequent first."""
        lines = ["overlay: 1.0.0", "info: {title: What the service does and the pages do not say, version: 0.1.0}"]
        lines.append("actions:" if self.counts else "actions: []")
        for one, count in sorted(self.counts.items(), key=lambda item: (-item[1], item[0])):
            lines += _action(one, count)
        return "\n".join(lines)

    def report(self) -> None:
        """Print the proposed overlay."""
        print(self)


def _difference(operation: str, problem: Problem) -> Difference:
    """The kind of difference that a problem belongs to."""
    kind = "null" if problem.message == "is null" else KINDS.get(problem.rule, problem.rule)
    field = one_line(re.sub(r"\[\d+\]", "[]", problem.field))
    return Difference(operation, field, kind, problem.source, one_line(problem.target))


def _action(one: Difference, count: int) -> list[str]:
    """An overlay action for a difference."""
    said = f"{one.operation} answered {count} times with {one.kind} in {one.field}."
    target = one.target or f"$.paths.*[?@.operationId == {json.dumps(one.operation)}]"
    name = one.field.rpartition(".")[2]
    update: object = {"x-drift": f"{one.kind}: to be looked at"}
    match one.kind:
        case "unknown field" if one.target:
            update = {"properties": {name: {}}}
        case "unknown value":
            update = {"x-drift": "add the value to this enumeration"}
        case "null":
            update = {"x-drift": "allow null here"}
        case "missing" if one.target:
            target, update = f'{target}["required"][?@ == {json.dumps(name)}]', None
    last = f"  update: {json.dumps(update)}" if update else "  remove: true"
    return [f"- target: {json.dumps(target)}", f"  description: {json.dumps(said)}", last]
