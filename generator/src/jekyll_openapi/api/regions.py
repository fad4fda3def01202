"""Which section of a page belongs to which heading that begins something: an operation, or a schema."""

from collections.abc import Callable, Mapping

from jekyll_openapi.api.sections import Section

NOBODY = -1


def owners(
    parts: tuple[Section, ...], roots: Mapping[int, bool], continues: Callable[[Section], bool]
) -> tuple[int, ...]:
    """For each section the innermost root that it belongs to; NOBODY for the page's own.

    A root owns the deeper sections below it, and those of its own level that continue it, all of them where its value
    in `roots` is true, up to the next root.
    """
    found = [NOBODY] * len(parts)
    for root in sorted(roots):
        for index in range(root, end_of(root, parts, roots, continues)):
            found[index] = root
    return tuple(found)


def end_of(
    root: int, parts: tuple[Section, ...], roots: Mapping[int, bool], continues: Callable[[Section], bool]
) -> int:
    """The first section behind a root's own, those of roots inside it included."""
    level = parts[root].level
    for index in range(root + 1, len(parts)):
        part = parts[index]
        if part.level < level or (part.level == level and (index in roots or not (roots[root] or continues(part)))):
            return index
    return len(parts)


def parent(index: int, parts: tuple[Section, ...]) -> int:
    """The section that a section stands in."""
    return next((one for one in range(index - 1, -1, -1) if parts[one].level < parts[index].level), 0)


def main_heading(parts: tuple[Section, ...]) -> int:
    """The page's own heading: the first, where all others are deeper; else the text before it."""
    return 1 if len(parts) > 1 and all(part.level > parts[1].level for part in parts[2:]) else 0
