"""Extracts `REVISION:PATH` from git into a folder. Only reads local objects, and never fetches."""

import io
import os
import tarfile
from pathlib import Path

from jekyll_openapi.git import GitError, NoGitError, run_git
from jekyll_openapi.unusable import UnusableError


def find_revision(named: str, folder: Path) -> Path:
    """The file or folder, extracted into the given folder; raises UnusableError."""
    revision, _, path = named.partition(":")
    if not _resolve("--show-toplevel"):
        raise UnusableError(
            f"{named} is no file here, and this is not a git repository, so it cannot be REVISION:PATH either"
        )
    if not revision or not _resolve("--verify", "--quiet", "--end-of-options", f"{revision}^{{tree}}"):
        raise UnusableError(f"{named} is not a file, and there is no revision `{revision}`")
    found = _resolve("--verify", "--quiet", "--end-of-options", named)
    if not found:
        raise UnusableError(f"revision `{revision}` has no `{path}` (paths count from the top of the repository)")
    return _written(found, folder, path)


def _written(name: str, folder: Path, path: str) -> Path:
    """The git object as a file, or as a folder of files."""
    if _git("cat-file", "-t", name).strip() == b"blob":
        file = folder / (os.path.basename(path) or "file")
        file.write_bytes(_git("cat-file", "blob", name))
        return file
    with tarfile.open(fileobj=io.BytesIO(_git("archive", "--format=tar", name))) as archive:
        for member in archive:
            _extract(archive, member, folder)
    return folder


def _extract(archive: tarfile.TarFile, member: tarfile.TarInfo, folder: Path) -> None:
    """Writes a regular file, unless it would leave the folder."""
    file, content = folder / member.name, archive.extractfile(member) if member.isreg() else None
    if content and file.resolve().is_relative_to(folder.resolve()):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.read())


def _resolve(*arguments: str) -> str:
    """The output of `git rev-parse`; empty if it fails."""
    try:
        return run_git("rev-parse", *arguments).decode(errors="replace").strip()
    except NoGitError as problem:
        raise UnusableError(f"{problem}, and a revision is asked for") from problem
    except GitError:
        return ""


def _git(*arguments: str) -> bytes:
    try:
        return run_git(*arguments)
    except GitError as problem:
        raise UnusableError(str(problem)) from problem
