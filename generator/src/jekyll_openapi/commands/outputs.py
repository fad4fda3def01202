"""Everything that a build writes. Outputs are made beside the old ones and then put in place at once."""

import difflib
import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from jekyll_openapi.accepted import accepted_text, compare, read_accepted
from jekyll_openapi.cache import Cache
from jekyll_openapi.client.documents import made_from, spec_data
from jekyll_openapi.client.errors import ClientError
from jekyll_openapi.client.stamp import NAME as STAMP
from jekyll_openapi.client.stamp import is_current, made_files
from jekyll_openapi.commands.console import say, working
from jekyll_openapi.commands.description import make
from jekyll_openapi.commands.nothing_read import require_something
from jekyll_openapi.config import Config
from jekyll_openapi.openapi.names import NameTable
from jekyll_openapi.openapi.yaml import dump_spec
from jekyll_openapi.output import OutputError
from jekyll_openapi.output.guard import Guard
from jekyll_openapi.output.plan import finish
from jekyll_openapi.output.staging import named
from jekyll_openapi.output.together import Together
from jekyll_openapi.patterns import regex
from jekyll_openapi.pipeline import Made
from jekyll_openapi.records import dataclass
from jekyll_openapi.release.plan import read_names
from jekyll_openapi.release.state import Release, released_folder
from jekyll_openapi.spec.asyncapi import is_emitted
from jekyll_openapi.spec.openapi30 import to_openapi30
from jekyll_openapi.unusable import UnusableError

_MOST_LINES = 40
_MOST_COMPARED = 1000
"""Most lines of two outputs that are compared, from the first difference on: the cost is the product of their
numbers."""
_HUNK = regex(r"([-+])(\d+)")


@dataclass(frozen=True, slots=True)
class Outputs:
    """The outputs of a build, not written yet."""

    made: Made
    pages: str
    spec: Path
    texts: dict[Path, str]
    client: Path | None
    client_is_current: bool
    """Whether the client on disk is up to date; True if none is configured."""
    released: NameTable | None
    """The public names of the last release."""
    sockets: Path
    """The path of the AsyncAPI document, if there is one."""

    @property
    def together(self) -> tuple[dict[Path, str], ...]:
        """The files in groups that are written together or not at all."""
        forms = (self.spec, self.spec.with_name(f"{self.spec.stem}-3.0{self.spec.suffix}"))
        rest = {path: text for path, text in self.texts.items() if path not in forms}
        return ({path: self.texts[path] for path in forms}, rest)

    @property
    def stale(self) -> tuple[Path, ...]:
        """Files of an earlier build that are no longer made."""
        is_stale = self.sockets not in self.texts and is_emitted(read_output(self.sockets))
        return (self.sockets,) if is_stale else ()

    @property
    def changed(self) -> dict[Path, str]:
        """The files whose content on disk differs."""
        return {path: text for path, text in self.texts.items() if read_output(path) != text}


def make_outputs(config: Config, release: Release | None = None, cache: Cache | None = None) -> Outputs:
    """The outputs for the configured pages, with the given or the last release.

    Raises UnusableError if `pages` or `spec` is not configured.
    """
    if not (config.pages and config.spec):
        raise UnusableError(config.lacks("pages", "spec"))
    pages, cache = os.path.relpath(config.pages), cache or Cache()
    made = make(pages, config, release=release, cache=cache)
    require_something(made, pages, config.dialect)
    assert config.older_spec
    assert config.sockets
    versions = {config.spec: made.spec, config.older_spec: to_openapi30(made.spec)}
    if made.sockets:
        versions[config.sockets] = made.sockets
    texts = {path: dump_spec(spec, cache) for path, spec in versions.items()}
    # The accepted list is only rewritten while nothing new is wrong; new findings need `--accept`.
    if config.findings and not compare(made.findings, read_accepted(config.findings), made.site).new:
        texts[config.findings] = accepted_text(made.findings, made.site)
    released = read_names(config.spec)
    in_step = not config.client or is_current(made_from(spec_data(made.spec), released), config.client)
    return Outputs(made, pages, config.spec, texts, config.client, in_step, released, config.sockets)


@dataclass(frozen=True, slots=True)
class Written:
    """The result of writing."""

    paths: tuple[Path, ...] = ()
    """The outputs that changed."""
    removed: tuple[Path, ...] = ()
    """The files that were removed because they are no longer made."""
    failures: tuple[Exception, ...] = ()
    """Why the other outputs are unchanged."""


def finish_interrupted(config: Config) -> None:
    """Finishes what a killed build or release was putting in place, says so, and removes what it has left."""
    released = [released_folder(config.spec)] if config.spec else []
    told = filter(None, (*config.outputs.values(), config.changelog, *released, config.artifacts))
    if done := finish(told):
        say(f"finished what an interrupted run had begun: {', '.join(os.path.relpath(path) for path in done)}")


def write(outputs: Outputs, guard: Guard, cache: Cache | None = None) -> Written:
    """Puts the new outputs in place, together; one that cannot be made stays as it was and holds back no other."""
    done: list[Path] = []
    failures: list[Exception] = []
    removed = outputs.stale
    with Together() as together:
        for texts in outputs.together:
            try:
                for path in texts:
                    guard.require_file(path)
                changed = {path: text for path, text in texts.items() if read_output(path) != text}
                together.texts(changed)
                done += changed
            except (OutputError, OSError) as problem:
                failures.append(problem)
        for path in removed:
            together.gone(path)
        try:
            if outputs.client:
                done += _add_client(outputs, outputs.client, guard, together, cache)
        except (ClientError, OutputError, OSError) as problem:
            failures.append(problem)
        try:
            together.put()
        except (OutputError, OSError) as problem:
            return Written((), (), (*failures, problem))
    return Written(tuple(done), removed, tuple(failures))


def _add_client(
    outputs: Outputs, client: Path, guard: Guard, together: Together, cache: Cache | None
) -> tuple[Path, ...]:
    """Makes the client's folder if it changed; raises ClientError, OutputError and OSError."""
    guard.require_target(client, STAMP)
    if outputs.client_is_current:
        return ()
    made = make_client_beside(outputs, together, cache)
    guard.require_folder(client, STAMP, made)
    together.folder(made, client)
    return (client,)


def require_targets(outputs: Outputs, guard: Guard) -> None:
    """Raises OutputError if an output must not be written, before anything is made."""
    for path in outputs.texts:
        guard.require_file(path)
    if outputs.client:
        guard.require_target(outputs.client, STAMP)


def differences(outputs: Outputs) -> Iterator[str]:
    """The lines where outputs on disk differ from what they should be, up to a limit; raises ClientError."""
    for path, text in outputs.changed.items():
        yield from _difference(read_output(path), text, path)
    yield from (f"{os.path.relpath(path)}: nothing states this any more" for path in outputs.stale)
    if outputs.client_is_current or not outputs.client:
        return
    with ExitStack() as stack:
        made = make_client_in(Path(stack.enter_context(tempfile.TemporaryDirectory())), outputs)
        names = sorted({path.relative_to(root) for root in (made, outputs.client) for path in _files(root)})
        for name in names:
            yield from _difference(read_output(outputs.client / name), read_output(made / name), outputs.client / name)


def make_client_beside(outputs: Outputs, together: Together, cache: Cache | None = None) -> Path:
    """The client in a temporary folder next to the old one, not added yet; raises ClientError."""
    assert outputs.client
    outputs.client.parent.mkdir(parents=True, exist_ok=True)
    return make_client_in(together.folder_for(outputs.client), outputs, cache, outputs.client)


def make_client_in(folder: Path, outputs: Outputs, cache: Cache | None = None, old: Path | None = None) -> Path:
    """The client in the folder, under its own name, to take the place of the old one; raises ClientError."""
    from jekyll_openapi.client.generate import write_client

    assert outputs.client
    with working("making the client ..."), named(outputs.client):
        write_client(outputs.made.spec, folder / outputs.client.name, cache, outputs.released, old)
    return folder / outputs.client.name


def _files(root: Path) -> list[Path]:
    return [*made_files(root), *root.glob(STAMP)] if root.is_dir() else []


def read_output(path: Path) -> str:
    """The content of an output file; empty if there is none."""
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""


def _difference(old: str, new: str, path: Path) -> Iterator[str]:
    """The differing lines of two texts, from the first difference on, up to a limit."""
    if old == new:
        return
    name, olds, news = os.path.relpath(path), old.splitlines(), new.splitlines()
    same = next((at for at, (one, other) in enumerate(zip(olds, news, strict=False)) if one != other), 0)
    start = max(same - 1, 0)
    shown = slice(start, start + _MOST_COMPARED)
    lines = list(difflib.unified_diff(olds[shown], news[shown], name, f"{name} (new)", n=1, lineterm=""))
    for line in lines[:_MOST_LINES]:
        yield _HUNK.sub(lambda match: f"{match[1]}{int(match[2]) + start}", line) if line.startswith("@@ ") else line
    left = max(len(olds), len(news)) - start - _MOST_COMPARED
    if len(lines) > _MOST_LINES or left > 0:
        more = f"at least {len(lines) - _MOST_LINES}" if left > 0 else str(len(lines) - _MOST_LINES)
        yield f"... and {more} more lines" if len(lines) > _MOST_LINES else "... and perhaps more"
