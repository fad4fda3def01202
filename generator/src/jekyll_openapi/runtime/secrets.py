"""Keeps secrets out of messages, logs, pickles and crash reports, by value and by property name."""

from __future__ import annotations

import html
import json
import logging
import re
import weakref
from collections import OrderedDict
from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import Any, Generic, NoReturn, TypeVar
from urllib.parse import quote, quote_plus

from .mutex import mutex

T = TypeVar("T")
E = TypeVar("E", bound=BaseException)

MASK = "***"
SHORTEST = 4
LOUD = ("httpcore.connection", "httpcore.http11", "httpcore.proxy", "httpx")
"""Loggers of libraries below us that log headers."""
MOST_GIVEN = 1000
"""How many values from the caller are remembered, newest first."""
MOST_DRAWN = 32
"""How many values from the service are remembered. Tokens last an hour or two, clients run for weeks."""


class Hidden(Generic[T]):
    """Wraps a value. Only `reveal` returns it; printing, copying, pickling and crash reports show nothing."""

    __slots__ = ("reveal",)

    def __init__(self, value: T) -> None:
        # Nothing that walks through objects opens a closure.
        self.reveal: Callable[[], T] = lambda: value

    def __repr__(self) -> str:
        return MASK

    def __getstate__(self) -> None:
        return None

    def __reduce_ex__(self, protocol: Any) -> NoReturn:
        raise TypeError("a secret is neither copied nor pickled")


def bare(error: E) -> E:
    """The exception without traceback frames, whose variables may hold secrets."""
    error.__cause__ = error.__context__ = None
    return error.with_traceback(None)


class Secrets:
    """The secret values and property names of a client."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names: frozenset[str] = frozenset(names)
        self._given: OrderedDict[bytes, Hidden[list[str]]] = OrderedDict()
        self._drawn: OrderedDict[bytes, Hidden[list[str]]] = OrderedDict()
        self._longest_first: Hidden[tuple[str, ...]] = Hidden(())
        self._lock = mutex()
        _QUIET.secrets.add(self)
        named = "|".join(map(re.escape, sorted(self.names))) or "(?!)"
        self._named = re.compile(rf'("(?:{named})"\s*:\s*)("(?:[^"\\]|\\.)*"?|[^\s,}}\]]+)')

    def __repr__(self) -> str:
        return f"Secrets({len(self._given) + len(self._drawn)} values)"

    def add(self, value: object) -> None:
        """Remember a secret. Very short ones are ignored, since masking them would mangle ordinary words."""
        self._remember(value, self._given, MOST_GIVEN)

    def learn(self, data: object) -> None:
        """Remember values under secret names at the top level of a request."""
        for value in self._inside(data):
            self.add(value)

    def draw(self, data: object) -> None:
        """Remember values under secret names at the top level of an answer."""
        for value in self._inside(data):
            self._remember(value, self._drawn, MOST_DRAWN)

    def mask(self, text: str) -> str:
        """The text with secrets replaced."""
        text = self._named.sub(rf'\1"{MASK}"', text)
        for form in self._longest_first.reveal():
            if form in text:
                text = text.replace(form, MASK)
        return text

    def mask_bytes(self, body: bytes) -> bytes:
        """The body with secrets replaced."""
        text = body.decode("utf-8", "replace")
        masked = self.mask(text)
        return body if masked == text else masked.encode()

    def _inside(self, data: object) -> list[object]:
        """The values under secret names."""
        return [data[name] for name in self.names & data.keys()] if isinstance(data, dict) else []

    def _remember(self, value: object, values: OrderedDict[bytes, Hidden[list[str]]], most: int) -> None:
        """Remember a value; the oldest are forgotten beyond `most`."""
        text = str(value)
        if value is None or len(text) < SHORTEST:
            return
        key = sha256(text.encode("utf-8", "surrogatepass")).digest()
        with self._lock:
            if key in self._given or key in self._drawn:
                return
            values[key] = Hidden(sorted(_forms(text)))
            while len(values) > most:
                values.popitem(last=False)
            forms = {form for one in (*self._given.values(), *self._drawn.values()) for form in one.reveal()}
            self._longest_first = Hidden(tuple(sorted(forms, key=lambda one: (-len(one), one))))


class _Quiet(logging.Filter):
    """Log filter that masks the secrets of every client in the logs of httpx and httpcore."""

    def __init__(self) -> None:
        super().__init__()
        self.secrets: weakref.WeakSet[Secrets] = weakref.WeakSet()
        for name in LOUD:
            logging.getLogger(name).addFilter(self)

    def filter(self, record: logging.LogRecord) -> bool:
        """Mask the record; always lets it through."""
        text = record.getMessage()
        for one in tuple(self.secrets):
            text = one.mask(text)
        record.msg, record.args = text, ()
        return True


_QUIET = _Quiet()


def _forms(value: str) -> set[str]:
    """How a value can appear in JSON, nested JSON, URLs, HTML and Python reprs."""
    in_json = [json.dumps(value)[1:-1], json.dumps(value, ensure_ascii=False)[1:-1]]
    twice = [json.dumps(one)[1:-1] for one in in_json]
    in_python = [repr(value)[1:-1], repr(value.encode("utf-8", "replace"))[2:-1]]
    in_url = [quote(value, safe="", errors="replace"), quote_plus(value, errors="replace")]
    return {value, html.escape(value), *in_json, *twice, *in_python, *in_url}


def digest(content: bytes | None) -> bytes:
    """A digest that identifies a secret without revealing it."""
    return sha256(content or b"").digest()
