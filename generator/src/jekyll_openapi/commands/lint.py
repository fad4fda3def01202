"""`lint`: reports what is wrong with pages."""

import argparse
import sys
from pathlib import Path

from jekyll_openapi.accepted import accepted_text
from jekyll_openapi.accounting.account import account
from jekyll_openapi.commands.console import FINDINGS, FINE, counted, put, say, say_next, show
from jekyll_openapi.commands.description import is_configured, make, new_findings, pages_of, report_findings
from jekyll_openapi.commands.nothing_read import require_something
from jekyll_openapi.config import Config, find_config
from jekyll_openapi.diagnostics import Diagnostic
from jekyll_openapi.output.together import write_text
from jekyll_openapi.pipeline import Made
from jekyll_openapi.report import FORMATS, Sources, by_cause
from jekyll_openapi.rules import RULES
from jekyll_openapi.terminal import page_of
from jekyll_openapi.unusable import UnusableError


def run(options: argparse.Namespace) -> int:
    """Prints findings, inferred types or statistics, or adds findings to the accepted list."""
    config = find_config(Path.cwd(), options.config)
    pages = pages_of(options.pages, config)
    made = make(pages, config, options.base, keeps_text=True)
    if options.accept is not None:
        return _accept(made, pages, config, options.accept)
    if options.statistics:
        return _statistics(made, config)
    new = made.inferred if options.inferred else new_findings(made, pages, config)
    fresh = set(new)
    known = () if options.inferred else tuple(one for one in made.findings if one not in fresh)
    shown = made.findings if options.all and not options.inferred else new
    put(*FORMATS[options.format](shown, Sources.of(pages, accepted=known), page_of(sys.stdout)))
    code = FINE if options.inferred else report_findings(made, pages, config, listed=not (options.all and known))
    require_something(made, pages, config.dialect)
    if code and options.format in ("concise", "full"):
        _say_next(new[0], is_acceptable=bool(is_configured(pages, config) and config.findings))
    return code


def _say_next(one: Diagnostic, *, is_acceptable: bool) -> None:
    """What can be done about a finding."""
    accept = ["`lint --accept` accepts what is right"] if is_acceptable else []
    say_next(f"`jekyll-openapi rule {one.rule.name}` explains the first", *accept)


def _accept(made: Made, pages: str, config: Config, what: str) -> int:
    """Writes the accepted list: all findings, or those of one rule or page in addition to the accepted ones."""
    if not (config.pages and config.findings):
        raise UnusableError(f'{config.lacks("pages", "findings")} for --accept, as in `findings = "findings.txt"`')
    if not is_configured(pages, config):
        raise UnusableError("--accept is for the configured pages alone: name these, or none")
    config.guard(config.findings).require_file(config.findings)
    left = set(new_findings(made, pages, config))
    kept = tuple(one for one in made.findings if one not in left or _is_meant(one, what))
    if what and what not in RULES and not any(one.location.file == what for one in made.findings):
        raise UnusableError(f"{what} is neither a rule nor a page with findings")
    write_text(config.findings, accepted_text(kept, made.site))
    say(f"{counted(len(by_cause(kept)), 'finding')} accepted in {config.findings.name}")
    return FINE


def _is_meant(one: Diagnostic, what: str) -> bool:
    """Whether the finding belongs to the rule or page; True for all if none is named."""
    return not what or what in (one.rule.name, one.location.file)


def _statistics(made: Made, config: Config) -> int:
    """Prints where the lines of the pages went, and the lines that are unaccounted for."""
    books = account(made.site, made.stated, made.findings, config.dialect)
    show(*books.table(), *(f"unexplained: {one.location}: {one.kind} `{one.text}`" for one in books.unexplained))
    return FINDINGS if books.unexplained else FINE
