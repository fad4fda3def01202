"""`make bench`: each row is a ratio of ours to something run beside it, or says that it is not. Nothing is asserted.

Usage: python -m bench [--write] [NAME ...]; --write puts the table into bench/RESULTS.md, NAMEs are groups of rows.
"""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from bench import client_rows, generator_rows
from bench.generator_rows import ROOT
from bench.harness import Row, show, show_as_markdown

RESULTS = Path(__file__).with_name("RESULTS.md")
PEERS = (
    "markdown-it-py", "openapi-python-client", "httpx", "aiohttp", "jsonschema", "pydantic", "msgspec", "pyyaml",
)  # fmt: skip
HOW = """A value in x is ours by the other: medians of processor time of whole processes with start-up, run in turn;
what happens inside a client is timed inside its process. Nothing else should run beside it. Commands run with
`--no-cache`, except where a row says "again"."""
Group = Callable[[Path, Path], Iterator[Row]]
GROUPS: dict[str, tuple[Group, float]] = {
    "spec": (generator_rows.the_spec, 0.2),
    "start": (generator_rows.the_start, 0.5),
    "offline": (generator_rows.offline, 0.1),
    "build": (generator_rows.the_build, 1.2),
    "step": (generator_rows.in_step, 3),
    "import": (client_rows.the_import, 0.5),
    "calls": (client_rows.the_calls, 1.5),
    "lists": (client_rows.the_lists, 1.2),
    "stream": (client_rows.the_stream, 1.5),
    "diff": (generator_rows.the_diff, 0.5),
    "reference": (generator_rows.the_reference, 0.2),
    "growth": (generator_rows.growth, 3),
}
"""Each with the minutes that it takes on a machine with two cores."""


def where(site: Path) -> str:
    """The machine, the versions and the pages."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    state = f", commit {commit.stdout.strip()}" if commit.returncode == 0 else ""
    versions = ", ".join(f"{name} {_version(name)}" for name in PEERS)
    pages = len(list(site.rglob("*.md")))
    which = "the documentation site" if site != ROOT / "spec" / "pages" else "the repository, as the site is not here"
    return (
        f"{datetime.now(UTC):%Y-%m-%d}{state}; {os.cpu_count()} processors, {platform.machine()}, {platform.system()}; "
        f"Python {platform.python_version()}; {versions}. {pages} pages of {which}."
    )


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def _minutes(needed: float) -> str:
    return f"about {needed:.0f} minutes" if needed >= 1.5 else "about a minute" if needed > 0.5 else "half a minute"


def measured(names: list[str], site: Path) -> Iterator[Row]:
    """The rows of the groups, each told on stderr when it is there."""
    start = time.monotonic()
    for number, name in enumerate(names, 1):
        group, needed = GROUPS[name]
        print(
            f"{(time.monotonic() - start) / 60:5.1f} min, {number} of {len(names)}: {name}, {_minutes(needed)}",
            file=sys.stderr,
        )
        with tempfile.TemporaryDirectory() as folder:
            for row in group(site, Path(folder)):
                minutes = (time.monotonic() - start) / 60
                print(f"{minutes:5.1f} min, {number} of {len(names)}: {'  '.join(row.cells)}", file=sys.stderr)
                yield row


def main() -> None:
    """Measure the rows that are asked for; print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench")
    parser.add_argument("--write", action="store_true", help=f"put the table into bench/{RESULTS.name}")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"groups of rows: {', '.join(GROUPS)}")
    options = parser.parse_args()
    if unknown := set(options.names) - set(GROUPS):
        parser.error(f"no such group: {', '.join(sorted(unknown))}")
    outside = (ROOT / os.environ.get("JEKYLL_OPENAPI_SITE", "../shared/site")).resolve()
    site = outside if outside.is_dir() else ROOT / "spec" / "pages"
    names = options.names or list(GROUPS)
    print(f"This takes {_minutes(sum(GROUPS[name][1] for name in names))}.", file=sys.stderr)
    rows = list(measured(names, site))
    print(f"\n{where(site)}\n{HOW}\n\n{show(rows)}")
    if options.write:
        RESULTS.write_text(f"# Measured\n\n{where(site)}\n\n{HOW}\n\n{show_as_markdown(rows)}\n", "utf-8")
        print(f"wrote bench/{RESULTS.name}", file=sys.stderr)


main()
