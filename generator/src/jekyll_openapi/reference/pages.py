"""The docs pages on the reference page, line by line: the facts that a line states, and its findings."""

from collections.abc import Iterable, Iterator, Sequence

from jekyll_openapi.diagnostics import Diagnostic, Location
from jekyll_openapi.reference import anchors, views
from jekyll_openapi.reference.places import Places

Fact = tuple[Location, views.Link]
"""(the line that states something, a link to it on the reference page)."""


def pages_of(facts: Iterable[Fact], findings: Sequence[Diagnostic], places: Places) -> tuple[views.Page, ...]:
    """Every docs page with facts or findings, sorted by path."""
    shown = [(one.location, _finding(one, places)) for one in findings]
    stated = [*facts, *_mentioned(findings, places)]
    lines: dict[str, set[int]] = {}
    for place, _ in (*stated, *shown):
        lines.setdefault(place.file, set()).add(place.line)
    links: dict[tuple[str, int], dict[views.Link, None]] = {}
    for place, fact in stated:
        links.setdefault((place.file, place.line), {})[fact] = None
    faults: dict[tuple[str, int], list[views.Finding]] = {}
    for place, fault in shown:
        faults.setdefault((place.file, place.line), []).append(fault)
    return tuple(_page(file, sorted(lines[file]), links, faults) for file in sorted(lines))


def _page(
    file: str,
    numbers: Sequence[int],
    links: dict[tuple[str, int], dict[views.Link, None]],
    faults: dict[tuple[str, int], list[views.Finding]],
) -> views.Page:
    lines = (
        views.Line(
            anchors.place(Location(file, number)),
            number,
            tuple(links.get((file, number), ())),
            tuple(faults.get((file, number), ())),
        )
        for number in numbers
    )
    return views.Page(anchors.page(file), file, tuple(lines))


def _finding(one: Diagnostic, places: Places) -> views.Finding:
    anchor = anchors.rule(one.rule.name)
    return views.Finding(one.rule, anchor, one.location.column, places.line(one.message), places.line(one.hint))


def _mentioned(findings: Sequence[Diagnostic], places: Places) -> Iterator[Fact]:
    """The lines that findings mention, each linked to the line of the finding."""
    for one in findings:
        for place in (*places.mentioned(one.message), *places.mentioned(one.hint)):
            if (place.file, place.line) != (one.location.file, one.location.line):
                yield place, views.Link(f"finding at {one.location}", anchors.place(one.location))


def facts_of(
    tags: Iterable[views.Tag], schemas: Iterable[views.Schema], corrections: Iterable[views.Correction]
) -> Iterator[Fact]:
    """Everything on the page for which a docs line is known."""
    for tag in tags:
        yield from _fact(tag.known, tag.name, tag.anchor)
        for operation in tag.operations:
            yield from _facts_of_operation(operation)
    for schema in schemas:
        yield from _facts_of_schema(schema)
    for one in corrections:
        if one.source:
            yield one.source, views.Link(f"correction {one.number}", one.anchor)


def _facts_of_operation(operation: views.Operation) -> Iterator[Fact]:
    name, anchor = f"{operation.method} {operation.path}", operation.anchor
    yield from _fact(operation.known, name, anchor)
    for row in operation.parameters:
        yield from _fact(row.known, f"{name} {row.name}", row.anchor)
    for answer in operation.answers:
        if answer.known:
            yield from _fact(answer.known, f"{name} answer {answer.status}", anchor)
    if operation.body:
        for example in operation.body.examples:
            yield from _fact(example.known, f"{name} example {example.name}", anchor)
        if operation.body.schema:
            yield from _facts_of_schema(operation.body.schema)


def _facts_of_schema(schema: views.Schema) -> Iterator[Fact]:
    yield from _fact(schema.known, schema.name, schema.anchor)
    for row in schema.rows:
        yield from _fact(row.known, row.finds, row.anchor)
    for condition in schema.conditions:
        yield from _fact(condition.known, condition.name, condition.anchor)


def _fact(known: views.Known, text: str, anchor: str) -> Iterator[Fact]:
    if known.source:
        yield known.source, views.Link(text, anchor)
    yield from ((place, views.Link(f"evidence for {text}", anchor)) for place in known.mentioned)
