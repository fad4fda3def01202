"""A folder of pages, or one page, read."""

import os
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from fnmatch import fnmatchcase
from hashlib import sha256
from pathlib import Path

from jekyll_openapi.diagnostics import Diagnostic, Location, Report, Rule
from jekyll_openapi.memory import Memory
from jekyll_openapi.pages.document import Page, Site
from jekyll_openapi.pages.front_matter import read_config, read_front_matter
from jekyll_openapi.pages.limits import Limits
from jekyll_openapi.pages.liquid import render
from jekyll_openapi.pages.markdown import read_blocks
from jekyll_openapi.pages.permalink import page_url
from jekyll_openapi.pages.placed import File, PlacedText
from jekyll_openapi.pages.shortcodes import Marks, without_shortcodes
from jekyll_openapi.rules import DUPLICATE_PERMALINK, EMPTY_PAGE, LIMIT_EXCEEDED, OUTSIDE_SITE, UNREADABLE_PAGE

SETTINGS = "_config.yml"
_SUFFIXES = (".md", ".markdown")
_NEVER_PAGES = ("node_modules", "vendor/bundle", "vendor/cache", "vendor/gems", "vendor/ruby")
"""What Jekyll leaves out without being told."""


def read_site(
    path: Path,
    report: Report,
    *,
    progress: Callable[[int, int], None] | None = None,
    limits: Limits = Limits(),  # noqa: B008
    memory: Memory | None = None,
    shortcodes: tuple[Marks, ...] = (),
) -> Site:
    """The pages of a folder, or the one page; OSError where there is neither.

    A page that is as it was when the memory last saw it is not read again.
    """
    reader = _SiteReader(path if path.is_dir() else path.parent, report, limits, memory or Memory(), shortcodes)
    if path.is_dir():
        reader.configure()
        names = reader.find_pages()
    else:
        path.stat()
        names = [path.name]
    pages: list[Page] = []
    for done, name in enumerate(names, 1):
        pages += reader.read_page(name)
        if progress:
            progress(done, len(names))
    _report_duplicates(pages, report)
    return Site(tuple(pages), reader.base_url, reader.digest.hexdigest())


def is_hidden(name: str) -> bool:
    """Whether Jekyll leaves out a file or a folder of that name."""
    return name[0] in "_."


def is_page(name: str) -> bool:
    """Whether a file of that name, which is not hidden, is a page."""
    return name.lower().endswith(_SUFFIXES)


class _SiteReader:
    """What the pages of one site share while they are read."""

    def __init__(
        self, root: Path, report: Report, limits: Limits, memory: Memory, shortcodes: tuple[Marks, ...]
    ) -> None:
        self.shortcodes = shortcodes
        self.root = root.resolve()
        self.report = report
        self.limits = limits
        self.memory = memory
        self.settings: dict[str, object] = {"baseurl": "", "url": ""}
        self.settings_read_from = b""
        self.digest = sha256()

    @property
    def base_url(self) -> str:
        """`url` and `baseurl` of the settings."""
        url, base = (str(self.settings[name] or "").strip("/") for name in ("url", "baseurl"))
        return f"{url}/{base}".rstrip("/") if url or base else ""

    def configure(self) -> None:
        """Take over the settings of `_config.yml`, if there is one."""
        if os.path.lexists(self.root / SETTINGS):
            data = self._read_bytes(SETTINGS)
            if data and (file := _decode(SETTINGS, data, self.report)):
                self.settings |= read_config(file, self.report, self.limits)
                self.settings_read_from = data

    def find_pages(self) -> list[str]:
        """The paths of the pages, in order, as many as the limit allows."""
        names: list[str] = []
        for name in self._walk("", 1):
            if len(names) == self.limits.pages:
                message = f"the site has more than {self.limits.pages} pages; this and the later ones are not read"
                self._complain(LIMIT_EXCEEDED, message, name)
                break
            names.append(name)
        return names

    def read_page(self, name: str) -> Iterator[Page]:
        """The page, if it can be read."""
        data = self._read_bytes(name)
        if data is None:
            return
        self.digest.update(b"%b\0%d\0%b" % (os.fsencode(name), len(data), data))
        made_from = ("page", name, sha256(data).digest(), self.settings_read_from, self.limits, self.shortcodes)
        page, found = self.memory.get(made_from, lambda: self._read_page(name, data))
        for one in found:
            self.report(one)
        if page:
            yield page

    def _read_page(self, name: str, data: bytes) -> tuple[Page | None, tuple[Diagnostic, ...]]:
        """The page of these bytes, and what is wrong with it."""
        found: list[Diagnostic] = []
        file = _decode(name, data, found.append)
        if file is None:
            return None, tuple(found)
        if not file.text.strip():
            hint = "write the page or remove the file"
            return None, (*found, Diagnostic(EMPTY_PAGE, "the page is empty", Location(name), hint))
        report = _capped(found.append, self.limits.findings)
        fields, start = read_front_matter(file, report, self.limits)
        permalink = next((field for field in fields if field.name == "permalink"), None)
        url = page_url(name, permalink, report)
        known = {"path": name, "url": url, **{field.name: field.value for field in fields}}
        body = PlacedText.whole(file).cut(start, len(file.text))
        body = without_shortcodes(body, self.shortcodes)
        body = render(body, {"site": self.settings, "page": known}, report)
        page = Page(name, url, fields, read_blocks(body, report, self.limits), Location(name))
        return page, tuple(found)

    def _walk(self, folder: str, depth: int) -> Iterator[str]:
        """Pages by path; a folder counts as its name with a slash."""
        if depth > self.limits.nesting:
            self._complain(LIMIT_EXCEEDED, f"folders deeper than {self.limits.nesting} are not read", folder)
            return
        entries = self._entries(folder)
        for name in sorted(entries):
            path = folder + name
            if is_hidden(name) or self._is_excluded(path.rstrip("/")):
                continue
            if name.endswith("/"):
                if self._may_enter(entries[name], path):
                    yield from self._walk(path, depth + 1)
            elif is_page(name):
                yield path

    def _entries(self, folder: str) -> dict[str, os.DirEntry[str]]:
        """What is in a folder, by name, folders with a slash; names that are no UTF-8 are left out."""
        try:
            entries = {entry.name + "/" * _is_folder(entry): entry for entry in os.scandir(self.root / folder)}
        except OSError as error:
            if not folder:
                raise
            self._complain(UNREADABLE_PAGE, f"the folder cannot be opened: {error.strerror}", folder)
            return {}
        for name in [name for name in entries if not _is_utf8(name)]:
            del entries[name]
            shown = (folder + name).encode(errors="replace").decode()
            self._complain(UNREADABLE_PAGE, "the name of the file is no UTF-8", shown, "rename it")
        return entries

    def _may_enter(self, entry: os.DirEntry[str], path: str) -> bool:
        """Whether a folder is read; a link inside the site is not followed, what it leads to is read in its place."""
        if entry.is_symlink():
            self._stays_inside(path.rstrip("/"))
            return False
        return True

    def _is_excluded(self, path: str) -> bool:
        excluded = self.settings.get("exclude")
        patterns = [str(one).strip("/") for one in excluded] if isinstance(excluded, list) else []
        return any(fnmatchcase(path, pattern) for pattern in (*_NEVER_PAGES, *patterns))

    def _stays_inside(self, name: str) -> bool:
        if Path(os.path.realpath(self.root / name)).is_relative_to(self.root):
            return True
        self._complain(OUTSIDE_SITE, "the link leads out of the site", name, "put the file itself into the site")
        return False

    def _read_bytes(self, name: str) -> bytes | None:
        path = self.root / name
        if path.is_symlink() and not self._stays_inside(name):
            return None
        try:
            if not path.is_file():
                self._complain(UNREADABLE_PAGE, "no regular file", name)
                return None
            with path.open("rb") as stream:
                data = stream.read(self.limits.file + 1)
        except OSError as error:
            self._complain(UNREADABLE_PAGE, f"the file cannot be opened: {error.strerror}", name)
            return None
        if len(data) > self.limits.file:
            self._complain(LIMIT_EXCEEDED, f"the file has more than {self.limits.file} bytes", name, "split the page")
            return None
        return data

    def _complain(self, rule: Rule, message: str, name: str, hint: str = "") -> None:
        self.report(Diagnostic(rule, message, Location(name), hint))


def _decode(name: str, data: bytes, report: Report) -> File | None:
    """The bytes as text with `\\n` at the ends of lines; None, and a finding, where they are none."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _complain_at(name, data, error.start, f"the byte {data[error.start]:#04x} is no UTF-8", report)
        return None
    if b"\0" in data:
        _complain_at(name, data, data.index(b"\0"), "the file holds a NUL byte", report)
        return None
    return File(name, text.replace("\r\n", "\n").replace("\r", "\n"))


def _complain_at(name: str, data: bytes, offset: int, message: str, report: Report) -> None:
    line = data.count(b"\n", 0, offset) + 1
    report(Diagnostic(UNREADABLE_PAGE, message, Location(name, line), "save the page as text in UTF-8"))


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


def _capped(report: Report, most: int) -> Report:
    """The report of one page, which stops behind as many findings of a rule and says so."""
    counts: Counter[str] = Counter()

    def capped(diagnostic: Diagnostic) -> None:
        counts[diagnostic.rule.name] += 1
        if counts[diagnostic.rule.name] <= most:
            report(diagnostic)
        elif counts[diagnostic.rule.name] == most + 1:
            report(replace(diagnostic, message=f"there are more findings of this kind than the {most} listed", hint=""))

    return capped


def _report_duplicates(pages: list[Page], report: Report) -> None:
    first: dict[str, Page] = {}
    for page in pages:
        other = first.setdefault(page.url.lower(), page)
        if other is not page:
            permalink = page.field("permalink")
            where = permalink.location if permalink else page.location
            report(Diagnostic(DUPLICATE_PERMALINK, f"{page.url} is also the permalink of {other.path}", where))
