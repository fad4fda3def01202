"""The description as OpenAPI 3.0.3, for tools that read nothing newer.

What 3.0 cannot say is kept twice: under an extension, with the content that it has in 3.1, and as a sentence in the
description of its schema. `KEYWORDS` is the whole list of what stands where; a keyword that is not in it becomes an
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

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.operations import METHODS
from jekyll_openapi.openapi.references import REF
from jekyll_openapi.spec.words import circumstances, code, condition_sentence, listed, requirement

VERSION = "3.0.3"
_SPDX = re.compile(r"[A-Za-z0-9.-]+")
"""One licence, and no expression of several."""

Place = Callable[[str, Any], Json]
"""What 3.0 has for a keyword and its content."""


def to_openapi30(spec: Json) -> Json:
    """The 3.1 description as a 3.0 one; nothing of it is lost."""
    done: Json = _converted("openapi", spec)
    return done if "paths" in done else done | {"paths": {}}


def same(keyword: str, content: Any) -> Json:
    """The keyword means the same in 3.0."""
    return {keyword: content}


def extension(keyword: str, content: Any) -> Json:
    """3.0 has no such keyword."""
    return {keyword if keyword.startswith("x-") else f"x-{keyword.lstrip('$')}": content}


def version(keyword: str, _: Any) -> Json:
    """The version is that of the result."""
    return {keyword: VERSION}


def one(kind: str) -> Place:
    """The content is an object of the kind."""
    return lambda keyword, content: {keyword: _converted(kind, content)}


def each(kind: str) -> Place:
    """The content is a list of such objects."""
    return lambda keyword, content: {keyword: [_converted(kind, item) for item in content]}


def named(kind: str) -> Place:
    """The content is a mapping of names to such objects; of paths and answers it can hold extensions too."""

    def place(keyword: str, content: Any) -> Json:
        beside = {name: item for name, item in content.items() if keyword in EXTENDED and name.startswith("x-")}
        return {keyword: {name: _converted(kind, item) for name, item in content.items()} | beside}

    return place


def kind_of_type(keyword: str, content: Any) -> Json:
    """A type; a list of types can be said where it is one type and null."""
    types = content if isinstance(content, list) else [content]
    others = [name for name in types if name != "null"]
    if len(others) != 1:
        return {f"x-{keyword}": content}
    return {keyword: others[0]} | ({"nullable": True} if len(types) > 1 else {})


def additional(keyword: str, content: Any) -> Json:
    """A schema, or whether there may be any; 3.0 has both."""
    return {keyword: content if isinstance(content, bool) else _converted("schema", content)}


def constant(_: str, content: Any) -> Json:
    """One value."""
    return {"enum": [content]}


def exclusive(bound: str) -> Place:
    """A bound that is not itself allowed."""
    return lambda keyword, content: {bound: content, keyword: True}


def examples(_: str, content: Any) -> Json:
    """The first example; all of them where there are more."""
    return {"example": content[0]} | ({"x-examples": content} if len(content) > 1 else {}) if content else {}


def licence(keyword: str, content: Any) -> Json:
    """The name that SPDX has for it, and where SPDX shows it."""
    is_one = isinstance(content, str) and _SPDX.fullmatch(content)
    return extension(keyword, content) | ({"url": f"https://spdx.org/licenses/{content}.html"} if is_one else {})


EXTENDED = ("paths", "responses")
"""Mappings of names that can hold extensions."""


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
"""Where each keyword of 3.1 goes, by the object that it stands in."""


def _converted(kind: str, content: Any) -> Any:
    if kind == "schema":
        return _schema(content)
    if not isinstance(content, dict):
        return content
    done, sentences = _placed(kind, content)
    return _described(done, sentences) if "description" in KEYWORDS[kind] else done


def _placed(kind: str, content: Json) -> tuple[Json, list[str]]:
    """The keywords in their places, and a sentence for each that had none."""
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
    """The schema, its conditions set apart, with a sentence for each thing that 3.0 cannot say."""
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
    """What stands beside a reference, and the reference as a member of its `allOf`."""
    rest = {keyword: value for keyword, value in schema.items() if keyword != REF}
    return rest | {"allOf": [{REF: schema[REF]}, *rest.get("allOf", [])]}


def _apart(schema: Json) -> tuple[Json, list[Json]]:
    """The schema with its conditions under `x-conditions`, and the conditions."""
    own = {keyword: schema[keyword] for keyword in ("if", "then", "else") if keyword in schema}
    members = schema.get("allOf", [])
    conditions = [*([own] if own else []), *filter(_is_condition, members)]
    if not conditions:
        return schema, []
    others = [member for member in members if not _is_condition(member)]
    rest = {keyword: value for keyword, value in schema.items() if keyword not in own and keyword != "allOf"}
    return rest | ({"allOf": others} if others else {}) | {"x-conditions": conditions}, conditions


def _is_condition(member: Any) -> bool:
    """Whether it is an `if` with what belongs to it, and nothing else that 3.0 could say."""
    known = {"if", "then", "else", "title", "description"}
    return isinstance(member, dict) and "if" in member and all(key in known or key.startswith("x-") for key in member)


def _explain(properties: Json, condition: Json) -> None:
    """Says on each property that the condition requires when that is."""
    when = circumstances(condition)
    for name in requirement(condition):
        if when and name in properties:
            properties[name] = _described(properties[name], [f"Required when {when}."])


def _described(content: Json, sentences: Sequence[str]) -> Json:
    """The object with the sentences below its description; nothing is put beside a reference."""
    if not sentences:
        return content
    described = {"allOf": [content]} if REF in content else content
    text = "\n\n".join([*filter(None, [str(described.get("description", ""))]), *sentences])
    return {"description": text} | {keyword: value for keyword, value in described.items() if keyword != "description"}
