"""What a comparison does not do where nothing asks for it."""

from pathlib import Path
from typing import Any

import pytest

from jekyll_openapi.cli import main
from jekyll_openapi.diff.compare import compare
from jekyll_openapi.diff.reading import read_spec
from jekyll_openapi.openapi.reading import Known, read


def test_names_are_made_where_something_differs_and_only_there(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_names(*_: object) -> Any:
        raise AssertionError("names were made")

    spec = read_spec(root / "spec" / "openapi.yaml")
    monkeypatch.setattr("jekyll_openapi.diff.names.names_of", no_names)
    assert compare(spec, spec) == ()
    with pytest.raises(AssertionError, match="names were made"):
        compare(spec, spec | {"paths": {}})


def test_files_that_hold_the_same_are_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("old.yaml", "new.yaml"):
        (tmp_path / name).write_text("openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths: {}\n")
    looked: list[str] = []

    def read_once(path: Path, shown: str, known: Known) -> Any:
        looked.append(shown)
        return read(path, shown, known)

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("jekyll_openapi.commands.diff.read", read_once)
    assert main(["diff", "old.yaml", "new.yaml"]) == 0
    assert looked == ["old.yaml"]
    assert capsys.readouterr().out.startswith("0 breaking")
    (tmp_path / "new.yaml").write_text("openapi: 3.1.0\ninfo: {title: u, version: '1'}\npaths: {}\n")
    assert main(["diff", "old.yaml", "new.yaml"]) == 0
    assert looked == ["old.yaml", "old.yaml", "new.yaml"]
