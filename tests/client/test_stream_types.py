"""Type checkers infer the types of streams."""

import re
from pathlib import Path

import pytest

from tests.programs import Checker
from tests.sampling import every

USE = """\
from decimal import Decimal
from typing import assert_type

from tradovate_client import AsyncTradovate, Tradovate, models
from tradovate_client.runtime.stream.market import Bar, Quote, Tick
from tradovate_client.runtime.stream.tables import Change, Table


async def tasks(api: AsyncTradovate) -> None:
    async with api.stream() as stream:
        await stream.sync([1])
        assert_type(stream.orders, Table[models.Order])
        assert_type(stream.orders[1], models.Order)
        async for change in stream.changes(models.Order):
            assert_type(change, Change[models.Order])
            assert_type(change.old, models.Order | None)
        async for quote in await stream.quotes("ESZ6"):
            assert_type(quote, Quote)
            if quote.bid:
                assert_type(quote.bid.price, Decimal | None)
        async for bar in await stream.chart("ESZ6"):
            assert_type(bar, Bar | Tick)


def threads(api: Tradovate) -> None:
    with api.stream() as stream:
        assert_type(stream.sync([1]).positions, Table[models.Position])
        for change in stream.changes(models.Fill):
            assert_type(change, Change[models.Fill])
        with stream.quotes("ESZ6") as quotes:
            assert_type(next(quotes), Quote)
            assert_type(quotes.next(1.0), Quote | None)
"""


@pytest.mark.deep
@pytest.mark.parametrize("name", every(2, ["pyright", "mypy"]))
def test_a_stream_gives_models_and_numbers(
    name: str, mypy: Checker, pyright: Checker, root: Path, tmp_path: Path
) -> None:
    (tmp_path / "use.py").write_text(USE)
    (tmp_path / "wrong.py").write_text(USE.replace("models.Fill]", "models.Order]"))
    package = root / "generated" / "tradovate_client"
    if name == "mypy":
        done = mypy("use.py", "wrong.py", folder=tmp_path)
    else:
        looked = (str(package / "runtime" / "stream"), str(package / "streams.py"))
        done = pyright("use.py", "wrong.py", *looked, folder=tmp_path)
    places = {match[1] for match in re.finditer(r"(\S+\.py):\d+.*\berror: ", done.stdout)}
    assert {Path(one).name for one in places} == {"wrong.py"}, done.stdout
