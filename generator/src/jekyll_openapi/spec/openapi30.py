"""Converts the description to OpenAPI 3.0.3, for tools that do not support 3.1.

What 3.0 cannot express is kept twice: unchanged under an extension, and as a sentence in the description of its
schema. `KEYWORDS` lists all keywords and where they are allowed; a keyword that it does not list becomes an
extension of its name.

    3.1                                       3.0
    allOf: [{if, then, description}]          x-conditions: [{if, then, description}], a sentence on the object and
                                              one on each property that it requires
    if, then, else in the schema itself       the same
    const: Buy                                enum: [Buy]
    type: [string, "null"]                    type: string, nullable: true
    type: [string, integer]                   x-type: [string, integer], a sentence
    exclusiveMinimum: 3                       minimum: 3, exclusiveMinimum: true
    examples: [1, 2]                          example: 1, x-examples: [1, 2]
    true, false (as a schema)                 {}, {not: {}}
    $ref beside other keywords                allOf: [{$ref}] beside them
    info.summary, license.identifier          x-summary, x-identifier and the page of SPDX as url
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.operations import METHODS
from jekyll_openapi.openapi.references import REF
from jekyll_openapi.patterns import regex
from jekyll_openapi.spec.words import circumstances, code, condition_sentence, listed, requirement

VERSION = "3.0.3"
_SPDX = regex(r"[A-Za-z0-9.-]+")
"""Matches a single SPDX license identifier, not an expression of several."""

Place = Callable[[str, Any], Json]
"""Converts a keyword and its content to their form in 3.0."""


def to_openapi30(spec: Json) -> Json:
    """The 3.1 description as a 3.0 one, without loss of information."""
    done: Json = _converted("openapi", spec)
    return done if "paths" in done else done | {"paths": {}}


def same(keyword: str, content: Any) -> Json:
    """For keywords with the same meaning in 3.0."""
    return {keyword: content}


def extension(keyword: str, content: Any) -> Json:
    """For keywords that 3.0 does not have."""
    return {keyword if keyword.startswith("x-") else f"x-{keyword.lstrip('$')}": content}


def version(keyword: str, _: Any) -> Json:
    """For `openapi`: the version of the result."""
    return {keyword: VERSION}


def one(kind: str) -> Place:
    """For keywords whose content is an object of the kind."""
    return lambda keyword, content: {keyword: _converted(kind, content)}


def each(kind: str) -> Place:
    """For keywords whose content is a list of such objects."""
    return lambda keyword, content: {keyword: [_converted(kind, item) for item in content]}


def named(kind: str) -> Place:
    """For keywords whose content maps names to such objects. In paths and responses, extensions may be among them."""

    def place(keyword: str, content: Any) -> Json:
        beside = {name: item for name, item in content.items() if keyword in EXTENDED and name.startswith("x-")}
        return {keyword: {name: _converted(kind, item) for name, item in content.items()} | beside}

    return place


def kind_of_type(keyword: str, content: Any) -> Json:
    """For `type`: 3.0 has single types and `nullable`, but no other lists of types."""
    types = content if isinstance(content, list) else [content]
    others = [name for name in types if name != "null"]
    if len(others) != 1:
        return {f"x-{keyword}": content}
    return {keyword: others[0]} | ({"nullable": True} if len(types) > 1 else {})


def additional(keyword: str, content: Any) -> Json:
    """For `additionalProperties`: a schema or a boolean, in 3.0 as well."""
    return {keyword: content if isinstance(content, bool) else _converted("schema", content)}


def constant(_: str, content: Any) -> Json:
    """For `const`: an enumeration with one value."""
    return {"enum": [content]}


def exclusive(bound: str) -> Place:
    """For exclusive bounds: a number in 3.1, a flag beside the bound in 3.0."""
    return lambda keyword, content: {bound: content, keyword: True}


def examples(_: str, content: Any) -> Json:
    """For `examples`: the first one, and all of them as an extension if there are more."""
    return {"example": content[0]} | ({"x-examples": content} if len(content) > 1 else {}) if content else {}


def licence(keyword: str, content: Any) -> Json:
    """For an SPDX license identifier: kept as an extension, and as a link to the license."""
    is_one = isinstance(content, str) and _SPDX.fullmatch(content)
    return extension(keyword, content) | ({"url": f"https://spdx.org/licenses/{content}.html"} if is_one else {})


EXTENDED = ("paths", "responses")
"""Mappings of names that can contain extensions."""


def _all_same(words: str) -> dict[str, Place]:
    return dict.fromkeys(words.split(), same)


KEYWORDS: Mapping[str, Mapping[str, Place]] = {
    "openapi": {
        "openapi": version,
        "info": one("info"),
        "paths": named("path item"),
        "components": one("components"),
        **_all_same("servers tags security externalDocs"),
    },
    "info": {
        "summary": extension,
        "license": one("license"),
        **_all_same("title version description termsOfService contact"),
    },
    "license": {"identifier": licence, **_all_same("name url")},
    "components": {
        "schemas": named("schema"),
        "responses": named("response"),
        "parameters": named("parameter"),
        "headers": named("parameter"),
        "requestBodies": named("request body"),
        **_all_same("securitySchemes examples links"),
    },
    "path item": {
        **dict.fromkeys(METHODS, one("operation")),
        "parameters": each("parameter"),
        **_all_same("$ref summary description servers"),
    },
    "operation": {
        "parameters": each("parameter"),
        "requestBody": one("request body"),
        "responses": named("response"),
        **_all_same("operationId tags summary description externalDocs deprecated security servers"),
    },
    "parameter": {
        "schema": one("schema"),
        "content": named("media type"),
        **_all_same("$ref name in description required deprecated allowEmptyValue style explode allowReserved"),
        **_all_same("example examples"),
    },
    "request body": {"content": named("media type"), **_all_same("$ref description required")},
    "response": {
        "content": named("media type"),
        "headers": named("parameter"),
        **_all_same("$ref description links"),
    },
    "media type": {"schema": one("schema"), **_all_same("example examples encoding")},
    "schema": {
        **dict.fromkeys(("if", "then", "else"), extension),
        "type": kind_of_type,
        "const": constant,
        "examples": examples,
        "exclusiveMinimum": exclusive("minimum"),
        "exclusiveMaximum": exclusive("maximum"),
        "properties": named("schema"),
        "additionalProperties": additional,
        **dict.fromkeys(("items", "not"), one("schema")),
        **dict.fromkeys(("allOf", "anyOf", "oneOf"), each("schema")),
        **_all_same("$ref title description format default enum required nullable readOnly writeOnly deprecated"),
        **_all_same("minimum maximum multipleOf minLength maxLength pattern minItems maxItems uniqueItems"),
        **_all_same("minProperties maxProperties discriminator xml externalDocs example"),
    },
}
"""Kind of object -> keyword of 3.1 -> its conversion."""


def _converted(kind: str, content: Any) -> Any:
    if kind == "schema":
        return _schema(content)
    if not isinstance(content, dict):
        return content
    done, sentences = _placed(kind, content)
    return _described(done, sentences) if "description" in KEYWORDS[kind] else done


def _placed(kind: str, content: Json) -> tuple[Json, list[str]]:
    """The converted keywords, and a sentence for each that 3.0 does not have."""
    done: Json = {}
    sentences: list[str] = []
    for keyword, value in content.items():
        placed = KEYWORDS[kind].get(keyword, extension)(keyword, value)
        # Its place can be taken already, as by `minimum` beside `exclusiveMinimum`.
        if (set(placed) - {keyword}) & set(content):
            placed = extension(keyword, value)
        if not keyword.startswith("x-") and not extension(keyword, value).keys().isdisjoint(placed):
            sentences.append(_sentence(keyword, value))
        done |= placed
    return done, sentences


def _sentence(keyword: str, value: Any) -> str:
    match keyword, value:
        case "summary", str():
            return value
        case "type", [*types]:
            return f"Its type is {listed(types)}."
        case _:
            return f"Besides, {code(keyword)} is {code(value)}."


def _schema(schema: Any) -> Json:
    """The converted schema, with a sentence in its description for everything that 3.0 cannot express."""
    if isinstance(schema, bool):
        return {} if schema else {"not": {}}
    if REF in schema:
        return dict(schema) if len(schema) == 1 else _schema(_beside_reference(schema))
    rest, conditions = _apart(schema)
    done, sentences = _placed("schema", rest)
    if done.get("type") == "array":
        done.setdefault("items", {})
    for condition in conditions:
        _explain(done.get("properties", {}), condition)
    return _described(done, [*sentences, *map(condition_sentence, conditions)])


def _beside_reference(schema: Json) -> Json:
    """The schema with its reference moved into `allOf`, since 3.0 ignores keywords beside `$ref`."""
    rest = {keyword: value for keyword, value in schema.items() if keyword != REF}
    return rest | {"allOf": [{REF: schema[REF]}, *rest.get("allOf", [])]}


def _apart(schema: Json) -> tuple[Json, list[Json]]:
    """The schema with its conditions moved to `x-conditions`, and these conditions."""
    own = {keyword: schema[keyword] for keyword in ("if", "then", "else") if keyword in schema}
    members = schema.get("allOf", [])
    conditions = [*([own] if own else []), *filter(_is_condition, members)]
    if not conditions:
        return schema, []
    others = [member for member in members if not _is_condition(member)]
    rest = {keyword: value for keyword, value in schema.items() if keyword not in own and keyword != "allOf"}
    return rest | ({"allOf": others} if others else {}) | {"x-conditions": conditions}, conditions


def _is_condition(member: Any) -> bool:
    """Whether it is an `if` with its branches, and nothing that 3.0 could express."""
    known = {"if", "then", "else", "title", "description"}
    return isinstance(member, dict) and "if" in member and all(key in known or key.startswith("x-") for key in member)


def _explain(properties: Json, condition: Json) -> None:
    """Adds to each property that the condition requires a sentence that says when."""
    when = circumstances(condition)
    for name in requirement(condition):
        if when and name in properties:
            properties[name] = _described(properties[name], [f"Required when {when}."])


def _described(content: Json, sentences: Sequence[str]) -> Json:
    """The object with the sentences appended to its description; a reference is wrapped first."""
    if not sentences:
        return content
    described = {"allOf": [content]} if REF in content else content
    text = "\n\n".join([*filter(None, [str(described.get("description", ""))]), *sentences])
    return {"description": text} | {keyword: value for keyword, value in described.items() if keyword != "description"}
