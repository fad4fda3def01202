"""`client`: generates the Python client of a description."""

import argparse
from pathlib import Path

from jekyll_openapi.client.errors import ClientError
from jekyll_openapi.commands.console import FINDINGS, FINE, counted, say, say_next, working, wrote
from jekyll_openapi.config import ConfigError, find_config
from jekyll_openapi.diff.reading import outlined
from jekyll_openapi.openapi.reading import read
from jekyll_openapi.output.guard import Guard
from jekyll_openapi.records import replace


def run(options: argparse.Namespace) -> int:
    """Generates the client; reports operations that were left out and parts that were interpreted leniently."""
    spec = outlined(read(options.spec))
    guard = replace(_guard(options.config), force=options.force)
    from jekyll_openapi.client.generate import Options, make_client  # 90 ms, where there is something to write

    wanted = Options(options.package, options.class_name, options.distribution, options.strict)
    try:
        with working("making the client ..."):
            report = make_client(spec, options.output, guard=guard.keeping({"SPEC": options.spec}), options=wanted)
    except ClientError as error:
        raise ClientError([f"{options.spec}: {one}" for one in error.problems]) from None
    say(*(f"{options.spec}: {one.pointer}: {one.reason}" for one in report.notes))
    say(*(f"{options.spec}: {one.pointer}: left out: {one.reason}" for one in report.left_out))
    made = f"{counted(report.operations, 'operation')}, {counted(report.models, 'model')}"
    left_out = f", {len(report.left_out)} left out" if report.left_out else ""
    say(f"{made}{left_out}", wrote(options.output, is_new=report.is_new))
    say_next(f"`pip install {_installable(options.output)}`")
    return FINDINGS if report.left_out else FINE


def _installable(folder: Path) -> str:
    """The folder so that pip takes it for none of a distribution's names."""
    return str(folder) if folder.is_absolute() else f"./{folder.as_posix()}"


def _guard(named: Path | None) -> Guard:
    """Protects configured files, even if the configuration is broken: the command does not need one."""
    try:
        config = find_config(Path.cwd(), named)
    except ConfigError:
        return Guard(warn=say)
    return config.guard(config.client, warn=say)
