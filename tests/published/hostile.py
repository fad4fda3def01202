"""A spec in which every text that a page, an overlay or a person can give is hostile."""

from typing import Any

from jekyll_openapi.openapi.json import Json
from tests.published.kinds import parts

PAYLOADS = (
    "<script>document.title = 'owned'</script>",
    "</script><script>document.title = 'owned'</script>",
    "</style><script>document.title = 'owned'</script>",
    "<img src=x onerror=\"document.title = 'owned'\">",
    '"><svg onload="document.title = \'owned\'">',
    "' onmouseover='document.title = 1' x='",
    "[click](javascript:document.title='owned')",
    "[click](JaVaScRiPt&colon;document.title='owned')",
    "[click](data:text/html,<script>document.title='owned'</script>)",
    "<javascript:document.title='owned'>",
    "![image](https://example.invalid/pixel.png)",
    "[a](https://example.invalid/\" onclick=\"document.title='owned')",
    "`</code><script>document.title = 'owned'</script>",
    "{{ 7 * 7 }}{% raw %}${document.title = 'owned'}",
    "\u2028document.title = 'owned'\u2029",
    "\u202e<b>\u2066 &lt;script&gt; --> <!-- ]]>",
    "$..*",
    "a.md:1 (b.md:2), /x:3",
)
NAMED = ("paths", "schemas", "properties", "examples", "responses")


def hostile_spec(spec: Json, text: str) -> Json:
    """The spec with the text in every place that holds text, and among the names."""
    hostile: Json = _object("openapi", spec, text)
    return hostile


def _object(kind: str, content: Any, text: str) -> Any:
    if not isinstance(content, dict):
        return content
    known = {way[0]: way for _, way in parts(kind, content)}
    done = {keyword: value if keyword in known else _texts(keyword, value, text) for keyword, value in content.items()}
    for part, way in parts(kind, content):
        if len(way) == 1:
            done[way[0]] = _object(part, content[way[0]], text)
        elif isinstance(content[way[0]], list):
            done[way[0]] = [_object(part, one, text) for one in content[way[0]]]
        else:
            named = {name: _object(part, one, text) for name, one in content[way[0]].items()}
            first = next(iter(named.values()))
            done[way[0]] = {**named, text: first} if way[0] in NAMED else named
    return done


def _texts(keyword: str, value: Any, text: str) -> Any:
    """The value with the text in place of each text, where a person or page can choose it."""
    if keyword in ("$ref", "openapi", "in", "operationId", "tags", "required", "security"):
        return value
    if isinstance(value, str):
        return f"{value} {text}" if keyword not in ("type", "format") else text
    if isinstance(value, list):
        return [_texts(keyword, one, text) for one in value]
    if isinstance(value, dict):
        return {name: _texts(name, one, text) for name, one in value.items()}
    return value
