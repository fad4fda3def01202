"""What is published, made once: the product's spec and findings, and the spec of the real site."""

import os
from pathlib import Path

import pytest

from jekyll_openapi.commands.description import make
from jekyll_openapi.config import find_config
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.pipeline import Made, make_spec
from jekyll_openapi.spec.base import read_base


@pytest.fixture(scope="session")
def made(root: Path) -> Made:
    """What the default pages give, as configured."""
    config = find_config(root)
    assert config.pages is not None
    return make(os.path.relpath(config.pages), config)


@pytest.fixture(scope="session")
def site_spec(root: Path, site: Path) -> Json:
    """The spec of the real site."""
    return make_spec(site, read_base(root / "spec" / "base.yaml")).spec
