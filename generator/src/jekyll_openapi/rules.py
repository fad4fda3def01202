"""All rules by name: everything that can be wrong with a page."""

from jekyll_openapi.diagnostics import Rule, Severity

RULES: dict[str, Rule] = {}


def _rule(name: str, severity: Severity, summary: str, explanation: str) -> Rule:
    RULES[name] = Rule(name, severity, summary, explanation)
    return RULES[name]


# --- reading pages ----------------------------------------------------------------------------------------------------

UNREADABLE_PAGE = _rule(
    "unreadable-page",
    "error",
    "The file cannot be read as a page.",
    "It is not UTF-8 text, holds NUL bytes, or the system refuses to open it. The page is left out. Save it as UTF-8.",
)
UNRENDERED_PAGE = _rule(
    "unrendered-page",
    "warning",
    "A file looks like a page, but Jekyll does not render it.",
    "Jekyll renders files whose first line is `---` and copies all others unchanged, unless `_config.yml` names "
    "the plugin jekyll-optional-front-matter. The file is not read. Put front matter at its very "
    "beginning, or exclude the file.",
)
OUTSIDE_SITE = _rule(
    "outside-site",
    "error",
    "A symbolic link or a permalink leads out of the site folder.",
    "Nothing outside the folder is read. A page behind such a link is left out; such a permalink is not used. "
    "Put the page into the folder.",
)
LIMIT_EXCEEDED = _rule(
    "limit-exceeded",
    "error",
    "The page is larger than a documentation page can be.",
    "Every reader has a limit (file size, pages, front matter, nesting, columns). What lies beyond is left out. "
    "Split the page, or raise the limit in [tool.jekyll-openapi] where the message names one.",
)
BROKEN_FRONT_MATTER = _rule(
    "broken-front-matter",
    "error",
    "The front matter is not a YAML mapping of names to scalars.",
    "The page is read as if the broken part were absent, so that its title or permalink may be unknown. "
    "Anchors, aliases and tags are refused.",
)
EMPTY_PAGE = _rule(
    "empty-page",
    "error",
    "The page is empty.",
    "A file of 0 bytes or white space gives no operation and no schema. Write the page or remove it.",
)
MISSING_BODY = _rule(
    "missing-body",
    "warning",
    "The page has front matter and no text.",
    "An operation is emitted from its title alone: the method is guessed, any request is allowed, the answer is "
    "unknown, and a token is sent. Describe the operation on the page.",
)
DUPLICATE_PERMALINK = _rule(
    "duplicate-permalink",
    "warning",
    "Two pages have the same permalink.",
    "Jekyll serves one of them, and links cannot tell which. Links are resolved to the first in path "
    "order. Give each page a permalink of its own.",
)
UNKNOWN_LIQUID = _rule(
    "unknown-liquid",
    "warning",
    "A Liquid variable, filter, tag or include is not known.",
    "It renders as nothing. If it is a misspelt variable, correct it; an include or filter of the site's theme is "
    "not available to the reader.",
)
MALFORMED_TABLE = _rule(
    "malformed-table",
    "warning",
    "A table is not well-formed Markdown.",
    "A row of dashes is missing or stands between rows, or a row has more cells than the header. The table is read as "
    "kramdown renders it: each pipe outside a code span ends a cell.",
)
UNRENDERED_TABLE = _rule(
    "unrendered-table",
    "warning",
    "Jekyll does not render these lines as a table.",
    "kramdown, which renders the pages, shows these lines as text or code: they touch other text, are indented "
    'by four, or are inside HTML, where Markdown is not read unless the element has `markdown="1"`. Rows that the page '
    "shows as text are read anyway, rows in code and HTML are not; the message says which. Readers of the page "
    "see pipes. Put blank lines around the table.",
)
MALFORMED_ATTRIBUTES = _rule(
    "malformed-attributes",
    "warning",
    "An attribute list is not well-formed.",
    "Write `{: .label .label-red }` directly behind the code span that it belongs to. What cannot be read is "
    "treated as text.",
)
UNREADABLE_TRYIT = _rule(
    "unreadable-tryit",
    "warning",
    "A part of the try-it script is not a literal.",
    "Scripts are read as data and never run: strings, numbers, booleans, null, arrays, objects, "
    "new Date().toJSON() and JSON.stringify of these. The rest is left out, so its parameter has no type.",
)

# --- meaning ----------------------------------------------------------------------------------------------------------

MISSING_METHOD = _rule(
    "missing-method",
    "warning",
    "No HTTP method is stated.",
    "Only a try-it script states one. POST is assumed where the operation has a body or its name says that it "
    "changes something, GET otherwise.",
)
UNSTATED_SECURITY = _rule(
    "unstated-security",
    "warning",
    "Nothing says whether an operation needs a token.",
    "It is emitted as secured, marked with x-inferred-from: a token that is not needed does no harm. Write "
    "`Needs a token.` or `No token is needed.` on the page, or name the path in x-open-operations of the "
    "base description.",
)
CONFLICTING_SECURITY = _rule(
    "conflicting-security",
    "warning",
    "A page says both that an operation needs a token and that it does not.",
    "It is emitted as secured. Correct one of the sentences.",
)
MISSING_REQUEST = _rule(
    "missing-request",
    "warning",
    "The page does not say what the operation takes.",
    "It has neither a request table nor a try-it script with parameters. Any body is allowed, and the operation is "
    "marked with x-unknown. Where it takes nothing, say so with a table of the one row `<none>`.",
)
MISSING_RESPONSE = _rule(
    "missing-response",
    "warning",
    "The page does not say what the operation returns.",
    "The spec says only that the answer is JSON. Add a `### Response` section with a link or a table.",
)
PATH_MISMATCH = _rule(
    "path-mismatch",
    "warning",
    "Heading, title and try-it script do not agree on the path.",
    "The heading wins, then the title. Paths are case-sensitive, so a difference in case counts. Make them agree.",
)
METHOD_MISMATCH = _rule(
    "method-mismatch",
    "warning",
    "The page's text and its try-it script do not agree on the method.",
    "What the text says is used. Make them agree.",
)
UNREADABLE_TYPE = _rule(
    "unreadable-type",
    "warning",
    "A type is not in the grammar of types.",
    "The property is emitted with the type that the cell begins with, or without one, so that every value is valid. "
    "Types that are read: string, number, boolean, int, JSON, object, Date string; behind a number `int32`, `int64`, "
    "`float` or `double`; limits as in <= 64 chars, [3..64] chars, [1..12], (0-400); quoted values in code spans; "
    "Array<type>; a link to a page that defines a schema, or that page's title.",
)
UNKNOWN_LABEL = _rule(
    "unknown-label",
    "warning",
    "A tag does not say required or optional.",
    "The property is treated as optional. Add the tag to `required_labels` or `optional_labels` of the "
    "configuration, or correct it.",
)
CONFLICTING_LABELS = _rule(
    "conflicting-labels",
    "warning",
    "The tags of a row contradict each other.",
    "The stricter one is used. Remove the other from the row.",
)
UNKNOWN_COLUMN = _rule(
    "unknown-column",
    "warning",
    "A column is not read: its title is unknown, or another column has the same meaning.",
    "Its cells are not in the spec. A table has one column of each kind. If a table has, say, its types under an "
    'unknown title, add it to the setting, as in `type_columns = ["type", "kind of value"]`; '
    '`jekyll-openapi setting` lists the settings. Otherwise leave the finding out: `ignore = ["unknown-column"]`.',
)
MISSING_COLUMN = _rule(
    "missing-column",
    "warning",
    "A table of properties lacks a column.",
    "Without a column of tags every property is optional; without one of types nothing is known of the values. "
    "Add the column, or name its title in `label_columns` or `type_columns` of the configuration.",
)
UNLISTED_PARAMETER = _rule(
    "unlisted-parameter",
    "warning",
    "The try-it script has a parameter that the page's table lacks.",
    "It is emitted as an optional property with the type that the evidence gives. Add the row, or correct the script.",
)
UNDESCRIBED_PARAMETER = _rule(
    "undescribed-parameter",
    "warning",
    "A path has a parameter that no row describes.",
    "It is emitted as a path parameter of which nothing is known. Add a row with its name to the operation's table.",
)
DUPLICATE_PROPERTY = _rule(
    "duplicate-property",
    "warning",
    "A property is in a table twice.",
    "The first row is used. Remove or rename the other.",
)
UNKNOWN_REFERENCE = _rule(
    "unknown-reference",
    "warning",
    "A link leads to a page that does not exist or defines no schema.",
    "The spec has an empty schema in its place, marked with x-unresolved. Correct the link, or add the page.",
)
REFERENCE_CASE = _rule(
    "reference-case",
    "warning",
    "A link is written in another letter case than the page it leads to.",
    "It is resolved anyway, but on a case-sensitive web server readers do not find the page. Correct the link.",
)
REFERENCE_MOVED = _rule(
    "reference-moved",
    "warning",
    "A link leads to the former place of a page.",
    "A page elsewhere has the title that the link's last part names, and is used as the target. Correct the link.",
)
REFERENCE_TEXT = _rule(
    "reference-text",
    "warning",
    "The text of a link differs from the title of the page it leads to.",
    "The page's title names the schema. Use the title as the text of the link, or correct the link if it leads to "
    "the wrong page.",
)
DUPLICATE_SCHEMA = _rule(
    "duplicate-schema",
    "error",
    "Two places define the same schema differently.",
    "The page of that title or permalink is used, else the first in path order; the other is left out.",
)
DUPLICATE_OPERATION = _rule(
    "duplicate-operation",
    "error",
    "Two places describe the same operation.",
    "The page of that title or permalink is used, else the one that says most; the other is left out. Two paths "
    "that differ in the names of their parameters alone are one path to OpenAPI.",
)
CHANGED_NAME = _rule(
    "changed-name",
    "warning",
    "A name had to be changed.",
    "Two names are equal in snake_case, or the name cannot be used in a Python client. The new name is in the message.",
)
UNREADABLE_PATH = _rule(
    "unreadable-path",
    "error",
    "An operation has no path that can be used.",
    "A path consists of segments behind slashes, of letters, digits, `-._~$@!'(),;=&+%:` and `{name}`.",
)
INFERRED_TYPE = _rule(
    "inferred-type",
    "warning",
    "A type is not stated where the property is, and was inferred.",
    "The evidence is in the message and, as x-inferred-from, in the spec. State the type in the row.",
)
CONFLICTING_TYPES = _rule(
    "conflicting-types",
    "warning",
    "Other pages state different types for a property.",
    "None of them is used. State the type where the property is, or make the pages agree.",
)
UNDECIDED_NUMBER = _rule(
    "undecided-number",
    "warning",
    "Nothing says whether a number is an integer.",
    "It is emitted as `number`. State `int32`, `int64` or `double` in the row.",
)
UNREADABLE_LIMIT = _rule(
    "unreadable-limit",
    "warning",
    "A remark or a type states a limit that cannot be used.",
    "It does not fit the type, holds under a condition, or does not say what it counts. It is in the description "
    "only, and nothing enforces it. State it in the row's type: `string <= 64 chars`, `number, [1..12]`.",
)
CONFLICTING_LIMITS = _rule(
    "conflicting-limits",
    "warning",
    "A row's type and its remark state different limits.",
    "The limit of the type is used. Make them agree.",
)
UNREADABLE_DEFAULT = _rule(
    "unreadable-default",
    "warning",
    "A default is not a value of its property.",
    'It is in the description only. Write a value of the property\'s type, such as Defaults to `"Day"`.',
)
UNREADABLE_RULE = _rule(
    "unreadable-rule",
    "warning",
    "A remark says that something is required under a condition that cannot be read.",
    "It is in the description only, and nothing enforces it. Name the values in backticks and quotes, and the property "
    "they belong to.",
)
RULE_CONTRADICTED = _rule(
    "rule-contradicted",
    "warning",
    "An example of the page breaks a conditional requirement of the page.",
    "The requirement is emitted as stated, so that a client refuses what the example sends. Find out which is right; "
    "an overlay can correct the requirement.",
)
UNREAD_TEXT = _rule(
    "unread-text",
    "warning",
    "Text that is not in the spec, though it may say something about the API.",
    "Readers of the page see it, readers of the spec do not. Move it to a row, a remark or a description "
    "that is read, or hide the finding with `ignore`.",
)
EXAMPLE_INVALID = _rule(
    "example-invalid",
    "warning",
    "An example of the page violates the page's own schema.",
    "The example is left out of the spec. Correct the example, or the schema if the example is right.",
)
UNCLASSIFIED_OPERATION = _rule(
    "unclassified-operation",
    "warning",
    "The base description gives the operation no class.",
    "It counts as `trade`, the class that is handled most carefully. Add its path to x-operation-classes.",
)
OVERLAY_TARGET_MISSING = _rule(
    "overlay-target-missing",
    "warning",
    "The target of an overlay action does not exist.",
    "What it names is no longer in the description, or is spelt otherwise. The action is not applied. Remove it or "
    "correct its target.",
)
OVERLAY_STALE = _rule(
    "overlay-stale",
    "error",
    "The target of an overlay action is not what the action was written for.",
    "What it was written for is gone or is named otherwise, and what it names now belongs to another operation or "
    "entity. The action is not applied. Check whether it is still right, and correct its target or remove it.",
)
OVERLAY_UNEXPECTED_VALUE = _rule(
    "overlay-unexpected-value",
    "warning",
    "An overlay action finds another value than it expects to replace.",
    "The pages have changed since it was written, so it is not applied. Check whether it is still right, and correct "
    "x-expected or remove it.",
)
OVERLAY_WITHOUT_EFFECT = _rule(
    "overlay-without-effect",
    "warning",
    "An overlay action no longer changes anything.",
    "The pages now say what it was to correct. Remove it.",
)

OF_WHAT_IS_EMITTED = frozenset(
    one.name
    for one in (
        CONFLICTING_LABELS, CONFLICTING_LIMITS, CONFLICTING_TYPES, EXAMPLE_INVALID, INFERRED_TYPE, REFERENCE_CASE,
        REFERENCE_MOVED, REFERENCE_TEXT, RULE_CONTRADICTED, UNDECIDED_NUMBER, UNKNOWN_LABEL, UNKNOWN_REFERENCE,
        UNREADABLE_DEFAULT, UNREADABLE_LIMIT, UNREADABLE_RULE, UNREADABLE_TYPE,
    )
)  # fmt: skip
"""Rules about emitted content: their findings do not mean that something is left out."""
