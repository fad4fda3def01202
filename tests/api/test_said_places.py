"""A remark that states where its row is sent decides it; one that cannot be read for certain is a finding."""

from pathlib import Path

import pytest

from tests.api.small import answer, make, parameters, rules, shape

PAGE = """---
title: Parcels
---
## `{method} {path}`

### {section}

| Property | Tags | Type | Remarks
|:---|:---|:---|:---
| `own` | `none`{{: .label }} | string | {remark}
| `other` | `none`{{: .label }} | string |
"""


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize(
    ("remark", "expected"),
    [
        ("Sent as a header.", "header own"),
        ("HTTP header.", "header own"),
        ("The client, sent as a header.", "header own"),
        ("Required header.", "header own"),
        ("Optional query parameter.", "query own"),
        ("Passed in the `X-Client` header.", "header X-Client"),
        ("Must be sent in the HTTP header `X-Client`.", "header X-Client"),
        ("Goes in the query string.", "query own"),
        ("Query parameter. Who asks.", "query own"),
        ("(query parameter) Who asks.", "query own"),
        ("In the path.", "path own!"),
        ("Part of the address; sent in the URL path.", "path own!"),
    ],
)
def test_a_remark_states_the_place(method: str, remark: str, expected: str, tmp_path: Path) -> None:
    path = "/parcels/{own}" if expected.startswith("path") else "/parcels"
    made = make(tmp_path, PAGE.format(method=method, path=path, section="Request", remark=remark))
    assert expected in parameters(made, f"{method} {path}")
    assert not rules(made)


@pytest.mark.parametrize(
    "remark",
    [
        "Sent as a header if `other` is set.",
        "Sent as a header or in the query string.",
        "Header.",
        "Sent as a cookie.",
        "In the path.",
    ],
)
def test_a_place_in_doubt_is_a_finding(remark: str, tmp_path: Path) -> None:
    made = make(tmp_path, PAGE.format(method="POST", path="/parcels", section="Request", remark=remark))
    assert rules(made) == {"unread-text"}
    assert not parameters(made, "POST /parcels")


@pytest.mark.parametrize(
    "remark",
    [
        "The header of the letter.",
        "Name of the path in the file.",
        "Not sent as a header.",
        "Returned in the `Location` header.",
        "The id that was sent in the query string.",
        "Where the body of the letter goes.",
    ],
)
def test_other_words_for_places_state_none(remark: str, tmp_path: Path) -> None:
    made = make(tmp_path, PAGE.format(method="GET", path="/parcels", section="Request", remark=remark))
    assert parameters(made, "GET /parcels") == ["query own", "query other"]
    assert not rules(made)


def test_a_header_of_an_answer_is_no_property(tmp_path: Path) -> None:
    made = make(tmp_path, PAGE.format(method="GET", path="/parcels", section="Response", remark="Sent as a header."))
    assert shape(answer(made, "GET /parcels")) == {"other": "string"}
    assert rules(made) == {"missing-request", "unread-text"}
