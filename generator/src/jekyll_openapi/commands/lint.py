"""`lint`: what is wrong with pages."""

import argparse
import sys
from pathlib import Path

from jekyll_openapi.accepted import accepted_text
from jekyll_openapi.accounting.account import account
from jekyll_openapi.commands.console import FINDINGS, FINE, UnusableError, counted, say, show
from jekyll_openapi.commands.making import is_configured, judge, make
from jekyll_openapi.config import Config, find_config
from jekyll_openapi.output.files import write_text
from jekyll_openapi.pipeline import Made
from jekyll_openapi.report import FORMATS, Sources, by_cause


def run(options: argparse.Namespace) -> int:
    """Prints findings, inferences or statistics, or accepts the findings."""
    config = find_config(Path.cwd())
    made = make(options.pages, config, options.base)
    if options.accept:
        return _accept(made, options.pages, config)
    shown = made.inferred if options.inferred else made.findings
    if options.statistics:
        return _statistics(made, config)
    for line in FORMATS[options.format](shown, Sources.of(options.pages)):
        print(line)
    sys.stdout.flush()
    return FINE if options.inferred else judge(made, options.pages, config, listed=True)


def _accept(made: Made, pages: str, config: Config) -> int:
    if not is_configured(pages, config) or not config.findings:
        raise UnusableError("--accept wants the pages that are configured, and `findings` in [tool.jekyll-openapi]")
    config.guard(config.findings).require_file(config.findings)
    write_text(config.findings, accepted_text(made.findings))
    say(f"{counted(len(by_cause(made.findings)), 'finding')} accepted in {config.findings.name}")
    return FINE


def _statistics(made: Made, config: Config) -> int:
    """Prints how many lines of the pages went where; below, what is neither in the spec nor found nor explained."""
    books = account(made.site, made.spec, made.findings, config.dialect)
    show(*books.table(), *(f"unexplained: {one.location}: {one.kind} `{one.text}`" for one in books.unexplained))
    sys.stdout.flush()
    return FINDINGS if books.unexplained else FINE
