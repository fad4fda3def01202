"""What is kept, for how long, and that a program which remembers makes what one makes that does not."""

import shutil
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from jekyll_openapi.cache import Cache
from jekyll_openapi.client.errors import ClientError
from jekyll_openapi.client.generate import make_client
from jekyll_openapi.pages.limits import Limits
from jekyll_openapi.pipeline import make_spec
from jekyll_openapi.spec.base import Base
from tests.client.sample import sample

PAGES = Path(__file__).parents[1] / "spec" / "pages"
Json = dict[str, Any]


def test_a_result_is_made_once_also_where_it_is_nothing() -> None:
    cache = Cache()
    times: list[int] = []

    def make() -> tuple[str, ...]:
        times.append(1)
        return ()

    assert [cache.get("key", make) for _ in range(3)] == [(), (), ()]
    assert times == [1]


def test_what_nobody_asks_for_is_dropped_in_the_end() -> None:
    cache = Cache()
    cache.keep("old", "x")
    for _ in range(50):
        cache.keep("used", "y")
        cache.end_round()
    assert (cache.find("old"), cache.find("used")) == (None, "y")


# --- clients ----------------------------------------------------------------------------------------------------------


def describe(spec: Json) -> None:
    spec["components"]["schemas"]["Order"]["description"] = "In other words."


def correct(spec: Json) -> None:
    spec["components"]["schemas"]["PlaceOCO"]["properties"]["symbol"]["maxLength"] = 7


def add_property(spec: Json) -> None:
    spec["components"]["schemas"]["Order"]["properties"]["note"] = {"type": "string", "description": "A note."}


def rename_schema(spec: Json) -> None:
    schemas = spec["components"]["schemas"]
    spec["components"]["schemas"] = {{"Account": "Depot"}.get(name, name): one for name, one in schemas.items()}
    for path in ("/account/list", "/account/item"):
        content = spec["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]
        reference = {"$ref": "#/components/schemas/Depot"}
        content["schema"] = {"type": "array", "items": reference} if path.endswith("list") else reference


def add_value(spec: Json) -> None:
    spec["components"]["schemas"]["OrderType"]["enum"].append("Pegged")


def move_operation(spec: Json) -> None:
    spec["paths"]["/order/placeBoth"] = spec["paths"].pop("/order/placeOCO")


def retag(spec: Json) -> None:
    spec["paths"]["/command/list"]["get"]["tags"] = ["Another"]


def drop_operation(spec: Json) -> None:
    del spec["paths"]["/auth/me"]


def retitle(spec: Json) -> None:
    spec["info"]["title"] = "Another title"


EDITS: tuple[Callable[[Json], None], ...] = (
    describe,
    correct,
    add_property,
    rename_schema,
    add_value,
    move_operation,
    retag,
    drop_operation,
    retitle,
)


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_client_made_again_is_one_that_is_made_anew(tmp_path: Path) -> None:
    """After each edit, and when all are taken back."""
    spec, cache = sample(), Cache()
    for edit in (*EDITS, None):
        if edit:
            edit(spec)
        else:
            spec = sample()
        make_client(spec, tmp_path / "again", cache)
        cache.end_round()
        shutil.rmtree(tmp_path / "anew", ignore_errors=True)
        make_client(spec, tmp_path / "anew")
        assert tree(tmp_path / "again") == tree(tmp_path / "anew"), edit


def test_each_part_comes_out_alone_as_it_comes_out_among_all(tmp_path: Path) -> None:
    """A cache that has seen all but one operation."""
    whole = sample()
    make_client(whole, tmp_path / "anew")
    for path in ("/order/placeOCO", "/contract/suggest", "/cashBalance/changeDemoBalance"):
        cache, spec = Cache(), deepcopy(whole)
        del spec["paths"][path]
        make_client(spec, tmp_path / "again", cache)
        make_client(whole, tmp_path / "again", cache)
        assert tree(tmp_path / "again") == tree(tmp_path / "anew"), path


def test_a_client_that_cannot_be_made_leaves_the_memory_good(tmp_path: Path) -> None:
    cache, broken = Cache(), sample()
    make_client(sample(), tmp_path / "again", cache)
    broken["x-client"]["package"] = "no name"
    with pytest.raises(ClientError):
        make_client(broken, tmp_path / "again", cache)
    make_client(sample(), tmp_path / "again", cache)
    make_client(sample(), tmp_path / "anew")
    assert tree(tmp_path / "again") == tree(tmp_path / "anew")


# --- pages ------------------------------------------------------------------------------------------------------------


def test_pages_read_again_are_those_that_are_read_anew(tmp_path: Path) -> None:
    """Edited, emptied, moved, spoilt, put under other settings and other limits."""
    unread = shutil.ignore_patterns(
        "unique-ops", "shared-ops", "*-guide", "entity-system", "*[Oo]rder*.md", "[c-f]*.md"
    )
    shutil.copytree(PAGES, tmp_path / "pages", ignore=unread)  # a few of them: each state is read twice
    pages, cache = tmp_path / "pages", Cache()
    account, settings = pages / "entities_pages" / "account.md", pages / "_config.yml"
    good = account.read_bytes()
    states: tuple[tuple[Callable[[], object], Limits], ...] = (
        (lambda: None, Limits()),
        (lambda: account.write_bytes(good.replace(b"64", b"65")), Limits()),
        (lambda: account.write_bytes(good.replace(b"\n", b"\r\n")), Limits()),
        (lambda: account.write_bytes(b""), Limits()),
        (lambda: account.write_bytes(b"\xff"), Limits()),
        (lambda: account.write_bytes(good), Limits()),
        (lambda: settings.write_text("baseurl: /elsewhere\n"), Limits()),
        (lambda: settings.write_text("baseurl: /elsewhere\nurl: https://example.invalid\n"), Limits()),
        (lambda: account.rename(pages / "moved.md"), Limits()),
        (lambda: None, Limits(columns=2)),
        (lambda: None, Limits(findings=1)),
    )
    for change, limits in states:
        change()
        again = make_spec(pages, Base(), limits=limits, cache=cache)
        anew = make_spec(pages, Base(), limits=limits)
        assert (again.text, again.findings, again.inferred) == (anew.text, anew.findings, anew.inferred)
        cache.end_round()
