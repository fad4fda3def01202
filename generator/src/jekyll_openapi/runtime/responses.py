"""Interprets answers: each becomes a value or one of the errors."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Literal

import httpx

from .checks import Check
from .clock import Clock
from .description import JSON_TYPE, Content, Description, form_of_media
from .effects import Call, Fault, Outcome, Received
from .errors import (
    ApiError,
    AuthenticationError,
    Blocked,
    NotFound,
    NotSent,
    OutcomeUnknown,
    Problem,
    RateLimited,
    ResponseUnreadable,
    ServiceError,
    TokenRefused,
    UnreadableOutcome,
)
from .json_parser import read_json
from .kinds import Anything, Scalar, typed
from .lines import one_line
from .lockout import LockOuts, retry_after
from .marks import marked
from .request_builder import prepared
from .requests import PreparedRequest
from .schemas import closed, resolve
from .secrets import MASK, Secrets
from .unknown_fields import Drift

Reading = Literal["lenient", "strict"]

GAVE_UP = frozenset({408, 460, 499})
"""Statuses below 500 by which a proxy says that it stopped waiting; the request's outcome is unknown."""
RETRYABLE = frozenset({408, 425})
PARTS = frozenset({206})
"""Statuses of partial answers, which are never asked for."""
HANDS_OFF = frozenset({429})
"""Statuses that always lock out: too many requests."""
BUSY = frozenset({503})
"""Statuses whose `Retry-After` is obeyed."""
PRIVATE = frozenset({"set-cookie", "authorization", "proxy-authenticate", "www-authenticate"})
"""Headers that can contain a session; kept out of errors."""
TYPES: dict[str, type] = {"object": dict, "array": list, "string": str, "boolean": bool}


MOST = 1000
"""Differences of one answer that are counted at most."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A success: the raw answer and its JSON value."""

    received: Received
    value: Any
    tag: str | None = None
    """Tag of the request, by which it can be found again."""


@dataclass(frozen=True, slots=True)
class ResponseHandler:
    """Interprets answers by the description."""

    description: Description
    base_url: str
    secrets: Secrets
    lockouts: LockOuts
    clock: Clock
    drift: Drift
    reading: Reading
    _checks: dict[tuple[str, int], Check] = field(default_factory=dict, init=False)

    def handle(self, call: Call, outcome: Outcome) -> Answer:
        """Return the answer if it is a success; raise the matching error otherwise."""
        if isinstance(outcome, Fault):
            raise self._of_fault(call, outcome)
        if not 200 <= outcome.status < 300:
            raise self._of_status(call, outcome)
        if outcome.status in PARTS and str(outcome.status) not in call.operation.answers:
            raise self._unreadable(call, outcome, "it is only a part of an answer")
        answer = Answer(outcome, self._read(call, outcome), call.tag)
        self._raise_failure(call, outcome, answer.value)
        self._compare(call, outcome, answer.value)
        return answer

    def _of_fault(self, call: Call, fault: Fault) -> ServiceError:
        """The error for an answer that did not come, or only in part."""
        reason = self._clean(fault.reason)
        if not fault.was_sent:
            return NotSent(**_who(call), reason=reason)
        if call.operation.is_read or fault.status is not None:
            return self._unreadable(call, Received(fault.status or 0, fault.headers, fault.body, fault.sent_at), reason)
        return OutcomeUnknown(**_who(call), reason=reason, sent_at=fault.sent_at, request=self.sent(call))

    def _of_status(self, call: Call, received: Received) -> ServiceError:
        """The error for a status outside 2xx."""
        status, is_read = received.status, call.operation.is_read
        common = self._common(call, received)
        later = {**common, "again": common["again"] if common["again"] == "look first" else "later"}
        until = self._lock_out(call, received)
        if until is not None and (is_read or status in HANDS_OFF or status in self.description.facts.lock_out.statuses):
            return RateLimited(**later, until=until)
        if status == 401:
            if is_read or call.operation.kind == "auth" or common["again"] == "look first":
                return AuthenticationError(**common, text=self._text(received))
            return TokenRefused(**{**common, "again": "later"}, text=self._text(received))
        if status == 403:
            return self._forbidden(received, common)
        if not is_read and (not 400 <= status < 500 or status in GAVE_UP):
            reason, sent = f"the service answered {status}", self.sent(call)
            facts = {name: common[name] for name in ("status", "headers", "body", "sent_at")}
            return OutcomeUnknown(**_who(call), **facts, reason=reason, request=sent)
        if found := self._refusal(call, received, common):
            return found
        kind = NotFound if status == 404 else ApiError
        return kind(**(later if status >= 500 or status in RETRYABLE else common))

    def _lock_out(self, call: Call, received: Received) -> datetime | None:
        """Start a lock-out if the status asks for one; returns its end, else None."""
        status, facts = received.status, self.description.facts.lock_out
        wait = retry_after(received.headers, self.clock.now())
        if status not in facts.statuses and status not in HANDS_OFF and (status not in BUSY or wait is None):
            return None
        seconds = wait if wait is not None else facts.seconds if status in facts.statuses else 0.0
        scope = "session" if call.operation.kind == "auth" else call.scope
        return self.lockouts.start(scope, seconds, f"the service answered {status}")

    def _forbidden(self, received: Received, common: dict[str, Any]) -> ApiError:
        """The error for a 403: a missing permission, or a firewall in front of the service."""
        if is_page(received):
            return Blocked(**{**common, "again": "later"})
        return AuthenticationError(**common, text=self._text(received))

    def _text(self, received: Received) -> str:
        """The service's error message, if it is known where that stands."""
        return ""

    def _refusal(self, call: Call, received: Received, common: dict[str, Any]) -> ApiError | None:
        """The error described by the body, if it is known how bodies describe errors."""
        return None

    def _read(self, call: Call, received: Received) -> Any:
        """Parse a success: JSON, text or bytes, as described."""
        content = call.operation.answer_of(received.status)
        form = content.form if content is not None else "json"
        if content is not None and content.is_range and form == "json" and self._takes_text(content):
            form = form_of_media(received.headers.get("content-type", JSON_TYPE))
        if form == "text":
            return self._written(call, received)
        if form != "json":
            return received.body
        says_nothing = self.description.facts.plain and bool(call.operation.answers)
        if call.operation.method == "head" or (content is None and (says_nothing or not received.body)):
            return None
        try:
            value = read_json(received.body)
        except ValueError as error:
            raise self._unreadable(call, received, str(error)) from None
        self.secrets.draw(value)
        return value

    def _takes_text(self, content: Content) -> bool:
        """Whether an answer of a media range may be text."""
        kind = typed(content.shape, self.description.shapes).kind
        return isinstance(kind, Anything) or kind == Scalar("string")

    def _written(self, call: Call, received: Received) -> str:
        """The answer as text, decoded by its charset."""
        stated = httpx.Response(200, headers=received.headers).charset_encoding
        try:
            return received.body.decode(stated or "utf-8-sig")
        except (LookupError, UnicodeDecodeError):
            raise self._unreadable(call, received, f"it is not text in {stated or 'UTF-8'}") from None

    def _raise_failure(self, call: Call, received: Received, value: Any) -> None:
        """Raise if a success has another top-level type than described."""
        operation = call.operation
        content = operation.answer_of(received.status)
        if content is None or content.form != "json" or operation.method == "head":
            return
        wanted = str(resolve(content.schema, self.description.schemas).get("type"))
        if not isinstance(value, TYPES.get(wanted, object)):
            raise self._unreadable(call, received, f"it is not {'an' if wanted[0] in 'aio' else 'a'} {wanted}")

    def _compare(self, call: Call, received: Received, value: Any) -> None:
        """Count differences from the description, or raise for them in a strict client."""
        operation, content = call.operation, call.operation.answer_of(received.status)
        if content is None or content.form != "json" or operation.method == "head" or isinstance(value, bytes):
            return
        key = operation.id, id(content)
        if key not in self._checks:
            self._checks[key] = Check(content.schema, self.description.schemas, closed)
        try:
            problems = self._checks[key].problems(value, MOST)
        except ValueError:
            raise self._unreadable(call, received, "it is nested too deeply") from None
        if problems and self.reading == "strict":
            raise self._unreadable(call, received, "; ".join(map(str, problems[:5])), problems)
        self.drift.add(operation.id, problems)

    def _unreadable(
        self,
        call: Call,
        received: Received,
        reason: str,
        problems: tuple[Problem, ...] = (),
        **more: Any,
    ) -> ResponseUnreadable:
        """The error for an unreadable answer; an OutcomeUnknown too if the request changes something."""
        common = {**self._answered(received), "status": received.status or None}
        if call.operation.is_read:
            return ResponseUnreadable(**_who(call), **common, reason=reason, problems=problems)
        return UnreadableOutcome(
            **_who(call),
            **common,
            reason=reason,
            problems=problems,
            sent_at=received.sent_at,
            request=self.sent(call),
            **more,
        )

    def _common(self, call: Call, received: Received) -> dict[str, Any]:
        """Arguments that every ApiError takes."""
        return {
            **_who(call),
            **self._answered(received),
            "again": "no",
            "sent_at": received.sent_at,
            "request": self.sent(call),
        }

    def _answered(self, received: Received) -> dict[str, Any]:
        """Status, headers and body for an error that an answer led to."""
        items = ((name, self.secrets.mask(value)) for name, value in received.headers.items())
        kept = [(name, MASK if name.lower() in PRIVATE else value) for name, value in items]
        # What came in Latin-1 or UTF-8 would be refused as text that is not ASCII.
        headers = httpx.Headers(kept, encoding="utf-8")
        return {
            "status": received.status,
            "headers": headers,
            "body": self.secrets.mask_bytes(received.body[:1_000_000]),
        }

    def sent(self, call: Call) -> PreparedRequest:
        """What was sent, secrets masked."""
        made = prepared(call, self.base_url)
        content = None if made.content is None else self.secrets.mask_bytes(made.content)
        return replace(made, url=self.secrets.mask(made.url), content=content)

    def _clean(self, text: str) -> str:
        """Foreign text in one line, secrets masked."""
        return one_line(self.secrets.mask(text))


def _who(call: Call) -> dict[str, Any]:
    """Arguments that every error takes: operation and tag."""
    return {"operation": call.operation.id, **marked(call.tag)}


def is_page(received: Received) -> bool:
    """Whether the answer is an HTML page."""
    kind = received.headers.get("content-type", "").lower()
    return "html" in kind or received.body.lstrip()[:1] == b"<"
