"""Findings as JSON, GitHub annotations and SARIF."""

import json
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from jekyll_openapi.cli import main


def test_json_lines_keep_to_the_schema_in_the_repository(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    schema = json.loads((files("jekyll_openapi") / "finding.schema.json").read_text(encoding="utf-8"))
    main(["lint", str(root / "spec" / "pages"), "--format", "json", "--all"])
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(records) > 40
    assert any(record["also"] for record in records)
    for record in records:
        Draft202012Validator(schema).validate(record)
    assert not Draft202012Validator(schema).is_valid(records[0] | {"severity": "note"})


def test_sarif_names_each_rule_once_and_each_finding_by_it(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["lint", str(root / "spec" / "pages"), "--format", "sarif", "--all"])
    (run,) = json.loads(capsys.readouterr().out)["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == sorted(set(rules))
    assert {rules[result["ruleIndex"]] == result["ruleId"] for result in run["results"]} == {True}
    assert all(result["locations"][0]["physicalLocation"]["region"]["startLine"] >= 1 for result in run["results"])
