"""Examples against the schemas beside them: what does not fit is taken out and reported."""

from collections.abc import Iterator
from typing import Any

from jekyll_openapi.diagnostics import Diagnostic, Location, Report
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.rules import EXAMPLE_INVALID


def check_examples(spec: Json, report: Report) -> None:
    """Removes from the description each example that its schema refuses, and reports it."""
    found = list(_examples(spec))
    if not found:
        return
    validators = _Validators(spec)
    for media, name, location in found:
        problem = validators.first_problem(media["schema"], media["examples"][name]["value"])
        if problem:
            report(Diagnostic(EXAMPLE_INVALID, f"the example `{name}`: {problem}", location, "mend it, or the row"))
            del media["examples"][name]
            if not media["examples"]:
                del media["examples"]


def _examples(spec: Json) -> Iterator[tuple[Json, str, Location]]:
    """What holds an example, its name, and where it is stated, else where the operation is."""
    for item in spec["paths"].values():
        for operation in item.values():
            for media in _bodies(operation):
                stated = ((name, one) for name, one in media.get("examples", {}).items() if "value" in one)
                for name, example in stated:
                    yield media, name, _location(example.get("x-source", operation["x-source"]))


def _bodies(operation: Json) -> Iterator[Json]:
    """What an operation takes, and what it answers."""
    for holder in (operation.get("requestBody", {}), *operation["responses"].values()):
        if media := holder.get("content", {}).get("application/json"):
            yield media


def _location(source: str) -> Location:
    file, line = source.rsplit(":", 1)
    return Location(file, int(line))


class _Validators:
    """Validators for the schemas of one description; jsonschema is imported when the first is made."""

    def __init__(self, spec: Json) -> None:
        from referencing import Registry
        from referencing.jsonschema import DRAFT202012

        resource = DRAFT202012.create_resource(spec)
        self._registry: Any = Registry().with_resource("urn:spec", resource)

    def first_problem(self, schema: Json, value: object) -> str:
        """The most telling thing that is wrong with the value; empty where it fits."""
        from jsonschema import Draft202012Validator
        from jsonschema.exceptions import best_match

        rooted = {"$ref": f"urn:spec{schema['$ref']}"} if "$ref" in schema else schema
        checker = Draft202012Validator.FORMAT_CHECKER
        validator = Draft202012Validator(rooted, registry=self._registry, format_checker=checker)
        error = best_match(validator.iter_errors(value))
        if error is None:
            return ""
        place = "".join(f".{part}" for part in error.absolute_path).removeprefix(".")
        return f"{place}: {error.message}" if place else str(error.message)
