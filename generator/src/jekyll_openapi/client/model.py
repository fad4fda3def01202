"""The client to be written, as data: groups of methods, their arguments, the types they take."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jekyll_openapi.client.annotations import Annotations, Result
from jekyll_openapi.client.naming import apart, method_name, pascal, snake, snake_names
from jekyll_openapi.client.writer import Code, code, identifier
from jekyll_openapi.runtime.description import Description, Operation, Parameter
from jekyll_openapi.runtime.records import Names
from jekyll_openapi.runtime.schemas import Schema, resolve

TAKEN_GROUPS = ("client", "close", "drift", "environment", "in_doubt", "raw", "request", "use_token")
"""Attributes of a client; a group of that name gets an underscore."""
TAKEN_METHODS = ("reconcile",)
TAKEN_ARGUMENTS = ("dry_run", "self")


@dataclass(frozen=True, slots=True)
class Argument:
    """One keyword of a method."""

    wire: str
    name: str
    annotation: Code
    schema: Schema
    required: bool
    source: str


@dataclass(frozen=True, slots=True)
class Method:
    """One operation as a method."""

    name: str
    operation: Operation
    body: tuple[Argument, ...]
    values: tuple[Argument, ...]
    """What goes into path and query."""
    result: Result
    summary: str
    rules: tuple[tuple[str, str], ...]
    """Conditions between properties, each with its source."""

    @property
    def arguments(self) -> tuple[Argument, ...]:
        """All keywords, the required ones first."""
        both = (*self.values, *self.body)
        return (*(one for one in both if one.required), *(one for one in both if not one.required))

    @property
    def has_dry_run(self) -> bool:
        """Whether the request can be looked at instead of sent."""
        return self.operation.kind == "trade"


@dataclass(frozen=True, slots=True)
class Group:
    """The operations whose paths begin alike."""

    attribute: str
    class_name: str
    path: str
    methods: tuple[Method, ...]
    has_reconcile: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """The strings of an enumeration."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mapped:
    """An object as a mapping with the API's own names."""

    name: str
    keys: tuple[tuple[str, Code, bool], ...]
    """Name, type, whether it is required."""


@dataclass(frozen=True, slots=True)
class ClientModel:
    """Everything that our own part of a client holds."""

    description: Description
    names: Mapping[str, Names]
    groups: tuple[Group, ...]
    choices: tuple[Choice, ...]
    mappings: tuple[Mapped, ...]
    credentials: Code
    """The type of what opens a session."""


def build_model(description: Description, names: Mapping[str, Names]) -> ClientModel:
    """The client for the spec, whose models are called as `names` says."""
    schemas = description.schemas
    enumerations = {name: one for name, one in names.items() if "enum" in schemas[name]}
    objects = {name: one for name, one in names.items() if schemas[name].get("properties")}
    wanted = [f"{one.class_name}Name" for one in enumerations.values()]
    made = apart(wanted + [f"{one.class_name}Dict" for one in objects.values()])
    shape_names = dict(zip((*enumerations, *objects), made, strict=True))
    annotations = Annotations(
        schemas,
        names,
        {name: identifier(shape_names[name]) for name in enumerations},
        {name: identifier(shape_names[name]) for name in objects},
    )
    return ClientModel(
        description=description,
        names=names,
        groups=_groups(description, annotations),
        choices=tuple(Choice(shape_names[name], tuple(schemas[name]["enum"])) for name in sorted(enumerations)),
        mappings=tuple(_mapped(shape_names[name], schemas[name], annotations) for name in sorted(objects)),
        credentials=_credentials(description, annotations),
    )


def _credentials(description: Description, annotations: Annotations) -> Code:
    """The type of what opens a session, `None` where there are no sessions."""
    session = description.facts.session
    body = description.operations[session.open].body if session else None
    return annotations.argument(body) if body else code("None")


def _mapped(name: str, schema: Schema, annotations: Annotations) -> Mapped:
    """The typed mapping of an object."""
    keys = tuple(
        (wire, annotations.argument(one, in_mapping=True), _is_required(schema, wire))
        for wire, one in schema["properties"].items()
    )
    return Mapped(name, keys)


def _is_required(schema: Schema, name: str) -> bool:
    """Whether an object is not accepted without the property."""
    return name in schema.get("required", ()) or schema["properties"][name].get("x-required-in-practice") is True


def _groups(description: Description, annotations: Annotations) -> tuple[Group, ...]:
    """Operations by the first part of their paths."""
    members: defaultdict[str, list[Operation]] = defaultdict(list)
    for operation in description.operations.values():
        members[next(_parts(operation), "root")].append(operation)
    attributes = snake_names(sorted(members), TAKEN_GROUPS)
    models = {one.class_name for one in annotations.names.values()}
    classes = dict(zip(attributes, apart((f"{pascal(one)}Group" for one in attributes), models), strict=True))
    reconcile = description.facts.reconcile
    return tuple(
        Group(
            attribute=attributes[part],
            class_name=classes[part],
            path=part,
            methods=_methods(members[part], description, annotations),
            has_reconcile=reconcile is not None and reconcile.group == attributes[part],
        )
        for part in attributes
    )


def _parts(operation: Operation) -> Iterator[str]:
    """The parts of a path that are no variables."""
    return (part for part in operation.path.split("/") if part and not part.startswith("{"))


def _methods(operations: list[Operation], description: Description, annotations: Annotations) -> tuple[Method, ...]:
    """One method an operation, named after the last part of its path, or after its id where that is taken."""
    ordered = sorted(operations, key=lambda one: (one.path, one.method))
    wanted = [method_name([one.id, *_parts(one)][-1]) for one in ordered]
    distinct = [name if wanted.count(name) == 1 else snake(one.id) for name, one in zip(wanted, ordered, strict=True)]
    names = apart(distinct, TAKEN_METHODS)
    return tuple(_method(name, one, description, annotations) for name, one in zip(names, ordered, strict=True))


def _method(name: str, operation: Operation, description: Description, annotations: Annotations) -> Method:
    """The method of an operation."""
    body = resolve(operation.body or {}, description.schemas)
    properties: Mapping[str, Schema] = body.get("properties", {})
    keys = [f"{one.place} {one.name}" for one in operation.parameters] + [f"body {wire}" for wire in properties]
    made = apart([snake(key.split(" ", 1)[1]) for key in keys], TAKEN_ARGUMENTS)
    python = dict(zip(keys, made, strict=True))
    item = description.spec["paths"][operation.path][operation.method]
    return Method(
        name=name,
        operation=operation,
        body=tuple(
            Argument(
                wire=wire,
                name=python[f"body {wire}"],
                annotation=annotations.argument(one),
                schema=one,
                required=_is_required(body, wire),
                source=str(one.get("x-source", "")),
            )
            for wire, one in properties.items()
        ),
        values=tuple(_value(one, python[f"{one.place} {one.name}"], annotations) for one in operation.parameters),
        result=annotations.result(operation.answer),
        summary=_summary(item) or operation.id,
        rules=tuple(_rule(one) for one in body.get("allOf", ()) if "if" in one),
    )


def _summary(item: Mapping[str, object]) -> str:
    """The summary and the description, once where they are the same."""
    summary, description = (str(item.get(key, "")).strip() for key in ("summary", "description"))
    if description.startswith(summary.rstrip(".")):
        return description
    return f"{summary}\n\n{description}".strip()


def _value(parameter: Parameter, name: str, annotations: Annotations) -> Argument:
    """A keyword for a value in the path or the query."""
    return Argument(
        wire=parameter.name,
        name=name,
        annotation=annotations.argument(parameter.schema),
        schema=parameter.schema,
        required=parameter.required or parameter.place == "path",
        source=parameter.source,
    )


def _rule(schema: Schema) -> tuple[str, str]:
    """A condition between properties, in words."""
    wanted = ", ".join(f"`{name}`" for name in schema.get("then", {}).get("required", ()))
    return f"{wanted}: {schema.get('description', '')}", str(schema.get("x-source", ""))
