"""Compares two descriptions: each change with its severity, the reason, and where it is stated."""
