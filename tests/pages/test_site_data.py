"""What Liquid shows of a site's data files names the line of the page and the lines of the data."""

from pathlib import Path

import pytest

from jekyll_openapi.diagnostics import Diagnostic
from jekyll_openapi.pages.document import Page, Table
from jekyll_openapi.pages.site import read_site
from tests.pages.jekyll import write

HEAD = "---\nentity: Order\n---\n| Name | Type |\n|---|---|\n"
FEES = """\
- name: code
  type: string
- name: percent
  type: number
  values: [1, 2]
"""
ORDERS = """\
{"Order": {"rows": [
  {"name": "id", "type": "integer",
   "text": "Key."},
  {"name": "qty", "type": "number"}
]}}
"""
BY_NAME = """\
code:
  type: string
percent:
  type: number
"""
ROWS = 'name,type\n"max","a\nb"\nmin,integer\n'
DATA = {
    "_data/fees.yml": FEES,
    "_data/sub/orders.json": ORDERS,
    "_data/by_name.yaml": BY_NAME,
    "_data/rows.csv": ROWS,
    "_data/tabs.tsv": ROWS.replace(",", "\t"),
    "_data/words.yml": "- one\n- two\n",
    "_data/base.yml": "x: &a\n  name: n\n  type: t\nlist:\n- <<: *a\n  name: m\n- *a\n",
    "_includes/row.html": "| `{{ include.item.name }}` | {{ include.item.type }} |\n",
}


def read(folder: Path) -> tuple[list[Page], list[Diagnostic]]:
    found: list[Diagnostic] = []
    return list(read_site(folder, found.append).pages), found


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("{% for f in site.data.fees -%}\n| `{{ f.name }}` | {{ f.type }} |\n{% endfor %}", ["fees.yml:1 fees.yml:3"]),
        ("{% for f in site.data.fees -%}\n| `{{ f.name }}` | text |\n{% endfor %}", ["fees.yml:1 fees.yml:3"]),
        ("{% for f in site.data.fees -%}\n| name | {{ f.type }} |\n{% endfor %}", ["fees.yml:2 fees.yml:4"]),
        (
            "{% assign rows = site.data.sub.orders[page.entity].rows | sort: 'name' | reverse -%}\n"
            "{% for f in rows -%}\n| `{{ f.name | upcase }}` | {{ f.type | append: '!' }} |\n{% endfor %}",
            ["sub/orders.json:4 sub/orders.json:2"],
        ),
        (
            "{% assign rows = site.data.fees | where: 'type', 'number' -%}\n"
            "{% for f in rows %}{% include row.html item=f %}{% endfor %}",
            ["fees.yml:3"],
        ),
        (
            "{% for f in site.data.by_name -%}\n| {{ f[0] }} | {{ f[1].type }} |\n{% endfor %}",
            ["by_name.yaml:1 by_name.yaml:3"],
        ),
        (
            "{% for f in site.data.rows -%}\n| {{ f.name }} | {{ f.type | size }} |\n{% endfor %}",
            ["rows.csv:2 rows.csv:4"],
        ),
        ("{% for f in site.data.tabs -%}\n| {{ f.name }} | x |\n{% endfor %}", ["tabs.tsv:2 tabs.tsv:4"]),
        ("{% for f in site.data.words -%}\n| {{ f }} | x |\n{% endfor %}", ["words.yml:1 words.yml:2"]),
        ("| a | {{ site.data.fees[1].values | join: ', ' }} |\n", ["fees.yml:5"]),
        ("| a | {{ site.data.fees[1].values[0] }} |\n", ["fees.yml:5"]),
        ("| a | {{ site.data.by_name.code.type }} |\n", ["by_name.yaml:2"]),
        ("{% capture c %}{{ site.data.fees[0].name }}{% endcapture %}| {{ c }} | x |\n", ["fees.yml:1"]),
        ("| {{ site.data.fees[0].name }} | {{ site.data.by_name.code.type }} |\n", ["fees.yml:1,by_name.yaml:2"]),
        (
            "{% for f in site.data.base.list -%}\n| {{ f.name }} | {{ f.type }} |\n{% endfor %}",
            ["base.yml:5 base.yml:7"],
        ),
        ("| a | b |\n", [""]),
    ],
)  # fmt: skip
def test_a_row_names_the_data_it_shows(tmp_path: Path, text: str, places: list[str]) -> None:
    (page,), found = read(write(tmp_path, DATA | {"a.md": HEAD + text}))
    (table,) = (block for block in page.blocks if isinstance(block, Table))
    shown = [",".join(one.removeprefix("_data/") for one in row.location.data) for row in table.rows]
    assert [" ".join(shown)] == places, page.rendered
    assert not found
    for row in table.rows:
        assert row.location.line > 5


def test_a_list_of_fees_shows_its_places_below_the_folder_that_is_read(tmp_path: Path) -> None:
    body = "| {{ site.data.fees[0].name }} | x |\n"
    write(tmp_path, DATA | {"_config.yml": "title: T\n", "docs/a.md": HEAD + body})
    (page,), _ = read(tmp_path / "docs")
    (table,) = (block for block in page.blocks if isinstance(block, Table))
    assert table.rows[0].location.data == ("../_data/fees.yml:1",)


def test_a_data_file_that_is_broken_is_found(tmp_path: Path) -> None:
    files = {"_data/a.csv": f"n\n{'x' * 200_000}\n", "_data/b.yml": "a: [", "a.md": "---\n---\n{{ site.data.a.b }}\n"}
    _, found = read(write(tmp_path, files))
    assert [one.location.file for one in found if one.rule.name == "broken-front-matter"] == [
        "_data/a.csv",
        "_data/b.yml",
    ]


def test_a_data_folder_wins_over_a_file_of_its_name(tmp_path: Path) -> None:
    files = {"_data/a.yml": "b: file\n", "_data/a/b.yml": "folder\n", "a.md": "---\n---\n{{ site.data.a.b }}\n"}
    assert "folder" in read(write(tmp_path, files))[0][0].rendered
