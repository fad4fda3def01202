"""The tool that breaks the code to see whether the tests notice: `.ci/mutants.py` and its plugin `.ci/trials.py`."""

import os
import sys
import time
from pathlib import Path

from tests.programs import Programs
from tests.waiting import PATIENCE

TESTS = """\
from jekyll_openapi.nearest import nearest

def test_a_long_name_is_not_compared():
    assert nearest(80 * "a", [79 * "a"]) == [79 * "a"]
    assert nearest(81 * "a", [79 * "a"]) == []
"""
MUTANTS = {
    "nearest.py - 80 -> 81": "noticed",
    "nearest.py - 500 -> 501": "survives",
    "nearest.py nearest len(name) > _LONGEST -> len(name) >= _LONGEST": "noticed",
    "nearest.py nearest len(one) <= _LONGEST -> len(one) < _LONGEST": "survives",
}


def test_what_a_test_asks_is_noticed_and_what_none_asks_survives(
    root: Path, tmp_path: Path, programs: Programs
) -> None:
    wanted, out = tmp_path / "wanted.txt", tmp_path / "out.txt"
    out.touch()
    wanted.write_text("\n".join((str(time.time() + 10 * PATIENCE), str(out), "1", *MUTANTS)))
    (tmp_path / "test_long.py").write_text(TESTS)
    folders = os.pathsep.join((str(root / ".ci"), str(root / "generator" / "src")))
    kept = {name: value for name, value in programs.environment.items() if not name.startswith("PYTEST")}
    done = programs.run(
        *(sys.executable, "-m", "pytest", "-p", "trials", "-p", "no:cacheprovider", "-q", "test_long.py"),
        folder=tmp_path,
        env={**kept, "MUTANTS_TO_TRY": str(wanted), "PYTHONPATH": folders, "TMPDIR": str(tmp_path)},
    )
    said = dict(line.partition(": ")[::2][::-1] for line in out.read_text().splitlines())
    assert {name: said.get(name) for name in MUTANTS} == MUTANTS, done.stdout + done.stderr
