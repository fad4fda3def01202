"""Reads `[tool.jekyll-openapi.dialect]` into a Dialect, and writes the page that documents its settings."""

import re
from collections.abc import Iterator

from jekyll_openapi.api.dialect import ARRAY, TRADOVATE, Dialect
from jekyll_openapi.api.model import Array, Primitive, Schema
from jekyll_openapi.nearest import nearest
from jekyll_openapi.records import Field, fields, replace


class DialectError(Exception):
    """A dialect setting cannot be used; the message names the setting and the reason."""


_EXACT = (
    "id_", "name_property", "named_only", "entity_variable", "operation_field", "path_field", "method_field",
    "path_prefixes", "practice_class", "nesting_marks", "foreign_marks", "tryit_",
)  # fmt: skip
"""Prefixes of settings in which letter case matters, except names of calls."""
_PATTERNS = ("_sections", "_columns", "_leads", "_remarks", "_paragraphs", "_words")
"""Suffixes of settings whose values are regular expressions."""
_PLAIN_WORDS = ("type_words", "parameter_words", "enum_words", "array_words", "method_words")


def dialect_from(settings: dict[str, object]) -> Dialect:
    """The default dialect, changed by the settings. `type_words` are added to the default ones.

    Raises DialectError.
    """
    known = {one.name: one for one in fields(Dialect)}
    changed: dict[str, object] = {}
    for name, value in settings.items():
        if name not in known:
            near = nearest(name, known)
            raise DialectError(f"there is no setting `{name}`" + (f"; did you mean `{near[0]}`?" if near else ""))
        changed[name] = _setting(known[name], value)
    return replace(TRADOVATE, **changed)  # type: ignore[arg-type]


def _setting(known: "Field[object]", value: object) -> object:
    name, default = known.name, getattr(TRADOVATE, known.name)
    fold = str if name.startswith(_EXACT) and name != "tryit_call" else str.casefold
    found: object = None
    if isinstance(default, str) and isinstance(value, str) and value:
        found = fold(value)
    elif isinstance(default, tuple) and isinstance(value, list) and all(isinstance(one, str) for one in value):
        # Case-folded patterns would turn `\S` into `\s`.
        found = tuple(value) if is_pattern(name) else tuple(map(fold, value))
    elif isinstance(default, dict) and isinstance(value, dict):
        return default | {str(word).casefold(): _type_word(name, type_) for word, type_ in value.items()}
    if found is None:
        kind = (
            "a string" if isinstance(default, str) else "a list of strings" if isinstance(default, tuple) else "a table"
        )
        raise DialectError(f"`{name}` must be {kind}, got {value!r:.60}")
    _check(known, (found,) if isinstance(found, str) else found)
    return found


def is_pattern(name: str) -> bool:
    """Whether the values of a setting are regular expressions."""
    return name.endswith(_PATTERNS) and name not in _PLAIN_WORDS


def _check(known: "Field[object]", values: object) -> None:
    assert isinstance(values, tuple)
    choices: tuple[str, ...] = known.metadata["choices"]
    for value in values:
        if choices and value not in choices:
            raise DialectError(f"`{known.name}`: {value!r} is not one of {', '.join(choices)}")
        if is_pattern(known.name):
            try:
                re.compile(value)
            except re.error as problem:
                raise DialectError(f"`{known.name}`: {value!r} is not a regular expression: {problem}") from problem


def _type_word(name: str, type_: object) -> Schema:
    """The type for a type word, or for `array`, or for `array of string`."""
    word = str(type_).casefold()
    items = word.removeprefix("array of ")
    if word == "array":
        return ARRAY
    if word == "any":
        return Primitive("any")
    known = TRADOVATE.type_words.get(items)
    if known is None:
        raise DialectError(f"`{name}`: {type_!r} is not one of any, array, {', '.join(TRADOVATE.type_words)}")
    return known if items == word else Array(known)


# --- the page that lists them -----------------------------------------------------------------------------------------


def settings_page() -> str:
    """A Markdown page of all dialect settings: name, type, default, effect, example."""
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    yield "# Settings of a dialect"
    yield ""
    yield "Generated from `jekyll_openapi.api.dialect` by `python -m jekyll_openapi.api.settings`."
    yield ""
    yield "Settings go into `[tool.jekyll-openapi.dialect]` of `pyproject.toml`. Patterns are regular expressions"
    yield "that must match the whole title, column or sentence, ignoring letter case."
    for one in fields(Dialect):
        yield ""
        yield f"## `{one.name}`"
        yield ""
        yield from explained(one.name)


def summaries() -> dict[str, str]:
    """Setting -> what it does."""
    return {one.name: str(one.metadata["about"]) for one in fields(Dialect)}


def explained(name: str) -> Iterator[str]:
    """The Markdown lines about a setting; raises KeyError if there is no such setting."""
    one = {one.name: one for one in fields(Dialect)}[name]
    default = getattr(TRADOVATE, name)
    yield str(one.metadata["about"])
    yield ""
    yield f"- Type: {_kind(name, default)}"
    if one.metadata["choices"]:
        yield f"- One of: {', '.join(f'`{choice}`' for choice in one.metadata['choices'])}"
    yield f"- Default: `{_toml(default)}`"
    yield f"- Example: `{name} = {one.metadata['example']}`"


def _kind(name: str, default: object) -> str:
    if isinstance(default, dict):
        return "table of words, each with a type"
    if isinstance(default, str):
        return "string"
    return "list of patterns" if is_pattern(name) else "list of strings"


def _toml(value: object) -> str:
    if isinstance(value, dict):
        from jekyll_openapi.api.notation import show

        return "{" + ", ".join(f'"{word}" = "{show(type_)}"' for word, type_ in value.items()) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return "'" + str(value) + "'" if "\\" in str(value) else '"' + str(value) + '"'


if __name__ == "__main__":
    print(settings_page(), end="")
