"""Rows call Python things what the client calls them."""

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from jekyll_openapi.client import naming, stock
from jekyll_openapi.diff.names import PythonNames, member, method_name, pascal, snake
from jekyll_openapi.openapi.reading import parse

NAMES = st.text("aAbBcC09_-. $é", min_size=1, max_size=12)


@settings(deadline=None)
@given(NAMES)
@example("placeOCO")
@example("customTag50")
@example("list")
@example("class")
@example("datetime")
@example("_hidden")
@example("2fast")
@example("id")
def test_names_are_made_as_the_client_makes_them(name: str) -> None:
    assert snake(name) == naming.snake(name)
    assert method_name(name) == naming.method_name(name)
    assert pascal(name) == naming.pascal(name)


@settings(deadline=None)
@given(st.lists(st.sampled_from(["Buy", "StopLimit", "GTC", "_x", "", "é", "1st", "mit"]), unique=True))
def test_members_are_named_as_the_client_names_them(values: list[str]) -> None:
    assert [member(value, index) for index, value in enumerate(values)] == stock.member_names(values)


def test_every_operation_is_called_as_in_the_client_that_is_made(root: Path) -> None:
    readme, spec = root / "generated" / "README.md", root / "spec" / "openapi.yaml"
    if not readme.exists() or not spec.exists():
        pytest.skip("nothing is built yet; `make` builds it")
    stated = dict(re.findall(r"\| `api\.(\w+\.\w+)` \| `(/\S+)` \|", readme.read_text("utf-8")))
    content = parse(spec.read_text("utf-8")).content
    names = PythonNames(content)
    made = {names.operation(path, method)[0]: path for path, item in content["paths"].items() for method in item}
    assert made == stated
