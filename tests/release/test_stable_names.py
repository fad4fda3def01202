"""A name stays with what it names: the cases of `../shared/cases/publishing`, and their like."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from jekyll_openapi.api.names import Kept
from jekyll_openapi.diagnostics import Location
from jekyll_openapi.diff.change import bump
from jekyll_openapi.diff.compare import compare
from jekyll_openapi.openapi.lowering import lower
from jekyll_openapi.openapi.names import NameTable, name_table
from jekyll_openapi.pipeline import Made, make_spec
from jekyll_openapi.spec.base import Base
from jekyll_openapi.spec.overlay import Action

CASES = Path(os.environ.get("JEKYLL_OPENAPI_SITE", "../shared/site")).parent / "cases" / "publishing"
FOR_SEND = Action(
    "$.components.schemas.Send.properties.parcelId", "Needed.", Location("overlay.yaml", 1), {"x-a": 1}, expected={}
)


@dataclass
class Site:
    """A small site that was released once."""

    pages: Path
    first: Made
    names: NameTable

    def make(self, kept: Kept | None = None) -> Made:
        return make_spec(self.pages, Base(), overlay=(FOR_SEND,), kept=self.first.api.kept if kept is None else kept)

    def edit(self, name: str, old: str, new: str) -> None:
        file = self.pages / name
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), "utf-8")

    def join(self, name: str, folder: str, called: str = "") -> None:
        shutil.copyfile(CASES / "edits" / name, self.pages / folder / (called or name))


@pytest.fixture
def site(tmp_path: Path) -> Site:
    if not CASES.is_dir():
        pytest.skip(f"{CASES} is not there")
    pages = tmp_path / "pages"
    shutil.copytree(CASES / "pages", pages)
    for path in [pages, *pages.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)
    first = make_spec(pages, Base(), overlay=(FOR_SEND,))
    return Site(pages, first, name_table(lower(first.spec).document, None, "Parcels"))


def _same_last_word(site: Site) -> None:
    site.join("same-last-word.md", "operations", "a.md")


def _own_values(site: Site) -> None:
    site.join("own-values.md", "entities", "barge.md")


def _named_as_a_request(site: Site) -> None:
    site.join("named-as-a-request.md", "entities", "a.md")


def _more_values(site: Site) -> None:
    site.edit("operations/send.md", '`"Slow"` `"Fast"`', '`"Slow"` `"Fast"` `"Express"`')


def _a_row(site: Site) -> None:
    row = "| `id` | `none`{: .label } | number, `int64` |"
    site.edit("entities/parcel.md", row, f"| `uuid` | `none`{{: .label }} | string |\n{row}")


def _moved(site: Site) -> None:
    (site.pages / "entities").rename(site.pages / "records")
    (site.pages / "operations" / "send.md").rename(site.pages / "operations" / "01-send.md")


def _heading_in_other_case(site: Site) -> None:
    site.edit("entities/van.md", "title: Van", "title: VAN")
    site.edit("entities/van.md", "## Van", "## VAN")


def _the_page_that_was_missing(site: Site) -> None:
    site.join("own-values.md", "entities", "depot.md")
    site.edit("entities/depot.md", "/entity-system/index/barge", "/entity-system/index/depot")
    site.edit("entities/depot.md", "Barge", "Depot")


def _named_as_an_enumeration(site: Site) -> None:
    site.join("own-values.md", "entities", "a.md")
    site.edit("entities/a.md", "Barge", "Speed")


def _named_as_an_answer(site: Site) -> None:
    site.join("own-values.md", "entities", "a.md")
    site.edit("entities/a.md", "Barge", "SendResponse")


def _another_method(site: Site) -> None:
    _same_last_word(site)
    site.edit("operations/a.md", "/depot/send", "/parcel/send/again")


def _a_value_for_all(site: Site) -> None:
    for name in ("operations/send.md", "entities/parcel.md", "entities/van.md"):
        site.edit(name, '`"Slow"` `"Fast"`', '`"Slow"` `"Fast"` `"Express"`')


EDITS: list[Callable[[Site], None]] = [
    _same_last_word,
    _own_values,
    _named_as_a_request,
    _a_row,
    _moved,
    _heading_in_other_case,
    _named_as_an_enumeration,
    _named_as_an_answer,
    _another_method,
]


@pytest.mark.parametrize("edit", EDITS)
def test_what_was_named_keeps_its_name(site: Site, edit: Callable[[Site], None]) -> None:
    edit(site)
    made = site.make()
    table = name_table(lower(made.spec).document, site.names, "Parcels")
    assert site.names.public().items() <= table.public().items()
    assert site.first.api.kept.places.items() <= made.api.kept.places.items()
    assert made.spec["components"]["schemas"]["Send"]["properties"]["parcelId"]["x-a"] == 1
    assert bump(compare(site.first.spec, made.spec)) in (None, "minor", "patch")


def test_a_missing_page_that_comes_has_the_name_that_stood_for_it(site: Site) -> None:
    assert "Depot" in site.first.spec["components"]["schemas"]
    _the_page_that_was_missing(site)
    made = site.make()
    assert "speed" in made.spec["components"]["schemas"]["Depot"]["properties"]
    assert made.api.kept.places["schema depot"] == "Depot"


def test_of_two_operations_with_one_last_word_the_new_one_is_long(site: Site) -> None:
    _same_last_word(site)
    made = site.make()
    assert {one.path: one.operation_id for one in made.api.operations if one.method == "post"} == {
        "/depot/send": "depotSend",
        "/parcel/send": "send",
    }
    changed = [str(one.location) for one in made.findings if one.rule.name == "changed-name"]
    assert changed
    assert all(one.startswith("operations/a.md") for one in changed)


def test_of_two_new_ones_both_are_long(site: Site) -> None:
    _same_last_word(site)
    made = site.make(Kept())
    assert {one.path: one.operation_id for one in made.api.operations if one.method == "post"} == {
        "/depot/send": "depotSend",
        "/parcel/send": "parcelSend",
    }


def test_a_place_with_values_of_its_own_gets_a_name_of_its_own(site: Site) -> None:
    _more_values(site)
    schemas = site.make().spec["components"]["schemas"]
    assert schemas["Speed"]["enum"] == ["Slow", "Fast"]
    assert [_speed(schemas[name]) for name in ("Parcel", "Van", "Send")] == ["Speed", "Speed", "SendSpeed"]


def test_values_that_all_places_gain_are_gained_by_the_name(site: Site) -> None:
    _a_value_for_all(site)
    schemas = site.make().spec["components"]["schemas"]
    assert schemas["Speed"]["enum"] == ["Slow", "Fast", "Express"]
    assert [_speed(schemas[name]) for name in ("Parcel", "Van", "Send")] == ["Speed"] * 3


def test_a_new_entity_with_other_values(site: Site) -> None:
    _own_values(site)
    schemas = site.make().spec["components"]["schemas"]
    assert [_speed(schemas[name]) for name in ("Parcel", "Van", "Send", "Barge")] == ["Speed"] * 3 + ["BargeSpeed"]


def test_a_correction_is_not_applied_to_what_has_taken_the_name(site: Site) -> None:
    kept = site.first.api.kept
    (site.pages / "operations" / "send.md").unlink()
    _same_last_word(site)
    made = site.make(Kept({place: name for place, name in kept.places.items() if "send" in place}, kept.values))
    assert "x-a" not in made.spec["components"]["schemas"]["Send"]["properties"]["parcelId"]
    (stale,) = [one for one in made.findings if one.rule.name == "overlay-stale"]
    assert "`Send` was the name of request post /parcel/send" in stale.message


def _speed(schema: Any) -> str:
    found = schema["properties"]["speed"]
    return str(found["allOf"][0]["$ref"]).rpartition("/")[2]
