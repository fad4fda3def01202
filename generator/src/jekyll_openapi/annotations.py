"""Formats for CI: GitHub workflow commands and SARIF logs."""

import json
from collections.abc import Iterable
from urllib.parse import quote

from jekyll_openapi import __version__


def command(severity: str, title: str, text: str, **place: str | int) -> str:
    """A GitHub workflow command that shows as an annotation, at the place if one is given (`file=...`, `line=...`)."""
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in {**place, "title": title}.items())
    return f"::{severity} {properties}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def sarif_log(name: str, rules: Iterable[dict[str, object]], results: Iterable[dict[str, object]]) -> str:
    """A SARIF 2.1.0 log with one run."""
    driver = {"name": name, "version": __version__, "rules": list(rules)}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": list(results)}
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2, ensure_ascii=False)


def sarif_place(file: str, **region: int) -> dict[str, object]:
    """A SARIF location; the file is relative to the working folder."""
    return {"artifactLocation": {"uri": quote(file)}, "region": region}


def fingerprint(*parts: str) -> dict[str, str]:
    """A SARIF fingerprint that identifies a result across runs."""
    from hashlib import sha256  # not for text: 4 ms

    return {"ruleAndMessage/v1": sha256(" ".join(parts).encode()).hexdigest()[:16]}
