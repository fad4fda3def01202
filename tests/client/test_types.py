"""Type checkers accept valid calls, reject invalid ones, and find no untyped public name."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.programs import Checker
from tests.sampling import every

PLACE = (
    'account_id=1, action="Buy", symbol="ESZ6", order_qty=1, order_type="Limit", price=1, is_automated=True, '
    'other={"action": "Sell", "orderType": "Stop", "stopPrice": 4100}'
)


def place(**changes: str) -> str:
    """A call of `place_oco` with other arguments; an empty one is left out."""
    keywords = dict(re.findall(r"(\w+)=({.*}|[^,]+)(?:, |$)", PLACE)) | changes
    return f"api.order.place_oco({', '.join(f'{name}={value}' for name, value in keywords.items() if value)})"


RIGHT = [
    place(),
    place(price='Decimal("1.5")'),
    place(price="1.5"),
    place(price="1"),
    place(action="models.Action.BUY", order_type="models.OrderType.LIMIT"),
    place(other="models.RestrainedOrderVersion(action=models.Action.SELL, order_type=models.OrderType.MARKET)"),
    place(other='{"action": models.Action.SELL, "orderType": "Limit", "price": Decimal("4.25")}'),
    place(other='{"action": "Sell", "orderType": "Market", "expireTime": datetime.now(UTC)}'),
    place(other='{"action": "Sell", "orderType": "Market", "expireTime": "2026-01-01T00:00:00Z"}'),
    place(expire_time="datetime.now(UTC)", time_in_force='"GTD"'),
    place(time_in_force="None", max_show="None"),
    place(cl_ord_id='"mine"'),
    place(custom_tag_50='"label"'),
    f"x: models.PlaceOcoResult = {place()}",
    f"x: PreparedRequest = {place(dry_run='True')}",
    f"x: models.PlaceOcoResult = {place(dry_run='False')}",
    f"x: models.PlaceOcoResult | PreparedRequest = {place(dry_run='flag')}",
    f"{place(dry_run='True')}.content",
    f"{place()}.order_id",
    'd: shapes.RestrainedOrderVersionDict = {"action": "Sell", "orderType": "Market"}',
    'n: shapes.ActionName = "Buy"',
    "x: list[models.Account] = api.account.list()",
    '(api.account.list()[0].name or "").upper()',
    "api.account.item(id=api.account.list()[0].id)",
    "x: models.Account = api.account.item(id=1)",
    'x: models.Contract = api.contract.find(name="ESZ6")',
    "x: list[models.Contract] = api.contract.items(ids=[1, 2])",
    "api.contract.items(ids=(1, 2))",
    'api.contract.suggest(t="ES")',
    'api.contract.suggest(t="ES", l=5)',
    "api.cash_balance.change_demo_balance(account_id=1, cash_change=Decimal(5))",
    "api.cash_balance.change_demo_balance(account_id=1, cash_change=-5.5)",
    "x: Raw[models.PlaceOcoResult] = " + place().replace("api.", "api.raw."),
    "x: list[models.Account] = api.raw.account.list().parsed",
    "api.raw.account.list().status + 1",
    "x: models.CommandResult = api.order.cancel_order(order_id=1, is_automated=True)",
    "x: PreparedRequest = api.order.cancel_order(order_id=1, is_automated=True, dry_run=True)",
    'api.request("POST", "/some/new/operation", json={"a": 1})',
    'api.request("GET", "/some/new/operation", params={"a": 1})["x"]',
    "api.order.reconcile(unknown).outcome == 'placed'",
    'Sample(token="t")',
    'Sample(environment="live", token="t")',
    'Sample(credentials=models.AccessTokenRequest(name="", password="", app_id="", app_version="", cid=1, sec=""))',
    'Sample(credentials={"name": "n", "password": "p", "appId": "a", "appVersion": "1", "cid": 1, "sec": "s"})',
    "Sample(timeouts=Timeouts(read=5))",
    'Sample(responses="strict")',
    "Sample(transport=testing.ExampleTransport())",
    "AsyncSample(transport=testing.ExampleTransport())",
    "api.drift.report()",
    "error: errors.SampleError = unknown",
    "unknown.request.content",
    "[problem.field for problem in errors.RequestInvalid(problems=()).problems]",
    "place_oco_again = models.PlaceOcoResult(order_id=1)",
    "price: Decimal | None = body.price",
    "when: datetime | None = api.account.list()[0].timestamp",
    "owner: models.Owner | None = api.account.list()[0].owner",
    "api.account.list()[0].has('name')",
    "api.account.list()[0].raw['name']",
    'models.RestrainedOrderVersion(action="Sell", order_type="Stop", stop_price=4100.25)',
    "models.Action('Robot').is_known",
]

WRONG = [
    place(account_id=""),
    place(action=""),
    place(symbol=""),
    place(order_qty=""),
    place(order_type=""),
    place(is_automated=""),
    place(other=""),
    place(account_id='"1"'),
    place(account_id="1.5"),
    place(action='"Hold"'),
    place(action="models.OrderType.LIMIT"),
    place(symbol="5"),
    place(order_qty='Decimal("1")'),
    place(order_type='"limit"'),
    place(price='"1"'),
    place(is_automated='"yes"'),
    place(expire_time='"2026-01-01T00:00:00Z"'),
    place(expire_time="1700000000"),
    place(time_in_force='"Forever"'),
    place(colour='"red"'),
    place(accountId="1"),
    place(dry_run='"no"'),
    place(other="{}"),
    place(other='{"action": "Sell"}'),
    place(other='{"action": "Sell", "orderType": "Stopp"}'),
    place(other='{"action": "Sell", "orderType": "Stop", "stopPrice": "4100"}'),
    place(other='{"action": "Sell", "orderType": "Stop", "stop_price": 4100}'),
    place(other="models.PlaceOcoResult()"),
    f"x: PreparedRequest = {place()}",
    f"x: models.PlaceOcoResult = {place(dry_run='True')}",
    f"x: models.PlaceOsoResult = {place()}",
    'api.order.place_oco(1, "Buy", "ESZ6")',
    "api.order.place_order()",
    "api.orders",
    "api.account.list(1)",
    "api.account.list(id=1)",
    "api.account.item()",
    'api.account.item(id="1")',
    "api.contract.find()",
    "api.contract.find(name=5)",
    "api.contract.items(ids=1)",
    'api.contract.items(ids=["a"])',
    'api.contract.suggest(t="ES", l="5")',
    "x: models.Account = api.account.list()",
    "api.account.list()[0].nane",
    "api.raw.account.list().json",
    "api.order.reconcile(5)",
    'Sample(environment="Live")',
    'Sample("token")',
    "Sample(token=5)",
    'Sample(credentials={"name": "n"})',
    'Sample(responses="loose")',
    "Sample(timeouts=5)",
    "Sample(retries=3)",
    "api.raw.order.place_oco()",
    "api.cash_balance.change_demo_balance(account_id=1)",
    "price: float | None = body.price",
    "when: str = api.account.list()[0].timestamp",
    "api.account.list()[0].name.upper()",
    "api.account.list()[0].owner.name",
    'models.RestrainedOrderVersion(action="Sell", order_type="Stopp")',
]

HEAD = """\
from datetime import UTC, datetime
from decimal import Decimal

from sample_client import AsyncSample, Sample, Timeouts, errors, models, shapes, testing
from sample_client.runtime.requests import PreparedRequest, Raw


def use(api: Sample, flag: bool, unknown: errors.OutcomeUnknown, body: models.PlaceOCO) -> None:
"""


def complaints(name: str, tool: Checker, folder: Path, distribution: Path) -> list[tuple[Path, int, str]]:
    """File, line and text of all that the tool says of the calls and of the client itself, in one run."""
    looked = ["right.py", "wrong.py", str(distribution / "sample_client")]
    options = ["--outputjson"] if name == "pyright" else ["--no-error-summary", "--output=json"]
    done = tool(*options, *looked, folder=folder, others=(distribution,))
    assert done.stdout, done.stderr
    if name == "pyright":
        found = [one for one in json.loads(done.stdout)["generalDiagnostics"] if one["severity"] == "error"]
        return [(Path(one["file"]), one["range"]["start"]["line"] + 1, one["message"]) for one in found]
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    return [(folder / one["file"], one["line"], one["message"]) for one in rows if one["severity"] == "error"]


def write_calls(calls: list[str], file: Path) -> list[int]:
    """Writes a function for each call, so that a name can be used again; gives the line where each begins."""
    head, _, use = HEAD.partition("def use")
    functions = [f"def use{number}{use}    {call}\n" for number, call in enumerate(calls)]
    file.write_text(head + "\n\n".join(functions))
    return [number for number, line in enumerate(file.read_text().splitlines(), 1) if line.startswith("def use")]


@pytest.mark.deep
@pytest.mark.parametrize("name", every(2, ["mypy", "pyright"]))
def test_fifty_right_calls_pass_fifty_wrong_ones_do_not_and_the_client_is_strictly_typed(
    name: str, mypy: Checker, pyright: Checker, distribution: Path, tmp_path: Path
) -> None:
    """One run says it of all, since each begins with seconds of reading what Python brings."""
    assert min(len(RIGHT), len(WRONG)) >= 50
    starts = {file: write_calls(calls, tmp_path / file) for file, calls in (("right.py", RIGHT), ("wrong.py", WRONG))}
    bad: dict[str, set[int]] = {file: set() for file in starts}
    others = []
    for file, line, said in complaints(name, mypy if name == "mypy" else pyright, tmp_path, distribution):
        if file.name in starts and line >= starts[file.name][0]:
            bad[file.name].add(sum(start <= line for start in starts[file.name]) - 1)
        else:
            others.append(f"{file.name}:{line}: {said}")
    assert others == []
    assert [RIGHT[number] for number in sorted(bad["right.py"])] == []
    assert [call for number, call in enumerate(WRONG) if number not in bad["wrong.py"]] == []


def test_everything_has_a_type(pyright: Checker, distribution: Path, tmp_path: Path) -> None:
    looked = ("--ignoreexternal", "--outputjson", "--verifytypes", "sample_client")
    done = pyright(*looked, folder=tmp_path, others=(distribution,))
    found = json.loads(done.stdout)["typeCompleteness"]
    assert found["completenessScore"] == 1, [one for one in found["symbols"] if not one["isTypeKnown"]][:5]


def test_the_client_itself_is_linted(distribution: Path) -> None:
    ruff = [sys.executable, "-m", "ruff", "check", "--no-cache", "."]
    layout = [sys.executable, "-m", "ruff", "format", "--check", "--no-cache", "."]
    for command in (ruff, layout):
        done = subprocess.run(command, cwd=distribution, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout
