"""Looks up the Python names for parts of a description, to show them beside changes."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.lowering import DescriptionError
from jekyll_openapi.openapi.names import NameTable, lowered, names_of
from jekyll_openapi.openapi.operations import operations, shown
from jekyll_openapi.openapi.references import schema_name


class PythonNames:
    """The Python names for one description. Parts that the client leaves out have none."""

    def __init__(self, spec: Json, before: PythonNames | None = None, *, has_names: bool = True) -> None:
        self._spec = spec
        self._before = before
        self._has_names = has_names
        self._bodies: defaultdict[str, list[str]] = defaultdict(list)
        for path, method, operation in operations(spec):
            content = operation.get("requestBody", {}).get("content", {})
            for name in {schema_name(media.get("schema")) for media in content.values()} - {""}:
                self._bodies[name].append(shown(method, path))

    def alone(self) -> PythonNames:
        """The names that the description has without another one before it."""
        names = PythonNames(self._spec)
        names.lowered = self.lowered
        return names

    @cached_property
    def lowered(self) -> Json | None:
        """The lowered description; None if no client can be generated."""
        try:
            return lowered(self._spec)
        except DescriptionError:
            return None

    @cached_property
    def table(self) -> NameTable | None:
        """All names, computed at first use; None if there are none, or no client can be generated."""
        if not self._has_names or self.lowered is None:
            return None
        return names_of(self._spec, self._before.table if self._before else None, self.lowered)

    def operation(self, path: str, method: str) -> tuple[str, ...]:
        """The name of an operation: `order.place_oco`."""
        found = self.table.operations.get(shown(method, path)) if self.table else None
        return (f"{found.group}.{found.method}",) if found else ()

    def parameter(self, path: str, method: str, place: str, name: str) -> tuple[str, ...]:
        """The name of a parameter: `account.item(id=...)`."""
        return self._argument(shown(method, path), place, name)

    def attribute(self, schema: str, name: str) -> tuple[str, ...]:
        """The names of a property: `order.place_oco(stop_price=...)` for each operation that takes it,
        `models.PlaceOCO.stop_price`."""
        calls = (call for key in self._bodies.get(schema, ()) for call in self._argument(key, "body", name))
        found = self.table.schemas.get(schema) if self.table else None
        named = (f"models.{found.class_name}.{found.properties[name]}",) if found and name in found.properties else ()
        return (*calls, *named)

    def model(self, schema: str) -> tuple[str, ...]:
        """The name of a schema: `models.OrderType`."""
        found = self.table.schemas.get(schema) if self.table else None
        return (f"models.{found.class_name}",) if found else ()

    def member(self, schema: str, value: object) -> tuple[str, ...]:
        """The name of an enumeration value: `models.OrderType.STOP_LIMIT` for `StopLimit`."""
        members = self.table.enumerations.get(schema, {}) if self.table else {}
        found = members.get(value) if isinstance(value, str | int) else None
        return tuple(f"{model}.{found}" if found else model for model in self.model(schema))

    def _argument(self, key: str, place: str, name: str) -> tuple[str, ...]:
        found = self.table.operations.get(key) if self.table else None
        if not found or (place, name) not in found.arguments:
            return ()
        return (f"{found.group}.{found.method}({found.arguments[place, name]}=...)",)
