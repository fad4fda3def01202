"""Random remarks and cells made of the words for limits, values and rules are either read or reported."""

from hypothesis import given
from hypothesis import strategies as st

from tests.api.test_conditions import _read
from tests.api.test_remarks import read as read_remark

WORDS = st.sampled_from(
    [
        "must",
        "be",
        "at",
        "most",
        "least",
        "between",
        "1",
        "and",
        "5",
        "or",
        "to",
        "from",
        "characters",
        "digits",
        "`a`",
        "`price`",
        '"x"',
        "(",
        ")",
        "[",
        "]",
        ",",
        ".",
        ";",
        ":",
        "-",
        "not",
        "never",
        "required",
        "optional",
        "unless",
        "if",
        "when",
        "only",
        "one",
        "of",
        "either",
        "both",
        "positive",
        "non-empty",
        "default",
        "0.5",
        "<=",
        ">",
        "null",
        "multiple",
        "match",
        "`^a$`",
        "exclusive",
        "up",
        "limit",
        "length",
        "value",
        "values",
        "3-letter",
        "e.g.",
        "each",
        "99999999999999999999999999999",
        "-1",
        "+",
        "%",
    ]
)
TYPES = st.sampled_from(["string", "number", "int", "string[]", "boolean", "string or null", "object", '`"x"` `"y"`'])
SENTENCES = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)


@given(TYPES, SENTENCES)
def test_any_remark_is_read_or_reported(type_: str, remark: str) -> None:
    assert read_remark(type_, remark)


@given(SENTENCES)
def test_any_rule_is_read_or_reported(remark: str) -> None:
    assert _read(remark)
