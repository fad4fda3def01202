"""The client's README: first steps, guarantees, operations, failures."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import indent

from jekyll_openapi.client.call_examples import fake_call, readme_calls
from jekyll_openapi.client.model import ClientModel, Method
from jekyll_openapi.client.opening import opening
from jekyll_openapi.client.package import errors_text
from jekyll_openapi.client.writer import Code
from jekyll_openapi.patterns import regex
from jekyll_openapi.runtime.servers import default_server
from jekyll_openapi.terminal import clean

_TAG_OR_LINK = regex(r"[<\[\]]")
PLACING = "placeOrder"
"""Operation called in the example with the fake service, which knows one API only."""
SYMBOL = "ESZ6"
TEMPLATE = """\
# {distribution}

A Python client for {title} that rejects invalid requests before it sends them.
`jekyll-openapi` generated it from {origin}.
Do not edit it: the next build overwrites every file.

    pip install .{extra}

```python
from {package} import {name}, errors

with {name}({settings}) as api:
{calls}
```

{environments}
`Async{name}` has the same methods for asyncio: `await` them.
`help(api.GROUP.METHOD)` shows arguments, errors and an example call.

{fake}{stream}## What to rely on

- **Requests are checked first.** `errors.RequestInvalid` lists every problem with the value and its source, and nothing
  is sent. Unknown names are rejected at every depth; `extra={{...}}` sends them anyway. Decimals keep their digits; a
  `datetime` needs a time zone and is sent in UTC.
- **Changes are sent at most once.** After `errors.NotSent` nothing was sent, so the call can be repeated. After
  `errors.OutcomeUnknown` the request may or may not have been carried out: find out before you repeat it.
{doubts}- **Calls end in time.** A call takes at most 30 seconds. `api.with_options(timeout=3, max_wait=1)` is the same
  client with other limits: `timeout` for the whole call, `max_wait` for waiting for{penalty} a lock-out or a login.
{again}- **Answers are kept whole.** A number is a `Decimal` with the digits of the answer, a `date-time` an aware
  `datetime`. Values and fields that the description does not know are kept and counted in `api.drift`. Reading
  a property that is missing although it is always there raises `errors.UnexpectedValue`. `row.has("name")` tells absent
  from null; `row.raw["name"]` is the value as it came.
- **The raw answer is at hand.** `api.raw` has the same methods with status, headers and body.
  `api.request("POST", "/path", json={{...}})` calls what the description lacks, with the same guarantees.
{dry}- **Tests need no network.** `{package}.testing.ExampleTransport()` as `transport=` answers with examples from the
  description, and fails on demand.
- **Many calls at once are quick.** With `pip install '.[aiohttp]'`, a hundred calls of
  `Async{name}(transport=httpx_aiohttp.AiohttpTransport())` take less than a third of the time.

{news}## Operations

{operations}
{left_out}## Errors

```text
{tree}
```

{reasons}"""

AGAIN = """\
  A read that is answered 429 or 503 with `Retry-After` is repeated when that time is over, if the call may take so
  long; with `max_wait=0` it raises at once.
"""
DOUBTS = """\
- **Unknown outcomes are remembered.** `api.in_doubt` lists trades whose outcome is unknown, and those refused with
  `look first`. `reconcile` takes off the list what it finds out. Save them with `to_json()`, load them with
  `in_doubt=`, or settle one by hand with `resolve()`. With `halt_on_doubt=True` no new trade is sent while one is in
  doubt, except what cancels or liquidates. `state="FILE"` shares the token, budgets, lock-outs and
  doubts between the processes of one login.
- **A program can die at any moment.** With `state=`, what it was sending then is in doubt at the next start. What was
  done already, and not yet noted by the program, is in no list: give each order a tag of your own, note it before the
  call, and ask `reconcile` for that tag after the start. This holds for Ctrl-C between the end of a call and the next
  line of a program too.
- **A tag is sent once.** The same tag again raises `errors.RequestInvalid`: after a refusal or `not placed`, the next
  try takes a new tag. After `errors.NotSent` the tag is free.
- **Handlers of signals may raise.** What they raise ends the call, whatever it was doing. The trade that they meet is
  in doubt, unless nothing of it went out. They must not call the client, whose interrupted call can hold what theirs
  would wait for. With asyncio it mostly leaves the loop, and not the call, which goes on when the loop does: await its
  task, cancel it or close the client before you look at what is in doubt. `asyncio.run` cancels it.
- **Refusals say what to do.** `error.again` is `no`, `later` or `look first`, `error.advice` is a sentence, and
  `error.order_ids` are orders that exist in spite of the refusal. The table below lists all reasons.
"""
DRY = "- **Trades can be inspected.** `dry_run=True` on a trade returns the request and sends nothing.\n"
FAKE = """\
## Try it without a network

`FakeService` is a small exchange in memory. This program places an order, is refused, and loses an answer:

```python
from {package} import {name}, errors
from {package}.testing import Failure, FakeService

service = FakeService()
account = service.market.add_account()
service.market.add_contract("ESZ6")
service.price("ESZ6", 4000)


def buy(api: {name}) -> int:
    placed = {call}
    return placed.{id}


with {name}(token="any", transport=service) as api:
    print("placed", buy(api))

    service.refuse("{operation}", "{reason}")
    try:
        buy(api)
    except errors.Rejected as error:
        print("refused:", error.reason, "|", error.advice)

    service.lose_answer("{operation}", Failure.TIMEOUT)
    try:
        buy(api)
    except errors.OutcomeUnknown as error:
        found = api.{group}.reconcile(error, wait=10)
        print("lost, then", found.outcome, found.order_ids)
```

"""
STREAM = """\
## Live data

`pip install '.[stream]'` adds quotes, charts and live tables over one web socket; `async with` and `async for` work the
same with `Async{name}`.

```python
with api.stream() as stream, stream.quotes("{symbol}") as quotes:
    for quote in quotes:
        print(quote.timestamp, quote.trade.price if quote.trade else None)
```

"""
FAKE_STREAM = """\
Without a network, `with testing.FakeStream(service) as fake:` serves a `FakeService` on this machine: pass
`fake.url` as `base_url=`, and feed prices with `fake.price("{symbol}", 4000)`.

"""


def readme(model: ClientModel) -> str:
    """The text of the README."""
    facts = model.description.facts
    text = TEMPLATE.format(
        distribution=facts.distribution,
        package=facts.package,
        name=facts.class_name,
        title=_prose(model.description.spec["info"]["title"] or facts.class_name),
        origin="its OpenAPI description"
        if facts.plain
        else "documentation pages; it is unofficial, and their authors did not check it",
        extra="             # or '.[stream]', for live data" if facts.stream else "",
        fake=_fake(model),
        stream=_stream(model),
        settings=_settings(model),
        calls=indent("\n".join(one.text for one in _calls(model)) or "...", "    "),
        environments=_environments(model),
        penalty=" a penalty," if facts.penalty.ticket else "",
        again="" if facts.lock_out.seconds else AGAIN,
        dry=DRY if _has_trades(model) else "",
        doubts="" if facts.plain else DOUBTS,
        news=_news(model),
        operations=_operations_table(model),
        left_out=_left_out(model),
        tree=_errors_tree(model),
        reasons=_reasons_table(model),
    )
    return "\n".join(map(clean, text.split("\n")))


def _settings(model: ClientModel) -> str:
    """Constructor arguments in the example."""
    one = model.description
    default = one.facts.default_environment
    return opening(one.schemes.values(), one.servers, default, is_plain=one.facts.plain)


def _environments(model: ClientModel) -> str:
    """The servers, and the default."""
    servers = model.description.servers
    default = model.description.facts.default_environment or default_server(servers)
    names = ", ".join(f"{_code(one)}" for one in servers)
    if default and len(servers) == 1:
        return f"There is one environment, {names}."
    if default:
        return f"The environments are {names}; {_code(default)} is the default."
    return f"The environments are {names}; ask for one by name." if names else "`base_url=` says where the service is."


def _has_trades(model: ClientModel) -> bool:
    return any(one.has_dry_run for group in model.groups for one in group.methods)


def _left_out(model: ClientModel) -> str:
    """The operations that the client lacks."""
    rows = "".join(f"- {_code(one.pointer)}: {_prose(one.reason)}\n" for one in model.left_out)
    return f"## Left out\n\nThese operations cannot be called with this client:\n\n{rows}\n" if rows else ""


def _calls(model: ClientModel) -> Iterator[Code]:
    """The calls of the first example."""
    methods = ((group, one) for group in model.groups for one in group.methods)
    return readme_calls(methods, model.description, SYMBOL)


def _fake(model: ClientModel) -> str:
    """An example program for the fake service, if the client has one."""
    facts = model.description.facts
    found = [(group, one) for group in model.groups for one in group.methods if one.operation.id == PLACING]
    trade = facts.trades.get(PLACING)
    if not found or trade is None or not trade.ids or not found[0][0].has_reconcile or not facts.failure_reasons:
        return ""
    group, method = found[0]
    final = sorted(name for name, one in facts.failure_reasons.items() if one.again == "no")
    return FAKE.format(
        package=facts.package,
        name=facts.class_name,
        call=indent(fake_call(group, method, model.description, SYMBOL).text, "    ").strip(),
        id=next((one for wire, one in _properties(model, method) if wire == trade.ids[0]), trade.ids[0]),
        operation=PLACING,
        reason=final[0] if final else min(facts.failure_reasons),
        group=group.attribute,
    )


def _stream(model: ClientModel) -> str:
    """The section about live data, if the description states sockets."""
    facts = model.description.facts
    if not facts.stream:
        return ""
    return (STREAM + (FAKE_STREAM if facts.trades else "")).format(name=facts.class_name, symbol=SYMBOL)


def _properties(model: ClientModel, method: Method) -> Iterator[tuple[str, str]]:
    """Properties of a method's result, with their Python names."""
    return (pair for one in model.components if one.class_name == method.result.text for pair in one.properties.items())


def _news(model: ClientModel) -> str:
    """Changes of the last release."""
    items = "".join(f"- {_prose(one)}\n" for one in model.description.facts.changes)
    return f"## Changed in {model.version}\n\n{items}\n" if items else ""


def _operations_table(model: ClientModel) -> str:
    """A table of methods with their operations."""
    rows = [
        f"| `api.{group.attribute}.{one.name}` | {_code(_shown(one, model))} | {_prose(one.operation.kind)} |\n"
        for group in model.groups
        for one in group.methods
    ]
    return "| method | operation | class |\n|---|---|---|\n" + "".join(rows)


def _shown(method: Method, model: ClientModel) -> str:
    """The operation of a method; with its HTTP method if the description classes no operations."""
    operation = method.operation
    return f"{operation.method.upper()} {operation.path}" if model.description.facts.plain else operation.path


def _errors_tree(model: ClientModel) -> str:
    """The tree of exceptions, from the docstring of `errors`."""
    text = errors_text(model)
    return "\n".join(line[4:] for line in text.splitlines() if line.startswith("    "))


def _reasons_table(model: ClientModel) -> str:
    """The documented failure reasons, and whether to try again."""
    reasons = model.description.facts.failure_reasons
    if not reasons:
        return ""
    rows = "".join(f"| {_code(name)} | {one.again} | {_prose(one.advice)} |\n" for name, one in sorted(reasons.items()))
    return f"## Failure reasons\n\n| reason | again | what to do |\n|---|---|---|\n{rows}"


def _code(text: str) -> str:
    """Text as a span of code, which it cannot end, also in a cell."""
    return f"`{_line(text).replace('`', '')}`"


def _prose(text: str) -> str:
    """Text as it stands in a sentence or a cell; it may hold spans of code, and neither tags nor links."""
    parts = _line(text).split("`")
    if len(parts) % 2 == 0:  # a mark that no other one closes
        parts = ["\\`".join(parts)]
    return "`".join(part if at % 2 else _TAG_OR_LINK.sub(r"\\\g<0>", part) for at, part in enumerate(parts))


def _line(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
