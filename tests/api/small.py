"""Builds small sites from text inside a test."""

import re
from pathlib import Path
from typing import Any

from jekyll_openapi.api.settings import dialect_from
from jekyll_openapi.pipeline import Made, make_spec
from jekyll_openapi.spec.base import Base

HEAD = "| Property | Tags | Type | Remarks\n|:---|:---|:---|:---\n"


def make(folder: Path, pages: dict[str, str] | str, **settings: object) -> Made:
    """Read a site of these pages with the default dialect plus the settings."""
    for name, text in ({"page.md": pages} if isinstance(pages, str) else pages).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return make_spec(folder, Base(), dialect=dialect_from(settings))


def table(*rows: str) -> str:
    """A property table; each row is `name type`, or `name! type` if required."""
    lines = []
    for row in rows:
        name, type_ = re.fullmatch(r"(`[^`]*`!?|(?:↳|&gt;|[>.-])+ \S+|\S+) ?(.*)", row).groups()  # type: ignore[union-attr]
        tag = "required" if name.endswith("!") else "none"
        lines.append(f"| {name.removesuffix('!')} | `{tag}`{{: .label }} | {type_ or 'string'} |\n")
    return "\n" + HEAD + "".join(lines) + "\n"


def operations(made: Made) -> list[str]:
    return [f"{method.upper()} {path}" for path, item in made.spec["paths"].items() for method in item]


def operation(made: Made, name: str) -> Any:
    method, path = name.split(" ")
    return made.spec["paths"][path][method.lower()]


def resolved(made: Made, schema: Any) -> Any:
    name = schema.get("$ref", "").rsplit("/", 1)[-1]
    return made.spec["components"]["schemas"][name] if name else schema


def body(made: Made, name: str) -> Any:
    found = operation(made, name).get("requestBody", {"content": {"application/json": {"schema": {}}}})
    return resolved(made, found["content"]["application/json"]["schema"])


def answer(made: Made, name: str) -> Any:
    content = operation(made, name)["responses"]["200"]["content"]["application/json"]
    return resolved(made, content["schema"])


def parameters(made: Made, name: str) -> list[str]:
    """`place name`, with `!` behind a required one."""
    found = operation(made, name).get("parameters", ())
    return [f"{one['in']} {one['name']}{'!' if one.get('required') else ''}" for one in found]


def shape(schema: Any) -> Any:
    """Names and types of a schema: {"a": "string", "b": [{"c": "integer"}]}; required names end in `!`."""
    if schema.get("type") == "array":
        return [shape(schema["items"])]
    if "properties" in schema:
        required = schema.get("required", ())
        return {name + "!" * (name in required): shape(one) for name, one in schema["properties"].items()}
    if "additionalProperties" in schema:
        return {"*": shape(schema["additionalProperties"])}
    return schema.get("type", "any")


def rules(made: Made) -> set[str]:
    """The rules of all findings, except those that every small page breaks."""
    silent = {"missing-response", "unclassified-operation", "unstated-security", "missing-method", "missing-column"}
    return {one.rule.name for one in made.findings} - silent
