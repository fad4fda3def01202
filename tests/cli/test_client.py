"""`client` writes a package, lists the operations it leaves out, and refuses bad input in one line with its place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from jekyll_openapi.cli import main

BROKEN: Any = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Nope"}}}}
POINTER = "#/paths/~1a/get"


def spec(folder: Path, **changes: Any) -> Path:
    """A description of two operations, one with a dangling reference."""
    paths = {
        "/a": {"get": {"responses": {"200": {"description": "x", **BROKEN}}}},
        "/b/{id}": {"get": {"responses": {"200": {"description": "x"}}}},
    }
    document = {"openapi": "3.1.0", "info": {"title": "Two things", "version": "1"}, "paths": paths, **changes}
    file = folder / "spec.json"
    file.write_text(json.dumps(document))
    return file


def made(folder: Path) -> set[str]:
    """The packages in a folder."""
    return {path.name for path in folder.iterdir() if path.is_dir()} if folder.exists() else set()


def test_what_cannot_be_lowered_is_left_out_by_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, out = spec(tmp_path), tmp_path / "out"
    assert main(["client", str(file), "-o", str(out)]) == 1
    said = capsys.readouterr().err
    assert f"{file}: {POINTER}: left out: " in said
    assert said.splitlines()[-3:-1] == ["1 operation, 0 models, 1 left out", f"wrote {out}"]
    assert made(out) == {"two_things"}
    assert f"- `{POINTER}`: " in (out / "README.md").read_text()
    assert "`api.b." in (out / "README.md").read_text()


def test_strict_makes_it_an_error_and_leaves_the_old_client(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, out = spec(tmp_path), tmp_path / "out"
    main(["client", str(file), "-o", str(out), "--package", "first"])
    assert main(["client", str(file), "-o", str(out), "--package", "second", "--strict"]) == 2
    assert f"{file}: {POINTER}: " in capsys.readouterr().err
    assert made(out) == {"first"}


def test_names_are_those_that_were_asked_for(tmp_path: Path) -> None:
    out, names = tmp_path / "out", ["--package", "my_api", "--class", "Api", "--distribution", "my-api-client"]
    main(["client", str(spec(tmp_path)), "-o", str(out), *names])
    assert made(out) == {"my_api"}
    assert 'name = "my-api-client"' in (out / "pyproject.toml").read_text()
    errors = (out / "my_api" / "errors.py").read_text()
    assert "import ServiceError as ApiClientError" in errors
    assert "import ApiError as ApiError" in errors


REFUSED: dict[str, tuple[dict[str, Any], list[str], str]] = {
    "Swagger": ({"swagger": "2.0"}, [], "#/swagger: Swagger 2.0"),
    "OpenAPI 3.2": ({"openapi": "3.2.0"}, [], "#/openapi: OpenAPI 3.2.0"),
    "no version": ({"openapi": None}, [], "#/openapi"),
    "a package that is a path": ({}, ["--package", "../evil"], "'../evil'"),
    "a class that is not a name": ({}, ["--class", "a b"], "'a b'"),
    "a class that would hide another": ({}, ["--class", "Timeouts"], "'Timeouts'"),
    "a distribution that is not a name": ({}, ["--distribution", "a b"], "'a b'"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_description_is_refused_in_a_line(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changes, options, message = REFUSED[name]
    file, out = spec(tmp_path, **changes), tmp_path / "out"
    code = main(["client", str(file), "-o", str(out), *options])
    said = capsys.readouterr().err
    assert (code, made(out)) == (2, set())
    lines = [line.removeprefix("jekyll-openapi: error: ") for line in said.splitlines()]
    assert any(line.startswith(f"{file}:") and message in line for line in lines), said
    assert "Traceback" not in said


def test_keys_that_an_author_left_empty_are_findings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "spec.yaml"
    file.write_text(
        "openapi: 3.0.3\ninfo: {title: Empty, version: '1'}\nservers:\ntags:\npaths:\n  /a:\n    parameters:\n"
        "    get:\n      tags:\n      security:\n      responses:\n        204:\ncomponents:\n"
    )
    out = tmp_path / "out"
    assert main(["client", str(file), "-o", str(out)]) == 0
    said = capsys.readouterr().err
    assert f"{file}: #/paths/~1a/get/responses/204: the value is empty; the key is ignored" in said
    assert said.splitlines()[-3:] == ["1 operation, 0 models", f"wrote {out}", f"next: `pip install {out}`"]


def test_operations_without_a_class_are_said_once_with_their_number(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = yaml.safe_load((root / "spec" / "openapi.yaml").read_text("utf-8"))
    items = [item for item in document["paths"].values() if "get" in item][:3]
    for item in items:
        del item["get"]["x-operation-class"]
    (tmp_path / "spec.json").write_text(json.dumps(document, default=str))
    assert main(["client", str(tmp_path / "spec.json"), "-o", str(tmp_path / "out")]) == 0
    said = [line for line in capsys.readouterr().err.splitlines() if "class" in line]
    assert len(said) == 1
    assert said[0].endswith("#: 3 operations have no x-operation-class: counted as `trade`")
