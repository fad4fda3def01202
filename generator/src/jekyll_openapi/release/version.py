"""Computes the next version from what changed for callers."""

from typing import Literal

from jekyll_openapi.patterns import regex

Part = Literal["major", "minor", "patch"]
_NUMBER = r"(0|[1-9][0-9]{0,8})"
_VERSION = regex(rf"{_NUMBER}\.{_NUMBER}\.{_NUMBER}")


class VersionError(Exception):
    """A version is not of the form 1.2.3, or too low."""


def next_version(version: str, part: Part) -> str:
    """The version with that part raised and the parts after it set to 0.

    Below 1.0.0 a major change raises the second number (SemVer 4).
    """
    major, minor, patch = numbers(version)
    match part:
        case "major" if major:
            return f"{major + 1}.0.0"
        case "major":
            return f"0.{minor + 1}.0"
        case "minor":
            return f"{major}.{minor + 1}.0"
        case "patch":
            return f"{major}.{minor}.{patch + 1}"


def asked_version(asked: str, least: str, why: str) -> str:
    """The requested version; raises VersionError if it is lower than the changes require."""
    if numbers(asked) < numbers(least):
        raise VersionError(f"{asked} is too low: {why}, so the next version is {least} or higher")
    return asked


def numbers(version: str) -> tuple[int, int, int]:
    """(major, minor, patch); raises VersionError."""
    match = _VERSION.fullmatch(version)
    if not match:
        raise VersionError(f"the version `{version}` is not of the form 1.2.3")
    major, minor, patch = map(int, match.groups())
    return major, minor, patch
