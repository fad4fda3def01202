"""Reads one operation from its draft: method, parameters, body, response, security, examples."""

import re
from collections.abc import Iterator

from jekyll_openapi.api.content_types import read_content_type
from jekyll_openapi.api.context import Context
from jekyll_openapi.api.deprecation import is_deprecated_operation
from jekyll_openapi.api.descriptions import about, intro, prose
from jekyll_openapi.api.linked_schemas import sent_schema
from jekyll_openapi.api.model import (
    JSON,
    Array,
    Example,
    Method,
    NamedSchema,
    Object,
    Operation,
    Provenance,
    Ref,
    stated,
)
from jekyll_openapi.api.names import Names, operation_place, upper_first
from jekyll_openapi.api.operation_drafts import Draft
from jekyll_openapi.api.page_examples import check_page_examples
from jekyll_openapi.api.paths import METHODS, variables
from jekyll_openapi.api.regions import Region, regions
from jekyll_openapi.api.requests import (
    Taken,
    as_parameter,
    body_object,
    parameters,
    path_parameters,
    shows_bare_request,
    stated_query,
    taken,
)
from jekyll_openapi.api.responses import read_response
from jekyll_openapi.api.result_pages import Results
from jekyll_openapi.api.samples import in_query, report_hidden, sample_object
from jekyll_openapi.api.section_kinds import REQUEST, placed
from jekyll_openapi.api.security import read_security, tells_only_security
from jekyll_openapi.api.shown_bodies import sent_bodies, shown_bodies
from jekyll_openapi.api.statements import states_operation
from jekyll_openapi.api.tryit import Tryit, callout_texts
from jekyll_openapi.pages.document import Paragraph
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass, replace
from jekyll_openapi.rules import (
    METHOD_MISMATCH,
    MISSING_BODY,
    MISSING_METHOD,
    MISSING_REQUEST,
    UNLISTED_PARAMETER,
)

_LINK = regex(r"(?<!!)(?P<code>`[^`]*`)|\[(?P<text>(?:[^\[\]`]|`[^`]*`)*)\]\([^()\s]*\)")
"""Matches a link, or a code span, which cannot contain a link."""
_PREFACE = regex(
    r"(?:(?:this|the `[^`]*`) (?:operation|call|endpoint|method|request) (?:is|can be|may be) used to"
    r"|use this (?:operation|call|endpoint|method|request) (?:to|for)(?: mak(?:e|ing) a request to)?) (?=\w)",
    re.I,
)
"""Matches words that only say that an operation is an operation: "This endpoint is used to"."""
_CLEAR_VERB = 5
"""Fewest letters of a verb that begins a word of another meaning hardly ever."""
_ABBREVIATIONS = (r"e\.g", r"i\.e", "etc", "vs", "cf", "aka", "approx", "incl", "resp")
_ABBREVIATED = "|".join(rf"(?<=\b(?i:{one})\.)" for one in _ABBREVIATIONS)
# The abbreviations last, so that they are looked for at full stops alone.
_SENTENCE = regex(rf"(?:[^.!?]|[.!?](?!\s|$)|\.(?=\s)(?:{_ABBREVIATED}))+(?:[.!?](?=\s|$)|$)")


@dataclass(frozen=True, slots=True)
class ReadOperation:
    """An operation, and the schemas that its page defines in place."""

    draft: Draft
    operation: Operation
    schemas: tuple[NamedSchema, ...]
    sample: Object
    """The request in the try-it script, or else in an example, as an object type."""

    @property
    def is_own_tag(self) -> bool:
        """Whether the operation's tag is its page's title, so that the page's introduction describes the tag."""
        return self.operation.tag == self.draft.page.text("title").strip()


def read_operation(draft: Draft, names: Names, results: Results, context: Context) -> ReadOperation:
    """The operation that the draft describes, with names given and findings reported."""
    sample = _sample(draft, context)
    own = regions(draft.parts, context)
    rows = taken(draft, own, context)
    if not rows.is_stated and not sample.properties:
        sample = _shown(draft, context)
    body = body_object([*rows.body, *rows.open], context)
    sent = None if rows.is_stated else _sent(draft, context)
    request = Object(()) if sent else _request(draft, rows, body, sample, context)
    check_page_examples(draft.parts, request, context)
    method, inferred = _method(draft, bool(sent or request.properties), context)
    operation_id = names.give(
        _wanted(draft, method, context), draft.location, operation_place("operation", method, draft.path)
    )
    response, inline = read_response(draft, method, operation_id, own.get("response", Region()), results, context)
    tag = _tag(draft)
    about_all = () if tag == draft.page.text("title").strip() else draft.intro
    told = (prose(draft.parts, context), prose(about_all, context), *callout_texts(draft.page, draft.tryit, context))
    description = "\n\n".join(text for text in told if text)
    # GET and DELETE have no body, unless a section says "body" itself.
    goes_to_query = not sent and (method in context.dialect.query_methods or _is_query(draft)) and not rows.body
    query = [*rows.query, *(rows.open if goes_to_query else ())]
    listed = {one.property.name for one in query}
    security = read_security(draft, context)
    content_type, content_source = read_content_type(draft, context) or (JSON, None)
    operation = Operation(
        draft.path,
        method,
        operation_id,
        tag,
        draft.label or _summary(draft, context) or draft.heading or _said_by(draft.path, draft.name),
        description,
        stated(draft.location),
        draft.page.url,
        parameters=(
            *path_parameters(draft, rows.path, context),
            *parameters(query, "query", context),
            *(map(as_parameter, (one for one in sample.properties if goes_to_query and one.name not in listed))),
            *stated_query(draft, {*listed, *(one.name for one in sample.properties if goes_to_query)}, context),
            *parameters(rows.header, "header", context),
        ),
        content_type=content_type,
        content_source=content_source,
        is_request_known=bool(sent) or _is_known(draft, rows, sample, context),
        response=response,
        secured=security.secured,
        security=security.provenance,
        deprecated=is_deprecated_operation(draft.page, tuple(intro(draft.parts)), context.dialect),
        inferred=inferred,
    )
    schemas = (inline,) if inline else ()
    examples = tuple(_examples(draft, context)) if sent or not goes_to_query else ()
    if sent:
        return ReadOperation(draft, replace(operation, body=sent, examples=examples), schemas, sample)
    # Then there is no body, and no schema to name.
    if goes_to_query or not request.properties:
        return ReadOperation(draft, operation, schemas, sample)
    place = operation_place("request", method, draft.path)
    name = context.schema_names.give(_wanted_body(draft, operation_id, context), draft.location, place)
    whole = NamedSchema(name, request, stated(draft.location))
    return ReadOperation(draft, replace(operation, body=Ref(name), examples=examples), (whole, *schemas), sample)


def _tag(draft: Draft) -> str:
    parent = draft.page.text("parent")
    if parent:
        return parent
    own = draft.page.text("title").strip()
    is_several = own and "/" not in own and any(one != draft.page_paths[0] for one in draft.page_paths)
    literal = next((part for part in draft.path.split("/") if part and not part.startswith("{")), "")
    return own if is_several else literal or own or "Operations"


def _summary(draft: Draft, context: Context) -> str:
    """The first sentence below the operation's heading, or else of the whole text about it."""
    parts = draft.parts
    below = parts[1:] if len(parts) > 1 and not parts[0].title and states_operation(parts[1]) else ()
    return (summary(about(below, context)) if below else "") or summary(about(parts, context))


def summary(description: str) -> str:
    """The first sentence of a description as plain text, without its full stop; empty if there is none.

    Words such as "Use this operation to" are dropped.
    """
    for paragraph in description.split("\n\n"):
        # Lists, code and labels make no summary.
        is_text = not paragraph.startswith(("- ", "```", "**")) and paragraph.casefold() != "deprecated"
        told = _SENTENCE.finditer(paragraph) if is_text else ()
        found = next((one for one in told if not tells_only_security(one[0])), None)
        if found and not found[0].rstrip().endswith(":") and "\n" not in found[0]:
            text = _LINK.sub(lambda match: match["text"] or match[0], found[0])
            return upper_first(_PREFACE.sub("", text.strip().removesuffix(".")))
    return ""


def _wanted(draft: Draft, method: Method, context: Context) -> tuple[str, ...]:
    """Preferred names: the last part of the path, or method and path if the path has parameters or the dialect says
    so."""
    parts = [part for part in draft.path.split("/") if part]
    words = [method, *("By" + upper_first(part.strip("{}")) if part[:1] == "{" else part for part in parts)]
    whole = words[0] + "".join(upper_first(part) for word in words[1:] for part in re.findall(r"[A-Za-z0-9]+", word))
    if context.dialect.operation_names != "path" or not parts or variables(draft.path):
        return (whole,)
    return draft.name, parts[0] + "".join(map(upper_first, [*parts[1:-1], draft.name])), whole


def _wanted_body(draft: Draft, operation_id: str, context: Context) -> tuple[str, ...]:
    if variables(draft.path) or context.dialect.operation_names != "path":
        return (f"{upper_first(operation_id)}Request",)
    return (
        upper_first(draft.name),
        "".join(map(upper_first, draft.path.split("/"))),
        f"{upper_first(draft.name)}Request",
    )


def _said_by(path: str, name: str) -> str:
    """A summary made from the operation's name: `Cancel order`, or `Auth: me` for a name of one word."""
    said, fixed = _spoken(name), [one for one in path.split("/") if one and one[0] not in "{:"]
    is_short = " " not in said and len(fixed) > 1 and fixed[-1] == name
    return f"{_spoken(fixed[-2])}: {said.lower()}" if is_short else said


def _spoken(name: str) -> str:
    """`cancelOrder` as `Cancel order`."""
    words = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+", name) or [name]
    return " ".join([upper_first(words[0]), *(word if word.isupper() else word.lower() for word in words[1:])])


# --- request ----------------------------------------------------------------------------------------------------------


def _sample(draft: Draft, context: Context) -> Object:
    literal = (draft.tryit.body or draft.tryit.query) if draft.tryit else None
    if not literal:
        return Object(())
    goes_to_query = _is_query(draft) or (draft.method or _in_script(draft)) in context.dialect.query_methods
    return sample_object((in_query(literal, context) if goes_to_query else literal,), context)


def _shown(draft: Draft, context: Context) -> Object:
    """The properties of bodies that the page only shows; none if it shows none, or the method takes none."""
    takes_none = draft.method is None or draft.method in context.dialect.query_methods or _sent(draft, context)
    return Object(()) if takes_none else sample_object(shown_bodies(draft, context), context)


def _is_known(draft: Draft, rows: Taken, sample: Object, context: Context) -> bool:
    """Whether the page says what the operation takes: by a table, a script with parameters, or a request line
    without any."""
    if rows.is_stated or sample.properties or (draft.query and draft.method in context.dialect.query_methods):
        return True
    method = draft.method or _in_script(draft)
    return method in context.dialect.query_methods and (bool(variables(draft.path)) or shows_bare_request(draft))


def _sent(draft: Draft, context: Context) -> Ref | Array | None:
    """The schema that a request section names as the whole body; None if none does or the method takes no body."""
    if (draft.method or _in_script(draft)) in context.dialect.query_methods or _is_query(draft):
        return None
    blocks = (block for one in placed(draft.parts, context.dialect) if one.kind in REQUEST for block in one.part.blocks)
    found = (sent_schema(block, context) for block in blocks if isinstance(block, Paragraph))
    return next((one for one in found if isinstance(one, Ref | Array)), None)


def _is_query(draft: Draft) -> bool:
    """Whether the script sends the parameters in the query."""
    return bool(draft.tryit and draft.tryit.query and not draft.tryit.body)


def _request(draft: Draft, rows: Taken, listed: Object, sample: Object, context: Context) -> Object:
    """The request apart from path parameters: the properties in tables, completed by those in the script."""
    if not _is_known(draft, rows, sample, context):
        rule, what = (MISSING_REQUEST, "neither a request table nor a try-it script with parameters")
        if not any(part.blocks for part in draft.parts):
            rule, what = (MISSING_BODY, "front matter and no text")
        context.found(rule, f"the page of `{draft.path}` has {what}", draft.location, "add a `### Request` table")
    if not rows.is_stated:
        return sample
    known = {one.name for one in listed.properties} | {one.property.name for one in (*rows.path, *rows.query)}
    unlisted = tuple(one for one in sample.properties if one.name not in known)
    for one in unlisted:
        message = f"`{one.name}` is in the try-it script and not in the table"
        context.found(UNLISTED_PARAMETER, message, one.provenance.location, "add the row, or correct the script")
    return replace(listed, properties=(*listed.properties, *unlisted))


def _method(draft: Draft, takes_body: bool, context: Context) -> tuple[Method, tuple[Provenance, ...]]:
    said = draft.tryit.method if draft.tryit else None
    in_script = _in_script(draft)
    if draft.method:
        if said and in_script and in_script != draft.method:
            message = f"the try-it script says {in_script.upper()}, the page's text {draft.method.upper()}"
            context.found(METHOD_MISMATCH, message, said.location, f"write `{draft.method.upper()}`, or fix the text")
        return draft.method, ()
    if in_script:
        return in_script, ()
    # The service's own pages leave the method out; names are the only evidence left.
    method: Method = "post" if takes_body or changes(draft.name, context) else "get"
    reason = "it takes a body" if takes_body else f"its name is `{draft.name}`"
    if method == "get":
        reason = f"its name, `{draft.name}`, does not say that it changes something"
    message = f"no method is stated for `{draft.path}`; {method.upper()} is assumed, since {reason}"
    location = said.location if said else draft.location
    hint = "add `method:` to the try-it script" if draft.tryit else f"write the heading `{method.upper()} {draft.path}`"
    context.found(MISSING_METHOD, message, location, hint)
    return method, (Provenance("inferred", draft.location, f"the method: {reason}"),)


def _in_script(draft: Draft) -> Method | None:
    """The method in the try-it script; None if there is none or it is not an HTTP method."""
    said = str(draft.tryit.method.value).casefold() if draft.tryit and draft.tryit.method else ""
    return next((method for method in METHODS if method == said), None)


def changes(name: str, context: Context) -> bool:
    """Whether the operation's name begins with a verb that changes something, such as `place` or `cancel`."""
    first, verbs = re.split(r"(?<=[a-z])(?=[A-Z])|[_-]", name)[0].casefold(), context.dialect.changing_verbs
    # In `placeorder` no capital ends the verb; a short one, as in `address` or `settings`, may be none.
    return first in verbs or any(first.startswith(verb) for verb in verbs if len(verb) >= _CLEAR_VERB)


def _examples(draft: Draft, context: Context) -> Iterator[Example]:
    """The requests in the try-it script and in fences below a line such as `PUT /a/b`."""
    tryit: Tryit | None = draft.tryit
    if tryit and tryit.body:
        report_hidden(tryit.body, context)
        yield Example("tryit", tryit.body, tryit.body.location)
    for number, body in enumerate(sent_bodies(draft), 1):
        yield Example("example" if number == 1 else f"example{number}", body, body.location)
