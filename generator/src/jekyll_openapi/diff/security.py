"""Compares who may call an operation. Security schemes count by what is sent, not by their names."""

from collections.abc import Iterator, Mapping
from typing import Any

from jekyll_openapi.diff import kinds
from jekyll_openapi.diff.cursor import Cursor, Difference, Spec, bare
from jekyll_openapi.diff.kinds import Kind
from jekyll_openapi.diff.notes import compare_notes, shown
from jekyll_openapi.records import dataclass

Way = frozenset[tuple[str, str]]
"""A way to be let in: pairs of scheme and scope that a caller must present."""


@dataclass(frozen=True, slots=True)
class Schemes:
    """Scheme name -> canonical name, in both descriptions; equivalent schemes share one."""

    old: Mapping[str, str]
    new: Mapping[str, str]


def pair_schemes(old: Spec, new: Spec) -> Schemes:
    """The canonical names of the schemes in both descriptions."""
    before, after = _schemes(old), _schemes(new)
    same = {name: name for name in after if name in before}
    # A renamed scheme that asks for the same is the same scheme.
    left = {_facts(cursor): name for name, cursor in before.items() if name not in after}
    moved = {
        name: left[_facts(cursor)] for name, cursor in after.items() if name not in before and _facts(cursor) in left
    }
    return Schemes({name: name for name in before}, {name: name for name in after} | same | moved)


def compare_schemes(old: Spec, new: Spec) -> Iterator[Difference]:
    """The changes in the schemes themselves."""
    before, after, paired = _schemes(old), _schemes(new), pair_schemes(old, new)
    asked = _asked(old)
    kept = {paired.new[name]: name for name in after if paired.new[name] in before}
    for name, was in before.items():
        if name not in kept:
            yield Difference(kinds.SCHEME_REMOVED, was, None, f"the security scheme `{name}` is gone", name)
            continue
        now = after[kept[name]]
        yield from compare_notes(was, now)
        if _facts(was) != _facts(now):
            message = f"the security scheme `{name}` has changed"
            kind = _kind_of_change(was, now) if name in asked else kinds.SCHEME_UNUSED
            yield Difference(kind, was, now, message, *(shown([bare(one.value)]) for one in (was, now)))
    for name, now in after.items():
        if name not in kept.values():
            yield Difference(kinds.SCHEME_ADDED, None, now, f"the security scheme `{name}` is new", "", name)


def _asked(spec: Spec) -> set[str]:
    """The schemes that operations require."""
    listed = (cursor.get("security", spec.content.get("security", [])) for cursor in spec.operations.values())
    return {name for ways in listed for way in ways for name in way}


def _kind_of_change(old: Cursor, new: Cursor) -> Kind:
    """The kind of change of a scheme; additional ways to get a token do no harm."""
    before, after = _flows(old), _flows(new)
    return kinds.SCHEME_WIDENED if before and before < after else kinds.SCHEME_CHANGED


def _flows(scheme: Cursor) -> frozenset[tuple[str, ...]]:
    """The OAuth flows of a scheme with their URLs."""
    flows: Any = scheme.get("flows") or {}
    urls = ("authorizationUrl", "tokenUrl", "refreshUrl")
    return frozenset((flow, *(str(one.get(url)) for url in urls)) for flow, one in flows.items())


def compare_security(old: Cursor, new: Cursor, schemes: Schemes) -> Iterator[Difference]:
    """The change in who may call an operation."""
    before, after = _ways(old, schemes.old), _ways(new, schemes.new)
    if before == after:
        return
    was, now = _words(before), _words(after)
    kind = _kind(before, after)
    if kind:
        yield Difference(kind, old, new, f"callers need {now}, they needed {was}", was, now)


def _schemes(spec: Spec) -> dict[str, Cursor]:
    holder = spec.root.below("components").below("securitySchemes")
    return {name: holder.into(name).resolved() for name in holder.value}


def _facts(scheme: Cursor) -> str:
    """What a caller must send for the scheme, and where it gets it."""
    value = scheme.value
    kind = str(value.get("type"))
    if kind == "apiKey":
        name, place = str(value.get("name")), str(value.get("in"))
        return f"{kind} {place} {name.casefold() if place == 'header' else name}"
    if kind == "http":
        return f"{kind} {str(value.get('scheme')).casefold()}"
    if kind == "oauth2":
        return f"{kind} {sorted(_flows(scheme))}"
    return f"{kind} {value.get('openIdConnectUrl', '')}"


def _ways(cursor: Cursor, names: Mapping[str, str]) -> frozenset[Way]:
    """The alternative ways; an open operation has one that requires nothing."""
    stated = cursor.get("security", cursor.spec.content.get("security", []))
    ways = frozenset(
        frozenset((names.get(name, name), scope) for name, scopes in one.items() for scope in (scopes or [""]))
        for one in stated
    )
    return ways or frozenset({frozenset()})


def _kind(before: frozenset[Way], after: frozenset[Way]) -> Kind | None:
    """The kind of change: existing callers still get in if some way requires no more than theirs did."""
    keeps_all = all(any(_asks_no_more(now, was) for now in after) for was in before)
    adds_none = all(any(_asks_no_more(was, now) for was in before) for now in after)
    if keeps_all:
        return None if adds_none else kinds.SECURITY_REMOVED
    return kinds.SECURITY_ADDED if adds_none else kinds.SECURITY_CHANGED


def _asks_no_more(way: Way, other: Way) -> bool:
    """Whether everyone who satisfies the other way satisfies this one, too."""
    schemes = {name for name, _ in other}
    return all(part in other or (not part[1] and part[0] in schemes) for part in way)


def _words(ways: frozenset[Way]) -> str:
    shown_ways = (" and ".join(sorted(f"{name} {scope}".strip() for name, scope in way)) or "nothing" for way in ways)
    return " or ".join(sorted(shown_ways))
