"""What an operation is about, by its path and name, and what follows from that for a request that no page describes.

/address/update                     Address
/contacts/{id}                      Contact
/user/updateContactInfo             ContactInfo, else User
"""

import re
from collections.abc import Iterator

from jekyll_openapi.api.context import Context
from jekyll_openapi.api.model import NamedSchema, Object, Operation, Property, Provenance, Ref, stated
from jekyll_openapi.api.names import operation_place, upper_first
from jekyll_openapi.records import replace

_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+")


class Subjects:
    """The schemas that pages define, by what paths call them."""

    def __init__(self, schemas: tuple[NamedSchema, ...]) -> None:
        self._by_name = {one.name.casefold(): one for one in schemas if isinstance(one.schema, Object)}

    def of(self, path: str) -> NamedSchema | None:
        """The schema that the operation under the path is about; None where no page defines it."""
        return next((self._by_name[name] for name in _candidates(path) if name in self._by_name), None)


def _candidates(path: str) -> Iterator[str]:
    """What the schema may be called, in small letters: what the last part names, then the parts in front of it."""
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
    """The operation with the properties of its entity as its request, which no page describes, and that request."""
    assert isinstance(subject.schema, Object)
    location = operation.provenance.location
    place = operation_place("request", operation.method, operation.path)
    name = context.schema_names.give((f"{upper_first(operation.operation_id)}Request",), location, place)
    request = Object(tuple(_carried(one, subject, operation) for one in subject.schema.properties))
    because = Provenance("inferred", location, f"the request: the properties of `{subject.name}`")
    done = replace(operation, body=Ref(name), is_request_known=True, inferred=(*operation.inferred, because))
    return done, NamedSchema(name, request, stated(location))


def _carried(one: Property, subject: NamedSchema, operation: Operation) -> Property:
    """A property of the entity in the request: whether it is required there is not known."""
    location = operation.provenance.location
    evidence = f"`{one.name}` of `{subject.name}` at {one.provenance.location}"
    because = Provenance("inferred", location, evidence)
    return replace(
        one, provenance=stated(location), required=False, required_in_practice=False, is_required_known=False,
        inferred=(because,), default=None,
    )  # fmt: skip
