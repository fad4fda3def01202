"""The description that the seeded changes are made on."""

from pathlib import Path

import pytest

from jekyll_openapi.pipeline import make_spec
from jekyll_openapi.spec.base import read_base
from tests.diff.seeds import OPERATIONS, Json


@pytest.fixture(scope="package")
def whole(root: Path) -> Json:
    """The description of the default pages, as they stand."""
    return make_spec(root / "spec" / "pages", read_base(root / "spec" / "base.yaml")).spec


@pytest.fixture(scope="package")
def base(root: Path) -> Json:
    """A part of it, with an operation of each kind."""
    pages, supplied = root / "spec" / "pages", read_base(root / "spec" / "base.yaml")
    return make_spec(pages, supplied, only=OPERATIONS).spec
