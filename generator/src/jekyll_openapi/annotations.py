"""What GitHub and readers of SARIF ask of a line or a log, whatever is told in it."""

import hashlib
import json
from collections.abc import Iterable
from urllib.parse import quote

from jekyll_openapi import __version__


def command(severity: str, title: str, text: str, **place: str | int) -> str:
    """A workflow command that GitHub shows as an annotation, at a place where one is given: `file=...`, `line=...`."""
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in {**place, "title": title}.items())
    return f"::{severity} {properties}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def sarif_log(name: str, rules: Iterable[dict[str, object]], results: Iterable[dict[str, object]]) -> str:
    """A SARIF 2.1.0 log of one run."""
    driver = {"name": name, "version": __version__, "rules": list(rules)}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": list(results)}
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2, ensure_ascii=False)


def sarif_place(file: str, **region: int) -> dict[str, object]:
    """A place in a file, which is named as it is seen from where the command runs."""
    return {"artifactLocation": {"uri": quote(file)}, "region": region}


def fingerprint(*parts: str) -> dict[str, str]:
    """What tells a result from others, run after run: the same for the same parts."""
    return {"ruleAndMessage/v1": hashlib.sha256(" ".join(parts).encode()).hexdigest()[:16]}
