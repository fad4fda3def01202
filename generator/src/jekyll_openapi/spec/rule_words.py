"""Writes rules in words: titles, and corrected sentences where an overlay has changed a rule."""

from collections.abc import Iterator
from typing import Any

from jekyll_openapi.openapi.json import Json
from jekyll_openapi.spec.words import condition_sentence

_WITHIN = ("properties", "patternProperties", "$defs")
_LISTS = ("allOf", "anyOf", "oneOf")
_SINGLE = ("items", "additionalProperties")


def correct_remarks(before: Json, after: Json) -> None:
    """Replaces the sentence of each rule that an overlay changed, in the rule and in the descriptions that quote it."""
    old, new = before["components"]["schemas"], after["components"]["schemas"]
    for name in old.keys() & new.keys():
        if old[name] is not new[name] and old[name] != new[name]:
            _correct(old[name], new[name])


def _correct(before: Json, after: Json) -> None:
    left = list(_rules(after))
    for rule in _rules(before):
        now = next((one for one in left if one.get("x-source") == rule.get("x-source")), None)
        if now is not None:
            left = [one for one in left if one is not now]
        if now is not None and all(rule.get(key) == now.get(key) for key in ("if", "then", "else")):
            continue
        stated = str(rule.get("description", "")).removesuffix(".")
        said = _sentence(rule, now)
        if now is not None:
            now["description"] = said
        for schema in after.get("properties", {}).values():
            if stated and isinstance(schema, dict) and schema.get("x-source") == rule.get("x-source"):
                _replace(schema, stated, said)


def _sentence(before: Json, now: Json | None) -> str:
    """The sentence for the rule as it is now; empty if it was removed."""
    if now is None:
        return ""
    said = str(now.get("description", ""))
    return said if said != before.get("description") else f"{condition_sentence(now).removesuffix('.')} (corrected)"


def _replace(schema: Json, stated: str, said: str) -> None:
    text = str(schema.get("description", ""))
    if stated in text:
        found = f"{stated}." if not said and f"{stated}." in text else stated
        schema["description"] = text.replace(found, said.removesuffix(".")).strip()
        if not schema["description"]:
            del schema["description"]


def title_rules(spec: Json) -> None:
    """Gives each rule without a title one that says what it requires."""
    for schema in spec["components"]["schemas"].values():
        for one in _schemas(schema):
            for index, rule in enumerate(one.get("allOf", ())):
                if isinstance(rule, dict) and "if" in rule and "title" not in rule:
                    one["allOf"][index] = {"title": _title(rule)} | rule


def _title(rule: Json) -> str:
    sentence = condition_sentence(rule)
    told = str(rule.get("description", ""))
    return (told if sentence.startswith("A condition holds") and told else sentence).replace("`", "").removesuffix(".")


def _rules(schema: Json) -> Iterator[Json]:
    return (one for one in schema.get("allOf", ()) if isinstance(one, dict) and "if" in one)


def _schemas(schema: Any) -> Iterator[Json]:
    """The schema, and all schemas inside of it."""
    if not isinstance(schema, dict):
        return
    yield schema
    for key in _WITHIN:
        for one in schema.get(key, {}).values():
            yield from _schemas(one)
    for key in _LISTS:
        for one in schema.get(key, ()):
            yield from _schemas(one)
    for key in _SINGLE:
        yield from _schemas(schema.get(key))
