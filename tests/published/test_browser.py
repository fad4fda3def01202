"""The reference page in a real browser without a network: it can be searched, followed and read, and runs nothing."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from jekyll_openapi.diagnostics import Diagnostic, Location
from jekyll_openapi.openapi.json import dump_json
from jekyll_openapi.pipeline import Made
from jekyll_openapi.reference.page import Beside, render_reference
from jekyll_openapi.rules import EMPTY_PAGE
from jekyll_openapi.spec.selection import keep_only
from tests.programs import Programs
from tests.published.hostile import PAYLOADS, hostile_spec

SCREENS = {"phone": (390, 844), "tablet": (800, 1100), "desktop": (1280, 900)}
FAINT = """() => {
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const numbers = (color) => color.match(/[\\d.]+/g).map(Number);
  const behind = (element) => {
    const color = numbers(getComputedStyle(element).backgroundColor);
    return color.length === 3 || color[3] === 1 || !element.parentElement ? color : behind(element.parentElement);
  };
  const faint = new Set();
  for (const element of document.querySelectorAll("body *")) {
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
    if (!element.checkVisibility() || element.tagName === "SCRIPT") continue;
    const [a, b] = [light(numbers(getComputedStyle(element).color)), light(behind(element))].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) faint.add(`${element.tagName} ${element.className}`);
  }
  return [...faint];
}"""
"""The elements whose text stands out from what is behind it by less than accessibility asks for."""
COVERED = """(element) => {
  const { x, y } = element.getBoundingClientRect();
  return !element.contains(document.elementFromPoint(x + 5, y + 5));
}"""
"""Whether something lies over the element."""


@pytest.fixture(scope="module")
def browser(programs: Programs) -> Iterator[Browser]:
    """Chromium without a window, as the system has it."""
    program = programs.on_path("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def file(made: Made, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the product."""
    file = tmp_path_factory.mktemp("reference") / "reference.html"
    beside = Beside(made.sockets, "## 0.2.0 (2026-01-02)\n\nMore.\n")
    file.write_text(render_reference(made.spec, made.findings, beside), "utf-8")
    return file


@pytest.fixture
def troubles() -> list[str]:
    """What the console says, what fails, and every address asked for besides the page's own."""
    return []


@pytest.fixture
def page(browser: Browser, file: Path, troubles: list[str]) -> Iterator[Page]:
    """The page, open, at desktop width; the test fails where the browser complains."""
    with browser.new_context(offline=True) as context:
        page = context.new_page()
        watch(page, troubles)
        page.goto(file.as_uri())
        yield page
    assert troubles == []


def watch(page: Page, troubles: list[str]) -> None:
    """Notes every complaint, request, dialogue and window."""
    page.on("console", lambda message: troubles.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("dialog", lambda dialog: troubles.append(dialog.message))
    page.on("popup", lambda popup: troubles.append(popup.url))
    page.on(
        "request", lambda request: None if request.url.startswith(("file:", "data:")) else troubles.append(request.url)
    )


def place(page: Page, name: str) -> Locator:
    """What has the id."""
    return page.locator(f'[id="{name}"]')


def test_search_finds_an_operation_by_typing(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("placeOCO")
    expect(page.locator("#found a").first).to_contain_text("POST /order/placeOCO")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#operation/placeOCO"
    expect(place(page, "operation/placeOCO").locator("h3")).to_be_in_viewport()


def test_search_finds_properties_pages_and_kinds_of_finding(page: Page) -> None:
    for words, first in {
        "placeoco stopprice": "PlaceOCO.stopPrice property",
        "placeOrder.md": "operations/unique-ops/orders/placeOrder.md docs page",
        "reference-case": "reference-case kind of finding",
        "fills": "POST /order/placeOCO operation",
    }.items():
        page.fill("#search", words)
        expect(page.locator("#found a").first).to_have_text(first)
    page.fill("#search", "no such thing")
    expect(page.locator("#count")).to_have_text("0 found")


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("Account", "Account schema"),
        ("order place", "POST /order/placeOCO operation"),
        ("oco place", "POST /order/placeOCO operation"),
        ("plcaeOCO", "POST /order/placeOCO operation"),
        ("placOCO", "POST /order/placeOCO operation"),
        ("cancelled fills", "POST /order/placeOCO operation"),
        ("props", "props message"),
    ],
    ids=lambda one: str(one).partition(" ")[0],
)
def test_search_takes_words_in_any_order_of_descriptions_and_misspelt(page: Page, words: str, first: str) -> None:
    page.fill("#search", words)
    expect(page.locator("#found a").first).to_have_text(first)


def test_the_contents_say_where_one_is(page: Page, file: Path) -> None:
    marked = page.locator("nav [aria-current]")
    for name, text in {
        "operation/placeOCO": "POST /order/placeOCO",
        "schema/Order": "Order",
        "channel/marketData": "Quotes, depth of market, histograms and charts",
    }.items():
        page.goto(f"{file.as_uri()}#{name}")
        expect(marked).to_have_text(text)
        expect(marked).to_be_in_viewport()


def test_a_call_is_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    sample = place(page, "operation/placeOCO").locator(".sample").first
    sample.get_by_role("button", name="Copy Python").click()
    expect(sample.locator("button")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == sample.locator("code").inner_text()


def test_a_schema_opens_in_place_by_keys(page: Page) -> None:
    answer = place(page, "operation/placeOCO/~answer~200")
    button = answer.get_by_role("button", name="Show PlaceOcoResult here")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(answer.get_by_role("group", name="PlaceOcoResult")).to_contain_text("failureText")
    assert (
        page.evaluate(
            "(() => { const all = [...document.querySelectorAll('[id]')].map((e) => e.id);"
            " return all.length - new Set(all).size; })()"
        )
        == 0
    )
    page.keyboard.press("Enter")
    expect(answer.locator(".nested")).to_have_count(0)


def test_the_description_can_be_downloaded(page: Page, made: Made, tmp_path: Path) -> None:
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download this description").click()
    waiting.value.save_as(tmp_path / "openapi.json")
    found = json.loads((tmp_path / "openapi.json").read_text("utf-8"))
    assert found == json.loads(dump_json(made.spec))


def test_it_prints_at_a_length_that_is_read(page: Page) -> None:
    pages = re.findall(rb"/Type\s*/Page[^s]", page.pdf(format="A4"))
    assert 10 < len(pages) <= 100


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_axe_finds_nothing(browser: Browser, file: Path, width: int, programs: Programs) -> None:
    axe = programs.module("axe-core") / "axe.min.js"
    with browser.new_context(viewport={"width": width, "height": 900}, offline=True, bypass_csp=True) as context:
        page = context.new_page()
        page.goto(f"{file.as_uri()}#operation/placeOCO")
        place(page, "operation/placeOCO").locator("button.open").first.click()
        page.evaluate(axe.read_text("utf-8"))
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']}).then((all) => all.violations)")
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
        page.evaluate("document.querySelector('.marks').insertAdjacentHTML('afterend', '<img src=data:,>')")
        again = page.evaluate("axe.run(document, {runOnly: ['image-alt']}).then((all) => all.violations)")
        assert len(again) == 1


def test_search_can_be_used_by_keys_alone(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("accountId")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#found a").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#found a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#search")).to_be_focused()
    expect(page.locator("#search")).to_have_value("")
    expect(page.locator("#menu")).to_be_visible()


def test_a_property_leads_to_its_line_and_the_line_back(page: Page, file: Path) -> None:
    page.goto(f"{file.as_uri()}#schema/PlaceOCO/price")
    expect(place(page, "schema/PlaceOCO/price")).to_be_in_viewport()
    line = place(page, "page/operations/unique-ops/orders/placeOCO.md:66")
    expect(line).to_be_hidden()
    place(page, "schema/PlaceOCO/price").locator(".known > .place").click()
    expect(line).to_be_in_viewport()
    line.get_by_role("link", name="PlaceOCO.price", exact=True).click()
    expect(place(page, "schema/PlaceOCO/price")).to_be_in_viewport()


def test_lines_without_a_finding_are_shown_when_asked_for(page: Page) -> None:
    quiet = page.locator(".lines > li.quiet").first
    expect(quiet).to_be_hidden()
    page.get_by_label("Show lines without a finding too").check()
    expect(quiet).to_be_visible()


def test_contents_lead_to_a_place_on_a_phone_and_give_way(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    operation = page.locator("nav").get_by_role("link", name="POST /order/placeOCO")
    expect(operation).to_be_hidden()
    page.locator("#menu > summary").click()
    operation.click()
    expect(operation).to_be_hidden()
    expect(place(page, "operation/placeOCO").locator("h3")).to_be_in_viewport()
    page.fill("#search", "placeOSO")
    page.keyboard.press("Enter")
    expect(page.locator("#found")).to_be_hidden()
    expect(place(page, "operation/placeOSO").locator("h3")).to_be_in_viewport()


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_readable_at_every_width_in_light_and_dark(
    screen: str, scheme: Literal["light", "dark"], browser: Browser, file: Path, troubles: list[str]
) -> None:
    width, height = SCREENS[screen]
    with browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, offline=True) as context:
        page = context.new_page()
        watch(page, troubles)
        page.goto(f"{file.as_uri()}#operation/placeOCO")
        heading = place(page, "operation/placeOCO").locator("h3")
        expect(heading).to_be_in_viewport(ratio=1)
        assert not heading.evaluate(COVERED)
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert page.evaluate(FAINT) == []
    assert troubles == []


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_runs_nothing(
    payload: str, browser: Browser, made: Made, tmp_path: Path, troubles: list[str]
) -> None:
    spec = hostile_spec(keep_only(made.spec, ["/order/placeOCO", "/account/items"]), payload)
    findings = [Diagnostic(EMPTY_PAGE, payload, Location(f"{payload}.md", 3), payload)]
    file = tmp_path / "reference.html"
    file.write_text(render_reference(spec, findings), "utf-8")
    with browser.new_context(offline=True) as context:
        page = context.new_page()
        watch(page, troubles)
        page.goto(file.as_uri())
        title = page.title()
        page.fill("#search", payload)
        page.fill("#search", "placeOCO")
        for event in ("mouseover", "click", "focus", "error", "load"):
            page.evaluate(f"document.querySelectorAll('body *').forEach((e) => e.dispatchEvent(new Event('{event}')))")
        for link in page.locator("a[href]:not([href^='#']):visible").all()[:3]:
            assert str(link.get_attribute("href")).startswith(("http://", "https://"))
        assert page.title() == title != "owned"
        assert page.locator("script:not([type])").count() == 1
    assert troubles == []


def test_what_got_through_would_be_stopped_and_seen(
    browser: Browser, file: Path, tmp_path: Path, troubles: list[str]
) -> None:
    leak = '<script>document.title = "owned"</script><img src="https://example.invalid/a.png" onerror="alert(1)">'
    broken = tmp_path / "reference.html"
    broken.write_text(file.read_text("utf-8").replace("</main>", f"{leak}</main>"), "utf-8")
    with browser.new_context(offline=True) as context:
        page = context.new_page()
        watch(page, troubles)
        page.goto(broken.as_uri())
        assert page.title() != "owned"
    assert len(troubles) >= 2


def test_faint_text_would_be_seen(page: Page) -> None:
    page.evaluate("document.documentElement.style.setProperty('--soft', '#aaa')")
    assert page.evaluate(FAINT) != []
