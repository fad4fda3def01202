"""That nothing was forgotten: each row, tag, type, link and script key of the pages is in the spec or in a finding."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from sys import maxsize
from typing import Any

from jekyll_openapi.api.dialect import Dialect
from jekyll_openapi.api.links import Links, page_links
from jekyll_openapi.diagnostics import Diagnostic, Location
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.pages.document import (
    Code,
    Link,
    ObjectLiteral,
    Page,
    Row,
    Site,
    Table,
    Value,
    plain,
)
from jekyll_openapi.rules import DUPLICATE_OPERATION, DUPLICATE_SCHEMA, UNREADABLE_PATH

KINDS = ("row", "tag", "type", "link", "script key")
_PLACE = re.compile(r"(\S+):(\d+)")
_WHOLE_PAGE = (DUPLICATE_OPERATION, DUPLICATE_SCHEMA, UNREADABLE_PATH)
"""What leaves a page out as a whole."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something that a page states."""

    kind: str
    text: str
    location: Location
    is_inner: bool = False
    """A key inside what another key of the script holds."""


@dataclass(frozen=True, slots=True)
class Account:
    """Where each item went."""

    in_spec: tuple[Item, ...]
    in_findings: tuple[Item, ...]
    meaningless: tuple[Item, ...]
    """Said to be nothing (`<none>`), a filler, or a link that leads where it says."""
    unexplained: tuple[Item, ...]

    def table(self) -> Iterator[str]:
        """A line a kind: how many, and where they went."""
        yield f"{'':12}{'total':>8}{'in spec':>10}{'in findings':>13}{'no fact':>10}{'unexplained':>13}"
        for kind in KINDS:
            parts = [
                _count(items, kind) for items in (self.in_spec, self.in_findings, self.meaningless, self.unexplained)
            ]
            yield f"{kind + 's':12}{sum(parts):8}{parts[0]:10}{parts[1]:13}{parts[2]:10}{parts[3]:13}"


def _count(items: Iterable[Item], kind: str) -> int:
    return sum(1 for item in items if item.kind == kind)


def account(site: Site, spec: Json, findings: Sequence[Diagnostic], dialect: Dialect) -> Account:
    """Looks for each item of each page in the description, then among the findings."""
    books = _Books(site, spec, findings, dialect)
    sorted_items: dict[str, list[Item]] = {"spec": [], "findings": [], "no fact": [], "": []}
    for page in site.pages:
        for item in _items(page, dialect):
            sorted_items[books.place(item)].append(item)
    return Account(*(tuple(items) for items in sorted_items.values()))


class _Books:
    """What the description and the findings mention, by place and name."""

    def __init__(self, site: Site, spec: Json, findings: Sequence[Diagnostic], dialect: Dialect) -> None:
        self._dialect = dialect
        self._links = Links(site, dialect)
        self._link_targets = {link.location: link for page in site.pages for link in page_links(page)}
        self._sources = set(_sources(spec))
        self._names = _names_by_page(spec)
        self._all_names = {name for names in self._names.values() for name in names}
        self._left_out = {one.location.file for one in findings if one.rule in _WHOLE_PAGE}
        self._findings = _covered(one.location for one in findings)

    def place(self, item: Item) -> str:
        """`spec`, `findings`, `no fact`, or nothing."""
        if self._is_in_spec(item):
            return "spec"
        if item.location.file in self._left_out or self._is_covered(item.location):
            return "findings"
        return "no fact" if self._is_no_fact(item) else ""

    def _is_covered(self, place: Location) -> bool:
        runs = self._findings.get(place.file, [])
        at = bisect_right(runs, (place.line, maxsize)) - 1
        return at >= 0 and place.line <= runs[at][1]

    def _is_in_spec(self, item: Item) -> bool:
        if item.kind == "link":
            return False
        if item.kind == "script key":
            # A guide shows calls of operations that other pages describe.
            own = self._names.get(item.location.file)
            return item.text in (own if own is not None else self._all_names)
        return f"{item.location.file}:{item.location.line}" in self._sources

    def _is_no_fact(self, item: Item) -> bool:
        match item.kind:
            case "link":
                return self._leads(self._link_targets[item.location])
            case "row" | "type":
                return item.text.strip("`") in self._dialect.nothing
            case "tag":
                return item.text in (*self._dialect.filler_labels, *self._dialect.optional_labels)
            case _:
                return not item.is_inner and item.text in _script_words(self._dialect)

    def _leads(self, link: Link) -> bool:
        target = self._links.target(link)
        return target is None or not target.url or (target.page is not None and target.exact)


def _covered(findings: Iterable[Location]) -> dict[str, list[tuple[int, int]]]:
    """The first and last lines of findings by file, in order, runs that overlap as one."""
    found: dict[str, list[tuple[int, int]]] = {}
    for one in sorted(findings, key=lambda place: place.line):
        runs, last = found.setdefault(one.file, []), max(one.line, one.end_line)
        if runs and one.line <= runs[-1][1]:
            runs[-1] = runs[-1][0], max(runs[-1][1], last)
        else:
            runs.append((one.line, last))
    return found


def _script_words(dialect: Dialect) -> tuple[str, ...]:
    """The keys of the try-it call that are read, or known to say nothing."""
    read = (dialect.tryit_path, dialect.tryit_method, dialect.tryit_body, dialect.tryit_query)
    return (*read, dialect.tryit_exclude, dialect.tryit_shared, *dialect.tryit_known)


# --- what pages state -------------------------------------------------------------------------------------------------


def _items(page: Page, dialect: Dialect) -> Iterator[Item]:
    for block in page.blocks:
        if isinstance(block, Table):
            yield from _table_items(block, dialect)
    for link in page_links(page):
        yield Item("link", link.target, link.location)
    for call in page.calls:
        if call.callee.casefold() == dialect.tryit_call:
            for value in call.arguments:
                yield from _keys(value, dialect)


def _table_items(table: Table, dialect: Dialect) -> Iterator[Item]:
    titles = [plain(cell.spans).casefold() for cell in table.header.cells]
    stating = (row for row in table.rows if any(plain(cell.spans) for cell in row.cells))
    for row in stating:
        yield Item("row", plain(row.cells[0].spans) if row.cells else "", row.location)
        yield from _cells(row, titles, dialect)


def _cells(row: Row, titles: list[str], dialect: Dialect) -> Iterator[Item]:
    for title, cell in zip(titles, row.cells, strict=False):
        if title in dialect.label_columns:
            yield from (Item("tag", span.text, span.location) for span in cell.spans if isinstance(span, Code))
        elif title in dialect.type_columns and cell.spans:
            yield Item("type", plain(cell.spans), cell.location)


def _keys(value: Value, dialect: Dialect, is_inner: bool = False) -> Iterator[Item]:
    if isinstance(value, ObjectLiteral):
        for entry in value.entries:
            name = entry.key.strip().removeprefix(dialect.optional_key).strip()
            yield Item("script key", name, entry.location, is_inner)
            yield from _keys(entry.value, dialect, is_inner=True)


# --- what the description mentions ------------------------------------------------------------------------------------


def _sources(content: Any) -> Iterator[str]:
    """Every `path:line` in x-source and x-inferred-from."""
    if isinstance(content, dict):
        for key, value in content.items():
            if key == "x-source":
                yield str(value)
            elif key == "x-inferred-from":
                yield from (f"{file}:{line}" for text in value for file, line in _PLACE.findall(text))
            else:
                yield from _sources(value)
    elif isinstance(content, list):
        for value in content:
            yield from _sources(value)


def _names_by_page(spec: Json) -> dict[str, set[str]]:
    """Page -> the names of all parameters and properties, at any depth, of the operations that it describes."""
    found: dict[str, set[str]] = {}
    for item in spec["paths"].values():
        for operation in item.values():
            page = operation["x-source"].rsplit(":", 1)[0]
            body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
            names = found.setdefault(page, set())
            names |= {one["name"] for one in operation.get("parameters", ())}
            names |= set(_property_names(body, spec, set()))
    return found


def _property_names(schema: Json, spec: Json, seen: set[str]) -> Iterator[str]:
    reference = schema.get("$ref", "")
    if reference in seen:
        return
    if reference:
        seen.add(reference)
        yield from _property_names(spec["components"]["schemas"][reference.rsplit("/", 1)[-1]], spec, seen)
    for name, one in schema.get("properties", {}).items():
        yield name
        yield from _property_names(one, spec, seen)
    items = (schema["items"],) if "items" in schema else ()
    for part in (*schema.get("allOf", ()), *items):
        yield from _property_names(part, spec, seen)
