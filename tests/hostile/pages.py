"""Pages that nobody means well with, up to a megabyte each."""

from collections.abc import Callable

from tests.hostile.documents import filled, laughs

HEAD = "---\ntitle: Thing\npermalink: /things/thing\n---\n\n"
OPERATION = "---\ntitle: /thing/do\nop: true\npermalink: /ops/thing/do\n---\n\n"
TABLE = "## Thing\n\n### Definition\n\n| Property | Tags | Type | Remarks\n|:---------|:-----|:-----|:-------\n"


def row(name: str = "a", tags: str = "`none`{: .label }", kind: str = "string", remarks: str = "x") -> str:
    return f"| `{name}` | {tags} | {kind} | {remarks}\n"


def entity(rows: str) -> str:
    return HEAD + TABLE + rows


def tryit(script: str) -> str:
    return f"{OPERATION}<script>\nwindow[TDV].defineTryit({script});\n</script>\n\n## `/thing/do`\n\n### Request\n\nNone.\n"


PAGES: dict[str, Callable[[], str | bytes]] = {
    "empty": lambda: "",
    "NUL": lambda: HEAD + "a\0b\n",
    "a binary": lambda: bytes(range(256)) * 4000,
    "UTF-16": lambda: HEAD.encode("utf-16"),
    "Latin-1": lambda: HEAD.encode() + "Grüße\n".encode("latin-1"),
    "one long line": lambda: HEAD + filled("word "),
    "one long word": lambda: HEAD + filled("x"),
    "only line ends": lambda: HEAD + filled("\n"),
    "only carriage returns": lambda: HEAD + filled("\r"),
    "quotes in quotes": lambda: HEAD + filled("> "),
    "lists in lists": lambda: HEAD + filled("- "),
    "numbers in numbers": lambda: HEAD + filled("1. ", 300_000),
    "stars": lambda: HEAD + filled("*"),
    "stars and letters": lambda: HEAD + filled("*a"),
    "stars and underscores": lambda: HEAD + filled("*_", 300_000),
    "backticks": lambda: HEAD + filled("`"),
    "backticks that grow": lambda: HEAD + "".join("`" * n + "x" for n in range(1400)),
    "opening brackets": lambda: HEAD + filled("["),
    "links without an end": lambda: HEAD + filled("[a]("),
    "images in images": lambda: HEAD + filled("![a"),
    "angle brackets": lambda: HEAD + filled("<"),
    "open tags": lambda: HEAD + filled("<div>"),
    "open comments": lambda: HEAD + filled("<!--"),
    "open spans": lambda: HEAD + filled("a<b "),
    "character references": lambda: HEAD + filled("&#9;"),
    "a reference to a large number": lambda: HEAD + "&#" + filled("9") + ";\n",
    "definitions of links": lambda: HEAD + "".join(f"[a{n}]: /x\n" for n in range(60_000)),
    "attribute lists": lambda: HEAD + filled("{: .a}\n"),
    "a long attribute list": lambda: entity(row(tags="`none`{: " + filled(".a ", 500_000) + "}")),
    "headings": lambda: HEAD + filled("## a\n"),
    "underlines": lambda: HEAD + filled("a\n===\n"),
    "a fence that does not end": lambda: HEAD + "```\n" + filled("x\n"),
    "fences": lambda: HEAD + filled("```\n"),
    "pipes": lambda: HEAD + filled("|"),
    "tables": lambda: HEAD + filled("|a|\n|-|\n|b|\n\n"),
    "a table with many rows": lambda: entity("".join(row(f"a{n}") for n in range(15_000))),
    "a row with many cells": lambda: HEAD + TABLE + "| `a` " + filled("| b "),
    "one property again and again": lambda: entity(row() * 15_000),
    "a long enumeration": lambda: entity(row(kind=filled('"a" ', 500_000))),
    "an enumeration of many": lambda: entity(row(kind=" ".join(f'"e{n}"' for n in range(60_000)))),
    "a type in types": lambda: entity(row(kind=filled("array of ", 300_000) + "string")),
    "brackets behind a type": lambda: entity(row(kind="string" + filled("[]", 300_000))),
    "a condition without an end": lambda: entity(row(remarks="Required if `a` is `b`" + filled(" and `a` is `b`", 500_000))),
    "alternatives without an end": lambda: entity(row(remarks="Required if " + filled("`a` or ", 500_000))),
    "limits without an end": lambda: entity(row(remarks=filled("<= 64 chars ", 500_000))),
    "names that are nearly one": lambda: entity("".join(row(f"{'a' * 300}{n}") for n in range(1500))),
    "labels that are nearly one": lambda: entity("".join(row(f"a{n}", tags=f"`requried{'x' * 200}{n}`") for n in range(1500))),
    "references to nothing": lambda: entity("".join(row(f"a{n}", kind=f"[`Thimg{n}`]({{{{site.baseurl}}}}/x)") for n in range(5000))),
    "a reference to itself": lambda: entity(row(kind="[`Thing`]({{site.baseurl}}/things/thing)")),
    "a name that is a path": lambda: entity(row("../../x")),
    "a name with escapes": lambda: entity(row("\x1b]0;x\x07\u202e")),
    "a name that is an attribute": lambda: entity(row("__class__") + row("self") + row("ª") + row("a")),
    "a long name": lambda: entity(row("a" * 400_000)),
    "a long title": lambda: f"---\ntitle: {filled('x', 60_000)}\n---\n{TABLE}{row()}",
    "front matter without an end": lambda: "---\n" + filled("a: b\n"),
    "deep front matter": lambda: "---\na: " + "[" * 60_000 + "\n---\nx\n",
    "laughs in front matter": lambda: f"---\n{laughs(9, 9)}\n---\nx\n",
    "dashes": lambda: filled("---\n"),
    "open outputs": lambda: HEAD + filled("{{"),
    "outputs": lambda: HEAD + filled("{{ a }}", 300_000),
    "open tags of Liquid": lambda: HEAD + filled("{% if a %}", 300_000),
    "raw without an end": lambda: HEAD + "{% raw %}" + filled("{{ a }}"),
    "loops in loops": lambda: HEAD + "{% for i in (1..1000) %}" * 8 + "x" + "{% endfor %}" * 8,
    "a long range": lambda: HEAD + "{% for i in (1..999999999) %}x{% endfor %}",
    "a joined range": lambda: HEAD + '{{ (1..99999999) | join: "," | size }}',
    "a text that doubles": lambda: HEAD + "{% assign a = 'x' %}" + "{% capture a %}{{ a }}{{ a }}{% endcapture %}" * 40 + "{{ a }}",
    "filters without an end": lambda: HEAD + "{{ 'a'" + filled(" | append: 'a'", 300_000) + " }}",
    "a product without an end": lambda: HEAD + "{{ 9" + filled(" | times: 999999999", 200_000) + " }}",
    "settings that are nearly there": lambda: HEAD + "".join(f"{{{{ site.{'x' * 700}{n} }}}}\n" for n in range(400)),
    "a case that does not end": lambda: HEAD + "{% case a %}" + filled("{% when 1 %}", 300_000),
    "a script in scripts": lambda: tryit("{ a: " * 30_000),
    "a deep list in a script": lambda: tryit("{ endpoint: '/thing/do', params: { a: " + "[" * 100_000 + "]" * 100_000 + " } }"),
    "a long number in a script": lambda: tryit("{ endpoint: '/thing/do', method: 'POST', params: { a: " + filled("9", 500_000) + " } }"),
    "a large exponent in a script": lambda: tryit("{ endpoint: '/thing/do', method: 'POST', params: { a: 1e999999999 } }"),
    "a long text in a script": lambda: tryit("{ endpoint: '/thing/do', params: { a: '" + filled("\\u{1F600}", 500_000) + "' } }"),
    "half of a character in a script": lambda: tryit("{ endpoint: '/thing/do', method: 'POST', params: { a: '\\ud800' } }"),
    "many parameters in a script": lambda: tryit("{ endpoint: '/thing/do', method: 'POST', params: {" + "".join(f"a{n}: 1," for n in range(60_000)) + "} }"),
    "a path that climbs": lambda: "---\ntitle: /../../x\nop: true\n---\n## `/../../x`\n",
    "a path of parameters": lambda: f"---\ntitle: {'/{a}' * 5000}\nop: true\n---\n## `{'/{a}' * 5000}`\n",
}  # fmt: skip
