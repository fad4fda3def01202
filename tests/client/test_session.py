"""One token is opened once and renewed in time, however many callers there are."""

from __future__ import annotations

import asyncio
import threading
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from tests.client.conftest import Driver
from tests.waiting import PATIENCE

SECONDS_OF_A_DAY = 24 * 3600
CREDENTIALS = {"name": "n", "password": "the-password", "appId": "a", "appVersion": "1", "cid": 1, "sec": "the-secret"}


class Time:
    """A clock that moves when it is told to."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def now(self) -> datetime:
        return datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=self.seconds)

    def monotonic(self) -> float:
        return self.seconds

    def after(self, seconds: float) -> datetime:
        return self.now() + timedelta(seconds=seconds)


class Service:
    """Answers as the service does: hands out tokens, and takes only those that hold."""

    def __init__(self, clock: Time) -> None:
        self.clock = clock
        self.calls: Counter[str] = Counter()
        self.tokens: dict[str, float] = {}
        self.skew = 0.0
        self.broken: dict[str, Callable[[], httpx.Response]] = {}

    def __call__(self, request: httpx.Request) -> httpx.Response:
        name = request.url.path.rpartition("/")[2]
        self.calls[name] += 1
        if name in self.broken:
            return self.broken[name]()
        token = request.headers.get("authorization", "").removeprefix("Bearer ")
        if name != "accessTokenRequest" and self.tokens.get(token, 0) <= self.clock.seconds:
            return httpx.Response(401, json={})
        if name in ("accessTokenRequest", "renewAccessToken"):
            return httpx.Response(200, json=self.session())
        return httpx.Response(200, json=[])

    def session(self) -> dict[str, Any]:
        """A new token."""
        token = f"token-{len(self.tokens)}"
        self.tokens[token] = self.clock.seconds + 5400
        ends = self.clock.now() + timedelta(seconds=5400 + self.skew)
        return {"accessToken": token, "expirationTime": ends.isoformat().replace("+00:00", "Z")}


@pytest.fixture
def clock() -> Time:
    return Time()


@pytest.fixture
def service(clock: Time) -> Service:
    return Service(clock)


def connect(driver: Driver, service: Service, **settings: Any) -> Any:
    """A client of the service with credentials, on its clock."""
    given = {"credentials": CREDENTIALS, **settings}
    client = driver.client(httpx.MockTransport(service), **given)
    set_clock(client, service.clock)
    return client


def set_clock(client: Any, clock: Time) -> None:
    """Let the client live by another clock."""
    for name in ("now", "monotonic", "after"):
        setattr(client._core.clock, name, getattr(clock, name))


def test_a_day_takes_one_login_and_few_renewals(driver: Driver, service: Service, clock: Time) -> None:
    client = connect(driver, service)
    while clock.seconds < 1000 + SECONDS_OF_A_DAY:
        driver.do(client.account.list())
        clock.seconds += 60
    assert service.calls["accessTokenRequest"] == 1
    assert 0 < service.calls["renewAccessToken"] <= 20
    assert service.calls["list"] == SECONDS_OF_A_DAY // 60


@pytest.mark.parametrize("skew", [-7200.0, -4000.0, 4000.0, 7200.0])
def test_a_clock_that_is_wrong_does_not_spend_the_budget(
    driver: Driver, service: Service, clock: Time, skew: float
) -> None:
    service.skew = skew
    client = connect(driver, service)
    for _ in range(24 * 12):
        driver.do(client.account.list())
        clock.seconds += 300
    assert service.calls["accessTokenRequest"] == 1
    assert service.calls["list"] == 24 * 12


def test_a_token_that_ended_is_asked_for_again(driver: Driver, service: Service, clock: Time) -> None:
    client = connect(driver, service)
    driver.do(client.account.list())
    clock.seconds += 6000
    driver.do(client.account.list())
    assert service.calls["accessTokenRequest"] == 2
    assert service.calls["renewAccessToken"] == 0


def test_a_renewal_that_fails_leaves_the_old_token_in_use(driver: Driver, service: Service, clock: Time) -> None:
    client = connect(driver, service)
    driver.do(client.account.list())
    service.broken["renewAccessToken"] = lambda: httpx.Response(503)
    clock.seconds += 4600
    for _ in range(100):
        driver.do(client.account.list())
        clock.seconds += 1
    assert service.calls["renewAccessToken"] == 2
    assert service.calls["accessTokenRequest"] == 1


def test_a_token_of_another_user_is_not_used(driver: Driver, service: Service, clock: Time) -> None:
    client = connect(driver, service)

    def of(user: int) -> Callable[[], httpx.Response]:
        return lambda: httpx.Response(200, json={**service.session(), "userId": user})

    service.broken["accessTokenRequest"] = of(1)
    driver.do(client.account.list())
    service.broken["renewAccessToken"] = of(2)
    clock.seconds += 4600
    driver.do(client.account.list())
    assert client._core.session.token == "token-0"
    service.broken["accessTokenRequest"] = of(2)
    clock.seconds += 900
    with pytest.raises(driver.package.errors.NotSent, match="none of this user"):
        driver.do(client.account.list())
    service.broken["accessTokenRequest"] = of(1)
    driver.do(client.account.list())
    # Who passes another token may well mean another user.
    client.use_token(service.session()["accessToken"])
    driver.do(client.auth.renew_access_token())
    assert client._core.session.token == f"token-{len(service.tokens) - 1}"


def test_a_wrong_password_is_tried_once(driver: Driver, service: Service) -> None:
    service.broken["accessTokenRequest"] = lambda: httpx.Response(200, json={"errorText": "Incorrect password"})
    client = connect(driver, service)
    for _ in range(5):
        with pytest.raises(driver.package.errors.AuthenticationError, match="Incorrect password") as caught:
            driver.place(client, cl_ord_id="mine")
        assert caught.value.cl_ord_id == "mine"
        assert caught.value.is_wrong_password
    with pytest.raises(driver.package.errors.AuthenticationError):
        driver.do(client.request("POST", "/auth/accessTokenRequest", json=CREDENTIALS))
    assert service.calls == {"accessTokenRequest": 1}


def test_the_budget_of_logins_is_kept(driver: Driver, service: Service, clock: Time) -> None:
    service.broken["accessTokenRequest"] = lambda: httpx.Response(500)
    client = connect(driver, service)
    for _ in range(20):
        with pytest.raises((driver.package.errors.NotSent, driver.package.errors.LockedOut)):
            driver.place(client)
        clock.seconds += 1
    assert service.calls == {"accessTokenRequest": 5}
    clock.seconds += 3600
    service.broken.clear()
    driver.do(client.account.list())
    assert service.calls["accessTokenRequest"] == 6


def test_a_login_of_unknown_outcome_says_that_the_order_was_not_sent(driver: Driver, service: Service) -> None:
    service.broken["accessTokenRequest"] = lambda: httpx.Response(502)
    client = connect(driver, service)
    with pytest.raises(driver.package.errors.NotSent) as caught:
        driver.place(client, cl_ord_id="mine")
    assert (caught.value.operation, caught.value.cl_ord_id) == ("placeOCO", "mine")


def test_an_order_is_not_sent_again_after_401(driver: Driver, service: Service, clock: Time) -> None:
    client = connect(driver, service)
    driver.do(client.account.list())
    clock.seconds += 1000
    service.tokens.clear()
    with pytest.raises(driver.package.errors.AuthenticationError):
        driver.place(client)
    assert service.calls["placeOCO"] == 1
    driver.do(client.account.list())
    assert service.calls["accessTokenRequest"] == 2


def test_a_permission_that_is_missing_does_not_lead_to_logins(driver: Driver, service: Service, clock: Time) -> None:
    service.broken["placeOCO"] = lambda: httpx.Response(401)
    client = connect(driver, service)
    for _ in range(50):
        with pytest.raises(driver.package.errors.AuthenticationError):
            driver.place(client)
        clock.seconds += 10
    assert service.calls["accessTokenRequest"] == 2
    assert service.calls["list"] == 49


def test_without_token_and_credentials_nothing_is_sent(driver: Driver, service: Service) -> None:
    client = connect(driver, service, credentials=None)
    with pytest.raises(driver.package.errors.NotSent, match="no token"):
        driver.place(client)
    assert service.calls == {}
    driver.do(client.request("POST", "/auth/accessTokenRequest", json=CREDENTIALS))
    driver.do(client.account.list())
    assert service.calls == {"accessTokenRequest": 1, "list": 1}


def test_another_token_is_used_at_once(driver: Driver, transport: Any) -> None:
    client = driver.client(transport, token="first")
    driver.do(client.account.list())
    client.use_token("second")
    driver.do(client.account.list())
    assert [request.headers["authorization"] for request in transport.requests] == ["Bearer first", "Bearer second"]


@pytest.mark.parametrize("token", ["", "a b", "a\r\nX: y", "é", "a\tb"])
def test_a_token_that_cannot_stand_in_a_header_is_refused(driver: Driver, transport: Any, token: str) -> None:
    with pytest.raises(ValueError, match="token must be") as caught:
        driver.client(transport, token=token)
    assert not token or token not in str(caught.value)
    with pytest.raises(ValueError, match="token must be"):
        driver.client(transport).use_token(token)


def test_a_token_and_credentials_together_are_refused(driver: Driver, transport: Any) -> None:
    with pytest.raises(ValueError, match="not both"):
        driver.client(transport, token="t", credentials=CREDENTIALS)


def test_credentials_can_be_a_model(driver: Driver, service: Service) -> None:
    model = driver.package.models.AccessTokenRequest.from_dict(CREDENTIALS)
    driver.do(connect(driver, service, credentials=model).account.list())
    assert service.calls == {"accessTokenRequest": 1, "list": 1}


def nearly_over(client: Any) -> None:
    """Let the token's time for renewal be there."""
    session = client._core.session
    session.token, session.ends = "old", session._clock.monotonic() + 60


def test_many_threads_renew_once(package: Any) -> None:
    calls: Counter[str] = Counter()
    lock = threading.Lock()

    def answer(request: httpx.Request) -> httpx.Response:
        name = request.url.path.rpartition("/")[2]
        with lock:
            calls[name] += 1
        if name == "renewAccessToken":
            time.sleep(0.2)
            return httpx.Response(200, json={"accessToken": "new"})
        assert request.headers["authorization"] == "Bearer new"
        return httpx.Response(200, json=[])

    with package.Sample(credentials=CREDENTIALS, transport=httpx.MockTransport(answer)) as client:
        nearly_over(client)
        barrier = threading.Barrier(200)
        threads = [threading.Thread(target=lambda: (barrier.wait(), client.account.list())) for _ in range(200)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert calls == {"renewAccessToken": 1, "list": 200}


def test_many_tasks_renew_once(package: Any) -> None:
    calls: Counter[str] = Counter()

    async def answer(request: httpx.Request) -> httpx.Response:
        name = request.url.path.rpartition("/")[2]
        calls[name] += 1
        if name == "renewAccessToken":
            await asyncio.sleep(0.2)
            return httpx.Response(200, json={"accessToken": "new"})
        assert request.headers["authorization"] == "Bearer new"
        return httpx.Response(200, json=[])

    async def run() -> None:
        async with package.AsyncSample(credentials=CREDENTIALS, transport=httpx.MockTransport(answer)) as client:
            nearly_over(client)
            await asyncio.gather(*(client.account.list() for _ in range(200)))

    asyncio.run(run())
    assert calls == {"renewAccessToken": 1, "list": 200}


def test_a_cancelled_renewal_lets_the_next_one_in(package: Any) -> None:
    calls: Counter[str] = Counter()
    begun = asyncio.Event()

    async def answer(request: httpx.Request) -> httpx.Response:
        name = request.url.path.rpartition("/")[2]
        calls[name] += 1
        if name == "renewAccessToken" and calls[name] == 1:
            begun.set()
            await asyncio.sleep(2 * PATIENCE)
        return httpx.Response(200, json={"accessToken": "new"} if name == "renewAccessToken" else [])

    async def run() -> None:
        async with package.AsyncSample(credentials=CREDENTIALS, transport=httpx.MockTransport(answer)) as client:
            nearly_over(client)
            first = asyncio.create_task(client.account.list())
            await begun.wait()
            first.cancel()
            with pytest.raises(asyncio.CancelledError):
                await first
            await asyncio.wait_for(client.account.list(), PATIENCE)
            assert not client._line.lock.locked()

    asyncio.run(run())
    assert calls["list"] == 1
