"""Size limits for a site. What exceeds them is left out and reported as `limit-exceeded`."""

from jekyll_openapi.records import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest sizes that are read."""

    file: int = 1024 * 1024
    """Bytes of a page or of `_config.yml`."""
    pages: int = 5000
    front_matter: int = 16 * 1024
    """Bytes between the two `---` lines."""
    nesting: int = 32
    """Levels of nested folders, quotes, lists, YAML collections, JavaScript literals and calls."""
    columns: int = 200
    """Columns of a table."""
    rows: int = 2000
    """Rows of a table."""
    cell: int = 10_000
    """Characters of a cell."""
    schemas: int = 10_000
    """Pages that define a schema."""
    operations: int = 2000
    """Operations of a page."""
    findings: int = 100
    """Findings of one rule that are listed for one page."""
