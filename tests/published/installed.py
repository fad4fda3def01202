"""Programs of others that read what is published: found beside Python or on the path, and run."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest


def missing(what: str) -> NoReturn:
    """Skips the test, saying what is not here; under CI, which installs it, fails."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} is not installed")
    pytest.skip(f"{what} is not installed")


def on_path(name: str) -> str:
    """A program of the system."""
    return shutil.which(name) or missing(name)


def beside_python(name: str) -> str:
    """A program that a Python package has brought."""
    program = Path(sys.executable).with_name(name)
    return str(program) if program.exists() else missing(name)


def run(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """The finished program, run in the folder."""
    # Java compiles what runs for some seconds only as well as that pays.
    environment = {**os.environ, "JAVA_TOOL_OPTIONS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"}
    return subprocess.run(
        arguments,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
