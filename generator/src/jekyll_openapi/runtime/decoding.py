"""Converts JSON values to Python values by their schemas. A value of the wrong type raises only where it is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from .kinds import Anything, ArrayOf, MapOf, Named, OneOf, Scalar, Typed, typed
from .schemas import PREFIX, Schema, closed

if TYPE_CHECKING:
    from .checks import Check

Read = Callable[[Any], Any]
"""Converts a JSON value; raises MisfitError."""
Load = Callable[[str], Any]
"""Imports and returns the class of a component schema; that of an object of no schema for an empty name."""


class MisfitError(Exception):
    """A value of the wrong type. The message continues a sentence that begins with the property's name."""


class Reader:
    """Builds the converter for each schema."""

    def __init__(self, components: Mapping[str, Schema], load: Load) -> None:
        self.components = components
        self.load = load
        self._known: dict[int, tuple[Schema, Read]] = {}
        self._unions: dict[str, Read] = {}

    def of(self, schema: Schema) -> Read:
        """The converter for a schema; built once per schema."""
        known = self._known.get(id(schema))
        if known is None:
            known = self._known[id(schema)] = schema, self._or_null(typed(schema, self.components))
        return known[1]

    def _or_null(self, found: Typed) -> Read:
        read = self.not_null(found)

        def read_or_null(value: Any) -> Any:
            if value is not None:
                return read(value)
            if found.nullable:
                return None
            raise MisfitError("is null")

        return read_or_null

    def not_null(self, found: Typed) -> Read:
        """The converter for non-null values of a type."""
        match found.kind:
            case Anything():
                return _as_it_is
            case Scalar(name):
                return SCALARS[name]
            case Named(name, form):
                return self._named(name, form, found.schema)
            case ArrayOf(items) if isinstance(items.kind, Named) and items.kind.form == "object" and not items.nullable:
                return self._rows(items.kind.name)
            case ArrayOf(items):
                return _list_of(self._row(items))
            case MapOf(values):
                return _map_of(self._row(values))
            case OneOf(members):
                return self._one_of(members, found.schema)

    def _rows(self, name: str) -> Read:
        """The converter for a list of objects, which is what most answers are."""
        load = cache(lambda: self.load(name))

        def read_rows(value: Any) -> list[Any]:
            if not isinstance(value, list | tuple):
                raise MisfitError("is not a list")
            around = load().around
            return [around(one) for one in value]

        return read_rows

    def _row(self, found: Typed) -> Read:
        """The converter for one row. A value that is no object fails alone, when it is read, not the whole list."""
        read, name = self._or_null(found), self._object_in(found)
        if not name:
            return read
        load = cache(lambda: self.load(name))

        def read_row(value: Any) -> Any:
            try:
                return read(value)
            except MisfitError:
                return load().around(value)

        return read_row

    def _object_in(self, found: Typed) -> str:
        """The component whose object the value can be (the first, in a union); empty if none."""
        match found.kind:
            case Named(name, "object"):
                return name
            case Named(_, "union"):
                members = [typed(one, self.components) for one in found.schema.get("anyOf", ())]
            case OneOf(members):
                members = list(members)
            case _:
                return ""
        return next((name for one in members if (name := self._object_in(one))), "")

    def _named(self, name: str, form: str, schema: Schema) -> Read:
        """The converter for a component; its class is imported at the first value."""
        if form == "union":
            if name not in self._unions:
                members = tuple(typed(one, self.components) for one in schema.get("anyOf") or schema.get("oneOf") or ())
                self._unions[name] = self._one_of(
                    tuple(one for one in members if one.schema.get("type") != "null"), schema
                )
            return self._unions[name]
        load = cache(lambda: self.load(name))
        return lambda value: load().read(value)

    def _one_of(self, members: tuple[Typed, ...], schema: Schema) -> Read:
        """The converter for a union: the discriminator decides, else the member with the fewest problems.

        An object whose discriminator has a value that nothing describes is a model of no schema: it may look like a
        member, and mean something else.
        """
        readers = [self.not_null(one) for one in members]
        told = _discriminator(members, schema.get("discriminator"), self.components)
        checks: list[Check] = []

        def read(value: Any) -> Any:
            if not isinstance(value, dict | list | str | int | float | Decimal):
                return value  # a Python value that a program has put there
            if told and isinstance(value, dict) and (kind := value.get(told.key)) is not None:
                match told.members.get(_word(kind), told.otherwise):
                    case [at]:
                        return readers[at](value)
                    case []:
                        return self.load("").around(value)
            if not checks:
                checks.extend(_checks(members, self.components))
            broken = [len(check.problems(value)) for check in checks]
            for at in sorted(range(len(readers)), key=broken.__getitem__):
                try:
                    return readers[at](value)
                except MisfitError:
                    continue
            raise MisfitError("is none of the described types")

        return read


@dataclass(frozen=True, slots=True)
class Discriminator:
    """What the discriminator of a union says: the members, by index, that a value of it may mean."""

    key: str
    members: Mapping[str, Sequence[int]]
    otherwise: Sequence[int]
    """For a value that is not described."""


def _discriminator(members: Sequence[Typed], stated: Any, components: Mapping[str, Schema]) -> Discriminator | None:
    """The discriminator of a union; None without one that tells any members apart."""
    key = stated.get("propertyName") if isinstance(stated, dict) else None
    numbers = {one.kind.name: at for at, one in enumerate(members) if isinstance(one.kind, Named)}
    if not isinstance(key, str) or not numbers:
        return None
    led = {word: numbers.get(str(to).removeprefix(PREFIX)) for word, to in stated.get("mapping", {}).items()}
    listed: dict[str, list[int]] = {}
    for at, one in enumerate(members):
        # Where a mapping was forgotten, a member can list the values that mean it.
        for value in typed(one.schema.get("properties", {}).get(key, {}), components).schema.get("enum", ()):
            listed.setdefault(_word(value), []).append(at)
    default = numbers.get(str(stated.get("defaultMapping", "")).removeprefix(PREFIX))
    # A member that is no object can describe values of its own.
    is_whole = all(isinstance(one.kind, Named) and one.kind.form == "object" for one in members)
    return Discriminator(
        key,
        {**listed, **{word: (at,) for word, at in {**numbers, **led}.items() if at is not None}},
        (default,) if default is not None else () if is_whole else range(len(members)),
    )


def _word(value: object) -> str:
    """The value of a discriminator as a mapping has it, whose keys are texts."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _checks(members: tuple[Typed, ...], components: Mapping[str, Schema]) -> list[Check]:
    """A check per member of a union; compiled only when a union is met."""
    from .checks import Check

    return [Check(one.schema, components, closed) for one in members]


def _as_it_is(value: Any) -> Any:
    return value


def _list_of(read: Read) -> Read:
    def read_list(value: Any) -> list[Any]:
        if not isinstance(value, list | tuple):
            raise MisfitError("is not a list")
        made = []
        for number, one in enumerate(value):
            try:
                made.append(read(one))
            except MisfitError as error:
                raise MisfitError(f"has an item, number {number}, that {error}") from None
        return made

    return read_list


def _map_of(read: Read) -> Read:
    def read_map(value: Any) -> dict[str, Any]:
        if not isinstance(value, Mapping):
            raise MisfitError("is not an object")
        try:
            return {name: read(one) for name, one in value.items()}
        except MisfitError as error:
            raise MisfitError(f"has a value that {error}") from None

    return read_map


def _string(value: Any) -> str:
    if isinstance(value, str):
        return value
    raise MisfitError("is not text")


def _integer(value: Any) -> int:
    if isinstance(value, bool):
        raise MisfitError("is not an integer")
    if isinstance(value, int):
        return value
    if isinstance(value, float | Decimal) and value == int(value):
        return int(value)
    raise MisfitError("is not an integer")


def _number(value: Any) -> Decimal:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Decimal(str(value))
    raise MisfitError("is not a number")


def _boolean(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    raise MisfitError("is neither true nor false")


def _time(value: Any) -> datetime:
    if isinstance(value, datetime):
        return value
    try:
        found = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise MisfitError("is not a date and time") from None
    if found.tzinfo is None:
        raise MisfitError("is a time without a time zone")
    return found


def _date(value: Any) -> date:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise MisfitError("is not a date") from None


SCALARS: Mapping[str, Read] = {
    "string": _string,
    "integer": _integer,
    "number": _number,
    "boolean": _boolean,
    "date-time": _time,
    "date": _date,
    "binary": _as_it_is,
}
