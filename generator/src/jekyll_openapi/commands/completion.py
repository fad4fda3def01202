"""`completion`: the script with which a shell completes commands, options, rules and settings.

The scripts are files: to make one takes longer than all else that the command does. `tests/cli/test_completion.py`
makes them from the parser of the arguments.
"""

import argparse
from pathlib import Path

from jekyll_openapi.commands.console import FINE, put

SCRIPTS = Path(__file__).parent / "completions"
"""A script a shell, by the name of the shell."""


def run(options: argparse.Namespace) -> int:
    """Prints the script for the shell that is named."""
    put((SCRIPTS / options.shell).read_text("utf-8").removesuffix("\n"))
    return FINE
