"""ARCHITECTURE.md and CONTRIBUTING.md name files, rooms and names in files: each is there."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "generator" / "src" / "jekyll_openapi"
PAGES = ("ARCHITECTURE.md", "CONTRIBUTING.md")
FILE = r"(?:[\w.-]+/)+[\w.-]*|[\w-]+\.(?:py|md|toml|yaml|txt)"
NAMED = [(page, name) for page in PAGES for name in re.findall(rf"`({FILE})`", (ROOT / page).read_text("utf-8"))]
IN_FILES = re.findall(rf"`([^`\n]+)` in `({FILE})`", " ".join((ROOT / "CONTRIBUTING.md").read_text("utf-8").split()))


def place(name: str) -> Path:
    """The file of that name in the repository, else in the generator's package."""
    return ROOT / name if (ROOT / name).exists() else SOURCE / name


@pytest.mark.parametrize(("page", "name"), NAMED, ids=lambda one: one)
def test_a_named_file_exists(page: str, name: str) -> None:
    assert place(name).exists(), f"{page} names {name}"


@pytest.mark.parametrize(("name", "file"), IN_FILES, ids=lambda one: one)
def test_a_name_stands_in_the_file(name: str, file: str) -> None:
    assert name in place(file).read_text("utf-8")


def test_there_are_three_walked_examples_with_places() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8").partition("## Three common changes")[2].partition("\n## ")[0]
    examples = text.split("\n### ")[1:]
    assert len(examples) == 3
    assert all(" in `" in example and "tests/" in example for example in examples)


def test_the_rooms_are_those_of_the_layers_in_their_order() -> None:
    layers = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"][0][
        "layers"
    ]
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8").partition("## The rooms")[2].partition("\n## ")[0]
    shown = [sorted(re.findall(r"\*\*`(\w+)`\*\*", item)) for item in re.split(r"^- ", text, flags=re.MULTILINE)[1:]]
    assert shown == [sorted(layer.split(" | ")) for layer in layers]


def test_the_row_is_the_one_of_the_readme() -> None:
    row = re.search(r"^\| `price` .*$", (ROOT / "ARCHITECTURE.md").read_text("utf-8"), re.MULTILINE)
    assert row
    assert row[0] in (ROOT / "README.md").read_text("utf-8")
