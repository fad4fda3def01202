"""Models that read every answer: what is odd is kept as it came, what is missing stays unset, nothing raises."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, cached_property
from typing import Any, NoReturn, TypeVar, cast

import attrs

from .schemas import Schema, reference, resolve
from .wire import plain

T = TypeVar("T")
Read = Callable[[Any], Any]

MASK = "***"
ADDITIONAL = "additional_properties"


@dataclass(frozen=True, slots=True)
class Names:
    """How a component schema is called in Python."""

    schema: str
    module: str
    """The module under `models`."""
    class_name: str
    fields: Mapping[str, str]
    """Python names by the API's own; empty for an enumeration."""


def many(read: Callable[[Any], T]) -> Callable[[Any], list[T]]:
    """Reads each row of a list."""
    return lambda rows: [read(row) for row in rows]


def as_it_is(value: object) -> object:
    """The JSON value itself."""
    return value


@dataclass(frozen=True)
class Records:
    """Turns the classes of the generated models into ones that read leniently and write exactly."""

    unset: object
    names: Mapping[str, Names]
    schemas: Callable[[], Mapping[str, Schema]]
    secrets: tuple[str, ...]
    load: Callable[[Names], Any]
    """Gives the class of a component schema."""

    @cached_property
    def by_module(self) -> Mapping[str, Names]:
        """Names by the module that the class is in."""
        return {one.module: one for one in self.names.values()}

    def __post_init__(self) -> None:
        # One object stands for "not set", also in what comes out of a copy or a pickle.
        type(self.unset).__reduce__ = lambda unset: "UNSET"  # type: ignore[method-assign, assignment]

    def define(self, cls: type[Any]) -> type[Any]:
        """`attrs.define`, and then our way to read, write, show and copy."""
        names = self.by_module[cls.__module__.rpartition(".")[2]]
        # Without slots, so that a result can say with which tag its request went out.
        made: Any = attrs.define(cls, slots=False)
        made.from_dict = classmethod(self._from_dict(names))
        made.to_dict = self._to_dict(names)
        hidden = {python for wire, python in names.fields.items() if wire in self.secrets}
        made.__repr__ = self._repr(hidden)
        if hidden:
            made.__reduce_ex__, made.__copy__, made.__deepcopy__ = _no_pickle, _copy, _copy
        return cast(type[Any], made)

    def _from_dict(self, names: Names) -> Callable[[Any, Mapping[str, Any]], Any]:
        """Reads an object into the class, what has no property into `additional_properties`; the rest stays itself."""

        @cache
        def plan() -> list[tuple[str, str, Read | None]]:
            properties = self.schemas()[names.schema].get("properties", {})
            return [(wire, name, self._read(properties[wire])) for wire, name in names.fields.items()]

        def from_dict(cls: Any, src_dict: Mapping[str, Any]) -> Any:
            if not isinstance(src_dict, Mapping):
                return src_dict
            rest = dict(src_dict)
            values = {}
            for wire, name, read in plan():
                value = rest.pop(wire, self.unset)
                values[name] = value if read is None or value is None or value is self.unset else read(value)
            made = cls(**values)
            made.additional_properties = rest
            return made

        return from_dict

    def _to_dict(self, names: Names) -> Callable[[Any], dict[str, Any]]:
        """Writes the object with the API's names, in the types of JSON."""

        def to_dict(self_: Any) -> dict[str, Any]:
            values = ((wire, getattr(self_, name)) for wire, name in names.fields.items())
            stated = {wire: plain(value) for wire, value in values if value is not self.unset}
            return {**plain(self_.additional_properties), **stated}

        return to_dict

    def _repr(self, hidden: set[str]) -> Callable[[Any], str]:
        """A repr of what is set, which shows no secret, wherever it is kept."""

        def shown(name: str, value: Any) -> str:
            if name != ADDITIONAL:
                return MASK if name in hidden and value is not None else repr(value)
            return repr({key: MASK if key in self.secrets else one for key, one in value.items()})

        def show(self_: Any) -> str:
            values = ((one.name, getattr(self_, one.name)) for one in attrs.fields(type(self_)))
            given = (pair for pair in values if pair[1] is not self.unset and pair != (ADDITIONAL, {}))
            return f"{type(self_).__name__}({', '.join(f'{name}={shown(name, value)}' for name, value in given)})"

        return show

    def _read(self, schema: Schema) -> Read | None:
        """How a value of the schema is read; None where it stays what it is."""
        if choices := [one for one in schema.get("anyOf", ()) if one.get("type") != "null"]:
            return self._read(choices[0]) if len(choices) == 1 else None
        name = reference(schema)
        if name in self.names:
            return self._read_named(self.names[name])
        target = resolve(schema, self.schemas())
        match target.get("type"), target.get("format"):
            case "string", "date-time":
                return _read_time
            case "string", "date":
                return _read_date
            case "array", _:
                return _read_each(self._read(target.get("items", {})))
        return None

    def _read_named(self, names: Names) -> Read:
        """How an object or an enumeration of its own is read."""
        wanted = dict if names.fields or self.schemas()[names.schema].get("type") == "object" else str
        load = cache(lambda: self.load(names))

        def read(value: Any) -> Any:
            if not isinstance(value, wanted):
                return value
            return load().from_dict(value) if wanted is dict else load()(value)

        return read


def _read_each(read: Read | None) -> Read | None:
    """How a list is read, if its items need reading."""
    if read is None:
        return None
    return lambda value: [read(one) for one in value] if isinstance(value, list) else value


def _read_time(value: Any) -> Any:
    """A time, or the value where it is none."""
    try:
        return datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return value


def _read_date(value: Any) -> Any:
    """A date, or the value where it is none."""
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        return value


def _no_pickle(self: Any, protocol: Any) -> NoReturn:
    """Secrets are not written to a pickle."""
    raise TypeError(f"{type(self).__name__} holds secrets and cannot be pickled")


def _copy(self: Any, memo: Any = None) -> Any:
    """A copy, which stays in memory."""
    made = attrs.evolve(self)
    made.additional_properties = dict(self.additional_properties)
    return made
