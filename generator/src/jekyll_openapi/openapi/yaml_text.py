"""Reads YAML from parser events, so that limits are checked before anything is built."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from jekyll_openapi.openapi.bounds import Bounds, Part, RefusedError
from jekyll_openapi.openapi.scalars import Resolve, core
from jekyll_openapi.openapi.yaml_blocks import DEEPEST, Entry, Known, blocks_of, by_blocks
from jekyll_openapi.records import replace

try:
    from yaml import CBaseLoader as _Loader
except ImportError:  # a PyYAML without libyaml: slower, the same events
    from yaml import BaseLoader as _Loader  # type: ignore[assignment]

_MERGE = "<<"
_NONE = object()
_MERGED = object()
"""The key under which a mapping keeps the `<<` sources until it is complete."""


def read_yaml(text: str, bounds: Bounds, resolve: Resolve = core, known: Known | None = None) -> Any:
    """The content of the only document in the text; raises RefusedError.

    `known` holds the blocks of another document; if it is empty, those of this one are put into it.
    """
    if known:
        found = by_blocks(text, partial(_read_block, bounds, resolve), known, bounds.nodes)
        if found is not None:
            return found
    reader = _Reader(bounds, resolve, None if known is None else [])
    content = reader.read(_events(text))
    if known is not None:
        known.update(reader.blocks(text))
    return content


def _read_block(bounds: Bounds, resolve: Resolve, text: str, level: int) -> tuple[Any, int]:
    """The content of a text below so many keys, and how many values it is; raises RefusedError."""
    reader = _Reader(replace(bounds, depth=bounds.depth - level), resolve)
    return reader.read(_events(text)), reader.values


def _events(text: str) -> Iterator[Any]:
    loader = _Loader(text)
    try:
        yield from iter(loader.get_event, None)  # None comes behind the last
    except yaml.MarkedYAMLError as problem:
        raise RefusedError(str(problem.problem), _offset(problem.problem_mark)) from None
    except yaml.reader.ReaderError as problem:
        offset = len(text.encode()[: problem.position].decode(errors="ignore"))
        raise RefusedError(f"the character U+{problem.character:04X} is not allowed", offset) from None
    finally:
        loader.dispose()


def _offset(mark: Any) -> int:
    return int(mark.index) if mark else 0


def parts_of_yaml(text: str) -> Iterator[Part]:
    """The document as steps for `find`; raises RefusedError."""
    for event in _events(text):
        at = _offset(getattr(event, "start_mark", None))
        if isinstance(event, ScalarEvent):
            yield "value", event.value, at
        elif isinstance(event, AliasEvent):
            yield "value", "", at
        elif isinstance(event, MappingStartEvent | SequenceStartEvent):
            yield "{" if isinstance(event, MappingStartEvent) else "[", "", at
        elif isinstance(event, CollectionEndEvent):
            yield "end", "", at


class _Reader:
    """Builds the content, event by event."""

    def __init__(self, bounds: Bounds, resolve: Resolve, entries: list[Entry] | None = None) -> None:
        self._bounds = bounds
        self._resolve = resolve
        self._into: Any = []
        self._key: Any = _NONE
        self._above: list[tuple[Any, Any, str | None, int]] = []
        self._nodes = 0
        self._repeated = 0
        self._anchors: dict[str, tuple[Any, int] | None] = {}
        self._entries = entries
        """What is noted of the keys for `blocks`; None if nobody asks."""
        self._not_noted: set[int] = set()
        """Mappings in flow style."""

    @property
    def values(self) -> int:
        """How many values have been read."""
        return self._nodes + self._repeated

    def blocks(self, text: str) -> Known:
        """The blocks of the text that has been read; none if one can refer to another."""
        return blocks_of(text, self._entries, self.values) if self._entries and not self._anchors else {}

    def read(self, events: Iterator[Any]) -> Any:
        """The content of the events; raises RefusedError."""
        whole = self._into
        for event in events:
            kind = type(event)
            if kind is ScalarEvent:
                self._scalar(event)
            elif kind is MappingStartEvent:
                self._open(event, {})
            elif kind is SequenceStartEvent:
                self._open(event, [])
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self._close()
            elif kind is AliasEvent:
                self._alias(event)
            elif kind is DocumentStartEvent and whole:
                raise RefusedError("a second document begins here; only one is read", _offset(event.start_mark))
        return whole[0] if whole else None

    def _scalar(self, event: Any) -> None:
        if event.tag is not None:
            self._refuse_tag(event)
        text, into = event.value, self._into
        if self._key is _NONE and type(into) is dict:
            if event.anchor:
                raise RefusedError("an anchor on a key is not supported", _offset(event.start_mark))
            if text in into and self._bounds.unique_keys:
                raise RefusedError(f"the key `{text}` is repeated in a mapping", _offset(event.start_mark))
            if self._entries is not None and len(self._above) <= DEEPEST:
                self._note(event, into, text)
            self._key = _MERGED if text == _MERGE and event.implicit[0] else text
            return
        self._count(event)
        value = self._resolve(text, event.start_mark.index, self._bounds) if event.implicit[0] else text
        if event.anchor:
            self._anchors[event.anchor] = value, 1
        self._put(value)

    def _open(self, event: Any, value: Any) -> None:
        if event.tag is not None:
            self._refuse_tag(event)
        if self._key is _NONE and type(self._into) is dict:
            raise RefusedError("a key must be text", _offset(event.start_mark))
        if len(self._above) == self._bounds.depth:
            raise RefusedError(f"nested deeper than {self._bounds.depth} levels", _offset(event.start_mark))
        if event.anchor:
            self._anchors[event.anchor] = None
        if self._entries is not None and event.flow_style:
            self._not_noted.add(id(value))
        self._above.append((self._into, self._key, event.anchor, self._nodes + self._repeated))
        self._count(event)
        self._into, self._key = value, _NONE

    def _close(self) -> None:
        value = self._into
        self._into, self._key, anchor, before = self._above.pop()
        if type(value) is dict and _MERGED in value:
            value = _merged(value)
        if anchor:
            self._anchors[anchor] = value, self.values - before
        self._put(value)

    def _alias(self, event: AliasEvent) -> None:
        at = _offset(event.start_mark)
        if self._key is _NONE and type(self._into) is dict:
            raise RefusedError("a key must be text, not an alias", at)
        found = self._anchors.get(event.anchor or "")
        if not isinstance(found, tuple):
            raise RefusedError(f"the alias `*{event.anchor}` refers to nothing complete before it", at)
        value, nodes = found
        self._repeated += nodes
        if self._repeated > self._bounds.repeated:
            raise RefusedError(f"aliases repeat more than {self._bounds.repeated} values", at)
        # A copy: whoever changes one of the two places must not change the other.
        self._put(_copy(value, self._bounds.depth - len(self._above), at))

    def _note(self, event: ScalarEvent, into: dict[Any, Any], key: str) -> None:
        """Notes a key, unless it stands in flow style or in a list."""
        holders = [holder for holder, *_ in self._above[1:]]
        if id(into) not in self._not_noted and all(type(one) is dict for one in holders):
            assert self._entries is not None
            self._entries.append(Entry(_offset(event.start_mark), len(holders), self.values, into, key))

    def _put(self, value: Any) -> None:
        into = self._into
        if type(into) is list:
            into.append(value)
        else:
            into[self._key] = value
            self._key = _NONE

    def _count(self, event: Any) -> None:
        self._nodes += 1
        if self._nodes > self._bounds.nodes:
            raise RefusedError(f"more than {self._bounds.nodes} values", _offset(event.start_mark))

    def _refuse_tag(self, event: Any) -> None:
        raise RefusedError(f"the tag `{event.tag}` is not supported", _offset(event.start_mark))


def _merged(mapping: dict[Any, Any]) -> dict[Any, Any]:
    """The mapping completed by its `<<` sources; its own entries win."""
    added = mapping.pop(_MERGED)
    sources = added if isinstance(added, list) else [added]
    if not all(isinstance(one, dict) for one in sources):
        return {**mapping, _MERGE: added}
    found: dict[Any, Any] = {}
    for one in sources:
        found = {**one, **found}
    return {**found, **mapping}


def _copy(value: Any, depth: int, at: int) -> Any:
    if not isinstance(value, dict | list):
        return value
    if depth <= 0:
        raise RefusedError("the alias nests too deeply", at)
    if isinstance(value, dict):
        return {key: _copy(one, depth - 1, at) for key, one in value.items()}
    return [_copy(one, depth - 1, at) for one in value]
