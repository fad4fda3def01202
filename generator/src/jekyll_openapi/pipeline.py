"""The order of the stages: read pages, understand them as an `Api`, emit OpenAPI and AsyncAPI. Begin reading here."""

from collections.abc import Callable, Sequence
from pathlib import Path

from jekyll_openapi.api.build import NO_NAMES, build_api
from jekyll_openapi.api.dialect import TRADOVATE, Dialect
from jekyll_openapi.api.model import Api
from jekyll_openapi.api.names import Kept
from jekyll_openapi.api.sockets import socket_schemas
from jekyll_openapi.cache import Cache
from jekyll_openapi.diagnostics import Diagnostic, NoPagesError
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.yaml import dump
from jekyll_openapi.pages.document import Site
from jekyll_openapi.pages.limits import Limits
from jekyll_openapi.pages.site import Syntax, read_site
from jekyll_openapi.patterns import regex
from jekyll_openapi.records import dataclass, replace
from jekyll_openapi.report import ordered
from jekyll_openapi.rules import INFERRED_TYPE
from jekyll_openapi.spec.asyncapi import emit_asyncapi
from jekyll_openapi.spec.base import Base
from jekyll_openapi.spec.examples import check_examples, check_message_examples
from jekyll_openapi.spec.generated_examples import add_examples
from jekyll_openapi.spec.openapi import emit
from jekyll_openapi.spec.overlay import Action, apply_overlay
from jekyll_openapi.spec.rule_words import correct_remarks, title_rules
from jekyll_openapi.spec.schemas import emit_schema
from jekyll_openapi.spec.selection import keep_only

DEFAULT_LIMITS = Limits()

_METHOD = regex(r"\b(?:GET|POST|PUT|PATCH|DELETE|get|post|put|patch|delete)\b")

Progress = Callable[[int, int], None]
"""Called with the pages read so far and their number."""


@dataclass(frozen=True, slots=True)
class Made:
    """Everything that one run makes from a site."""

    site: Site
    api: Api
    spec: Json
    sockets: Json
    """The AsyncAPI document; empty if the base description does not mention sockets."""
    findings: tuple[Diagnostic, ...]
    inferred: tuple[Diagnostic, ...]
    """One finding for each inferred type; the description holds the same facts as `x-inferred-from`."""

    @property
    def stated(self) -> Json:
        """The description plus all socket schemas, for checks that nothing on the pages was lost."""
        found = [emit_schema(one) for one in socket_schemas(self.api.sockets)]
        return {**self.spec, "x-sockets": found}

    @property
    def text(self) -> str:
        """The description as YAML."""
        return dump(self.spec)


def _syntax(dialect: Dialect) -> Syntax:
    return Syntax(
        dialect.shortcodes, dialect.html_blocks == "markdown", dialect.front_matter == "optional", dialect.page_suffixes
    )


@dataclass(frozen=True, slots=True)
class Understood:
    """The pages and their meaning, before anything is emitted."""

    site: Site
    api: Api


def understand(pages: Path, dialect: Dialect, cache: Cache, most: int) -> Understood:
    """All pages, and the API of at most `most` pages, sampled evenly from those that mention an HTTP method.

    Findings are dropped: `init` uses this to compare dialects, and only the resulting API matters. Raises OSError and
    NoPagesError.
    """
    found: list[Diagnostic] = []
    site = read_site(pages, found.append, cache=cache, syntax=_syntax(dialect))
    if not site.pages:
        raise NoPagesError(str(pages), ordered(found))
    told = tuple(page for page in site.pages if _METHOD.search(page.rendered)) or site.pages
    some = told[:: -(-len(told) // most)] if len(site.pages) > most else site.pages
    return Understood(site, build_api(replace(site, pages=some), dialect, DEFAULT_LIMITS, found.append))


def make_spec(
    pages: Path,
    base: Base,
    *,
    overlay: tuple[Action, ...] = (),
    only: Sequence[str] = (),
    dialect: Dialect = TRADOVATE,
    limits: Limits = DEFAULT_LIMITS,
    progress: Progress | None = None,
    cache: Cache | None = None,
    kept: Kept = NO_NAMES,
    keeps_text: bool = True,
) -> Made:
    """The description of the pages, with all findings.

    Pages that `cache` has seen unchanged are not read again. Operations and schemas keep the names in `kept`. Without
    `keeps_text` the pages are let go as soon as they are understood, but for what names them.

    Raises OSError if `pages` cannot be read, NoPagesError, OverlayError, and UnknownOperationError for `only`.
    """
    found: list[Diagnostic] = []
    site = read_site(pages, found.append, progress=progress, limits=limits, cache=cache, syntax=_syntax(dialect))
    if not site.pages:
        raise NoPagesError(str(pages), ordered(found))
    api = build_api(site, dialect, limits, found.append, kept, cache)
    if not keeps_text:
        site = site.outline()
    spec = emit(api, site, base, dialect, found.append)
    if overlay:
        stated, spec = spec, apply_overlay(spec, overlay, found.append, kept.places, api.kept.places)
        # An overlay can change a rule, which leaves the sentence that described the rule wrong.
        correct_remarks(stated, spec)
    # After the overlay, since a correction can make an example valid or invalid.
    check_examples(spec, found.append)
    title_rules(spec)
    add_examples(spec)
    sockets = emit_asyncapi(api, spec, base)
    check_message_examples(sockets, found.append)
    diagnostics = ordered(found)
    return Made(
        site,
        api,
        keep_only(spec, only) if only else spec,
        sockets,
        tuple(one for one in diagnostics if one.rule is not INFERRED_TYPE),
        tuple(one for one in diagnostics if one.rule is INFERRED_TYPE),
    )
