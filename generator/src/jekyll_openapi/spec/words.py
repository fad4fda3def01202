"""Writes JSON Schema in words, for formats and pages that have no place for a keyword."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from jekyll_openapi.openapi.json import Json
from jekyll_openapi.patterns import regex

_TICKS = regex("`+")


def listed(names: Sequence[object], last: str = "or") -> str:
    """The names as a list in words: `a`, `b` or `c`."""
    quoted = [code(name) for name in names]
    return f" {last} ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)


def code(value: object) -> str:
    """The value as a Markdown code span: a string as it is, anything else as JSON."""
    text = value if isinstance(value, str) and value and value.isprintable() else compact(value)
    fence = "`" * (max(_runs_of_ticks(text), default=0) + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _runs_of_ticks(text: str) -> Iterator[int]:
    return map(len, _TICKS.findall(text))


def compact(value: object) -> str:
    """The value as JSON on one line."""
    return json.dumps(value, ensure_ascii=False, default=float)


def condition_sentence(condition: Json) -> str:
    """The sentence for an `if`/`then`, such as "`price` is required when `orderType` is `Stop`." """
    when, then = circumstances(condition), effect(condition)
    if when and then:
        return f"{then} when {when}."
    parts = {key: condition[key] for key in ("if", "then", "else") if key in condition}
    return f"A condition holds: {code(parts)}."


def requirement(condition: Json) -> tuple[str, ...]:
    """The properties that the condition requires; empty if it does anything else."""
    then = condition.get("then")
    plain = isinstance(then, dict) and set(then) == {"required"} and "else" not in condition
    return tuple(then["required"]) if plain and isinstance(then, dict) else ()


def effect(condition: Json) -> str:
    """What the condition demands, such as "`price` is required"; empty if that cannot be put in words."""
    if required := requirement(condition):
        return f"{listed(required, 'and')} {'is' if len(required) == 1 else 'are'} required"
    then = condition.get("then")
    if not isinstance(then, dict) or len(then) != 1 or "else" in condition:
        return ""
    if names := _required_names(then.get("anyOf")):
        return f"At least one of {listed(names, 'and')} is required"
    if names := _absent(then):
        return f"{listed(names, 'and')} must be left out"
    tests = then.get("properties", {})
    values = {name: _values(one) for name, one in tests.items()}
    if not values or not all(values.values()):
        return ""
    return " and ".join(f"{code(name)} must be {listed(some)}" for name, some in values.items())


def circumstances(condition: Json) -> str:
    """When the condition holds, such as "`orderType` is `Stop`"; empty if it tests anything but given values."""
    test = condition.get("if")
    if not isinstance(test, dict) or not test or set(test) - {"properties", "required", "not"}:
        return ""
    tests: dict[str, Any] = test.get("properties", {})
    given, absent = test.get("required", []), _absent(test)
    values = {name: _values(one) for name, one in tests.items()}
    if not all(values.values()) or not set(tests) <= set(given) or ("not" in test and not absent):
        return ""
    parts = [f"{code(name)} is {listed(some)}" for name, some in values.items()]
    parts += [f"{code(name)} is given" for name in given if name not in tests]
    return " and ".join([*parts, *(f"{code(name)} is left out" for name in absent)])


def _absent(test: Json) -> list[str]:
    """The properties that `not` says must be absent."""
    denied = test.get("not")
    if not isinstance(denied, dict):
        return []
    return _required_names(denied.get("anyOf")) if set(denied) == {"anyOf"} else _required_names([denied])


def _required_names(members: Any) -> list[str]:
    """The names in `[{required: [a]}, {required: [b]}]`; empty for anything else."""
    if not isinstance(members, list) or not all(isinstance(one, dict) and set(one) == {"required"} for one in members):
        return []
    return [one["required"][0] for one in members if len(one["required"]) == 1]


def _values(test: Any) -> Sequence[object]:
    if not isinstance(test, dict) or len(test) != 1:
        return ()
    if "const" in test:
        return [test["const"]]
    values = test.get("enum")
    return values if isinstance(values, list) else ()
