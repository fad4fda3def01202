"""Records everything that this process looks at, whichever code looks.

It is heard from the interpreter, so that no reader has to take part: Python reports each open and each listing to audit
hooks. Of questions such as "is it there" it does not report, so the functions of `os` that all of them end in are
replaced while a trace is kept. What could let a run depend on anything else (a process, a socket) ends the trace, and
whatever changes something (a file written, a folder made) does, too: the run is not remembered.
"""

import os
import sys
import sysconfig
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial, wraps
from pathlib import Path
from typing import Any

from jekyll_openapi.disk_cache.looks import Look, UnknowableError, seen

_HARMLESS = ("import", "compile", "exec", "marshal.", "object.", "code.", "function.", "sys.", "gc.", "builtins.")
_ALSO_HARMLESS = ("glob.", "pathlib.", "cpython.", "os.walk", "time.", "ctypes.")
"""Beginnings of the names of events that are about no file; of all that is not known here, a run may depend.

Code in C is not heard. What we call of it (libyaml, by `ctypes`) takes texts and opens no file.
"""
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_IMPORTER = "<frozen importlib._bootstrap_external>"
_MOST = 50_000
"""Looks that are kept; of a run with more, verifying them would take too long."""


def code_folders() -> tuple[str, ...]:
    """The folders of installed code, whose state the question tells (`question.program`), and of its bytecode."""
    kept = ("stdlib", "platstdlib", "purelib", "platlib")
    own = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    compiled = [sys.pycache_prefix] if sys.pycache_prefix else []
    return tuple(dict.fromkeys((own, *(sysconfig.get_path(name) for name in kept), *compiled)))


class Trace:
    """The looks of a block, and whether they are all that its result depends on."""

    def __init__(self) -> None:
        self.looks: dict[Look, str] = {}
        self.is_whole: bool = True
        self._is_busy = False
        self._here = os.getcwd()
        self._code = tuple(folder + os.sep for folder in code_folders())

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Keeps the trace while the block runs."""
        global _heard_by
        if not _HOOKED:
            # A hook cannot be taken away, so there is one, which mostly has nobody to tell.
            sys.addaudithook(_hear)
            _HOOKED.append(True)
        with ExitStack() as stack:
            for name, kind in _REPLACED.items():
                stack.enter_context(_replaced(name, kind))
            _heard_by = self
            try:
                self._require_hearing()
                yield
            finally:
                _heard_by = None

    def is_still_so(self) -> bool:
        """Whether every look gives what it gave: what was read is what is remembered."""
        return self.is_whole and are_so(self.looks)

    def note(self, kind: str, path: Any) -> None:
        """A look at a path."""
        if self._is_busy or not self.is_whole:
            return
        if isinstance(path, int) or path is None:
            self.is_whole = False
            return
        full = os.path.join(self._here, os.fsdecode(path))
        if f"{full}{os.sep}".startswith(self._code) or (kind, full) in self.looks:
            return
        self._is_busy = True
        try:
            self.looks[kind, full] = seen((kind, full))
        except UnknowableError:
            self.is_whole = False
        finally:
            self._is_busy = False
        self.is_whole = self.is_whole and len(self.looks) < _MOST

    def hear(self, event: str, given: tuple[Any, ...]) -> None:
        """An event of the interpreter."""
        if self._is_busy or event.startswith(_HARMLESS) or event.startswith(_ALSO_HARMLESS):
            return
        if event == "open":
            path, _, flags = given
            if isinstance(flags, int) and flags & _WRITES:
                self._end()
            elif not isinstance(path, int):  # else a descriptor, whose own opening was heard
                self.note("content", path)
        elif event in ("os.listdir", "os.scandir"):
            self.note("names", "." if given[0] is None else given[0])
        else:
            self._end()

    def _end(self) -> None:
        """Ends the trace, unless it is the importer that acts: what that writes is bytecode, which is no result."""
        if sys._getframe(3).f_code.co_filename != _IMPORTER:  # who caused the event: `_hear` and `hear` are between
            self.is_whole = False

    def _require_hearing(self) -> None:
        """Ends the trace on a Python whose questions about files do not end in the functions that are replaced."""
        nowhere = Path(self._here, f".{os.urandom(8).hex()}")
        asked = (nowhere.exists, nowhere.is_file, nowhere.is_dir, nowhere.is_symlink, nowhere.resolve)
        others = (os.path.exists, os.path.isfile, os.path.isdir, os.path.islink, os.path.lexists, os.path.realpath)
        for ask in (*asked, *(partial(one, nowhere) for one in others)):
            self.looks.clear()
            ask()
            self.is_whole = self.is_whole and any(path == str(nowhere) for _, path in self.looks)
        self.looks.clear()


_heard_by: Trace | None = None
_HOOKED: list[bool] = []


def _hear(event: str, given: tuple[Any, ...]) -> None:
    if _heard_by is not None and _heard_by.is_whole:
        _heard_by.hear(event, given)


def are_so(looks: dict[Look, str]) -> bool:
    """Whether every look gives this now."""
    try:
        return all(seen(look) == given for look, given in looks.items())
    except (UnknowableError, KeyError):
        return False


def _by_links(follow_symlinks: bool = True, **others: Any) -> str:
    return "" if others else "status" if follow_symlinks else "own status"


def _by_mode(mode: int, **others: Any) -> str:
    return "" if others else {os.F_OK: "status", os.R_OK: "readable", os.W_OK: "writable"}.get(mode, "")


_REPLACED: dict[str, Callable[..., str]] = {
    "stat": _by_links,
    "lstat": lambda **others: "" if others else "own status",
    "readlink": lambda **others: "" if others else "target",
    "access": _by_mode,
}
"""Functions of `os`, and what a call asks; empty where that cannot be asked again."""
_SUPPORTS = (os.supports_dir_fd, os.supports_fd, os.supports_follow_symlinks, os.supports_effective_ids)


@contextmanager
def _replaced(name: str, kind: Callable[..., str]) -> Iterator[None]:
    """Has a function of `os` tell the trace of each call."""
    real = getattr(os, name)

    @wraps(real)
    def call(path: Any, *given: Any, **named: Any) -> Any:
        if _heard_by is not None and not isinstance(path, int):
            asked = kind(*given, **{key: value for key, value in named.items() if value is not None})
            _heard_by.note(asked, path) if asked else _heard_by.hear(f"os.{name}", ())
        return real(path, *given, **named)

    # A module that is imported meanwhile can ask what the function supports.
    sets = [one for one in _SUPPORTS if real in one]
    for one in sets:
        one.add(call)
    setattr(os, name, call)
    try:
        yield
    finally:
        setattr(os, name, real)
        for one in sets:
            one.discard(call)
