"""`diff`: shows what changed between two descriptions or two states of the pages."""

import argparse
import filecmp
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from jekyll_openapi.commands.console import FINDINGS, FINE, put, say, show
from jekyll_openapi.diagnostics import NoPagesError
from jekyll_openapi.diff.change import LEVELS, Change, Level
from jekyll_openapi.diff.reading import SpecError, as_read, described
from jekyll_openapi.diff.show import SHOWS
from jekyll_openapi.diff.sockets import check_sockets, is_sockets, with_sockets
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.reading import Known, read
from jekyll_openapi.records import dataclass, replace
from jekyll_openapi.terminal import clean, clean_json, clean_painted, page_of
from jekyll_openapi.unusable import UnusableError

if TYPE_CHECKING:
    from jekyll_openapi.config import Config


def run(options: argparse.Namespace) -> int:
    """Prints the changes; returns 1 if one is at least as severe as `--fail-on`."""
    if options.config:
        _config(options.config)  # a file that is named and cannot be read is said, also where nothing needs it
    known: Known = {}
    old = _spec(options.old, options.config, known)
    new = old if _is_same_file(options.old, options.new) else _spec(options.new, options.config, known)
    if options.gaps:
        return _gaps(old.spec, new.spec, options)
    changes = _changes(old, new)
    if options.ignore:
        from datetime import UTC, datetime

        from jekyll_openapi.diff.ignored_changes import read_ignored_changes, without

        changes, said = without(changes, read_ignored_changes(options.ignore), datetime.now(UTC).date())
        say(*(f"{options.ignore}: {clean(line)}" for line in said))
    shown = [one for one in changes if LEVELS.index(one.level) <= LEVELS.index(options.level)]
    lines = SHOWS[options.format](shown, page_of(sys.stdout))
    put(*(clean_json(line) if options.format in ("json", "sarif") else _clean(line, options.format) for line in lines))
    return FINDINGS if any(change.level in _FAILING[options.fail_on] for change in changes) else FINE


@dataclass(frozen=True, slots=True)
class _Side:
    """What an argument names."""

    spec: Json
    """The OpenAPI description; empty for an AsyncAPI document."""
    sockets: Json | None = None
    """The AsyncAPI document, empty if pages state none; None if nobody knows."""


def _changes(old: _Side, new: _Side) -> tuple[Change, ...]:
    """The changes between the OpenAPI descriptions and between the AsyncAPI documents."""
    if bool(old.spec) != bool(new.spec):
        raise UnusableError("an AsyncAPI document can only be compared with another one")
    if old is new:
        return ()
    from jekyll_openapi.diff.compare import compare  # 20 ms, where there is something to compare

    changes = compare(old.spec, new.spec) if old.spec else ()
    if old.sockets is None or new.sockets is None:
        return changes
    return with_sockets(changes, (old.spec, old.sockets), (new.spec, new.sockets))


def _gaps(docs: Json, description: Json, options: argparse.Namespace) -> int:
    """Prints what docs and description lack of each other; returns 1 with `--fail-on` if there is anything."""
    from jekyll_openapi.diff.gaps import gaps, show_gaps

    found = gaps(docs, description)
    if options.format == "json":
        from dataclasses import asdict  # takes as long as all else that `diff` loads

        rows = [{"gap": gap, **asdict(change)} for gap, changes in found.items() for change in changes]
        put(clean_json(json.dumps(rows, ensure_ascii=False)))
    else:
        show(*show_gaps(found))
    return FINDINGS if options.fail_on and any(found.values()) else FINE


_FAILING: dict[str | None, tuple[Level, ...]] = {
    None: (),
    "breaking": ("breaking",),
    "warning": ("breaking", "warning"),
    "any": LEVELS,
}
"""`--fail-on` -> levels that make the exit code 1."""


def _clean(line: str, form: str) -> str:
    """The line with control characters from the descriptions made visible, and our own colours kept."""
    command = "::" if form == "github" and line.startswith("::") else ""
    return command + clean_painted(line.removeprefix(command))


def _is_same_file(old: str, new: str) -> bool:
    """Whether two files are equal, so that only one is read: reading takes two thirds of comparing similar
    descriptions."""
    return (
        os.path.isfile(old)
        and os.path.isfile(new)
        and filecmp.cmp(old, new, shallow=False)
        and _form(old) == _form(new)
    )


def _form(file: str) -> str:
    """The suffix, which decides how a file is parsed."""
    return os.path.splitext(file)[1].lower()


def _config(named: Path | None) -> "Config":
    """The configuration, which decides how pages are read and nothing of two files."""
    from jekyll_openapi.config import find_config  # with a file to read, a tenth of comparing two small files

    return find_config(Path.cwd(), named)


def _spec(named: str, config: Path | None, known: Known) -> _Side:
    """The description that an argument names: a file, a folder of pages, or either in git as `REVISION:PATH`."""
    if os.path.exists(named) or ":" not in named:
        return _spec_of(Path(named), named, config, known)
    from tempfile import TemporaryDirectory  # with the next 10 ms: what makes the folder, and the archives of git

    from jekyll_openapi.commands.revision import find_revision

    with TemporaryDirectory() as folder:
        return _spec_of(find_revision(named, Path(folder)), named, config, known)


def _spec_of(path: Path, named: str, config: Path | None, known: Known) -> _Side:
    try:
        return _spec_of_pages(path, config) if path.is_dir() else _read(path, named, known)
    except NoPagesError as problem:
        raise UnusableError(f"{problem} in {named}") from problem


def _read(path: Path, named: str, known: Known) -> _Side:
    """The OpenAPI description or AsyncAPI document in a file; most of the second one is known from the first."""
    source = read(path, named, known)
    if not is_sockets(source.content):
        return _Side(described(source))
    try:
        return _Side({}, check_sockets(source.content))
    except SpecError as problem:
        raise source.refusal(problem.place, str(problem)) from problem


def _spec_of_pages(pages: Path, config: Path | None) -> _Side:
    """The description of pages, made with the current base and overlay for both sides."""
    from jekyll_openapi.commands.description import make  # loads all that reads pages: 100 ms

    made = make(str(pages), replace(_config(config), pages=pages.resolve()))
    return _Side(as_read(made.spec), as_read(made.sockets))
