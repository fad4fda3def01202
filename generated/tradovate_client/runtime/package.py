"""The package that these modules are shipped in: its description, its names, its models."""

from __future__ import annotations

import json
import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from typing import Any, Generic, TypeVar

from .description import Description

SPEC = "openapi.json"
NAMES = "names.json"


D = TypeVar("D", bound=Description)


@dataclass(frozen=True)
class Package(Generic[D]):
    """What one generated package brings along, read when it is first needed."""

    name: str
    kind: type[D]

    @cached_property
    def description(self) -> D:
        """The description that the package was made from."""
        return self.kind.of(self._data(SPEC), self._load, self._words)

    @cached_property
    def secrets(self) -> frozenset[str]:
        """Properties that are never shown."""
        return frozenset(self.description.facts.secrets)

    @cached_property
    def classes(self) -> Mapping[str, str]:
        """The class of each component schema, by the table of names."""
        return {name: one["class"] for name, one in json.loads(self._data(NAMES))["schemas"].items()}

    def _load(self, schema: str) -> Any:
        """The class of a component schema."""
        return getattr(import_module(f"{self.name}.models"), self.classes[schema])

    def _words(self, operation: str) -> Mapping[str, str]:
        """The keywords of an operation's method by the API's names; the body's where two places have the same."""
        known = self.description.operations.get(operation)
        if known is None:
            return {}
        named = json.loads(self._data(NAMES))["operations"].get(f"{known.method.upper()} {known.path}", {})
        pairs = [(key.partition(" "), word) for key, word in named.get("arguments", {}).items()]
        return {name: word for (place, _, name), word in sorted(pairs, key=lambda pair: pair[0][0] == "body") if name}

    def _data(self, name: str) -> bytes:
        """A file of the package."""
        found = pkgutil.get_data(self.name, name)
        assert found is not None
        return found
