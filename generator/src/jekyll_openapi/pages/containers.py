"""Opens the containers of other site generators: what stands in them is text of the page, which kramdown cannot know.

=== "201 Created"                  **201 Created:**        a tab of Material for MkDocs
    text                           text
!!! note "Title"                   Title:                  an admonition; `???` is one that folds
    text                           text
:::note Title                      Title:                  one of Docusaurus
text                               text
:::
<TabItem label="201">              **201:**                a tab; `{% tab title="201" %}` is one of GitBook
```json title="201 Created"        **201 Created:**        above the code, where the title names a status
```js {1,3} showLineNumbers        ```js                   attributes of code
"""

import re
from collections.abc import Iterator

from jekyll_openapi.pages.placed_text import PlacedText
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass, field

_SIGNS = ('=== "', "!!! ", "???", ":::", "<Tab", "{% hint", "{% tab", "{% content", "title=", " {", "showLineNumbers")
_INDENTED = regex(
    r"(?P<mark>===[+!]{0,2}|!!!|\?\?\?\+?)(?:\s+[\w-]+(?: [\w-]+)*)?(?:\s+\"(?P<title>[^\"]*)\")?\s*",
    needs=("===", "!!!", "???"),
)
_COLONS = regex(r":::+(?P<rest>(?![:]).*)", needs=(":::",))
_TITLED = regex(r"(?:[a-z][\w-]*+)?+(?:\[(?P<title>[^\]]*)\])?(?P<rest>[^{}\[\]:]*)(?:\{[^{}]*\})?")
_TAG = regex(
    r"(?:</?(?:Tabs|TabItem)\b(?P<attributes>[^<>]*)>\s*)+"
    r"|\{%-?\s*(?:end)?(?:hint|tabs?|content-ref)\b(?P<arguments>[^%]*)%\}\s*",
    needs=("<Tab", "</Tab", "{%"),
)
_LABEL = regex(r"\b(?:label|title)=(?:\"([^\"]*)\"|'([^']*)')")
_VALUE = regex(r"\bvalue=(?:\"([^\"]*)\"|'([^']*)')")
_FENCE = regex(r"(?P<ticks>`{3,}|~{3,})(?P<rest>[^`]*)")
_ATTRIBUTES = regex(
    r"[ \t]*(?P<language>[\w+#-]+)[ \t]+(?:\{[\d,. -]+\}|[\w-]+=(?:\"|'|\{)|showLineNumbers|hl_lines).*",
    needs=("{", "=", "showLineNumbers", "hl_lines"),
)
_STATUS = regex(r"\btitle=(?:\"(?P<a>[^\"]*\b[1-5]\d\d\b[^\"]*)\"|'(?P<b>[^']*\b[1-5]\d\d\b[^']*)')")
_FIRST = "`~=!?<{:"
"""What a line of a container, or of ticks, begins with."""
_WIDTH = 4
"""How far the content of a container without an end is indented."""


def without_containers(placed: PlacedText) -> PlacedText:
    """The text with the content of containers at their place, and their titles as lines."""
    if not any(sign in placed.text for sign in _SIGNS):
        return placed
    return PlacedText.joined(_Opened(placed).lines())


@dataclass(slots=True)
class _Opened:
    """Reads a text line by line."""

    placed: PlacedText
    inner: list[int] = field(default_factory=list)
    """Where the content of each container around a line begins."""
    fence: str = ""
    """What ends the code block around a line."""
    is_titled: bool = False
    """Whether nothing but a title stands above the line in its container."""

    def lines(self) -> Iterator[PlacedText]:
        """The lines, those in containers without their indentation. Those that stay as they are come in one piece."""
        start = kept = 0
        for line in self.placed.text.splitlines(keepends=True):
            end = start + len(line)
            indent = len(line) - len(line.lstrip(" "))
            if line.strip() and not self.fence:
                self.inner = [one for one in self.inner if one <= indent]
            cut = min(indent, self.inner[-1] if self.inner else 0)
            said = self._said(line[indent:].rstrip(), indent, end) if line.strip() else None
            self.is_titled = bool(said and said.strip()) or (self.is_titled and not line.strip())
            if said is not None or cut:
                if kept < start:
                    yield self.placed.cut(kept, start)
                kept = start + cut if said is None else end
            if said is not None:
                yield self.placed.cut(start, end).replaced(0, len(line), said)
            start = end
        yield self.placed.cut(kept, start)

    def _said(self, line: str, indent: int, end: int) -> str | None:
        """What stands for the line; None for one that stands for itself."""
        if line[0] not in _FIRST:
            return None
        around = self.inner[-1] if self.inner else 0
        if found := _FENCE.fullmatch(line):
            return self._code(found["ticks"], found["rest"])
        if self.fence or indent >= around + _WIDTH:
            return None
        if (found := _INDENTED.fullmatch(line)) and self._is_indented(indent + _WIDTH, end):
            self.inner.append(indent + _WIDTH)
            return _line(found["title"] or "", is_tab=found["mark"].startswith("="))
        if found := _TAG.fullmatch(line):
            told = found["attributes"] or found["arguments"] or ""
            label = _LABEL.search(told) or _VALUE.search(told)
            return _line((label[1] or label[2] or "") if label else "", is_tab=True)
        colons = _COLONS.fullmatch(line)
        if found := _TITLED.fullmatch(colons["rest"].strip()) if colons else None:
            return _line((found["title"] or found["rest"] or "").strip(), is_tab=False)
        return None

    def _code(self, ticks: str, rest: str) -> str | None:
        """What stands for a line of three ticks or more: kramdown knows no attributes of code."""
        if self.fence:
            if ticks.startswith(self.fence) and not rest.strip():
                self.fence = ""
            return None
        self.fence = ticks
        if not (attributes := _ATTRIBUTES.fullmatch(rest)):
            return None
        found = None if self.is_titled else _STATUS.search(rest)
        title = _line(found["a"] or found["b"], is_tab=True) if found else ""
        return f"{title}{ticks}{attributes['language']}\n"

    def _is_indented(self, least: int, at: int) -> bool:
        """Whether the next line with text is indented."""
        found = re.compile(r"(?:[ \t]*\n)*(?P<indent> *)\S").match(self.placed.text, at)
        return bool(found) and len(found["indent"]) >= least if found else False


def _line(title: str, *, is_tab: bool) -> str:
    if not title.strip(":"):
        return "\n"
    return f"\n**{title}:**\n\n" if is_tab else f"\n{title}:\n\n"
