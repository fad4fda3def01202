"""Builds requests as `runtime.request_builder` does, and adds a tag to each trade."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..description import Operation
from ..lockout import Scope
from ..request_builder import RequestBuilder
from .facts import TradingDescription
from .tags import put_tags


@dataclass(frozen=True, slots=True)
class TradingRequestBuilder(RequestBuilder):
    """Checks values against an operation and builds a request that can be found again."""

    description: TradingDescription

    def _scope(self, operation: Operation) -> Scope:
        """Which lock-outs apply to the operation."""
        trade = self.description.facts.trades.get(operation.id)
        return "protecting" if trade and trade.protects else "usual"

    def _tag(self, operation: Operation, content: Any) -> tuple[str | None, tuple[str, ...]]:
        """Tag of the request, and the tags in its body that the client generated."""
        made = put_tags(operation, content, self.description, self.clock.now())
        tag = content.get(self.description.facts.tag) if isinstance(content, dict) else None
        return (str(tag) if tag else None), made
