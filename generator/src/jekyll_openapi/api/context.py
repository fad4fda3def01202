"""State shared by all stages of a build: the site, its dialect, names given so far, and where findings go."""

from collections.abc import Iterable

from jekyll_openapi.api.column_titles import column_titles, name_column
from jekyll_openapi.api.dialect import Dialect
from jekyll_openapi.api.links import Links, Target, last_part
from jekyll_openapi.api.memory import Remembering, question
from jekyll_openapi.api.model import NamedSchema, Object, Ref, stated
from jekyll_openapi.api.names import Names
from jekyll_openapi.api.sections import Section, sections, slug, tables_of
from jekyll_openapi.api.types import References
from jekyll_openapi.cache import Cache, NoCache
from jekyll_openapi.diagnostics import Diagnostic, Location, Report, Rule
from jekyll_openapi.pages.document import Block, Link, Page, Site, Table
from jekyll_openapi.pages.limits import Limits
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass, field
from jekyll_openapi.rules import REFERENCE_TEXT, UNKNOWN_REFERENCE


@dataclass(frozen=True, slots=True)
class Defined:
    """A schema that a page defines, and the anchor that links use for it."""

    name: str
    title: str
    anchor: str
    """The URL fragment (without `#`) that links to the definition."""
    is_titled: bool
    """Whether the page's title is the schema's name."""


@dataclass(slots=True)
class OnPage:
    """The schemas that a page defines, where the first one wins."""

    titles: dict[str, Defined] = field(default_factory=dict)
    anchors: dict[str, Defined] = field(default_factory=dict)
    main: Defined | None = None
    """The one that has the page's title, else the first one."""

    def add(self, one: Defined) -> None:
        """Adds a schema."""
        self.titles.setdefault(one.title, one)
        self.anchors.setdefault(one.anchor, one)
        if self.main is None or (one.is_titled and not self.main.is_titled):
            self.main = one


@dataclass(slots=True)
class State:
    """What the stages add to, in page order."""

    defined: dict[str, OnPage] = field(default_factory=dict)
    """Page path -> the schemas that the page defines."""
    alike: dict[str, list[str]] = field(default_factory=dict)
    """Name without a word that any schema could have -> the names of all schemas that come to it."""
    unresolved: dict[str, NamedSchema] = field(default_factory=dict)
    """Link target in lower case -> the placeholder schema for a page that defines nothing."""
    read_tables: set[Location] = field(default_factory=set)
    """Locations of the tables that a stage has read; all others are reported as unread."""
    told: set[Location] = field(default_factory=set)
    """Locations of the text blocks that a stage has dealt with; all others are reported as unread."""
    superseded: dict[Location, str] = field(default_factory=dict)
    """Tables of pages that lost to another page about the same operation -> the message to report; empty if both
    agree."""
    rows: dict[tuple[str, int], tuple[str, Location]] = field(default_factory=dict)
    """(file, line) of each row that was read -> its name and location."""


class Context(Remembering):
    """Created once for each build.

    What `once` remembers may ask questions, and depends on nothing else but its key: not on `site`, `links`,
    `schema_names` or `state`.
    """

    def __init__(
        self,
        site: Site,
        dialect: Dialect,
        report: Report,
        links: Links,
        schema_names: Names,
        limits: Limits,
        cache: Cache | None = None,
    ) -> None:
        super().__init__(cache or NoCache(), dialect, limits, site.base_url, site.prefix)
        self.dialect = dialect
        self.limits = limits
        self.base_url = site.base_url
        self._site = site
        self._report = report
        self._links = links
        self._schema_names = schema_names
        self._state = State()

    @property
    def site(self) -> Site:
        """All pages."""
        self.looks_at_all()
        return self._site

    @property
    def links(self) -> Links:
        """Where links lead."""
        self.looks_at_all()
        return self._links

    @property
    def schema_names(self) -> Names:
        """The names given to schemas so far."""
        self.looks_at_all()
        return self._schema_names

    @property
    def state(self) -> State:
        """What the stages have found so far."""
        self.looks_at_all()
        return self._state

    def sections(self, page: Page) -> tuple[Section, ...]:
        """The page's sections: the same objects for each stage that asks."""
        return self.once("sections", (page,), lambda: sections(page))

    @property
    def references(self) -> References:
        return References(self.reference, self.by_name)

    def names_schema(self, url: str) -> bool:
        """Whether a URL is one where the dialect keeps schemas."""
        return self._links.names_schema(url)

    # --- what is told -------------------------------------------------------------------------------------------------

    @question
    def report(self, one: Diagnostic) -> None:
        """Reports a finding."""
        self._report(one)

    def found(self, rule: Rule, message: str, location: Location, hint: str = "") -> None:
        """Reports a finding."""
        self.report(Diagnostic(rule, message, location, hint))

    def take(self, table: Table) -> Table:
        """Marks the table as read, and returns it."""
        self._take(table.location)
        return table

    @question
    def _take(self, location: Location) -> None:
        self._state.read_tables.add(location)

    def tell(self, blocks: Iterable[Block]) -> None:
        """Marks the blocks as dealt with, so that they are not reported as unread text."""
        self.tell_of(*(block.location for block in blocks))

    @question
    def tell_of(self, *places: Location) -> None:
        """Marks what stands at the places as dealt with."""
        self._state.told.update(places)

    @question
    def add_row(self, name: str, location: Location) -> None:
        """Notes the name of a row that was read."""
        self._state.rows.setdefault((location.file, location.line), (name, location))

    @question
    def drop_row(self, location: Location) -> None:
        """Notes that a row that was read is no property."""
        self._state.rows.pop((location.file, location.line), None)

    # --- what is asked ------------------------------------------------------------------------------------------------

    @question
    def is_read(self, location: Location) -> bool:
        """Whether the table at the place has been read."""
        return location in self._state.read_tables

    @question
    def stays_here(self, link: Link) -> bool:
        """Whether a link leads to a place of the site, there or not."""
        return self._links.target(link) is not None

    @question
    def leads_to_schema(self, link: Link) -> bool:
        """Whether a link leads to a schema, or to where one should be."""
        target = self._links.target(link)
        return target is not None and (bool(self.meant(target)) or self.names_schema(target.url))

    @question
    def name_of(self, path: str, title: str) -> str:
        """The name of the schema that a page defines under a title."""
        return self._state.defined[path].titles[title].name

    def define(self, path: str, defined: Defined) -> None:
        """Records that a page defines a schema."""
        self._state.defined.setdefault(path, OnPage()).add(defined)
        self._state.alike.setdefault(_bare(defined.name), []).append(defined.name)

    @question
    def meant(self, target: Target) -> str | None:
        """The name of the schema that a link target defines: the one under its anchor, or else the page's own; None
        if neither."""
        if target.page is None and self._links.names_schema(target.url):
            # Its definition may have moved to another page.
            moved = self.by_name(last_part(target.url))
            return moved.name if moved else None
        on_page = self._state.defined.get(target.page.path) if target.page else None
        if on_page is None:
            return None
        found = on_page.anchors.get(target.anchor) if target.anchor else None
        if not (target.is_local and target.anchor):
            found = found or on_page.main
        return found.name if found else None

    @question
    def reference(self, link: Link) -> Ref | None:
        """A reference to the schema that a link leads to, or to a placeholder if that page defines nothing."""
        target = self._links.target(link)
        if target is None:
            return None
        name = self.meant(target)
        if name is None and (target.is_local or not self.dialect.definition_sections):
            return None
        if name is None:
            return self._stand_in(link, target.url, target.page)
        if link.text.strip("`") != name:
            message = f"the link says `{link.text.strip('`')}`, the page is titled `{name}`"
            self.found(REFERENCE_TEXT, message, link.location, f"write `[{name}]`")
        return Ref(name)

    @question
    def told_under(self, link: Link) -> str:
        """The heading, on the same page, that a link leads to and that has a property table below it; empty if there
        is none."""
        target = self._links.target(link)
        page = target.page if target and target.is_local else None
        if (
            target is None
            or page is None
            or (page.path in self._state.defined and target.anchor in self._state.defined[page.path].anchors)
        ):
            return ""
        titles = self.once(
            "titles",
            (page,),
            lambda: {slug(one.title): one.title for one in self.sections(page) if _lists_properties(one, self.dialect)},
        )
        return titles.get(target.anchor, "")

    @question
    def by_name(self, name: str) -> Ref | None:
        """A reference to the schema with the name, ignoring case; None if there is none."""
        found = self._state.alike.get(_bare(name), [])
        exact = (given for given in found if given.casefold() == name.casefold())
        best = next(exact, found[0] if len(found) == 1 else None)
        return Ref(best) if best else None

    @question
    def mentioned(self, link: Link) -> str | None:
        """The name of the schema that a link in running text leads to; None if it leads elsewhere."""
        target = self._links.target(link)
        return self.meant(target) if target else None

    def _stand_in(self, link: Link, url: str, page: Page | None) -> Ref:
        key = url.casefold()
        if page:
            message = f"the page with the permalink `{page.url}` defines no schema"
            self.found(UNKNOWN_REFERENCE, message, link.location, "give it a table under `### Definition`")
        if key not in self._state.unresolved:
            title = page.text("title") if page else ""
            wanted = (title or link.text.strip("`"), last_part(url))
            name = self._schema_names.give(wanted, link.location, f"link {url}")
            self._state.unresolved[key] = NamedSchema(name, Object(()), stated(link.location), unresolved=url)
        return Ref(self._state.unresolved[key].name)


_SIGNS = regex(r"[^a-z0-9]")
_ANY = regex(
    r"^the(?=\w{3})|(?<=\w{2})(entity|object|model|resource|schema)$",
    needs=("the", "entity", "object", "model", "resource", "schema"),
)


def _bare(name: str) -> str:
    """The name of a schema without a word that any could have: `OrderEntity`, `The order object`, `order`."""
    return _ANY.sub("", _SIGNS.sub("", name.casefold()))


def _lists_properties(part: Section, dialect: Dialect) -> bool:
    """Whether a section has a table of properties, as opposed to a table of values or anything else."""
    return any(
        table.form in ("definitions", "bullets") or name_column(column_titles(table), dialect) is not None
        for table in tables_of(part.blocks)
    )
