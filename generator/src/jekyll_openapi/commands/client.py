"""`client`: the Python client of a description."""

import argparse
from dataclasses import replace
from pathlib import Path

from jekyll_openapi.commands.console import FINE, say
from jekyll_openapi.config import ConfigError, find_config
from jekyll_openapi.openapi.reading import read
from jekyll_openapi.output.guard import Guard


def run(options: argparse.Namespace) -> int:
    """Makes the client."""
    from jekyll_openapi.client.generate import make_client

    source = read(options.spec)
    if not isinstance(source.content, dict):
        raise source.refusal((), "no OpenAPI description")
    guard = replace(_guard(), force=options.force)
    make_client(source.content, options.output, guard=guard.keeping({"SPEC": options.spec}))
    return FINE


def _guard() -> Guard:
    """What is configured here must not go; a client can be made where the configuration is broken."""
    try:
        config = find_config(Path.cwd())
    except ConfigError:
        return Guard(warn=say)
    return config.guard(config.client, warn=say)
