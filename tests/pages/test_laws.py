"""What holds for any text: reading ends, and says only what is there."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from jekyll_openapi.diagnostics import Diagnostic, Location
from jekyll_openapi.pages.document import ArrayLiteral, Fence, ObjectLiteral, Page, Scalar, Value
from jekyll_openapi.pages.front_matter import read_front_matter
from jekyll_openapi.pages.javascript import read_bindings, read_calls, read_values
from jekyll_openapi.pages.limits import Limits
from jekyll_openapi.pages.liquid import render
from jekyll_openapi.pages.markdown import read_blocks
from jekyll_openapi.pages.placed_text import File, PlacedText
from jekyll_openapi.pages.site import read_site
from tests.pages.places import at, check_page
from tests.sampling import every, examples

VARIABLES = {"site": {"baseurl": "/docs", "url": "", "n": 1}, "page": {"title": "T"}}
MARKS = [
    *"\n\t |`*_[](){}<>#:-+.!\\'\"/=&~aAé漢😀0",
    "\n\n", "| a | b |\n|---|---|\n", "|---|\n", "`none`{: .label }", "{: .x}", "\n- ", "\n> ", "\n    ", "\n```js\n",
    "<script>\n", "</script>", "<div>", "<none>", "<!--", "-->", "{{", "}}", "{{site.baseurl}}", "{{ x | y }}", "{%",
    "%}", "{% if site.n %}", "{% endif %}", "{% raw %}", "{% endraw %}", "---\n", "title: /a\n", "defineTryit({",
    "})", "a: 'b',", "'// c': 0,", "new Date().toJSON()", "JSON.stringify(", "[a](/b)", "](", "## ", "===\n", "\r\n",
    "f(", "a: ", "  ", "&a", "*a", "!!x ", "'", "[", "]", "{% for i in (1..3) %}", "{% endfor %}",
]  # fmt: skip
texts = st.lists(st.one_of(st.sampled_from(MARKS), st.text(max_size=3)), max_size=60).map("".join)


def refuse(finding: Diagnostic) -> None:
    """A report for what has nothing to report."""
    pytest.fail(f"{finding.location}: {finding.message}")


def read_page(folder: Path, text: str) -> tuple[Page | None, list[Diagnostic]]:
    """The page that a text makes, and its findings."""
    found: list[Diagnostic] = []
    (folder / "page.md").write_bytes(text.encode())
    pages = read_site(folder / "page.md", found.append).pages
    return (pages[0] if pages else None), found


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=examples(300))
@given(texts)
@example("|\n{: .x}`none`{: .label }")
@example("a\n{: .x}\nb `c`")
@example("a <a href='/b'><h3>c</h3></a> d<br/>e")
@example("{% for i in (1..3) %}`a\n{% endfor %}")
@example("{% for i in (1..2) %}a`b {% endfor %}")
@example("{% for i in (1..2) %}[a{% endfor %}](/b)")
@example("{% for i in (1..2) %}b` {% if site.n %}a{% endif %}{% endfor %}`")
def test_any_text_is_read_and_stands_where_it_is_said_to(tmp_path: Path, text: str) -> None:
    page, found = read_page(tmp_path, text)
    count = len(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    assert all(1 <= finding.location.line <= count and finding.location.column >= 1 for finding in found)
    if page:
        check_page(page, text)


@pytest.mark.deep
@pytest.mark.parametrize("kind", ["cut", "doubled", "without"])
def test_mutated_pages_are_read(tmp_path: Path, site: Path, kind: str) -> None:
    for path in every(4, sorted(site.rglob("*.md"))):
        text = path.read_text(encoding="utf-8")
        for number in range(1, 8):
            start, end = len(text) * number // 8, len(text) * (number + 1) // 8
            changed = {
                "cut": text[:start],
                "doubled": text[:end] + text[start:],
                "without": text[:start] + text[end:],
            }[kind]
            page, _ = read_page(tmp_path, changed)
            if page:
                check_page(page, changed)


scalars = st.one_of(st.text(max_size=8), st.integers(-(10**20), 10**20), st.booleans(), st.none())
numbers = st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**6), max_value=10**6)
literals = st.recursive(
    st.one_of(scalars, numbers),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


def written(value: object) -> str:
    """A value as JSON, decimals with their digits."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, list):
        return f"[{', '.join(map(written, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)}: {written(one)}" for key, one in value.items()) + "}"
    return json.dumps(value)


def plain(value: Value) -> object:
    """A literal as Python has it."""
    match value:
        case Scalar(inner):
            return inner
        case ArrayLiteral(items):
            return [plain(item) for item in items]
        case ObjectLiteral(entries):
            return {entry.key: plain(entry.value) for entry in entries}
    raise AssertionError(value)


@given(st.lists(literals, max_size=3) | st.dictionaries(st.text(max_size=5), literals, max_size=3))
def test_a_literal_is_read_as_it_was_written(value: object) -> None:
    fence = Fence("json", written(value), Location("x.md", 1, 1))
    assert [plain(one) for one in read_values(fence)] == [value]


@given(literals, st.text(max_size=5))
def test_an_argument_is_read_as_it_was_written_and_stands_there(value: object, before: str) -> None:
    script = f"f({json.dumps(before, ensure_ascii=False)}, {written(value)})"
    file = File("x.md", script)
    (call,) = read_calls(script, file.location, refuse)
    assert plain(call.arguments[1]) == value
    assert at(script.split("\n"), call.arguments[1].location) == written(value)


@settings(deadline=None)
@given(texts, st.sampled_from(["js", "json", ""]))
def test_any_fence_is_read(text: str, language: str) -> None:
    fence = Fence(language, text, Location("x.md", 5, 3))
    end = 5 + text.count("\n")
    for found in (*read_bindings(fence), *read_values(fence)):
        assert 5 <= found.location.line <= found.location.end_line <= end


@given(st.dictionaries(st.from_regex(r"[a-z_]{1,8}", fullmatch=True), st.text(max_size=20), max_size=6))
def test_fields_are_read_as_they_were_written(fields: dict[str, str]) -> None:
    text = f"---\n{yaml.safe_dump(fields)}---\nbody"
    read, start = read_front_matter(File("x.md", text), refuse, Limits())
    assert {field.name: field.value for field in read} == fields
    assert text[start:] == "body"


@given(st.lists(st.sampled_from(["a", " ", "\n", "{{site.baseurl}}", "{{- page.title }}", "{{ page.title -}}"])))
def test_variables_render_as_python_liquid_renders_them(parts: list[str]) -> None:
    from liquid import Environment

    text = "".join(parts) + "."  # python-liquid strips too much where white space control meets the end of the text
    rendered = render(PlacedText.whole(File("x.md", text)), VARIABLES, refuse).text
    assert rendered == Environment().from_string(text).render(**VARIABLES)


@settings(deadline=None)
@given(texts)
def test_any_liquid_front_matter_and_script_is_read(text: str) -> None:
    found: list[Diagnostic] = []
    file = File("x.md", f"---\n{text}\n---\n")
    read_front_matter(file, found.append, Limits())
    render(PlacedText.whole(file), VARIABLES, found.append)
    read_calls(text, file.location, found.append)
    assert all(1 <= finding.location.line <= file.text.count("\n") + 1 for finding in found)


@settings(deadline=None)
@given(texts)
def test_two_readings_are_equal(text: str) -> None:
    placed = PlacedText.whole(File("x.md", text.replace("\r", "")))
    first, second = (read_blocks(placed, lambda _: None, Limits()) for _ in range(2))
    assert first == second
