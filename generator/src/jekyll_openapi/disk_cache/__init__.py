"""Remembers whole runs on disk: one whose inputs are all as they were says again what it said, in a few milliseconds.

A run is remembered together with everything that it looked at (`trace`). It is said again only where each of these
looks gives the same (`looks`), asked with the same words by the same program (`question`).
"""
