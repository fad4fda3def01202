"""The examples run as their first lines say, on the make-believe service."""

import subprocess
import sys
from pathlib import Path

import pytest


def run(root: Path, name: str) -> str:
    """What the example prints."""
    done = subprocess.run(
        [sys.executable, "-W", "error", root / "examples" / name],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_bot_trades_a_round(root: Path) -> None:
    lines = run(root, "bot.py").splitlines()
    assert lines[-1] == "the target was reached"
    assert any("is Filled" in line for line in lines)


def test_quotes_are_shown(root: Path) -> None:
    assert "'Trade': '4000 x 1'" in run(root, "quotes.py")


@pytest.mark.parametrize("name", ["bot.py", "quotes.py"])
def test_they_are_short(root: Path, name: str) -> None:
    assert len((root / "examples" / name).read_text("utf-8").splitlines()) <= 160
