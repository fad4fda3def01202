"""The remaining files of the distribution: package, errors, testing, pyproject.toml."""

from __future__ import annotations

import json
from collections.abc import Sequence

from jekyll_openapi.client.identity import error_root, exceptions
from jekyll_openapi.client.model import ClientModel
from jekyll_openapi.client.writer import Code, block, code, docstring, identifier, joined, lines, literal
from jekyll_openapi.runtime import errors
from jekyll_openapi.runtime.errors import Problem, ServiceError
from jekyll_openapi.runtime.trading import errors as trading_errors

RUFF = """\
[tool.ruff]
line-length = 120
target-version = "py311"

[tool.ruff.lint]
select = ["B", "C4", "E", "F", "I", "PT", "RUF", "SIM", "UP"]
ignore = ["E501", "E741", "SIM108"]
"""

# Older ones of httpcore admit an h11 with CVE-2025-43859; of jsonschema-rs, integers below 64 bits where none may be.
DEPENDENCIES = ("httpcore>=1.0.9,<2", "httpx>=0.27,<2", "jsonschema-rs>=0.50")


def package_module(is_plain: bool) -> Code:
    """`_package`: connects the runtime with this package's data files."""
    kind = code("Description" if is_plain else "TradingDescription")
    return lines(
        docstring("This package, as the run-time modules see it."),
        code("from .runtime import models"),
        code("from .runtime.description import Description")
        if is_plain
        else code("from .runtime.trading.facts import TradingDescription"),
        code("from .runtime.package import Package"),
        code('PACKAGE = Package(__name__.rpartition(".")[0], $kind)', kind=kind),
        block(
            code("class Model(models.Model):"),
            docstring("The base of the models of this package.", 1),
            code("__slots__ = ()"),
            code("_package = PACKAGE"),
        ),
        code(""),
    )


def errors_module(model: ClientModel) -> Code:
    """`errors`: all exceptions; the base class is named after the service."""
    facts = model.description.facts
    root = error_root(facts.class_name)
    trading = [] if facts.plain else sorted(exceptions(trading_errors))
    exported = sorted((*(set(exceptions(errors)) - {ServiceError.__name__}), Problem.__name__))
    return lines(
        docstring(errors_text(model)),
        code("from .runtime.errors import $names", names=_again(exported)),
        code("from .runtime.errors import ServiceError as $root", root=identifier(root)),
        code("from .runtime.trading.errors import $names", names=_again(trading)) if trading else code(""),
        code("__all__ = [$names]", names=joined(", ", map(literal, sorted((*exported, *trading, root))))),
        code(""),
    )


def _again(names: Sequence[str]) -> Code:
    """`name as name` imports, which type checkers treat as exports."""
    return joined(", ", (code("$name as $name", name=identifier(one)) for one in names))


def errors_text(model: ClientModel) -> str:
    """The docstring of `errors`."""
    facts = model.description.facts
    text = (errors if facts.plain else trading_errors).__doc__ or ""
    # Each client exports the root of its exceptions under the name of its service.
    return text.replace(ServiceError.__name__, error_root(facts.class_name))


def testing_module(model: ClientModel) -> Code:
    """`testing`: the example transport, and for a trading client the fake service."""
    facts = model.description.facts
    trades, module = bool(facts.trades), code("testing" if facts.plain else "trading.testing")
    streams = trades and facts.stream is not None
    exported = ["ExampleTransport", "Failure", *(["FakeService"] if trades else [])]
    return lines(
        docstring("Transports to test programs that use this client, without a network."),
        code("from collections.abc import Callable") if trades else code(""),
        code("from datetime import datetime") if trades else code(""),
        code("from typing import TYPE_CHECKING"),
        code("from ._package import PACKAGE"),
        code("from .runtime.trading.fake_service import FakeService as _FakeService") if trades else code(""),
        code("from .runtime.$module import ExampleTransport as _ExampleTransport", module=module),
        code("from .runtime.$module import Failure", module=module),
        block(
            code("class ExampleTransport(_ExampleTransport):"),
            docstring("Answers every operation with an example, or fails on demand; for both kinds of client.", 1),
            block(code("def __init__(self) -> None:"), code("super().__init__(PACKAGE.description)")),
        ),
        *([_fake_service()] if trades else []),
        *([_fake_stream()] if streams else []),
        code("__all__ = [$names]", names=joined(", ", map(literal, [*exported, *(["FakeStream"] if streams else [])]))),
        code(""),
    )


def _fake_service() -> Code:
    return block(
        code("class FakeService(_FakeService):"),
        docstring("A fake exchange: remembers orders, fills them as prices change. Pass it as `transport`.", 1),
        block(
            code("def __init__(self, now: Callable[[], datetime] | None = None) -> None:"),
            code("super().__init__(PACKAGE.description, *([now] if now else []))"),
        ),
    )


def _fake_stream() -> Code:
    """`FakeStream`, imported on first use since it needs an extra."""
    return lines(
        block(
            code("if TYPE_CHECKING:"),
            code("from .runtime.trading.fake_stream import FakeStream as FakeStream"),
        ),
        block(
            code("else:"),
            block(
                code("def __getattr__(name: str) -> object:"),
                block(
                    code("if name == 'FakeStream':"),
                    code("from .runtime.trading.fake_stream import FakeStream"),
                    code("return FakeStream"),
                ),
                code("raise AttributeError(f'module {__name__!r} has no attribute {name!r}')"),
            ),
        ),
    )


def init_module(model: ClientModel) -> Code:
    """`__init__`: the public names, imported on first use."""
    facts = model.description.facts
    clients = {facts.class_name: "clients", f"Async{facts.class_name}": "async_clients"}
    modules = ["errors", "models", "shapes", "testing"]
    table = {**clients, **{one: one for one in modules}, "Timeouts": "runtime.base_client"}
    pairs = joined(", ", (code("$name: $at", name=literal(name), at=literal(at)) for name, at in sorted(table.items())))
    return lines(
        docstring(f"{model.description.spec['info']['title'] or facts.class_name}: start with `{facts.class_name}`."),
        code("from typing import TYPE_CHECKING"),
        block(
            code("if TYPE_CHECKING:"),
            code("from . import $names", names=joined(", ", (code("$n as $n", n=identifier(one)) for one in modules))),
            *(
                code("from .$module import $name as $name", module=identifier(at), name=identifier(one))
                for one, at in clients.items()
            ),
            code("from .runtime.base_client import Timeouts as Timeouts"),
        ),
        block(
            code("else:"),
            code("from .runtime.lazy import lazy_attributes"),
            code("__getattr__, __dir__ = lazy_attributes(__name__, {$pairs})", pairs=pairs),
        ),
        code("__version__ = $version", version=literal(model.version)),
        code("__all__ = [$names]", names=joined(", ", map(literal, sorted(table)))),
        code(""),
    )


def groups_module() -> Code:
    """`groups/__init__.py`."""
    return lines(docstring("The operations, a module for each group."), code(""))


def _extras(model: ClientModel) -> str:
    """The optional dependencies."""
    extras = {"aiohttp": ["httpx-aiohttp>=0.1.8"]}
    if model.description.facts.stream:
        extras["stream"] = ["websockets>=14,<18"]
    return "[project.optional-dependencies]\n" + "".join(f"{k} = {json.dumps(v)}\n" for k, v in extras.items()) + "\n"


_CLASSIFIERS = (
    "Development Status :: 4 - Beta",
    "Intended Audience :: Developers",
    "Operating System :: OS Independent",
    "Programming Language :: Python :: 3",
    "Programming Language :: Python :: 3 :: Only",
    *(f"Programming Language :: Python :: 3.{minor}" for minor in range(11, 15)),
    "Topic :: Software Development :: Libraries :: Python Modules",
    "Typing :: Typed",
)


def _about(model: ClientModel) -> str:
    """Package metadata: `license` and `urls` of `x-client`, and classifiers."""
    facts = model.description.facts
    lines = [f"license = {json.dumps(facts.license)}\n"] if facts.license else []
    lines += ["classifiers = [\n", *(f"    {json.dumps(one)},\n" for one in _CLASSIFIERS), "]\n\n"]
    if facts.urls:
        listed = (f"{json.dumps(name)} = {json.dumps(url)}\n" for name, url in facts.urls.items())
        lines += ["[project.urls]\n", *listed, "\n"]
    return "".join(lines)


def pyproject(model: ClientModel) -> str:
    """`pyproject.toml`."""
    facts = model.description.facts
    dependencies = "".join(f"    {json.dumps(one)},\n" for one in DEPENDENCIES)
    return (
        "# Written by jekyll-openapi, whole; changes are lost.\n\n"
        '[build-system]\nrequires = ["hatchling>=1.27,<2"]\nbuild-backend = "hatchling.build"\n\n'
        f"[project]\nname = {json.dumps(facts.distribution)}\nversion = {json.dumps(model.version)}\n"
        'description = "A client that checks requests and answers, generated from an OpenAPI description."\n'
        'readme = "README.md"\n'
        f'requires-python = ">=3.11"\ndependencies = [\n{dependencies}]\n{_about(model)}{_extras(model)}'
        f"[tool.hatch.build.targets.wheel]\npackages = [{json.dumps(facts.package)}]\n\n"
        f"{RUFF}"
    )
