"""A replacement for `dataclasses` that makes importing modules much cheaper.

For each class, `dataclasses` generates and compiles six functions at import; for all records of this
program that is a third of the time of a command that reads pages. Here methods are shared, and `__init__` is compiled
at its first call. Classes behave the same, as `tests/test_records.py` checks, and the functions of
`dataclasses`, such as `asdict`, accept them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from types import CodeType, FunctionType, MemberDescriptorType
from typing import TYPE_CHECKING, Any

_MISSING: Any = type("MISSING", (), {"__repr__": lambda _: "MISSING"})()
_DUNDERS = ("__dict__", "__weakref__")


class _Field:
    """A field of a class body, like `dataclasses.Field`."""

    __slots__ = ("compare", "default", "default_factory", "init", "kw_only", "metadata", "name", "repr", "type")

    def __init__(
        self, *, default: Any = _MISSING, default_factory: Any = _MISSING, init: bool = True, repr: bool = True,
        compare: bool = True, kw_only: bool = False, metadata: Any = None,
    ) -> None:  # fmt: skip
        self.default, self.default_factory, self.init, self.repr = default, default_factory, init, repr
        self.compare, self.kw_only, self.metadata = compare, kw_only, metadata or {}
        self.name, self.type = "", None

    def standard(self) -> Any:
        """The equivalent `dataclasses.Field`."""
        import dataclasses

        default = {} if self.default is _MISSING else {"default": self.default}
        factory = {} if self.default_factory is _MISSING else {"default_factory": self.default_factory}
        said = {key: getattr(self, key) for key in ("init", "repr", "compare", "kw_only", "metadata")}
        made: Any = dataclasses.field(**default, **factory, **said)
        made.name, made.type, made._field_type = self.name, self.type, dataclasses._FIELD  # type: ignore[attr-defined]
        return made


class _StandardFields:
    """`__dataclass_fields__`, computed on access for the functions of `dataclasses`."""

    def __get__(self, instance: object, owner: Any) -> dict[str, Any]:
        return {one.name: one.standard() for one in owner.__record__}


def _dataclass(
    cls: Any = None, /, *, frozen: bool = False, slots: bool = False, eq: bool = True, order: bool = False
) -> Any:
    if cls is None:
        return lambda one: _dataclass(one, frozen=frozen, slots=slots, eq=eq, order=order)
    fields = tuple(_read_fields(cls))
    body = {name: value for name, value in cls.__dict__.items() if name not in _DUNDERS}
    for one in fields:
        if isinstance(body.get(one.name), _Field) or slots:
            body.pop(one.name, None)
            if not slots and one.default is not _MISSING:
                body[one.name] = one.default
    body |= {"__record__": fields, "__dataclass_fields__": _StandardFields()}
    body["__match_args__"] = tuple(one.name for one in fields if one.init and not one.kw_only)
    if slots:
        body["__slots__"] = tuple(one.name for one in fields)
    methods: dict[str, Any] = {"__init__": _first_init, "__repr__": _repr}
    if eq:
        methods |= _compared(fields, frozen, order)
    if frozen:
        methods |= {"__setattr__": _refuse, "__delattr__": _refuse}
        methods |= {"__getstate__": _state, "__setstate__": _restore} if slots else {}
    body = methods | body
    made = type(cls)(cls.__name__, cls.__bases__, body)
    made.__qualname__ = cls.__qualname__
    return made


def _read_fields(cls: Any) -> Any:
    """The fields in the order of the class body. None are inherited."""
    for name, kind in cls.__annotations__.items():
        value = cls.__dict__.get(name, _MISSING)
        one = value if isinstance(value, _Field) else _Field(default=value)
        one.name, one.type = name, kind
        yield one


def _compared(fields: tuple[_Field, ...], frozen: bool, order: bool) -> dict[str, Any]:
    """The comparison methods for the fields."""
    names = [one.name for one in fields if one.compare]
    values: Callable[[Any], Any] = attrgetter(*names) if names else lambda _: ()

    def equal(self: Any, other: Any) -> Any:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: Any) -> int:
        return hash(values(self))

    def less(self: Any, other: Any) -> Any:
        return values(self) < values(other) if other.__class__ is self.__class__ else NotImplemented

    def less_or_equal(self: Any, other: Any) -> Any:
        return values(self) <= values(other) if other.__class__ is self.__class__ else NotImplemented

    methods: dict[str, Any] = {"__eq__": equal, "__hash__": hashed if frozen else None}
    # `a > b` is asked of `b < a`.
    return methods | ({"__lt__": less, "__le__": less_or_equal} if order else {})


def _first_init(self: Any, *given: Any, **named: Any) -> None:
    """Compiles the class's `__init__`, replaces itself by it, and calls it."""
    cls = type(self)
    cls.__init__ = _compiled_init(cls)
    cls.__init__(self, *given, **named)


def _compiled_init(cls: Any) -> Any:
    """The `__init__` of a class. For frozen classes it sets slots directly, which is faster than by name."""
    scope: dict[str, Any] = {"_missing": _MISSING, "_set": object.__setattr__}
    heads: dict[bool, list[str]] = {False: [], True: []}
    defaults: dict[bool, dict[str, Any]] = {False: {}, True: {}}
    real = {}
    lines = []
    for number, one in enumerate(cls.__record__):
        name = f"f{number}"
        real[name] = one.name
        if one.init:
            heads[one.kw_only].append(name)
            if one.default is not _MISSING or one.default_factory is not _MISSING:
                defaults[one.kw_only][one.name] = one.default
        elif one.default_factory is _MISSING and (one.default is _MISSING or "__slots__" not in cls.__dict__):
            continue  # set by `__post_init__`, or an attribute of the class
        lines.append(_assignment(cls, one, name, _value(one, name, scope), scope))
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    head = ", ".join(["self", *heads[False], *(["*", *heads[True]] if heads[True] else ())])
    code = _code(f"def __init__({head}):\n " + "\n ".join(lines or ["pass"]))
    code = code.replace(
        co_varnames=tuple(real.get(name, name) for name in code.co_varnames),
        co_names=tuple(real.get(name, name) for name in code.co_names),
        co_consts=tuple(real.get(one, one) for one in code.co_consts),
        co_qualname=f"{cls.__qualname__}.__init__",
    )
    made = FunctionType(code, scope, "__init__", tuple(defaults[False].values()))
    made.__kwdefaults__ = defaults[True] or None
    return made


@cache
def _code(source: str) -> CodeType:
    """The code of an `__init__` whose fields are called `f0`, `f1` and so on.

    Most classes differ in the names and defaults of their fields alone. They share what is compiled, which saves 2 %
    of a run.
    """
    scope: dict[str, Any] = {}
    # Python ends by the signal, whoever catches it, where Ctrl-C comes in the `exec` of a text; of code it does not.
    exec(compile(source, "<record>", "exec"), scope)
    code: CodeType = scope["__init__"].__code__
    return code


def _value(one: _Field, name: str, scope: dict[str, Any]) -> str:
    """The expression that the field is set to."""
    if one.default_factory is not _MISSING:
        scope[f"_factory_{name}"] = one.default_factory
        made = f"_factory_{name}()"
        return f"{made} if {name} is _missing else {name}" if one.init else made
    if not one.init:
        scope[f"_default_{name}"] = one.default
        return f"_default_{name}"
    return name


def _assignment(cls: Any, one: _Field, name: str, value: str, scope: dict[str, Any]) -> str:
    if cls.__setattr__ is not _refuse:
        return f"self.{name} = {value}"
    slot = cls.__dict__.get(one.name)
    if not isinstance(slot, MemberDescriptorType):
        return f"_set(self, {name!r}, {value})"
    scope[f"_slot_{name}"] = slot.__set__
    return f"_slot_{name}(self, {value})"


def _repr(self: Any) -> str:
    shown = (f"{one.name}={getattr(self, one.name)!r}" for one in self.__record__ if one.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refuse(self: Any, name: str, *_value: object) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, one.name) for one in self.__record__]


def _restore(self: Any, state: list[Any]) -> None:
    for one, value in zip(self.__record__, state, strict=True):
        object.__setattr__(self, one.name, value)


def _replace(instance: Any, /, **changes: Any) -> Any:
    places, values_of, others, is_frozen = _taken(instance.__class__)
    values = [*values_of(instance)]
    is_other = not is_frozen
    for name in [name for name in changes if name in places]:
        place, value = places[name], changes.pop(name)
        if values[place] is not value:
            values[place] = value
            is_other = True
    if not is_other and not changes:
        return instance  # half of all calls change nothing
    for name in others:
        changes.setdefault(name, getattr(instance, name))
    return instance.__class__(*values, **changes)


@cache
def _taken(cls: Any) -> tuple[dict[str, int], Callable[[Any], Any], tuple[str, ...], bool]:
    """What `__init__` takes: name -> place, all values of an instance in that order, and what it takes by name only;
    and whether instances are frozen."""
    names = [one.name for one in cls.__record__ if one.init and not one.kw_only]
    others = tuple(one.name for one in cls.__record__ if one.init and one.kw_only)
    return {name: at for at, name in enumerate(names)}, _values(names), others, cls.__setattr__ is _refuse


def _values(names: list[str]) -> Callable[[Any], Any]:
    """A function that gives the values of these fields as a tuple."""
    if len(names) == 1:
        return lambda one: (getattr(one, names[0]),)
    return attrgetter(*names) if names else lambda _: ()


def _fields(of: Any) -> tuple[Any, ...]:
    return tuple(of.__record__)


if TYPE_CHECKING:
    from dataclasses import Field as Field
    from dataclasses import dataclass as dataclass
    from dataclasses import field as field
    from dataclasses import fields as fields
    from dataclasses import replace as replace
else:
    dataclass, field, fields, replace, Field = _dataclass, _Field, _fields, _replace, _Field
