"""Changes of one description with the verdict for a caller on the wire; each is one of a kind that others belong to."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from jekyll_openapi.diff.compare import compare

Json = dict[str, Any]
Edit = Callable[[Json], Any]


def description() -> Json:
    """A description that has a bit of everything."""
    ref = "#/components/schemas/"
    return {
        "openapi": "3.1.0",
        "info": {"title": "Ferry", "version": "1.0.0"},
        "servers": [
            {"url": "https://ferry.example/v1"},
            {
                "url": "https://{place}.ferry.example/v1",
                "variables": {"place": {"default": "north", "enum": ["north", "south"]}},
            },
        ],
        "security": [{"key": []}],
        "paths": {
            "/trips/{tripId}": {
                "get": {
                    "operationId": "trip",
                    "parameters": [
                        {"name": "tripId", "in": "path", "required": True, "schema": {"type": "integer"}},
                        {"name": "lang", "in": "query", "schema": {"type": "string", "default": "en"}},
                        {"name": "tags", "in": "query", "schema": {"type": "array", "items": {"type": "string"}}},
                        {"name": "X-Trace", "in": "header", "schema": {"type": "string"}},
                    ],
                    "responses": {
                        "200": {
                            "description": "One",
                            "headers": {"X-Left": {"required": True, "schema": {"type": "integer"}}},
                            "content": {"application/json": {"schema": {"$ref": f"{ref}Trip"}}},
                        },
                        "4XX": {
                            "description": "No",
                            "content": {"application/json": {"schema": {"$ref": f"{ref}Error"}}},
                        },
                    },
                }
            },
            "/bookings": {
                "post": {
                    "operationId": "book",
                    "requestBody": {"content": {"application/json": {"schema": {"$ref": f"{ref}Booking"}}}},
                    "responses": {"201": {"description": "Made", "links": {"self": {"operationId": "trip"}}}},
                    "callbacks": {
                        "gone": {
                            "{$request.body#/hook}": {
                                "post": {
                                    "requestBody": {
                                        "content": {"application/json": {"schema": {"$ref": f"{ref}Error"}}}
                                    },
                                    "responses": {"204": {"description": ""}},
                                }
                            }
                        }
                    },
                }
            },
        },
        "webhooks": {
            "late": {
                "post": {
                    "requestBody": {
                        "content": {
                            "application/json": {
                                "schema": {
                                    "type": "object",
                                    "properties": {"minutes": {"type": "integer", "maximum": 600}},
                                }
                            }
                        }
                    },
                    "responses": {"200": {"description": ""}},
                }
            }
        },
        "components": {
            "securitySchemes": {
                "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
                "oauth": {
                    "type": "oauth2",
                    "flows": {
                        "clientCredentials": {
                            "tokenUrl": "https://ferry.example/t",
                            "scopes": {"read": "", "write": ""},
                        }
                    },
                },
            },
            "schemas": {
                "Error": {"type": "object", "properties": {"text": {"type": "string"}}},
                "Trip": {
                    "type": "object",
                    "required": ["id", "state"],
                    "properties": {
                        "id": {"type": "integer", "readOnly": True},
                        "state": {"type": "string", "enum": ["due", "gone"]},
                        "open": {"type": "string", "enum": ["a", "b"], "x-extensible-enum": ["a", "b"]},
                        "note": {"type": ["string", "null"], "maxLength": 80},
                        "stops": {
                            "type": "array",
                            "items": {"$ref": f"{ref}Stop"},
                            "prefixItems": [{"$ref": f"{ref}Stop"}],
                        },
                        "fares": {"type": "object", "additionalProperties": {"type": "number", "minimum": 0}},
                        "vessel": {
                            "oneOf": [{"$ref": f"{ref}Ship"}, {"$ref": f"{ref}Boat"}],
                            "discriminator": {"propertyName": "kind"},
                        },
                    },
                },
                "Stop": {"type": "object", "properties": {"port": {"type": "string"}}, "additionalProperties": False},
                "Ship": {
                    "type": "object",
                    "required": ["kind"],
                    "properties": {"kind": {"const": "Ship"}, "decks": {"type": "integer"}},
                },
                "Boat": {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "Boat"}}},
                "Booking": {
                    "allOf": [
                        {
                            "type": "object",
                            "properties": {"trip": {"type": "integer", "minimum": 1}},
                            "required": ["trip"],
                        },
                        {
                            "type": "object",
                            "properties": {
                                "id": {"type": "integer", "readOnly": True},
                                "seats": {"type": "integer", "exclusiveMinimum": 0, "default": 1},
                                "class": {"type": "string", "enum": ["deck", "cabin"]},
                                "cabin": {"type": "string", "pattern": "^[A-F]"},
                                "pay": {"anyOf": [{"$ref": f"{ref}Card"}, {"type": "string"}]},
                                "extras": {
                                    "type": "object",
                                    "patternProperties": {"^x-": {"type": "string"}},
                                    "additionalProperties": False,
                                },
                            },
                        },
                        {
                            "if": {"properties": {"class": {"const": "cabin"}}, "required": ["class"]},
                            "then": {"required": ["cabin"]},
                        },
                        {"not": {"required": ["cabin", "extras"]}},
                    ]
                },
                "Card": {"type": "object", "properties": {"number": {"type": "string"}}, "required": ["number"]},
            },
        },
    }


def schemas(spec: Json) -> Any:
    return spec["components"]["schemas"]


def trip(spec: Json) -> Any:
    return schemas(spec)["Trip"]["properties"]


def booking(spec: Json) -> Any:
    return schemas(spec)["Booking"]["allOf"][1]["properties"]


def get(spec: Json) -> Any:
    return spec["paths"]["/trips/{tripId}"]["get"]


def post(spec: Json) -> Any:
    return spec["paths"]["/bookings"]["post"]


def moved(holder: Json, old: str, new: str) -> object:
    """The key under another name, at its place."""
    entries = [(new if key == old else key, value) for key, value in holder.items()]
    holder.clear()
    holder.update(entries)
    return holder


def to_30(spec: Json) -> None:
    """The note of a trip as OpenAPI 3.0 writes it."""
    trip(spec)["note"] = {"anyOf": [{"type": "string", "maxLength": 80}, {"type": "null"}]}


CASES: list[tuple[str, str, Edit]] = [
    # composition
    ("a member of allOf asks for more", "breaking", lambda s: schemas(s)["Booking"]["allOf"][1].update(required=["seats"])),
    ("a member of allOf comes", "breaking", lambda s: schemas(s)["Booking"]["allOf"].append({"required": ["pay"]})),
    ("allOf is merged by hand", "note", lambda s: schemas(s)["Booking"]["allOf"].append(
        schemas(s)["Booking"]["allOf"].pop(0))),
    ("one of anyOf goes", "breaking", lambda s: booking(s)["pay"]["anyOf"].pop()),
    ("anyOf takes one more", "compatible", lambda s: booking(s)["pay"]["anyOf"].append({"type": "boolean"})),
    ("anyOf turned round", "note", lambda s: booking(s)["pay"]["anyOf"].reverse()),
    ("the object of anyOf asks for more", "breaking", lambda s: schemas(s)["Card"].update(required=["number", "name"])),
    ("an answer has one more alternative", "breaking", lambda s: (
        schemas(s).update(Raft={"type": "object", "required": ["kind"], "properties": {"kind": {"const": "Raft"}}}),
        trip(s)["vessel"]["oneOf"].append({"$ref": "#/components/schemas/Raft"}))),
    ("an answer has one alternative less", "compatible", lambda s: trip(s)["vessel"]["oneOf"].pop()),
    ("the mapping is written out", "note", lambda s: trip(s)["vessel"]["discriminator"].update(
        mapping={"Ship": "#/components/schemas/Ship", "Boat": "#/components/schemas/Boat"})),
    ("the mapping has another value", "breaking", lambda s: trip(s)["vessel"]["discriminator"].update(
        mapping={"steamer": "#/components/schemas/Ship"})),
    ("another property tells apart", "breaking", lambda s: trip(s)["vessel"]["discriminator"].update(propertyName="type")),
    ("not takes in more", "breaking", lambda s: schemas(s)["Booking"]["allOf"][3].update({"not": {"required": ["cabin"]}})),
    ("not goes", "compatible", lambda s: schemas(s)["Booking"]["allOf"].pop(3)),
    ("a condition comes", "breaking", lambda s: schemas(s)["Booking"]["allOf"].append(
        {"if": {"required": ["pay"]}, "then": {"properties": {"seats": {"maximum": 9}}}})),
    ("a condition asks for what is wanted anyway", "note", lambda s: schemas(s)["Booking"]["allOf"].append(
        {"if": {"required": ["class"], "properties": {"class": {"const": "deck"}}}, "then": {"required": ["trip"]}})),
    ("a condition goes", "compatible", lambda s: schemas(s)["Booking"]["allOf"].pop(2)),
    ("a condition asks for one more", "breaking", lambda s: schemas(s)["Booking"]["allOf"][2]["then"].update(
        required=["cabin", "pay"])),
    ("what is wanted together", "breaking", lambda s: schemas(s)["Booking"]["allOf"][1].update(
        dependentRequired={"pay": ["seats"]})),
    # values and limits
    ("const for an enum of one", "note", lambda s: schemas(s)["Boat"]["properties"].update(kind={"enum": ["Boat"]})),
    ("minimum for exclusiveMinimum", "note", lambda s: booking(s).update(seats={"type": "integer", "minimum": 1, "default": 1})),
    ("a finer step", "breaking", lambda s: booking(s)["seats"].update(multipleOf=2)),
    ("a limit without meaning", "note", lambda s: booking(s)["cabin"].update(minLength=0)),
    ("uniqueItems false", "note", lambda s: trip(s)["stops"].update(uniqueItems=False)),
    ("uniqueItems in an answer", "compatible", lambda s: trip(s)["stops"].update(uniqueItems=True)),
    ("another pattern", "breaking", lambda s: booking(s)["cabin"].update(pattern="^[A-D]")),
    ("a pattern goes", "compatible", lambda s: booking(s)["cabin"].pop("pattern")),
    ("an answer may be longer", "breaking", lambda s: trip(s)["note"].update(maxLength=90)),
    ("an answer is shorter", "compatible", lambda s: trip(s)["note"].update(maxLength=70)),
    ("an answer is never null", "compatible", lambda s: trip(s)["note"].update(type="string")),
    ("null as an alternative", "note", to_30),
    ("a new value in an answer", "warning", lambda s: trip(s)["state"]["enum"].append("late")),
    ("a new value of an open list", "compatible", lambda s: trip(s)["open"]["enum"].append("c")),
    ("values in another order", "note", lambda s: trip(s)["state"]["enum"].reverse()),
    ("a value of a request goes", "breaking", lambda s: booking(s)["class"]["enum"].pop()),
    ("a new value in a request", "compatible", lambda s: booking(s)["class"]["enum"].append("suite")),
    ("number for integer in a request", "compatible", lambda s: booking(s)["seats"].update(type="number")),
    # objects
    ("a map may hold less", "breaking", lambda s: trip(s)["fares"]["additionalProperties"].pop("minimum")),
    ("a closed answer holds more", "breaking", lambda s: schemas(s)["Stop"]["properties"].update(time={"type": "string"})),
    ("an open answer holds more", "compatible", lambda s: schemas(s)["Ship"]["properties"].update(name={"type": "string"})),
    ("an answer is no longer closed", "breaking", lambda s: schemas(s)["Stop"].pop("additionalProperties")),
    ("a request is closed", "breaking", lambda s: schemas(s)["Card"].update(additionalProperties=False)),
    ("additionalProperties true", "note", lambda s: schemas(s)["Card"].update(additionalProperties=True)),
    ("one more pattern of names", "compatible", lambda s: booking(s)["extras"]["patternProperties"].update({"^y-": {}})),
    ("names of one pattern are numbers", "breaking", lambda s: booking(s)["extras"]["patternProperties"].update(
        {"^x-": {"type": "number"}})),
    ("a read-only property of a request is wanted", "note", lambda s: schemas(s)["Booking"]["allOf"][1].update(required=["id"])),
    ("a read-only property of a request is a text", "note", lambda s: booking(s)["id"].update(type="string")),
    ("the default of a property", "breaking", lambda s: booking(s)["seats"].update(default=2)),
    ("a first item of another kind", "breaking", lambda s: trip(s)["stops"].update(prefixItems=[{"type": "string"}])),
    ("min and max properties that say nothing", "note", lambda s: schemas(s)["Card"].update(minProperties=0)),
    # parameters
    ("a path variable has another name", "note", lambda s: (
        moved(s["paths"], "/trips/{tripId}", "/trips/{id}"),
        s["paths"]["/trips/{id}"]["get"]["parameters"][0].update(name="id"))),
    ("the style that holds anyway", "note", lambda s: get(s)["parameters"][2].update(style="form", explode=True)),
    ("a list in one", "breaking", lambda s: get(s)["parameters"][2].update(explode=False)),
    ("a default of a parameter", "breaking", lambda s: get(s)["parameters"][1]["schema"].update(default="fr")),
    ("a header in another case", "note", lambda s: get(s)["parameters"][3].update(name="x-trace")),
    ("a header that is ignored", "note", lambda s: get(s)["parameters"].append(
        {"name": "Authorization", "in": "header", "required": True, "schema": {"type": "string"}})),
    ("a parameter on its way out", "compatible", lambda s: get(s)["parameters"][1].update(deprecated=True)),
    ("parameters in another order", "note", lambda s: get(s)["parameters"].reverse()),
    # operations
    ("an operation on its way out", "compatible", lambda s: get(s).update(deprecated=True)),
    ("another operationId", "note", lambda s: get(s).update(operationId="oneTrip")),
    ("the body is asked for", "breaking", lambda s: post(s)["requestBody"].update(required=True)),
    ("the body may be left out, said", "note", lambda s: post(s)["requestBody"].update(required=False)),
    ("the charset of JSON", "note", lambda s: moved(
        post(s)["requestBody"]["content"], "application/json", "application/json; charset=UTF-8")),
    ("another version of a type", "breaking", lambda s: moved(
        post(s)["requestBody"]["content"], "application/json", "application/json; version=2")),
    ("any JSON-like type", "compatible", lambda s: moved(get(s)["responses"]["200"]["content"], "application/json", "application/*")),
    ("a range of statuses", "note", lambda s: moved(get(s)["responses"], "200", "2XX")),
    ("one status of a range", "note", lambda s: get(s)["responses"].update({"404": get(s)["responses"]["4XX"]})),
    ("a header of an answer goes", "breaking", lambda s: get(s)["responses"]["200"]["headers"].clear()),
    ("a header of an answer in another case", "note", lambda s: moved(get(s)["responses"]["200"]["headers"], "X-Left", "x-left")),
    ("a header of an answer is not always there", "breaking", lambda s: get(s)["responses"]["200"]["headers"]["X-Left"].pop("required")),
    ("a link changes", "note", lambda s: post(s)["responses"]["201"]["links"]["self"].update(operationId="book")),
    # where requests go, and who may send them
    ("a slash behind a server", "breaking", lambda s: s["servers"][0].update(url="https://ferry.example/v1/")),
    ("servers in another order", "note", lambda s: s["servers"].reverse()),
    ("the version moves into the paths", "note", lambda s: (
        s["servers"][0].update(url="https://ferry.example"), s["servers"][1].update(url="https://{place}.ferry.example"),
        [moved(s["paths"], path, f"/v1{path}") for path in list(s["paths"])])[0:0]),
    ("a value of a server goes", "breaking", lambda s: s["servers"][1]["variables"]["place"]["enum"].pop()),
    ("another value of a server by default", "breaking", lambda s: s["servers"][1]["variables"]["place"].update(default="south")),
    ("a scheme under another name", "note", lambda s: (
        moved(s["components"]["securitySchemes"], "key", "ferryKey"), s.update(security=[{"ferryKey": []}]))),
    ("a scheme that nobody uses", "note", lambda s: s["components"]["securitySchemes"].update(
        basic={"type": "http", "scheme": "basic"})),
    ("a second way in", "compatible", lambda s: s["security"].append({"oauth": ["read"]})),
    ("a second thing to show", "breaking", lambda s: s["security"][0].update(oauth=["read"])),
    ("open to all", "compatible", lambda s: s["security"].append({})),
    ("the key in the query", "breaking", lambda s: s["components"]["securitySchemes"]["key"].update({"in": "query"})),
    ("the case of the header of the key", "note", lambda s: s["components"]["securitySchemes"]["key"].update(name="x-key")),
    # what the service sends
    ("a webhook holds more", "breaking", lambda s: s["webhooks"]["late"]["post"]["requestBody"]["content"][
        "application/json"]["schema"]["properties"]["minutes"].pop("maximum")),
    ("a webhook comes", "compatible", lambda s: s["webhooks"].update(early=s["webhooks"]["late"])),
    ("a webhook goes", "breaking", lambda s: s["webhooks"].clear()),
    ("a callback goes", "breaking", lambda s: post(s)["callbacks"].clear()),
    ("the text of a callback is a number", "breaking", lambda s: schemas(s)["Error"]["properties"].update(text={"type": "number"})),
    # the same in other words
    ("a schema under another name", "note", lambda s: (
        moved(schemas(s), "Stop", "Halt"),
        trip(s)["stops"].update(items={"$ref": "#/components/schemas/Halt"}, prefixItems=[{"$ref": "#/components/schemas/Halt"}]))),
    ("a schema written in place", "note", lambda s: booking(s)["pay"]["anyOf"].__setitem__(0, schemas(s)["Card"])),
    ("a reference inside allOf", "note", lambda s: trip(s)["stops"].update(
        items={"allOf": [{"$ref": "#/components/schemas/Stop"}], "description": "A stop"})),
    ("an unknown keyword", "note", lambda s: trip(s)["note"].update(language="en")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "verdict", "edit"), CASES, ids=[name for name, _, _ in CASES])
def test_the_verdict_on_the_wire(name: str, verdict: str, edit: Edit) -> None:
    new = description()
    edit(new)
    changes = compare(description(), copy.deepcopy(new))
    levels = [change.wire for change in changes]
    worst = next((level for level in ("breaking", "warning", "compatible") if level in levels), "note")
    assert worst == verdict, [(change.kind, change.message) for change in changes]


def test_30_and_31_of_one_description_are_the_same() -> None:
    old, new = description(), description()
    for spec in (old, new):
        spec["webhooks"] = {}
        trip(spec)["stops"].pop("prefixItems")
        schemas(spec)["Booking"]["allOf"][2:] = []
        for schema in ("Boat", "Ship"):
            schemas(spec)[schema]["properties"]["kind"] = {"type": "string", "enum": [schema]}
        booking(spec)["extras"].pop("patternProperties")
    old["openapi"] = "3.0.3"
    trip(old)["note"] = {"type": "string", "nullable": True, "maxLength": 80}
    booking(old)["seats"] = {"type": "integer", "minimum": 0, "exclusiveMinimum": True, "default": 1}
    assert [change.message for change in compare(old, new)] == ["`openapi` has changed"]


def test_with_a_client_a_new_schema_is_something_new() -> None:
    new = description()
    schemas(new)["Crew"] = {"type": "object", "properties": {"name": {"type": "string"}}}
    (alone,), (with_client,) = compare(description(), new), compare(description(), new, has_client=True)
    assert (alone.level, with_client.level, with_client.wire) == ("note", "compatible", "note")
