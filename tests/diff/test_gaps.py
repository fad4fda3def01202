"""Pages beside a description that somebody else wrote for the same operations, under other names."""

import json
from pathlib import Path

import pytest

from jekyll_openapi.cli import main

OTHER = """
openapi: 3.0.3
info: {title: Written by hand, version: '1'}
servers: [{url: 'https://demo.tradovateapi.com/v1'}, {url: 'https://live.tradovateapi.com/v1'}]
security: [{token: []}]
paths:
  /order/cancelOrder:
    post:
      operationId: kill
      requestBody:
        required: true
        content:
          application/json:
            schema: {type: object, properties: {orderId: {type: string}, reason: {type: string}}}
      responses: {'200': {description: Done}}
  /order/explode:
    get: {responses: {'200': {description: Done}}}
components: {securitySchemes: {token: {type: http, scheme: bearer}}}
"""


@pytest.fixture
def rows(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Gap, kind and message of each row."""
    monkeypatch.chdir(root)
    (tmp_path / "other.yaml").write_text(OTHER, "utf-8")
    assert main(["diff", "--gaps", "spec/pages", str(tmp_path / "other.yaml"), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    return [f"{row['gap']} {row['kind']} {row['message']}" for row in found]


def test_what_the_description_lacks(rows: list[str]) -> None:
    assert any(row.startswith("description operation-added `POST /order/placeOCO`") for row in rows)
    assert any(row.startswith("description property-added `clOrdId`") for row in rows)


def test_what_the_docs_lack(rows: list[str]) -> None:
    assert {row for row in rows if row.startswith("docs")} == {
        "docs property-removed `reason` is gone",
        "docs operation-removed `GET /order/explode` is gone",
    }


def test_where_they_contradict(rows: list[str]) -> None:
    assert any(row.startswith("both type-changed the type is integer (int64), it was string") for row in rows)


def test_what_is_not_stated_contradicts_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "crate.md").write_text(CRATE, "utf-8")
    (tmp_path / "crate.yaml").write_text(DESCRIBED, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["diff", "--gaps", "pages", "crate.yaml"]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("0 contradictions")


CRATE = """---
title: Crate
permalink: /all-ops/crate/stack
---

## `/crate/stack`

### Request

| Property | Tags | Type | Remarks
|:---------|:-----|:-----|:-------
| `label` | `none`{: .label } |  | What is written on it.

### Response

| Property | Tags | Type | Remarks
|:---------|:-----|:-----|:-------
| `id` | `none`{: .label } | number |
"""
DESCRIBED = """
openapi: 3.0.3
info: {title: Written by hand, version: '1'}
security: [{basic: []}]
paths:
  /crate/stack:
    post:
      requestBody:
        required: true
        content: {application/json: {schema: {type: object, properties: {label: {type: string}}}}}
      responses:
        '201':
          description: Done
          content: {application/json: {schema: {type: object, properties: {id: {type: number}}}}}
components: {securitySchemes: {basic: {type: http, scheme: basic}}}
"""


def test_names_and_words_are_no_gaps(rows: list[str]) -> None:
    assert not [row for row in rows if "operation-id" in row or "description-changed" in row or "schema-" in row]


def test_a_person_reads_it(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(root)
    (tmp_path / "other.yaml").write_text(OTHER, "utf-8")
    assert main(["diff", "--gaps", "spec/pages", str(tmp_path / "other.yaml"), "--fail-on", "any"]) == 1
    out = capsys.readouterr().out
    assert "the type is integer (int64) in the docs, in the description string" in out
    assert out.splitlines()[-1].endswith("2 missing from the docs")
