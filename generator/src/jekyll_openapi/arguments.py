"""The command line: commands, options, help in groups with examples, suggestions for mistyped words."""

import argparse
import os
import re
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from jekyll_openapi import __version__
from jekyll_openapi.patterns import regex
from jekyll_openapi.terminal import clean, tell

_FORMATS = ("concise", "full", "json", "github", "sarif")
_GROUPS = {
    "get started": ("init",),
    "pages": ("lint", "rule", "setting"),
    "outputs": ("build", "check", "spec", "client", "site"),
    "changes": ("diff", "release"),
    "shell": ("completion",),
}
"""The commands in the order of the help, by what they are about."""


class _Parser(argparse.ArgumentParser):
    """Reports wrong usage in one line, with a suggestion for mistyped words."""

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """As argparse, but rejects unknown arguments here, where the command's options are known for suggestions."""
        options, left = super().parse_known_args(args, namespace)
        if left:
            option = left[0].partition("=")[0]
            known = [one for one in self._option_string_actions if one.startswith("--")]
            self.error(f"unrecognized arguments: {' '.join(left)}{_meant(option, known)}")
        return options, left

    def error(self, message: str) -> NoReturn:
        """Print the problem, a suggestion and where to read on; exit with 2."""
        if choice := _CHOICE.search(message):
            known = re.findall(r"[\w.-]+", choice[3])
            where = "there is no command" if choice[1] == "COMMAND" else f"{choice[1]} takes {', '.join(known)}, not"
            message = f"{where} '{choice[2]}'{_meant(choice[2], known)}"
        self.exit(2, f"{self.prog}: error: {message}\n  hint: `{self.prog} --help` shows how it is used\n")

    def _print_message(self, message: str, file: Any = None) -> None:
        """Prints help and errors; unlike argparse, raises the OSError of a standard output that cannot take them."""
        if file is sys.stdout:
            file.write(message)
        elif message:
            tell("\n".join(map(clean, message.split("\n"))), end="")


_CHOICE = regex(r"argument (\S+): invalid choice: '(.*)' \(choose from (.*)\)$", re.DOTALL)


class _Command(_Parser):
    """The parser of a command, made at its first use: those of all commands take a fifth of the time of `rule`."""

    def __init__(self, fill: Callable[[argparse.ArgumentParser], None], **said: Any) -> None:
        self._unmade = (fill, said)

    def __getattr__(self, name: str) -> Any:
        """Called for an attribute that is not there, which is the first use."""
        if "_unmade" not in self.__dict__:
            raise AttributeError(name)
        fill, said = self.__dict__.pop("_unmade")
        super().__init__(**said)
        fill(self)
        return getattr(self, name)


class _Program(_Parser):
    """Shows the commands in groups."""

    def format_help(self) -> str:
        """Usage, groups of commands, options, examples."""
        formatter = self._get_formatter()
        formatter.add_text(self.description)
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        (commands,) = (one for one in self._actions if isinstance(one, argparse._SubParsersAction))
        rows = {one.dest: one for one in commands._get_subactions()}
        for title, names in _GROUPS.items():
            formatter.start_section(title)
            formatter.add_arguments([rows[name] for name in names])
            formatter.end_section()
        formatter.start_section("options")
        formatter.add_arguments([one for one in self._actions if one is not commands])
        formatter.end_section()
        return formatter.format_help() + f"\n{self.epilog}\n"


_EXAMPLES = {
    "init": (
        "init docs                           look at a folder of pages",
        "init                                look at the current folder",
    ),
    "spec": (
        "spec                                the configured pages",
        "spec docs -o openapi.yaml           a folder, into a file",
        "spec docs --only /order/placeOCO    what one operation reaches",
    ),
    "client": (
        "client openapi.yaml -o client       write a Python client",
        "client shop.json -o client --package shop_client --class Shop",
    ),
    "lint": (
        "lint                                the configured pages",
        "lint docs                           a folder, or one page",
        "lint docs --format full             with the line and a hint",
        "lint docs --accept                  accept all of it",
        "lint docs --accept unreadable-type  accept one kind of finding",
    ),
    "build": (
        "build                               write what is configured",
        "build --watch                       rebuild on every save",
    ),
    "check": ("check                               for CI: 1 if out of date",),
    "site": ("site -o public/reference.html",),
    "rule": (
        "rule                                all kinds of findings",
        "rule unreadable-type                what to do about one",
    ),
    "setting": (
        "setting                             all settings of a dialect",
        "setting operation_places            one, with an example",
    ),
    "diff": (
        "diff old.yaml new.yaml              two files",
        "diff HEAD:spec/openapi.yaml spec/openapi.yaml",
        "diff main:docs docs --fail-on breaking  for CI",
    ),
    "completion": ("completion bash                     see below for where it goes",),
    "release": (
        "release --dry-run                   which version, and why",
        "release                             write it",
    ),
}
"""Lines that can be typed behind `jekyll-openapi`, by command; what they do stands behind two spaces."""


def _meant(name: str, known: Sequence[str]) -> str:
    from jekyll_openapi.nearest import nearest

    near = nearest(name, known)
    return f"; did you mean {near[0]}?" if near else ""


def make_parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    parser = _Program(
        "jekyll-openapi",
        usage="jekyll-openapi COMMAND [OPTIONS]",
        description="Read API documentation written as Markdown pages; write an OpenAPI description and a Python "
        "client that rejects invalid requests.",
        epilog=_EPILOG,
        allow_abbrev=False,
        formatter_class=_UNSEEN,
    )
    parser.add_argument("--version", action="version", version=f"jekyll-openapi {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", prog=parser.prog, parser_class=_Command)
    for name, (what, fill) in _COMMANDS.items():
        filled = partial(_fill, name, fill)
        commands.add_parser(name, help=what, fill=filled, allow_abbrev=False, formatter_class=_UNSEEN)
    parser.formatter_class = argparse.HelpFormatter
    return parser


_UNSEEN = partial(argparse.HelpFormatter, width=80)
"""While options are added, argparse formats each and throws it away. Without a width it loads `shutil`, with all that
packs and unpacks archives, to ask for the width of the terminal: a twentieth of `rule`."""


def _fill(name: str, fill: Callable[[argparse.ArgumentParser], None], command: argparse.ArgumentParser) -> None:
    """Gives the parser of a command its options, description, usage and examples."""
    fill(command)
    what = _COMMANDS[name][0]
    command.description = f"{what[:1].upper()}{what[1:]}."
    command.usage = _usage(command)
    command.formatter_class = argparse.RawDescriptionHelpFormatter
    shown = ("examples:", *(f"  jekyll-openapi {line}" for line in _EXAMPLES[name]))
    command.epilog = "\n".join((*shown, *(["", _WHERE_IT_GOES] if name == "completion" else [])))


_EPILOG = """examples:
  jekyll-openapi init docs                 look at a folder of pages
  jekyll-openapi build                     write description and client
  jekyll-openapi lint --format full        what is wrong with the pages

`jekyll-openapi COMMAND --help` shows the options and examples of a command.
Exit code: 0 success, 1 new findings, 2 wrong usage or unreadable input."""


def commands_of(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """The parser of each command."""
    (commands,) = (one for one in parser._actions if isinstance(one, argparse._SubParsersAction))
    return dict(commands.choices)


def _usage(command: argparse.ArgumentParser) -> str:
    """`jekyll-openapi client SPEC -o DIR [OPTIONS]`: what has to be there, and that there are options."""
    parts = [command.prog]
    for one in command._actions:
        if not one.option_strings:
            parts.append(f"[{one.metavar}]" if one.nargs == "?" else str(one.metavar))
        elif one.required:
            parts.append(f"{one.option_strings[0]} {one.metavar}")
    return " ".join((*parts, "[OPTIONS]"))


def _file(text: str) -> str:
    """The name of an output file as it is given; one that ends as a folder's would lose its end in a `Path`."""
    if os.path.basename(text) in ("", ".", ".."):
        raise argparse.ArgumentTypeError(f"{text!r} is no name of a file")
    return text


def _path_of_file(text: str) -> Path:
    return Path(_file(text))


def _init(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "pages", metavar="DOCS", nargs="?", default=".", help="a folder of pages (default: current folder)"
    )
    _quiet(parser.add_argument_group(_ANYWHERE))


def _spec(parser: argparse.ArgumentParser) -> None:
    _pages(parser)
    parser.add_argument(
        "-o", "--output", metavar="FILE", type=_file, default="-", help="output file (default: standard output)"
    )
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
    _cached(parser)
    _common(parser)


def _client(parser: argparse.ArgumentParser) -> None:
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
    _cached(parser)
    _common(parser)


def _lint(parser: argparse.ArgumentParser) -> None:
    _pages(parser)
    parser.add_argument("--format", choices=_FORMATS, default="concise", help="output format (default: concise)")
    what = parser.add_argument_group("instead of the new findings (one of these)").add_mutually_exclusive_group()
    accept_help = "add findings to the accepted list: all, or those of one rule or page"
    what.add_argument("--accept", metavar="RULE|PAGE", nargs="?", const="", default=None, help=accept_help)
    what.add_argument("--all", action="store_true", help="include accepted findings")
    what.add_argument("--statistics", action="store_true", help="count what became of each line of the pages")
    what.add_argument("--inferred", action="store_true", help="list inferred types with their evidence")
    _cached(parser)
    _common(parser)


def _build(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--watch", action="store_true", help="rebuild on every save")
    _force(parser)
    _cached(parser)
    _common(parser)


def _check(parser: argparse.ArgumentParser) -> None:
    _cached(parser)
    _common(parser)


def _site(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-o", "--output", metavar="FILE", type=_path_of_file, required=True, help="output file, HTML")
    _cached(parser)
    _common(parser)


def _rule(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", nargs="?", help="name of a rule, as shown in brackets behind a finding")


def _setting(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", nargs="?", help="name of a setting of `[tool.jekyll-openapi.dialect]`")


def _diff(parser: argparse.ArgumentParser) -> None:
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
    _common(parser)


def _release(parser: argparse.ArgumentParser) -> None:
    version_help = "the version to release, such as 1.0.0 (default: what the changes ask for; 0.x stays 0.x)"
    parser.add_argument("--version", metavar="VERSION", help=version_help)
    parser.add_argument("--dry-run", action="store_true", help="show version, reasons and changelog without writing")
    _force(parser)
    _common(parser)


def _completion(parser: argparse.ArgumentParser) -> None:
    shells = ("bash", "fish", "tcsh", "zsh")
    parser.add_argument("shell", metavar="SHELL", choices=shells, help=", ".join(shells))


_COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "init": ("look at your pages and write a configuration for them", _init),
    "spec": ("write the OpenAPI description of a folder of pages", _spec),
    "client": ("generate a Python client from an OpenAPI description", _client),
    "lint": ("report what is wrong with the pages", _lint),
    "build": ("write all configured outputs", _build),
    "check": ("fail if the outputs are out of date; write nothing", _check),
    "site": ("write the reference page of the configured pages", _site),
    "rule": ("explain a kind of finding, or list all", _rule),
    "setting": ("explain a setting of how pages are written, or list all", _setting),
    "diff": ("show what changed for callers, and which changes break them", _diff),
    "release": ("bump the version and build the release files", _release),
    "completion": ("print a completion script for your shell", _completion),
}
"""By name, what each does in a line, and what gives a parser its options."""

_WHERE_IT_GOES = """where it goes:
  bash   source <(jekyll-openapi completion bash)         in ~/.bashrc
  zsh    source <(jekyll-openapi completion zsh)          in ~/.zshrc, after compinit
  fish   jekyll-openapi completion fish > ~/.config/fish/completions/jekyll-openapi.fish
  tcsh   jekyll-openapi completion tcsh > ~/.jekyll-openapi.tcsh, sourced in ~/.tcshrc"""

_ANYWHERE = "options of most commands"


def _common(parser: argparse.ArgumentParser) -> None:
    where = "the file with [tool.jekyll-openapi] (default: the nearest pyproject.toml or jekyll-openapi.toml)"
    group = parser.add_argument_group(_ANYWHERE)
    group.add_argument("--config", metavar="FILE", type=Path, help=where)
    _quiet(group)


def _cached(parser: argparse.ArgumentParser) -> None:
    help_text = "look at everything again, also where nothing has changed since the last run"
    parser.add_argument("--no-cache", dest="cache", action="store_false", help=help_text)


def _quiet(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--quiet", action="store_true", help="print errors and data only")


def _force(parser: argparse.ArgumentParser) -> None:
    help_text = "also replace output folders that hold other files; never folders with inputs or a repository"
    parser.add_argument("--force", action="store_true", help=help_text)


def _pages(parser: argparse.ArgumentParser) -> None:
    pages_help = "a folder of pages, or one page (default: the configured pages)"
    parser.add_argument("pages", metavar="PAGES", nargs="?", default="", help=pages_help)
    parser.add_argument(
        "--base", metavar="FILE", type=Path, help="hand-written base description (default: from the configuration)"
    )
