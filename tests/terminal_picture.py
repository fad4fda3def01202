"""An SVG of what a command shows at a terminal, with the colours of its escapes, light and dark."""

import re
from html import escape
from textwrap import wrap

_COLUMNS = 92
_LINE, _CELL, _EDGE = 19, 7.83, 16
_CLASSES = {"31": "red", "32": "green", "33": "amber", "2": "soft"}
_STYLE = """text { font: 13px ui-monospace, Menlo, Consolas, monospace; fill: #1f2328; white-space: pre }
.red { fill: #cf222e } .green { fill: #1a7f37 } .amber { fill: #9a6700 } .soft { fill: #59636e }
.back { fill: #f6f8fa; stroke: #d0d7de }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3 } .red { fill: #ff7b72 } .green { fill: #3fb950 } .amber { fill: #d29922 } .soft { fill: #9198a1 }
.back { fill: #161b22; stroke: #30363d }
}"""
_PAINTED = re.compile(r"\x1b\[(\d+)m(.*?)\x1b\[0m")


def picture(title: str, shown: str) -> str:
    """The lines as an SVG, those that are too long broken as a terminal of 92 columns has them."""
    lines = [part for line in shown.strip("\n").split("\n") for part in _fitting(line)]
    width, height = round(_COLUMNS * _CELL + 2 * _EDGE), len(lines) * _LINE + 2 * _EDGE
    rows = "\n".join(
        f'<text x="{_EDGE}" y="{_EDGE + _LINE * at + 14}">{_coloured(line)}</text>' for at, line in enumerate(lines)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">\n'
        f"<title>{escape(title)}</title>\n<style>\n{_STYLE}\n</style>\n"
        f'<rect class="back" x="0.5" y="0.5" width="{width - 1}" height="{height - 1}" rx="8"/>\n{rows}\n</svg>\n'
    )


def _fitting(line: str) -> list[str]:
    plain = _PAINTED.sub(r"\2", line)
    if len(plain) <= _COLUMNS:
        return [line]
    parts = wrap(plain, _COLUMNS, subsequent_indent="     ", break_long_words=False, break_on_hyphens=False)
    # A colour stands in the first part: a severity.
    for code, word in _PAINTED.findall(line):
        parts[0] = parts[0].replace(word, f"\x1b[{code}m{word}\x1b[0m", 1)
    return parts


def _coloured(line: str) -> str:
    spans = escape(line, quote=False)
    return _PAINTED.sub(lambda found: f'<tspan class="{_CLASSES[found[1]]}">{found[2]}</tspan>', spans)
