"""Simplifies ("lowers") any OpenAPI description to the few forms that the client generator understands.

In the lowered document

- each operation states everything that applies to it: `operationId` (unique; made of method and path if there
  is none), `parameters` with `style` and `explode`, `requestBody`, `responses`, `security`, and `servers` where it has
  some of its own;
- `components.schemas` holds objects (`properties`, `required`, `additionalProperties`), enumerations (`enum` of texts
  or of whole numbers) and unions (`anyOf`, with `discriminator` and its whole `mapping` where one is stated);
- any other schema is `{}`, a primitive with format and limits, a reference to a component, an array or a
  mapping (`{"type": "object", "additionalProperties": S}`) of these, each with null where it may be null
  (`"type": [T, "null"]`, or `{"anyOf": [S, {"type": "null"}]}` for a reference);
- `x-at` says where the schema of a component, a parameter or a media type, or an operation, is in the original
description; it is absent if a component was combined from several places.

Other constraints on values, such as `if`, `not` or `dependentRequired`, are left out: validation uses the original
description.
"""

from functools import cached_property
from typing import Any

from jekyll_openapi.openapi.json import HOLDERS, Json
from jekyll_openapi.openapi.lowering.again import Parts
from jekyll_openapi.openapi.lowering.naming import Naming, distinct
from jekyll_openapi.openapi.lowering.operations import Operations
from jekyll_openapi.openapi.lowering.problems import DescriptionError, ImpossibleError, Lowered, Remark
from jekyll_openapi.openapi.lowering.schemas import Schemas
from jekyll_openapi.openapi.lowering.service import security_schemes, servers
from jekyll_openapi.openapi.lowering.simple import PLACE
from jekyll_openapi.openapi.lowering.source import Source
from jekyll_openapi.openapi.operations import METHODS
from jekyll_openapi.openapi.pointers import Pointer, below, pointer
from jekyll_openapi.openapi.references import SCHEMAS, reached, schema_names

__all__ = ["PLACE", "DescriptionError", "Lowered", "Lowerings", "Remark", "lower"]


def lower(document: Json, lowerings: "Lowerings | None" = None) -> Lowered:
    """The simplified description; raises DescriptionError if the document cannot be used at all.

    Parts that are as they were when `lowerings` was last given are not lowered again.
    """
    return (lowerings or Lowerings()).lowered(document)


class Lowerings:
    """The last of several lowerings, each of a description that has changed a little."""

    def __init__(self) -> None:
        self._last: _Lowering | None = None

    def lowered(self, document: Json) -> Lowered:
        """The same as without the last one."""
        now = _Lowering(document, self._last)
        found = now.lowered()
        if self._last and _has_remarks(found):
            # What is remarked can depend on what is lowered first.
            now = _Lowering(document)
            found = now.lowered()
        self._last = None if _has_remarks(found) else now
        return found


class _Lowering:
    def __init__(self, document: Json, last: "_Lowering | None" = None) -> None:
        self._source = Source(document)
        self._schemas = Schemas(self._source)
        self._operations = Operations(self._source, self._schemas)
        self._left_out: dict[Pointer, str] = {}
        self._made: dict[tuple[str, str], Json] = {}
        self._earlier: dict[tuple[str, str], Json] = {}
        if last:
            self._take_over(last)

    @cached_property
    def _parts(self) -> Parts:
        return Parts(self._source.root)

    def _take_over(self, last: "_Lowering") -> None:
        self._parts = Parts(self._source.root, last._parts)
        unchanged = self._parts.unchanged_since(last._parts)
        self._schemas.take_over(last._schemas, unchanged)
        self._operations.take_over(last._operations, unchanged)
        self._earlier = {key: one for key, one in last._made.items() if unchanged.have(pointer("paths", key[0]))}

    def lowered(self) -> Lowered:
        found = self._found()
        names = distinct({key: self._stated_id(items[0], key[1]) for key, items in found.items()})
        for key, name in names.items():
            if (stated := self._stated_id(found[key][0], key[1])) and stated != name:
                self._source.note(
                    pointer("paths", *key), f"the operationId {stated!r} is not a name of its own; it is {name}"
                )
        for (path, method), items in found.items():
            try:
                self._made[path, method] = self._operation(path, items, method, names[path, method])
            except ImpossibleError as problem:
                self._leave_out(path, method, problem)
        self._lower_components()
        self._schemas.complete()
        kept, used = self._kept(self._made)
        places = {key: self._schemas.components[key].place for key in used}
        given = Naming(self._source, names).names(places)
        document = self._document(kept, given)
        self._note_ignored()
        left_out = tuple(Remark(place, reason) for place, reason in self._left_out.items())
        return Lowered(document, left_out, self._source.remarks())

    def _operation(self, path: str, items: tuple[Pointer, ...], method: str, name: str) -> Json:
        earlier = self._earlier.get((path, method))
        if earlier and earlier["operationId"] == name:
            return earlier
        return self._operations.lowered(path, items, method, name)

    def _found(self) -> dict[tuple[str, str], tuple[Pointer, ...]]:
        """(path, method) -> the path items that say something about the operation; the first one contains it."""
        found: dict[tuple[str, str], tuple[Pointer, ...]] = {}
        for path in self._source.root.get("paths") or {}:
            if path.startswith("x-"):
                continue
            try:
                items = self._items(path)
            except ImpossibleError as problem:
                self._left_out[pointer("paths", path)] = f"{problem.pointer}: {problem.reason}"
                continue
            for method in METHODS:
                holders = sorted(items, key=lambda one: method not in self._source.node(one))
                if not holders or method not in self._source.node(holders[0]):
                    continue
                if path.startswith("/"):
                    found[path, method] = tuple(holders)
                else:
                    self._left_out[pointer("paths", path, method)] = "a path begins with `/`"
        return found

    def _items(self, path: str) -> tuple[Pointer, ...]:
        """The path item and the one that it refers to; none if it is empty."""
        own = pointer("paths", path)
        if self._source.node(own) is None:
            return ()
        target, _ = self._source.mapping(own)
        return tuple(dict.fromkeys((own, target)))

    def _stated_id(self, item: Pointer, method: str) -> str:
        try:
            stated = self._source.mapping(below(item, method))[1].get("operationId")
        except ImpossibleError:
            return ""
        return str(stated).strip() if isinstance(stated, str | int) else ""

    def _leave_out(self, path: str, method: str, problem: ImpossibleError) -> None:
        self._left_out[pointer("paths", path, method)] = f"{problem.pointer}: {problem.reason}"

    def _lower_components(self) -> None:
        """Lowers all components of the description, including those that no operation uses."""
        components = self._source.root.get("components") or {}
        schemas = components.get("schemas")
        for name in schemas if isinstance(schemas, dict) else ():
            try:
                self._schemas.lowered(pointer("components", "schemas", name))
            except ImpossibleError as problem:
                self._source.note(problem.pointer, problem.reason)

    def _kept(self, made: dict[tuple[str, str], Json]) -> tuple[dict[tuple[str, str], Json], list[str]]:
        """The operations that use no broken component, and the components that remain."""
        components = self._schemas.components

        def refers(content: Any) -> list[str]:
            return [name for name in schema_names(content) if name in components]

        own = {key: refers(one.content) for key, one in components.items()}

        def reach(content: Any) -> list[str]:
            return sorted(reached(refers(content), own.__getitem__), key=_order)

        has_problems = any(one.problem for one in components.values())

        def problem_of(content: Any) -> ImpossibleError | None:
            if not has_problems:
                return None
            return next((found for one in reach(content) if (found := components[one].problem)), None)

        kept = {}
        for key, operation in made.items():
            if problem := problem_of(operation):
                self._leave_out(*key, problem)
            else:
                kept[key] = operation
        used = set(reach(list(kept.values())))
        for name, one in components.items():
            if not one.is_named or name in used:
                continue
            if problem := one.problem or problem_of(one.content):
                self._source.note(problem.pointer, problem.reason)
            else:
                used |= {name, *reach(one.content)}
        return kept, sorted(used, key=_order)

    def _document(self, kept: dict[tuple[str, str], Json], names: dict[str, str]) -> Json:
        root = self._source.root
        paths: dict[str, Json] = {}
        for (path, method), operation in kept.items():
            paths.setdefault(path, {})[method] = operation
        components = {key: one for key, one in self._schemas.components.items() if key in names}
        schemas = {
            names[key]: one.content | ({PLACE: one.place} if one.is_real else {}) for key, one in components.items()
        }
        head = {key: root[key] for key in root if key in ("tags", "externalDocs") or key.startswith("x-")}
        if found := servers(self._source, root.get("servers"), pointer("servers")):
            head["servers"] = found
        stated = root.get("info")
        info = {"title": "", "version": ""} | (stated if isinstance(stated, dict) else {})
        shared: Json = {"schemas": {name: schemas[name] for name in sorted(schemas)}}
        if schemes := security_schemes(self._source):
            shared["securitySchemes"] = schemes
        renamed: Json = _renamed({"paths": paths, "components": shared}, names, {})
        return {"openapi": "3.1.1", "info": info} | head | renamed

    def _note_ignored(self) -> None:
        root = self._source.root
        if root.get("webhooks"):
            self._source.note("#/webhooks", "webhooks are called by the service, not by a client")
        if not root.get("paths"):
            self._source.note("#", "there are no paths, so there is nothing to call")


def _has_remarks(found: Lowered) -> bool:
    return bool(found.left_out or found.notes)


def _order(key: str) -> int:
    return int(key[1:])


def _renamed(content: Any, names: dict[str, str], done: dict[int, Any]) -> Any:
    """The content with component names in place of their numbers; shared parts stay shared."""
    if isinstance(content, str):
        number = content.removeprefix(SCHEMAS)
        return SCHEMAS + names.get(number, number)
    if id(content) not in done:
        made = content.copy()
        for key, one in content.items() if isinstance(content, dict) else enumerate(content):
            if isinstance(one, HOLDERS) or (isinstance(one, str) and one.startswith(SCHEMAS)):
                made[key] = _renamed(one, names, done)
        done[id(content)] = made
    return done[id(content)]
