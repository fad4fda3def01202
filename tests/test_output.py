"""Writing by rename."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from jekyll_openapi import output
from jekyll_openapi.output import replace_directory, sweep, write_text, write_texts


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


def test_where_one_of_several_texts_cannot_be_written_none_is(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    write_texts({first: "old", second: "old"})
    with pytest.raises(UnicodeEncodeError):
        write_texts({first: "new", second: "\ud800"})
    assert [one.read_text() for one in (first, second)] == ["old", "old"]
    assert sorted(one.name for one in tmp_path.iterdir()) == ["first", "second"]


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


def test_a_pipe_is_written_to_and_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_text(pipe, "a: 1\n")
    assert os.read(reader, 100) == b"a: 1\n"
    os.close(reader)
    assert pipe.is_fifo()


def test_what_a_process_that_is_gone_has_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    for name in (
        f".spec.yaml.{gone.pid}.ab_12",
        f".spec.yaml.{os.getpid()}.ab_12",
        f".spec.{gone.pid}.ab",
        ".spec.yaml",
    ):
        (tmp_path / name).write_text("x")
    (tmp_path / f".spec.yaml.{gone.pid}.folder").mkdir()
    sweep(tmp_path / "spec.yaml")
    left = sorted(one.name for one in tmp_path.iterdir())
    assert left == sorted([".spec.yaml", f".spec.yaml.{os.getpid()}.ab_12", f".spec.{gone.pid}.ab"])


def test_where_two_names_cannot_be_swapped_at_once_they_are_in_two_steps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(output, "_exchange", lambda *_: False)
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.txt").write_text(name)
    replace_directory(tmp_path / "new", tmp_path / "old")
    assert os.listdir(tmp_path) == ["old"]
    assert os.listdir(tmp_path / "old") == ["new.txt"]
