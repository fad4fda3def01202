"""Failures that come as an answer of status 200, found by the properties that the spec names."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from .errors import ApiError, AuthenticationError, Rejected, TimePenalty, Violations
from .facts import ClientFacts
from .lines import one_line

HOUR = 3600.0


@dataclass(frozen=True, slots=True)
class Contradiction:
    """An answer that says both that it worked and that it failed."""

    text: str


Json = Mapping[str, Any]
Mask = Callable[[str], str]
Common = Mapping[str, Any]
"""What every refusal carries: operation, tag, status, body."""


def find_failure(answer: object, facts: ClientFacts, mask: Mask, common: Common) -> ApiError | Contradiction | None:
    """The failure that the answer tells of, as the error to raise."""
    if not isinstance(answer, dict):
        return None
    put_off = _penalty(answer, facts, common)
    return put_off or _violations(answer, facts, mask, common) or _refusal(answer, facts, mask, common)


def _penalty(answer: Json, facts: ClientFacts, common: Common) -> TimePenalty | None:
    """The request was put off."""
    names = facts.penalty
    if not names.ticket or not any(answer.get(name) for name in (names.ticket, names.captcha) if name):
        return None
    wait, captcha = answer.get(names.wait), answer.get(names.captcha) is True
    seconds = float(wait) if isinstance(wait, int | float) and 0 <= wait < 1e9 else HOUR
    wait = max(seconds, HOUR) if captcha else seconds
    return TimePenalty(**common, wait=wait, captcha=captcha, retryable=not captcha)


def _violations(answer: Json, facts: ClientFacts, mask: Mask, common: Common) -> Violations | None:
    """The request is wrong in the ways listed."""
    listed = answer.get(facts.failures.violations)
    if not listed:
        return None
    items = listed if isinstance(listed, list) else [listed]
    return Violations(**common, violations=tuple(one_line(mask(json.dumps(one, ensure_ascii=False))) for one in items))


def _refusal(answer: Json, facts: ClientFacts, mask: Mask, common: Common) -> ApiError | Contradiction | None:
    """The request was refused, with a reason, with a text, or just so."""
    names = facts.failures
    reason, is_off = answer.get(names.reason), answer.get(names.flag) is False
    texts = [one_line(mask(str(answer[name]))) for name in names.text if answer.get(name)]
    if reason in names.no_failure and (texts or is_off):
        return Contradiction(f"it says {reason} and {texts[0] if texts else names.flag}")
    if (not reason or reason in names.no_failure) and not texts and not is_off:
        return None
    text = texts[0] if texts else None
    meaning = facts.failure_reasons.get(str(reason))
    return Rejected(
        **common,
        reason=one_line(mask(str(reason))) if reason else None,
        text=text,
        advice=meaning.advice if meaning else "",
        retryable=meaning is not None and meaning.again == "later",
    )


def as_authentication(error: ApiError) -> ApiError:
    """The same refusal, where what was refused is the opening of a session."""
    if not isinstance(error, Rejected):
        return error
    return AuthenticationError(
        operation=error.operation, status=error.status, body=error.body, text=error.text or error.reason or "refused"
    )
