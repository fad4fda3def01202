"""Puts files and folders in place together: all of them, or none.

What is new is made beside its place and flushed to disk. Then each pair of names is swapped. Where a swap fails, those
before it are swapped back. Who is killed between two swaps leaves a plan, which the next run finishes (`plan.py`).
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType

from jekyll_openapi.output.files import Stream, send, stage, target
from jekyll_openapi.output.plan import Step, carry_out, write_plan
from jekyll_openapi.output.staging import PLAN, alone, file_beside, folder_beside, sweep
from jekyll_openapi.output.swaps import flush, flush_all

Content = str | Callable[[], Iterable[str]]
"""What a file is to hold: a text, or what makes its pieces. It is called again where the file holds something else."""


class Together:
    """Collects what is new; `put` puts it in place. What was not put is removed when the block ends."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._pairs: list[tuple[Path, Path]] = []
        self._streams: list[tuple[Stream, bytes]] = []

    def __enter__(self) -> "Together":
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, at: TracebackType | None) -> None:
        self._stack.__exit__(kind, value, at)

    def texts(self, texts: Mapping[Path, Content]) -> None:
        """Adds files, as UTF-8 with line ends unchanged: all or, where one cannot be written, none.

        Raises OutputError and OSError. A file that is equal already is left as it is, its time included.
        """
        pairs, streams = [], []
        with ExitStack() as stack:
            for path, content in texts.items():
                to = target(path)
                if isinstance(to, Stream):
                    streams.append((to, b"".join(_encoded(content))))
                else:
                    sweep(to)
                    if not _holds(to, _encoded(content)):
                        pairs.append((stage(to, _encoded(content), stack), to))
            self._stack.push(stack.pop_all())
        self._pairs += pairs
        self._streams += streams

    def folder_for(self, place: Path) -> Path:
        """An empty folder to fill, beside the place; `folder` adds it or a folder in it."""
        place = Path(os.path.realpath(place))
        sweep(place)
        return self._stack.enter_context(folder_beside(place))

    def folder(self, made: Path, place: Path) -> None:
        """Adds a folder; raises OSError. Does not check whether the old one may go; `Guard.require_folder` does."""
        place = Path(os.path.realpath(place))
        if place.is_dir():
            # The new folder was created private, with mode 700.
            os.chmod(made, place.stat().st_mode & 0o7777)
        flush_all(made)
        self._pairs.append((made, place))

    def gone(self, place: Path) -> None:
        """Adds a file that goes."""
        place = Path(os.path.realpath(place))
        self._pairs.append((self.folder_for(place) / place.name, place))

    def put(self) -> bool:
        """Puts everything in place; raises OSError, and then everything is as it was.

        Returns whether there was anything to put.
        """
        is_new = bool(self._pairs or self._streams)
        if self._pairs:
            with alone(place.parent for _, place in self._pairs), ExitStack() as stack:
                steps = [Step.of(made, place) for made, place in self._pairs]
                if len(steps) > 1:
                    _, file = stack.enter_context(file_beside(steps[0].place, PLAN))
                    write_plan(file, steps)
                    flush(steps[0].place.parent)
                carry_out(steps)
                for folder in {step.place.parent for step in steps}:
                    flush(folder)
        for stream, data in self._streams:
            send(stream, data)
        self._pairs, self._streams = [], []
        return is_new


def _encoded(content: Content) -> Iterator[bytes]:
    return (text.encode("utf-8") for text in ([content] if isinstance(content, str) else content()))


def _holds(path: Path, data: Iterator[bytes]) -> bool:
    try:
        with path.open("rb") as file:
            return all(file.read(len(piece)) == piece for piece in data) and not file.read(1)
    except OSError:  # none, or one that cannot be read and can still be replaced
        return False


def write_texts(texts: Mapping[Path, Content]) -> bool:
    """Replaces the files that differ, all or none; raises OutputError and OSError.

    Returns whether one did. Text is UTF-8, line ends unchanged.
    """
    with Together() as together:
        together.texts(texts)
        return together.put()


def write_text(path: Path, content: Content) -> bool:
    """Replaces the file if it differs; returns whether it did; raises OutputError and OSError."""
    return write_texts({path: content})
