"""`spec`: writes the OpenAPI description of pages."""

import argparse
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from jekyll_openapi.commands.console import counted, put, say, wrote
from jekyll_openapi.commands.description import make, pages_of, report_findings
from jekyll_openapi.commands.nothing_read import require_something
from jekyll_openapi.config import find_config
from jekyll_openapi.openapi.json import dump_json
from jekyll_openapi.openapi.yaml import pieces
from jekyll_openapi.output.together import write_text
from jekyll_openapi.pipeline import Made


def run(options: argparse.Namespace) -> int:
    """Writes the description; the exit code says whether there are new findings."""
    config = find_config(Path.cwd(), options.config)
    pages = pages_of(options.pages, config)
    if options.output != "-":
        guard = config.guard(config.spec)
        given = {"PAGES": Path(pages)} | ({"`--base`": options.base} if options.base else {})
        guard.keeping(given).require_file(Path(options.output))
    made = make(pages, config, options.base, options.only)
    require_something(made, pages, config.dialect)
    text = _text(made, options)
    if options.output == "-":
        put("".join(text()).removesuffix("\n"))
    else:
        is_new = write_text(Path(options.output), text)
    code = report_findings(made, pages, config)
    if options.output != "-":
        stated = f"{counted(len(made.api.operations), 'operation')}, {counted(len(made.api.schemas), 'schema')}"
        say(f"{wrote(options.output, is_new=is_new)}: {stated}")
    return code


def _text(made: Made, options: argparse.Namespace) -> Callable[[], Iterable[str]]:
    """What makes the description in the requested version and format; without a format, the file suffix decides."""
    if options.openapi == "3.0":
        from jekyll_openapi.spec.openapi30 import to_openapi30

        spec = to_openapi30(made.spec)
    else:
        spec = made.spec
    is_json = options.format == "json" if options.format else options.output.endswith(".json")
    return partial(_json, spec) if is_json else partial(pieces, spec)


def _json(spec: object) -> Iterable[str]:
    yield dump_json(spec)
