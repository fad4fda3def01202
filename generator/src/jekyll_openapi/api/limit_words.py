"""The vocabulary of limits (bounds, signs, steps, units), and functions that match tokens against it."""

from decimal import Decimal

from jekyll_openapi.api.tokens import Token

_MORE = ["more", "longer", "greater", "larger", "higher", "bigger"]
_LESS = ["less", "fewer", "shorter", "smaller", "lower"]
_NOT = (
    "no {} than",
    "not {} than",
    "not be {} than",
    "not have {} than",
    "not contain {} than",
    "not any {} than",
    "never be {} than",
    "never {} than",
)
_OR_EQUAL = ("{} than or equal to", "{} or equal to", "{} than or equals")
BOUNDS: dict[str, tuple[str, ...]] = {
    "high": (
        "max", "maxlength", "maximum", "maximal", "at most", "up to", "not exceed", "never exceed", "not exceeding",
        "limited to", "not above", "not be above", "not over", "never above", "never over", "limit of", "capped at",
        "limit :", "limit is", "<=", "=<", *(one.format(word) for one in _NOT for word in _MORE),
        *(one.format(word) for one in _OR_EQUAL for word in _LESS),
    ),
    "low": (
        "min", "minlength", "minimum", "minimal", "at least", "not below", "not be below", "never below", ">=", "=>",
        *(one.format(word) for one in _NOT for word in _LESS),
        *(one.format(word) for one in _OR_EQUAL for word in _MORE),
    ),
    "above": (*(f"{word} than" for word in _MORE), "above", "over", ">"),
    "below": (*(f"{word} than" for word in _LESS), "below", "under", "<"),
}  # fmt: skip
AFTER: dict[str, tuple[str, ...]] = {
    "high": ("max", "maximum", "at most", "or less", "or fewer", "or shorter", "or lower", "or below", "limit"),
    "low": ("min", "minimum", "at least", "or more", "or longer", "or greater", "or higher", "or above", "and up"),
}
PHRASES: dict[str, list[tuple[tuple[str, ...], str]]] = {}
"""First word -> the phrases that begin with it, longest first, each with the bound that it states."""
for _end, _phrases in BOUNDS.items():
    for _words in (tuple(phrase.split()) for phrase in _phrases):
        PHRASES.setdefault(_words[0], []).append((_words, _end))
for _several in PHRASES.values():
    _several.sort(key=lambda one: -len(one[0]))
MEASURES = {"length": "chars", "size": "", "value": "", "number": "", "count": "", "amount": "", "allowed": ""}
_UNITS: dict[str, str] = {
    **dict.fromkeys(
        ("chars", "char", "characters", "character", "letters", "letter", "digits", "digit", "long"), "chars"
    ),
    **dict.fromkeys(("items", "item", "elements", "element", "entries", "entry", "members"), "items"),
    **dict.fromkeys(("decimals", "decimal", "decimal places", "decimal digits", "decimal place"), "decimals"),
    **dict.fromkeys(("fraction digits", "fractional digits", "places"), "decimals"),
    **dict.fromkeys(("digits after the decimal point", "digits behind the decimal point"), "decimals"),
}
_NAMES = sorted(_UNITS, key=lambda name: -len(name.split()))
_UNIT_STARTS = frozenset(name.split()[0] for name in _UNITS)
_ADJECTIVES = (
    "alphanumeric", "numeric", "ascii", "unicode", "utf-8", "printable", "hexadecimal", "hex", "lowercase", "uppercase",
    "alphabetic", "latin", "unique", "different", "distinct",
)  # fmt: skip
MONEY = ("$", "\u20ac", "\u00a3")
ALLOWED = ("allowed", "permitted", "possible", "accepted", "supported")
_TAILS = (("long",), ("in", "length"), ("each",))
EMPTY = ("low", Decimal(1))
SIGNS: dict[str, tuple[str, Decimal]] = {
    **dict.fromkeys(("non-empty", "nonempty", "non-blank", "not empty", "never empty"), EMPTY),
    **dict.fromkeys(("not be empty or null", "not be null or empty", "not be empty", "not be blank"), EMPTY),
    "non-negative": ("low", Decimal(0)),
    "nonnegative": ("low", Decimal(0)),
    "not negative": ("low", Decimal(0)),
    "not be negative": ("low", Decimal(0)),
    "not be negative or zero": ("above", Decimal(0)),
    "not be zero or negative": ("above", Decimal(0)),
    "positive or zero": ("low", Decimal(0)),
    "zero or positive": ("low", Decimal(0)),
    "negative or zero": ("high", Decimal(0)),
    "zero or negative": ("high", Decimal(0)),
    "never negative": ("low", Decimal(0)),
    "not be positive": ("high", Decimal(0)),
    "never positive": ("high", Decimal(0)),
    "positive": ("above", Decimal(0)),
    "negative": ("below", Decimal(0)),
}
SIGNS = dict(sorted(SIGNS.items(), key=lambda one: -len(one[0])))
SIGN_STARTS = frozenset(phrase.split()[0] for phrase in SIGNS)


ENDS = ("<", "<=", "=<")
OPEN = {"inclusive": False, "included": False, "inclusively": False, "exclusive": True, "excluded": True}
STEPS = (
    *((word, "of") for word in ("multiple", "multiples", "increments", "steps", "step", "increment")),
    ("divisible", "by"),
)
STEP_STARTS = frozenset(words[0] for words in STEPS)


def begins(tokens: tuple[Token, ...], words: tuple[str, ...]) -> bool:
    """Whether the tokens begin with the words."""
    if len(tokens) < len(words):
        return False
    for token, word in zip(tokens, words, strict=False):
        if token.kind not in ("word", "sign") or token.folded.rstrip(".") != word:
            return False
    return True


def skipped(tokens: tuple[Token, ...], at: int, words: tuple[str, ...]) -> int:
    """The index after any of the words, each of which is optional."""
    while at < len(tokens) and tokens[at].kind in ("word", "sign") and tokens[at].folded in words:
        at += 1
    return at


def read_unit(tokens: tuple[Token, ...]) -> tuple[str, int]:
    """The unit that the tokens begin with (empty if there is none), and its number of tokens."""
    if len(tokens) > 1 and tokens[0].folded in _ADJECTIVES:
        unit, length = read_unit(tokens[1:])
        return unit, length + 1 if unit else 0
    if not tokens or tokens[0].folded.rstrip(".") not in _UNIT_STARTS:
        return "", 0
    for name in _NAMES:
        words = tuple(name.split())
        if begins(tokens, words):
            behind = tokens[len(words) :]
            tail = next((len(tail) for tail in _TAILS if _UNITS[name] != "decimals" and begins(behind, tail)), 0)
            return _UNITS[name], len(words) + tail
    return "", 0
