"""Text from outside, made fit to stand in one line of ours."""

import unicodedata

LONGEST = 300


def one_line(text: str, longest: int = LONGEST) -> str:
    """The text without line breaks, control and direction marks, cut at so many characters."""
    clean = text[: 2 * longest]
    if not (clean.isascii() and clean.isprintable()):
        clean = "".join(" " if unicodedata.category(one)[0] in "CZ" else one for one in clean)
    folded = " ".join(clean.split())
    return folded if len(folded) <= longest else folded[:longest] + "…"
