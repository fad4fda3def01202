"""Renders text of pages as HTML: CommonMark without raw HTML, images and headings, and with http and https links
only."""

import re
from collections.abc import Sequence
from typing import Any

from markdown_it import MarkdownIt
from markupsafe import Markup

from jekyll_openapi.patterns import regex

_WEB = regex(r"https?://[^\s]+", re.I)


class _Markdown(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802, the library's name
        return _WEB.fullmatch(url) is not None


def _open_link(self: Any, tokens: Sequence[Any], index: int, options: Any, env: Any) -> str:
    tokens[index].attrSet("rel", "noopener noreferrer")
    return str(self.renderToken(tokens, index, options, env))


def _code(_: Any, tokens: Sequence[Any], index: int, __: Any, ___: Any) -> str:
    """A code block that can be scrolled with the keyboard."""
    return str(Markup('<pre tabindex="0"><code>{}</code></pre>\n').format(tokens[index].content))


_MARKDOWN = _Markdown("commonmark", {"html": False}).disable(
    # Page text is foreign input: no HTML of its own, nothing loaded, and no headings that break the outline.
    ["image", "html_block", "html_inline", "heading", "lheading"]
)
_MARKDOWN.add_render_rule("link_open", _open_link)
_MARKDOWN.add_render_rule("fence", _code)
_MARKDOWN.add_render_rule("code_block", _code)


def blocks(text: str) -> Markup:
    """The text as paragraphs, lists and code blocks."""
    return Markup(_MARKDOWN.render(text).strip())


def line(text: str) -> Markup:
    """The text as inline HTML: code spans, emphasis and links."""
    return Markup(_MARKDOWN.renderInline(text))
