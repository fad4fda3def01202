"""Builds requests like `runtime.request_builder`, and gives each trade its tags."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..description import Operation
from ..lines import one_line
from ..lockout import Scope
from ..request_builder import RequestBuilder
from .facts import TradingDescription
from .tags import put_tags


@dataclass(frozen=True, slots=True)
class TradingRequestBuilder(RequestBuilder):
    """Turns what a caller wants into a call that may be sent, and can be found again."""

    description: TradingDescription

    def _scope(self, operation: Operation) -> Scope:
        """Which lock-outs keep the operation back."""
        trade = self.description.facts.trades.get(operation.id)
        return "protecting" if trade and trade.protects else "usual"

    def _tag(self, operation: Operation, content: Any) -> tuple[str | None, tuple[str, ...]]:
        """The tag that the request carries, and the tags in its body that are made here."""
        made = put_tags(operation, content, self.description, self.clock.now())
        tag = content.get(self.description.facts.tag) if isinstance(content, dict) else None
        return (one_line(str(tag)) if tag else None), made
