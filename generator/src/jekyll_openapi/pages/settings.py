"""What the `_config.yml` of a site says about which files are pages, and what their front matter is by default."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase

from jekyll_openapi.records import dataclass, field

NO_SETTINGS: Mapping[str, object] = {}
_EXTENSIONS = "markdown,mkdown,mkdn,mkd,md"
_EXCLUDED = (
    *(".sass-cache", ".jekyll-cache", "gemfiles", "Gemfile", "Gemfile.lock", "node_modules"),
    *("vendor/bundle/", "vendor/cache/", "vendor/gems/", "vendor/ruby/"),
)
"""What Jekyll leaves out without being told."""
_OPTIONAL_FRONT_MATTER = {"jekyll-optional-front-matter", "github-pages"}
"""The plugins by which Markdown without front matter is a page; the second brings the first with it."""


@dataclass(frozen=True, slots=True)
class Collection:
    """A folder of documents whose name begins with `_`."""

    label: str
    folder: str
    """Relative to the site, without a slash at its end."""
    permalink: str
    is_output: bool
    """Whether its documents are pages of the site."""


@dataclass(frozen=True, slots=True)
class Default:
    """Front matter for the pages below a path, or for those of a kind."""

    path: str
    kind: str
    """`pages`, `posts` or the label of a collection; empty for all."""
    values: Mapping[str, object]

    def applies(self, path: str, kind: str) -> bool:
        """Whether it is meant for the page."""
        if self.kind and self.kind != kind:
            return False
        if "*" not in self.path:
            return path.startswith(self.path)
        parts = path.split("/")
        return any(_globs("/".join(parts[:length]), self.path) for length in range(1, len(parts) + 1))

    def precedes(self, other: Default) -> bool:
        """Whether it counts for more than one that stands before it."""
        if len(self.path) != len(other.path):
            return len(self.path) > len(other.path)
        return bool(self.kind) or not other.kind


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings that decide what is read."""

    values: Mapping[str, object] = field(default_factory=dict)
    """All of them, as the file has them: what Liquid knows as `site`."""

    def text(self, name: str, otherwise: str = "") -> str:
        """A setting that is a text."""
        value = self.values.get(name)
        return value if isinstance(value, str) else otherwise

    def folder(self, name: str, otherwise: str) -> str:
        """A setting that names a folder of the site."""
        path = posixpath.normpath(self.text(name, otherwise) or ".").strip("/")
        return otherwise if path == ".." or path.startswith("../") else "" if path == "." else path

    def names(self, name: str) -> tuple[str, ...]:
        """A setting that is a list of names, or one name."""
        value = self.values.get(name)
        return tuple(str(one) for one in (value if isinstance(value, list) else [value]) if isinstance(one, str | int))

    @property
    def extensions(self) -> tuple[str, ...]:
        """What the names of Markdown files end in, with the dot."""
        return tuple(
            f".{one.strip().lower()}" for one in self.text("markdown_ext", _EXTENSIONS).split(",") if one.strip()
        )

    def with_suffixes(self, more: tuple[str, ...]) -> Settings:
        """The settings with more endings of Markdown files."""
        endings = ",".join([self.text("markdown_ext", _EXTENSIONS), *more])
        return Settings({**self.values, "markdown_ext": endings})

    @property
    def optional_front_matter(self) -> bool:
        """Whether Markdown without front matter is a page too."""
        plugins = {*self.names("plugins"), *self.names("gems")}
        return bool(plugins & _OPTIONAL_FRONT_MATTER)

    @property
    def parses_html(self) -> bool:
        """Whether kramdown reads Markdown inside elements."""
        kramdown = self.values.get("kramdown")
        return isinstance(kramdown, Mapping) and kramdown.get("parse_block_html") is True

    @property
    def collections(self) -> tuple[Collection, ...]:
        """The collections, posts among them."""
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
        """Whether Jekyll leaves the file or folder out because it is told so."""
        given = self.names("exclude")
        patterns = (
            one for one in (*_EXCLUDED, *given, self.text("destination")) if one and one not in self.names("include")
        )
        return _matches(patterns, path, is_folder)

    def is_included(self, path: str, *, is_folder: bool) -> bool:
        """Whether Jekyll takes the file or folder in though its name begins with a mark."""
        return _matches(self.names("include"), path.rsplit("/", 1)[-1], is_folder)

    def defaults(self, path: str, kind: str) -> dict[str, object]:
        """The front matter that a page has without stating it."""
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
            kind = {"page": "pages", "post": "posts", "draft": "drafts"}.get(kind, kind)
            path = re.sub(r"\A/|(?<=[^/])/\Z", "", path) if path.startswith("/") else path
            container = self.folder("collections_dir", "")
            yield Default(path.removeprefix(f"{container}/" if container else ""), kind, one["values"])


def page_suffix(settings: Settings) -> str:
    """What the URL of a page ends in, by the style of the site."""
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
    """As Jekyll compares: a glob whose star takes slashes too, or the beginning of the path."""
    for pattern in patterns:
        one = posixpath.normpath(pattern).lstrip("/") + "/" * pattern.endswith("/")
        if fnmatchcase(path, one) or path.startswith(one) or (is_folder and f"{path}/" == one):
            return True
    return False


def _globs(path: str, pattern: str) -> bool:
    """A glob whose stars stay within a folder, but for `**`."""
    parts = (_GLOB.get(part) or re.escape(part) for part in re.split(r"(\*\*/|\*|\?)", pattern.strip("/")))
    return bool(re.fullmatch("".join(parts), path))


_GLOB = {"**/": "(?:[^/]+/)*", "*": "[^/]*", "?": "[^/]"}
