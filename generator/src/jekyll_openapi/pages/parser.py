"""markdown-it, set up for pages: its block tokens say where each of their lines stands, its inline rules are ours.

Differences from GFM: `<number>` and `<none>` are text; a `<script>` begins a block of its own also where other HTML
stands directly before it; quotes and lists deeper than the limit are paragraphs.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Set
from functools import cache

from markdown_it import MarkdownIt, rules_block
from markdown_it.common.html_blocks import block_names
from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from jekyll_openapi.pages.inline import inline_rules

BlockRule = Callable[[StateBlock, int, int, bool], bool]

_BLOCKS = {"table_open", "tr_open", "paragraph_open", "heading_open", "fence", "code_block", "html_block"}
_LISTS = {"bullet_list_open", "ordered_list_open"}
_ELEMENT = re.compile(r"</?(?!(?:script|pre|style|textarea)\b)([a-z][\w-]*)", re.IGNORECASE)
_INLINE_ELEMENT = re.compile(
    "a|abbr|audio|b|bdi|bdo|br|button|canvas|cite|code|data|del|dfn|em|embed|i|img|input|ins|kbd|label|mark|object|"
    "picture|q|s|samp|select|small|span|strong|sub|sup|svg|template|time|u|var|video|wbr"
)
_SCRIPT = re.compile(r"[ \t>]*<script\b", re.IGNORECASE)


@cache
def make_parser(nesting: int) -> MarkdownIt:
    """A parser of blocks or spans; quotes and lists nest as deep as the number says."""
    parser = MarkdownIt("commonmark", {"maxNesting": 4 * nesting})
    # A target is compared with permalinks, as it is written.
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.core.ruler.enableOnly(["normalize", "block"])
    parser.block.ruler.enable("table")
    everywhere = ["paragraph", "reference", "blockquote", "list"]
    for name, rule, ends in (
        ("table", _placed(rules_block.table), everywhere[:2]),
        ("code", _placed(rules_block.code), []),
        ("fence", _placed(rules_block.fence), everywhere),
        ("blockquote", _bounded(rules_block.blockquote, nesting), everywhere),
        ("list", _placed(_bounded(rules_block.list_block, nesting), _LISTS), everywhere[:3]),
        ("html_block", _placed(_html_block), everywhere[:3]),
        ("heading", _placed(rules_block.heading), everywhere[:3]),
        ("lheading", _placed(rules_block.lheading), []),
        ("paragraph", _placed(rules_block.paragraph), []),
    ):
        parser.block.ruler.at(name, rule, {"alt": ends})
    parser.inline.ruler = Ruler()
    for inline_name, inline_rule in inline_rules():
        parser.inline.ruler.push(inline_name, inline_rule)
    return parser


def lines_of(token: Token) -> list[tuple[int, int]]:
    """Start and end of each line of a block, without its indentation and quote marks."""
    lines: list[tuple[int, int]] = token.meta["lines"]
    return lines


def _placed(rule: BlockRule, types: Set[str] = _BLOCKS) -> BlockRule:
    """The rule, noting in its tokens where their lines stand."""

    def noting(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        before = len(state.tokens)
        if not rule(state, start, end, silent):
            return False
        for token in state.tokens[before:]:
            if token.type in types and token.map:
                lines = range(*token.map)
                token.meta["lines"] = [(state.bMarks[line] + state.tShift[line], state.eMarks[line]) for line in lines]
        return True

    return noting


def _bounded(rule: BlockRule, nesting: int) -> BlockRule:
    """The rule of a container, not applied beyond the nesting; where that happened first is kept as `deep`."""

    def bounded(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        depth = state.env.get("depth", 0)
        if not silent and depth == nesting:
            if rule(state, start, end, True):
                state.env.setdefault("deep", state.bMarks[start] + state.tShift[start])
            return False
        state.env["depth"] = depth + 1
        found = rule(state, start, end, silent)
        state.env["depth"] = depth
        return found

    return bounded


def _html_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """markdown-it's rule, ended before a line that opens a script."""
    begin = state.bMarks[start] + state.tShift[start]
    element = _ELEMENT.match(state.src, begin)
    if element and not _is_html(element[1].lower()):
        return False
    if element and not silent:
        scripts = state.env.setdefault("scripts", None) or _script_lines(state)
        state.env["scripts"] = scripts
        end = min(end, scripts[bisect_right(scripts, start)])
    return rules_block.html_block(state, start, end, silent)


def _is_html(name: str) -> bool:
    """Whether an element is one of HTML, or of the author's: `<none>` and `<entity>` are words."""
    return name in block_names or "-" in name or bool(_INLINE_ELEMENT.fullmatch(name))


def _script_lines(state: StateBlock) -> list[int]:
    """The lines that open a script, and the one behind the last."""
    lines = (line for line in range(state.lineMax) if _SCRIPT.match(state.src, state.bMarks[line]))
    return [*lines, state.lineMax]
