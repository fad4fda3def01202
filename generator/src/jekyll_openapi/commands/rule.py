"""`rule`: explains a rule, or lists all rules."""

import argparse

from jekyll_openapi.commands.console import FINE, fail, hanging, put
from jekyll_openapi.nearest import nearest
from jekyll_openapi.rules import RULES


def run(options: argparse.Namespace) -> int:
    """Prints the explanation of a rule, or one line for each rule."""
    if options.name is None:
        width = max(map(len, RULES))
        put(*(hanging(f"{rule.name:{width}} {rule.severity:8} ", rule.summary) for rule in RULES.values()))
        return FINE
    if options.name not in RULES:
        near = nearest(options.name, RULES)
        return fail(
            f"there is no rule {options.name}",
            f"did you mean {near[0]}?" if near else "`jekyll-openapi rule` lists all",
        )
    rule = RULES[options.name]
    paragraphs = (rule.summary, *rule.explanation.split("\n\n"))
    put(f"{rule.name} ({rule.severity})", *(f"\n{hanging('', paragraph)}" for paragraph in paragraphs))
    return FINE
