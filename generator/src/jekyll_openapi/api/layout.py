"""A page laid out: which of its sections belongs to which heading that begins something, and what is around it."""

from __future__ import annotations

from collections.abc import Mapping

from jekyll_openapi.api.dialect import Dialect
from jekyll_openapi.api.kinds import is_known, is_request, kind_of
from jekyll_openapi.api.regions import NOBODY, end_of, main_heading, owners, parent
from jekyll_openapi.api.sections import Section
from jekyll_openapi.records import dataclass, replace

Place = tuple[int, int]
"""A section and a block in it; -1 for its heading."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The sections of a page with who owns them."""

    parts: tuple[Section, ...]
    roots: Mapping[int, bool]
    main: int
    """The page's own heading."""
    own: Mapping[int, tuple[int, ...]]
    """Root -> its sections, NOBODY's being the page's own."""
    around: Mapping[int, tuple[int, ...]]
    """Root -> those whose regions it stands in, and NOBODY."""
    requests: Mapping[int, tuple[int, ...]]
    """Owner -> its sections that say what operations take, with those below them."""

    stating: frozenset[int]
    """The roots that state operations."""
    of_paths: frozenset[int]
    """The sections of path parameters."""

    def cut(self, root: int, begin: Place, end: Place, without: frozenset[Place]) -> tuple[Section, ...]:
        """A root's sections between two places, without some blocks."""
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
        """The page's own sections, where no operation owns the whole page."""
        return () if 0 in self.roots else tuple(self.parts[index] for index in self.own.get(NOBODY, ()))

    def shared(self, root: int) -> tuple[Section, ...]:
        """The sections around a root that say what operations take, in page order."""
        indexes = (index for owner in self.around[root] for index in self._shared_by(owner))
        return tuple(self.parts[index] for index in sorted(indexes))

    def _shared_by(self, owner: int) -> tuple[int, ...]:
        """An owner's sections that hold for the roots in it: of one with operations of its own, those of the path."""
        found = self.requests.get(owner, ())
        return tuple(index for index in found if index in self.of_paths) if owner in self.stating else found


def lay_out(parts: tuple[Section, ...], roots: Mapping[int, bool], stating: frozenset[int], dialect: Dialect) -> Layout:
    """The page with each section given to the innermost root that it belongs to."""
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


def _around(parts: tuple[Section, ...], roots: Mapping[int, bool], dialect: Dialect) -> dict[int, tuple[int, ...]]:
    found: dict[int, tuple[int, ...]] = {}
    inside: list[tuple[int, int]] = []
    for root in sorted(roots):
        while inside and inside[-1][1] <= root:
            inside.pop()
        found[root] = (NOBODY, *(outer for outer, _ in inside))
        inside.append((root, end_of(root, parts, roots, lambda part: is_known(part, dialect))))
    return found


def _is_common(index: int, parts: tuple[Section, ...], main: int, dialect: Dialect) -> bool:
    """Whether a section of the page's own stands below no heading that is about something else."""
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
