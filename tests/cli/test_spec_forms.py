"""`spec --openapi` and `--format`, and `make mock` on a port that is taken."""

import json
import re
import socket
import subprocess
from pathlib import Path

import pytest
import yaml

from jekyll_openapi.cli import main

FORMS = {
    ("3.1", "yaml", "-"): ("3.1.1", False),
    ("3.1", "json", "-"): ("3.1.1", True),
    ("3.0", "yaml", "out.json"): ("3.0.4", False),
    ("3.0", "", "out.json"): ("3.0.4", True),
    ("", "", "out.yaml"): ("3.1.1", False),
}


@pytest.mark.parametrize("form", FORMS)
def test_the_form_that_is_asked_for(
    form: tuple[str, str, str], root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    openapi, shape, output = form
    monkeypatch.chdir(tmp_path)
    options = [*(["--openapi", openapi] if openapi else []), *(["--format", shape] if shape else [])]
    page = root / "spec" / "pages" / "operations" / "unique-ops" / "orders" / "cancelOrder.md"
    assert main(["spec", str(page), *options, "-o", output]) in (0, 1)
    text = capsys.readouterr().out if output == "-" else (tmp_path / output).read_text("utf-8")
    version, is_json = FORMS[form]
    assert text.startswith("{") == is_json
    assert str((json.loads(text) if is_json else yaml.safe_load(text))["openapi"]).startswith(version[:3])


def test_make_mock_says_that_the_port_is_taken(root: Path) -> None:
    lines = re.search(r"^mock:.*\n((?:\t.*\n)+)", (root / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert lines
    makefile = "BIN := .venv/bin\nmock:\n" + lines[1]
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        command = ["make", "-s", "-f", "-", "mock", f"PORT={port}"]
        done = subprocess.run(
            command, input=makefile, cwd=root, capture_output=True, text=True, timeout=600, check=False
        )
    assert done.returncode != 0
    assert f"Port {port} cannot be used" in done.stderr
    assert done.stdout == ""
