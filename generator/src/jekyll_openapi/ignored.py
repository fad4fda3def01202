"""Findings that the configuration ignores, by rule and page, with a reason."""

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase

from jekyll_openapi.diagnostics import Diagnostic
from jekyll_openapi.nearest import nearest
from jekyll_openapi.records import dataclass
from jekyll_openapi.rules import RULES

_KEYS = {"rule", "pages", "reason"}


class IgnoreError(ValueError):
    """An entry of `ignore` is invalid; the message says why."""


@dataclass(frozen=True, slots=True)
class Ignored:
    """A rule to ignore, everywhere or on some pages."""

    rule: str
    pages: tuple[str, ...] = ("*",)
    """Paths relative to the site; `*` matches any text."""
    reason: str = ""

    def covers(self, one: Diagnostic) -> bool:
        """Whether the entry applies to the finding."""
        return one.rule.name == self.rule and any(fnmatchcase(one.location.file, page) for page in self.pages)


def read_ignored(entries: object) -> tuple[Ignored, ...]:
    """The entries of the configuration: rule names, or tables with `rule`, `pages` and `reason`; raises IgnoreError."""
    if not isinstance(entries, list):
        raise IgnoreError("`ignore` is a list of rules and of tables with `rule`, `pages` and `reason`")
    return tuple(map(_entry, entries))


def _entry(entry: object) -> Ignored:
    if isinstance(entry, str):
        return Ignored(_rule(entry))
    if not isinstance(entry, dict) or "rule" not in entry:
        raise IgnoreError(f"`ignore`: {entry!r} names no rule")
    if unknown := sorted(set(entry) - _KEYS):
        raise IgnoreError(f"`ignore`: there is no key `{unknown[0]}`; known are pages, reason, rule")
    pages = entry.get("pages", "*")
    listed = [pages] if isinstance(pages, str) else pages
    reason = entry.get("reason", "")
    if not isinstance(listed, list) or not all(isinstance(one, str) for one in listed) or not isinstance(reason, str):
        raise IgnoreError("`ignore`: `pages` is a path or a list of them, `reason` a text")
    return Ignored(_rule(entry["rule"]), tuple(listed), reason)


def _rule(name: object) -> str:
    if name not in RULES:
        near = nearest(str(name), tuple(RULES))
        raise IgnoreError(f"`ignore`: there is no rule `{name}`" + (f"; did you mean `{near[0]}`?" if near else ""))
    return str(name)


def without(diagnostics: Iterable[Diagnostic], ignored: Sequence[Ignored]) -> tuple[Diagnostic, ...]:
    """The findings that no entry covers."""
    return tuple(one for one in diagnostics if not any(entry.covers(one) for entry in ignored))
