"""Sites unlike the default one: another dialect, and thousands of pages with no operation on them."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from jekyll_openapi.accounting.account import account
from jekyll_openapi.api.dialect import TRADOVATE
from jekyll_openapi.cli import main
from jekyll_openapi.pages.limits import Limits
from jekyll_openapi.pipeline import make_spec
from jekyll_openapi.spec.base import Base

WAREHOUSE = Path(__file__).parent / "warehouse"


@pytest.fixture
def warehouse(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    monkeypatch.chdir(WAREHOUSE)
    assert main(["spec", "docs"]) == 0, capsys.readouterr().err
    return yaml.safe_load(capsys.readouterr().out)


def test_another_dialect_is_read_by_its_settings(warehouse: Any) -> None:
    assert {path: list(item) for path, item in warehouse["paths"].items()} == {
        "/pallet/lookup": ["get"],
        "/pallet/move": ["put"],
    }
    move = warehouse["paths"]["/pallet/move"]["put"]
    assert move["security"] == [{"bearer": []}]
    assert warehouse["paths"]["/pallet/lookup"]["get"]["security"] == []
    body = warehouse["components"]["schemas"]["Move"]
    assert body["required"] == ["palletKey", "to"]
    assert body["properties"]["palletKey"]["format"] == "int32"
    assert body["properties"]["to"] == {
        "description": "The shelf.",
        "type": "string",
        "maxLength": 8,
        "x-source": "calls/move.md:21",
    }
    assert body["allOf"][0]["if"]["properties"] == {"mode": {"enum": ["fast"]}}
    pallet = warehouse["components"]["schemas"]["Pallet"]["properties"]
    assert pallet["packed"]["format"] == "date-time"
    assert pallet["weight"]["format"] == "double"
    assert pallet["shelfKey"]["format"] == "int32"
    assert pallet["label"]["minLength"] == 1


def test_the_same_pages_in_the_default_dialect_are_not_guessed_at() -> None:
    made = make_spec(WAREHOUSE / "docs", Base())
    assert "x-unresolved" in made.spec["components"]["schemas"]["Pallet"]
    assert {one.rule.name for one in made.findings} >= {"unread-text"}
    assert account(made.site, made.stated, made.findings, TRADOVATE).unexplained == ()


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    """A site about something else: other tables, includes, Liquid blocks, code."""
    for number in range(300):
        text = (
            f"---\nlayout: doc\ntitle: Chapter {number}\npermalink: /book/{number}/\nversions:\n  - free\n---\n\n"
            "{% include intro.html title='x' %}\n\n{% if page.featured %}\nFeatured.\n{% endif %}\n\n"
            "# Working with branches\n\n| Option | Default | Effect |\n|---|---|---|\n| `a` | `b` | Does it. |\n\n"
            "{% data reusables.note %}\n\n```js\nconst x = { a: 1 }\n```\n\n"
            f"[next](/book/{(number + 1) % 300}) and [gone](/nowhere/{number}) <b>html</b>\n"
        )
        (tmp_path / f"chapter-{number:03}.md").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_site_without_operations_gives_an_empty_spec_and_findings_that_make_sense(handbook: Path) -> None:
    made = make_spec(handbook, Base())
    assert made.spec["paths"] == {}
    assert made.spec["components"]["schemas"] == {}
    assert {one.rule.name for one in made.findings} == {"unknown-liquid", "unread-text", "unknown-reference"}
    assert account(made.site, made.stated, made.findings, TRADOVATE).unexplained == ()


def test_one_schema_more_than_the_limit_is_left_out_and_named(tmp_path: Path) -> None:
    for name in ("A", "B", "C"):
        table = "| Property | Tags | Type\n|--|--|--\n| `id` | `none` | int\n"
        text = f"---\ntitle: {name}\n---\n### Definition\n\n{table}"
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    assert len(make_spec(tmp_path, Base(), limits=Limits(schemas=3)).spec["components"]["schemas"]) == 3
    made = make_spec(tmp_path, Base(), limits=Limits(schemas=2))
    assert list(made.spec["components"]["schemas"]) == ["A", "B"]
    (finding,) = (one for one in made.findings if one.rule.name == "limit-exceeded")
    assert (finding.location.file, finding.location.line) == ("C.md", 2)


def test_one_operation_more_than_the_limit_is_left_out_and_counted(tmp_path: Path) -> None:
    text = "".join(f"## GET /things/{name}\n\nGets it.\n\n" for name in "abc")
    (tmp_path / "all.md").write_text(f"---\ntitle: All\n---\n{text}", encoding="utf-8")
    assert len(make_spec(tmp_path, Base(), limits=Limits(operations=3)).spec["paths"]) == 3
    made = make_spec(tmp_path, Base(), limits=Limits(operations=2))
    assert list(made.spec["paths"]) == ["/things/a", "/things/b"]
    (finding,) = (one for one in made.findings if one.rule.name == "limit-exceeded")
    assert (finding.location.line, finding.message) == (12, "the page states 3 operations; 2 are read")
