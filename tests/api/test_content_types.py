"""In which form an operation takes its body: as a form where the page says so, else as JSON."""

from pathlib import Path
from typing import Any

import pytest

from tests.api.small import make, operation, table

FORM, PARTS, JSON = "application/x-www-form-urlencoded", "multipart/form-data", "application/json"
CALL = "\n```bash\ncurl -X POST https://a.example/v1/a/b \\\n  %s\n```\n"


def sent(folder: Path, text: str) -> Any:
    rows = table("`code`!", "`state`")
    made = make(folder, f"---\ntitle: /a/b\nop: true\n---\n\n## `POST /a/b`\nDoes it.\n\n### Request\n{rows}\n{text}\n")
    return operation(made, "POST /a/b")["requestBody"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"The body is sent as `{FORM}`.", FORM),
        (f"**Content-Type:** `{FORM}`", FORM),
        (f"- Content type: {FORM}", FORM),
        ("The request is form-encoded, not JSON.", FORM),
        ("Send it URL-encoded.", FORM),
        (f"Use `{PARTS}`.", PARTS),
        (f"| Header | Value |\n|---|---|\n| `Content-Type` | `{FORM}` |", FORM),
        (f"### Headers\n\n| Header | Value |\n|---|---|\n| `Content-Type` | `{FORM}` |", FORM),
    ],
)
def test_a_page_says_in_words_how_the_body_is_sent(text: str, kind: str, tmp_path: Path) -> None:
    body = sent(tmp_path, text)
    assert list(body["content"]) == [kind]
    assert body["x-source"].startswith("page.md:")
    assert "x-inferred-from" not in body


@pytest.mark.parametrize(
    ("options", "kind"),
    [
        (f"-H 'Content-Type: {FORM}' -d 'code=a'", FORM),
        ("-d 'code=a&state=b'", FORM),
        ("-d code=a -d state=b", FORM),
        ("--data-urlencode 'code=a'", FORM),
        ("-F code=a", PARTS),
    ],
)
def test_a_call_shows_how_the_body_is_sent(options: str, kind: str, tmp_path: Path) -> None:
    body = sent(tmp_path, CALL % options)
    assert list(body["content"]) == [kind]
    assert len(body["x-inferred-from"]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        f"The body is not `{FORM}`.",
        f"The response is `{FORM}`.",
        f"### Response\n\nSent as `{FORM}`.",
        f"Sent as `{FORM}` or as `{JSON}`.",
        f"Sent as `{JSON}`.\n{CALL % '-d code=a'}",
        CALL % f"-H 'Content-Type: {JSON}' -d '{{}}'",
        CALL % '-d \'{"code": "a=b"}\'',
        CALL.replace("/a/b", "/c/d") % "-d code=a",
    ],
)
def test_anything_else_is_json(text: str, tmp_path: Path) -> None:
    assert list(sent(tmp_path, text)["content"]) == [JSON]


@pytest.mark.parametrize(
    ("path", "kind"), [("/v1/a/b HTTP/1.1", FORM), ("https://a.example/a/b", FORM), ("/c/d HTTP/1.1", JSON)]
)
def test_an_http_request_shows_how_the_body_is_sent(path: str, kind: str, tmp_path: Path) -> None:
    text = f"### Example\n\n```http\nPOST {path}\nHost: a.example\nContent-Type: {FORM}\n\ncode=a\n```"
    assert list(sent(tmp_path, text)["content"]) == [kind]
