"""Jekyll's own Liquid filters, as far as documentation pages use them."""

import html
import json
import re
from collections.abc import Callable, Iterable, Mapping
from urllib.parse import quote

from jekyll_openapi.patterns import regex

_CONDITION = regex(r"\s*([\w.]+)\s*(==|!=|contains)\s*(.+?)\s*")


def filters(site: object) -> dict[str, Callable[..., object]]:
    """The filters by name. `relative_url` and `absolute_url` use the site's settings."""

    def setting(name: str) -> object:
        return site.get(name) if isinstance(site, Mapping) else None

    return {
        "relative_url": lambda value: _join(setting("baseurl"), value),
        "absolute_url": lambda value: _join(setting("url"), setting("baseurl"), value),
        "where_exp": _where_exp,
        "group_by": _group_by,
        "slugify": lambda value, *_: re.sub(r"[\W_]+", "-", _text(value)).strip("-").lower(),
        "jsonify": lambda value: json.dumps(value, default=str, ensure_ascii=False),
        "inspect": lambda value: json.dumps(value, default=str, ensure_ascii=False),
        "markdownify": _same,
        "smartify": _same,
        "liquify": _same,
        "xml_escape": lambda value: html.escape(_text(value)),
        "cgi_escape": lambda value: quote(_text(value), safe=""),
        "uri_escape": lambda value: quote(_text(value), safe="/:?&=#"),
        "normalize_whitespace": lambda value: " ".join(_text(value).split()),
        "number_of_words": lambda value, *_: len(_text(value).split()),
        "array_to_sentence_string": _sentence,
        "to_integer": lambda value: int(float(str(value) or 0)),
        "push": lambda value, one: [*_items(value), one],
        "unshift": lambda value, one: [one, *_items(value)],
        "pop": lambda value, *_: _items(value)[:-1],
        "shift": lambda value, *_: _items(value)[1:],
    }


def _text(value: object) -> str:
    """The value as Liquid shows it."""
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _same(value: object) -> object:
    return value


def _items(value: object) -> list[object]:
    if isinstance(value, Mapping):
        return list(value.values())
    return list(value) if isinstance(value, Iterable) and not isinstance(value, str) else [value]


def _property(item: object, path: str) -> object:
    for part in path.split("."):
        item = item.get(part) if isinstance(item, Mapping) else None
    return item


def _where_exp(value: object, name: str, condition: str) -> list[object]:
    """The items for which a simple comparison holds."""
    match = _CONDITION.fullmatch(str(condition))
    if not match:
        prefix = f"{name}."
        return [one for one in _items(value) if _property(one, str(condition).strip().removeprefix(prefix))]
    path, sign, written = match[1].removeprefix(f"{name}."), match[2], match[3].strip("\"'")
    wanted: object = {"true": True, "false": False, "nil": None}.get(written, written)

    def holds(item: object) -> bool:
        found = item if path == name else _property(item, path)
        if sign == "contains":
            return isinstance(found, str | list | tuple) and written in found
        return (found == wanted or str(found) == str(wanted)) == (sign == "==")

    return [one for one in _items(value) if holds(one)]


def _group_by(value: object, name: str) -> list[dict[str, object]]:
    groups: dict[str, list[object]] = {}
    for item in _items(value):
        found = _property(item, str(name))
        groups.setdefault(_text(found), []).append(item)
    return [{"name": key, "items": items, "size": len(items)} for key, items in groups.items()]


def _sentence(value: object, connector: str = "and") -> str:
    words = [_text(one) for one in _items(value)]
    if len(words) < 3:
        return f" {connector} ".join(words)
    return f"{', '.join(words[:-1])}, {connector} {words[-1]}"


def _join(*parts: object) -> str:
    """The parts of a URL joined by single slashes. The result begins with a slash unless it is absolute."""
    texts = [str(part).strip("/") if index else str(part).rstrip("/") for index, part in enumerate(parts) if part]
    joined = "/".join(texts)
    return joined if joined.startswith(("/", "http")) else f"/{joined}"
