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

from tests.programs import Programs

STEP = re.compile(r"```(console|python)\n(.*?)```", re.S)
TRADING = re.compile(
    r"\b(orders?|trades?|trading|traded|positions?|cl_?ord_?id|penalty|tickets?|tradovate|liquidat\w*)\b", re.I
)


@pytest.fixture(scope="module")
def tutorial(root: Path, programs: Programs, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the folder, with an environment that has nothing of this project."""
    folder = tmp_path_factory.mktemp("tutorial") / "acme"
    shutil.copytree(root / "examples" / "acme", folder)
    done = programs.run(sys.executable, "-m", "venv", "--without-pip", folder.parent / "env", folder=folder)
    assert done.returncode == 0, done.stderr
    return folder


def packages(folder: Path) -> Path:
    """Where the environment has its packages."""
    return next((folder.parent / "env").glob("lib/python3*/site-packages"))


def install(programs: Programs, what: str, folder: Path, root: Path) -> None:
    """What pip would do with a wheel, where there is no network: unpacked, over the dependencies that are here."""
    source = folder / what if what.startswith("./") else root / "generator"
    out = folder.parent / "wheels" / source.name
    done = programs.run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", out, folder=source)
    assert done.returncode == 0, done.stderr
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


@pytest.fixture(scope="module")
def printed(tutorial: Path, root: Path, programs: Programs) -> list[tuple[str, str, str]]:
    """Each command of the tutorial, what it printed, and what the tutorial shows."""
    python, program, made = str(tutorial.parent / "env" / "bin" / "python"), "", []
    for command, shown in steps((tutorial / "README.md").read_text("utf-8")):
        name, *arguments = command.split() or [""]
        if not name:
            program = shown
        elif name == "pip":
            install(programs, arguments[-1], tutorial, root)
        else:
            if name == "python":
                (tutorial / arguments[0]).write_text(program)
            module = ["-m", "jekyll_openapi.cli"] if name == "jekyll-openapi" else []
            run = [python, *module, *arguments]
            done = subprocess.run(run, cwd=tutorial, capture_output=True, text=True, timeout=600, env={})
            made.append((command, done.stdout + done.stderr, shown))
    return made


def test_the_tutorial_says_what_happens(tutorial: Path, root: Path, printed: list[tuple[str, str, str]]) -> None:
    assert printed
    for command, found, shown in printed:
        assert without_times(found) == without_times(shown), command
    python = str(tutorial.parent / "env" / "bin" / "python")
    where = [python, "-c", "import jekyll_openapi as j, acme_api as a; print(j.__file__, a.__file__)"]
    found = subprocess.run(where, capture_output=True, text=True, timeout=600, env={}, cwd="/").stdout
    assert str(root) not in found
    client = tutorial / "client"
    written = [
        client / "README.md",
        client / "pyproject.toml",
        *(client / "acme_api").glob("*.py"),
        *(client / "acme_api" / "models").glob("*.py"),
        *(client / "acme_api" / "groups").glob("*.py"),
    ]
    said = {(one.name, word[0]) for one in written for word in TRADING.finditer(one.read_text("utf-8"))}
    assert said == set()


WAITING = """
import asyncio, time
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from acme_api import AcmeAPI, AsyncAcmeAPI, errors


class Service(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.seen.append((time.monotonic(), self.headers["Authorization"]))
        is_first = len(self.server.seen) == 1
        body = b"" if is_first else b'{"id": 7, "shelves": []}'
        self.send_response(self.server.code if is_first else 200)
        if is_first:
            self.send_header("Retry-After", self.server.wait)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def serve(code, wait):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Service)
    server.code, server.wait, server.seen = code, wait, []
    Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}"


async def later(url):
    async with AsyncAcmeAPI(token="TOKEN", base_url=url) as api:
        await api.shelves.get(id=7)


for code in (429, 503):
    for is_async in (False, True):
        server, url = serve(code, "1")
        if is_async:
            asyncio.run(later(url))
        else:
            with AcmeAPI(token="TOKEN", base_url=url) as api:
                api.shelves.get(id=7)
        (first, _), (second, token) = server.seen
        assert second - first > 0.9, (code, second - first)
        assert token == "Bearer TOKEN"
        server.shutdown()
for wait, options in (("300", {}), ("60", {"max_wait": 1}), ("60", {"max_wait": 0}), ("60", {"timeout": 10})):
    server, url = serve(429, wait)
    with AcmeAPI(token=f"TOKEN {wait} {options}".encode().hex(), base_url=url) as api:
        try:
            api.with_options(**options).shelves.get(id=7)
        except errors.RateLimited as error:
            assert error.until - datetime.now(UTC) > timedelta(seconds=15)
    assert len(server.seen) == 1
    server.shutdown()
print("waited")
"""


@pytest.mark.usefixtures("printed")
def test_a_call_waits_as_long_as_the_service_says(tutorial: Path) -> None:
    program = tutorial / "waiting.py"
    program.write_text(WAITING)
    python = str(tutorial.parent / "env" / "bin" / "python")
    done = subprocess.run([python, str(program)], cwd=tutorial, capture_output=True, text=True, timeout=600, env={})
    assert (done.stdout, done.stderr) == ("waited\n", "")
