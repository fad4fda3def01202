"""What changed between two descriptions, each change once, by what it does to a caller of the API."""

from jekyll_openapi.diff.change import LEVELS, Change, Level, Side, bump
from jekyll_openapi.diff.compare import compare

__all__ = ("LEVELS", "Change", "Level", "Side", "bump", "compare")
