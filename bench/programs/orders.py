"""Print the seconds that 1,000 orders take to read: checked and parsed by the client, or by json and the stock code.

Usage: orders.py client | orders.py drift | orders.py stock SPEC; `drift` has a property in each row that nobody knows.
"""

import contextlib
import io
import json
import sys
import tempfile
import timeit
from collections.abc import Callable
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

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
MORE = {"brandNew": 1} if sys.argv[1] == "drift" else {}
BODY = json.dumps([{**ORDER, **MORE, "id": number} for number in range(1000)]).encode()


def by_client() -> Callable[[], object]:
    """All that the client does once the body is there."""
    from tradovate_client import Tradovate
    from tradovate_client.runtime.flow import Received

    core = Tradovate(token="token")._core
    call = core.preparer.prepare(core.description.operations["orderList"], deadline=1e9)
    received = Received(200, {}, BODY, datetime.now(UTC))
    read = core.description.read
    return lambda: read(call.operation, 200, core.judge.judge(call, received).value)


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


call = {"client": by_client, "drift": by_client, "stock": by_stock}[sys.argv[1]]()
call()
print(min(timeit.repeat(call, number=5, repeat=7)) / 5)
