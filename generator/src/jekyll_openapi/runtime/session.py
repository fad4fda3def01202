"""One token for all calls: opened once, renewed in time, never asked for too often."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from .clock import Clock
from .errors import AuthenticationError
from .facts import SessionFacts
from .lockout import Budget

QUIET = 60.0
"""Seconds between two tries to renew a token that still holds."""


class Session:
    """What is known about the token. The flows in `core` act on it."""

    def __init__(
        self, facts: SessionFacts | None, token: str | None, credentials: Mapping[str, Any] | None, clock: Clock
    ) -> None:
        self.facts = facts
        self.credentials = credentials
        self.token = token
        self._clock = clock
        self._taken = clock.monotonic()
        self._ends: float | None = None
        """None for a token whose end is not known."""
        self._next_try = 0.0
        self._refused: dict[bytes, str] = {}
        self._budgets: dict[str, Budget] = {}
        if facts:
            for operation, most in ((facts.open, facts.open_budget), (facts.renew, facts.renew_budget)):
                self._budgets[operation] = Budget(most, facts.budget_seconds, clock)

    @property
    def is_alive(self) -> bool:
        """Whether there is a token that has not ended."""
        return self.token is not None and (self._ends is None or self._clock.monotonic() < self._ends)

    @property
    def is_fresh(self) -> bool:
        """Whether the token can be used without a thought."""
        if not self.is_alive or self._ends is None or self.facts is None:
            return self.is_alive
        now = self._clock.monotonic()
        return now < self._ends - self.facts.renew_before or now < self._next_try

    def spend(self, operation: str, content: bytes | None) -> None:
        """Count a request for a token; raise where there were too many, or where it was refused already."""
        if operation not in self._budgets:
            return
        if (reason := self._refused.get(_digest(content))) is not None:
            raise AuthenticationError(operation=operation, status=401, text=f"not sent, refused before: {reason}")
        self._budgets[operation].spend(operation)

    def adopt(self, operation: str, answer: object) -> str | None:
        """Take the token out of an answer of the operations that give one."""
        if operation not in self._budgets or self.facts is None or not isinstance(answer, dict):
            return None
        token = answer.get(self.facts.token)
        if not isinstance(token, str) or not is_token(token):
            return None
        now = self._clock.monotonic()
        self.token, self._taken, self._next_try = token, now, 0.0
        self._ends = now + self._lifetime(answer.get(self.facts.expires), self.facts)
        return token

    def replace(self, token: str) -> None:
        """Use a token that somebody else asked for."""
        self.token, self._taken, self._ends, self._next_try = token, self._clock.monotonic(), None, 0.0

    def put_off(self) -> None:
        """Leave the renewal alone for a minute."""
        self._next_try = self._clock.monotonic() + QUIET

    def refuse_credentials(self, operation: str, content: bytes | None, reason: str) -> None:
        """Never send these credentials again."""
        if self.facts and operation == self.facts.open:
            self._refused[_digest(content)] = reason

    def refuse_token(self, token: str | None) -> None:
        """Drop a token that was not accepted, if it is old enough for its age to be the cause."""
        if self.facts is None or self.credentials is None or token != self.token:
            return
        if self._clock.monotonic() - self._taken >= self.facts.renew_before:
            self.token = None

    def _lifetime(self, expires: object, facts: SessionFacts) -> float:
        """Seconds that the token lives: as stated for all, or less where the answer says so."""
        try:
            left = (datetime.fromisoformat(str(expires)) - self._clock.now()).total_seconds()
        except (TypeError, ValueError):
            return facts.lifetime
        return min(left, facts.lifetime) if left > 0 else facts.lifetime


def is_token(text: str) -> bool:
    """Whether the text can stand in a header."""
    return bool(text) and text.isascii() and text.isprintable() and " " not in text


def _digest(content: bytes | None) -> bytes:
    """What stands for a body without holding it."""
    return hashlib.sha256(content or b"").digest()
