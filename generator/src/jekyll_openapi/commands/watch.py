"""`build --watch`: builds again after each change of an input file."""

import gc
import os
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from jekyll_openapi.commands.console import FINE, fail, say
from jekyll_openapi.config import Config, ConfigError, find_config
from jekyll_openapi.pages.folder import may_be_entered, may_be_read

_PAUSE = 0.02
"""Least seconds between two looks at the files."""
_SHARE = 0.05
"""Largest share of the time that is spent on looking."""
_BETWEEN = 20
"""Builds between two looks for garbage among all that is kept: each costs a tenth of a build."""

_State = dict[str, tuple[int, int]]


def watch(
    config: Config,
    first: Callable[[], object],
    build: Callable[[Config], object],
    prepare: Callable[[], object],
) -> int:
    """Calls `first`, then `build` after each change until interrupted. A failed build is reported and ends no loop.

    `prepare` is called once, before it says that it watches: the first save is as quick as the others. What is saved
    meanwhile is built.
    """
    # Before the first build: what is saved while that runs may have been read already.
    seen = _state(config)
    first()
    seen |= _state_of(_named(config.findings))
    try:
        prepare()
        _collect()
        say("watching; press Ctrl-C to stop")
        builds = 0
        while True:
            started = time.monotonic()
            now = _state(config)
            if now == seen:
                time.sleep(max(_PAUSE, (time.monotonic() - started) / _SHARE))
                continue
            say(f"--- {', '.join(sorted(_changed(seen, now)))} changed")
            if any(now.get(file) != seen.get(file) for file in _named(config.file)):
                config = _read_again(config)
                now = _state(config)
            build(config)
            builds += 1
            _collect(among_all=builds % _BETWEEN == 0)
            # The accepted list is written by builds, and by people who accept findings meanwhile.
            seen = now | _state_of(_named(config.findings))
    except KeyboardInterrupt:
        return FINE


def _collect(*, among_all: bool = False) -> None:
    """Drops garbage among what is new, or among all; a command runs without collections, and this one runs for long."""
    if among_all:
        gc.unfreeze()
    gc.collect()
    gc.freeze()


def _read_again(config: Config) -> Config:
    """The configuration as it is now; the old one if it became invalid."""
    try:
        return find_config(Path.cwd(), config.file)
    except ConfigError as problem:
        fail(str(problem), "the configuration stays as it was")
        return config


def _state(config: Config) -> _State:
    return _state_of(_inputs(config))


def _state_of(paths: Iterable[str]) -> _State:
    """Path -> (size, modification time), for the files that exist."""
    found: _State = {}
    for path in paths:
        try:
            status = os.stat(path)
        except OSError:
            continue
        found[path] = (status.st_size, status.st_mtime_ns)
    return found


def _changed(old: _State, new: _State) -> set[str]:
    return {os.path.relpath(path) for path in old.keys() | new.keys() if old.get(path) != new.get(path)}


def _named(*paths: Path | None) -> Iterator[str]:
    return (os.fspath(path) for path in paths if path)


def _inputs(config: Config) -> Iterator[str]:
    """Every file that a build reads."""
    yield from _named(config.file, config.base, config.overlay, config.findings)
    for folder, folders, names in os.walk(config.pages or "."):
        folders[:] = [name for name in folders if may_be_entered(name)]
        yield from (os.path.join(folder, name) for name in names if may_be_read(name))
