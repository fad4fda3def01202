"""What documentation states and a description of other hands lacks, the reverse, and where the two contradict.

Operations are matched by path and method, schemas by who uses them: what either side calls them does not count.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from jekyll_openapi.diff.change import Change
from jekyll_openapi.diff.compare import compare
from jekyll_openapi.openapi.json import Json

Gap = Literal["description", "docs", "both"]
"""The description lacks it; the docs lack it; they say different things."""
GAPS: tuple[Gap, ...] = ("both", "description", "docs")
_TITLES: dict[Gap, str] = {
    "both": "The docs and the description contradict each other:",
    "description": "The docs state it, the description lacks it:",
    "docs": "The description has it, the docs do not state it:",
}
_ADDED = ("operation-added", "parameter-added", "property-added", "body-added", "enum-value-added", "response-added")
_REMOVED = tuple(name.replace("-added", "-removed") for name in _ADDED)
_NAMES = (
    "schema-renamed",
    "schema-added",
    "schema-removed",
    "schema-replaced",
    "python-type-changed",
    "operation-id-changed",
    "operation-class-changed",
    "path-variable-renamed",
    "client-",
    "tag-",
    "operation-tag",
    "info-",
    "extension-",
    "description-",
    "annotation-",
    "example-",
    "presence-",
    "not-judged",
    "security-scheme-",
)
"""Beginnings of kinds that are about names, words and marks alone."""


def gaps(docs: Json, description: Json) -> dict[Gap, tuple[Change, ...]]:
    """The changes that would make the description what the docs state, sorted by what they are."""
    found: dict[Gap, list[Change]] = {gap: [] for gap in GAPS}
    for change in compare(description, docs):
        if not change.kind.startswith(_NAMES):
            found[_gap(change)].append(change)
    return {gap: tuple(rows) for gap, rows in found.items()}


def _gap(change: Change) -> Gap:
    kind = change.kind.removeprefix("required-")
    if kind in _ADDED or (kind.endswith("-added") and not change.old):
        return "description"
    if kind in _REMOVED or (kind.endswith("-removed") and not change.new):
        return "docs"
    if not change.old and change.new:
        return "description"
    return "docs" if change.old and not change.new else "both"


def show_gaps(found: dict[Gap, tuple[Change, ...]]) -> Iterator[str]:
    """The gaps in text: each with its docs line or its place in the description."""
    for gap in GAPS:
        if found[gap]:
            yield _TITLES[gap]
            yield from map(_line, found[gap])
            yield ""
    counts = {gap: len(rows) for gap, rows in found.items()}
    yield (
        f"{counts['both']} contradictions, {counts['description']} missing from the description, "
        f"{counts['docs']} missing from the docs"
    )


def _line(change: Change) -> str:
    where = change.location if change.location and not change.location.startswith("#") else change.path
    operations = _few(change.operations)
    what = change.message.replace(", it was ", " in the docs, in the description ")
    what = what.replace(" is new and ", ", ").removesuffix(" is new").removesuffix(" is gone")
    return f"  {where}  {f'{operations}: ' if operations else ''}{what} [{change.kind}]"


def _few(operations: Sequence[str]) -> str:
    return f"{operations[0]} and {len(operations) - 1} more" if len(operations) > 1 else "".join(operations)
