"""The Python writer keeps values values, names names and text text."""

from __future__ import annotations

import ast

import pytest

from jekyll_openapi.client.writer import block, code, docstring, identifier, joined, literal
from tests.client.test_hostile import AWKWARD, PAYLOADS


@pytest.mark.parametrize("text", [*PAYLOADS, *AWKWARD])
def test_the_writer_keeps_what_it_is_given(text: str) -> None:
    assert ast.literal_eval(literal(text).text) == text
    assert literal(text).text.isascii()
    written = block(code("def f():"), docstring(text, 1), code("return $value", value=literal(text)))
    function = ast.parse(written.text).body[0]
    assert isinstance(function, ast.FunctionDef)
    assert len(function.body) == 2
    assert (ast.get_docstring(function) or "").split() == text.split()
    assert all(one.isprintable() for one in written.text.replace("\n", ""))


@pytest.mark.parametrize("name", ["", "a b", "class", "1a", "a-b", "ﬁ", "a\n", "__init__", "a.b", "a()", "None"])
def test_only_names_are_identifiers(name: str) -> None:
    with pytest.raises(ValueError, match="not a name"):
        identifier(name)


def test_templates_take_nothing_but_code() -> None:
    with pytest.raises(AttributeError):
        code("$x", x="text")  # type: ignore[arg-type]
    with pytest.raises(KeyError):
        code("$x")
    with pytest.raises(TypeError, match="no literal"):
        literal(["a"])  # type: ignore[arg-type]
    assert joined(", ", [literal(1), literal(None)]).text == "1, None"
