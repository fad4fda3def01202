"""The reference page as a file: whole, safe, the same each time, and saying what it has to."""

import base64
import hashlib
import re
from collections import Counter
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest

from jekyll_openapi.diagnostics import Diagnostic, Location
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.pipeline import Made
from jekyll_openapi.reference.page import render_reference
from jekyll_openapi.rules import EMPTY_PAGE
from jekyll_openapi.spec.selection import keep_only
from tests.published.hostile import PAYLOADS, hostile_spec
from tests.published.kinds import objects

LARGEST = 2_500_000
ALONE = {"meta", "link", "input", "br", "hr"}
"""Elements without an end tag that the page has."""


class Outline(HTMLParser):
    """The elements of a page: tags, ids, links, and the text of each element with an id."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.attributes: Counter[str] = Counter()
        self._texts: dict[str, list[str]] = {}
        self.raw: dict[str, str] = {}
        self._open: list[tuple[str, str]] = []
        self.feed(html)
        self.close()
        assert self._open == []
        self.texts = {name: "".join(parts) for name, parts in self._texts.items()}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags[tag] += 1
        self.attributes.update(list(given))
        if "href" in given:
            self.links.append(given["href"])
        if "id" in given:
            self.ids[given["id"]] += 1
        if tag not in ALONE:
            self._open.append((tag, given.get("id", "")))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        for _, name in self._open:
            self._texts.setdefault(name, []).append(data)
        if self._open and self._open[-1][0] in ("style", "script"):
            self.raw[self._open[-1][0]] = data


@pytest.fixture(scope="module")
def html(made: Made) -> str:
    """The page of the product."""
    return render_reference(made.spec, made.findings)


@pytest.fixture(scope="module")
def outline(html: str) -> Outline:
    """Its elements."""
    return Outline(html)


def test_it_is_one_file_of_a_size_that_can_be_sent(html: str, outline: Outline) -> None:
    assert len(html.encode()) <= LARGEST
    assert not {"src", "srcset", "srcdoc", "action", "style"} & set(outline.attributes)
    assert not {"img", "iframe", "object", "embed", "form", "base", "svg"} & set(outline.tags)
    assert {link for link in outline.links if not link.startswith("#")} == {"data:,"}


def test_the_page_of_the_site_is_no_larger(site_spec: Json) -> None:
    assert len(render_reference(site_spec, ()).encode()) <= LARGEST


def test_every_link_leads_somewhere_and_every_id_is_one(outline: Outline) -> None:
    assert [name for name, count in outline.ids.items() if count > 1] == []
    assert {unquote(link) for link in outline.links if link.startswith("#")} - {
        f"#{name}" for name in outline.ids
    } == set()


def test_only_the_page_s_own_style_and_script_are_let_through(html: str, outline: Outline) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy is not None
    directives = dict(part.strip().split(" ", 1) for part in policy[1].replace("&#39;", "'").split(";"))
    for element in ("style", "script"):
        digest = base64.b64encode(hashlib.sha256(outline.raw[element].encode()).digest()).decode()
        assert directives[f"{element}-src"] == f"'sha256-{digest}'"
    assert outline.tags["style"] == 1
    assert outline.tags["script"] == 2
    assert html.count('<script type="application/json" id="description">') == 1
    assert directives["default-src"] == "'none'"


def test_it_is_the_same_each_time(made: Made, html: str) -> None:
    assert render_reference(made.spec, made.findings) == html
    assert not re.search(r"\b20\d\d-\d\d-\d\d\b", html.replace("2024-01-02T15:04:05Z", ""))


def test_everything_has_its_place_with_the_line_that_states_it(made: Made, outline: Outline) -> None:
    missing = []
    for path, item in made.spec["paths"].items():
        for operation in item.values():
            text = outline.texts.get(f"operation/{operation['operationId']}", "")
            missing += [f"{path}: {part}" for part in (path, operation["x-source"]) if part not in text]
    for name, schema in made.spec["components"]["schemas"].items():
        for key, content in schema.get("properties", {}).items():
            text = outline.texts.get(f"schema/{name}/{key}", "")
            evidence = [re.sub("`", "", one) for one in content.get("x-inferred-from", ())]
            known = "inferred" if evidence else "stated"
            missing += [f"{name}.{key}: {part}" for part in (known, content["x-source"], *evidence) if part not in text]
    assert missing == []


def test_each_line_leads_back_to_what_it_states(made: Made, outline: Outline) -> None:
    sources = {str(one["x-source"]) for _, one in objects("openapi", made.spec) if "x-source" in one}
    assert {source for source in sources if f"page/{source}" not in outline.ids} == set()
    assert "PlaceOCO.price" in outline.texts["page/operations/unique-ops/orders/placeOCO.md:66"]


def test_each_finding_stands_at_its_line(made: Made, outline: Outline) -> None:
    assert made.findings
    for one in made.findings:
        text = outline.texts[f"page/{one.location}"]
        assert one.rule.name in text
        assert re.sub("`", "", one.message) in text
        assert one.rule.summary.replace("`", "") in outline.texts[f"rule/{one.rule.name}"]


def test_rules_and_corrections_are_in_words(made: Made, outline: Outline) -> None:
    assert "price is required when orderType is" in outline.texts["schema/PlaceOCO/~if~0"]
    assert "Required when timeInForce is GTD" in outline.texts["schema/PlaceOCO/expireTime"]
    assert "required in practice" in outline.texts["schema/PlaceOCO/accountId"]
    for number, correction in enumerate(made.spec["info"]["x-corrections"], 1):
        assert correction["description"].replace("`", "") in outline.texts[f"correction/{number}"]
    assert "corrected (1)" in outline.texts["schema/PlaceOCO/isAutomated"]
    assert "corrected" not in outline.texts["schema/PlaceOCO/stopPrice"]
    targets = [one["target"] for one in made.spec["info"]["x-corrections"]]
    shown = next(number for number, one in enumerate(targets, 1) if "'/order/placeOCO'" in one)
    assert f"corrected ({shown})" in outline.texts["operation/placeOCO/~answer~200"]
    assert "corrected (2)" in outline.texts["schema/PlaceOCO/price"]


def test_nothing_of_the_spec_is_hidden(made: Made) -> None:
    spec = {**made.spec, "x-new": "of the whole"}
    order = {**spec["components"]["schemas"]["Order"], "minProperties": 3, "x-own": "of a schema"}
    spec["components"] = {**spec["components"], "schemas": {**spec["components"]["schemas"], "Order": order}}
    html = render_reference(spec, ())
    for text in ("of the whole", "minProperties: 3", "of a schema"):
        assert text in html


@pytest.fixture(scope="module")
def small(made: Made) -> Json:
    """A part of the spec that has every kind of object."""
    return keep_only(made.spec, ["/order/placeOCO", "/account/items"])


@pytest.fixture(scope="module")
def tame(small: Json) -> Outline:
    """The page of that part with the word "text" in every place of a text."""
    return Outline(render_reference(hostile_spec(small, "text"), ()))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_stays_text(payload: str, small: Json, tame: Outline) -> None:
    rows = tuple(Diagnostic(EMPTY_PAGE, payload, Location(f"{payload}.md", 3), payload) for _ in range(2))
    hostile = Outline(render_reference(hostile_spec(small, payload), rows))
    assert (hostile.tags["script"], hostile.tags["style"]) == (2, 1)
    assert set(hostile.tags) <= set(tame.tags) | {"a", "em", "strong", "code", "pre", "blockquote", "br", "hr"}
    assert not {name for name in hostile.attributes if name.startswith("on")}
    assert all(link.startswith(("#", "http://", "https://", "data:,")) for link in hostile.links)
    assert [name for name in hostile.ids if re.search(r"[\s\"'<>&]", name)] == []


def test_control_and_direction_marks_are_shown_by_number(small: Json) -> None:
    html = render_reference(hostile_spec(small, "a\u202eb\x00c\u2028d\ud800e"), ())
    assert "a\\u202eb\\u0000c\\u2028d\\ud800e" in html
    html.encode()


@pytest.mark.parametrize(
    "text", ["::error::x", "a\n::error::x\n\t ::stop-commands::y", "```\n::add-mask::x\n```\n##[error]y"]
)
def test_no_line_is_a_command_for_a_runner_that_prints_the_page(small: Json, text: str) -> None:
    html = render_reference(hostile_spec(small, text), ())
    assert not re.search(r"^\s*::|##\[", html, re.MULTILINE)
    assert any("::" in shown for shown in Outline(html).texts.values())


def test_what_is_deprecated_is_marked(small: Json) -> None:
    order = {"post": small["paths"]["/order/placeOCO"]["post"] | {"deprecated": True}}
    html = render_reference({**small, "paths": small["paths"] | {"/order/placeOCO": order}}, ())
    assert html.count('<h3 class="old">') == html.count(">deprecated</span>") == 1


def test_a_spec_of_nothing_gives_a_page() -> None:
    empty: Json = {"openapi": "3.1.1", "info": {"title": "Nothing", "version": "1"}, "paths": {}}
    assert "Nothing" in Outline(render_reference(empty, ())).texts["about"]
