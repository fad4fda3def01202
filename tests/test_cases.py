"""A folder a rule: the pages that break it, and every finding they give. REWRITE_CASES=1 writes them anew."""

import os
from pathlib import Path

import pytest

from jekyll_openapi.pipeline import make_spec
from jekyll_openapi.report import concise_line
from jekyll_openapi.rules import RULES
from jekyll_openapi.spec.base import Base, read_base
from jekyll_openapi.spec.overlay import read_overlay

CASES = Path(__file__).parent / "cases"


def findings(case: Path) -> str:
    base, overlay = case / "base.yaml", case / "overlay.yaml"
    made = make_spec(
        case / "pages",
        read_base(base) if base.exists() else Base(),
        overlay=read_overlay(overlay, "../overlay.yaml") if overlay.exists() else (),
    )
    found = (*made.findings, *made.inferred)
    return "".join(f"{concise_line(one, one.location.file)}\n" for one in found)


@pytest.mark.parametrize("name", sorted(path.name for path in CASES.iterdir()))
def test_case_gives_the_findings_listed(name: str) -> None:
    expected = CASES / name / "expected.txt"
    found = findings(CASES / name)
    if os.environ.get("REWRITE_CASES"):
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")
    assert f"[{name}]\n" in found


def test_every_rule_has_a_case() -> None:
    assert {path.name for path in CASES.iterdir()} == set(RULES)
