"""AccessTokenRequest of the API."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from .._package import Model
from ..runtime.models import field

if TYPE_CHECKING:
    pass


class AccessTokenRequest(Model, schema="AccessTokenRequest"):
    """(operations/unique-ops/auth/accessTokenRequest.md:29)"""

    __slots__ = ()

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            name: str,
            password: str,
            app_id: str,
            app_version: str,
            cid: Decimal | float,
            sec: str,
            device_id: str | None = None,
        ) -> None: ...

    name: str | None = field("name")
    """`name`. User name of the Tradovate login. (operations/unique-ops/auth/accessTokenRequest.md:36)"""
    password: str | None = field("password")
    """`password`. Password of the login, or the one dedicated to the API key.
(operations/unique-ops/auth/accessTokenRequest.md:37)
"""
    app_id: str | None = field("appId")
    """`appId`. Application name that was given to the API key on its creation.
(operations/unique-ops/auth/accessTokenRequest.md:38)
"""
    app_version: str | None = field("appVersion")
    """`appVersion`. Free text; use it to tell versions of your program apart.
(operations/unique-ops/auth/accessTokenRequest.md:39)
"""
    cid: Decimal | None = field("cid")
    """`cid`. Entity ID of the API key. The Trader UI prints it on creation and keeps it over the key's entry.
(operations/unique-ops/auth/accessTokenRequest.md:40)
"""
    sec: str | None = field("sec")
    """`sec`. Secret of the API key. It is displayed once and cannot be read again: a lost secret means making
another key. (operations/unique-ops/auth/accessTokenRequest.md:41)
"""
    device_id: str | None = field("deviceId")
    """`deviceId`. Names the device that logs in. A token is given to all devices, live accounts can be traded
from approved ones only. The Device ID guide tells how to form it.
(operations/unique-ops/auth/accessTokenRequest.md:42)
"""
