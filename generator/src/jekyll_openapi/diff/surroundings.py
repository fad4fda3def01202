"""How the parts of a description differ that belong to no operation: info, servers, tags, security schemes, client."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from jekyll_openapi.diff import kinds
from jekyll_openapi.diff.kinds import Kind
from jekyll_openapi.diff.notes import compare_notes, shown
from jekyll_openapi.diff.security import compare_schemes
from jekyll_openapi.diff.spot import Difference, Spec, Spot, bare

_MADE = {"version", "x-pages", "x-corrections"}
"""Parts of `info` that follow from what else has changed."""
_CLIENT = "x-client"
_IMPORTED = {"distribution", "package", "class", "default-environment"}
_RELEASED = {"changes", "deprecated"}
"""Parts of `x-client` that a release writes, of what else has changed."""
_COMPARED = {"info", "servers", "tags", "paths", "webhooks", "components", "security", "jsonSchemaDialect", _CLIENT}


def compare_surroundings(old: Spec, new: Spec, is_address_kept: bool) -> Iterator[Difference]:
    """How two descriptions differ outside operations and schemas.

    `is_address_kept` says that requests go where they went, though the line between server and path may have moved.
    """
    before, after = old.root, new.root
    yield from _compare_keys(before.below("info"), after.below("info"), _MADE, lambda _: kinds.INFO)
    if not is_address_kept:
        yield from _compare_servers(before, after)
    yield from _compare_tags(before, after)
    yield from compare_schemes(old, new)
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
    both = all("x-environment" in one for spot in (old, new) for one in spot.get("servers", ()))
    before, after = (_listed(spot, "servers", _environment if both else _url) for spot in (old, new))
    for name, was in before.items():
        if name not in after:
            yield Difference(kinds.SERVER_REMOVED, was, None, f"the server `{name}` is gone", str(was.get("url")))
            continue
        now = after[name]
        if was.get("url") != now.get("url"):
            message = f"the server `{name}` has another address"
            yield Difference(kinds.SERVER_CHANGED, was, now, message, str(was.get("url")), str(now.get("url")))
        yield from _compare_variables(was, now)
        yield from compare_notes(was, now)
    for name, now in after.items():
        if name not in before:
            yield Difference(kinds.SERVER_ADDED, None, now, f"the server `{name}` is new", "", str(now.get("url")))
    was_first, is_first = next(iter(before), ""), next(iter(after), "")
    if was_first != is_first and was_first in after and is_first in before:
        message = f"the first server is `{is_first}`, it was `{was_first}`"
        yield Difference(kinds.DEFAULT_SERVER, before[was_first], after[is_first], message, was_first, is_first)


def _compare_variables(old: Spot, new: Spot) -> Iterator[Difference]:
    """The parts of an address that callers may choose."""
    before, after = old.get("variables", {}), new.get("variables", {})
    for name in [one for one in before if one in after]:
        was, now = before[name], after[name]
        if was.get("default") != now.get("default"):
            message = f"`{name}` is `{now.get('default')}` unless another value is named"
            texts = str(was.get("default")), str(now.get("default"))
            yield Difference(kinds.VARIABLE_CHANGED, old, new, message, *texts)
        listed, others = list(was.get("enum", ())), list(now.get("enum", ()))
        for value in [one for one in listed if one not in others] if others else []:
            yield Difference(kinds.VARIABLE_REMOVED, old, None, f"`{name}` cannot be `{value}`", str(value))
        for value in [one for one in others if one not in listed] if listed else []:
            yield Difference(kinds.VARIABLE_ADDED, None, new, f"`{name}` can be `{value}`", "", str(value))


def _environment(server: Mapping[str, Any]) -> str:
    return str(server["x-environment"])


def _url(server: Mapping[str, Any]) -> str:
    return str(server.get("url"))


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
