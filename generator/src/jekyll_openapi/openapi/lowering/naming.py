"""Names for operations and schemas that have none, each made of the place where it stands and of nothing else."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from jekyll_openapi.openapi.identifiers import pascal, snake, words
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.lowering.problems import ImpossibleError
from jekyll_openapi.openapi.lowering.source import Source
from jekyll_openapi.openapi.operations import METHODS, is_json
from jekyll_openapi.openapi.pointers import Pointer, below, parts, pointer
from jekyll_openapi.openapi.references import is_component, referred

_LONGEST = 80
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-")
_KINDS = {"parameters": "Parameter", "responses": "Response", "requestBodies": "Request", "headers": "Header"}
_MEDIA = {"application/x-www-form-urlencoded": "Form", "multipart/form-data": "Multipart"}


def operation_id(method: str, path: str) -> str:
    """`getPetsByPetId` for `get /pets/{petId}`."""
    said = [f"by {part[1:-1]}" if part.startswith("{") and part.endswith("}") else part for part in path.split("/")]
    return method + "".join(_joined(part) for part in said)


def _joined(text: str) -> str:
    return "".join(word[:1].upper() + word[1:] for word in words(text.replace("{", " by ").replace("}", " ")))


class Naming:
    """Names by place."""

    def __init__(self, source: Source, operation_ids: Mapping[tuple[str, str], str]) -> None:
        self._source = source
        self._operation_ids = operation_ids

    def names(self, places: Mapping[str, Pointer]) -> dict[str, str]:
        """The names of the components at the places, by the keys, each different in snake_case."""
        given = {key: _plain(parts(place)[2]) for key, place in places.items() if is_component(place)}
        taken: dict[str, str] = {}
        for key, name in sorted(given.items(), key=lambda one: (one[1], one[0])):
            if _folded(name) in taken and name in taken.values():
                given[key] = f"{name}_{_digest(places[key])}"
            taken[_folded(given[key])] = given[key]
        rest = [key for key in places if key not in given]
        for wanted in (self.name, _long, lambda place: f"{_long(place)}_{_digest(place)}"):
            groups: defaultdict[str, list[str]] = defaultdict(list)
            made = {key: _short(wanted(places[key]), places[key]) for key in rest}
            for key in rest:
                groups[_folded(made[key])].append(key)
            new = {keys[0]: made[keys[0]] for fold, keys in groups.items() if len(keys) == 1 and fold not in taken}
            given |= new
            taken |= {_folded(name): name for name in new.values()}
            rest = [key for key in rest if key not in new]
        return given

    def name(self, place: Pointer) -> str:
        """`OrderLegsItem` for `#/components/schemas/Order/properties/legs/items`."""
        path = parts(place)
        match path:
            case ("components", "schemas", name, *rest):
                return _plain(name) + self._inside(path[:3], rest)
            case ("components", "pathItems", name, *rest):
                return self._in_item(path[:3], rest, pascal(name))
            case ("components", kind, name, *rest):
                head, tail = _content(rest)
                own = pascal(name)
                own += "" if own.endswith(_KINDS.get(kind, "")) else _KINDS.get(kind, "")
                return own + head + self._inside(path[: len(path) - len(tail)], tail)
            case ("paths", url, *rest):
                return self._in_item(path[:2], rest, _joined(url) or "Root")
        return _long(place)

    def _in_item(self, item: tuple[str, ...], rest: Sequence[str], name: str) -> str:
        """The name for a place in a path item."""
        match rest:
            case [method, *inner] if method in METHODS:
                return self._in_operation((*item, method), inner, self._operation(item, method))
            case ["parameters", index, *inner]:
                return name + self._in_parameter((*item, "parameters", index), inner)
        return name + _joined(" ".join(rest))

    def _operation(self, item: tuple[str, ...], method: str) -> str:
        if item[0] == "paths":
            return pascal(self._operation_ids.get((item[1], method), operation_id(method, item[1])))
        found = self._value((*item, method, "operationId"))
        return pascal(found if isinstance(found, str) and found else f"{item[-1]} {method}")

    def _in_operation(self, operation: tuple[str, ...], rest: Sequence[str], name: str) -> str:
        match rest:
            case ["requestBody", *inner]:
                head, tail = _content(inner)
                return f"{name}Request{head}" + self._inside((*operation, "requestBody"), tail)
            case ["responses", status, *inner]:
                head, tail = _content(inner)
                shown = "" if status == "200" else status.capitalize() if status == "default" else status.upper()
                return f"{name}Response{shown}{head}" + self._inside((*operation, "responses", status), tail)
            case ["parameters", index, *inner]:
                return name + self._in_parameter((*operation, "parameters", index), inner)
        return name + _joined(" ".join(rest))

    def _in_parameter(self, place: tuple[str, ...], rest: Sequence[str]) -> str:
        head, tail = _content(rest)
        return _joined(str(self._value((*place, "name")) or "parameter")) + head + self._inside(place, tail)

    def _inside(self, place: tuple[str, ...], rest: Sequence[str]) -> str:
        """What a place within a schema adds to the schema's name."""
        match list(rest):
            case []:
                return ""
            case ["schema", *inner]:
                return self._inside((*place, "schema"), inner)
            case ["properties" | "$defs" | "definitions" as keyword, name, *inner]:
                return (_joined(name) or _digest(name)) + self._inside((*place, keyword, name), inner)
            case ["items", *inner]:
                return "Item" + self._inside((*place, "items"), inner)
            case ["additionalProperties", *inner]:
                return "Value" + self._inside((*place, "additionalProperties"), inner)
            case ["patternProperties", name, *inner]:
                return "Value" + self._inside((*place, "patternProperties", name), inner)
            case ["allOf", index, *inner]:  # holds in the same place
                return self._inside((*place, "allOf", index), inner)
            case ["anyOf" | "oneOf" as keyword, index, *inner]:
                there = (*place, keyword, index)
                return self._member(there) + self._inside(there, inner)
            case [first, *inner]:
                return _joined(first) + self._inside((*place, first), inner)
        return ""

    def _member(self, place: tuple[str, ...]) -> str:
        """A word for a member of a choice, after what it says itself."""
        if not place[-1].isdecimal():
            return _joined(place[-1])
        schema = self._value(place)
        if not isinstance(schema, dict):
            return f"Option{place[-1]}"
        if reference := referred(schema):
            return _joined(reference.rpartition("/")[2])
        if isinstance(title := schema.get("title"), str) and _joined(title):
            return _joined(title)
        return _told_by_content(schema) or f"Option{place[-1]}"

    def _value(self, place: tuple[str, ...]) -> Any:
        try:
            return self._source.node(self._source.follow(pointer(*place[:-1])) + below("", place[-1]))
        except ImpossibleError:
            return None


def _told_by_content(schema: Json) -> str:
    """A word for an object after the value that it always has, or else the first properties that it wants."""
    properties = schema.get("properties")
    if not isinstance(properties, dict) or not properties:
        kind = schema.get("type")
        return _joined(kind) if isinstance(kind, str) else ""
    for one in properties.values():
        values = [one["const"]] if isinstance(one, dict) and "const" in one else []
        if isinstance(one, dict) and isinstance(one.get("enum"), list) and len(one["enum"]) == 1:
            values = one["enum"]
        if values and isinstance(values[0], str) and _joined(values[0]):
            return _joined(values[0])
    required = schema.get("required")
    wanted = [one for one in properties if isinstance(required, list) and one in required] or list(properties)
    return "With" + _joined(" ".join(sorted(wanted)[:2]))


def _content(rest: Sequence[str]) -> tuple[str, list[str]]:
    """The word for a media type that is not JSON, and the rest of the place within the schema."""
    match list(rest):
        case ["content", media, "schema", *inner]:
            return "" if is_json(media) else _MEDIA.get(media.lower(), _joined(media.rpartition("/")[2])), inner
        case ["schema", *inner]:
            return "", inner
        case inner:
            return "", inner


def _plain(name: str) -> str:
    """The name of a component as it is, where it can be one."""
    if name and _is_plain(name):
        return name
    joined = _joined(name)
    return joined if joined and _is_plain(joined) else f"Schema_{_digest(name)}"


def _is_plain(name: str) -> bool:
    return all(mark in _PLAIN or mark.isalnum() for mark in name)


def _folded(name: str) -> str:
    return snake(pascal(name))


def _long(place: Pointer) -> str:
    """All that the place says."""
    path = parts(place)
    path = path[2:] if path[:2] == ("components", "schemas") else path
    return "".join(map(_joined, path)) or "Schema"


def _short(name: str, place: Pointer) -> str:
    """The name, cut where it would be too long for a file."""
    plain = "".join(filter(_is_plain, name)) or "Schema"
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 10]}_{_digest(place)}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def distinct(stated: Mapping[tuple[str, str], str]) -> dict[tuple[str, str], str]:
    """The operation ids by path and method; of two that are the same, both are made of method and path."""
    counts = Counter(stated.values())
    kept = {key: name for key, name in stated.items() if counts[name] == 1 and pascal(name)[:1] == name[:1].upper()}
    made = {(path, method): operation_id(method, path) for path, method in stated if (path, method) not in kept}
    taken = Counter((*kept.values(), *made.values()))
    apart = {key: name if taken[name] == 1 else f"{name}_{_digest(' '.join(key))}" for key, name in made.items()}
    return {key: kept.get(key) or apart[key] for key in stated}
