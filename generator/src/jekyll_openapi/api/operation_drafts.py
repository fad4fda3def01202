"""Splits a page into drafts: one for each operation that the page states, with the sections that describe it."""

from bisect import bisect
from collections.abc import Iterator

from jekyll_openapi.api.context import Context
from jekyll_openapi.api.definitions import find_definitions
from jekyll_openapi.api.dialect import Dialect
from jekyll_openapi.api.layout import Layout, Place, lay_out
from jekyll_openapi.api.model import Method
from jekyll_openapi.api.request_lines import METHOD, method_word, requests_in_words
from jekyll_openapi.api.section_kinds import ANSWER, REQUEST, is_known, is_statement, kind_of
from jekyll_openapi.api.section_owners import main_heading, parent
from jekyll_openapi.api.sections import Section, below, tables_of
from jekyll_openapi.api.statements import NO_BLOCK, Statement, read_statements, stated_method
from jekyll_openapi.api.tryit import Tryit, read_tryits
from jekyll_openapi.diagnostics import Location
from jekyll_openapi.pages.document import Page, Paragraph, Table, plain
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass, replace
from jekyll_openapi.rules import LIMIT_EXCEEDED, PATH_MISMATCH, UNREADABLE_PATH, UNREADABLE_TRYIT

_PATH_IN_TITLE = regex(r"(?<![\w./{}<>-])/[A-Za-z_{][\w{}.:-]*(?:/[\w{}.:-]+)+", needs=("/",))
_METHOD_BEHIND = regex(rf"\s+[\[(]?`?(?:{METHOD})`?[\])]?$")


@dataclass(frozen=True, slots=True)
class Draft:
    """An operation that a page states, with the parts of the page that describe it. No types or rules are read yet."""

    page: Page
    path: str
    location: Location
    """Where the path is stated."""
    tryit: Tryit | None
    parts: tuple[Section, ...]
    """The sections below the operation's statement."""
    is_shared: bool
    method: Method | None = None
    """The method, if the page states one."""
    called: str = ""
    """The path in the letter case that the page uses for the operation's name."""
    shared: tuple[Section, ...] = ()
    """Surrounding sections that say what several operations take."""
    intro: tuple[Section, ...] = ()
    """The page's own sections, before and outside of any operation."""
    label: str = ""
    """Text that describes this operation alone: the heading above it, or the line above its fence."""
    heading: str = ""
    """The page's title as its text gives it."""
    renamed: tuple[tuple[str, str], ...] = ()
    """Path parameters that the page names differently: (name on the page, name in the path)."""
    companions: tuple[tuple[str, Method | None], ...] = ()
    """Path and method of every operation that the same text describes, including this one."""

    page_paths: tuple[str, ...] = ()
    """All paths that the page states."""
    query: tuple[tuple[str, Location], ...] = ()
    """The names in the query of the path as stated, and where it is stated."""

    @property
    def name(self) -> str:
        """The last part of the path, in the page's letter case."""
        return self.called.rsplit("/", 1)[-1]


def page_drafts(page: Page, context: Context) -> tuple[Draft, ...]:
    """The operations that the page states, in page order. Reports paths that contradict each other."""
    parts = context.sections(page)
    tryits = read_tryits(page, context)
    stated = read_statements(page, parts, tryits, context)
    stating = [parts[one.section].blocks[one.block] for one in stated if one.block != NO_BLOCK]
    context.tell(stating)
    for block in stating:
        if isinstance(block, Table):
            context.take(block)
    usable = [one for one in stated if one.paths]
    if not usable:
        _report_pathless(page, tryits, bool(stated), context)
        return ()
    placed = [one for one in usable if one.is_placed]
    leading = placed or [one for one in usable if one.location == usable[0].location]
    unusable = frozenset(one.section for one in stated if one.what == "heading" and not one.paths)
    found = _Page(page, parts, tryits, context, tuple(leading), unusable).drafts()
    found = (*found, *_called_alone(page, found, tryits, usable, context))
    alone = {one.path for one in found if not one.parts}
    _report_mismatches([one for one in usable if alone.isdisjoint(one.paths)], leading, tryits, context)
    used = {id(one.tryit) for one in found}
    for tryit in tryits:
        if id(tryit) not in used:
            message = "the page has another try-it call, for no operation that it states"
            context.found(UNREADABLE_TRYIT, message, tryit.location, "give its operation a heading of its own")
    most = context.limits.operations
    if len(found) > most:
        message = f"the page states {len(found)} operations; {most} are read"
        hint = "split the page, or raise `operations` in [tool.jekyll-openapi.limits]"
        context.found(LIMIT_EXCEEDED, message, found[most].location, hint)
    return found[:most]


def _called_alone(
    page: Page, known: tuple[Draft, ...], tryits: tuple[Tryit, ...], usable: list[Statement], context: Context
) -> Iterator[Draft]:
    """The operations that only a try-it call states, beside others on the page that all have calls of their own."""
    calls, taken = [one.tryit for one in known], {one.path.casefold() for one in known}
    if None in calls:
        return  # it may be the call of that one, with a wrong path
    for tryit in (one for one in tryits if one.path and one not in calls):
        stated = (one for one in usable if tryit.path and one.location == tryit.path.location)
        for path, where in ((path, one.location) for one in stated for path in one.paths):
            whole = _whole(path, (tryit,), context)
            if whole.casefold() not in taken:
                taken.add(whole.casefold())
                yield Draft(page, whole, where, tryit, (), _is_shared(path, (tryit,), context), called=path)


def _report_pathless(page: Page, tryits: tuple[Tryit, ...], has_claims: bool, context: Context) -> None:
    """Reports a page that is marked as an operation but states no path."""
    is_marked = page.text(context.dialect.operation_field).strip().casefold() == "true"
    if (tryits or (is_marked and not find_definitions(page, context))) and not has_claims:
        field = page.field("title") or page.field(context.dialect.operation_field)
        location = (field or next(iter(tryits), None) or page).location
        context.found(UNREADABLE_PATH, "nothing on the page states the operation's path", location, "title it `/a/b`")


def _report_mismatches(
    usable: list[Statement], leading: list[Statement], tryits: tuple[Tryit, ...], context: Context
) -> None:
    """Reports titles, scripts and front matter with a path other than the one in the page's text."""
    known = {_whole(path, tryits, context) for one in leading for path in one.paths}
    first = leading[0]
    for one in usable:
        if not one.is_placed and not known.intersection(_whole(path, tryits, context) for path in one.paths):
            message = f"`{one.written}` is not the path that the {first.what} states, `{first.written}`"
            context.found(PATH_MISMATCH, message, one.location, f"write `{first.written}`, or correct the {first.what}")


def _is_shared(path: str, tryits: tuple[Tryit, ...], context: Context) -> bool:
    return path.startswith(f"/{context.dialect.entity_variable}/") or any(one.is_shared for one in tryits[:1])


def _whole(path: str, tryits: tuple[Tryit, ...], context: Context) -> str:
    """The path, with the entity variable in front if the operation is shared by all entities."""
    prefix = f"/{context.dialect.entity_variable}"
    return prefix + path if _is_shared(path, tryits, context) and not path.startswith(prefix) else path


@dataclass(frozen=True, slots=True)
class _Page:
    """A page whose sections are to be divided among the operations that it states."""

    page: Page
    parts: tuple[Section, ...]
    tryits: tuple[Tryit, ...]
    context: Context
    stated: tuple[Statement, ...]
    unusable: frozenset[int]
    """The sections whose headings state what cannot be used as a path."""

    def drafts(self) -> tuple[Draft, ...]:
        main = main_heading(self.parts)
        by_root: dict[int, list[Statement]] = {}
        for one in sorted(self.stated, key=_position):
            by_root.setdefault(self._root(one, main), []).append(one)
        paths = tuple(path for one in self.stated for path in one.paths)
        if len({path.casefold() for path in paths}) == 1 and len(by_root) == 1:
            by_root = {0: list(self.stated)}
        roots: dict[int, bool | None] = {
            root: any(one.block == NO_BLOCK for one in several) for root, several in by_root.items()
        }
        for definition in find_definitions(self.page, self.context):
            if definition.root:
                roots.setdefault(definition.root, None if definition.is_inner else False)
        for index in self._others(paths):
            roots.setdefault(index, None)
        layout = lay_out(self.parts, roots, frozenset(by_root), self.context.dialect)
        found: dict[tuple[str, Method | None], list[tuple[int, Draft]]] = {}
        spellings = _spellings(self.page, self.parts, self.tryits)
        for root in sorted(by_root):
            for draft in _Region(self, layout, root, tuple(by_root[root]), paths, spellings).drafts():
                found.setdefault((draft.path.casefold(), draft.method), []).append((root, draft))
        drafts = [_merged(several, self.parts) for several in found.values()]
        return tuple(replace(draft, tryit=tryit) for draft, tryit in zip(drafts, self._scripts(drafts), strict=True))

    def _others(self, paths: tuple[str, ...]) -> Iterator[int]:
        """The sections whose titles name a path that no statement states, and its method or what it takes or returns:
        no other operation is to have their text and rows."""
        known = set(map(_last_word, paths))
        dialect = self.context.dialect
        inside = 0
        for index, part in enumerate(self.parts):
            if inside and part.level > inside:
                continue
            inside = part.level if is_known(part, dialect) else 0
            named = [_last_word(one) for one in _PATH_IN_TITLE.findall(part.title)]
            is_other = bool(named) and known.isdisjoint(named)
            says_what = any(requests_in_words(part.spans)) or any(
                _says_what(one, dialect) for one in below(index, self.parts)
            )
            if index in self.unusable or (is_other and says_what):
                yield index

    def _root(self, one: Statement, main: int) -> int:
        """The index of the section where the statement's region begins; 0 for the whole page."""
        if one.leads_to:
            return one.leads_to
        if not one.is_placed or one.section == main:
            return 0
        if one.block != NO_BLOCK and is_statement(self.parts[one.section], self.context.dialect):
            above = parent(one.section, self.parts)
            return 0 if above == main else above
        return one.section

    def _scripts(self, drafts: list[Draft]) -> list[Tryit | None]:
        """The try-it call of each operation: matched by path, then by name, then by position; None where none is
        left."""
        if len(drafts) == len(self.tryits) == 1:
            return [self.tryits[0]]
        found: dict[int, Tryit] = {}
        left = list(self.tryits)
        for fits in (self._has_path, _has_name):
            for tryit in tuple(left):
                at = next((at for at, one in enumerate(drafts) if at not in found and fits(one, tryit)), None)
                if at is not None:
                    found[at] = tryit
                    left.remove(tryit)
        if len(drafts) == 1 and not found:
            return [next(iter(left), None)]
        for tryit in left:
            without = [at for at in range(len(drafts)) if at not in found]
            above = [at for at in without if drafts[at].location.line < tryit.location.line]
            if without and (tryit.path is None or len(left) == len(without) == 1):
                found[above[-1] if tryit.path is None and above else without[0]] = tryit
        return [found.get(at) for at in range(len(drafts))]

    def _has_path(self, draft: Draft, tryit: Tryit) -> bool:
        path = str(tryit.path.value) if tryit.path else ""
        return _whole(path, self.tryits, self.context).casefold() == draft.path.casefold()


def _last_word(path: str) -> str:
    """The last part of a path that is no variable, in small letters."""
    return next((one for one in reversed(path.casefold().split("/")) if one and one[0] not in "{:<"), "")


def _says_what(part: Section, dialect: Dialect) -> bool:
    """Whether a section says what an operation takes or returns."""
    return kind_of(part, dialect) in (*REQUEST, *ANSWER) or bool(tables_of(part.blocks))


def _has_name(draft: Draft, tryit: Tryit) -> bool:
    path = str(tryit.path.value) if tryit.path else ""
    return path.rsplit("/", 1)[-1].casefold() == draft.name.casefold()


def _spellings(page: Page, parts: tuple[Section, ...], tryits: tuple[Tryit, ...]) -> dict[str, str]:
    """Folded operation name -> its spelling with the most capitals, since a path is often in lower case and a title
    is not."""
    names = [page.text("title").strip().strip("`"), *(str(one.path.value) for one in tryits if one.path)]
    names += [part.title.strip("`") for part in parts if "/" in part.title]
    found: dict[str, str] = {}
    for name in (name.rsplit("/", 1)[-1] for name in names):
        known = found.setdefault(name.casefold(), name)
        if sum(map(str.isupper, name)) > sum(map(str.isupper, known)):
            found[name.casefold()] = name
    return found


def _position(one: Statement) -> tuple[int, int]:
    return one.section, one.block


def _merged(several: list[tuple[int, Draft]], parts: tuple[Section, ...]) -> Draft:
    """One draft for an operation that the page states in several places; text under the deepest heading comes first."""
    if len(several) == 1:
        return several[0][1]
    first, *others = (draft for _, draft in sorted(several, key=lambda one: -parts[one[0]].level))
    own: dict[tuple[Location, Location | None], Section] = {}
    for draft in (first, *others):
        for part in draft.parts:
            own.setdefault((part.location, part.blocks[0].location if part.blocks else None), part)
    known = {part.location for part in own.values()}
    shared = tuple(part for part in first.shared if part.location not in known)
    label = next((draft.label for draft in (first, *others) if draft.label), "")
    return replace(first, parts=tuple(own.values()), shared=shared, label=label, query=joined_query(first, *others))


def joined_query(*drafts: Draft) -> tuple[tuple[str, Location], ...]:
    """The queries of several drafts of an operation; of a name in several, the first place counts."""
    found: dict[str, Location] = {}
    for name, location in (pair for draft in drafts for pair in draft.query):
        found.setdefault(name, location)
    return tuple(found.items())


@dataclass(frozen=True, slots=True)
class _Region:
    """The sections below one heading, and the operations stated in them."""

    page: _Page
    layout: Layout
    root: int
    stated: tuple[Statement, ...]
    """The statements in page order."""
    paths: tuple[str, ...]
    """All paths that the page states."""
    spellings: dict[str, str]

    def drafts(self) -> Iterator[Draft]:
        states = frozenset(map(_position, self.stated))
        groups = self._groups(states)
        last = (len(self.layout.parts), NO_BLOCK)
        before = self.layout.cut(self.root, (0, NO_BLOCK), _position(groups[0][0]), states) if len(groups) > 1 else ()
        shared, intro = self.layout.shared(self.root), self.layout.intro()
        for index, group in enumerate(groups):
            begin = _position(group[0]) if len(groups) > 1 else (0, NO_BLOCK)
            end = _position(groups[index + 1][0]) if index + 1 < len(groups) else last
            parts = (*before, *self.layout.cut(self.root, begin, end, states))
            named = [(one, path, self._method(one, path, parts)) for one in group for path in one.paths]
            companions = tuple((path, method) for _, path, method in named)
            for one, path, method in named:
                context = self.page.context
                whole = _whole(path, self.page.tryits if len(named) == 1 else (), context)
                yield Draft(
                    self.page.page, whole, one.location, None, parts, whole != path or _is_shared(whole, (), context),
                    method, self._called(path), shared, intro, self._label(one), self._heading(one), (), companions,
                    self.paths, tuple((name, one.location) for name in one.query),
                )  # fmt: skip

    def _groups(self, states: frozenset[Place]) -> list[list[Statement]]:
        """The statements in groups. A table between two statements ends a group: it describes the operations before
        it."""
        takes_names = self.page.context.dialect.list_rows == "named"
        tables = [
            (index, position)
            for index in self.layout.own.get(self.root, ())
            for position, block in enumerate(self.layout.parts[index].blocks)
            if tables_of((block,), takes_names=takes_names) and (index, position) not in states
        ]
        groups: list[list[Statement]] = []
        for one in self.stated:
            first = _position(groups[-1][-1]) if groups else (0, NO_BLOCK)
            if not groups or bisect(tables, first) < bisect(tables, _position(one)):
                groups.append([one])
            else:
                groups[-1].append(one)
        return groups

    def _method(self, one: Statement, path: str, parts: tuple[Section, ...]) -> Method | None:
        """The method from the statement, or else from the text below it, or else from the front matter."""
        if one.method:
            return one.method
        dialect = self.page.context.dialect
        said = stated_method(path, parts, dialect)
        return said[0] if said else method_word(self.page.page.text(dialect.method_field))

    def _called(self, path: str) -> str:
        """The path, its last part in the letter case that the page uses for the operation elsewhere."""
        last = path.rsplit("/", 1)[-1]
        name = self.spellings.get(last.casefold(), last)
        return path.removesuffix(last) + (name if sum(map(str.isupper, name)) > sum(map(str.isupper, last)) else last)

    def _heading(self, one: Statement) -> str:
        """The page's title, for an operation that a fence or a line states, if no other place states one."""
        if one.block == NO_BLOCK or any(_position(other) != _position(one) for other in self.page.stated):
            return ""
        title = self.layout.parts[self.layout.main].title or self.page.page.text("title").strip()
        return title if "/" not in title else ""

    def _label(self, one: Statement) -> str:
        """The heading above the only fence or line below it, or the line above one of several fences."""
        if one.leads_to:
            return self.layout.parts[one.leads_to].title
        if one.block == NO_BLOCK:
            return ""
        part = self.layout.parts[one.section]
        if not is_statement(part, self.page.context.dialect):
            return (
                _METHOD_BEHIND.sub("", part.title)
                if self._is_alone(one) and (one.section != self.layout.main or part.level > 1)
                else ""
            )
        if self.root:
            return self.layout.parts[self.root].title
        above = part.blocks[one.block - 1] if one.block else None
        if not self._is_alone(one) and isinstance(above, Paragraph):
            return plain(above.spans).rstrip(":. ")
        return ""

    def _is_alone(self, one: Statement) -> bool:
        """Whether no other block of its section states an operation."""
        return not any(other.section == one.section and other.block != one.block for other in self.stated)
