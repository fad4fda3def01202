"""Finds the entity that an operation is about, from its path, and the request that follows if no page describes one.

/address/update                     Address
/contacts/{id}                      Contact
/user/updateContactInfo             ContactInfo, else User
"""

from collections.abc import Iterator

from jekyll_openapi.api.context import Context
from jekyll_openapi.api.model import NamedSchema, Object, Operation, Property, Provenance, Ref, stated
from jekyll_openapi.api.names import operation_place, upper_first
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import replace

_WORDS = regex(r"[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+")


class Subjects:
    """The schemas that pages define, looked up by the names that paths use."""

    def __init__(self, schemas: tuple[NamedSchema, ...]) -> None:
        self._by_name = {one.name.casefold(): one for one in schemas if isinstance(one.schema, Object)}

    def of(self, path: str) -> NamedSchema | None:
        """The schema that the operation at the path is about; None if no page defines it."""
        return next((self._by_name[name] for name in _candidates(path) if name in self._by_name), None)


def _candidates(path: str) -> Iterator[str]:
    """Possible names of the schema in lower case: those in the last part of the path first, then the parts before
    it."""
    parts = [part for part in path.split("/") if part and not part.startswith("{")]
    if not parts:
        return
    words = _WORDS.findall(parts[-1])
    for start in range(1, len(words)):
        yield from _singular("".join(words[start:]))
    for part in reversed(parts):
        yield from _singular(part)


def _singular(name: str) -> Iterator[str]:
    folded = name.casefold()
    yield folded
    for ending, instead in (("ies", "y"), ("es", ""), ("s", "")):
        if folded.endswith(ending):
            yield folded.removesuffix(ending) + instead


def with_entity(operation: Operation, subject: NamedSchema, context: Context) -> tuple[Operation, NamedSchema]:
    """The operation with its entity's properties as the request, and the schema of that request."""
    assert isinstance(subject.schema, Object)
    location = operation.provenance.location
    place = operation_place("request", operation.method, operation.path)
    name = context.schema_names.give((f"{upper_first(operation.operation_id)}Request",), location, place)
    request = Object(tuple(_carried(one, subject, operation) for one in subject.schema.properties))
    because = Provenance("inferred", location, f"the request: the properties of `{subject.name}`")
    done = replace(operation, body=Ref(name), is_request_known=True, inferred=(*operation.inferred, because))
    return done, NamedSchema(name, request, stated(location))


def _carried(one: Property, subject: NamedSchema, operation: Operation) -> Property:
    """A property of the entity in the request. Whether it is required there is unknown."""
    location = operation.provenance.location
    evidence = f"`{one.name}` of `{subject.name}` at {one.provenance.location}"
    because = Provenance("inferred", location, evidence)
    return replace(
        one, provenance=stated(location), required=False, required_in_practice=False, is_required_known=False,
        inferred=(because,), default=None,
    )  # fmt: skip
