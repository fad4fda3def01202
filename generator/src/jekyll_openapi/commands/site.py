"""`site`: writes the reference page, a single HTML file."""

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from jekyll_openapi.commands.console import FINE, say, working, wrote
from jekyll_openapi.commands.description import make
from jekyll_openapi.commands.nothing_read import require_something
from jekyll_openapi.config import Config, find_config
from jekyll_openapi.openapi.reading import read_text
from jekyll_openapi.output.together import write_text
from jekyll_openapi.pipeline import Made
from jekyll_openapi.release.state import read_release
from jekyll_openapi.unusable import UnusableError

if TYPE_CHECKING:
    from jekyll_openapi.reference.page import Beside


def run(options: argparse.Namespace) -> int:
    """Writes the reference page for the configured pages, with all findings."""
    from jekyll_openapi.reference.page import render_reference

    config = find_config(Path.cwd(), options.config)
    if not config.pages:
        raise UnusableError(config.lacks("pages"))
    config.guard().require_file(options.output)
    pages = os.path.relpath(config.pages)
    made = make(pages, config)
    require_something(made, pages, config.dialect)
    if not options.output.parent.is_dir():
        options.output.parent.mkdir(parents=True, exist_ok=True)
    with working("writing the page ..."):
        is_new = write_text(options.output, render_reference(made.spec, made.findings, _beside(config, made)))
    say(f"{wrote(options.output, is_new=is_new)}: open it in a browser, it works offline")
    return FINE


def _beside(config: Config, made: Made) -> "Beside":
    """The AsyncAPI document, and the changelog and names of the last release."""
    from jekyll_openapi.reference.page import Beside
    from jekyll_openapi.release.plan import read_names

    if not config.spec:
        return Beside(made.sockets)
    log = config.changelog
    changelog = read_text(log) if log and log.is_file() and read_release(config.spec) else ""
    return Beside(made.sockets, changelog, read_names(config.spec))
