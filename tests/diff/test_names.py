"""Rows call Python things what the client calls them."""

import re
from pathlib import Path

import pytest

from jekyll_openapi.diff.names import PythonNames
from jekyll_openapi.openapi.reading import parse


def test_every_operation_is_called_as_in_the_client_that_is_made(root: Path) -> None:
    readme, spec = root / "generated" / "README.md", root / "spec" / "openapi.yaml"
    if not readme.exists() or not spec.exists():
        pytest.skip("nothing is built yet; `make` builds it")
    stated = dict(re.findall(r"\| `api\.(\w+\.\w+)` \| `(/\S+)` \|", readme.read_text("utf-8")))
    content = parse(spec.read_text("utf-8")).content
    names = PythonNames(content)
    made = {names.operation(path, method)[0]: path for path, item in content["paths"].items() for method in item}
    assert made == stated
