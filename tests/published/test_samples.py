"""The calls on the reference page, as a shell and as mypy read them, and what else stands beside the operations."""

import json
import shlex
from pathlib import Path
from typing import Any

import pytest

from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.operations import operations
from jekyll_openapi.pipeline import Made
from jekyll_openapi.reference.changelog import versions
from jekyll_openapi.reference.page import Beside, render_reference
from jekyll_openapi.reference.samples import Samples
from jekyll_openapi.release.plan import read_names
from jekyll_openapi.spec.examples import Validators
from tests.programs import Checker

BOX: Json = {
    "type": "object",
    "required": ["size"],
    "properties": {
        "size": {"type": "integer", "minimum": 3},
        "at": {"type": "string", "format": "date-time", "x-required-in-practice": True},
        "note": {"type": "string"},
    },
}

ANSWER: Json = {"200": {"description": ""}}


def described(operation: Json, scheme: Json | None = None, schema: Json = BOX) -> Json:
    return {
        "openapi": "3.1.1",
        "info": {"title": "Boxes", "version": "1.0.0"},
        "servers": [{"url": "https://a.invalid/v1/"}],
        "paths": {
            "/boxes/{id}": {"post": {"operationId": "put", "responses": {"200": {"description": ""}}} | operation}
        },
        "components": {"schemas": {"Box": schema}, "securitySchemes": {"own": scheme} if scheme else {}},
        **({"security": [{"own": []}]} if scheme else {}),
    }


def samples(spec: Json) -> dict[str, str]:
    ((path, method, operation),) = operations(spec)
    return {one.language: one.code for one in Samples(spec, None).of(path, method, operation)}


ID: Json = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}, "example": "a b/é'"}
BODY: Json = {"required": True, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Box"}}}}


def test_a_call_has_what_is_needed_and_no_more() -> None:
    found = samples(described({"parameters": [ID], "requestBody": BODY}))
    assert shlex.split(found["curl"].replace("\\\n", "")) == [
        *("curl", "-X", "POST", "https://a.invalid/v1/boxes/a%20b%2F%C3%A9%27"),
        *("-H", "Content-Type: application/json", "-d", '{"size": 3, "at": "2026-01-15T14:30:00Z"}'),
    ]
    assert found["Python"] == (
        "from datetime import datetime\n\nfrom boxes import Boxes\n\n"
        "with Boxes() as api:\n"
        '    done = api.boxes.put(id="a b/é\'", size=3, at=datetime.fromisoformat("2026-01-15T14:30:00Z"))\n'
    )


@pytest.mark.parametrize(
    ("scheme", "words", "given"),
    [
        ({"type": "http", "scheme": "bearer"}, ["-H", "Authorization: Bearer TOKEN"], 'token="..."'),
        ({"type": "http", "scheme": "Basic"}, ["-u", "USER:PASSWORD"], 'basic=("name", "password")'),
        ({"type": "apiKey", "in": "header", "name": "X-Key"}, ["-H", "X-Key: KEY"], 'api_key="..."'),
        ({"type": "oauth2", "flows": {}}, ["-H", "Authorization: Bearer TOKEN"], 'token="..."'),
    ],
)
def test_a_call_says_who_asks(scheme: Json, words: list[str], given: str) -> None:
    assert f"with Boxes({given}) as api:" in samples(described({}, scheme))["Python"]
    found = shlex.split(samples(described({}, scheme))["curl"].replace("\\\n", ""))
    assert found[-2:] == words
    assert samples(described({"security": []}, scheme))["curl"] == "curl -X POST 'https://a.invalid/v1/boxes/{id}'"


def test_a_key_in_the_query_and_parameters_that_are_needed() -> None:
    asked: Json = {
        "name": "q",
        "in": "query",
        "required": True,
        "schema": {"type": "array", "items": {"type": "integer"}},
    }
    other: Json = {"name": "r", "in": "query", "schema": {"type": "integer"}}
    header: Json = {"name": "X-A", "in": "header", "required": True, "schema": {"const": "b c"}}
    scheme = {"type": "apiKey", "in": "query", "name": "key"}
    found = samples(described({"parameters": [ID, asked, other, header]}, scheme))["curl"]
    assert "?key=KEY&q=1" in found
    assert "-H 'X-A: b c'" in found


def test_a_form_is_sent_as_one() -> None:
    content = {"application/x-www-form-urlencoded": BODY["content"]["application/json"]}
    found = samples(described({"requestBody": {"content": content}}))["curl"]
    assert "--data-urlencode size=3" in found


def test_a_body_that_needs_more_at_times_is_shown_whole() -> None:
    rule = {"if": {"properties": {"size": {"minimum": 3}}}, "then": {"required": ["note"]}}
    found = samples(described({"requestBody": BODY}, schema=BOX | {"allOf": [rule]}))
    assert '"note"' in found["curl"]


def test_each_body_that_is_shown_is_valid(made: Made) -> None:
    validators, calls = Validators(made.spec), Samples(made.spec, None)
    for path, method, operation in operations(made.spec):
        media = operation.get("requestBody", {}).get("content", {}).get("application/json")
        (curl,) = [one.code for one in calls.of(path, method, operation) if one.language == "curl"]
        words = shlex.split(curl.replace("\\\n", ""))
        if media:
            body = json.loads(words[words.index("-d") + 1])
            assert validators.first_problem(media["schema"], body) == "", path


def test_each_call_in_python_is_one_that_mypy_takes(made: Made, root: Path, tmp_path: Path, mypy: Checker) -> None:
    made_of = Samples(made.spec, read_names(root / "spec" / "openapi.yaml"))
    calls = [
        next(one.code for one in made_of.of(path, method, operation) if one.language == "Python")
        for path, method, operation in operations(made.spec)
    ]
    bodies = [
        "    " + line.replace("    done = ", "    ")
        for code in calls
        for line in code.splitlines()
        if line.startswith("    ")
    ]
    imports = sorted({line for code in calls for line in code.splitlines() if line.startswith("from ")})
    program = [*imports, "", "def call(api: Tradovate) -> None:", *bodies]
    (tmp_path / "calls.py").write_text("\n".join(program) + "\n", "utf-8")
    (tmp_path / "wrong.py").write_text("\n".join(program).replace("order_qty=1", "order_qty='1'"), "utf-8")
    done = mypy("--no-error-summary", "calls.py", "wrong.py", folder=tmp_path)
    assert {line.partition(":")[0] for line in done.stdout.splitlines()} == {"wrong.py"}, done.stdout


# --- beside the operations --------------------------------------------------------------------------------------------


LOG = "# Changelog\n\nHow.\n\n## 0.2.0 (2026-01-02)\n\n### Breaking\n\n- `a` <b>\n\n## 0.1.0 (2026-01-01)\n\nFirst.\n"


def test_the_changelog_has_a_part_for_each_release() -> None:
    first, second = versions(LOG)
    assert (first.title, second.title) == ("0.2.0 (2026-01-02)", "0.1.0 (2026-01-01)")
    assert first.text == "<h4>Breaking</h4><ul>\n<li><code>a</code> &lt;b&gt;</li>\n</ul>"
    assert second.text == "<p>First.</p>"
    assert list(versions("")) == []


def test_sockets_and_changelog_are_on_the_page(made: Made) -> None:
    html = render_reference(made.spec, made.findings, Beside(made.sockets, LOG))
    messages: dict[str, Any] = made.sockets["components"]["messages"]
    own = {name: one for name, one in messages.items() if "event" in name.lower() or "frame" in name.lower()}
    assert own
    for name in own:
        assert html.count(f'id="message/{name}"') == 1
    assert "of the operations above can be asked for over it" in html
    assert 'id="message/accountDepsRequest"' not in html
    assert "0.2.0 (2026-01-02)" in html
    assert len(html.encode()) <= 2_500_000
