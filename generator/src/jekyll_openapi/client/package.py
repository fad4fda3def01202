"""What makes the written modules a distribution: the files around them."""

from __future__ import annotations

import json
from collections.abc import Iterator

from jekyll_openapi.client.data import as_json
from jekyll_openapi.client.model import ClientModel
from jekyll_openapi.client.writer import Code, block, code, docstring, identifier, joined, lines, literal
from jekyll_openapi.runtime import errors
from jekyll_openapi.runtime.errors import Problem, ServiceError

RUFF = """\
[tool.ruff]
line-length = 120
target-version = "py311"

[tool.ruff.lint]
select = ["B", "C4", "E", "F", "I", "PT", "RUF", "SIM", "UP"]
ignore = ["E501", "E741", "SIM108"]
"""

DEPENDENCIES = ("attrs>=23.2", "httpcore>=1.0.5,<2", "httpx>=0.27,<2", "jsonschema-rs>=0.45")


def package_module() -> Code:
    """`_package`: binds the run-time modules to this package."""
    return lines(
        docstring("This package, as the run-time modules see it."),
        code("from typing import TYPE_CHECKING"),
        code("from .runtime.package import Package"),
        code("from .types import UNSET"),
        code('PACKAGE = Package(__name__.rpartition(".")[0], UNSET)'),
        block(code("if TYPE_CHECKING:"), code("from attrs import define as define")),
        block(code("else:"), code("define = PACKAGE.records.define")),
        code(""),
    )


def errors_module(model: ClientModel) -> Code:
    """`errors`: the tree of exceptions, its root under the name of the service."""
    root = f"{model.description.facts.class_name}Error"
    exported = sorted(one.__name__ for one in exceptions() if one is not ServiceError)
    names = joined(", ", (code("$name as $name", name=identifier(one)) for one in (*exported, Problem.__name__)))
    listed = joined(", ", map(literal, sorted((*exported, Problem.__name__, root))))
    return lines(
        docstring((errors.__doc__ or "").replace(ServiceError.__name__, root)),
        code("from .runtime.errors import $names", names=names),
        code("from .runtime.errors import ServiceError as $root", root=identifier(root)),
        code("__all__ = [$names]", names=listed),
        code(""),
    )


def exceptions() -> Iterator[type[ServiceError]]:
    """Every exception, the root first."""
    found = vars(errors).values()
    return (one for one in found if isinstance(one, type) and issubclass(one, ServiceError))


def testing_module() -> Code:
    """`testing`: a transport that answers from the spec."""
    return lines(
        docstring("A transport for the tests of programs that use this client; it needs no network."),
        code("from ._package import PACKAGE"),
        code("from .runtime.testing import ExampleTransport as _ExampleTransport"),
        code("from .runtime.testing import Failure"),
        block(
            code("class ExampleTransport(_ExampleTransport):"),
            docstring("Answers every operation with an example, or fails as it is told; serves sync and async.", 1),
            block(code("def __init__(self) -> None:"), code("super().__init__(PACKAGE.description)")),
        ),
        code('__all__ = ["ExampleTransport", "Failure"]'),
        code(""),
    )


def init_module(model: ClientModel) -> Code:
    """The package itself: its public names, each imported when it is first used."""
    facts = model.description.facts
    clients = [facts.class_name, f"Async{facts.class_name}"]
    modules = ["errors", "models", "shapes", "testing"]
    table = {**dict.fromkeys(clients, "clients"), **{one: one for one in modules}, "Timeouts": "runtime.base_client"}
    pairs = joined(", ", (code("$name: $at", name=literal(name), at=literal(at)) for name, at in sorted(table.items())))
    return lines(
        docstring(f"{model.description.spec['info']['title']}: start with `{facts.class_name}`."),
        code("from typing import TYPE_CHECKING"),
        block(
            code("if TYPE_CHECKING:"),
            code("from . import $names", names=joined(", ", (code("$n as $n", n=identifier(one)) for one in modules))),
            code(
                "from .clients import $names",
                names=joined(", ", (code("$n as $n", n=identifier(one)) for one in clients)),
            ),
            code("from .runtime.base_client import Timeouts as Timeouts"),
        ),
        block(
            code("else:"),
            code("from .runtime.lazy import lazy_attributes"),
            code("__getattr__, __dir__ = lazy_attributes(__name__, {$pairs})", pairs=pairs),
        ),
        code("__version__ = $version", version=literal(model.description.version)),
        code("__all__ = [$names]", names=joined(", ", map(literal, sorted(table)))),
        code(""),
    )


def groups_module() -> Code:
    """`groups`: nothing of its own."""
    return lines(docstring("The operations, a module for each group."), code(""))


def names_data(model: ClientModel) -> str:
    """`names.json`: how the models call the API's schemas and properties."""
    models = {
        name: {"module": one.module, "class_name": one.class_name, "fields": dict(one.fields)}
        for name, one in sorted(model.names.items())
    }
    return as_json({"secrets": list(model.description.facts.secrets), "models": models})


def pyproject(model: ClientModel) -> str:
    """`pyproject.toml`."""
    facts = model.description.facts
    dependencies = "".join(f"    {json.dumps(one)},\n" for one in DEPENDENCIES)
    return (
        "# Written by jekyll-openapi, whole; changes are lost.\n\n"
        '[build-system]\nrequires = ["hatchling>=1.27,<2"]\nbuild-backend = "hatchling.build"\n\n'
        f"[project]\nname = {json.dumps(facts.distribution)}\nversion = {json.dumps(model.description.version)}\n"
        'description = "A checked client, generated from documentation pages."\nreadme = "README.md"\n'
        f'requires-python = ">=3.11"\ndependencies = [\n{dependencies}]\n\n'
        f"[tool.hatch.build.targets.wheel]\npackages = [{json.dumps(facts.package)}]\n\n"
        f"{RUFF}"
    )
