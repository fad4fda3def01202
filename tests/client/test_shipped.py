"""The modules shipped with a client are those it imports."""

import ast
from pathlib import Path

import pytest

from jekyll_openapi.client import runtime

MODULES = sorted(Path(runtime.__file__).parent.parent.glob("runtime/**/*.py"))


def imports(text: str) -> list[str]:
    """The imports from the same package, as Python sees them."""
    nodes = (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.ImportFrom) and node.level)
    return sorted(map(ast.unparse, nodes))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_every_import_is_found(module: Path) -> None:
    text = module.read_text("utf-8")
    assert sorted(ast.unparse(ast.parse(match[1])) for match in runtime._IMPORT.finditer(text)) == imports(text)


def test_every_import_of_a_client_is_found(distribution: Path) -> None:
    for module in distribution.rglob("*.py"):
        test_every_import_is_found(module)
