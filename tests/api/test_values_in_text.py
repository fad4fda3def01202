"""The text beside a table lists the values of a row that it names."""

from pathlib import Path
from typing import Any

import pytest

from tests.api.small import body, make, resolved, rules

PAGE = """---
title: /order/place
---

Places an order.

## Request

| Property | Tags | Type | Remarks
|:---|:---|:---|:---
| `kind` | `none`{: .label } | string | The kind.
| `mode` | `none`{: .label } | string | The mode.

"""


def values(folder: Path, text: str) -> tuple[list[Any], set[str]]:
    made = make(folder, PAGE + text + "\n\n## Response\n\nNothing.\n")
    found = body(made, "POST /order/place")["properties"]
    return [resolved(made, one.get("allOf", [{}])[0]).get("enum") for one in found.values()], rules(made)


@pytest.mark.parametrize(
    "text",
    [
        "The `kind` is one of:\n\n- `fast`\n- `slow`",
        "`kind` can be:\n\n- `fast`: at once\n- `slow`: later",
        "The `kind` is one of:\n\n- fast\n- slow",
        "Valid values of `kind`:\n\n1. `fast`\n2. `slow`",
        "The values for `kind` are `fast` and `slow`.",
        "**`kind`** must be `fast` or `slow`.",
        'The `kind` field is either "fast" or "slow".',
        "Note this. The property `kind` accepts `fast` or `slow`. It is new.",
    ],
)
def test_the_text_lists_the_values_of_a_row(text: str, tmp_path: Path) -> None:
    assert values(tmp_path, text) == ([["fast", "slow"], None], set())


@pytest.mark.parametrize(
    "text",
    [
        "The `kind` must be `fast` or `slow` if `mode` is set.",
        "The `kind` is like `fast` or `slow`.",
        "The `size` is one of `fast`, `slow`.",
        "Only the `kind` can be:\n\n- `fast`\n- `slow`",
        "The `kind` can be used:\n\n- at once\n- later",
        "The `kind` is not one of `fast`, `slow`.",
        "Orders of a `kind` can be `fast` or `slow`.",
    ],
)
def test_other_text_lists_none(text: str, tmp_path: Path) -> None:
    assert values(tmp_path, text)[0] == [None, None]
