"""Nothing that a page states is lost: it is in the spec, in a finding, or known to state nothing."""

from pathlib import Path

import pytest

from jekyll_openapi.accounting import KINDS, account
from jekyll_openapi.api.dialect import TRADOVATE
from jekyll_openapi.pipeline import Made, make_spec
from jekyll_openapi.spec.base import Base

PAGES = Path(__file__).parent.parent / "spec" / "pages"
CASES = sorted((Path(__file__).parent / "cases").iterdir())


@pytest.fixture(scope="module")
def made() -> Made:
    return make_spec(PAGES, Base())


def test_nothing_of_the_default_pages_is_unexplained(made: Made) -> None:
    books = account(made.site, made.spec, made.findings, TRADOVATE)
    assert books.unexplained == ()
    assert {item.kind for item in books.in_spec + books.meaningless + books.in_findings} == set(KINDS)


def test_nothing_of_the_real_site_is_unexplained(site: Path) -> None:
    made = make_spec(site, Base())
    assert account(made.site, made.spec, made.findings, TRADOVATE).unexplained == ()


@pytest.mark.parametrize("case", CASES, ids=lambda one: one.name)
def test_nothing_of_a_broken_page_is_unexplained(case: Path) -> None:
    made = make_spec(case / "pages", Base())
    assert account(made.site, made.spec, made.findings, TRADOVATE).unexplained == ()


def test_a_forgotten_property_is_noticed(made: Made) -> None:
    spec = made.spec | {"components": made.spec["components"] | {"schemas": dict(made.spec["components"]["schemas"])}}
    account_schema = dict(spec["components"]["schemas"]["Account"])
    account_schema["properties"] = {k: v for k, v in account_schema["properties"].items() if k != "active"}
    spec["components"]["schemas"]["Account"] = account_schema
    unexplained = account(made.site, spec, made.findings, TRADOVATE).unexplained
    assert {(item.kind, item.location.file) for item in unexplained} == {
        ("row", "entities_pages/account.md"),
        ("tag", "entities_pages/account.md"),
        ("type", "entities_pages/account.md"),
    }


def test_a_swallowed_finding_is_noticed(made: Made) -> None:
    kept = [one for one in made.findings if one.rule.name != "unknown-reference"]
    assert {item.kind for item in account(made.site, made.spec, kept, TRADOVATE).unexplained} >= {"link"}


def test_a_shared_operation_has_its_parameters_under_either_key_of_the_script(tmp_path: Path) -> None:
    find = (PAGES / "operations" / "shared-ops" / "find.md").read_text("utf-8")
    (tmp_path / "account.md").write_text((PAGES / "entities_pages" / "account.md").read_text("utf-8"), "utf-8")
    for key in ("query", "params"):
        (tmp_path / "find.md").write_text(find.replace("query: {", f"{key}: {{"), "utf-8")
        made = make_spec(tmp_path, Base())
        assert [one["name"] for one in made.spec["paths"]["/account/find"]["get"]["parameters"]] == ["name"]
