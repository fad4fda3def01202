"""The results of lowering schemas."""

from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.lowering.problems import ImpossibleError
from jekyll_openapi.openapi.pointers import Pointer
from jekyll_openapi.openapi.references import REF, is_component
from jekyll_openapi.records import dataclass, field

PLACE = "x-at"
"""The extension that says where a schema or operation is in the original description."""


@dataclass(slots=True)
class Simple:
    """A lowered schema without its annotations."""

    schema: Json
    nullable: bool = False
    told: Json = field(default_factory=dict)
    """Annotations, unless the schema is a component that has them itself."""

    def written(self) -> Json:
        """The schema, with null added if it is nullable."""
        if not self.nullable or not self.schema or self.schema.get("type") == "null":
            return self.schema
        if REF in self.schema or "type" not in self.schema:
            return {"anyOf": [self.schema, {"type": "null"}]}
        return self.schema | {"type": [self.schema["type"], "null"]}


@dataclass(slots=True)
class Component:
    """A schema that gets a name once all components are known."""

    place: Pointer
    """Where it is, or would be if it were written out."""
    is_real: bool
    """Whether it is actually there."""
    content: Json = field(default_factory=dict)
    problem: ImpossibleError | None = None

    @property
    def is_named(self) -> bool:
        """Whether it is a component of the original description."""
        return is_component(self.place)
