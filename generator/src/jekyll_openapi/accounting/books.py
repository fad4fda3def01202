"""Everything that the description and the findings mention; each line of the pages is compared with it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from sys import maxsize
from typing import Any

from jekyll_openapi.accounting.lines import Line, front_matter_end, script_names
from jekyll_openapi.accounting.titles import PROPERTY, Titles, without_title
from jekyll_openapi.accounting.words import BULLET, LINK_TEXT, MARKUP, piped_words, plain_words, shown_words
from jekyll_openapi.api.dialect import Dialect
from jekyll_openapi.diagnostics import Diagnostic, Location
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.pages.document import Page, Site
from jekyll_openapi.patterns import regex
from jekyll_openapi.rules import (
    BROKEN_FRONT_MATTER,
    DUPLICATE_OPERATION,
    DUPLICATE_SCHEMA,
    OF_WHAT_IS_EMITTED,
    UNKNOWN_REFERENCE,
    UNREADABLE_PATH,
)

_PLACE = regex(r"(\S+?):(\d+)(?=\s|$|[,;.)`])")
_LEFT_OUT = (DUPLICATE_OPERATION, DUPLICATE_SCHEMA, UNREADABLE_PATH)
"""What leaves out all that stands below a heading; where it is found in the front matter, the page."""
_CALLOUT_KEY = regex(r"\b(?:title|message|text|content|html)['\"]?[ \t]*:")
_TYPED = regex(r"\A(?:(?:required|optional|string|number|integer|boolean|object|array)\b[,.:]?[ \t]*)+")
"""Type and need words that can begin the text of a property."""
_TYPE = regex(
    r"\A(?:(?:type|required|optional|mandatory|string|number|integer|boolean|bool|object|array|list|date|time|enum|int(?:32|64)|"
    r"double|float|char(?:acter)?s?|one|of|or|and|null|at|most|least|max|min|`[^`]*`|\"[^\"]*\"|\d+)(?!\w)|"
    r"[\s,.;:()<>=*_\[\]-]|\[[^\[\]]+\]\([^()]*\))+",
    re.I,
)
"""What a type is written with."""
_HOLDS = {
    "properties": "names", "value": "sample", "example": "sample", "examples": "sample", "default": "sample",
}  # fmt: skip
"""Keywords whose value has names of properties as its keys."""
_JSON_KEY = regex(r'"([^"\n]+)"[ \t]*:')


class Books:
    """Index of everything that the description and the findings mention, by place and by word."""

    def __init__(self, site: Site, spec: Json, findings: Sequence[Diagnostic], dialect: Dialect) -> None:
        fronts = {page.path: front_matter_end(page) for page in site.pages}
        self._dialect = dialect
        self._lines: dict[str, set[int]] = {}
        self._texts: dict[str, list[str]] = {}
        self._keys: dict[str, set[str]] = {}
        self._meant: dict[str, set[str]] = {}
        """File -> the schemas that what it states refers to."""
        self._secured = {
            str(operation["x-source"]).rsplit(":", 1)[0]
            for item in spec.get("paths", {}).values()
            for operation in item.values()
            if isinstance(operation, dict) and "x-source" in operation and operation.get("security") != []
        }
        self._gather(spec, "")
        self._homes = {
            name: str(schema["x-source"]).rsplit(":", 1)[0]
            for name, schema in spec.get("components", {}).get("schemas", {}).items()
            if "x-source" in schema
        }
        """Schema -> the file that defines it."""
        self._named: dict[str, set[str]] = {}
        self._piped: dict[str, str] = {}
        self.read = {
            file
            for part in ("paths", "components")
            for file, _ in _PLACE.findall(_joined(spec.get(part, {}), "x-source"))
        }
        self.broken = {one.location.file for one in findings if one.rule is BROKEN_FRONT_MATTER}
        left_out = [one.location for one in findings if one.rule in _LEFT_OUT]
        self._left_out = {place.file for place in left_out if place.line <= fronts.get(place.file, 0)}
        self._left_partly = {place.file for place in left_out}
        self._left_out_below = {Location(place.file, place.line) for place in left_out}
        self._unknown = {(one.location.file, one.location.line) for one in findings if one.rule is UNKNOWN_REFERENCE}
        self._findings = _covered(one.location for one in findings if one.rule.name not in OF_WHAT_IS_EMITTED)

    def _gather(self, content: Any, file: str, holds: str = "") -> None:
        """Indexes every place, name and text; a text belongs to the page in its nearest `x-source`.

        The keys of an object are names of properties where it `holds` such, or is a sample value.
        """
        if isinstance(content, dict):
            source = content.get("x-source")
            file = str(source).rsplit(":", 1)[0] if isinstance(source, str) else file
            if "x-unresolved" in content:
                return  # It stands in for what no page defines, and the row that names it states it nowhere else.
            for key, value in content.items():
                if holds or (key == "name" and isinstance(value, str)):
                    self._keys.setdefault(file, set()).add(key if holds else value)
                if key == "$ref" and isinstance(value, str):
                    self._meant.setdefault(file, set()).add(value.rsplit("/", 1)[-1])
                if key.startswith("x-"):
                    for name, line in _PLACE.findall(_joined(value)):
                        self._lines.setdefault(name, set()).add(int(line))
                within = _HOLDS.get(key, "") if not holds else "sample" if holds == "sample" else ""
                self._gather(value, file, within if key != "examples" or isinstance(value, list) else "")
        elif isinstance(content, list):
            for value in content:
                self._gather(value, file, holds)
        elif isinstance(content, str):
            self._texts.setdefault(file, []).append(content)
            if content.startswith(("{", "[")):
                # An example of text that holds JSON.
                self._keys.setdefault(file, set()).update(_JSON_KEY.findall(content))

    def names_of(self, file: str) -> set[str]:
        """The properties and parameters that a page states, those of the schemas included that it refers to."""
        if file not in self._named:
            files, waiting = {file}, [file]
            while waiting:
                for name in self._meant.get(waiting.pop(), ()):
                    if (home := self._homes.get(name, file)) not in files:
                        files.add(home)
                        waiting.append(home)
            self._named[file] = set().union(*(self._keys.get(one, ()) for one in files))
        return self._named[file]

    def texts_of(self, page: Page) -> str:
        """All words of the description that come from the page, between spaces."""
        texts = "\n".join(self._texts.get(page.path, ()))
        return f"{shown_words(texts)}\n{plain_words(texts)}"

    def _piped_texts(self, file: str) -> str:
        """All words of the description that come from the page, and the pipes between them."""
        if file not in self._piped:
            texts = "\n".join(self._texts.get(file, ()))
            ways = (texts, LINK_TEXT.sub(r"\1", texts))
            self._piped[file] = "\n".join(piped_words(MARKUP.sub(" ", one)) for one in ways)
        return self._piped[file]

    def is_in_spec(self, line: Line, texts: str) -> bool:
        """Whether the description refers to the line or contains its text."""
        if not self._lines.get(line.location.file, set()).isdisjoint((line.location.line, *line.row)):
            return True
        match line.kind:
            case "HTML row" | "title row":
                return False
            case "row":
                # What only looks like a row stands in a description as text, with its pipes.
                if line.text.startswith("|"):
                    piped = self._piped_texts(line.location.file)
                    ways = (LINK_TEXT.sub(r"\1", line.text), line.text)
                    return any(piped_words(MARKUP.sub(" ", one)) in piped for one in ways)
                return any(one.strip() and one in texts for one in (shown_words(line.text), plain_words(line.text)))
            case "callout":
                # A tag inside a tag leaves one behind, here as in what is told of the callout.
                told = _CALLOUT_KEY.split(line.text)[1:]
                shown = [shown_words(MARKUP.sub(" ", text)) for text in told]
                if any(one.strip() for one in shown):
                    closed_up = [plain_words(MARKUP.sub("", text)) for text in told]
                    linked = [shown_words(text) for text in told]
                    return any(all(one in texts for one in way) for way in (shown, closed_up, linked))
                return line.location.file in self._secured
            case "script key":
                names = script_names(line.text, self._dialect.optional_key)
                return bool(names) and self.names_of(line.location.file).issuperset(names)
            case "front matter key":
                value = plain_words(line.text.partition(":")[2])
                return value.strip() != "" and value in texts
            case _:
                # What looks like a tag in a line may be none in the text that it stands in; or letters follow on it.
                # And a link can go on in the next line.
                text = without_title(_TYPED.sub("", BULLET.sub("", line.text)), self._dialect)
                forms = (
                    shown_words(text),
                    plain_words(text),
                    shown_words(line.whole),
                    plain_words(MARKUP.sub("", LINK_TEXT.sub(r"\1", text))),
                )
                return any(one.strip() and one in texts for one in forms)

    def is_type(self, line: Line, titles: Titles, texts: str) -> bool:
        """Whether the line stands below the heading of a property, and is its type and what is said of it."""
        title = titles.headings[-1] if titles.headings else None
        if line.kind != "paragraph" or title is None or not PROPERTY.match(title.whole):
            return False
        typed = _TYPE.match(line.text)
        rest = shown_words(line.text[typed.end() :]) if typed else ""
        return typed is not None and (not rest.strip() or rest in texts) and self.is_in_spec(title, texts)

    def is_found(self, line: Line, titles: Titles) -> bool:
        """Whether a finding says that the line is not read."""
        place = line.location
        if place.file in self._left_out or any(one.location in self._left_out_below for one in titles.headings):
            return True
        return (
            self._is_covered(place)
            or (line.kind == "front matter key" and place.file in self._left_partly)
            or self._is_about_unknown(line)
            or self._is_in_unread_section(line, titles)
        )

    def _is_covered(self, place: Location) -> bool:
        runs = self._findings.get(place.file, [])
        at = bisect_right(runs, (place.line, maxsize)) - 1
        return at >= 0 and place.line <= runs[at][1]

    def _is_about_unknown(self, line: Line) -> bool:
        """Whether the line is a row of links, as of the entities that an operation is for, and one leads nowhere."""
        first = line.text.removeprefix("|").partition("|")[0]
        is_linked = line.kind == "row" and ("[" in first or "](" in first)
        return is_linked and (line.location.file, line.location.line) in self._unknown

    def _is_in_unread_section(self, line: Line, titles: Titles) -> bool:
        """Whether a finding at the title above covers the line: its section could not be read."""
        title = titles.headings[-1] if titles.headings else None
        is_text = line.kind in ("paragraph", "list item") and title is not None and "/" not in title.text
        return is_text and title is not None and self._is_covered(title.location)


def _covered(findings: Iterable[Location]) -> dict[str, list[tuple[int, int]]]:
    """File -> ranges of lines that findings cover, sorted and merged."""
    found: dict[str, list[tuple[int, int]]] = {}
    for one in sorted(findings, key=lambda place: place.line):
        runs, last = found.setdefault(one.file, []), max(one.line, one.end_line)
        if runs and one.line <= runs[-1][1]:
            runs[-1] = runs[-1][0], max(runs[-1][1], last)
        else:
            runs.append((one.line, last))
    return found


def _joined(value: Any, key: str = "") -> str:
    """All strings in a value, one on each line; with `key`, only those under that key."""
    if isinstance(value, str):
        return "" if key else value
    if isinstance(value, dict):
        return "\n".join(_joined(one, "" if name == key else key) for name, one in value.items())
    return "\n".join(_joined(one, key) for one in value) if isinstance(value, list) else ""
