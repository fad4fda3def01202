"""How changes are shown: every format on the same few."""

import json

from jekyll_openapi.diff.change import Change
from jekyll_openapi.diff.compare import compare
from jekyll_openapi.diff.show import SHOWS, text, word_difference
from jekyll_openapi.terminal import Page
from tests.diff.seeds import base, read_seeds

NAMES = ("a property must be sent", "a value comes to answers", "a tag is worded anew")
SEEDS = [seed for seed in read_seeds() if seed.name in NAMES]

TEXT = """\
POST /order/placeOCO
  breaking    `timeInForce` is required, it was optional [property-required]
              in requests: what was accepted can now be refused
              order.place_oco(time_in_force=...), models.PlaceOCO.time_in_force
              operations/unique-ops/orders/placeOCO.md:70 #/components/schemas/PlaceOCO/properties/timeInForce

AccountType (GET /account/find and 3 more operations)
  warning     the value `Branch` is new [enum-value-added]
              in answers: callers whose tools know only the listed values fail
              models.AccountType.BRANCH
              entities_pages/account.md:29 #/components/schemas/AccountType

The description as a whole
  note        the description has changed [description-changed]
              [-How orders are placed, changed, cancelled-] {+Placing+} and [-closed out.-] {+taking back.+}
              nothing that is sent or read changes
              operations/orders.md:1 #/tags/7

1 breaking, 1 warning, 0 compatible, 1 note
"""
MARKDOWN = """\
### Breaking

- `order.place_oco(time_in_force=...)`, `models.PlaceOCO.time_in_force`: in requests: `timeInForce` is required, it \
was optional; what was accepted can now be refused (`#/components/schemas/PlaceOCO/properties/timeInForce`, \
`operations/unique-ops/orders/placeOCO.md:70`)

### Warnings

- `models.AccountType.BRANCH`: in answers of 4 operations: the value `Branch` is new; callers whose tools know only \
the listed values fail (`#/components/schemas/AccountType`, `entities_pages/account.md:29`)

### Notes

- `#/tags/7`: the description has changed; nothing that is sent or read changes (`#/tags/7`, `operations/orders.md:1`)

1 breaking, 1 warning, 0 compatible, 1 note.
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


def test_lines_keep_to_the_width_of_the_terminal() -> None:
    changes_of_all = compare(base(), SEEDS[0].pair()[1])
    lines = [line for line in text(changes_of_all, Page(60)) if "#/" not in line]
    assert max(map(len, lines)) <= 60
    assert "\033[31mbreaking" in "".join(text(changes(), Page(80, is_coloured=True)))


def test_a_long_text_shows_only_the_words_that_changed() -> None:
    old = " ".join(f"word{number}" for number in range(30))
    said = word_difference(old, old.replace("word20", "other"))
    kept = "word21 word22 word23 word24 ... word26 word27 word28 word29"
    assert said == f"word0 word1 word2 word3 ... word16 word17 word18 word19 [-word20-] {{+other+}} {kept}"


def test_github_shows_annotations_at_the_docs_line() -> None:
    first = shown("github", changes()).splitlines()[0]
    place = "file=operations/unique-ops/orders/placeOCO.md,line=70,title=property-required"
    assert first.startswith(f"::error {place}::in requests: `timeInForce` is required")


def test_sarif_names_rule_level_and_line() -> None:
    log = json.loads(shown("sarif", changes()))
    results = log["runs"][0]["results"]
    assert [row["level"] for row in results] == ["error", "warning", "none"]
    place = results[0]["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 70}
    assert place["artifactLocation"] == {"uri": "operations/unique-ops/orders/placeOCO.md"}


def test_markdown_is_fit_for_a_changelog() -> None:
    assert shown("markdown", changes()) == MARKDOWN


def test_json_is_one_list_of_objects_with_the_same_keys() -> None:
    rows = json.loads(shown("json", changes()))
    assert [row["level"] for row in rows] == ["breaking", "warning", "note"]
    keys = "kind level wire client side path location names operations message reason old new"
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
