"""Result pages that say which operation they are the answer of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jekyll_openapi.api.context import Context
from jekyll_openapi.api.entities import intro
from jekyll_openapi.api.model import NamedSchema, Provenance
from jekyll_openapi.api.sections import sections
from jekyll_openapi.pages.document import Code, Page, Paragraph, plain

_ANSWER = re.compile(r"\b(?:response|result|answer|reply|returned)", re.I)


@dataclass(frozen=True, slots=True)
class Claim:
    """A page's word that its schema is an operation's answer."""

    schema: str
    path: str
    provenance: Provenance


class Results:
    """The claims of all result pages; an operation that two schemas claim is no one's."""

    def __init__(self, pages: tuple[Page, ...], schemas: tuple[NamedSchema, ...], context: Context) -> None:
        results = {schema.name for schema in schemas if not schema.is_entity}
        self._claims = [claim for page in pages for claim in _claims(page, context) if claim.schema in results]

    def claim(self, path: str) -> Claim | None:
        """The one claim on the operation's answer."""
        found = {claim.schema: claim for claim in reversed(self._claims) if claim.path == path.casefold()}
        return next(iter(found.values())) if len(found) == 1 else None


def _claims(page: Page, context: Context) -> Iterator[Claim]:
    schema = context.defining.get(page.path)
    if schema is None:
        return
    paragraphs = (block for part in intro(sections(page)) for block in part.blocks if isinstance(block, Paragraph))
    for paragraph in paragraphs:
        if not _ANSWER.search(plain(paragraph.spans)):
            continue
        for span in paragraph.spans:
            if isinstance(span, Code) and "/" in span.text:
                evidence = f"the page of `{schema}` names the operation at {span.location}"
                path = "/" + span.text.strip().strip("/").casefold()
                yield Claim(schema, path, Provenance("inferred", span.location, evidence))
