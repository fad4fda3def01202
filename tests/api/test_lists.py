"""A definition written as bullets or terms gives the same schema as a table."""

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


ITEMS = [
    ("`x` (integer: 1, 2; required): text", {"type": "integer", "enum": [1, 2]}, "!"),
    ("`x` (string, optional, default `a`): text", {"type": "string", "default": "a"}, ""),
    ("`x` (string, 3-10 chars): text", {"type": "string", "minLength": 3, "maxLength": 10}, "?"),
    ("`x` (positive integer): text", {"type": "integer", "exclusiveMinimum": 0}, "?"),
    ("`x` (number): Must be positive.", {"type": "number", "exclusiveMinimum": 0}, "?"),
    ("`x` (string, required if `c` is `1`): text", {"type": "string"}, "1"),
    ("`x` (required if `c` is `1`, string): text", {"type": "string"}, "1"),
    ("`x` (optional unless `c` is `1`): text", {}, "1"),
]


@pytest.mark.parametrize(("item", "expected", "need"), ITEMS)
def test_marks_of_an_item(tmp_path: Path, item: str, expected: dict[str, object], need: str) -> None:
    """The need: `!` required, `?` not said, `1` a rule."""
    text = f"---\ntitle: Sack\n---\n\n## Sack\n\n### Definition\n\n- `c` (integer, required): y\n- {item}\n"
    (tmp_path / "sack.md").write_text(text, encoding="utf-8")
    schema = make_spec(tmp_path, Base()).spec["components"]["schemas"]["Sack"]
    found = schema["properties"]["x"]
    assert {
        key: value for key, value in found.items() if key not in ("description", "x-source", "x-unknown")
    } == expected
    assert (
        "!" if "x" in schema["required"] else "?" if "x-unknown" in found else "1" * len(schema.get("allOf", ()))
    ) == need
