"""The tutorial of examples/acme, followed to the letter with a built wheel outside the repository."""

import re
import shutil
import site
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

STEP = re.compile(r"```(console|python)\n(.*?)```", re.S)
TRADING = re.compile(
    r"\b(orders?|trades?|trading|traded|positions?|cl_?ord_?id|penalty|tickets?|tradovate|liquidat\w*)\b", re.I
)


@pytest.fixture(scope="module")
def tutorial(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the folder, with an environment that has nothing of this project."""
    folder = tmp_path_factory.mktemp("tutorial") / "acme"
    shutil.copytree(root / "examples" / "acme", folder)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder.parent / "env"], check=True, timeout=60)
    return folder


def packages(folder: Path) -> Path:
    """Where the environment has its packages."""
    return next((folder.parent / "env").glob("lib/python3*/site-packages"))


def install(what: str, folder: Path, root: Path) -> None:
    """What pip would do with a wheel, where there is no network: unpacked, over the dependencies that are here."""
    source = folder / what if what.startswith("./") else root / "generator"
    out = folder.parent / "wheels" / source.name
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    subprocess.run(build, cwd=source, check=True, capture_output=True, timeout=60)
    (wheel,) = out.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(packages(folder))
    (packages(folder) / "here.pth").write_text("\n".join(site.getsitepackages()))


def steps(text: str) -> Iterator[tuple[str, str]]:
    """Each command with what it prints; a program comes before the command that runs it."""
    for kind, body in STEP.findall(text):
        if kind == "python":
            yield "", body
            continue
        for part in re.split(r"^\$ ", body, flags=re.M)[1:]:
            command, _, shown = part.partition("\n")
            yield command, shown


def without_times(text: str) -> str:
    return re.sub(r"[\d.]+ s\b", "N s", text).strip()


def test_the_tutorial_says_what_happens(tutorial: Path, root: Path) -> None:
    python = str(tutorial.parent / "env" / "bin" / "python")
    program = ""
    for command, shown in steps((tutorial / "README.md").read_text("utf-8")):
        name, *arguments = command.split() or [""]
        if not name:
            program = shown
        elif name == "pip":
            install(arguments[-1], tutorial, root)
        else:
            if name == "python":
                (tutorial / arguments[0]).write_text(program)
            module = ["-m", "jekyll_openapi.cli"] if name == "jekyll-openapi" else []
            run = [python, *module, *arguments]
            done = subprocess.run(run, cwd=tutorial, capture_output=True, text=True, timeout=60, env={})
            assert without_times(done.stdout + done.stderr) == without_times(shown), command
    where = [python, "-c", "import jekyll_openapi as j, acme_api as a; print(j.__file__, a.__file__)"]
    found = subprocess.run(where, capture_output=True, text=True, timeout=60, env={}, cwd="/").stdout
    assert str(root) not in found
    client = tutorial / "client"
    written = [
        client / "README.md",
        *(client / "acme_api").glob("*.py"),
        *(client / "acme_api" / "groups").glob("*.py"),
    ]
    said = {(one.name, word[0]) for one in written for word in TRADING.finditer(one.read_text("utf-8"))}
    assert said == set()
