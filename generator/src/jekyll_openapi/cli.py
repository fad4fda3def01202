"""`jekyll-openapi`: arguments in, exit code out. Data goes to standard output, everything else to standard error."""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO, TypeAlias

from jekyll_openapi import __version__

_FORMATS = ("concise", "full", "json", "github", "sarif")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Whatever the locale says: what goes into a file has to be the same bytes everywhere.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(arguments)
    try:
        from jekyll_openapi import commands

        return commands.run(options)
    except BrokenPipeError:
        _give_up(sys.stdout, sys.stderr)
        return 0
    except KeyboardInterrupt:
        print("jekyll-openapi: stopped", file=sys.stderr)
        return 130


def _give_up(*streams: TextIO) -> None:
    """Has what is still to be written to the streams go nowhere, so that Python does not try again at its end."""
    for stream in streams:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "jekyll-openapi",
        description="Reads Jekyll API documentation pages; emits an OpenAPI description and a Python client.",
        epilog="Exit code: 0 fine, 1 findings that are not accepted, 2 usage or unreadable input.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"jekyll-openapi {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _spec(commands)
    _client(commands)
    _lint(commands)
    _build(commands)
    _check(commands)
    _site(commands)
    _rule(commands)
    _diff(commands)
    _release(commands)
    return parser


_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def _spec(commands: _Commands) -> None:
    parser = commands.add_parser("spec", help="emit the OpenAPI description of pages", allow_abbrev=False)
    _common(parser)
    _pages(parser)
    parser.add_argument("-o", "--output", metavar="FILE", default="-", help="where to write it; - is standard output")
    parser.add_argument(
        "--only",
        metavar="PATH",
        nargs="+",
        action="extend",
        default=[],
        help="keep these operations and what they reach",
    )


def _client(commands: _Commands) -> None:
    parser = commands.add_parser("client", help="make the Python client of a description", allow_abbrev=False)
    _common(parser)
    parser.add_argument("spec", metavar="SPEC", type=Path, help="the OpenAPI description")
    parser.add_argument("-o", "--output", metavar="DIR", type=Path, required=True, help="the folder to write, whole")
    for option, key, what in (
        ("--package", "package", "import name of the client"),
        ("--class", "class_name", "class name of the client"),
        ("--distribution", "distribution", "name of the distribution"),
    ):
        help_text = f"{what} (default: from x-client or the title)"
        parser.add_argument(option, dest=key, metavar="NAME", default="", help=help_text)
    parser.add_argument("--strict", action="store_true", help="fail where an operation has to be left out")
    _force(parser)


def _lint(commands: _Commands) -> None:
    parser = commands.add_parser("lint", help="say what is wrong with pages", allow_abbrev=False)
    _common(parser)
    _pages(parser)
    parser.add_argument("--format", choices=_FORMATS, default="concise", help="how findings are shown")
    what = parser.add_mutually_exclusive_group()
    accept_help = "write the findings to the accepted list: all of them, or those of one rule or page"
    what.add_argument("--accept", metavar="RULE|PAGE", nargs="?", const="", default=None, help=accept_help)
    what.add_argument("--all", action="store_true", help="show what is accepted, too")
    what.add_argument("--statistics", action="store_true", help="count where each thing that the pages state went")
    what.add_argument("--inferred", action="store_true", help="list what was inferred, with the evidence")


def _build(commands: _Commands) -> None:
    parser = commands.add_parser("build", help="write all outputs, as configured", allow_abbrev=False)
    _common(parser)
    parser.add_argument("--watch", action="store_true", help="build again whenever something changes")
    _force(parser)


def _check(commands: _Commands) -> None:
    what = "say whether what is built is what the pages give"
    _common(commands.add_parser("check", help=what, allow_abbrev=False))


def _site(commands: _Commands) -> None:
    parser = commands.add_parser("site", help="write the reference page, as configured", allow_abbrev=False)
    _common(parser)
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, required=True, help="the HTML file to write")


def _rule(commands: _Commands) -> None:
    parser = commands.add_parser("rule", help="explain a rule, or list all", allow_abbrev=False)
    parser.add_argument("name", metavar="NAME", nargs="?", help="the name of a rule")


def _diff(commands: _Commands) -> None:
    parser = commands.add_parser("diff", help="say what changed, and whom it breaks", allow_abbrev=False)
    _common(parser)
    for name, which in (("old", "before"), ("new", "after")):
        what = f"the state {which}: a description, a folder of pages, or either in git as REVISION:PATH"
        parser.add_argument(name, metavar=name.upper(), help=what)
    formats = ("text", "markdown", "json", "github", "sarif")
    parser.add_argument("--format", choices=formats, default="text", help="how changes are shown")
    levels = ("breaking", "warning", "compatible", "note")
    parser.add_argument("--level", choices=levels, default="note", help="show changes of this level and worse ones")
    fail_help = "exit with 1 where there is such a change, or a worse one"
    parser.add_argument("--fail-on", choices=("breaking", "warning", "any"), help=fail_help)
    ignore_help = "changes to leave out: a YAML list of rule, place, reason and expires"
    parser.add_argument("--ignore", metavar="FILE", type=Path, help=ignore_help)


def _release(commands: _Commands) -> None:
    parser = commands.add_parser("release", help="write the next version, and what is handed out", allow_abbrev=False)
    _common(parser)
    parser.add_argument("--dry-run", action="store_true", help="show version, reasons and changelog; write nothing")
    _force(parser)


def _common(parser: argparse.ArgumentParser) -> None:
    where = "the file with [tool.jekyll-openapi] (default: the nearest pyproject.toml or jekyll-openapi.toml)"
    parser.add_argument("--config", metavar="FILE", type=Path, help=where)
    parser.add_argument("--quiet", action="store_true", help="say nothing but what cannot be done")


def _force(parser: argparse.ArgumentParser) -> None:
    help_text = "replace output folders that hold other files too; never one with inputs or a repository"
    parser.add_argument("--force", action="store_true", help=help_text)


def _pages(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("pages", metavar="PAGES", help="a folder of pages, or one page")
    parser.add_argument("--base", metavar="FILE", type=Path, help="what people write; else as configured here")


if __name__ == "__main__":
    sys.exit(main())
