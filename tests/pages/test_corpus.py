"""The real site: every table is read a second time by others, every text stands where it is said to stand."""

from pathlib import Path

import pytest

from jekyll_openapi.diagnostics import Diagnostic
from jekyll_openapi.pages.document import ObjectLiteral, Page, Site, Table
from jekyll_openapi.pages.front_matter import read_front_matter
from jekyll_openapi.pages.limits import Limits
from jekyll_openapi.pages.liquid import render
from jekyll_openapi.pages.placed_text import File, PlacedText
from jekyll_openapi.pages.site import read_site
from tests.pages.other_readers import kramdown_tables, our_cells, python_markdown_tables
from tests.pages.places import check_page
from tests.programs import Programs


@pytest.fixture(scope="module")
def read(site: Path) -> tuple[Site, list[Diagnostic]]:
    found: list[Diagnostic] = []
    return read_site(site, found.append), found


@pytest.fixture(scope="module")
def bodies(site: Path, read: tuple[Site, list[Diagnostic]]) -> list[str]:
    """What is left of each page for Markdown: no front matter, Liquid rendered."""
    return [_body(site, page) for page in read[0].pages]


def _body(site: Path, page: Page) -> str:
    file = File(page.path, (site / page.path).read_text(encoding="utf-8"))
    _, start = read_front_matter(file, lambda _: None, Limits())
    variables = {"site": {"baseurl": "", "url": ""}, "page": {}}
    return render(PlacedText.whole(file).cut(start, len(file.text)), variables, lambda _: None).text


def _tables(page: Page) -> list[Table]:
    return [block for block in page.blocks if isinstance(block, Table)]


def test_python_markdown_reads_the_same_cells_and_labels(
    read: tuple[Site, list[Diagnostic]], bodies: list[str]
) -> None:
    for page, body in zip(read[0].pages, bodies, strict=True):
        assert [our_cells(table) for table in _tables(page)] == python_markdown_tables(body), page.path


def test_kramdown_reads_the_same_cells_and_labels(
    read: tuple[Site, list[Diagnostic]], bodies: list[str], programs: Programs
) -> None:
    for page, theirs in zip(read[0].pages, kramdown_tables(programs, bodies), strict=True):
        assert [our_cells(table) for table in _tables(page)] == theirs, page.path


def test_text_stands_where_it_is_said_to_stand(read: tuple[Site, list[Diagnostic]], site: Path) -> None:
    for page in read[0].pages:
        check_page(page, (site / page.path).read_text(encoding="utf-8"))


def test_markdown_it_and_our_splitter_agree_on_every_row(read: tuple[Site, list[Diagnostic]]) -> None:
    assert not [finding for finding in read[1] if "not certain" in finding.message]


def test_every_script_that_defines_something_to_try_is_read(read: tuple[Site, list[Diagnostic]], site: Path) -> None:
    for page in read[0].pages:
        written = (site / page.path).read_text(encoding="utf-8").count(".defineTryit(")
        defined = [call.arguments[0] for call in page.calls if call.callee == "defineTryit"]
        assert len(defined) == written, page.path
        assert all(isinstance(value, ObjectLiteral) and value.get("endpoint") for value in defined), page.path


def test_the_same_site_gives_the_same_documents(read: tuple[Site, list[Diagnostic]], site: Path) -> None:
    assert read_site(site, lambda _: None) == read[0]
