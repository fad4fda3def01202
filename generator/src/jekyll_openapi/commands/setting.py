"""`setting`: what a setting of a dialect does, or all of them."""

import argparse

from jekyll_openapi.api.settings import explained, summaries
from jekyll_openapi.commands.console import FINE, fail, hanging
from jekyll_openapi.nearest import nearest


def run(options: argparse.Namespace) -> int:
    """Prints one setting with its type, its default and an example, or a line for each setting."""
    known = summaries()
    if options.name is None:
        width = max(map(len, known))
        for name, about in known.items():
            first, more, _ = about.partition(". ")
            print(hanging(f"{name:{width}} ", f"{first}{'.' if more else ''}"))
        return FINE
    if options.name not in known:
        near = nearest(options.name, known)
        return fail(
            f"there is no setting {options.name}", f"did you mean {near[0]}?" if near else "`setting` lists all"
        )
    print(options.name, "", *(hanging("", line) for line in explained(options.name)), sep="\n")
    return FINE
