"""Compares two descriptions: what differs, which operations that affects, and how severe it is.

Each schema is compared once, however often it is used. An operation or schema that refers to it leaves a `Link` to the
pair of old and new schema. Following the links from the operations shows which operations use a pair, and on which
side.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from jekyll_openapi.diff import kinds
from jekyll_openapi.diff.change import LEVELS, Change
from jekyll_openapi.diff.cursor import WEBHOOKS, Difference, Found, Link, Spec, reach
from jekyll_openapi.diff.heirs import compare_heirs, with_heirs
from jekyll_openapi.diff.operations import body_schema, compare_operations, links_of
from jekyll_openapi.diff.pairing import Pairing, addresses, pair_operations
from jekyll_openapi.diff.rows import Rows, Use, shown_key
from jekyll_openapi.diff.schemas import compare_schemas
from jekyll_openapi.diff.security import pair_schemes
from jekyll_openapi.diff.surroundings import compare_surroundings
from jekyll_openapi.diff.unchanged import Unchanged, unchanged
from jekyll_openapi.openapi.json import Json


def compare(old: Json, new: Json, *, has_client: bool = False) -> tuple[Change, ...]:
    """Every change from the old description to the new one, without duplicates, worst first.

    `has_client` says that a generated client exists for both, even if the descriptions do not mention it.
    """
    # Python names of the old description come first: released names are kept.
    before = Spec.of(old)
    return compare_specs(before, Spec.of(new, before), has_client=has_client)


def compare_specs(before: Spec, after: Spec, *, has_client: bool = False) -> tuple[Change, ...]:
    """What `compare` returns."""
    pairing, same = pair_operations(before, after), unchanged(before, after)
    rows = Rows(before, after, has_client=has_client)
    for difference in (
        *compare_surroundings(before, after, _is_address_kept(before, after, pairing)),
        *_unused(before, after),
    ):
        rows.add(difference)
    roots = _compare_operations(before, after, pairing, same, rows)
    pairs = _compare_schemas(before, after, roots, same)
    uses = _uses(pairs, roots)
    for link, found in pairs.items():
        for one in found:
            if isinstance(one, Difference):
                rows.add(one, *uses[link])
    for difference, link in _renamed(before, after, pairs, pairing):
        rows.add(difference, *uses[link])
    return tuple(sorted(rows.changes(), key=_order))


def _order(change: Change) -> tuple[object, ...]:
    return LEVELS.index(change.level), change.path, change.kind, change.old, change.new, change.message


def _compare_operations(
    before: Spec, after: Spec, pairing: Pairing, same: Unchanged, rows: Rows
) -> list[tuple[Link, Use]]:
    """Adds the changes in operations to `rows`; returns the schemas that the operations refer to."""
    old, new = before.operations, after.operations
    roots: list[tuple[Link, Use]] = []
    schemes = pair_schemes(before, after)
    for was, now in pairing.kept.items():
        if was == now and was in same.operations:
            continue
        links = links_of(old[was], was, after) if was == now and was in same.texts else None
        whole = compare_operations((old[was], new[now]), (was, now), schemes)
        for side, found in whole if links is None else links:
            if isinstance(found, Link):
                use = side, shown_key(now)
                roots += ((link, use) for link in with_heirs(found, before, after))
            else:
                rows.add(found, (side, shown_key(now)))
    for key in pairing.gone:
        message = f"`{shown_key(key)}` is gone" + (", it was deprecated" if old[key].get("deprecated") is True else "")
        kind = kinds.WEBHOOK_REMOVED if key[0].startswith(WEBHOOKS) else kinds.OPERATION_REMOVED
        rows.add(Difference(kind, old[key], None, message), ("neither", shown_key(key)))
    for key in pairing.came:
        message = f"`{shown_key(key)}` is new"
        kind = kinds.WEBHOOK_ADDED if key[0].startswith(WEBHOOKS) else kinds.OPERATION_ADDED
        rows.add(Difference(kind, None, new[key], message), ("neither", shown_key(key)))
    return roots


def _compare_schemas(
    before: Spec, after: Spec, roots: Iterable[tuple[Link, Use]], same: Unchanged
) -> dict[Link, list[Found]]:
    """The differences of each pair of schemas: those that operations use, and then all others."""
    pairs: dict[Link, list[Found]] = {}
    unused = (Link(name, name) for name in before.schemas if name in after.schemas and name not in same.schemas)
    for root in (*(link.bare for link, _ in roots), *unused):
        waiting = [root]
        while waiting:
            link = waiting.pop()
            if link not in pairs:
                pairs[link] = list(_compare_pair(link, before, after))
                waiting += (found.bare for found in pairs[link] if isinstance(found, Link))
    return pairs


def _compare_pair(link: Link, before: Spec, after: Spec) -> Iterator[Found]:
    if link.has_heirs:
        yield from compare_heirs(link, before, after)
        return
    for found in compare_schemas(before.schema(link.old), after.schema(link.new)):
        if isinstance(found, Link):
            yield from with_heirs(found, before, after, link.new)
        else:
            yield found


def _uses(pairs: dict[Link, list[Found]], roots: Iterable[tuple[Link, Use]]) -> defaultdict[Link, set[Use]]:
    """The uses of each pair of schemas, direct or through other schemas."""
    starts: defaultdict[Use, set[Link]] = defaultdict(set)
    for link, use in roots:
        if _counts(link, use):
            starts[use].add(link.bare)
    uses: defaultdict[Link, set[Use]] = defaultdict(set)
    for use, links in starts.items():
        waiting = list(links)
        while waiting:
            link = waiting.pop()
            if use not in uses[link]:
                uses[link].add(use)
                waiting += (one.bare for one in pairs[link] if isinstance(one, Link) and _counts(one, use))
    return uses


def _counts(link: Link, use: Use) -> bool:
    """Whether the reference applies on the side: a read-only property is never part of a request."""
    return link.only is None or use[0] in (link.only, "neither")


def _renamed(before: Spec, after: Spec, pairs: Iterable[Link], pairing: Pairing) -> Iterator[tuple[Difference, Link]]:
    """The renamed schemas, except bodies that are named after a renamed operation."""
    renamed = ((before.operations[was], after.operations[now]) for was, now in pairing.kept.items() if was != now)
    explained = {Link(body_schema(was), body_schema(now)) for was, now in renamed}
    for link in pairs:
        if link.old not in after.schemas and link.new not in before.schemas and link not in explained:
            message = f"`{link.old}` is named `{link.new}` now"
            cursors = before.schema(link.old), after.schema(link.new)
            yield Difference(kinds.SCHEMA_RENAMED, *cursors, message, link.old, link.new), link


def _unused(before: Spec, after: Spec) -> Iterator[Difference]:
    """The added and removed schemas that no operation uses. Used schemas are reported with their users."""
    gone, came = set(before.schemas) - set(after.schemas), set(after.schemas) - set(before.schemas)
    for name in gone - (reach(before, _operations(before)) if gone else set()):
        yield Difference(kinds.SCHEMA_REMOVED, before.schema(name), None, f"`{name}` is gone", name)
    for name in came - (reach(after, _operations(after)) if came else set()):
        yield Difference(kinds.SCHEMA_ADDED, None, after.schema(name), f"`{name}` is new", "", name)


def _operations(spec: Spec) -> list[Json]:
    return [spec.content.get("paths", {}), spec.content.get("webhooks", {})]


def _is_address_kept(before: Spec, after: Spec, pairing: Pairing) -> bool:
    """Whether all requests go to the same URLs as before, because paths changed in step with servers."""
    old, new = before.operations, after.operations
    pairs = [(was, now) for was, now in pairing.kept.items() if not was[0].startswith(WEBHOOKS)]
    are_same = (set(addresses(old[was], was)) == set(addresses(new[now], now)) for was, now in pairs)
    # If no path changed, a change of servers is a change of addresses and has to be reported.
    return any(was != now for was, now in pairs) and all(are_same)
