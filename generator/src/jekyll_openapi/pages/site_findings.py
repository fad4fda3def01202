"""Post-processes findings about pages: limits their number, merges repeated ones, reports duplicate permalinks."""

from collections import Counter
from collections.abc import Iterator

from jekyll_openapi.diagnostics import Diagnostic, Report
from jekyll_openapi.pages.document import Page
from jekyll_openapi.records import replace
from jekyll_openapi.rules import DUPLICATE_PERMALINK, UNKNOWN_LIQUID


def capped(report: Report, most: int) -> Report:
    """A report function for one page that drops findings of a rule after `most`, and says so once."""
    counts: Counter[str] = Counter()

    def one_more(diagnostic: Diagnostic) -> None:
        counts[diagnostic.rule.name] += 1
        if counts[diagnostic.rule.name] <= most:
            report(diagnostic)
        elif counts[diagnostic.rule.name] == most + 1:
            report(replace(diagnostic, message=f"there are more findings of this kind than the {most} listed", hint=""))

    return one_more


def gathered(found: list[Diagnostic]) -> Iterator[Diagnostic]:
    """The findings, with an unknown Liquid variable or tag on several pages reported once."""
    pages: dict[str, dict[str, None]] = {}
    for one in found:
        if one.rule is UNKNOWN_LIQUID:
            pages.setdefault(one.message, {})[one.location.file] = None
    said: set[str] = set()
    for one in found:
        files = pages.get(one.message, {}) if one.rule is UNKNOWN_LIQUID else {}
        if len(files) < 2:
            yield one
        elif one.message not in said:
            said.add(one.message)
            others = len(files) - 1
            more = "1 other page" if others == 1 else f"{others} other pages"
            yield replace(one, message=f"{one.message} (also on {more})")


def report_duplicates(pages: tuple[Page, ...], report: Report) -> None:
    """Reports pages that Jekyll would serve at the same address."""
    first: dict[str, Page] = {}
    for page in sorted(pages, key=lambda one: not one.has_front_matter):
        other = first.setdefault(page.url.lower(), page)
        if other is not page:
            permalink = page.field("permalink")
            where = permalink.location if permalink else page.location
            report(Diagnostic(DUPLICATE_PERMALINK, f"{page.url} is also the permalink of {other.path}", where))
