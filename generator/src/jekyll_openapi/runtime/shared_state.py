"""Shares the session and lock-outs with other processes through a file."""

from __future__ import annotations

import contextlib
import logging
import os
import uuid
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, ClassVar

from .clock import Clock
from .lockout import LockOuts
from .session import Session
from .state import StateFile

log: logging.Logger = logging.getLogger(__package__)

ASKING = 20.0
"""Seconds for which a process that asks for a token keeps others from asking; ends early if it dies."""


class Sharing:
    """Keeps a session and its lock-outs in step with the file. Times in the file are wall-clock times."""

    sections: ClassVar[tuple[str, ...]] = ("token", "asking", "budgets", "lockouts", "clock")

    def __init__(self, file: StateFile, session: Session, lockouts: LockOuts, clock: Clock) -> None:
        self._file = file
        self._session, self._lockouts, self._clock = session, lockouts, clock
        self._seen: object = None
        self._name = uuid.uuid4().hex

    # --- token, budgets, lock-outs ------------------------------------------------------------------------------------

    def pull(self) -> None:
        """Take over what other processes wrote."""
        with or_alone():
            part = self._file.read()
            if part is not self._seen:
                self._take(part)
                self._seen = part
                if self._written(part) > self._day(0):
                    self.push()

    def claim(self) -> bool:
        """Claim the right to ask for a token; false while another process holds it."""
        with or_alone(), self._file.changing() as part:
            self._take(part)
            with self._ours():
                if self._is_of_another(part["asking"]):
                    return False
            part["asking"] = {"process": this_process(), "name": self._name, "at": self._day(0)}
        return True

    def _is_of_another(self, claim: Mapping[str, Any]) -> bool:
        """Whether the claim is that of another process that still holds it."""
        if claim.get("name") == self._name and claim.get("process") == this_process():
            return False
        # A claim of the future is none: the clock was set back since.
        return is_alive(claim.get("process")) and abs(self._day(0) - claim["at"]) < ASKING

    def release(self) -> None:
        """Give up the claim."""
        with or_alone(), self._file.changing() as part:
            if part["asking"].get("name") == self._name:
                part["asking"] = {}

    @contextlib.contextmanager
    def spending(self) -> Iterator[None]:
        """Context in which spending from a budget counts for all processes."""
        budgets = self._session.budgets
        with or_alone(), contextlib.ExitStack() as stack:
            part: dict[str, Any] = {}
            with or_alone():
                part = stack.enter_context(self._file.changing())
                self._take(part)
            yield
            part["budgets"] = {name: [self._day(-age) for age in one.ages()] for name, one in budgets.items()}

    def push(self) -> None:
        """Write the token and the lock-outs."""
        session = self._session
        with or_alone(), self._file.changing() as part:
            if session.credentials is None or session.token is None:
                part["token"] = {}
            else:
                left = None if session.ends is None else session.ends - self._clock.monotonic()
                part["token"] = {"value": session.token, "ends": None if left is None else self._day(left)}
            self._lockouts.lengthen(self._lasting(part))
            part["lockouts"] = {name: self._day(left) for name, left in self._lockouts.left().items()}
            part["clock"] = {"at": self._day(0)}

    def _take(self, part: Mapping[str, Any]) -> None:
        """Apply what the file says; raises ValueError if a value in it has another form than ours."""
        with self._ours():
            self._apply(part)

    @contextlib.contextmanager
    def _ours(self) -> Iterator[None]:
        """Context in which a value of the file that has another form than ours raises ValueError."""
        try:
            yield
        except (AttributeError, KeyError, TypeError):
            raise self._file.foreign() from None

    def _apply(self, part: Mapping[str, Any]) -> None:
        """Apply what the file says."""
        token, now = part["token"], self._clock.monotonic()
        if self._session.facts and self._session.credentials is not None and token.get("value"):
            ends = None if token["ends"] is None else now + self._left(token["ends"], part)
            if token["value"] != self._session.token and (ends is None or ends > now):
                self._session.replace(token["value"], ends)
        for name, budget in self._session.budgets.items():
            if name in part["budgets"]:
                budget.take_over([self._day(0) - at for at in part["budgets"][name]])
        self._lockouts.lengthen(self._lasting(part))

    def _lasting(self, part: Mapping[str, Any]) -> dict[str, float]:
        """Seconds left of each lock-out in the file."""
        return {name: self._left(at, part) for name, at in part["lockouts"].items()}

    # --- times --------------------------------------------------------------------------------------------------------

    def _day(self, seconds: float) -> float:
        """Wall-clock time in that many seconds."""
        return self._clock.now().timestamp() + seconds

    def _written(self, part: Mapping[str, Any]) -> float:
        """When the token and the lock-outs in the file were written, by the clock of that time."""
        return float(part["clock"].get("at", 0.0))

    def _left(self, at: float, part: Mapping[str, Any]) -> float:
        """Seconds until a wall-clock time in the file: as many as there were when it was written, at most."""
        # Whoever wrote it can have had a clock that was far ahead.
        return at - max(self._day(0), self._written(part))


@contextlib.contextmanager
def or_alone() -> Iterator[None]:
    """Ignore errors of the file: an answer that already came is worth more than sharing it."""
    try:
        yield
    except (OSError, ValueError) as error:
        log.error("the state file could not be read or written; going on without it: %s", error)


def this_process() -> list[Any]:
    """What identifies this process: its number, and when it began."""
    number = os.getpid()
    return [number, _began(number)]


def is_alive(process: object) -> bool:
    """Whether the process that `this_process` identified still runs."""
    match process:
        case [int(number), str(began)]:
            # A number comes again: in a container, a program that starts anew mostly has the number that it had.
            return _is_there(number) and _began(number) == began
    return False


def _began(number: int) -> str:
    """When a process began, as the system counts it; empty where it does not say."""
    try:
        text = Path(f"/proc/{number}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    # The name of the program stands in brackets, and can hold spaces and brackets itself.
    return text.rpartition(")")[2].split()[19]


def _is_there(number: int) -> bool:
    """Whether there is a process with this number."""
    try:
        os.kill(number, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
