"""Writing so that a reader of the disk sees the old state or the new one, never a part of either.

What is new is made beside the old, under a name that tells whose process makes it (`.openapi.yaml.4711.x`), and then
takes its place. What a killed process has left there is removed by the next one that writes the same output.
"""

import ctypes
import os
import re
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

_EXCHANGE = 2
_HERE = -100


def write_text(path: Path, text: str) -> None:
    """Write the file whole, as UTF-8 with the line ends of the text, by a rename within its folder.

    A device or a pipe is written to, and stays.
    """
    write_texts({path: text})


def write_texts(texts: Mapping[Path, str]) -> None:
    """Write all the files, each as `write_text` does, or none where the disk has no room for one of them."""
    staged: dict[Path, str] = {}
    try:
        for path, text in texts.items():
            if not _is_device(path):
                staged[path] = _stage(path, text)
        for path, name in staged.items():
            os.replace(name, path)
    except BaseException:
        for name in staged.values():
            Path(name).unlink(missing_ok=True)
        raise
    for path in texts.keys() - staged.keys():
        path.write_text(texts[path], encoding="utf-8", newline="")


def _is_device(path: Path) -> bool:
    return path.exists() and not path.is_file() and not path.is_dir()


def _stage(path: Path, text: str) -> str:
    """The name of a new file beside the path, with the text and the rights of what stands there."""
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(prefix=beside(path), dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        os.chmod(name, mode)
    except BaseException:
        os.unlink(name)
        raise
    return name


def replace_directory(new: Path, old: Path) -> None:
    """Put the directory `new` where `old` is; both stand in one folder, and nothing of `old` stays behind."""
    if old.is_symlink() or not old.is_dir():
        os.rename(new, old)
        return
    if _exchange(new, old):
        shutil.rmtree(new)
    else:
        _rename_both(new, old)


def beside(path: Path) -> str:
    """How the names of what this process makes beside a path begin."""
    return f".{path.name}.{os.getpid()}."


def sweep(path: Path) -> None:
    """Removes what processes that are gone have left beside the path."""
    ours = re.compile(rf"\.{re.escape(path.name)}\.(\d+)\.\w+")
    for entry in path.parent.iterdir() if path.parent.is_dir() else ():
        match = ours.fullmatch(entry.name)
        if not match or _is_running(int(match[1])):
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry, ignore_errors=True)
        else:
            entry.unlink(missing_ok=True)


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _exchange(one: Path, other: Path) -> bool:
    """Swaps what two names stand for, at once; False where the system cannot."""
    swap = getattr(ctypes.CDLL(None), "renameat2", None) if os.name == "posix" else None
    return swap is not None and swap(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0


def _rename_both(new: Path, old: Path) -> None:
    """Swaps the two in two steps, between which there is neither."""
    aside = Path(tempfile.mkdtemp(prefix=beside(old), dir=old.parent))
    os.rename(old, aside / "old")
    try:
        os.rename(new, old)
    except BaseException:
        os.rename(aside / "old", old)
        raise
    finally:
        shutil.rmtree(aside)


def _umask() -> int:
    """The umask of the process, which can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
