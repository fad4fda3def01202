"""How the parts of a description differ that belong to no operation: info, servers, tags, security schemes, client."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from jekyll_openapi.diff import kinds
from jekyll_openapi.diff.kinds import Kind
from jekyll_openapi.diff.notes import TEXTS, compare_notes, shown
from jekyll_openapi.diff.spot import Difference, Spec, Spot, bare

_MADE = {"version", "x-pages", "x-corrections"}
"""Parts of `info` that follow from what else has changed."""
_CLIENT = "x-client"
_IMPORTED = {"distribution", "package", "class", "default-environment"}
_RELEASED = {"changes", "deprecated"}
"""Parts of `x-client` that a release writes, of what else has changed."""
_COMPARED = {"info", "servers", "tags", "paths", "components", "security", _CLIENT}


def compare_surroundings(old: Spec, new: Spec) -> Iterator[Difference]:
    """How two descriptions differ outside operations and schemas."""
    before, after = old.root, new.root
    yield from _compare_keys(before.below("info"), after.below("info"), _MADE, lambda _: kinds.INFO)
    yield from _compare_servers(before, after)
    yield from _compare_tags(before, after)
    yield from _compare_schemes(before.below("components"), after.below("components"))
    yield from _compare_keys(before.below(_CLIENT), after.below(_CLIENT), _RELEASED, _client_kind)
    yield from _compare_keys(before, after, _COMPARED, _root_kind)


def _compare_keys(old: Spot, new: Spot, left_out: set[str], kind: Callable[[str], Kind]) -> Iterator[Difference]:
    """One difference for each key whose values differ."""
    for key in dict.fromkeys((*old.value, *new.value)):
        before, after = old.get(key), new.get(key)
        if key not in left_out and bare(before) != bare(after):
            was, now = ("" if value is None else shown([value]) for value in (before, after))
            yield Difference(kind(key), old.below(key), new.below(key), f"`{key}` has changed", was, now)


def _client_kind(key: str) -> Kind:
    return kinds.CLIENT_RENAMED if key in _IMPORTED else kinds.CLIENT_CHANGED


def _root_kind(key: str) -> Kind:
    return kinds.EXTENSION if key.startswith("x-") else kinds.INFO


# --- lists, by what tells their members apart -------------------------------------------------------------------------


def _compare_servers(old: Spot, new: Spot) -> Iterator[Difference]:
    before, after = (_listed(spot, "servers", _environment) for spot in (old, new))
    for name, was in before.items():
        if name not in after:
            yield Difference(kinds.SERVER_REMOVED, was, None, f"the server `{name}` is gone", str(was.get("url")))
            continue
        now = after[name]
        if was.get("url") != now.get("url"):
            message = f"the server `{name}` has another address"
            yield Difference(kinds.SERVER_CHANGED, was, now, message, str(was.get("url")), str(now.get("url")))
        yield from compare_notes(was, now)
    for name, now in after.items():
        if name not in before:
            yield Difference(kinds.SERVER_ADDED, None, now, f"the server `{name}` is new", "", str(now.get("url")))
    was_first, is_first = next(iter(before), ""), next(iter(after), "")
    if was_first != is_first and was_first in after and is_first in before:
        message = f"the first server is `{is_first}`, it was `{was_first}`"
        yield Difference(kinds.DEFAULT_SERVER, before[was_first], after[is_first], message, was_first, is_first)


def _environment(server: Mapping[str, Any]) -> str:
    return str(server.get("x-environment", server.get("url")))


def _compare_tags(old: Spot, new: Spot) -> Iterator[Difference]:
    before, after = (_listed(spot, "tags", lambda tag: str(tag.get("name"))) for spot in (old, new))
    for name, was in before.items():
        if name not in after:
            yield Difference(kinds.TAG_REMOVED, was, None, f"the tag `{name}` is gone", name)
        else:
            yield from compare_notes(was, after[name])
    for name, now in after.items():
        if name not in before:
            yield Difference(kinds.TAG_ADDED, None, now, f"the tag `{name}` is new", "", name)


def _listed(root: Spot, key: str, name: Callable[[Mapping[str, Any]], str]) -> dict[str, Spot]:
    return {name(one): root.into(key, index) for index, one in enumerate(root.get(key, ()))}


def _compare_schemes(old: Spot, new: Spot) -> Iterator[Difference]:
    before, after = old.below("securitySchemes"), new.below("securitySchemes")
    for name in dict.fromkeys((*before.value, *after.value)):
        was, now = (spot.into(name) if name in spot.value else None for spot in (before, after))
        if was is None or now is None:
            kind, text = (kinds.SCHEME_ADDED, "new") if now else (kinds.SCHEME_REMOVED, "gone")
            message = f"the security scheme `{name}` is {text}"
            yield Difference(kind, was, now, message, name if was else "", name if now else "")
            continue
        yield from compare_notes(was, now)
        facts = [{key: value for key, value in spot.value.items() if key not in TEXTS} for spot in (was, now)]
        if bare(facts[0]) != bare(facts[1]):
            message = f"the security scheme `{name}` has changed"
            yield Difference(kinds.SCHEME_CHANGED, was, now, message, *(shown([one]) for one in facts))
