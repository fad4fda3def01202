"""Reads a YAML document with what is known from another one: two states of a description share most of their text.

A block is one entry of a mapping with all below it: from the line of its key to the next key that stands no deeper.
The reader notes the blocks of one document. The other document is cut where blocks seem to begin, and those that are
not known are read on their own, by the one reader of YAML. A cut in a place where none begins, such as a text in
quotation marks, leaves an error in the block before it: then the whole is read as ever.
"""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from jekyll_openapi.openapi.bounds import RefusedError
from jekyll_openapi.patterns import regex

Known = dict[str, tuple[dict[str, Any], int]]
"""Text of a block -> the entry, and how many values that is."""
Read = Callable[[str, int], tuple[Any, int]]
"""Reads a text that stands below so many keys: the content, and how many values that is; raises RefusedError."""

DEEPEST = 3
"""Levels of keys that are taken apart: `paths` or `components`, the path or kind, the method or name."""
_OTHER = regex(r"<<|\n(?:---|\.\.\.)")
"""Matches what makes one entry bear on another, and what ends a document."""
_BEGINS = tuple(regex(rf"(?m)^{'  ' * level}(?=[\w/$'\"])") for level in range(DEEPEST))
"""Matches where a block seems to begin, by level. One whose key begins otherwise belongs to the block before it."""
_HEAD = regex(r" *\S+:\n")


class Entry(NamedTuple):
    """What the reader notes of a key in block style, all of whose holders are mappings in block style."""

    offset: int
    level: int
    """How many keys stand above it."""
    values: int
    """How many values were read before it."""
    holder: dict[str, Any]
    key: str


def blocks_of(text: str, entries: list[Entry], values: int) -> Known:
    """The blocks of a document that has so many values and no anchors."""
    found: Known = {}
    ends = [(len(text), values)] * DEEPEST
    for one in () if _OTHER.search(text) else reversed(entries):
        start = text.rfind("\n", 0, one.offset) + 1
        end, count = ends[one.level]
        if not text[start : one.offset].strip(" "):
            found[text[start:end]] = {one.key: one.holder[one.key]}, count - one.values
        ends[one.level :] = [(start, one.values)] * (DEEPEST - one.level)
    return found


class _OtherwiseError(Exception):
    """The blocks do not make the document."""


def by_blocks(text: str, read: Read, known: Known, most: int) -> Any:
    """The content of a document; None if it has to be read as a whole, or is more than so many values.

    Blocks are taken out of `known`, so that no part is shared by two places of the document.
    """
    if _OTHER.search(text):
        return None
    try:
        content, values = _mapping(text, 0, read, known)
    except (RefusedError, _OtherwiseError):
        return None
    return content if content and values <= most else None


def _mapping(text: str, level: int, read: Read, known: Known) -> tuple[dict[str, Any], int]:
    """The entries of the blocks, and how many values they are."""
    made: dict[str, Any] = {}
    size = values = 0
    for block in _blocks(text, level, known):
        content, count = known.pop(block, None) or _below_head(block, level, read, known) or read(block, level)
        if not isinstance(content, dict):
            raise _OtherwiseError
        made.update(content)
        size, values = size + len(content), values + count
    if len(made) < size:  # a key is repeated
        raise _OtherwiseError
    return made, values


def _below_head(block: str, level: int, read: Read, known: Known) -> tuple[dict[str, Any], int] | None:
    """The entry of a block whose key has a line of its own, with further blocks below; None if it is none."""
    if not _is_head(block, level):
        return None
    end = block.index("\n") + 1
    [(key, _)] = read(block[:end], level)[0].items()
    inner, values = _mapping(block[end:], level + 1, read, known)
    return {key: inner}, values + 1


def _is_head(block: str, level: int) -> bool:
    head = _HEAD.match(block) if level + 1 < DEEPEST and _BEGINS[level].match(block) else None
    return head is not None and _BEGINS[level + 1].match(block, head.end()) is not None


def _blocks(text: str, level: int, known: Known) -> Iterator[str]:
    """The blocks; those that are neither known nor taken apart are joined, as they are read faster together."""
    starts = [found.start() for found in _BEGINS[level].finditer(text)][1:]
    begun = 0
    for start, end in zip([0, *starts], [*starts, len(text)], strict=True):
        if (block := text[start:end]) in known or _is_head(block, level):
            if begun < start:
                yield text[begun:start]
            yield block
            begun = end
    if begun < len(text):
        yield text[begun:]
