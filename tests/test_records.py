"""Our dataclasses do what those of Python do: the same classes, made by both, asked the same."""

import copy
import dataclasses
import inspect
import pickle
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from jekyll_openapi import records

CLASSES = """
@dataclass(frozen=True, slots=True)
class Point:
    '''A point.'''
    x: int
    y: int = 0

@dataclass(frozen=True, slots=True, order=True)
class Ordered:
    rank: int
    name: str = field(default="", compare=False)

@dataclass(slots=True)
class Open:
    names: list = field(default_factory=list)
    count: int = 0
    seen: str = field(init=False)
    def __post_init__(self):
        self.seen = f"{self.count}"

@dataclass(frozen=True, eq=False)
class Same:
    name: str
    hidden: int = field(default=3, repr=False)

@dataclass(frozen=True, slots=True)
class Named:
    a: int
    only: object = field(default=None, kw_only=True)
    kind: str = "k"
    def __repr__(self):
        return "own"

@dataclass(frozen=True, slots=True)
class Empty:
    pass

@dataclass
class Plain:
    a: int
    b: dict = field(default_factory=dict, metadata={"about": "b"})
    c: int = field(default=5, init=False)
"""
CALLS: dict[str, tuple[tuple[Any, ...], dict[str, Any]]] = {
    "Point": ((1,), {}),
    "Ordered": ((1, "a"), {}),
    "Open": ((), {"count": 2}),
    "Same": (("n",), {}),
    "Named": ((1,), {"only": "o"}),
    "Empty": ((), {}),
    "Plain": ((1,), {}),
}


def made(by: Any) -> dict[str, Any]:
    """The classes, made by one of the two."""
    scope: dict[str, Any] = {"dataclass": by.dataclass, "field": by.field, "__name__": __name__}
    exec(CLASSES, scope)
    return scope


def outcome(ask: Callable[[], Any]) -> Any:
    """What comes of it, or the kind of error, without what only `dataclasses` has."""
    try:
        return ask()
    except Exception as error:
        return type(error).__mro__[-4]


def forced(one: Any, name: str) -> Any:
    """What is there once something has tried to set it."""
    setattr(one, name, 9)
    return getattr(one, name)


QUESTIONS: dict[str, Callable[[Any, Any, Any], Any]] = {
    "repr": lambda one, twin, other: (repr(one), repr(other)),
    "equal": lambda one, twin, other: (one == twin, one != twin, one == other, one == 5, one.__eq__(5)),
    "hash": lambda one, twin, other: hash(one) == hash(twin),
    "hash of a set": lambda one, twin, other: len({one, twin, other}),
    "less": lambda one, twin, other: (one < other, one <= twin, one > other, one >= other),
    "less than another kind": lambda one, twin, other: one < 5,
    "set": lambda one, twin, other: [forced(one, field.name) for field in dataclasses.fields(one)],
    # Python's own stumbles over itself here, where the class has slots: a TypeError of `super`.
    "set another": lambda one, twin, other: outcome(lambda: forced(one, "stranger")) == 9,
    "delete": lambda one, twin, other: [one.__delattr__(field.name) for field in dataclasses.fields(one)],
    "copy": lambda one, twin, other: repr((copy.copy(one), copy.deepcopy(one))),
    "replace": lambda one, twin, other: [
        repr(outcome(lambda field=field: dataclasses.replace(one, **{field.name: 7})))  # type: ignore[misc]
        for field in dataclasses.fields(one)
    ],
    "asdict": lambda one, twin, other: dataclasses.asdict(one),
    "fields": lambda one, twin, other: [
        (field.name, field.type, field.init, field.repr, field.compare, field.kw_only, dict(field.metadata))
        for field in dataclasses.fields(one)
    ],
    "is": lambda one, twin, other: (dataclasses.is_dataclass(one), type(one).__match_args__, type(one).__name__),
    "slots": lambda one, twin, other: (hasattr(one, "__dict__"), getattr(one, "__slots__", None)),
    "too much": lambda one, twin, other: type(one)(1, 2, 3, 4, 5, 6),
    "unknown": lambda one, twin, other: type(one)(stranger=1),
    "signature": lambda one, twin, other: [
        (each.name, each.kind) for each in inspect.signature(type(one)).parameters.values()
    ],
}


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("name", CALLS)
def test_what_python_does(name: str, question: str) -> None:
    answers = []
    for by in (dataclasses, records):
        cls = made(by)[name]
        given, named = CALLS[name]
        one, twin = cls(*given, **named), cls(*given, **named)
        other = cls(*(2 for _ in given), **named)
        answers.append(outcome(lambda one=one, twin=twin, other=other: QUESTIONS[question](one, twin, other)))  # type: ignore[misc]
    assert answers[0] == answers[1]


@records.dataclass(frozen=True, slots=True)
class Kept:
    """At the top of a module, so that it can be pickled."""

    name: str
    parts: tuple[int, ...] = ()


def test_it_is_pickled_and_replaced() -> None:
    one = Kept("a", (1,))
    assert pickle.loads(pickle.dumps(one)) == one
    assert records.replace(one, name="b") == Kept("b", (1,))
    assert records.replace(one, name="a", parts=one.parts) is one
    assert [field.name for field in records.fields(Kept)] == ["name", "parts"]


def test_a_frozen_one_says_what_cannot_be_set() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'name'"):
        Kept("a").name = "b"  # type: ignore[misc]


def test_a_pattern_takes_it_apart() -> None:
    match Kept("a", (1, 2)):
        case Kept(name, (first, *_)):
            assert (name, first) == ("a", 1)


def test_the_module_loads_nothing_that_takes_long() -> None:
    code = "import sys; from jekyll_openapi import records; print({'dataclasses', 'inspect'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "set()\n"
