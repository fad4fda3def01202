"""Knows which files in a folder are ours: a mark file lists them, one `SHA256  NAME` on each line."""

import os
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from jekyll_openapi.git import kept_files
from jekyll_openapi.output import OutputError
from jekyll_openapi.patterns import regex

SUMS = "SHA256SUMS"
"""The mark file in folders for other people, who expect checksums under this name."""
_LISTED = regex(r"([0-9a-f]{64})  (.+)")
_CACHES = regex(r"(.*/)?(__pycache__/[^/]+\.pyc(\.\d+)?|([^/]+\.egg-info|\.(mypy|ruff|pytest)_cache)/.*|\.DS_Store)")
"""Files that Python, its tools and file managers leave anywhere, and nobody misses."""
_BUILT = regex(r"build/(lib|bdist)[^/]*/.*")
"""Files that a build of our distribution leaves; in a folder of others they may be written by hand."""


def contents(folder: Path) -> Iterator[str]:
    """The names of all files in a folder of ours, except those left by tools. Links to folders count as files."""
    return (name for name in everything(folder) if not name.endswith("/") and not _BUILT.fullmatch(name))


def everything(folder: Path) -> Iterator[str]:
    """The names of all files in a folder except caches, and of all empty folders, with a slash at the end."""
    return (name for name in _walk(os.fspath(folder), "") if not _CACHES.fullmatch(name))


def _walk(folder: str, above: str) -> Iterator[str]:
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda one: one.name)
    if above and not entries:
        yield above
    for entry in entries:
        # A link to a folder is never followed: it may lead to files of somebody else.
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, f"{above}{entry.name}/")
        else:
            yield above + entry.name


def digests(folder: Path, names: Iterable[str]) -> dict[str, str]:
    """Name -> SHA-256."""
    return {name: sha256((folder / name).read_bytes()).hexdigest() for name in names}


def listing(found: Mapping[str, str]) -> str:
    """The lines of a mark file, in the format of `sha256sum --check`."""
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(found.items()))


def read_mark(mark: Path) -> dict[str, set[str]] | None:
    """Name -> digests in a mark file, those of both sides during a merge; None if there is no mark file."""
    if mark.is_symlink() or not mark.is_file():
        return None
    lines = mark.read_text(encoding="utf-8", errors="replace").splitlines()
    found: dict[str, set[str]] = {}
    for line in lines:
        if match := _LISTED.fullmatch(line):
            found.setdefault(match[2], set()).add(match[1])
    return found


def strangers(folder: Path, mark: str, new: Path) -> tuple[str, ...]:
    """Files that are neither listed in the mark nor about to be written; all files if there is no mark."""
    listed = read_mark(folder / mark)
    if listed is None:
        return tuple(everything(folder))
    coming = set(contents(new))
    return tuple(name for name in contents(folder) if name not in listed and name not in coming and name != mark)


def edited(folder: Path, mark: str, new: Path) -> tuple[str, ...]:
    """Files of ours that were changed since, unless `new` or git has them in their current form."""
    listed = read_mark(folder / mark) or {}
    there = [name for name in contents(folder) if name in listed]
    found = digests(folder, [name for name in there if _is_plain(folder / name)])
    changed = [name for name in there if found.get(name) not in listed[name]]
    coming = digests(new, [name for name in changed if (new / name).is_file()])
    lost = [name for name in changed if found.get(name, "") != coming.get(name)]
    # Starting git takes time: it is asked only if something would be lost.
    kept = kept_files(folder) if lost else ()
    return tuple(name for name in lost if name not in kept)


def _is_plain(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def require_ours(folder: Path, mark: str) -> None:
    """Raises OutputError if the folder is not empty and has no mark."""
    if read_mark(folder / mark) is None and (found := next(everything(folder), None)):
        raise OutputError(
            f"{folder} was not written by jekyll-openapi and is not empty: it holds {found}; "
            "choose another folder, or use --force to delete all of it"
        )
