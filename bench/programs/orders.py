"""Print the processor time that 1,000 orders take to read, in seconds: checked and parsed by the client, or by json
and the stock code.

Usage: orders.py client | drift | wrong | rows | pydantic | msgspec | stock SPEC. In `drift` each row has a property
that nobody knows, in `wrong` its id and action are of another type, in `rows` the rows are no objects.
"""

import contextlib
import io
import json
import sys
import tempfile
import time
import timeit
from collections.abc import Callable
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

ORDER = {
    "id": 1,
    "accountId": 2,
    "contractId": 3,
    "timestamp": "2026-01-02T03:04:05.123Z",
    "action": "Buy",
    "ordStatus": "Working",
    "ocoId": 4,
    "parentId": 5,
    "linkedId": 6,
    "admin": False,
}
FOLDER = tempfile.TemporaryDirectory()
"""Where the stock code goes; gone when this program ends."""
WHAT = sys.argv[1]
ODD: dict[str, dict[str, Any]] = {"drift": {"brandNew": 1}, "wrong": {"action": 5, "id": "a"}}
MORE = ODD.get(WHAT, {})
ROWS: list[Any] = [{**ORDER, "id": number, **MORE} for number in range(1000)]
BODY = json.dumps([[*row.values()] for row in ROWS] if WHAT == "rows" else ROWS).encode()


def by_client() -> Callable[[], object]:
    """All that the client does once the body is there."""
    from tradovate_client import Tradovate
    from tradovate_client.runtime.effects import Received

    core = Tradovate(token="token")._core
    call = core.builder.prepare(core.description.operations["orderList"], deadline=1e9)
    received = Received(200, {}, BODY, datetime.now(UTC))
    read = core.description.read
    return lambda: read(call.operation, 200, core.handler.handle(call, received).value)


def by_stock() -> Callable[[], object]:
    """`json.loads` and the `from_dict` that openapi-python-client writes, nothing checked."""
    from openapi_python_client import generate
    from openapi_python_client.config import Config, ConfigFile, MetaType

    folder = Path(FOLDER.name)
    settings, spec = ConfigFile(post_hooks=[]), Path(sys.argv[2])
    config = Config.from_sources(settings, MetaType.NONE, spec, "utf-8", False, folder / "stock")
    with contextlib.redirect_stdout(io.StringIO()):
        generate(config=config)
    sys.path.insert(0, str(folder))
    order = import_module("stock.models").Order
    return lambda: [order.from_dict(row) for row in json.loads(BODY)]


def by_pydantic() -> Callable[[], object]:
    """A model by hand, read and checked by pydantic."""
    pydantic = import_module("pydantic")
    kinds = {int: int, bool: bool, str: str}
    fields = {name: (kinds[type(value)], ...) for name, value in ORDER.items()} | {"timestamp": (datetime, ...)}
    model: Any = pydantic.create_model("Order", **fields)
    adapter = pydantic.TypeAdapter(list.__class_getitem__(model))
    return lambda: adapter.validate_json(BODY)


def by_msgspec() -> Callable[[], object]:
    """A struct by hand, read and checked by msgspec."""
    msgspec = import_module("msgspec")
    kinds = {name: datetime if name == "timestamp" else type(value) for name, value in ORDER.items()}
    struct: Any = msgspec.defstruct("Order", list(kinds.items()))
    decoder = msgspec.json.Decoder(list.__class_getitem__(struct))
    return lambda: decoder.decode(BODY)


call = {"stock": by_stock, "pydantic": by_pydantic, "msgspec": by_msgspec}.get(WHAT, by_client)()
call()
print(min(timeit.repeat(call, timer=time.process_time, number=5, repeat=7)) / 5)
