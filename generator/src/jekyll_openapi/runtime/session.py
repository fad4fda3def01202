"""State of the login session: one token for all calls, renewed in time, within a budget of logins."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from .clock import Clock
from .errors import ApiError, AuthenticationError
from .facts import SessionFacts
from .lines import one_line
from .lockout import Budget
from .secrets import digest
from .security import is_token

log: logging.Logger = logging.getLogger(__package__)

QUIET = 60.0
"""Seconds between two attempts to renew a token that is still valid."""


class Session:
    """The token and what is known about it. The flows in `tokens` change it."""

    def __init__(
        self, facts: SessionFacts | None, token: str | None, credentials: Mapping[str, Any] | None, clock: Clock
    ) -> None:
        self.facts = facts
        self.credentials = credentials
        self.token = token
        self.ends: float | None = None
        """End of the token on the monotonic clock; None if unknown."""
        self._clock = clock
        self._next_try = 0.0
        self._wrong: dict[bytes, tuple[float, str]] = {}
        self._opened_for = ""
        self._owner: object = None
        self.budgets: dict[str, Budget] = {}
        if facts:
            for operation, most in ((facts.open, facts.open_budget), (facts.renew, facts.renew_budget)):
                self.budgets[operation] = Budget(most, facts.budget_seconds, clock)

    @property
    def is_alive(self) -> bool:
        """Whether there is a token that has not ended."""
        return self.token is not None and (self.ends is None or self._clock.monotonic() < self.ends)

    @property
    def is_fresh(self) -> bool:
        """Whether the token is valid and not yet due for renewal."""
        if not self.is_alive or self.ends is None or self.facts is None:
            return self.is_alive
        now = self._clock.monotonic()
        return now < self.ends - self.facts.renew_before or now < self._next_try

    @property
    def can_open(self) -> bool:
        """Whether a login may be tried now."""
        if self.facts is None or self.credentials is None:
            return False
        return self.budgets[self.facts.open].is_left

    def user(self) -> bytes:
        """A digest that identifies the user without revealing the credentials."""
        if self.credentials is None:
            return digest(f"token {self.token}".encode()) if self.token else b""
        name = self.credentials.get(self.facts.user) if self.facts else None
        # Without a stated property, only all credentials together tell users apart.
        return digest(repr(name if name is not None else sorted(self.credentials.items(), key=str)).encode())

    def require_unrefused(self, operation: str, content: bytes | None) -> None:
        """Raise if the service recently said that these credentials are wrong."""
        if not self._wrong or self.facts is None or operation != self.facts.open:
            return
        until, reason = self._wrong.get(digest(content), (0.0, ""))
        if self._clock.monotonic() < until:
            text = f"not sent, refused before: {reason}"
            raise AuthenticationError(operation=operation, status=401, text=text, is_wrong_password=True)

    def refuse_credentials(self, operation: str, content: bytes | None, error: ApiError) -> bool:
        """Note that credentials are wrong, if the error says so; returns whether it does."""
        facts = self.facts
        if facts is None or operation != facts.open or not facts.wrong_password:
            return False
        # Bounded, since a page can be long and the pattern of the description slow on it.
        said = getattr(error, "text", None) or error.body[:10_000].decode("utf-8", "replace")
        if not re.search(facts.wrong_password, said, re.IGNORECASE):
            return False
        self._wrong[digest(content)] = (self._clock.monotonic() + facts.wrong_password_seconds, one_line(said))
        return True

    def adopt(self, operation: str, answer: object) -> str | None:
        """Take the token out of an answer, if the operation gives one; returns it."""
        if operation not in self.budgets or self.facts is None or not isinstance(answer, dict):
            return None
        token = answer.get(self.facts.token)
        if not isinstance(token, str) or not is_token(token):
            return None
        owner = answer.get(self.facts.owner) if self.facts.owner else None
        if owner is None:
            owner = self._owner
        elif self._owner not in (None, owner):
            log.error("the service answered with a token of another user, which is not used")
            return None
        ends = self._clock.monotonic() + self._lifetime(answer.get(self.facts.expires), self.facts)
        self.replace(token, ends, owner)
        return token

    def replace(self, token: str, ends: float | None = None, owner: object = None) -> None:
        """Use another token; of one that was obtained elsewhere the owner is not known."""
        self.token, self.ends, self._next_try, self._owner = token, ends, 0.0, owner

    def put_off(self) -> None:
        """Do not try to renew for a minute."""
        self._next_try = self._clock.monotonic() + QUIET

    def drop(self, token: str | None, operation: str) -> None:
        """Forget a token that the service refused for an operation."""
        if token == self.token:
            self.token, self.ends, self._opened_for = None, None, operation

    def is_suspect(self, operation: str) -> bool:
        """Whether even a token opened for this operation was refused, which points to a missing permission."""
        return self._opened_for == operation

    def clear(self, operation: str) -> None:
        """Note that the operation was accepted."""
        if self._opened_for == operation:
            self._opened_for = ""

    def _lifetime(self, expires: object, facts: SessionFacts) -> float:
        """Seconds the token is valid: the documented lifetime, or less if the answer says so."""
        try:
            left = (datetime.fromisoformat(str(expires)) - self._clock.now()).total_seconds()
        except (TypeError, ValueError):
            return facts.lifetime
        # An end in the past means that the clocks differ; the documented lifetime is the better guess then.
        return min(left, facts.lifetime) if left > 0 else facts.lifetime
