"""`jekyll-openapi`: arguments in, exit code out. Data goes to standard output, everything else to standard error."""

import argparse
import gc
import io
import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn, TextIO, TypeAlias

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
        with _no_collection():
            from jekyll_openapi import commands

            return commands.run(options)
    except BrokenPipeError:
        _give_up(sys.stdout, sys.stderr)
        return 0
    except KeyboardInterrupt:
        print("jekyll-openapi: stopped", file=sys.stderr)
        return 130


@contextmanager
def _no_collection() -> Iterator[None]:
    """Holds off the search for cycles, which takes 6 to 30 % of a run and frees next to nothing in it.

    `build --watch`, the one command that runs for long, searches after each build.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _give_up(*streams: TextIO) -> None:
    """Has what is still to be written to the streams go nowhere, so that Python does not try again at its end."""
    for stream in streams:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


class _Parser(argparse.ArgumentParser):
    """Shows examples below the options, and says what was probably meant by a mistyped command or option."""

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """What argparse reads, but nothing is left over: the parser that knows the options says what is wrong."""
        options, left = super().parse_known_args(args, namespace)
        if left:
            option = left[0].partition("=")[0]
            known = [one for one in self._option_string_actions if one.startswith("--")]
            self.error(f"unrecognized arguments: {' '.join(left)}{_meant(option, known)}")
        return options, left

    def error(self, message: str) -> NoReturn:
        """Prints how the command is used, what is wrong and what was probably meant; exit code 2."""
        if choice := _CHOICE.search(message):
            message += _meant(choice[1], re.findall(r"[\w-]+", choice[2]))
        super().error(message)


_CHOICE = re.compile(r"invalid choice: '(.*)' \(choose from (.*)\)$", re.DOTALL)
_EXAMPLES = {
    "init": (
        "init docs                              look at a folder of pages, write a configuration",
        "init                                   the same for this folder",
    ),
    "spec": (
        "spec docs -o openapi.yaml              describe a folder of pages",
        "spec docs --only /order/placeOCO       one operation and what it reaches",
    ),
    "client": (
        "client openapi.yaml -o client          write a Python client",
        "client openapi.json -o client --package shop_client --class Shop",
    ),
    "lint": (
        "lint docs                              what is new",
        "lint docs --format full                with the line and a hint",
        "lint docs --accept                     accept all of it",
        "lint docs --accept unreadable-type     accept one kind of finding",
    ),
    "build": (
        "build                                  write everything that is configured",
        "build --watch                          and again on every save",
    ),
    "check": ("check                                  for CI: exit code 1 where `build` would write something",),
    "site": ("site -o public/reference.html",),
    "rule": (
        "rule                                   all kinds of findings",
        "rule unreadable-type                   what it means and what to do",
    ),
    "setting": (
        "setting                                all settings of `[tool.jekyll-openapi.dialect]`",
        "setting operation_places               what it does, its default and an example",
    ),
    "diff": (
        "diff old.yaml new.yaml                 two files",
        "diff HEAD:spec/openapi.yaml spec/openapi.yaml",
        "diff main:docs docs --fail-on breaking for CI",
    ),
    "release": (
        "release --dry-run                      which version, and why",
        "release                                write it",
    ),
}
"""Lines that can be typed behind `jekyll-openapi`, by command."""


def _meant(name: str, known: Sequence[str]) -> str:
    from jekyll_openapi.nearest import nearest

    near = nearest(name, known)
    return f"; did you mean {near[0]}?" if near else ""


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        "jekyll-openapi",
        description="Read Jekyll API documentation; write an OpenAPI description and a checked Python client.",
        epilog="`jekyll-openapi COMMAND --help` shows examples. Exit code: 0 success, 1 new findings, 2 wrong usage or "
        "unreadable input.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"jekyll-openapi {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _init(commands)
    _spec(commands)
    _client(commands)
    _lint(commands)
    _build(commands)
    _check(commands)
    _site(commands)
    _rule(commands)
    _setting(commands)
    _diff(commands)
    _release(commands)
    for name, lines in _EXAMPLES.items():
        command = commands.choices[name]
        command.formatter_class = argparse.RawDescriptionHelpFormatter
        command.epilog = "\n".join(("examples:", *(f"  jekyll-openapi {line}" for line in lines)))
    return parser


_Commands: TypeAlias = "argparse._SubParsersAction[_Parser]"


def _init(commands: _Commands) -> None:
    parser = commands.add_parser("init", help="propose a configuration for pages, and write it", allow_abbrev=False)
    parser.add_argument("pages", metavar="DOCS", nargs="?", default=".", help="a folder of pages (default: this one)")
    parser.add_argument("--quiet", action="store_true", help="print errors only")


def _spec(commands: _Commands) -> None:
    parser = commands.add_parser("spec", help="write the OpenAPI description of a folder of pages", allow_abbrev=False)
    _common(parser)
    _pages(parser)
    parser.add_argument("-o", "--output", metavar="FILE", default="-", help="output file (default: standard output)")
    parser.add_argument(
        "--only",
        metavar="PATH",
        nargs="+",
        action="extend",
        default=[],
        help="keep only these operations and the schemas they use",
    )
    parser.add_argument("--openapi", choices=("3.0", "3.1"), default="3.1", help="version of OpenAPI (default: 3.1)")
    format_help = "default: json for an output file that ends in .json, else yaml"
    parser.add_argument("--format", choices=("yaml", "json"), help=format_help)


def _client(commands: _Commands) -> None:
    parser = commands.add_parser(
        "client", help="generate a Python client from an OpenAPI description", allow_abbrev=False
    )
    _common(parser)
    parser.add_argument("spec", metavar="SPEC", type=Path, help="an OpenAPI 3.0 or 3.1 description, YAML or JSON")
    parser.add_argument(
        "-o", "--output", metavar="DIR", type=Path, required=True, help="output folder, replaced as a whole"
    )
    for option, key, what in (
        ("--package", "package", "import name of the client"),
        ("--class", "class_name", "class name of the client"),
        ("--distribution", "distribution", "name of the distribution"),
    ):
        help_text = f"{what} (default: from x-client or the title)"
        parser.add_argument(option, dest=key, metavar="NAME", default="", help=help_text)
    parser.add_argument("--strict", action="store_true", help="fail if an operation has to be left out")
    _force(parser)


def _lint(commands: _Commands) -> None:
    parser = commands.add_parser("lint", help="report what is wrong with the pages", allow_abbrev=False)
    _common(parser)
    _pages(parser)
    parser.add_argument("--format", choices=_FORMATS, default="concise", help="output format (default: concise)")
    what = parser.add_mutually_exclusive_group()
    accept_help = "add findings to the accepted list: all, or those of one rule or page"
    what.add_argument("--accept", metavar="RULE|PAGE", nargs="?", const="", default=None, help=accept_help)
    what.add_argument("--all", action="store_true", help="include accepted findings")
    what.add_argument("--statistics", action="store_true", help="count what became of each line of the pages")
    what.add_argument("--inferred", action="store_true", help="list inferred types with their evidence")


def _build(commands: _Commands) -> None:
    parser = commands.add_parser("build", help="write all configured outputs", allow_abbrev=False)
    _common(parser)
    parser.add_argument("--watch", action="store_true", help="rebuild on every save")
    _force(parser)


def _check(commands: _Commands) -> None:
    what = "fail if the outputs are out of date; write nothing"
    _common(commands.add_parser("check", help=what, allow_abbrev=False))


def _site(commands: _Commands) -> None:
    parser = commands.add_parser("site", help="write the reference page of the configured pages", allow_abbrev=False)
    _common(parser)
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, required=True, help="output file, HTML")


def _rule(commands: _Commands) -> None:
    parser = commands.add_parser("rule", help="explain a kind of finding, or list all", allow_abbrev=False)
    parser.add_argument("name", metavar="NAME", nargs="?", help="name of a rule, as shown in brackets behind a finding")


def _setting(commands: _Commands) -> None:
    what = "explain a setting of how pages are written, or list all"
    parser = commands.add_parser("setting", help=what, allow_abbrev=False)
    parser.add_argument("name", metavar="NAME", nargs="?", help="name of a setting of `[tool.jekyll-openapi.dialect]`")


def _diff(commands: _Commands) -> None:
    parser = commands.add_parser("diff", help="show what changed for callers, and whom it breaks", allow_abbrev=False)
    _common(parser)
    for name, which in (("old", "before"), ("new", "after")):
        what = f"the state {which} the change: a description, a folder of pages, or either in git as REVISION:PATH"
        parser.add_argument(name, metavar=name.upper(), help=what)
    formats = ("text", "markdown", "json", "github", "sarif")
    parser.add_argument("--format", choices=formats, default="text", help="output format (default: text)")
    levels = ("breaking", "warning", "compatible", "note")
    parser.add_argument("--level", choices=levels, default="note", help="least severe level to show (default: note)")
    fail_help = "exit with 1 if there is a change of this level or worse"
    parser.add_argument("--fail-on", choices=("breaking", "warning", "any"), help=fail_help)
    gaps_help = "compare pages with a description that others wrote: what each lacks, and where they contradict"
    parser.add_argument("--gaps", action="store_true", help=gaps_help)
    ignore_help = "YAML list of accepted changes, each with rule, place, reason and expires"
    parser.add_argument("--ignore", metavar="FILE", type=Path, help=ignore_help)


def _release(commands: _Commands) -> None:
    parser = commands.add_parser("release", help="bump the version and build the release files", allow_abbrev=False)
    _common(parser)
    version_help = "the version to release, such as 1.0.0 (default: what the changes ask for; 0.x stays 0.x)"
    parser.add_argument("--version", metavar="VERSION", help=version_help)
    parser.add_argument("--dry-run", action="store_true", help="show version, reasons and changelog without writing")
    _force(parser)


def _common(parser: argparse.ArgumentParser) -> None:
    where = "the file with [tool.jekyll-openapi] (default: the nearest pyproject.toml or jekyll-openapi.toml)"
    parser.add_argument("--config", metavar="FILE", type=Path, help=where)
    parser.add_argument("--quiet", action="store_true", help="print errors only")


def _force(parser: argparse.ArgumentParser) -> None:
    help_text = "also replace output folders that hold other files; never folders with inputs or a repository"
    parser.add_argument("--force", action="store_true", help=help_text)


def _pages(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("pages", metavar="PAGES", help="a folder of pages, or one page")
    parser.add_argument(
        "--base", metavar="FILE", type=Path, help="hand-written base description (default: from the configuration)"
    )


if __name__ == "__main__":
    sys.exit(main())
