"""Names operations and schemas that have no name, by their place in the description and nothing else."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any
from unicodedata import normalize

from jekyll_openapi.openapi.identifiers import pascal, snake, words
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.lowering.problems import ImpossibleError
from jekyll_openapi.openapi.lowering.source import Source
from jekyll_openapi.openapi.naming import Wish, assigned, digest
from jekyll_openapi.openapi.operations import METHODS, is_json
from jekyll_openapi.openapi.pointers import Pointer, below, parts, pointer
from jekyll_openapi.openapi.references import is_component, referred
from jekyll_openapi.patterns import regex

_LONGEST = 80
_PLAIN = regex(r"[A-Za-z0-9._-]+")
_OTHERS = regex(r"[^A-Za-z0-9._-]+")
_KINDS = {"parameters": "Parameter", "responses": "Response", "requestBodies": "Request", "headers": "Header"}
_MEDIA = {"application/x-www-form-urlencoded": "Form", "multipart/form-data": "Multipart"}


def operation_id(method: str, path: str) -> str:
    """An operation id from method and path: `getPetsByPetId` for `get /pets/{petId}`."""
    said = [f"by {part[1:-1]}" if part.startswith("{") and part.endswith("}") else part for part in path.split("/")]
    return method + "".join(_joined(part) for part in said)


@cache
def _joined(text: str) -> str:
    """The words of a text joined in PascalCase, in ASCII."""
    plain = normalize("NFKD", text.replace("{", " by ").replace("}", " ")).encode("ascii", "ignore").decode()
    return "".join(word[:1].upper() + word[1:] for word in words(plain))


class Naming:
    """Names schemas by their place."""

    def __init__(self, source: Source, operation_ids: Mapping[tuple[str, str], str]) -> None:
        self._source = source
        self._operation_ids = operation_ids

    def names(self, places: Mapping[str, Pointer]) -> dict[str, str]:
        """Key -> name for the components at the places, unique in snake_case.

        A component of the description keeps its own name.
        """
        kept = {key: parts(place)[2] for key, place in places.items() if is_component(place)}
        wishes = {key: Wish(self.name(one), self.name(one, is_long=True), key=one) for key, one in places.items()}
        return assigned(wishes, {key: name for key, name in kept.items() if _is_plain(name)}, (), fold=_folded)

    def name(self, place: Pointer, *, is_long: bool = False) -> str:
        """The name for a place: `OrderLegsItem` for `#/components/schemas/Order/properties/legs/items`."""
        path = parts(place)
        head, start = self._holder(path)
        made = _OTHERS.sub("", head + "".join(self._inside(path, start, is_long))) or "Schema"
        # Cut names get a digest of their place, so that two of them stay different.
        return made if len(made) <= _LONGEST else f"{made[:_LONGEST]}_{digest(place, 8)}"

    def _holder(self, path: Sequence[str]) -> tuple[str, int]:
        """The name of the part that contains the schema, and the number of path steps to that part."""
        match path:
            case ("components", "schemas", name, *_):
                return name if _is_plain(name) else _joined(name) or f"Schema{digest(name)}", 3
            case ("components", "pathItems", name, *_):
                return self._in_item(path, 3, pascal(name))
            case ("components", kind, name, *_):
                word, start = _content(path, 3)
                end = _KINDS.get(kind, "")
                return f"{pascal(name).removesuffix(end)}{end}{word}", start
            case ("paths", url, *_):
                return self._in_item(path, 2, _joined(url) or "Root")
        return "".join(map(_joined, path)), len(path)

    def _in_item(self, path: Sequence[str], start: int, name: str) -> tuple[str, int]:
        """The name for a place in a path item."""
        if path[start] in METHODS:
            name, start = self._operation(path[: start + 1]), start + 1
        match path[start:]:
            case ("requestBody", *_):
                word, end = _content(path, start + 1)
                return f"{name}Request{word}", end
            case ("responses", status, *_):
                word, end = _content(path, start + 2)
                return f"{name}Response{'' if status == '200' else _joined(status)}{word}", end
            case ("parameters", _, *_):
                word, end = _content(path, start + 2)
                return name + _joined(str(self._value((*path[: start + 2], "name")))) + word, end
        return name, start

    def _operation(self, path: Sequence[str]) -> str:
        *item, method = path
        if len(path) == 3:
            return pascal(self._operation_ids.get((item[1], method), operation_id(method, item[1])))
        found = self._value((*path, "operationId"))
        return pascal(found if isinstance(found, str) and found else f"{item[-1]} {method}")

    def _inside(self, path: Sequence[str], start: int, is_long: bool) -> Iterator[str]:
        """The words for the steps inside of a schema."""
        while start < len(path):
            keyword, *rest = path[start:]
            start += 2
            match keyword, rest:
                case "properties" | "$defs" | "definitions", [name, *_]:
                    yield ("Property" if is_long else "") + (_joined(name) or digest(name))
                case "patternProperties", [_, *_]:
                    yield "Value"
                case "anyOf" | "oneOf", [_, *_]:
                    yield member_word(self._source, pointer(*path[:start]))
                case "allOf", [_, *_]:  # says it of the same values
                    continue
                case _:
                    yield {"items": "Item", "additionalProperties": "Value"}.get(keyword, _joined(keyword))
                    start -= 1

    def _value(self, place: Sequence[str]) -> Any:
        try:
            return self._source.node(below(self._source.follow(pointer(*place[:-1])), place[-1]))
        except ImpossibleError:
            return None


def member_word(source: Source, place: Pointer) -> str:
    """A word for a member of a choice, taken from the member itself."""
    index = parts(place)[-1]
    if not index.isdecimal():
        return _joined(index)
    try:
        schema = source.node(place)
    except ImpossibleError:
        schema = {}
    if reference := referred(schema):
        return _joined(reference.rpartition("/")[2])
    if not isinstance(schema, dict):
        return f"Option{index}"
    title = schema.get("title")
    return (_joined(title) if isinstance(title, str) else "") or _told_by_content(schema) or f"Option{index}"


def _told_by_content(schema: Json) -> str:
    """A word for an object: its constant value, or else its first required properties."""
    properties = schema.get("properties")
    if not isinstance(properties, dict) or not properties:
        kind = schema.get("type")
        return _joined(kind) if isinstance(kind, str) else ""
    for _, one in sorted(properties.items()):
        values = [one["const"]] if isinstance(one, dict) and "const" in one else []
        if isinstance(one, dict) and isinstance(one.get("enum"), list) and len(one["enum"]) == 1:
            values = one["enum"]
        if values and isinstance(values[0], str) and _joined(values[0]):
            return _joined(values[0])
    required = schema.get("required")
    wanted = [one for one in properties if isinstance(required, list) and one in required] or list(properties)
    return "With" + _joined(" ".join(sorted(wanted)[:2]))


def _content(path: Sequence[str], start: int) -> tuple[str, int]:
    """The word for a media type other than JSON, and the index where the schema begins."""
    match path[start:]:
        case ("content", media, "schema", *_):
            return "" if is_json(media) else _MEDIA.get(media.lower(), _joined(media.rpartition("/")[2])), start + 3
        case ("schema", *_):
            return "", start + 1
    return "", start


def _is_plain(name: str) -> bool:
    """Whether the name can be used in a reference without encoding."""
    return _PLAIN.fullmatch(name) is not None


def _folded(name: str) -> str:
    return snake(pascal(name))


def distinct(stated: Mapping[tuple[str, str], str]) -> dict[tuple[str, str], str]:
    """(path, method) -> unique operation id. Of two equal ids, both are replaced by one made of method and path."""
    counts = Counter(stated.values())
    kept = {key: name for key, name in stated.items() if counts[name] == 1 and pascal(name)[:1] == name[:1].upper()}
    made = {(path, method): operation_id(method, path) for path, method in stated if (path, method) not in kept}
    taken = Counter((*kept.values(), *made.values()))
    apart = {key: name if taken[name] == 1 else f"{name}_{digest(' '.join(key))}" for key, name in made.items()}
    return {key: kept.get(key) or apart[key] for key in stated}
