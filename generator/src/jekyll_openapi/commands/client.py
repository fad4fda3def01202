"""`client`: the Python client of a description."""

import argparse

from jekyll_openapi.commands.console import FINE, UnusableError
from jekyll_openapi.openapi.yaml import YamlError, load


def run(options: argparse.Namespace) -> int:
    """Makes the client."""
    from jekyll_openapi.client.generate import make_client

    try:
        spec = load(options.spec.read_text(encoding="utf-8"))
    except YamlError as problem:
        raise UnusableError(f"{options.spec} is no YAML: {problem}") from problem
    if not isinstance(spec, dict):
        raise UnusableError(f"{options.spec} is no OpenAPI description")
    make_client(spec, options.output)
    return FINE
