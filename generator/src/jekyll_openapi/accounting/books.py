"""Everything that the description and the findings mention; each line of the pages is compared with it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from sys import maxsize
from typing import Any

from jekyll_openapi.accounting.lines import Line, front_matter_end, page_lines, script_keys
from jekyll_openapi.api.dialect import Dialect, matches
from jekyll_openapi.diagnostics import Diagnostic, Location
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.pages.document import Page, Site
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass
from jekyll_openapi.rules import (
    BROKEN_FRONT_MATTER,
    DUPLICATE_OPERATION,
    DUPLICATE_SCHEMA,
    OF_WHAT_IS_EMITTED,
    UNKNOWN_REFERENCE,
    UNREADABLE_PATH,
)

_PLACE = regex(r"(\S+?):(\d+)(?=\s|$|[,;.)`])")
_WORD = regex(r"\w+")
_WORD_OR_PIPE = regex(r"\w+|\|")
# No bracket opens inside what one has opened, or a line of brackets alone would take the square of its length.
_TARGET = r"\((?:[^()\n]|\([^()\n]*\))*\)"
_IN_LINK = r"((?:(?>`[^`\n]*`)|[^\[\]`\n]|`(?![^`\n]*`)|\[[^\[\]\n]*\])*)"
"""The text of a link: a bracket in code is none."""
_LINK_TEXT = regex(rf"\[{_IN_LINK}\]{_TARGET}")
_LINK = regex(rf"!?\[{_IN_LINK}\]{_TARGET}|<a\b[^>]*>.*?</a>")
_MARKUP = regex(
    r'\{:[^{}\n]*\}|\{%.*?%\}|\]\([^)\s]*(?:[ \t]+"[^"\n]*")?\)|\]\[[^\[\]]*\]|'
    r"</?[a-zA-Z][^<>\n]*>|&\w+;"
)
_LEFT_OUT = (DUPLICATE_OPERATION, DUPLICATE_SCHEMA, UNREADABLE_PATH)
"""What leaves out all that stands below a heading; where it is found in the front matter, the page."""
_LAYOUT = frozenset(
    ("layout", "parent", "grand_parent", "permalink", "nav_order", "has_children", "has_toc", "nav_exclude", "tags")
)
"""Front matter keys that only control the site's navigation and layout."""
_ABBREVIATION = regex(r"\*\[[^\]]+\]:")
_CALLOUT_KEY = regex(r"\b(?:title|message|text|content|html)['\"]?[ \t]*:")
_BULLET = regex(r"\A(?:[ >]*(?:[-*+]|\d{1,4}[.)]|:)[ \t]+)++")
_NUMBER = regex(r"\A[ >]*\d{1,4}[.)](?=[ \t]|\Z)")
"""What numbers an item, be anything behind it or not."""
_BOLD_TITLE = regex(r"\A(\*\*|__)([A-Za-z][\w ()-]{1,38})(?::\1|\1:?)(?:\s+|\Z)")
_NOTHING = regex(r"(?:none|nothing|empty|n/a)\.?", re.I)
_TYPED = regex(r"\A(?:(?:required|optional|string|number|integer|boolean|object|array)\b[,.:]?[ \t]*)+")
"""Type and need words that can begin the text of a property."""
_TYPE = regex(
    r"\A(?:(?:type|required|optional|mandatory|string|number|integer|boolean|bool|object|array|list|date|time|enum|int(?:32|64)|"
    r"double|float|char(?:acter)?s?|one|of|or|and|null|at|most|least|max|min|`[^`]*`|\"[^\"]*\"|\d+)(?!\w)|"
    r"[\s,.;:()<>=*_\[\]-]|\[[^\[\]]+\]\([^()]*\))+",
    re.I,
)
"""What a type is written with."""
OF_EVERY_REQUEST = "header of every request"
_NAMES_USUAL = regex(
    r"(?:<[^<>]*>|[^\w<])*(?:accept|authorization|content-type)\s*(?:$|[`*|:(]|</|[-\u2013\u2014]\s)", re.I
)
"""Matches a row, an item, a term or a heading that begins with the name of a header of every request."""
_STATUS = regex(
    r"(?:the|is|https?|status|response|code|1\.1|[\W_])*20\d[\W_]*(?:ok|success|created|accepted|"
    r"(?:no|reset|partial) content)?[\W_]*",
    re.I,
)
"""Matches words that only name the status of a success."""
_PROPERTY = regex(r"#+\s*`[\w$.\[\]-]+`")
_TITLE = 3
"""Most words in a callout's title."""
_HOLDS = {
    "properties": "names", "value": "sample", "example": "sample", "examples": "sample", "default": "sample",
}  # fmt: skip
"""Keywords whose value has names of properties as its keys."""
_JSON_KEY = regex(r'"([^"\n]+)"[ \t]*:')
_CONTENTS = ("toc", "contents", "table of contents")
_LEADS = 8
"""Most words in a line that only introduces the block below it."""
_CALL = frozenset(("name", "message", "dynamic", "exclude"))
"""Script keys that only control how a page shows a call."""


@dataclass(frozen=True, slots=True)
class Titles:
    """The headings that a line stands under, the outermost first."""

    headings: tuple[Line, ...] = ()

    def under(self, heading: Line) -> Titles:
        """The headings below one that follows."""
        return Titles((*(one for one in self.headings if one.level < heading.level), heading))

    def about(self, page: Page, dialect: Dialect) -> str:
        """What the line is about, and the section that it stands in, in words."""
        titles = [_words(one.text) for one in self.headings[-2:]]
        if not titles or (len(titles) == 1 and matches(_sections(dialect), titles[0])):
            titles.insert(0, _words(page.text("title")))
        return "/".join(titles)


def _sections(dialect: Dialect) -> tuple[str, ...]:
    """The titles of sections: they name nothing."""
    return (
        *dialect.definition_sections, *dialect.request_sections, *dialect.response_sections, *dialect.note_sections,
        *dialect.example_sections, *dialect.silent_sections,
        *dialect.neutral_sections, *dialect.path_sections, *dialect.query_sections, *dialect.header_sections,
        *dialect.body_sections, *dialect.response_example_sections,
    )  # fmt: skip


def with_titles(page: Page, dialect: Dialect) -> Iterator[tuple[Line, Titles]]:
    """The lines of a page, each with the headings above it."""
    titles = Titles()
    for line in page_lines(page, (dialect.tryit_call, dialect.callout_call)):
        if line.kind == "heading":
            titles = titles.under(line)
        yield line, titles


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
        self._read = {
            file
            for part in ("paths", "components")
            for file, _ in _PLACE.findall(_joined(spec.get(part, {}), "x-source"))
        }
        self._broken = {one.location.file for one in findings if one.rule is BROKEN_FRONT_MATTER}
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

    def _names_of(self, file: str) -> set[str]:
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
        return f"{_shown_words(texts)}\n{_words(texts)}"

    def _piped_texts(self, file: str) -> str:
        """All words of the description that come from the page, and the pipes between them."""
        if file not in self._piped:
            texts = "\n".join(self._texts.get(file, ()))
            ways = (texts, _LINK_TEXT.sub(r"\1", texts))
            self._piped[file] = "\n".join(_piped(_MARKUP.sub(" ", one)) for one in ways)
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
                    ways = (_LINK_TEXT.sub(r"\1", line.text), line.text)
                    return any(_piped(_MARKUP.sub(" ", one)) in piped for one in ways)
                return any(one.strip() and one in texts for one in (_shown_words(line.text), _words(line.text)))
            case "callout":
                # A tag inside a tag leaves one behind, here as in what is told of the callout.
                told = _CALLOUT_KEY.split(line.text)[1:]
                shown = [_shown_words(_MARKUP.sub(" ", text)) for text in told]
                if any(one.strip() for one in shown):
                    closed_up = [_words(_MARKUP.sub("", text)) for text in told]
                    linked = [_shown_words(text) for text in told]
                    return any(all(one in texts for one in way) for way in (shown, closed_up, linked))
                return line.location.file in self._secured
            case "script key":
                names = self._script_names(line)
                return bool(names) and self._names_of(line.location.file).issuperset(names)
            case "front matter key":
                value = _words(line.text.partition(":")[2])
                return value.strip() != "" and value in texts
            case _:
                # What looks like a tag in a line may be none in the text that it stands in; or letters follow on it.
                # And a link can go on in the next line.
                text = self._without_title(_TYPED.sub("", _BULLET.sub("", line.text)))
                forms = (
                    _shown_words(text),
                    _words(text),
                    _shown_words(line.whole),
                    _words(_MARKUP.sub("", _LINK_TEXT.sub(r"\1", text))),
                )
                return any(one.strip() and one in texts for one in forms)

    def is_type(self, line: Line, titles: Titles, texts: str) -> bool:
        """Whether the line stands below the heading of a property, and is its type and what is said of it."""
        title = titles.headings[-1] if titles.headings else None
        if line.kind != "paragraph" or title is None or not _PROPERTY.match(title.whole):
            return False
        typed = _TYPE.match(line.text)
        rest = _shown_words(line.text[typed.end() :]) if typed else ""
        return typed is not None and (not rest.strip() or rest in texts) and self.is_in_spec(title, texts)

    def _without_title(self, text: str) -> str:
        """The text without the bold title of a section that begins it."""
        found = _BOLD_TITLE.match(text)
        return text[found.end() :] if found and matches(_sections(self._dialect), found[2]) else text

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

    @staticmethod
    def _is_of_every_request(line: Line, titles: Titles) -> bool:
        """Whether the line is a header of every request, or stands below the heading of one."""
        title = titles.headings[-1].text if titles.headings else ""
        return bool(_NAMES_USUAL.match(line.whole) or (_PROPERTY.match(title) and _NAMES_USUAL.match(title)))

    def reason(self, line: Line, page: Page, titles: Titles) -> str:
        """Why the line states no fact; empty without a known reason."""
        is_read = page.path in self._read
        if page.path in self._broken and line.location.line <= max(front_matter_end(page), _first_blank(page)):
            return "front matter that a finding says is broken"
        if line.is_hidden:
            return "hidden in a comment"
        if line.kind != "heading" and self._is_of_every_request(line, titles):
            return OF_EVERY_REQUEST
        match line.kind:
            case "title row":
                return "titles of columns"
            case "heading":
                return "title of a section"
            case "code":
                return "code"
            case "callout":
                return self._reason_of_callout(line, is_read)
            case "paragraph" if _ABBREVIATION.match(line.text):
                return "what an abbreviation stands for"
            case "front matter key":
                return self._reason_of_key(line, is_read)
            case "script key":
                return self._reason_of_script(line) if is_read else "script of a page that describes no operation"
            case "row" | "HTML row" if line.kind == "HTML row" or line.text.startswith("|"):
                words = [word for cell in line.text.split("|") if (word := cell.strip(" `*<>"))]
                nothing = {word.strip("`<>") for word in self._dialect.nothing}
                says_nothing = (
                    words[:1] == [] or words[0] in nothing or all(_NOTHING.match(one) for one in words if one != "-")
                )
                return "says that there is nothing" if says_nothing else ""
        if any(
            not _WORD.search(_NUMBER.sub("", _BULLET.sub("", _MARKUP.sub(" ", _LINK.sub(" ", text)))))
            for text in (line.text, line.whole)
        ):
            return "navigation"
        if line.kind in ("paragraph", "list item") and not self._without_title(line.text):
            return "title of a section"
        if is_read and _STATUS.fullmatch(_BULLET.sub("", line.text)):
            return "status of an answer"
        if _NOTHING.fullmatch(_BULLET.sub("", line.text).strip("`*_ ")):
            return "says that there is nothing"
        if line.kind in ("paragraph", "list item") and _words(_BULLET.sub("", line.text)).strip() in _CONTENTS:
            return "navigation"
        is_text = line.kind == "paragraph" or (line.kind == "row" and not line.text.startswith("|"))
        if is_text and line.whole.endswith(":") and len(line.whole.split()) <= _LEADS:
            return "leads to what follows"
        return "" if is_read else "prose of a guide"

    @staticmethod
    def _reason_of_callout(line: Line, is_read: bool) -> str:
        if not is_read:
            return "callout of a page that describes no operation"
        words = _WORD.findall(_shown_text(line))
        if "defaultAuth" in line.text or len(words) > _TITLE:
            return ""
        return "title of a callout"

    def _reason_of_key(self, line: Line, is_read: bool) -> str:
        name = line.text.partition(":")[0].strip()
        if name in _LAYOUT:
            return "layout"
        if name == self._dialect.operation_field and not is_read:
            return ""
        return "front matter of a page that is read" if is_read else "front matter of a guide"

    def _reason_of_script(self, line: Line) -> str:
        read = {
            self._dialect.tryit_path,
            self._dialect.tryit_method,
            self._dialect.tryit_body,
            self._dialect.tryit_query,
        }
        known = {*read, self._dialect.tryit_exclude, self._dialect.tryit_shared, *self._dialect.tryit_known, *_CALL}
        known |= self._names_of(line.location.file)
        return "how a call is shown" if known.issuperset(self._script_names(line)) else ""

    def _script_names(self, line: Line) -> list[str]:
        return [name.strip().removeprefix(self._dialect.optional_key).strip() for name in script_keys(line.text)]


def _first_blank(page: Page) -> int:
    """The number of the first empty line of a page; of the last line if there is none."""
    lines = page.rendered.split("\n")
    return next((number for number, text in enumerate(lines, 1) if not text.strip()), len(lines))


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


def _shown_text(line: Line) -> str:
    """The visible text in a line of a callout."""
    return _MARKUP.sub(" ", line.text.partition(":")[2]).strip(" ,;(){}`'\"")


def _words(text: str) -> str:
    """The words of a text in lower case, with a space before and after each."""
    return f" {' '.join(_WORD.findall(text)).lower()} "


def _piped(text: str) -> str:
    """The words of a text in lower case, and its pipes, with a space before and after each."""
    return f" {' '.join(_WORD_OR_PIPE.findall(text)).lower()} "


def _shown_words(text: str) -> str:
    """The words that a reader of the page sees: a link counts as its text, and `[Fill](/fill)s` as one word."""
    return _words(_MARKUP.sub(" ", _LINK_TEXT.sub(r"\1", text)))
