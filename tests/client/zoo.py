"""A description (OpenAPI 3.0, no `x-client`) that uses many constructs at once."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]
JSON = "application/json"


def ok(schema: Json | None = None, media: str = JSON, status: str = "200") -> Json:
    """One answer."""
    return {status: {"description": "x", **({"content": {media: {"schema": schema}}} if schema is not None else {})}}


def ref(name: str) -> Json:
    """A component schema."""
    return {"$ref": f"#/components/schemas/{name}"}


def body(schema: Json, media: str = JSON, required: bool = True, **more: Any) -> Json:
    """A request body."""
    return {"required": required, "content": {media: {"schema": schema, **more}}}


STRING: Json = {"type": "string"}
INTEGER: Json = {"type": "integer"}
BINARY: Json = {"type": "string", "format": "binary"}
ID: Json = {"name": "id", "in": "path", "required": True, "schema": STRING}
FILTER: Json = {"type": "object", "properties": {"color": STRING, "min": {"type": "number"}}}
UPLOAD: Json = {
    "type": "object",
    "required": ["file"],
    "properties": {"file": BINARY, "meta": ref("Tree"), "tags": {"type": "array", "items": STRING}},
}
FORM: Json = {
    "type": "object",
    "properties": {"a": STRING, "b": {"type": "array", "items": INTEGER}, "ok": {"type": "boolean"}},
}

SCHEMAS: Json = {
    "Base": {
        "type": "object",
        "required": ["id", "kind"],
        "properties": {"id": {"type": "string", "readOnly": True}, "kind": STRING},
    },
    "Cat": {
        "allOf": [
            ref("Base"),
            {
                "type": "object",
                "required": ["lives"],
                "properties": {
                    "lives": {"type": "integer", "minimum": 0, "exclusiveMinimum": True},
                    "mood": {"type": "string", "nullable": True, "enum": ["calm", "wild", None]},
                },
            },
        ]
    },
    "Dog": {
        "allOf": [
            ref("Base"),
            {
                "type": "object",
                "properties": {
                    "bark": {"type": "number"},
                    "password": {"type": "string", "writeOnly": True, "format": "password"},
                },
            },
        ]
    },
    "Pet": {
        "oneOf": [ref("Cat"), ref("Dog")],
        "discriminator": {"propertyName": "kind", "mapping": {"cat": "#/components/schemas/Cat", "dog": "Dog"}},
    },
    "Tree": {
        "type": "object",
        "properties": {
            "value": INTEGER,
            "children": {"type": "array", "items": ref("Tree")},
            "parent": {"nullable": True, "allOf": [ref("Tree")]},
        },
    },
    "Prices": {"type": "object", "additionalProperties": {"type": "number"}},
    "Mixed": {
        "type": "object",
        "properties": {
            "a": {"anyOf": [STRING, INTEGER, ref("Tree")]},
            "m": {"type": "object", "additionalProperties": ref("Cat")},
            "any": {},
            "when": {"type": "string", "format": "date-time"},
            "day": {"type": "string", "format": "date"},
            "class": STRING,
            "from_dict": INTEGER,
            "list": {"type": "array", "items": {"type": "integer", "enum": [1, 2, 3]}},
        },
        "additionalProperties": INTEGER,
    },
}

PATHS: Json = {
    "/pets": {
        "get": {
            "parameters": [
                {"name": "filter", "in": "query", "style": "deepObject", "schema": FILTER},
                {"name": "tags", "in": "query", "explode": False, "schema": {"type": "array", "items": STRING}},
                {"name": "X-Trace", "in": "header", "required": True, "schema": STRING},
                {"name": "sid", "in": "cookie", "schema": STRING},
                {"name": "page", "in": "query", "schema": {"type": "integer", "default": 1}},
            ],
            "responses": ok({"type": "array", "items": ref("Pet")}),
        },
        "post": {
            "requestBody": body(ref("Pet"), "application/json; charset=utf-8"),
            "responses": {
                **ok(ref("Pet"), status="201"),
                **ok({"type": "object", "properties": {"job": STRING}}, status="202"),
                **ok(status="204"),
            },
        },
    },
    "/cats": {
        "post": {"requestBody": body(ref("Cat")), "responses": ok(ref("Cat"))},
        "put": {"requestBody": body(ref("Cat"), required=False), "responses": ok(status="204")},
    },
    "/pets/{id}": {
        "parameters": [ID],
        "get": {"parameters": [{"name": "id", "in": "query", "schema": INTEGER}], "responses": ok(ref("Cat"))},
        "delete": {"responses": ok(status="204")},
        "head": {"responses": ok()},
    },
    "/files/{name}.{ext}": {
        "parameters": [
            {"name": "name", "in": "path", "required": True, "schema": STRING},
            {"name": "ext", "in": "path", "required": True, "schema": {"type": "string", "enum": ["png", "txt"]}},
        ],
        "get": {"security": [], "responses": ok(BINARY, "image/png")},
        "put": {
            "requestBody": body(BINARY, "application/octet-stream", required=False),
            "responses": ok(STRING, "text/plain"),
        },
    },
    "/upload": {
        "post": {
            "requestBody": body(UPLOAD, "multipart/form-data", encoding={"file": {"contentType": "image/png"}}),
            "responses": ok(ref("Prices")),
        }
    },
    "/form": {
        "post": {
            "requestBody": body(FORM, "application/x-www-form-urlencoded", required=False),
            "responses": ok(ref("Mixed")),
        }
    },
    "/note": {
        "post": {
            "requestBody": body({"type": "string", "maxLength": 5}, "text/plain"),
            "responses": ok({"type": "number"}),
        }
    },
    "/bulk": {
        "post": {
            "requestBody": body({"type": "array", "items": ref("Cat"), "minItems": 1}),
            "responses": ok({"type": "object", "additionalProperties": {"type": "array", "items": ref("Tree")}}),
        }
    },
    "/Pets": {"get": {"operationId": "otherPets", "responses": ok({"type": "boolean"})}},
    "/elsewhere": {"servers": [{"url": "https://other.example/api/"}], "get": {"responses": ok(INTEGER)}},
}


def zoo() -> Json:
    """The description."""
    variables = {"region": {"default": "eu", "enum": ["eu", "us"]}, "base": {"default": "v2"}}
    return {
        "openapi": "3.0.3",
        "info": {"title": "Zoo & Market (v2)", "version": "2.1.0-beta"},
        "servers": [
            {"url": "https://{region}.zoo.example/{base}", "variables": variables, "description": "Production"},
            {"url": "https://sandbox.zoo.example/v2", "description": "Sandbox"},
        ],
        "security": [{"key": []}, {"basic": []}, {"tok": [], "q": []}],
        "components": {
            "securitySchemes": {
                "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
                "q": {"type": "apiKey", "in": "query", "name": "apikey"},
                "c": {"type": "apiKey", "in": "cookie", "name": "sid"},
                "basic": {"type": "http", "scheme": "basic"},
                "tok": {"type": "http", "scheme": "bearer"},
            },
            "schemas": SCHEMAS,
        },
        "paths": PATHS,
    }
