"""`client`: the Python client of a description."""

import argparse
from pathlib import Path

from jekyll_openapi.commands.console import FINE, fail, say


def run(options: argparse.Namespace) -> int:
    """Makes the client."""
    return make(options.spec, options.output)


def make(spec: Path, output: Path) -> int:
    """Makes the client of a file, or says why it cannot and leaves the output as it was."""
    from jekyll_openapi.client.generate import ClientError, make_client

    try:
        make_client(spec.read_text(encoding="utf-8"), output)
    except ClientError as problem:
        say(*problem.problems)
        return fail(f"no client can be made from {spec}", f"{output} is as it was")
    return FINE
