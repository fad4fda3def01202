"""What is saved while a watch begins is built."""

import os
from pathlib import Path

import pytest

from jekyll_openapi.commands import watch as module
from jekyll_openapi.config import find_config


@pytest.mark.parametrize("moment", ["first", "prepare"])
def test_a_save_before_watching_has_begun_is_built(
    moment: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "spec" / "pages" / "a.md"
    page.parent.mkdir(parents=True)
    page.write_text("old", "utf-8")
    (tmp_path / "pyproject.toml").write_text("[tool.jekyll-openapi]\npages = 'spec/pages'\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    config, built = find_config(tmp_path, None), []

    def save_at(now: str) -> None:
        if now == moment:
            page.write_text("saved", "utf-8")
            os.utime(page, ns=(1, 1))

    def build(_: object) -> None:
        built.append(page.read_text("utf-8"))
        raise KeyboardInterrupt

    assert module.watch(config, lambda: save_at("first"), build, lambda: save_at("prepare")) == 0
    assert built == ["saved"]
    assert "a.md changed" in capsys.readouterr().err


def test_it_says_that_it_watches_once_all_is_prepared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.jekyll-openapi]\n", "utf-8")
    monkeypatch.chdir(tmp_path)

    def prepare() -> None:
        raise KeyboardInterrupt

    def nothing(*_: object) -> None:
        pass

    assert module.watch(find_config(tmp_path, None), nothing, nothing, prepare) == 0
    assert "watching" not in capsys.readouterr().err
