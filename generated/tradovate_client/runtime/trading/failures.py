"""Finds failures in answers with status 200, by the properties that the description names."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ..errors import Again, ApiError, AuthenticationError
from ..lines import one_line
from .errors import Rejected, TimePenalty, Violations
from .facts import TradingFacts

HOUR = 3600.0
AGAIN: Mapping[str, Again] = {"no": "no", "later": "later", "look-first": "look first"}


@dataclass(frozen=True, slots=True)
class Contradiction:
    """An answer that reports both success and failure."""

    text: str


Json = Mapping[str, Any]
Mask = Callable[[str], str]
Common = Callable[[], Mapping[str, Any]]
"""Returns the arguments that every ApiError takes."""


def find_failure(
    answer: object, facts: TradingFacts, mask: Mask, common: Common, is_read: bool
) -> ApiError | Contradiction | None:
    """The error that the answer reports; None if it is a success."""
    if not isinstance(answer, dict):
        return None
    return (
        _penalty(answer, facts, common)
        or _violations(answer, facts, mask, common)
        or _refusal(answer, facts, mask, common, is_read)
    )


def is_id(value: object) -> bool:
    """Whether the value can be an id: a positive integer."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value < 2**63


def may_name(answer: object, names: tuple[str, ...]) -> bool:
    """Whether one of the properties may name something that exists: an id, or anything not empty."""
    values = (answer.get(name) for name in names) if isinstance(answer, dict) else ()
    return any(one and str(one) != "0" and not str(one).startswith("-") for one in values)


def ids_in(answer: object, names: tuple[str, ...]) -> tuple[int, ...]:
    """The ids in these properties, without repeats."""
    if not isinstance(answer, dict):
        return ()
    return tuple(dict.fromkeys(answer[name] for name in names if is_id(answer.get(name))))


def _under(answer: Json, name: str) -> Any:
    """Value of a property that the description names; None if there is none."""
    return answer.get(name) if name else None


def _penalty(answer: Json, facts: TradingFacts, common: Common) -> TimePenalty | Contradiction | None:
    """The time penalty that the answer reports, if any."""
    names = facts.penalty
    if not names.ticket or not any(answer.get(name) for name in (names.ticket, names.captcha) if name):
        return None
    carried = common()
    if carried["again"] == "look first":
        return Contradiction("it names what was made, and says that the request was not handled")
    # What a program cannot do, it does not try because a word stands where a boolean should.
    wait, captcha = _under(answer, names.wait), _under(answer, names.captcha) not in (None, False, "", 0, "false")
    is_number = isinstance(wait, int | float | Decimal) and not isinstance(wait, bool)
    seconds = float(wait) if is_number and 0 <= wait < 10**9 else HOUR
    wait = max(seconds, HOUR) if captcha else seconds
    return TimePenalty(**{**carried, "again": "no" if captcha else "later"}, wait=wait, captcha=captcha)


def _violations(answer: Json, facts: TradingFacts, mask: Mask, common: Common) -> Violations | None:
    """The violations that the answer lists, if any."""
    listed = _under(answer, facts.failures.violations)
    if not listed:
        return None
    items = listed if isinstance(listed, list) else [listed]
    texts = (one_line(mask(json.dumps(one, ensure_ascii=False))) for one in items)
    return Violations(**common(), violations=tuple(texts))


def _refusal(
    answer: Json, facts: TradingFacts, mask: Mask, common: Common, is_read: bool
) -> ApiError | Contradiction | None:
    """The refusal that the answer reports, by reason, text or flag, if any."""
    names = facts.failures
    reason, is_off = _under(answer, names.reason), _under(answer, names.flag) is False
    texts = [one_line(mask(str(answer[name]))) for name in names.text if answer.get(name)]
    if not is_read and names.flag and not isinstance(answer.get(names.flag), bool | None):
        return Contradiction(f"its {names.flag} is neither true nor false")
    if reason in names.no_failure and (texts or is_off):
        return Contradiction(f"it says {reason} and {texts[0] if texts else names.flag}")
    if (not reason or reason in names.no_failure) and not texts and not is_off:
        return None
    meaning = facts.failure_reasons.get(str(reason)) if reason else None
    advice = AGAIN.get(meaning.again, "look first") if meaning else "look first"
    # A question that was refused has changed nothing; what is named may be there, whatever the reason.
    carried = common()
    again = advice if not is_read or advice == "later" else "no"
    return Rejected(
        **{**carried, "again": "look first" if carried["again"] == "look first" else again},
        reason=one_line(mask(str(reason))) if reason else None,
        text=texts[0] if texts else None,
        advice=meaning.advice if meaning else "",
    )


def as_authentication(error: ApiError) -> ApiError:
    """A refused login as an AuthenticationError."""
    if not isinstance(error, Rejected):
        return error
    kept = {name: value for name, value in vars(error).items() if name not in ("reason", "text", "advice", "again")}
    return AuthenticationError(**dict(_public(kept)), text=error.text or error.reason or "refused")


def _public(values: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Constructor arguments of an error, without notes added later."""
    return ((name, value) for name, value in values.items() if not name.startswith("_"))
