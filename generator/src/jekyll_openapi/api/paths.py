"""Converts paths from the notations of pages to OpenAPI path templates.

_cat/health?v              ->  /_cat/health
/projects/:id//x           ->  /projects/{id}/x
/a/<index>/{id}            ->  /a/{index}/{id}
/files/*path               ->  /files/{path}
/a/{room.id#page}  ->  /a/{room.id}
/a/(id or name)    ->  /a/{id_or_name}
/a/<int:id>/(int:b)/{c:\\d+}  ->  /a/{id}/{b}/{c}
/a/[id]            ->  /a/{id}
/a/{index}[/{metric}]      ->  /a/{index}  and  /a/{index}/{metric}
"""

import re
from collections.abc import Iterator
from itertools import product

from jekyll_openapi.api.model import Method
from jekyll_openapi.patterns import regex

_NAME = r"[A-Za-z_][\w-]*"
_VARIABLE = regex(
    rf"\{{\s*(?P<braces>{_NAME}(?:[. ][\w-]+)*)(?:[#:][^{{}}]*)?\s*\}}"
    rf"|(?<=/)\((?:[a-z]+:)?(?P<words>{_NAME}(?: [\w-]+)*)\)(?=/|$)|<\s*(?:[a-z]+:)?(?P<angles>{_NAME}(?: [\w-]+)*)\s*>"
    rf"|(?<=[/.]):(?P<colon>[A-Za-z_]\w*)|(?<=/)\*(?P<star>{_NAME})?(?=/|$)"
)
_OPTIONAL = regex(
    r"\[([^\[\]{}]*(?:\{[^{}]*\}[^\[\]{}]*)*)\]|\((/[^()]*|[^()]*/|[\w-]+(?:\|[\w-]+)+)\)", needs=("[", "(")
)
_BRACKETED = regex(rf"(?<=/)\[({_NAME})\](?=/|$)", needs=("[",))
"""Matches a whole segment in brackets, which is a parameter; an optional part begins with its slash."""
_MAYBE = regex(r"/:(\w+)\?(?=/|$)|/\{([\w-]+)\?\}", needs=("?",))
_EXPANDED = regex(r"\{([?&#])([^{}]*)\}", needs=("{?", "{&", "{#"))
"""The part of a URI template that adds to the query or, with `#`, to the fragment: `{?limit,offset}`."""
_QUERY_NAME = regex(r"(?:^|[&;\[])([A-Za-z_$][\w.$-]*(?:\[\w*\])?)(?=[=&;\]]|$)")
_SEGMENT = r"(?!\.+(?:/|$))(?:\{[A-Za-z_][\w.-]*\}|[\w.~$@!'(),;=&+%:-])+"
_PATH = regex(rf"/|(?:/{_SEGMENT})+/?")
_ANY = regex(r"\{[^{}]*\}")
_LONGEST = 1000
"""Most characters of a path."""
_MOST = 16
"""Most paths that a single line can stand for."""

METHODS: tuple[Method, ...] = ("get", "post", "put", "patch", "delete", "head", "options")


def templates(written: str, prefixes: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The path templates that a written path stands for; empty if it is not a path.

    An optional part gives one template without it and one with it.
    """
    if len(written) > _LONGEST:
        return ()
    path = _EXPANDED.sub("", written).strip().replace("\\{", "{").replace("\\}", "}").replace("${", "{")
    path = re.sub(r",\s+", ",", path)
    # Express writes an optional parameter as `:id?`.
    path = _BRACKETED.sub(r"{\1}", path)
    path = _MAYBE.sub(lambda found: f"[/{{{found[1] or found[2]}}}]", path).split("?", 1)[0]
    for prefix in prefixes:
        if path.startswith(prefix):
            path = path[len(prefix) :]
            break
    if not path.startswith("/"):
        path = "/" + path
    found = []
    for variant in _variants(re.sub(r"/{2,}", "/", path)):
        whole = re.sub(r"/{2,}", "/", _distinct(_VARIABLE.sub(_braces, variant)))
        if _PATH.fullmatch(whole):
            found.append(whole)
    return tuple(dict.fromkeys(found))


def query_names(written: str) -> tuple[str, ...]:
    """The names of the query parameters behind a path: `/a?since={date}&all`, `/a{?limit,offset}`, `/a?b=1[&c=2]`."""
    if len(written) > _LONGEST:
        return ()
    expanded = [name for mark, names in _EXPANDED.findall(written) if mark != "#" for name in names.split(",")]
    query = _EXPANDED.sub("", written).partition("?")[2].partition("#")[0]
    names = [*(_QUERY_NAME.findall(query) if query else ()), *(name.strip().rstrip("*") for name in expanded)]
    return tuple(dict.fromkeys(name for name in names if name))


def _variants(path: str) -> Iterator[str]:
    """The path with each combination of its optional parts."""
    parts = list(_OPTIONAL.finditer(path))
    # Each optional part doubles the number of paths.
    if not parts or 2 ** len(parts) > _MOST:
        yield path
        return
    for chosen in product(*map(_choices, parts)):
        text, done = "", 0
        for part, taken in zip(parts, chosen, strict=True):
            text += path[done : part.start()] + taken
            done = part.end()
        yield text + path[done:]


def _choices(part: re.Match[str]) -> tuple[str, ...]:
    """The alternatives for a part of the path: nothing or the bracket's content, or each of `(a|b)`."""
    inside: str = part[1] if part[1] is not None else part[2]
    if "|" in inside:
        return tuple(inside.split("|"))
    # `[.format]` is a name behind a dot, `[/{id}]` and `(-/)` stand for themselves
    return "", re.sub(r"^\.(\w+)$", r".{\1}", inside)


def _braces(match: re.Match[str]) -> str:
    name = match["braces"] or match["words"] or match["angles"] or match["colon"] or match["star"] or "path"
    return f"{{{name.replace(' ', '_')}}}"


def _distinct(path: str) -> str:
    """The path with unique parameter names: a second `{id}` becomes `{id2}`, since OpenAPI forbids duplicates."""
    seen: dict[str, int] = {}

    def numbered(match: re.Match[str]) -> str:
        name = match[0][1:-1]
        seen[name] = seen.get(name, 0) + 1
        return match[0] if seen[name] == 1 else f"{{{name}{seen[name]}}}"

    return _ANY.sub(numbered, path)


def variables(path: str) -> tuple[str, ...]:
    """The parameter names of a path template, in order."""
    return tuple(match[1:-1] for match in _ANY.findall(path))


def shape(path: str) -> str:
    """A key that is equal for paths that OpenAPI treats as one: no parameter names, letter case or trailing slash."""
    return _ANY.sub("{}", path).casefold().rstrip("/")


def as_shown(path: str) -> re.Pattern[str]:
    """A pattern for the end of an example address with any value in place of each path parameter."""
    parts = (re.escape(part) for part in _ANY.split(path))
    return regex("[^/?\\s]+".join(parts) + "/?[\"'`]*$", re.IGNORECASE)
