"""Combines differences and the operations that they affect into the rows of the report."""

from collections.abc import Iterator

from jekyll_openapi.diff import kinds
from jekyll_openapi.diff.change import LEVELS, Change, Side, worst
from jekyll_openapi.diff.cursor import Cursor, Difference, Key, Spec, reach
from jekyll_openapi.diff.kinds import Effect, Kind
from jekyll_openapi.openapi.operations import shown
from jekyll_openapi.records import dataclass, field

Use = tuple[Side, str]
"""(side, operation that uses something there)."""
_WHOLE = {kinds.TYPE_CHANGED, kinds.TYPE_NARROWED, kinds.TYPE_WIDENED, kinds.SCHEMA_REPLACED}
"""Kinds for which the names of schemas that come or go with the change are listed, too."""


def shown_key(key: Key) -> str:
    """The operation in words: `POST /order/placeOCO`."""
    return shown(key[1], key[0])


@dataclass(slots=True)
class _Row:
    difference: Difference
    names: dict[str, None] = field(default_factory=dict)
    uses: set[Use] = field(default_factory=set)
    is_met: bool = False
    """Whether any user actually meets it: a read-only property is never met in requests."""


class Rows:
    """Differences between two descriptions and their users; equal differences are merged."""

    def __init__(self, old: Spec, new: Spec, *, has_client: bool) -> None:
        self._others = {id(old): new, id(new): old}
        self._has_client = has_client or all("x-client" in spec.content for spec in (old, new))
        self._rows: dict[tuple[str, ...], _Row] = {}

    def add(self, difference: Difference, *uses: Use) -> None:
        """Adds a difference and the uses that it affects."""
        # Two places that become one are two rows, as they are on the way back.
        places = (cursor.pointer if cursor else "" for cursor in (difference.old, difference.new))
        key = (difference.kind.name, *places, difference.message, difference.before, difference.after)
        row = self._rows.setdefault(key, _Row(difference))
        # Equal differences from two places count with the worse kind.
        if difference.kind.worst < row.difference.kind.worst:
            row.difference = difference
        row.names |= dict.fromkeys(self._names(difference))
        met = [use for use in uses if difference.only is None or use[0] in (difference.only, "neither")]
        row.uses.update(met)
        row.is_met |= bool(met) or not uses

    def changes(self) -> Iterator[Change]:
        """The rows as changes."""
        for row in self._rows.values():
            difference, cursor = row.difference, _place(row.difference)
            side = _side({side for side, _ in row.uses})
            wire, client = (_effect(difference.kind, side, of_client) for of_client in (False, True))
            wire = wire if row.is_met else kinds.UNMET
            counts = client if self._has_client and LEVELS.index(client.level) < LEVELS.index(wire.level) else wire
            yield Change(
                kind=difference.kind.name,
                level=counts.level,
                wire=wire.level,
                client=client.level,
                side=side,
                path=cursor.pointer,
                location=cursor.location,
                names=tuple(row.names),
                operations=tuple(sorted({operation for _, operation in row.uses})),
                message=difference.message,
                reason=counts.reason,
                old=difference.before,
                new=difference.after,
            )

    def _names(self, difference: Difference) -> Iterator[str]:
        """Python names for the old and the new part, and for schemas that come or go with them."""
        for cursor, other in ((difference.old, difference.new), (difference.new, difference.old)):
            if cursor:
                yield from cursor.names
                if other is None or difference.kind in _WHOLE:
                    along = reach(cursor.spec, cursor.value) - set(self._others[id(cursor.spec)].schemas)
                    yield from (name for one in sorted(along) for name in cursor.spec.names.model(one))


def _place(difference: Difference) -> Cursor:
    cursor = difference.new or difference.old
    assert cursor
    return cursor


def _side(sides: set[Side]) -> Side:
    known = sides - {"neither"}
    return "both" if len(known) > 1 else next(iter(known), "neither")


def _effect(kind: Kind, side: Side, of_client: bool) -> Effect:
    """The worst effect of the change on its sides."""
    request, response, neither = kind.effects(of_client)
    if side != "both":
        return {"request": request, "response": response, "neither": neither}[side]
    if request.reason == response.reason:
        return request
    level = worst((request.level, response.level))
    return Effect(level, f"in requests {request.reason}; in answers {response.reason}")
