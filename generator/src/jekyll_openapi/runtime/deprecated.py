"""Keeps removed public names working: each warns with DeprecationWarning and says what to use."""

from __future__ import annotations

import functools
import sys
import warnings
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn


@dataclass(frozen=True, slots=True)
class Gone:
    """A removed name. Using one without a replacement raises."""

    name: str
    since: str
    now: str = ""
    """The replacement, relative to the same class or in full; empty if there is none."""
    word: str = ""
    """The API's name for it."""
    guessed: bool = False
    """The replacement is a guess and would send a request, so the old name raises instead of forwarding."""

    @property
    def text(self) -> str:
        """The warning or error text."""
        return f"`{self.name}` is gone since {self.since}: {advice(self.now, self.guessed)}"

    @property
    def acts(self) -> bool:
        """Whether the old name forwards to the replacement."""
        return bool(self.now) and not self.guessed

    def warn(self) -> None:
        """Issue a DeprecationWarning at the caller's line."""
        warnings.warn(self.text, DeprecationWarning, stacklevel=3)

    def __call__(self, *_: object, **__: object) -> NoReturn:
        raise AttributeError(self.text)

    def __getattr__(self, _: str) -> NoReturn:
        raise AttributeError(self.text)


def advice(now: str, guessed: bool) -> str:
    """What to write instead of a removed name."""
    if not now:
        return "nothing takes its place"
    return f"`{now}` seems to take its place; use it if it means the same" if guessed else f"use `{now}`"


def _last(name: str) -> str:
    """The last part of a dotted name: `size` of `room.add(size)`."""
    return name.rstrip(")").replace("(", ".").rpartition(".")[2]


def keep_methods(classes: Iterable[type[Any]], gone: Iterable[Gone], *, raw: bool = False) -> None:
    """Add the removed methods to their groups; each forwards to its replacement."""
    for one in gone:
        for group in classes:
            setattr(group, _last(one.name), _method(one, raw))


def _method(one: Gone, raw: bool) -> Callable[..., Any]:
    def call(self: Any, **given: Any) -> Any:
        one.warn()
        if not one.acts:
            one()
        group, _, method = one.now.partition(".")
        client = self._client.raw if raw else self._client
        return getattr(getattr(client, group), method)(**given)

    call.__doc__ = one.text
    return call


def keep_groups(
    clients: Iterable[type[Any]], base: type[Any], groups: Mapping[str, Iterable[Gone]], *, raw: bool = False
) -> None:
    """Add removed groups to the clients."""
    for name, gone in groups.items():
        kept = type(name, (base,), {})
        keep_methods((kept,), gone, raw=raw)
        for client in clients:
            setattr(client, name, _group(kept, raw))


def _group(kept: type[Any], raw: bool) -> property:
    return property(lambda self: kept(self._client if raw else self))


def keep_parameters(classes: Iterable[type[Any]], method: str, gone: Iterable[Gone]) -> None:
    """Let a method accept its removed parameters and pass them on under their new names."""
    for one in classes:
        setattr(one, method, _renaming(getattr(one, method), {_last(each.name): each for each in gone}))


def keep_fields(model: type[Any], gone: Iterable[Gone]) -> None:
    """Add the removed fields to a model: for reading, setting, and its constructor."""
    found = {_last(one.name): one for one in gone}
    for name, one in found.items():
        setattr(model, name, _field(one))
    made: Any = model
    made.__init__ = _renaming(made.__init__, found)


def _field(one: Gone) -> property:
    now = _last(one.now)

    def read(self: Any) -> Any:
        one.warn()
        return getattr(self, now) if one.acts else one()

    def write(self: Any, value: Any) -> None:
        one.warn()
        setattr(self, now, value) if one.acts else one()

    return property(read, write, doc=one.text)


def _renaming(call: Callable[..., Any], gone: Mapping[str, Gone]) -> Callable[..., Any]:
    """Wrap a function so that removed keywords are renamed; those without a replacement raise TypeError."""

    @functools.wraps(call)
    def calls(*given: Any, **named: Any) -> Any:
        for name in gone.keys() & named.keys():
            gone[name].warn()
            now = _last(gone[name].now)
            if not gone[name].acts or now in named:
                raise TypeError(gone[name].text)
            named[now] = named.pop(name)
        return call(*given, **named)

    return calls


def keep_models(package: str, gone: Iterable[Gone]) -> None:
    """Let a package provide its removed models."""
    module: Any = sys.modules[package]
    found, load = {_last(one.name): one for one in gone}, module.__getattr__

    def load_or_warn(name: str) -> Any:
        if name not in found:
            return load(name)
        found[name].warn()
        return getattr(module, _last(found[name].now)) if found[name].acts else found[name]

    module.__getattr__ = load_or_warn


def keep_members(enumeration: type[Any], gone: Iterable[Gone]) -> None:
    """Add removed members to an enumeration.

    Each gives its replacement, else the old value, which no request may hold.
    """
    for one in gone:
        setattr(enumeration, _last(one.name), _Member(one))


@dataclass(frozen=True, slots=True)
class _Member:
    """Descriptor that gives a removed enumeration member on class access."""

    gone: Gone

    def __get__(self, _: object, enumeration: type[Any]) -> Any:
        self.gone.warn()
        return getattr(enumeration, _last(self.gone.now)) if self.gone.acts else enumeration(self.gone.word)
