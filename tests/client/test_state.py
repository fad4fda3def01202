"""Clients share lock-outs within a process, and a state file between processes."""

from __future__ import annotations

import fcntl
import gc
import importlib
import json
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from jekyll_openapi.runtime.shared_state import this_process
from tests.client.conftest import Driver
from tests.client.desk import HANG_UP, Desk, Said, use
from tests.client.fault_server import serving
from tests.client.losing import CREDENTIALS, ask, attempt, connect, lose, own
from tests.client.sample import PLACE_OCO
from tests.waiting import PATIENCE


def test_clients_of_one_login_wait_together(driver: Driver, desk: Desk) -> None:
    errors = driver.package.errors
    left = [Said(429, headers={"Retry-After": "5"})]
    desk.rules["list"] = lambda seen: left.pop() if left else None
    with serving(desk.behave) as server:
        token = f"token-{server.port}"

        def client(**more: Any) -> Any:
            return use(driver.client(**{"base_url": server.url, "token": token, **more}), desk.clock)

        first, second, stranger = client(), client(), client(token="another-one")
        assert isinstance(ask(driver, first), errors.RateLimited)
        assert isinstance(ask(driver, second), errors.LockedOut)
        assert isinstance(ask(driver, client()), errors.LockedOut)
        assert ask(driver, stranger) == []
        assert ask(driver, client(transport=desk.transport())) == []
        assert driver.do(second.order.cancel_order(order_id=1, is_automated=True)).command_id == 5
        desk.clock.sleep(6)
        assert ask(driver, second) == []


def test_a_lock_out_outlives_the_client_that_drew_it(driver: Driver, desk: Desk) -> None:
    desk.rules["list"] = lambda seen: Said(429)
    with serving(desk.behave) as server:
        made = {"base_url": server.url, "credentials": {**CREDENTIALS, "name": f"user {server.port} {driver.kind}"}}
        ask(driver, use(driver.client(**made), desk.clock))
        driver.do(driver._open.pop().close())
        gc.collect()
        again = use(driver.client(**made), desk.clock)
        assert isinstance(ask(driver, again), driver.package.errors.LockedOut)
        token = f"session-{desk.logins:03}"
        by_token = use(driver.client(base_url=server.url, token=token), desk.clock)
        assert isinstance(ask(driver, by_token), driver.package.errors.LockedOut)


# --- the file ---------------------------------------------------------------------------------------------------------


def shared(driver: Driver, desk: Desk, path: Path, **more: Any) -> Any:
    """A client that shares the file."""
    desk.tokens = set() if desk.tokens is None else desk.tokens
    return connect(driver, desk, credentials=CREDENTIALS, state=path, **more)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state.json"


def test_a_token_is_shared_and_healed_by_one_login(driver: Driver, desk: Desk, path: Path) -> None:
    first, second = shared(driver, desk, path), shared(driver, desk, path)
    ask(driver, first)
    assert ask(driver, second) == []
    assert desk.logins == 1
    desk.tokens = {"somebody's"}
    assert ask(driver, second) == []
    assert ask(driver, first) == []
    assert desk.logins == 2
    third = shared(driver, desk, path)
    assert ask(driver, third) == []
    assert desk.logins == 2
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "the-password" not in path.read_text()


def test_budgets_and_lock_outs_are_shared(driver: Driver, desk: Desk, path: Path) -> None:
    errors = driver.package.errors
    desk.rules["accessTokenRequest"] = lambda seen: HANG_UP
    clients = [shared(driver, desk, path) for _ in range(4)]
    said = [type(ask(driver, one)) for one in (*clients, *clients)]
    assert said == [errors.NotSent] * 5 + [errors.LockedOut] * 3
    desk.clock.sleep(3700)
    del desk.rules["accessTokenRequest"]
    desk.rules["list"] = lambda seen: Said(429, headers={"Retry-After": "50"})
    assert isinstance(ask(driver, clients[0]), errors.RateLimited)
    assert isinstance(ask(driver, clients[1]), errors.LockedOut)
    assert driver.do(clients[1].order.cancel_order(order_id=1, is_automated=True)).command_id == 5
    desk.clock.sleep(51)
    del desk.rules["list"]
    assert ask(driver, clients[1]) == []


@pytest.mark.parametrize("ahead", [3600, 400 * 86_400])
def test_a_clock_that_was_ahead_locks_nobody_out_for_longer(
    driver: Driver, desk: Desk, path: Path, ahead: float
) -> None:
    errors, start = driver.package.errors, desk.clock.seconds
    desk.clock.seconds += ahead
    first = shared(driver, desk, path)
    assert ask(driver, first) == []
    desk.rules["list"] = lambda seen: Said(429, headers={"Retry-After": "50"})
    assert isinstance(ask(driver, first), errors.RateLimited)
    del desk.rules["list"]
    desk.clock.seconds = start
    _forget()
    assert isinstance(ask(driver, shared(driver, desk, path)), errors.LockedOut)
    desk.clock.sleep(30)
    _forget()
    later = shared(driver, desk, path)
    assert isinstance(ask(driver, later), errors.LockedOut)
    desk.clock.sleep(21)
    _forget()
    assert ask(driver, shared(driver, desk, path)) == []
    assert ask(driver, later) == []
    assert desk.logins == 1
    desk.clock.sleep(5400)
    assert ask(driver, shared(driver, desk, path)) == []
    assert desk.logins == 2


def _forget() -> None:
    """What a new process does not know of the lock-outs of this one."""
    for name, module in list(sys.modules.items()):
        if name.endswith(".runtime.lockout"):
            module.SHARED._known.clear()
            module.SHARED._lasting.clear()


def test_a_claim_of_a_clock_that_was_ahead_holds_nobody_up(driver: Driver, desk: Desk, path: Path) -> None:
    client = shared(driver, desk, path)
    assert ask(driver, client) == []
    whole = json.loads(path.read_text())
    (login,) = whole["logins"].values()
    login["token"], login["asking"] = {}, {"process": this_process(), "name": "other", "at": desk.clock.seconds + 1e12}
    path.write_text(json.dumps(whole))
    assert ask(driver, shared(driver, desk, path)) == []
    assert desk.logins == 2


def test_doubts_and_tags_are_shared(driver: Driver, desk: Desk, path: Path) -> None:
    first, second = shared(driver, desk, path), shared(driver, desk, path, halt_on_doubt=True)
    error, _ = lose(driver, desk, "placeOCO", lambda: first.order.place_oco(**own()))
    assert [one.cl_ord_id for one in second.in_doubt] == ["mine"]
    assert isinstance(attempt(driver, second.order.place_oco, **PLACE_OCO), driver.package.errors.HaltedByDoubt)
    third = shared(driver, desk, path)
    assert list(third.in_doubt) == list(first.in_doubt)
    assert isinstance(attempt(driver, third.order.place_oco, **own()), driver.package.errors.RequestInvalid)
    third.in_doubt.resolve("mine", "not placed")
    assert [len(one.in_doubt) for one in (first, second, third)] == [0, 0, 0]
    assert isinstance(attempt(driver, third.order.place_oco, **own()), driver.package.errors.RequestInvalid)
    assert attempt(driver, second.order.place_oco, **PLACE_OCO).order_id == 1
    assert error.cl_ord_id == "mine"


def test_another_login_in_the_same_file_sees_nothing_of_it(driver: Driver, desk: Desk, path: Path) -> None:
    first = shared(driver, desk, path)
    lose(driver, desk, "placeOCO", lambda: first.order.place_oco(**own()))
    other = connect(driver, desk, credentials={**CREDENTIALS, "name": "another"}, state=path)
    assert len(other.in_doubt) == 0
    ask(driver, other)
    assert desk.logins == 2


DIES = """
import os, sys
import httpx, sample_client
def die(request):
    os._exit(3)
api = sample_client.Sample(token="the-token", transport=httpx.MockTransport(die), state=sys.argv[1])
api.order.cancel_order(order_id=30, is_automated=True, cl_ord_id="last words")
"""


def test_what_was_under_way_when_a_program_died_is_in_doubt(
    driver: Driver, desk: Desk, path: Path, distribution: Path
) -> None:
    environment = {**os.environ, "PYTHONPATH": str(distribution)}
    died = subprocess.run([sys.executable, "-c", DIES, str(path)], env=environment, check=False)
    assert died.returncode == 3
    (doubt,) = connect(driver, desk, state=path).in_doubt
    assert (doubt.cl_ord_id, doubt.operation_id) == ("last words", "cancelOrder")
    assert "the-token" not in json.dumps(doubt.to_dict())


def test_what_a_running_program_sends_is_not_in_doubt_for_others(driver: Driver, desk: Desk, path: Path) -> None:
    seen: list[tuple[Any, ...]] = []

    def look(_: Any) -> None:
        seen.append(tuple(connect(driver, desk, state=path).in_doubt))

    desk.rules["cancelOrder"] = look
    driver.do(connect(driver, desk, state=path).order.cancel_order(order_id=30, is_automated=True))
    assert seen == [()]


@pytest.mark.parametrize(
    ("other", "is_same"),
    [({"password": "a-new-one"}, True), ({"cid": 2, "sec": "another"}, True), ({"name": "m"}, False)],
)
def test_the_name_alone_says_who_the_user_is(driver: Driver, desk: Desk, other: dict[str, Any], is_same: bool) -> None:
    first, second = (connect(driver, desk, credentials={**CREDENTIALS, **more}) for more in ({}, other))
    assert (first._core.session.user() == second._core.session.user()) is is_same


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"version": 9, "logins": {}}', '{"version": 1, "logins": 5}', '{"a":' * 5000]
)
def test_a_file_of_somebody_else_is_left_as_it_is(driver: Driver, desk: Desk, path: Path, text: str) -> None:
    path.write_text(text)
    with pytest.raises(ValueError, match=r"state\.json"):
        shared(driver, desk, path)
    assert path.read_text() == text


def test_a_file_that_others_could_read_is_closed_to_them(driver: Driver, desk: Desk, path: Path) -> None:
    shared(driver, desk, path)
    path.chmod(0o644)
    shared(driver, desk, path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_nothing_is_sent_that_cannot_be_written_down(driver: Driver, desk: Desk, path: Path) -> None:
    client = connect(driver, desk, state=path)
    path.write_text("broken")
    for given in (PLACE_OCO, own()):
        with pytest.raises(driver.package.errors.NotSent, match=r"written down, .*state\.json"):
            driver.do(client.order.place_oco(**given))
    assert desk.sent("placeOCO") == []
    assert ask(driver, client) == []
    assert driver.do(client.order.cancel_order(order_id=1, is_automated=True)).command_id == 5
    lose(driver, desk, "cancelOrder", lambda: client.order.cancel_order(order_id=1, is_automated=True))
    assert len(client.in_doubt) == 1
    assert path.read_text() == "broken"


def test_a_lock_that_is_kept_costs_a_moment_and_no_order(
    driver: Driver, desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = connect(driver, desk, state=path)
    state = importlib.import_module(f"{driver.package.__name__}.runtime.state")
    monkeypatch.setattr(state, "PATIENCE", 0.05)
    with open(f"{path}.lock") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(driver.package.errors.NotSent, match=r"held .*state\.json\.lock"):
            driver.do(client.order.place_oco(**PLACE_OCO))
        assert desk.sent("placeOCO") == []
        assert driver.do(client.order.cancel_order(order_id=1, is_automated=True)).command_id == 5
    assert driver.do(client.order.place_oco(**PLACE_OCO)).order_id == 1


ASKS = """
import sys, sample_client
from sample_client.runtime import state
state.PATIENCE = %r
api = sample_client.Sample(credentials=%r, base_url=sys.argv[2], state=sys.argv[1])
api.account.list()
"""


def test_processes_that_start_together_log_in_once(desk: Desk, path: Path, distribution: Path) -> None:
    desk.tokens = set()
    desk.rules["accessTokenRequest"] = lambda seen: (threading.Event().wait(0.3), None)[1]
    environment = {**os.environ, "PYTHONPATH": str(distribution)}
    with serving(desk.behave) as server:
        command = [sys.executable, "-c", ASKS % (PATIENCE, CREDENTIALS), str(path), server.url]
        started = [subprocess.Popen(command, env=environment) for _ in range(3)]
        assert [one.wait(PATIENCE) for one in started] == [0, 0, 0]
    assert desk.logins == 1


def test_an_answer_counts_though_it_cannot_be_written_down(driver: Driver, desk: Desk, path: Path) -> None:
    client = connect(driver, desk, state=path)
    whole = path.read_text()
    desk.rules["placeOCO"] = lambda seen: None if path.write_text("broken") else HANG_UP
    assert driver.do(client.order.place_oco(**PLACE_OCO)).order_id == 1
    path.write_text(whole)
    desk.rules["placeOCO"] = lambda seen: HANG_UP if path.write_text("broken") else None
    with pytest.raises(driver.package.errors.OutcomeUnknown):
        driver.do(client.order.place_oco(**PLACE_OCO))
    assert len(client.in_doubt) == 1


def test_many_threads_lose_no_doubt(package: Any, desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package.runtime.state, "PATIENCE", PATIENCE)
    desk.rules["cancelOrder"] = lambda seen: HANG_UP
    clients = [package.Sample(token="t-oken", transport=desk.transport(), state=path) for _ in range(4)]

    def lose_one(client: Any) -> None:
        for _ in range(5):
            with pytest.raises(package.errors.OutcomeUnknown):
                client.order.cancel_order(order_id=1, is_automated=True)

    threads = [threading.Thread(target=lose_one, args=(one,)) for one in clients]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(clients[0].in_doubt) == 20
    assert sorted(path.parent.iterdir()) == [path, path.with_name("state.json.lock")]
    for one in clients:
        one.close()


OTHER_PROCESSES: dict[str, Any] = {
    "this one's number, which an earlier process had": lambda: [os.getpid(), "0"],
    "the number of a process that began later": lambda: [os.getppid(), "0"],
    "a number that is free": lambda: [2**22 + 1, ""],
    "a number that no system has": lambda: [2**70, ""],
    "as an earlier version wrote it": os.getpid,
    "nothing": lambda: None,
}


@pytest.mark.parametrize("other", OTHER_PROCESSES)
def test_what_a_process_left_is_in_doubt_though_its_number_is_in_use_again(
    driver: Driver, desk: Desk, path: Path, other: str
) -> None:
    client = connect(driver, desk, state=path)
    lose(driver, desk, "placeOCO", lambda: client.order.place_oco(**own()))
    whole = json.loads(path.read_text())
    (login,) = whole["logins"].values()
    (doubt,) = login["doubts"].values()
    doubt["process"] = OTHER_PROCESSES[other]()
    # Who asked for a token and died keeps nobody from asking.
    login["asking"] = {"process": doubt["process"], "name": "another", "at": desk.clock.now().timestamp()}
    path.write_text(json.dumps(whole))
    again = connect(driver, desk, state=path)
    assert [one.cl_ord_id for one in again.in_doubt] == ["mine"]
    assert again._core.sharing.claim()


def test_what_this_process_sends_is_not_in_doubt(driver: Driver, desk: Desk, path: Path) -> None:
    shared_state = importlib.import_module(f"{driver.package.__name__}.runtime.shared_state")
    assert shared_state.is_alive(shared_state.this_process())
    client = connect(driver, desk, state=path)
    assert client._core.sharing.claim()
    assert not connect(driver, desk, state=path)._core.sharing.claim()


@pytest.mark.parametrize("failure", [OSError(24, "Too many open files"), ValueError("not a state")])
def test_a_client_that_halts_sends_nothing_while_it_cannot_read_what_is_in_doubt(
    driver: Driver, desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch, failure: Exception
) -> None:
    client = shared(driver, desk, path, halt_on_doubt=True)
    lose(driver, desk, "placeOCO", lambda: client.order.place_oco(**own()))

    def fail() -> None:
        raise failure

    monkeypatch.setattr(client._core.sharing._file, "read", fail)
    said = attempt(driver, client.order.place_oco, **PLACE_OCO)
    assert "what is in doubt could not be read" in str(said)
    assert len(desk.sent("placeOCO")) == 1
    assert attempt(driver, client.order.cancel_order, order_id=1, is_automated=True).command_id == 5


def test_a_trade_is_on_the_disk_by_its_name_before_it_is_sent(
    driver: Driver, desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was not flushed is gone after a power cut: the bytes of a file, and the names in a folder."""
    client, steps = connect(driver, desk, state=path), []
    flush, rename = os.fsync, os.replace

    def flushed(handle: int) -> None:
        steps.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        flush(handle)

    def renamed(old: str, new: Path) -> None:
        steps.append("name")
        rename(old, new)

    def sent(seen: Any) -> Said:
        steps.append("sent")
        return HANG_UP

    monkeypatch.setattr(os, "fsync", flushed)
    monkeypatch.setattr(os, "replace", renamed)
    desk.rules["placeOCO"] = sent
    attempt(driver, client.order.place_oco, **PLACE_OCO)
    assert steps[: steps.index("sent") + 1] == ["file", "name", "folder", "sent"]


def test_an_order_that_a_program_had_no_time_to_note_is_found_by_its_own_tag(
    driver: Driver, desk: Desk, path: Path
) -> None:
    """It died behind the answer, before its next line: the order is settled, and in no list."""
    driver.do(connect(driver, desk, state=path).order.place_oco(**own()))
    desk.take(21, "mine")
    again = connect(driver, desk, state=path)
    assert len(again.in_doubt) == 0
    found = driver.do(again.order.reconcile("mine"))
    assert (found.outcome, found.order_ids) == ("placed", (21,))
    assert isinstance(attempt(driver, again.order.place_oco, **own()), driver.package.errors.RequestInvalid)
    assert len(desk.sent("placeOCO")) == 1


CHANGED: dict[str, tuple[str, Any]] = {
    "a list of doubts": ("doubts", []),
    "a doubt that is a number": ("doubts", {"a": 5}),
    "a doubt of another form": ("doubts", {"a": {"process": None}}),
    "no tags": ("tags", None),
    "a tag whose time is text": ("tags", {"mine New": "today"}),
    "a budget that is a number": ("budgets", {"accessTokenRequest": 5}),
    "a budget of texts": ("budgets", {"accessTokenRequest": ["now"]}),
    "a lock-out whose end is text": ("lockouts", {"usual": "soon"}),
    "a list of lock-outs": ("lockouts", []),
    "a token whose end is text": ("token", {"value": "a-token", "ends": "soon"}),
    "a token without an end": ("token", {"value": "a-token"}),
    "a claim without a time": ("asking", {"process": this_process()}),
    "a claim whose time is text": ("asking", {"process": this_process(), "at": "now"}),
    "a list of claims": ("asking", []),
    "a list of times": ("clock", []),
    "a time that is text": ("clock", {"at": "now"}),
    "a time that is a list": ("clock", {"at": []}),
}


@pytest.mark.parametrize("case", CHANGED)
def test_a_file_that_somebody_changed_keeps_back_no_cancel(driver: Driver, desk: Desk, path: Path, case: str) -> None:
    client, halting = shared(driver, desk, path), shared(driver, desk, path, halt_on_doubt=True)
    ask(driver, client)
    whole, (section, value) = json.loads(path.read_text()), CHANGED[case]
    (login,) = whole["logins"].values()
    login[section] = value
    path.write_text(json.dumps(whole))
    for one in (client, halting):
        assert attempt(driver, one.order.cancel_order, order_id=1, is_automated=True).command_id == 5
    assert [one.cl_ord_id for one in client.in_doubt] == []
    path.write_text(json.dumps(whole))
    said = attempt(driver, halting.order.place_oco, **own())
    assert isinstance(said, driver.package.errors.NotSent) or (section != "doubts" and said.order_id == 1)
