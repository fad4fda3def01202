"""What the lowering makes of schemas."""

from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.lowering.problems import ImpossibleError
from jekyll_openapi.openapi.pointers import Pointer
from jekyll_openapi.openapi.references import REF, is_component
from jekyll_openapi.records import dataclass, field

PLACE = "x-at"
"""Where the schema of a component, a parameter or a media type stands in the description that was given."""


@dataclass(slots=True)
class Simple:
    """A simple schema, without what is said to readers."""

    schema: Json
    nullable: bool = False
    told: Json = field(default_factory=dict)
    """What is said to readers, where the schema is no component that says it itself."""

    def written(self) -> Json:
        """The schema with null among its values where it is."""
        if not self.nullable or not self.schema or self.schema.get("type") == "null":
            return self.schema
        if REF in self.schema or "type" not in self.schema:
            return {"anyOf": [self.schema, {"type": "null"}]}
        return self.schema | {"type": [self.schema["type"], "null"]}


@dataclass(slots=True)
class Component:
    """A schema with a name of its own, which it gets when all are known."""

    place: Pointer
    """Where it stands, or would stand if it were written out."""
    is_real: bool
    """Whether it stands there."""
    content: Json = field(default_factory=dict)
    problem: ImpossibleError | None = None

    @property
    def is_named(self) -> bool:
        """Whether it is a component of the description."""
        return is_component(self.place)
