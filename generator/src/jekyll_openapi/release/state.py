"""What the last release has settled: its version, and what the client says and keeps because of it.

It stands in the description as it was released, `released/openapi.yaml` beside the one that is built. People write the
first version into the base; from the first release on this is where every build takes the version from.
"""

from pathlib import Path

from jekyll_openapi.api.names import Kept
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.reading import parse, read, read_text
from jekyll_openapi.records import dataclass, field, replace
from jekyll_openapi.release.renamed import Renamed, read_renamed
from jekyll_openapi.spec.base import Base

CLIENT = "x-client"
NAMES = "names.json"
"""What the client of a release offers."""
RENAMED = "renamed.json"
"""What the description keeps under old names, where there is any."""


@dataclass(frozen=True, slots=True)
class Release:
    """A release, as the description tells it."""

    version: str
    changes: tuple[str, ...] = ()
    """What has changed since the one before, a sentence each."""
    deprecated: tuple[Json, ...] = ()
    """Names that the client keeps for those who still use them."""
    renamed: Renamed = field(default_factory=Renamed)
    """What the description keeps under the names of the release before it."""

    def over(self, base: Base) -> Base:
        """The base with the release in it."""
        content = {**base.content, "info": {**base.content["info"], "version": self.version}}
        told = {"changes": list(self.changes), "deprecated": list(self.deprecated)}
        if CLIENT in content:
            content[CLIENT] = content[CLIENT] | {key: value for key, value in told.items() if value}
        return replace(base, content=content)


def released_folder(spec: Path) -> Path:
    """Where the last release of a description is kept."""
    return spec.parent / "released"


def read_release(spec: Path) -> Release | None:
    """The last release of a description, None before the first; raises ReadError, OSError."""
    file = released_folder(spec) / spec.name
    if not file.is_file():
        return None
    # What is wanted stands before the paths, which are nearly all of it.
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
    """The names of the last release in the description itself, none before the first; raises ReadError, OSError."""
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
