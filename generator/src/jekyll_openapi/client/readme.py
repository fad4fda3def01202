"""`README.md` of a client: how to begin, and what a failure means."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import indent

from jekyll_openapi.client.call_examples import readme_calls
from jekyll_openapi.client.model import ClientModel, Method
from jekyll_openapi.client.package import errors_text
from jekyll_openapi.client.writer import Code
from jekyll_openapi.runtime.servers import default_server

TEMPLATE = """\
# {distribution}

Written by `jekyll-openapi` from {origin}, whole; changes are lost.

```python
from {package} import {name}, errors

with {name}({settings}) as api:
{calls}
```

`Async{name}` has the same methods, to be awaited. {environments}

- A request is checked against the description before it is sent: `errors.RequestInvalid` lists every problem with its
  source. Decimals reach the wire with their digits, times leave in UTC and need a zone. A name that the description
  does not know is refused at every depth; `extra={{...}}` sends it all the same.
- A call is over in 30 seconds, whatever hangs; `api.with_options(timeout=3, max_wait=1)` is the same client with other
  times: `timeout` for a whole call, `max_wait` for what it may wait for{penalty} a lock-out or a login.
{again}- With `pip install '{distribution}[aiohttp]'`, `Async{name}(transport=httpx_aiohttp.AiohttpTransport())` makes a
  hundred calls at once in less than a third of the time.
- What changes something is sent at most once for each call. `errors.NotSent` means that nothing went out;
  `errors.OutcomeUnknown` that the request may or may not have been carried out: look before sending it again.
{doubts}- A number is a `Decimal` with the digits of the wire, a `date-time` an aware `datetime`.
- What the description does not know (a value, a field, a null) raises nothing: it is kept, and counted in `api.drift`.
  A property that is always there and was missing raises `errors.UnexpectedValue` when it is read; `row.has("name")`
  tells absent from null, and `row.raw["name"]` has what came.
- `api.raw` has the same methods with status, headers and body{dry}; `api.request("POST", "/path", json={{...}})` calls
  what the description lacks, under the same rules.
- `{package}.testing.ExampleTransport()` as `transport=` answers from the description and fails on demand, without a
  network.

{news}## Operations

{operations}
{left_out}## Errors

```text
{tree}
```

{reasons}"""

AGAIN = """\
  With `max_wait` a read that is answered 429 or 503 with `Retry-After` is sent again when that time is over.
"""
DOUBTS = """\
- `api.in_doubt` lists the trades whose outcome is not known, for a file (`to_json`), for the next run (`in_doubt=`) and
  for a person who knows better (`resolve`). `halt_on_doubt=True` sends no new trade while there is one, only what
  cancels or liquidates. `state="FILE"` shares token, budgets, lock-outs and doubts between the processes of one login.
- `error.again` of a refusal is `no`, `later` or `look first`; `error.order_ids` are orders that it names all the same.
"""


def readme(model: ClientModel) -> str:
    """The whole text."""
    facts = model.description.facts
    return TEMPLATE.format(
        distribution=facts.distribution,
        package=facts.package,
        name=facts.class_name,
        origin="an OpenAPI description" if facts.plain else "documentation pages, whose authors have no part in it",
        settings=_settings(model),
        calls=indent("\n".join(one.text for one in _calls(model)) or "...", "    "),
        environments=_environments(model),
        penalty=" a penalty," if facts.penalty.ticket else "",
        again=AGAIN if facts.plain else "",
        dry="; `dry_run=True` on a trade gives the request and sends\n  nothing" if _has_trades(model) else "",
        doubts="" if facts.plain else DOUBTS,
        news=_news(model),
        operations=_operations_table(model),
        left_out=_left_out(model),
        tree=_errors_tree(model),
        reasons=_reasons_table(model),
    )


def _settings(model: ClientModel) -> str:
    """What the client of the example is made with."""
    description = model.description
    kinds = {one.kind for one in description.schemes.values()}
    given = []
    if "bearer" in kinds or not description.facts.plain:
        given.append('token="..."')
    elif kinds & {"header", "query", "cookie"}:
        given.append('api_key="..."')
    elif "basic" in kinds:
        given.append('basic=("name", "password")')
    if not (description.facts.default_environment or default_server(description.servers)):
        given.append('base_url="https://..."')
    return ", ".join(given)


def _environments(model: ClientModel) -> str:
    """Which servers there are, and which one is used."""
    servers = model.description.servers
    default = model.description.facts.default_environment or default_server(servers)
    names = ", ".join(f"`{_cell(one)}`" for one in servers)
    if default:
        return f"The environments are {names}; `{_cell(default)}` is used\nunless another one is asked for by name."
    return f"The environments are {names}; ask for one by name." if names else "`base_url=` says where the service is."


def _has_trades(model: ClientModel) -> bool:
    return any(one.has_dry_run for group in model.groups for one in group.methods)


def _left_out(model: ClientModel) -> str:
    """The operations that the client lacks."""
    rows = "".join(f"- `{_cell(one.pointer)}`: {_cell(one.reason)}\n" for one in model.left_out)
    return f"## Left out\n\nThese operations cannot be called with this client:\n\n{rows}\n" if rows else ""


def _calls(model: ClientModel) -> Iterator[Code]:
    """The calls of the first example."""
    methods = ((group, one) for group in model.groups for one in group.methods)
    return readme_calls(methods, model.description)


def _news(model: ClientModel) -> str:
    """What the last release changed."""
    items = "".join(f"- {one}\n" for one in model.description.facts.changes)
    return f"## Changed in {model.version}\n\n{items}\n" if items else ""


def _operations_table(model: ClientModel) -> str:
    """Every method and the operation that it calls."""
    rows = [
        f"| `api.{group.attribute}.{one.name}` | `{_shown(one, model)}` | {one.operation.kind} |\n"
        for group in model.groups
        for one in group.methods
    ]
    return "| method | operation | class |\n|---|---|---|\n" + "".join(rows)


def _shown(method: Method, model: ClientModel) -> str:
    """The operation of a method; its HTTP method counts where the description classes no operations."""
    operation = method.operation
    path = _cell(operation.path).replace("`", "")
    return f"{operation.method.upper()} {path}" if model.description.facts.plain else path


def _errors_tree(model: ClientModel) -> str:
    """The tree of exceptions, as the module draws it."""
    text = errors_text(model)
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
