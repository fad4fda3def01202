"""What Liquid on a page can reach of its site: settings, data, pages, includes, the places of other files."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping

from jekyll_openapi.records import dataclass, field

_FILE_NAME = re.compile(r"[\w/.\-()+~#@]+")
_OUTSIDE = re.compile(r"[./]{2,}")
_DATE = re.compile(r"\d+-\d+-\d+-")


class Lazy(Mapping[str, object]):
    """A mapping whose values are made when they are asked for."""

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
class Around:
    """The site around a page."""

    read: Callable[[str], str | None] = lambda _: None
    """The text of a file of the site, by its path; None where it is not there."""
    includes: str = "_includes"
    """The folder of the includes."""
    urls: Mapping[str, str] = field(default_factory=dict)
    """Where each page is served, by its path in the site."""
    base_url: str = ""

    def include(self, name: str, beside: str = "") -> str | None:
        """The text of an include; of a file `beside` the page with this path where one is given."""
        if not _FILE_NAME.fullmatch(name) or _OUTSIDE.search(name):
            return None
        return self.read(posixpath.join(posixpath.dirname(beside) if beside else self.includes, name))

    def link(self, path: str) -> str | None:
        """What `{% link path %}` shows."""
        url = self.urls.get(path.strip().lstrip("/"))
        return None if url is None else f"/{self.base_url.strip('/')}{url}".replace("//", "/")

    def post(self, name: str) -> str | None:
        """What `{% post_url name %}` shows."""
        name = name.strip().lstrip("/")
        for path in self.urls:
            stem = path.rsplit(".", 1)[0].replace("_posts/", "")
            if _DATE.match(stem.rsplit("/", 1)[-1]) and (stem == name or stem.endswith(f"/{name}")):
                return self.link(path)
        return None


NOTHING = Around()
