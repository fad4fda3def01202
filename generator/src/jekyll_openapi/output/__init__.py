"""Writes outputs without losing other people's files; readers see the old or the new state, never a part."""

from jekyll_openapi.unusable import UnusableError


class OutputError(UnusableError):
    """An output must not or cannot be written; the message says why and what to do."""
