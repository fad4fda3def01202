"""Lists that are rows: a definition written with bullets, or with terms, is a schema as a table would make it."""

from pathlib import Path

import pytest

from jekyll_openapi.pipeline import make_spec
from jekyll_openapi.spec.base import Base

BULLETS = "- `weight` (required, number): in grams\n- `cloth` (string)\n"
TERMS = "`weight`\n: required, number. In grams.\n\n`cloth`\n: string.\n"
HTML = (
    "<table>\n<tr><th>Property</th><th>Tags</th><th>Type</th></tr>\n"
    '<tr><td><code>weight</code></td><td><code class="label">required</code></td><td>number</td></tr>\n'
    '<tr><td><code>cloth</code></td><td><code class="label">none</code></td><td>string</td></tr>\n</table>\n'
)


@pytest.mark.parametrize("rows", [BULLETS, TERMS, HTML], ids=["bullets", "terms", "HTML"])
def test_a_definition_is_read_in_each_form_of_a_table(tmp_path: Path, rows: str) -> None:
    (tmp_path / "sack.md").write_text(f"---\ntitle: Sack\n---\n\n## Sack\n\n### Definition\n\n{rows}", encoding="utf-8")
    schema = make_spec(tmp_path, Base()).spec["components"]["schemas"]["Sack"]
    assert {name: one["type"] for name, one in schema["properties"].items()} == {"weight": "number", "cloth": "string"}
    assert schema["required"] == ["weight"]
