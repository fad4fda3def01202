"""Columns of tables without a header are recognised by their content."""

from pathlib import Path

import pytest

from tests.api.small import make, parameters, rules

PAGE = "---\ntitle: /a/b\nop: true\n---\n## `GET /a/b`\nDoes.\n\n### Parameters\n\n"


@pytest.mark.parametrize(
    "table",
    [
        "| `lat` | required | Where. |\n| `lon` | optional | Where. |\n",
        "| | | |\n|-|-|-|\n| `lat` | required | Where. |\n| `lon` | optional | Where. |\n",
        "| | | | |\n|-|-|-|-|\n| lat | number | yes | Where. |\n| lon | number | no | Where. |\n",
        "| | |\n|-|-|\n| `lat` | Required. Where. |\n| `lon` | Optional. Where. |\n",
        "<table><tr><td><code>lat</code></td><td>yes</td><td>Where.</td></tr>"
        "<tr><td><code>lon</code></td><td>no</td><td>Where.</td></tr></table>\n",
    ],
)
@pytest.mark.parametrize("titles", [{}, {"property_columns": ["elements?"], "remark_columns": ["told( of)?"]}])
def test_columns_are_known_by_what_they_hold(table: str, titles: dict[str, object], tmp_path: Path) -> None:
    assert parameters(make(tmp_path, PAGE + table, **titles), "GET /a/b") == ["query lat!", "query lon"]


@pytest.mark.parametrize(
    "table",
    [
        "| | |\n|-|-|\n| The first | one |\n| The second | one |\n",
        "| Parcel | Shelf |\n|-|-|\n| `a` | yes |\n",
    ],
)
def test_other_tables_stay_unread(table: str, tmp_path: Path) -> None:
    made = make(tmp_path, PAGE + table)
    assert parameters(made, "GET /a/b") in ([], ["query query"])
    assert "unread-text" in rules(made)


def test_a_name_above_its_need(tmp_path: Path) -> None:
    table = "|Name|Schema|\n|--|--|\n|**lat** <br>*required*|number|\n|**lon** <br>*optional*|number|\n"
    made = make(tmp_path, PAGE + table, type_columns=["schema"])
    assert parameters(made, "GET /a/b") == ["query lat!", "query lon"]
