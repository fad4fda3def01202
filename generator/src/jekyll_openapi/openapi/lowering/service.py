"""Servers and security schemes: what a client cannot use is noted, and only the operations that need it suffer."""

from typing import Any

from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.lowering.problems import ImpossibleError
from jekyll_openapi.openapi.lowering.source import Source
from jekyll_openapi.openapi.pointers import Pointer, below, pointer

_NO_CREDENTIALS: Json = {"type": "other"}
"""Stands for a scheme that nobody could follow, so that its operations are not called without credentials."""
_PLACES = ("header", "query", "cookie")


def servers(source: Source, stated: Any, place: Pointer) -> list[Json]:
    """The servers that have a URL."""
    if not isinstance(stated, list):
        if stated is not None:
            source.note(place, "servers must be a list; they are ignored")
        return []
    found = []
    for index, one in enumerate(stated):
        if isinstance(one, dict) and isinstance(one.get("url"), str):
            found.append(_filled(source, one, below(place, str(index))))
        else:
            source.note(below(place, str(index)), "a server needs a `url`; it is ignored")
    return found


def _filled(source: Source, server: Json, place: Pointer) -> Json:
    """The server, without variables that say nothing."""
    stated = server.get("variables", {})
    if isinstance(stated, dict) and all(isinstance(one, dict) for one in stated.values()):
        return server
    source.note(below(place, "variables"), "variables of a server must be mappings by name; they are ignored")
    return {key: one for key, one in server.items() if key != "variables"}


def security_schemes(source: Source) -> Json:
    """The security schemes, in place of each reference what it leads to."""
    stated = (source.root.get("components") or {}).get("securitySchemes")
    found: Json = {}
    for name in stated if isinstance(stated, dict) else ():
        place = pointer("components", "securitySchemes", name)
        try:
            found[name] = source.mapping(place)[1]
        except ImpossibleError as problem:
            source.note(problem.pointer, problem.reason)
            found[name] = _NO_CREDENTIALS
        if found[name].get("type") == "apiKey" and not _is_sent(found[name]):
            source.note(place, f"an API key needs a name, and a place that is one of {', '.join(_PLACES)}")
            found[name] = _NO_CREDENTIALS
    return found


def _is_sent(scheme: Json) -> bool:
    name = scheme.get("name")
    return isinstance(name, str) and bool(name) and scheme.get("in") in _PLACES
