"""Whatever pages hold, under whatever dialect: valid OpenAPI, and no row in silence."""
# ruff: noqa: E501

import json
import random
import re
from pathlib import Path

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from jekyll_openapi.api.dialect import TRADOVATE, Dialect
from jekyll_openapi.config import find_config
from jekyll_openapi.diagnostics import NoPagesError
from jekyll_openapi.pipeline import make_spec
from jekyll_openapi.spec.base import Base

PIECES = [
    "# Shelves", "## `PUT /shelf/{id}`", "## `/shelf/:id/box`", "### Request", "### Response", "### Definition",
    "## Endpoints", "```json\nGET _shelf/{id}/<box>\nPOST shelf/{id}\n```", "```plaintext\nDELETE /shelf/:shelf_id\n```",
    "```plaintext\nGET /shelf/:id[/:id]\nGET /a/*/b\n```", "## Path parameters", "## Query parameters",
    "## Request body fields", "## Response body fields", "#### `size`", "#### The box object", "Example response:",
    '```json\n{"a": [{"b": 1}], "c": null}\n```', "```json\n[1, {}]\n```", "Some text.", "- `a`: b\n- `c`: d",
    "Parameter | Data type | Description\n:--- | :--- | :---\n`id` | String | Which. Required.\n`size.x[]` | List | `a` or `b`.",
    "| Attribute | Type | Required | Description |\n|---|---|---|---|\n| `id` | integer/string | yes | x |\n| `box[a]` | hash | if | y |",
    "| Property | Tags | Type | Remarks\n|:--|:--|:--|:--\n| `size` | `none`{: .label } | object |\n| `↳ x` | `required`{: .label } | int |",
    "| Property | Type |\n|--|--|\n| `a.b.c` | string |\n| `a` | Array<int> |\n| `<any>` | [X](#size) |",
    "`height`\n: required, number. High.", "<script>\nwindow[TDV].defineTryit({ endpoint: '/shelf/x', method: 'PUT', params: { a: 1 } });\n</script>",
]  # fmt: skip
MARKS = ["`", "|", "{", "}", "<", ">", "[]", ".", "/", ":id", "{id}", "?", "*", "#", " ", "\\"]


@pytest.fixture(scope="module")
def dialects(root: Path) -> tuple[Dialect, ...]:
    return TRADOVATE, *(find_config(root / "examples" / name).dialect for name in ("opensearch", "gitlab"))


def page(chance: random.Random) -> str:
    text = "\n\n".join(chance.choice(PIECES) for _ in range(chance.randint(3, 25)))
    for _ in range(chance.randint(0, 6)):
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice(MARKS) + text[at + chance.randint(0, 2) :]
    return f"---\ntitle: {chance.choice(['Shelf', '/shelf/x', 'GET /y', ''])}\n---\n{text}\n"


@pytest.mark.parametrize("seed", range(25))
def test_what_comes_out_is_valid(seed: int, tmp_path: Path, dialects: tuple[Dialect, ...]) -> None:
    chance = random.Random(seed)
    for number in range(chance.randint(1, 3)):
        (tmp_path / f"{number}.md").write_text(page(chance), encoding="utf-8")
    for dialect in dialects:
        try:
            made = make_spec(tmp_path, Base(), dialect=dialect)
        except NoPagesError:
            continue
        spec = json.dumps(made.spec, default=float)
        assert [str(error) for error in OpenAPIV31SpecValidator(json.loads(spec)).iter_errors()] == []
        for path, item in made.spec["paths"].items():
            for operation in item.values():
                names = {one["name"] for one in operation.get("parameters", ()) if one["in"] == "path"}
                assert names == set(re.findall(r"\{([^}]*)\}", path))
