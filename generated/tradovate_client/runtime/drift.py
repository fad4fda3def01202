"""What the service answers and the spec does not know, counted by operation and field, without values."""

from __future__ import annotations

import json
import logging
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from threading import Lock

from .errors import Problem
from .lines import one_line

MOST = 1000
"""How many different kinds are kept apart."""

log: logging.Logger = logging.getLogger(__package__)


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """One way in which answers differ from the spec."""

    operation: str
    field: str
    """Indexes of lists left out: `[].ordStatus`."""
    kind: str
    """`unknown value`, `unknown field`, `null`, `missing`, or the keyword that is broken."""
    source: str = ""


KINDS = {"enum": "unknown value", "additionalProperties": "unknown field", "required": "missing"}
ADVICE = {
    "unknown value": {"x-drift": "add the value that came to this enumeration"},
    "unknown field": {"x-drift": "add this property"},
    "null": {"x-drift": "allow null here"},
    "missing": {"x-drift": "take this property out of `required`"},
}


class Drift:
    """Counts differences; the first of each kind is logged."""

    def __init__(self) -> None:
        self._counts: Counter[Difference] = Counter()
        self._lock = Lock()

    @property
    def counts(self) -> Mapping[Difference, int]:
        """How often each was met."""
        with self._lock:
            return dict(self._counts)

    def add(self, operation: str, problems: Iterable[Problem]) -> None:
        """Count what is wrong with an answer."""
        for one in {_difference(operation, problem) for problem in problems}:
            with self._lock:
                is_new = one not in self._counts
                if not is_new or len(self._counts) < MOST:
                    self._counts[one] += 1
            if is_new:
                log.warning("%s answers with %s in %s, which the spec does not know", operation, one.kind, one.field)

    def __str__(self) -> str:
        """An OpenAPI Overlay that proposes a correction for each difference, most frequent first."""
        lines = ["overlay: 1.0.0", "info: {title: What the service does and the pages do not say, version: 0.1.0}"]
        lines.append("actions:" if self.counts else "actions: []")
        for one, count in sorted(self.counts.items(), key=lambda item: (-item[1], item[0])):
            lines += _action(one, count)
        return "\n".join(lines)

    def report(self) -> None:
        """Print the proposed overlay."""
        print(self)


def _difference(operation: str, problem: Problem) -> Difference:
    """The kind of difference that a problem is an instance of."""
    kind = "null" if problem.message == "is null" else KINDS.get(problem.rule, problem.rule)
    field = "".join("[]" if part.isdigit() else part for part in _parts(problem.field))
    return Difference(operation, one_line(field), kind, problem.source)


def _parts(field: str) -> list[str]:
    """The way to a field with its indexes apart."""
    return field.replace("[", "\0").replace("]", "\0").split("\0")


def _action(one: Difference, count: int) -> list[str]:
    """One action of the overlay."""
    said = f"{one.field}: {one.kind}, met {count} times" + (f", stated at {one.source}" if one.source else "")
    update = ADVICE.get(one.kind, {"x-drift": f"look at {one.kind}"})
    target = f"$.paths.*[?(@.operationId == {json.dumps(one.operation)})]"
    return [f"- target: {json.dumps(target)}", f"  description: {json.dumps(said)}", f"  update: {json.dumps(update)}"]
