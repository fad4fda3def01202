"""Fixtures: a client generated from the sample description, and a driver that runs a test with both client kinds."""

from __future__ import annotations

import asyncio
import functools
import importlib
import inspect
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from jekyll_openapi.client.generate import make_client
from tests.client.desk import Desk
from tests.client.sample import PLACE_OCO, sample

PACKAGE = "sample_client"


@pytest.fixture(autouse=True)
def _no_lockout_of_before() -> None:
    """A server can get the port of an earlier one, whose lock-out the clients of this process would heed."""
    for name, module in list(sys.modules.items()):
        if name.endswith(".runtime.lockout"):
            module.SHARED._known.clear()
            module.SHARED._lasting.clear()


@pytest.fixture(scope="session", autouse=True)
def _certificates_are_read_once() -> Iterator[None]:
    """Reading them takes longer than most tests, and each client reads its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(httpx, "create_ssl_context", functools.cache(httpx.create_ssl_context))
        yield


@pytest.fixture(scope="session")
def distribution(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the client's distribution."""
    out = tmp_path_factory.mktemp("client") / "generated"
    make_client(sample(), out)
    return out


@pytest.fixture(scope="session")
def package(distribution: Path) -> Iterator[Any]:
    """The client, imported."""
    sys.path.insert(0, str(distribution))
    try:
        yield importlib.import_module(PACKAGE)
    finally:
        sys.path.remove(str(distribution))


class Driver:
    """Creates clients of one kind, blocking or asyncio, and returns the results of their calls."""

    def __init__(self, package: Any, kind: str) -> None:
        self.package, self.kind = package, kind
        self._loop = asyncio.new_event_loop()
        self._open: list[Any] = []

    def client(self, transport: Any = None, **settings: Any) -> Any:
        """A client."""
        if "credentials" not in settings:
            settings.setdefault("token", "the-token")
        made = (self.package.Sample if self.kind == "sync" else self.package.AsyncSample)(
            transport=transport, **settings
        )
        self._open.append(made)
        return made

    def do(self, result: Any) -> Any:
        """The result, waited for."""
        return self._loop.run_until_complete(result) if inspect.isawaitable(result) else result

    def place(self, client: Any, **changes: Any) -> Any:
        """Place the order of the examples."""
        return self.do(client.order.place_oco(**{**PLACE_OCO, **changes}))

    def close(self) -> None:
        """Close every client and the loop."""
        for one in self._open:
            self.do(one.close())
        self._loop.close()


@pytest.fixture(params=["sync", "async"])
def driver(package: Any, request: pytest.FixtureRequest) -> Iterator[Driver]:
    """A driver of each kind."""
    made = Driver(package, request.param)
    yield made
    made.close()


@pytest.fixture
def transport(package: Any) -> Any:
    """The transport that the client ships for tests."""
    return package.testing.ExampleTransport()


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A service on a clock of its own, which moves where a client waits."""
    made = Desk()
    real = asyncio.sleep

    async def nap(seconds: float, *more: Any) -> None:
        made.clock.sleep(seconds)
        await real(0)

    monkeypatch.setattr(time, "sleep", made.clock.sleep)
    monkeypatch.setattr(asyncio, "sleep", nap)
    return made
