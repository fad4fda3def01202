"""Collects the wording of pages, without understanding it: titles, columns, type words, servers."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from jekyll_openapi.api.dialect import Dialect
from jekyll_openapi.api.headings import with_headings
from jekyll_openapi.api.request_lines import LABEL, fence_lines, shown_words, unmarked
from jekyll_openapi.api.section_owners import parent
from jekyll_openapi.api.sections import Section, sections, tables_of, without_aside
from jekyll_openapi.api.setting_patterns import matches
from jekyll_openapi.api.settings import dialect_from
from jekyll_openapi.api.untitled import with_titles
from jekyll_openapi.commands import hypotheses
from jekyll_openapi.commands.contents import Column, meaning
from jekyll_openapi.pages.document import Block, BulletList, Fence, Html, Paragraph, Site, Table, plain
from jekyll_openapi.pages.folder import SETTINGS, find_root, first_bytes, has_front_matter
from jekyll_openapi.pages.limits import Limits
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass, field, replace

Settings = dict[str, object]
"""Dialect settings as in a configuration file."""
_ADDRESS = regex(
    r"(?:https?://(?:[\w.-]|\{[\w-]+\}|<[\w-]+>)+(?::\d+)?|\$?\{\{?\s*[\w.-]*(?:host|url|server|base|domain)[\w.-]*\s*\}?\}"
    r"|\$[A-Z_]*(?:HOST|URL|SERVER|BASE|DOMAIN)\w*|<[\w -]*(?:host|url|server|base|domain)[\w -]*>)(?=/)",
    re.IGNORECASE,
)
_HTML_TITLE = regex(r"\s*<h[1-6]\b", re.IGNORECASE)
_PATH = regex(r"/\S*")


@dataclass(slots=True)
class Seen:
    """The wording of the pages."""

    titles: Counter[str] = field(default_factory=Counter)
    table_titles: Counter[str] = field(default_factory=Counter)
    """Titles of sections with tables."""
    statement_titles: Counter[str] = field(default_factory=Counter)
    """Titles of sections with fences of request lines."""
    repeated_titles: Counter[str] = field(default_factory=Counter)
    """Those of them that stand below several headings, once below each, such as `Definition`."""
    languages: Counter[str] = field(default_factory=Counter)
    columns: Counter[str] = field(default_factory=Counter)
    cells: set[str] = field(default_factory=set)
    """Contents of type columns."""
    path_fields: Counter[str] = field(default_factory=Counter)
    """Front matter fields with values that look like a path."""
    addresses: Counter[str] = field(default_factory=Counter)
    """Servers in request lines."""
    contents: dict[str, Column] = field(default_factory=dict)
    """Title of a column -> what stands in it."""
    labels: dict[str, Column] = field(default_factory=dict)
    """Words before a colon, or in the first of two cells -> what stands behind them."""
    values: Counter[str] = field(default_factory=Counter)
    """Contents of columns titled `Value`."""
    code_leads: set[str] = field(default_factory=set)
    """Sentences above code."""
    leads: set[str] = field(default_factory=set)
    """Sentences above tables and lists."""
    has_named_items: bool = False
    """Whether there is a list whose items begin with names."""


def calls_an_api(text: str) -> bool:
    """Whether most curl calls have a method, a header or data. Calls of an API do, downloads do not."""
    calls = re.findall(r"\bcurl\b(?:[^\n\\]|\\[^\n]|\\\n)*", text)
    said = [
        one for one in calls if re.search(r"\s(?:-X|-H|-d|-u|-F|--request|--header|--data|--json|--user|--form)", one)
    ]
    if re.search(
        r"\bfetch\(\s*['\"`](?:https?:/)?/|^```[^`\n]*\n\s*https?://[^\s/]+/[^\n{]*\{[^\n]*\n\s*```", text, re.MULTILINE
    ):
        return True
    if re.search(r"^(?:GET|POST|PUT|PATCH|DELETE) \S*/\S*[^\n]*\n[\w-]+: ", text, re.MULTILINE):
        return True
    return len(said) > 1 and 2 * len(said) > len(calls)


def other_files(pages: Path) -> Settings:
    """Settings for files that are pages here but would not be for Jekyll."""
    if pages.is_file():
        return {}
    found: Settings = {}
    if any(pages.rglob("*.mdx")):
        found["page_suffixes"] = ["mdx"]
    if find_root(pages.resolve()).joinpath(SETTINGS).exists():
        return found
    marked = {has_front_matter(first_bytes(one, pages, 64)) for one in _markdown(pages)}
    return found | ({"front_matter": "optional"} if len(marked) > 1 else {})


def _markdown(pages: Path) -> list[Path]:
    files = sorted(one for one in pages.rglob("*.m*") if one.suffix in (".md", ".mdx", ".markdown") and one.is_file())
    return files[:500]


_BASE = regex(
    r"\b(?:(?:base|root) (?:ur[il]|address)|(?:api|server|service) (?:ur[il]|address|root|host)|"
    r"(?:requests?|calls?|paths) (?:go|are (?:sent|made|relative)) to)\b[^\n.;,]{0,30}?(?:\n{1,2}[^\w\n]{0,8})?"
    r"(?P<host>https?://[a-z\d][\w.-]*(?::\d+)?)(?P<path>[\w./-]*)(?![\w./{}<>?-])",
    re.I,
)
"""Matches `Base URL: https://example.com/api/v2`."""


def server_in(text: str, prefix: str, paths: Iterable[str]) -> str:
    """The address that the text calls the base of all paths, else the prefix of stated paths, else the host that most
    curl calls use."""
    base = _BASE.search(text)
    if base and (not prefix or prefix.startswith(base["host"])):
        path = base["path"].rstrip("/.")
        is_stated = any(f"{one}/".startswith(f"{path}/") for one in paths)
        return base["host"] if is_stated else base["host"] + path
    if prefix:
        return prefix
    hosts = Counter(re.findall(r"\bcurl\b[^\n]*(?:\\\\\n[^\n]*)*?(https?://[\w.-]+(?::\d+)?)", text))
    return hosts.most_common(1)[0][0] if hosts else ""


def security_in(text: str) -> str:
    """How requests authenticate: `bearer`, `basic`, a header's name, `?` and the name of a parameter, or empty."""
    found = Counter(
        {
            "bearer": len(re.findall(r"\bBearer\b", text)),
            "basic": len(re.findall(r"\bcurl\b[^\n]*\s(?:-u|--user)\s|\bAuthorization: Basic\b", text)),
        }
    )
    found.update(re.findall(r"['\"`]((?:X|PRIVATE|API)-[\w-]*(?:TOKEN|KEY))\s*:", text, re.IGNORECASE))
    found.update(re.findall(r"\?api[_-]?(?:key|token)(?==)", text, re.IGNORECASE))
    best, number = found.most_common(1)[0]
    return best if number else ""


def sources(pages: Path) -> str:
    """The text of all Markdown files."""
    root, files = (pages.parent, [pages]) if pages.is_file() else (pages, _markdown(pages))
    return "\n".join(first_bytes(one, root, Limits().file).decode(errors="replace") for one in files)


def syntaxes(site: Site) -> Iterator[Settings]:
    """Settings for further kinds of headings and Markdown that the pages may use, fewest first."""
    yield {}
    blocks = [block for page in site.pages for block in page.blocks]
    is_open = any(isinstance(block, Html) and re.search(r"<[A-Za-z][^>]*>[ \t]*\n", block.text) for block in blocks)
    titles = ["html"] if any(isinstance(block, Html) and _HTML_TITLE.match(block.text) for block in blocks) else []
    html: Settings = ({"html_blocks": "markdown"} if is_open else {}) | ({"heading_lines": titles} if titles else {})
    if html:
        yield html
    if with_headings(site, dialect_from({"heading_lines": ["item"]})) != site:
        yield html | {"heading_lines": [*titles, "item"]}
    plain_ = with_headings(site, dialect_from({"heading_lines": ["bold", "colon"]}))
    if plain_ != site:
        yield html | {"heading_lines": ["bold", "colon", *titles]}


def see(site: Site, settings: Settings) -> Seen:
    """The wording of the pages if their lines are headings as the settings say."""
    seen = Seen()
    dialect = _knowing(dialect_from(settings))
    for page in with_titles(with_headings(site, dialect), dialect).pages:
        seen.path_fields.update(one.name for one in page.fields if _PATH.fullmatch(one.value))
        parts = sections(page)
        below: Counter[int] = Counter()
        titles: list[tuple[int, str]] = []
        for index, part in enumerate(parts):
            seen.titles[_title(part)] += 1
            seen.titles[without_aside(_title(part))] += 1
            before = seen.statement_titles.total()
            _see_part(part, seen)
            if seen.statement_titles.total() > before and part.title:
                below[parent(index, parts)] += 1
                titles.append((parent(index, parts), _title(part)))
        seen.repeated_titles.update(title for root, title in titles if root and below[root] == 1)
    return seen


def _knowing(dialect: Dialect) -> Dialect:
    """The dialect with all titles that sites use: an item or a bold text is a title only where its words are known."""
    titles: dict[str, Any] = {
        name: (*getattr(dialect, name), *patterns) for name, patterns in hypotheses.SECTIONS.items()
    }
    return replace(dialect, **titles)


def _title(part: Section) -> str:
    return part.name.casefold()


def _see_part(part: Section, seen: Seen) -> None:
    title = _title(part)
    for shown in _REQUEST.finditer(re.sub(r"[*`]", "", part.title)):
        if found := _ADDRESS.match(shown["path"] or shown["url"]):
            seen.addresses[found[0].rstrip("/")] += 1
    for above, block in pairwise(part.blocks):
        if isinstance(above, Paragraph) and isinstance(block, Table | BulletList):
            seen.leads.add(plain(above.spans))
        elif isinstance(above, Paragraph) and isinstance(block, Fence):
            seen.code_leads.add(plain(above.spans).rstrip(":.").casefold())
    for block in part.blocks:
        _see_labels(block, seen)
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
            _see_contents(block, titles, seen)
            types = [
                at for at, one in enumerate(titles) if matches(hypotheses.COLUMNS["type_columns"], one)
                or (one in seen.contents and meaning(seen.contents[one]) == "type_columns")
            ]  # fmt: skip
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


def _see_labels(block: Block, seen: Seen) -> None:
    pairs: list[tuple[str, str]] = []
    if isinstance(block, Paragraph | BulletList):
        items = block.items if isinstance(block, BulletList) else (block,)
        said = (LABEL.fullmatch(unmarked(item.spans)) for item in items)
        pairs = [(found["label"], found["value"]) for found in said if found and found["value"]]
    elif isinstance(block, Table):
        rows = [row.cells for row in (block.header, *block.rows) if len(row.cells) == 2]
        pairs = [(unmarked(name.spans).strip(": "), unmarked(value.spans)) for name, value in rows]
    for label, value in pairs:
        seen.labels.setdefault(label.casefold(), Column()).cells.append(value)


def _see_contents(table: Table, titles: list[str], seen: Seen) -> None:
    for at, title in enumerate(titles):
        column = seen.contents.setdefault(title, Column())
        column.cells += [text for row in table.rows if at < len(row.cells) and (text := plain(row.cells[at].spans))]
        column.is_first &= at == 0
        column.is_last &= at == len(titles) - 1


def _see_type(text: str, seen: Seen) -> None:
    """Adds the type words in a cell, including those inside of unions and arrays."""
    folded = text.strip("`*_. ").casefold()
    seen.cells.add(folded)
    seen.cells.update(one.strip("`*_.? ") for one in re.split(r"\bor\b|\bof\b|[/,|<>\[\](){}:?]", folded))


def _texts(block: Paragraph | BulletList) -> list[str]:
    items = block.items if isinstance(block, BulletList) else (block,)
    return [re.sub(r"[*`]", "", plain(item.spans)) for item in items]


def _shown_paths(block: Block) -> list[str]:
    """The addresses in request lines."""
    match block:
        case Fence():
            return [path for _, path, _ in fence_lines(block)]
        case Paragraph() | BulletList():
            return [found["path"] or found["url"] for text in _texts(block) for found in _REQUEST.finditer(text)]
        case Html(text):
            return [found["path"] or found["url"] for found in _REQUEST.finditer(shown_words(text))]
        case Table():
            cells = (cell for row in block.rows for cell in row.cells)
            return [plain(cell.spans).strip("`* ") for cell in cells]
    return []


_REQUEST = regex(
    r"(?:\w[\w ]{0,20}:\s*)?(?:GET|POST|PUT|PATCH|DELETE|HEAD)\s+(?P<path>\S*/\S*)"
    r"|(?:url|endpoint|path)\s*:\s*(?P<url>\S*/\S*)",
    re.IGNORECASE,
)
