"""The comparison: what differs, whom that touches, and how bad it is.

A schema is compared once, whoever uses it. An operation or a schema that refers to one leaves a link, to the pair of
what stands there now and what stood there before. Following the links from the operations tells which of them have a
pair, and on which side.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from jekyll_openapi.diff import kinds
from jekyll_openapi.diff.change import LEVELS, Change
from jekyll_openapi.diff.operations import body_schema, compare_operations
from jekyll_openapi.diff.pairing import Pairing, addresses, pair_operations
from jekyll_openapi.diff.rows import Rows, Use, shown_key
from jekyll_openapi.diff.schemas import compare_schemas
from jekyll_openapi.diff.security import pair_schemes
from jekyll_openapi.diff.spot import WEBHOOKS, Difference, Found, Link, Spec, reach
from jekyll_openapi.diff.surroundings import compare_surroundings
from jekyll_openapi.openapi.json import Json


def compare(old: Json, new: Json, *, has_client: bool = False) -> tuple[Change, ...]:
    """Every change from the old description to the new one, each once, the worst first.

    `has_client` says that there is a generated client of both, though the descriptions do not say so.
    """
    before = Spec.of(old)
    after = Spec.of(new, before)
    pairing = pair_operations(before, after)
    rows = Rows(before, after, has_client=has_client)
    for difference in (
        *compare_surroundings(before, after, _is_address_kept(before, after, pairing)),
        *_unused(before, after),
    ):
        rows.add(difference)
    roots = _compare_operations(before, after, pairing, rows)
    pairs = _compare_schemas(before, after, roots)
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


def _compare_operations(before: Spec, after: Spec, pairing: Pairing, rows: Rows) -> list[tuple[Link, Use]]:
    """Adds how the operations differ; gives the schemas that they refer to."""
    old, new = before.operations, after.operations
    roots: list[tuple[Link, Use]] = []
    schemes = pair_schemes(before, after)
    for was, now in pairing.kept.items():
        for side, found in compare_operations((old[was], new[now]), (was, now), schemes):
            if isinstance(found, Link):
                roots.append((found, (side, shown_key(now))))
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


def _compare_schemas(before: Spec, after: Spec, roots: Iterable[tuple[Link, Use]]) -> dict[Link, list[Found]]:
    """How the schemas differ that operations use, and after them all others, by pair."""
    pairs: dict[Link, list[Found]] = {}
    unused = (Link(name, name) for name in before.schemas if name in after.schemas)
    for root in (*(link.bare for link, _ in roots), *unused):
        waiting = [root]
        while waiting:
            link = waiting.pop()
            if link not in pairs:
                pairs[link] = list(compare_schemas(before.schema(link.old), after.schema(link.new)))
                waiting += (found.bare for found in pairs[link] if isinstance(found, Link))
    return pairs


def _uses(pairs: dict[Link, list[Found]], roots: Iterable[tuple[Link, Use]]) -> defaultdict[Link, set[Use]]:
    """Who uses each pair of schemas, directly or through others."""
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
    """Whether the reference is met on the side: what is only read is not met in requests."""
    return link.only is None or use[0] in (link.only, "neither")


def _renamed(before: Spec, after: Spec, pairs: Iterable[Link], pairing: Pairing) -> Iterator[tuple[Difference, Link]]:
    """The schemas that have a new name, but for bodies that are named after an operation that has one."""
    renamed = ((before.operations[was], after.operations[now]) for was, now in pairing.kept.items() if was != now)
    explained = {Link(body_schema(was), body_schema(now)) for was, now in renamed}
    for link in pairs:
        if link.old not in after.schemas and link.new not in before.schemas and link not in explained:
            message = f"`{link.old}` is named `{link.new}` now"
            spots = before.schema(link.old), after.schema(link.new)
            yield Difference(kinds.SCHEMA_RENAMED, *spots, message, link.old, link.new), link


def _unused(before: Spec, after: Spec) -> Iterator[Difference]:
    """The schemas that no operation uses and that only one description has; others come and go with their users."""
    gone, came = set(before.schemas) - set(after.schemas), set(after.schemas) - set(before.schemas)
    for name in gone - (reach(before, _operations(before)) if gone else set()):
        yield Difference(kinds.SCHEMA_REMOVED, before.schema(name), None, f"`{name}` is gone", name)
    for name in came - (reach(after, _operations(after)) if came else set()):
        yield Difference(kinds.SCHEMA_ADDED, None, after.schema(name), f"`{name}` is new", "", name)


def _operations(spec: Spec) -> list[Json]:
    return [spec.content.get("paths", {}), spec.content.get("webhooks", {})]


def _is_address_kept(before: Spec, after: Spec, pairing: Pairing) -> bool:
    """Whether all requests go where they went, with paths that changed because the servers did."""
    old, new = before.operations, after.operations
    pairs = [(was, now) for was, now in pairing.kept.items() if not was[0].startswith(WEBHOOKS)]
    are_same = (set(addresses(old[was], was)) == set(addresses(new[now], now)) for was, now in pairs)
    return any(was != now for was, now in pairs) and all(are_same)
