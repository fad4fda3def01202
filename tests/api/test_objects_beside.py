"""Tables of objects that stand beside operations, or above them, are schemas and no part of an operation."""

from pathlib import Path

import pytest

from tests.api.small import answer, make, operation, operations, parameters

OBJECT = "| Name | Type | Description |\n|---|---|---|\n| id | integer | |\n| depth | number, double | |\n"
ASKS = "| Name | Type | Description |\n|---|---|---|\n| q | string | What to look for. |\n"


def schemas(folder: Path, text: str, **settings: object) -> dict[str, list[str]]:
    made = make(folder, text, free_tables="request", **settings)
    return {name: list(one.get("properties", ())) for name, one in made.spec["components"]["schemas"].items()}


@pytest.mark.parametrize("title", ["The Berth object", "Berth object", "The `Berth` model", "Berth resource"])
def test_an_object_beside_operations_is_none_of_their_requests(tmp_path: Path, title: str) -> None:
    text = (
        "# Harbour\n\n### `GET /berths`\n\nLists berths.\n\n### `DELETE /berths/{id}`\n\nRemoves a berth.\n\n"
        f"### {title}\n\n{OBJECT}"
    )
    assert schemas(tmp_path, text) == {"Berth": ["id", "depth"]}
    made = make(tmp_path, text, free_tables="request")
    assert parameters(made, "DELETE /berths/{id}") == ["path id!"]


def test_a_sentence_that_links_to_the_heading_of_an_object_returns_it(tmp_path: Path) -> None:
    text = (
        "# Harbour\n\n### `GET /berths/{id}`\n\nReturns a [Berth](#the-berth-object).\n\n### `DELETE /berths/{id}`\n\n"
        f"Removes a berth.\n\n### The Berth object\n\n{OBJECT}"
    )
    assert list(answer(make(tmp_path, text), "GET /berths/{id}")["properties"]) == ["id", "depth"]


def test_a_section_beside_operations_that_cells_link_to_is_a_schema(tmp_path: Path) -> None:
    text = (
        "# P\n\n## All\n\n`GET /plots`\n\n### Responses\n\n| Code | Description | Body |\n|---|---|---|\n"
        "| 200 | All | [Plot](#plot)[] |\n\n## Get\n\n`GET /plots/{id}`\n\nReturns a [Plot](#plot).\n\n## Types\n\n"
        f"### Plot\n\n{OBJECT}"
    )
    made = make(tmp_path, text, operation_places=["heading", "bold"])
    assert schemas(tmp_path, text, operation_places=["heading", "bold"]) == {"Plot": ["id", "depth"]}
    assert list(answer(made, "GET /plots/{id}")["properties"]) == ["id", "depth"]


def test_the_table_above_the_first_of_several_operations_is_what_the_page_is_about(tmp_path: Path) -> None:
    text = (
        f"# Party\n\nA party owns accounts.\n\n{OBJECT}\n## Create a party\n\n`POST /parties`\n\n## Search parties\n\n"
        f"`GET /parties`\n\n{ASKS}\nReturns a page of parties:\n\n| Name | Type |\n|---|---|\n| items | Party[] |\n"
    )
    made = make(tmp_path, text, free_tables="request", operation_places=["bold"])
    assert sorted(operations(made)) == ["GET /parties", "POST /parties"]
    assert schemas(tmp_path, text, operation_places=["bold"])["Party"] == ["id", "depth"]
    assert parameters(made, "GET /parties") == ["query q"]


@pytest.mark.parametrize(
    "text",
    [
        # A table of parameters above the operations is shared by them, or nobody's.
        f"# Party\n\n{ASKS.replace('Name', 'Parameter')}\n## A\n\n`GET /a`\n\n## B\n\n`GET /b`\n",
        # With one operation, the table can be its own.
        f"# Party\n\n{OBJECT}\n## Create\n\n`POST /parties`\n",
        # The title of a guide is no name.
        f"# How we count\n\n{OBJECT}\n## A\n\n`GET /a`\n\n## B\n\n`GET /b`\n",
    ],
)
def test_other_tables_above_operations_define_nothing(tmp_path: Path, text: str) -> None:
    assert "Party" not in schemas(tmp_path, text)


def test_the_object_of_a_row_stays_within_its_operation(tmp_path: Path) -> None:
    text = (
        "# B\n\n### `GET /boxes`\n\nLists boxes.\n\n### `POST /boxes`\n\n#### Request\n\n| Name | Type |\n|---|---|\n"
        f"| owner | object |\n\n#### The owner object\n\n{OBJECT}"
    )
    made = make(tmp_path, text)
    sent = operation(made, "POST /boxes")["requestBody"]["content"]["application/json"]["schema"]["$ref"]
    sent = made.spec["components"]["schemas"][sent.rsplit("/", 1)[-1]]
    assert list(sent["properties"]["owner"]["properties"]) == ["id", "depth"]
