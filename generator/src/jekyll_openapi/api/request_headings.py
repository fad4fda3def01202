"""Recognizes the operations that a heading or a title states.

PUT /a/b                      PUT: `/a/b` (deprecated)      Change a tool (PUT /a/b)
`/a/b` (PUT)                  /a/b - PUT                    Change a tool: `/a/b` [PUT]
put `/a/b`                    PUT request to /a/b           PUT or PATCH /a/b
PUT /a/b and PATCH /a/c       `/a/b`                        Change a tool - `/a/b`
PUT /a/b, /a/c                `/a/b` or `/a/c`              Change a tool (`/a/b`, `/a/c`)
"""

import html
import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice

from jekyll_openapi.api.model import Method
from jekyll_openapi.api.paths import METHODS
from jekyll_openapi.api.request_lines import IMAGE, METHOD, METHOD_WORDS, method_word
from jekyll_openapi.api.sections import Section
from jekyll_openapi.pages.document import Code, Link, Span, Text, plain
from jekyll_openapi.patterns import regex

Stated = tuple[Method | None, str]
"""A method, if one is stated, and a path as written."""

_NAMED = regex(
    rf"(?<![\w/{{.-])(?:(?:{METHOD})(?:\s*(?:[/,|&]|\bor\b|\band\b)\s*(?:{METHOD}))*|(?i:{METHOD}))(?![\w-]|/\w)",
    needs=METHODS,
)
"""Matches a method, or several for one path; in lower case only where nothing but the path stands beside it."""
# Atomic, since a text of many variables would be tried in as many ways as they have subsets.
_ITEM = r"(?>\{[\w. -]+\}|<[\w -]+>|(?<=/)\([\w -]+\)|,(?!\s)|[^\s|,])"
_ROOTED = rf"/{_ITEM}*?"
_BARE = rf"[\w-]+/{_ITEM}*?"
_BEFORE = regex(r"(?:[^A-Za-z/{\[]*|.*[(:%|>\u2013\u2014-]\s*)(?:(?i:HTTP)\s+)?[\[(]?")
"""Matches what can stand before a request: a number, a picture, or text with a mark behind it."""
_BEHIND = (
    r"(?:[\s,]+HTTP/[\d.]+)?"
    r"(?:\s*\)|:(?:\s.*)?|\s+(?:[(\u2013\u2014-].*|\{[:#].*\}|endpoint|request|call|method|operation)|\s*)"
)
_PATH_BEHIND = regex(
    r"\]?(?:\s*[:|\u2013\u2014-]|(?:\s+(?:requests?|calls?))?(?:\s+(?:to|on|at))?)\s+"
    rf"(?P<path>{_ROOTED}|(?:https?://|[\w-]+/(?=[\w{{:<])|\{{[\w. -]+\}}/){_ITEM}*?){_BEHIND}"
)
_PATH_BEFORE = regex(
    rf"(?P<path>{_ROOTED}|{_BARE}(?=\s*[(\[]))(?:\s+(?:[|\u2013\u2014-]\s*)?|\s*[,:|]\s*|(?=[(\[]))[(\[]?"
)
_ENDED = regex(rf"[)\]]?{_BEHIND}")
_PATH_START = regex(r"(?:^|(?<=[\s(:%|>\u2013\u2014-]))/")
_BESIDE = regex(r"[\s:]+/")
_SEVERAL = regex(rf"\s*(?:,|;|&|\band\b|\bor\b|(?<=\s)[/|+])\s+(?=\[?(?:{METHOD})\]?\s|/)", needs=("/", *METHOD_WORDS))
_JOINING = (",", ";", "&", "and", "or", "/ ", "|", "+")
_WORD = regex(METHOD, re.I)
_LONGEST = 1000
"""Most characters of a heading, ..."""
_MOST = 4
"""... and most methods in it, that are looked at."""
_BEFORE_PATH = regex(r".*[(:\u2013\u2014-]\s*", needs=("(", ":", "\u2013", "\u2014", "-"))
_BEHIND_PATH = regex(r"\)|:|\(.*|[:\u2013\u2014-]\s.*")
_TAG = regex(r"</?(?:kbd|b|strong|i|em|code|span|font|small|mark|sup|sub|a|badge)\b[^<>]*>", re.I, needs=("<",))
_STARS = regex(r"[*_]{2}|~~", needs=("**", "__", "*_", "_*", "~~"), is_slow=True)
_BRACKETS = regex(rf".*\[(?P<method>{METHOD})?\s*(?P<path>/\S*)?\]", needs=("[",))


def ending_method(spans: tuple[Span, ...]) -> Method | None:
    """The method, in capitals, that a heading without a path begins or ends with: `Add a boat (POST)`."""
    text = _text(span.text for span in spans).strip("()[] ")
    ends = (text.rsplit(None, 1)[-1].strip("()[]"), text.split(None, 1)[0].strip("()[]:")) if text else ()
    return next((method_word(one) for one in ends if one in METHOD_WORDS), None)


@lru_cache(maxsize=4096)  # each stage asks for each heading
def in_heading(spans: tuple[Span, ...]) -> tuple[Stated, ...]:
    """The operations that a heading states; several if it names several methods or paths."""
    leads_away = any(isinstance(span, Link) and not span.target.startswith("#") for span in spans)
    spans = tuple(_unlinked(span) for span in spans)
    solid = [span for span in spans if not isinstance(span, Text) or _STARS.sub("", span.text).strip()]
    if not solid:
        return ()
    text = _text(span.text for span in spans)
    last = _text((solid[-1].text,)) if isinstance(solid[-1], Code) else ""
    if found := _with_method(text) or _with_method(last):
        return found
    # A link to another page mentions what that one states, unless the heading says a method.
    return () if leads_away else _without_method(solid)


def _text(parts: Iterable[str]) -> str:
    joined = " ".join(html.unescape("".join(parts)).split())
    return _STARS.sub("", IMAGE.sub(r"\1", _TAG.sub("", joined))).strip()


def _with_method(text: str) -> tuple[Stated, ...]:
    """The operations in a text that names methods and paths."""
    if len(text) > _LONGEST or "/" not in text:
        return ()
    for named in islice(_NAMED.finditer(text), _MOST):
        if path := _path_behind(text, named) or _path_before(text, named):
            return tuple((method_word(one), path) for one in _WORD.findall(named[0]))
    parts = _SEVERAL.split(text) if any(mark in text for mark in _JOINING) else [text]
    each: list[tuple[Stated, ...]] = []
    for part in parts if len(parts) > 1 else ():
        # `PUT /a, /b`: the method holds for both.
        again = ((method, part) for method, _ in (each[-1] if each else ()))
        each.append(tuple(again) if _is_path(part) else _with_method(part))
    return tuple(one for found in each for one in found) if all(each) else ()


def _path_behind(text: str, named: re.Match[str]) -> str:
    """The path in `PUT /a/b`; empty if none follows the method."""
    behind = text[named.end() :]
    if not _BEFORE.fullmatch(text, 0, named.start()) or not (named[0][:2].isupper() or _BESIDE.match(behind)):
        return ""
    found = _PATH_BEHIND.fullmatch(behind)
    return found["path"] if found else ""


def _path_before(text: str, named: re.Match[str]) -> str:
    """The path in `/a/b (PUT)`; empty if none leads to the method."""
    is_enclosed = text[: named.start()].endswith(("(", "[")) and text[named.end() :].startswith((")", "]"))
    if not (named[0][:2].isupper() or is_enclosed) or not _ENDED.fullmatch(text, named.end()):
        return ""
    start = _PATH_START.search(text, 0, named.start())
    if start and not _BEFORE.fullmatch(text, 0, start.start()):
        return ""
    found = _PATH_BEFORE.fullmatch(text, start.start() if start else 0, named.start())
    return found["path"] if found else ""


def _without_method(solid: list[Span]) -> tuple[Stated, ...]:
    """The path that a heading of nothing else states, or one set apart by a colon, a dash or parentheses."""
    match solid:
        case [Code(text) | Text(text)] if _is_path(text):
            return ((None, text.strip()),)
        case [Text(before), Code(text), *behind] if (
            _is_path(text) and _BEFORE_PATH.fullmatch(before) and plain(tuple(behind)).strip() in ("", ")")
        ):
            return ((None, text.strip()),)
        case [Code(text), *behind] if _is_path(text) and _BEHIND_PATH.fullmatch(plain(tuple(behind)).strip()):
            return ((None, text.strip()),)
    return _several(_text(span.text for span in solid))


def _several(text: str) -> tuple[Stated, ...]:
    """The paths in `/a/b, /a/c`, which may be set apart by a colon, a dash or parentheses."""
    start = _PATH_START.search(text) if len(text) <= _LONGEST else None
    before = text[: start.start()] if start else ""
    if not start or (before and not _BEFORE_PATH.fullmatch(before)):
        return ()
    paths = _SEVERAL.split(text[start.start() :].removesuffix(")" if before.endswith("(") else ""))
    is_list = len(paths) > 1 and all(_is_path(one) for one in paths)
    return tuple((None, one) for one in paths) if is_list else ()


def _is_path(text: str) -> bool:
    return text.strip().startswith("/") and " " not in text.strip()


def _unlinked(span: Span) -> Span:
    """A link as its text, or as a code span if its text is code."""
    if not isinstance(span, Link):
        return span
    text = span.text.strip()
    is_code = len(text) > 2 and text[0] == text[-1] == "`"
    return Code(text[1:-1], span.location) if is_code else Text(span.text, span.location)


def in_brackets(parts: tuple[Section, ...], index: int) -> tuple[Stated, ...]:
    """The operation in API Blueprint headings: `Choose [POST /a/b]`, or `Look [GET]` below `Questions [/a/b]`."""
    found = _BRACKETS.fullmatch(parts[index].title)
    method = method_word(found["method"] or "") if found else None
    if not found or not method:
        return ()
    level = parts[index].level
    above = (_BRACKETS.fullmatch(one.title) for one in reversed(parts[:index]) if one.level < level)
    path = found["path"] or next((one["path"] for one in above if one and one["path"]), "")
    return ((method, path),) if path else ()
