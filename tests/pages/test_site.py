"""A folder becomes a site: which files are pages, what they are called, and what cannot be read."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from jekyll_openapi.diagnostics import Diagnostic
from jekyll_openapi.pages.document import Code, Heading, Site
from jekyll_openapi.pages.site import read_site


def read(folder: Path, files: Mapping[str, str | bytes]) -> tuple[Site, list[str]]:
    """The site of some files, and its findings as `path:line rule`."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    found: list[Diagnostic] = []
    site = read_site(folder, found.append)
    return site, [f"{finding.location} {finding.rule.name}" for finding in found]


def test_pages_come_in_path_order(tmp_path: Path) -> None:
    names = ["b.md", "a/z.md", "a-b.md", "a/B.markdown", "A.md", "é.md"]
    site, found = read(tmp_path, dict.fromkeys(names, "text"))
    assert [page.path for page in site.pages] == sorted(names)
    assert found == []


def test_only_markdown_is_a_page(tmp_path: Path) -> None:
    files = ["x.txt", "index.html", "_hidden.md", ".dot.md", "_includes/a.md", ".git/a.md", "node_modules/a/b.md"]
    site, found = read(tmp_path, {**dict.fromkeys(files, "text"), "a.MD": "text"})
    assert [page.path for page in site.pages] == ["a.MD"]
    assert found == []


def test_the_configuration_excludes_and_names_the_address(tmp_path: Path) -> None:
    config = "url: https://a.example/\nbaseurl: /docs/\nexclude: [drafts/, '*.tmp.md', vendor]\n"
    body = "---\n---\n{{site.baseurl}}"
    files = {"_config.yml": config, "drafts/a.md": body, "b.tmp.md": body, "vendor/c.md": body, "d.md": body}
    site, found = read(tmp_path, files)
    assert [page.path for page in site.pages] == ["d.md"]
    assert site.base_url == "https://a.example"
    assert found == []


def test_a_broken_configuration_is_reported_and_left_out(tmp_path: Path) -> None:
    site, found = read(tmp_path, {"_config.yml": "title: a\n  url: b", "a.md": "---\n---\nx"})
    assert len(site.pages) == 1
    assert site.base_url == ""
    assert found == ["_config.yml:2 broken-front-matter"]


@pytest.mark.parametrize("content", ["a: &x 1\nb: *x", "a: !!python/name:os.system x", "- a"])
def test_a_configuration_makes_nothing_but_settings(tmp_path: Path, content: str) -> None:
    _, found = read(tmp_path, {"_config.yml": content, "a.md": "x"})
    assert [line.split()[1] for line in found] == ["broken-front-matter"]


@pytest.mark.parametrize(
    "value", ["2001-13-45", "2001-12-04", ".inf", "1" * 5000, "1:1:1" + ":1" * 5000, "0x" + "f" * 5000]
)
def test_a_setting_that_is_no_number_for_us_is_the_text_that_stands_there(tmp_path: Path, value: str) -> None:
    site, found = read(tmp_path, {"_config.yml": f"url: {value}", "a.md": "x"})
    assert (site.base_url, found) == (value, [])


@pytest.mark.parametrize(
    ("permalink", "url"),
    [
        ("/all-ops/order/placeorder", "/all-ops/order/placeorder"),
        ("/All-Ops/x/", "/All-Ops/x"),
        ("auth", "/auth"),
        ("/a/index.html", "/a"),
        ("/a.html", "/a"),
        ("/", "/"),
        ("/index.html", "/"),
        ("", "/ops/page"),
        ("/a..b", "/a..b"),
    ],
)
def test_permalinks_are_where_a_page_is_served(tmp_path: Path, permalink: str, url: str) -> None:
    site, found = read(tmp_path, {"ops/page.md": f"---\npermalink: {permalink}\n---\nx"})
    assert [page.url for page in site.pages] == [url]
    assert found == []


@pytest.mark.parametrize(
    "permalink",
    ["/../x", "../../x", "/a/../../b", "/%2e%2e/x", "//host/x", "https://host/x", "/a\\b", '"/a\\nb"', "C:/x"],
)
def test_a_permalink_that_leaves_the_site_is_not_used(tmp_path: Path, permalink: str) -> None:
    site, found = read(tmp_path, {"ops/page.md": f"---\npermalink: {permalink}\n---\nx"})
    assert [page.url for page in site.pages] == ["/ops/page"]
    assert found == ["ops/page.md:2 outside-site"]


def test_a_folder_is_served_by_its_index(tmp_path: Path) -> None:
    site, _ = read(tmp_path, {"a/index.md": "x", "index.md": "x"})
    assert [page.url for page in site.pages] == ["/a", "/"]


def test_two_pages_of_one_permalink_are_reported(tmp_path: Path) -> None:
    files = {
        "a.md": "---\npermalink: /x\n---\na",
        "b.md": "---\ntitle: b\npermalink: /X/\n---\nb",
        "x.md": "---\n---\nc",
    }
    site, found = read(tmp_path, files)
    assert len(site.pages) == 3
    assert found == ["b.md:3 duplicate-permalink", "x.md:1 duplicate-permalink"]


def test_empty_pages_are_left_out(tmp_path: Path) -> None:
    site, found = read(tmp_path, {"a.md": "", "b.md": " \n\t\n", "c.md": "---\ntitle: c\n---"})
    assert [page.path for page in site.pages] == ["c.md"]
    assert found == ["a.md:1 empty-page", "b.md:1 empty-page"]


def test_marks_of_editors_do_not_move_anything(tmp_path: Path) -> None:
    site, found = read(tmp_path, {"a.md": b"---\r\ntitle: a\r\n---\r\n\r\n## `/x`\r\n"})
    (page,) = site.pages
    (heading,) = page.blocks
    assert isinstance(heading, Heading)
    assert (page.text("title"), page.fields[0].location.line, page.fields[0].location.column) == ("a", 2, 8)
    assert isinstance(heading.spans[0], Code)
    assert (heading.spans[0].location.line, heading.spans[0].location.column) == (5, 4)
    assert found == []


@pytest.mark.parametrize(
    ("content", "line"), [(b"a\n\xff\xfe", 2), (b"\x89PNG\r\n\x1a\n\0\0", 1), (b"ok\nno\0t", 2), (b"\xed\xa0\x80", 1)]
)
def test_what_is_no_text_is_left_out(tmp_path: Path, content: bytes, line: int) -> None:
    site, found = read(tmp_path, {"a.md": content, "b.md": "x"})
    assert [page.path for page in site.pages] == ["b.md"]
    assert found == [f"a.md:{line} unreadable-page"]


def test_what_is_no_file_is_left_out(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    (tmp_path / "b.md").symlink_to("nowhere.md")
    (tmp_path / "f.md").symlink_to("f.md")
    site, found = read(tmp_path, {"c.md": "x", "d.md/e.md": "x"})
    assert [page.path for page in site.pages] == ["c.md", "d.md/e.md"]
    assert found == [f"{name}.md:1 unreadable-page" for name in "abf"]


def test_a_name_that_is_no_text_is_left_out(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"\xff.md")).write_text("x")
    except OSError:
        pytest.skip("this file system takes no such name")
    site, found = read(tmp_path, {"a.md": "x"})
    assert [page.path for page in site.pages] == ["a.md"]
    assert found == ["?.md:1 unreadable-page"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the system refuses root no file")
def test_what_the_system_refuses_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("x")
    (tmp_path / "a.md").chmod(0)
    _, found = read(tmp_path, {"b.md": "x"})
    assert found == ["a.md:1 unreadable-page"]


def test_links_out_of_the_site_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("secret")
    (tmp_path / "outer").mkdir()
    (tmp_path / "outer/x.md").write_text("secret")
    root = tmp_path / "site"
    root.mkdir()
    (root / "a.md").symlink_to(tmp_path / "secret.md")
    (root / "b").symlink_to(tmp_path / "outer")
    (root / "c.md").symlink_to("../site/d.md")
    (root / "loop").symlink_to(".")
    (root / "_config.yml").symlink_to(tmp_path / "secret.md")
    site, found = read(root, {"d.md": "x"})
    assert [page.path for page in site.pages] == ["c.md", "d.md"]
    assert sorted(found) == ["_config.yml:1 outside-site", "a.md:1 outside-site", "b:1 outside-site"]


def test_one_page_is_a_site_without_configuration(tmp_path: Path) -> None:
    read(tmp_path, {"_config.yml": "baseurl: /x", "a/_b.md": "{{site.baseurl}}/y", "a/c.md": "x"})
    site = read_site(tmp_path / "a/_b.md", lambda _: None)
    assert [page.path for page in site.pages] == ["_b.md"]
    assert site.base_url == ""


@pytest.mark.parametrize("name", ["nowhere", "nowhere/page.md"])
def test_a_path_that_is_not_there_is_an_error_of_the_system(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileNotFoundError):
        read_site(tmp_path / name, lambda _: None)


def test_progress_is_told_page_by_page(tmp_path: Path) -> None:
    read(tmp_path, {"a.md": "x", "b.md": "x"})
    steps: list[tuple[int, int]] = []
    read_site(tmp_path, lambda _: None, progress=lambda done, total: steps.append((done, total)))
    assert steps == [(1, 2), (2, 2)]


def test_the_digest_is_that_of_names_and_contents(tmp_path: Path) -> None:
    digests = [
        read(tmp_path / str(number), files)[0].digest
        for number, files in enumerate(
            [{"a.md": "x"}, {"a.md": "x", "other.txt": "y"}, {"b.md": "x"}, {"a.md": "y"}, {"a.md": "x", "b.md": ""}]
        )
    ]
    assert digests[0] == digests[1]
    assert len(set(digests)) == 4


def test_reading_imports_no_more_than_the_pages_need(tmp_path: Path) -> None:
    read(tmp_path, {"_config.yml": "baseurl: /x", "a.md": "---\ntitle: a\n---\n{{site.baseurl}}{% include x.html %}"})
    script = (
        "import sys; from pathlib import Path; from jekyll_openapi.pages.site import read_site\n"
        "read_site(Path(sys.argv[1]), [].append)\n"
        "print(*{'liquid', 'tree_sitter', 'socket', 'http'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script, tmp_path], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
