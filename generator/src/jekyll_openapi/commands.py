"""The commands of `jekyll-openapi`, one function each, returning the exit code."""

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from jekyll_openapi.accepted import accepted_text, compare, read_accepted
from jekyll_openapi.accounting import account
from jekyll_openapi.api.dialect import TRADOVATE
from jekyll_openapi.config import Config, ConfigError, find_config
from jekyll_openapi.output import write_text
from jekyll_openapi.pipeline import Made, NoPagesError, make_spec
from jekyll_openapi.report import FORMATS, Sources, concise
from jekyll_openapi.rules import RULES
from jekyll_openapi.spec.base import Base, BaseError, read_base
from jekyll_openapi.spec.only import UnknownOperationError
from jekyll_openapi.spec.overlay import Action, OverlayError, read_overlay

FINE, FINDINGS, UNUSABLE = 0, 1, 2


def run(options: argparse.Namespace) -> int:
    """Runs the command that the options name; every failure becomes one line on standard error."""
    command: Callable[[argparse.Namespace], int] = _COMMANDS[options.command]
    try:
        return command(options)
    except NoPagesError as problem:
        _say(*concise(problem.diagnostics, Sources(_root(Path(options.pages)), _shown(options.pages))))
        return _fail(f"{problem} in {options.pages}", "give a folder of Markdown pages, or one page")
    except BrokenPipeError:
        raise
    except OSError as problem:
        return _fail(f"{problem.filename or ''}: {problem.strerror or problem}".removeprefix(": "))
    except (ConfigError, BaseError, OverlayError, UnknownOperationError, UnicodeDecodeError, _UnusableError) as problem:
        return _fail(str(problem))
    except RecursionError:
        return _fail("the input is nested too deeply")


class _UnusableError(Exception):
    """What was asked for cannot be done; says why."""


def _spec(options: argparse.Namespace) -> int:
    config = find_config(Path.cwd())
    made = _made(options, config)
    if options.output == "-":
        sys.stdout.write(made.text)
        sys.stdout.flush()
    else:
        write_text(Path(options.output), made.text)
    return _judge(made, options.pages, config)


def _lint(options: argparse.Namespace) -> int:
    config = find_config(Path.cwd())
    made = _made(options, config)
    shown = made.inferred if options.inferred else made.findings
    sources = Sources(_root(Path(options.pages)), _shown(options.pages))
    if options.accept:
        if not _is_configured(options.pages, config) or not config.findings:
            raise _UnusableError(
                "--accept wants the pages that are configured, with `findings` in [tool.jekyll-openapi]"
            )
        write_text(config.findings, accepted_text(made.findings))
        _say(f"{len(made.findings)} findings accepted in {config.findings.name}")
        return FINE
    lines = _statistics(made) if options.statistics else FORMATS[options.format](shown, sources)
    for line in lines:
        print(line)
    sys.stdout.flush()
    return FINE if options.inferred or options.statistics else _judge(made, options.pages, config, listed=True)


def _statistics(made: Made) -> Iterator[str]:
    """How many of what the pages state went where; below, what is in neither spec nor findings, which is a defect."""
    books = account(made.site, made.spec, made.findings, TRADOVATE)
    yield from books.table()
    yield from (f"unexplained: {one.location}: {one.kind} `{one.text}`" for one in books.unexplained)


def _client(options: argparse.Namespace) -> int:
    from jekyll_openapi.client.generate import ClientError, make_client

    try:
        make_client(options.spec.read_text(encoding="utf-8"), options.output)
    except ClientError as problem:
        _say(*problem.problems)
        return _fail(f"no client can be made from {options.spec}", f"{options.output} is as it was")
    return FINE


def _build(options: argparse.Namespace) -> int:
    started = time.monotonic()
    config = find_config(Path.cwd())
    if not (config.pages and config.spec and config.client):
        raise _UnusableError("[tool.jekyll-openapi] of the nearest pyproject.toml wants `pages`, `spec` and `client`")
    options.pages, options.base = os.path.relpath(config.pages), None
    made = _made(options, config)
    write_text(config.spec, made.text)
    options.spec, options.output = config.spec, config.client
    if failed := _client(options):
        return failed
    code = _judge(made, options.pages, config)
    if code == FINE and config.findings:
        write_text(config.findings, accepted_text(made.findings))
    counts = (len(made.site.pages), len(made.api.operations), len(made.api.schemas), len(made.findings))
    _say("{} pages, {} operations, {} schemas, {} findings".format(*counts) + f", {time.monotonic() - started:.1f} s")
    _say(f"wrote {os.path.relpath(config.spec)} and {os.path.relpath(config.client)}{os.sep}")
    return code


def _rule(options: argparse.Namespace) -> int:
    import difflib

    if options.name is None:
        for rule in RULES.values():
            print(f"{rule.name:24} {rule.severity:8} {rule.summary}")
        return FINE
    if options.name not in RULES:
        near = difflib.get_close_matches(options.name, RULES, n=1)
        return _fail(f"there is no rule {options.name}", f"did you mean {near[0]}?" if near else "`rule` lists all")
    rule = RULES[options.name]
    print(f"{rule.name} ({rule.severity})\n\n{rule.summary}\n\n{rule.explanation}")
    return FINE


_COMMANDS = {"spec": _spec, "lint": _lint, "client": _client, "build": _build, "rule": _rule}


def _made(options: argparse.Namespace, config: Config) -> Made:
    base_file = options.base or config.base
    base = read_base(base_file) if base_file else Base()
    overlay = _overlay(options.pages, config)
    with _Progress() as progress:
        only = getattr(options, "only", ())
        return make_spec(Path(options.pages), base, overlay=overlay, only=only, progress=progress.show)


def _overlay(pages: str, config: Config) -> tuple[Action, ...]:
    """The corrections, which are made for the configured pages alone."""
    if not config.overlay or not config.pages or not _is_configured(pages, config):
        return ()
    return read_overlay(config.overlay, os.path.relpath(config.overlay, config.pages).replace(os.sep, "/"))


def _judge(made: Made, pages: str, config: Config, *, listed: bool = False) -> int:
    """Says what is new against the accepted list and what has gone from it; the exit code that follows."""
    accepted = read_accepted(config.findings) if _is_configured(pages, config) else ""
    comparison = compare(made.findings, accepted)
    sources = Sources(_root(Path(pages)), _shown(pages))
    if accepted or not listed:
        _say(*(f"+ {line}" if accepted else line for line in concise(comparison.new, sources)))
    _say(*(f"- {line}" for line in comparison.vanished))
    if comparison.new:
        known = f", {len(made.findings) - len(comparison.new)} accepted" if accepted else ""
        _say(f"{len(comparison.new)} findings{known}")
    return FINDINGS if comparison.new else FINE


def _is_configured(pages: str, config: Config) -> bool:
    return config.pages is not None and Path(pages).resolve() == config.pages


def _root(pages: Path) -> Path:
    return pages if pages.is_dir() else pages.parent


def _shown(pages: str) -> str:
    return pages if os.path.isdir(pages) else os.path.dirname(pages)


def _say(*lines: str) -> None:
    for line in lines:
        print(line, file=sys.stderr)


def _fail(message: str, hint: str = "") -> int:
    _say(f"jekyll-openapi: error: {message}", *([f"  hint: {hint}"] if hint else []))
    return UNUSABLE


@dataclass(slots=True)
class _Progress:
    """Shows on a terminal how far the reading is, once it has taken a second."""

    started: float = 0.0
    shown: bool = False

    def __enter__(self) -> "_Progress":
        self.started = time.monotonic()
        return self

    def show(self, done: int, total: int) -> None:
        if sys.stderr.isatty() and time.monotonic() - self.started > 1:
            self.shown = True
            print(f"\r{done} of {total} pages", end="", file=sys.stderr, flush=True)

    def __exit__(self, *_: object) -> None:
        if self.shown:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
