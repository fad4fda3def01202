"""`spec/base.yaml`: each operation of the documentation site has one class, and every reference leads somewhere."""

import os
import re
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / os.environ.get("JEKYLL_OPENAPI_SITE", "../shared/site")
PAGE = "spec/pages/entities_pages/responses/placeOrderResult.md"
BASE: dict[str, Any] = yaml.safe_load((ROOT / "spec" / "base.yaml").read_text("utf-8"))


def matches(path: str, pattern: str) -> bool:
    """True where the pattern has as many segments as the path, each equal or `*`."""
    segments, wanted = path.split("/"), pattern.split("/")
    return len(segments) == len(wanted) and all(map(fnmatchcase, segments, wanted))


def classes(path: str) -> list[str]:
    """The classes whose patterns the path matches."""
    return [name for name, patterns in BASE["x-operation-classes"].items() if any(matches(path, p) for p in patterns)]


def operations() -> set[str]:
    """The paths in the headings of the site's operation pages, else in their titles."""
    texts = [page.read_text("utf-8") for page in (SITE / "operations").rglob("*.md")]
    found = [re.search(r"^#+ `(/\S+)`", text, re.M) or re.search(r"^title: (/\S+)", text, re.M) for text in texts]
    return {one[1].replace("{entity}", "account") for one in found if one}


@pytest.mark.skipif(not SITE.is_dir(), reason=f"no documentation site at {SITE} (JEKYLL_OPENAPI_SITE)")
def test_every_operation_of_the_site_has_one_class() -> None:
    paths = {path if path.count("/") > 1 else f"/account{path}" for path in operations()}
    assert "/order/placeOCO" in paths
    assert "/account/list" in paths
    assert {path: found for path in paths if len(found := classes(path)) != 1} == {}


def test_what_moves_money_is_never_sent_twice() -> None:
    assert classes("/order/placeOCO") == ["trade"]
    assert classes("/auth/accessTokenRequest") == ["auth"]
    assert classes("/order/somethingNew") == []


def test_references_lead_somewhere() -> None:
    for answer in BASE["x-operation-defaults"]["responses"].values():
        name = answer["$ref"].removeprefix("#/components/responses/")
        assert BASE["components"]["responses"][name]["description"]


def test_the_first_server_is_the_one_without_money() -> None:
    assert [server["x-environment"] for server in BASE["servers"]] == ["demo", "live"]


def test_every_failure_reason_of_the_pages_says_whether_trying_again_can_help() -> None:
    row = re.search(r"`failureReason`.*", (ROOT / PAGE).read_text("utf-8"))
    assert row
    client = BASE["x-client"]
    assert {*re.findall(r'"(\w+)"', row[0])} == {*client["failure-reasons"], *client["failures"]["no-failure"]}
    assert {one["again"] for one in client["failure-reasons"].values()} == {"no", "later", "look-first"}


def test_a_session_is_renewed_within_its_budget() -> None:
    session = BASE["x-client"]["session"]
    between = session["lifetime"] - session["renew-before"]
    assert session["budget-seconds"] / between < session["renew-budget"]


def words_of(page: str, name: str) -> set[str]:
    """The values that a page lists for a property."""
    row = re.search(rf"^\| `{name}` .*", (ROOT / "spec/pages/entities_pages" / page).read_text("utf-8"), re.M)
    assert row
    return {*re.findall(r'`"(\w+)"`', row[0])}


def test_what_reconciling_goes_by_is_on_the_pages() -> None:
    client = BASE["x-client"]
    facts, trades = client["reconcile"], client["trades"].values()
    assert {one["command"] for one in trades if "entity" not in one} <= words_of("command.md", "commandType")
    assert {*facts["done"], *facts["refused"]} <= words_of("command.md", "commandStatus")
    assert not {*facts["done"]} & {*facts["refused"]}
    states = {state for one in trades for state in (*one.get("ended", ()), *one.get("failed", ()))}
    assert states <= words_of("order.md", "ordStatus")
    paths = {path.rpartition("/")[2] for path in BASE["x-operation-classes"]["trade"]}
    assert {*client["trades"]} <= paths


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("Incorrect username or password. Please try again, noting that passwords are case-sensitive.", True),
        ("Wrong password", True),
        ("Invalid credentials", True),
        ("The password is incorrect", True),
        ("Username and password do not match", True),
        ("The service is temporarily unavailable", False),
        ("Your password will expire in 3 days", False),
        ("Checking your browser", False),
        ("Invalid app version", False),
        ("Bad gateway", False),
        ("Too many login attempts. Try again later", False),
    ],
)
def test_only_a_wrong_password_reads_like_one(text: str, is_wrong: bool) -> None:
    found = re.search(BASE["x-client"]["session"]["wrong-password"], text, re.IGNORECASE)
    assert (found is not None) == is_wrong
