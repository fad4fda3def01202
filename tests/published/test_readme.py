"""The commands that spec/README.md gives to those who receive the spec, each run as it stands there."""

import re
import shutil
from pathlib import Path

import pytest

from tests.programs import Programs

SPEC = Path(__file__).parents[2] / "spec"
COMMANDS = [
    line.split()
    for fence in re.findall(r"^```sh\n(.*?)^```$", (SPEC / "README.md").read_text("utf-8"), re.DOTALL | re.MULTILINE)
    for line in fence.splitlines()
]
FROM_NPM = ("redocly", "openapi-typescript")


def test_there_are_commands() -> None:
    assert len(COMMANDS) >= 5


@pytest.mark.parametrize("command", COMMANDS, ids=lambda one: one[0])
def test_a_command_succeeds(command: list[str], tmp_path: Path, programs: Programs) -> None:
    for name in ("openapi.yaml", "openapi-3.0.yaml"):
        shutil.copyfile(SPEC / name, tmp_path / name)
    tool, *arguments = command
    if tool == "openapi-generator-cli":
        assert programs.on_path("java")
    program = programs.npm(tool) if tool in FROM_NPM else (programs.beside_python(tool),)
    finished = programs.run(*program, *arguments, folder=tmp_path)
    assert finished.returncode == 0, finished.stdout + finished.stderr
