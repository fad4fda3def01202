"""Reads the state that the last release left: its version, and the names and aliases to keep.

It is stored in the released description, `released/openapi.yaml` beside the one that is built. Only the first version
comes from the base description; after the first release, every build takes the version from here.
"""

from pathlib import Path

from jekyll_openapi.api.names import Kept
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.reading import parse, read, read_text
from jekyll_openapi.records import dataclass, field, replace
from jekyll_openapi.release import RELEASED
from jekyll_openapi.release.renamed import Renamed, read_renamed
from jekyll_openapi.spec.base import Base

CLIENT = "x-client"
NAMES = "names.json"
"""File with the names of a release."""
RENAMED = "renamed.json"
"""File with what the description keeps under old names."""


@dataclass(frozen=True, slots=True)
class Release:
    """A release, as stored."""

    version: str
    changes: tuple[str, ...] = ()
    """Changes since the release before, one sentence each."""
    deprecated: tuple[Json, ...] = ()
    """Aliases that the client keeps."""
    renamed: Renamed = field(default_factory=Renamed)
    """What the description keeps under old names."""

    def over(self, base: Base) -> Base:
        """The base description with the release's version and aliases."""
        content = {**base.content, "info": {**base.content["info"], "version": self.version}}
        told = {"changes": list(self.changes), "deprecated": list(self.deprecated)}
        if CLIENT in content:
            content[CLIENT] = content[CLIENT] | {key: value for key, value in told.items() if value}
        return replace(base, content=content)


def released_folder(spec: Path) -> Path:
    """The folder where the last release of a description is stored."""
    return spec.with_name(RELEASED)


def read_release(spec: Path) -> Release | None:
    """The last release of a description, None before the first; raises ReadError and OSError."""
    file = released_folder(spec) / spec.name
    if not file.is_file():
        return None
    # What is wanted stands before the paths, which are nearly all of it.
    # Parsing only the head keeps builds fast: the paths are nearly the whole file.
    head = parse(read_text(file).partition("\npaths:")[0], str(file))
    client = head.content.get(CLIENT, {}) if isinstance(head.content, dict) else None
    match head.content:
        case {"info": {"version": str() as version}} if isinstance(client, dict):
            changes, deprecated = client.get("changes", []), client.get("deprecated", [])
            if _are(str, changes) and _are(dict, deprecated):
                return Release(version, tuple(changes), tuple(deprecated), _renamed(file.with_name(RENAMED)))
    raise head.refusal((), "not as a release has written it")


def _renamed(file: Path) -> Renamed:
    if not file.is_file():
        return Renamed()
    found = read(file)
    if (kept := read_renamed(found.content)) is None:
        raise found.refusal((), "not as a release has written it: `paths` and `schemas` are wanted")
    return kept


def _are(kind: type, found: object) -> bool:
    return isinstance(found, list) and all(isinstance(one, kind) for one in found)


def read_kept(spec: Path) -> Kept:
    """The names that the description must keep, empty before the first release; raises ReadError and OSError."""
    file = released_folder(spec) / NAMES
    if not file.is_file():
        return Kept()
    found = read(file)
    match found.content:
        case {"places": dict() as places, "values": dict() as values}:
            return Kept(places, {name: tuple(map(str, one)) for name, one in values.items()})
        case {"names": _}:  # of a release that kept none
            return Kept()
    raise found.refusal((), "not as a release has written it: `places` and `values` are wanted")
