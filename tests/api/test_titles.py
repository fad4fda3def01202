"""A title is compared with the patterns of a setting as one expression of all of them would compare it."""

import re
from itertools import product

import pytest

from jekyll_openapi.api.setting_patterns import matches

PARTS = (
    "a", "b", " ", "ab", "-", "_", "A", "\\w", "\\|", "[ab]", "[|]", "(a|b)", "(?:ab)?", "(b )?", ".*", "a?", "b{0,2}",
    "|", "|b", "é", "s", "k", "\\(", "a\\(", "a[(]",
)  # fmt: skip
LETTERS = ("a", "b", "A", "s", "\u017f", "\u212a", " ", "-", "|", "é", "É", "(", "\n")
TEXTS = ["".join(letters) for size in range(4) for letters in product(LETTERS[:3], repeat=size)]
TEXTS += [f"{one}{other}{end}" for one, other in product(LETTERS, repeat=2) for end in ("", "a")]


@pytest.mark.parametrize("first", PARTS)
def test_a_title_is_compared_as_one_expression_would(first: str) -> None:
    for second, others in product(("", *PARTS), ((), ("ba",), ("b(a|b)",))):
        patterns = (f"{first}{second}", *others)
        expression = re.compile("|".join(f"(?:{one})" for one in patterns), re.DOTALL | re.IGNORECASE)
        for text in TEXTS:
            assert matches(patterns, text) is bool(expression.fullmatch(text.strip())), (patterns, text)
