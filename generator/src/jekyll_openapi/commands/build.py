"""`build`: writes description, findings and client as configured."""

import argparse
import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from jekyll_openapi.cache import Cache
from jekyll_openapi.commands.console import FINDINGS, FINE, UNUSABLE, counted, say, say_next
from jekyll_openapi.commands.description import new_findings, report_findings
from jekyll_openapi.commands.failures import guarded, refused
from jekyll_openapi.commands.outputs import (
    Outputs,
    finish_interrupted,
    make_client_in,
    make_outputs,
    read_output,
    write,
)
from jekyll_openapi.commands.watch import watch
from jekyll_openapi.config import Config, find_config
from jekyll_openapi.diagnostics import Diagnostic
from jekyll_openapi.diff.compare import compare_specs
from jekyll_openapi.diff.cursor import Spec
from jekyll_openapi.diff.reading import SpecError, as_read, described
from jekyll_openapi.diff.show import brief
from jekyll_openapi.diff.sockets import NO_SOCKETS, check_sockets, is_sockets, with_sockets
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.reading import ReadError, parse
from jekyll_openapi.report import by_cause


def run(options: argparse.Namespace) -> int:
    """Writes all configured outputs and prints a summary; with `--watch`, again after each change."""
    config = find_config(Path.cwd(), options.config)
    if not options.watch:
        return _build(config, Cache(), force=options.force)
    cache, codes = Cache(), list[int]()
    return watch(
        config,
        lambda: codes.append(guarded(lambda: _build(config, cache, force=options.force))),
        lambda config: guarded(lambda: _build(config, cache, keep_good=True)),
        lambda: codes == [UNUSABLE] or guarded(lambda: _fill(cache, config)),
    )


def _build(config: Config, cache: Cache, *, keep_good: bool = False, force: bool = False) -> int:
    """Runs one build. With `keep_good`, nothing is written while a page cannot be read that could be read before."""
    started = time.monotonic()
    finish_interrupted(config)
    outputs = make_outputs(config, cache=cache)
    if keep_good and _is_unread(outputs, config):
        report_findings(outputs.made, outputs.pages, config)
        say("a page cannot be read: the last good output was kept")
        return FINDINGS
    before = read_output(outputs.spec)
    sockets = read_output(outputs.sockets)
    written = write(outputs, config.guard(*config.outputs.values(), force=force, warn=say), cache)
    code = found = report_findings(outputs.made, outputs.pages, config)
    for problem in written.failures:
        refused(problem)
        code = FINDINGS
    # To have found that there is nothing to write takes no time that anyone asks for, and can be said again.
    took = f", {time.monotonic() - started:.1f} s" if written.paths or written.removed else ""
    say(f"{_summary(outputs)}{took}")
    say(*(f"removed {os.path.relpath(path)}: nothing states it any more" for path in written.removed))
    if written.paths or not (written.failures or written.removed):
        names = ", ".join(os.path.relpath(path) for path in written.paths)
        say(f"wrote {names}" if names else "Already up to date")
    if {outputs.spec, outputs.sockets} & {*written.paths, *written.removed}:
        say(*_for_callers(before, sockets, outputs, cache))
    if not keep_good:
        _say_next(outputs, found, is_first=outputs.spec in written.paths and not before)
    cache.end_round()
    return code


def _is_unread(outputs: Outputs, config: Config) -> bool:
    """Whether a page cannot be read, and this is not accepted."""

    def is_error(one: Diagnostic) -> bool:
        return one.rule.severity == "error"

    found = outputs.made.findings
    # The list of what is accepted is asked only where there is something to ask.
    return any(map(is_error, found)) and any(map(is_error, new_findings(outputs.made, outputs.pages, config)))


def _say_next(outputs: Outputs, found: int, *, is_first: bool) -> None:
    """Where findings are shown with their lines; what the first outputs are good for."""
    if found == FINDINGS:
        say_next("`jekyll-openapi lint --format full` shows the findings with their lines")
    if is_first:
        client = outputs.client
        install = [f"`pip install ./{os.path.relpath(client)}`"] if client and client.is_dir() else []
        say_next(*install, "`jekyll-openapi site -o reference.html`")


def _for_callers(before: str, sockets: str, outputs: Outputs, cache: Cache) -> Iterator[str]:
    """The lines that tell callers of the old description and its sockets what changed for them."""
    if not before:
        return
    kept: tuple[str, Spec] | None = cache.find("description")
    try:
        old = kept[1] if kept and kept[0] == before else Spec.of(described(parse(before)))
    except ReadError:
        return
    new = _as_spec(outputs, old, cache)
    changes = compare_specs(old, new, has_client=bool(outputs.client)) if old.content != new.content else ()
    told = _as_sockets(sockets, cache)
    _keep(outputs, new.alone(), cache)
    if sockets != (now := outputs.texts.get(outputs.sockets, "")) and told is not None:
        changes = with_sockets(changes, (old.content, told), (new.content, _as_sockets(now, cache) or NO_SOCKETS))
    if changes:
        yield from brief(changes)


def _as_spec(outputs: Outputs, before: Spec | None, cache: Cache) -> Spec:
    """The new description; lowered already where a client was made of it."""
    spec = Spec.of(as_read(outputs.made.spec), before)
    kept: tuple[Json, Json] | None = cache.find("lowered")
    if kept and kept[0] is outputs.made.spec:
        spec.names.lowered = kept[1]
    return spec


def _keep(outputs: Outputs, spec: Spec, cache: Cache) -> None:
    """Keeps what the next build compares with."""
    cache.keep("description", (outputs.texts[outputs.spec], spec))
    if outputs.made.sockets:
        cache.keep("sockets", (outputs.texts[outputs.sockets], as_read(outputs.made.sockets)))


def _as_sockets(text: str, cache: Cache) -> Json | None:
    """An AsyncAPI document as it stood, one without sockets where there was none; None if it cannot be read."""
    if not text:
        return NO_SOCKETS
    known: tuple[str, Json] = cache.find("sockets") or ("", {})
    if known[0] == text:
        return known[1]
    try:
        found = as_read(parse(text).content)
        return check_sockets(found) if is_sockets(found) else None
    except (ReadError, SpecError):
        return None


def _fill(cache: Cache, config: Config) -> int:
    """Fills the cache with a client that is not written, so that the first save is fast."""
    outputs = make_outputs(config, cache=cache)
    with tempfile.TemporaryDirectory() as folder:
        make_client_in(Path(folder), outputs, cache)
    _keep(outputs, _as_spec(outputs, None, cache).alone(), cache)
    return FINE


def _summary(outputs: Outputs) -> str:
    made = outputs.made
    parts = (
        counted(len(made.site.pages), "page"),
        counted(len(made.api.operations), "operation"),
        counted(len(made.api.schemas), "schema"),
        counted(len(by_cause(made.findings)), "finding"),
    )
    return ", ".join(parts)
