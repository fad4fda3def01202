"""Validates examples and defaults against their schemas, and removes and reports those that do not fit."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any
from urllib.parse import quote

from jekyll_openapi.diagnostics import Diagnostic, Location, Report
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.references import REF
from jekyll_openapi.rules import EXAMPLE_INVALID, UNREADABLE_DEFAULT
from jekyll_openapi.spec.plain_values import fits

_SPEC = "urn:spec"
"""URI of the description, for references between its schemas."""


def check_examples(spec: Json, report: Report) -> None:
    """Removes each example and default that its schema rejects, and reports it."""
    found, valued = list(_examples(spec)), list(_valued(spec))
    if not found and not valued:
        return
    validators = Validators(spec)
    for schema, pointer, source in valued:
        _check_values(schema, pointer, _location(source), validators, report)
    for media, name, location in found:
        problem = validators.first_problem(media["schema"], media["examples"][name]["value"])
        if problem:
            report(Diagnostic(EXAMPLE_INVALID, f"the example `{name}`: {problem}", location, "fix it, or the row"))
            # A wrong example is worse than none: mock servers and clients copy it.
            del media["examples"][name]
            if not media["examples"]:
                del media["examples"]


def check_message_examples(document: Json, report: Report) -> None:
    """Removes each message example of an AsyncAPI document that its payload schema rejects, and reports it.

    A message that loses one is replaced: the base description shares it.
    """
    messages: dict[str, Json] = document.get("components", {}).get("messages", {})
    shown = {name: one for name, one in messages.items() if one.get("examples")}
    validators = Validators(document) if shown else None
    for name, message in shown.items():
        assert validators
        fitting = []
        for example in message["examples"]:
            pointer = f"#/components/messages/{name}/payload"
            if problem := validators.first_problem({REF: pointer}, example["payload"]):
                where = _location(message["x-source"])
                report(Diagnostic(EXAMPLE_INVALID, f"the example of `{name}`: {problem}", where, "fix it, or the row"))
            else:
                fitting.append(example)
        if len(fitting) < len(message["examples"]):
            messages[name] = {**message, "examples": fitting}
            if not fitting:
                del messages[name]["examples"]


def _check_values(schema: Json, pointer: str, location: Location, validators: "Validators", report: Report) -> None:
    """Removes the default and the examples of a property that its own schema rejects."""
    if "default" in schema and (problem := validators.first_problem({REF: f"#{pointer}"}, schema["default"])):
        report(Diagnostic(UNREADABLE_DEFAULT, f"the default: {problem}", location, "write a value of its type"))
        del schema["default"]
    for value in list(schema.get("examples", ())):
        if problem := validators.first_problem({REF: f"#{pointer}"}, value):
            report(Diagnostic(EXAMPLE_INVALID, f"the example of its row: {problem}", location, "fix it, or the type"))
            schema["examples"].remove(value)
            if not schema["examples"]:
                del schema["examples"]


def _valued(spec: Json) -> Iterator[tuple[Json, str, str]]:
    """The schemas with a default or examples, each with its JSON pointer and the place that states it."""
    for name, schema in spec["components"]["schemas"].items():
        yield from _inside(schema, f"/components/schemas/{name}", schema.get("x-source", ""))
    for path, item in spec["paths"].items():
        for method, operation in item.items():
            for index, one in enumerate(operation.get("parameters", ())):
                pointer = f"/paths/{_escaped(path)}/{method}/parameters/{index}/schema"
                yield from _inside(one["schema"], pointer, one.get("x-source", operation["x-source"]))


def _inside(schema: Json, pointer: str, source: str) -> Iterator[tuple[Json, str, str]]:
    if "default" in schema or "examples" in schema:
        yield schema, pointer, source
    for name, one in schema.get("properties", {}).items():
        yield from _inside(one, f"{pointer}/properties/{_escaped(name)}", one.get("x-source", source))
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), dict):
            yield from _inside(schema[key], f"{pointer}/{key}", source)


def _escaped(part: str) -> str:
    """A part of a JSON pointer, escaped for use in a URI fragment."""
    return quote(part.replace("~", "~0").replace("/", "~1"), safe="")


def _examples(spec: Json) -> Iterator[tuple[Json, str, Location]]:
    """(media type object, example name, where the example or else the operation is stated)."""
    for item in spec["paths"].values():
        for operation in item.values():
            for media in _bodies(operation):
                stated = ((name, one) for name, one in media.get("examples", {}).items() if "value" in one)
                for name, example in stated:
                    yield media, name, _location(example.get("x-source", operation["x-source"]))


def _bodies(operation: Json) -> Iterator[Json]:
    """The media type objects of an operation's request and responses."""
    for holder in (operation.get("requestBody", {}), *operation["responses"].values()):
        yield from holder.get("content", {}).values()


def _location(source: str) -> Location:
    file, line = source.rsplit(":", 1)
    return Location(file, int(line))


class Validators:
    """Validators for the schemas of one description. The library, which clients use too, is imported at first use."""

    def __init__(self, spec: Json) -> None:
        self._spec = spec
        self._problems: dict[tuple[str, str], str] = {}
        """(schema, value) -> problem: the operations that all entities share answer with the same few."""

    @cached_property
    def _registry(self) -> Any:
        from jsonschema_rs import Draft202012, Registry

        try:
            return Registry([(_SPEC, self._spec)], draft=Draft202012)
        except ValueError:  # a half of a surrogate pair
            return Registry([(_SPEC, _writable(self._spec))], draft=Draft202012)

    def first_problem(self, schema: Json, value: object) -> str:
        """The most helpful error message for the value; empty if it is valid or the schema itself is not."""
        asked_for = repr(schema), repr(value)
        if asked_for not in self._problems:
            self._problems[asked_for] = self._first_problem(schema, value)
        return self._problems[asked_for]

    def _first_problem(self, schema: Json, value: object) -> str:
        if fits(schema, value, self._spec):
            return ""
        from jsonschema_rs import Draft202012Validator, ReferencingError, ValidationError

        try:
            validator = Draft202012Validator(_writable(_rooted(schema)), registry=self._registry, validate_formats=True)
        except (ReferencingError, ValidationError):
            return ""
        value = _writable(value)
        if validator.is_valid(value):
            return ""
        error = _most_telling(validator.iter_errors(value), list(value) if isinstance(value, dict) else [])
        place = "".join(f".{part}" for part in error.instance_path).removeprefix(".")
        return f"{place}: {error.message}" if place else str(error.message)


def _most_telling(errors: Iterable[Any], names: list[str]) -> Any:
    """The most helpful error: nearest to the root and first in source order; of alternatives, the one that matched
    furthest."""

    def rank(one: Any) -> tuple[int, bool, int]:
        first = next(iter(one.instance_path), None)
        return len(one.instance_path), hasattr(one.kind, "context"), names.index(first) if first in names else -1

    found = min(errors, key=rank)
    while inner := [one for branch in getattr(found.kind, "context", ()) for one in branch]:
        depths = sorted((len(one.instance_path) for one in inner), reverse=True)
        if depths[1:2] == depths[:1]:
            break
        found = max(inner, key=lambda one: len(one.instance_path))
    return found


def _rooted(schema: Any) -> Any:
    """The schema with local references made absolute, so that they resolve inside of the description."""
    if isinstance(schema, list):
        return [_rooted(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    is_reference = isinstance(schema.get(REF), str) and schema[REF].startswith("#")
    return {key: f"{_SPEC}{one}" if key == REF and is_reference else _rooted(one) for key, one in schema.items()}


def _writable(content: Any) -> Any:
    """The content with a question mark for each half of a surrogate pair, which no UTF-8 has."""
    if isinstance(content, str):
        return content if content.isascii() else content.encode("utf-8", "replace").decode()
    if isinstance(content, dict):
        return {_writable(key): _writable(value) for key, value in content.items()}
    return [_writable(one) for one in content] if isinstance(content, list) else content
