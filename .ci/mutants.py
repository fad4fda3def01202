#!/usr/bin/env python3
"""Breaks the code in one place at a time and runs its tests, which have to fail: `make mutants`.

What survives and may is listed in `survivors.txt` beside this file, each with its reason; the run fails for a survivor
that is not listed, and for a line that no longer names a mutant which survives. Mutants are named by file, function
and change, so that the list outlives other changes of the file. `trials.py` says how a mutant is tried in milliseconds.

    .ci/mutants.py [--minutes N] [--only TEXT] [--seed TEXT]    # those whose name holds the text; in another order
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from hashlib import sha256
from pathlib import Path

from mutating import PACKAGE, mutants
from trials import WANTED

ROOT = Path(__file__).resolve().parent.parent
LIST = Path(__file__).with_name("survivors.txt")
GENERATE = ("generate", "hostile", "made", "real", "shipped", "specs", "writer", "zoo")
"""Tests of the generator, which take minutes and ask little of the runtime."""
WHAT = {
    "output": ("tests/output",),
    "api/conditions.py": ("tests/api",),
    "api/types.py": ("tests/api",),
    "diff": ("tests/diff", *(f"--ignore=tests/diff/test_{name}.py" for name in ("redocly", "site", "command"))),
    "openapi/names.py": ("tests/openapi/test_names.py", "tests/diff/test_names.py", "tests/openapi/test_features.py"),
    "openapi/bounds.py": ("tests/openapi/test_reading.py",),
    "openapi/json_text.py": ("tests/openapi/test_reading.py",),
    "openapi/yaml_text.py": ("tests/openapi/test_reading.py", "tests/openapi/test_yaml.py"),
    "runtime": ("tests/client", *(f"--ignore=tests/client/test_{name}.py" for name in GENERATE)),
}
"""What is broken, and which tests have to notice."""


def chosen(only: str, seed: str) -> dict[tuple[str, ...], list[str]]:
    """Names of mutants by their tests, in an order that is the same for the same code and seed and favours no file."""
    found: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for place, tests in WHAT.items():
        path = PACKAGE / place
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            found[tests] += [one.name for one in mutants(file) if only in one.name]
    for names in found.values():
        names.sort(key=lambda name: sha256((seed + name).encode()).digest())
    return {tests: names for tests, names in found.items() if names}


def tried(tests: tuple[str, ...], names: list[str], end: float, folder: Path) -> list[tuple[str, str]]:
    """A word for how each came out, and its name; other words with what else there is to say."""
    wanted, out = folder / "wanted.txt", folder / "out.txt"
    out.write_text("")
    wanted.write_text("\n".join((str(end), str(out), str(os.cpu_count() or 1), *names)))
    environment = {**os.environ, WANTED: str(wanted), "TMPDIR": str(folder)}
    environment["PYTHONPATH"] = os.pathsep.join((str(LIST.parent), str(PACKAGE.parent)))
    environment["JEKYLL_OPENAPI_DEEP"] = "1"
    environment["HYPOTHESIS_STORAGE_DIRECTORY"] = str(folder / "hypothesis")
    command = (sys.executable, "-m", "pytest", "-p", "trials", "-q", "--no-header", *tests)
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    told = [line.split(": ", 1) for line in out.read_text("utf-8").splitlines()]
    if not told:
        told.append(["broken", f"ended with {done.returncode} " + done.stdout[-2000:] + done.stderr[-2000:]])
    return [(word, what) for word, what in told]


def accepted() -> dict[str, str]:
    """The survivors that may be, with their reasons."""
    lines = LIST.read_text("utf-8").splitlines() if LIST.exists() else []
    pairs = ((*line.split("  # ", 1), "")[:2] for line in lines if line and not line.startswith("#"))
    return dict(pairs)


def try_all(everything: dict[tuple[str, ...], list[str]], end: float) -> dict[str, list[str]]:
    """Names by how they came out. Each group of tests gets its part of the time, and what those before have left."""
    found: dict[str, list[str]] = defaultdict(list)
    left = sum(map(len, everything.values()))
    for tests, names in sorted(everything.items(), key=lambda pair: len(pair[1])):
        until = time.time() + max(30.0, (end - time.time()) * len(names) / left)
        left -= len(names)
        with tempfile.TemporaryDirectory() as folder:
            for word, what in tried(tests, names, until, Path(folder)):
                found[word].append(what)
                if word in ("broken", "fails", "left out"):
                    print(f"{tests[0]}: {what}", flush=True)
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description="Break the code and see whether the tests notice.")
    parser.add_argument("--minutes", type=float, default=55, help="when to stop")
    parser.add_argument("--only", default="", help="only mutants whose name holds this text")
    parser.add_argument("--seed", default="", help="tries the mutants in another order; an hour reaches others then")
    options = parser.parse_args()
    everything, known = chosen(options.only, options.seed), accepted()
    names = {name for each in everything.values() for name in each}
    unreasoned = [name for name, reason in known.items() if not reason.strip()]
    found = try_all(everything, time.time() + options.minutes * 60)
    stale = [] if options.only else [name for name in known if name not in names]
    stale += [name for name in found["noticed"] if name in known]
    survivors = found["survives"] + found["unreached"]
    for word in ("survives", "unreached", "slow"):
        for name in sorted(found[word]):
            print(f"{word}{' (accepted)' if name in known else ''}: {name}")
    for name in stale:
        print(f"no survivor any more, take it out of {LIST.name}: {name}")
    for name in unreasoned:
        print(f"has no reason in {LIST.name}: {name}")
    count = sum(len(found[word]) for word in ("noticed", "survives", "unreached", "slow"))
    print(
        f"{count} of {len(names)} mutants tried: {len(found['noticed'])} noticed, {len(found['survives'])} survived, "
        f"{len(found['unreached'])} reached by no test, {len(found['slow'])} too slow to judge"
    )
    new = [name for name in survivors if name not in known]
    return 1 if stale or unreasoned or found["broken"] or found["fails"] or new else 0


if __name__ == "__main__":
    sys.exit(main())
