"""What people write into the base description by mistake ends the command with a place and a word of advice."""

from pathlib import Path

import pytest

from jekyll_openapi.openapi.reading import ReadError
from jekyll_openapi.spec.base import read_base

HEAD = 'openapi: 3.1.1\ninfo:\n  title: A\n  version: "1"\n'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("severs:\n  - url: https://x\n", "5:1: there is no key `severs` here; did you mean `servers`?"),
        ("colour: red\n", "5:1: there is no key `colour` here; additions of your own begin with `x-`"),
        ("servers:\n  - uri: https://x\n", "there is no key `uri` here; did you mean `url`?"),
        ("servers: [https://x]\n", "`servers.0` has to be a mapping"),
        ("servers:\n  - description: live\n", "`servers.0` wants `url`"),
        ("components:\n  securitySchemas: {}\n", "did you mean `securitySchemes`?"),
        ("components: {securitySchemes: {a: {type: htp}}}\n", "`type` has to be one of apiKey, http, oauth2"),
        ("components: {securitySchemes: {a: {type: http}}}\n", "`components.securitySchemes.a` wants `scheme`"),
        ("components: {securitySchemes: {a: {type: apiKey, in: header}}}\n", "wants `name`"),
        ("components: {securitySchemes: {a: bearer}}\n", "`components.securitySchemes.a` has to be a mapping"),
        ("paths: {/a: {get: {summary: x}}}\n", "`paths` come from the pages alone"),
        ("tags: [{name: a}]\n", "`tags` come from the pages alone"),
        ("components: {schemas: {A: {type: string}}}\n", "`schemas` come from the pages alone"),
        ("x-open-operations: [/a]\n", "`x-open-operations` has to be a mapping"),
    ],
)
def test_a_slip_is_told_with_its_place(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "base.yaml"
    file.write_text(HEAD + text, "utf-8")
    with pytest.raises(ReadError) as raised:
        read_base(file)
    assert message in str(raised.value)
    assert str(raised.value).startswith(f"{file}:")


def test_what_a_description_can_have_is_taken(tmp_path: Path) -> None:
    file = tmp_path / "base.yaml"
    file.write_text(
        "openapi: 3.1.1\n"
        'info: {title: A, version: "1", contact: {name: A, x-desk: 1}, license: {name: MIT}}\n'
        "paths: {}\n"
        "servers: [{url: 'https://{a}', variables: {a: {default: b}}}]\n"
        "externalDocs: {url: https://x}\n"
        "components:\n"
        "  schemas: {}\n"
        "  securitySchemes:\n"
        "    a: {type: apiKey, in: query, name: key}\n"
        "    b: {type: oauth2, flows: {}}\n"
        "    c: {$ref: '#/components/securitySchemes/a'}\n"
        "    d: {type: mutualTLS}\n"
        "x-anything: [1]\n",
        "utf-8",
    )
    assert read_base(file).security_scheme == "a"
