"""Adds the names that a release removed to the modules of a client."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import LiteralString

from jekyll_openapi.client.clients import client_name
from jekyll_openapi.client.groups import class_name
from jekyll_openapi.client.model import ClientModel, Component, Group
from jekyll_openapi.client.writer import Code, code, identifier, joined, lines, literal
from jekyll_openapi.patterns import regex
from jekyll_openapi.runtime.facts import Deprecated

Modules = dict[str, str]
"""Path in the package -> text."""
_NAME = regex(r"(?P<holder>\w+)\.(?P<name>\w+)(?:\.(?P<below>\w+)|\((?P<argument>\w+)\))?")
_FIRST_IMPORT = regex(r"^(?=(?:from|import) (?!__future__))", re.MULTILINE)


def keep_names(model: ClientModel, modules: Modules) -> None:
    """Add removed names to the modules of the package."""
    found: defaultdict[tuple[str, str], list[Deprecated]] = defaultdict(list)
    for one in model.description.facts.deprecated:
        match = _NAME.fullmatch(one.name)
        if not match:
            raise ValueError(f"x-client: {one.name!r} is not a name of a client")
        found[match["holder"], match["name"] if match["below"] or match["argument"] else ""].append(one)
    groups = {group.attribute: group for group in model.groups}
    models = {one.class_name: one for one in model.components}
    lost = {holder: gone for (holder, name), gone in found.items() if not name and holder not in {*groups, "models"}}
    if lost:
        for is_async, module in ((False, "clients"), (True, "async_clients")):
            _append(modules, f"{module}.py", _groups(model, lost, is_async))
    for (holder, name), gone in found.items():
        if holder == "models":
            _keep_model(modules, models.get(name), gone)
        elif holder in groups:
            _append(modules, f"groups/{holder}.py", _methods(groups[holder], name, gone))


def _keep_model(modules: Modules, kept: Component | None, gone: Sequence[Deprecated]) -> None:
    """Add removed fields to a model; without a model, add removed models."""
    if kept is None:
        _append(modules, "models/__init__.py", [_call("keep_models", code("__name__"), _listed(gone))])
        return
    made = code("$name", name=identifier(kept.class_name))
    keep: LiteralString = "keep_members" if kept.form == "enumeration" else "keep_fields"
    _append(modules, f"models/{kept.module}.py", [_call(keep, made, _listed(gone))])


def _methods(group: Group, method: str, gone: Sequence[Deprecated]) -> list[Code]:
    """Calls that add removed parameters of a method, or removed methods."""
    plain, raw = ([class_name(group, is_async, is_raw) for is_async in (False, True)] for is_raw in (False, True))
    if method:
        return [_call("keep_parameters", _tuple(plain + raw), literal(method), _listed(gone))]
    listed = _listed(gone)
    return [
        _call("keep_methods", _tuple(plain), listed),
        _call("keep_methods", _tuple(raw), listed, code("raw=True")),
    ]


def _groups(model: ClientModel, lost: dict[str, list[Deprecated]], is_async: bool) -> list[Code]:
    """Calls that add removed groups to the client and its raw variant."""
    pairs = joined(", ", (code("$key: $gone", key=literal(name), gone=_listed(one)) for name, one in lost.items()))
    table = code("{$pairs}", pairs=pairs)
    return [
        _call(
            "keep_groups",
            _tuple([client_name(model, is_async, is_raw)]),
            code("groups.AsyncGroup" if is_async else "groups.Group"),
            table,
            code("raw=True" if is_raw else "raw=False"),
        )
        for is_raw in (False, True)
    ]


def _listed(gone: Iterable[Deprecated]) -> Code:
    """The removed names as the runtime takes them."""
    return _tuple(
        code(
            "Gone($name, $since, $now, $word, $guessed)",
            name=literal(one.name),
            since=literal(one.since),
            now=literal(one.now),
            word=literal(one.word),
            guessed=literal(one.guessed),
        )
        for one in gone
    )


def _tuple(parts: Iterable[Code]) -> Code:
    return code("($parts,)", parts=joined(", ", parts))


def _call(function: LiteralString, *arguments: Code) -> Code:
    return code("$function($arguments)", function=code(function), arguments=joined(", ", arguments))


def _append(modules: Modules, path: str, calls: Sequence[Code]) -> None:
    """Append calls to a module, with the imports they need."""
    names = sorted({"Gone", *(one.text.partition("(")[0] for one in calls)})
    listed = joined(", ", map(identifier, names))
    at_root = path in ("clients.py", "async_clients.py")
    package = code(".runtime") if at_root else code("..runtime")
    needed = code("from $package.deprecated import $names", package=package, names=listed)
    text = _FIRST_IMPORT.sub(lambda _: f"{needed.text}\n", modules[path], count=1)
    modules[path] = f"{text}\n{lines(*calls).text}\n"
