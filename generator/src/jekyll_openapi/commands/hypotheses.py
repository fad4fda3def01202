"""Habits of documentation sites, as patterns: `init` tries which of them a site has, and writes only those.

They are words of the field and of no site: titles of sections, names of columns, words for types.
"""

_ANY = "(available |optional |required |common |supported |additional |request )*"

SECTIONS: dict[str, tuple[str, ...]] = {
    "path_sections": (f"{_ANY}(path|uri|route)( and url)? (parameter|variable|argument|segment)s?",),
    "query_sections": (f"{_ANY}(query|url|uri|query string) (parameter|argument|option)s?( for .*)?",),
    "header_sections": (f"{_ANY}(http )?header(s| fields?| parameters?)",),
    "body_sections": (
        f"{_ANY}(body|form data|form|payload)( (field|parameter|option|argument|propertie|attribute)s?|properties)?",
        "request (fields?|properties|schema)",
    ),
    "request_sections": (
        f"{_ANY}(function |input )?(parameter|argument|attribute|field|input)s?",
        "request( (parameters|options|arguments))?",
        "takes",
        "what (you|to) send",
    ),
    "response_sections": (
        "(example )?(response|return|result|output|answer)s?( body)?( (fields?|parameters?|properties|schema))?",
        "response attributes?",
        "gives( back)?",
    ),
    "definition_sections": ("properties", "definition", "members"),
    "example_sections": ("(sample|example|usage)s?( .*)?", ".*\\bexamples?( requests?)?"),
    "response_example_sections": ("(sample|example) (responses?|outputs?|results?)( .*)?", "responses? examples?"),
    "silent_sections": ("related( .*)?", "see also", "next steps", "further reading"),
}
"""Titles of sections, by the setting that they belong to."""

OPERATION_SECTIONS = (
    "((api|http|rest|available|supported) )*(endpoint|request|route|url|resource|call)s?( (path|line|url)s?)?",
    "paths? and http methods?",
    "http methods? and paths?",
    "synopsis",
)
"""Titles of sections whose fences and lines state operations."""

_THING = "(parameter|field|property|option|setting|attribute|argument|key|element|header|variable|member)s?"
COLUMNS: dict[str, tuple[str, ...]] = {
    "property_columns": (
        f"((path|query|url|request|response|body|form|header) )*{_THING}( names?)?",
        "names?",
    ),
    "required_columns": ("required\\??", "required ?(/|or) ?optional", "optional\\??", "mandatory\\??", "needed\\??"),
    "type_columns": ("(data |value |field |parameter )?types?", "kind", "value"),
    "default_columns": ("defaults?( values?)?", "preset"),
    "remark_columns": (
        "(short )?descriptions?", "explanation", "details?", "definition", "meaning", "use", "notes?", "remarks?",
        "comments?", "about", "what it (is|does|means)",
    ),
}  # fmt: skip
"""Names of columns, by the setting that they belong to."""

TYPES = {
    "array": ("array", "list"),
    "object": ("map", "hash", "dictionary", "json object", "nested object", "objects", "json"),
    "string": (
        "text", "time", "date", "str", "uuid", "url", "uri", "ip", "path", "file", "keyword", "duration", "timestamp",
        "enum", "base64", "binary", "bytes", "strings", "email",
    ),
    "date string": ("datetime", "date time", "iso 8601", "datetimeoffset"),
    "int64": ("long", "epoch", "milliseconds", "unix timestamp"),
    "integer": ("short", "integers", "byte", "positive integer", "non-negative integer"),
    "double": ("decimal", "numeric", "floating point", "float", "percentage"),
    "boolean": ("bool", "flag"),
    "any": ("mixed", "any", "id"),
}  # fmt: skip
"""Words for types, by the word that the generator knows."""
