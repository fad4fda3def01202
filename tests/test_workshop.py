"""The workshop itself: locks without addresses, complete; every target explained."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LOCKED = re.compile(r"^(\S+)==([^ ;]+)(?: ;.*)? \\$", re.M)


@pytest.fixture
def locked(root: Path) -> dict[str, str]:
    """The version of each package in requirements.txt."""
    return dict(LOCKED.findall((root / "requirements.txt").read_text("utf-8")))


def asked_for(root: Path) -> list[Requirement]:
    """What requirements.in and the two distributions ask for."""
    lines = (root / "requirements.in").read_text("utf-8").splitlines()
    texts = [line for line in lines if line and not line.startswith("#")]
    for project in ("generator", "generated"):
        table = tomllib.loads((root / project / "pyproject.toml").read_text("utf-8"))
        texts += table["project"]["dependencies"]
    return [Requirement(text) for text in texts]


def test_locks_name_versions_and_hashes_and_no_address(root: Path) -> None:
    text = (root / "requirements.txt").read_text("utf-8")
    assert "://" not in text
    for block in re.split(r"\n(?=\S)", text)[1:]:
        if not block.startswith("#"):
            assert LOCKED.match(block)
            assert "--hash=sha256:" in block
    packages = json.loads((root / "tests" / "tools" / "package-lock.json").read_text("utf-8"))["packages"]
    assert [
        name for name, entry in packages.items() if name and ("resolved" in entry or "integrity" not in entry)
    ] == []


def test_the_lock_holds_all_that_is_asked_for(root: Path, locked: dict[str, str]) -> None:
    names = {one: canonicalize_name(one.name) for one in asked_for(root)}
    wrong = [str(one) for one, name in names.items() if name not in locked or locked[name] not in one.specifier]
    assert wrong == []


def test_help_lists_every_target(root: Path) -> None:
    text = (root / "Makefile").read_text("utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", text, re.M)
    assert phony is not None
    assert sorted(phony[1].split()) == sorted(re.findall(r"^([a-z-]+):.*## \S", text, re.M))
