"""Which settings of a dialect a site wants: each habit is a hypothesis, counted by what the readers make of it."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from jekyll_openapi.api.dialect import PLACES, TRADOVATE, Dialect, matches
from jekyll_openapi.api.headings import with_headings
from jekyll_openapi.api.model import Array, Object
from jekyll_openapi.api.sections import Section, sections, tables_of
from jekyll_openapi.api.settings import dialect_from
from jekyll_openapi.api.statements import fence_lines
from jekyll_openapi.commands import hypotheses
from jekyll_openapi.diagnostics import Location
from jekyll_openapi.memory import Memory
from jekyll_openapi.pages.document import Block, BulletList, Fence, Html, Paragraph, Site, Table, plain
from jekyll_openapi.pages.folder import SETTINGS, find_root, has_front_matter
from jekyll_openapi.pipeline import Made, make_spec
from jekyll_openapi.records import dataclass, field
from jekyll_openapi.spec.base import Base

Settings = dict[str, object]

_FOREIGN = {"{{< >}}": "{{<", "{{% %}}": "{{%"}
_ADDRESS = re.compile(
    r"(?:https?://(?:[\w.-]|\{[\w-]+\}|<[\w-]+>)+(?::\d+)?|\$?\{\{?\s*[\w.-]*(?:host|url|server|base|domain)[\w.-]*\s*\}?\}"
    r"|\$[A-Z_]*(?:HOST|URL|SERVER|BASE|DOMAIN)\w*|<[\w -]*(?:host|url|server|base|domain)[\w -]*>)(?=/)",
    re.IGNORECASE,
)
_HTML_TITLE = re.compile(r"\s*<h[1-6]\b", re.IGNORECASE)
_PATH = re.compile(r"/\S*")
_MOST_TITLES = 12
"""How many titles of a kind are written as they are; more are written as the patterns that they fit."""
_DISPENSABLE = ("request_leads", "response_leads", "list_rows", "html_blocks", "heading_lines", "front_matter")
"""Settings that are left out where nothing more is read with them."""
_BELIEVED, _ENOUGH = 0.5, 0.8
"""The share of the operations that a narrower hypothesis has to read to be taken before a wider one."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Settings that a site wants, and what they read."""

    settings: Settings
    made: Made
    server: str
    """The address in request lines and calls of curl; empty where there is none."""
    security: str
    """How requests carry what proves who asks, in their examples: `bearer`, `basic`, a header's name, or nothing."""
    unknown_columns: tuple[str, ...]
    """Columns of tables that no habit knows."""
    unknown_sections: tuple[str, ...]
    """Titles of sections with tables that no habit knows."""

    @property
    def operations(self) -> int:
        """How many operations are read."""
        return len(self.made.api.operations)

    @property
    def properties(self) -> int:
        """How many parameters of operations and properties of schemas are read."""
        return _weight(self.made)[1]


@dataclass(slots=True)
class _Seen:
    """What the pages show, whatever it means."""

    titles: Counter[str] = field(default_factory=Counter)
    table_titles: Counter[str] = field(default_factory=Counter)
    """Those of sections with tables."""
    statement_titles: Counter[str] = field(default_factory=Counter)
    """Those of sections with fences of request lines."""
    languages: Counter[str] = field(default_factory=Counter)
    columns: Counter[str] = field(default_factory=Counter)
    cells: set[str] = field(default_factory=set)
    """What stands in columns of types."""
    path_fields: Counter[str] = field(default_factory=Counter)
    """Fields of the front matter that hold something like a path."""
    addresses: Counter[str] = field(default_factory=Counter)
    """Servers in request lines."""
    values: Counter[str] = field(default_factory=Counter)
    """What stands in columns titled `Value`."""
    leads: set[str] = field(default_factory=set)
    """Sentences above tables and lists."""
    has_named_items: bool = False
    """Whether the items of a list begin with names."""


def propose(pages: Path) -> Proposal:
    """The settings under which most is read; raises NoPagesError, OSError."""
    memory = Memory()

    def read(settings: Settings) -> Made:
        return make_spec(pages, Base(), dialect=dialect_from(settings), memory=memory)

    text = _sources(pages)
    fixed = _files(pages)
    if marks := [mark for mark, begin in _FOREIGN.items() if begin in text]:
        fixed["foreign_marks"] = marks
    first = read(fixed)
    tried = [(fixed, first)]
    seen = _see(first.site, fixed)
    for syntax in _syntaxes(first.site):
        here = fixed | syntax
        seen = _see((read(here) if "html_blocks" in syntax else first).site, here)
        tried += [(settings, read(settings)) for settings in _candidates(here, here | _words(seen), seen)]
    settings, made = _best(tried)
    if not made.api.operations:
        tried = [(one | {"operation_places": ["curl"]}, read(one | {"operation_places": ["curl"]})) for one, _ in tried]
        settings, made = _best(tried)
    seen = _see(made.site, settings)
    wider = settings | {"free_tables": "request"}
    if made.api.operations and _weight(read(wider)) > _weight(made):
        settings, made = wider, read(wider)
    for name in [name for name in _DISPENSABLE if name in settings]:
        less = {one: value for one, value in settings.items() if one != name}
        if _weight(read(less)) == _weight(made):
            settings, made = less, read(less)
    dialect = dialect_from(settings)
    prefixes = settings.get("path_prefixes")
    return Proposal(
        settings,
        made,
        str(prefixes[0]) if isinstance(prefixes, list) else _server(text),
        _security(text),
        tuple(_unknown_columns(seen, dialect)),
        tuple(_unknown_sections(seen, dialect)),
    )


def _files(pages: Path) -> Settings:
    """Which files are pages that would be none to Jekyll."""
    if pages.is_file():
        return {}
    found: Settings = {}
    if any(pages.rglob("*.mdx")):
        found["page_suffixes"] = ["mdx"]
    if find_root(pages.resolve()).joinpath(SETTINGS).exists():
        return found
    marked = {has_front_matter(one.read_bytes()[:64]) for one in _markdown(pages)}
    return found | ({"front_matter": "optional"} if len(marked) > 1 else {})


def _markdown(pages: Path) -> list[Path]:
    files = sorted(one for one in pages.rglob("*.md*") if one.suffix in (".md", ".mdx", ".markdown") and one.is_file())
    return files[:500]


def _server(text: str) -> str:
    """The host that most calls of curl go to."""
    hosts = Counter(re.findall(r"\bcurl\b[^\n]*(?:\\\\\n[^\n]*)*?(https?://[\w.-]+(?::\d+)?)", text))
    return hosts.most_common(1)[0][0] if hosts else ""


def _security(text: str) -> str:
    found = Counter(
        {
            "bearer": len(re.findall(r"\bBearer\b", text)),
            "basic": len(re.findall(r"\bcurl\b[^\n]*\s(?:-u|--user)\s|\bAuthorization: Basic\b", text)),
        }
    )
    found.update(re.findall(r"['\"]((?:X|PRIVATE|API)-[\w-]*(?:TOKEN|KEY))\s*:", text, re.IGNORECASE))
    best, number = found.most_common(1)[0]
    return best if number else ""


def _sources(pages: Path) -> str:
    files = [pages] if pages.is_file() else _markdown(pages)
    return "\n".join(one.read_text("utf-8", errors="replace") for one in files)


# --- what the pages show ----------------------------------------------------------------------------------------------


def _syntaxes(site: Site) -> Iterator[Settings]:
    """What may be a heading or Markdown beside what is, the least first."""
    yield {}
    blocks = [block for page in site.pages for block in page.blocks]
    is_open = any(isinstance(block, Html) and re.search(r"<[A-Za-z][^>]*>[ \t]*\n", block.text) for block in blocks)
    titles = ["html"] if any(isinstance(block, Html) and _HTML_TITLE.match(block.text) for block in blocks) else []
    html: Settings = ({"html_blocks": "markdown"} if is_open else {}) | ({"heading_lines": titles} if titles else {})
    if html:
        yield html
    plain_ = with_headings(site, dialect_from({"heading_lines": ["bold", "colon"]}))
    if plain_ != site:
        yield html | {"heading_lines": ["bold", "colon", *titles]}


def _see(site: Site, settings: Settings) -> _Seen:
    seen = _Seen()
    for page in with_headings(site, dialect_from(settings)).pages:
        seen.path_fields.update(one.name for one in page.fields if _PATH.fullmatch(one.value))
        for part in sections(page):
            seen.titles[_title(part)] += 1
            _see_part(part, seen)
    return seen


def _title(part: Section) -> str:
    return part.title.casefold().replace("`", "").strip("*_: ")


def _see_part(part: Section, seen: _Seen) -> None:
    title = _title(part)
    for above, block in pairwise(part.blocks):
        if isinstance(above, Paragraph) and isinstance(block, Table | BulletList):
            seen.leads.add(plain(above.spans))
    for block in part.blocks:
        for path in _shown_paths(block):
            if found := _ADDRESS.match(path):
                seen.addresses[found[0].rstrip("/")] += 1
        if isinstance(block, Paragraph | BulletList) and any(map(_REQUEST.match, _texts(block))):
            seen.statement_titles[title] += 1
        if isinstance(block, Fence) and (lines := list(fence_lines(block))):
            if len(lines) == len([line for line in block.text.splitlines() if line.strip()]):
                seen.statement_titles[title] += 1
                seen.languages[block.language] += 1
        elif isinstance(block, Table):
            seen.table_titles[title] += 1
            titles = [plain(cell.spans).strip("`* ").casefold() for cell in block.header.cells]
            seen.columns.update(titles)
            types = [at for at, one in enumerate(titles) if matches(hypotheses.COLUMNS["type_columns"], one)]
            for row in block.rows:
                seen.values.update(
                    plain(row.cells[at].spans).strip("`*_. ").casefold() for at in types if titles[at] == "value"
                )
                for at in types:
                    _see_type(plain(row.cells[at].spans), seen)
        for table in tables_of((block,), takes_names=True):
            seen.has_named_items |= table.form == "bullets"
            for row in table.rows if table.form == "bullets" else ():
                _see_type(plain(row.cells[1].spans), seen)


def _see_type(text: str, seen: _Seen) -> None:
    """The words for types in a cell, of a union and of an array too."""
    folded = text.strip("`*_. ").casefold()
    seen.cells.add(folded)
    seen.cells.update(one.strip("`*_.? ") for one in re.split(r"\bor\b|\bof\b|[/,|<>\[\](){}:?]", folded))


def _texts(block: Paragraph | BulletList) -> list[str]:
    items = block.items if isinstance(block, BulletList) else (block,)
    return [re.sub(r"[*`]", "", plain(item.spans)) for item in items]


def _shown_paths(block: Block) -> list[str]:
    """Addresses in request lines."""
    match block:
        case Fence():
            return [path for _, path, _ in fence_lines(block)]
        case Paragraph() | BulletList():
            return [found["path"] or found["url"] for text in _texts(block) for found in _REQUEST.finditer(text)]
        case Table():
            cells = (cell for row in block.rows for cell in row.cells)
            return [found[0] for cell in cells if (found := _ADDRESS.match(plain(cell.spans).strip("`* ")))]
    return []


_REQUEST = re.compile(
    r"(?:\w[\w ]{0,20}:\s*)?(?:GET|POST|PUT|PATCH|DELETE|HEAD)\s+(?P<path>\S*/\S*)"
    r"|(?:url|endpoint|path)\s*:\s*(?P<url>\S*/\S*)",
    re.IGNORECASE,
)


# --- hypotheses -------------------------------------------------------------------------------------------------------


def _words(seen: _Seen) -> Settings:
    """Names of sections, columns and types that habits know and the pages have."""
    found: Settings = {}
    for known, texts in ((hypotheses.SECTIONS, seen.titles), (hypotheses.COLUMNS, seen.columns)):
        taken: set[str] = set()
        for name, patterns in known.items():
            default = getattr(TRADOVATE, name)
            new = [one for one in texts if one not in taken and matches(patterns, one) and not matches(default, one)]
            taken.update(one for one in texts if matches((*patterns, *default), one))
            if new:
                kept = [one for one in default if any(matches((one,), text) for text in texts)]
                found[name] = [*kept, *(_written(new) if len(new) <= _MOST_TITLES else patterns)]
    types = found.get("type_columns")
    if isinstance(types, list) and "value" in types and not (len(types) == 1 and _are_types(seen.values)):
        types.remove("value")
    types_seen = {
        word: type_
        for type_, words in hypotheses.TYPES.items()
        for word in words
        if word in seen.cells and word not in TRADOVATE.type_words
    }
    if types_seen:
        found["type_words"] = types_seen
    for name, patterns in hypotheses.LEADS.items():
        if used := [one for one in patterns if any(matches((one,), text) for text in seen.leads)]:
            found[name] = used
    if seen.has_named_items:
        found["list_rows"] = "named"
    if seen.addresses:
        found["path_prefixes"] = sorted(seen.addresses, key=len, reverse=True)[:5]
    return found


def _are_types(cells: Counter[str]) -> bool:
    """Whether most of what stands in a column titled `Value` is a type."""
    words = {*TRADOVATE.type_words, *(word for words in hypotheses.TYPES.values() for word in words)}
    return 2 * sum(count for cell, count in cells.items() if cell in words) > cells.total()


def _written(titles: list[str]) -> list[str]:
    """Titles as patterns, those that differ in a last `s` as one."""
    singular = {one for one in titles if f"{one}s" in titles}
    merged = [
        f"{re.escape(one.removesuffix('s'))}s?" if one.removesuffix("s") in singular else re.escape(one)
        for one in titles
    ]
    return [one.replace("\\ ", " ").replace("\\-", "-") for one in dict.fromkeys(merged)]


def _candidates(fixed: Settings, known: Settings, seen: _Seen) -> Iterator[Settings]:
    """Where operations can stand, the narrower hypothesis before the wider one."""
    chosen = [
        _written(found)
        for one in hypotheses.OPERATION_SECTIONS
        if (found := [text for text in seen.statement_titles if matches((one,), text)])
    ]
    titles = list(dict.fromkeys(one for several in chosen for one in several))
    chosen += [titles] if len(chosen) > 1 else []
    for places in (["fence", "bold"], ["fence", "bold", "table", "item"]) if titles else ():
        for one in chosen:
            yield known | {"operation_places": places, "operation_sections": one}
    yield known
    for place in PLACES:
        if place == "fence":
            for language, _ in seen.languages.most_common(2):
                if language:
                    yield known | {"operation_places": ["fence"], "operation_languages": [language]}
        if place == "front matter":
            for name, _ in seen.path_fields.most_common(2):
                if name not in ("permalink", "url", "parent", "redirect_from", "redirect_to", "title"):
                    yield known | {"operation_places": ["front matter"], "path_field": name}
        elif place not in ("title", "script", "curl"):
            yield known | {"operation_places": [place]}
    yield known | {"operation_places": ["heading", "bold", "table"]}


def _weight(made: Made) -> tuple[int, int]:
    """Operations; rows of pages that are parameters and properties, each once for however many operations."""
    return len(made.api.operations), len(set(_places(made)))


def _places(made: Made) -> Iterator[Location]:
    """Where each parameter and property stands, once for each operation that it is one of."""
    for schema in (one.schema for one in made.api.schemas if isinstance(one.schema, Object)):
        yield from _within(schema)
    for operation in made.api.operations:
        yield from (one.provenance.location for one in operation.parameters)


def _within(schema: Object) -> Iterator[Location]:
    for one in schema.properties:
        yield one.provenance.location
        inner = one.schema.items if isinstance(one.schema, Array) else one.schema
        if isinstance(inner, Object):
            yield from _within(inner)


def _best(tried: list[tuple[Settings, Made]]) -> tuple[Settings, Made]:
    """The first hypothesis that reads nearly as many operations as the one that reads most, and nearly as much of them;
    of those that read as much the one that gives each operation the least, since what is not its own is shared out.

    Sections that say that they state operations are believed where the others read no more than twice as many.
    """
    most = max(_weight(made)[0] for _, made in tried)
    near = [
        one for one in tried if _weight(one[1])[0] >= (_BELIEVED if "operation_sections" in one[0] else _ENOUGH) * most
    ]
    rows = max(_weight(made)[1] / max(_weight(made)[0], 1) for _, made in near)
    first = next(one for one in near if _weight(one[1])[1] >= _ENOUGH * rows * _weight(one[1])[0])
    equal = [one for one in near if _weight(one[1])[0] == _weight(first[1])[0] and _weight(one[1]) >= _weight(first[1])]
    return min(equal, key=lambda one: sum(1 for _ in _places(one[1])))


def _unknown_columns(seen: _Seen, dialect: Dialect) -> Iterator[str]:
    known = tuple(one for name in hypotheses.COLUMNS for one in getattr(dialect, name))
    known += dialect.label_columns + dialect.path_columns + dialect.method_columns + dialect.example_columns
    known += dialect.format_columns + dialect.value_columns + dialect.least_columns + dialect.most_columns
    known += dialect.pattern_columns + dialect.nullable_columns + dialect.unit_columns + dialect.place_columns
    yield from (one for one, _ in seen.columns.most_common() if one and not matches(known, one))


def _unknown_sections(seen: _Seen, dialect: Dialect) -> Iterator[str]:
    known = tuple(one for name in hypotheses.SECTIONS for one in getattr(dialect, name))
    yield from (one for one, _ in seen.table_titles.most_common() if one and not matches(known, one))
