"""Releases: decides the next version, writes changelog and release files, and keeps old names working."""

RELEASED = "released"
"""Name of the folder beside the description in which the last release is stored."""
