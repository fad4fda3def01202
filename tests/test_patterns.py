"""Regular expressions are compiled at their first use, and all of them can be."""

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import jekyll_openapi
from jekyll_openapi.patterns import regex

GENERATOR = Path(jekyll_openapi.__file__).parent
MODULES = sorted(
    path for path in GENERATOR.rglob("*.py") if path.relative_to(GENERATOR).parts[0] not in ("runtime", "patterns.py")
)


def test_it_does_what_the_compiled_expression_does() -> None:
    ours, theirs = regex("(?P<one>a)|b", re.IGNORECASE), re.compile("(?P<one>a)|b", re.IGNORECASE)
    assert ours.pattern == theirs.pattern
    assert ours.groupindex == theirs.groupindex
    assert ours.findall("xAb") == theirs.findall("xAb")
    assert ours.sub("c", "xAb", count=1) == theirs.sub("c", "xAb", count=1) == "xcb"
    assert (found := ours.search("xAb"))
    assert found.re is re.compile("(?P<one>a)|b", re.IGNORECASE)
    with pytest.raises(AttributeError):
        getattr(ours, "search_all")  # noqa: B009


def test_it_is_compiled_at_the_first_use_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[object] = []
    compile_ = re.compile
    monkeypatch.setattr(re, "compile", lambda *given: compiled.append(given) or compile_(*given))
    one = regex("a")
    assert one.pattern == "a"
    assert not compiled
    assert one.search("a")
    assert one.match("a")
    assert len(compiled) == 1


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(GENERATOR).as_posix())
def test_no_import_compiles_and_every_one_compiles(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert list(_compiled_at_import(tree)) == []
    module = ".".join(("jekyll_openapi", *path.relative_to(GENERATOR).with_suffix("").parts)).removesuffix(".__init__")
    names = vars(importlib.import_module(module))
    for one in _regexes(list(names.values())):
        assert one.groupindex is not None
    # `re.sub(ONE, ...)` takes a text or what Python has compiled. mypy does not see that it is given neither.
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and ast.unparse(call.func).startswith("re.") and call.args:
            first = call.args[0]
            assert not (isinstance(first, ast.Name) and list(_regexes(names.get(first.id)))), call.lineno


def _compiled_at_import(node: ast.AST) -> Iterator[int]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(child, ast.Call) and ast.unparse(child.func) == "re.compile":
            yield child.lineno
        yield from _compiled_at_import(child)


def _regexes(values: object) -> "Iterator[re.Pattern[str]]":
    if type(values).__name__ == "_Regex":
        yield values  # type: ignore[misc]
    elif isinstance(values, dict):
        yield from _regexes([*values, *values.values()])
    elif isinstance(values, list | tuple):
        for one in values:
            yield from _regexes(one)
