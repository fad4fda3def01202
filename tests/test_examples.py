"""The examples run as their first lines say, on the make-believe service."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tradovate_client import Tradovate
from tradovate_client.testing import FakeService, FakeStream


def run(root: Path, name: str) -> str:
    """What the example prints."""
    done = subprocess.run(
        [sys.executable, "-W", "error", root / "examples" / name],
        capture_output=True,
        text=True,
        timeout=600,
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


def programs(root: Path) -> list[str]:
    """The Python in the README of the client."""
    return re.findall(r"```python\n(.*?)```", (root / "generated" / "README.md").read_text("utf-8"), re.DOTALL)


def test_the_program_of_the_clients_readme_runs(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(programs(root)[1], "README.md", "exec"), {})
    placed, refused, lost = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r"placed \d+", placed)
    assert refused.startswith("refused: AccountClosed | ")
    assert re.fullmatch(r"lost, then placed \(\d+,\)", lost)


def test_the_live_data_of_the_clients_readme_come(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    service = FakeService()
    service.market.add_account()
    service.market.add_contract("ESZ6")
    with FakeStream(service) as fake:
        fake.price("ESZ6", 4000)
        with Tradovate(token="any", base_url=fake.url) as api:
            exec(compile(f"{programs(root)[2]}        break\n", "README.md", "exec"), {"api": api})
    assert capsys.readouterr().out.endswith(" 4000\n")
