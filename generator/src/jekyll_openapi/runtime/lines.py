"""Makes foreign text safe to print in one line."""

import unicodedata

LONGEST = 300


def one_line(text: str, longest: int = LONGEST) -> str:
    """The text without line breaks, control and bidirectional characters, cut to `longest` characters."""
    clean = text[: 2 * longest]
    if not (clean.isascii() and clean.isprintable()):
        clean = "".join(" " if unicodedata.category(one)[0] in "CZ" else one for one in clean)
    folded = " ".join(clean.split())
    return folded if len(folded) <= longest else folded[:longest] + "…"
