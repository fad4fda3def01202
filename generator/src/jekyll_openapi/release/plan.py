"""What the next release is: its version, the reasons, and what it says."""

import json
from dataclasses import dataclass
from pathlib import Path

from jekyll_openapi.api.names import Kept
from jekyll_openapi.client.stamp import tree_digest
from jekyll_openapi.diff.change import Change, bump
from jekyll_openapi.diff.compare import compare
from jekyll_openapi.diff.reading import as_read, read_spec
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.names import NameTable, from_json, names_of, to_json
from jekyll_openapi.openapi.reading import read
from jekyll_openapi.release import changelog
from jekyll_openapi.release.aliases import deprecate, gone, renames
from jekyll_openapi.release.state import Release, released_folder
from jekyll_openapi.release.version import Part, next_version, numbers

NAMES = "names.json"
"""What the client of a release offers; the mark of the folder that keeps the release."""


@dataclass(frozen=True, slots=True)
class Last:
    """The last release, as it is kept."""

    spec: Json
    names: NameTable
    client: str
    """The digest of its client."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The next release."""

    release: Release
    part: Part | None
    """What of the version it raises; None for the first."""
    changes: tuple[Change, ...]
    gone: tuple[str, ...]
    """Public names of the last release that the client has no more."""
    section: str
    """Its entry in the changelog."""


def read_last(spec: Path) -> Last | None:
    """The last release of a description, None before the first; raises ReadError, OSError."""
    folder = released_folder(spec)
    if not (folder / spec.name).is_file():
        return None
    names, client = _names(folder / NAMES)
    return Last(read_spec(folder / spec.name), names, client)


def read_names(spec: Path) -> NameTable | None:
    """The names that the last release has made public, None before the first; raises ReadError, OSError."""
    file = released_folder(spec) / NAMES
    return _names(file)[0] if file.is_file() else None


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


def _names(file: Path) -> tuple[NameTable, str]:
    """The names, and the digest of the client that has them."""
    kept = read(file)
    try:
        return from_json(kept.content["names"]), str(kept.content["client"])
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        wrong = kept.refusal((), "not as a release has written it: `names` and `client` are wanted")
        raise wrong from problem


def write_last(folder: Path, spec: Path, text: str, client: Path, names: NameTable, given: Kept) -> None:
    """Keeps a release in the empty folder: the description, what the client offers, and the names that both have."""
    (folder / spec.name).write_text(text, encoding="utf-8", newline="")
    kept = {
        "client": tree_digest(client),
        "names": to_json(names),
        "places": dict(sorted(given.places.items())),
        "values": {name: list(values) for name, values in sorted(given.values.items())},
    }
    (folder / NAMES).write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


def make_plan(spec: Json, client: Path, last: Last | None, before: Release | None, day: str) -> Plan | None:
    """The release of the description and its client; None where they are those of the last one."""
    if not last or not before:
        rows = changelog.first_rows(spec)
        version = str(spec["info"]["version"])
        numbers(version)
        return Plan(Release(version), None, (), (), changelog.entry(version, day, rows))
    if tree_digest(client) == last.client:
        return None
    changes = compare(last.spec, as_read(spec))
    old, new = last.names.public(), names_of(spec, last.names).public()
    lost = gone(old, new)
    part: Part = "major" if lost else bump(changes) or "patch"
    version = next_version(before.version, part)
    kept = deprecate(version, before.deprecated, old, new, renames(changes, last.spec, spec))
    rows = changelog.rows(changes, kept)
    release = Release(version, changelog.told(rows), kept)
    return Plan(release, part, changes, lost, changelog.entry(version, day, rows))
