"""`spec`: the OpenAPI description of pages."""

import argparse
import sys
from pathlib import Path

from jekyll_openapi.commands.making import judge, make
from jekyll_openapi.commands.nothing import require_something
from jekyll_openapi.config import find_config
from jekyll_openapi.output.files import write_text


def run(options: argparse.Namespace) -> int:
    """Writes the description; the exit code tells whether something new is wrong with the pages."""
    config = find_config(Path.cwd(), options.config)
    if options.output != "-":
        guard = config.guard(config.spec)
        given = {"PAGES": Path(options.pages)} | ({"`--base`": options.base} if options.base else {})
        guard.keeping(given).require_file(Path(options.output))
    made = make(options.pages, config, options.base, options.only)
    require_something(made, options.pages, config.dialect)
    if options.output == "-":
        sys.stdout.write(made.text)
        sys.stdout.flush()
    else:
        write_text(Path(options.output), made.text)
    return judge(made, options.pages, config)
