"""What every test can ask for: the repository, the outside site, a mock server of the spec."""

import os
from pathlib import Path

import pytest

pytest_plugins = ("tests.judges.prism",)

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def site() -> Path:
    """The folder of the real site; skips where there is none."""
    path = (ROOT / os.environ.get("JEKYLL_OPENAPI_SITE", "../shared/site")).resolve()
    if not path.is_dir():
        pytest.skip("the real site is not here (JEKYLL_OPENAPI_SITE names its folder)")
    return path
