"""The names and facts of a client: from `x-client`, else derived from standard OpenAPI."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from types import ModuleType

from jekyll_openapi.client.errors import ClientError
from jekyll_openapi.client.writer import identifier
from jekyll_openapi.openapi.identifiers import pascal, snake
from jekyll_openapi.openapi.json import Json
from jekyll_openapi.openapi.operations import operations
from jekyll_openapi.patterns import regex
from jekyll_openapi.runtime import errors
from jekyll_openapi.runtime.errors import Problem, ServiceError
from jekyll_openapi.runtime.trading import errors as trading_errors

KEY = "x-client"
_DISTRIBUTION = regex(r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?")
_VERSION = regex(
    r"v?[0-9]+(\.[0-9]+)*([-_.]?(a|b|c|rc|alpha|beta|pre|preview)[-_.]?[0-9]*)?(-[0-9]+|[-_.]?(post|rev|r)[-_.]?[0-9]*)?"
    r"([-_.]?dev[-_.]?[0-9]*)?(\+[a-z0-9]+([-_.][a-z0-9]+)*)?",
    re.IGNORECASE,
)
"""Versions that Python packaging accepts."""
_URL = regex(r"https?://[!-~]+")
_DAY = regex(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_TAKEN = frozenset({"Any", "Literal", "Mapping", "Timeouts"})
_HIDDEN = sys.stdlib_module_names | {
    "certifi",
    "httpcore",
    "httpx",
    "idna",
    "anyio",
    "h11",
    "jsonschema_rs",
    "websockets",
}
"""Names under which Python finds its own modules, or those that a client imports."""
Note = Callable[[str, str], None]


def identified(document: Json, given: Mapping[str, str], note: Note) -> Json:
    """The document with a complete `x-client`; `given` overrides names.

    Raises ClientError for unusable names.
    """
    stated = document.get(KEY)
    if stated is not None and not isinstance(stated, dict):
        raise ClientError([f"{KEY} is a mapping"])
    facts = deepcopy(stated) if stated else {"plain": True, "lock-out": {"statuses": [429], "seconds": 0}}
    title = str(document.get("info", {}).get("title") or "")
    made = pascal(title) if any(mark.isalnum() for mark in title) else "Api"
    made = made if made.isascii() and made.isidentifier() else "Api"
    facts.setdefault("class", f"{made}Client" if made in _TAKEN or made in _ERRORS else made)
    package = snake(facts["class"])
    facts.setdefault("package", f"{package.strip('_')}_client" if package.strip("_") in _HIDDEN else package)
    facts.setdefault("distribution", str(facts["package"]).replace("_", "-").strip("-"))
    facts |= {name: value for name, value in given.items() if value}
    if given.get("package") and not given.get("distribution"):
        facts["distribution"] = given["package"].replace("_", "-").strip("-")
    if facts.get("plain") is True:
        facts.setdefault("secrets", sorted(_secrets(document)))
    _require_names(facts)
    _drop_missing(facts, document, note)
    stated_version = str(document.get("info", {}).get("version") or "")
    if version_of(document) == "0.0.0" != stated_version:
        note("#/info/version", f"{stated_version!r:.60} is not a version of a Python distribution; the client is 0.0.0")
    return {**document, KEY: facts}


def version_of(document: Json) -> str:
    """Version of the distribution."""
    version = _DAY.sub(r"\1.\2.\3", str(document.get("info", {}).get("version") or ""))
    return version.removeprefix("v") if _VERSION.fullmatch(version) else "0.0.0"


def exceptions(module: ModuleType) -> Iterator[str]:
    """Names of the exceptions defined in a module."""
    found = ((name, one) for name, one in vars(module).items() if isinstance(one, type))
    return (name for name, one in found if issubclass(one, ServiceError) and one.__module__ == module.__name__)


_ERRORS = frozenset((*exceptions(errors), *exceptions(trading_errors), Problem.__name__))


def error_root(class_name: str) -> str:
    """Name of the base exception; differs from all other exceptions."""
    name = f"{class_name}Error"
    return f"{class_name}ClientError" if name in _ERRORS - {ServiceError.__name__} else name


def _require_names(facts: Json) -> None:
    """Raise ClientError for unusable names."""
    try:
        for key in ("package", "class"):
            identifier(str(facts[key]))
        if not _DISTRIBUTION.fullmatch(str(facts["distribution"])):
            raise ValueError(
                f"{facts['distribution']!r} is not a name of a distribution: letters, digits, `.`, `_` and `-`"
            )
        if not facts["class"].isascii() or not facts["package"].isascii():
            raise ValueError(f"{facts['class']!r} and {facts['package']!r} are written in ASCII")
        if "license" in facts:
            facts["license"] = _license(str(facts["license"]))
        urls = facts.get("urls", {})
        if not isinstance(urls, dict) or not all(_URL.fullmatch(str(one)) for one in urls.values()):
            raise ValueError(f"{KEY}: `urls` is a mapping of names to addresses that begin with https://")
        if facts["package"] in _HIDDEN:
            raise ValueError(f"the package {facts['package']!r} could not be imported, as another has its name")
        if facts["class"] in _TAKEN:
            raise ValueError(f"the class {facts['class']!r} would hide one that the package has; name another")
    except ValueError as error:
        raise ClientError([str(error)]) from None


def _license(stated: str) -> str:
    """The licence as an SPDX expression; raises ValueError."""
    from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

    try:
        return str(canonicalize_license_expression(stated))
    except InvalidLicenseExpression:
        raise ValueError(f"{KEY}: {stated!r} is not a licence as SPDX writes it, such as `MIT`") from None


def _drop_missing(facts: Json, document: Json, note: Note) -> None:
    """Remove facts about operations that the description lacks."""
    known = {str(one.get("operationId")) for _, _, one in operations(document)}

    def lacks(part: str, *names: str) -> Iterator[str]:
        stated = facts.get(part) or {}
        return (stated[name] for name in names if stated.get(name) and stated[name] not in known)

    for part, needed, other in (
        ("session", ("open", "renew"), ("check",)),
        ("reconcile", ("operation",), ("order-operation",)),
    ):
        if missing := list(lacks(part, *needed)):
            note(f"#/{KEY}/{part}", f"there is no operation {missing[0]!r}, so that the client has no {part}")
            del facts[part]
        for name in other:
            if list(lacks(part, name)):
                note(f"#/{KEY}/{part}/{name}", f"there is no operation {facts[part][name]!r}")
                del facts[part][name]
    if isinstance(trades := facts.get("trades"), dict):
        facts["trades"] = {name: one for name, one in trades.items() if name in known}


def _secrets(document: Json) -> Iterator[str]:
    """Properties and parameters that the description calls passwords or keys."""
    schemes = document.get("components", {}).get("securitySchemes", {})
    yield from (one["name"] for one in schemes.values() if one.get("type") == "apiKey" and "name" in one)
    for schema in document.get("components", {}).get("schemas", {}).values():
        for name, one in schema.get("properties", {}).items():
            if isinstance(one, dict) and one.get("format") == "password":
                yield name
