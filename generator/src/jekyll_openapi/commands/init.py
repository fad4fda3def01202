"""`init`: proposes a configuration and a base description for a folder of pages."""

import argparse
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap

from jekyll_openapi.api.dialect import TRADOVATE
from jekyll_openapi.api.settings import summaries
from jekyll_openapi.commands.console import FINDINGS, FINE, counted, say
from jekyll_openapi.commands.proposal import Proposal, propose
from jekyll_openapi.config import FILES, find_config, table_of
from jekyll_openapi.output.guard import Guard
from jekyll_openapi.output.places import is_within
from jekyll_openapi.output.together import write_texts
from jekyll_openapi.pages.document import Heading, plain
from jekyll_openapi.patterns import regex
from jekyll_openapi.report import by_cause, by_rule
from jekyll_openapi.spec.base import read_base
from jekyll_openapi.unusable import UnusableError

_TABLE = "[tool.jekyll-openapi]"
_MOST = 8
"""Most names of a kind that are listed."""
_WHERE = {
    "heading": "headings",
    "title": "titles",
    "script": "try-it scripts",
    "front matter": "front matter",
    "fence": "fences",
    "bold": "bold lines",
    "table": "tables",
    "item": "items of lists",
    "label": "lines such as `**URL**: /a/b`",
    "element": "elements of HTML",
    "call": "calls of curl or requests of HTTP",
}


_API = regex(
    r"(?:(?:welcome|introduction) to |using |about |overview of )?(?:the |our |this )?"
    r"((?!the |our |this )(?:[^\W\d_][\w'&+.-]*\s+){1,5}API)(?: v?\d[\d.]*)?"
    r"(?:[\s:,-]+(?:reference|documentation|docs|guide|manual|specification))*",
    re.I,
)
"""Matches `Courier API Reference`."""
_NOTHING = (
    "no operation and no schema was recognised, so nothing was written. Looked for request lines such as `PUT /a/b` in "
    "headings, titles, front matter, fences, bold lines, tables, lists, HTML elements, and for calls of curl or "
    "requests of HTTP.",
    "If the pages do document operations, `jekyll-openapi setting operation_places` shows how to say where",
)


def run(options: argparse.Namespace) -> int:
    """Writes the two files, and prints what was recognized and what was not."""
    docs, here = Path(options.pages), Path.cwd()
    target = here / (FILES[0] if (here / FILES[0]).exists() else FILES[1])
    base = here / "base.yaml"
    _require_free(target)
    proposal = propose(docs)
    guard = Guard({"DOCS": docs}, warn=say)
    if base.exists():
        read_base(base)
    guard.require_file(base)
    guard.require_file(target)
    old = target.read_text("utf-8") if target.exists() else ""
    table = "\n".join(_table(proposal, docs, here))
    # The configuration comes last: where it is there, `init` does not run again.
    texts = {} if base.exists() else {base: "\n".join(_base(proposal, docs)) + "\n"}
    texts[target] = f"{old.rstrip()}\n\n{table}\n" if old.strip() else f"{table}\n"
    if not (proposal.operations or proposal.made.api.schemas):
        say(*_told(proposal, f" {options.pages}"), *_NOTHING)
        return FINDINGS
    write_texts(texts)
    find_config(here, target)
    say(*_told(proposal), f"wrote {', '.join(os.path.relpath(path) for path in texts)}", "next: `jekyll-openapi build`")
    return FINE


def _require_free(target: Path) -> None:
    """Raises UnusableError if there already is a configuration, ConfigError if there is a broken one."""
    for file in (target.with_name(name) for name in FILES):
        if file.exists() and (table_of(file) is not None or file.name == FILES[1]):
            raise UnusableError(f"{file} has a configuration already; remove its {_TABLE} to have another one proposed")


# --- what is written --------------------------------------------------------------------------------------------------


def _table(proposal: Proposal, docs: Path, here: Path) -> Iterator[str]:
    """The lines of the configuration, with a comment for each setting."""
    read = f"{counted(proposal.operations, 'operation')}, {proposal.properties} properties and parameters"
    yield f"{_TABLE}"
    yield f"# Proposed by `jekyll-openapi init`, which reads {read} with these settings. Edit as you like."
    yield f"pages = {_toml(os.path.relpath(docs, here))}"
    yield "# What people write and no page says: title, version, servers, how requests are signed."
    yield 'base = "base.yaml"'
    yield "# Outputs; only those listed here are written."
    yield 'spec = "openapi.yaml"'
    inside = is_within(here / "client", docs) if docs.is_dir() else False
    yield "# The Python client: a folder that each build replaces." + (
        " It cannot lie among the pages." if inside else ""
    )
    yield '# client = "../client"' if inside else 'client = "client"'
    yield "# The list of accepted findings, written by `jekyll-openapi lint --accept`."
    yield '# findings = "findings.txt"'
    yield "# Corrections of the pages, as an OpenAPI Overlay."
    yield '# overlay = "overlay.yaml"'
    if not proposal.settings:
        return
    yield ""
    yield "# Where your pages differ from the defaults. `jekyll-openapi setting` lists all settings."
    yield "[tool.jekyll-openapi.dialect]"
    about = summaries()
    for name in (name for name in about if name in proposal.settings):
        yield from wrap(about[name], 110, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False)
        yield f"{name} = {_toml(proposal.settings[name])}"


def _toml(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json.dumps(key)} = {_toml(one)}" for key, one in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    text = str(value)
    return f"'{text}'" if "\\" in text and "'" not in text else json.dumps(text, ensure_ascii=False)


def _base(proposal: Proposal, docs: Path) -> Iterator[str]:
    """The lines of the base description. Strings are quoted as in JSON, which is valid YAML."""
    title = _stated_title(proposal) or _title_of(docs.resolve())
    yield "# What no page says. Replace title and version by your own."
    yield "openapi: 3.1.1"
    yield "info:"
    yield f"  title: {json.dumps(title, ensure_ascii=False)}"
    yield '  version: "0.1.0"'
    yield "# Where the service is" + (", as the pages' examples have it." if proposal.server else ".")
    if proposal.server:
        yield "servers:"
        yield f"  - url: {json.dumps(proposal.server)}"
    else:
        yield "# servers:"
        yield "#   - url: https://api.example.com"
    yield "# How requests are signed" + (", as the pages' examples have it." if proposal.security else ".")
    yield "components:"
    yield "  securitySchemes:"
    if proposal.security in ("", "bearer", "basic"):
        scheme = proposal.security or "bearer"
        yield f"    {scheme}:"
        yield "      type: http"
        yield f"      scheme: {scheme}"
    else:
        yield "    key:"
        yield "      type: apiKey"
        yield f"      in: {'query' if proposal.security.startswith('?') else 'header'}"
        yield f"      name: {json.dumps(proposal.security.removeprefix('?'))}"


def _stated_title(proposal: Proposal) -> str:
    """The title of the site or of its first page, if it says that it is that of an API; else empty."""
    pages = proposal.made.site.pages
    first = [page for page in pages if page.path.casefold().startswith(("index.", "readme.", "home."))]
    for page in first or (pages if len(pages) == 1 else ()):
        headings = (plain(block.spans) for block in page.blocks if isinstance(block, Heading) and block.level == 1)
        for text in (page.text("title"), *headings):
            if found := _API.fullmatch(text.strip("`*_# ")):
                return found[1].strip()
    return ""


def _title_of(place: Path) -> str:
    """A title made of the name of the folder or of the only page."""
    place = place.with_suffix("") if place.is_file() else place
    place = place.parent if place.name.casefold() in ("docs", "doc", "pages", "site", "api") else place
    name = place.name.strip("_").replace("-", " ").replace("_", " ").title() or "Documented"
    return name if name.casefold().endswith("api") else f"{name} API"


# --- what is said -----------------------------------------------------------------------------------------------------


def _told(proposal: Proposal, pages: str = "") -> Iterator[str]:
    """Lines about what was recognized, how much that reads, and what was not understood.

    `pages` follows `lint` where no configuration names them.
    """
    settings, made = proposal.settings, proposal.made
    places = settings.get("operation_places", list(TRADOVATE.operation_places))
    assert isinstance(places, list)
    where = ", ".join(_WHERE[one] for one in places)
    sections = settings.get("operation_sections")
    below = f" below {_some([f'`{one}`' for one in sections])}" if isinstance(sections, list) else ""
    yield f"operations: method and path in {where}{below}"
    for kind, ending in (("sections", "_sections"), ("columns", "_columns")):
        known = [name for name in settings if name.endswith(ending) and name != "operation_sections"]
        if known:
            yield f"{kind} of their own: {_some([one.removesuffix(ending).replace('_', ' ') for one in known])}"
    if isinstance(marks := settings.get("foreign_marks"), list):
        yield f"shortcodes of another generator: {_some(marks)}"
    if isinstance(types := settings.get("type_words"), dict):
        yield f"words for types: {_some(list(types))}"
    yield f"security: {proposal.security or 'not recognised; a bearer token is assumed'}"
    yield f"server: {proposal.server or 'not recognised; write `servers` in base.yaml'}"
    read = (counted(len(made.site.pages), "page"), counted(proposal.operations, "operation"))
    yield f"this reads {', '.join(read)}, {proposal.properties} properties and parameters"
    if proposal.unknown_columns:
        yield f"columns not understood: {_some([f'`{one}`' for one in proposal.unknown_columns])}"
    if proposal.unknown_sections:
        yield f"sections with tables not understood: {_some([f'`{one}`' for one in proposal.unknown_sections])}"
    if made.findings:
        yield f"{counted(len(by_cause(made.findings)), 'finding')}, `jekyll-openapi lint{pages}` shows them:"
        yield from (f"  {line}" for line in list(by_rule(made.findings))[:_MOST])


def _some(names: list[str]) -> str:
    more = f" and {len(names) - _MOST} more" if len(names) > _MOST else ""
    return ", ".join(names[:_MOST]) + more
