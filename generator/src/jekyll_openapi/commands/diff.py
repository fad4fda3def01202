"""`diff`: what changed between two descriptions, or two states of the pages."""

import argparse
import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from jekyll_openapi.commands.console import FINDINGS, FINE, UnusableError
from jekyll_openapi.commands.making import make
from jekyll_openapi.commands.revision import find_revision
from jekyll_openapi.config import Config, find_config
from jekyll_openapi.diff import compare
from jekyll_openapi.diff.reading import as_read, read_spec
from jekyll_openapi.diff.show import SHOWS
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.pipeline import NoPagesError
from jekyll_openapi.report import clean, clean_json


def run(options: argparse.Namespace) -> int:
    """Prints the changes; 1 where there is one of the level that is asked about."""
    config = find_config(Path.cwd())
    old, new = (_spec(named, config) for named in (options.old, options.new))
    _require_one_version(options, old, new)
    changes = compare(old, new)
    for line in SHOWS[options.format](changes):
        print(clean_json(line) if options.format == "json" else clean(line))
    sys.stdout.flush()
    return FINDINGS if any(change.level == options.fail_on for change in changes) else FINE


def _require_one_version(options: argparse.Namespace, old: Json, new: Json) -> None:
    versions = [str(spec["openapi"]) for spec in (old, new)]
    if versions[0].split(".")[:2] != versions[1].split(".")[:2]:
        raise UnusableError(
            f"{options.old} is OpenAPI {versions[0]} and {options.new} is {versions[1]}; give two of one version"
        )


def _spec(named: str, config: Config) -> Json:
    """The description that an argument names: a file, a folder of pages, or either as `REVISION:PATH`."""
    if os.path.exists(named) or ":" not in named:
        return _spec_of(Path(named), named, config)
    with tempfile.TemporaryDirectory() as folder:
        return _spec_of(find_revision(named, Path(folder)), named, config)


def _spec_of(path: Path, named: str, config: Config) -> Json:
    try:
        return _spec_of_pages(path, config) if path.is_dir() else read_spec(path, named)
    except NoPagesError as problem:
        raise UnusableError(f"{problem} in {named}") from problem


def _spec_of_pages(pages: Path, config: Config) -> Json:
    """The description of pages, made alike for both sides: with the base and the overlay that hold here and now."""
    return as_read(make(str(pages), replace(config, pages=pages.resolve())).spec)
