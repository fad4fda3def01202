"""A file shared by the processes of a user: token, budgets, lock-outs, and whatever must survive a restart.

It is replaced atomically, so readers see the old or the new version; a lock file serialises writers. It contains a
token, so only its owner may read it.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

try:
    import fcntl
except ImportError:  # pragma: no cover
    fcntl = None  # type: ignore[assignment]

StatePath: TypeAlias = str | os.PathLike[str]

MODE = 0o600
PATIENCE = 3.0
"""Seconds to wait for a writing process. Writing takes milliseconds unless that process was stopped."""
VERSION = 1


class StateFile:
    """One login's part of the file."""

    def __init__(self, path: StatePath, login: str, sections: tuple[str, ...]) -> None:
        if fcntl is None:
            raise RuntimeError("state needs a system with flock; leave it out here")
        # os.replace would put a file in place of a symbolic link, so the target is named.
        self.path: Path = Path(os.path.realpath(path))
        self.login: str = login
        self.sections: tuple[str, ...] = sections
        self._text: bytes | None = b""
        self._cached: dict[str, Any] = {}
        with self.changing():
            if self.path.exists():
                # A file restored from a backup may be readable by others.
                os.chmod(self.path, MODE)

    def read(self) -> dict[str, Any]:
        """The stored data (do not modify); the same object as long as the file is unchanged."""
        # Its text is compared, and not its age: within a tick of the clock two versions can be equally old and long.
        text = self._read()
        if text != self._text:
            self._cached, self._text = self._part(self._parse(text)), text
        return self._cached

    @contextlib.contextmanager
    def changing(self) -> Iterator[dict[str, Any]]:
        """Context that yields the data for modification, holding the lock, and writes it unless an error occurs."""
        lock = os.open(f"{self.path}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, MODE)
        try:
            self._enter(lock)
            whole = self._parse(self._read())
            part = self._part(whole)
            before = json.dumps(part)
            yield part
            if json.dumps(part) != before or not self.path.exists():
                self._save({**whole, "logins": {**whole["logins"], self.login: part}})
        finally:
            os.close(lock)

    def _enter(self, lock: int) -> None:
        """Acquire the file lock; raises TimeoutError."""
        assert fcntl is not None
        until, pause = time.monotonic() + PATIENCE, threading.Event()
        while True:
            try:
                # flock has no timeout, so it is tried again and again.
                return fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() >= until:
                    text = f"another process has held {self.path}.lock for {PATIENCE:g} s; end it, or name another file"
                    raise TimeoutError(text) from None
            pause.wait(0.005)

    def _part(self, whole: dict[str, Any]) -> dict[str, Any]:
        """This login's part of the data; raises ValueError if it is not one of ours."""
        part = whole["logins"].get(self.login, {})
        found = {name: part.get(name, {}) for name in self.sections} if isinstance(part, dict) else {"": None}
        if not all(isinstance(one, dict) for one in found.values()):
            raise self.foreign()
        return found

    def _read(self) -> bytes | None:
        """Bytes of the file; None if it does not exist."""
        try:
            return self.path.read_bytes()
        except FileNotFoundError:
            return None

    def _parse(self, text: bytes | None) -> dict[str, Any]:
        """Parse the file; raises ValueError if another program wrote it."""
        if text is None:
            return {"version": VERSION, "logins": {}}
        try:
            found = json.loads(text)
            if found["version"] == VERSION and isinstance(found["logins"], dict):
                return dict(found)
        except (ValueError, KeyError, TypeError, RecursionError):
            pass
        # It may hold what nobody else knows, so it is neither skipped nor written over.
        raise self.foreign()

    def foreign(self) -> ValueError:
        """The error of a file that another program wrote, or changed."""
        return ValueError(f"{self.path} is not a state of a client of this version; move it away or name another file")

    def _save(self, whole: dict[str, Any]) -> None:
        """Replace the file."""
        handle, name = tempfile.mkstemp(prefix=f".{self.path.name}.", dir=self.path.parent)
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                os.fchmod(file.fileno(), MODE)
                file.write(json.dumps(whole))
                file.flush()
                # Before the rename: otherwise a power cut can leave an empty file under the final name.
                os.fsync(file.fileno())
            os.replace(name, self.path)
            _flush(self.path.parent)
        except BaseException:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(name)
            raise


def _flush(folder: Path) -> None:
    """Write the names in a folder to the disk: after a power cut, the file of before would be there again."""
    with contextlib.suppress(OSError):  # some network disks refuse
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
