"""No secret appears in a repr, log line, exception or pickle, whatever fails."""

from __future__ import annotations

import contextlib
import copy
import html as html_module
import io
import json
import logging
import pickle
import socket
import traceback
import urllib.parse
from collections.abc import Callable, Iterator
from typing import Any
from unittest.mock import Mock

import httpx
import pytest

from tests.client.conftest import Driver
from tests.client.fault_server import Behaviour, FaultServer, answering, reset_after, response, serving
from tests.client.sample import CLIENT, PLACE_OCO
from tests.sampling import every

CANARIES = {
    "password": 'canary-"pass"-word\\1',
    "sec": "canary-sec-é-2",
    "deviceId": "canary device/3&x=y",
    "token": "canary-token-4",
    "accessToken": "canary-access-5",
    "mdAccessToken": "canary-md-6",
    "p-ticket": "canary-ticket-7",
    "other password": "canary-other-password-8",
    "other sec": "canary-other-sec-9",
    "renewed": "canary-renewed-10",
    "echoed token": "canary-token-11",
    "nested ticket": "canary-nested-12",
    "wrong password": "canary-wrong-13",
    "number": "424242424242",
}
CREDENTIALS = {
    "name": "n",
    "password": CANARIES["password"],
    "appId": "a",
    "appVersion": "1",
    "cid": 1,
    "sec": CANARIES["sec"],
    "deviceId": CANARIES["deviceId"],
}


def forms(secret: str) -> set[str]:
    """Ways to write a secret."""
    return {secret, json.dumps(secret)[1:-1], repr(secret)[1:-1], json.dumps(secret, ensure_ascii=False)[1:-1]}


FORMS = {name: forms(secret) for name, secret in CANARIES.items()}


def leaks(text: str) -> list[str]:
    """The secrets found in a text."""
    return [name for name, known in FORMS.items() if any(form in text for form in known)]


def shown(error: BaseException) -> Iterator[str]:
    """All texts that an exception shows."""
    seen: BaseException | None = error
    while seen is not None:
        yield from (str(seen), repr(seen), repr(vars(seen)), str(seen.args))
        seen = seen.__cause__ or seen.__context__
    yield "".join(traceback.format_exception(error))
    yield pickle.dumps(error).decode("latin-1")
    yield pickle.dumps(error, 0).decode("latin-1")
    restored = pickle.loads(pickle.dumps(error))
    assert str(restored) == str(error)
    assert type(restored) is type(error)


@pytest.fixture
def everything(caplog: pytest.LogCaptureFixture) -> Iterator[io.StringIO]:
    """Everything that is logged."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter("%(message)s %(args)s"))
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield stream
    root.removeHandler(handler)
    root.setLevel(level)


def authorization(server: FaultServer) -> str:
    """The token of the newest request."""
    lines = server.requests[-1].decode("utf-8", "replace").split("\r\n")
    return next((line for line in lines if line.lower().startswith("authorization")), "none")


def echo(status: int) -> Behaviour:
    """Answer with the request itself, as a careless server does, plus secrets of its own."""

    def behave(server: FaultServer, peer: Any) -> None:
        while server.read(peer):
            said = {
                "errorText": server.requests[-1].decode("utf-8", "replace"),
                "accessToken": CANARIES["accessToken"],
                "mdAccessToken": CANARIES["mdAccessToken"],
                "details": {"p-ticket": CANARIES["nested ticket"], "sec": int(CANARIES["number"])},
            }
            peer.sendall(response(status, json.dumps(said).encode(), f"X-Echo: {authorization(server)}"))

    return behave


def rejecting(server: FaultServer, peer: Any) -> None:
    """Answer with a reason that contains the token."""
    while server.read(peer):
        said = {"failureReason": authorization(server), "failureText": authorization(server)}
        peer.sendall(response(200, json.dumps(said).encode()))


def html(server: FaultServer, peer: Any) -> None:
    """Answer with a page that shows the request."""
    while server.read(peer):
        peer.sendall(response(200, b"<pre>" + server.requests[-1] + b"</pre>"))


PENALTY = {"p-ticket": CANARIES["p-ticket"], "p-time": 1}
FAULTS: dict[str, Behaviour] = {
    **{f"echo {status}": echo(status) for status in (200, 400, 401, 403, 404, 409, 423, 429, 500, 503, 520)},
    "html": html,
    "reset": reset_after,
    "cut": answering(200, {"accessToken": CANARIES["accessToken"]}, length=999),
    "redirect": answering(307, b"", "Location: /elsewhere"),
    "penalty": answering(200, PENALTY),
    "violations": answering(200, {"violations": [{"password": CANARIES["password"], "sec": CANARIES["other sec"]}]}),
    "rejected": rejecting,
    "odd answer": answering(200, {"accessToken": 5, "expirationTime": None, "mdAccessToken": [CANARIES["token"]]}),
    "dns": reset_after,
}


WRONG = {**CREDENTIALS, "password": CANARIES["wrong password"], "sec": CANARIES["other sec"], "cid": "x"}
CALLS: tuple[Callable[[Any], Any], ...] = (
    lambda client: client.account.list(),
    lambda client: client.order.place_oco(**PLACE_OCO),
    lambda client: client.order.place_oco(**{**PLACE_OCO, "symbol": 5}),
    lambda client: client.request("POST", "/auth/accessTokenRequest", json=CREDENTIALS),
    lambda client: client.request("POST", "/auth/accessTokenRequest", json=WRONG),
    lambda client: client.auth.renew_access_token(),
    lambda client: client.raw.auth.renew_access_token(),
)


def outcome(driver: Driver, client: Any, make: Callable[[Any], Any]) -> list[str]:
    """All texts that a call shows, whether it succeeds or fails."""
    try:
        result = driver.do(make(client))
        return [] if isinstance(result, dict) else [repr(result)]
    except driver.package.errors.SampleError as error:
        return list(shown(error))


@pytest.mark.deep
@pytest.mark.parametrize("fault", every(2, list(FAULTS)))
def test_no_canary_is_seen(
    driver: Driver, fault: str, everything: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    if fault == "dns":
        unknown = socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        monkeypatch.setattr(socket, "getaddrinfo", Mock(side_effect=unknown))
    with serving(FAULTS[fault]) as server:
        url = None if fault == "dns" else server.url
        clients = [
            driver.client(base_url=url, token=CANARIES["token"]),
            driver.client(base_url=url, credentials=CREDENTIALS),
            driver.client(base_url=url, token=CANARIES["echoed token"], responses="strict"),
        ]
        texts: list[str] = []
        for client in clients:
            texts += [repr(client), repr(vars(client))]
            texts += [text for make in CALLS for text in outcome(driver, client, make)]
            texts += [str(client.drift), repr(client.drift.counts)]
    texts.append(everything.getvalue())
    assert "is sent" in everything.getvalue() or fault == "dns"
    found = {name for text in texts for name in leaks(text)}
    assert found == set()


def test_the_detector_sees_a_leak() -> None:
    for name, secret in CANARIES.items():
        assert leaks(f"x {json.dumps(secret)} y") == [name] or name in leaks(f"x {secret} y")


def test_models_show_no_secret_and_are_not_pickled(package: Any) -> None:
    model = package.models.AccessTokenRequest.from_dict({**CREDENTIALS, "p-ticket": CANARIES["p-ticket"]})
    assert leaks(repr(model)) == []
    assert "name='n'" in repr(model)
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        with pytest.raises(TypeError, match="holds secrets"):
            pickle.dumps(model, protocol)
    for made in (copy.copy(model), copy.deepcopy(model)):
        assert made == model
        assert made.password == CANARIES["password"]
    account = package.models.Account.from_dict({"id": 1, "legalStatus": "Robot"})
    for again in (pickle.loads(pickle.dumps(account)), copy.deepcopy(account), copy.copy(account)):
        assert again == account
        assert not again.has("name")


def test_a_client_is_neither_copied_nor_pickled(driver: Driver, transport: Any) -> None:
    client = driver.client(transport)
    for use in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError, match="neither be copied nor pickled"):
            use(client)


def test_wrong_arguments_do_not_show_the_token(driver: Driver, transport: Any) -> None:
    for settings in ({"token": CANARIES["password"] + "\n"}, {"token": CANARIES["token"], "credentials": CREDENTIALS}):
        with pytest.raises(ValueError, match="token") as caught:
            driver.client(transport, **settings)
        assert leaks(str(caught.value)) == []


def test_every_secret_of_the_spec_has_a_canary() -> None:
    assert set(CLIENT["secrets"]) <= set(CANARIES)


def test_an_answer_still_holds_its_token(driver: Driver) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"accessToken": CANARIES["renewed"]})

    client = driver.client(httpx.MockTransport(answer))
    found = driver.do(client.auth.renew_access_token())
    assert found.access_token == CANARIES["renewed"]
    assert leaks(repr(found)) == []


# --- what looks into frames and objects -------------------------------------------------------------------------------


def state_of(value: object) -> object:
    """What an object gives to `copy` and `pickle`."""
    try:
        return value.__getstate__()  # type: ignore[attr-defined, unused-ignore]
    except Exception:
        return None


def walk(value: object, depth: int, seen: set[int]) -> Iterator[str]:
    """All texts that a crash reporter would collect from a value."""
    if depth > 7 or id(value) in seen or callable(value):
        return
    seen.add(id(value))
    with contextlib.suppress(Exception):
        yield repr(value)
    if isinstance(value, dict):
        for name, one in list(value.items()):
            yield str(name)
            yield from walk(one, depth + 1, seen)
    elif isinstance(value, list | tuple | set | frozenset):
        for one in list(value):
            yield from walk(one, depth + 1, seen)
    elif not isinstance(value, str | bytes | int | float | type(None)):
        yield from walk(getattr(value, "__dict__", None), depth + 1, seen)
        yield from walk(state_of(value), depth + 1, seen)


def frames_of(error: BaseException) -> Iterator[Any]:
    """The client's traceback frames of an exception and its causes."""
    pending, seen = [error], set()
    while pending:
        one = pending.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        pending += [next for next in (one.__cause__, one.__context__) if next is not None]
        at = one.__traceback__
        while at is not None:
            if "sample_client" in at.tb_frame.f_code.co_filename:
                yield at.tb_frame
            at = at.tb_next


LOGIN = {
    "name": "n",
    "password": CANARIES["password"],
    "app_id": "a",
    "app_version": "1",
    "cid": 1,
    "sec": CANARIES["sec"],
    "device_id": CANARIES["deviceId"],
}
FALLS: dict[str, tuple[Behaviour, dict[str, Any], Callable[[Any], Any]]] = {
    "a question": (answering(500), {"token": CANARIES["token"]}, lambda client: client.account.list()),
    "an order": (answering(500), {"token": CANARIES["token"]}, lambda client: client.order.place_oco(**PLACE_OCO)),
    "a login": (answering(500), {"credentials": CREDENTIALS}, lambda client: client.account.list()),
    "a wrong login": (answering(401), {"credentials": CREDENTIALS}, lambda client: client.account.list()),
    "a bad login": (answering(200), {"credentials": {**CREDENTIALS, "cid": "x"}}, lambda client: client.account.list()),
    "a lost login": (reset_after, {"credentials": CREDENTIALS}, lambda client: client.order.place_oco(**PLACE_OCO)),
    "a bad order": (
        answering(200),
        {"token": CANARIES["token"]},
        lambda client: client.order.place_oco(**{**PLACE_OCO, "symbol": 5}),
    ),
    "by hand": (
        answering(500),
        {"token": CANARIES["token"]},
        lambda client: client.request("POST", "/auth/accessTokenRequest", json=CREDENTIALS),
    ),
    "by name": (
        answering(500),
        {"token": CANARIES["token"]},
        lambda client: client.auth.access_token_request(**LOGIN),
    ),
    "badly by name": (
        answering(500),
        {"token": CANARIES["token"]},
        lambda client: client.raw.auth.access_token_request(**{**LOGIN, "cid": "x"}),
    ),
    "badly by hand": (
        answering(500),
        {"token": CANARIES["token"]},
        lambda client: client.request("POST", "/auth/accessTokenRequest", json={**CREDENTIALS, "cid": "x"}),
    ),
}


@pytest.mark.parametrize("fall", FALLS)
def test_no_frame_of_the_client_holds_a_secret(driver: Driver, fall: str) -> None:
    behave, settings, make = FALLS[fall]
    with serving(behave) as server:
        client = driver.client(base_url=server.url, **settings)
        with pytest.raises(driver.package.errors.SampleError) as caught:
            driver.do(make(client))
    frames = list(frames_of(caught.value))
    assert frames
    for frame in frames:
        for name, value in frame.f_locals.items():
            found = {leak for text in walk(value, 0, set()) for leak in leaks(text)}
            assert not found, (frame.f_code.co_name, name, found)
    shown_frames = traceback.TracebackException.from_exception(caught.value, capture_locals=True).stack
    ours = [one for one in shown_frames if "sample_client" in one.filename]
    assert [leaks(text) for one in ours for text in (one.locals or {}).values() if leaks(text)] == []


def test_an_interrupted_call_leaves_no_frame_behind(package: Any) -> None:
    def interrupt(request: httpx.Request) -> httpx.Response:
        raise KeyboardInterrupt

    client = package.Sample(credentials=CREDENTIALS, transport=httpx.MockTransport(interrupt))
    with pytest.raises(KeyboardInterrupt) as caught:
        client.account.list()
    for frame in frames_of(caught.value):
        assert {leak for text in walk(frame.f_locals, 0, set()) for leak in leaks(text)} == set()


def test_the_walker_sees_what_is_there() -> None:
    class Holder:
        def __init__(self) -> None:
            self.inner = {"a": [CANARIES["token"]]}

    assert any(leaks(text) for text in walk({"x": Holder()}, 0, set()))


SPELLINGS: dict[str, Callable[[str], str]] = {
    "plain": str,
    "json": lambda secret: json.dumps(secret)[1:-1],
    "json in utf-8": lambda secret: json.dumps(secret, ensure_ascii=False)[1:-1],
    "json in json": lambda secret: json.dumps(json.dumps(secret))[3:-3],
    "repr": lambda secret: repr(secret)[1:-1],
    "bytes": lambda secret: repr(secret.encode())[2:-1],
    "url": lambda secret: urllib.parse.quote(secret, safe=""),
    "form": urllib.parse.quote_plus,
    "page": html_module.escape,
}


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_secret_is_masked_however_it_is_written(driver: Driver, spelling: str) -> None:
    """An answer that quotes the request, in a page where no name stands before the value."""
    written = [SPELLINGS[spelling](CANARIES[name]) for name in ("password", "sec", "deviceId")]

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(409, html=f"<p>{' and '.join(written)}</p>")

    client = driver.client(httpx.MockTransport(answer), credentials=CREDENTIALS)
    with pytest.raises(driver.package.errors.SampleError) as caught:
        driver.do(client.request("POST", "/auth/accessTokenRequest", json=CREDENTIALS))
    assert caught.value.body == b"<p>*** and *** and ***</p>"


def test_a_call_costs_the_same_after_a_thousand_renewals(package: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(range(10**6))

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"accessToken": f"token-number-{next(answers):09}"})

    client = package.Sample(token="the-token", transport=httpx.MockTransport(answer))
    secrets = client._core.secrets
    counts: list[int] = []
    for _ in range(2):
        for number in range(500):
            secrets.draw({"accessToken": f"drawn-{len(counts)}-{number:06}"})
        client.auth.renew_access_token()
        counts.append(len(secrets._longest_first.reveal()))
    assert counts[0] == counts[1] < 50
    assert "***" in secrets.mask("the-token and drawn-1-000499")
    assert secrets.mask("the-token") == "***"
