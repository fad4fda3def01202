"""Decides which files of a folder Jekyll renders, and which it ignores or copies unchanged."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from jekyll_openapi.cache import FOLDER
from jekyll_openapi.diagnostics import Diagnostic, Location, Report, Rule
from jekyll_openapi.pages.limits import Limits
from jekyll_openapi.pages.permalink import post_name
from jekyll_openapi.pages.settings import Collection, Settings
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass
from jekyll_openapi.rules import LIMIT_EXCEEDED, OUTSIDE_SITE, UNREADABLE_PAGE

SETTINGS = "_config.yml"
_HTML = (".html", ".htm", ".xhtml")
_FRONT_MATTER = regex(rb"---[ \t\r\f\v]*\n")
_READ = (*_HTML, ".md", ".markdown", ".mkd", ".mkdn", ".mkdown", ".mdx", ".yml", ".yaml", ".json", ".csv", ".tsv")
_HEAD = 4096
"""Bytes of a file that are read to see its first line."""
_NO_PAGES = {"readme", "license", "licence", "copying", "code_of_conduct", "contributing", "changelog"}
"""Names of files that belong to a repository and not to its site."""
_NO_PAGES |= {"issue_template", "pull_request_template"}
"""Files that belong to a repository, not to its site."""
_MARKED = "._#~"
"""First characters of file names that Jekyll ignores."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file that may be a page."""

    path: str
    """The POSIX path relative to the site's root."""
    collection: Collection | None
    is_html: bool


def has_front_matter(data: bytes) -> bool:
    """Whether the first line is `---`, which makes Jekyll render the file."""
    return bool(_FRONT_MATTER.match(data))


def may_be_read(name: str) -> bool:
    """Whether a build may read a file with that name: a page, settings, data or an include."""
    return name[0] not in ".#~" and name.lower().endswith(_READ)


def may_be_entered(name: str) -> bool:
    """Whether a build may read files in a folder with that name."""
    return name[0] not in ".#~" and name not in ("_site", "node_modules")


def is_repository_file(path: str) -> bool:
    """Whether it is a file that repositories usually have, such as a README or a license."""
    return path.rsplit("/", 1)[-1].rsplit(".", 1)[0].casefold() in _NO_PAGES


class Folder:
    """A site's folder. `start` is the subfolder that is read."""

    def __init__(self, root: Path, start: str, settings: Settings, report: Report, limits: Limits) -> None:
        self.root = root
        self.start = start
        self._settings = settings
        self._report = report
        self._limits = limits
        self._collections = {one.folder: one for one in settings.collections}
        self._read = settings.extensions + _HTML
        self._real_folders: dict[str, str] = {}

    def files(self) -> Iterator[Found]:
        """The files that may be pages, sorted by path. Folders sort as their name with a slash."""
        yield from self._walk(f"{self.start}/" if self.start else "", 1, self._collection_of(self.start))

    def shown(self, path: str) -> str:
        """The path relative to the subfolder that is read, for messages."""
        return os.path.relpath(path, self.start).replace(os.sep, "/") if self.start else path

    def _collection_of(self, path: str) -> Collection | None:
        inside = (one for folder, one in self._collections.items() if path == folder or path.startswith(f"{folder}/"))
        return next(inside, None)

    def _walk(self, folder: str, depth: int, collection: Collection | None) -> Iterator[Found]:
        if depth > self._limits.nesting:
            self.complain(LIMIT_EXCEEDED, f"folders deeper than {self._limits.nesting} are not read", folder)
            return
        entries = self._entries(folder)
        for name in sorted(entries):
            path, is_folder = (folder + name).rstrip("/"), name.endswith("/")
            inner = self._collections.get(path) or (self._posts() if name == "_posts/" else collection)
            if not self._is_taken(path, is_folder, inner is not collection):
                continue
            if is_folder:
                if (inner is None or inner.is_output) and self._may_enter(entries[name], path):
                    yield from self._walk(f"{path}/", depth + 1, inner)
            elif path.lower().endswith(self._read) and (not inner or inner.label != "posts" or post_name(path)):
                is_html = path.lower().endswith(_HTML)
                # Jekyll copies HTML without front matter unchanged; most of it is not documentation.
                if not is_html or self._begins_with_dashes(entries[name], path):
                    yield Found(path, inner, is_html)

    def _posts(self) -> Collection:
        return next(one for one in self._collections.values() if one.label == "posts")

    def _is_taken(self, path: str, is_folder: bool, is_collection: bool) -> bool:
        """Whether Jekyll considers the file or folder at all."""
        name = path.rsplit("/", 1)[-1]
        if name == FOLDER:
            return False
        is_included = self._settings.is_included(path, is_folder=is_folder)
        if self._settings.is_excluded(path, is_folder=is_folder) and not is_included:
            return False
        return is_included or is_collection or (name[0] not in _MARKED and name[-1] not in "~.")

    def _begins_with_dashes(self, entry: os.DirEntry[str], path: str) -> bool:
        try:
            if not entry.is_file(follow_symlinks=False):
                return False
            with (self.root / path).open("rb") as stream:
                return has_front_matter(stream.read(_HEAD))
        except OSError:
            return False

    def _entries(self, folder: str) -> dict[str, os.DirEntry[str]]:
        """Name -> entry, folders with a trailing slash. Names that are not UTF-8 are reported and left out."""
        try:
            entries = {entry.name + "/" * _is_folder(entry): entry for entry in os.scandir(self.root / folder)}
        except OSError as error:
            if folder.rstrip("/") == self.start:
                raise
            self.complain(UNREADABLE_PAGE, f"the folder cannot be opened: {error.strerror}", folder)
            return {}
        for name in [name for name in entries if not _is_utf8(name)]:
            del entries[name]
            shown = (folder + name).encode(errors="replace").decode()
            self.complain(UNREADABLE_PAGE, "the name of the file is not UTF-8", shown, "rename it")
        return entries

    def _may_enter(self, entry: os.DirEntry[str], path: str) -> bool:
        """Whether to read a folder. Symbolic links are not followed: inside the site, their target is read in its
        own place."""
        if entry.is_symlink():
            self.stays_inside(path)
            return False
        return True

    def stays_inside(self, path: str) -> bool:
        """Whether a path leads to a file inside the site; reports `outside-site` if not."""
        if f"{self._real(path)}{os.sep}".startswith(os.path.join(self.root, "")):
            return True
        self.complain(OUTSIDE_SITE, "the link leads out of the site", path, "put the file itself into the site")
        return False

    def _real(self, path: str) -> str:
        """Where a path leads through all links. Each folder is looked at once, and not for each file in it."""
        folder, _, name = path.rpartition("/")
        if name in ("", ".", ".."):
            return os.path.realpath(os.path.join(self.root, path))
        if folder not in self._real_folders:
            self._real_folders[folder] = os.path.realpath(os.path.join(self.root, folder))
        file = os.path.join(self._real_folders[folder], name)
        return os.path.realpath(file) if os.path.islink(file) else file

    def read_bytes(self, path: str) -> bytes | None:
        """The content of a file; None, and a finding, if it cannot be read."""
        file = self.root / path
        if not self.stays_inside(path):
            return None
        try:
            if not file.is_file():
                self.complain(UNREADABLE_PAGE, "no regular file", path)
                return None
            with file.open("rb") as stream:
                data = stream.read(self._limits.file + 1)
        except OSError as error:
            self.complain(UNREADABLE_PAGE, f"the file cannot be opened: {error.strerror}", path)
            return None
        if len(data) > self._limits.file:
            self.complain(LIMIT_EXCEEDED, f"the file has more than {self._limits.file} bytes", path, "split the page")
            return None
        return data

    def complain(self, rule: Rule, message: str, path: str, hint: str = "") -> None:
        """Reports a finding about a file."""
        self._report(Diagnostic(rule, message, Location(self.shown(path)), hint))


def first_bytes(file: Path, root: Path, most: int) -> bytes:
    """The first bytes of a file inside the root; none of a pipe, a device or what a link leads to outside of it.

    Raises OSError.
    """
    if not file.is_file() or not Path(os.path.realpath(file)).is_relative_to(os.path.realpath(root)):
        return b""
    with file.open("rb") as stream:
        return stream.read(most)


def find_root(folder: Path) -> Path:
    """The folder with the `_config.yml` that applies: the folder itself, or one above it in the same repository."""
    for place in (folder, *folder.parents):
        if (place / SETTINGS).exists():
            return place
        if (place / ".git").exists() or (place / "pyproject.toml").exists():
            break
    return folder


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself
        return False


def _is_utf8(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True
