"""Tables of headers: parameters, apart from those that every request has."""

from pathlib import Path

import pytest

from jekyll_openapi.accounting.account import account
from jekyll_openapi.api.dialect import TRADOVATE
from jekyll_openapi.pipeline import Made
from tests.api.small import body, make, operation, parameters, rules, shape, table

TITLED = "| Header | Value |\n|---|---|\n"
USUAL = "| Content-Type | application/json |\n| `Authorization` | Bearer ... |\n| Accept | `application/json` |\n"


def made(folder: Path, text: str) -> Made:
    found = make(folder, f"---\ntitle: Calls\n---\n## POST /tools\n\nAdds.\n\n{text}\n")
    assert account(found.site, found.stated, found.findings, TRADOVATE).unexplained == ()
    return found


@pytest.mark.parametrize("title", ["Headers", "Request headers", "HTTP headers", "Request"])
def test_headers_are_parameters(tmp_path: Path, title: str) -> None:
    found = made(tmp_path, f"### {title}\n\n{TITLED}{USUAL}| X-Trace | abc |\n")
    assert parameters(found, "POST /tools") == ["header X-Trace"]
    assert operation(found, "POST /tools")["x-unknown"] == "request"
    assert rules(found) <= {"missing-request", "changed-name"}


def test_headers_stand_beside_the_request(tmp_path: Path) -> None:
    found = made(tmp_path, f"### Headers\n\n{TITLED}{USUAL}\n### Request\n{table('name!')}")
    assert "parameters" not in operation(found, "POST /tools")
    assert shape(body(found, "POST /tools")) == {"name!": "string"}


def test_a_media_type_of_its_own_is_kept(tmp_path: Path) -> None:
    found = made(tmp_path, f"### Headers\n\n{TITLED}| Accept | text/csv |\n")
    assert parameters(found, "POST /tools") == ["header Accept"]


def test_the_headers_of_an_answer_are_no_parameters(tmp_path: Path) -> None:
    text = f"### Response\n{table('id! integer')}\n#### Headers\n\n{TITLED}| X-Left | 3 |\n"
    found = made(tmp_path, text)
    assert "parameters" not in operation(found, "POST /tools")
    assert "unread-text" in rules(found)


@pytest.mark.parametrize(("row", "is_stated"), [("`Authorization` | Bearer ...", True), ("Accept | any", False)])
def test_a_row_about_authorization_says_that_a_token_is_needed(tmp_path: Path, row: str, is_stated: bool) -> None:
    found = made(tmp_path, f"### Headers\n\n{TITLED}| {row} |\n")
    inferred = operation(found, "POST /tools").get("x-inferred-from", [])
    assert ("security: no page says that it is open" not in inferred) is is_stated
    assert operation(found, "POST /tools").get("security") != []


@pytest.mark.parametrize(
    "text",
    [
        "| Header | Type |\n|---|---|\n| Authorization | string |",
        "- `Authorization` (string, required): Bearer, then it.\n- `X-Trace` (string): Any.",
        "- **Authorization**: string, required. Bearer, then it.\n- **X-Trace**: string. Any.",
        "`Authorization`\n: string, required. Bearer, then it.\n\n`X-Trace`\n: string. Any.",
        "#### `Authorization`\n\nBearer, then it.\n\n#### `X-Trace`\n\nSome.",
        "<table>\n<tr><th>Header</th><th>Type</th></tr>\n<tr>\n<td>Authorization</td>\n<td>string</td>\n</tr>\n</table>",
    ],
)
def test_authorization_in_any_form_of_a_row_says_that_a_token_is_needed(tmp_path: Path, text: str) -> None:
    found = made(tmp_path, f"### Headers\n\n{text}\n")
    assert not [one for one in parameters(found, "POST /tools") if "Authorization" in one]
    assert "x-inferred-from" not in operation(found, "POST /tools")
    assert "unstated-security" not in {one.rule.name for one in found.findings}


def test_an_optional_authorization_does_not_say_that_a_token_is_needed(tmp_path: Path) -> None:
    found = made(
        tmp_path, "### Headers\n\n| Header | Required | Type |\n|---|---|---|\n| Authorization | no | string |"
    )
    assert operation(found, "POST /tools").get("security") != []
    assert "unstated-security" in {one.rule.name for one in found.findings}
