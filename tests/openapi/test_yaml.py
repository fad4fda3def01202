"""Our own writer of YAML: the bytes are those of libyaml, whatever is written."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from jekyll_openapi.openapi.block_yaml import written
from jekyll_openapi.openapi.libyaml import by_libyaml
from jekyll_openapi.openapi.yaml import dump
from tests.sampling import examples

WORDS = st.sampled_from([
    "a", "the", "Order", "`price`", "is", "required", "when", "#", "# x", ":", "a:", "::", "-", "--", "---", "...", "?",
    "'", '"', "it's", "yes", "No", "null", "~", "1", "1.5", "0x1F", "1e3", "2026-01-01", "12:30", "<<", "=", "[x]",
    "{y}", "*b", "&c", "!d", "|", ">", "%e", "@f", ",", "g,h", "\\", "é", "“q”", "😀", "\u2028", "\t", "x" * 130, 
    "/a/b.md:12", "#/components/schemas/Order", "true", ".5", "0o17", "", " ", "  ",
])  # fmt: skip
LINES = st.lists(WORDS, max_size=40).map(" ".join)
TEXTS = LINES | st.lists(LINES, max_size=4).map("\n".join) | st.text(max_size=12) | WORDS
SCALARS = (
    TEXTS
    | st.integers()
    | st.booleans()
    | st.none()
    | st.floats()
    | st.decimals(allow_nan=False, allow_infinity=False, places=3)
)
CONTENT = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS | st.integers(), inner, max_size=4),
    max_leaves=25,
)


@settings(max_examples=examples(500), deadline=None)
@given(st.dictionaries(TEXTS, CONTENT, max_size=5))
@example({"a": "x" * 119 + " y"})
@example({"a": {"b": [[["word " * 40]], {"c": "it's " * 50}]}, "k" * 129: 1})
@example({"a": "one\n\n  two\nthree", "b": "one\n", "c": "\n", "d": " one\ntwo", "e": "one \ntwo", "f": "one\n\n"})
@example({"a": Decimal("1.50"), "b": Decimal("100"), "c": {}, "d": [], "e": [{}, []]})
def test_the_bytes_are_those_of_libyaml(content: dict[str, Any]) -> None:
    expected = by_libyaml(content)
    assert dump(content) == expected
    assert written(content) in (None, expected)


@given(st.lists(WORDS.filter(lambda word: word.isprintable() and word.isascii()), min_size=1, max_size=60))
def test_a_folded_text_is_those_words(words: list[str]) -> None:
    content = {"a": [{"b": " ".join(words)}]}
    assert yaml.safe_load(dump(content)) == content


@pytest.mark.parametrize("name", ["openapi.yaml", "openapi-3.0.yaml", "asyncapi.yaml"])
def test_what_we_publish_needs_no_libyaml(name: str, root: Path) -> None:
    content = yaml.load((root / "spec" / name).read_text("utf-8"), Loader=yaml.CBaseLoader)
    assert written(content) == by_libyaml(content)
