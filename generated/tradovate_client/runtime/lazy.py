"""Imports submodules when their names are first used, so that importing the package is fast."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def lazy_attributes(
    package: str, modules: Mapping[str, str]
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """`__getattr__` and `__dir__` for a package whose names live in other modules.

    A name that maps to its own module gives the module.
    """

    def load(name: str) -> object:
        if name not in modules:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        module = import_module(f"{package}.{modules[name]}")
        value = module if name == modules[name] else getattr(module, name)
        setattr(sys.modules[package], name, value)
        return value

    return load, lambda: sorted({*vars(sys.modules[package]), *modules})


def load_names(module: str, names: Mapping[str, tuple[str, ...]]) -> None:
    """Import names into a module's namespace before its functions use them.

    Many programs import a client long before they make one; this defers the costly imports until then.
    """
    package = module.rpartition(".")[0]
    for beside, wanted in names.items():
        found = vars(import_module(f"{package}.{beside}"))
        vars(sys.modules[module]).update({name: found[name] for name in wanted})
