#!/usr/bin/env python3
"""Breaks the code in one place at a time and runs its tests, which have to fail: `make mutants`.

What survives and may is listed in `survivors.txt` beside this file, each with its reason; the run fails for a survivor
that is not listed, and for a line that no longer names a mutant which survives. Mutants are named by file, function
and change, so that the list outlives other changes of the file. `trials.py` says how a mutant is tried in milliseconds.
Survivors are shown as they come; a run that is interrupted says how far it came. The time includes the first run of
the tests, with nothing broken.

    .ci/mutants.py [--minutes N] [--only TEXT] [--seed TEXT]    # those whose name holds the text; in another order
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from mutating import PACKAGE, mutants
from trials import WANTED

ROOT = Path(__file__).resolve().parent.parent
LIST = Path(__file__).with_name("survivors.txt")
GENERATE = (
    "generate", "hostile", "made", "own_words", "real", "shipped", "specs", "stream_types", "types", "writer", "zoo"
)  # fmt: skip
"""Tests of the generator and of types, which take minutes and ask little of the runtime."""
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
MONEY = (
    "api/conditions.py", "runtime/exchange.py", "runtime/wire.py", "runtime/request_builder.py", "runtime/responses.py",
    "runtime/session.py", "runtime/lockout.py", "runtime/trading/failures.py", "runtime/trading/in_doubt.py",
    "runtime/trading/ledger.py", "runtime/trading/tags.py", "runtime/trading/tickets.py",
)  # fmt: skip
"""Files where a wrong line can cost an order: their tests come first, and five times as many of their mutants."""
FIRST_RUN = 300.0
"""Seconds that each group of tests gets at least where there is time, as running them once takes a part of it."""
GRACE = 180.0
"""Seconds that the last forks may take after the time is up."""


def chosen(only: str, seed: str) -> dict[tuple[str, ...], list[str]]:
    """Names of mutants by their tests, in an order that is the same for the same code and seed."""
    found: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for place, tests in WHAT.items():
        path = PACKAGE / place
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            found[tests] += [one.name for one in mutants(file) if only in one.name]
    for names in found.values():
        names.sort(key=lambda name: drawn(seed + name) / (5 if is_money(name) else 1))
    return {tests: names for tests, names in found.items() if names}


def drawn(text: str) -> int:
    return int.from_bytes(sha256(text.encode()).digest())


def is_money(name: str) -> bool:
    return name.split(" ")[0] in MONEY


def tried(tests: tuple[str, ...], names: list[str], end: float, folder: Path) -> Iterator[tuple[str, str]]:
    """A word for how each comes out, and its name, as they come; other words with what else there is to say."""
    wanted, out, log = folder / "wanted.txt", folder / "out.txt", folder / "log.txt"
    out.write_text("")
    wanted.write_text("\n".join((str(end), str(out), str(os.cpu_count() or 1), *names)))
    environment = {**os.environ, WANTED: str(wanted), "TMPDIR": str(folder)}
    environment["PYTHONPATH"] = os.pathsep.join((str(LIST.parent), str(PACKAGE.parent)))
    environment["JEKYLL_OPENAPI_DEEP"] = "1"
    environment["HYPOTHESIS_STORAGE_DIRECTORY"] = str(folder / "hypothesis")
    command = (sys.executable, "-m", "pytest", "-p", "trials", "-q", "--no-header", *tests)
    with log.open("wb") as said, out.open(encoding="utf-8") as told:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=said, stderr=said, start_new_session=True)
        try:
            rest, done = "", False
            while not done:
                done = process.poll() is not None or time.time() > end + GRACE
                *lines, rest = (rest + told.read()).split("\n")
                for line in lines:
                    word, _, what = line.partition(": ")
                    yield word, what
                time.sleep(0 if lines else 0.1)
            if process.returncode != 0:
                yield "broken", f"ended with {process.returncode}: " + log.read_text("utf-8", "replace")[-4000:]
        finally:
            stop(process)


def stop(process: subprocess.Popen[bytes]) -> None:
    """At an interrupt it stops its forks; where that takes too long, it is killed."""
    if process.poll() is None:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def accepted() -> dict[str, str]:
    """The survivors that may be, with their reasons."""
    lines = LIST.read_text("utf-8").splitlines() if LIST.exists() else []
    pairs = ((*line.split("  # ", 1), "")[:2] for line in lines if line and not line.startswith("#"))
    return dict(pairs)


def try_all(everything: dict[tuple[str, ...], list[str]], end: float, known: dict[str, str]) -> dict[str, list[str]]:
    """Names by how they came out, "stopped" where that was before the end.

    Each group of tests gets its part of the time, and what those before have left: first those of money, then the
    small ones.
    """
    found: dict[str, list[str]] = defaultdict(list)
    left = sum(map(len, everything.values()))
    order = sorted(everything.items(), key=lambda pair: (not any(map(is_money, pair[1])), len(pair[1])))
    try:
        for number, (tests, names) in enumerate(order):
            rest = max(30.0, end - time.time())
            until = time.time() + max(rest * len(names) / left, min(FIRST_RUN, rest / (len(order) - number)))
            left -= len(names)
            with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
                for word, what in tried(tests, names, until, Path(folder)):
                    found[word].append(what)
                    show(tests[0], word, what, found, what in known)
    except KeyboardInterrupt:
        found["stopped"].append("")
    return found


def show(tests: str, word: str, what: str, found: dict[str, list[str]], is_known: bool) -> None:
    """Survivors at once, of the others now and then how many there are."""
    if word in ("survives", "unreached", "slow"):
        print(f"{word}{' (accepted)' if is_known else ''}: {what}", flush=True)
    elif word in ("broken", "fails", "left out", "progress"):
        print(f"{tests}: {what}", flush=True)
    elif word == "noticed" and len(found[word]) % 50 == 0:
        print(f"{tests}: {len(found[word])} noticed", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description="Break the code and see whether the tests notice.")
    parser.add_argument("--minutes", type=float, default=55, help="when to stop")
    parser.add_argument("--only", default="", help="only mutants whose name holds this text")
    parser.add_argument("--seed", default="", help="tries the mutants in another order; an hour reaches others then")
    options = parser.parse_args()
    everything, known = chosen(options.only, options.seed), accepted()
    names = {name for each in everything.values() for name in each}
    unreasoned = [name for name, reason in known.items() if not reason.strip()]
    found = try_all(everything, time.time() + options.minutes * 60, known)
    stale = [] if options.only else [name for name in known if name not in names]
    stale += [name for name in found["noticed"] if name in known]
    survivors = found["survives"] + found["unreached"]
    for name in stale:
        print(f"no survivor any more, take it out of {LIST.name}: {name}")
    for name in unreasoned:
        print(f"has no reason in {LIST.name}: {name}")
    count = sum(len(found[word]) for word in ("noticed", "survives", "unreached", "slow"))
    print("stopped: " if found["stopped"] else "", end="")
    print(
        f"{count} of {len(names)} mutants tried: {len(found['noticed'])} noticed, {len(found['survives'])} survived, "
        f"{len(found['unreached'])} reached by no test, {len(found['slow'])} too slow to judge"
    )
    new = [name for name in survivors if name not in known]
    return 1 if stale or unreasoned or found["broken"] or found["fails"] or found["stopped"] or new else 0


if __name__ == "__main__":
    sys.exit(main())
