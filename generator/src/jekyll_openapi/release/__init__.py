"""Releases: decides the next version, writes changelog and release files, and keeps old names working."""
