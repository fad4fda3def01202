"""`client`: the Python client of a description."""

import argparse

from jekyll_openapi.commands.console import FINE


def run(options: argparse.Namespace) -> int:
    """Makes the client."""
    from jekyll_openapi.client.generate import make_client

    make_client(options.spec.read_text(encoding="utf-8"), options.output)
    return FINE
