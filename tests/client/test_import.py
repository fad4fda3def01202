"""Importing the client loads few modules."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("httpx", "jsonschema_rs", "sample_client.models.account", "sample_client.runtime.sync_client")


def imported(code: str, distribution: Path) -> set[str]:
    """The modules loaded after running the code."""
    program = f"import sys, json\n{code}\nprint(json.dumps(sorted(sys.modules)))"
    environment = {**os.environ, "PYTHONPATH": str(distribution)}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


@pytest.mark.parametrize(
    ("code", "absent"),
    [
        ("import sample_client", HEAVY),
        ("from sample_client import errors", HEAVY),
        ("from sample_client import Sample", ("sample_client.models.account", "sample_client.groups.order")),
        ("from sample_client.models import Action", ("httpx", "jsonschema_rs", "sample_client.models.account")),
        ("from sample_client import Sample; Sample(token='t').account", ("sample_client.models.place_oco",)),
    ],
)
def test_only_what_is_used_is_imported(code: str, absent: tuple[str, ...], distribution: Path) -> None:
    assert imported(code, distribution).isdisjoint(absent)


def test_every_public_name_is_there(package: object) -> None:
    for name in package.__all__:  # type: ignore[attr-defined]
        assert getattr(package, name) is not None
    assert set(package.__all__) <= set(dir(package))  # type: ignore[attr-defined]
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        package.nothing  # type: ignore[attr-defined] # noqa: B018


def test_the_runtime_knows_no_service() -> None:
    folder = Path(__file__).parents[2] / "generator" / "src" / "jekyll_openapi" / "runtime"
    words = (
        "tradovate",
        "clordid",
        "p-ticket",
        "p-time",
        "failurereason",
        "accesstoken",
        "placeoco",
        "demo",
        "sample_",
    )
    # The make-believe market is that of one service, and goes out with clients that trade alone.
    for path in (one for one in folder.rglob("*.py") if not one.name.startswith(("fake_", "marks"))):
        text = path.read_text().lower()
        assert [word for word in words if word in text] == [], path.name
