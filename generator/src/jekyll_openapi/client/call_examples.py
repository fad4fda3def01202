"""Example calls for docstrings and the README, from the description's examples or made up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from jekyll_openapi.client.model import Argument, Group, Method
from jekyll_openapi.client.writer import Code, block, code, identifier, joined, lines, literal
from jekyll_openapi.runtime.kinds import ArrayOf, Named, OneOf, Scalar, Typed, typed
from jekyll_openapi.runtime.schemas import Schema, resolve
from jekyll_openapi.runtime.trading.facts import TradingDescription

WIDEST = 68
"""Columns of a one-line call; `help()` then fits 80 columns."""
LONGEST = 60
"""Characters of a text; longer ones become `"..."`."""
DEEPEST = 3
"""Nesting depth of made-up objects."""
SCALARS: Mapping[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
}
DATES = frozenset({"date", "date-time"})
WAITING = ("...", "…")
"""Ends of texts in examples that the reader is to complete."""


def method_path(group: Group, method: Method) -> Code:
    """`api.order.place_oco`."""
    return code("api.$group.$name", group=identifier(group.attribute), name=identifier(method.name))


def shown_body(method: Method, description: TradingDescription) -> Mapping[str, Any]:
    """The description's example of the request; empty if there is none."""
    operation = method.operation
    item = description.spec["paths"][operation.path][operation.method]
    media = item.get("requestBody", {}).get("content", {}).get(operation.content.media if operation.content else "", {})
    found = next((one.get("value") for one in media.get("examples", {}).values()), None)
    return found if isinstance(found, dict) else {}


def example_call(
    group: Group, method: Method, description: TradingDescription, known: Mapping[str, Code] = MappingProxyType({})
) -> Code:
    """A call with all required arguments, plus the optional ones of the description's example.

    `known` are values that replace those of the example, by the API's names.
    """
    # A tag is used once, so that an example with one could not be run twice; the client makes its own.
    shown = {name: one for name, one in shown_body(method, description).items() if name != description.facts.tag}
    wanted = [one for one in method.arguments if one.required or _is_shown(one, shown)]
    values = {one.wire: _argument(one, shown, method, description) for one in wanted}
    needed = _needed(resolve(method.operation.body or {}, description.schemas), values)
    wanted += [one for one in method.body if one.wire in needed]
    pairs = [
        code(
            "$name=$value",
            name=identifier(one.name),
            value=known.get(one.wire) or _argument(one, shown, method, description),
        )
        for one in wanted
    ]
    name = method_path(group, method)
    short = code("$name($pairs)", name=name, pairs=joined(", ", pairs))
    if len(short.text) <= WIDEST and "\n" not in short.text:
        return short
    return lines(block(code("$name(", name=name), *(code("$pair,", pair=one) for one in pairs)), code(")"))


def fake_call(group: Group, method: Method, description: TradingDescription, symbol: str) -> Code:
    """A market order that the fake service fills, for the account in the variable `account`."""
    known = {"accountId": code("account"), "symbol": _quoted(symbol), "orderType": _quoted("Market")}
    pairs = [
        code(
            "$name=$value,",
            name=identifier(one.name),
            value=known.get(one.wire) or _argument(one, {}, method, description),
        )
        for one in method.arguments
        if one.required
    ]
    return lines(block(code("$name(", name=method_path(group, method)), *pairs), code(")"))


def _is_shown(one: Argument, shown: Mapping[str, Any]) -> bool:
    """Whether the example has the argument. Date-times do not count: the example has text, the method needs
    datetime.
    """
    return bool(one.wire) and one.wire in shown and one.shape.get("format") not in DATES


def _argument(one: Argument, shown: Mapping[str, Any], method: Method, description: TradingDescription) -> Code:
    """The value of an argument: from the example, else made up."""
    found = typed(one.shape, description.shapes)
    if _is_shown(one, shown):
        return _as_shown(shown[one.wire], found, one.wire, description)
    stated = _parameter_example(one, method, description)
    if stated is not None and _fits(stated, found):
        return python_value(stated)
    content = method.operation.content
    if one is method.whole and content and content.form in ("bytes", "text"):
        return code('b"..."') if content.form == "bytes" else code('"..."')
    return _made(found, one.wire or one.name, description, 0)


def _as_shown(value: Any, found: Typed, name: str, description: TradingDescription) -> Code:
    """A value of an example, and a made-up one in the place of a number or a text that waits to be filled in."""
    if isinstance(value, dict) and isinstance(found.kind, Named):
        stated = found.schema.get("properties", {})
        inside = ((each, typed(stated.get(each, {}), description.shapes)) for each in value)
        return _mapping([(each, _as_shown(value[each], one, each, description)) for each, one in inside])
    waits = (isinstance(value, str) and value.endswith(WAITING)) or (type(value) is int and value == 0)
    if waits and isinstance(found.kind, Scalar) and found.kind.name in ("string", "integer", "number"):
        return _made(found, name, description, 1)
    return python_value(value)


def _fits(value: Any, found: Typed) -> bool:
    """Whether an example value has the right type; examples in descriptions often do not."""
    wanted = SCALARS.get(found.kind.name) if isinstance(found.kind, Scalar) else object
    return wanted is not None and isinstance(value, wanted) and not (isinstance(value, bool) and wanted is not bool)


def _parameter_example(one: Argument, method: Method, description: TradingDescription) -> Any:
    """The first usable example of a parameter; None if there is none."""
    if one.shape.get("format") in DATES or one not in method.values:
        return None
    operation = method.operation
    stated = description.spec["paths"][operation.path][operation.method].get("parameters")
    for each in stated if isinstance(stated, list) else ():
        if each.get("name") == one.wire:
            examples = each.get("examples") or {}
            return next((item["value"] for item in examples.values() if "value" in item), each.get("example"))
    return None


def _made(found: Typed, name: str, description: TradingDescription, depth: int) -> Code:
    """A made-up value of the type; objects get their required properties only."""
    match found.kind:
        case Scalar(kind):
            return _scalar(kind, name, found.schema, in_mapping=depth > 0)
        case ArrayOf(items):
            return code("[$item]", item=_made(items, name, description, depth + 1))
        case OneOf(members):
            return _made(members[0], name, description, depth)
        case Named(_, "union") if depth < DEEPEST:
            choices = found.schema.get("anyOf") or found.schema.get("oneOf") or [{}]
            return _made(typed(choices[0], description.shapes), name, description, depth + 1)
        case Named(_, "enumeration"):
            return python_value(found.schema["enum"][0])
        case Named(component, "object") if depth < DEEPEST:
            return _object(component, found.schema, description, depth)
    return code("{}")


def _object(name: str, schema: Schema, description: TradingDescription, depth: int) -> Code:
    """A mapping with the required properties, by the API's names."""
    stated = schema.get("properties", {})
    usable = {one for one in stated if stated[one].get("readOnly") is not True}

    def made(one: str) -> Code:
        return _made(typed(stated[one], description.shapes), one, description, depth + 1)

    values = {one: made(one) for one in schema.get("required", ()) if one in usable}
    more = [one for one in _needed(description.schemas.get(name, {}), values) if one in usable]
    return _mapping([*values.items(), *((one, made(one)) for one in more)])


def _needed(schema: Schema, values: Mapping[str, Code]) -> list[str]:
    """Properties that become required because of the values of others, and are missing."""
    found: dict[str, None] = {}
    for rule in schema.get("allOf", ()):
        conditions = (rule.get("if") or {}).get("properties") or {}
        if conditions and all(_is_one_of(one, values.get(name)) for name, one in conditions.items()):
            found |= dict.fromkeys((rule.get("then") or {}).get("required", ()))
    return [one for one in found if one not in values]


def _is_one_of(condition: Any, value: Code | None) -> bool:
    """Whether the value satisfies a condition's list of values."""
    if value is None or not isinstance(condition, dict):
        return False
    wanted = condition.get("enum", [condition["const"]] if "const" in condition else [])
    return value.text in {python_value(one).text for one in wanted}


def _scalar(kind: str, name: str, schema: Schema, *, in_mapping: bool) -> Code:
    """A made-up string (the property's name), number, boolean or time, within bounds."""
    low = schema.get("minimum", schema.get("exclusiveMinimum"))
    match kind:
        case "integer" | "number":
            if not isinstance(low, int | float) or low < 1:
                return literal(1)
            return literal(low if "minimum" in schema else low + 1)
        case "boolean":
            return literal(True)
        case "date-time" if not in_mapping:
            return code("datetime.datetime(2026, 1, 31, 15, 30, tzinfo=datetime.UTC)")
        case "date" if not in_mapping:
            return code("datetime.date(2026, 1, 31)")
        case "date-time" | "date":
            return _quoted("2026-01-31T15:30:00Z" if kind == "date-time" else "2026-01-31")
        case "binary":
            return code('b"..."')
    text = name.ljust(schema.get("minLength", 0), "x")[: schema.get("maxLength", LONGEST)]
    return _quoted(text if text.isprintable() else "text")


def python_value(value: Any) -> Code:
    """A JSON value as Python code; long objects and lists get one line per part."""
    match value:
        case dict():
            return _mapping([(key, python_value(one)) for key, one in value.items()])
        case list():
            return code("[$items]", items=joined(", ", map(python_value, value)))
        case str() if len(value) > LONGEST:
            return code('"..."')
    return _quoted(value)


def _quoted(value: Any) -> Code:
    """A literal; strings in double quotes unless that is longer."""
    made = literal(value)
    inner = made.text[1:-1]
    return Code(f'"{inner}"') if isinstance(value, str) and made.text[0] == "'" and '"' not in inner else made


def _mapping(pairs: list[tuple[str, Code]]) -> Code:
    """A dict display."""
    made = [code("$key: $value", key=_quoted(key), value=value) for key, value in pairs]
    short = code("{$pairs}", pairs=joined(", ", made))
    if len(short.text) <= LONGEST and "\n" not in short.text:
        return short
    return lines(block(code("{"), *(code("$pair,", pair=one) for one in made)), code("}"))


def readme_calls(
    groups: Iterator[tuple[Group, Method]], description: TradingDescription, symbol: str
) -> Iterator[Code]:
    """Calls for the README: a read without arguments and the trade with the most rules, else any call.

    The trade is for the first account that the read lists, and for the symbol.
    """
    methods, session = list(groups), description.facts.session
    reads = [pair for pair in methods if pair[1].operation.is_read and not pair[1].arguments]
    accounts = next((pair for pair in reads if session and pair[1].operation.id == session.check), None)
    read = accounts or next(iter(reads), None)
    known = {"symbol": _quoted(symbol)} | ({description.facts.account: code("rows[0].id")} if accounts else {})
    if read:
        yield code("rows = $call()", call=method_path(*read))
    trades = (pair for pair in methods if pair[1].has_dry_run and shown_body(pair[1], description))
    if pair := max(trades, key=lambda one: len(one[1].rules), default=None):
        call = code("done = $call", call=example_call(*pair, description, known))
        yield from _looked_up(call, pair[0])
    elif not read and methods:
        first = next((one for one in methods if one[1].operation.is_read), methods[0])
        yield code("done = $call", call=example_call(*first, description))


def _looked_up(call: Code, group: Group) -> Iterator[Code]:
    """The call, with `reconcile` for an unknown outcome."""
    if not group.has_reconcile:
        yield call
        return
    yield block(code("try:"), call)
    look = code("print(api.$group.reconcile(error, wait=10).outcome)", group=identifier(group.attribute))
    yield block(code("except errors.OutcomeUnknown as error:"), look)
