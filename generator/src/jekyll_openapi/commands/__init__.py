"""The commands of `jekyll-openapi`: one module each, with a function `run` from options to exit code."""

import argparse
from collections.abc import Callable
from importlib import import_module

from jekyll_openapi.commands.console import QUIET
from jekyll_openapi.commands.failures import guarded


def run(options: argparse.Namespace) -> int:
    """Runs the command in the options; returns the exit code."""
    command: Callable[[argparse.Namespace], int] = import_module(f"jekyll_openapi.commands.{options.command}").run
    was_quiet = QUIET.set(getattr(options, "quiet", False))
    try:
        return guarded(lambda: command(options))
    finally:
        QUIET.reset(was_quiet)
