"""Text that knows where in the file each of its characters comes from, even after Liquid was rendered."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from jekyll_openapi.diagnostics import BOTH_LINES, COLUMN, Location, located, placed, source_bits
from jekyll_openapi.pages.traced import Place, Places, places_of, shown
from jekyll_openapi.records import dataclass


class Piece(NamedTuple):
    """A run of characters: copied from the file, or made from a stretch of it."""

    start: int
    """Offset in the text."""
    origin: int
    """Offset in the file of its first character."""
    made_from: int | None = None
    """For a run that is not a copy, the offset in the file where the stretch ends that it was made from."""
    data: Places = ()
    """Where the site's data states it."""


class File:
    """The text of a file, with its line starts."""

    def __init__(self, path: str, text: str, down: int = 0, right: int = 0) -> None:
        """Keep the text of the file at a POSIX path relative to the site.

        A part of a file is `down` lines and `right` columns from where its own first character would be.
        """
        self.path = path
        self.text = text
        self._down = down
        self._right = 1 + right
        self._source = source_bits(path, ())
        self._line = 1
        self._on_line = self._source + (1 + down) * BOTH_LINES

    def until(self, offset: int) -> File:
        """The part of the file before the offset."""
        return File(self.path, self.text[:offset], self._down, self._right - 1)

    @cached_property
    def _line_starts(self) -> list[int]:
        return list(accumulate([len(line) + 1 for line in self.text.split("\n")[:-1]], initial=0))

    def line(self, offset: int) -> int:
        """The number of the line with the offset."""
        return bisect_right(self._line_starts, offset) + self._down

    def location(self, start: int, end: int, data: tuple[str, ...] = ()) -> Location:
        """The location between two offsets, for what the site's data states at the places `data`."""
        starts = self._line_starts
        # Locations are mostly asked for in page order, so the last line is a good first guess.
        line = self._line
        if not (line < len(starts) and starts[line - 1] <= start < starts[line]):
            line = self._line = bisect_right(starts, start)
            self._on_line = self._source + (line + self._down) * BOTH_LINES
        left = starts[line - 1] - self._right
        if not data and (line == len(starts) or end < starts[line]):
            return located(self._on_line + (start - left) * COLUMN + end - left)
        end_line = bisect_right(starts, end)
        source = source_bits(self.path, data) if data else self._source
        end_column = end - starts[end_line - 1] + self._right
        return placed(source, line + self._down, start - left, end_line + self._down, end_column)


@dataclass(slots=True)  # not frozen: a page makes a million of them, and that would take twice as long
class PlacedText:
    """A text composed of pieces of a file."""

    text: str
    pieces: tuple[Piece, ...]
    """Sorted by start; the first starts at 0."""
    file: File

    @classmethod
    def whole(cls, file: File) -> PlacedText:
        """The whole text of the file."""
        return cls(file.text, (Piece(0, 0),), file)

    def cut(self, start: int, end: int) -> PlacedText:
        """The part between two offsets."""
        if len(self.pieces) == 1:
            (piece,) = self.pieces
            made_from = piece.made_from
            origin = piece.origin + start - piece.start if made_from is None else piece.origin
            return PlacedText(self.text[start:end], (Piece(0, origin, made_from, piece.data),), self.file)
        first = self._index(start)
        moved = [self.pieces[first]._replace(start=0, origin=self._offset(self.pieces[first], start))]
        for index in range(first + 1, len(self.pieces)):
            piece = self.pieces[index]
            if piece.start >= end:
                break
            moved.append(Piece(piece.start - start, piece.origin, piece.made_from, piece.data))
        return PlacedText(self.text[start:end], tuple(moved), self.file)

    def replaced(self, start: int, end: int, text: str) -> PlacedText:
        """New text located at the part between two offsets, and where the site's data states it."""
        origin = self._offset(self.pieces[self._index(start)], start)
        return PlacedText(text, (Piece(0, origin, self._end(end), places_of(text)),), self.file)

    def trimmed(self) -> PlacedText:
        """The text without surrounding white space."""
        text = self.text.lstrip()
        start = len(self.text) - len(text)
        end = start + len(text.rstrip())
        return self if end - start == len(self.text) else self.cut(start, end)

    @classmethod
    def joined(cls, parts: Iterable[PlacedText]) -> PlacedText:
        """The parts concatenated. At least one is needed, and all must be from the same file."""
        texts: list[str] = []
        pieces: list[Piece] = []
        length = 0
        for part in parts:
            pieces += [Piece(piece.start + length, piece.origin, piece.made_from, piece.data) for piece in part.pieces]
            texts.append(part.text)
            length += len(part.text)
        return cls("".join(texts), tuple(pieces), part.file)

    def location(self, start: int = 0, end: int | None = None) -> Location:
        """Where the part between two offsets is in the file; without arguments, the whole text."""
        end = len(self.text) if end is None else end
        first = self._index(start) if len(self.pieces) > 1 else 0
        piece = self.pieces[first]
        is_within = first + 1 == len(self.pieces) or start <= end <= self.pieces[first + 1].start
        if is_within and piece.made_from is None and not piece.data:
            origin = piece.origin - piece.start
            return self.file.location(origin + start, origin + end)
        last = self._index(end - 1)
        origin = self._offset(self.pieces[first], start)
        if end <= start:
            return self.file.location(origin, origin)
        data = self._data(first, last)
        if first == last:
            return self.file.location(origin, max(origin, self._end(end)), data)
        # Rounds of a loop copy the same stretch again, so the last piece can stand before the first, or inside it.
        begins = [origin, *(piece.origin for piece in self.pieces[first + 1 : last + 1])]
        bounds = (piece.start for piece in self.pieces[first + 1 : last + 1])
        return self.file.location(min(begins), max(self._end(bound) for bound in (*bounds, end)), data)

    def line_numbers(self) -> Sequence[int]:
        """For each line of the text, the number of the line in the file where it begins."""
        if len(self.pieces) == 1 and self.pieces[0].made_from is None:
            first = self.location(0, 0).line
            return range(first, first + self.text.count("\n") + 1)
        numbers = tuple(self._line_numbers())
        # Liquid seldom makes lines, and a range takes no memory.
        plain = range(numbers[0], numbers[0] + len(numbers))
        return plain if numbers == tuple(plain) else numbers

    def _line_numbers(self) -> Iterator[int]:
        start = index = 0
        while start >= 0:
            while index + 1 < len(self.pieces) and self.pieces[index + 1].start <= start:
                index += 1
            yield self.file.line(self._offset(self.pieces[index], start))
            start = self.text.find("\n", start) + 1 or -1

    def _data(self, first: int, last: int) -> tuple[str, ...]:
        places: list[Place] = []
        for piece in self.pieces[first : last + 1]:
            places += piece.data
        return shown(places) if places else ()

    def _index(self, offset: int) -> int:
        return bisect_right(self.pieces, (offset, sys.maxsize)) - 1

    def _end(self, offset: int) -> int:
        last = self.pieces[self._index(offset - 1)]
        return last.made_from if last.made_from is not None else self._offset(last, offset)

    @staticmethod
    def _offset(piece: Piece, offset: int) -> int:
        return piece.origin if piece.made_from is not None else piece.origin + offset - piece.start
