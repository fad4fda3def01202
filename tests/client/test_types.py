"""What an editor and a type checker say: right calls pass, wrong ones do not, and nothing is without a type."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

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

# pyright looks for Python on the path even where it is told which one to use.
ENVIRONMENT = {**os.environ, "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])}

HEAD = """\
from datetime import UTC, datetime
from decimal import Decimal

from sample_client import AsyncSample, Sample, Timeouts, errors, models, shapes, testing
from sample_client.runtime.requests import PreparedRequest, Raw


def use(api: Sample, flag: bool, unknown: errors.OutcomeUnknown, body: models.PlaceOCO) -> None:
"""


def wrong_lines(text: str) -> set[int]:
    """The lines that a checker complains about."""
    return {int(number) for number in re.findall(r"calls\.py:(\d+)", text)}


def check(tool: str, calls: list[str], folder: Path, distribution: Path) -> tuple[set[int], str]:
    """Numbers of the calls that the tool refuses, and what it said."""
    # A function for each call, so that a name can be used again.
    functions = [
        f"{HEAD[HEAD.index('def use') :].replace('use', f'use{n}')}    {call}\n" for n, call in enumerate(calls)
    ]
    (folder / "calls.py").write_text(HEAD[: HEAD.index("def use")] + "\n\n".join(functions))
    environment = {**ENVIRONMENT, "PYTHONPATH": str(distribution), "MYPYPATH": str(distribution)}
    commands = {
        "mypy": [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--show-error-end", "calls.py"],
        "pyright": [sys.executable, "-m", "pyright", "--pythonpath", sys.executable, "--outputjson", "calls.py"],
    }
    done = subprocess.run(commands[tool], cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if tool == "mypy":
        bad = wrong_lines(done.stdout)
    else:
        found = json.loads(done.stdout)["generalDiagnostics"]
        bad = {one["range"]["start"]["line"] + 1 for one in found if one["severity"] == "error"}
    lines = (folder / "calls.py").read_text().splitlines()
    starts = [number for number, line in enumerate(lines, 1) if line.startswith("def use")]
    assert all(number >= starts[0] for number in bad), done.stdout
    return {sum(start <= number for start in starts) - 1 for number in bad}, done.stdout


@pytest.mark.parametrize("tool", ["mypy", "pyright"])
def test_fifty_right_calls_pass(tool: str, distribution: Path, tmp_path: Path) -> None:
    assert len(RIGHT) >= 50
    bad, said = check(tool, RIGHT, tmp_path, distribution)
    assert [RIGHT[number] for number in sorted(bad)] == [], said


@pytest.mark.parametrize("tool", ["mypy", "pyright"])
def test_fifty_wrong_calls_are_refused(tool: str, distribution: Path, tmp_path: Path) -> None:
    assert len(WRONG) >= 50
    bad, _ = check(tool, WRONG, tmp_path, distribution)
    assert [call for number, call in enumerate(WRONG) if number not in bad] == []


def test_everything_has_a_type(distribution: Path, tmp_path: Path) -> None:
    environment = {**ENVIRONMENT, "PYTHONPATH": str(distribution)}
    command = [sys.executable, "-m", "pyright", "--pythonpath", sys.executable, "--ignoreexternal", "--outputjson"]
    done = subprocess.run(
        [*command, "--verifytypes", "sample_client"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    found = json.loads(done.stdout)["typeCompleteness"]
    assert found["completenessScore"] == 1, [one for one in found["symbols"] if not one["isTypeKnown"]][:5]


def test_the_client_itself_is_strictly_typed_and_linted(distribution: Path, tmp_path: Path) -> None:
    mypy = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path), "sample_client"]
    ruff = [sys.executable, "-m", "ruff", "check", "--no-cache", "."]
    layout = [sys.executable, "-m", "ruff", "format", "--check", "--no-cache", "."]
    pyright = [sys.executable, "-m", "pyright", "--pythonpath", sys.executable, "sample_client"]
    for command in (mypy, pyright, ruff, layout):
        done = subprocess.run(command, cwd=distribution, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout
