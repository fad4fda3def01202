"""The original description, by JSON pointer, and where its references lead."""

from collections.abc import Callable, Mapping
from typing import Any

from jekyll_openapi.openapi.json import HOLDERS, Json
from jekyll_openapi.openapi.lowering.inheritance import with_choices
from jekyll_openapi.openapi.lowering.mistyped import with_own_values
from jekyll_openapi.openapi.lowering.problems import DescriptionError, ImpossibleError, Remark
from jekyll_openapi.openapi.pointers import Pointer, at, below, child, parts, pointer, unescaped
from jekyll_openapi.openapi.references import referred
from jekyll_openapi.patterns import regex

MOST_LEVELS = 256
"""Most levels of nested mappings and lists."""
_MARKS = frozenset(("$anchor", "$dynamicAnchor", "$id"))
_VERSION = regex(r"3\.[01]\.\d+(-.+)?")


class Source:
    """A description, by JSON pointer."""

    def __init__(self, document: Json) -> None:
        self.notes: dict[tuple[Pointer, str], None] = {}
        _check(document)
        keys, is_whole = _looked_over(document)
        # Two copies of the whole take a sixth of a description's names, and most have nothing to mend.
        mended = document if is_whole else _Filled(self.note).of(_with_text_keys(document, {}))
        self._document: Json = with_choices(mended)
        self.root = self._document
        self.is_older = str(self.root["openapi"]).startswith("3.0")
        """Whether it is OpenAPI 3.0, where keywords beside a reference are ignored."""
        self._nodes: dict[Pointer, Any] = {}
        self._targets: dict[str, Pointer] = {}
        # Most have no marks: the pointers to everything take a tenth of a description's names.
        self._anchors, self._bases = ({}, {}) if _MARKS.isdisjoint(keys) else _marks(self.root)

    def note(self, place: Pointer, reason: str) -> None:
        """Records a remark, without duplicates."""
        self.notes[place, reason] = None

    def remarks(self) -> tuple[Remark, ...]:
        return tuple(Remark(place, reason) for place, reason in self.notes)

    def node(self, place: Pointer) -> Any:
        """The value at the pointer; raises ImpossibleError if there is none."""
        if place not in self._nodes:
            above, _, last = place.rpartition("/")
            try:
                # From what stands above, which stands above others too: a third of the time of a description's names.
                if above and above not in self._nodes:
                    self._nodes[above] = at(self.root, above)
                holder = self._nodes[above] if above else None
                self._nodes[place] = child(holder, unescaped(last), place) if above else at(self.root, place)
            except (KeyError, ValueError) as problem:
                raise ImpossibleError(place, "nothing stands there") from problem
        return self._nodes[place]

    def target(self, place: Pointer, reference: str) -> Pointer:
        """The pointer that a reference at the place leads to; raises ImpossibleError if it leads out of the
        document."""
        if not self._bases and reference in self._targets:
            return self._targets[reference]  # hundreds of operations refer to the same answer
        if any(place == base or place.startswith(f"{base}/") for base in self._bases):
            raise ImpossibleError(place, f"the reference {reference!r} stands below an `$id`, which is not followed")
        if reference in self._bases.values():
            return next(base for base, name in self._bases.items() if name == reference)
        if not reference.startswith("#"):
            raise ImpossibleError(place, f"the reference {reference!r} points to another document")
        if reference[1:] in self._anchors:
            return self._anchors[reference[1:]]
        try:
            found = pointer(*parts(reference))
            at(self.root, found)
        except (KeyError, ValueError) as problem:
            raise ImpossibleError(place, f"the reference {reference!r} points to nothing") from problem
        self._targets[reference] = found
        return found

    def follow(self, place: Pointer) -> Pointer:
        """The place behind all references; raises ImpossibleError."""
        seen = {place}
        while (reference := referred(self.node(place))) is not None:
            place = self.target(place, reference)
            if place in seen:
                raise ImpossibleError(place, "the reference points to itself")
            seen.add(place)
        return place

    def mapping(self, place: Pointer) -> tuple[Pointer, Json]:
        """The mapping behind all references, and its place; raises ImpossibleError if it is no mapping."""
        place = self.follow(place)
        found = self.node(place)
        if not isinstance(found, dict):
            raise ImpossibleError(place, f"it must be a mapping, and is {_kind(found)}")
        return place, found


def _check(document: Any) -> None:
    """Raises DescriptionError unless it is a supported description."""
    if not isinstance(document, dict):
        raise DescriptionError("#", f"an OpenAPI description must be a mapping, and this is {_kind(document)}")
    if "swagger" in document:
        raise DescriptionError(
            "#/swagger", f"Swagger {document['swagger']} is not read; convert it to OpenAPI 3.0 or 3.1 first"
        )
    if "openapi" not in document:
        raise DescriptionError("#", "`openapi`, the version of OpenAPI, is missing")
    version = str(document["openapi"])
    if not _VERSION.fullmatch(version) and version not in ("3.0", "3.1"):
        raise DescriptionError("#/openapi", f"OpenAPI {version} is not supported; 3.0.x and 3.1.x are")
    for key in ("paths", "components"):
        if not isinstance(document.get(key, {}), dict | None):
            raise DescriptionError(pointer(key), f"it must be a mapping, and is {_kind(document[key])}")
    if not any(key in document for key in ("paths", "components", "webhooks")):
        raise DescriptionError("#", "there are no `paths`")


def _looked_over(document: Any) -> tuple[set[Any], bool]:
    """All keys, and whether nothing has to be mended; raises DescriptionError for what is nested too deeply."""
    keys: set[Any] = set()
    level, depth, is_whole = [document], 0, True
    while level:
        depth += 1
        if depth > MOST_LEVELS:
            raise DescriptionError("#", f"it is nested more than {MOST_LEVELS} levels deep")
        inside: dict[int, Any] = {}  # shared parts count once for each level
        for outer in level:
            if isinstance(outer, dict):
                keys.update(outer)
                is_whole = is_whole and None not in outer.values() and not ("enum" in outer and _has_others(outer))
                outer = outer.values()
            for one in outer:
                if isinstance(one, HOLDERS) and one:
                    inside[id(one)] = one
        level = list(inside.values())
    return keys, is_whole and all(type(key) is str for key in keys)


def _has_others(schema: Json) -> bool:
    """Whether the enumeration has values of another type than is said."""
    return with_own_values(schema, "", lambda _place, _reason: None) is not schema


def _with_text_keys(value: Json | list[Any], done: dict[int, Any]) -> Any:
    """The value with string keys, since YAML reads `200` as a number; shared parts stay shared."""
    if id(value) not in done:
        if isinstance(value, dict):
            done[id(value)] = {
                _text(key): _with_text_keys(one, done) if isinstance(one, HOLDERS) else one
                for key, one in value.items()
            }
        else:
            done[id(value)] = [_with_text_keys(one, done) if isinstance(one, HOLDERS) else one for one in value]
    return done[id(value)]


_DATA = frozenset({"example", "examples", "default", "const", "enum", "value"})
"""Keys whose values are data, where null is a value."""
_BY_NAME = frozenset(
    {"$defs", "callbacks", "definitions", "dependentSchemas", "encoding", "flows", "headers", "links", "mapping"}
    | {"parameters", "pathItems", "patternProperties", "properties", "requestBodies", "schemas", "scopes"}
    | {"securitySchemes", "variables", "webhooks"}
)
"""Keys whose values map names chosen by the author."""
_ANSWERING = frozenset({"content", "paths", "responses"})
"""Keys whose values map names, where an entry counts even if it is empty, such as `204:`."""


class _Filled:
    """Mends what authors of YAML leave behind: keys without a value, and values of another type than is said."""

    def __init__(self, note: Callable[[Pointer, str], None]) -> None:
        self._note = note
        self._done: dict[tuple[int, str], Any] = {}

    def of(self, root: Json) -> Json:
        """The description without such keys."""
        found: Json = self._made(root, "#", "")
        return found

    def _made(self, value: Any, place: Pointer, under: str) -> Any:
        """The value at the place; `under` is the key that decides what its own keys mean."""
        if not isinstance(value, dict | list) or under in _DATA or under.startswith("x-"):
            return value
        if (id(value), under) not in self._done:
            self._done[id(value), under] = self._inside(value, place, under)
        return self._done[id(value), under]

    def _inside(self, value: Any, place: Pointer, under: str) -> Any:
        if isinstance(value, list):
            parts = enumerate(value)
            return [
                self._made(one, below(place, str(at)), "") if isinstance(one, HOLDERS) else one for at, one in parts
            ]
        is_named = under in _BY_NAME or under in _ANSWERING
        if "enum" in value and not is_named:
            value = with_own_values(value, place, self._note)
        made: Json = {}
        for key, one in value.items():
            if isinstance(one, HOLDERS):
                made[key] = self._made(one, below(place, key), "" if is_named else key)
                continue
            is_data = not is_named and (key in _DATA or key.startswith("x-"))
            if one is not None or under in _BY_NAME or is_data:
                made[key] = one
                continue
            self._note(below(place, key), "the value is empty; the key is ignored")
            if under in _ANSWERING:
                made[key] = {}
        return made


def _text(key: object) -> str:
    if type(key) is str:
        return key
    return str(key).lower() if isinstance(key, bool) else str(key)


def _marks(root: Json) -> tuple[Mapping[str, Pointer], Mapping[Pointer, str]]:
    """`$anchor` -> place, and the places where an `$id` begins a document of its own."""
    anchors: dict[str, Pointer] = {}
    bases: dict[Pointer, str] = {}
    waiting: list[tuple[Pointer, Any]] = [("#", root)]
    seen: set[int] = set()
    while waiting:
        place, value = waiting.pop()
        if id(value) in seen:
            continue
        seen.add(id(value))
        if isinstance(value, dict):
            for keyword in ("$anchor", "$dynamicAnchor"):
                if isinstance(value.get(keyword), str):
                    anchors.setdefault(value[keyword], place)
            if isinstance(value.get("$id"), str) and value["$id"]:
                bases[place] = value["$id"]
            waiting += ((below(place, key), one) for key, one in value.items() if isinstance(one, HOLDERS))
        elif isinstance(value, list):
            waiting += ((below(place, str(index)), one) for index, one in enumerate(value) if isinstance(one, HOLDERS))
    return anchors, bases


def _kind(value: object) -> str:
    match value:
        case dict():
            return "a mapping"
        case list():
            return "a list"
        case None:
            return "empty"
        case _:
            return repr(value) if len(repr(value)) < 60 else f"a {type(value).__name__}"
