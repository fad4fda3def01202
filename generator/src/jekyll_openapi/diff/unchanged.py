"""Tells which operations and component schemas are the same in two descriptions, with all that they lead to.

Comparing these finds nothing. After an edit of one page that is most of a description, and most of the comparison.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from jekyll_openapi.diff.cursor import WEBHOOKS, Key, Spec
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass

Target = tuple[str, str]
"""Kind and name of a component."""
_LED = regex(r"#/components/(\w+)/([\w.-]+)(?=['\"])")
_REFERENCE = regex(r"'\$ref': '#/components/\w+/[\w.-]+'")
_WORDS = ("$ref", "$anchor", "$dynamic", "$id")
"""What leads somewhere; of these, only a `$ref` to a whole component with a plain name is followed here."""
_APART = ("info", "tags", "paths", "webhooks", "components")
"""Keys that no operation depends on beyond what it refers to."""


@dataclass(frozen=True, slots=True)
class Unchanged:
    """What need not be compared."""

    operations: frozenset[Key] = frozenset()
    schemas: frozenset[str] = frozenset()
    texts: frozenset[Key] = frozenset()
    """Operations that lead to schemas that have changed, but are the same themselves."""


def unchanged(before: Spec, after: Spec) -> Unchanged:
    """The operations and schemas that are the same text in both, as are all components that they reach."""
    if _around(before) != _around(after):
        return Unchanged()
    known: dict[int, str] = {}
    old, new = _components(before, known), _components(after, known)
    texts = [text for one in (old, new) for text in one.values()]
    if not all(map(_is_plain, texts)):
        return Unchanged()
    changed = {target for target in old.keys() | new.keys() if old.get(target) != new.get(target)}
    users: defaultdict[Target, set[Target]] = defaultdict(set)
    for spec, components in ((before, old), (after, new)):
        for target, text in components.items():
            for led in _LED.findall(text):
                users[led].add(target)
        for base, heirs in spec.heirs.items():
            for heir in heirs:
                users["schemas", heir].add(("schemas", base))
    touched = _reached(changed, users)
    schemas = frozenset(name for kind, name in old if kind == "schemas" and (kind, name) not in touched)
    parts = _reached((one for one in changed if one[0] != "schemas"), users)
    same = dict(_operations(before.content, after.content, known))
    whole, alike = (
        frozenset(key for key, targets in same.items() if one.isdisjoint(targets)) for one in (touched, parts)
    )
    return Unchanged(whole, schemas, alike - whole)


def _around(spec: Spec) -> str:
    """What every operation depends on."""
    schemes = spec.content.get("components", {}).get("securitySchemes")
    return repr([schemes, {key: one for key, one in spec.content.items() if key not in _APART}])


def _components(spec: Spec, known: dict[int, str]) -> dict[Target, str]:
    """Each component as text, in which other types of value and another order are other texts."""
    kinds = spec.content.get("components", {}).items()
    each = ((kind, name, one) for kind, named in kinds if isinstance(named, dict) for name, one in named.items())
    return {(kind, name): _text(one, known) for kind, name, one in each}


def _text(part: object, known: dict[int, str]) -> str:
    """The part as text; two files that are read together share the blocks that are the same in both."""
    if id(part) not in known:
        known[id(part)] = repr(part)
    return known[id(part)]


def _is_plain(text: str) -> bool:
    """Whether everything that leads out of the part is a reference to a component with a plain name."""
    return sum(map(text.count, _WORDS)) == len(_REFERENCE.findall(text))


def _reached(starts: Iterable[Target], users: dict[Target, set[Target]]) -> set[Target]:
    """The components, and all that lead to them."""
    found: set[Target] = set()
    waiting = list(starts)
    while waiting:
        if (one := waiting.pop()) not in found:
            found.add(one)
            waiting += users.get(one, ())
    return found


def _operations(old: Json, new: Json, known: dict[int, str]) -> Iterator[tuple[Key, list[Target]]]:
    """The operations that are the same text in both, and the components that their paths refer to."""
    for holder, prefix in (("paths", ""), ("webhooks", WEBHOOKS)):
        others = new.get(holder, {})
        for name, item in old.get(holder, {}).items():
            text = _text(item, known)
            is_same = isinstance(item, dict) and text == _text(others.get(name), known)
            if is_same and _is_plain(text):
                led = _LED.findall(text)
                yield from (((prefix + name, method), led) for method in item)
