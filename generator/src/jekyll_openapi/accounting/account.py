"""Finds where each line of the pages went: into the description, into a finding, or nowhere, for a known reason."""

from collections import Counter
from collections.abc import Iterator, Sequence

from jekyll_openapi.accounting.books import Books
from jekyll_openapi.accounting.lines import KINDS, Line
from jekyll_openapi.accounting.reasons import OF_EVERY_REQUEST, Reasons
from jekyll_openapi.accounting.titles import with_titles
from jekyll_openapi.api.dialect import Dialect
from jekyll_openapi.diagnostics import Diagnostic
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.pages.document import Site
from jekyll_openapi.records import dataclass


@dataclass(frozen=True, slots=True)
class Account:
    """Where each line went."""

    in_spec: tuple[Line, ...]
    in_findings: tuple[Line, ...]
    meaningless: tuple[tuple[Line, str], ...]
    """Lines without any fact, each with the reason."""
    unexplained: tuple[Line, ...]

    def table(self) -> Iterator[str]:
        """The counts as a table: a line for each kind of line, and below it the reasons for lines without a fact."""
        yield f"{'':18}{'total':>8}{'in spec':>10}{'in findings':>13}{'no fact':>10}{'unexplained':>13}"
        nothing = [line for line, _ in self.meaningless]
        columns = [Counter(line.kind for line in lines) for lines in (self.in_spec, self.in_findings, nothing)]
        columns.append(Counter(line.kind for line in self.unexplained))
        for kind in KINDS:
            spec, findings, empty, lost = (column[kind] for column in columns)
            yield f"{kind + 's':18}{spec + findings + empty + lost:8}{spec:10}{findings:13}{empty:10}{lost:13}"
        for reason, count in sorted(Counter(reason for _, reason in self.meaningless).items()):
            yield f"no fact: {count} lines: {reason}"


def account(site: Site, spec: Json, findings: Sequence[Diagnostic], dialect: Dialect) -> Account:
    """Looks up each line of each page in the description, then among the findings, then for a reason."""
    books = Books(site, spec, findings, dialect)
    reasons = Reasons(books, dialect)
    found: dict[str, list[tuple[Line, str]]] = {"spec": [], "findings": [], "nothing": [], "": []}
    said: set[tuple[str, str]] = set()
    for page in site.pages:
        texts = books.texts_of(page)
        is_term, of_term = False, ""
        for line, under in with_titles(page, dialect):
            # A definition stands where its term stands, with which it is one row.
            is_term = books.is_in_spec(line, texts) or (is_term and line.text.startswith(":"))
            about = under.about(page, dialect)
            if is_term or books.is_type(line, under, texts):
                found["spec"].append((line, ""))
                said.add((about, line.text))
            elif books.is_found(line, under):
                found["findings"].append((line, ""))
            elif reason := (of_term if line.text.startswith(":") else "") or reasons.of(line, page, under):
                found["nothing"].append((line, reason))
                said.add((about, line.text))
                of_term = reason if reason == OF_EVERY_REQUEST else ""
            else:
                found[""].append((line, about))
    again = [(line, "says again what another page says") for line, about in found[""] if (about, line.text) in said]
    lost = tuple(line for line, about in found[""] if (about, line.text) not in said)
    in_spec, in_findings = (tuple(line for line, _ in found[where]) for where in ("spec", "findings"))
    return Account(in_spec, in_findings, (*found["nothing"], *again), lost)
