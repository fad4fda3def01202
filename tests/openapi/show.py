"""Lowered schemas in a short notation.

integer:int64   a primitive with its format        any          nothing is known
[string]        an array                           {*: string}  a mapping
X?              X or null                          A{a!: X}     an object component with a required property
E(x,y)          an enumeration component           U<A | B>     a union component
"""

from typing import Any

from jekyll_openapi.openapi.references import schema_name


class Shown:
    """Shows schemas of one document; a component is written out where it is met first."""

    def __init__(self, document: Any) -> None:
        self._schemas = document["components"]["schemas"]
        self._seen: set[str] = set()

    def schema(self, schema: Any) -> str:
        kind = schema.get("type")
        if "anyOf" in schema:
            return f"{self.schema(schema['anyOf'][0])}?"
        if isinstance(kind, list):
            return f"{self.schema(schema | {'type': kind[0]})}?"
        if name := schema_name(schema):
            return self.component(name)
        if kind == "array":
            return f"[{self.schema(schema['items'])}]"
        if kind == "object":
            return f"{{*: {self.schema(schema['additionalProperties'])}}}"
        return ":".join(filter(None, [kind or "any", schema.get("format")]))

    def component(self, name: str) -> str:
        if name in self._seen:
            return name
        self._seen.add(name)
        schema = self._schemas[name]
        if "enum" in schema:
            return f"{name}({','.join(map(str, schema['enum']))})"
        if "anyOf" in schema:
            return f"{name}<{' | '.join(map(self.schema, schema['anyOf']))}>"
        required = schema.get("required", ())
        inside = [f"{key}{'!' * (key in required)}: {self.schema(one)}" for key, one in schema["properties"].items()]
        extra = schema.get("additionalProperties")
        if extra is not None:
            inside.append("only" if extra is False else f"*: {'any' if extra is True else self.schema(extra)}")
        return f"{name}{{{', '.join(inside)}}}"
