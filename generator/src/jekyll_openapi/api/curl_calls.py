"""Reads calls of curl in code: which method they send, to which address, and what they send.

curl https://a.example/boxes                            GET
curl -sX PUT https://a.example/boxes/1 -d '{"a": 1}'    PUT, options in one word too
curl -d size=3 https://a.example/boxes                  POST, since there is data
curl -G https://a.example/boxes -d size=3               GET /boxes?size=3
curl -I https://a.example/boxes                         HEAD
curl -T box.png https://a.example/boxes/1/picture       PUT
"""

import re
from collections.abc import Iterator

from jekyll_openapi.api.model import Method
from jekyll_openapi.api.paths import METHODS
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass

_CALL = regex(
    r"\bcurl\b(?:'\s*[\[{][^']*'|\"\s*[\[{](?:[^\"\\]|\\.)*\"|[\\^`][ \t]*\n|[^\n])*", re.DOTALL, needs=("curl",)
)
"""Matches a call to the end of its line; a line that ends in a mark of a shell and a quoted JSON text go on."""
_GOES_ON = regex(r"[\\^`][ \t]*\n")
_WORD = regex(r"(?:'[^']*'|\"(?:[^\"\\]|\\.)*\"|\\.|[^\s'\"\\]|['\"])+", re.DOTALL)
_QUOTED = regex(r"\$?'([^']*)'|\"((?:[^\"\\]|\\.)*)\"|\\(.)", re.DOTALL)
_ESCAPED = regex(r"\\([\"\\$`])")
_END = regex(r"[|;&>]{1,2}\S*|\d>\S*")
"""Matches what ends a call, or sends its output elsewhere."""
_ADDRESS = regex(r"(?:https?://|localhost)\S+")
_DATA = ("--data", "--data-raw", "--data-ascii", "--data-binary", "--data-urlencode", "--json")
_FORM = ("--form", "--form-string")
_SHORT = {
    "X": "--request", "d": "--data", "F": "--form", "G": "--get", "I": "--head", "T": "--upload-file",
    "H": "--header", "u": "--user",
}  # fmt: skip
_TAKING = frozenset("ACDEFHKPQTUXYbcdehmoruwxyz")
"""Options of one letter that take a value."""
_OF_ADDRESSES = ("--url", "--proxy", "--preproxy", "--referer", "--doh-url")
"""Long options whose value is an address."""


@dataclass(frozen=True, slots=True)
class Call:
    """A call of curl."""

    method: Method | None
    """None where it is none that a description can hold."""
    address: str
    """The address as written, with the query that `-G` makes of the data."""
    start: int
    end: int
    """Where the call stands in the text."""
    data: tuple[str, ...]
    """What it sends as the body."""
    is_encoded: bool
    """Whether curl itself encodes the data as a form, or the data is one."""
    is_form: bool
    """Whether it sends the parts of a form."""
    headers: tuple[str, ...]


def curl_calls(text: str) -> Iterator[Call]:
    """The calls of curl in a text that have an address."""
    for found in _CALL.finditer(text):
        if call := _call(found[0], found.start()):
            yield call


def _call(text: str, start: int) -> Call | None:
    options: dict[str, list[str]] = {}
    address = ""
    for name, value in _options(text):
        if name in ("", "--url") and not address and _ADDRESS.match(value):
            address = value
        options.setdefault(name, []).append(value)
    given = [value for name in _DATA for value in options.get(name, ())]
    said = options.get("--request", [""])[-1].casefold()
    method = next((one for one in METHODS if one == said), None)
    is_form = any(name in options for name in _FORM)
    if not address:
        return None
    if not said:
        implied: dict[str, Method] = {"--get": "get", "--head": "head", "--upload-file": "put"}
        method = next((one for name, one in implied.items() if name in options), "post" if is_form or given else "get")
    if "--get" in options:
        address += ("&" if "?" in address else "?") + "&".join(given) if given else ""
        given = []
    is_encoded = bool(given) and ("--data-urlencode" in options or all(map(_is_field, given)))
    return Call(
        method, address, start, start + len(text), tuple(given), is_encoded, is_form,
        tuple(options.get("--header", ())),
    )  # fmt: skip


def _is_field(data: str) -> bool:
    return bool(re.match(r"[\w.\[\]-]+=[^\n{}]*$", data))


def _options(text: str) -> Iterator[tuple[str, str]]:
    """Name and value of each option; the name is empty for a word that stands alone."""
    line = _GOES_ON.sub(lambda found: " " * len(found[0]), text)
    words = [_bare(found[0]) for found in _WORD.finditer(line)][1:]
    waiting = ""
    for word in words:
        if waiting and not _stands_alone(waiting, word):
            yield waiting, word
            waiting = ""
            continue
        if waiting:
            yield waiting, ""
            waiting = ""
        if _END.fullmatch(word):
            break
        if word.startswith("--") and len(word) > 2:
            name, equals, value = word.partition("=")
            if equals:
                yield name, value
            else:
                waiting = name
        elif word.startswith("-") and len(word) > 1:
            for index, letter in enumerate(word[1:], 2):
                name = _SHORT.get(letter, f"-{letter}")
                if letter not in _TAKING:
                    yield name, ""
                elif word[index:]:
                    yield name, word[index:]
                    break
                else:
                    waiting = name
        else:
            yield "", word
    if waiting:
        yield waiting, ""


def _stands_alone(name: str, word: str) -> bool:
    """Whether an option has no value, seen from the word behind it: a list of all 250 options would be the other way
    to tell `--silent` from `--header`."""
    is_other = word.startswith("-") or (bool(_ADDRESS.match(word)) and name not in _OF_ADDRESSES)
    return name.startswith("--") and is_other


def _bare(word: str) -> str:
    """The word as the shell gives it to curl."""
    return _QUOTED.sub(_unquoted, word)


def _unquoted(found: re.Match[str]) -> str:
    single, double, escaped = found.groups()
    if double is not None:
        return _ESCAPED.sub(r"\1", double)
    return single if single is not None else str(escaped)
