"""`rule`: what a rule means, or all of them."""

import argparse

from jekyll_openapi.commands.console import FINE, fail
from jekyll_openapi.nearest import nearest
from jekyll_openapi.rules import RULES


def run(options: argparse.Namespace) -> int:
    """Prints one rule's explanation, or a line for each rule."""
    if options.name is None:
        for rule in RULES.values():
            print(f"{rule.name:24} {rule.severity:8} {rule.summary}")
        return FINE
    if options.name not in RULES:
        near = nearest(options.name, RULES)
        return fail(f"there is no rule {options.name}", f"did you mean {near[0]}?" if near else "`rule` lists all")
    rule = RULES[options.name]
    print(f"{rule.name} ({rule.severity})\n\n{rule.summary}\n\n{rule.explanation}")
    return FINE
