"""The ways in which pages write a request line: each is read by what `init` proposes for it."""
# ruff: noqa: RUF001

from pathlib import Path

import pytest

from jekyll_openapi.commands.proposal import propose

LINES = (
    "### `GET` `/users/{id}`",
    "## GET `/users`",
    "## 1. GET /users",
    "## Get user — `GET /users/:id`",
    "### **GET** /users",
    "## /users (GET)",
    "### /users/{id} [GET]",
    "### <kbd>GET</kbd> /users",
    "## [GET] /v1/users",
    "### GET: /users",
    "## `/users` - GET",
    "### GET https://api.x.com/v2/users",
    "### ![GET](https://img.shields.io/x) /users",
    "## `GET` /users/{id}/posts?limit=10",
    "### [`GET /users`](#x)",
    "## GET users/{id}",
    "## 1.2 List users `GET /users`",
    "### :green_circle: GET /users",
    "##### `POST` - `/users`",
    "## List users | GET /users",
    "### 📗 GET /users",
    "**`GET`** `/users`",
    "`GET /users` - lists all",
    "**Endpoint:** `GET /users`",
    "**Endpoint**: GET /users",
    "> GET /users",
    "- **GET** `/users` – lists",
    "- **`GET /users`**: lists",
    "| Endpoint | Description |\n|--|--|\n| `GET /users` | Lists |",
    "| Method | Endpoint | Description |\n|--|--|--|\n| GET | [`/users`](#u) | Lists |",
    "```http\nGET /api/users HTTP/1.1\nHost: example.com\nAuthorization: Bearer x\n```",
    '```http\nPOST /users\nContent-Type: application/json\n\n{"a": 1}\n```',
    "Request: `GET /users`",
    "**Request**\n\n`GET /users`",
    "* Method: `GET`\n* Path: `/users`",
    "Method | Path\n--- | ---\n`GET` | `/users`",
    "| **Method** | GET |\n|--|--|\n| **Path** | /users |",
    "<code>GET /users</code>",
    "<pre>GET /users</pre>",
    "`GET` **/users**",
    "HTTP Method: **GET**\n\nURL: **/users**",
    "    GET /users",
    "`[GET] /users`",
    "GET: `/users`",
    "**GET /users/:id** Get a user",
)


@pytest.mark.parametrize("line", LINES)
def test_a_request_line_is_read(line: str, tmp_path: Path) -> None:
    parts = [
        f"{'' if line.startswith('#') else '## It'}\n\n{line.replace('users', name)}\n\nDoes it.\n"
        for name in ("users", "pets")
    ]
    (tmp_path / "a.md").write_text("# API\n\nText.\n\n" + "\n".join(parts), encoding="utf-8")
    paths = propose(tmp_path).made.spec["paths"]
    assert len(paths) == 2
    assert {path.split("/")[2 if path.startswith(("/api", "/v")) else 1] for path in paths} == {"users", "pets"}


@pytest.mark.parametrize(
    "line", ["`GET /users` is what people send.", "## What to GET /or not", "We get /users by mail.", "GET and/or POST"]
)
def test_a_sentence_is_no_request_line(line: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"# API\n\nText.\n\n{line}\n\nMore.\n", encoding="utf-8")
    assert propose(tmp_path).operations == 0
