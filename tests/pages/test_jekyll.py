"""Sites of every setting, and the real one: Jekyll renders the same pages, titles and texts, at the same places."""

import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from jekyll_openapi.diagnostics import Diagnostic
from jekyll_openapi.pages.document import Page, Site
from jekyll_openapi.pages.site import read_site
from tests.pages.jekyll import Shown, jekyll, write
from tests.pages.other_readers import our_page, rendered
from tests.programs import Programs

PAGE = "---\ntitle: T\n---\nx\n"
BARE = "---\n---\nx\n"
_INCLUDE = re.compile(r"\{% *include +([\w./-]+)")
Files = Mapping[str, str | bytes]
SITES: dict[str, Files] = {
    "first lines": {
        "bom.md": b"\xef\xbb\xbf---\r\ntitle: a\r\n---\r\n\r\nx\r\n",
        "crlf.md": b"---\r\ntitle: a\r\n---\r\n\r\n## x\r\n",
        "cr.md": b"---\rtitle: a\r---\r\rx\r",
        "blanks.md": "---   \ntitle: a\n---\nx",
        "later.md": "\n---\ntitle: a\n---\nx",
        "four.md": "----\ntitle: a\n---\nx",
        "two.md": "---\n---\n",
        "dots.md": "---\ntitle: a\n...\nx",
        "broken.md": "---\ntitle: [\n---\nx",
        "none.md": "x",
    },
    "extensions": {
        "_config.yml": "markdown_ext: md,page\n",
        **dict.fromkeys(("a.md", "b.page", "c.markdown", "d.MD", "e.html", "f.htm", "g.txt"), PAGE),
    },
    "names": dict.fromkeys(
        [
            *("_a.md", ".b.md", "#c.md", "~d.md", "e.md~", "f/_g.md", "f/.h/i.md", "_x/y.md", "node_modules/a.md"),
            *("vendor/a.md", "vendor/bundle/a.md", "sub/node_modules/a.md", "a b.md", "vendors/x.md", "Gemfile.md"),
        ],
        PAGE,
    ),
    "included and excluded": {
        "_config.yml": "include: [_pages, _special.md]\nexclude: ['*.tmp.md', arch, 'deep/er/']\n",
        **dict.fromkeys(("_pages/a.md", "sub/_pages/b.md", "_special.md", "sub/_special.md", "x.tmp.md"), PAGE),
        **dict.fromkeys(
            ("sub/y.tmp.md", "arch/a.md", "archive.md", "sub/arch/b.md", "deep/er/c.md", "deep/o.md"), PAGE
        ),
    },
    "collections": {
        "_config.yml": (
            "collections:\n  calls: {output: true, permalink: '/c/:path/'}\n  plans: {output: false}\n"
            "  more: {output: true}\npermalink: pretty\n"
        ),
        **dict.fromkeys(("_calls/a.md", "_calls/sub/b.md", "_calls/_h.md", "_plans/p.md", "_more/Q r.md"), PAGE),
        **dict.fromkeys(("p/index.md", "p/q.md", "index.html", "_posts/bad.md", "_drafts/d.md"), PAGE),
        **dict.fromkeys(("_posts/2020-01-02-hello-World.md", "blog/_posts/2020-01-02-x.md"), PAGE),
        "_calls/copied.md": "x",
    },
    "collections elsewhere": {
        "_config.yml": (
            "collections_dir: docs\ncollections: {calls: {output: true}}\ndefaults:\n"
            "- scope: {path: '', type: calls}\n  values: {title: D}\n"
            "- scope: {path: 'docs/_calls/in'}\n  values: {title: I}\n"
            "- scope: {path: 'sub/*/x', type: pages}\n  values: {title: G}\n"
            "- scope: {path: deep}\n  values: {title: E, permalink: '/e/:basename'}\n"
        ),
        **dict.fromkeys(("docs/_calls/a.md", "docs/_calls/in/b.md", "sub/k/x/y.md", "sub/k/z.md", "deep/w.md"), BARE),
        "deeper.md": BARE,
        "docs/b.md": PAGE,
    },
    "published": {
        f"{name}.md": f"---\npublished: {value}\n---\nx\n"
        for name, value in (("a", "false"), ("b", "'false'"), ("c", "no"), ("d", "False"), ("e", "true"))
    },
    "permalinks": {
        "a.md": "---\npermalink: /x/:path/:basename\n---\n",
        "b/c.md": "---\npermalink: /x/:path/:basename/\n---\n",
        "d.md": "---\npermalink: pretty\n---\n",
        "f.md": "---\npermalink: z.html\n---\n",
        "g/index.md": BARE,
    },
    "Liquid": {
        "_config.yml": "baseurl: /docs\nurl: https://h\nkinds: [p, q]\n",
        "_includes/a.md": "A {{ include.x }} {{ page.title }}",
        "_includes/n/b.md": "{% include a.md x='q' %}!",
        "_includes/row.md": "| `shelf` | `required`{: .label } | string |\n",
        "a.md": (
            "---\ntitle: T\n---\n{% include a.md x=page.title %} {% include n/b.md %} {{ '/x' | relative_url }} "
            "{{ '/x' | absolute_url }} {{ 'x' | relative_url }} {{ site.baseurl }} {{ '' | relative_url }}\n"
        ),
        "b.md": "---\ntitle: B\n---\n| A | B | C |\n|---|---|---|\n| a | b | c |\n{% include row.md %}\n\nEnd\n",
        "c.md": (
            "---\ntags: [x, y]\nrows:\n- {n: k, t: string}\n- {n: l, t: number}\n---\n"
            "{% for t in page.tags %}- {{t}}\n{% endfor %}\n\n{% include_relative d.txt %}\n\n| N | T |\n|---|---|\n"
            "{% for r in page.rows -%}\n| `{{ r.n }}` | {{ r.t }} |\n{% endfor %}\n"
        ),
        "d.txt": "D",
        "_data/r.yml": "- {n: a}\n- {n: b}\n",
        "_data/s/t.json": '{"k": [1, 2]}',
        "_data/u.csv": "a,b\n1,2\n",
        "_data/w/x.yml": "a: {t: s}\nb: {t: n}\n",
        "_data/w.yml": "no",
        "_includes/r.html": "| `{{ include.of.n }}` | {{ include.of.n }} |\n",
        "f.md": (
            "---\n---\n| N | T |\n|---|---|\n{% for r in site.data.r %}{% include r.html of=r %}{% endfor %}"
            "{% for r in site.data.w.x %}| {{ r[0] }} | {{ r[1].t }} |\n{% endfor %}"
            "{% if site.data.r %}{% include r.html of=site.data.r.first %}{% endif %}"
        ),
        "g/h.md": (
            "---\nrows: [{n: a, o: true}, {n: b, o: false}, {n: c}]\n---\n{{ page.dir }}\n\n| A | B |\n|---|---|\n"
            "{% assign g = page.rows | group_by: 'o' %}{% for x in g %}| {{ x.name }} | {{ x.size }} |\n{% endfor %}"
        ),
        "e.md": (
            "---\n---\n{{ site.data.s.t.k | join: '-' }} {{ site.data.u[0].b }} {% raw %}{{x}}{% endraw %}"
            "{% comment %}z{% endcomment %}{% assign v = site.data.r | where: 'n', 'b' %}{{ v[0].n }}"
            "{% capture w %}cap{% endcapture %}{{ w | upcase }} {{ site.data.r | map: 'n' | join: ',' }}"
            "{% if site.kinds contains 'p' %} yes{% else %} no{% endif %}{% unless page.none %} u{% endunless %}\n\n"
            "{% highlight text %}\ncode\n{% endhighlight %}\n"
        ),
    },
    "HTML": {
        "a.md": (
            "---\n---\n<table>\n<tr><th>P</th><th>T</th></tr>\n<tr><td><code>a</code></td><td>string</td></tr>\n</table>\n\n"
            '<div markdown="1">\n\n| A | B |\n|---|---|\n| `a` | b |\n\n</div>\n\nText\n: defined\n'
        ),
        "b.html": "---\n---\n<h2>Head</h2>\n<p>Text</p>\n<table><tr><th>A</th></tr><tr><td>b</td></tr></table>\n",
    },
}


def normal(url: str) -> str:
    """The place as links are compared: without suffix, slash and `index`."""
    path = url.strip("/").removesuffix(".html").removesuffix(".htm")
    return "/" + ("/" + path).removesuffix("/index").strip("/")


def is_document(shown: Shown) -> bool:
    """Whether what Jekyll has rendered is shown as HTML."""
    last = shown.url.rsplit("/", 1)[-1]
    return "." not in last or last.endswith((".html", ".htm"))


def read(folder: Path) -> tuple[Site, list[Diagnostic]]:
    found: list[Diagnostic] = []
    return read_site(folder, found.append), found


@pytest.fixture(scope="module")
def both(programs: Programs, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[list[Shown], list[Page]]]:
    """What Jekyll and we make of each site."""
    root = tmp_path_factory.mktemp("sites")
    folders = [write(root / str(number), files) for number, files in enumerate(SITES.values())]
    shown = jekyll(programs, folders)
    ours = [list(read(folder)[0].pages) for folder in folders]
    return dict(zip(SITES, zip(shown, ours, strict=True), strict=True))


@pytest.mark.parametrize("name", SITES)
def test_the_same_pages_are_served_at_the_same_places(
    both: dict[str, tuple[list[Shown], list[Page]]], name: str
) -> None:
    theirs, ours = both[name]
    expected = {one.path.lstrip("/"): (normal(one.url), one.title) for one in theirs if is_document(one)}
    # Jekyll leaves the folder of collections out of the paths of documents.
    found = {page.path.removeprefix("docs/" if "/_" in page.path else ""): page for page in ours}
    assert {path: (page.url, page.text("title")) for path, page in found.items()} == expected


@pytest.mark.parametrize("name", ["Liquid", "HTML"])
def test_the_same_tables_and_texts_are_shown(both: dict[str, tuple[list[Shown], list[Page]]], name: str) -> None:
    theirs, ours = both[name]
    html = {one.path: one.html for one in theirs}
    for page in ours:
        assert our_page(page.blocks) == rendered(html[page.path]), page.path


def test_the_real_site_has_the_same_pages(site: Path, tmp_path: Path, programs: Programs) -> None:
    copy = tmp_path / "site"
    shutil.copytree(site, copy)
    # What belongs to the theme is empty here.
    names = {name for path in copy.rglob("*.md") for name in _INCLUDE.findall(path.read_text(encoding="utf-8"))}
    write(copy / "_includes", dict.fromkeys(names, ""))
    expected = {one.path: (normal(one.url), one.title) for one in jekyll(programs, [copy])[0] if is_document(one)}
    ours = {page.path: (page.url, page.text("title")) for page in read(site)[0].pages}
    assert ours == expected


def test_a_part_of_a_site_has_the_settings_of_the_whole(tmp_path: Path) -> None:
    files = {"_config.yml": "defaults:\n- scope: {path: docs/api}\n  values: {title: D}\n", "docs/api/a.md": BARE}
    (page,) = read(write(tmp_path, files) / "docs")[0].pages
    assert (page.path, page.url, page.text("title")) == ("api/a.md", "/docs/api/a", "D")


def test_a_source_below_is_where_the_pages_are(tmp_path: Path) -> None:
    (page,) = read(write(tmp_path, {"_config.yml": "source: docs\n", "docs/a.md": PAGE, "b.md": PAGE}))[0].pages
    assert (page.path, page.url) == ("docs/a.md", "/a")


@pytest.mark.parametrize("setting", ["plugins: [jekyll-optional-front-matter]", "gems: [github-pages]"])
def test_the_plugin_makes_pages_of_files_without_front_matter(tmp_path: Path, setting: str) -> None:
    files = {
        "_config.yml": setting,
        "a.md": PAGE,
        "b.md": "## x\n",
        "README.md": "x",
        "s/b.md": "---\npermalink: /b\n---\n",
    }
    site, found = read(write(tmp_path, files))
    assert [(page.path, page.has_front_matter) for page in site.pages] == [
        ("a.md", True),
        ("b.md", False),
        ("s/b.md", True),
    ]
    assert [(str(one.location), one.rule.name) for one in found] == [("b.md:1", "duplicate-permalink")]


def test_rows_made_in_a_loop_stand_where_the_loop_stands(tmp_path: Path) -> None:
    text = "---\n---\n| A | B |\n|---|---|\n{% for r in site.data.r -%}\n| `{{ r.n }}` | b |\n{% endfor %}\n"
    (page,) = read(write(tmp_path, {"_data/r.yml": "- {n: a}\n- {n: b}\n", "a.md": text}))[0].pages
    (table,) = page.blocks
    assert [row.location.line for row in table.rows] == [6, 6]  # type: ignore[union-attr]


def test_an_include_that_is_nowhere_is_said_once(tmp_path: Path) -> None:
    body = "---\n---\n{% include icon.html %}\n"
    _, found = read(write(tmp_path, {f"{name}.md": body for name in "abc"}))
    assert [one.message for one in found] == [
        "`{% include icon.html %}`: there is no such file (also on 2 other pages)"
    ]


@pytest.mark.parametrize("name", ["../secret", "..", "/etc/passwd", "a/../../secret", "link.md", "x//../../secret"])
def test_includes_stay_inside_the_site(tmp_path: Path, name: str) -> None:
    write(tmp_path, {"secret": "SECRET", "link.md": "SECRET"})
    root = write(tmp_path / "site", {"_includes/x.md": "x", "a.md": f"---\n---\n{{% include {name} %}}.\n"})
    os.symlink(tmp_path / "link.md", root / "_includes/link.md")
    site, found = read(root)
    assert "SECRET" not in str(site.pages)
    assert found


def test_includes_in_a_circle_end(tmp_path: Path) -> None:
    files = {"_includes/a.md": "a{% include b.md %}", "_includes/b.md": "b{% include a.md %}{% include a.md %}"}
    _, found = read(write(tmp_path, {**files, "p.md": "---\n---\n{% include a.md %}"}))
    assert "limit-exceeded" in {one.rule.name for one in found}
