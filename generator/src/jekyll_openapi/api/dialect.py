"""What differs between documentation sites, as one value: section titles, columns, labels, words for types, scripts."""

from dataclasses import dataclass, field

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
    """The words of a site, all in lower case; the defaults are those of the Tradovate pages."""

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
    parameter_words: dict[str, str] = field(default_factory=lambda: {"l": "int32"})
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
