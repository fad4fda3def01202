"""Reads a folder of pages, or a single page, as Jekyll would render it.

The folder is a whole site, a part of one (with `_config.yml` further up), or any folder of Markdown. Which files are
pages is decided in `folder` and `settings`. A file that looks like a page but that Jekyll only copies is reported.
"""

import gc
import os
import posixpath
import re
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property, partial
from hashlib import sha256
from pathlib import Path

from jekyll_openapi.cache import Cache, NoCache
from jekyll_openapi.diagnostics import Diagnostic, Location, Report
from jekyll_openapi.pages.compressed import Data, Lines
from jekyll_openapi.pages.containers import without_containers
from jekyll_openapi.pages.document import Field, Page, Paragraph, Site
from jekyll_openapi.pages.folder import (
    SETTINGS,
    Folder,
    Found,
    find_root,
    first_bytes,
    has_front_matter,
    is_repository_file,
)
from jekyll_openapi.pages.front_matter import front_matter_values, read_config, read_front_matter
from jekyll_openapi.pages.gitbook import without_method_blocks
from jekyll_openapi.pages.limits import Limits
from jekyll_openapi.pages.liquid import render
from jekyll_openapi.pages.markdown import read_blocks
from jekyll_openapi.pages.markup import read_markup
from jekyll_openapi.pages.permalink import page_url
from jekyll_openapi.pages.placed_text import File, PlacedText
from jekyll_openapi.pages.settings import Settings
from jekyll_openapi.pages.shortcodes import Marks, without_shortcodes
from jekyll_openapi.pages.site_context import Lazy, SiteContext
from jekyll_openapi.pages.site_data import DataReader
from jekyll_openapi.pages.site_findings import capped, gathered, report_duplicates
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass, replace
from jekyll_openapi.rules import (
    EMPTY_PAGE,
    LIMIT_EXCEEDED,
    UNREADABLE_PAGE,
    UNRENDERED_PAGE,
)

_REACHES_OUT = regex(r"\{%|site\.(?!baseurl\b|url\b|title\b)|page\.(?!baseurl\b|url\b|title\b)")
"""Matches Liquid that depends on other files, so that a cached page is stale when these change."""
_RELATIVE = regex(r"\{%-?\s*include_relative\s+([^\s{}%]+)")
_LOOKS_LIKE_PAGE = regex(r"^(?:#{1,6} .*`?/\w|[ ]{0,3}\|.*\|)|\A\s*^---[ \t]*$\s*^\w+:", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Syntax:
    """Extensions of other site generators that Jekyll does not know."""

    shortcodes: tuple[Marks, ...] = ()
    is_open_html: bool = False
    """Whether the text between HTML tags is Markdown."""
    takes_all: bool = False
    """Whether Markdown without front matter is a page even if other files have it."""
    suffixes: tuple[str, ...] = ()
    """Further suffixes of Markdown files, without the dot."""


def read_site(
    path: Path,
    report: Report,
    *,
    progress: Callable[[int, int], None] | None = None,
    limits: Limits = Limits(),  # noqa: B008
    cache: Cache | None = None,
    syntax: Syntax = Syntax(),  # noqa: B008
) -> Site:
    """The pages of a folder, or the single page; raises OSError if neither exists.

    Pages that `cache` has seen unchanged are not read again.
    """
    found: list[Diagnostic] = []
    was_enabled = gc.isenabled()
    gc.disable()  # reading makes much and drops little: looking for garbage costs a third of the time
    try:
        reader = _SiteReader(path, found.append, limits, cache or NoCache(), syntax)
        pages = tuple(reader.pages(progress))
    finally:
        if was_enabled:
            gc.enable()
    report_duplicates(pages, found.append)
    for one in gathered(found):
        report(one)
    return Site(pages, reader.base_url, reader.digest.hexdigest(), reader.prefix)


@dataclass(frozen=True, slots=True)
class _Head:
    """A page whose front matter, but not yet its text, has been read."""

    found: Found
    name: str
    """Its path in the folder that is read."""
    digest: bytes
    file: File
    """The file down to where its text begins, which is all that other pages can ask for."""
    data: Data
    """All of the file; all files are read before the first page is made."""
    fields: tuple[Field, ...]
    url: str
    diagnostics: tuple[Diagnostic, ...]
    has_front_matter: bool


_NO_DATA = Data(b"")

_Front = tuple[tuple[Field, ...], int, str, tuple[Diagnostic, ...]]
"""The fields of front matter, the offset where it ends, the URL of the page, and the findings."""


class _SiteReader:
    """Reads one site; holds what its pages share."""

    def __init__(self, path: Path, report: Report, limits: Limits, cache: Cache, syntax: Syntax) -> None:
        self.report = report
        self.limits = limits
        self.cache = cache
        self.syntax = syntax
        self.digest = sha256()
        self._one = "" if path.is_dir() else path.name
        folder = (path.parent if self._one else path).resolve()
        if self._one:
            path.stat()
        top = folder if self._one else find_root(folder)
        self._settings, self._settings_data = self._configure(top, folder)
        if syntax.suffixes:
            self._settings = self._settings.with_suffixes(syntax.suffixes)
        source = self._settings.folder("source", "")
        root = top / source if source and (top / source).is_dir() else top
        if not folder.is_relative_to(root):
            folder = root
        start = folder.relative_to(root).as_posix()
        # Paths are shown from the folder that was given, which can be above the source of the site.
        is_above = root != top and start == "."
        self._shown_from = root.relative_to(top).as_posix() if is_above else ""
        self._folder = Folder(root, "" if start == "." else start, self._settings, report, limits)
        self._heads: list[_Head] = []

    @property
    def base_url(self) -> str:
        """`url` in the settings."""
        return str(self._settings.values.get("url") or "").rstrip("/")

    @property
    def prefix(self) -> str:
        """`baseurl` in the settings, with leading slash; empty if not set."""
        base = str(self._settings.values.get("baseurl") or "").strip("/")
        return f"/{base}" if base else ""

    def _configure(self, top: Path, folder: Path) -> tuple[Settings, bytes]:
        """The settings in `_config.yml`, or defaults, and the bytes of that file."""
        values: dict[str, object] = {"baseurl": "", "url": ""}
        start = folder.relative_to(top).as_posix()
        place = Folder(top, "" if start == "." else start, Settings(), self.report, self.limits)
        if self._one or not os.path.lexists(top / SETTINGS):
            return Settings(values), b""
        data = place.read_bytes(SETTINGS)
        file = _decode(place.shown(SETTINGS), data, self.report) if data else None
        if file is None:
            return Settings(values), b""
        return Settings(values | read_config(file, self.report, self.limits)), data or b""

    def pages(self, progress: Callable[[int, int], None] | None) -> Iterator[Page]:
        """The pages, sorted by path."""
        self._heads = list(self._read_heads())
        for index, head in enumerate(self._heads):
            whole = _as_file(head.name, head.data.data.decode("utf-8-sig"))
            # Most pages depend only on themselves, so that a change elsewhere does not invalidate them.
            around = self._around_digest if _REACHES_OUT.search(whole.text) else b""
            how = (self._settings_data, self.limits, self.syntax)
            made_from = ("page", head.name, head.digest, around, *how)
            page, found = self.cache.get(made_from, partial(self._read_page, head, whole))
            for one in found:
                self.report(one)
            yield page
            self._heads[index] = replace(head, data=_NO_DATA)
            if progress:
                progress(index + 1, len(self._heads))
        self._heads.clear()  # cycles keep the reader itself

    def _found(self) -> list[Found]:
        """The files that may be pages, up to the limit."""
        if self._one:
            return [Found(self._one, None, self._one.lower().endswith((".html", ".htm")))]
        files: list[Found] = []
        for one in self._folder.files():
            if len(files) == self.limits.pages:
                message = f"the site has more than {self.limits.pages} pages; this and the later ones are not read"
                self._folder.complain(LIMIT_EXCEEDED, message, one.path)
                break
            files.append(one)
        return files

    def _read_heads(self) -> Iterator[_Head]:
        """The front matter of each page. Reports files that only look like pages."""
        is_site = bool(self._settings_data)
        files: list[tuple[Found, Data]] = []
        for found in self._found():
            if (data := self._folder.read_bytes(found.path)) is not None:
                is_site = is_site or has_front_matter(data)
                files.append((found, Data(data)))
        takes_all = self._one or not is_site or self._settings.optional_front_matter or self.syntax.takes_all
        included: set[str] = set()
        copied: list[tuple[File, Found]] = []
        for found, held in files:
            name, data = self._shown(found.path), held.data
            is_marked = has_front_matter(data) or bool(takes_all and has_front_matter(data.removeprefix(BOM_UTF8)))
            # jekyll-optional-front-matter skips README and similar files as well.
            if not is_marked and takes_all and is_site and not self._one and is_repository_file(found.path):
                continue
            # The length keeps two different lists of files from having one digest.
            self.digest.update(b"%b\0%d\0%b" % (os.fsencode(name), len(data), data))
            if (file := _decode(name, data, self.report)) is None:
                continue
            if not file.text.strip():
                where, hint = Location(name), "write the page or remove the file"
                self.report(Diagnostic(EMPTY_PAGE, "the page is empty", where, hint))
            elif is_marked or takes_all:
                self._report_mark(data, name)
                included.update(_included(file.text, found.path))
                digest = sha256(data).digest()
                if read := self._front(found, name, digest, file, is_marked):
                    fields, start, url, complaints = read
                    yield _Head(found, name, digest, file.until(start), held, fields, url, complaints, is_marked)
            else:
                included.update(_included(file.text, found.path))
                copied.append((file, found))
        for file, found in copied:
            if found.path not in included:
                self._report_copied(file, found)

    def _shown(self, path: str) -> str:
        return f"{self._shown_from}/{path}" if self._shown_from else self._folder.shown(path)

    def _report_mark(self, data: bytes, name: str) -> None:
        """Reports a byte order mark that hides the front matter from Jekyll."""
        if data.startswith(BOM_UTF8) and has_front_matter(data.removeprefix(BOM_UTF8)):
            message = "the file begins with a byte order mark, so Jekyll sees no front matter and does not render it"
            self.report(Diagnostic(UNRENDERED_PAGE, message, Location(name), "save it as UTF-8 without a mark"))

    def _report_copied(self, file: File, found: Found) -> None:
        """Reports a file that looks like a page although Jekyll would copy it unchanged."""
        if found.collection or is_repository_file(found.path) or not _LOOKS_LIKE_PAGE.search(file.text):
            return
        message = "the file does not begin with front matter, so Jekyll does not render it; it is not read"
        hint = "put two lines `---` at its very beginning, or exclude it"
        self.report(Diagnostic(UNRENDERED_PAGE, message, Location(file.path), hint))

    def _front(self, found: Found, name: str, digest: bytes, file: File, is_marked: bool) -> _Front | None:
        """What the front matter says; None if it says `published: false`."""
        how = (self._settings_data, self.limits, self.syntax, self._one)
        made_from = ("front", found, name, digest, is_marked, *how)
        return self.cache.get(made_from, lambda: (self._read_front(found, name, file, is_marked),))[0]

    def _read_front(self, found: Found, name: str, file: File, is_marked: bool) -> _Front | None:
        complaints: list[Diagnostic] = []
        report = capped(complaints.append, self.limits.findings)
        fields, start = read_front_matter(file, report, self.limits) if is_marked or self._one else ((), 0)
        own = {field.name: field.value for field in fields}
        if "published" in own and front_matter_values(file).get("published") is False:
            return None
        kind = found.collection.label if found.collection else "pages"
        fields += tuple(
            Field(key, _scalar(value), Location(name))
            for key, value in self._settings.defaults(found.path, kind).items()
            if key not in own and isinstance(value, str | int | float | bool)
        )
        values = {field.name: field.value for field in fields}
        # Jekyll asks a document of a collection with its defaults, and a page with its own front matter alone.
        if found.collection and values.get("published", "").casefold() == "false":
            return None
        where = next((field.location for field in fields if field.name == "permalink"), Location(name))
        url = page_url(found.path, found.collection, values, where, report)
        return fields, start, url, tuple(complaints)

    def _read_page(self, head: _Head, file: File) -> tuple[Page, tuple[Diagnostic, ...]]:
        """The page, and the findings about it."""
        found = list(head.diagnostics)
        report = capped(found.append, self.limits.findings)
        body = PlacedText.whole(file).cut(len(head.file.text), len(file.text))
        body = without_method_blocks(without_shortcodes(body, self.syntax.shortcodes))
        if not head.found.is_html:
            body = without_containers(body)
        # Few pages ask for what front matter holds beside names and short values, which is to read it once more.
        known = cache(lambda: Lazy(self._known(head), {}))
        if "render_with_liquid" not in file.text or str(known().get("render_with_liquid")).lower() != "false":
            body = render(body, Lazy({"site": self._variables}, {"page": known}), report, self._around)
        if head.found.is_html:
            blocks = read_markup(body, report, self.limits)
        else:
            blocks = read_blocks(
                body,
                report,
                self.limits,
                parses_html=self._settings.parses_html,
                is_open_html=self.syntax.is_open_html,
            )
        Paragraph.compress(one for one in blocks if isinstance(one, Paragraph))
        lines = _lines(head.file.text, body)
        where = Location(head.name)
        made = Page(head.name, head.url, head.fields, blocks, where, head.has_front_matter, lines)
        return made, tuple(found)

    # --- what pages can reach -----------------------------------------------------------------------------------------

    def _known(self, head: _Head) -> dict[str, object]:
        """The variables that Liquid has for a page."""
        values: dict[str, object] = {field.name: field.value for field in head.fields}
        if head.has_front_matter:
            values |= front_matter_values(head.file)
        path = head.found.path
        defaults = self._settings.defaults(path, head.found.collection.label if head.found.collection else "pages")
        own = {"path": path, "url": head.url, "dir": f"{posixpath.dirname(head.url).rstrip('/')}/"}
        return {**defaults, **values, **own, "name": path.rsplit("/", 1)[-1]}

    @cached_property
    def _variables(self) -> Mapping[str, object]:
        makers: dict[str, Callable[[], object]] = {
            "data": self._read_data,
            "pages": lambda: [self._known(head) for head in self._heads if not head.found.collection],
            "html_pages": lambda: [self._known(head) for head in self._heads if not head.found.collection],
            "documents": lambda: [self._known(head) for head in self._heads if head.found.collection],
        }
        for collection in self._settings.collections:
            makers[collection.label] = lambda folder=collection.folder: self._documents(folder)  # type: ignore[misc]
        values = {name: value for name, value in self._settings.values.items() if name not in makers}
        return Lazy(values, makers)

    def _documents(self, folder: str) -> list[dict[str, object]]:
        """The documents of a collection, including those that are not rendered as pages."""
        read = {head.found.path: self._known(head) for head in self._heads}
        documents: list[dict[str, object]] = []
        place = self._folder.root / folder
        for file in sorted(place.rglob("*"))[: self.limits.pages] if place.is_dir() else ():
            path = file.relative_to(self._folder.root).as_posix()
            if path in read:
                documents.append(read[path])
            elif (text := self._text(path)) is not None and text.startswith("---"):
                one = File(path, text)
                start = read_front_matter(one, lambda _: None, self.limits)[1]
                documents.append({**front_matter_values(one), "content": text[start:], "path": path})
        return documents

    def _read_data(self) -> object:
        folder = self._settings.folder("data_dir", "_data")
        return DataReader(self._folder.root, self._text, self._shown, self.report).read(folder)

    @cached_property
    def _around(self) -> SiteContext:
        container = self._settings.folder("collections_dir", "")
        urls = {head.found.path: head.url for head in self._heads}
        urls |= {path.removeprefix(f"{container}/"): url for path, url in urls.items()} if container else {}
        includes = self._settings.folder("includes_dir", "_includes")
        return SiteContext(self._text, includes, urls, self._settings.text("baseurl"))

    def _text(self, path: str) -> str | None:
        """The text of a file of the site; None if there is no readable one."""
        file = self._folder.root / path
        if not file.is_file() or not Path(os.path.realpath(file)).is_relative_to(self._folder.root):
            return None
        data = self._folder.read_bytes(path)
        decoded = _decode(self._shown(path), data, self.report) if data is not None else None
        return decoded.text if decoded else None

    @cached_property
    def _around_digest(self) -> bytes:
        """A digest of everything that the Liquid of a page can reach, as part of the cache key."""
        digest = sha256()
        for head in self._heads:
            digest.update(b"%b\0%b\0" % (os.fsencode(head.found.path), head.file.text.encode()))
        labels = [one.folder for one in self._settings.collections]
        folders = (self._settings.folder("includes_dir", "_includes"), self._settings.folder("data_dir", "_data"))
        for folder in (*folders, *labels):
            place = self._folder.root / folder
            for file in sorted(place.rglob("*")) if place.is_dir() else ():
                if not file.is_symlink():
                    data = first_bytes(file, place, self.limits.file)
                    digest.update(b"%b\0%b\0" % (os.fsencode(file), data))
        return digest.digest()


def _lines(front: str, body: PlacedText) -> Lines:
    """The file with its Liquid rendered: front matter and what follows."""
    before = front.count("\n")
    numbers = body.line_numbers()
    # Where Liquid makes no lines, all of the file goes on as it began.
    if isinstance(numbers, range) and numbers.start == before + 1:
        return Lines(front + body.text, range(1, numbers.stop))
    return Lines(front + body.text, (*range(1, before + 1), *numbers))


def _included(text: str, path: str) -> Iterator[str]:
    """Paths of the files that a page includes from its own folder."""
    if "include_relative" in text:
        folder = posixpath.dirname(path)
        yield from (posixpath.normpath(posixpath.join(folder, name)) for name in _RELATIVE.findall(text))


def _scalar(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _decode(name: str, data: bytes, report: Report) -> File | None:
    r"""The bytes as text with `\\n` line ends; None, and a finding, if they are not UTF-8 text."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _complain_at(name, data, error.start, f"the byte {data[error.start]:#04x} is not UTF-8", report)
        return None
    if b"\0" in data:
        _complain_at(name, data, data.index(b"\0"), "the file holds a NUL byte", report)
        return None
    return _as_file(name, text)


def _as_file(name: str, text: str) -> File:
    return File(name, text.replace("\r\n", "\n").replace("\r", "\n"))


def _complain_at(name: str, data: bytes, offset: int, message: str, report: Report) -> None:
    line = data.count(b"\n", 0, offset) + 1
    report(Diagnostic(UNREADABLE_PAGE, message, Location(name, line), "save the page as text in UTF-8"))
