"""The quick look for words of security passes by no sentence that says something of it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jekyll_openapi.api import security
from tests.api.small import make, operation


@given(st.from_regex(security._OPEN.pattern) | st.from_regex(security._SECURED.pattern))
def test_what_says_something_of_security_has_one_of_the_words(words: str) -> None:
    assert security._may_tell(words)


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("**Auth required** : NO", True),
        ("**Auth required:** no", True),
        ("Authentication required? No", True),
        ("**Requires auth:** false", True),
        ("Token needed: none", True),
        ("**Auth required** : YES", False),
        ("**Auth required** : no, except for drafts", False),
        ("Requires authentication: yes", False),
    ],
)
def test_a_label_says_whether_a_token_is_needed(tmp_path: Path, text: str, is_open: bool) -> None:
    made = make(tmp_path, f"---\ntitle: X\n---\n## `GET /a`\n\nLists.\n\n{text}\n")
    assert operation(made, "GET /a")["security"] == ([] if is_open else [{"bearer": []}])
    assert "unstated-security" not in {one.rule.name for one in made.findings}
