"""`init` proposes settings that read pages in the habits of other documentation generators, at once and rightly."""

from pathlib import Path
from typing import Any

import pytest

from jekyll_openapi.commands.proposal import propose

CASES = sorted((Path(__file__).parent / "other_generators").glob("*.md"))
PARTED = "\n=====\n"


def _type(made: dict[str, Any], schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        found = made["components"]["schemas"][schema["$ref"].rsplit("/", 1)[-1]]
        return _type(made, found)
    if "properties" in schema:
        need = schema.get("required", ())
        each = (f"{name}{'!' if name in need else ''} {_type(made, one)}" for name, one in schema["properties"].items())
        return f"{{{', '.join(each)}}}"
    if "items" in schema:
        return f"[{_type(made, schema['items'])}]"
    said = {key: one for key, one in schema.items() if key in ("enum", "default", "minimum", "maximum", "maxLength")}
    named = schema.get("type") or " or ".join(_type(made, one) for one in schema.get("anyOf", schema.get("allOf", ())))
    return f"{named or 'any'}{''.join(f' {key} {one}' for key, one in said.items())}"


def _content(made: dict[str, Any], said: dict[str, Any]) -> str:
    return " ".join(_type(made, one["schema"]) for one in said.get("content", {}).values())


def summary(made: dict[str, Any]) -> str:
    """What a description states, a line for each operation, parameter, body and answer."""
    lines = []
    for path, item in made["paths"].items():
        for method, one in item.items():
            lines.append(f"{method.upper()} {path}: {one['operationId']}")
            for each in one.get("parameters", ()):
                need = "!" if each.get("required") else ""
                lines.append(f"  {each['in']} {each['name']}{need} {_type(made, each['schema'])}")
            if "requestBody" in one:
                lines.append(f"  body {_content(made, one['requestBody'])}")
            lines += [f"  {code} {_content(made, each)}".rstrip() for code, each in one["responses"].items()]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_pages_are_read_at_once(case: Path, tmp_path: Path) -> None:
    page, _, expected = case.read_text(encoding="utf-8").partition(PARTED)
    (tmp_path / "page.md").write_text(page, encoding="utf-8")
    found = propose(tmp_path).made
    findings = sorted({one.rule.name for one in found.findings} - {"unstated-security", "missing-column"})
    assert summary(found.spec) + "".join(f"! {one}\n" for one in findings) == expected


def test_there_are_cases() -> None:
    assert len(CASES) >= 8
