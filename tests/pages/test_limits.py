"""Every limit: what reaches it is read, one more is a finding that names it."""

from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest

from jekyll_openapi.diagnostics import Diagnostic
from jekyll_openapi.pages.document import Table
from jekyll_openapi.pages.limits import Limits
from jekyll_openapi.pages.site import read_site


def front_matter(size: int) -> str:
    """A page with a front matter of so many bytes."""
    return "---\n" + "a: ".ljust(size - 1, "b") + "\n---\nx"


def columns(number: int) -> str:
    """A page with a table of so many columns."""
    return f"{'|a' * number}|\n{'|-' * number}|\n{'|b' * number}|\n"


NESTED: dict[str, Callable[[int], str]] = {
    "quotes": lambda depth: "> " * depth + "x",
    "lists": lambda depth: "- " * depth + "x",
    "front matter": lambda depth: f"---\na: {'[' * (depth - 1)}{']' * (depth - 1)}\n---\nx",
    "literals": lambda depth: f"<script>f({'[' * depth}{']' * depth})</script>",
    "literals in objects": lambda depth: f"<script>f({'{a:' * depth}1{'}' * depth})</script>",
    "calls": lambda depth: f"<script>{'f(' * depth}{')' * depth}</script>",
    "scripts on a line": lambda depth: "<script>f()</script>- " * depth + "x",
}


def findings(folder: Path, limits: Limits = Limits()) -> list[str]:  # noqa: B008
    """The rules of what is found."""
    found: list[Diagnostic] = []
    read_site(folder, found.append, limits=limits)
    return [finding.rule.name for finding in found]


@pytest.mark.parametrize(
    ("name", "make"),
    [("file", "x".ljust), ("front_matter", front_matter), ("columns", columns)],
)
def test_a_page_at_the_limit_is_read_and_one_beyond_is_not(
    tmp_path: Path, name: str, make: Callable[[int], str]
) -> None:
    limit = getattr(Limits(), name)
    (tmp_path / "a.md").write_text(make(limit))
    assert findings(tmp_path) == []
    (tmp_path / "a.md").write_text(make(limit + 1))
    assert findings(tmp_path) == ["limit-exceeded"]


@pytest.mark.parametrize("kind", NESTED)
def test_nesting_at_the_limit_is_read_and_one_deeper_is_not(tmp_path: Path, kind: str) -> None:
    depth = Limits().nesting
    (tmp_path / "a.md").write_text(NESTED[kind](depth))
    assert findings(tmp_path) == []
    (tmp_path / "a.md").write_text(NESTED[kind](depth + 1))
    assert findings(tmp_path) == ["limit-exceeded"]


def test_folders_nest_as_deep_as_the_limit(tmp_path: Path) -> None:
    folder = tmp_path.joinpath(*["a"] * (Limits().nesting - 1))
    folder.mkdir(parents=True)
    (folder / "x.md").write_text("x")
    assert findings(tmp_path) == []
    (folder / "a").mkdir()
    (folder / "a" / "x.md").write_text("x")
    assert findings(tmp_path) == ["limit-exceeded"]


def test_pages_are_counted(tmp_path: Path) -> None:
    limits = Limits(pages=3)
    for name in "abc":
        (tmp_path / f"{name}.md").write_text("x")
    assert findings(tmp_path, limits) == []
    (tmp_path / "d.md").write_text("x")
    assert findings(tmp_path, limits) == ["limit-exceeded"]
    assert [page.path for page in read_site(tmp_path, lambda _: None, limits=limits).pages] == ["a.md", "b.md", "c.md"]


def test_findings_of_a_kind_are_counted(tmp_path: Path) -> None:
    most = Limits().findings
    (tmp_path / "a.md").write_text("{{x}} " * most)
    assert len(findings(tmp_path)) == most
    (tmp_path / "a.md").write_text("{{x}} " * (most + 50))
    assert len(findings(tmp_path)) == most + 1


@pytest.mark.parametrize("limits", [Limits(file=10), Limits(front_matter=5), Limits(columns=2), Limits(nesting=1)])
def test_a_limit_can_be_set(tmp_path: Path, limits: Limits) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: long enough\n---\n" + columns(3) + "\n- a\n  - b\n")
    assert findings(tmp_path, limits) == ["limit-exceeded"]


def test_what_is_left_out_is_only_what_is_too_large(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(columns(201) + "\n" + columns(2))
    (page,) = read_site(tmp_path, lambda _: None).pages
    assert [len(table.header.cells) for table in page.blocks if isinstance(table, Table)] == [2]


def test_the_defaults_are_those_that_are_documented() -> None:
    documented = {"file": 1024 * 1024, "pages": 5000, "front_matter": 16 * 1024, "nesting": 32, "columns": 200}
    defaults = {field.name: field.default for field in fields(Limits)}
    assert {**defaults, **documented} == defaults


@pytest.mark.parametrize(
    "bad",
    [
        "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]",
        "a: !!python/object/apply:os.system ['true']",
        "a: " + "[" * 5000,
        "? " * 5000,
    ],
)
def test_hostile_front_matter_is_refused(tmp_path: Path, bad: str) -> None:
    (tmp_path / "a.md").write_text(f"---\n{bad}\n---\nx")
    assert set(findings(tmp_path)) <= {"broken-front-matter", "limit-exceeded"}
    assert findings(tmp_path)


@pytest.mark.parametrize(
    "liquid",
    [
        "{% for i in (1..100000000) %}x{% endfor %}",
        "{% for i in (1..9999) %}{% for j in (1..9999) %}{% assign x = i %}{% endfor %}{% endfor %}",
        "{% assign a = 'xxxxxxxxxx' %}" + "{% assign a = a | append: a %}" * 60,
        "{% assign a = '" + "x" * 1000 + "' %}" + "{% assign a = a | replace: 'x', a %}" * 9 + "{{ a }}",
        "{% case 1 %}{% when " + ", ".join("1" * 50) + " %}" + "y" * 50_000 + "{% endcase %}",
        "{{ 'a'" + " | append: 'b'" * 500 + " }}",
        "{{ 'a' | upcase }}" * 20_000,
        "{{ (1..99000000) | join: '' }}",
        "{{ (1..90000000) | sum }}",
        "{% assign n = 90000000 %}{% assign r = (1..n) %}{{ r | sort | join: '' }}",
        "{% for i in (1..100000000) %}{% endfor %}",
        "{% tablerow i in (1..100000000) %}{% endtablerow %}",
        "{% assign a = 'a,' %}" + "{% assign a = a | append: a %}" * 30 + "{{ a | split: ',' | sort | join: 'yy' }}",
    ],
)
def test_liquid_does_bounded_work(tmp_path: Path, liquid: str) -> None:
    (tmp_path / "a.md").write_text(liquid)
    assert set(findings(tmp_path)) <= {"limit-exceeded", "unknown-liquid"}
    assert "limit-exceeded" in findings(tmp_path)


def test_a_page_of_10_mb_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("x" * 10_000_000)
    assert findings(tmp_path) == ["limit-exceeded"]


def test_a_table_of_2000_columns_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(columns(2000))
    assert findings(tmp_path) == ["limit-exceeded"]
