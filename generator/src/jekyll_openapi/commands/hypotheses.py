"""Common wording of documentation sites, as patterns. `init` tries them on a site and proposes those that match.

They are general terms, not those of a particular site: titles of sections, names of columns, words for types.
"""

_ANY = "(available |optional |required |mandatory |common |supported |additional |request |url |input |http )*"
_ROWS = (
    "(parameter|param|variable|argument|arg|field|option|attribute|propertie|key|segment|input|value)s?( schema| list)?"
)

SECTIONS: dict[str, tuple[str, ...]] = {
    "path_sections": (f"{_ANY}(path|uri|route)( and url)? ({_ROWS}|properties)",),
    "query_sections": (f"{_ANY}(query|url|uri|query[ -]?string|search)( string)? {_ROWS}( for .*)?", "query( string)?"),
    "header_sections": (f"{_ANY}headers?( {_ROWS})?",),
    "body_sections": (
        f"{_ANY}((json|form|post|message|request)[ -])*(body|form|payload|data)"
        f"( (schema|content|data|object|structure|{_ROWS}|properties))*",
        f"{_ANY}(json|form|post)[ -](data|object|{_ROWS}|properties)( .*)?",
        "request (fields?|properties|schema)",
    ),
    "request_sections": (
        f"{_ANY}(function )?{_ROWS.replace('propertie|', '')}",
        "request( (parameters|options|arguments))?",
        "takes",
        "what (you|to) send",
    ),
    "response_example_sections": (
        "(sample|example|success(ful)?) (json )?(responses?|outputs?|results?|returns?)( .*)?",
        "(responses?|result|output) (example|sample|body)s?( .*)?",
        "(content|data) example|content",
        ".*\\breturns? (the following |a |an )?(json|xml)\\b.*",
    ),
    "response_sections": (
        "(example |success(ful)? )?(response|return|result|output|answer)s?"
        "( body)?( (field|parameter)s?| properties| schema)?",
        "response attributes?",
        "returns|returned (data|fields?|values?)",
        "gives( back)?",
    ),
    "definition_sections": ("properties", "definition", "members"),
    "example_sections": (
        "(sample|example|usage)s?( .*)?",
        ".*\\bexamples?( (json )?(requests?|payload|calls?))?",
        "(copy as )?curl",
        "code samples?",
    ),
    "silent_sections": (
        "related( .*)?", "see also", "next steps", "further reading", "change ?log", "(version )?history",
        "(http )?(status|return|response|result) codes?( .*)?", "(required )?(permissions?|scopes?)",
        "rate limit(s|ing)?", "weight", "data source",
    ),
}  # fmt: skip
"""Setting -> titles of sections."""

_ROW_WORDS = "(parameter|param|argument|option|field|attribute|propert(y|ie)|key|header)s?"
LEADS: dict[str, tuple[str, ...]] = {
    "response_leads": (f".*\\b(returns?|response|answers?|result)\\b.{{0,80}}\\b{_ROW_WORDS}\\b.{{0,60}}:",),
    "request_leads": (
        f".*\\b(following|these|supported|optional|required|available) (\\w+ ){{0,3}}{_ROW_WORDS}\\b.{{0,60}}:",
        f"(\\w+ ){{0,3}}{_ROW_WORDS}( .{{0,40}})?:",
    ),
}
"""Setting -> sentences above tables and lists."""

OPERATION_SECTIONS = (
    "((api|http|rest|available|supported) )+(endpoint|request|route|url|resource|call)s?( (path|line|url)s?)?",
    "(endpoint|route|url|resource)s?( (path|line|url)s?)?",
    "(request|call)s?( (path|line|url)s?)?",
    "paths? and http methods?",
    "http methods? and paths?",
    "synopsis",
)
"""Titles of sections whose fences and lines state operations."""

_THING = (
    "(parameter|param|field|property|option|setting|attribute|argument|arg|key|element|header|variable|member|component|"
    "input)s?"
)
COLUMNS: dict[str, tuple[str, ...]] = {
    "property_columns": (
        f"((path|query|url|query string|request|response|body|form|header|json) )*{_THING}( names?)?",
        "names?",
    ),
    "required_columns": (
        "(is )?required\\??", "required ?(/|or) ?optional", "optional ?(/|or) ?required", "optional\\??",
        "mandatory\\??", "needed\\??", "req\\.?",
    ),
    "type_columns": ("(data |value |field |parameter )?types?", "kind", "value"),
    "default_columns": ("defaults?( values?)?", "preset"),
    "place_columns": ("location", "where", "part", "sent( as| in)?", "passed (as|in)"),
    "remark_columns": (
        "(short )?descriptions?", "explanation", "details?", "definition", "meaning", "use", "notes?", "remarks?",
        "comments?", "about", "info(rmation)?", "purpose", "what it (is|does|means)",
    ),
}  # fmt: skip
"""Setting -> names of columns."""

TYPES = {
    "array": ("array", "list"),
    "object": ("map", "hash", "dictionary", "json object", "nested object", "objects", "json", "dict"),
    "string": (
        "text", "time", "date", "str", "uuid", "url", "uri", "ip", "path", "file", "keyword", "duration", "timestamp",
        "enum", "base64", "binary", "bytes", "strings", "email", "char", "varchar", "slug", "token", "rfc3339", "guid",
    ),
    "date string": ("datetime", "date time", "date-time", "iso 8601", "iso8601", "datetimeoffset"),
    "int64": ("long", "epoch", "milliseconds", "unix timestamp", "uint64", "bigint"),
    "integer": (
        "short", "integers", "byte", "positive integer", "non-negative integer", "uint", "uint32", "unsigned integer",
    ),
    "double": ("decimal", "numeric", "floating point", "float", "percentage", "float64"),
    "boolean": ("bool", "flag"),
    "any": ("mixed", "any", "id", "scalar"),
}  # fmt: skip
"""Type word of the generator -> words that sites use for it."""
