"""Writes the files of a release (descriptions, client, reference page, checksums), reproducible byte for byte."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from jekyll_openapi import __version__
from jekyll_openapi.diagnostics import Diagnostic
from jekyll_openapi.openapi.json import Json, dump_json
from jekyll_openapi.openapi.names import NameTable
from jekyll_openapi.openapi.yaml import dump
from jekyll_openapi.output.ownership import SUMS, contents, digests, listing
from jekyll_openapi.records import dataclass
from jekyll_openapi.reference.page import Beside, render_reference
from jekyll_openapi.release.sbom import bill_of_materials
from jekyll_openapi.report import Sources, json_lines
from jekyll_openapi.spec.openapi30 import to_openapi30

_SECONDS = 120
MANIFEST = "manifest.json"
SBOM = "sbom.cdx.json"
_LICENCES = ("LICENSE*", "LICENCE*", "COPYING*", "NOTICE*")
_DISTRIBUTIONS = (".whl", ".tar.gz")
_MEDIA = {
    SBOM: "application/vnd.cyclonedx+json; version=1.6",
    ".html": "text/html; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".whl": "application/zip",
    ".tar.gz": "application/gzip",
    ".json": "application/json",
}
_DESCRIPTIONS = {
    "openapi-3.0": "application/vnd.oai.openapi{json}; version=3.0",
    "openapi": "application/vnd.oai.openapi{json}; version=3.1",
    "asyncapi": "application/vnd.aai.asyncapi{json}; version=3.0.0",
}


class ArtifactError(Exception):
    """The client's distributions cannot be built; the message says why."""


@dataclass(frozen=True, slots=True)
class Artifacts:
    """The contents of a release."""

    spec: Json
    sockets: Json
    """The AsyncAPI document; empty if there is none."""
    findings: Sequence[Diagnostic]
    client: Path | None
    """The client's folder; None if there is no client."""
    changelog: str
    names: NameTable
    """The names of the client."""
    licences: Path
    """The folder whose license files are added to the client's distributions."""
    moment: int
    """The timestamp in the archives, in seconds since 1970."""

    def write(self, folder: Path) -> None:
        """Writes everything into the empty folder; raises ArtifactError and OSError."""
        for name, text in self._texts().items():
            (folder / name).write_text(text, encoding="utf-8", newline="")
        if self.client:
            _pack(self.client, self.licences, folder, self.moment)
            found = digests(folder, contents(folder))
            packed = {name: digest for name, digest in found.items() if name.endswith(_DISTRIBUTIONS)}
            pyproject = (self.client / "pyproject.toml").read_text(encoding="utf-8")
            (folder / SBOM).write_text(dump_json(bill_of_materials(pyproject, packed, self.moment)), encoding="utf-8")
        (folder / MANIFEST).write_text(dump_json(self._manifest(folder)), encoding="utf-8")
        (folder / SUMS).write_text(listing(digests(folder, contents(folder))), encoding="utf-8")

    def _texts(self) -> dict[str, str]:
        """File name -> text. Each description appears under a stable name and under one with its version."""
        version = self.spec["info"]["version"]
        older = to_openapi30(self.spec)
        documents = {"openapi": self.spec, "openapi-3.0": older} | ({"asyncapi": self.sockets} if self.sockets else {})
        beside = Beside(self.sockets, self.changelog, self.names)
        texts = {
            "reference.html": render_reference(self.spec, self.findings, beside),
            "findings.json": _findings(self.findings),
            "CHANGELOG.md": self.changelog,
        }
        for stem, document in documents.items():
            for name in (stem, f"{stem}-{version}"):
                texts |= {f"{name}.yaml": dump(document), f"{name}.json": dump_json(document)}
        return texts

    def _manifest(self, folder: Path) -> Json:
        """A machine-readable list of the files."""
        info = self.spec["info"]
        names = sorted(contents(folder))
        found = digests(folder, names)
        return {
            "name": info["title"],
            "version": info["version"],
            "pages": info.get("x-pages", {}),
            "generator": {"name": "jekyll-openapi", "version": __version__},
            "files": [
                {
                    "name": name,
                    "sha256": found[name],
                    "size": (folder / name).stat().st_size,
                    "media-type": media_type(name),
                }
                for name in names
            ],
        }


def media_type(name: str) -> str:
    """The media type of a file of the release."""
    for stem, kind in _DESCRIPTIONS.items():
        if name.startswith((f"{stem}.", f"{stem}-")):
            return kind.format(json="+json" if name.endswith(".json") else "+yaml")
    return next(kind for end, kind in _MEDIA.items() if name.endswith(end))


def _findings(findings: Sequence[Diagnostic]) -> str:
    """The findings as a JSON list, one object on each line, with paths relative to the pages."""
    return "[" + ",\n ".join(json_lines(findings, Sources(Path(), ""))) + "]\n"


def _pack(client: Path, licences: Path, folder: Path, moment: int) -> None:
    """Builds wheel and sdist in a temporary folder, since hatchling leaves out files that a surrounding repository
    ignores."""
    with tempfile.TemporaryDirectory() as away:
        copy = Path(away) / "client"
        shutil.copytree(client, copy)
        for file in sorted(one for pattern in _LICENCES for one in licences.glob(pattern) if one.is_file()):
            shutil.copyfile(file, copy / file.name)
        done = _build(copy, folder, moment)
    if done.returncode:
        raise ArtifactError(f"hatchling: {(done.stderr.strip() or 'no word').splitlines()[-1]}")


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
        raise ArtifactError(f"hatchling took longer than {_SECONDS} s") from None
