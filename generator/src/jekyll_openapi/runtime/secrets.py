"""Keeps secrets out of everything that can be read: what is known to be one, and what stands under such a name."""

from __future__ import annotations

import json
import logging
import re
import weakref
from collections import OrderedDict
from collections.abc import Iterable
from urllib.parse import quote, quote_plus

MASK = "***"
SHORTEST = 4
LOUD = ("httpcore.connection", "httpcore.http11", "httpcore.proxy", "httpx")
"""Loggers of what we stand on, which show headers."""
MOST = 1000
"""How many values are remembered, the newest ones."""


class Secrets:
    """The values and names that must not be seen."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names: frozenset[str] = frozenset(names)
        self._values: OrderedDict[str, None] = OrderedDict()
        _QUIET.secrets.add(self)
        named = "|".join(map(re.escape, sorted(self.names))) or "(?!)"
        self._named = re.compile(rf'("(?:{named})"\s*:\s*)("(?:[^"\\]|\\.)*"?|[^\s,}}\]]+)')

    def __repr__(self) -> str:
        return f"Secrets({len(self._values)} values)"

    def add(self, value: object) -> None:
        """Remember a value; one that is too short to be a secret would take words apart."""
        text = str(value)
        if value is not None and len(text) >= SHORTEST:
            self._values[text] = None
            self._values.move_to_end(text)
            while len(self._values) > MOST:
                self._values.popitem(last=False)

    def learn(self, data: object) -> None:
        """Remember what stands under a secret's name, at the top of a request or an answer."""
        if isinstance(data, dict):
            for name in self.names & data.keys():
                self.add(data[name])

    def mask(self, text: str) -> str:
        """The text without secrets."""
        text = self._named.sub(rf'\1"{MASK}"', text)
        for value in sorted(self._values.copy(), key=len, reverse=True):
            for form in _forms(value):
                text = text.replace(form, MASK)
        return text

    def mask_bytes(self, body: bytes) -> bytes:
        """The body without secrets."""
        text = body.decode("utf-8", "replace")
        masked = self.mask(text)
        return body if masked == text else masked.encode()


class _Quiet(logging.Filter):
    """Masks the secrets of every client in the lines of the libraries below."""

    def __init__(self) -> None:
        super().__init__()
        self.secrets: weakref.WeakSet[Secrets] = weakref.WeakSet()
        for name in LOUD:
            logging.getLogger(name).addFilter(self)

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every line through, masked."""
        text = record.getMessage()
        for one in tuple(self.secrets):
            text = one.mask(text)
        record.msg, record.args = text, ()
        return True


_QUIET = _Quiet()


def _forms(value: str) -> set[str]:
    """How a value can stand in JSON and in a URL."""
    in_json = {json.dumps(value)[1:-1], json.dumps(value, ensure_ascii=False)[1:-1]}
    return {value, quote(value, safe=""), quote_plus(value)} | in_json
