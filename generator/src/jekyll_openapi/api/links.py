"""Resolves links between pages: by permalink ignoring case, or else by title, for pages that have moved."""

from collections.abc import Iterator

from jekyll_openapi.api.dialect import Dialect
from jekyll_openapi.diagnostics import Diagnostic, Report
from jekyll_openapi.pages.document import (
    Block,
    BulletList,
    Cell,
    Heading,
    Link,
    Page,
    Paragraph,
    Site,
    Span,
    Table,
    telling,
)
from jekyll_openapi.records import dataclass
from jekyll_openapi.rules import REFERENCE_CASE, REFERENCE_MOVED, UNKNOWN_REFERENCE


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads."""

    page: Page | None
    url: str
    """The path of the link, without fragment, query and trailing slash."""
    exact: bool = True
    """Whether the link has the same letter case as the permalink."""
    moved: bool = False
    """Whether the page was found by its title rather than by its permalink."""
    anchor: str = ""
    """The URL fragment in lower case, without `#`."""
    is_local: bool = False
    """Whether the link stays on its own page."""


class Links:
    """The pages of a site, looked up by permalink, path or title."""

    def __init__(self, site: Site, dialect: Dialect) -> None:
        # Reversed, so that the first page wins where two have one permalink.
        self._by_url = {page.url.casefold(): page for page in reversed(site.pages)}
        self._by_path = {page.path: page for page in site.pages}
        self._by_title = {page.text("title").casefold(): page for page in reversed(site.pages) if page.text("title")}
        self._prefixes = dialect.link_prefixes
        self._starts = tuple(one for one in (site.base_url, site.prefix) if one)

    def target(self, link: Link) -> Target | None:
        """Where the link leads; None if it leaves the site. `Target.page` is None for a missing page."""
        anchor = link.target.partition("#")[2].strip().casefold()
        own = self._by_path.get(link.location.file) if anchor and link.target.startswith("#") else None
        if own:
            return Target(own, own.url, anchor=anchor, is_local=True)
        url = self._path(link.target)
        if url is None:
            return None
        page = self._by_url.get(url.casefold())
        if page:
            return Target(page, url, page.url == url, anchor=anchor)
        page = self._by_title.get(last_part(url).casefold()) if self.names_schema(url) else None
        return Target(page, url, moved=page is not None, anchor=anchor)

    def _path(self, target: str) -> str | None:
        path = target.split("#")[0].split("?")[0].strip()
        for start in self._starts:
            if path.startswith(start + "/"):
                # Sites write internal links both with and without their own address and `baseurl`.
                path = path.removeprefix(start)
        if not path.startswith("/") or path.startswith("//"):
            return None
        return path.rstrip("/").removesuffix(".html")

    def names_schema(self, url: str) -> bool:
        """Whether the link's folder is one where the dialect keeps schemas, so that its last part names a schema."""
        return url.casefold().startswith(self._prefixes)


def last_part(url: str) -> str:
    """The part of a URL after the last slash."""
    return url.rsplit("/", 1)[-1]


def check_links(page: Page, links: Links, report: Report) -> None:
    """Reports links of the page that lead nowhere, or that only work because case or folder is ignored here."""
    for link in page_links(page):
        target = links.target(link)
        if target is None or target.is_local or not target.url:
            continue
        if target.page is None:
            hint = "add the page, or correct the link"
            report(Diagnostic(UNKNOWN_REFERENCE, f"no page has the permalink `{target.url}`", link.location, hint))
        elif target.moved:
            hint = f"its permalink is `{target.page.url}`"
            message = f"`{target.url}` is not there; {target.page.path} has that title"
            report(Diagnostic(REFERENCE_MOVED, message, link.location, hint))
        elif not target.exact:
            hint = f"write `{target.page.url}`"
            report(
                Diagnostic(REFERENCE_CASE, f"`{target.url}` differs in case from the permalink", link.location, hint)
            )


def page_links(page: Page) -> Iterator[Link]:
    """Every link of the page, in page order."""
    for _, block in telling(page.blocks):
        if isinstance(block, Paragraph):
            yield from block.links
        else:
            yield from (link for spans in block_spans(block) for link in spans if isinstance(link, Link))


def block_spans(block: Block) -> Iterator[tuple[Span, ...]]:
    """The runs of inline text in a block: one for a paragraph, several for a list or table."""
    match block:
        case Heading(_, spans) | Paragraph(spans):
            yield spans
        case BulletList(items):
            yield from (item.spans for item in items)
        case Table():
            yield from (cell.spans for cell in table_cells(block))
        case _:
            return


def table_cells(table: Table) -> Iterator[Cell]:
    """All cells, those of the header first."""
    return (cell for row in (table.header, *table.rows) for cell in row.cells)
