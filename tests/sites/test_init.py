"""`init` on sites of other habits: most of what they state is read by what it proposes, and nothing is overwritten."""

import shutil
from pathlib import Path

import pytest
import yaml

from jekyll_openapi.cli import main
from jekyll_openapi.commands.proposal import propose
from jekyll_openapi.commands.wording import security_in, server_in
from tests.sampling import every

STATED = {
    "notes": {"post /api/v1/notes", "get /api/v1/notes/{id}", "delete /api/v1/notes/{id}"},
    "boxes": {
        "post /me/drive/boxes/{box-id}/copy",
        "post /drives/{drive-id}/boxes/{box-id}/copy",
        "get /me/drive/boxes/{box-id}",
    },
}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def habit(root: Path, here: Path, name: str) -> None:
    """A project with pages of that habit."""
    shutil.copytree(root / "tests" / "sites" / "habits" / name, here / "docs")


def operations(file: Path) -> set[str]:
    """Method and path of each operation of a description."""
    paths = yaml.safe_load(file.read_text("utf-8"))["paths"]
    return {f"{method} {path}" for path, item in paths.items() for method in item if method != "parameters"}


@pytest.mark.parametrize("name", STATED)
def test_every_output_is_made_after_init(name: str, root: Path, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    habit(root, here, name)
    assert main(["init", "docs"]) == 0
    said = capsys.readouterr().err
    assert "operations: method and path in fences" in said
    assert "3 operations" in said
    main(["build"])
    assert operations(here / "openapi.yaml") == STATED[name]
    assert (here / "client" / "pyproject.toml").exists()
    main(["lint", "docs", "--accept"])
    assert main(["spec", "docs", "-o", "again.yaml"]) in (0, 1)
    assert operations(here / "again.yaml") == STATED[name]


def test_what_a_body_takes_is_read(root: Path, here: Path) -> None:
    habit(root, here, "notes")
    main(["init", "docs"])
    main(["build"])
    schemas = yaml.safe_load((here / "openapi.yaml").read_text("utf-8"))["components"]["schemas"]
    assert any({"text", "language"} <= set(one.get("properties", {})) for one in schemas.values())


def test_nothing_is_overwritten(root: Path, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    habit(root, here, "boxes")
    (here / "pyproject.toml").write_text('[project]\nname = "boxes"\n')
    (here / "base.yaml").write_text('info:\n  title: Mine\n  version: "3.0.0"\n')
    assert main(["init", "docs"]) == 0
    text = (here / "pyproject.toml").read_text()
    assert text.startswith('[project]\nname = "boxes"\n\n[tool.jekyll-openapi]\n')
    assert "Mine" in (here / "base.yaml").read_text()
    capsys.readouterr()
    assert main(["init", "docs"]) == 2
    assert "has a configuration already" in capsys.readouterr().err
    assert (here / "pyproject.toml").read_text() == text


def test_pages_that_are_the_whole_project(root: Path, here: Path) -> None:
    for page in (root / "tests" / "sites" / "habits" / "boxes").iterdir():
        shutil.copy(page, here)
    assert main(["init"]) == 0
    main(["build"])
    assert operations(here / "openapi.yaml") == STATED["boxes"]


CALLS = {
    "await fetch('https://api.example.com/v1/ducks?pond=3')": "get /v1/ducks",
    "fetch(`/v1/ducks/${id}`, {headers: {'X-Key': key}})": "get /v1/ducks/{id}",
    'fetch("/v1/ducks", {\n  method: "POST",\n  body: text\n})': "post /v1/ducks",
    "https://api.example.com/v1/ducks?pond={pond}&key={API key}": "get /v1/ducks",
}


@pytest.mark.parametrize("call", CALLS)
def test_a_call_alone_states_an_operation(call: str, here: Path) -> None:
    (here / "docs").mkdir()
    (here / "docs" / "a.md").write_text(f"# Ducks\n\n## A duck\n\n```\n{call}\n```\n")
    assert main(["init", "docs"]) == 0
    main(["build"])
    assert operations(here / "openapi.yaml") == {CALLS[call]}


def test_pages_without_an_api(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "docs").mkdir()
    (here / "docs" / "a.md").write_text("---\ntitle: Hello\n---\n\nA post.\n")
    (here / "docs" / "b.md").write_text("---\ntitle: Tools\n---\n\n```bash\ncurl https://example.com/a.sh | sh\n```\n")
    assert main(["init", "docs"]) == 1
    assert "nothing was written" in capsys.readouterr().err
    assert {one.name for one in here.iterdir()} == {"docs"}


@pytest.mark.deep
@pytest.mark.parametrize(("name", "stated"), every(2, [("gitlab", 14), ("opensearch", 33)]))
def test_sites_of_others(name: str, stated: int, root: Path) -> None:
    pages = root.parent / "shared" / "foreign" / name
    if not pages.is_dir():
        pytest.skip("the other vendors' pages are not beside the project")
    proposal = propose(pages)
    assert stated * 0.9 <= proposal.operations <= stated * 1.1


@pytest.mark.parametrize(
    ("text", "prefix", "paths", "expected"),
    [
        ("Base URL: `https://a.example/api/v2` (production)", "", ["/berths"], "https://a.example/api/v2"),
        ("**Base URL**\n\n`https://a.example/api/`", "", ["/berths"], "https://a.example/api"),
        ("The base URL of the service is https://a.example/v1.", "", ["/berths"], "https://a.example/v1"),
        ("All requests go to `https://a.example`.", "", ["/berths"], "https://a.example"),
        # Where the paths hold what follows the host, it is no part of the server.
        ("Base URL: `https://a.example/api/v2`", "https://a.example", ["/api/v2/berths"], "https://a.example"),
        ("Base URL: `https://a.example/api/v2`", "https://b.example", ["/berths"], "https://b.example"),
        ("Base URL: `https://{tenant}.example/api`", "", ["/a"], ""),
        ("Paths follow the base URL; see https://docs.example/guide", "", ["/a"], ""),
        ("curl https://c.example/a", "", ["/a"], "https://c.example"),
    ],
)
def test_the_server_that_the_pages_state(text: str, prefix: str, paths: list[str], expected: str) -> None:
    assert server_in(text, prefix, paths) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Send the header `X-Ledger-Key: <key>`.", "X-Ledger-Key"),
        ("Every call needs your key: `?api_key=YOUR_KEY`.", "?api_key"),
        ('curl -H "X-Api-Token: abc" https://a.example', "X-Api-Token"),
        ("Nothing is said.", ""),
    ],
)
def test_how_requests_are_signed(text: str, expected: str) -> None:
    assert security_in(text) == expected


@pytest.mark.parametrize(
    ("pages", "title"),
    [
        ({"index.md": "# Harbor API\n"}, "Harbor API"),
        ({"index.md": "---\ntitle: Courier API Reference\n---\n"}, "Courier API"),
        ({"README.md": "# Welcome to the Harbor REST API v2\n"}, "Harbor REST API"),
        ({"index.md": "# Größe API\n"}, "Größe API"),
        ({"index.md": "# The API\n"}, "Tiny Shop API"),
        ({"index.md": "# Ferries\n"}, "Tiny Shop API"),
        ({"boats.md": "# Boats API\n", "ports.md": "# Ports API\n"}, "Tiny Shop API"),
        ({"boats.md": "# Boats API\n"}, "Boats API"),
    ],
)
def test_the_title_that_the_first_page_states(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pages: dict[str, str], title: str
) -> None:
    here = tmp_path / "tiny-shop"
    (here / "docs").mkdir(parents=True)
    for name, text in pages.items():
        (here / "docs" / name).write_text(f"{text}\n## `GET /{name[0]}`\n\nLists.\n", "utf-8")
    monkeypatch.chdir(here)
    assert main(["init", "docs"]) == 0
    assert f'  title: "{title}"\n' in (here / "base.yaml").read_text("utf-8")
