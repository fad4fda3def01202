"""Writing so that a reader of the disk sees the old state or the new one, never a part of either."""

import os
import shutil
import tempfile
from pathlib import Path


def write_text(path: Path, text: str) -> None:
    """Write the file whole, as UTF-8 with the line ends of the text, by a rename within its folder."""
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        os.chmod(name, mode)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


def replace_directory(new: Path, old: Path) -> None:
    """Put the directory `new` where `old` is; both stand in one folder, and nothing of `old` stays behind."""
    if old.is_symlink() or not old.is_dir():
        os.rename(new, old)
        return
    aside = Path(tempfile.mkdtemp(prefix=f".{old.name}.", dir=old.parent))
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
