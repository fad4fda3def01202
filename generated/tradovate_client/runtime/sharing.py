"""What a client has in common with other processes, where it was given a file for it."""

from __future__ import annotations

import contextlib
import logging
import os
import uuid
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from .clock import Clock
from .in_doubt import Doubt
from .lockout import LockOuts
from .session import Session
from .state import StateFile
from .tags import UsedTags

log: logging.Logger = logging.getLogger(__package__)

ASKING = 20.0
"""Seconds for which a process that asks for a token keeps others from it; one that died keeps nobody."""
MOST = 10_000
"""How many tags are kept."""


class Sharing:
    """Keeps a session, its lock-outs, its tags and its doubts in step with a file. Times in it are times of day."""

    def __init__(self, file: StateFile, session: Session, lockouts: LockOuts, used: UsedTags, clock: Clock) -> None:
        self._file = file
        self._session, self._lockouts, self._used, self._clock = session, lockouts, used, clock
        self._seen: object = None
        self._name = uuid.uuid4().hex

    # --- token, budgets, lock-outs ------------------------------------------------------------------------------------

    def pull(self) -> None:
        """Take over what others wrote."""
        with _or_alone():
            part = self._file.read()
            if part is not self._seen:
                self._take(part)
                self._seen = part

    def claim(self) -> bool:
        """Whether this client may ask for a token; false while another process does."""
        with _or_alone(), self._file.changing() as part:
            self._take(part)
            other = part["asking"]
            is_own = (other.get("process"), other.get("name")) == (os.getpid(), self._name)
            if not is_own and _is_alive(other.get("process")) and self._left(other["at"]) > -ASKING:
                return False
            part["asking"] = {"process": os.getpid(), "name": self._name, "at": self._day(0)}
        return True

    def release(self) -> None:
        """Let others ask for a token."""
        with _or_alone(), self._file.changing() as part:
            if part["asking"].get("name") == self._name:
                part["asking"] = {}

    @contextlib.contextmanager
    def spending(self) -> Iterator[None]:
        """A budget that is spent from in here is spent for all."""
        budgets = self._session.budgets
        with _or_alone(), contextlib.ExitStack() as stack:
            part: dict[str, Any] = {}
            with _or_alone():
                part = stack.enter_context(self._file.changing())
                self._take(part)
            yield
            part["budgets"] = {name: [self._day(-age) for age in one.ages()] for name, one in budgets.items()}

    def push(self) -> None:
        """Write token and lock-outs."""
        session = self._session
        with _or_alone(), self._file.changing() as part:
            if session.credentials is None or session.token is None:
                part["token"] = {}
            else:
                left = None if session.ends is None else session.ends - self._clock.monotonic()
                part["token"] = {"value": session.token, "ends": None if left is None else self._day(left)}
            self._lockouts.lengthen(self._lasting(part["lockouts"]))
            part["lockouts"] = {name: self._day(left) for name, left in self._lockouts.left().items()}

    def _take(self, part: Mapping[str, Any]) -> None:
        """Let what is in the file count here."""
        token, now = part["token"], self._clock.monotonic()
        if self._session.facts and self._session.credentials is not None and token.get("value"):
            ends = None if token["ends"] is None else now + self._left(token["ends"])
            if token["value"] != self._session.token and (ends is None or ends > now):
                self._session.replace(token["value"], ends)
        for name, budget in self._session.budgets.items():
            if name in part["budgets"]:
                budget.take_over([-self._left(at) for at in part["budgets"][name]])
        self._lockouts.lengthen(self._lasting(part["lockouts"]))
        for key, at in part["tags"].items():
            tag, _, command = key.rpartition(" ")
            self._used.add(tag, command, datetime.fromtimestamp(at, UTC))

    def _lasting(self, lockouts: Mapping[str, float]) -> dict[str, float]:
        """Seconds that each lock-out of the file still lasts."""
        return {name: self._left(at) for name, at in lockouts.items()}

    # --- tags and doubts ----------------------------------------------------------------------------------------------

    def use_tag(self, tag: str, command: str) -> bool:
        """Remember a tag; false where it was in use already, in whichever process."""
        with self._file.changing() as part:
            self._take(part)
            if not self._used.add(tag, command):
                return False
            kept = sorted(part["tags"].items(), key=lambda one: one[1])[-MOST:]
            part["tags"] = {**dict(kept), f"{tag} {command}": self._day(0)}
            return True

    def free_tag(self, tag: str, command: str) -> None:
        """The request was not handled, so its tag is free."""
        self._used.forget(tag, command)
        with _or_alone(), self._file.changing() as part:
            part["tags"] = {key: at for key, at in part["tags"].items() if key != f"{tag} {command}"}

    def doubts(self) -> Mapping[str, Doubt]:
        """The records whose requests are not under way; those of a program that died are not."""
        rows: Mapping[str, Any] = {}
        with _or_alone():
            rows = self._file.read()["doubts"]
        return {key: Doubt.from_dict(one) for key, one in rows.items() if not _is_alive(one.get("process"))}

    def keep(self, doubt: Doubt, *, is_under_way: bool) -> None:
        """Write a record, durably."""
        with self._file.changing() as part:
            process = os.getpid() if is_under_way else None
            part["doubts"] = {**part["doubts"], doubt.key: {**doubt.to_dict(), "process": process}}

    def drop(self, key: str) -> None:
        """Take a record out."""
        with _or_alone(), self._file.changing() as part:
            part["doubts"] = {name: one for name, one in part["doubts"].items() if name != key}

    # --- times --------------------------------------------------------------------------------------------------------

    def _day(self, seconds: float) -> float:
        """The time of day so many seconds from now."""
        return self._clock.now().timestamp() + seconds

    def _left(self, at: float) -> float:
        """Seconds until a time of day."""
        return at - self._clock.now().timestamp()


@contextlib.contextmanager
def _or_alone() -> Iterator[None]:
    """Go on without the file where it cannot be read or written: an answer that came is worth more."""
    try:
        yield
    except (OSError, ValueError) as error:
        log.error("the state is not shared: %s", error)


def _is_alive(process: object) -> bool:
    """Whether the process that has a request under way is still there."""
    if not isinstance(process, int):
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
