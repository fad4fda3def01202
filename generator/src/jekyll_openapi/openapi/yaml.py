"""Writes YAML for publication: block style, no aliases, given key order, read alike by YAML 1.1 and 1.2."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from jekyll_openapi.cache import Cache
from jekyll_openapi.openapi.block_yaml import written
from jekyll_openapi.openapi.libyaml import by_libyaml


def dump(content: object) -> str:
    """The content as YAML."""
    found = written(content)
    return by_libyaml(content) if found is None else found


def dump_spec(spec: Mapping[str, Any], cache: Cache) -> str:
    """The description as `dump` would write it; parts that `cache` has seen are not formatted again."""
    return "".join(pieces(spec, cache))


def pieces(spec: Mapping[str, Any], cache: Cache | None = None) -> Iterator[str]:
    """That text one piece after the other, as the whole of a large one takes much memory."""
    above: tuple[str, ...] = ()
    for place, key, value in _parts(spec):
        make = partial(_alone, place, key, value)
        *heads, part = cache.get(("yaml", place, key, repr(value)), make) if cache and cache.remembers else make()
        yield from (f"{head}\n" for depth, head in enumerate(heads, 1) if place[:depth] != above[:depth])
        yield part
        above = place


def _parts(spec: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], str, Any]]:
    """(keys that lead to the part, key, value) for paths, components and everything else."""
    for key, value in spec.items():
        if key == "paths" and value:
            yield from (((key,), path, item) for path, item in value.items())
        elif key == "components" and value and all(kind.isidentifier() and names for kind, names in value.items()):
            yield from (((key, kind), name, one) for kind, names in value.items() for name, one in names.items())
        else:
            yield (), key, value


def _alone(place: tuple[str, ...], key: str, value: object) -> list[str]:
    """The lines of the enclosing keys and of the part, indented and folded as in the whole document."""
    content: object = {key: value}
    for one in reversed(place):
        content = {one: content}
    return dump(content).split("\n", len(place))
