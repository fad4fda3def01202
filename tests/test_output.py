"""Writing by rename."""

import os
from pathlib import Path

import pytest

from jekyll_openapi.output import replace_directory, write_text


def test_a_text_is_written_whole_and_the_old_mode_stays(tmp_path: Path) -> None:
    file = tmp_path / "spec.yaml"
    write_text(file, "a: 1\n")
    file.chmod(0o600)
    write_text(file, "b: é\r\n")
    assert file.read_bytes() == "b: é\r\n".encode()
    assert file.stat().st_mode & 0o777 == 0o600
    assert [one.name for one in tmp_path.iterdir()] == ["spec.yaml"]


def test_a_text_that_cannot_be_encoded_leaves_the_old_file(tmp_path: Path) -> None:
    file = tmp_path / "spec.yaml"
    write_text(file, "old")
    with pytest.raises(UnicodeEncodeError):
        write_text(file, "\ud800")
    assert file.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["spec.yaml"]


def test_a_new_directory_takes_the_place_of_the_old_one_without_strangers(tmp_path: Path) -> None:
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.txt").write_text(name)
    replace_directory(tmp_path / "new", tmp_path / "old")
    assert [one.name for one in tmp_path.iterdir()] == ["old"]
    assert [one.name for one in (tmp_path / "old").iterdir()] == ["new.txt"]


def test_the_old_directory_stays_where_the_new_one_cannot_come(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "old.txt").write_text("old")
    with pytest.raises(FileNotFoundError):
        replace_directory(tmp_path / "new", tmp_path / "old")
    assert os.listdir(tmp_path) == ["old"]
    assert os.listdir(tmp_path / "old") == ["old.txt"]
