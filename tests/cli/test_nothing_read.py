"""If nothing was read, a command fails and says what it looked for."""

from pathlib import Path

import pytest

from jekyll_openapi.cache import FOLDER
from jekyll_openapi.cli import main

PAGE = "---\ntitle: Rooms\n---\n\n## GET /rooms\n\nAll rooms.\n"


def refused(capsys: pytest.CaptureFixture[str]) -> str:
    """The error: one line, perhaps with a hint."""
    lines = capsys.readouterr().err.splitlines()
    assert len([line for line in lines if not line.startswith("  hint: ")]) == 1, lines
    return lines[0]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_pages_without_an_operation_or_a_schema(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "posts").mkdir()
    (here / "posts" / "a.md").write_text("---\ntitle: Hello\n---\n\n# Hello\n\nA post.\n")
    (here / "old.yaml").write_text("old")
    assert main(["spec", "posts", "-o", "old.yaml"]) == 1
    said = refused(capsys)
    assert "no operation and no schema in posts (1 page read)" in said
    assert "a heading `PUT /a/b`" in said
    assert "for schemas below `" in said
    assert (here / "old.yaml").read_text() == "old"


@pytest.mark.parametrize("command", ["lint posts", "site -o x.html", "build", "lint posts --quiet"])
def test_each_command_says_that_nothing_was_read(command: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "posts").mkdir()
    (here / "posts" / "a.md").write_text("---\ntitle: Hello\n---\n\n# Hello\n\nA post.\n")
    (here / "jekyll-openapi.toml").write_text('[tool.jekyll-openapi]\npages = "posts"\nspec = "all.yaml"\n')
    assert main(command.split()) == 1
    assert "no operation and no schema in posts" in refused(capsys)
    assert {one.name for one in here.iterdir()} - {FOLDER} == {"posts", "jekyll-openapi.toml"}


@pytest.mark.parametrize(
    ("name", "content", "given", "words"),
    [
        ("empty/picture.png", "", "empty", "empty holds no page"),
        ("_site/index.html", "<html>", "_site", "_site is what Jekyll has built"),
        ("data/rooms.json", "{}", "data/rooms.json", "data/rooms.json is not a page"),
        ("data/rooms.html", "<html>", "data/rooms.html", "data/rooms.html is not a page"),
    ],
)
def test_what_is_no_page(
    name: str, content: str, given: str, words: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / name).parent.mkdir()
    (here / name).write_text(content)
    assert main(["spec", given]) == 2
    assert words in refused(capsys)


def test_quiet_says_only_what_cannot_be_done(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "rooms.md").write_text(PAGE)
    code = main(["spec", "rooms.md", "-o", "all.yaml"])
    assert capsys.readouterr().err
    assert main(["spec", "rooms.md", "-o", "all.yaml", "--quiet"]) == code
    assert capsys.readouterr().err == ""
    assert main(["spec", "nowhere", "--quiet"]) == 2
    assert "nowhere" in refused(capsys)


def test_outputs_that_are_not_configured_are_not_made(here: Path) -> None:
    (here / "pages").mkdir()
    (here / "pages" / "rooms.md").write_text(PAGE)
    (here / "other.toml").write_text('[tool.jekyll-openapi]\npages = "pages"\nspec = "api.yaml"\n')
    main(["build", "--config", "other.toml"])
    assert {one.name for one in here.iterdir()} == {"pages", "other.toml", "api.yaml", "api-3.0.yaml", FOLDER}
    (here / "jekyll-openapi.toml").write_text((here / "other.toml").read_text().replace("api.yaml", "found.yaml"))
    main(["build"])
    assert (here / "found.yaml").read_text() == (here / "api.yaml").read_text()
    assert main(["check", "--config", "pages/rooms.md"]) == 2


def test_an_output_that_fails_holds_no_other_back(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "pages").mkdir()
    (here / "pages" / "rooms.md").write_text(PAGE)
    (here / "client").mkdir()
    (here / "client" / "mine.txt").write_text("mine")
    table = '[tool.jekyll-openapi]\npages = "pages"\nspec = "api.yaml"\nclient = "client"\n'
    (here / "jekyll-openapi.toml").write_text(table)
    assert main(["build"]) == 1
    assert "client" in capsys.readouterr().err
    assert (here / "api.yaml").exists()
    assert [one.name for one in (here / "client").iterdir()] == ["mine.txt"]
