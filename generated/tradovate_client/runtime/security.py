"""The security schemes of a description, and the caller's credentials for them."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import quote

SchemeKind = Literal["bearer", "basic", "header", "query", "cookie", "transport", "other"]


@dataclass(frozen=True, slots=True)
class Scheme:
    """A security scheme: bearer token, basic authentication or API key."""

    kind: SchemeKind
    key: str = ""
    """Name of the header, query parameter or cookie of an API key."""


@dataclass(frozen=True, slots=True)
class Signed:
    """Headers and query that credentials add to a request."""

    headers: Mapping[str, str] = field(default_factory=dict)
    query: str = ""
    """`key=value` pairs to append; empty if none."""
    cookies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Keys:
    """The caller's API keys, and user name and password."""

    schemes: Mapping[str, Scheme]
    api_keys: Mapping[str, str] = field(default_factory=dict, repr=False)
    basic: tuple[str, str] | None = field(default=None, repr=False)
    _chosen: dict[tuple[tuple[tuple[str, ...], ...], bool], tuple[str, ...] | None] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def secrets(self) -> tuple[str, ...]:
        """Values that must not be shown."""
        return (*self.api_keys.values(), *((self.basic[1],) if self.basic else ()))

    def chosen(self, security: tuple[tuple[str, ...], ...], *, has_token: bool) -> tuple[str, ...] | None:
        """The first alternative that the credentials satisfy, else one without credentials; None if there is
        neither.
        """
        if (security, has_token) not in self._chosen:
            ordered = sorted(security, key=lambda one: not one)
            fitting = (one for one in ordered if all(self._has(name, has_token) for name in one))
            self._chosen[security, has_token] = next(fitting, None)
        return self._chosen[security, has_token]

    def needs_token(self, security: tuple[tuple[str, ...], ...], *, has_token: bool) -> bool:
        """Whether a request is sent with a token."""
        found = self.chosen(security, has_token=has_token)
        return any(self._kind(name) == "bearer" for name in found or ())

    def wanted(self, security: tuple[tuple[str, ...], ...]) -> str:
        """The constructor arguments that would help, as text."""
        words = {"bearer": "token=", "basic": "basic=", "other": "what this client cannot send"}
        each = (" and ".join(words.get(self._kind(name), f"api_key= for {name!r}") for name in one) for one in security)
        return " or ".join(dict.fromkeys(each))

    def sign(self, security: tuple[tuple[str, ...], ...], token: str | None) -> Signed:
        """The headers and query parameters for a request."""
        headers: dict[str, str] = {}
        query: list[str] = []
        cookies: list[str] = []
        for name in self.chosen(security, has_token=token is not None) or ():
            scheme = self.schemes.get(name, Scheme("bearer"))
            match scheme.kind:
                case "bearer":
                    headers["Authorization"] = f"Bearer {token}"
                case "basic" if self.basic:
                    text = ":".join(self.basic).encode()
                    headers["Authorization"] = f"Basic {base64.b64encode(text).decode()}"
                case "header":
                    headers[scheme.key] = self.api_keys[name]
                case "query":
                    query.append(f"{quote(scheme.key, safe='')}={quote(self.api_keys[name], safe='')}")
                case "cookie":
                    cookies.append(f"{scheme.key}={self.api_keys[name]}")
        return Signed(headers, "&".join(query), tuple(cookies))

    def _kind(self, name: str) -> SchemeKind:
        return self.schemes[name].kind if name in self.schemes else "bearer"

    def _has(self, name: str, has_token: bool) -> bool:
        match self._kind(name):
            case "bearer":
                return has_token
            case "basic":
                return self.basic is not None
            case "transport":
                return True
            case "other":
                return False
        return name in self.api_keys


def read_keys(
    schemes: Mapping[str, Scheme], api_key: str | Mapping[str, str] | None, basic: tuple[str, str] | None
) -> Keys:
    """The caller's credentials, checked; raises ValueError without showing them."""
    takers = [name for name, one in schemes.items() if one.kind in ("header", "query", "cookie")]
    if isinstance(api_key, str):
        if len(takers) != 1:
            raise ValueError(f"api_key must be a mapping with a key for each of: {', '.join(takers) or 'none'}")
        api_key = {takers[0]: api_key}
    for name, value in (api_key or {}).items():
        if name not in takers:
            raise ValueError(f"there is no API key {name!r}; known are: {', '.join(takers) or 'none'}")
        if not (value and value.isascii() and value.isprintable()):
            raise ValueError(f"the API key {name!r} must be printable ASCII")
    if basic is not None and (len(basic) != 2 or ":" in basic[0]):
        raise ValueError("basic must be a pair of name and password, the name without a colon")
    return Keys(schemes, dict(api_key or {}), basic)


def read_schemes(data: Mapping[str, Any]) -> Mapping[str, Scheme]:
    """Parse the security schemes. OAuth2 and OpenID Connect count as bearer tokens, which is what they yield."""
    return {name: _scheme(one) for name, one in data.items()}


def _scheme(data: Mapping[str, Any]) -> Scheme:
    match data.get("type"), str(data.get("scheme", "")).lower():
        case ("http", "bearer") | ("oauth2" | "openIdConnect", _):
            return Scheme("bearer")
        case "http", "basic":
            return Scheme("basic")
        case "mutualTLS", _:
            return Scheme("transport")
        case "apiKey", _ if data.get("in") in ("header", "query", "cookie"):
            return Scheme(data["in"], data["name"])
    return Scheme("other")


def is_token(text: str) -> bool:
    """Whether a header can carry the text."""
    return isinstance(text, str) and bool(text) and text.isascii() and text.isprintable() and " " not in text
