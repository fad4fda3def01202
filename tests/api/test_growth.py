"""Twice the content of a page takes twice the steps, whatever it is."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from jekyll_openapi.api.context import Context, Defined
from jekyll_openapi.api.dialect import TRADOVATE
from jekyll_openapi.api.links import Links, Target
from jekyll_openapi.api.names import Names
from jekyll_openapi.diagnostics import Diagnostic, Location
from jekyll_openapi.pages.document import Page, Site
from jekyll_openapi.pages.limits import Limits
from jekyll_openapi.pipeline import make_spec
from jekyll_openapi.spec.base import read_base
from tests.conftest import ROOT
from tests.sampling import IS_DEEP

TABLE = "| Property | Type |\n|--|--|\n| `a` | number\n\n"
START = f"---\ntitle: Thing\npermalink: /thing\n---\n\n## Thing\n\n### Definition\n\n{TABLE}"
OPERATION = "## `/do/it{0}`\n\n### Request\n\n| Property | Type | Remarks\n|--|--|--\n| `a{0}` | number | What.\n\n"
CONTENTS = {
    "assigned variables": "{{% assign a{0} = {0} %}}{{% assign b{0} = {0} %}}{{% assign c{0} = {0} %}}\n\n",
    "definitions": "## Thing{0}x\n\n### Definition\n\n| Property | Type |\n|--|--|\n| `a{0}` | [Thing1x](#thing1x)\n\n",
    "fences": '```json\n{{"a": {0}}}\n```\n\n',
    "headings": "### Heading {0}\n\nText.\n\n",
    "items": "- item {0} with `code`\n",
    "links": "See [thing]({{{{site.baseurl}}}}/thing) and [it](#a{0}).\n\n",
    "lines": "**GET /do/it{0}**\n\n",
    "one path": "## `/do/it`\n\n",
    "operations": OPERATION,
    "requests of no operation": (
        "## `GET /do/{0}`\n\n```\nGET /{{x}}/b{0}\nGET /{{x}}/c{0}\nGET /{{x}}/d{0}\nGET /{{x}}/e{0}\n```\n\n"
    ),
    "samples": '## `/do/it{0}`\n\n```json\n{{"a": {0}}}\n```\n\n',
    "scripts": "<script>\n f({{a: {0}}});\n</script>\n\n",
    "shown calls": "```html\n<script>\ndefineTryit({{a: {0}}})\ndefineTryit({{b: {0}}})\n</script>\n```\n\n",
    "statements": "GET /do/{0}\n\n",
    "tables of a section": "| Property | Type |\n|--|--|\n| `a{0}` | number\n\n",
    "tables": "### Part {0}\n\n| Property | Type |\n|--|--|\n| `a{0}` | number\n\n",
}

TIMES = 150 if IS_DEEP else 60
"""How often a content is repeated; what grows faster shows the better the more there is."""


def steps(run: Callable[[], object]) -> int:
    """How many functions are called, steps of generators among them."""
    count = 0

    def counted(*_: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(counted)
    try:
        run()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.deep
@pytest.mark.parametrize("content", CONTENTS)
def test_twice_the_content_takes_twice_the_steps(content: str, tmp_path: Path) -> None:
    base = read_base(ROOT / "spec" / "base.yaml")

    def read(times: int) -> None:
        body = "".join(CONTENTS[content].format(number) for number in range(times))
        (tmp_path / "page.md").write_text(START + body, "utf-8")
        make_spec(tmp_path, base)

    read(2)  # what is compiled or imported at first use
    once, twice = steps(lambda: read(TIMES)), steps(lambda: read(2 * TIMES))
    assert twice < 2.2 * once


def test_a_paragraph_of_words_is_passed_over_by_those_who_look_for_more(tmp_path: Path) -> None:
    base = read_base(ROOT / "spec" / "base.yaml")

    def read(paragraphs: int) -> None:
        (tmp_path / "page.md").write_text(START + "a\n\n" * paragraphs, "utf-8")
        make_spec(tmp_path, base)

    read(2)
    few, many = steps(lambda: read(200)), steps(lambda: read(1200))
    # It was 439 when each stage looked into each paragraph.
    assert many - few < 180 * 1000


def test_a_schema_is_found_in_the_same_steps_among_many() -> None:
    page = Page("page.md", "/page", (), (), Location("page.md", 1, 1))
    site = Site((page,))

    def ignore(_: Diagnostic) -> None:
        pass

    def find(among: int) -> int:
        names = Names("schema", ignore)
        context = Context(site, TRADOVATE, ignore, Links(site, TRADOVATE), names, Limits())
        for number in range(among):
            context.define("page.md", Defined(f"Thing{number}", f"Thing{number}", f"thing{number}", is_titled=False))
        target = Target(page, page.url, anchor=f"thing{among - 1}")
        return steps(lambda: (context.by_name(f"thing{among - 1}"), context.meant(target)))

    find(2)  # what is compiled at first use
    assert find(1000) == find(10)
