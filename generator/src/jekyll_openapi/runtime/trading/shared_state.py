"""Shares tags and trades in doubt with other processes through a file."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import nullcontext
from datetime import UTC, datetime
from typing import Any, ClassVar

from ..clock import Clock
from ..lockout import LockOuts
from ..session import Session
from ..shared_state import Sharing, is_alive, or_alone, this_process
from ..state import StateFile
from .in_doubt import Doubt
from .tags import UsedTags

MOST = 10_000
"""Tags that are kept."""


class TradeSharing(Sharing):
    """Keeps session, lock-outs, tags and trades in doubt in step with the file."""

    sections: ClassVar[tuple[str, ...]] = (*Sharing.sections, "doubts", "tags")

    def __init__(self, file: StateFile, session: Session, lockouts: LockOuts, used: UsedTags, clock: Clock) -> None:
        super().__init__(file, session, lockouts, clock)
        self._used = used

    def _apply(self, part: Mapping[str, Any]) -> None:
        """Apply what the file says."""
        super()._apply(part)
        for key, at in part["tags"].items():
            tag, _, command = key.rpartition(" ")
            self._used.add(tag, command, datetime.fromtimestamp(at, UTC))

    def use_tag(self, tag: str, command: str) -> bool:
        """Mark a tag as used; false if any process already used it."""
        with self._file.changing() as part:
            self._take(part)
            if not self._used.add(tag, command):
                return False
            kept = sorted(part["tags"].items(), key=lambda one: one[1])[-MOST:]
            part["tags"] = {**dict(kept), f"{tag} {command}": self._day(0)}
            return True

    def free_tag(self, tag: str, command: str) -> None:
        """Free the tag of a request that was not carried out."""
        self._used.forget(tag, command)
        with or_alone(), self._file.changing() as part:
            part["tags"] = {key: at for key, at in part["tags"].items() if key != f"{tag} {command}"}

    def doubts(self, *, is_sure: bool) -> Mapping[str, Doubt]:
        """Stored records, without those being sent by a running process; without those that cannot be read, or an error
        for one.
        """
        rows: Mapping[str, Any] = {}
        found: dict[str, Doubt] = {}
        with nullcontext() if is_sure else or_alone():
            rows = self._file.read()["doubts"]
        for key, one in rows.items():
            with nullcontext() if is_sure else or_alone():
                doubt = Doubt.from_dict(one)
                if not is_alive(one.get("process")):
                    found[key] = doubt
        return found

    def keep(self, doubt: Doubt, *, is_under_way: bool) -> None:
        """Store a record durably."""
        with self._file.changing() as part:
            process = this_process() if is_under_way else None
            part["doubts"] = {**part["doubts"], doubt.key: {**doubt.to_dict(), "process": process}}

    def drop(self, key: str) -> None:
        """Remove a record."""
        with or_alone(), self._file.changing() as part:
            part["doubts"] = {name: one for name, one in part["doubts"].items() if name != key}
