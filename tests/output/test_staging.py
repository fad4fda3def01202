"""Names of what is made beside an output, and that nobody else's file is taken for it."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from jekyll_openapi.output.staging import file_beside, folder_beside, is_beside


@pytest.fixture
def taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What stands already where the next thing beside `out` would be made."""
    monkeypatch.setattr(os, "urandom", lambda _: bytes(4))
    with file_beside(tmp_path / "out") as (path, _):
        return path


@pytest.mark.parametrize("what", ["file", "link", "folder"])
def test_what_stands_where_a_new_file_would_be_made_stays(taken: Path, what: str) -> None:
    precious = taken.with_name("precious")
    precious.write_text("mine")
    if what == "link":
        taken.symlink_to(precious)
    elif what == "folder":
        taken.mkdir()
    else:
        os.link(precious, taken)
    for make in (file_beside, folder_beside):
        with pytest.raises(FileExistsError, match="out"), make(taken.with_name("out")):
            pass
    assert precious.read_text() == "mine"
    assert os.path.lexists(taken)


@pytest.mark.parametrize(
    ("made", "is_ours"),
    [
        (".out.h12345678.0123abcd", True),
        (".out.h12345678.0123abcd/new", True),
        (".out.h12345678.0123abcd/new/deeper", False),
        (".other.h12345678.0123abcd", False),
        (".out.h12345678.0123abcd.plan", False),
        ("out", False),
        ("precious", False),
        ("folder/.out.h12345678.0123abcd", False),
    ],
)
def test_only_what_is_named_as_made_for_a_place_may_take_it(tmp_path: Path, made: str, is_ours: bool) -> None:
    assert is_beside(tmp_path / made, tmp_path / "out") == is_ours


def test_what_is_made_is_private_and_goes(tmp_path: Path) -> None:
    with folder_beside(tmp_path / "out") as folder:
        assert folder.stat().st_mode & 0o777 == 0o700
        (folder / "x").write_text("x")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("beside", [file_beside, folder_beside])
def test_a_full_disk_names_the_output_and_another_failure_its_own_file(tmp_path: Path, beside: Any) -> None:
    out = tmp_path / "out"
    with pytest.raises(OSError, match="No space left") as full, beside(out):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert full.value.filename == str(out)
    with pytest.raises(FileNotFoundError) as missing, beside(out):
        (tmp_path / "nowhere").read_bytes()
    assert missing.value.filename == str(tmp_path / "nowhere")
