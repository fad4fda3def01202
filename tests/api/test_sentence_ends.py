"""A sentence ends at the marks that the grammar, written out plainly, names."""

import re

from hypothesis import given
from hypothesis import strategies as st

from jekyll_openapi.api.sentences import _END

_PLAIN = re.compile(
    r"(?<!\be\.g)(?<!\bi\.e)(?<!\bmax)(?<!\bmin)(?<!\bapprox)(?<!\bincl)[.;!]+[)*_~]*(?=\s+[^\sa-z\d]|\s*$)|;(?=\s)|^\n$"
)
_PIECES = ("e.g", "i.e", "max", "min", "approx", "incl", ".", ";", "!", " ", "\n", "A", "b", "1", ")", "*", "_")


@given(st.lists(st.sampled_from(_PIECES), max_size=12).map("".join))
def test_sentences_end_where_the_plain_grammar_says(text: str) -> None:
    assert [one.span() for one in _END.finditer(text)] == [one.span() for one in _PLAIN.finditer(text)]
