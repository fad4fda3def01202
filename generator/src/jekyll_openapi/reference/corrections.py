"""The hand-written corrections on the reference page, linked to what they changed."""

from collections.abc import Iterator, Mapping

from jekyll_openapi.openapi.json import Json
from jekyll_openapi.reference import anchors, views
from jekyll_openapi.reference.operations import link, name_of
from jekyll_openapi.reference.places import Places, source_of
from jekyll_openapi.reference.schemas import name_of_condition


def corrections_of(spec: Json, places: Places) -> tuple[views.Correction, ...]:
    """The overlay actions that were applied, according to the description."""
    listed = spec.get("info", {}).get("x-corrections", ())
    return tuple(_correction(number, one, spec, places) for number, one in enumerate(listed, 1))


def by_anchor(corrections: tuple[views.Correction, ...]) -> Mapping[str, tuple[views.Correction, ...]]:
    """Anchor -> corrections of the thing there."""
    found: dict[str, tuple[views.Correction, ...]] = {}
    for one in corrections:
        for touched in one.touched:
            found[touched.anchor] = (*found.get(touched.anchor, ()), one)
    return found


def _correction(number: int, content: Json, spec: Json, places: Places) -> views.Correction:
    target = str(content.get("target", ""))
    return views.Correction(
        anchor=anchors.correction(number),
        number=number,
        target=target,
        reason=places.line(str(content.get("description", ""))),
        source=source_of(content),
        touched=tuple(dict.fromkeys(_touched(target, spec))),
    )


def _touched(target: str, spec: Json) -> Iterator[views.Link]:
    """Links to what the action's target selects in the final description; none if the action removed it."""
    from jsonpath_rfc9535 import JSONPathError, find

    try:
        ways = [tuple(node.location) for node in find(target, spec)]
    except JSONPathError:
        return
    for way in ways:
        yield from _at(tuple(map(str, way)), spec)


def _at(way: tuple[str, ...], spec: Json) -> Iterator[views.Link]:
    """The link to the property, condition, schema, response or operation at the location or around it."""
    match way:
        case ("components", "schemas", name, "properties", key, *_):
            yield views.Link(f"{name}.{key}", anchors.schema(name, key))
        case ("components", "schemas", name, "allOf", index, *_):
            condition = spec["components"]["schemas"][name]["allOf"][int(index)]
            yield views.Link(name_of_condition(name, condition), anchors.condition(name, int(index)))
        case ("components", "schemas", name, *_):
            yield views.Link(name, anchors.schema(name))
        case ("paths", path, method, "responses", status, *_):
            name = name_of(path, method, spec["paths"][path][method])
            yield views.Link(f"{method.upper()} {path}: {status}", anchors.answer(name, status))
        case ("paths", path, method, *_) if isinstance(spec["paths"][path][method], dict):
            yield link(path, method, spec["paths"][path][method])
