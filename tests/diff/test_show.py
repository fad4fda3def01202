"""How changes are shown: every format on the same few."""

import json

from jekyll_openapi.diff import Change, compare
from jekyll_openapi.diff.show import SHOWS
from tests.diff.seeds import base, read_seeds

NAMES = ("a property must be sent", "a value comes to answers", "a tag is worded anew")
SEEDS = [seed for seed in read_seeds() if seed.name in NAMES]

TEXT = """\
breaking:
  operations/unique-ops/orders/placeOCO.md:70  #/components/schemas/PlaceOCO/properties/timeInForce  \
order.place_oco(time_in_force=...), models.PlaceOCO.time_in_force  \
in requests: `timeInForce` is required, it was optional (what was accepted can now be refused) [property-required]
compatible:
  entities_pages/account.md:29  #/components/schemas/AccountType  models.AccountType.BRANCH  \
in answers of 4 operations: the value `Branch` is new (the client keeps a value that it does not know) \
[enum-value-added]
note:
  operations/orders.md:1  #/tags/1  -  the description has changed (nothing that is sent or read changes) \
[description-changed]
1 breaking, 1 compatible, 1 note
"""
MARKDOWN = """\
### Breaking

- `order.place_oco(time_in_force=...)`, `models.PlaceOCO.time_in_force`: in requests: `timeInForce` is required, it \
was optional; what was accepted can now be refused (`#/components/schemas/PlaceOCO/properties/timeInForce`, \
`operations/unique-ops/orders/placeOCO.md:70`)

### Compatible

- `models.AccountType.BRANCH`: in answers of 4 operations: the value `Branch` is new; the client keeps a value that it \
does not know (`#/components/schemas/AccountType`, `entities_pages/account.md:29`)

### Notes

- `#/tags/1`: the description has changed; nothing that is sent or read changes (`#/tags/1`, `operations/orders.md:1`)

1 breaking, 1 compatible, 1 note.
"""


def changes() -> tuple[Change, ...]:
    """A change of each level."""
    spec = base()
    for seed in SEEDS:
        spec = seed.applied(spec)
    return compare(base(), spec)


def shown(form: str, some: tuple[Change, ...]) -> str:
    """The changes in the format."""
    return "".join(f"{line}\n" for line in SHOWS[form](some))


def test_text_has_a_line_for_each_change_and_a_summary() -> None:
    assert shown("text", changes()) == TEXT


def test_the_columns_of_a_level_are_aligned() -> None:
    rows = [line for line in shown("text", compare(base(), SEEDS[0].pair()[1])).splitlines() if line.startswith("  ")]
    assert len({row.index("#/") for row in rows}) == 1


def test_markdown_is_fit_for_a_changelog() -> None:
    assert shown("markdown", changes()) == MARKDOWN


def test_json_is_one_list_of_objects_with_the_same_keys() -> None:
    rows = json.loads(shown("json", changes()))
    assert [row["level"] for row in rows] == ["breaking", "compatible", "note"]
    keys = "kind level side path location names operations message reason old new"
    assert [list(row) for row in rows] == [keys.split()] * 3


def test_nothing_is_shown_as_nothing() -> None:
    assert shown("text", ()) == "0 breaking, 0 compatible, 0 notes\n"
    assert shown("markdown", ()) == "0 breaking, 0 compatible, 0 notes.\n"
    assert json.loads(shown("json", ())) == []


def test_text_of_a_page_is_no_markdown() -> None:
    spec = base() | {"tags": [*base()["tags"], {"name": "<b>*x*</b>\n# [y](z) ` `` "}]}
    [_, _, item, *_] = SHOWS["markdown"](compare(base(), spec))
    assert "\n" not in item
    outside = "".join(item.split("`")[::2])
    assert "<b>" not in outside.replace("\\<", "")
