"""Tokens that hold no sign of a limit hold no limit."""

import random
from contextlib import suppress

from jekyll_openapi.api.limits import UnfitLimitError, may_state, read_limit
from jekyll_openapi.api.tokens import tokens
from jekyll_openapi.diagnostics import Location
from jekyll_openapi.pages.document import Text

WORDS = (
    *("at least", "at most", "max", "minimum", "more than", "length", "exactly", "between", "and", "to", "from", "in"),
    *("range", "[", "]", "(", ")", "..", "<", "<=", ">", "+", "multiple of", "positive", "non-empty", "not", "be"),
    *("empty", "never", "zero", "or", "negative", "one", "ten", "3", "64", "1.5", "3-digit", "three-letter", "the"),
    *(
        "characters",
        "items",
        "decimals",
        "digits",
        "of",
        ":",
        "=",
        "is",
        "long",
        "each",
        "inclusive",
        "value",
        "x",
        "%",
    ),
)


def test_no_limit_is_read_where_nothing_may_state_one() -> None:
    some = random.Random(1)
    passed = 0
    for _ in range(20_000):
        found = tokens((Text(" ".join(some.choices(WORDS, k=some.randint(1, 6))), Location("a.md")),))
        if may_state(found):
            continue
        passed += 1
        for at in range(len(found)):
            with suppress(UnfitLimitError):
                assert read_limit(found[at:]) is None, found
    assert passed > 2_000
