"""Types that a row leaves open follow from the operation's subject and its parts, not from other tables."""

from pathlib import Path
from typing import Any

import pytest

from tests.api.small import body, make, rules, table


def _entity(title: str, *rows: str) -> str:
    return f"---\ntitle: {title}\n---\n## {title}\n\n### Definition\n{table(*rows)}"


def _asked(tmp_path: Path, row: str, entities: dict[str, tuple[str, ...]]) -> dict[str, Any]:
    """The one property that `/parcel/send` takes, beside the entities."""
    pages = {f"{title}.md": _entity(title, *rows) for title, rows in entities.items()}
    pages["send.md"] = f"---\ntitle: /parcel/send\nop: true\n---\n## `POST /parcel/send`\n\n### Request\n{table(row)}"
    (found,) = body(make(tmp_path, pages), "POST /parcel/send")["properties"].values()
    return {key: value for key, value in found.items() if not key.startswith("x-")}


PARCEL = ("id number, `int64`", "label string <= 20 chars", "mass number, `double`")


@pytest.mark.parametrize(
    ("row", "entities", "expected"),
    [
        ("label string", {"Parcel": PARCEL}, {"type": "string", "maxLength": 20}),
        ("mass number", {"Parcel": PARCEL}, {"type": "number", "format": "double"}),
        # Another table's property of the same name is another property.
        ("label string", {"Currency": PARCEL}, {"type": "string"}),
        ("mass number", {"Currency": ("mass number, `int32`",)}, {"type": "number"}),
        ("label string", {"Parcel": ("id int",), "Shelf": PARCEL}, {"type": "string"}),
        # What belongs to the parcel, by its name or by the id that it holds, states the type and no limit.
        ("mass number", {"Parcel": ("id int",), "ParcelVersion": PARCEL}, {"type": "number", "format": "double"}),
        (
            "qty number",
            {"Parcel": ("id int",), "Trip": ("parcelId int64", "qty number, `int32` [1..5]")},
            {"type": "integer", "format": "int32"},
        ),
        ("label string", {"Parcel": ("id int",), "ParcelVersion": PARCEL}, {"type": "string"}),
        ("shelfId number", {"Shelf": ("id number, `int64`",)}, {"type": "integer", "format": "int64"}),
        # The row's own words come first.
        ("label string <= 9 chars", {"Parcel": PARCEL}, {"type": "string", "maxLength": 9}),
        ("mass int", {"Parcel": PARCEL}, {"type": "integer"}),
    ],
)
def test_only_what_an_operation_is_about_decides(
    tmp_path: Path, row: str, entities: dict[str, tuple[str, ...]], expected: dict[str, Any]
) -> None:
    assert _asked(tmp_path, row, entities) == expected


def test_the_values_of_a_row_stay_with_it(tmp_path: Path) -> None:
    asked = _asked(tmp_path, "mass int: 1, 2", {"Parcel": ("id int", "mass number, `int32` [1..9]")})
    assert asked == {"type": "integer", "enum": [1, 2]}


@pytest.mark.parametrize("cell", ["number, [1..12]", "number (0-400)", "number <= 1.5"])
def test_whole_bounds_do_not_make_an_integer(tmp_path: Path, cell: str) -> None:
    made = make(tmp_path, f"---\ntitle: Tool\n---\n## Tool\n\n### Definition\n{table(f'month {cell}')}")
    month = made.spec["components"]["schemas"]["Tool"]["properties"]["month"]
    assert month["type"] == "number"
    assert "description" not in month
    assert "undecided-number" in rules(made)


def test_a_unit_behind_a_format_leaves_the_format(tmp_path: Path) -> None:
    made = make(tmp_path, f"---\ntitle: Tool\n---\n## Tool\n\n### Definition\n{table('wait number, `int32` (ms)')}")
    wait = made.spec["components"]["schemas"]["Tool"]["properties"]["wait"]
    assert (wait["type"], wait["format"], wait["description"]) == ("integer", "int32", "Type: number, `int32` (ms).")
