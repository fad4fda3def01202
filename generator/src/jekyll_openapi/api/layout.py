"""Assigns each section of a page to the heading that it belongs to: an operation, a definition, or the page itself."""

from __future__ import annotations

from collections.abc import Mapping

from jekyll_openapi.api.dialect import Dialect
from jekyll_openapi.api.section_kinds import is_known, is_request, kind_of
from jekyll_openapi.api.section_owners import NOBODY, Roots, end_of, main_heading, owners, parent
from jekyll_openapi.api.sections import Section
from jekyll_openapi.records import dataclass, replace

Place = tuple[int, int]
"""(section index, block index); the block index is -1 for the heading."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The sections of a page and who owns each. A root is the index of a section that begins an operation or a
    definition."""

    parts: tuple[Section, ...]
    roots: Roots
    main: int
    """The index of the page's main heading."""
    own: Mapping[int, tuple[int, ...]]
    """Root -> indexes of its sections; the page's own sections are under `NOBODY`."""
    around: Mapping[int, tuple[int, ...]]
    """Root -> the roots whose regions contain it, and `NOBODY`."""
    requests: Mapping[int, tuple[int, ...]]
    """Owner -> its sections that say what operations take, and the sections below those."""

    stating: frozenset[int]
    """Roots that state operations."""
    of_paths: frozenset[int]
    """Indexes of the sections for path parameters."""

    def cut(self, root: int, begin: Place, end: Place, without: frozenset[Place]) -> tuple[Section, ...]:
        """A root's sections between two places, leaving out the blocks at `without`."""
        found = []
        for index in self.own.get(root, ()):
            part = self.parts[index]
            blocks = tuple(
                block
                for position, block in enumerate(part.blocks)
                if begin <= (index, position) < end and (index, position) not in without
            )
            if blocks or begin <= (index, -1) < end:
                found.append(replace(part, blocks=blocks))
        return tuple(found)

    def intro(self) -> tuple[Section, ...]:
        """The page's own sections; none if one operation owns the whole page."""
        # Root 0 means that one operation owns the whole page, introduction included.
        return () if 0 in self.roots else tuple(self.parts[index] for index in self.own.get(NOBODY, ()))

    def shared(self, root: int) -> tuple[Section, ...]:
        """The sections around a root that say what operations take, in page order."""
        indexes = (index for owner in self.around[root] for index in self._shared_by(owner))
        return tuple(self.parts[index] for index in sorted(indexes))

    def _shared_by(self, owner: int) -> tuple[int, ...]:
        """The owner's request sections that also apply to the roots inside its region.

        If the owner states operations itself, only path parameters are shared.
        """
        found = self.requests.get(owner, ())
        return tuple(index for index in found if index in self.of_paths) if owner in self.stating else found


def lay_out(parts: tuple[Section, ...], roots: Roots, stating: frozenset[int], dialect: Dialect) -> Layout:
    """The page with each section assigned to the innermost root that contains it."""
    owned = owners(parts, roots, lambda part: is_known(part, dialect))
    own: dict[int, list[int]] = {}
    for index, owner in enumerate(owned):
        own.setdefault(owner, []).append(index)
    return Layout(
        parts,
        roots,
        main_heading(parts),
        {owner: tuple(indexes) for owner, indexes in own.items()},
        _around(parts, roots, dialect),
        _requests(parts, owned, dialect),
        stating,
        frozenset(index for index, part in enumerate(parts) if kind_of(part, dialect) == "path"),
    )


def _around(parts: tuple[Section, ...], roots: Roots, dialect: Dialect) -> dict[int, tuple[int, ...]]:
    found: dict[int, tuple[int, ...]] = {}
    inside: list[tuple[int, int]] = []
    for root in sorted(roots):
        while inside and inside[-1][1] <= root:
            inside.pop()
        found[root] = (NOBODY, *(outer for outer, _ in inside))
        inside.append((root, end_of(root, parts, roots, lambda part: is_known(part, dialect))))
    return found


def _is_common(index: int, parts: tuple[Section, ...], main: int, dialect: Dialect) -> bool:
    """Whether one of the page's own sections stands outside of every heading about a particular thing."""
    above = parent(index, parts)
    while above not in (0, main):
        if not is_known(parts[above], dialect):
            return False
        above = parent(above, parts)
    return True


def _requests(parts: tuple[Section, ...], owned: tuple[int, ...], dialect: Dialect) -> dict[int, tuple[int, ...]]:
    found: dict[int, list[int]] = {}
    level, owner = 0, NOBODY
    main = main_heading(parts)
    for index, part in enumerate(parts):
        if is_request(part, dialect) and (owned[index] != NOBODY or _is_common(index, parts, main, dialect)):
            level, owner = part.level, owned[index]
        elif part.level <= level or owned[index] != owner:
            level = 0
        if level:
            found.setdefault(owner, []).append(index)
    return {one: tuple(indexes) for one, indexes in found.items()}
