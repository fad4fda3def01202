"""Checks nested keys of try-it samples against the schemas that they belong to."""

from collections.abc import Mapping

from jekyll_openapi.api.context import Context
from jekyll_openapi.api.model import Object, Ref, Schema
from jekyll_openapi.api.operation_drafts import Draft
from jekyll_openapi.api.samples import parameter_name
from jekyll_openapi.pages.document import ObjectLiteral
from jekyll_openapi.rules import UNLISTED_PARAMETER


def check_nested(draft: Draft, body: Schema, schemas: Mapping[str, Schema], context: Context, *, is_own: bool) -> None:
    """Reports keys in the sample that no table lists; those of the first level only if the body is no schema of the
    operation's own, which has them all."""
    sample = draft.tryit.body if draft.tryit else None
    if sample:
        _check(sample, body, schemas, context, depth=0 if is_own else 1)


def _check(sample: ObjectLiteral, schema: Schema, schemas: Mapping[str, Schema], context: Context, depth: int) -> None:
    owner = schema.name if isinstance(schema, Ref) else ""
    known = schemas.get(owner, schema) if owner else schema
    if not isinstance(known, Object) or not known.properties:
        if sample.entries and depth:
            why = f"nothing is known of `{owner}`" if owner else "its type has none"
            message = f"the sample has properties, and {why}"
            context.found(UNLISTED_PARAMETER, message, sample.location, "describe them in a table")
        return
    properties = {one.name: one.schema for one in known.properties}
    for entry in sample.entries:
        name = parameter_name(entry, context)
        if name not in properties and depth and entry.key != "...":
            message = f"`{name}` is in the try-it script and `{owner or 'the object'}` does not have it"
            context.found(UNLISTED_PARAMETER, message, entry.location, "add the row there, or correct the script")
        elif name in properties and isinstance(entry.value, ObjectLiteral):
            _check(entry.value, properties[name], schemas, context, depth + 1)
