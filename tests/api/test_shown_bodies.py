"""A body that a page only shows is what the operation takes: its properties, with nothing known of their needs."""

from pathlib import Path
from typing import Any

import pytest

from tests.api.small import make, operation

JSON = '```json\n{"size": 3, "label": "x"}\n```'


def body_of(folder: Path, text: str, method: str = "POST") -> Any:
    made = make(folder, f"---\ntitle: /box/make\nop: true\n---\n\n## `{method} /box/make`\nDoes it.\n\n{text}\n")
    sent = operation(made, f"{method} /box/make").get("requestBody")
    schema = sent["content"]["application/json"]["schema"] if sent else {}
    return made.spec["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]] if "$ref" in schema else schema


@pytest.mark.parametrize(
    "text",
    [
        f"### Request\n\n{JSON}",
        f"### Request\n\nSend this:\n\n{JSON}",
        f"### Example\n\nThe request body:\n\n{JSON}",
        f"### Request example\n\n{JSON}",
        f"The body to send:\n\n{JSON}",
        '```json\n{\n  "size": 3,  // in cm\n  "label": "x"\n}\n```'.join(("### Request\n\n", "")),
        '```http\nPOST /box/make HTTP/1.1\nContent-Type: application/json\n\n{"size": 3, "label": "x"}\n```',
        '```sh\ncurl https://a.example/box/make -d \'{"size": 3, "label": "x"}\'\n```',
        '```sh\ncurl https://a.example/box/make -d \'{\n  "size": 3,\n  "label": "x"\n}\'\n```',
    ],
)
def test_a_shown_body_is_what_is_taken(text: str, tmp_path: Path) -> None:
    schema = body_of(tmp_path, text)
    assert {name: one["type"] for name, one in schema["properties"].items()} == {"size": "number", "label": "string"}
    assert {one["x-unknown"] for one in schema["properties"].values()} <= {"required", "required, format"}
    assert all("the sample value at page.md:" in str(one["x-inferred-from"]) for one in schema["properties"].values())


@pytest.mark.parametrize(
    ("text", "method"),
    [
        (f"### Response\n\n{JSON}", "POST"),
        (f"The answer to the request:\n\n{JSON}", "POST"),
        (f"### Errors\n\nA bad request gives:\n\n{JSON}", "POST"),
        (f"### Request\n\nIt gives back:\n\n{JSON}", "POST"),
        (f"### Request\n\n{JSON}", "GET"),
        ("```sh\ncurl https://a.example/box/other -d '{\"size\": 3}'\n```", "POST"),
        ("```sh\ncurl -X PUT https://a.example/box/make -d '{\"size\": 3}'\n```", "POST"),
        ('### Request\n\n```json\n{"size": 3, ...}\n```', "POST"),
    ],
)
def test_other_json_is_none(text: str, method: str, tmp_path: Path) -> None:
    assert body_of(tmp_path, text, method) == {}


def test_a_table_says_more_than_an_example(tmp_path: Path) -> None:
    rows = "| Property | Tags | Type | Remarks\n|--|--|--|--\n| `size` | `required`{: .label } | number, `int32` |\n"
    schema = body_of(tmp_path, f'### Request\n\n{rows}\n\n```json\n{{"size": 3, "label": "x"}}\n```')
    assert list(schema["properties"]) == ["size"]
