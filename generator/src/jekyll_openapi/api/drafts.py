"""Which pages are about an operation, under which path, and which of several about one operation is used."""

import re
from dataclasses import dataclass

from jekyll_openapi.api.context import Context
from jekyll_openapi.api.rows import is_property_table
from jekyll_openapi.api.sections import Section, sections
from jekyll_openapi.api.tryit import Tryit, read_tryit
from jekyll_openapi.diagnostics import Location
from jekyll_openapi.pages.document import ObjectLiteral, Page
from jekyll_openapi.rules import DUPLICATE_OPERATION, PATH_MISMATCH, UNREADABLE_PATH

_PATH = re.compile(r"(?:/(?:\{\w+\}|[A-Za-z0-9_~-][A-Za-z0-9_.~-]*))+")
_BARE_PATH = re.compile(r"[A-Za-z]\w*/[A-Za-z]\w*")


@dataclass(frozen=True, slots=True)
class Draft:
    """A page about an operation, its path decided."""

    page: Page
    path: str
    location: Location
    """What states the path."""
    tryit: Tryit | None
    parts: tuple[Section, ...]
    is_shared: bool

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rsplit("/", 1)[-1]


def find_drafts(pages: tuple[Page, ...], context: Context) -> tuple[Draft, ...]:
    """The operation pages, one an operation; the others of the same path are reported."""
    best: dict[str, Draft] = {}
    drafts = [draft for page in pages if (draft := _draft(page, context))]
    for draft in sorted(drafts, key=lambda one: _weight(one, context), reverse=True):
        other = best.setdefault(draft.path.casefold(), draft)
        if other is not draft:
            message = f"`{draft.path}` is described at {other.location} already, with more to it"
            context.found(DUPLICATE_OPERATION, message, draft.location, "merge the pages, or mend this one's path")
            for part in draft.parts:
                context.read_tables.update(table.location for table in part.tables)
    chosen = {draft.page.path for draft in best.values()}
    return tuple(draft for draft in drafts if draft.page.path in chosen)


def _draft(page: Page, context: Context) -> Draft | None:
    parts = sections(page)
    tryit = read_tryit(page, context)
    is_marked = page.text(context.dialect.operation_field).strip().casefold() == "true"
    claims = [claim for claim in _claims(page, parts, tryit) if claim[1]]
    usable = [claim for claim in claims if _PATH.fullmatch(claim[1])]
    for what, path, location in claims:
        if not _PATH.fullmatch(path):
            context.found(UNREADABLE_PATH, f"the {what} `{path}` cannot be used as a path", location)
    if not usable:
        if (is_marked or tryit) and not claims:
            location = (page.field("title") or page.field(context.dialect.operation_field) or tryit or page).location
            context.found(
                UNREADABLE_PATH, "nothing on the page states the operation's path", location, "title it `/a/b`"
            )
        return None
    is_shared = bool(tryit and tryit.is_shared) or usable[0][1].startswith(f"/{context.dialect.entity_variable}/")
    path = _whole(usable[0][1], context) if is_shared else usable[0][1]
    for what, other, location in usable[1:]:
        if (_whole(other, context) if is_shared else other) != path:
            message = f"the {what} says `{other}`, the {usable[0][0]} `{usable[0][1]}`"
            context.found(PATH_MISMATCH, message, location, f"write `{usable[0][1]}`, or mend the {usable[0][0]}")
    return Draft(page, path, usable[0][2], tryit, parts, is_shared)


def _claims(page: Page, parts: tuple[Section, ...], tryit: Tryit | None) -> list[tuple[str, str, Location]]:
    """What states a path, the most trusted first."""
    headings = [("heading", part.path, part.location) for part in parts if part.path][:1]
    field = page.field("title")
    title = field.value.strip().strip("`") if field else ""
    titles = [("title", title, field.location)] if field and title.startswith(("/", "..")) else []
    if field and not titles and page.field("op") and _BARE_PATH.fullmatch(title):
        titles = [("title", f"/{title}", field.location)]
    scripts = [("try-it script", str(tryit.path.value), tryit.path.location)] if tryit and tryit.path else []
    return [*headings, *titles, *scripts]


def _whole(path: str, context: Context) -> str:
    """The path of a shared operation with the entity's place in front."""
    prefix = f"/{context.dialect.entity_variable}"
    return path if path.startswith(prefix) else prefix + path


def _weight(draft: Draft, context: Context) -> tuple[bool, bool, int, int]:
    """How much a page says about its operation: operation pages before guides, then tables, then scripts."""
    from_script = (
        draft.tryit is not None and draft.tryit.path is not None and draft.location == draft.tryit.path.location
    )
    tables = [table for part in draft.parts for table in part.tables if is_property_table(table, context.dialect)]
    body = draft.tryit.body if draft.tryit else None
    keys = len(body.entries) if isinstance(body, ObjectLiteral) else 0
    return not from_script, bool(tables), sum(len(table.rows) for table in tables), keys
