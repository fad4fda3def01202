"""Outputs that are inputs, or lie inside each other, are refused before anything is made."""

import os
import shutil
from pathlib import Path

import pytest
import yaml

from jekyll_openapi.cache import FOLDER
from jekyll_openapi.cli import main
from tests.release.workplace import lay_out

PATHS = {
    "pages": "spec/pages",
    "base": "spec/base.yaml",
    "overlay": "spec/overlay.yaml",
    "spec": "spec/openapi.yaml",
    "findings": "spec/findings.txt",
    "client": "generated",
}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small repository, not built."""
    lay_out(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def configure(**paths: str) -> None:
    lines = "".join(f'{name} = "{path}"\n' for name, path in {**PATHS, **paths}.items() if path)
    Path("pyproject.toml").write_text(f"[tool.jekyll-openapi]\n{lines}")


def files(folder: Path) -> dict[str, bytes]:
    """All but what runs remember."""
    found = (one for one in folder.rglob("*") if one.is_file() and FOLDER not in one.parts)
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in found}


@pytest.mark.parametrize(
    ("paths", "message"),
    [
        ({"client": "spec/pages"}, "`client` and `pages` are the same"),
        ({"client": "spec"}, "is inside `client`"),
        ({"client": "."}, "is inside `client`"),
        ({"client": "spec/pages/client"}, "`client` is inside `pages`"),
        ({"client": "spec/../spec/pages"}, "`client` and `pages` are the same"),
        ({"client": "link"}, "`client` and `pages` are the same"),
        ({"spec": "spec/pages/set.md"}, "`spec` is inside `pages`"),
        ({"spec": "spec/pages/openapi.yaml"}, "`spec` is inside `pages`"),
        ({"spec": "spec/base.yaml"}, "`spec` and `base` are the same"),
        ({"spec": "spec/overlay.yaml"}, "`spec` and `overlay` are the same"),
        ({"spec": "pyproject.toml"}, "`spec` and the configuration are the same"),
        ({"spec": "generated/openapi.yaml"}, "`spec` is inside `client`"),
        ({"findings": "spec/openapi.yaml"}, "`findings` and `spec` are the same"),
        ({"findings": "spec/openapi-3.0.yaml"}, "`findings` and the 3.0 form of `spec` are the same"),
        ({"findings": "spec/base.yaml"}, "`findings` and `base` are the same"),
        ({"findings": "spec/asyncapi.yaml"}, "`findings` and the description of sockets beside `spec` are the same"),
        ({"base": "spec/openapi-3.0.yaml"}, "the 3.0 form of `spec` and `base` are the same"),
        ({"findings": "spec/CHANGELOG.md"}, "`findings` and the changelog are the same"),
        ({"client": "spec/released"}, "`client` and the last release are the same"),
        ({"spec": "/dev/stdout"}, "`spec` must be a file or folder on disk"),
        ({"spec": "pipe"}, "`spec` must be a file or folder on disk"),
        ({"findings": "pipe"}, "`findings` must be a file or folder on disk"),
        ({"pages": ".", "client": "client"}, "`client` is inside `pages`"),
        ({"pages": ".", "spec": "index.md"}, "`spec` is inside `pages`"),
    ],
)
def test_a_configuration_that_would_lose_something_is_refused(
    here: Path, paths: dict[str, str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "link").symlink_to("spec/pages")
    os.mkfifo(here / "pipe")
    configure(**paths)
    before = files(here)
    for command in ("build", "check", "release", "lint spec/pages"):
        assert main(command.split()) == 2
        assert message in capsys.readouterr().err
    assert files(here) == before


def test_a_site_that_is_the_whole_project_can_have_outputs_that_jekyll_does_not_read(here: Path) -> None:
    shutil.move("spec/pages", "site")
    shutil.move("spec/base.yaml", "site/_base.yaml")
    shutil.move("pyproject.toml", "site/pyproject.toml")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(here / "site")
        outputs = {"spec": "assets/openapi.yaml", "findings": "findings.txt", "client": "_client"}
        configure(pages=".", base="_base.yaml", overlay="", **outputs)
        Path("assets").mkdir()
        assert main(["build"]) == 0
        assert main(["check"]) == 0


def test_commands_that_write_one_file_spare_inputs_and_the_outputs_of_others(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build"]) == 0
    capsys.readouterr()
    before = files(here)
    for command, message in {
        "spec spec/pages -o spec/pages/set.md": "would be read as a part of `pages`",
        "spec spec/pages/set.md -o spec/pages/set.md": "would be read as a part of `pages`",
        "spec spec/pages -o spec/base.yaml": "is `base`",
        "spec spec/pages --base other.yaml -o other.yaml": "is `--base`",
        "spec spec/pages -o spec/findings.txt": "is `findings`",
        "spec spec/pages -o generated": "is a folder",
        "site -o spec/openapi.yaml": "is `spec`",
        "site -o pyproject.toml": "is the configuration",
        "site -o spec/CHANGELOG.md": "is the changelog",
        "client spec/openapi.yaml -o spec/released --force": "is or holds the last release",
        "client spec/openapi.yaml -o spec": "is or holds",
        "client spec/openapi.yaml -o .": "is or holds",
        "client spec/openapi.yaml -o spec/openapi.yaml": "is not a folder",
        "client spec/openapi.yaml -o spec/pages --force": "is or holds `pages`",
    }.items():
        assert main(command.split()) == 2, command
        assert message in capsys.readouterr().err, command
    assert files(here) == before


@pytest.mark.parametrize(
    "command", ["site -o new/", "site -o .", "spec spec/pages -o new/.", "spec spec/pages -o new/.."]
)
def test_what_is_written_as_a_folder_is_no_name_of_a_file(
    here: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    before = files(here)
    with pytest.raises(SystemExit):
        main(command.split())
    assert "is no name of a file" in capsys.readouterr().err
    assert files(here) == before


@pytest.mark.parametrize("command", ["build", "lint", "lint --accept", "check"])
def test_what_is_no_list_of_findings_is_not_overwritten(
    here: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    (here / "spec" / "findings.txt").write_text("Dear diary,\n\nall is well: 1\n")
    before = files(here)
    assert main(command.split()) == 2
    assert "findings.txt is no list of accepted findings" in capsys.readouterr().err
    assert files(here) == before


def test_force_deletes_what_is_named_first(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build"]) == 0
    (here / "generated" / "notes.txt").write_text("mine")
    (here / "spec" / "pages" / "done.md").write_text((here / "spec" / "pages" / "done.md").read_text() + "\n`More`.\n")
    (here / "spec" / "base.yaml").write_text(
        (here / "spec" / "base.yaml").read_text().replace("Small API", "Other API")
    )
    before = files(here)
    capsys.readouterr()
    assert main(["build"]) == 1
    assert "generated holds files of others: notes.txt" in capsys.readouterr().err
    after = files(here)
    assert {name for name, one in after.items() if one != before[name]} == {
        name for name in after if "spec/openapi" in str(name)
    }
    assert main(["build", "--force"]) == 0
    assert "generated: notes.txt" in capsys.readouterr().err
    assert not (here / "generated" / "notes.txt").exists()


def test_the_sockets_are_written_beside_the_spec_where_the_base_states_them(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sockets = here / "spec" / "asyncapi.yaml"
    main(["build"])
    assert not sockets.exists()
    with (here / "spec" / "base.yaml").open("a") as base:
        base.write("x-sockets: {channels: {one: {hosts: servers, requests: [rest]}}}\n")
    assert main(["build"]) == 2
    assert "wants `stream` in `x-client`" in capsys.readouterr().err
    text = (here / "spec" / "base.yaml").read_text()
    content = yaml.safe_load(text)
    content["x-client"] = {**content.get("x-client", {}), "stream": {"path": "/ws"}}
    (here / "spec" / "base.yaml").write_text(yaml.safe_dump(content, sort_keys=False))
    main(["build"])
    assert "asyncapi: 3.0.0" in sockets.read_text()
    main(["lint", "spec/pages", "--accept"])
    assert main(["check"]) == 0
    sockets.write_text(sockets.read_text().replace("3.0.0", "2.0.0"))
    assert main(["check"]) == 1
    assert "spec/asyncapi.yaml" in capsys.readouterr().out
