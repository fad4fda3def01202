"""The schemas on the reference page."""

from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup

from jekyll_openapi.openapi.json import Json
from jekyll_openapi.records import dataclass
from jekyll_openapi.reference import anchors, markdown, views
from jekyll_openapi.reference.places import Places
from jekyll_openapi.reference.types import SAID, limits_of, reference_of, rest_of, type_of, values_of
from jekyll_openapi.spec.words import circumstances, condition_sentence, requirement

CONDITIONAL = ("if", "then", "else")
UNKNOWN = "x-unknown"


@dataclass(frozen=True, slots=True)
class Schemas:
    """The component schemas."""

    content: Json
    places: Places

    def view(self, name: str, used_by: tuple[views.Link, ...]) -> views.Schema:
        """The schema with the name."""
        schema, anchor = self.content[name], anchors.schema(name)
        return views.Schema(
            anchor=anchor,
            name=name,
            text=self._text(schema),
            type=type_of(schema),
            known=self.places.known(schema, anchor),
            rows=tuple(self._rows(name, schema, "")),
            values=values_of(schema, self.content),
            conditions=tuple(self._condition(name, index, one) for index, one in conditions_of(schema).items()),
            limits=limits_of(schema),
            rest=rest_of(schema, _said(schema)),
            unresolved=str(schema.get("x-unresolved", "")),
            used_by=used_by,
        )

    def row(self, anchor: str, name: str, finds: str, schema: Any, **said: Any) -> views.Row:
        """A property or parameter; `said` holds what is known about it outside of its schema."""
        content = schema if isinstance(schema, dict) else {}
        return views.Row(
            anchor=anchor,
            name=name,
            finds=finds,
            type=type_of(schema),
            limits=limits_of(content),
            values=values_of(content, self.content),
            **said,
        )

    def _rows(self, name: str, schema: Json, prefix: str) -> Iterator[views.Row]:
        """The properties of an object, each followed by the properties nested in it."""
        for key, content in schema.get("properties", {}).items():
            way = f"{prefix}{key}"
            found = conditions_of(schema).items()
            conditions = {anchors.condition(name + prefix, at): one for at, one in found if key in requirement(one)}
            need = _need(content, key in schema.get("required", ()), bool(conditions))
            yield self._property(name, way, content, need, conditions)
            if isinstance(content, dict):
                inner, mark = (content["items"], "[].") if isinstance(content.get("items"), dict) else (content, ".")
                yield from self._rows(name, inner, f"{way}{mark}")

    def _property(self, name: str, way: str, content: Any, need: str, conditions: Mapping[str, Json]) -> views.Row:
        schema = content if isinstance(content, dict) else {}
        anchor = anchors.schema(name, way)
        when = filter(None, map(circumstances, conditions.values()))
        return self.row(
            anchor,
            way,
            f"{name}.{way}",
            content,
            need=need,
            text=self._text(schema),
            known=self.places.known(schema, anchor, *conditions),
            when=tuple(markdown.line(f"Required when {one}.") for one in when),
            rest=rest_of(schema, _said_of_property(schema)),
        )

    def _condition(self, schema: str, index: int, content: Json) -> views.Condition:
        anchor = anchors.condition(schema, index)
        return views.Condition(
            anchor,
            name_of_condition(schema, content),
            markdown.line(condition_sentence(content)),
            markdown.line(str(content.get("description", ""))),
            self.places.known(content, anchor),
        )

    def _text(self, schema: Json) -> Markup:
        title = str(schema.get("title", ""))
        return markdown.blocks("\n\n".join(filter(None, [title, str(schema.get("description", ""))])))


def conditions_of(schema: Json) -> dict[int, Json]:
    """Index in `allOf` -> condition; -1 for a condition outside of `allOf`."""
    members = enumerate(schema.get("allOf", ()))
    found = {index: one for index, one in members if isinstance(one, dict) and "if" in one}
    return {-1: {key: schema[key] for key in CONDITIONAL if key in schema}} | found if "if" in schema else found


def name_of_condition(schema: str, content: Json) -> str:
    """The text of a link to the condition: `price of PlaceOCO, when required`."""
    required = requirement(content)
    return f"{' and '.join(required)} of {schema}, when required" if required else f"a condition of {schema}"


def _need(content: Any, required: bool, at_times: bool) -> str:
    if required:
        return "required"
    if isinstance(content, dict) and content.get("x-required-in-practice"):
        return "required in practice"
    if at_times:
        return "required at times"
    return "not stated" if isinstance(content, dict) and content.get(UNKNOWN) == "required" else "optional"


def _said_of_property(schema: Json) -> set[str]:
    unknown = {UNKNOWN} if schema.get(UNKNOWN) == "required" else set()
    return SAID | unknown | ({"allOf"} if reference_of(schema) else set())


def _said(schema: Json) -> set[str]:
    """The keywords of a named schema that the page shows elsewhere."""
    members = schema.get("allOf", ())
    all_shown = bool(reference_of(schema)) or len(conditions_of({"allOf": members})) == len(members)
    return {*SAID, *CONDITIONAL} | ({"allOf"} if all_shown else set())
