"""What a shell completes. `REWRITE_COMPLETIONS=1 pytest tests/cli/test_completion.py` makes the scripts anew."""

import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from typing import Any

import pytest
import shtab

from jekyll_openapi.api.settings import summaries
from jekyll_openapi.arguments import commands_of, make_parser
from jekyll_openapi.cli import main
from jekyll_openapi.commands.completion import SCRIPTS
from jekyll_openapi.rules import RULES

SHELLS = ("bash", "fish", "tcsh", "zsh")
PLACES: dict[str, Any] = {
    **dict.fromkeys(("FILE", "PAGES", "SPEC", "OLD", "NEW"), shtab.FILE),
    **dict.fromkeys(("DOCS", "DIR"), shtab.DIRECTORY),
}
"""What is completed for an argument: files or folders, by the word that stands for it in the help."""


def made(shell: str) -> str:
    """The script that the arguments of today ask for."""
    parser = make_parser()
    names: Mapping[str, Iterable[str]] = {"rule": RULES, "setting": summaries()}
    for command, one in commands_of(parser).items():
        for action in one._actions:
            if action.metavar == "NAME" and not action.option_strings:
                action.choices = tuple(names[command])
            elif place := PLACES.get(str(action.metavar)):
                told: Any = action
                told.complete = place
    return f"{shtab.complete(parser, shell)}\n"


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_has_the_script_of_todays_arguments(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    script = made(shell)
    if os.environ.get("REWRITE_COMPLETIONS"):
        (SCRIPTS / shell).write_text(script, "utf-8", newline="\n")
    assert main(["completion", shell]) == 0
    assert capsys.readouterr().out == script, __doc__
    assert "unreadable-type" in script


def test_every_shell_that_can_be_named_is_tried() -> None:
    (shell,) = (one for one in commands_of(make_parser())["completion"]._actions if one.dest == "shell")
    assert shell.choices == SHELLS == tuple(sorted(path.name for path in SCRIPTS.iterdir()))


def completed(line: str) -> set[str]:
    """What bash offers for the beginning of a line."""
    words = line.split(" ")
    asked = (
        f"COMP_WORDS=({' '.join(words)} {'' if words[-1] else chr(39) * 2}); COMP_CWORD={len(words) - 1}\n"
        "_shtab_jekyll_openapi; printf '%s\\n' \"${COMPREPLY[@]}\""
    )
    bash = shutil.which("bash")
    assert bash
    script = (SCRIPTS / "bash").read_text("utf-8")
    done = subprocess.run([bash, "-c", f"{script}\n{asked}"], capture_output=True, text=True, check=False)
    return set(done.stdout.split())


def test_bash_completes_commands_options_rules_and_choices() -> None:
    assert completed("jekyll-openapi ") >= set(commands_of(make_parser()))
    assert completed("jekyll-openapi re") == {"release"}
    assert completed("jekyll-openapi lint --sta") == {"--statistics"}
    assert completed("jekyll-openapi lint --format sa") == {"sarif"}
    assert completed("jekyll-openapi rule ") >= set(RULES)
