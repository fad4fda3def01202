"""The operations on the reference page."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from jekyll_openapi.openapi.json import Json, dump_json
from jekyll_openapi.openapi.operations import operations
from jekyll_openapi.openapi.references import referred
from jekyll_openapi.records import dataclass
from jekyll_openapi.reference import anchors, markdown, views
from jekyll_openapi.reference.places import Places
from jekyll_openapi.reference.samples import Samples
from jekyll_openapi.reference.schemas import UNKNOWN, Schemas
from jekyll_openapi.reference.types import reference_of, references, rest_of, type_of

SAID = {"operationId", "tags", "summary", "description", "security", "parameters", "requestBody", "responses"}
SAID |= {"deprecated", "x-source", "x-inferred-from", "x-operation-class"}
SAID_OF_PARAMETER = {"name", "required", "description", "schema", "x-source", "x-inferred-from"}
AS_USUAL = ({"in": "query"}, {"style": "form", "explode": False})
"""Parameter settings that are not shown: query is the default place, and the type says that a list is
comma-separated."""


@dataclass(frozen=True, slots=True)
class Operations:
    """The operations of the description."""

    spec: Json
    places: Places
    samples: Samples

    @property
    def schemas(self) -> Schemas:
        """The component schemas that the operations refer to."""
        return Schemas(self.spec.get("components", {}).get("schemas", {}), self.places)

    def tags(self) -> Iterator[views.Tag]:
        """The operations by their first tag: declared tags first, then others in order of appearance."""
        declared = {str(one["name"]): one for one in self.spec.get("tags", ())}
        shown = list(self._all())
        for name in dict.fromkeys([*declared, *(one.tag for one in shown)]):
            anchor, content = anchors.tag(name), declared.get(name, {})
            text = markdown.blocks(str(content.get("description", "")))
            operations = tuple(one for one in shown if one.tag == name)
            yield views.Tag(anchor, name, text, self.places.known(content, anchor), operations)

    def users(self) -> dict[str, tuple[views.Link, ...]]:
        """Schema -> links to the operations that use it directly."""
        users: dict[str, list[views.Link]] = {}
        for path, method, operation in operations(self.spec):
            for name in sorted(set(references([operation.get("requestBody"), operation.get("responses")]))):
                users.setdefault(name, []).append(link(path, method, operation))
        return {name: tuple(links) for name, links in users.items()}

    def bodies(self) -> set[str]:
        """The schemas that are the body of only one operation and are shown there."""
        names = Counter(reference_of(schema) for _, _, one in operations(self.spec) for schema in _body_schemas(one))
        return {name for name, count in names.items() if count == 1 and name in self.schemas.content}

    def _all(self) -> Iterator[views.Operation]:
        bodies = self.bodies()
        for path, method, operation in operations(self.spec):
            yield self._view(path, method, operation, bodies)

    def _view(self, path: str, method: str, operation: Json, bodies: set[str]) -> views.Operation:
        name = name_of(path, method, operation)
        anchor = anchors.operation(name)
        return views.Operation(
            anchor=anchor,
            method=method.upper(),
            path=path,
            name=name,
            summary=markdown.line(str(operation.get("summary", ""))),
            text=self._text(operation),
            tag=str((operation.get("tags") or ["Operations"])[0]),
            kind=str(operation.get("x-operation-class", "")),
            security=" or ".join(name for one in operation.get("security", ()) for name in one),
            known=self.places.known(operation, anchor),
            parameters=tuple(self._parameter(name, one) for one in operation.get("parameters", ())),
            body=self._body(operation, bodies),
            answers=tuple(
                self._answer(name, str(status), one) for status, one in operation.get("responses", {}).items()
            ),
            rest=rest_of(operation, SAID | _unknown(operation)),
            is_unknown=bool(_unknown(operation)),
            samples=tuple(self.samples.of(path, method, operation)),
            is_deprecated=operation.get("deprecated") is True,
        )

    def _text(self, operation: Json) -> Markup:
        """The description, unless it only repeats the summary."""
        text, summary = (str(operation.get(keyword, "")) for keyword in ("description", "summary"))
        return markdown.blocks("" if text.rstrip(".") == summary.rstrip(".") else text)

    def _parameter(self, operation: str, content: Json) -> views.Row:
        name, schema = str(content.get("name", "")), content.get("schema", {})
        anchor = anchors.operation(operation, name)
        usual = {keyword for one in AS_USUAL if one.items() <= content.items() for keyword in one}
        return self.schemas.row(
            anchor,
            name,
            f"{operation}.{name}",
            schema,
            joined=content.get("explode") is False,
            need="required" if content.get("required") else "optional",
            text=markdown.blocks(str(content.get("description", ""))),
            known=self.places.known(content, anchor),
            rest=rest_of(content, SAID_OF_PARAMETER | usual),
        )

    def _body(self, operation: Json, bodies: set[str]) -> views.Body | None:
        for media in _media(operation.get("requestBody", {})):
            schema = media.get("schema", {})
            name = reference_of(schema)
            # A body that only one operation takes is easier to read in place.
            shown = self.schemas.view(name, ()) if name in bodies else None
            return views.Body(type_of(schema), shown, self._examples(media))
        return None

    def _examples(self, media: Json) -> tuple[views.Example, ...]:
        return tuple(self._example(name, one) for name, one in media.get("examples", {}).items())

    def _example(self, name: str, content: Json) -> views.Example:
        summary, value = str(content.get("summary", "")), dump_json(content.get("value")).rstrip()
        return views.Example(name, markdown.line(summary), value, self.places.known(content))

    def _answers(self, operation: str, responses: Json) -> Iterator[views.Answer]:
        return (self._answer(operation, str(status), one) for status, one in responses.items())

    def _answer(self, operation: str, status: str, content: Json) -> views.Answer:
        answer, anchor = self._resolved(content), anchors.answer(operation, status)
        shown = [(type_of(media.get("schema", {})), self._examples(media)) for media in _media(answer)]
        kind, examples = shown[0] if shown else ((), ())
        text = markdown.blocks(str(answer.get("description", "")))
        known = self.places.known(answer, anchor) if answer is not content or "x-source" in answer else None
        return views.Answer(anchor, status, text, kind, examples, known)

    def _resolved(self, response: Json) -> Json:
        """The response object, with a reference resolved."""
        name = (referred(response) or "").removeprefix("#/components/responses/")
        shared: Json = self.spec.get("components", {}).get("responses", {})
        found: Json = shared.get(name, response)
        return found


def _unknown(operation: Json) -> set[str]:
    return {UNKNOWN} if operation.get(UNKNOWN) == "request" else set()


def name_of(path: str, method: str, operation: Json) -> str:
    """The operation's id, or else its method and path."""
    return str(operation.get("operationId") or f"{method} {path}")


def link(path: str, method: str, operation: Json) -> views.Link:
    """A link to the operation, such as `POST /order/placeOCO`."""
    return views.Link(f"{method.upper()} {path}", anchors.operation(name_of(path, method, operation)))


def _media(content: Json) -> Iterator[Json]:
    yield from content.get("content", {}).values()


def _body_schemas(operation: Json) -> Iterator[Any]:
    return (media.get("schema", {}) for media in _media(operation.get("requestBody", {})))
