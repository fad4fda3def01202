"""The parts of a site that Liquid on a page can reach: settings, data, pages, includes, URLs of other files."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping

from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass, field

_FILE_NAME = regex(r"[\w/.\-()+~#@]+")
_OUTSIDE = regex(r"[./]{2,}")
_DATE = regex(r"\d+-\d+-\d+-")


class Lazy(Mapping[str, object]):
    """A mapping whose values are computed at first access: most pages use none of `site.data`."""

    def __init__(self, values: Mapping[str, object], makers: Mapping[str, Callable[[], object]]) -> None:
        self._values = dict(values)
        self._makers = dict(makers)

    def __getitem__(self, name: str) -> object:
        if name in self._makers:
            self._values[name] = self._makers.pop(name)()
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter({**self._makers, **self._values})

    def __len__(self) -> int:
        return len({**self._makers, **self._values})


@dataclass(frozen=True, slots=True)
class SiteContext:
    """The site around a page, as its Liquid sees it."""

    read: Callable[[str], str | None] = lambda _: None
    """The text of a file by its path in the site; None if there is no such file."""
    includes: str = "_includes"
    """The folder of include files."""
    urls: Mapping[str, str] = field(default_factory=dict)
    """Path in the site -> URL, for each page."""
    base_url: str = ""

    def include(self, name: str, beside: str = "") -> str | None:
        """The text of an include file; with `beside`, of a file in the folder of the page at that path. None if
        there is none."""
        # The name comes from the page: it must not lead out of the site.
        if not _FILE_NAME.fullmatch(name) or _OUTSIDE.search(name):
            return None
        return self.read(posixpath.join(posixpath.dirname(beside) if beside else self.includes, name))

    def link(self, path: str) -> str | None:
        """The URL that `{% link path %}` renders to; None if there is no such page."""
        url = self.urls.get(path.strip().lstrip("/"))
        return None if url is None else f"/{self.base_url.strip('/')}{url}".replace("//", "/")

    def post(self, name: str) -> str | None:
        """The URL that `{% post_url name %}` renders to; None if there is no such post."""
        name = name.strip().lstrip("/")
        for path in self.urls:
            stem = path.rsplit(".", 1)[0].replace("_posts/", "")
            if _DATE.match(stem.rsplit("/", 1)[-1]) and (stem == name or stem.endswith(f"/{name}")):
                return self.link(path)
        return None


NOTHING = SiteContext()
