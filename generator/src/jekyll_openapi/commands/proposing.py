"""Which settings of a dialect a site wants: each habit is a hypothesis, counted by what the readers make of it."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from jekyll_openapi.api.dialect import PLACES, TRADOVATE, Dialect, matches
from jekyll_openapi.api.sections import Section, sections
from jekyll_openapi.api.settings import dialect_from
from jekyll_openapi.api.statements import fence_lines
from jekyll_openapi.commands import hypotheses
from jekyll_openapi.memory import Memory
from jekyll_openapi.pages.document import Fence, Site, Table, plain
from jekyll_openapi.pipeline import Made, make_spec
from jekyll_openapi.records import dataclass, field
from jekyll_openapi.spec.base import Base

Settings = dict[str, object]

_FOREIGN = {"{{< >}}": "{{<", "{{% %}}": "{{%"}
_ADDRESS = re.compile(r"https?://[\w.-]+(?::\d+)?(?=/)")
_PATH = re.compile(r"/\S*")
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


@dataclass(frozen=True, slots=True)
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


def propose(pages: Path) -> Proposal:
    """The settings under which most is read; raises NoPagesError, OSError."""
    memory = Memory()

    def read(settings: Settings) -> Made:
        return make_spec(pages, Base(), dialect=dialect_from(settings), memory=memory)

    text = _sources(pages)
    fixed: Settings = {}
    if marks := [mark for mark, begin in _FOREIGN.items() if begin in text]:
        fixed["foreign_marks"] = marks
    first = read(fixed)
    seen = _see(first.site)
    known = fixed | _words(seen)
    tried = [(settings, read(settings)) for settings in _candidates(fixed, known, seen)]
    settings, made = _best([(fixed, first), *tried])
    wider = settings | {"free_tables": "request"}
    if made.api.operations and _weight(read(wider)) > _weight(made):
        settings, made = wider, read(wider)
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
    files = [pages] if pages.is_file() else sorted(pages.rglob("*.md"))[:500]
    return "\n".join(one.read_text("utf-8", errors="replace") for one in files if one.is_file())


# --- what the pages show ----------------------------------------------------------------------------------------------


def _see(site: Site) -> _Seen:
    seen = _Seen()
    for page in site.pages:
        seen.path_fields.update(one.name for one in page.fields if _PATH.fullmatch(one.value))
        for part in sections(page):
            seen.titles[part.title.casefold()] += 1
            _see_part(part, seen)
    return seen


def _see_part(part: Section, seen: _Seen) -> None:
    for block in part.blocks:
        if isinstance(block, Fence) and (lines := list(fence_lines(block))):
            if len(lines) == len([line for line in block.text.splitlines() if line.strip()]):
                seen.statement_titles[part.title.casefold()] += 1
                seen.languages[block.language] += 1
            for _, path, _ in lines:
                if found := _ADDRESS.match(path):
                    seen.addresses[found[0].rstrip("/")] += 1
        elif isinstance(block, Table):
            seen.table_titles[part.title.casefold()] += 1
            titles = [plain(cell.spans).strip("`* ").casefold() for cell in block.header.cells]
            seen.columns.update(titles)
            types = [at for at, one in enumerate(titles) if matches(hypotheses.COLUMNS["type_columns"], one)]
            for row in block.rows:
                seen.cells.update(plain(row.cells[at].spans).strip("`*_. ").casefold() for at in types)


# --- hypotheses -------------------------------------------------------------------------------------------------------


def _words(seen: _Seen) -> Settings:
    """Names of sections, columns and types that habits know and the pages have."""
    found: Settings = {}
    for known, texts in ((hypotheses.SECTIONS, seen.titles), (hypotheses.COLUMNS, seen.columns)):
        for name, patterns in known.items():
            used = [one for one in patterns if any(matches((one,), text) for text in texts)]
            default = getattr(TRADOVATE, name)
            if used and any(any(matches((one,), t) for t in texts if not matches(default, t)) for one in used):
                found[name] = [*(one for one in default if any(matches((one,), text) for text in texts)), *used]
    types = found.get("type_columns")
    if isinstance(types, list) and "value" in types and "default" in " ".join(seen.columns):
        types.remove("value")
    types_seen = {
        word: type_
        for type_, words in hypotheses.TYPES.items()
        for word in words
        if word in seen.cells and word not in TRADOVATE.type_words
    }
    if types_seen:
        found["type_words"] = types_seen
    if seen.addresses:
        found["path_prefixes"] = sorted(seen.addresses, key=len, reverse=True)[:5]
    return found


def _candidates(fixed: Settings, known: Settings, seen: _Seen) -> Iterator[Settings]:
    """Where operations can stand, the narrower hypothesis before the wider one."""
    titles = [
        one for one in hypotheses.OPERATION_SECTIONS if any(matches((one,), text) for text in seen.statement_titles)
    ]
    if titles:
        yield known | {"operation_places": ["fence", "bold"], "operation_sections": titles}
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
        elif place not in ("title", "script"):
            yield known | {"operation_places": [place]}
    yield fixed | {"operation_places": ["heading", "bold", "table"]}


def _weight(made: Made) -> tuple[int, int]:
    """Operations; parameters and properties."""
    schemas = (one.schema for one in made.api.schemas)
    rows = sum(len(getattr(one, "properties", ())) for one in schemas)
    return len(made.api.operations), rows + sum(len(one.parameters) for one in made.api.operations)


def _best(tried: list[tuple[Settings, Made]]) -> tuple[Settings, Made]:
    """The first hypothesis that reads nearly as many operations as the one that reads most, and nearly as much of them.

    Sections that say that they state operations are believed where the others read no more than twice as many.
    """
    most = max(_weight(made)[0] for _, made in tried)
    near = [
        one for one in tried if _weight(one[1])[0] >= (_BELIEVED if "operation_sections" in one[0] else _ENOUGH) * most
    ]
    rows = max(_weight(made)[1] / max(_weight(made)[0], 1) for _, made in near)
    return next(one for one in near if _weight(one[1])[1] >= _ENOUGH * rows * _weight(one[1])[0])


def _unknown_columns(seen: _Seen, dialect: Dialect) -> Iterator[str]:
    known = tuple(one for name in hypotheses.COLUMNS for one in getattr(dialect, name))
    known += dialect.label_columns + dialect.path_columns + dialect.method_columns + dialect.example_columns
    known += dialect.format_columns
    yield from (one for one, _ in seen.columns.most_common() if one and not matches(known, one))


def _unknown_sections(seen: _Seen, dialect: Dialect) -> Iterator[str]:
    known = tuple(one for name in hypotheses.SECTIONS for one in getattr(dialect, name))
    yield from (one for one, _ in seen.table_titles.most_common() if one and not matches(known, one))
