"""Writing where nothing of others is lost, so that a reader sees the old state or the new one and never a part."""

from jekyll_openapi.unusable import UnusableError


class OutputError(UnusableError):
    """An output that must not or cannot be written there; says why and what to do."""
