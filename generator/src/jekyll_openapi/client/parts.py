"""Texts of parts of a description with all that they refer to: the keys under which modules are remembered."""

from __future__ import annotations

from jekyll_openapi.patterns import regex
from jekyll_openapi.runtime.trading.facts import TradingDescription

_LED = regex(r"#/components/[\w-]+/([^'\"]*)")


class Parts:
    """The components of a description as texts."""

    def __init__(self, description: TradingDescription) -> None:
        schemas, shapes = description.schemas, description.shapes
        names = dict.fromkeys((*schemas, *shapes))
        self._texts = {name: repr((name, schemas.get(name), shapes.get(name))) for name in names}
        self._led = {name: _LED.findall(text) for name, text in self._texts.items()}

    def reached(self, *texts: str) -> tuple[str, ...]:
        """The texts, and those of the components that they refer to, directly or through others."""
        found: dict[str, None] = {}
        waiting = [name for text in texts for name in _LED.findall(text)]
        while waiting:
            if (name := waiting.pop()) in found:
                continue
            if name not in self._texts:  # a name with signs that a reference spells otherwise
                return (*texts, *self._texts.values())
            found[name] = None
            waiting += self._led[name]
        return (*texts, *map(self._texts.__getitem__, sorted(found)))
