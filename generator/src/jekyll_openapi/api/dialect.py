"""What differs between documentation sites, as one value: section titles, columns, labels, words for types, scripts."""

import difflib
from dataclasses import dataclass, field, fields, replace

from jekyll_openapi.api.model import Primitive

_WORDS = {
    "string": Primitive("string"),
    "number": Primitive("number"),
    "boolean": Primitive("boolean"),
    "bool": Primitive("boolean"),
    "int": Primitive("integer"),
    "integer": Primitive("integer"),
    "int32": Primitive("integer", "int32"),
    "int64": Primitive("integer", "int64"),
    "float": Primitive("number", "float"),
    "double": Primitive("number", "double"),
    "date string": Primitive("string", "date-time"),
    "string date": Primitive("string", "date-time"),
    "json": Primitive("any", "json"),
    "object": Primitive("object"),
}


@dataclass(frozen=True, slots=True)
class Dialect:
    """The words of a site, in lower case where case does not count; the defaults are those of the Tradovate pages."""

    request_sections: tuple[str, ...] = ("request", "request body")
    response_sections: tuple[str, ...] = ("response",)
    response_object_sections: tuple[str, ...] = ("object",)
    definition_sections: tuple[str, ...] = ("definition",)
    note_sections: tuple[str, ...] = ("notes",)
    """Their text belongs to the description."""
    example_sections: tuple[str, ...] = ("example", "examples", "format")
    silent_sections: tuple[str, ...] = ("related",)
    """Their text is navigation: it states nothing about the API."""

    property_columns: tuple[str, ...] = ("property", "parameter")
    label_columns: tuple[str, ...] = ("tags", "tag")
    type_columns: tuple[str, ...] = ("type",)
    remark_columns: tuple[str, ...] = ("remarks",)

    required_labels: tuple[str, ...] = ("required",)
    optional_labels: tuple[str, ...] = ("none",)
    filler_labels: tuple[str, ...] = ("label",)
    """Labels that mean nothing."""
    practice_class: str = "label-yellow"
    """The class that turns `required` into required in practice."""

    nothing: tuple[str, ...] = ("<none>",)
    """What stands in a cell for: there is none."""
    type_words: dict[str, Primitive] = field(default_factory=lambda: dict(_WORDS))
    enum_words: tuple[str, ...] = ("enum",)
    array_words: tuple[str, ...] = ("array",)

    operation_field: str = "op"
    """The front matter field that marks an operation page with `true`."""
    link_prefixes: tuple[str, ...] = ("/entity-system/index/", "/entity-system/entity-index/")
    """Under any of these the last part of a link names a schema, wherever its page has moved."""

    tryit_call: str = "definetryit"
    tryit_path: str = "endpoint"
    tryit_method: str = "method"
    tryit_body: str = "params"
    tryit_query: str = "query"
    tryit_exclude: str = "exclude"
    tryit_shared: str = "dynamic"
    tryit_known: tuple[str, ...] = ("name", "message", "excerpt")
    """Keys of the script that state nothing about the API."""
    optional_key: str = "//"
    """A parameter's key that begins so is optional."""
    callout_call: str = "buildcallouts"
    auth_callout: str = "defaultauthwarning"

    entity_variable: str = "{entity}"
    """The first part of a shared operation's path."""
    id_property: str = "id"
    """A definition with this property is an entity."""
    id_suffix: str = "Id"
    """A property `accountId` holds the id of an `Account`."""
    id_parameters: tuple[str, ...] = ("id", "ids", "masterid", "masterids")
    """Parameters of shared operations that hold ids of entities."""
    parameter_words: dict[str, Primitive] = field(default_factory=lambda: {"l": _WORDS["int32"]})
    """Types of other parameters of shared operations whose sample value does not tell."""
    named_only: tuple[str, ...] = ("find", "suggest")
    """Shared operations that hold for entities with a `name_property` alone."""
    name_property: str = "name"
    changing_verbs: tuple[str, ...] = (
        "accept", "activate", "add", "adjust", "cancel", "change", "close", "create", "deactivate", "delete",
        "interrupt", "liquidate", "modify", "opt", "place", "publish", "remove", "request", "reset", "revoke", "roll",
        "send", "set", "sign", "start", "stop", "switch", "update",
    )  # fmt: skip
    """An operation whose name begins so changes something."""


TRADOVATE = Dialect()


class DialectError(Exception):
    """A setting of a dialect cannot be used; says which and why."""


_EXACT = ("id_", "name_property", "named_only", "entity_variable", "operation_field", "practice_class", "tryit_")
"""What settings begin with whose letter case counts, the names of calls excepted."""


def dialect_from(settings: dict[str, object]) -> Dialect:
    """The default dialect with the settings in place of its own; `type_words` are added to its own.

    Raises DialectError.
    """
    known = {one.name: getattr(TRADOVATE, one.name) for one in fields(Dialect)}
    changed: dict[str, object] = {}
    for name, value in settings.items():
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            raise DialectError(f"there is no setting `{name}`" + (f"; did you mean `{near[0]}`?" if near else ""))
        changed[name] = _setting(name, value, known[name])
    return replace(TRADOVATE, **changed)  # type: ignore[arg-type]


def _setting(name: str, value: object, default: object) -> object:
    fold = str if name.startswith(_EXACT) and name != "tryit_call" else str.casefold
    if isinstance(default, str) and isinstance(value, str) and value:
        return fold(value)
    if isinstance(default, tuple) and isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(map(fold, value))
    if isinstance(default, dict) and isinstance(value, dict):
        return default | {str(word).casefold(): _type_word(name, type_) for word, type_ in value.items()}
    kind = "a text" if isinstance(default, str) else "a list of texts" if isinstance(default, tuple) else "a table"
    raise DialectError(f"`{name}` wants {kind}")


def _type_word(name: str, type_: object) -> Primitive:
    known = TRADOVATE.type_words.get(str(type_).casefold())
    if known is None:
        raise DialectError(f"`{name}`: {type_!r} is none of {', '.join(TRADOVATE.type_words)}")
    return known
