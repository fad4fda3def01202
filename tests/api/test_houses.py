"""Rows in the styles of different companies give the description and findings listed in a file."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from jekyll_openapi.pipeline import Made
from tests.api.small import make
from tests.api.small import table as definition

LIST = Path(__file__).parent / "houses.txt"
CALL = "---\ntitle: /a/b\nop: true\n---\n## `POST /a/b`\nDoes.\n\n### Request\n\n"
ACCOUNT = "---\ntitle: Account\n---\n## Account\n\n### Definition\n" + definition("id int64")
SILENT = {"missing-response", "unclassified-operation", "unstated-security", "missing-method", "undecided-number"}
TABLES = [block.splitlines() for block in LIST.read_text(encoding="utf-8").split("\n\n") if block.startswith("|")]


def _made(folder: Path, table: list[str]) -> tuple[Made, dict[int, str]]:
    lines = [line for line in table if line.startswith("|")]
    made = make(folder, {"page.md": CALL + "\n".join(lines) + "\n", "account.md": ACCOUNT})
    first = CALL.count("\n") + 1
    return made, {first + number: line for number, line in enumerate(lines)}


def _resolved(made: Made, schema: Any) -> Any:
    if isinstance(schema, list):
        return [_resolved(made, one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[-1]
        found = made.spec["components"]["schemas"][name]
        return found.get("enum", name)
    return {key: _resolved(made, one) for key, one in schema.items() if key not in ("x-source", "x-inferred-from")}


def _line(source: str) -> int:
    return int(source.split(":")[1])


def _emitted(made: Made) -> Iterator[tuple[int, str]]:
    """What each line of the page led to: properties, parameters, rules, findings."""
    operation = made.spec["paths"]["/a/b"]["post"]
    for one in operation.get("parameters", ()):
        yield _line(one["x-source"]), f"{one['in']} {one['name']}: {json.dumps(_resolved(made, one['schema']))}"
    name = operation["requestBody"]["content"]["application/json"]["schema"]["$ref"].rsplit("/", 1)[-1]
    body = made.spec["components"]["schemas"][name]
    for name, one in body.get("properties", {}).items():
        need = "!" if name in body.get("required", ()) else ""
        said = {key: value for key, value in one.items() if key != "description"}
        yield _line(one["x-source"]), f"{name}{need}: {json.dumps(_resolved(made, said))}"
    for one in body.get("allOf", ()):
        yield _line(one["x-source"]), f"if {json.dumps(one['if'])} then {json.dumps(one['then'])}"
    for finding in made.findings:
        if finding.rule.name not in SILENT and finding.location.file == "page.md":
            yield finding.location.line, f"! {finding.rule.name}: {finding.message}"


def read(folder: Path, table: list[str]) -> list[str]:
    made, lines = _made(folder, table)
    said: dict[int, list[str]] = {}
    for line, text in _emitted(made):
        said.setdefault(line, []).append(f"    {text}")
    return [one for line, row in lines.items() for one in (row, *said.get(line, ()))]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table[0][:60])
def test_rows_are_read_as_listed(tmp_path: Path, table: list[str]) -> None:
    assert read(tmp_path, table) == table
