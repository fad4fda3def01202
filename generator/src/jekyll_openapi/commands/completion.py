"""`completion`: the script with which a shell completes commands, options, rules and settings."""

import argparse
from collections.abc import Iterable, Mapping
from typing import Any

from jekyll_openapi.api.settings import summaries
from jekyll_openapi.arguments import commands_of, make_parser
from jekyll_openapi.commands.console import FINE, put
from jekyll_openapi.rules import RULES


def run(options: argparse.Namespace) -> int:
    """Prints the script for the shell that is named."""
    import shtab

    parser = make_parser()
    names: Mapping[str, Iterable[str]] = {"rule": RULES, "setting": summaries()}
    for command, one in commands_of(parser).items():
        for action in one._actions:
            if action.metavar == "NAME" and not action.option_strings:
                action.choices = tuple(names[command])
            elif place := _PLACES.get(str(action.metavar)):
                told: Any = action
                told.complete = getattr(shtab, place)
    put(shtab.complete(parser, options.shell))
    return FINE


_PLACES = {
    "FILE": "FILE",
    "PAGES": "FILE",
    "SPEC": "FILE",
    "OLD": "FILE",
    "NEW": "FILE",
    "DOCS": "DIRECTORY",
    "DIR": "DIRECTORY",
}
"""What is completed for an argument: files or folders, by the word that stands for it in the help."""
