"""Elements of HTML with a class: a paragraph, an item or a box is text, a word is a label."""

from pathlib import Path

import pytest

from tests.api.small import body, make, operation

HEAD = "<tr><th>Name</th><th>Type</th><th>Description</th></tr>"
TABLE = f"<table>{HEAD}<tr><td>a</td><td>string</td><td>{{}}</td></tr></table>"


@pytest.mark.parametrize(
    ("cell", "description"),
    [
        ('<p class="x">Code.</p><p class="y">At most 3 characters.</p>', "Code. At most 3 characters."),
        ('<div class="d">At most 3 characters</div>', "At most 3 characters"),
        ('<ul class="z"><li class="q">At most 3 characters</li></ul>', "At most 3 characters"),
        ('<p class="x">At most 3 characters, such as <code>abc</code>.</p>', "At most 3 characters, such as `abc`."),
    ],
)
def test_a_block_with_a_class_is_text(tmp_path: Path, cell: str, description: str) -> None:
    made = make(tmp_path, f"---\ntitle: X\n---\n## `POST /a`\n\n### Request\n\n{TABLE.format(cell)}\n")
    found = body(made, "POST /a")["properties"]["a"]
    assert (found["description"], found["maxLength"]) == (description, 3)


@pytest.mark.parametrize(
    ("box", "expected"),
    [
        ('<aside class="warning">This endpoint is deprecated.</aside>', True),
        ("<div><p>This operation has been deprecated, use another.</p></div>", True),
        ("<p>The <code>a</code> field is deprecated.</p>", None),
        ('<aside class="notice">This endpoint is not deprecated.</aside>', None),
    ],
)
def test_a_box_says_that_an_operation_is_deprecated(tmp_path: Path, box: str, expected: bool | None) -> None:
    made = make(tmp_path, f"---\ntitle: X\n---\n## `GET /a`\n\nLists.\n\n{box}\n")
    assert operation(made, "GET /a").get("deprecated") is expected
