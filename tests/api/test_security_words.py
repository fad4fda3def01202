"""The quick look for words of security passes by no sentence that says something of it."""

from hypothesis import given
from hypothesis import strategies as st

from jekyll_openapi.api import security


@given(st.from_regex(security._OPEN.pattern) | st.from_regex(security._SECURED.pattern))
def test_what_says_something_of_security_has_one_of_the_words(words: str) -> None:
    assert security._may_tell(words)
