"""Files, replaced whole by a rename; links, devices and pipes are written to."""

import fcntl
import os
import stat
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from jekyll_openapi import pipes
from jekyll_openapi.output import OutputError, plan
from jekyll_openapi.output.files import fill
from jekyll_openapi.output.swaps import swap
from jekyll_openapi.output.together import write_text, write_texts


@pytest.mark.parametrize("mode", [0o640, 0o664, 0o444])
def test_a_text_is_written_whole_and_the_old_mode_stays(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "spec.yaml"
    write_text(file, "a: 1\n")
    file.chmod(mode)
    write_text(file, "b: é\r\n")
    assert file.read_bytes() == "b: é\r\n".encode()
    assert stat.S_IMODE(file.stat().st_mode) == mode
    assert [one.name for one in tmp_path.iterdir()] == ["spec.yaml"]


@pytest.mark.parametrize("umask", [0o002, 0o027, 0o077])
def test_a_new_file_has_the_rights_that_new_files_get(tmp_path: Path, umask: int) -> None:
    old = os.umask(umask)
    try:
        write_text(tmp_path / "spec.yaml", "a: 1\n")
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "spec.yaml").stat().st_mode) == 0o666 & ~umask


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_the_old_owner_stays(tmp_path: Path) -> None:
    file = tmp_path / "spec.yaml"
    write_text(file, "a: 1\n")
    os.chown(file, 1234, 4321)
    write_text(file, "b: 1\n")
    assert (file.stat().st_uid, file.stat().st_gid) == (1234, 4321)


def test_a_text_that_comes_in_pieces_is_never_held_as_a_whole(tmp_path: Path) -> None:
    file = tmp_path / "spec.yaml"

    def pieces(last: str) -> Iterator[str]:
        yield from (f"{number}" * 20_000 for number in range(100))
        yield last

    def peak(last: str) -> int:
        tracemalloc.start()
        write_text(file, partial(pieces, last))
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    # Written, compared with its like, replaced by something longer and by something shorter.
    for last in ("a", "a", "ab", "a"):
        assert peak(last) < 1_000_000
        assert file.read_text("utf-8") == "".join(pieces(last))
    before = file.stat()
    assert not write_text(file, partial(pieces, "a"))
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_where_one_of_several_texts_cannot_be_written_none_is(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    write_texts({first: "old", second: "old"})
    with pytest.raises(UnicodeEncodeError):
        write_texts({first: "new", second: "\ud800"})
    with pytest.raises(FileNotFoundError):
        write_texts({first: "new", tmp_path / "nowhere" / "third": "new"})
    assert [one.read_text() for one in (first, second)] == ["old", "old"]
    assert sorted(one.name for one in tmp_path.iterdir()) == ["first", "second"]


def test_what_is_made_is_locked_until_it_is_in_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    locked = []

    def spy(one: Path, other: Path) -> None:
        with open(one) as file, pytest.raises(BlockingIOError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        locked.append(one.name)
        swap(one, other)

    monkeypatch.setattr(plan, "swap", spy)
    write_text(tmp_path / "spec.yaml", "a: 1\n")
    assert len(locked) == 1


def test_the_disk_has_the_file_before_the_rename_and_the_folder_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    rename, fsync = os.rename, os.fsync

    def kept(handle: int) -> None:
        done.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else f"file of {os.fstat(handle).st_size} bytes")
        fsync(handle)

    def renamed(new: Path, old: Path) -> None:
        done.append("rename")
        rename(new, old)

    monkeypatch.setattr(os, "fsync", kept)
    monkeypatch.setattr(os, "rename", renamed)
    write_text(tmp_path / "spec.yaml", "a: 1\n")
    assert done == ["file of 5 bytes", "rename", "folder"]


@pytest.mark.parametrize("shape", ["link", "link to a link", "relative", "dangling", "through a folder", "out and in"])
def test_a_link_is_written_through_and_stays(tmp_path: Path, shape: str) -> None:
    there = tmp_path / "published"
    there.mkdir()
    file, link = there / "spec.yaml", tmp_path / "latest.yaml"
    if shape != "dangling":
        file.write_text("old")
    if shape == "link to a link":
        (tmp_path / "between").symlink_to(file)
        link.symlink_to("between")
    elif shape == "relative":
        link.symlink_to("published/../published/spec.yaml")
    elif shape == "through a folder":
        (tmp_path / "folder").symlink_to(there)
        link = tmp_path / "folder" / "spec.yaml"
    elif shape == "out and in":
        (there / "deep").mkdir()
        (tmp_path / "folder").symlink_to(there / "deep")
        link = tmp_path / "folder" / ".." / "spec.yaml"
    else:
        link.symlink_to(file)
    was_link = link.is_symlink()
    write_text(link, "new")
    assert (file.read_text(), link.is_symlink()) == ("new", was_link)
    assert os.listdir(there) in (["spec.yaml"], ["deep", "spec.yaml"], ["spec.yaml", "deep"])


def test_a_link_that_leads_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(OSError, match="symbolic links"):
        write_text(tmp_path / "a", "new")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    for path in (tmp_path, tmp_path / "link", tmp_path / "."):
        with pytest.raises(OutputError, match="is a folder"):
            write_text(path, "new")


def test_a_pipe_is_written_to_and_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    (tmp_path / "link").symlink_to(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    for path in (pipe, tmp_path / "link"):
        write_text(path, "a: 1\n")
        assert os.read(reader, 100) == b"a: 1\n"
    os.close(reader)
    assert pipe.is_fifo()


def test_a_pipe_that_nobody_reads_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipes, "PATIENCE", 0.1)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="nobody reads from it") as refused:
        write_text(tmp_path / "pipe", "new")
    assert refused.value.filename == str(tmp_path / "pipe")


def test_a_pipe_whose_reader_comes_later_is_written_to(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with subprocess.Popen(["sh", "-c", "sleep 0.2; cat pipe > got"], cwd=tmp_path):
        write_text(tmp_path / "pipe", "x" * 200_000)
    assert (tmp_path / "got").read_text() == "x" * 200_000


@pytest.mark.parametrize("name", ["missing/out.yaml", "file/out.yaml", f"{'x' * 256}", "/dev/fd/999"])
def test_a_failure_names_the_output_and_not_what_is_made_beside_it(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OSError, match=r"\[Errno") as failure:
        write_text(tmp_path / name, "new")
    assert failure.value.filename == str(tmp_path / name)


@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "/proc/thread-self/fd/1", "link"])
def test_a_descriptor_is_written_to_behind_what_is_there(tmp_path: Path, name: str) -> None:
    if name != "link" and not os.path.exists(name):
        pytest.skip(f"this system has no {name}")
    (tmp_path / "link").symlink_to("/proc/self/fd/1")
    program = (
        "import sys, pathlib; from jekyll_openapi.output.together import write_text; print('before');"
        f"write_text(pathlib.Path({name!r}), 'text\\n'); print('after')"
    )
    with open(tmp_path / "out.txt", "w") as out:
        out.write("head\n")
        out.flush()
        subprocess.run([sys.executable, "-c", program], cwd=tmp_path, stdout=out, check=True, timeout=600)
    assert (tmp_path / "out.txt").read_text() == "head\nbefore\ntext\nafter\n"
    assert (tmp_path / "link").is_symlink()


def test_a_descriptor_of_another_process_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="another process"):
        write_text(Path(f"/proc/{os.getppid()}/fd/1"), "text")


def test_a_device_takes_the_text_and_stays(tmp_path: Path) -> None:
    # Where we may make one: if the code were wrong, root would lose the system's own.
    device = tmp_path / "null"
    try:
        os.mknod(device, 0o600 | stat.S_IFCHR, os.makedev(1, 3))
        device.write_text("can be written to")
    except PermissionError:
        device = Path("/dev/null")
    write_text(device, "text")
    assert device.is_char_device()


# --- a folder that takes the place of another -------------------------------------------------------------------------


def test_what_stays_is_the_same_file_and_what_changes_is_not_written_into_it(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    for folder in (old / "in", new / "in"):
        folder.mkdir(parents=True)
    fill(old, {"in/same": b"same", "in/other": b"old", "gone": b"gone"}, None)
    fill(new, {"in/same": b"same", "in/other": b"new", "more": b"more"}, old)
    assert (new / "in" / "same").stat().st_ino == (old / "in" / "same").stat().st_ino
    assert [(new / name).read_bytes() for name in ("in/same", "in/other", "more")] == [b"same", b"new", b"more"]
    assert (old / "in" / "other").read_bytes() == b"old"
    assert not (new / "gone").exists()


def test_what_others_may_write_to_is_written_anew(tmp_path: Path) -> None:
    """A link, a file behind a link to a folder, one with another name, and a pipe, on which reading would wait."""
    old, new, theirs = tmp_path / "old", tmp_path / "new", tmp_path / "theirs"
    for folder in (old, theirs, new / "in"):
        folder.mkdir(parents=True)
    fill(theirs, {"file": b"same", "two": b"same"}, None)
    (old / "in").symlink_to(theirs)
    (old / "link").symlink_to(theirs / "file")
    os.link(theirs / "two", old / "two")
    os.mkfifo(old / "pipe")
    names = ("in/file", "link", "two", "pipe")
    fill(new, dict.fromkeys(names, b"same"), old)
    assert all((new / name).lstat().st_nlink == 1 and (new / name).read_bytes() == b"same" for name in names)


def test_where_a_file_can_have_one_name_alone_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def link(*_: object) -> None:
        raise PermissionError(1, "no second names here")

    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    new.mkdir()
    fill(old, {"same": b"same"}, None)
    monkeypatch.setattr(os, "link", link)
    fill(new, {"same": b"same"}, old)
    assert (new / "same").read_bytes() == b"same"
