"""Compares servers: addresses in any notation, and the variables that callers may choose."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from jekyll_openapi.diff import kinds
from jekyll_openapi.diff.cursor import Cursor, Difference
from jekyll_openapi.diff.notes import compare_notes
from jekyll_openapi.diff.renames import matches
from jekyll_openapi.patterns import regex

_VARIABLE = regex(r"\{([^{}]*)\}")
_HOST = regex(r"^(https?|wss?)://([^/?#]*)", re.IGNORECASE)
_PORTS = {"http": ":80", "ws": ":80", "https": ":443", "wss": ":443"}


def address(server: Mapping[str, Any]) -> str:
    """The address normalized: without variable names, host in lower case, without the default port."""

    def plain(found: re.Match[str]) -> str:
        scheme, host = found.group(1).lower(), found.group(2).lower()
        return f"{scheme}://{host.removesuffix(_PORTS[scheme])}"

    written = _HOST.sub(plain, _VARIABLE.sub("{}", str(server.get("url", ""))))
    return "" if written == "/" else written


def _fixed(server: Mapping[str, Any]) -> str:
    """The address with variables that have only one value filled in."""
    url = str(server.get("url", ""))
    for name, variable in (server.get("variables") or {}).items():
        listed = list(variable.get("enum") or ())
        if len(listed) == 1:
            url = url.replace(f"{{{name}}}", str(listed[0]))
    return address({"url": url})


def compare_servers(old: Cursor, new: Cursor) -> Iterator[Difference]:
    """The changes in servers, matched by environment if both descriptions name environments, by address if not."""
    before, after = (_servers(cursor) for cursor in (old, new))
    if not before or not after:
        # Where none is named, requests go to the root of where the description is.
        before, after = ({at: one for at, one in some.items() if address(one.value)} for some in (before, after))
    kept = _pairs(before, after)
    for index, was in before.items():
        if index not in kept:
            yield Difference(kinds.SERVER_REMOVED, was, None, f"the server `{_said(was)}` is gone", _url(was.value))
            continue
        now = after[kept[index]]
        yield from _compare_address(was, now)
        yield from _compare_variables(was, now)
        yield from compare_notes(was, now)
    for index, now in after.items():
        if index not in kept.values():
            yield Difference(
                kinds.SERVER_ADDED, None, now, f"the server `{_said(now)}` is new", "", str(now.get("url"))
            )
    if 0 in kept and kept[0] and 0 in kept.values():
        said = _said(before[0]), _said(after[0])
        message = f"the first server is `{said[1]}`, it was `{said[0]}`"
        yield Difference(kinds.DEFAULT_SERVER, before[0], after[0], message, *said)


def _servers(root: Cursor) -> dict[int, Cursor]:
    return {index: root.into("servers", index) for index in range(len(root.get("servers", ())))}


def _pairs(before: Mapping[int, Cursor], after: Mapping[int, Cursor]) -> dict[int, int]:
    kept: dict[int, int] = {}
    for evidence in (_environment, _url, address, _fixed):
        gone = {index: evidence(cursor.value) for index, cursor in before.items() if index not in kept}
        came = {index: evidence(cursor.value) for index, cursor in after.items() if index not in kept.values()}
        kept |= matches(gone, came)
        if evidence is _environment and all(_environment(one.value) for one in (*before.values(), *after.values())):
            break
    return kept


def _environment(server: Mapping[str, Any]) -> str | None:
    return str(server["x-environment"]) if "x-environment" in server else None


def _url(server: Mapping[str, Any]) -> str:
    return str(server.get("url"))


def _said(server: Cursor) -> str:
    return _environment(server.value) or _url(server.value)


def _compare_address(old: Cursor, new: Cursor) -> Iterator[Difference]:
    before, after = _url(old.value), _url(new.value)
    if before != after:
        is_same = address(old.value) == address(new.value) or _fixed(old.value) == _fixed(new.value)
        kind = kinds.SERVER_WRITTEN if is_same else kinds.SERVER_CHANGED
        how = "is written otherwise" if is_same else "has another address"
        yield Difference(kind, old, new, f"the server `{_said(old)}` {how}", before, after)


def _compare_variables(old: Cursor, new: Cursor) -> Iterator[Difference]:
    """The changes in the variables of an address, matched by position."""
    before, after = old.get("variables") or {}, new.get("variables") or {}
    names = _VARIABLE.findall(_url(old.value)), _VARIABLE.findall(_url(new.value))
    for old_name, name in zip(*names, strict=False) if address(old.value) == address(new.value) else ():
        was, now = before.get(old_name) or {}, after.get(name) or {}
        if was.get("default") != now.get("default"):
            message = f"`{name}` is `{now.get('default')}` unless another value is named"
            yield Difference(
                kinds.VARIABLE_CHANGED, old, new, message, str(was.get("default")), str(now.get("default"))
            )
        listed, others = list(was.get("enum", ())), list(now.get("enum", ()))
        if others and not listed:
            yield Difference(kinds.VARIABLE_REMOVED, old, new, f"`{name}` can be {_values(others)} only", "any value")
        if listed and not others:
            yield Difference(kinds.VARIABLE_ADDED, old, new, f"`{name}` can be any value", "", "any value")
        for value in [one for one in listed if one not in others] if others else []:
            yield Difference(kinds.VARIABLE_REMOVED, old, None, f"`{name}` cannot be `{value}`", str(value))
        for value in [one for one in others if one not in listed] if listed else []:
            yield Difference(kinds.VARIABLE_ADDED, None, new, f"`{name}` can be `{value}`", "", str(value))


def _values(values: list[Any]) -> str:
    return " or ".join(f"`{value}`" for value in values)
