"""The settings that differ between documentation sites: where operations stand, titles, labels, words for types.

Readers contain none of these words. Titles and `..._leads` and `..._remarks` sentences are regular expressions that
must match the whole text, ignoring case.
"""

from typing import Any

from jekyll_openapi.api.model import Array, Primitive, Schema
from jekyll_openapi.api.type_words import TYPE_WORDS
from jekyll_openapi.records import dataclass, field

LINES = ("bold", "colon", "html", "item")
PLACES = ("heading", "title", "script", "front matter", "fence", "bold", "table", "item", "label", "element", "call")
"""Where a page can state an operation, most trusted first."""


def _is(default: object, about: str, example: str, choices: tuple[str, ...] = ()) -> Any:
    """A setting: its default value, what it does (shown in docs/dialect.md), an example in TOML, and its allowed
    values."""
    metadata = {"about": about, "example": example, "choices": choices}
    if isinstance(default, dict):
        return field(default_factory=lambda: dict(default), metadata=metadata)
    return field(default=default, metadata=metadata)


@dataclass(frozen=True, slots=True, eq=False)  # a key of caches: its hundreds of words are not compared
class Dialect:
    """The words of one site, in lower case where case is ignored. The defaults are those of the Tradovate pages."""

    # --- where an operation stands ---

    operation_places: tuple[str, ...] = _is(
        ("heading", "title", "script", "bold"),
        "Where pages state an operation's path: a heading (`/a/b`, `PUT /a/b`), the title, the try-it script, "
        "the front matter, a code block of lines `PUT /a/b`, a bold line, a table with columns for method and path, "
        "an item of a list or a paragraph that begins with `PUT /a/b`, a line `**URL**: /a/b`, an HTML element such as "
        '`<Endpoint method="PUT" path="/a/b" />` or `<div class="endpoint put">/a/b</div>`, the '
        "first curl call or HTTP request in a section.",
        '["fence"]',
        PLACES,
    )
    operation_sections: tuple[str, ...] = _is(
        (),
        "Titles of sections whose code blocks, bold lines and tables state operations; if empty, all sections count.",
        '["endpoints?"]',
    )
    operation_languages: tuple[str, ...] = _is(
        (), "Languages of the code blocks that state operations; if empty, any language counts.", '["plaintext"]'
    )
    operation_field: str = _is("op", "The front matter field that marks an operation page with `true`.", '"operation"')
    path_field: str = _is("path", "The front matter field that holds an operation's path.", '"endpoint"')
    method_field: str = _is("method", "The front matter field that holds an operation's method.", '"verb"')
    path_columns: tuple[str, ...] = _is(
        ("path", "endpoint", "url", "uri", "route"), "Columns that hold operations' paths.", '["resource"]'
    )
    method_columns: tuple[str, ...] = _is(
        ("method", "http method", "verb"), "Columns that hold operations' methods.", '["action"]'
    )
    method_words: tuple[str, ...] = _is(
        ("method", "http method"), "The words before a method in a line such as `**Method:** PUT`.", '["verb"]'
    )
    path_words: tuple[str, ...] = _is(
        ("url", "path", "endpoint", "uri", "route", "request url", "resource url", "request", "http request"),
        "The words before a path in a line such as `**URL**: /a/b`, and HTML attributes that hold a path.",
        '["address"]',
    )
    path_prefixes: tuple[str, ...] = _is(
        (),
        "Text before operations' paths that is not part of them, such as the server's address.",
        '["https://api.example.com/v1"]',
    )
    query_methods: tuple[str, ...] = _is(
        ("get", "head", "delete"),
        "Methods whose parameters go to the query unless the page says otherwise; for other methods, to the body.",
        '["get"]',
    )
    operation_names: str = _is(
        "path",
        "What operations are named after: the last part of the path, with its method and parameters where the path has "
        "parameters; or always method and path.",
        '"method and path"',
        ("path", "method and path"),
    )

    # --- sections ---

    heading_lines: tuple[str, ...] = _is(
        (),
        "Lines that count as headings: a paragraph all in bold or italics, a few words that end in a colon before a "
        "list, a table or code, an HTML heading, an item of a list that holds a list or code and has a known title.",
        '["bold", "colon"]',
        LINES,
    )
    request_sections: tuple[str, ...] = _is(
        (
            "requests?",
            "(request )?payload",
            "(request|json) (body|object|schema|data|properties|fields|attributes|format)",
            "((request|body|request body) )?(parameters|params|arguments|inputs?)",
        ),
        "Titles of sections whose tables list what an operation takes: rows named in the path are path parameters, "
        "the others go to the query or the body, as `query_methods` says.",
        '["parameters", "supported attributes"]',
    )
    path_sections: tuple[str, ...] = _is(
        ("path( (parameters?|params?|variables?))?", "(url|uri) (parameters?|params?)"),
        "Titles of sections of path parameters.",
        '["url segments"]',
    )
    query_sections: tuple[str, ...] = _is(
        ("query( string)?( (parameters?|params?))?",), "Titles of sections of query parameters.", '["url parameters"]'
    )
    header_sections: tuple[str, ...] = _is(
        ("header parameters?", "((http|request) )?headers?"), "Titles of sections of header parameters.", '["headers"]'
    )
    body_sections: tuple[str, ...] = _is(
        (), "Titles of sections of properties of the request body.", '["request body fields"]'
    )
    response_sections: tuple[str, ...] = _is(
        (
            "(responses?|returns?|results?|return (values?|types?)|outputs?)",
            r"((http|status|response|success(ful)?)( status| code| response)*:? )?2(\d\d|xx)\b.*",
            "(response|result) (body|payload|object|type|schema|data|properties|fields|attributes|parameters|format)",
            "success(ful)?( (response|result)s?)?|returned (object|value|data)|reply|answer",
        ),
        "Titles of sections that describe an operation's response.",
        '["response body fields"]',
    )
    definition_sections: tuple[str, ...] = _is(
        ("((object|entity|schema|type) )?(definitions?|specification|model)", "(object|entity|type) schema"),
        "Titles of sections that define the schema named by the heading above.",
        '["properties"]',
    )
    neutral_sections: tuple[str, ...] = _is(
        (
            "body",
            "(the )?object",
            "schema",
            "structure",
            "((object|entity) )?(properties|fields|attributes|members)",
            "(property|field|attribute|member) (list|reference|table|overview)",
        ),
        "Titles of sections that list properties and do not say of what: they define the schema that a page is about, "
        "or else say what an operation takes whose page has no request section.",
        '["contents"]',
    )
    note_sections: tuple[str, ...] = _is(
        ("notes",), "Titles of sections whose text is added to the description, without the title.", '["remarks"]'
    )
    example_sections: tuple[str, ...] = _is(
        ("examples?", "format", "request examples?"),
        "Titles of sections of examples: their code blocks are left out of descriptions.",
        '["example requests?.*"]',
    )
    response_example_sections: tuple[str, ...] = _is(
        ("example responses?",),
        "Titles of sections, and sentences before code blocks, that introduce an example response.",
        '["example output"]',
    )
    failure_sections: tuple[str, ...] = _is(
        ("[45]\\d\\d\\b.*", ".*\\b(errors?|failures?)\\b.*"),
        "Titles of sections about error responses: their tables and code blocks do not describe the response.",
        '["when it goes wrong"]',
    )
    silent_sections: tuple[str, ...] = _is(
        ("related",), "Titles of sections that only hold navigation: they state nothing about the API.", '["see also"]'
    )
    silent_paragraphs: tuple[str, ...] = _is(
        (), "Paragraphs that state nothing about the API.", '["the following table lists the .*"]'
    )
    free_tables: str = _is(
        "nothing",
        "How to read tables that follow an operation's path outside any known section: not at all, or as its request.",
        '"request"',
        ("nothing", "request"),
    )
    list_rows: str = _is(
        "typed",
        "Which lists in request sections are read like table rows: those where most items say a type or whether they "
        "are required, or all whose items begin with a name.",
        '"named"',
        ("typed", "named"),
    )
    request_leads: tuple[str, ...] = _is(
        (
            "(the )?(request )?(body|payload|parameters|arguments|request)( object)?"
            "( (takes|holds|has|contains|consists of|includes|is|are))?( (the|these) .*)?:",
            "(it|the (operation|endpoint|call|request|method)) (takes|expects|accepts)( (the|these) .*)?:",
        ),
        "Sentences directly before a table of what an operation takes.",
        '["supported attributes:"]',
    )
    response_leads: tuple[str, ...] = _is(
        (
            "(the )?(response|answer|result|reply)( (body|object))?( (holds|has|contains|consists of|includes|is))?"
            "( (the|these) .*)?:",
            "((it|this|(this|the) (operation|endpoint|call|request|method)) )?"
            "(returns|gives back|(answers|responds|replies)( with)?)"
            r"(?!.*\b(errors?|fail\w*|if|when)\b)( .*)?:",
        ),
        "Sentences directly before a table of what an operation returns.",
        '[".*response attributes:"]',
    )

    # --- columns and rows ---

    property_columns: tuple[str, ...] = _is(
        (
            "property", "name",
            "(property|parameter|field|attribute|argument|key|member|(http )?header)( name)?",
        ),
        "Columns that name properties and parameters; that of the first column also in the plural.",
        '["element"]',
    )  # fmt: skip
    label_columns: tuple[str, ...] = _is(("tags", "tag", "labels?", "flags?"), "Columns of tags.", '["marks"]')
    required_columns: tuple[str, ...] = _is(
        ("required\\??", "req\\.?", "mandatory\\??", "needed\\??", "requirement", "presence"),
        "Columns that say whether a row is required.",
        '["required/optional"]',
    )
    optional_columns: tuple[str, ...] = _is(
        ("(is )?optional\\??",), "Columns that say whether a row is optional.", '["can be left out"]'
    )
    type_columns: tuple[str, ...] = _is(
        ("type", "types", "(data|value|field|property|parameter)[ -]?types?", "kind"), "Columns of types.", '["form"]'
    )
    default_columns: tuple[str, ...] = _is(("default", "default value"), "Columns of default values.", '["preset"]')
    example_columns: tuple[str, ...] = _is(
        ("examples?", "example values?", "sample"), "Columns of example values.", '["for instance"]'
    )
    format_columns: tuple[str, ...] = _is(
        ("formats?", "constraints?", "limits?", "restrictions?", "length", "range"),
        "Columns of formats and limits: their cells are read as if they followed the type.",
        '["bounds"]',
    )
    value_columns: tuple[str, ...] = _is(
        (
            "((allowed|possible|valid|accepted|permitted|supported) )?(values|options)", "enum(eration)?( values)?",
            "choices",
        ),
        "Columns that list all allowed values, separated by commas or line breaks.",
        '["one of"]',
    )  # fmt: skip
    least_columns: tuple[str, ...] = _is(
        ("min(imum)?\\.?( (value|length|len))?",), "Columns of the smallest number, length or count.", '["from"]'
    )
    most_columns: tuple[str, ...] = _is(
        ("max(imum)?\\.?( (value|length|len))?",), "Columns of the largest number, length or count.", '["to"]'
    )
    pattern_columns: tuple[str, ...] = _is(
        ("pattern", "regexp?", "reg(ular )?ex(pression)?"), "Columns of regular expressions.", '["form"]'
    )
    nullable_columns: tuple[str, ...] = _is(
        ("null(able)?\\??", "(can|may) be null\\??"), "Columns that say whether a value can be null.", '["empty"]'
    )
    unit_columns: tuple[str, ...] = _is(
        ("units?",), "Columns of units: they are added to the description.", '["measured in"]'
    )
    remark_columns: tuple[str, ...] = _is(
        (
            "remarks?", "descriptions?", "notes?", "comments?", "details?", "meaning", "explanation", "purpose",
            "info(rmation)?",
        ),
        "Columns of prose about a row.",
        '["use"]',
    )  # fmt: skip
    applies_columns: tuple[str, ...] = _is(
        (), "Columns that name the methods a row applies to; a row that names none applies to all.", '["methods"]'
    )
    place_columns: tuple[str, ...] = _is(
        ("in", "location", "located in", "sent in", "param(eter)? (type|in|location)"),
        "Columns that say where a parameter is sent: `path`, `query`, `header`, `body`.",
        '["where"]',
    )
    nesting_marks: tuple[str, ...] = _is(
        (".", "->", "→", "::"), "What separates the name of an object from the name of a property in it.", '[".", ":"]'
    )
    query_array_mark: str = _is(
        "dropped",
        "Whether `[]` after a query parameter's name only says that it is an array, or is kept as part of the name.",
        '"kept"',
        ("dropped", "kept"),
    )

    required_labels: tuple[str, ...] = _is(
        ("required", "mandatory"), "Tags and column values that say required.", '["required", "yes"]'
    )
    optional_labels: tuple[str, ...] = _is(
        ("none", "optional"), "Tags and column values that say optional.", '["optional", "no"]'
    )
    filler_labels: tuple[str, ...] = _is(("label",), "Tags to ignore.", '["label", "new"]')
    deprecated_labels: tuple[str, ...] = _is(
        ("deprecated", "obsolete"), "Tags that say deprecated, and the front matter field.", '["legacy"]'
    )
    practice_class: str = _is(
        "label-yellow",
        "The CSS class of tags `required` that mean: required in practice, though formally optional.",
        '"label-orange"',
    )
    required_words: tuple[str, ...] = _is(
        (
            "yes", "y", "true", "required", "mandatory", "m", "always", "\u2713", "\u2714", "\u2705", "\u2611",
            "\\[x\\]", ":(white|heavy)_check_mark:",
        ),
        "Values of `required_columns` that say yes.",
        '["x"]',
    )  # fmt: skip
    optional_words: tuple[str, ...] = _is(
        (
            "no", "n", "false", "optional", "o", "", "-", "\u2013", "\u2014", "\u2717", "\u2718", "\u274c", "\u274e",
            "\u2610", "\\[ ?\\]", ":x:", "none", "never", "not (required|mandatory|needed)",
        ),
        "Values of `required_columns` that say no.",
        '["o"]',
    )  # fmt: skip
    conditional_words: tuple[str, ...] = _is(
        ("c|(yes|no|required|optional|conditional(ly)?|only|if|when|unless|for|depends|sometimes|see)\\b.*",),
        "Values of `required_columns` that say it depends: the row is optional, the words go to its description.",
        '["if .*"]',
    )
    required_remarks: tuple[str, ...] = _is(
        ("(this (parameter|field|property) is )?(required|mandatory)",),
        "Sentences of a remark that say required, used if neither a tag nor a column says it.",
        '["mandatory"]',
    )
    optional_remarks: tuple[str, ...] = _is(
        ("(this (parameter|field|property) is )?(optional(, .*)?|not (required|mandatory))",),
        "Sentences of a remark that say optional, used if neither a tag nor a column says it.",
        '["may be left out"]',
    )

    # --- types ---

    nothing: tuple[str, ...] = _is(("<none>",), "Cell contents that mean: none.", '["n/a"]')
    type_words: dict[str, Schema] = _is(
        TYPE_WORDS, "Words for types, each with the type it stands for; added to the built-in ones.",
        '{"time" = "string", "list" = "array"}',
    )  # fmt: skip
    enum_words: tuple[str, ...] = _is(
        ("enum", "enumeration"), "Words before the values of an enumeration.", '["one of"]'
    )
    array_words: tuple[str, ...] = _is(("array",), "Words for an array.", '["array", "list"]')

    # --- links and scripts ---

    link_prefixes: tuple[str, ...] = _is(
        ("/entity-system/index/", "/entity-system/entity-index/"),
        "Paths under which the last part of a link names a schema, even if its page has moved.",
        '["/schemas/"]',
    )
    front_matter: str = _is(
        "required",
        "Whether a Markdown file needs front matter to be a page, as in Jekyll. Without `_config.yml` and any front "
        "matter in the folder, none needs it.",
        '"optional"',
        ("required", "optional"),
    )
    page_suffixes: tuple[str, ...] = _is(
        (), "File extensions of pages, besides `md`, `markdown` and those in `_config.yml`.", '["mdx"]'
    )
    html_blocks: str = _is(
        "raw",
        "How to read the content of HTML blocks: as raw HTML, like kramdown, or as Markdown, like other generators.",
        '"markdown"',
        ("raw", "markdown"),
    )
    foreign_marks: tuple[str, ...] = _is(
        (),
        "Shortcodes of another site generator, each as its two marks: removed, except that one word in a line is kept.",
        '["{{< >}}"]',
    )
    tryit_call: str = _is("definetryit", "The script function whose call describes an operation.", '"tryit"')
    tryit_path: str = _is("endpoint", "Its key for the path.", '"path"')
    tryit_method: str = _is("method", "Its key for the method.", '"verb"')
    tryit_body: str = _is("params", "Its key for the parameters in the body.", '"body"')
    tryit_query: str = _is("query", "Its key for the parameters in the query.", '"search"')
    tryit_exclude: str = _is("exclude", "Its key for the entities that a shared operation leaves out.", '"without"')
    tryit_shared: str = _is("dynamic", "Its key that marks a shared operation.", '"shared"')
    tryit_known: tuple[str, ...] = _is(
        ("name", "message", "excerpt"), "Keys of that call that state nothing about the API.", '["title"]'
    )
    optional_key: str = _is("//", "A parameter whose key begins with this is optional.", '"?"')
    security_fields: tuple[str, ...] = _is(
        ("auth", "authentication", "security"),
        "Front matter fields that say whether an operation needs a token: `true`, `bearer`, `false`, `none`.",
        '["needs_token"]',
    )
    callout_call: str = _is("buildcallouts", "The script function whose call shows a callout.", '"callout"')
    auth_callout: str = _is("defaultauthwarning", "The callout that says that a token is needed.", '"needstoken"')

    # --- shared operations and names ---

    entity_variable: str = _is("{entity}", "The first part of a shared operation's path.", '"{kind}"')
    id_property: str = _is("id", "A definition with this property is an entity.", '"key"')
    id_suffix: str = _is("Id", "A property `accountId` holds the id of an `Account`.", '"Key"')
    id_parameters: tuple[str, ...] = _is(
        ("id", "ids", "masterid", "masterids"), "Parameters of shared operations that hold ids of entities.", '["key"]'
    )
    parameter_words: dict[str, Schema] = _is(
        {"l": TYPE_WORDS["int32"]},
        "Types of other parameters of shared operations, where the sample value does not show the type.",
        '{"limit" = "int32"}',
    )
    named_only: tuple[str, ...] = _is(
        ("find", "suggest"), "Shared operations that only entities with a `name_property` have.", '["search"]'
    )
    name_property: str = _is("name", "The property that names an entity.", '"title"')
    changing_verbs: tuple[str, ...] = _is(
        (
            "accept", "activate", "add", "adjust", "approve", "assign", "cancel", "change", "clear", "close",
            "complete", "confirm", "create", "deactivate", "decline", "delete", "disable", "dismiss", "enable",
            "execute", "flatten", "grant", "interrupt", "invite", "liquidate", "lock", "mark", "modify", "move",
            "opt", "pause", "pay", "place", "publish", "register", "reject", "remove", "rename", "replace", "request",
            "reset", "restore", "resume", "revoke", "roll", "save", "schedule", "send", "set", "share", "sign",
            "start", "stop", "submit", "subscribe", "switch", "take", "transfer", "trigger", "unlock", "unsubscribe",
            "update", "upload",
        ),
        "An operation whose name begins with one of these words changes something.",
        '["make"]',
    )  # fmt: skip
    entity_writers: tuple[str, ...] = _is(
        ("create", "update"),
        "Operations that take the properties of the entity in their path, unless a page says what they take.",
        '["create", "modify"]',
    )
    reading_verbs: tuple[str, ...] = _is(
        ("get", "list", "find", "fetch", "read"),
        "Verbs at the start of an operation's name, before the name of the schema that it returns.",
        '["show"]',
    )

    @property
    def shortcodes(self) -> tuple[tuple[str, str], ...]:
        """The opening and closing marks of each foreign shortcode."""
        pairs = (mark.split() for mark in self.foreign_marks)
        return tuple((pair[0], pair[1]) for pair in pairs if len(pair) == 2)


TRADOVATE = Dialect()

ARRAY = Array(Primitive("any"))
"""The type that the word `array` stands for in a configuration file."""
