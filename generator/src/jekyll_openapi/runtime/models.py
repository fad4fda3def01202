"""Base class of the generated models.

A model is a typed view of a JSON object. It keeps everything that came; a value of the wrong type raises when it is
read, not when the answer is parsed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, Self

from .decoding import MisfitError, Read
from .errors import UnexpectedValue
from .kinds import is_always_there, typed
from .marks import OfModel
from .schemas import Schema, resolve
from .wire import plain

if TYPE_CHECKING:
    from .package import Package

MASK = "***"
_new = object.__new__


class Field:
    """A property of a model: the API's name and the converter of its value."""

    __slots__ = ("is_nullable", "is_required", "name", "plan", "wire")

    def __init__(self, wire: str) -> None:
        self.wire: str = wire
        self.name: str = ""
        self.plan: Read | None = None
        self.is_nullable: bool = False
        self.is_required: bool = False

    def __set_name__(self, owner: type[Model], name: str) -> None:
        self.name = name

    def __get__(self, model: Model | None, owner: type[Model]) -> Any:
        if model is None:
            return self
        if self.plan is None:
            type(model)._compile()
        data = model._data
        if not isinstance(data, dict):
            raise self._wrong(model, f"cannot be read: {type(model).__name__} is not an object in this answer")
        value = data.get(self.wire)
        if value is None:
            if not self.is_required or (self.is_nullable and self.wire in data):
                return None
            raise self._wrong(model, "is null" if self.wire in data else "is missing in this answer")
        assert self.plan is not None
        try:
            found = self.plan(value)
        except MisfitError as misfit:
            raise self._wrong(model, f"{misfit}; `raw[{self.wire!r}]` has what came") from None
        if isinstance(found, Model | list | dict):
            data[self.wire] = found  # so that a change of it stays
        return found

    def __set__(self, model: Model, value: Any) -> None:
        if not isinstance(model._data, dict):
            raise self._wrong(model, "cannot be set")
        model._data[self.wire] = value

    def __delete__(self, model: Model) -> None:
        model._data.pop(self.wire, None)

    def _wrong(self, model: Model, text: str) -> UnexpectedValue:
        return UnexpectedValue(model=type(model).__name__, name=self.name, problem=text)


def field(wire: str) -> Any:
    """Declare a property of a model by the API's name."""
    return Field(wire)


class Model(OfModel):
    """A JSON object with typed properties.

    `has` tells absent from null. `raw` returns all that came, by the API's names.
    """

    __slots__ = ("__weakref__", "_data")

    _package: ClassVar[Package[Any]]
    _schema: ClassVar[str]
    _fields: ClassVar[Mapping[str, Field]]
    _data: Any

    def __init_subclass__(cls, schema: str = "") -> None:
        # A program may derive its own class from a model; that is still about the same object.
        cls._schema = schema or getattr(cls, "_schema", "")
        own = {name: one for name, one in vars(cls).items() if isinstance(one, Field)}
        cls._fields = {**getattr(cls, "_fields", {}), **own}

    def __init__(self, **values: Any) -> None:
        self._compile()
        data: dict[str, Any] = {}
        for name, value in values.items():
            if (one := self._fields.get(name)) is None:
                raise TypeError(f"{type(self).__name__} has no property {name!r}")
            if value is not None or one.is_nullable:
                data[one.wire] = value
        wanted = self._stated().get("required", ())
        read_only = {wire for wire, one in self._stated().get("properties", {}).items() if _is_read_only(one)}
        missing = [
            name
            for name, one in self._fields.items()
            if one.wire in wanted and one.wire not in data and one.wire not in read_only
        ]
        if missing:
            raise TypeError(f"{type(self).__name__} is missing required arguments: {', '.join(missing)}")
        self._data = data

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """A model with these JSON properties, by the API's names; the mapping is copied."""
        return cls.around(_copied(src_dict))

    @classmethod
    def around(cls, value: Any) -> Self:
        """A model that wraps the given JSON object without copying it."""
        if value.__class__ is not dict and isinstance(value, cls):
            return value
        made = _new(cls)
        made._data = value
        return made

    @classmethod
    def read(cls, value: Any) -> Self:
        """A model for a JSON object; raises MisfitError for any other value."""
        if isinstance(value, dict | Model):
            return value if isinstance(value, cls) else cls.around(value)
        if isinstance(value, Mapping):
            return cls.around(dict(value))
        raise MisfitError("is not an object")

    def to_dict(self) -> dict[str, Any]:
        """The properties as JSON types, by the API's names; numbers with a decimal point are Decimal."""
        if not isinstance(self._data, dict):
            raise UnexpectedValue(model=type(self).__name__, name="", problem="is not an object in this answer")
        made: dict[str, Any] = plain(self._data)
        return made

    def has(self, name: str) -> bool:
        """Whether the property is present, even as null. Takes the Python name or the API's."""
        one = self._fields.get(name)
        wire = one.wire if one else name
        if one is None and wire not in {other.wire for other in self._fields.values()}:
            raise AttributeError(f"{type(self).__name__} has no property {name!r}")
        return isinstance(self._data, dict) and wire in self._data

    @property
    def raw(self) -> Any:
        """A copy of the JSON object as it came, by the API's names."""
        return plain(self._data) if isinstance(self._data, dict | list) else self._data

    @property
    def additional_properties(self) -> MutableMapping[str, Any]:
        """Properties that the description does not name. Changing the mapping changes the model."""
        return Additional(self)

    @additional_properties.setter
    def additional_properties(self, values: Mapping[str, Any]) -> None:
        more = Additional(self)
        more.clear()
        more.update(values)

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and bool(self.raw == other.raw) if isinstance(other, Model) else NotImplemented

    __hash__: ClassVar[None]  # type: ignore[assignment]

    def __repr__(self) -> str:
        name, secrets = type(self).__name__, self._package.secrets
        if not isinstance(self._data, dict):
            return f"<{name}: no object>"
        names = {one.wire: python for python, one in self._fields.items()}
        known = ((names[wire], wire, value) for wire, value in self._data.items() if wire in names)
        shown = [f"{python}={_shown(wire, value, secrets)}" for python, wire, value in known]
        if more := {wire: value for wire, value in self._data.items() if wire not in names}:
            shown.append(f"additional_properties={_masked(more, secrets)!r}")
        return f"{name}({', '.join(shown)})"

    def __copy__(self) -> Self:
        return self.around(_copied(self._data))

    def __deepcopy__(self, memo: Any) -> Self:
        return self.around(_copied(self._data))

    def __reduce_ex__(self, protocol: Any) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        if self._package.secrets & {one.wire for one in self._fields.values()}:
            self._no_pickle()
        return type(self).around, (self.raw,)

    def _no_pickle(self) -> NoReturn:
        raise TypeError(f"{type(self).__name__} holds secrets and cannot be pickled")

    @classmethod
    def _stated(cls) -> Schema:
        """The schema of the object."""
        components = cls._package.description.shapes
        return resolve(components.get(cls._schema, {}), components)

    @classmethod
    def _compile(cls) -> None:
        """Build the converter of each property, once per class."""
        schema, reader, facts = cls._stated(), cls._package.description.reader, cls._package.description.facts
        properties = schema.get("properties", {})
        for one in cls._fields.values():
            found = typed(properties.get(one.wire, {}), reader.components)
            one.is_nullable = found.nullable
            one.is_required = is_always_there(schema, one.wire, by_word=facts.plain)
            one.plan = reader.not_null(found)


class Additional(MutableMapping[str, Any]):
    """Mapping view of the properties without a Python name."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._known = {one.wire for one in model._fields.values()}
        stated = model._stated().get("additionalProperties")
        self._read = model._package.description.reader.of(stated) if isinstance(stated, dict) else None

    def _data(self) -> dict[str, Any]:
        return self._model._data if isinstance(self._model._data, dict) else {}

    def __getitem__(self, name: str) -> Any:
        if name in self._known:
            raise KeyError(name)
        value = self._data()[name]
        try:
            return value if self._read is None else self._read(value)
        except MisfitError as misfit:
            raise UnexpectedValue(model=type(self._model).__name__, name=name, problem=str(misfit)) from None

    def __setitem__(self, name: str, value: Any) -> None:
        if name in self._known:
            raise KeyError(f"{name} is a property of its own")
        self._model._data[name] = value

    def __delitem__(self, name: str) -> None:
        if name in self._known:
            raise KeyError(name)
        del self._data()[name]

    def __iter__(self) -> Iterator[str]:
        return iter([name for name in self._data() if name not in self._known])

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __repr__(self) -> str:
        return repr(_masked(dict(self), self._model._package.secrets))


def _is_read_only(schema: object) -> bool:
    return isinstance(schema, dict) and schema.get("readOnly") is True


def _copied(value: Any) -> Any:
    """A deep copy of a JSON value."""
    if isinstance(value, dict):
        return {name: _copied(one) if isinstance(one, dict | list | Model) else one for name, one in value.items()}
    if isinstance(value, Model):
        return value.__copy__()
    return [_copied(one) for one in value] if isinstance(value, list) else value


def _shown(wire: str, value: Any, secrets: frozenset[str]) -> str:
    return MASK if wire in secrets and value is not None else repr(_masked(value, secrets))


def _masked(value: Any, secrets: frozenset[str]) -> Any:
    """The value with secret properties masked."""
    if isinstance(value, dict):
        return {
            name: MASK if name in secrets and one is not None else _masked(one, secrets) for name, one in value.items()
        }
    return [_masked(one, secrets) for one in value] if isinstance(value, list) else value
