"""Modules that take the place of their namesakes above where the description says nothing of trading."""
