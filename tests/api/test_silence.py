"""What is emitted if pages do not mention security, the request, or whether something is required."""

from pathlib import Path
from typing import Any

import pytest

from jekyll_openapi.openapi.json import Json
from jekyll_openapi.pipeline import make_spec
from jekyll_openapi.spec.base import Base

CALL = "<script>window[TDV].defineTryit({ endpoint: '%s', method: 'POST', %s });</script>\n"
ADDRESS = """---
title: Address
---

## Address

### Definition

| Property | Tags | Type | Remarks
|:---|:---|:---|:---
| `id` | `required`{: .label } | number, `int64` |
| `houseNumber` | `required`{: .label } | string <= 8 chars |
| `kind` | `none`{: .label } | `"Home"` `"Work"` |
"""


def made(folder: Path, base: Base | None = None, **pages: str) -> Json:
    for name, text in pages.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return make_spec(folder, base or Base()).spec


def page(path: str, text: str = "Does it.", script: str = "") -> str:
    call = CALL % (path, script) if script else ""
    return f"---\ntitle: {path}\nop: true\n---\n\n{call}\n## `{path}`\n{text}\n"


def operation(spec: Json, path: str) -> Any:
    (found,) = spec["paths"][path].values()
    return found


@pytest.mark.parametrize(
    "text",
    [
        "No token is needed.",
        "This operation needs no authentication.",
        "It does not require an access token.",
        "It doesn\u2019t need a token.",
        "Works without authentication.",
        "An API key is not required.",
        "**Open to everyone.**",
        "A call that is publicly accessible.",
        "- No authentication required.",
    ],
)
def test_a_sentence_opens_an_operation(text: str, tmp_path: Path) -> None:
    found = operation(made(tmp_path, a=page("/a/open", f"Does it.\n\n{text}")), "/a/open")
    assert found["security"] == []
    assert found["x-security-source"] == "a.md:10" if text.startswith(("-", "*")) else "a.md:10"


@pytest.mark.parametrize(
    "text",
    [
        "Does it.",
        "Without a token it answers 401.",
        "No token is needed if you are a partner.",
        "It is not open to the public.",
        "Requires a token.",
        "Requests without a token are refused.",
        "The token is no longer needed after the call.",
    ],
)
def test_everything_else_is_secured(text: str, tmp_path: Path) -> None:
    found = operation(made(tmp_path, a=page("/a/open", text)), "/a/open")
    assert found["security"] == [{"bearer": []}]


def test_silence_is_secured_and_says_so(tmp_path: Path) -> None:
    found = operation(made(tmp_path, a=page("/a/open")), "/a/open")
    assert any(text.startswith("security: ") for text in found["x-inferred-from"])


def test_front_matter_and_base_say_open(tmp_path: Path) -> None:
    base = Base(Base().content | {"x-open-operations": {"/b/*": "the login"}})
    closed = page("/a/c").replace("op: true", "op: true\nauth: none")
    spec = made(tmp_path, base, a=page("/b/login"), c=closed)
    assert operation(spec, "/b/login")["security"] == []
    assert operation(spec, "/b/login")["x-security-source"] == "base: the login"
    assert operation(spec, "/a/c")["security"] == []
    assert "x-open-operations" not in spec


def test_a_request_of_which_nothing_is_known_is_open(tmp_path: Path) -> None:
    spec = made(tmp_path, a=page("/a/cancel", script="name: 'x'"), b=page("/a/ping", NOTHING))
    assert operation(spec, "/a/cancel")["x-unknown"] == "request"
    assert operation(spec, "/a/cancel")["requestBody"]["content"]["application/json"]["schema"] == {}
    assert "requestBody" not in operation(spec, "/a/ping")
    assert "x-unknown" not in operation(spec, "/a/ping")


NOTHING = "Does it.\n\n### Request\n\n| Property | Tags | Type | Remarks\n|:--|:--|:--|:--\n| `<none>` |"


def test_a_parameter_of_a_script_is_neither_required_nor_optional(tmp_path: Path) -> None:
    script = "params: { weight: 1.5, '// note': 'x' }"
    properties = made(tmp_path, a=page("/a/weigh", script=script))["components"]["schemas"]["Weigh"]["properties"]
    assert properties["weight"]["x-unknown"] == "required"
    assert "x-unknown" not in properties["note"]


@pytest.mark.parametrize("path", ["/address/check", "/addresses/check", "/user/checkAddress", "/user/address/check"])
def test_the_entity_beats_the_sample(path: str, tmp_path: Path) -> None:
    script = "params: { houseNumber: 12, kind: 'Home', other: 3 }"
    spec = made(tmp_path, a=ADDRESS, b=page(path, script=script))
    body = operation(spec, path)["requestBody"]["content"]["application/json"]["schema"]["$ref"].rsplit("/", 1)[-1]
    properties = spec["components"]["schemas"][body]["properties"]
    assert (properties["houseNumber"]["type"], properties["houseNumber"]["maxLength"]) == ("string", 8)
    assert properties["houseNumber"]["x-inferred-from"] == [
        "`houseNumber` of `Address` is string <= 8 chars at a.md:12"
    ]
    assert properties["kind"]["allOf"] == [{"$ref": "#/components/schemas/Kind"}]
    assert properties["other"]["type"] == "number"


@pytest.mark.parametrize("name", ["update", "create", "createAddress"])
def test_an_operation_that_writes_an_entity_takes_its_properties(name: str, tmp_path: Path) -> None:
    spec = made(tmp_path, a=ADDRESS, b=page(f"/address/{name}"))
    found = operation(spec, f"/address/{name}")
    assert "the request: the properties of `Address`" in found["x-inferred-from"]
    body = found["requestBody"]["content"]["application/json"]["schema"]["$ref"].rsplit("/", 1)[-1]
    schema = spec["components"]["schemas"][body]
    assert list(schema["properties"]) == ["id", "houseNumber", "kind"]
    assert "required" not in schema
    assert all(one["x-unknown"] == "required" for one in schema["properties"].values())


def test_other_operations_on_an_entity_do_not(tmp_path: Path) -> None:
    found = operation(made(tmp_path, a=ADDRESS, b=page("/address/cancel")), "/address/cancel")
    assert found["x-unknown"] == "request"


@pytest.mark.parametrize(
    "text",
    [
        "**Deprecated:** use `/a/new`.",
        "This operation is deprecated.",
        "Deprecated since v2. Use another.",
        "(Deprecated) Does it.",
        "Does it.\n\n`deprecated`{: .label .label-yellow }",
    ],
)
def test_a_page_says_that_its_operation_is_deprecated(text: str, tmp_path: Path) -> None:
    assert operation(made(tmp_path, a=page("/a/old", text)), "/a/old")["deprecated"] is True


@pytest.mark.parametrize(
    "text", ["Not deprecated.", "Replaces the deprecated `/a/older`.", "`/a/older` is deprecated."]
)
def test_what_is_said_of_another_is_not(text: str, tmp_path: Path) -> None:
    assert "deprecated" not in operation(made(tmp_path, a=page("/a/old", text)), "/a/old")


def test_front_matter_deprecates(tmp_path: Path) -> None:
    text = page("/a/old").replace("op: true", "op: true\ndeprecated: true")
    assert operation(made(tmp_path, a=text), "/a/old")["deprecated"] is True


def test_a_query_of_which_nothing_is_known_is_open(tmp_path: Path) -> None:
    spec = made(tmp_path, a=page("/a/peek").replace("## `/a/peek`", "## `GET /a/peek`"))
    (parameter,) = operation(spec, "/a/peek")["parameters"]
    assert operation(spec, "/a/peek")["x-unknown"] == "request"
    assert (parameter["style"], parameter["explode"], parameter["schema"]["type"]) == ("form", True, "object")
