"""Module attributes that are imported when they are first used, so that importing a package costs little."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def lazy_attributes(
    package: str, modules: Mapping[str, str]
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """`__getattr__` and `__dir__` of a package whose names stand in other modules; a module's own name gives itself."""

    def load(name: str) -> object:
        if name not in modules:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        module = import_module(f"{package}.{modules[name]}")
        value = module if name == modules[name] else getattr(module, name)
        setattr(sys.modules[package], name, value)
        return value

    return load, lambda: sorted({*vars(sys.modules[package]), *modules})


def load_names(module: str, names: Mapping[str, tuple[str, ...]]) -> None:
    """Give a module the names that its functions use, from the modules beside it.

    A client is imported by many programs that have not made one yet: what only its methods need comes with the first.
    """
    package = module.rpartition(".")[0]
    for beside, wanted in names.items():
        found = vars(import_module(f"{package}.{beside}"))
        vars(sys.modules[module]).update({name: found[name] for name in wanted})
