"""Access to the generated package around these modules: its description, name table and models."""

from __future__ import annotations

import json
import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from typing import Any, Generic, TypeVar

from .description import Description, MethodNames

SPEC = "openapi.json"
NAMES = "names.json"


D = TypeVar("D", bound=Description)


@dataclass(frozen=True)
class Package(Generic[D]):
    """A generated package; its files are read on first use."""

    name: str
    kind: type[D]

    @cached_property
    def description(self) -> D:
        """The description that the package was generated from."""
        return self.kind.of(self._data(SPEC), self._load, self._method_names)

    @cached_property
    def secrets(self) -> frozenset[str]:
        """Names of properties whose values are never shown."""
        return frozenset(self.description.facts.secrets)

    @cached_property
    def classes(self) -> Mapping[str, str]:
        """Class name of each component schema."""
        return {name: one["class"] for name, one in json.loads(self._data(NAMES))["schemas"].items()}

    def _load(self, schema: str) -> Any:
        """Import the class of a component schema, or for an empty name the one that all others derive from."""
        if not schema:
            return import_module(f"{self.name}._package").Model
        return getattr(import_module(f"{self.name}.models"), self.classes[schema])

    def _method_names(self, operation: str) -> MethodNames:
        """Python names of an operation; if body and parameter share an API name, the keyword of the body."""
        known = self.description.operations.get(operation)
        if known is None:
            return MethodNames()
        named = json.loads(self._data(NAMES))["operations"].get(f"{known.method.upper()} {known.path}", {})
        pairs = [(key.partition(" "), word) for key, word in named.get("arguments", {}).items()]
        pairs.sort(key=lambda pair: pair[0][0] == "body")
        keywords = {name: word for (_, _, name), word in pairs if name}
        return MethodNames(f"{named['group']}.{named['method']}" if named else "", keywords)

    def _data(self, name: str) -> bytes:
        """Contents of a data file."""
        found = pkgutil.get_data(self.name, name)
        assert found is not None
        return found
