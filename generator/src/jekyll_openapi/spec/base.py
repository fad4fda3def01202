"""What people write and no page says: the base description that the spec is laid over."""

import fnmatch
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jekyll_openapi.api.model import Operation
from jekyll_openapi.openapi.json import Json

"""A mapping as YAML and JSON have it."""

DEFAULTS = "x-operation-defaults"
CLASSES = "x-operation-classes"
SPENT = (DEFAULTS, CLASSES)
"""Keys that the emission consumes; the spec does not have them."""

_BARE: Json = {
    "openapi": "3.1.1",
    "info": {"title": "Untitled API", "version": "0.0.0", "description": "Read from documentation pages."},
    "components": {"securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}}},
}
"""The base where people have written none."""


class BaseError(Exception):
    """The base description cannot be used; says what is wrong."""


@dataclass(frozen=True, slots=True)
class Base:
    """A base description."""

    content: Json = field(default_factory=lambda: _BARE)

    def operation_class(self, operation: Operation) -> str | None:
        """The class whose patterns match the path; None where none does, empty where there are no classes."""
        classes: Mapping[str, list[str]] = self.content.get(CLASSES, {})
        if not classes:
            return ""
        for name, patterns in classes.items():
            if any(_matches(operation.path, pattern) for pattern in patterns):
                return name
        return None

    @property
    def responses(self) -> Json:
        """The answers that every operation has."""
        found: Json = self.content.get(DEFAULTS, {}).get("responses", {})
        return found

    @property
    def security_scheme(self) -> str:
        """The name of the scheme that secured operations ask for."""
        schemes = self.content.get("components", {}).get("securitySchemes", {})
        return next(iter(schemes), "bearer")


def _matches(path: str, pattern: str) -> bool:
    """Whether each segment matches, `*` standing for any one."""
    parts, patterns = path.split("/"), pattern.split("/")
    return len(parts) == len(patterns) and all(map(fnmatch.fnmatchcase, parts, patterns))


def read_base(path: Path) -> Base:
    """The base description in a YAML file; raises BaseError, OSError."""
    from jekyll_openapi.openapi.yaml import YamlError, load

    try:
        content = load(path.read_text(encoding="utf-8"))
    except (YamlError, UnicodeDecodeError) as problem:
        raise BaseError(f"{path}: {problem}") from problem
    if not isinstance(content, dict) or not isinstance(content.get("info"), dict):
        raise BaseError(f"{path}: the base description wants at least `info` with `title` and `version`")
    return Base(content)
