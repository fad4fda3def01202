"""`build --watch`: builds again whenever a page, the base, the overlay or the configuration changes."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from jekyll_openapi.commands.console import FINE, say
from jekyll_openapi.config import Config

_PAUSE = 0.2
"""Seconds between looks at the files."""

_State = dict[str, tuple[int, int]]


def watch(config: Config, build: Callable[[], object]) -> int:
    """Calls `build` after each change until interrupted; what goes wrong in one build is said and ends nothing."""
    say("watching; press Ctrl-C to stop")
    try:
        seen = _state(config)
        while True:
            time.sleep(_PAUSE)
            now = _state(config)
            if now != seen:
                say(f"--- {', '.join(sorted(_changed(seen, now)))} changed")
                seen = now
                build()
    except KeyboardInterrupt:
        return FINE


def _state(config: Config) -> _State:
    """Size and time of change of every file that a build reads."""
    found: _State = {}
    for path in _inputs(config):
        try:
            status = os.stat(path)
        except OSError:
            continue
        found[str(path)] = (status.st_size, status.st_mtime_ns)
    return found


def _changed(old: _State, new: _State) -> set[str]:
    return {os.path.relpath(path) for path in old.keys() | new.keys() if old.get(path) != new.get(path)}


def _inputs(config: Config) -> Iterator[Path]:
    yield from (path for path in (config.base, config.overlay) if path)
    for folder, _, names in os.walk(config.pages or "."):
        yield from (Path(folder, name) for name in names)
