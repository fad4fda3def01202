"""The client to generate, as data: groups, methods, arguments, types."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Literal

from jekyll_openapi.client.annotations import ANY, NOTHING, Annotations
from jekyll_openapi.client.schema_texts import without_repetition
from jekyll_openapi.client.writer import Code, code
from jekyll_openapi.openapi.identifiers import pascal
from jekyll_openapi.openapi.lowering import Remark
from jekyll_openapi.openapi.names import NameTable, OperationName
from jekyll_openapi.openapi.references import schema_names
from jekyll_openapi.records import dataclass
from jekyll_openapi.runtime.description import Content, Operation, Parameter
from jekyll_openapi.runtime.kinds import Named, form_of, is_one_value, typed
from jekyll_openapi.runtime.schemas import Schema, resolve
from jekyll_openapi.runtime.trading.facts import TradingDescription


@dataclass(frozen=True, slots=True)
class Argument:
    """A keyword of a method."""

    wire: str
    key: str
    """Name in the internal call: the API's, as `place:name` if two places share it."""
    name: str
    annotation: Code
    shape: Schema
    required: bool
    source: str
    takes_null: bool = False
    """None is sent as null instead of being left out."""


@dataclass(frozen=True, slots=True)
class Method:
    """An operation as a method."""

    name: str
    operation: Operation
    body: tuple[Argument, ...]
    """Properties of the body."""
    whole: Argument | None
    """The body as one argument, if it has no properties."""
    values: tuple[Argument, ...]
    """Path, query, header and cookie parameters."""
    result: Code
    summary: str
    rules: tuple[tuple[str, str], ...]
    """Conditions between arguments, each with its source."""
    secrets: frozenset[str] = frozenset()
    """API names that are never shown."""

    @property
    def takes_secrets(self) -> bool:
        """Whether an argument is secret."""
        return any(one.wire in self.secrets for one in self.arguments)

    @property
    def arguments(self) -> tuple[Argument, ...]:
        """All keywords, required ones first."""
        both = (*self.values, *self.body, *([self.whole] if self.whole else []))
        return (*(one for one in both if one.required), *(one for one in both if not one.required))

    @property
    def has_dry_run(self) -> bool:
        """Whether `dry_run=True` can return the request instead of sending it."""
        return self.operation.kind == "trade"


@dataclass(frozen=True, slots=True)
class Group:
    """Operations that belong together."""

    attribute: str
    class_name: str
    about: str
    """Common path such as `/order`, or the tag's description."""
    methods: tuple[Method, ...]
    has_reconcile: bool


@dataclass(frozen=True, slots=True)
class Component:
    """A named object, enumeration or union."""

    name: str
    class_name: str
    module: str
    form: Literal["object", "enumeration", "union"]
    schema: Schema
    properties: Mapping[str, str]
    """Python name by API name."""
    members: tuple[tuple[str | int, str], ...]
    """Values of an enumeration with their names."""
    needs: frozenset[str]
    """Components that it refers to."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The values of an enumeration."""

    name: str
    values: tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Mapped:
    """An object as a TypedDict by the API's names."""

    name: str
    keys: tuple[tuple[str, Code, bool], ...]
    """Name, type, whether required."""


@dataclass(frozen=True, slots=True)
class ClientModel:
    """Everything needed to write the modules."""

    description: TradingDescription
    version: str
    annotations: Annotations
    components: tuple[Component, ...]
    groups: tuple[Group, ...]
    choices: tuple[Choice, ...]
    mappings: tuple[Mapped, ...]
    credentials: Code
    """Type of the credentials."""
    left_out: tuple[Remark, ...]
    """Operations that the client lacks."""


def build_model(
    description: TradingDescription, names: NameTable, version: str, left_out: tuple[Remark, ...] = ()
) -> ClientModel:
    """The client for a description, with the names of the table."""
    components = tuple(_component(name, shape, names) for name, shape in sorted(description.shapes.items()))
    taken = {one.class_name for one in components}
    literals = {one.name: _apart(f"{one.class_name}Name", taken) for one in components if one.form == "enumeration"}
    taken |= {*literals.values()}
    mappings = {
        one.name: _apart(f"{one.class_name}Dict", taken)
        for one in components
        if one.form == "object" and one.properties
    }
    classes = {one.name: one.class_name for one in components}
    annotations = Annotations(description.shapes, classes, literals, mappings)
    by_name = {one.name: one for one in components}
    return ClientModel(
        description=description,
        version=version,
        annotations=annotations,
        components=components,
        groups=_groups(description, names, annotations),
        choices=tuple(
            Choice(alias, tuple(value for value, _ in by_name[name].members)) for name, alias in literals.items()
        ),
        mappings=tuple(_mapped(alias, by_name[name].schema, annotations) for name, alias in mappings.items()),
        credentials=_credentials(description, annotations),
        left_out=left_out,
    )


def _apart(name: str, taken: set[str]) -> str:
    while name in taken:
        name += "_"
    return name


def _component(name: str, shape: Schema, names: NameTable) -> Component:
    form = form_of(shape) or "union"
    needs = frozenset(schema_names(shape))
    one, members = names.schemas[name], tuple(names.enumerations.get(name, {}).items())
    return Component(name, one.class_name, one.module, form, shape, one.properties, members, needs)


def _credentials(description: TradingDescription, annotations: Annotations) -> Code:
    """Type of the credentials; `None` without sessions."""
    session = description.facts.session
    content = description.operations[session.open].content if session else None
    return annotations.argument(content.shape) if content else NOTHING


def _mapped(name: str, shape: Schema, annotations: Annotations) -> Mapped:
    """The TypedDict of an object, without read-only properties and empty names."""
    keys = tuple(
        (wire, annotations.argument(one, in_mapping=True), _is_required(shape, wire))
        for wire, one in shape["properties"].items()
        if wire and one.get("readOnly") is not True
    )
    return Mapped(name, keys)


def _is_required(shape: Schema, name: str) -> bool:
    """Whether requests need the property."""
    return name in shape.get("required", ()) or shape["properties"][name].get("x-required-in-practice") is True


# --- groups and methods -----------------------------------------------------------------------------------------------


def _groups(description: TradingDescription, names: NameTable, annotations: Annotations) -> tuple[Group, ...]:
    """The groups by name."""
    members: defaultdict[str, list[tuple[Operation, OperationName]]] = defaultdict(list)
    for operation in description.operations.values():
        known = names.operation(operation.method, operation.path)
        members[known.group].append((operation, known))
    reconcile = description.facts.reconcile
    taken = {*annotations.classes.values(), *_four("Group"), *_four(names.class_name)}
    classes = _group_classes(sorted(members), taken)
    return tuple(
        Group(
            attribute=attribute,
            class_name=classes[attribute],
            about=_about([operation for operation, _ in members[attribute]], description),
            methods=tuple(
                _method(*one, description, annotations)
                for one in sorted(members[attribute], key=lambda one: (one[0].path, one[0].method))
            ),
            has_reconcile=reconcile is not None and reconcile.group == attribute,
        )
        for attribute in sorted(members)
    )


def group_class(name: str, is_async: bool, is_raw: bool) -> str:
    """Class name of a group, such as `AsyncRawOrderGroup`."""
    return f"{'Async' if is_async else ''}{'Raw' if is_raw else ''}{name}"


def _four(name: str) -> set[str]:
    return {group_class(name, is_async, is_raw) for is_async in (False, True) for is_raw in (False, True)}


def _group_classes(attributes: Iterable[str], taken: set[str]) -> Mapping[str, str]:
    """A prefix for the classes of each group such that all four names are free."""
    found: dict[str, str] = {}
    for attribute in attributes:
        name = f"{pascal(attribute)}Group"
        while not taken.isdisjoint(_four(name)):
            name += "_"
        taken = taken | _four(name)
        found[attribute] = name
    return found


def _about(operations: list[Operation], description: TradingDescription) -> str:
    """The common beginning of the paths."""
    firsts = {one.path.split("/")[1] for one in operations}
    if len(firsts) == 1:
        return f"/{firsts.pop()}"
    item = description.spec["paths"][operations[0].path][operations[0].method]
    return str(next(iter(item.get("tags") or ()), "/"))


def _method(
    operation: Operation, known: OperationName, description: TradingDescription, annotations: Annotations
) -> Method:
    """The method of an operation."""
    item = description.spec["paths"][operation.path][operation.method]
    body, whole = _body(operation, known, annotations)
    values = tuple(_value(one, operation, known, annotations, item) for one in operation.parameters)
    checked = resolve(operation.body or {}, description.schemas)
    return Method(
        name=known.method,
        operation=operation,
        body=body,
        whole=whole,
        values=values,
        result=_result(operation, annotations),
        summary=_summary(item) or f"Call `{operation.method.upper()} {operation.path}`.",
        rules=tuple(dict.fromkeys(rule for one in checked.get("allOf", ()) if "if" in one and (rule := _rule(one))[0])),
        secrets=frozenset(description.facts.secrets),
    )


def _body(
    operation: Operation, known: OperationName, annotations: Annotations
) -> tuple[tuple[Argument, ...], Argument | None]:
    """Keywords for the body: its properties, or the whole."""
    content = operation.content
    if content is None:
        return (), None
    found = typed(content.shape, annotations.shapes)
    wanted: Mapping[str, Schema] = found.schema.get("properties", {}) if isinstance(found.kind, Named) else {}
    if parts := {wire: one for wire, one in wanted.items() if ("body", wire) in known.arguments}:
        made = (_part(*one, found.schema, operation, known, annotations) for one in parts.items())
        return tuple(made), None
    name, needed = known.arguments["body", ""], operation.needs_body
    takes_null = content.form == "json" and annotations.takes_null(content.shape)
    annotation = _whole(content, annotations)
    return (), Argument("", "", name, annotation, content.shape, needed, operation.source, takes_null)


def _whole(content: Content, annotations: Annotations) -> Code:
    """Type of a body passed as one argument."""
    if content.form == "bytes":
        return code("bytes | str")
    if content.form == "text" and not (content.shape and is_one_value(content.shape, annotations.shapes)):
        return code("str")
    return annotations.keyword(content.shape)


def _part(
    wire: str, shape: Schema, holder: Schema, operation: Operation, known: OperationName, annotations: Annotations
) -> Argument:
    """Keyword for a body property."""
    needed = _is_required(holder, wire) and operation.needs_body
    return Argument(
        wire=wire,
        key=wire,
        name=known.arguments["body", wire],
        annotation=annotations.keyword(shape),
        shape=shape,
        required=needed,
        source=str(shape.get("x-source", "")),
        takes_null=annotations.takes_null(shape),
    )


def _value(
    parameter: Parameter,
    operation: Operation,
    known: OperationName,
    annotations: Annotations,
    item: Mapping[str, object],
) -> Argument:
    """Keyword for a parameter."""
    is_alone = sum(one.name == parameter.name for one in operation.parameters) == 1
    stated = item.get("parameters")
    said = next(
        (
            one.get("description", "")
            for one in (stated if isinstance(stated, list) else [])
            if (one["in"], one["name"]) == (parameter.place, parameter.name)
        ),
        "",
    )
    shape = {"description": said, **parameter.shape} if said else parameter.shape
    return Argument(
        wire=parameter.name,
        key=parameter.name if is_alone else f"{parameter.place}:{parameter.name}",
        name=known.arguments[parameter.place, parameter.name],
        annotation=annotations.argument(parameter.shape),
        shape=shape,
        required=parameter.required,
        source=parameter.source,
    )


def _result(operation: Operation, annotations: Annotations) -> Code:
    """Type of the result: a union of all successes."""
    parts = [_answer(one, annotations).text for one in operation.answers.values()] or ["None"]
    unique = list(dict.fromkeys(parts))
    return ANY if "Any" in unique else Code(" | ".join(unique))


def _answer(content: Content | None, annotations: Annotations) -> Code:
    if content is None:
        return NOTHING
    if content.form == "json":
        return annotations.result(content.shape)
    return code("str") if content.form == "text" else code("bytes")


def _summary(item: Mapping[str, object]) -> str:
    """Summary and description; once if they are equal."""
    summary, description = (str(item.get(key) or "").strip() for key in ("summary", "description"))
    if description.startswith(summary.rstrip(".")):
        return description
    more = without_repetition(summary, description) if summary else description
    return f"{summary}{'.' if summary[-1:].isalnum() else ''}\n\n{more}".strip()


def _rule(schema: Schema) -> tuple[str, str]:
    """A condition between properties as text, and its source."""
    wanted = ", ".join(f"`{name}`" for name in (schema.get("then") or {}).get("required", ()))
    text = str(schema.get("description", ""))
    return f"{wanted}: {text}" if wanted else text, str(schema.get("x-source", ""))
