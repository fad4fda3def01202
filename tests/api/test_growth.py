"""Twice the content of a page takes twice the steps, whatever it is."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from jekyll_openapi.pipeline import make_spec
from jekyll_openapi.spec.base import read_base
from tests.conftest import ROOT

TABLE = "| Property | Type |\n|--|--|\n| `a` | number\n\n"
START = f"---\ntitle: Thing\npermalink: /thing\n---\n\n## Thing\n\n### Definition\n\n{TABLE}"
OPERATION = "## `/do/it{0}`\n\n### Request\n\n| Property | Type | Remarks\n|--|--|--\n| `a{0}` | number | What.\n\n"
CONTENTS = {
    "definitions": "## Thing{0}x\n\n### Definition\n\n| Property | Type |\n|--|--|\n| `a{0}` | [Thing1x](#thing1x)\n\n",
    "fences": '```json\n{{"a": {0}}}\n```\n\n',
    "headings": "### Heading {0}\n\nText.\n\n",
    "items": "- item {0} with `code`\n",
    "links": "See [thing]({{{{site.baseurl}}}}/thing) and [it](#a{0}).\n\n",
    "operations": OPERATION,
    "scripts": "<script>\n f({{a: {0}}});\n</script>\n\n",
    "tables": "### Part {0}\n\n| Property | Type |\n|--|--|\n| `a{0}` | number\n\n",
}


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


@pytest.mark.parametrize("content", CONTENTS)
def test_twice_the_content_takes_twice_the_steps(content: str, tmp_path: Path) -> None:
    base = read_base(ROOT / "spec" / "base.yaml")

    def read(times: int) -> None:
        body = "".join(CONTENTS[content].format(number) for number in range(times))
        (tmp_path / "page.md").write_text(START + body, "utf-8")
        make_spec(tmp_path, base)

    read(2)  # what is compiled or imported at first use
    once, twice = steps(lambda: read(150)), steps(lambda: read(300))
    assert twice < 2.2 * once
