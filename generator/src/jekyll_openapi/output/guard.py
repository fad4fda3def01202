"""Decides what a run may overwrite. Every command asks before it writes anything."""

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from jekyll_openapi.output import OutputError
from jekyll_openapi.output.files import Stream, target
from jekyll_openapi.output.ownership import contents, edited, read_mark, require_ours, strangers
from jekyll_openapi.output.places import is_same, is_within, mounts_in
from jekyll_openapi.records import dataclass, field, replace

_MOST_NAMED = 5
_REPOSITORIES = frozenset((".git", ".hg", ".svn", ".bzr", ".jj", ".pijul", "_darcs", ".fslckout", "_fossil_"))
"""Names of what version control keeps its history in."""
_OUR_PROJECT = b"# Written by jekyll-openapi"
_PARTS_OF_SITE = ("_config.yml", "_data", "_drafts", "_includes", "_layouts", "_plugins", "_posts", "_sass")


@dataclass(frozen=True, slots=True)
class Guard:
    """The inputs of a run, which must not be lost: name in messages -> path."""

    inputs: Mapping[str, Path] = field(default_factory=dict)
    force: bool = False
    """Whether a folder may be replaced that contains other people's files. Folders with inputs are never replaced."""
    warn: Callable[[str], None] = print
    """Called with the names of files that are deleted because of `force`."""

    def keeping(self, more: Mapping[str, Path]) -> "Guard":
        """The same guard with additional inputs."""
        return replace(self, inputs={**self.inputs, **more})

    def require_file(self, path: Path) -> None:
        """Raises OutputError if writing the file would overwrite an input or damage a repository; raises OSError."""
        where = target(path)
        if isinstance(where, Stream):
            return
        for name, one in self.inputs.items():
            if is_same(where, one):
                raise OutputError(f"{path} is {name}, which would be lost; choose another output")
            if one.is_dir() and is_within(where, one) and is_read_from_site(os.path.relpath(where, one)):
                raise OutputError(f"{path} would be read as a part of {name}; choose another output")
        if _is_in_repository(where):
            raise OutputError(f"{path} lies in a repository's own folder; choose another output")

    def require_target(self, folder: Path, mark: str) -> None:
        """Raises OutputError if the folder cannot be ours to replace, whatever is written; raises OSError."""
        where = Path(os.path.realpath(folder))
        if os.path.lexists(where) and not where.is_dir():
            raise OutputError(f"{folder} is not a folder; choose another output")
        for name, one in {
            "the working folder": Path.cwd(),
            "your home folder": Path(os.path.expanduser("~")),
            **self.inputs,
        }.items():
            if is_within(one, where):
                raise OutputError(f"{folder} is or holds {name}, which would be lost; choose a folder of its own")
        for name, one in self.inputs.items():
            if one.is_dir() and is_within(where, one) and is_read_from_site(os.path.relpath(where / "README.md", one)):
                raise OutputError(f"{folder} would be read as a part of {name}; choose a folder outside")
        if _is_in_repository(where):
            raise OutputError(f"{folder} lies in a repository's own folder; choose another output")
        if mounts := mounts_in(where):
            is_itself = mounts[0] == str(where)
            what = "is a mount point" if is_itself else f"holds a mount point ({os.path.relpath(mounts[0], where)})"
            raise OutputError(f"{folder} {what} and cannot be replaced; choose another folder")
        if where.is_dir():
            _refuse_projects(folder, where, mark)
            if not self.force:
                require_ours(folder, mark)

    def require_folder(self, folder: Path, mark: str, new: Path) -> None:
        """Raises OutputError if replacing the folder by `new` would lose a file that is not ours."""
        self.require_target(folder, mark)
        where = Path(os.path.realpath(folder))
        if not where.is_dir():
            return
        changed = () if (lost := strangers(where, mark, new)) else edited(where, mark, new)
        if self.force and (lost or changed):
            self.warn(f"deleting from {folder}: {_some(lost or changed)}")
        elif lost:
            what = f"{folder} holds files of others: {_some(lost)}"
            raise OutputError(f"{what}; move them, or use --force to delete them")
        elif changed:
            raise OutputError(f"{folder} has been edited: {_some(changed)}; use --force to lose the edits")


def _refuse_projects(folder: Path, where: Path, mark: str) -> None:
    """Raises OutputError if the folder contains another project, even with `force`."""
    listed = read_mark(where / mark) or {}
    for name in contents(where):
        parts = name.lower().split("/")
        if not _REPOSITORIES.isdisjoint(parts) or (parts[-1] == "head" and _is_bare((where / name).parent)):
            raise OutputError(f"{folder} holds a repository ({name}); choose a folder of its own")
        if parts[-1] == "pyproject.toml" and name not in listed and not _is_generated(where / name):
            raise OutputError(f"{folder} holds a project of others ({name}); choose a folder of its own")


def _is_in_repository(where: Path) -> bool:
    """Whether the path leads into the history of a repository, a bare one included."""
    return any(part.lower() in _REPOSITORIES for part in where.parts) or any(map(_is_bare, where.parents))


def _is_bare(folder: Path) -> bool:
    """Whether the folder is a repository of git without a working tree, whose name can be any."""
    return (folder / "HEAD").is_file() and (folder / "objects").is_dir() and (folder / "refs").is_dir()


def _is_generated(project: Path) -> bool:
    """Whether a `pyproject.toml` is generated, including those of old versions that listed no files."""
    if not project.is_file():
        return False
    with open(project, "rb") as file:
        return file.read(len(_OUR_PROJECT)) == _OUR_PROJECT


def is_read_from_site(name: str) -> bool:
    """Whether Jekyll reads a file of that name in a site."""
    parts = Path(name).parts
    if parts[0].lower() in _PARTS_OF_SITE:
        return True
    return name.lower().endswith((".md", ".markdown", ".html", ".htm")) and not any(part[0] in "_." for part in parts)


def _some(names: Iterable[str]) -> str:
    found = list(names)
    more = f" and {len(found) - _MOST_NAMED} more" if len(found) > _MOST_NAMED else ""
    return ", ".join(found[:_MOST_NAMED]) + more
