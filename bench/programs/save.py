"""Seconds from a save of a page to the new description, under `build --watch` in the folder given."""

import subprocess
import sys
import time
from pathlib import Path

BOUND = 60
FOLDER = Path(sys.argv[1])
PAGE = FOLDER / "spec" / "pages" / "entities_pages" / "account.md"
SPEC = FOLDER / "spec" / "openapi.yaml"


def wait_until_changed(before: bytes) -> float:
    """When the description is another; ends the program where that takes too long."""
    end = time.perf_counter() + BOUND
    while SPEC.read_bytes() == before:
        if time.perf_counter() > end:
            sys.exit("the description did not change")
        time.sleep(0.005)
    return time.perf_counter()


command = [sys.executable, "-m", "jekyll_openapi.cli", "build", "--watch"]
process = subprocess.Popen(command, cwd=FOLDER, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
try:
    assert process.stderr
    next(line for line in process.stderr if "watching" in line)
    seconds = []
    for number in range(3):
        before, text = SPEC.read_bytes(), PAGE.read_text("utf-8")
        saved = time.perf_counter()
        PAGE.write_text(f"{text}\nSaved {number}.\n", "utf-8")
        seconds.append(wait_until_changed(before) - saved)
        next(line for line in process.stderr if "wrote" in line)
    print(sorted(seconds)[1])
finally:
    process.kill()
    process.wait()
