"""Computes which heading owns which section of a page. Roots are headings that begin an operation or a schema."""

from collections.abc import Callable, Mapping

from jekyll_openapi.api.sections import Section

NOBODY = -1

Roots = Mapping[int, bool | None]
"""Section index -> whether that root owns all sections of its own level: True, those that continue it (False), or none
(None)."""


def owners(parts: tuple[Section, ...], roots: Roots, continues: Callable[[Section], bool]) -> tuple[int, ...]:
    """For each section, the innermost root that owns it, or NOBODY if it is the page's own.

    A root owns the deeper sections below it, and those of its own level that `roots` says, up to the next root.
    """
    found = [NOBODY] * len(parts)
    for root in sorted(roots):
        for index in range(root, end_of(root, parts, roots, continues)):
            found[index] = root
    return tuple(found)


def end_of(root: int, parts: tuple[Section, ...], roots: Roots, continues: Callable[[Section], bool]) -> int:
    """The index after the last section of a root, nested roots included."""
    level = parts[root].level
    for index in range(root + 1, len(parts)):
        part = parts[index]
        is_next = index in roots or roots[root] is None or not (roots[root] or continues(part))
        if part.level < level or (part.level == level and is_next):
            return index
    return len(parts)


def parent(index: int, parts: tuple[Section, ...]) -> int:
    """The index of the section that a section is nested in; 0 at the top."""
    return next((one for one in range(index - 1, -1, -1) if parts[one].level < parts[index].level), 0)


def main_heading(parts: tuple[Section, ...]) -> int:
    """The index of the page's main heading, if all others are deeper; 0, the text before it, if not."""
    return 1 if len(parts) > 1 and all(part.level > parts[1].level for part in parts[2:]) else 0
