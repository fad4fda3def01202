"""The summaries of operations that no sentence describes."""

from pathlib import Path

import pytest

from tests.api.small import make

ROWS = "\n| Property | Tags | Type |\n|---|---|---|\n| `id` | `required`{: .label } | number, `int64` |\n\n"


BOTH = {"/order/drop": "Order: drop", "/order/see": "Order: see"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"**POST /order/drop**\n{ROWS}", {"/order/drop": "Cancel an order"}),
        (f"**POST /order/drop**\n{ROWS}**GET /order/see**\n{ROWS}", BOTH),
        (
            f"## Look\n\n**POST /order/drop**\n{ROWS}**GET /order/see**\n{ROWS}",
            BOTH,
        ),
        (
            f"## Drop\n\n**POST /order/drop**\n{ROWS}\n## See\n\n**GET /order/see**\n{ROWS}",
            {"/order/drop": "Drop", "/order/see": "See"},
        ),
    ],
)  # fmt: skip
def test_a_title_names_an_operation_only_where_it_stands_above_no_other(
    text: str, expected: dict[str, str], tmp_path: Path
) -> None:
    made = make(tmp_path, f"---\ntitle: Cancel an order\n---\n\n{text}")
    found = {path: one["summary"] for path, item in made.spec["paths"].items() for one in item.values()}
    assert found == expected
