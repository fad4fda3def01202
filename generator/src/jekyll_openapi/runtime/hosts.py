"""Limits the hosts that get the token. With service rules these are the described servers and this machine."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping

import httpx

from .description import Description


def origin(
    description: Description, environment: str | None, base_url: str | None, variables: Mapping[str, str] | None = None
) -> str:
    """The base URL to use, without a trailing slash; raises ValueError if it may not get the token."""
    servers, plain = description.servers, description.facts.plain
    if environment is None and base_url is None:
        names = " or ".join(repr(name) for name, one in servers.items() if one.is_whole)
        raise ValueError(f"pass environment={names}" if names else "pass base_url=: the description names no server")
    if environment is not None and environment not in servers:
        raise ValueError(f"environment must be {' or '.join(map(repr, servers))}, got {environment!r}")
    stated = servers[environment].url(variables) if environment is not None else ""
    if base_url is None or base_url.rstrip("/") == stated:
        return stated
    try:
        url = httpx.URL(base_url)
    except httpx.InvalidURL:
        raise ValueError("base_url is not a URL") from None
    # Credentials in a URL end up in logs, and a query would be cut off by the paths.
    if url.userinfo or url.query or url.fragment or url.scheme not in ("http", "https") or not url.host:
        raise ValueError("base_url must be scheme, host, port and path, and nothing else")
    # A token for real money must not go to a host that only the caller vouches for.
    if not plain and not is_loopback(url.host):
        raise ValueError(f"base_url must be on this machine (127.0.0.1) or be {stated}, the host of {environment!r}")
    return str(url).rstrip("/")


def is_loopback(host: str) -> bool:
    """Whether the host name itself means this machine (`localhost`, `127.0.0.1`, `::1`)."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
