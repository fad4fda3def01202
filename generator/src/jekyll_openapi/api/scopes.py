"""Tells whether a sentence says that what it states holds only in some cases.

    In demo, at most 5.    Outside of the US, required.    Live only: at most 3.    At most 3 (live).

What a sentence begins with can also say in what it counts, or that it holds on the whole.

    In kilograms, at most 30.    In total, up to 5.    After the decimal point, at most 2 digits.
"""

from jekyll_openapi.patterns import regex

_PLACE_WORDS = ("demo", "live", "sandbox", "production", "staging", "simulation", "paper", "test", "beta")
_PLACES = rf"(?:{'|'.join(_PLACE_WORDS)}|testing)"
"""Matches the names of systems that a service can have side by side."""
_IN_FRONT = regex(
    r"^(?:but |also |only )?(?![^,:;]*\b(?:most|least|up to|max\w*|min\w*|between|range|exceed\w*|than)\b)(?:"
    r"(?P<count>in) (?P<what>[^,:;(\[]+)"
    r"|(?:on|at|during|outside|inside|since|until|till|as of|starting) [^,:;(\[]+"
    r"|(?:before|after) (?![^,:;]*\b(?:point|comma|dot)\b)[^,:;(\[]+"
    r"|(?:from|under|within) (?:the|an?|version)\b[^,:;(\[]+"
    r"|with(?:out)? [^,:;]*[\"`][^,:;(\[]*"
    r"|[\w' -]+ only"
    r")[,:] ?(?=\S)",
    needs=(",", ":"),
)
"""Matches what a sentence begins with, up to a comma or a colon, where it is no limit itself."""
_OF_A_PLACE = regex(
    rf"^\(?(?:the )?{_PLACES}(?: \w+)?[,:)] ?(?=\S)|\b(?:in|on|for) (?:the )?{_PLACES}\b|\({_PLACES}\b(?: \w+)?\)",
    needs=_PLACE_WORDS,
)
_MEASURE = regex(
    r"(?:the )?(?:total|sum|all|general|short|full|practice|addition|percent|per cent|order|[a-z]{3}|"
    r"(?:upper|lower|camel|snake)[ -]?case|brackets|quotes|"
    r"(?:[\w-]+ )*(?:format|currency|units?|notation|time|dollars|cents|points|seconds|degrees)|"
    r"[a-z-]+s(?: (?:per|of) [^,:]*)?)"
)
"""Matches what stands behind `in` where that says how something is counted or written."""


def is_scoped(words: str) -> bool:
    """Whether a sentence, in small letters, names a case in which alone it holds, and no property or value does."""
    if _OF_A_PLACE.search(words):
        return True
    found = _IN_FRONT.match(words)
    return found is not None and not (found["count"] and _MEASURE.fullmatch(found["what"]))
