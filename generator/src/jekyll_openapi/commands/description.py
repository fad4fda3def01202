"""Makes a description as configured, and compares its findings with the accepted list."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from jekyll_openapi.accepted import Comparison, compare, read_accepted
from jekyll_openapi.api.build import NO_NAMES
from jekyll_openapi.cache import Cache
from jekyll_openapi.commands.console import FINDINGS, FINE, Progress, counted, say
from jekyll_openapi.commands.nothing_read import is_page
from jekyll_openapi.config import Config
from jekyll_openapi.diagnostics import Diagnostic, NoPagesError
from jekyll_openapi.ignored import without
from jekyll_openapi.pipeline import Made, make_spec
from jekyll_openapi.records import replace
from jekyll_openapi.release.state import Release, read_kept, read_release
from jekyll_openapi.report import Sources, by_cause, by_rule, concise
from jekyll_openapi.spec.base import Base, read_base
from jekyll_openapi.spec.overlay import Action, read_overlay
from jekyll_openapi.terminal import page_of
from jekyll_openapi.unusable import UnusableError

_MOST_UNSORTED = 10
"""Most findings that are listed without a summary by rule."""


def make(
    pages: str,
    config: Config,
    base: Path | None = None,
    only: Sequence[str] = (),
    release: Release | None = None,
    cache: Cache | None = None,
    *,
    keeps_text: bool = False,
) -> Made:
    """The description of the pages.

    `base` and `release` replace the configured base description and the last release. The pages have no text without
    `keeps_text`, which takes more memory.
    """
    base_file = base or config.base
    read = read_base(base_file) if base_file else Base()
    if base or not config.spec or not is_configured(pages, config):
        release = None
    elif release := release or read_release(config.spec):
        read = release.over(read)
    overlay = _overlay(pages, config)
    if Path(pages).is_file() and not is_page(Path(pages)):
        raise NoPagesError(pages, ())
    with Progress() as progress:
        made = make_spec(
            Path(pages),
            read,
            overlay=overlay,
            only=only,
            dialect=config.dialect,
            limits=config.limits,
            progress=progress.show,
            cache=cache,
            kept=read_kept(config.spec) if config.spec and is_configured(pages, config) else NO_NAMES,
            keeps_text=keeps_text,
        )
    spec = release.renamed.over(made.spec) if release and not only else made.spec
    return replace(made, spec=spec, findings=without(made.findings, config.ignore))


def pages_of(named: str, config: Config) -> str:
    """The pages that an argument names, else those that are configured; raises UnusableError where neither does."""
    if named or config.pages:
        return named or os.path.relpath(config.pages or "")
    raise UnusableError("no pages are named and none are configured: give a folder, or run `jekyll-openapi init DOCS`")


def new_findings(made: Made, pages: str, config: Config) -> tuple[Diagnostic, ...]:
    """The findings that are not in the accepted list."""
    return _compared(made, pages, config).new


def _compared(made: Made, pages: str, config: Config) -> Comparison:
    accepted = read_accepted(config.findings) if is_configured(pages, config) else ""
    return compare(made.findings, accepted, made.site)


def report_findings(made: Made, pages: str, config: Config, *, listed: bool = False) -> int:
    """Prints new findings and accepted ones that vanished; returns the exit code."""
    comparison = _compared(made, pages, config)
    accepted = is_configured(pages, config) and config.findings is not None and config.findings.exists()
    if not listed:
        lines = concise(comparison.new, Sources.of(pages), page_of(sys.stderr))
        say(*(f"+ {line}" if accepted else line for line in lines))
    say(*(f"- {line}" for line in comparison.vanished))
    if comparison.new:
        count = len(by_cause(comparison.new))
        if listed and count > _MOST_UNSORTED:
            say("", *by_rule(comparison.new))
        known = f", {len(by_cause(made.findings)) - count} accepted" if accepted else ""
        say(f"{counted(count, 'finding')}{known}")
    return FINDINGS if comparison.new else FINE


def is_configured(pages: str, config: Config) -> bool:
    """Whether these are the configured pages, so that the configured overlay and accepted list apply."""
    return config.pages is not None and Path(pages).resolve() == config.pages


def _overlay(pages: str, config: Config) -> tuple[Action, ...]:
    if not config.overlay or not config.pages or not is_configured(pages, config):
        return ()
    return read_overlay(config.overlay, os.path.relpath(config.overlay, config.pages).replace(os.sep, "/"))
