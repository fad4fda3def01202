"""What other tools show of a description: tags, summaries, titles of rules, examples of answers."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from jekyll_openapi.api.shared import _summary
from jekyll_openapi.openapi.operations import operations
from jekyll_openapi.pipeline import Made, make_spec
from jekyll_openapi.spec.base import read_base
from jekyll_openapi.spec.overlay import read_overlay

SUMMARIES = {
    "Gives the entity with the ID.": "Gives the Account with the ID",
    "Returns an entity by its id.": "Returns an Account by its id",
    "Returns one entity.": "Returns one Account",
    "This operation is used to look up an entity by ID.": "Look up an Account by ID",
    "Lists the entities of this type that you may see.": "Lists the Account entities that you may see",
    "Lists every entity of this type.": "Lists every Account",
    "Entities, newest first.": "Account entities, newest first",
    "Gives what has the ID.": "Account: Gives what has the ID",
    "": "Account: item",
}


@pytest.mark.parametrize("sentence", SUMMARIES)
def test_a_shared_operation_is_summed_up_with_its_entity(sentence: str) -> None:
    assert _summary("item", sentence, "Account", False) == SUMMARIES[sentence]


def test_a_shared_operation_of_many_says_so() -> None:
    assert _summary("items", "Look up an entity.", "Order", True) == "Look up Order entities"
    assert _summary("item", "Gets an entity.", "User", False) == "Gets a User"


@pytest.fixture(scope="module", params=["pages", "site"])
def made(request: pytest.FixtureRequest, root: Path) -> Made:
    """The description of the pages here, corrected, and of the real site."""
    base = read_base(root / "spec" / "base.yaml")
    if request.param == "site":
        return make_spec(request.getfixturevalue("site"), base)
    return make_spec(root / "spec" / "pages", base, overlay=read_overlay(root / "spec" / "overlay.yaml", "overlay"))


def test_no_tag_holds_more_than_a_fifth_and_each_is_described(made: Made) -> None:
    found = [one for _, _, one in operations(made.spec)]
    counts = Counter(tag for one in found for tag in one["tags"])
    assert max(counts.values()) <= len(found) / 5
    described: dict[str, Any] = {one["name"]: one["description"] for one in made.spec["tags"]}
    assert set(described) == set(counts)
    assert all(described.values())


def test_no_two_operations_have_one_summary(made: Made) -> None:
    counts = Counter(one["summary"] for _, _, one in operations(made.spec))
    assert [summary for summary, count in counts.items() if count > 1] == []
