"""A project of all kinds of inputs and outputs, what can happen to its files, and how it gets back to what it was."""

import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

from jekyll_openapi.cache import FOLDER

PAGE = """---
title: /a/set
permalink: /ops/a/set
---

## `/a/set`
{% include note.md %} {{ site.data.words.first }}

### Request

| Property | Tags | Type | Remarks
|:---------|:-----|:-----|:-------
| `accountId` | `required` | number, `int64` | Of the account.

### Response
`Done`
"""
DONE = """---
title: Done
permalink: /entity-system/index/done
---

## Done

### Definition

| Property | Tags | Type | Remarks
|:---------|:-----|:-----|:-------
| `ok` | `none` | boolaen |
"""
TEXTS = {
    "docs/_config.yml": "title: Things\ndefaults: [{scope: {path: ''}, values: {op: true}}]\n",
    "docs/_data/words.yml": "first: A word.\n",
    "docs/_includes/note.md": "A note.\n",
    "docs/set.md": PAGE,
    "docs/deep/done.md": DONE,
    "docs/image.png": "no page\n",
    "base.yaml": "info: {title: Things, version: 1.0.0}\nservers: [{url: 'https://example.org/v1'}]\n",
    "overlay.yaml": "overlay: 1.0.0\ninfo: {title: Corrections, version: 1.0.0}\n"
    "actions: [{target: $.info, description: A reason., x-expected: {title: Things}, update: {summary: Corrected}}]\n",
    "pyproject.toml": '[tool.jekyll-openapi]\npages = "docs"\nbase = "base.yaml"\noverlay = "overlay.yaml"\n'
    'spec = "spec/openapi.yaml"\nfindings = "findings.txt"\nclient = "client"\n',
}

Outcome = tuple[int, str, str]
"""Exit code, and what was printed on standard output and standard error."""
Runner = Callable[..., Outcome]


def write(folder: Path, texts: dict[str, str]) -> Path:
    """Writes files, in folders of their own."""
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def stored(project: Path) -> list[Path]:
    """The entries of the cache folder."""
    return sorted((project / FOLDER).glob("*.json"))


State = dict[str, tuple[object, ...]]
"""Name of a file or folder -> what it is."""


def state(folder: Path) -> State:
    """All that is in the folder: what it is, its rights, and its content."""
    return {str(path.relative_to(folder)): _of(path) for path in sorted(folder.rglob("*"))}


def outputs(folder: Path) -> State:
    """The same without what is remembered."""
    return {name: one for name, one in state(folder).items() if FOLDER not in name.split(os.sep)}


def _of(path: Path) -> tuple[object, ...]:
    status = path.lstat()
    kind, rights = stat.S_IFMT(status.st_mode), stat.S_IMODE(status.st_mode)
    if kind == stat.S_IFLNK:
        return kind, os.readlink(path)
    if kind != stat.S_IFREG:
        return kind, rights
    return kind, rights, path.read_bytes() if os.access(path, os.R_OK) else b"", status.st_nlink


class Kept:
    """A project as it was.

    It goes back to that in place: a copy would be another folder, in which nothing that is remembered counts.
    """

    def __init__(self, folder: Path) -> None:
        self._folder, self._state = folder, state(folder)

    def restore(self) -> None:
        """Makes everything as it was, and leaves alone what is so."""
        now = state(self._folder)
        for name in sorted(now, reverse=True):
            if now[name] != self._state.get(name):
                path = self._folder / name
                shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink(missing_ok=True)
        for name, (kind, rights, *content) in self._state.items():
            path = self._folder / name
            if os.path.lexists(path):
                continue
            assert isinstance(rights, int)
            if kind == stat.S_IFDIR:
                path.mkdir()
            else:
                assert isinstance(content[0], bytes)
                path.write_bytes(content[0])
            path.chmod(rights)
        assert state(self._folder) == self._state


# --- what can happen to a file ----------------------------------------------------------------------------------------


def changed(path: Path) -> None:
    """As many bytes, others, and no later than before."""
    status, data = path.stat(), path.read_bytes()
    path.write_bytes(data[:-2] + bytes([data[-2] ^ 1]) + data[-1:])
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def elsewhere(path: Path) -> None:
    """A link to a copy outside the project, which is the working folder."""
    copy = Path.cwd().parent / f"copy of {path.name}"
    shutil.move(path, copy)
    path.symlink_to(os.path.relpath(copy, path.parent))


def beside(path: Path) -> None:
    """Another one beside it."""
    shutil.copyfile(path, path.with_name(f"another-{path.name}"))


def as_folder(path: Path) -> None:
    """A folder in its place."""
    path.unlink()
    path.mkdir()


def as_pipe(path: Path) -> None:
    """A pipe in its place, from which nothing comes."""
    path.unlink()
    os.mkfifo(path)


def twice(path: Path) -> None:
    """A second name of it, where another input is."""
    other = path.parent / "deep" / "done.md" if (path.parent / "deep").exists() else path.parent / "base.yaml"
    if other != path and other.exists():
        other.unlink()
        os.link(path, other)


def unreadable(path: Path) -> None:
    """Nobody may read it; the superuser may."""
    path.chmod(0)


CHANGES = (changed, Path.unlink, beside, elsewhere, as_folder, as_pipe, twice, unreadable)
WITHOUT_CLIENT = TEXTS["pyproject.toml"].replace('client = "client"\n', "")
"""A configuration of what takes little time: to make a client takes a second."""
