"""What a command loads as it starts, and how it runs."""

import gc
import subprocess
import sys

import pytest

from jekyll_openapi.cli import main


@pytest.mark.parametrize(
    ("command", "absent"),
    [
        (
            "rule",
            ("difflib", "jekyll_openapi.config", "jekyll_openapi.pipeline", "jekyll_openapi.report", "yaml"),
        ),
        (
            "diff",
            ("decimal", "hashlib", "jekyll_openapi.config", "jekyll_openapi.diff.compare", "shutil", "yaml"),
        ),
        ("completion", ("importlib.resources", "jekyll_openapi.api", "jekyll_openapi.rules", "logging", "shtab")),
        ("spec", ("csv", "ctypes", "jekyll_openapi.disk_cache", "shutil", "tempfile", "textwrap")),
        ("client", ("jekyll_openapi.api", "jekyll_openapi.pipeline", "jinja2", "markdown_it", "ruff", "yaml")),
    ],
)
def test_a_command_loads_only_what_it_needs(command: str, absent: tuple[str, ...]) -> None:
    code = f"import sys, jekyll_openapi.cli, jekyll_openapi.commands.{command}; print(*sys.modules)"
    loaded = subprocess.run((sys.executable, "-c", code), capture_output=True, text=True, check=True).stdout.split()
    assert f"jekyll_openapi.commands.{command}" in loaded
    assert set(absent).isdisjoint(loaded)


def test_a_command_runs_without_collections_and_leaves_them_as_they_were(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jekyll_openapi.commands.run", lambda _options: int(gc.isenabled()))
    assert main(["rule"]) == 0
    assert gc.isenabled()


def test_the_program_itself_ends_without_a_collection(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jekyll_openapi.commands.run", lambda _options: 0)
    monkeypatch.setattr("sys.argv", ["jekyll-openapi", "rule"])
    try:
        assert main() == 0
        assert not gc.isenabled()
    finally:
        gc.enable()
