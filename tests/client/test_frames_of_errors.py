"""If a constructor raises, no traceback frame holds a token or password."""

from __future__ import annotations

from typing import Any

import pytest

from tests.client.conftest import Driver
from tests.client.losing import CREDENTIALS

SECRET = "to-ken-that-nobody-sees"
GIVEN: list[dict[str, Any]] = [
    {"token": f"{SECRET} with a space"},
    {"token": SECRET, "credentials": CREDENTIALS},
    {"token": SECRET, "responses": "loose"},
    {"token": SECRET, "environment": "moon"},
    {"token": SECRET, "base_url": "ftp://somewhere"},
    {"token": SECRET, "in_doubt": "{"},
    {"credentials": 5},
    {"credentials": CREDENTIALS, "state": "/dev/null/state.json"},
]


@pytest.mark.parametrize("given", GIVEN, ids=range(len(GIVEN)))
def test_a_constructor_that_refuses_keeps_no_secret_in_its_frames(driver: Driver, given: dict[str, Any]) -> None:
    made = driver.package.Sample if driver.kind == "sync" else driver.package.AsyncSample
    with pytest.raises((ValueError, TypeError, OSError)) as caught:
        made(**given)
    shown = [
        f"{entry.name}.{name}: {value!r}"
        for entry in caught.traceback[1:]
        for name, value in entry.frame.f_locals.items()
    ]
    assert any("Sample that was not made" in one for one in shown)
    for secret in (SECRET, "the-password", "the-secret"):
        assert secret not in "\n".join([*shown, str(caught.value)])
    assert caught.value.__context__ is None
