"""Finds what a sentence states of its property, and no description can hold or no reader reads.

    Not before 2020-01-01.      a limit of a date
    Letters and digits only.    the characters of a text, in words
    Odd numbers only.           the form of a number, in words
    Immutable.                  what may change
    Nur mit `way`.              another language

Each sentence is looked at once: few hold one of the words on which everything here depends.
"""

from jekyll_openapi.api.limit_exceptions import inner_of
from jekyll_openapi.api.model import Primitive, Schema
from jekyll_openapi.api.sentences import Sentence
from jekyll_openapi.diagnostics import Rule
from jekyll_openapi.patterns import regex
from jekyll_openapi.rules import UNREAD_TEXT, UNREADABLE_LIMIT, UNREADABLE_RULE

_TIMES = frozenset(
    (
        "before", "after", "earlier", "later", "past", "future", "ahead", "ago", "old", "older", "newer", "today",
        "between",
    )
)  # fmt: skip
_CHARACTERS = frozenset(
    (
        "letters", "digits", "alphanumeric", "alphanumerics", "uppercase", "upper-case", "lowercase", "lower-case",
        "ascii", "hexadecimal", "hex", "numeric", "spaces", "whitespace", "punctuation", "symbols", "characters",
        "capitals",
    )
)  # fmt: skip
_NUMBERS = frozenset(("even", "odd", "prime"))
_CHANGES = frozenset(("immutable", "changed", "modified", "write-once", "unchangeable"))
_FOREIGN = frozenset(
    (
        "höchstens", "maximal", "mindestens", "zwischen", "bis", "standard", "standardwert", "vorgabe", "nur",
        "erforderlich", "pflicht", "muss", "entweder", "wenn", "kleiner", "grösser", "au", "moins",
        "entre", "défaut", "obligatoire", "requis", "doit", "seulement", "soit", "lorsque", "máximo", "mínimo",
        "menos", "defecto", "predeterminado", "obligatorio", "requerido", "debe", "solo", "sólo", "cuando", "hasta",
    )
)  # fmt: skip
"""Words that state a limit, a default or a rule in German, French or Spanish."""
_IN_ENGLISH_TOO = frozenset(("standard", "solo"))
_COUPLED = frozenset(("ist", "es", ":", "=", "con", "se"))
"""What stands behind a word of both languages where it is no English: `Standard ist 3`, not `Standard lot size 100`."""
_ENGLISH = frozenset(("the", "is", "of", "and", "to", "for", "with", "only"))
_LEADS = frozenset(
    (
        "must", "may", "can", "should", "shall", "has", "needs", "not", "never", "no", "only", "be", "on", "at", "up",
        "max", "max.", "maximum", "min", "min.", "minimum", "earliest", "latest", "in", *_TIMES, "without", "contain",
        "contains", "consists", *_CHARACTERS,
    )
)  # fmt: skip
"""Words that a limit in words begins with; all other sentences need no closer look."""
_LIMIT_OF_TIME = regex(
    r"(?:(?:must|may|can|should|shall|has to|needs to) )?(?:not |never |no |only )?(?:be )?(?:on or )?"
    r"(?:at most|at least|up to|max\w*|min\w*|earliest|latest|in the|before|after|earlier|later|older|newer|"
    r"between)\b.*"
)
_ONLY_CHARACTERS = regex(
    r"(?:only|no|without|must (?:be|consist of|contain)|(?:may|can) (?:only )?contain|contains?|consists? of)\b.*|"
    r".*\bonly|(?:upper|lower)-?case|alphanumeric|numeric|hexadecimal|hex|ascii"
)
_SUCH_NUMBERS = regex(
    r"(?:only |(?:must|has to) be )?(?:an? )?(?:even|odd|prime)(?: (?:numbers?|integers?|values?|ones))?(?: only)?"
)
_UNCHANGING = regex(
    r"^(?:(?:it is |is )?(?:immutable|write-once|unchangeable)|"
    r"(?:it )?(?:can|may|must) (?:not|never) be (?:changed|modified))\b.*",
    begins=("it ", "is ", "immutable", "write-once", "unchangeable", "can ", "may ", "must "),
)
_WORDS = _TIMES | _CHARACTERS | _NUMBERS | _CHANGES | _FOREIGN


def unread(sentence: Sentence, schema: Schema) -> tuple[Rule, str, str] | None:
    """The rule, the problem and the hint of a finding about a sentence that no reader has read; None if it states
    nothing that should be."""
    said = _WORDS.intersection(one.folded for one in sentence.tokens)
    if not said:
        return None
    inner, words = inner_of(schema), sentence.words.strip(" .*_")
    if isinstance(inner, Primitive) and inner.type == "string" and words.split(" ", 1)[0] in _LEADS:
        is_time = inner.format in ("date", "date-time")
        if is_time and said & _TIMES and _LIMIT_OF_TIME.fullmatch(words):
            return UNREADABLE_LIMIT, "a limit of a date is in no schema", "the service alone refuses other dates"
        is_open = not inner.format and not inner.pattern
        if is_open and said & _CHARACTERS and _ONLY_CHARACTERS.fullmatch(words):
            return UNREADABLE_LIMIT, "characters are told in words", "write ``Must match `^[a-z]+$`.``"
    if isinstance(inner, Primitive) and said & _NUMBERS and _SUCH_NUMBERS.fullmatch(words):
        return UNREADABLE_LIMIT, "which numbers are good is told in words", "write `multiple of 2`"
    if said & _CHANGES and _UNCHANGING.fullmatch(words):
        return UNREADABLE_RULE, "no schema says that a value never changes", "name the operations that do not take it"
    if said & _FOREIGN and _is_foreign(sentence):
        return UNREAD_TEXT, "it is in a language that is not read", "state it in the type, or in English"
    return None


def _is_foreign(sentence: Sentence) -> bool:
    """Whether a sentence states something exact in another language."""
    words = [one.folded for one in sentence.tokens]
    if not _ENGLISH.isdisjoint(words):
        return False
    pairs = zip(words, (*words[1:], ""), strict=True)
    is_exact = any(one.kind in ("number", "value") or one.code is not None for one in sentence.tokens)
    return is_exact and any(
        word in _FOREIGN and (word not in _IN_ENGLISH_TOO or behind in _COUPLED) for word, behind in pairs
    )
