"""Types in words are looked for only behind a word that can begin one."""

from itertools import product

import pytest

from jekyll_openapi.api import type_spellings
from jekyll_openapi.api.tokens import tokens
from jekyll_openapi.api.type_spellings import spelled
from jekyll_openapi.diagnostics import Location
from jekyll_openapi.pages.document import Text

WORDS = (
    "signed", "unsigned", "8", "64", "64-bit", "-", "bit", "bits", "integer", "int", "float", "floating", "point",
    "number", "double", "single", "precision", "double-precision", "array", ",",
)  # fmt: skip


def test_no_other_word_begins_a_type_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    written = (
        (Text(" ".join(words), Location("a.md", 1)),) for length in (1, 2, 3) for words in product(WORDS, repeat=length)
    )
    cases = [tokens(spans) for spans in written]
    found = [spelled(one) for one in cases]
    monkeypatch.setattr(type_spellings, "_STARTS", ("",))
    assert found == [spelled(one) for one in cases]
    assert sum(one != other for one, other in zip(cases, found, strict=True)) > 100
