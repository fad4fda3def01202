"""What an answer means: a value, or one of the errors."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from .checks import Check
from .description import Description
from .drift import Drift
from .errors import (
    ApiError,
    AuthenticationError,
    NotSent,
    OutcomeUnknown,
    Problem,
    RateLimited,
    ResponseUnreadable,
    ServiceError,
    UnreadableOutcome,
)
from .failures import Contradiction, as_authentication, find_failure
from .flow import Call, Fault, Outcome, Received
from .lines import one_line
from .lockout import LockOut
from .parsing import read_json
from .preparing import prepared
from .requests import PreparedRequest
from .schemas import closed, resolve
from .secrets import Secrets

Reading = Literal["lenient", "strict"]

GAVE_UP = frozenset({408, 499})
"""Statuses below 500 by which a proxy says that it stopped waiting, and not what became of the request."""
RETRYABLE = frozenset({408, 425})
TYPES: dict[str, type] = {"object": dict, "array": list}


MOST = 1000
"""How many differences of one answer are named."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A success: what came, and its JSON."""

    received: Received
    value: Any


@dataclass(frozen=True, slots=True)
class Judge:
    """Holds every answer against the spec and the service's ways to fail."""

    description: Description
    base_url: str
    secrets: Secrets
    lockout: LockOut
    drift: Drift
    reading: Reading
    _checks: dict[str, Check] = field(default_factory=dict, init=False)

    def judge(self, call: Call, outcome: Outcome) -> Answer:
        """The answer, if it is a success; raises what it is otherwise."""
        if isinstance(outcome, Fault):
            raise self._of_fault(call, outcome)
        if not 200 <= outcome.status < 300:
            raise self._of_status(call, outcome)
        answer = Answer(outcome, self._read(call, outcome))
        self._raise_failure(call, outcome, answer.value)
        self._compare(call, outcome, answer.value)
        return answer

    def _of_fault(self, call: Call, fault: Fault) -> ServiceError:
        """The error for an answer that did not come, or not whole."""
        reason = self._clean(fault.reason)
        if not fault.was_sent:
            return NotSent(**_who(call), reason=reason)
        if call.operation.is_read or fault.status is not None:
            return self._unreadable(call, Received(fault.status or 0, {}, fault.body, fault.sent_at), reason)
        return OutcomeUnknown(**_who(call), reason=reason, sent_at=fault.sent_at, request=self._sent(call))

    def _of_status(self, call: Call, received: Received) -> ServiceError:
        """The error for a status that is no success."""
        status, facts = received.status, self.description.facts
        common = self._common(call, received)
        if status in facts.lock_out.statuses:
            until = self.lockout.start(facts.lock_out.seconds, f"the service answered {status}")
            return RateLimited(**common, until=until)
        if status in (401, 403):
            return AuthenticationError(**common)
        if not call.operation.is_read and (not 300 <= status < 500 or status in GAVE_UP):
            reason = f"the service answered {status}"
            sent = self._sent(call)
            return OutcomeUnknown(**_who(call), reason=reason, sent_at=received.sent_at, request=sent, status=status)
        return self._refusal(received, common) or ApiError(**common, retryable=status >= 500 or status in RETRYABLE)

    def _refusal(self, received: Received, common: dict[str, Any]) -> ApiError | None:
        """The failure that the body of an error tells of."""
        try:
            found = find_failure(read_json(received.body), self.description.facts, self.secrets.mask, common)
        except ValueError:
            return None
        return found if isinstance(found, ApiError) else None

    def _read(self, call: Call, received: Received) -> Any:
        """The JSON of a success."""
        if call.operation.answer is None and not received.body:
            return None
        try:
            value = read_json(received.body)
        except ValueError as error:
            raise self._unreadable(call, received, str(error)) from None
        self.secrets.learn(value)
        return value

    def _raise_failure(self, call: Call, received: Received, value: Any) -> None:
        """Raise the failure that a success is in truth, and where it is not even of the type that the spec says."""
        found = find_failure(value, self.description.facts, self.secrets.mask, self._common(call, received))
        if isinstance(found, Contradiction):
            raise self._unreadable(call, received, self._clean(found.text))
        if found is not None:
            raise as_authentication(found) if call.operation.kind == "auth" else found
        wanted = str(resolve(call.operation.answer or {}, self.description.schemas).get("type"))
        if not isinstance(value, TYPES.get(wanted, object)):
            raise self._unreadable(call, received, f"it is no {wanted}")

    def _compare(self, call: Call, received: Received, value: Any) -> None:
        """Count what the spec does not know, or raise where the caller wants that."""
        operation = call.operation
        if operation.answer is None:
            return
        if operation.id not in self._checks:
            self._checks[operation.id] = Check(operation.answer, self.description.schemas, closed)
        try:
            problems = self._checks[operation.id].problems(value, MOST)
        except ValueError:
            raise self._unreadable(call, received, "it is nested too deeply") from None
        if problems and self.reading == "strict":
            raise self._unreadable(call, received, "; ".join(map(str, problems[:5])), problems)
        self.drift.add(operation.id, problems)

    def _unreadable(
        self, call: Call, received: Received, reason: str, problems: tuple[Problem, ...] = ()
    ) -> ResponseUnreadable:
        """The error for an answer that says nothing; where something may have changed, it is an unknown outcome too."""
        status = received.status or None
        body = self.secrets.mask_bytes(received.body[:1_000_000])
        if call.operation.is_read:
            return ResponseUnreadable(**_who(call), reason=reason, status=status, body=body, problems=problems)
        sent, at = self._sent(call), received.sent_at
        return UnreadableOutcome(
            **_who(call), reason=reason, status=status, body=body, problems=problems, sent_at=at, request=sent
        )

    def _common(self, call: Call, received: Received) -> dict[str, Any]:
        """What every refusal carries."""
        return {**_who(call), "status": received.status, "body": self.secrets.mask_bytes(received.body[:1_000_000])}

    def _sent(self, call: Call) -> PreparedRequest:
        """What was sent, as it may be shown."""
        made = prepared(call, self.base_url)
        content = None if made.content is None else self.secrets.mask_bytes(made.content)
        return PreparedRequest(made.method, self.secrets.mask(made.url), made.headers, content, made.cl_ord_id)

    def _clean(self, text: str) -> str:
        """Text from outside in one line without secrets."""
        return one_line(self.secrets.mask(text))


def _who(call: Call) -> dict[str, Any]:
    """What every error carries."""
    return {"operation": call.operation.id, "cl_ord_id": call.tag}
