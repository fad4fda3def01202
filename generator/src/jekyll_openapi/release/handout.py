"""The files of a release, as they are handed out; the same bytes for the same release."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from jekyll_openapi.diagnostics import Diagnostic
from jekyll_openapi.openapi.json import Json, dump_json
from jekyll_openapi.openapi.yaml import dump
from jekyll_openapi.output.ownership import SUMS, contents, digests, listing
from jekyll_openapi.reference.page import render_reference
from jekyll_openapi.report import Sources, json_lines
from jekyll_openapi.spec.openapi30 import to_openapi30

_SECONDS = 120


class HandoutError(Exception):
    """The distributions of the client cannot be built; says why."""


def write_handout(folder: Path, spec: Json, findings: Sequence[Diagnostic], client: Path, moment: int) -> None:
    """Writes everything into the empty folder; the moment is what the archives bear. Raises HandoutError, OSError."""
    version = spec["info"]["version"]
    older = to_openapi30(spec)
    texts = {
        f"openapi-{version}.yaml": dump(spec),
        f"openapi-{version}.json": dump_json(spec),
        f"openapi-3.0-{version}.yaml": dump(older),
        f"openapi-3.0-{version}.json": dump_json(older),
        f"reference-{version}.html": render_reference(spec, findings),
        f"findings-{version}.json": _findings(findings),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    _pack(client, folder, moment)
    (folder / SUMS).write_text(listing(digests(folder, contents(folder))), encoding="utf-8")


def _findings(findings: Sequence[Diagnostic]) -> str:
    """A list of objects, one a line; the pages are named from their own folder."""
    return "[" + ",\n ".join(json_lines(findings, Sources(Path(), ""))) + "]\n"


def _pack(client: Path, folder: Path, moment: int) -> None:
    """Builds wheel and sdist, away from any repository, whose ignored files hatchling would leave out."""
    with tempfile.TemporaryDirectory() as away:
        copy = Path(away) / "client"
        shutil.copytree(client, copy)
        done = _build(copy, folder, moment)
    if done.returncode:
        raise HandoutError(f"hatchling: {(done.stderr.strip() or 'no word').splitlines()[-1]}")


def _build(client: Path, folder: Path, moment: int) -> "subprocess.CompletedProcess[str]":
    try:
        return subprocess.run(
            [sys.executable, "-m", "hatchling", "build", "-d", str(folder.absolute())],
            cwd=client,
            env={**os.environ, "SOURCE_DATE_EPOCH": str(moment)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise HandoutError(f"hatchling took longer than {_SECONDS} s") from None
