"""A mock server that Prism makes from the spec: it judges each request, by code that is not ours."""

import contextlib
import re
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.programs import Programs

READY = re.compile(r"Prism is listening on (http://127\.0\.0\.1:\d+)")
SECONDS_TO_START = 60


@pytest.fixture(scope="session")
def prism(root: Path, programs: Programs, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The base URL of a mock server for spec/openapi.yaml."""
    with serve(programs, root / "spec" / "openapi.yaml", tmp_path_factory.mktemp("prism") / "log") as url:
        yield url


@contextlib.contextmanager
def serve(programs: Programs, spec: Path, log: Path) -> Iterator[str]:
    """Run Prism on a free port of the loopback interface; give its URL; end it."""
    arguments = [*programs.npm("prism"), "mock", str(spec), "--host", "127.0.0.1", "--port", "0"]
    with log.open("wb") as output:
        server = subprocess.Popen(
            arguments, stdin=subprocess.DEVNULL, stdout=output, stderr=output, env=programs.environment
        )
    try:
        yield _url(server, log)
    finally:
        server.terminate()
        try:
            server.wait(timeout=5)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _url(server: "subprocess.Popen[bytes]", log: Path) -> str:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and server.poll() is None:
        if found := READY.search(log.read_text()):
            return found[1]
        time.sleep(0.05)
    pytest.fail(f"Prism did not start:\n{log.read_text()}")
