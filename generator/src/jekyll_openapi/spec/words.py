"""What the description says in JSON Schema, in words: for formats and pages that have no place for the keyword."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from jekyll_openapi.openapi.json import Json


def listed(names: Sequence[object], last: str = "or") -> str:
    """`a`, `b` or `c`."""
    quoted = [code(name) for name in names]
    return f" {last} ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)


def code(value: object) -> str:
    """The value as a code span of Markdown: a line of text as it is, anything else as JSON."""
    text = value if isinstance(value, str) and value and value.isprintable() else compact(value)
    fence = "`" * (max(_runs_of_ticks(text), default=0) + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _runs_of_ticks(text: str) -> Iterator[int]:
    return (len(run) for run in "".join(char if char == "`" else " " for char in text).split())


def compact(value: object) -> str:
    """The value as JSON on one line."""
    return json.dumps(value, ensure_ascii=False, default=float)


def condition_sentence(condition: Json) -> str:
    """What an `if`/`then` asks for."""
    when, then = circumstances(condition), requirement(condition)
    if when and then:
        return f"{listed(then, 'and')} {'is' if len(then) == 1 else 'are'} required when {when}."
    parts = {key: condition[key] for key in ("if", "then", "else") if key in condition}
    return f"A condition holds: {code(parts)}."


def requirement(condition: Json) -> tuple[str, ...]:
    """The properties that are required under the condition; empty where it asks for anything else."""
    then = condition.get("then")
    plain = isinstance(then, dict) and set(then) == {"required"} and "else" not in condition
    return tuple(then["required"]) if plain and isinstance(then, dict) else ()


def circumstances(condition: Json) -> str:
    """When the condition holds, such as "`orderType` is `Stop`"; empty where it is about anything but given values."""
    test = condition.get("if")
    if not isinstance(test, dict) or set(test) - {"properties", "required"} or not test.get("properties"):
        return ""
    tests: dict[str, Any] = test["properties"]
    if set(test.get("required", ())) != set(tests):
        return ""
    values = {name: _values(one) for name, one in tests.items()}
    if not all(values.values()):
        return ""
    return " and ".join(f"{code(name)} is {listed(some)}" for name, some in values.items())


def _values(test: Any) -> Sequence[object]:
    if not isinstance(test, dict) or len(test) != 1:
        return ()
    if "const" in test:
        return [test["const"]]
    values = test.get("enum")
    return values if isinstance(values, list) else ()
