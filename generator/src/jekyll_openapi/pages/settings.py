"""Interprets a site's `_config.yml`: which files are pages, their URLs, and their default front matter."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from functools import lru_cache

from jekyll_openapi.records import dataclass, field

NO_SETTINGS: Mapping[str, object] = {}
_EXTENSIONS = "markdown,mkdown,mkdn,mkd,md"
_EXCLUDED = (
    *(".sass-cache", ".jekyll-cache", "gemfiles", "Gemfile", "Gemfile.lock", "node_modules"),
    *("vendor/bundle/", "vendor/cache/", "vendor/gems/", "vendor/ruby/"),
)
"""What Jekyll excludes by default."""
_OPTIONAL_FRONT_MATTER = {"jekyll-optional-front-matter", "github-pages"}
"""Plugins that make Markdown without front matter a page; `github-pages` includes the other one."""


@dataclass(frozen=True, slots=True)
class Collection:
    """A Jekyll collection: a folder of documents whose name begins with `_`."""

    label: str
    folder: str
    """The path relative to the site, without trailing slash."""
    permalink: str
    is_output: bool
    """Whether Jekyll renders its documents as pages."""


@dataclass(frozen=True, slots=True)
class Default:
    """Default front matter for the pages below a path, or of a type."""

    path: str
    kind: str
    """`pages`, `posts` or the label of a collection; empty for all."""
    values: Mapping[str, object]

    def applies(self, path: str, kind: str) -> bool:
        """Whether the default applies to the page."""
        if self.kind and self.kind != kind:
            return False
        if "*" not in self.path:
            return path.startswith(self.path)
        parts = path.split("/")
        return any(_globs("/".join(parts[:length]), self.path) for length in range(1, len(parts) + 1))

    def precedes(self, other: Default) -> bool:
        """Whether it overrides `other`, which comes before it in the file."""
        if len(self.path) != len(other.path):
            return len(self.path) > len(other.path)
        return bool(self.kind) or not other.kind


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a site."""

    values: Mapping[str, object] = field(default_factory=dict)
    """All settings as in the file; Liquid sees them as `site`."""

    def text(self, name: str, otherwise: str = "") -> str:
        """A setting that is a string; `otherwise` if it is missing or something else."""
        value = self.values.get(name)
        return value if isinstance(value, str) else otherwise

    def folder(self, name: str, otherwise: str) -> str:
        """A setting that is a folder of the site; `otherwise` if it is missing or leads out of the site."""
        path = posixpath.normpath(self.text(name, otherwise) or ".").strip("/")
        return otherwise if path == ".." or path.startswith("../") else "" if path == "." else path

    def names(self, name: str) -> tuple[str, ...]:
        """A setting that is a name or a list of names."""
        value = self.values.get(name)
        return tuple(str(one) for one in (value if isinstance(value, list) else [value]) if isinstance(one, str | int))

    @property
    def extensions(self) -> tuple[str, ...]:
        """The suffixes of Markdown files, with the dot."""
        return tuple(
            f".{one.strip().lower()}" for one in self.text("markdown_ext", _EXTENSIONS).split(",") if one.strip()
        )

    def with_suffixes(self, more: tuple[str, ...]) -> Settings:
        """The settings with further suffixes of Markdown files."""
        endings = ",".join([self.text("markdown_ext", _EXTENSIONS), *more])
        return Settings({**self.values, "markdown_ext": endings})

    @property
    def optional_front_matter(self) -> bool:
        """Whether Markdown files without front matter are pages."""
        plugins = {*self.names("plugins"), *self.names("gems")}
        return bool(plugins & _OPTIONAL_FRONT_MATTER)

    @property
    def parses_html(self) -> bool:
        """Whether kramdown reads Markdown inside of HTML elements."""
        kramdown = self.values.get("kramdown")
        return isinstance(kramdown, Mapping) and kramdown.get("parse_block_html") is True

    @property
    def collections(self) -> tuple[Collection, ...]:
        """The collections, including posts."""
        return tuple(self._collections())

    def _collections(self) -> Iterator[Collection]:
        given = self.values.get("collections")
        if isinstance(given, list):
            given = dict.fromkeys(map(str, given))
        pairs = given.items() if isinstance(given, Mapping) else ()
        found = {str(label): value if isinstance(value, Mapping) else {} for label, value in pairs}
        container = self.folder("collections_dir", "")
        style = self.text("permalink", "date")
        found.setdefault("posts", {})
        for label, metadata in found.items():
            is_posts = label == "posts"
            own = metadata.get("permalink")
            folder = posixpath.join(container, f"_{label}")
            otherwise = _POST_STYLES.get(style, style) if is_posts else f"/:collection/:path{_suffix(style)}"
            yield Collection(
                label, folder, own if isinstance(own, str) else otherwise, is_posts or metadata.get("output") is True
            )

    def is_excluded(self, path: str, *, is_folder: bool) -> bool:
        """Whether the settings exclude the file or folder."""
        included = self.names("include")
        given = (*_EXCLUDED, *self.names("exclude"), self.text("destination"))
        patterns = (one for one in given if one and one not in included)
        return _matches(patterns, path, is_folder)

    def is_included(self, path: str, *, is_folder: bool) -> bool:
        """Whether the settings include the file or folder although its name begins with a dot or underscore."""
        return _matches(self.names("include"), path.rsplit("/", 1)[-1], is_folder)

    def defaults(self, path: str, kind: str) -> dict[str, object]:
        """The front matter that the page gets from the `defaults` setting."""
        container = self.folder("collections_dir", "")
        path = path.removeprefix(f"{container}/" if container else "")
        values: dict[str, object] = {}
        strongest: Default | None = None
        for one in self._defaults():
            if not one.applies(path, kind):
                continue
            if strongest is None or one.precedes(strongest):
                values, strongest = {**values, **one.values}, one
            else:
                values = {**one.values, **values}
        return values

    def _defaults(self) -> Iterator[Default]:
        given = self.values.get("defaults")
        for one in given if isinstance(given, list) else ():
            if not isinstance(one, Mapping) or not isinstance(one.get("values"), Mapping):
                continue
            scope = one.get("scope")
            scope = scope if isinstance(scope, Mapping) else {}
            path, kind = (value if isinstance(value := scope.get(name), str) else "" for name in ("path", "type"))
            # Old versions of Jekyll used the singular.
            kind = {"page": "pages", "post": "posts", "draft": "drafts"}.get(kind, kind)
            path = re.sub(r"\A/|(?<=[^/])/\Z", "", path) if path.startswith("/") else path
            container = self.folder("collections_dir", "")
            yield Default(path.removeprefix(f"{container}/" if container else ""), kind, one["values"])


def page_suffix(settings: Settings) -> str:
    """The suffix of page URLs in the site's permalink style."""
    return _suffix(settings.text("permalink", "date"))


_POST_STYLES = {
    "pretty": "/:categories/:year/:month/:day/:title/",
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}


def _suffix(style: str) -> str:
    if style == "pretty" or style.endswith("/"):
        return "/"
    return ":output_ext" if style in _POST_STYLES or style.endswith(":output_ext") else ""


def _matches(patterns: Iterable[str], path: str, is_folder: bool) -> bool:
    """Whether a pattern matches as in Jekyll: a glob whose `*` matches slashes, or a prefix of the path."""
    for pattern in patterns:
        one, is_glob = _read_pattern(pattern)
        if path.startswith(one) or (is_folder and f"{path}/" == one) or (is_glob and fnmatchcase(path, one)):
            return True
    return False


@lru_cache(maxsize=256)  # each file and folder is compared with all of them
def _read_pattern(pattern: str) -> tuple[str, bool]:
    """A pattern as paths are compared with it, and whether it is more than a name."""
    one = posixpath.normpath(pattern).lstrip("/") + "/" * pattern.endswith("/")
    return one, any(mark in one for mark in "*?[")


def _globs(path: str, pattern: str) -> bool:
    """Whether a glob matches whose `*` does not match slashes, only `**/` does."""
    parts = (_GLOB.get(part) or re.escape(part) for part in re.split(r"(\*\*/|\*|\?)", pattern.strip("/")))
    return bool(re.fullmatch("".join(parts), path))


_GLOB = {"**/": "(?:[^/]+/)*", "*": "[^/]*", "?": "[^/]"}
