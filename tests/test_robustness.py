"""No page makes the program stop with an exception or take more than two seconds: mutated real pages, invented ones."""

import os
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from jekyll_openapi.accounting.account import account
from jekyll_openapi.api.dialect import TRADOVATE
from jekyll_openapi.diagnostics import NoPagesError
from jekyll_openapi.pipeline import make_spec
from jekyll_openapi.spec.base import Base
from tests.pace import within
from tests.sampling import examples

DEFAULT = Path(__file__).parent.parent / "spec" / "pages"
REAL = Path(__file__).parent.parent / os.environ.get("JEKYLL_OPENAPI_SITE", "../shared/site")
PAGES = sorted((REAL if REAL.is_dir() else DEFAULT).rglob("*.md"))
"""The real site where it is, else the default pages, which have its forms."""
PIECES = [
    "---\n", "title: /a/b\n", "op: true\n", "permalink: /x\n", "parent: ", "<script>\n", "</script>", "defineTryit({",
    "})", "params: {", "'// x': 1,", "new Date().toJSON()", "JSON.stringify({", "`", '`"Buy"`', "{: .label }", "{:",
    "| ", "|\n", "|:--|:--|\n", "| Property | Tags | Type | Remarks\n", "### Request\n", "### Response\n",
    "### Definition\n", "## `/a/b`\n", "## `/{entity}/find`\n", "{{site.baseurl}}", "{{", "}}", "{% if x %}",
    "{% endif %}", "{% raw %}", "[A](/entity-system/index/a)", "](", "[", "Array<", ">", "number, `int64`",
    "string <= 64 chars", "[1..12]", 'Required for `"Buy"`.', "```js\n", "```\n", "const a = {...a}\n",
    '//=>\n// [{ "id": 1 }]\n', "\r\n", "\t", "\x00", "\u2028", "\ufeff", "é", "<none>", "\\", "\\|", "- ", "> ",
    "    ", "1. ", "***", "<div>", "&lt;", "&a", "*a", "!!python/x",
]  # fmt: skip
"""What pages are made of, and what breaks readers."""
BOUND = settings(max_examples=examples(150), deadline=None, suppress_health_check=list(HealthCheck))


def build(folder: Path, text: bytes) -> None:
    """Makes a spec of the page and one neighbour, and holds the result to what always has to be true."""
    (folder / "page.md").write_bytes(text)
    (folder / "account.md").write_text((DEFAULT / "entities_pages" / "account.md").read_text("utf-8"), encoding="utf-8")
    try:
        made = within(5, lambda: make_spec(folder, Base()))
    except NoPagesError:
        return
    lines = len(re.split(r"\r\n|\r|\n", text.decode("utf-8", "replace")))
    for one in made.findings:
        assert one.location.column >= 1
        assert 1 <= one.location.line <= (lines if one.location.file == "page.md" else 999)
    assert made.text
    unexplained = account(made.site, made.stated, made.findings, TRADOVATE).unexplained
    assert unexplained == (), unexplained


@BOUND
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=60).map("".join))
@example("---\ntitle: /a/b\nop: true\n---\n## `/a/b`\n### Request\n| Property | Type\n|--|--\n| `a` | `b`")
def test_invented_pages(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    build(tmp_path_factory.mktemp("site"), text.encode("utf-8", "surrogatepass"))


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A real page with lines moved, cut, doubled, or pieces put in."""
    text = draw(st.sampled_from(PAGES)).read_text("utf-8")
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 80)))
        match draw(st.sampled_from(["cut", "double", "put", "upper", "end"])):
            case "cut":
                text = text[:start] + text[end:]
            case "double":
                text = text[:end] + text[start:end] + text[end:]
            case "put":
                text = text[:start] + draw(st.sampled_from(PIECES)) + text[start:]
            case "upper":
                text = text[:start] + text[start:end].upper() + text[end:]
            case _:
                text = text[:start] if start > 200 else text
    return text


@BOUND
@given(mutated())
def test_mutated_real_pages(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    build(tmp_path_factory.mktemp("site"), text.encode("utf-8"))


@BOUND
@given(st.binary(max_size=2000))
def test_any_bytes(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    build(tmp_path_factory.mktemp("site"), content)


@pytest.mark.parametrize(
    "text",
    [
        "`" * 100_000,
        "[" * 50_000,
        "| a " * 20_000 + "\n|---\n",
        "> " * 5_000 + "x",
        "{{ " * 20_000,
        "{% if a %}" * 5_000,
        "<script>" + "f(" * 20_000,
        "<script>" + "{a:" * 20_000 + "</script>",
        "---\n" + "a: " + "[" * 16_000 + "\n---\n",
        "## `/a/b`\n" * 5_000,
        "| Property | Type |\n|--|--|\n" + "| `a` | " + "Array<" * 5_000 + " |\n",
        "*a **a " * 10_000,
        "![" * 20_000,
        "{:" * 50_000,
        "Required for " * 10_000,
        "{% raw %}openapi{% endraw %}" + " " * 200_000 + "x",
    ],
    ids=lambda text: repr(text[:14]),
)
def test_what_makes_parsers_slow(tmp_path: Path, text: str) -> None:
    build(tmp_path, b"---\ntitle: X\n---\n" + text.encode() if not text.startswith("---") else text.encode())
