"""Shortcodes of other site generators leave the text around them, with its places."""

import pytest

from jekyll_openapi.pages.placed_text import File, PlacedText
from jekyll_openapi.pages.shortcodes import without_shortcodes

MARKS = (("{{<", ">}}"), ("{{%", "%}}"))


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("{{< history >}}\ntext\n{{< /history >}}\n", "\ntext\n\n"),
        ('| {{< icon name="check-circle" >}} Yes |', "|  Yes |"),
        ("| {{< yes >}} |", "| yes |"),
        ("{{% note %}} a {{ site.x }}", "note a {{ site.x }}"),
        ("an open {{< mark", "an open {{< mark"),
        ("nothing", "nothing"),
        ('{{< api-method "POST" "/v3/invoices" >}}', "\n\n`POST /v3/invoices`\n\n"),
        ("{{< endpoint path='/a/{b}' method=put >}}", "\n\n`PUT /a/{b}`\n\n"),
        ('{{% http "DELETE /a/b" %}}', "\n\n`DELETE /a/b`\n\n"),
        ("{{< /get >}}", ""),
        ('{{< get-started href="/get/it" >}}', ""),
        (
            '{{< param name="a" type="string" required="true" in="query" >}}Why.',
            "\n- `a` (in query, string, required): Why.",
        ),
        ('{{< field name="a" type="int" description="How many." />}}', "\n- `a` (int): How many."),
    ],
)
def test_a_shortcode_is_cut_out(written: str, left: str) -> None:
    assert without_shortcodes(PlacedText.whole(File("a.md", written)), MARKS).text == left


def test_what_stands_behind_keeps_its_place() -> None:
    placed = without_shortcodes(PlacedText.whole(File("a.md", "{{< a b >}}\nline {{< c d >}} end")), MARKS)
    at = placed.location(placed.text.index("end"))
    assert (at.line, at.column) == (2, 18)
