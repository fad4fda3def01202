"""A distribution is written whole, with the same bytes each time, or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from jekyll_openapi.client.errors import ClientError
from jekyll_openapi.client.generate import make_client
from jekyll_openapi.client.identity import identified
from jekyll_openapi.client.stamp import NAME as STAMP
from jekyll_openapi.client.stamp import stamp
from jekyll_openapi.output import OutputError
from tests.client.sample import OPERATIONS, sample
from tests.client.sample_schemas import Json


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below the folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_operation_and_schema_has_arrived(package: Any) -> None:
    spec = sample()
    client = package.Sample(token="t", transport=package.testing.ExampleTransport())
    groups = {path.split("/")[1] for path in OPERATIONS}
    methods = [
        name
        for group in groups
        for name in vars(type(getattr(client, {"cashBalance": "cash_balance"}.get(group, group))))
        if not name.startswith("_") and name != "reconcile"
    ]
    assert len(methods) == len(OPERATIONS)
    assert set(package.models.__all__) == set(spec["components"]["schemas"])


def test_the_same_spec_gives_the_same_bytes(distribution: Path, tmp_path: Path) -> None:
    """In another process, with another hash seed and locale, below other settings of ruff."""
    (tmp_path / "pyproject.toml").write_text("[tool.ruff]\nline-length = 60\n[tool.ruff.lint]\nselect = ['ALL']\n")
    (tmp_path / "spec.yaml").write_text(yaml.safe_dump(sample(), sort_keys=False))
    environment = {**os.environ, "PYTHONHASHSEED": "7", "LANG": "C"}
    out = tmp_path / "made"
    arguments = [sys.executable, "-m", "jekyll_openapi.cli", "client", str(tmp_path / "spec.yaml"), "-o", str(out)]
    done = subprocess.run(arguments, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)
    said = f"17 operations, 26 models\nwrote {out}\nnext: `pip install {out}`\n"
    assert (done.returncode, done.stdout, done.stderr) == (0, "", said)
    kept = {path: text for path, text in tree(distribution).items() if "__pycache__" not in path}
    assert tree(out) == kept
    assert sorted(path.name for path in tmp_path.iterdir()) == ["made", "pyproject.toml", "spec.yaml"]


def test_a_new_client_replaces_the_old_one_and_no_file_of_others(distribution: Path, tmp_path: Path) -> None:
    out = tmp_path / "generated"
    make_client(sample(), out)
    (out / "sample_client" / "old_module.py").write_text("")
    with pytest.raises(OutputError, match=r"sample_client/old_module\.py"):
        make_client(sample(), out)
    (out / STAMP).write_text(stamp("", out))
    make_client(sample(), out)
    assert not (out / "sample_client" / "old_module.py").exists()
    assert (out / "pyproject.toml").read_text() == (distribution / "pyproject.toml").read_text()
    assert [path.name for path in tmp_path.iterdir()] == ["generated"]


def test_the_distribution_can_be_built_and_says_what_it_needs(distribution: Path) -> None:
    import tomllib

    project = tomllib.loads((distribution / "pyproject.toml").read_text())["project"]
    assert (project["name"], project["version"]) == ("sample-client", "0.1.0")
    assert {one.partition(">=")[0] for one in project["dependencies"]} == {
        "httpcore",
        "httpx",
        "jsonschema-rs",
    }
    assert all(">=" in one for one in project["dependencies"])
    files = tree(distribution / "sample_client")
    assert {"py.typed", "openapi.json", "names.json"} <= set(files)


def test_the_readme_shows_calls_that_work(distribution: Path, package: Any) -> None:
    text = (distribution / "README.md").read_text()
    example = text.split("```python\n")[1].split("```")[0]
    transport = package.testing.ExampleTransport()
    shown = example.replace('token="..."', 'token="t", transport=transport')
    names: dict[str, Any] = {"transport": transport}
    exec(compile(shown, "README.md", "exec"), names)
    assert names["done"].order_id == 1
    assert [request.url.path for request in transport.requests] == ["/v1/account/list", "/v1/order/placeOCO"]
    assert "| `NoQuote` | later | There is no market at the moment. |" in text


# --- what is refused --------------------------------------------------------------------------------------------------

Change = Callable[[Json], None]


def change(*keys: str, **values: Any) -> Change:
    """An edit that sets what is under the keys."""

    def make(spec: Json) -> None:
        for key in keys:
            spec = spec[key]
        spec.update(values)

    return make


def drop(*keys: str) -> Change:
    """An edit that removes something."""

    def make(spec: Json) -> None:
        for key in keys[:-1]:
            spec = spec[key]
        del spec[keys[-1]]

    return make


ACCOUNT = ("components", "schemas", "Account")
NAME = (*ACCOUNT, "properties", "name")
LIST = ("paths", "/account/list", "get")

REFUSED = {
    "an unknown key of x-client": (change("x-client", colour="red"), "colour means nothing"),
    "a package that is not a name": (change("x-client", package="../evil"), "not a name for Python"),
    "a package that Python would not find": (change("x-client", package="json"), "could not be imported"),
    "a package that hides a dependency": (change("x-client", package="httpx"), "could not be imported"),
    "a class that is a keyword": (change("x-client", **{"class": "class"}), "not a name for Python"),
    "a server without TLS": (
        change(servers=[{"url": "http://demo.example", "x-environment": "demo"}]),
        "not reached by https",
    ),
    "a distribution that is not a name": (change("x-client", distribution="a b"), "not a name of a distribution"),
    "a default environment that is not there": (change("x-client", **{"default-environment": "moon"}), "'moon'"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_would_come_out_wrong_is_refused(name: str, tmp_path: Path) -> None:
    make, message = REFUSED[name]
    spec = sample()
    make(spec)
    out = tmp_path / "generated"
    out.mkdir()
    (out / ".made-from").write_text("old")
    with pytest.raises(ClientError) as caught:
        make_client(spec, out)
    assert any(message in problem for problem in caught.value.problems), caught.value.problems
    assert all("\n" not in problem for problem in caught.value.problems)
    assert tree(tmp_path) == {"generated/.made-from": b"old"}
    assert [path.name for path in tmp_path.iterdir()] == ["generated"]


def test_what_is_no_description_is_refused_in_one_line(tmp_path: Path) -> None:
    for spec in ({}, {"x-client": 1}, {"x-client": {}, "info": object()}):
        with pytest.raises(ClientError) as caught:
            make_client(spec, tmp_path / "generated")
        assert len(caught.value.problems) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("title", "package"), [("Calendar", "calendar_client"), ("Select", "select_client"), ("Parcels", "parcels")]
)
def test_a_title_that_is_a_module_of_python_gives_another_package(title: str, package: str) -> None:
    document = {"openapi": "3.1.1", "info": {"title": title, "version": "1"}, "paths": {}}
    assert identified(document, {}, lambda place, text: None)["x-client"]["package"] == package
