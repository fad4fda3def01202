"""Seconds from a save to new outputs, all of them, under `build --watch` in the folder given: the first, the others;
and of a command that is run after each of them, so that whatever else the machine does slows both.

Usage: save.py FOLDER (sentence | limit | property) COMMAND...
"""

import random
import statistics
import subprocess
import sys
import time
from pathlib import Path

BOUND = 60
ROUNDS = 9
PHASE = 0.1
"""Most seconds between which the program looks at the files: a save comes at any moment between two looks."""
FOLDER = Path(sys.argv[1])
PAGE = FOLDER / "spec" / "pages" / "entities_pages" / "account.md"
STAMP = FOLDER / "generated" / ".made-from"
"""In the client, which takes its place last."""
GOOD = PAGE.read_text("utf-8")


def saved(number: int) -> str:
    """The page after a save, each time another one."""
    match sys.argv[2]:
        case "sentence":
            return f"{GOOD}\nSaved {number}.\n"
        case "limit":
            return GOOD.replace("<= 64 chars", f"<= {65 + number} chars")
        case "property":
            return GOOD.replace("| `name` |", f"| `name{number}` |")
        case other:
            sys.exit(f"{other} is nothing to save")


def wait_until_changed(before: bytes) -> float:
    """When the outputs are others; ends the program where that takes too long."""
    end = time.perf_counter() + BOUND
    while STAMP.read_bytes() == before:
        if time.perf_counter() > end:
            sys.exit("the outputs did not change")
        time.sleep(0.005)
    return time.perf_counter()


def alone() -> float:
    """Seconds that the command takes; that it has findings is no failure."""
    start = time.perf_counter()
    done = subprocess.run(sys.argv[3:], stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"{sys.argv[3:]} exited with {done.returncode}")
    return time.perf_counter() - start


command = [sys.executable, "-m", "jekyll_openapi.cli", "build", "--watch"]
process = subprocess.Popen(command, cwd=FOLDER, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
try:
    assert process.stderr
    next(line for line in process.stderr if "watching" in line)
    seconds, others = [], []
    for number in range(ROUNDS):
        # What is said after a build is not waited for. Without the rest each save would meet the same phase of the
        # looks at the files, another one with each change of the program.
        time.sleep(1 + random.uniform(0, PHASE))
        before = STAMP.read_bytes()
        start = time.perf_counter()
        PAGE.write_text(saved(number), "utf-8")
        seconds.append(wait_until_changed(before) - start)
        next(line for line in process.stderr if "wrote" in line)
        time.sleep(1)
        others.append(alone())
    print(seconds[0], statistics.median(seconds[1:]), statistics.median(others))
finally:
    process.kill()
    process.wait()
    PAGE.write_text(GOOD, "utf-8")
