"""`setting`: explains a dialect setting, or lists all settings."""

import argparse

from jekyll_openapi.api.settings import explained, summaries
from jekyll_openapi.commands.console import FINE, fail, hanging, put
from jekyll_openapi.nearest import nearest


def run(options: argparse.Namespace) -> int:
    """Prints type, default and example of a setting, or one line for each setting."""
    known = summaries()
    if options.name is None:
        width = max(map(len, known))
        firsts = ((name, about.partition(". ")) for name, about in known.items())
        put(*(hanging(f"{name:{width}} ", f"{first}{'.' if more else ''}") for name, (first, more, _) in firsts))
        return FINE
    if options.name not in known:
        near = nearest(options.name, known)
        return fail(
            f"there is no setting {options.name}",
            f"did you mean {near[0]}?" if near else "`jekyll-openapi setting` lists all",
        )
    put(options.name, "", *(hanging("", line) for line in explained(options.name)))
    return FINE
