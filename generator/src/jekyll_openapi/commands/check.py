"""`check`: compares the outputs on disk with what the pages give, and writes nothing."""

import argparse
from pathlib import Path

from jekyll_openapi.commands.console import FINDINGS, say, show
from jekyll_openapi.commands.description import report_findings
from jekyll_openapi.commands.outputs import differences, make_outputs
from jekyll_openapi.config import find_config


def run(options: argparse.Namespace) -> int:
    """Prints the differences; the exit code says whether there are any."""
    config = find_config(Path.cwd(), options.config)
    outputs = make_outputs(config)
    lines = list(differences(outputs))
    show(*lines)
    code = report_findings(outputs.made, outputs.pages, config)
    if lines:
        say("The outputs are out of date: run `jekyll-openapi build`")
    else:
        say("Already up to date" + (", but there are findings that are not accepted" if code else ""))
    return FINDINGS if lines else code
