"""The package that these modules are shipped in: its spec, its names, its models."""

from __future__ import annotations

import json
import pkgutil
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any

from .description import Description, read_description

if TYPE_CHECKING:
    from .records import Names, Records

SPEC = "openapi.json"
NAMES = "names.json"


@dataclass(frozen=True)
class Package:
    """What one generated package brings along, read when it is first needed."""

    name: str
    unset: object

    @cached_property
    def description(self) -> Description:
        """The spec."""
        return read_description(self._data(SPEC))

    @cached_property
    def records(self) -> Records:
        """The models."""
        # attrs takes a while to import, and a client is made without a model.
        from .records import Names, Records

        names = json.loads(self._data(NAMES))
        return Records(
            unset=self.unset,
            names={schema: Names(schema, **one) for schema, one in names["models"].items()},
            schemas=lambda: self.description.schemas,
            secrets=tuple(names["secrets"]),
            load=self._load,
        )

    def _load(self, names: Names) -> Any:
        """The class of a component schema."""
        return getattr(import_module(f"{self.name}.models.{names.module}"), names.class_name)

    def _data(self, name: str) -> bytes:
        """A file of the package."""
        found = pkgutil.get_data(self.name, name)
        assert found is not None
        return found
