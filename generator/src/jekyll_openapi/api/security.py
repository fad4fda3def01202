"""Reads whether an operation needs a token: from a callout, front matter, sentences, or a header in code or a table.

If a page says nothing, the operation is secured: sending a token to an open operation does no harm, and
sending none to a secured operation fails. Only a page or the base description can make an operation open.

    No token is needed.   Works without authentication.   Open to everyone.      open
    Needs a token.   Requires authentication.   Authorization: Bearer ...        secured
    Without a token it answers 401.   No token is needed if ...                  not open
"""

import re

from jekyll_openapi.api.context import Context
from jekyll_openapi.api.model import Provenance, stated
from jekyll_openapi.api.operation_drafts import Draft
from jekyll_openapi.api.requests import token_row
from jekyll_openapi.api.sentences import Sentence, block_sentences
from jekyll_openapi.api.tryit import is_secured
from jekyll_openapi.diagnostics import Location
from jekyll_openapi.pages.document import Fence
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass
from jekyll_openapi.rules import CONFLICTING_SECURITY

_TOKEN = (
    r"(?:(?:access|bearer|api|auth|security|session|valid|user) ){0,3}"
    r"(?:tokens?|authentication|authorization|authorisation|auth|log-?in|api[- ]?keys?|credentials|session)"
)
_OPEN_NEEDS = (
    ": no", "? no", ": false", "? false",
    "no ", "do not ", "does not ", "must not ", "need not ", "will not ", "is not ", "are not ", "never ",
    "without", "open to", "public", "anonymous", "anyone", "everyone", "anybody", "unauthenticated", "un-auth",
    "un auth", "notauth", "not-auth",
)  # fmt: skip
_OPEN = regex(
    rf"^(?:(?:needs?|requires?) )?{_TOKEN}(?: (?:required|needed|necessary))?(?: ?:|\?) "
    r"(?:none|no|false|not (?:required|needed|necessary))$|"
    rf"\bno {_TOKEN}(?: (?:header|is|are))* (?:required|needed|necessary|asked for)\b|^no {_TOKEN}$|"
    rf"\b(?:needs?|requires?|wants?|takes?|asks? for|has|uses) no {_TOKEN}\b|"
    rf"\b(?:do|does|must|need|will) not (?:need|require|want|ask for|use|have to send|send) (?:an? |any |the |to )?"
    rf"(?:send )?(?:an? |any )?{_TOKEN}\b|"
    rf"\b{_TOKEN} (?:is|are) (?:not|never) (?:required|needed|necessary)\b|"
    rf"\b(?:works|called|call it|callable|can be used|may be used|available|accessible|reachable|open|used) "
    rf"without (?:an? |any )?{_TOKEN}\b|"
    r"\bopen to (?:all|anyone|everyone|everybody|the public)\b|"
    r"\bpublicly (?:accessible|available|callable|reachable)\b|"
    r"^(?:this|the) (?:endpoint|operation|call|method|route|resource) is public$|"
    r"\b(?:is|a|this) public (?:endpoint|operation|call|method|route|resource)\b|^public(?: endpoint| operation)?$|"
    r"\bunauthenticated (?:endpoint|operation|call|method|route)\b|\banonymous (?:access|calls?) (?:is|are) allowed\b|"
    r"\bcan be called anonymously\b|\b(?:anyone|everyone|anybody) (?:may|can) (?:call|use)\b|"
    r"\b(?:is|are) (?:not|un)[ -]?authenticated\b|\b(?:is|are) not secured\b",
    needs=_OPEN_NEEDS,
    is_slow=True,
)
_SECURED_NEEDS = (
    *(
        f"{verb} {what}"
        for verb in ("need", "needs", "require", "requires", "want", "wants")
        for what in ("a", "the ", "your ", "bearer", "sec", "sess", "valid ", "user ", "token", "log", "cred")
    ),
    "required", "needed", "necessary", "must be ", "authorization: bearer", "authenticated endpoint",
    "authenticated operation", "authenticated call", "authenticated request", "authenticated user", "only with ",
    "without ", ": yes", ": bearer",
)  # fmt: skip
_SECURED = regex(
    rf"\b(?:needs?|requires?|wants?) (?:an? |the |your )?{_TOKEN}\b|"
    rf"\b{_TOKEN} (?:is|are) (?:required|needed|necessary)\b|"
    rf"\b{_TOKEN} required\b|^{_TOKEN}: (?:required|needed|necessary|yes|bearer)\b|"
    r"\bmust be (?:authenticated|authorized|logged in|signed in)\b|\bauthorization: bearer\b|"
    rf"\bauthenticated (?:endpoint|operation|call|request|user)\b|\bonly with (?:an? )?{_TOKEN}\b|"
    rf"\bwithout (?:an? |any )?{_TOKEN}\b.*\b(?:40[13]|refused|rejected|fails?|denied|error|unauthorized|forbidden)\b",
    needs=_SECURED_NEEDS,
    is_slow=True,
)
_TELLING = (
    "token", "auth", "log", "key", "credential", "session", "public", "open", "anonym", "any", "every", "sign",
    "secured",
)  # fmt: skip
"""Any sentence that `_OPEN` or `_SECURED` matches has one of these in it. Looking for them is ten times as fast."""
_LIMITED = regex(
    r"\b(?:if|when|unless|except|only|but|otherwise|until|while|after|before|fails?|refused|rejected|denied|error|40[13]|"
    r"expired|unauthorized|no longer|not open|not public|longer)\b"
)
_FILLER = regex(
    r"(?:this|the|it|an?|and|is|valid|public|endpoint|operation|call|request|method|route|resource|for|to|all|use|[\W_])*"
)
"""Words beside a statement of security that tell nothing of what the operation does."""
_HEADER = regex(r"authorization['\"]?\s*[:=]\s*[`'\"]?\s*(?:bearer|basic|token)\b", re.I)
_CLOSED_WORDS = ("true", "yes", "required", "bearer", "token", "basic", "oauth", "oauth2", "apikey")
_OPEN_WORDS = ("false", "no", "none", "open", "public", "anonymous")


@dataclass(frozen=True, slots=True)
class Security:
    """Whether a token is needed, and how that is known."""

    secured: bool
    provenance: Provenance


def read_security(draft: Draft, context: Context) -> Security:
    """Whether the operation needs a token. Without a statement, or with contradictory ones, it does."""
    page = draft.page
    if context.once("secured", (page,), lambda: is_secured(page, context)):
        return Security(True, stated(page.location))
    for name in context.dialect.security_fields:
        field = page.field(name)
        said = field.value.strip().casefold() if field else ""
        if field and said in (*_CLOSED_WORDS, *_OPEN_WORDS):
            return Security(said in _CLOSED_WORDS, stated(field.location))
    secured, opened = _said(draft)
    secured = secured or token_row(draft, context)
    # Wrongly sending a token does no harm; wrongly sending none fails.
    if opened and secured:
        message = f"`{draft.path}` is said to need a token, and to need none at {opened}"
        context.found(
            CONFLICTING_SECURITY, message, secured, "it is taken for one that needs a token; correct one of them"
        )
    if opened and not secured:
        return Security(False, stated(opened))
    if secured:
        return Security(True, stated(secured))
    return Security(True, Provenance("inferred", draft.location, "security: no page says that it is open"))


def _said(draft: Draft) -> tuple[Location | None, Location | None]:
    """(where the text says that a token is needed, where it says that none is needed)."""
    secured: Location | None = None
    opened: Location | None = None
    for part in (*draft.intro, *draft.parts):
        for block in part.blocks:
            if isinstance(block, Fence) and (header := _HEADER.search(block.text)):
                line = block.location.line + block.text.count("\n", 0, header.start())
                secured = secured or Location(block.location.file, line)
            for sentence in block_sentences(block):
                if is_open(sentence):
                    opened = opened or sentence.location
                elif _may_tell(sentence.words) and _SECURED.search(sentence.words):
                    secured = secured or sentence.location
    return secured, opened


def tells_only_security(text: str) -> bool:
    """Whether a sentence says whether a token is needed, and nothing of what the operation does."""
    words = text.replace("`", "").replace("*", "").casefold().strip(" .!")
    found = (_OPEN.search(words) or _SECURED.search(words)) if _may_tell(words) else None
    return bool(found and _FILLER.fullmatch(words[: found.start()] + words[found.end() :]))


def is_open(sentence: Sentence) -> bool:
    """Whether the sentence says, without any condition, that no token is needed."""
    words = sentence.words
    return _may_tell(words) and bool(_OPEN.search(words)) and not _LIMITED.search(words)


def _may_tell(words: str) -> bool:
    return any(one in words for one in _TELLING)
