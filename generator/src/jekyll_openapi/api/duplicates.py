"""Chooses between several pages that describe the same operation."""

import re

from jekyll_openapi.api.context import Context
from jekyll_openapi.api.operation_drafts import Draft, joined_query, page_drafts
from jekyll_openapi.api.paths import shape, variables
from jekyll_openapi.api.rows import is_property_table
from jekyll_openapi.api.samples import parameter_name
from jekyll_openapi.api.section_kinds import REQUEST, placed
from jekyll_openapi.pages.document import ObjectLiteral, Page, plain
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import replace
from jekyll_openapi.rules import DUPLICATE_OPERATION

_BODY = regex(r"\b(?:body|payload)\b", re.I)


def find_drafts(pages: tuple[Page, ...], context: Context) -> tuple[Draft, ...]:
    """The operations of all pages, one draft for each path and method; the other drafts are reported or merged."""
    drafts = [draft for page in pages for draft in _drafts(page, context)]
    # The page that says most comes first and owns the operation.
    order = sorted(range(len(drafts)), key=lambda index: _weight(drafts[index], context), reverse=True)
    chosen: dict[str, dict[int, Draft]] = {}
    for index in order:
        draft, same_path = drafts[index], chosen.setdefault(shape(drafts[index].path), {})
        at = next((at for at, one in same_path.items() if _is_same(one, draft, context)), None)
        other = None if at is None else same_path[at]
        if at is not None and other:
            if _is_rest(draft, other, context):
                parts, tryit = (*other.parts, *draft.parts), other.tryit or draft.tryit
                other = replace(other, parts=parts, shared=draft.shared, tryit=tryit)
            else:
                _report_duplicate(draft, other, context)
            same_path[at] = _completed(other, draft)
        else:
            first = next(iter(same_path.values()), draft)
            same_path[index] = _spelt_as(first, draft, context)
    # Back to page order, so that findings and names do not depend on the ranking.
    kept = {index: draft for several in chosen.values() for index, draft in several.items()}
    return tuple(kept[index] for index in sorted(kept))


def _drafts(page: Page, context: Context) -> tuple[Draft, ...]:
    return context.once_a_build("drafts", (page,), lambda: page_drafts(page, context))


def _is_rest(draft: Draft, owner: Draft, context: Context) -> bool:
    """Whether a page has the request that the page owning the operation leaves out."""
    says_nothing = not _claim(owner, context) and not any(part.tables for part in owner.parts)
    return says_nothing and not _is_call_alone(draft) and any(part.tables for part in draft.parts)


def _completed(owner: Draft, draft: Draft) -> Draft:
    """The owner's draft with what the other page's statement of the operation says and the owner's does not."""
    return replace(owner, method=owner.method or draft.method, query=joined_query(owner, draft))


def _is_same(one: Draft, other: Draft, context: Context) -> bool:
    """Whether two drafts of one path are about one operation. A page without a method may be about any that sends what
    the page describes."""
    if one.method and other.method:
        return one.method == other.method
    silent, method = (other, one.method) if one.method else (one, other.method)
    return method not in context.dialect.query_methods or not _sends_body(silent, context)


def _sends_body(draft: Draft, context: Context) -> bool:
    """Whether a script or a section says that the operation has a body."""
    asked = (one for one in placed(draft.parts, context.dialect) if one.kind in REQUEST)
    said = any(one.kind == "body" or _BODY.search(one.part.title) for one in asked)
    return said or bool(draft.tryit and draft.tryit.body)


def _spelt_as(first: Draft, draft: Draft, context: Context) -> Draft:
    """The draft under the path of the first: to OpenAPI, `/a/{id}` and `/a/{key}` are the same path."""
    if first.path == draft.path:
        return draft
    message = (
        f"`{draft.path}` and `{first.path}` at {first.location} are one path to OpenAPI; it is emitted as the latter"
    )
    context.found(DUPLICATE_OPERATION, message, draft.location, "give the parameters the same names")
    return replace(
        draft, path=first.path, renamed=tuple(zip(variables(draft.path), variables(first.path), strict=True))
    )


def _report_duplicate(draft: Draft, other: Draft, context: Context) -> None:
    is_merged = _claim(draft, context) <= _claim(other, context) and other.path == draft.path
    why = "" if is_merged else f"this table is about `{draft.path}`, and what {other.location} says of it is used"
    for part in draft.parts:
        for table in part.tables:
            context.state.superseded.setdefault(table.location, why)
    if is_merged:
        return
    if _is_call_alone(draft) and _keys(draft, context) <= _names(other, context):
        return
    message = f"`{draft.path}` is already described at {other.location}, in more detail"
    context.found(DUPLICATE_OPERATION, message, draft.location, "merge the pages, or correct this one's path")


def _claim(draft: Draft, context: Context) -> set[str]:
    """What a draft says about its operation, as a set that can be compared: rows and script keys."""
    tables = [table for part in draft.parts for table in part.tables if is_property_table(table, context.dialect)]
    rows = {"|".join(plain(cell.spans) for cell in row.cells) for table in tables for row in table.rows}
    literal = (draft.tryit.body or draft.tryit.query) if draft.tryit else None
    return rows | {f"{entry.key}:{entry.value.__class__.__name__}" for entry in literal.entries} if literal else rows


def _is_call_alone(draft: Draft) -> bool:
    """Whether the page only shows an example call of the operation, as guides do."""
    return draft.tryit is not None and draft.tryit.path is not None and draft.location == draft.tryit.path.location


def _keys(draft: Draft, context: Context) -> set[str]:
    literal = (draft.tryit.body or draft.tryit.query) if draft.tryit else None
    return {parameter_name(entry, context) for entry in literal.entries} if literal else set()


def _names(draft: Draft, context: Context) -> set[str]:
    """The names of the parameters and properties that the operation takes, from rows and script."""
    tables = [table for part in draft.parts for table in part.tables if is_property_table(table, context.dialect)]
    rows = {plain(row.cells[0].spans).strip("`") for table in tables for row in table.rows if row.cells}
    return rows | _keys(draft, context)


def _weight(draft: Draft, context: Context) -> tuple[bool, bool, bool, bool, int, int]:
    """How much a page says about its operation, as a sort key.

    Preferred are pages with front matter, then pages titled or located after the path, then operation pages over
    guides, then those with the most rows, then those with the most script keys.
    """
    path = draft.path.casefold()
    owns = draft.page.text("title").strip().strip("`").casefold() == path or draft.page.url.casefold().endswith(path)
    from_script = _is_call_alone(draft)
    tables = [table for part in draft.parts for table in part.tables if is_property_table(table, context.dialect)]
    body = draft.tryit.body if draft.tryit else None
    keys = len(body.entries) if isinstance(body, ObjectLiteral) else 0
    return (
        draft.page.has_front_matter,
        owns,
        not from_script,
        bool(tables),
        sum(len(table.rows) for table in tables),
        keys,
    )
