"""The two distributions, built and installed by pip: each is whole, and neither needs the other."""

import os
import sys
from pathlib import Path

import pytest

from tests.programs import Programs

ALONE = """
import importlib, pkgutil, sys
package, other, folder = sys.argv[1:]
sys.modules[other] = None
top = importlib.import_module(package)
assert top.__file__.startswith(folder), top.__file__
for module in pkgutil.walk_packages(top.__path__, package + "."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
"""


def installed(programs: Programs, root: Path, project: str, folder: Path) -> Path:
    """The folder into which pip has installed the distribution, without what it depends on."""
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "--no-input")
    options = ("--no-deps", "--no-build-isolation", "--no-index", "--target", folder)
    finished = programs.run(*pip, "install", *options, root / project, folder=folder.parent)
    assert finished.returncode == 0, finished.stderr
    return folder


@pytest.mark.parametrize(
    ("project", "package", "other"),
    [("generator", "jekyll_openapi", "tradovate_client"), ("generated", "tradovate_client", "jekyll_openapi")],
)
def test_each_distribution_is_whole_and_alone(
    project: str, package: str, other: str, root: Path, tmp_path: Path, programs: Programs
) -> None:
    folder = installed(programs, root, project, tmp_path / "installed")
    assert (folder / package / "py.typed").exists()
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    program = (sys.executable, "-c", ALONE, package, other, folder)
    finished = programs.run(*program, folder=tmp_path, env=environment)
    assert finished.returncode == 0, finished.stderr
