"""Finds the response schema of an operation on other pages: a schema page that names the operation it is the result
of."""

import re
from collections.abc import Iterator

from jekyll_openapi.api.definitions import Definition
from jekyll_openapi.api.descriptions import intro
from jekyll_openapi.api.dialect import Dialect
from jekyll_openapi.api.model import NamedSchema, Provenance
from jekyll_openapi.pages.document import Code, Paragraph, plain
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass

_ANSWER = regex(r"\b(?:response|result|answer|reply|returned)", re.I)


@dataclass(frozen=True, slots=True)
class Claim:
    """A page's statement that its schema is the response of an operation."""

    schema: str
    path: str
    provenance: Provenance


class Results:
    """All such statements. If two schemas claim the same operation, neither is used."""

    def __init__(self, definitions: tuple[Definition, ...], schemas: tuple[NamedSchema, ...], dialect: Dialect) -> None:
        self._schemas, self._verbs = schemas, dialect.reading_verbs
        results = {schema.name for schema in schemas if not schema.is_entity}
        self._claims = [
            claim
            for one, schema in zip(definitions, schemas, strict=True)
            for claim in _claims(one, schema.name)
            if schema.name in results
        ]

    def claim(self, path: str) -> Claim | None:
        """The only claim on the operation's response; None if there is none or several."""
        found = {claim.schema: claim for claim in reversed(self._claims) if claim.path == path.casefold()}
        return next(iter(found.values())) if len(found) == 1 else None

    def named_after(self, name: str) -> Claim | None:
        """The schema that an operation's name asks for: `getAccount` returns `Account`."""
        folded = name.casefold()
        for schema in self._schemas:
            if any(folded == verb + schema.name.casefold() for verb in self._verbs):
                location = schema.provenance.location
                evidence = f"the operation's name asks for `{schema.name}`, which {location} defines"
                return Claim(schema.name, name, Provenance("inferred", location, evidence))
        return None


def _claims(definition: Definition, schema: str) -> Iterator[Claim]:
    paragraphs = (block for part in intro(definition.parts) for block in part.blocks if isinstance(block, Paragraph))
    for paragraph in paragraphs:
        if not _ANSWER.search(plain(paragraph.spans)):
            continue
        for span in paragraph.spans:
            if isinstance(span, Code) and "/" in span.text:
                evidence = f"the page of `{schema}` names the operation at {span.location}"
                path = "/" + span.text.strip().strip("/").casefold()
                yield Claim(schema, path, Provenance("inferred", span.location, evidence))
