"""Writes changelog entries, and the sentences about a release in the client's README."""

from collections.abc import Sequence

from jekyll_openapi.diff.change import Change
from jekyll_openapi.diff.show import SHOWS
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.operations import operations
from jekyll_openapi.patterns import regex
from jekyll_openapi.runtime.deprecated import advice

_WORDS = (
    "Written by the program at each release. The version is that of the description and of the client: a breaking "
    "change\nraises the first number (before 1.0.0 the second), a compatible one the second, anything else the third."
)
_OWN = regex(r"Written by the program at each release\..*(\n.+)*")
_SILENT = "The text of the description or of the client has changed; nothing that callers send or read has."
_MOST_TOLD = 50


def entry(version: str, day: str, rows: Sequence[str]) -> str:
    """A section of the changelog."""
    return "\n".join((f"## {version} ({day})", "", *rows)) + "\n"


def rows(changes: Sequence[Change], deprecated: Sequence[Json]) -> list[str]:
    """The changes and the kept aliases as Markdown lines."""
    lines = list(SHOWS["markdown"](changes)) if changes else [_SILENT]
    if deprecated:
        lines += ["", "### Deprecated", "", *map(_kept, deprecated)]
    return lines


def first_rows(spec: Json) -> list[str]:
    """The text for the first release."""
    count = sum(1 for _ in operations(spec))
    schemas = len(spec.get("components", {}).get("schemas", {}))
    return [f"The first release: operations: {count}, schemas: {schemas}."]


def told(lines: Sequence[str]) -> tuple[str, ...]:
    """The list items in the Markdown lines, at most a certain number."""
    items = [line.removeprefix("- ") for line in lines if line.startswith("- ")] or list(lines)
    more = [f"{len(items) - _MOST_TOLD} more"] if len(items) > _MOST_TOLD else []
    return (*items[:_MOST_TOLD], *more)


def _kept(one: Json) -> str:
    said = advice(one["now"], one.get("guessed", False))
    return f"- `{one['name']}`, gone since {one['since']}: {said}"


def with_entry(text: str, section: str) -> str:
    """The changelog with the section above the others, replacing an older one for the same version.

    Above all sections, the program's own paragraph is written anew; the rest may be somebody's words, and stays.
    """
    head, *parts = f"\n{text}".split("\n## ")
    head = _OWN.sub(_WORDS, head.strip()) or f"# Changelog\n\n{_WORDS}"
    older = [f"## {part.rstrip()}\n" for part in parts if _version(f"## {part}") != _version(section)]
    return "\n".join((f"{head}\n", section, *older))


def _version(section: str) -> str:
    """The version in the title of a section; empty if the title is."""
    return next(iter(section.partition("\n")[0].split()[1:]), "")
