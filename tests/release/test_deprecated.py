"""The public names of the last release in the client of the next one: there, or kept with a word on what to use."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from jekyll_openapi.cli import main
from jekyll_openapi.openapi.names import from_json
from jekyll_openapi.release.aliases import Renames, deprecate, gone
from jekyll_openapi.release.state import read_release
from jekyll_openapi.runtime.deprecated import advice

Change = Callable[..., None]
NO_RENAMES = Renames({}, {})

USE = """
import importlib, inspect, json, re, sys, warnings

package = importlib.import_module(sys.argv[1])
names = json.loads(sys.argv[2])
client = [one for one in vars(importlib.import_module(f"{package.__name__}.clients")).values()
          if isinstance(one, type) and one.__module__.endswith(".clients") and one.__name__ in package.__all__]
sync = next(one for one in client if not one.__name__.startswith("Async"))(
    token="x", transport=package.testing.ExampleTransport())

def find(name):
    method = re.fullmatch(r"(\\w+)\\.(\\w+)(?:\\((\\w+)\\))?", name)
    if name.startswith("models."):
        found = package
        for part in name.split("."):
            holder, found = found, getattr(found, part)
        if isinstance(found, property):
            found.fget(object.__new__(holder))
    else:
        found = getattr(getattr(sync, method[1]), method[2])
        if method[3] and method[3] not in inspect.signature(found).parameters:
            found(**{method[3]: None})
        elif found.__doc__.startswith("`"):
            found()

told = {}
for name in names:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            find(name)
            ends = ""
        except Exception as problem:
            ends = f"{type(problem).__name__}: {problem}"
    told[name] = [[str(one.message) for one in caught if one.category is DeprecationWarning], ends]
print(json.dumps(told))
"""


def use(generated: Path, package: str, names: list[str]) -> Any:
    """For each name, what is warned and raised when a program of its own imports it."""
    done = subprocess.run(
        [sys.executable, "-c", USE, package, json.dumps(names)],
        env={**os.environ, "PYTHONPATH": str(generated)},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def run(generated: Path, program: str) -> list[str]:
    """The lines that a program prints that uses the client of the folder."""
    done = subprocess.run(
        [sys.executable, "-W", "always::DeprecationWarning", "-c", program],
        env={**os.environ, "PYTHONPATH": str(generated)},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def kept_names(folder: Path) -> list[str]:
    """The names that the last release has recorded."""
    kept = json.loads((folder / "spec" / "released" / "names.json").read_text("utf-8"))
    return list(from_json(kept["names"]).public())


@pytest.mark.parametrize(
    ("words", "successors"),
    [
        ({"path": "/a/put"}, {"a.set": "a.put?", "models.Set": "models.Put"}),
        ({"path": "/b/set"}, {"a.set": "b.set?"}),
        ({"size": "amount"}, {"a.set(size)": "a.set(amount)?", "models.Set.size": "models.Set.amount?"}),
        ({"state": "done"}, {"models.Done.ok": "models.Done.done"}),
        ({"name": "Result"}, {"models.Done": "models.Result"}),
        ({"sell": "Short"}, {"models.Side.SELL": ""}),
    ],
    ids=["operation", "group", "parameter", "field", "model", "value"],
)
def test_every_name_of_the_last_release_is_there_or_says_what_to_use(
    released: Path, change: Change, words: dict[str, str], successors: Mapping[str, str]
) -> None:
    names = kept_names(released)
    change(**words)
    assert main(["release"]) == 0
    told = use(released / "generated", "small_client", names)
    warned = {name: warnings for name, (warnings, _) in told.items() if warnings}
    assert {name: raised for name, (warned, raised) in told.items() if raised and not warned} == {}
    assert {name: set(one) for name, one in warned.items() if name in successors} == {
        name: {f"`{name}` is gone since 0.2.0: {advice(now.rstrip('?'), '?' in now)}"}
        for name, now in successors.items()
    }
    assert {name.split("(")[0] for name in warned} <= {
        *(name.split("(")[0] for name in successors),
        *(one for one in names if one.startswith(tuple(f"{name}." for name in successors))),
    }


PROGRAM = """
import small_client
from small_client.models import Done, Side
transport = small_client.testing.ExampleTransport()
api = small_client.Small(token="x", transport=transport)
def end(work):
    try:
        print(work())
    except Exception as problem:
        print(f"{type(problem).__name__}: {str(problem).splitlines()[0]}")
end(lambda: bool(api.a.set(account_id=1, side="Buy", size=3)) and transport.requests[-1].content)
end(lambda: api.a.set(account_id=1, side="Buy", size=3, amount=4))
end(lambda: api.raw.a.set(account_id=1, side="Buy", size=3).status)
end(lambda: Done(ok=True).ok)
end(lambda: (Side.SELL == "Sell", Side.SELL.is_known))
end(lambda: api.a.set(account_id=1, side=Side.SELL))
print(len(transport.requests))
"""
REFUSED = "RequestInvalid: a.set: not sent: side must be 'Buy' or 'Short', got 'Sell' (set.md:21)"


def test_what_only_reads_goes_on_under_its_old_name(released: Path, change: Change) -> None:
    base = released / "spec" / "base.yaml"
    base.write_text(base.read_text("utf-8").replace("trade:", "read:"), "utf-8")
    change(size="amount", sell="Short", state="done")
    assert main(["release"]) == 0
    assert run(released / "generated", PROGRAM) == [
        """b'{"accountId":1,"amount":3,"side":"Buy"}'""",
        "TypeError: `a.set(size)` is gone since 0.2.0: use `a.set(amount)`",
        "200",
        "True",
        "(True, False)",
        REFUSED,
        "2",
    ]


def test_no_request_that_changes_something_is_sent_on_a_conclusion(released: Path, change: Change) -> None:
    change(size="amount", sell="Short", state="done")
    assert main(["release"]) == 0
    said = "`a.set(size)` is gone since 0.2.0: `a.set(amount)` seems to take its place; use it if it means the same"
    assert run(released / "generated", PROGRAM) == [
        *[f"TypeError: {said}"] * 3,
        "True",
        "(True, False)",
        REFUSED,
        "0",
    ]


def test_a_method_that_nothing_replaces_raises_and_sends_nothing(released: Path, change: Change) -> None:
    change(path="/b/other", size="amount")
    assert main(["release"]) == 0
    program = """
import small_client
transport = small_client.testing.ExampleTransport()
for api in (small_client.Small(token="x", transport=transport), small_client.Small(token="x", transport=transport).raw):
    try:
        api.a.set(account_id=1, side="Buy")
    except AttributeError as problem:
        print(problem)
print(len(transport.requests))
"""
    text = "`a.set` is gone since 0.2.0: nothing takes its place"
    assert run(released / "generated", program) == [text, text, "0"]


def test_a_name_is_kept_until_the_next_breaking_release(released: Path, change: Change) -> None:
    change(size="amount")
    assert main(["release"]) == 0
    spec = released / "spec" / "openapi.yaml"
    change(size="amount", remark="Other words.")
    assert main(["release"]) == 0
    minor = read_release(spec)
    change(size="amount", remark="Other words.", state="done")
    assert main(["release"]) == 0
    breaking = read_release(spec)
    assert minor
    assert breaking
    assert (minor.version, breaking.version) == ("0.2.1", "0.3.0")
    assert [one["name"] for one in minor.deprecated] == ["a.set(size)", "models.Set.size"]
    assert [one["name"] for one in breaking.deprecated] == ["models.Done.ok"]


OLD = {"a.set": "POST /a/set", "a.set(x)": "x", "models.A": "A", "models.A.x": "x"}


def test_what_belongs_to_a_name_that_is_gone_goes_with_it() -> None:
    assert gone(OLD, {"models.A": "A"}) == ("a.set", "models.A.x")


def test_a_name_that_has_come_back_is_no_alias_any_more() -> None:
    kept = ({"name": "models.B", "since": "1.0.0", "now": "models.A", "word": "B"},)
    assert deprecate("1.1.0", kept, OLD, OLD | {"models.B": "B"}, NO_RENAMES) == ()


def test_an_alias_follows_the_name_that_it_leads_to() -> None:
    kept = ({"name": "models.B", "since": "1.0.0", "now": "models.A", "word": "B"},)
    new = {"a.set": "POST /a/set", "models.C": "C"}
    found = deprecate("1.1.0", kept, OLD, new, Renames({"A": "C"}, {}))
    assert [(one["name"], one["now"]) for one in found if one["name"].startswith("models.")] == [
        ("models.A", "models.C"),
        ("models.B", "models.C"),
    ]


def test_the_client_of_this_repository_has_every_name_of_its_last_release(root: Path) -> None:
    if not (root / "spec" / "released" / "names.json").is_file():
        pytest.skip("this repository has made no release yet (spec/released)")
    told = use(root / "generated", "tradovate_client", kept_names(root))
    assert {name: raised for name, (warned, raised) in told.items() if raised and not warned} == {}
