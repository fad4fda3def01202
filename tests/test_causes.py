"""Findings as people read them: a cause once, with its places, and a summary by rule."""

from pathlib import Path

from jekyll_openapi.diagnostics import Diagnostic, Location
from jekyll_openapi.report import Sources, by_cause, by_rule, concise, full, ordered
from jekyll_openapi.rules import EMPTY_PAGE, MISSING_BODY, MISSING_METHOD, MISSING_RESPONSE, UNKNOWN_REFERENCE

HINT = "add the page"
LINKS = [Diagnostic(UNKNOWN_REFERENCE, f"no page `/{name}`", Location("a.md", line), HINT) for line, name in
         ((1, "x"), (2, "y"), (3, "X"), (4, "x"), (5, "x"), (6, "x"))]  # fmt: skip
OTHER = Diagnostic(EMPTY_PAGE, "the page is empty", Location("b.md"))


def test_the_same_finding_is_one_with_its_places() -> None:
    first, second, third = by_cause([*LINKS, OTHER])
    assert [one.line for one in first.also] == [3, 4, 5, 6]
    assert (second.also, third.also) == ((), ())


def test_lines_name_some_of_the_places_and_the_full_form_all(tmp_path: Path) -> None:
    line = next(concise(LINKS, Sources(tmp_path, "docs")))
    assert line == (
        "docs/a.md:1:1: warning: no page `/x` "
        "(also at docs/a.md:3, docs/a.md:4, docs/a.md:5 and 1 more) [unknown-reference]"
    )
    assert "   = also at docs/a.md:3, docs/a.md:4, docs/a.md:5, docs/a.md:6" in list(
        full(LINKS, Sources(tmp_path, "docs"))
    )


def test_the_summary_has_a_line_for_each_rule() -> None:
    assert list(by_rule([*LINKS, OTHER])) == ["    2  unknown-reference (6 places)", "    1  empty-page"]


def test_a_page_without_text_is_one_finding() -> None:
    rules = (MISSING_BODY, MISSING_METHOD, MISSING_RESPONSE)
    found = [Diagnostic(rule, "it lacks something", Location("a.md", 3)) for rule in rules]
    elsewhere = Diagnostic(MISSING_RESPONSE, "it lacks something", Location("b.md", 3))
    assert [one.rule for one in ordered([*found, elsewhere])] == [MISSING_BODY, MISSING_RESPONSE]
