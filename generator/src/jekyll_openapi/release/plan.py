"""Plans the next release: version, reasons, changelog entry."""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from jekyll_openapi.api.names import Kept
from jekyll_openapi.client.stamp import tree_digest
from jekyll_openapi.diff.change import Change, bump
from jekyll_openapi.diff.compare import compare
from jekyll_openapi.diff.reading import as_read, read_spec
from jekyll_openapi.diff.sockets import NO_SOCKETS, with_sockets
from jekyll_openapi.openapi.json import Json, dump_json
from jekyll_openapi.openapi.names import NameTable, from_json, names_of, to_json
from jekyll_openapi.openapi.reading import read
from jekyll_openapi.openapi.renamed import without_renamed
from jekyll_openapi.output.ownership import SUMS, contents, digests, listing
from jekyll_openapi.records import dataclass
from jekyll_openapi.release import changelog
from jekyll_openapi.release.aliases import deprecate, gone, renames
from jekyll_openapi.release.renamed import Renamed, renamed
from jekyll_openapi.release.state import NAMES, RENAMED, Release, released_folder
from jekyll_openapi.release.version import Part, asked_version, next_version, numbers

_PLACES = frozenset(
    {"x-source", "x-source-data", "x-inferred-from", "x-security-source", "x-always-present", "x-pages"}
)
"""Extensions that hold places and evidence; changes in them are no reason for a release."""
_KNOWN = frozenset({"x-always-present"})
"""Extensions whose presence matters, though not their text."""
_SETS = ("required", "enum", "type")
"""Keywords whose lists mean the same in any order."""
_WHY: dict[Part, str] = {
    "major": "there are breaking changes",
    "minor": "there are compatible changes",
    "patch": "no change touches callers",
}


@dataclass(frozen=True, slots=True)
class Last:
    """The last release, as stored."""

    spec: Json
    names: NameTable
    client: str
    """The digest of its client, or of the description if it has no client."""
    sockets: Json | None = None
    """Its AsyncAPI document; None if it was stored without one."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The next release."""

    release: Release
    why: str
    """The reason for the version."""
    changes: tuple[Change, ...]
    gone: tuple[str, ...]
    """Public names of the last release that the client no longer has."""
    section: str
    """The changelog entry."""


def read_last(spec: Path, sockets: Path | None = None) -> Last | None:
    """The last release of a description and its sockets, None before the first; raises ReadError and OSError."""
    folder = released_folder(spec)
    if not (folder / spec.name).is_file():
        return None
    names, client = _names(folder / NAMES)
    kept = folder / sockets.name if sockets else None
    told = read(kept).content if kept and kept.is_file() else None
    return Last(read_spec(folder / spec.name), names, client, told)


def read_names(spec: Path) -> NameTable | None:
    """The public names of the last release, None before the first; raises ReadError and OSError."""
    file = released_folder(spec) / NAMES
    return _names(file)[0] if file.is_file() else None


def _names(file: Path) -> tuple[NameTable, str]:
    """The names, and the digest of the client that has them."""
    kept = read(file)
    try:
        return from_json(kept.content["names"]), str(kept.content["client"])
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        wrong = kept.refusal((), "not as a release has written it: `names` and `client` are wanted")
        raise wrong from problem


def write_last(
    folder: Path, texts: Mapping[str, str], digest: str, names: NameTable, given: Kept, release: Release
) -> None:
    """Stores a release in the empty folder: descriptions, client digest, and the names that must be kept."""
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    kept = {
        "client": digest,
        "names": to_json(names),
        "places": dict(sorted(given.places.items())),
        "values": {name: list(values) for name, values in sorted(given.values.items())},
    }
    (folder / NAMES).write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    if release.renamed != Renamed():
        old = {"paths": release.renamed.paths, "schemas": release.renamed.schemas}
        (folder / RENAMED).write_text(dump_json(old), encoding="utf-8")
    (folder / SUMS).write_text(listing(digests(folder, contents(folder))), encoding="utf-8")


def mark_of(released: Path) -> str:
    """The file that lists what the folder contains; early releases had no list."""
    return SUMS if (released / SUMS).is_file() else NAMES


def are_sockets_new(last: Last, sockets: Json | None) -> bool:
    """Whether the AsyncAPI document says something else than that of the last release."""
    return not is_moved_only(*_sockets(last, sockets))


def _sockets(last: Last, sockets: Json | None) -> tuple[Json, Json]:
    """The AsyncAPI documents of the last release and of this one, without sockets where there is none."""
    return last.sockets or NO_SOCKETS, as_read(sockets) if sockets else NO_SOCKETS


def is_moved_only(old: Json, new: Json) -> bool:
    """Whether two descriptions differ only in the places of the pages that state the facts, or in their order."""
    return bool(_placeless(old) == _placeless(new))


def _placeless(part: Any) -> Any:
    if isinstance(part, dict):
        told = {key: _placeless(one) if key not in _PLACES else key in _KNOWN for key, one in part.items()}
        return {key: _ordered(one) if key in _SETS else one for key, one in told.items()}
    return [_placeless(one) for one in part] if isinstance(part, list) else part


def _ordered(part: Any) -> Any:
    """A list whose order means nothing, in one order."""
    return sorted(part, key=repr) if isinstance(part, list) else part


def digest_of(spec: Json, client: Path | None) -> str:
    """A digest that identifies a release: of the client's files, or of the description without a client."""
    return tree_digest(client) if client else sha256(dump_json(spec).encode()).hexdigest()


def make_plan(
    spec: Json,
    client: Path | None,
    last: Last | None,
    before: Release | None,
    day: str,
    asked: str = "",
    sockets: Json | None = None,
) -> Plan | None:
    """The next release of the description, its sockets and its client; None if nothing has changed.

    Raises VersionError, also if `asked` is lower than the changes require.
    """
    if not last or not before:
        version = asked_version(asked, str(spec["info"]["version"]), "the base says so") if asked else ""
        version = version or str(spec["info"]["version"])
        numbers(version)
        rows = changelog.first_rows(spec)
        return Plan(Release(version), "the first release", (), (), changelog.entry(version, day, rows))
    is_same = digest_of(spec, client) == last.client and not are_sockets_new(last, sockets)
    if is_same and not asked:
        return None
    # What is only kept under its old name would otherwise show up as a change of its own.
    old_spec, new_spec = without_renamed(last.spec), as_read(without_renamed(spec))
    changes = compare(old_spec, new_spec, has_client=True)
    was, now = _sockets(last, sockets)
    changes = with_sockets(changes, (old_spec, was), (new_spec, now))
    old, new = last.names.public(), names_of(spec, last.names).public()
    lost = gone(old, new) if client else ()
    # A name that the client loses breaks its users even if the wire is unchanged.
    part: Part = "major" if lost else bump(changes) or "patch"
    version = next_version(before.version, part)
    why = _WHY[part]
    if asked:
        version, why = asked_version(asked, version, why), f"{why}; it was asked for"
    elif part == "major" and version.startswith("0."):
        why = f"{why}, and 0.x stays 0.x until `--version 1.0.0` ends it"
    # A breaking release drops the aliases of all versions before it, also where 0.x stays 0.x.
    is_new_series = part == "major" or numbers(version)[0] != numbers(before.version)[0]
    found = renames(changes, old_spec, new_spec)
    kept = deprecate(version, () if is_new_series else before.deprecated, old, new, found) if client else ()
    rows = ["Nothing has changed."] if is_same else changelog.rows(changes, kept)
    release = Release(version, changelog.told(rows), kept, renamed(version, changes, old_spec, new_spec))
    return Plan(release, why, changes, lost, changelog.entry(version, day, rows))
