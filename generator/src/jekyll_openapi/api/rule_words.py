"""The words of sentences that state rules, and phrases that mean the same.

In a normalized sentence names are `N0`, `N1`, values are `V0`, `V1`, and all other words are in small letters.
"""

from jekyll_openapi.patterns import regex

JOINED = r" ?(?:, or|, and|, nor|,|or|and|nor|/|\|)? ?"
NAMES = r"N\d+(?: ?(?:, or|, and|,|or|and|nor|/) N\d+)+"
VALUES = rf"V\d+(?:{JOINED}V\d+)*"
SET_WORDS = (
    "set", "given", "sent", "present", "provided", "specified", "included", "filled in", "filled", "passed", "supplied",
    "stated", "used", "there", "defined", "added", "populated", "known", "non-null", "not null", "not empty",
)  # fmt: skip
SET = rf"(?:{'|'.join(SET_WORDS)})"
UNSET = r"(?:missing|absent|omitted|left out|left empty|empty|unset|null|unknown|skipped)"
IF_WORDS = (
    "only if", "only when", "only for", "in conjunction with", "in combination with", "alongside", "if and only if",
    "iff", "if", "whenever", "when", "where", "for", "with", "together with", "along with", "by", "in case",
    "as long as", "provided that", "provided", "in", "on", "from", "since", "until",
    "unless", "without", "except if", "except when", "except for", "except",
)  # fmt: skip
IF = rf"(?:{'|'.join(IF_WORDS)})"
BEHIND_NAME = (
    "is", "are", "must", "has", "have", "may", "can", "should", "shall", "needs", "need", "=", ":", "or", "and", "nor",
    ",", "exists",
)  # fmt: skip
BEFORE_NAME = (
    "either", "neither", "or", "and", "nor", "of", ",", "with", "if", "when", "unless", "requires", "needs"
)  # fmt: skip
_GIVE = "(?:supply|send|set|provide|include|give|specify|pass|use)"
_NEEDS = (" requires ", " require ", " needs ", " need ", " must have ")
_NOTES = ("note", "please note", "important", "attention", "warning", "remark")
_NOTE_ENDS = tuple(f"{word}{gap}{mark}" for word in _NOTES for gap in ("", " ") for mark in ":!-")
_YOU_MUST = ("you must", "you have to", "you need to")
_SYNONYMS = (
    (
        regex(
            r"^(?:to be )?(?:used? |sent |send )?((?:together |along |in combination |in conjunction )?with .+) only$",
            needs=(" only",),
            begins=("with ", "together ", "along ", "in co", "to be ", "use", "sen"),
        ),
        r"only \1",
    ),
    *(
        (regex(pattern, needs=needs), phrase)
        for pattern, phrase, needs in (
            (rf"^(?:{'|'.join(_NOTES)}) ?[:!-] ?", "", _NOTE_ENDS),
            (r"\b(?:this|the) (?:property|field|parameter|attribute|one)\b", "this", ()),
            (
                rf"\byou (?:must|have to|need to) (?:also )?{_GIVE} "
                r"(?:(?:this|it)\b|N0(?=$| ?,| (?:if|when|unless|for|with)\b))",
                "N0 must be given",
                _YOU_MUST,
            ),
            (
                rf"^({VALUES}(?: \w+)?) (?:requires?|needs?|must have) (?:an? |the )?(N\d+)$",
                r"for \1 \2 is required",
                _NEEDS,
            ),
            (
                rf"^({VALUES}(?: \w+)?) (?:must|can|may) not have (?:an? |the )?(N\d+)$",
                r"for \1 \2 must not be given",
                ("not have",),
            ),
            (r"^((?:if|when|for|unless) [^:]*?) ?: ?(?=N\d+ )", r"\1 , ", (":",)),
            (
                r"^N0 ?[:-] (?=(?:only )?(?:required|mandatory|not allowed|forbidden)\b)",
                "",
                ("N0:", "N0-", "N0 :", "N0 -"),
            ),
            (rf"\byou (?:must|have to|need to) (?:also )?{_GIVE} (?:the )?(N\d+)$", r"\1 must be given", _YOU_MUST),
            (rf"\b(if|when|whenever|unless) you {_GIVE} (?:the )?(N\d+)\b", r"\1 \2 is given", ("you ",)),
            (r",? (?:as well|too)$", "", (" as well", " too")),
            (rf"\b(?:this|it)(?= (?:{'|'.join(BEHIND_NAME)})\b|$)", "N0", ("this", "it")),
            (r"\b(?:does|do) not (?:have|need) to\b", "need not", ("not have to", "not need to")),
            (
                r"\b(?:conditionally )?(required|mandatory) ?[:,-] ?(?=(?:only )?(?:if|when|for|unless)\b)",
                r"\1 ",
                tuple(
                    f"{word}{mark}" for word in ("required", "mandatory") for mark in (":", ",", "-", " :", " ,", " -")
                ),
            ),
            (r"\b(?:not|no longer) optional\b", "required", ("not optional", "no longer optional")),
            (r"\bboth (?=N\d+ and N\d+ (?:is|are)\b)", "", ("both ",)),
            (r"\b(is|are|was|were) both\b", r"\1", ("is both", "are both", "was both", "were both")),
            (r"\bnon ?- ?", "non-", ("non",)),
            (r"\bif , and only if ,", "if", ("if , and",)),
            (r"= (?==)", "=", ("= ",)),
            (
                r"^only (?:if|when|(?:together )?with|for) (.+?) ?,? and then (?:N0 is |always |also )*"
                r"(?:required|mandatory)$",
                r"send if and only if \1",
                ("and then",),
            ),
            (r" ?\( and only then \)", " ", ("( and only",)),
            (r" ?\)", ")", (")",)),
            (r"\( ?", "(", ("(",)),
            (r"  +", " ", ("  ",)),
        )
    ),
)


def normal(text: str) -> str:
    """The text with synonymous phrases replaced by the phrase that the patterns expect."""
    text = text.rstrip(" .")
    for pattern, phrase in _SYNONYMS:
        text = pattern.sub(phrase, text)
    return text.strip(" .:;-")
