"""What starts programs of others is left to `make test-tools`, without a mark by hand, and nothing else starts any."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.programs import Programs, foreign

pytest_plugins = ("pytester",)

SORTED = """
import subprocess
import pytest

@pytest.fixture(scope="session")
def browser(programs):
    pass

@pytest.fixture
def killed():
    pass

def test_a_program(programs): pass
def test_by_way_of_another(browser): pass
def test_killed(killed): pass
@pytest.mark.usefixtures("browser")
@pytest.mark.parametrize("number", range(2))
def test_used(number): pass
def test_ours(tmp_path): pass
"""


def test_what_takes_such_a_fixture_is_marked(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(SORTED)
    taken = pytester.inline_run("-p", "tests.programs", "-m", "tools")
    left = pytester.inline_run("-p", "tests.programs", "-m", "not tools")
    assert (taken.countoutcomes(), left.countoutcomes()) == ([5, 0, 0], [1, 0, 0])


@pytest.mark.parametrize(
    ("command", "found"),
    [
        (["/usr/bin/node", "x.js"], "node"),
        ("chromium", "chromium"),
        ([sys.executable, "-m", "pip", "install"], "pip"),
        ([sys.executable, "-m", "venv", Path("env")], "venv"),
        ([sys.executable, "-m", "jekyll_openapi.cli", "check"], ""),
        ([sys.executable, "-W", "error", "-c", "print()"], ""),
        ([sys.executable, Path("examples", "order.py")], ""),
        ([b"git", b"status"], ""),
        ("sh", ""),
    ],
)
def test_a_program_of_others_is_known_as_one(command: object, found: str) -> None:
    assert foreign(command) == found


def test_one_that_is_started_by_another_way_fails_the_test(tmp_path: Path) -> None:
    with pytest.raises(pytest.fail.Exception, match="node is a program of others"):
        subprocess.run([tmp_path / "node"], check=False)


def test_one_that_is_missing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="no-such-program is not installed"):
        Programs().on_path("no-such-program")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="no-such-program is not installed"):
        Programs().on_path("no-such-program")
