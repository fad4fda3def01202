"""`check`: whether what is published is what the pages give; writes nothing."""

import argparse
from pathlib import Path

from jekyll_openapi.commands.console import FINDINGS, FINE, say, show
from jekyll_openapi.commands.making import judge
from jekyll_openapi.commands.outputs import differences, make_outputs
from jekyll_openapi.config import find_config


def run(options: argparse.Namespace) -> int:
    """Prints what is not in step; the exit code tells whether something is."""
    config = find_config(Path.cwd(), options.config)
    outputs = make_outputs(config)
    lines = list(differences(outputs))
    show(*lines)
    if lines:
        say("The outputs are out of date: run `jekyll-openapi build`")
    code = judge(outputs.made, outputs.pages, config)
    return FINDINGS if lines else code or FINE
