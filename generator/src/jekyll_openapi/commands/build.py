"""`build`: description, findings and client, as configured."""

import argparse
import os
import time
from pathlib import Path

from jekyll_openapi.accepted import accepted_text
from jekyll_openapi.commands import client
from jekyll_openapi.commands.console import FINE, UnusableError, counted, say
from jekyll_openapi.commands.making import judge, make
from jekyll_openapi.config import find_config
from jekyll_openapi.output import write_text


def run(_: argparse.Namespace) -> int:
    """Writes everything that is configured and says what it was made of."""
    started = time.monotonic()
    config = find_config(Path.cwd())
    if not (config.pages and config.spec and config.client):
        raise UnusableError("[tool.jekyll-openapi] of the nearest pyproject.toml wants `pages`, `spec` and `client`")
    pages = os.path.relpath(config.pages)
    made = make(pages, config)
    write_text(config.spec, made.text)
    if failed := client.make(config.spec, config.client):
        return failed
    code = judge(made, pages, config)
    if code == FINE and config.findings:
        write_text(config.findings, accepted_text(made.findings))
    parts = (
        counted(len(made.site.pages), "page"),
        counted(len(made.api.operations), "operation"),
        counted(len(made.api.schemas), "schema"),
        counted(len(made.findings), "finding"),
        f"{time.monotonic() - started:.1f} s",
    )
    say(", ".join(parts))
    say(f"wrote {os.path.relpath(config.spec)} and {os.path.relpath(config.client)}{os.sep}")
    return code
