"""How large a site may be; what lies beyond is left out and reported as `limit-exceeded`."""

from jekyll_openapi.records import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The sizes that are still read; one more is a finding."""

    file: int = 1024 * 1024
    """Bytes of a page, and of `_config.yml`."""
    pages: int = 5000
    front_matter: int = 16 * 1024
    """Bytes between the two `---` lines."""
    nesting: int = 32
    """Levels of folders, quotes and lists, YAML collections, JavaScript literals, calls in calls."""
    columns: int = 200
    """Cells in the header of a table."""
    rows: int = 2000
    """Rows of a table."""
    cell: int = 10_000
    """Characters of a cell."""
    schemas: int = 10_000
    """Pages that define a schema."""
    findings: int = 100
    """Findings of one rule on one page that are listed."""
