"""Renders the reference page from description and findings: one HTML file without external resources."""

import base64
import functools
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from jekyll_openapi.diagnostics import Diagnostic
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.names import NameTable
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass, field, replace
from jekyll_openapi.reference import anchors, markdown, views
from jekyll_openapi.reference.about import about
from jekyll_openapi.reference.changelog import versions
from jekyll_openapi.reference.corrections import by_anchor, corrections_of
from jekyll_openapi.reference.operations import Operations
from jekyll_openapi.reference.pages import facts_of, pages_of
from jekyll_openapi.reference.places import Places, sources
from jekyll_openapi.reference.samples import Samples
from jekyll_openapi.reference.sockets import channels

_UNPRINTABLE = regex("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_COMMAND = regex(r"(?m)(^[ \t]*(?=::)|(?=##\[))([:#])")


@dataclass(frozen=True, slots=True)
class Beside:
    """Further content of the page, beside description and findings."""

    sockets: Json = field(default_factory=dict)
    """The AsyncAPI document; empty if there is none."""
    changelog: str = ""
    names: NameTable | None = None
    """The public names of the last released client."""


def render_reference(spec: Json, findings: Sequence[Diagnostic], beside: Beside | None = None) -> str:
    """The page as HTML; equal input gives equal bytes."""
    beside = beside or Beside()
    places = _places(spec, findings)
    corrections = corrections_of(spec, places)
    samples = Samples(spec, beside.names)
    operations = Operations(spec, replace(places, corrections=by_anchor(corrections)), samples)
    tags = tuple(operations.tags())
    schemas = tuple(_schemas(operations))
    facts = facts_of(tags, schemas, corrections)
    style, script = _asset("style.css"), _asset("script.js")
    html = _template("page.html.j2").render(
        about=about(spec),
        tags=tags,
        schemas=schemas,
        index=tuple(sorted((*schemas, *_bodies(tags)), key=lambda one: one.name)),
        corrections=corrections,
        pages=pages_of(facts, findings, operations.places),
        rules=tuple(_rules(findings)),
        findings=len(findings),
        channels=tuple(channels(beside.sockets, spec.get("paths", {}))),
        versions=tuple(versions(beside.changelog)),
        data=_data(spec),
        style=style,
        script=script,
        style_hash=_hash(style),
        script_hash=_hash(script),
    )
    # Control and bidirectional characters could disguise the text.
    html = _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", html)
    # Where the page is printed, GitHub's runner would take a line of a text in `<pre>` for a command.
    return _COMMAND.sub(lambda found: f"{found[1]}&#{ord(found[2])};", html)


def _places(spec: Json, findings: Iterable[Diagnostic]) -> Places:
    return Places(frozenset([*(one.file for one in sources(spec)), *(one.location.file for one in findings)]))


def _schemas(operations: Operations) -> Iterator[views.Schema]:
    """The schemas that are not shown with an operation."""
    users, bodies = operations.users(), operations.bodies()
    for name in operations.schemas.content:
        if name not in bodies:
            yield operations.schemas.view(name, users.get(name, ()))


def _bodies(tags: Iterable[views.Tag]) -> Iterator[views.Schema]:
    bodies = (operation.body for tag in tags for operation in tag.operations)
    return (body.schema for body in bodies if body and body.schema)


def _rules(findings: Iterable[Diagnostic]) -> Iterator[views.Met]:
    """The rules that the findings fall under, sorted by name."""
    rules = {one.rule.name: one.rule for one in findings}
    counts = Counter(one.rule.name for one in findings)
    return (views.Met(anchors.rule(name), rules[name], counts[name]) for name in sorted(rules))


@functools.cache
def _template(name: str) -> Template:
    environment = Environment(
        loader=PackageLoader("jekyll_openapi.reference"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"line": markdown.line, "place_anchor": anchors.place}
    return environment.get_template(name)


def _asset(name: str) -> Markup:
    """A file of this package, inserted into the page unchanged."""
    return Markup(resources.files("jekyll_openapi.reference").joinpath("templates", name).read_text("utf-8"))


def _data(spec: Json) -> Markup:
    """The description as JSON that cannot end the `<script>` element around it."""
    text = json.dumps(spec, ensure_ascii=False, separators=(",", ":"), default=float)
    text = text.replace("##[", "##\\u005b")
    return Markup(text.translate({ord(char): f"\\u{ord(char):04x}" for char in "<>&"}))


def _hash(text: str) -> str:
    """The hash of the text for the page's content security policy."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
