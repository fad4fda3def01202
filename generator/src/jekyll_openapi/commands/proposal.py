"""Finds the dialect settings for a site: tries each plausible setting, and keeps those with which most is read."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from jekyll_openapi.api.dialect import PLACES, TRADOVATE, Dialect
from jekyll_openapi.api.model import Array, Object, Primitive, children
from jekyll_openapi.api.setting_patterns import matches
from jekyll_openapi.api.settings import dialect_from
from jekyll_openapi.cache import Cache
from jekyll_openapi.commands import hypotheses
from jekyll_openapi.commands.contents import meaning
from jekyll_openapi.commands.wording import (
    Seen,
    Settings,
    calls_an_api,
    other_files,
    security_in,
    see,
    server_in,
    sources,
    syntaxes,
)
from jekyll_openapi.diagnostics import Location
from jekyll_openapi.pipeline import Made, Understood, make_spec, understand
from jekyll_openapi.records import dataclass, fields
from jekyll_openapi.spec.base import Base

_FOREIGN = {"{{< >}}": "{{<", "{{% %}}": "{{%"}
_MOST_PAGES = 40
"""Most pages on which settings are tried; the result is then read on all pages."""
_MOST_TITLES = 12
"""Most titles of a kind that are written literally; if there are more, the patterns that they match are written."""
_DISPENSABLE = ("request_leads", "response_leads", "list_rows", "html_blocks", "heading_lines", "front_matter")
"""Settings that are dropped if nothing more is read with them."""
_BELIEVED, _ENOUGH = 0.5, 0.8
"""Share of the operations that a narrower setting must read to be preferred to a wider one."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Settings for a site, and what they read."""

    settings: Settings
    made: Made
    server: str
    """The server in request lines and curl calls; empty if there is none."""
    security: str
    """How requests in examples authenticate: `bearer`, `basic`, a header's name, `?` and a parameter's, or empty."""
    unknown_columns: tuple[str, ...]
    """Titles of columns that no pattern matches."""
    unknown_sections: tuple[str, ...]
    """Titles of sections with tables that no pattern matches."""

    @property
    def operations(self) -> int:
        """The number of operations read."""
        return len(self.made.api.operations)

    @property
    def properties(self) -> int:
        """The number of parameters and properties read."""
        return _weight(self.made)[1]


def propose(pages: Path) -> Proposal:
    """The settings with which most is read; raises NoPagesError and OSError."""
    cache = Cache()

    def read(settings: Settings) -> Understood:
        return understand(pages, dialect_from(settings), cache, _MOST_PAGES)

    text = sources(pages)
    fixed = other_files(pages)
    if marks := [mark for mark, begin in _FOREIGN.items() if begin in text]:
        fixed["foreign_marks"] = marks
    first = read(fixed)
    tried = [(fixed, first)]
    seen = see(first.site, fixed)
    for syntax in syntaxes(first.site):
        here = fixed | syntax
        seen = see((read(here) if "html_blocks" in syntax else first).site, here)
        tried += [(settings, read(settings)) for settings in _candidates(here, here | _words(seen), seen)]
    settings, made = _best(tried)
    # Calls of curl are a last resort: guides are full of them.
    if not made.api.operations and calls_an_api(text):
        tried = [(one | {"operation_places": ["call"]}, read(one | {"operation_places": ["call"]})) for one, _ in tried]
        settings, made = _best(tried)
    seen = see(made.site, settings)
    wider = settings | {"free_tables": "request"}
    if made.api.operations and _weight(read(wider)) > _weight(made):
        settings, made = wider, read(wider)
    # A proposal should be as short as possible.
    for name in [name for name in _DISPENSABLE if name in settings]:
        less = {one: value for one, value in settings.items() if one != name}
        if _weight(read(less)) == _weight(made) and _unknown(read(less)) <= _unknown(made):
            settings, made = less, read(less)
    # Where one path has several methods, its last part cannot name them all.
    if len({one.path for one in made.api.operations}) < len(made.api.operations):
        settings |= {"operation_names": "method and path"}
    dialect = dialect_from(settings)
    prefixes = settings.get("path_prefixes")
    prefix = str(prefixes[0]) if isinstance(prefixes, list) else ""
    return Proposal(
        settings,
        make_spec(pages, Base(), dialect=dialect, cache=cache),
        server_in(text, prefix, (one.path for one in made.api.operations)),
        security_in(text),
        tuple(_unknown_columns(seen, dialect)),
        tuple(_unknown_sections(seen, dialect, made)),
    )


# --- hypotheses -------------------------------------------------------------------------------------------------------


def _words(seen: Seen) -> Settings:
    """Settings for the titles, columns and type words that the pages use."""
    found: Settings = {}
    for known, texts in ((hypotheses.SECTIONS, seen.titles), (hypotheses.COLUMNS, seen.columns)):
        told = _told_by_contents(seen) if texts is seen.columns else {}
        taken = {one for several in told.values() for one in several}
        for name, patterns in known.items():
            default = getattr(TRADOVATE, name)
            told_above = seen.code_leads if name == "response_example_sections" else ()
            new = [
                one
                for one in (*texts, *told_above)
                if one not in taken and matches(patterns, one) and not matches(default, one)
            ]
            new += told.get(name, ())
            taken.update(one for one in texts if matches((*patterns, *default), one))
            if new:
                kept = [one for one in default if any(matches((one,), text) for text in texts)]
                found[name] = [*kept, *(_written(new) if len(new) <= _MOST_TITLES else patterns)]
    found |= _need_words(seen) | _label_words(seen)
    types = found.get("type_columns")
    if isinstance(types, list) and "value" in types and not (len(types) == 1 and _are_types(seen.values)):
        types.remove("value")
    types_seen = {
        word: type_
        for type_, words in hypotheses.TYPES.items()
        for word in words
        if word in seen.cells and _is_news(word, type_)
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


def _told_by_contents(seen: Seen) -> dict[str, list[str]]:
    """Setting -> titles of columns that no pattern knows, of which the contents tell that they belong to it."""
    known = tuple(one for several in hypotheses.COLUMNS.values() for one in several) + _known_columns(TRADOVATE)
    types = (*hypotheses.COLUMNS["type_columns"], *TRADOVATE.type_columns)
    found: dict[str, list[str]] = {}
    for title, column in seen.contents.items():
        name = meaning(column)
        # Some title the column of places, or that of needs, `Type`.
        is_other = name in ("place_columns", "required_columns") and matches(types, title)
        is_known = matches(known, title) and not is_other
        if title and name and not is_known:
            found.setdefault(name, []).append(title)
    return found


def _need_words(seen: Seen) -> Settings:
    """Settings for words of other languages that say whether a row is required."""
    titles = (*hypotheses.COLUMNS["required_columns"], *TRADOVATE.required_columns)
    columns = (
        one for title, one in seen.contents.items() if matches(titles, title) or meaning(one) == "required_columns"
    )
    texts = {cell.strip("`*_{}. ").casefold() for one in columns for cell in one.cells}
    found: Settings = {}
    for name, patterns in hypotheses.NEEDS.items():
        if used := [one for one in patterns if any(matches((one,), text) for text in texts)]:
            found[name] = [*getattr(TRADOVATE, name), *used]
    return found


def _label_words(seen: Seen) -> Settings:
    """Settings for the words before methods and paths, where a site has both."""
    found: Settings = {}
    kinds = {label: meaning(column) for label, column in seen.labels.items()}
    if {"method_columns", "path_columns"} <= set(kinds.values()):
        for kind, name in (("method_columns", "method_words"), ("path_columns", "path_words")):
            new = [one for one in kinds if kinds[one] == kind and not matches(getattr(TRADOVATE, name), one)]
            for setting in (name, kind) if new else ():
                found[setting] = [*getattr(TRADOVATE, setting), *_written(new)]
    return found


def _is_news(word: str, type_: str) -> bool:
    """Whether the type is more exact than the default for the word."""
    known = TRADOVATE.type_words.get(word)
    return known is None or (type_ == "double" and known == Primitive("number"))


def _are_types(cells: Counter[str]) -> bool:
    """Whether most contents of a column titled `Value` are types."""
    words = {*TRADOVATE.type_words, *(word for words in hypotheses.TYPES.values() for word in words)}
    return 2 * sum(count for cell, count in cells.items() if cell in words) > cells.total()


def _written(titles: list[str]) -> list[str]:
    """Titles as patterns, where titles that differ by a final `s` are merged."""
    singular = {one for one in titles if f"{one}s" in titles}
    merged = [
        f"{re.escape(one.removesuffix('s'))}s?" if one.removesuffix("s") in singular else re.escape(one)
        for one in titles
    ]
    # `re.escape` also escapes what means nothing outside of a set.
    return [re.sub(r"\\([ &#~-])", r"\1", one) for one in dict.fromkeys(merged)]


def _candidates(fixed: Settings, known: Settings, seen: Seen) -> Iterator[Settings]:
    """Settings for where operations may be stated, narrower ones first."""
    chosen = [
        _written(found)
        for one in hypotheses.OPERATION_SECTIONS
        if (found := [text for text in seen.statement_titles if matches((one,), text)])
    ]
    often = [title for title, number in seen.repeated_titles.items() if number > 1]
    # `Definition` stands below many headings, `Definition & Example` below one.
    again = [
        one for one in seen.repeated_titles if one in often or one.startswith(tuple(f"{title} " for title in often))
    ]
    chosen += [_written(again)] if again and _written(again) not in chosen else []
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
        elif place not in ("title", "script", "call"):
            yield known | {"operation_places": [place]}
    yield known | {"operation_places": ["heading", "bold", "table"]}


def _weight(made: Made | Understood) -> tuple[int, int]:
    """(number of operations, number of rows read); a row that several operations share counts once."""
    return len(made.api.operations), len(set(_places(made)))


def _places(made: Made | Understood) -> Iterator[Location]:
    """The place of each parameter and property, once for each operation that has it."""
    for one in made.api.schemas:
        # What an example shows was not read from a row, and is shown whatever the settings.
        if isinstance(one.schema, Object) and one.provenance.kind != "inferred":
            yield from _within(one.schema)
    for operation in made.api.operations:
        yield from (one.provenance.location for one in operation.parameters)


def _within(schema: Object) -> Iterator[Location]:
    for one in schema.properties:
        yield one.provenance.location
        inner = one.schema.items if isinstance(one.schema, Array) else one.schema
        if isinstance(inner, Object):
            yield from _within(inner)


def _best(tried: list[tuple[Settings, Understood]]) -> tuple[Settings, Understood]:
    """The best settings: the first ones that read nearly as much as those that read most.

    Among equals, those win that share the fewest rows out to several operations, since most rows belong to one; then
    those that read the most rows, know the most answers and the most types. Sections that claim to state operations are
    believed unless other settings read more than twice as many.
    """
    most = max(_weight(made)[0] for _, made in tried)
    near = [
        one for one in tried if _weight(one[1])[0] >= (_BELIEVED if "operation_sections" in one[0] else _ENOUGH) * most
    ]
    rows = max(_weight(made)[1] / max(_weight(made)[0], 1) for _, made in near)
    first = next(one for one in near if _weight(one[1])[1] >= _ENOUGH * rows * _weight(one[1])[0])
    equal = [one for one in near if _weight(one[1])[0] == _weight(first[1])[0] and _weight(one[1]) >= _weight(first[1])]
    return min(equal, key=lambda one: (_shared_out(one[1]), -_weight(one[1])[1], _unanswered(one[1]), _untyped(one[1])))


def _shared_out(made: Made | Understood) -> int:
    """How often a row was given to a further operation."""
    places = list(_places(made))
    return len(places) - len(set(places))


def _unknown(made: Made | Understood) -> int:
    """How many answers and types are not known."""
    return _unanswered(made) + _untyped(made)


def _unanswered(made: Made | Understood) -> int:
    """The number of operations of which nothing says what they answer."""
    return sum(one.response is None for one in made.api.operations)


def _untyped(made: Made | Understood) -> int:
    """The number of rows whose type is not known."""
    waiting = [one.schema for one in made.api.schemas]
    waiting += [one.schema for each in made.api.operations for one in each.parameters]
    found = 0
    while waiting:
        one = waiting.pop()
        found += one == Primitive("any")
        waiting += children(one)
    return found


def _known_columns(dialect: Dialect) -> tuple[str, ...]:
    """The titles of all columns that a dialect knows, as patterns."""
    return tuple(
        one for each in fields(Dialect) if each.name.endswith("_columns") for one in getattr(dialect, each.name)
    )


def _unknown_columns(seen: Seen, dialect: Dialect) -> Iterator[str]:
    known = _known_columns(dialect)
    yield from (one for one, _ in seen.columns.most_common() if one and not matches(known, one))


def _unknown_sections(seen: Seen, dialect: Dialect, made: Understood) -> Iterator[str]:
    """Titles of sections with tables that mean nothing; the heading of an operation is no such title."""
    operations = {one.summary.casefold() for one in made.api.operations}
    known = tuple(one for name in hypotheses.SECTIONS for one in getattr(dialect, name))
    yield from (
        one
        for one, _ in seen.table_titles.most_common()
        if one and one.casefold() not in operations and not matches(known, one)
    )
