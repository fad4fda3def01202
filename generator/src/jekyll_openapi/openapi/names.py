"""The table of all Python names for a description. The client, the comparison and the reference page use it.

A name depends only on the thing itself, its path or its own words. Released names never change. If two new names are
equal, both things get a longer one, so that names do not depend on order.
"""

import keyword
import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from jekyll_openapi.openapi.identifiers import method_name, pascal, snake
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.lowering import PLACE, lower
from jekyll_openapi.openapi.members import member_names
from jekyll_openapi.openapi.naming import Wish, assigned, digest
from jekyll_openapi.openapi.operations import body_properties, operations, shown
from jekyll_openapi.openapi.pointers import parts
from jekyll_openapi.openapi.references import is_component
from jekyll_openapi.openapi.renamed import without_renamed
from jekyll_openapi.openapi.resources import is_made, resource_names
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass, field

MODEL_WORDS = frozenset(
    {"additional_properties", "around", "field", "from_dict", "has", "raw", "read", "sent_as", "to_dict"}
)
"""Attributes that every model has besides its properties, and the function that makes them."""
ARGUMENT_WORDS = frozenset({"dry_run", "extra", "self"})
"""Arguments that methods have besides those of the operation."""
METHOD_WORDS = frozenset({"overload", "quiet", "quiet_async", "reconcile"})
"""What a group has besides its operations, and what marks these."""
GROUP_WORDS = frozenset(
    {
        *("client", "close", "drift", "environment", "in_doubt", "raw", "request", "use_token", "with_options"),
        *("cached_property", "get_httpx_client", "get_async_httpx_client"),
    }
)
"""Attributes that a client has besides its groups, and what marks these."""
CLASS_WORDS = frozenset(
    {
        *("Any", "AsyncGroup", "AsyncRawMethod", "AsyncReconciling", "AuthenticatedClient", "BinaryIO", "Client"),
        *("Decimal", "Dict", "EllipsisType", "File", "Final", "Generator", "Group", "HTTPStatus", "List", "Literal"),
        *("Mapping", "Model", "MutableMapping", "NotRequired", "OpenEnum", "OpenIntEnum", "Optional"),
        *("OutcomeUnknown", "PreparedRequest", "Raw", "RawMethod", "Reconciliation", "Reconciling", "Required"),
        *(
            "Response",
            "Sequence",
            "T",
            "TYPE_CHECKING",
            "TextIO",
            "TypeAlias",
            "TypeVar",
            "TypedDict",
            "Union",
            "Unset",
        ),
    }
)
"""Names that the modules around a model use for something else."""
_DEVICES = frozenset(
    {"aux", "con", "nul", "prn", *(f"{kind}{number}" for kind in ("com", "lpt") for number in range(10))}
)
"""Names that cannot be files on Windows."""
_NO_GROUP = regex(r"v?\d[\d._-]*|api|rest|v\d+\w*", re.IGNORECASE)
"""Matches beginnings of paths that are common to all operations."""
_BEHIND = regex(r"[?#].*", re.DOTALL)
"""Matches what some paths have behind the path: a query, or a mark that tells two operations apart."""
_LONGEST = 90


@dataclass(frozen=True, slots=True)
class OperationName:
    """The names for an operation: `api.order.place_oco(account_id=...)`."""

    group: str
    method: str
    arguments: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """(`path`, `query`, `header`, `cookie` or `body`, name in the API) -> argument; `("body", "")` is the whole
    body."""


@dataclass(frozen=True, slots=True)
class SchemaName:
    """The names for a schema: `models.PlaceOCO` in `models/place_oco.py`."""

    module: str
    class_name: str
    properties: Mapping[str, str] = field(default_factory=dict)
    place: str = ""
    """Where the schema is in the description, unless it is a component."""


@dataclass(frozen=True, slots=True)
class NameTable:
    """The names for a description."""

    class_name: str
    operations: Mapping[str, OperationName]
    """`POST /order/placeOCO` -> names."""
    schemas: Mapping[str, SchemaName]
    """Component name in the lowered description -> names."""
    enumerations: Mapping[str, Mapping[str | int, str]]
    """Component name -> value -> member name."""

    def operation(self, method: str, path: str) -> OperationName:
        """The names for an operation; raises KeyError."""
        return self.operations[shown(method, path)]

    def public(self) -> dict[str, str]:
        """Every public name with the API's own word for it.

        order.place_oco                 POST /order/placeOCO
        order.place_oco(stop_price)     stopPrice
        models.Order                    Order
        models.Order.ord_status         ordStatus
        models.OrderType.STOP_LIMIT     StopLimit
        """
        return dict(sorted(self._public()))

    def _public(self) -> Iterator[tuple[str, str]]:
        for key, operation in self.operations.items():
            name = f"{operation.group}.{operation.method}"
            yield name, key
            yield from ((f"{name}({python})", wire) for (_, wire), python in operation.arguments.items())
        for key, schema in self.schemas.items():
            name = f"models.{schema.class_name}"
            yield name, key
            yield from ((f"{name}.{python}", wire) for wire, python in schema.properties.items())
            yield from ((f"{name}.{one}", str(value)) for value, one in self.enumerations.get(key, {}).items())


def name_table(document: Json, released: NameTable | None, class_name: str) -> NameTable:
    """The names for a lowered description; names of the release before are kept where the named things still exist."""
    before = released or NameTable(class_name, {}, {}, {})
    schemas: Mapping[str, Json] = document["components"]["schemas"]
    return NameTable(
        class_name,
        _operations(document, before),
        _schemas(schemas, before, class_name),
        {name: _members(name, schema, before) for name, schema in schemas.items() if "enum" in schema},
    )


def lowered(description: Json) -> Json:
    """The lowered form of an original description that its names are given to; raises DescriptionError."""
    return lower(without_renamed(description)).document


def names_of(description: Json, released: NameTable | None = None, document: Json | None = None) -> NameTable:
    """The names for an original description; raises DescriptionError.

    `document` is its lowered form, for callers that have it: the form costs ten times as much as the names.
    """
    facts = description.get("x-client")
    class_name = str(facts.get("class", "")) if isinstance(facts, dict) else ""
    return name_table(
        document or lowered(description), released, class_name or (released.class_name if released else "Api")
    )


# --- operations -------------------------------------------------------------------------------------------------------


def _operations(document: Json, before: NameTable) -> dict[str, OperationName]:
    found = {shown(method, path): (path, method, one) for path, method, one in operations(document)}
    groups = {key: _group(path, before.operations.get(key)) for key, (path, _, _) in found.items()}
    methods: dict[str, str] = {}
    for group in dict.fromkeys(groups.values()):
        wishes = {key: _method(key, group, *found[key]) for key in found if groups[key] == group}
        kept = {key: before.operations[key].method for key in wishes if key in before.operations}
        methods |= assigned(wishes, kept, METHOD_WORDS)
    return {
        key: OperationName(groups[key], methods[key], _arguments(document, one, before.operations.get(key)))
        for key, (_, _, one) in found.items()
    }


def _fixed(path: str) -> list[str]:
    """The parts of a path that are no variables, without those common to all paths."""
    fixed = [part for part in _BEHIND.sub("", path).split("/") if part and "{" not in part]
    return [part for index, part in enumerate(fixed) if not (_NO_GROUP.fullmatch(part) and index < len(fixed) - 1)]


def _group(path: str, released: OperationName | None) -> str:
    if released:
        return released.group
    first = next(iter(_fixed(path)), "root")
    name = snake(first.strip("_") or first)
    # Each group becomes a file, so it cannot have the name of a device of Windows.
    return f"{name}_" if name in GROUP_WORDS or name in _DEVICES else _cut(name, path)


def _method(key: str, group: str, path: str, method: str, operation: Json) -> Wish:
    """The name of a method: the last part of the path if it says what is done, or else the operation id.

    If the id says no more than method and path, the name is made of these. Of two spellings, the one that separates
    words wins: `getCashBalance` over `getcashbalance`.
    """
    fixed, name = _fixed(path), str(operation["operationId"])
    last = _BEHIND.sub("", path).rstrip("/").rpartition("/")[2]
    longest = _cut(snake(f"{method} {' '.join(path.split('/'))}"), key)
    made, longer = resource_names(method, path, group, operation)
    is_none = is_made(name, method, path)
    is_resource = is_none and (len(fixed) < 2 or "{" in path)
    if is_resource:
        return Wish(_cut(method_name(made), key), _cut(longer, key), longest, key)
    is_said = len(fixed) > 1 and last == fixed[-1] and not (last.islower() and last == name.casefold())
    wanted = method_name(re.sub(r"\.(json|xml)$", "", last) if is_said else name)
    apart = made if is_said and is_none else snake(name)
    return Wish(_cut(wanted, key), _cut(method_name(apart), key), longest, key)


def _arguments(document: Json, operation: Json, released: OperationName | None) -> dict[tuple[str, str], str]:
    keys = [(one["in"], one["name"]) for one in operation.get("parameters", ())]
    properties = body_properties(document, operation)
    if properties is not None:
        keys += (("body", name) for name in properties)
    elif "requestBody" in operation:
        keys.append(("body", ""))
    wishes = {key: _argument(*key) for key in keys}
    kept = {key: name for key, name in (released.arguments if released else {}).items() if key in wishes}
    return assigned(wishes, kept, ARGUMENT_WORDS)


def _argument(place: str, wire: str) -> Wish:
    name = _cut(snake(wire), wire) if wire else "body"
    return Wish(name, f"{place}_{name.strip('_')}", f"{place}_{name.strip('_')}_{digest(wire)}", f"{place} {wire}")


# --- schemas ----------------------------------------------------------------------------------------------------------


def _schemas(schemas: Mapping[str, Json], before: NameTable, class_name: str) -> dict[str, SchemaName]:
    released = {name: _released(name, schema, schemas, before) for name, schema in schemas.items()}
    kept = {name: one.class_name for name, one in released.items() if one}
    own = {class_name, f"Async{class_name}", f"Raw{class_name}", f"AsyncRaw{class_name}", f"{class_name}Error"}
    classes = assigned(
        {name: _class(name, one, own | CLASS_WORDS) for name, one in schemas.items()}, kept, (), fold=snake
    )
    modules = assigned(
        {name: Wish(_module(classes[name]), f"{_module(classes[name])}_{digest(name)}", key=name) for name in schemas},
        {name: one.module for name, one in released.items() if one},
        _DEVICES,
    )
    return {
        name: SchemaName(
            modules[name],
            classes[name],
            _properties(schema, released[name]),
            "" if is_component(schema.get(PLACE, "#/components/schemas/.")) else str(schema[PLACE]),
        )
        for name, schema in schemas.items()
    }


def _released(name: str, schema: Json, schemas: Mapping[str, Json], before: NameTable) -> SchemaName | None:
    """The released name of the schema; a schema that is no component is also found by its place."""
    place = str(schema.get(PLACE, ""))
    if name in before.schemas and before.schemas[name].place in ("", place):
        return before.schemas[name]
    same = (one for key, one in before.schemas.items() if place and one.place == place and key not in schemas)
    return next(same, None)


def _class(name: str, schema: Json, reserved: Collection[str]) -> Wish:
    place = str(schema.get(PLACE, ""))
    stated = parts(place)[2] if is_component(place) else name
    made = _cut(pascal(stated if any(map(str.isidentifier, stated)) else name), name)
    made = f"{made}Model" if made in reserved else made
    return Wish(made, f"{made.rstrip('_')}_{digest(name)}", key=name)


def _module(class_name: str) -> str:
    return snake(class_name)


def _properties(schema: Json, released: SchemaName | None) -> dict[str, str]:
    names = schema.get("properties", {})
    kept = {wire: name for wire, name in (released.properties if released else {}).items() if wire in names}
    return assigned({wire: _property(wire) for wire in names}, kept, MODEL_WORDS)


def _property(wire: str) -> Wish:
    """The name of a property: `order_id` for `orderId`, or the API's own spelling if two would be equal."""
    name = _cut(snake(wire), wire)
    is_name = wire.isidentifier() and wire.isascii() and not keyword.iskeyword(wire) and not wire.startswith("_")
    apart = f"{name.rstrip('_')}_{digest(wire)}"
    return Wish(name, wire if is_name and wire not in MODEL_WORDS else apart, apart, wire)


def _members(name: str, schema: Json, before: NameTable) -> dict[str | int, str]:
    return member_names(schema, before.enumerations.get(name, {}))


def _cut(name: str, key: str) -> str:
    """The name, shortened if it is too long for a file name or a line."""
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST].rstrip('_')}_{digest(key)}"


# --- files ------------------------------------------------------------------------------------------------------------


def to_json(table: NameTable) -> Json:
    """The table in the form that is shipped and released."""
    return {
        "class": table.class_name,
        "operations": {
            key: {
                "group": one.group,
                "method": one.method,
                "arguments": {f"{place} {wire}": name for (place, wire), name in one.arguments.items()},
            }
            for key, one in sorted(table.operations.items())
        },
        "schemas": {
            key: {"module": one.module, "class": one.class_name, "properties": dict(one.properties)}
            | ({"place": one.place} if one.place else {})
            for key, one in sorted(table.schemas.items())
        },
        "enumerations": {
            key: [[value, name] for value, name in one.items()] for key, one in sorted(table.enumerations.items())
        },
    }


def from_json(content: Any) -> NameTable:
    """The table that `to_json` wrote; raises ValueError, KeyError, TypeError or AttributeError for other content."""
    operations = {
        str(key): OperationName(
            str(one["group"]),
            str(one["method"]),
            {_place_and_name(said): str(name) for said, name in one["arguments"].items()},
        )
        for key, one in content["operations"].items()
    }
    schemas = {
        str(key): SchemaName(str(one["module"]), str(one["class"]), dict(one["properties"]), str(one.get("place", "")))
        for key, one in content["schemas"].items()
    }
    enumerations = {str(key): dict(map(tuple, one)) for key, one in content["enumerations"].items()}
    return NameTable(str(content["class"]), operations, schemas, enumerations)


def _place_and_name(said: str) -> tuple[str, str]:
    place, _, wire = said.partition(" ")
    return place, wire
