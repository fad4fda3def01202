"""Compares documentation with a description from another source: what either lacks, and where they contradict.

Operations are matched by path and method, schemas by their users. Names are ignored.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from jekyll_openapi.diff.change import Change
from jekyll_openapi.diff.compare import compare
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.pointers import at
from jekyll_openapi.patterns import regex

Gap = Literal["description", "docs", "both"]
"""Missing from the description, missing from the docs, or stated differently by both."""
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
"""Prefixes of kinds that only concern names, texts and marks."""


def gaps(docs: Json, description: Json) -> dict[Gap, tuple[Change, ...]]:
    """The changes that would turn the description into what the docs state, by gap."""
    found: dict[Gap, list[Change]] = {gap: [] for gap in GAPS}
    for change in compare(description, docs):
        if not change.kind.startswith(_NAMES) and not _is_assumed(change, docs):
            found[_gap(change)].append(change)
    return {gap: tuple(rows) for gap, rows in found.items()}


def _is_assumed(change: Change, docs: Json) -> bool:
    """Whether no page states the fact: the default of needing a token, JSON as the media type, 200 as the success
    status."""
    if change.kind.startswith("security-"):
        try:
            return "x-security-source" not in at(docs, change.path)
        except KeyError:
            return True
    return (change.kind, change.new) in (("media-type-added", "application/json"), ("response-added", "200"))


_UNSAID = "any value"
"""How a missing type is shown."""


def _gap(change: Change) -> Gap:
    if change.kind.startswith("type-") and _UNSAID in (change.old, change.new):
        return "description" if change.old == _UNSAID else "docs"
    kind = change.kind.removeprefix("required-")
    if kind in _ADDED or (kind.endswith("-added") and not change.old):
        return "description"
    if kind in _REMOVED or (kind.endswith("-removed") and not change.new):
        return "docs"
    if not change.old and change.new:
        return "description"
    return "docs" if change.old and not change.new else "both"


def show_gaps(found: dict[Gap, tuple[Change, ...]]) -> Iterator[str]:
    """The gaps as lines of text, each with its docs line or its place in the description."""
    for gap in GAPS:
        if found[gap]:
            yield _TITLES[gap]
            yield from (_line(change, gap) for change in found[gap])
            yield ""
    counts = {gap: len(rows) for gap, rows in found.items()}
    yield (
        f"{counts['both']} contradictions, {counts['description']} missing from the description, "
        f"{counts['docs']} missing from the docs"
    )


def _line(change: Change, gap: Gap) -> str:
    where = change.location if change.location and not change.location.startswith("#") else change.path
    now, was = _WAS.split(change.message, maxsplit=1) if _WAS.search(change.message) else (change.message, "")
    what = {
        "both": f"{now} in the docs, in the description {was or 'it is not'}",
        "description": now,
        "docs": was and f"the type is {was}" if change.kind.startswith("type-") else now,
    }[gap]
    what = what.replace(" is new and ", ", ").removesuffix(" is new").removesuffix(" is gone")
    operations = "" if what.startswith("`" + "".join(change.operations) + "`") else _few(change.operations)
    return f"  {where}  {f'{operations}: ' if operations else ''}{what} [{change.kind}]"


_WAS = regex(", (?:it was|they needed) ")


def _few(operations: Sequence[str]) -> str:
    return f"{operations[0]} and {len(operations) - 1} more" if len(operations) > 1 else "".join(operations)
