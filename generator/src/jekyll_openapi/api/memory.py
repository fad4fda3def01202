"""Remembers what was made of parts of pages, from one build under `--watch` to the next.

What is made of a part depends on the part and the settings, and on what it asks the `Context` about the rest of the
site. Each question is noted with its answer, and each thing told to the context with it: findings, tables that were
read. The next build takes what was made if the part is the same object and all questions, asked again in their order,
have the same answers. What is told is told again on the way: up to the first other answer that is what making it anew
would do too, and telling twice is as good as once. So a failed attempt leaves nothing behind that would not be there.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from jekyll_openapi.cache import Cache
from jekyll_openapi.records import dataclass

Made = TypeVar("Made")
Answer = TypeVar("Answer")
Given = ParamSpec("Given")
Asker = TypeVar("Asker", bound="Remembering")

Place = tuple[object, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """What was made, and all that it depends on."""

    place: Place
    key: tuple[object, ...]
    """Kept, so that no other object gets its identity, which the place has."""
    made: object
    events: tuple["Event", ...]
    """In their order: questions with their answers, and what was made on the way."""
    is_lasting: bool
    """Whether it can be asked again on what it depends; false if it looked at something else than the questions."""


Event = tuple[str, tuple[Any, ...], object] | Entry | None
"""A method of the context, its arguments and its answer; None for a look at the whole."""


def question(method: Callable[Concatenate[Asker, Given], Answer]) -> Callable[Concatenate[Asker, Given], Answer]:
    """A method that what is made may call, to ask or to tell; its answer can be compared, and asking twice does no
    harm."""
    name = method.__name__

    @wraps(method)
    def noting(self: Asker, *args: Given.args, **kwargs: Given.kwargs) -> Answer:
        assert not kwargs
        events, self._events = self._events, None
        try:
            answer = method(self, *args, **kwargs)
        finally:
            self._events = events
        if events is not None:
            events.append((name, args, answer))
        return answer

    return cast("Callable[Concatenate[Asker, Given], Answer]", noting)


class Remembering:
    """What remembers: the base of `Context`."""

    def __init__(self, cache: Cache, *settings: object) -> None:
        self._cache = cache
        self._settings = cache.get(("api", *settings), object)
        self._seen: dict[Place, Entry] = {}
        """What was made, or found to be the same, in this build."""
        self._events: list[Event] | None = None
        """Of what is being made; None where nothing is, or inside a question."""

    def once(self, what: str, key: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """The result of `make` for these objects, computed at the first call and remembered."""
        place = (self._settings, what, *map(id, key))
        entry = self._seen.get(place) or self._known(place)
        if entry is None:
            entry = self._seen[place] = self._made(place, key, make)
            self._cache.keep(place, entry)
        if self._events is not None:
            self._events.append(entry)
        return cast("Made", entry.made)

    def once_a_build(self, what: str, key: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """The same for what a build asks only once: without another build to come, the key is not kept for it."""
        return self.once(what, key, make) if self._cache.remembers else make()

    def forget(self, what: str, key: tuple[object, ...]) -> None:
        """Lets go of a result that nobody will ask for again in this build; without another to come, it is not kept."""
        if not self._cache.remembers:
            self._seen.pop((self._settings, what, *map(id, key)), None)

    def looks_at_all(self) -> None:
        """Notes that what is being made depends on more than can be asked again."""
        if self._events is not None:
            self._events.append(None)

    def _made(self, place: Place, key: tuple[object, ...], make: Callable[[], object]) -> Entry:
        if not self._cache.remembers:
            return Entry(place, key, make(), (), is_lasting=False)
        outer, events = self._events, list[Event]()
        self._events = events
        try:
            made = make()
        except BaseException:
            if outer is not None:
                outer += events  # whoever catches it depends on what led to it
            raise
        finally:
            self._events = outer
        is_lasting = all(one is not None and (not isinstance(one, Entry) or one.is_lasting) for one in events)
        return Entry(place, key, made, tuple(events), is_lasting)

    def _known(self, place: Place) -> Entry | None:
        """What an earlier build made, if that is what this one would make."""
        entry: Entry | None = self._cache.find(place)
        events, self._events = self._events, None
        try:
            return entry if entry and self._holds(entry) else None
        finally:
            self._events = events

    def _holds(self, entry: Entry) -> bool:
        if not entry.is_lasting:
            return False
        for event in entry.events:
            if isinstance(event, Entry):
                seen = self._seen.get(event.place)
                if seen is None:
                    self._cache.find(event.place)  # it is in use
                    if not self._holds(event):
                        return False
                elif seen is not event:
                    return False
            elif event is not None:
                method, args, answer = event
                if getattr(self, method)(*args) != answer:
                    return False
        self._seen[entry.place] = entry
        return True
