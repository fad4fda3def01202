"""`README.md` of a client: how to begin, and what a failure means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from textwrap import indent
from typing import Any

from jekyll_openapi.client.model import ClientModel, Group, Method
from jekyll_openapi.client.writer import Code, block, code, identifier, joined, lines, literal
from jekyll_openapi.runtime import errors
from jekyll_openapi.runtime.description import JSON_TYPE
from jekyll_openapi.runtime.errors import ServiceError

TEMPLATE = """\
# {distribution}

Written by `jekyll-openapi` from documentation pages, whole; changes are lost. The pages' authors have no part in it.

```python
from {package} import {name}, errors

with {name}(token="...") as api:
{calls}
```

`Async{name}` has the same methods, to be awaited. The environments are {environments}; `{default}` is used unless
another one is asked for by name. With `credentials=` in place of `token=` the client opens a session at the first call
and renews it in time.

- A request is checked against the pages before it is sent: `errors.RequestInvalid` lists every problem with the line
  of the page that states it. Decimals reach the wire with their digits, times leave in UTC and need a zone.
- What changes something is sent at most once for each call. `errors.NotSent` means that nothing went out;
  `errors.OutcomeUnknown` that nobody knows, and that one has to look before trying again.
- What the pages do not know (a value, a field, a null) raises nothing: it is kept, and counted in `api.drift`.
- `api.raw` has the same methods with status, headers and body; `dry_run=True` on a trade gives the request and sends
  nothing; `api.request("POST", "/path", json={{...}})` calls what the pages do not have, under the same rules.
- `{package}.testing.ExampleTransport()` as `transport=` answers from the spec and fails on demand, without a network.
- The functions under `{package}.api` keep the same rules when they are given `client=api.client`.

{news}## Operations

{operations}
## Errors

```text
{tree}
```

{reasons}"""


def readme(model: ClientModel) -> str:
    """The whole text."""
    facts = model.description.facts
    return TEMPLATE.format(
        distribution=facts.distribution,
        package=facts.package,
        name=facts.class_name,
        calls=indent("\n".join(one.text for one in _calls(model)), "    "),
        environments=", ".join(f"`{one}`" for one in model.description.servers),
        default=facts.default_environment,
        news=_news(model),
        operations=_operations_table(model),
        tree=_errors_tree(model),
        reasons=_reasons_table(model),
    )


def _calls(model: ClientModel) -> Iterator[Code]:
    """A read that needs nothing, and the trade with most rules, as its page shows it."""
    methods = [(group, one) for group in model.groups for one in group.methods]
    reads = ((group, one) for group, one in methods if one.operation.is_read and not one.arguments)
    if read := next(reads, None):
        yield code("rows = $call()", call=_name(*read))
    trades = ((group, one) for group, one in methods if one.has_dry_run and _example(one, model))
    if trade := max(trades, key=lambda pair: len(pair[1].rules), default=None):
        group, method = trade
        call = block(code("done = $call(", call=_name(group, method)), *_arguments(method, _example(method, model)))
        yield from _looked_up(lines(call, code(")")), group)


def _looked_up(call: Code, group: Group) -> Iterator[Code]:
    """The call, and what one does where nobody knows what became of it."""
    if not group.has_reconcile:
        yield call
        return
    yield block(code("try:"), call)
    look = code("print(api.$group.reconcile(error).outcome)", group=identifier(group.attribute))
    yield block(code("except errors.OutcomeUnknown as error:"), look)


def _name(group: Group, method: Method) -> Code:
    """`api.order.place_oco`."""
    return code("api.$group.$name", group=identifier(group.attribute), name=identifier(method.name))


def _example(method: Method, model: ClientModel) -> Mapping[str, Any]:
    """The example of the request, empty where there is none."""
    operation = method.operation
    item = model.description.spec["paths"][operation.path][operation.method]
    media = item.get("requestBody", {}).get("content", {}).get(JSON_TYPE, {})
    stated = (one.get("value") for one in media.get("examples", {}).values())
    found = media.get("example") or next(stated, None)
    return found if isinstance(found, dict) else {}


def _arguments(method: Method, example: Mapping[str, Any]) -> Iterator[Code]:
    """The example as keywords; a time is left out, since what is text on the wire would have to be a datetime."""
    for one in method.arguments:
        if one.wire in example and "date" not in str(one.schema.get("format")):
            yield code("$name=$value,", name=identifier(one.name), value=_value(example[one.wire]))


def _value(value: Any) -> Code:
    """A JSON value in Python."""
    match value:
        case dict():
            pairs = (code("$key: $value", key=literal(key), value=_value(one)) for key, one in value.items())
            return code("{$pairs}", pairs=joined(", ", pairs))
        case list():
            return code("[$items]", items=joined(", ", map(_value, value)))
    return literal(value)


def _news(model: ClientModel) -> str:
    """What the last release changed."""
    items = "".join(f"- {one}\n" for one in model.description.facts.changes)
    return f"## Changed in {model.description.version}\n\n{items}\n" if items else ""


def _operations_table(model: ClientModel) -> str:
    """Every method and the operation that it calls."""
    rows = [
        f"| `api.{group.attribute}.{one.name}` | `{one.operation.path}` | {one.operation.kind} |\n"
        for group in model.groups
        for one in group.methods
    ]
    return "| method | operation | class |\n|---|---|---|\n" + "".join(rows)


def _errors_tree(model: ClientModel) -> str:
    """The tree of exceptions, as the module draws it."""
    text = (errors.__doc__ or "").replace(ServiceError.__name__, f"{model.description.facts.class_name}Error")
    return "\n".join(line[4:] for line in text.splitlines() if line.startswith("    "))


def _reasons_table(model: ClientModel) -> str:
    """The documented failure reasons, and whether trying again can help."""
    reasons = model.description.facts.failure_reasons
    if not reasons:
        return ""
    rows = "".join(f"| `{name}` | {one.again} | {_cell(one.advice)} |\n" for name, one in sorted(reasons.items()))
    return f"## Failure reasons\n\n| reason | again | what to do |\n|---|---|---|\n{rows}"


def _cell(text: str) -> str:
    """Text as it stands in a cell."""
    return " ".join(text.split()).replace("|", "\\|")
