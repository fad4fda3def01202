"""Files and folders that are put in place together: all or none, and what a kill has left is finished."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from jekyll_openapi.output import OutputError, plan, staging, swaps
from jekyll_openapi.output.plan import finish
from jekyll_openapi.output.swaps import swap
from jekyll_openapi.output.together import Together, write_texts

STEPS = 5
"""Swaps of a change: two files that are there, a new one, one that goes, a folder."""


class KilledError(BaseException):
    """Stands for a signal: nothing that the program does follows it."""


@pytest.fixture(params=[True, False], ids=["at once", "in steps"])
def place(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with old outputs; the system can swap two names, or cannot."""
    if not request.param:
        monkeypatch.setattr(swaps, "_exchange", lambda *_: False)
    here = tmp_path / "here"
    (here / "client" / "package").mkdir(parents=True)
    for name in ("a.yaml", "b.yaml", "gone.yaml", "client/package/old.py", "client/README.md"):
        (here / name).write_text(f"old {name}")
    return here


def change(here: Path, *, before_put: Callable[[], None] = lambda: None) -> None:
    with Together() as together:
        together.texts({here / "a.yaml": "new a", here / "b.yaml": "new b", here / "deep.yaml": "new"})
        together.gone(here / "gone.yaml")
        made = together.folder_for(here / "client") / "new"
        (made / "package").mkdir(parents=True)
        (made / "package" / "new.py").write_text("new client")
        together.folder(made, here / "client")
        before_put()
        together.put()


def files(here: Path) -> dict[str, str]:
    found = (one for one in here.rglob("*") if one.is_file() and not one.is_symlink())
    return {one.relative_to(here).as_posix(): one.read_text("utf-8", "replace") for one in found}


NEW = {"a.yaml": "new a", "b.yaml": "new b", "deep.yaml": "new", "client/package/new.py": "new client"}
PLACES = ("a.yaml", "b.yaml", "deep.yaml", "gone.yaml", "client")


def places(here: Path) -> Iterator[Path]:
    return (here / name for name in PLACES)


def test_all_come_and_go_and_nothing_is_left(place: Path) -> None:
    change(place)
    assert files(place) == NEW
    assert sorted(os.listdir(place)) == ["a.yaml", "b.yaml", "client", "deep.yaml"]


@pytest.mark.parametrize("fails", range(STEPS))
@pytest.mark.parametrize("how", [OSError, KeyboardInterrupt, MemoryError])
def test_where_one_cannot_come_none_does(
    place: Path, monkeypatch: pytest.MonkeyPatch, fails: int, how: type[BaseException]
) -> None:
    old = files(place)
    stop(monkeypatch, fails, lambda: how("no"))
    with pytest.raises(how):
        change(place)
    assert files(place) == old
    assert sorted(os.listdir(place)) == ["a.yaml", "b.yaml", "client", "gone.yaml"]


@pytest.mark.parametrize("fails", range(STEPS))
def test_an_interrupt_right_behind_a_swap_undoes_that_swap_too(
    place: Path, monkeypatch: pytest.MonkeyPatch, fails: int
) -> None:
    old, done = files(place), iter(range(100))

    def interrupted(one: Path, other: Path) -> None:
        swap(one, other)
        if next(done) == fails:
            raise KeyboardInterrupt

    monkeypatch.setattr(plan, "swap", interrupted)
    with pytest.raises(KeyboardInterrupt):
        change(place)
    assert files(place) == old


def stop(monkeypatch: pytest.MonkeyPatch, at: int, error: Callable[[], BaseException]) -> None:
    """Has the swap of that number fail, and those that undo the ones before it work."""
    left = iter(range(100))

    def stopped(one: Path, other: Path) -> None:
        if next(left) == at:
            raise error()
        swap(one, other)

    monkeypatch.setattr(plan, "swap", stopped)


KILLED = """
import os, signal, sys
from pathlib import Path
from jekyll_openapi.output import plan, swaps
from tests.output.test_together import change
at, how, here = int(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
if how == "in steps":
    swaps._exchange = lambda *_: False
left, swap = iter(range(100)), plan.swap
def stopped(one, other):
    if next(left) == at:
        os.kill(os.getpid(), signal.SIGKILL)
    swap(one, other)
plan.swap = stopped
change(here)
"""


def kill(here: Path, at: int, how: str = "at once") -> None:
    """Has a process of its own make the change, killed before the swap of that number."""
    command = [sys.executable, "-c", KILLED, str(at), how, str(here)]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, timeout=600, check=False)
    assert done.returncode == -9, done.stderr.decode()


@pytest.mark.parametrize("at", range(STEPS))
def test_what_a_kill_has_left_is_finished(place: Path, at: int) -> None:
    old = files(place)
    kill(place, at)
    if at:
        assert files(place).items() & old.items() != old.items()
    assert set(finish(places(place))) == {place / name for name in PLACES[at:]}
    assert files(place) == NEW
    assert sorted(os.listdir(place)) == ["a.yaml", "b.yaml", "client", "deep.yaml"]
    assert finish(places(place)) == ()


def test_what_is_killed_behind_the_last_swap_is_done(place: Path) -> None:
    """Its plan and its old files are still there."""
    kill(place, 0)
    [left] = place.glob(".*.plan")
    text = left.read_bytes()
    assert len(finish(places(place))) == STEPS
    left.write_bytes(text)
    assert finish(places(place)) == ()
    assert files(place) == NEW


def test_what_is_killed_before_its_plan_is_whole_is_not_begun(place: Path) -> None:
    old = files(place)
    kill(place, 0)
    [left] = place.glob(".*.plan")
    whole = left.read_bytes()
    for length in (0, 1, len(whole) // 2, len(whole) - 1):
        left.write_bytes(whole[:length])
        assert finish([place / "a.yaml"]) == ()
        assert not left.exists()
    finish(places(place))
    assert files(place) == old


TOUCHED: dict[str, Callable[[Path], object]] = {
    "a file that waits": lambda here: (here / "b.yaml").write_text("by hand"),
    "a file that is done": lambda here: (here / "a.yaml").write_text("by hand"),
    "a file that is new": lambda here: (here / "deep.yaml").write_text("by hand"),
    "the folder": lambda here: (here / "client" / "README.md").write_text("by hand"),
    "a new file in the folder": lambda here: (here / "client" / "notes.txt").write_text("mine"),
    "what was made": lambda here: next(here.glob(".b.yaml.*")).write_text("by hand"),
}


@pytest.mark.parametrize("what", TOUCHED)
def test_what_somebody_has_touched_since_is_not_finished(place: Path, what: str) -> None:
    kill(place, 1)
    TOUCHED[what](place)
    now = {name: text for name, text in files(place).items() if not name.startswith(".")}
    assert finish(places(place)) == ()
    assert files(place) == now


def test_a_cache_in_the_old_client_is_no_change(place: Path) -> None:
    kill(place, 1)
    (place / "client" / "package" / "__pycache__").mkdir()
    (place / "client" / "package" / "__pycache__" / "old.cpython-311.pyc").write_text("x")
    assert len(finish(places(place))) == STEPS - 1


def test_who_lost_the_old_folder_between_two_steps_gets_the_new_one(place: Path) -> None:
    """Where a system cannot swap two names, there is a moment without either."""
    kill(place, STEPS - 1, "in steps")
    (place / "client").rename(place / ".client.h00000000.00000000")
    assert finish(places(place)) == (place / "client",)
    assert (place / "client" / "package" / "new.py").read_text() == "new client"


def test_the_plan_of_another_host_is_not_finished(place: Path) -> None:
    """Its process may live, however old the plan is: locks are not always shared between hosts."""
    old = files(place)
    kill(place, 0)
    [left] = place.glob(".*.plan")
    left = left.rename(left.with_name(left.name.replace(staging._host(), "h00000000")))
    os.utime(left, (0, 0))
    assert finish(places(place)) == ()
    assert {name: text for name, text in files(place).items() if not name.startswith(".")} == old


@pytest.mark.parametrize("which", ["made", "beside", "place", "outside", "link"])
def test_a_plan_of_others_moves_nothing(place: Path, which: str) -> None:
    """As in an archive: names of any file, and what tells them apart happens to be right."""
    kill(place, 1)
    precious = place.parent / "precious"
    precious.write_text("mine")
    [left] = place.glob(".*.plan")
    rows = json.loads(left.read_text())
    if which == "beside":
        precious = place / "precious"
        precious.write_text("mine")
        rows.append([str(precious), str(place / "deep.yaml"), plan.identity(precious), ""])
    elif which == "made":
        rows.append([str(precious), str(place / "deep.yaml"), plan.identity(precious), ""])
    elif which == "place":
        rows.append([str(next(place.glob(".b.yaml.*"))), str(precious), "x", plan.identity(precious)])
    elif which == "outside":
        rows[1][1] = str(precious)
    else:
        next(place.glob(".b.yaml.*")).unlink()
        Path(rows[1][0]).symlink_to(precious)
        rows[1][2] = ""
    left.write_text(json.dumps(rows))
    assert finish(places(place)) == ()
    assert precious.read_text() == "mine"
    assert (place / "b.yaml").read_text() == "old b.yaml"


@pytest.mark.parametrize(
    "text", ["[]", "{}", "[[1]]", "[[1, 2, 3, 4]]", "null", "[" * 100_000, '[["a","b","c"]]', "\udcff"]
)
def test_a_plan_that_is_none_goes(place: Path, text: str) -> None:
    old = files(place)
    left = place / f".a.yaml.{staging._host()}.01234567.plan"
    left.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert finish(places(place)) == ()
    assert files(place) == old


def test_the_plan_of_a_living_process_stays(place: Path) -> None:
    asked: list[object] = []

    def look(one: Path, other: Path) -> None:
        asked.append((finish(places(place)), len(list(place.glob(".*.plan")))))
        swap(one, other)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plan, "swap", look)
        change(place)
    assert asked == [((), 1)] * STEPS
    assert files(place) == NEW


def test_one_file_alone_needs_no_plan(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan, "swap", lambda one, other: (found.extend(place.glob(".*.plan")), swap(one, other)))
    found: list[Path] = []
    write_texts({place / "a.yaml": "new"})
    assert found == []


def test_two_that_put_the_same_in_place_do_so_one_after_the_other(place: Path) -> None:
    """The second waits for the first, so that no mix of both stays."""
    first, second = threading.Event(), threading.Event()
    texts = [{place / name: str(number) for name in ("a.yaml", "b.yaml")} for number in range(2)]

    def slow(one: Path, other: Path) -> None:
        swap(one, other)
        if other.name == "a.yaml" and not first.is_set():
            first.set()
            second.wait(60)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plan, "swap", slow)
        threads = [threading.Thread(target=write_texts, args=(one,)) for one in texts]
        threads[0].start()
        assert first.wait(60)
        threads[1].start()
        threads[1].join(0.2)
        is_waiting = threads[1].is_alive()
        second.set()
        for one in threads:
            one.join(60)
    assert is_waiting
    assert [(place / name).read_text() for name in ("a.yaml", "b.yaml")] == ["1", "1"]


def test_who_waits_too_long_is_told(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staging, "_PATIENCE", 0.1)
    old = files(place)
    with staging.alone([place]), pytest.raises(OutputError, match="another run has been writing to"):
        change(place)
    assert files(place) == old


def test_what_was_not_put_goes(place: Path) -> None:
    old = files(place)

    def give_up() -> None:
        raise KilledError

    with suppress(KilledError):
        change(place, before_put=give_up)
    assert files(place) == old
