"""Keeps old names of a client as aliases until the next breaking release, with the names that replace them.

Replacements are inferred from similarity. That is good enough for reading data, but not for sending requests: where
a request could change something, the alias only raises an error that names the replacement.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from jekyll_openapi.diff.change import Change
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.references import SCHEMAS, schema_name
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass

Names = Mapping[str, str]
"""Public name of a client -> the API's own name for it."""
_BELOW = regex(r"(?P<holder>\w+\.\w+)(?:\.(?P<attribute>\w+)|\((?P<argument>\w+)\))")
_IN_SCHEMA = regex(rf"{SCHEMAS}(?P<schema>[^/]+)/")


@dataclass(frozen=True, slots=True)
class Renames:
    """What the API calls by another name now."""

    whole: Mapping[str, str]
    """Old -> new, for operations (`POST /order/placeOCO`) and schemas."""
    parts: Mapping[tuple[str, str], str]
    """(operation or schema, old name) -> new name, for properties, values and parameters."""
    guessed: frozenset[tuple[str, str]] = frozenset()
    """(old name, new name) pairs that must not be used to send requests."""


def renames(changes: Iterable[Change], old: Json, new: Json) -> Renames:
    """The renames among the changes between two descriptions."""
    whole: dict[str, str] = {}
    parts: dict[tuple[str, str], str] = {}
    guessed: set[tuple[str, str]] = set()
    for change in changes:
        # A guess must never send a trade under another name.
        if change.kind.endswith("-renamed") and _is_sent(change, new):
            guessed.add((change.old, change.new))
        match change.kind:
            case "schema-renamed":
                whole[change.old] = change.new
            case "operation-renamed":
                whole |= {change.old: change.new, _body(old, change.old): _body(new, change.new)}
            case "property-renamed" | "parameter-renamed" | "enum-value-renamed":
                parts |= {(holder, change.old): change.new for holder in _holders(change)}
    return Renames(whole, parts, frozenset(guessed))


def _is_sent(change: Change, spec: Json) -> bool:
    """Whether a request that changes something would contain the new name."""
    if change.kind == "schema-renamed" or change.side == "response":
        return False
    found = (_operation(spec, one) for one in (*change.operations, change.new))
    # An operation without a class counts as one that trades.
    return any(one.get("x-operation-class", "trade") != "read" for one in found if one)


def _operation(spec: Json, shown: str) -> Json:
    """The operation shown as `POST /order/placeOCO`; empty if there is none."""
    method, _, path = shown.partition(" ")
    found: Json = spec["paths"].get(path, {}).get(method.lower(), {})
    return found


def _holders(change: Change) -> Iterator[str]:
    yield from change.operations
    if match := _IN_SCHEMA.match(change.path):
        yield match["schema"]


def _body(spec: Json, operation: str) -> str:
    """The component that is the operation's body; the operation itself if there is none."""
    content = _operation(spec, operation).get("requestBody", {}).get("content", {})
    return schema_name(content.get("application/json", {}).get("schema", {})) or operation


def gone(old: Names, new: Names) -> tuple[str, ...]:
    """The names that no longer exist, without those that belong to such a name."""
    return tuple(name for name in old if name not in new and (_holder(name) in new or not _holder(name)))


def _holder(name: str) -> str:
    match = _BELOW.fullmatch(name)
    return match["holder"] if match else ""


def deprecate(version: str, kept: Sequence[Json], old: Names, new: Names, renamed: Renames) -> tuple[Json, ...]:
    """The aliases for this version: those kept so far, and those for names that it removes."""
    since = {one["name"]: one for one in kept}
    for name in gone(old, new):
        since[name] = {"name": name, "word": old[name], "since": version}
    entries = (_entry(one, old, new, renamed) for one in since.values())
    return tuple(one for one in sorted(entries, key=lambda one: str(one["name"])) if _is_kept(one, new))


def _entry(one: Json, old: Names, new: Names, renamed: Renames) -> Json:
    """The alias as of this version."""
    before = str(one.get("now", "")) or str(one["name"])
    now = _now(before, old, new, renamed)
    is_guess = (old.get(before, ""), new.get(now, "")) in renamed.guessed
    return {**one, "now": now} | ({"guessed": True} if is_guess else {})


def _is_kept(entry: Json, new: Names) -> bool:
    """Whether the alias is still possible: its name is free and the class or method that it belongs to exists."""
    holder = _holder(entry["name"])
    return entry["name"] not in new and (not holder or holder in new)


def _now(name: str, old: Names, new: Names, renamed: Renames) -> str:
    """The name that replaces one that is gone; empty if there is none."""
    if name in new or name not in old:
        return name if name in new else ""
    word, holder = old[name], _holder(name)
    word = renamed.parts.get((new.get(holder, ""), word), word) if holder else renamed.whole.get(word, word)
    return next((one for one, meant in new.items() if meant == word and _is_alike(one, name)), "")


def _is_alike(one: str, other: str) -> bool:
    """Whether both names are of the same kind and belong to the same class or method."""
    return _holder(one) == _holder(other) and one.startswith("models.") == other.startswith("models.")
