"""`site`: the reference page, one HTML file that needs nothing else."""

import argparse
import os
from pathlib import Path

from jekyll_openapi.commands.console import FINE, say
from jekyll_openapi.commands.making import make
from jekyll_openapi.config import find_config
from jekyll_openapi.output.files import write_text
from jekyll_openapi.unusable import UnusableError


def run(options: argparse.Namespace) -> int:
    """Writes the page of the configured pages with all their findings."""
    from jekyll_openapi.reference.page import render_reference

    config = find_config(Path.cwd(), options.config)
    if not config.pages:
        raise UnusableError("[tool.jekyll-openapi] of the nearest pyproject.toml or jekyll-openapi.toml wants `pages`")
    config.guard().require_file(options.output)
    made = make(os.path.relpath(config.pages), config)
    options.output.parent.mkdir(parents=True, exist_ok=True)
    write_text(options.output, render_reference(made.spec, made.findings))
    say(f"wrote {options.output}")
    return FINE
